"""The one chart of a slide, native: a reader can edit its numbers, recolour it, take it to another presentation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from nap_analytics.documents.shared.look import rgb
from nap_analytics.documents.shared.pack import chart_workbook
from nap_analytics.documents.shared.plan import PAD, TYPE, plan_chart
from nap_analytics.palette import GAP, INK, LEADER, PAPER, QUIET_INK, RULE

if TYPE_CHECKING:
    from datetime import datetime

    from pptx.chart.chart import Chart
    from pptx.chart.series import BarSeries
    from pptx.shapes.graphfrm import GraphicFrame
    from pptx.slide import Slide

    from nap_analytics.deck import Picture
    from nap_analytics.documents.shared.plan import Plan, Series
    from nap_analytics.wording.language import Language

_UPRIGHT = "-5400000"
"""A quarter turn to the left, in sixty thousandths of a degree."""

_SIDE_COLOURS = (GAP, RULE)


def add_chart(
    slide: Slide, picture: Picture, t: Language, *, place: tuple[float, float, float, float], made_at: datetime
) -> tuple[GraphicFrame, Plan]:
    """Draw the picture on the slide.

    Args:
        slide: Where to draw.
        picture: What to draw.
        t: The language of the numbers of goals and starts.
        place: Left, top, width and height, in points.
        made_at: The time that the workbook behind the chart bears.

    Returns:
        The chart's frame, and what was shown and how.
    """
    left, top, width, height = place
    plan = plan_chart(picture, t, width=width, height=height)
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]  # python-pptx gives it no types
    data.categories = list(plan.names.shown)
    for each in plan.series:
        data.add_series(each.name, each.values)
    kind = XL_CHART_TYPE.BAR_CLUSTERED if picture.kind == "bars" else XL_CHART_TYPE.COLUMN_CLUSTERED
    frame: Any = slide.shapes.add_chart(kind, Pt(left), Pt(top), Pt(width), Pt(height), data)
    chart = frame.chart
    square = parse_xml(f'<c:roundedCorners {nsdecls("c")} val="0"/>')
    chart._chartSpace.find(qn("c:date1904")).addnext(square)
    cells = [(each.name, each.values) for each in plan.series]
    chart.part.chart_workbook.update_from_xlsx_blob(chart_workbook(plan.names.shown, cells, made_at=made_at))
    chart.font.size, chart.font.color.rgb = Pt(TYPE), rgb(INK)
    _draw_series(chart, picture, plan)
    _draw_axes(chart, picture, plan)
    _draw_head(chart, plan, height=height)
    _lay_out(chart, plan, width=width, height=height)
    return frame, plan


def _draw_series(chart: Chart, picture: Picture, plan: Plan) -> None:
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.vary_by_categories = int(100 * plan.gap), 0, False
    drawn = list(plot.series)
    colours = [mark.colour for mark in picture.marks]
    _fill(drawn[0], colours[0] if len(set(colours)) == 1 else INK)
    for at, colour in enumerate(colours):
        _fill(drawn[0].points[at], colour, is_hatched=picture.marks[at].is_hatched)
    _label(drawn[0], plan.series[0], size=plan.sizes[0], is_bold=True, is_turned=plan.is_turned)
    for series, told, colour in zip(drawn[1:], plan.series[1:], _SIDE_COLOURS, strict=False):
        _fill(series, colour)
        if plan.sizes[1]:
            _label(series, told, size=plan.sizes[1], is_bold=False, is_turned=plan.is_turned)


def _fill(drawn: Any, colour: str, *, is_hatched: bool = False) -> None:
    """Full; or hatched and outlined in the colour, for what does not rest on the document itself."""
    fill = drawn.format.fill
    if is_hatched:
        fill.patterned()
        fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        fill.back_color.rgb = rgb(PAPER)
        drawn.format.line.color.rgb = rgb(colour)
    else:
        fill.solid()
    fill.fore_color.rgb = rgb(colour)


def _label(drawn: BarSeries, told: Series, *, size: int, is_bold: bool, is_turned: bool) -> None:
    """The words at each mark; a number that a reader types into an empty cell is labelled as it is."""
    usual = drawn.data_labels
    usual.show_value, usual.position = True, XL_LABEL_POSITION.OUTSIDE_END
    usual.font.size, usual.font.bold = Pt(size), is_bold
    for at, words in enumerate(told.labels):
        if not words:
            continue
        label = drawn.points[at].data_label
        text = label.text_frame
        text.text, text.word_wrap, text.auto_size = words, False, MSO_AUTO_SIZE.SHAPE_TO_FIT_TEXT
        if is_turned:
            text._bodyPr.set("rot", _UPRIGHT)
            text._bodyPr.set("vert", "horz")
        for run in (run for paragraph in text.paragraphs for run in paragraph.runs):
            run.font.size, run.font.bold, run.font.color.rgb = Pt(size), is_bold, rgb(INK)
        label.position = XL_LABEL_POSITION.OUTSIDE_END


def _draw_axes(chart: Chart, picture: Picture, plan: Plan) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = picture.kind == "bars"
    names.major_tick_mark = names.minor_tick_mark = values.major_tick_mark = values.minor_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = rgb(LEADER)
    names.tick_labels.font.size = Pt(plan.names.size)
    body = names._element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}")
    body.set("rot", _UPRIGHT if plan.names.is_turned else "0")
    body.set("vert", "horz")
    every = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>')
    names._element.find(qn("c:noMultiLvlLbl")).addprevious(every)
    values.minimum_scale, values.maximum_scale = 0, plan.end
    values.format.line.fill.background()
    values.has_major_gridlines = bool(picture.whole)
    if not picture.whole:
        values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
        return
    values.major_unit = picture.whole
    values.major_gridlines.format.line.color.rgb = rgb(RULE)
    values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH if picture.kind == "bars" else XL_TICK_LABEL_POSITION.LOW
    values.tick_labels.font.size, values.tick_labels.font.color.rgb = Pt(TYPE), rgb(QUIET_INK)
    values.tick_labels.number_format = "#,##0" if float(picture.whole).is_integer() else "General"
    values.tick_labels.number_format_is_linked = False


def _draw_head(chart: Chart, plan: Plan, *, height: float) -> None:
    """What the numbers count: as the heading, or in the legend where goals or starts stand beside."""
    chart.has_legend = len(plan.series) > 1
    chart.has_title = not chart.has_legend
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        chart.legend.font.size = Pt(TYPE)
        edges = {"x": 0, "y": 0, "w": 1, "h": plan.head / height}
        _place_by_hand(chart.legend._element, after=qn("c:legendPos"), edges=edges)
        return
    text = chart.chart_title.text_frame
    text.text = plan.series[0].name
    for paragraph in text.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
    for run in text.paragraphs[0].runs:
        run.font.size, run.font.bold, run.font.color.rgb = Pt(TYPE), False, rgb(QUIET_INK)
    title = chart._chartSpace.chart.find(qn("c:title"))
    _place_by_hand(title, after=qn("c:tx"), edges={"x": 0, "y": 0})


def _lay_out(chart: Chart, plan: Plan, *, width: float, height: float) -> None:
    """The plot where the plan has it: programs differ in how they would place it themselves."""
    edges = {
        "x": plan.left / width,
        "y": plan.head / height,
        "w": (width - plan.left - 2 * PAD) / width,
        "h": (height - plan.head - plan.below) / height,
    }
    _place_by_hand(chart._chartSpace.chart.plotArea, after=None, edges=edges)


def _place_by_hand(element: Any, *, after: str | None, edges: dict[str, float]) -> None:
    """Give an element of the chart its place as shares of the chart."""
    for old in element.findall(qn("c:layout")):
        element.remove(old)
    target = '<c:layoutTarget val="inner"/>' if after is None else ""
    modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
    places = "".join(f'<c:{name} val="{share:.5f}"/>' for name, share in edges.items())
    layout = parse_xml(f"<c:layout {nsdecls('c')}><c:manualLayout>{target}{modes}{places}</c:manualLayout></c:layout>")
    if after is None:
        element.insert(0, layout)
    else:
        element.find(after).addnext(layout)
