"""The native chart of a scene, drawn from the cells of its sheet: it follows every number that a reader changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.documents.deck.sheets.table import side_names
from nap_analytics.documents.shared.fit import LINE, line_count, text_width
from nap_analytics.documents.shared.plan import PAD, TYPE, chart_series, full_name, plan_chart
from nap_analytics.documents.shared.words import in_words
from nap_analytics.palette import GAP, GRID, INK, LEADER, PAPER, QUIET_INK, RULE

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart

    from nap_analytics.deck import Mark, Picture
    from nap_analytics.documents.shared.plan import Plan
    from nap_analytics.documents.shared.sheet import Sheet, SheetTable
    from nap_analytics.wording.language import Language

_SIZE = 11
"""Points of names, values and the unit."""

_SCALE = _SIZE / TYPE
"""The chart is that of a slide, so much smaller."""

_POINTS_OF_A_PIXEL = 0.75
_BAR, _BETWEEN = 16.0, 10.0
_HEAD_LINES, _COLUMN_LINES, _MOST_NAME_LINES = 4, 8, 5
"""Lines of text that the heading takes with the scale, the longest column, the names under the columns."""

_TURNED = -90
_SIDES = {"goal": GAP, "start": RULE}
_NO_LINE = {"none": True}


def needed_points(picture: Picture, t: Language, *, width: float) -> float:
    """The least height of the chart in which bars, labels and names do not crowd, in points."""
    series, line = chart_series(picture, t), _SIZE * LINE
    share = 0.4 if picture.kind == "bars" else 1 / len(picture.marks)
    lines = max(line_count(full_name(mark), _SIZE, width=share * width) for mark in picture.marks)
    if picture.kind == "bars":
        pitch = max(len(series) * _BAR + _BETWEEN, lines * line + _BETWEEN / 2)
        return pitch * len(picture.marks) + _HEAD_LINES * line
    widest = max(text_width(label, _SIZE, is_bold=True) for label in series[0].labels)
    label = widest if widest > share * width / len(series) else line
    return (_HEAD_LINES + _COLUMN_LINES + min(lines, _MOST_NAME_LINES)) * line + label


def draw_chart(page: Sheet, table: SheetTable, picture: Picture, *, at: int, unit: str, title: str, size: tuple[float, float]) -> None:
    """Draw the marks of the table on their sheet.

    Args:
        page: The sheet.
        table: Where the marks stand.
        picture: What they show.
        at: The row at the chart's upper edge.
        unit: The cell that says what the numbers count.
        title: The finding, for those who do not see the chart.
        size: Width and height in points.
    """
    t, (width, height) = page.book.t, size
    plan = plan_chart(picture, t, width=width / _SCALE, height=height / _SCALE)
    chart = page.book.workbook.add_chart({"type": "bar" if picture.kind == "bars" else "column"})
    _add_series(chart, table, picture, plan, unit=unit)
    for key, colour, font_size in _sides(picture, plan, t):
        _add_side(chart, table, picture, key=key, colour=colour, size=font_size, is_turned=plan.is_turned)
    names, values = _axes(picture, plan)
    chart.set_y_axis(names if picture.kind == "bars" else values)
    chart.set_x_axis(values if picture.kind == "bars" else names)
    _set_head(chart, plan, unit=unit, width=width, height=height)
    chart.set_plotarea({"layout": _layout(picture, plan, width=width, height=height)})
    chart.set_chartarea({"border": {"color": GRID}})
    chart.set_size({"width": width / _POINTS_OF_A_PIXEL, "height": height / _POINTS_OF_A_PIXEL})
    told = f"{title}\n{in_words(picture, t)}"
    page.sheet.insert_chart(at, 0, chart, {"description": told, "object_position": 2})


def _add_series(chart: Chart, table: SheetTable, picture: Picture, plan: Plan, *, unit: str) -> None:
    """What was reached, each mark in its colour, labelled by the cells of its label."""
    rows = _rows(table, picture)
    colours = [mark.colour for mark in picture.marks]
    font = {"size": plan.sizes[0] * _SCALE, "bold": True, "color": INK, **_turned(is_turned=plan.is_turned)}
    labels = [{"value": f"={table.cell('label', row)}", "font": font} for row in rows]
    chart.add_series(
        {
            "name": f"={unit}",
            "categories": f"={table.cells('in_chart', rows[0], rows[-1])}",
            "values": f"={table.cells('value', rows[0], rows[-1])}",
            "fill": {"color": colours[0] if len(set(colours)) == 1 else INK},
            "points": [_point(mark) for mark in picture.marks],
            "gap": round(100 * plan.gap),
            "overlap": 0,
            "data_labels": {"value": True, "position": "outside_end", "font": font, "custom": labels},
        }
    )


def _point(mark: Mark) -> dict[str, Any]:
    """A full bar; one hatched and outlined where its value does not rest on the document itself."""
    if not mark.is_hatched:
        return {"fill": {"color": mark.colour}}
    pattern = {"pattern": "wide_upward_diagonal", "fg_color": mark.colour, "bg_color": PAPER}
    return {"pattern": pattern, "border": {"color": mark.colour}}


def _sides(picture: Picture, plan: Plan, t: Language) -> list[tuple[str, str, float]]:
    """Goals and starts, where there are any: the key of the column, the colour, the size of the labels."""
    drawn = {series.name for series in plan.series[1:]}
    named = zip(_SIDES.items(), (picture.goal_name, picture.start_name), side_names(picture, t), strict=True)
    return [(key, colour, plan.sizes[1] * _SCALE) for (key, colour), name, _ in named if name in drawn]


def _add_side(chart: Chart, table: SheetTable, picture: Picture, *, key: str, colour: str, size: float, is_turned: bool) -> None:
    rows = _rows(table, picture)
    labels = {"value": True, "position": "outside_end", "font": {"size": size, "color": INK, **_turned(is_turned=is_turned)}}
    chart.add_series(
        {
            "name": f"={table.cell(key, table.first_row - 1)}",
            "categories": f"={table.cells('in_chart', rows[0], rows[-1])}",
            "values": f"={table.cells(key, rows[0], rows[-1])}",
            "fill": {"color": colour},
            **({"data_labels": labels} if size else {}),
        }
    )


def _rows(table: SheetTable, picture: Picture) -> range:
    """The rows of the marks, the total left out."""
    return range(table.first_row, table.first_row + len(picture.marks))


def _turned(*, is_turned: bool) -> dict[str, int]:
    return {"rotation": _TURNED} if is_turned else {}


def _axes(picture: Picture, plan: Plan) -> tuple[dict[str, Any], dict[str, Any]]:
    """The axis of the names, and that of the numbers: from zero, to the whole where there is one, else as far as the numbers go."""
    quiet = {"size": _SIZE, "color": QUIET_INK}
    names = {
        "num_font": {"size": plan.names.size * _SCALE, "color": INK, **_turned(is_turned=plan.names.is_turned)},
        "line": {"color": LEADER},
        "major_tick_mark": "none",
        "reverse": picture.kind == "bars",
    }
    if not picture.whole:
        return names, {"min": 0, "visible": False, "major_gridlines": {"visible": False}}
    values = {
        "min": 0,
        "max": max(picture.whole, *(number for series in plan.series for number in series.values if number is not None)),
        "major_unit": picture.whole,
        "major_gridlines": {"visible": True, "line": {"color": RULE}},
        "major_tick_mark": "none",
        "line": _NO_LINE,
        "num_font": quiet,
        "num_format": "#,##0" if float(picture.whole).is_integer() else "General",
        "label_position": "high" if picture.kind == "bars" else "low",
    }
    return names, values


def _set_head(chart: Chart, plan: Plan, *, unit: str, width: float, height: float) -> None:
    """What the numbers count: as the heading, or in the legend where goals or starts stand beside."""
    font = {"size": _SIZE, "bold": False, "color": QUIET_INK}
    edge = PAD * _SCALE
    if len(plan.series) > 1:
        chart.set_title({"none": True})
        chart.set_legend({"position": "top", "font": font})
        return
    chart.set_title({"name": f"={unit}", "name_font": font, "layout": {"x": edge / width, "y": edge / 2 / height}})
    chart.set_legend({"none": True})


def _layout(picture: Picture, plan: Plan, *, width: float, height: float) -> dict[str, float]:
    """The plot as a share of the chart, with room for the labels beyond the marks: the axis may end where the longest bar does."""
    widest = max(text_width(label, plan.sizes[0] * _SCALE, is_bold=True) for label in plan.series[0].labels)
    line = _SIZE * LINE
    beyond, above = (widest, 0.0) if picture.kind == "bars" else (0.0, widest if plan.is_turned else line)
    pad = PAD * _SCALE
    left, top, below = plan.left * _SCALE + pad, plan.head * _SCALE + pad + above, plan.below * _SCALE + pad
    return {
        "x": left / width,
        "y": top / height,
        "width": (width - left - beyond - 2 * pad) / width,
        "height": (height - top - below) / height,
    }
