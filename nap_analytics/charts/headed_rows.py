"""Marks of any height, each under its own heading: long names need no margin, so nothing is cut on a narrow screen.

The vertical axis counts pixels from the top of the figure. Headings, bars and boxes stand where their pixels say.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from nap_analytics.charts.theme import TEXT_SIZE, base_layout, wrapped
from nap_analytics.palette import GAP, INK, PAPER, PETROL, QUIET_INK
from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from nap_analytics.wording.language import Language

PLAN_COLOUR = PETROL
"""A plan as a whole, which belongs to no theme."""

MISSING_LINE = {"color": GAP, "width": 1.5, "dash": "dash"}
"""The outline of what the sources do not say, wherever a mark would stand."""

LINE_HEIGHT = 21
"""Pixels of a line of text."""

HEADING_WIDTH = 50
"""Characters in a line of a heading, so that it fits 390 pixels."""

_GAP_UNDER_HEADING = 4
_AXIS_PIXELS = 34


@dataclass(frozen=True)
class Rows:
    """Where the rows of a figure stand.

    Attributes:
        headings: The text over each row.
        heading_tops: Pixels from the top to each heading.
        middles: Pixels from the top to the middle of each row's marks.
        height: Pixels of the whole.
    """

    headings: list[str]
    heading_tops: list[float]
    middles: list[float]
    height: int


def lines(text: str, *, width: int = HEADING_WIDTH, bold: str = "") -> str:
    """A text of the data, escaped and broken into lines; its beginning may be bold."""
    broken = "<br>".join(escape(line, quote=False) for line in wrapped(f"{bold}{text}", width=width).split("<br>"))
    start = escape(bold, quote=False)
    return f"<b>{start}</b>{broken.removeprefix(start)}" if bold and broken.startswith(start) else broken


def placed_rows(
    headings: Sequence[str],
    *,
    mark_height: float | Sequence[float],
    gap: float = 14,
    top: int = 0,
    line_height: int = LINE_HEIGHT,
    under: int = _GAP_UNDER_HEADING,
) -> Rows:
    """Rows one under the other, each as high as its heading and its marks ask for.

    Args:
        headings: The text over each row, broken into lines by ``<br>``; empty for none.
        mark_height: Pixels for the marks of each row, or of all.
        gap: Pixels between a row's marks and the next heading.
        top: Pixels left free at the top.
        line_height: Pixels of a line of a heading.
        under: Pixels between a heading and its marks.
    """
    heights = [mark_height] * len(headings) if isinstance(mark_height, (int, float)) else list(mark_height)
    heading_tops: list[float] = []
    middles: list[float] = []
    at = float(top)
    for heading, height in zip(headings, heights, strict=True):
        heading_tops.append(at)
        at += line_height * (heading.count("<br>") + 1) + under if heading else 0
        middles.append(at + height / 2)
        at += height + gap
    return Rows(headings=list(headings), heading_tops=heading_tops, middles=middles, height=round(max(at - gap, top)) + 4)


def rows_figure(
    rows: Rows,
    marks: Sequence[go.Bar | go.Scatter],
    *,
    t: Language,
    x_range: Sequence[Any],
    starts: Sequence[Any] | None = None,
    axis: Mapping[str, Any] | None = None,
    boxes: Sequence[dict[str, Any]] = (),
    notes: Sequence[dict[str, Any]] = (),
    more_axes: Mapping[str, Any] | None = None,
) -> go.Figure:
    """The marks of the rows under their headings.

    Args:
        rows: Where the rows stand.
        marks: What is drawn in them; their y is one of ``rows.middles``.
        t: The language shown.
        x_range: First and last value of the horizontal axis.
        starts: Where on the axis each heading begins; at the left edge if not given.
        axis: Settings of the horizontal axis, which is then shown; it is hidden if none are given.
        boxes: Shapes, such as those of `missing_box`.
        notes: Texts beside the headings, such as those of `quiet_text`.
        more_axes: Further axes of the layout, by name.
    """
    foot = 0 if axis is None else _AXIS_PIXELS
    places: Sequence[tuple[str, Any]] = [("paper", 0)] * len(rows.headings) if starts is None else [("x", start) for start in starts]
    headings = [
        {**quiet_text(text, x=x, y=y, xref=xref), "yanchor": "top", "font": {"size": TEXT_SIZE, "color": INK}, "name": "heading"}
        for text, y, (xref, x) in zip(rows.headings, rows.heading_tops, places, strict=True)
        if text
    ]
    base = base_layout(t=t, height=rows.height + foot)
    ours = {
        "margin": {"l": 0, "r": 0, "t": 0, "b": foot},
        "barmode": "overlay",
        "annotations": [*headings, *notes],
        "shapes": list(boxes),
        "xaxis": {**base["xaxis"], "automargin": False, "range": list(x_range), "visible": axis is not None, "ticks": "", **(axis or {})},
        "yaxis": {**base["yaxis"], "automargin": False, "range": [rows.height, 0], "visible": False},
    }
    return go.Figure(data=list(marks), layout={**base, **ours, **(more_axes or {})})


def bars(rows: Rows, amounts: pd.Series, *, height: int, marker: dict[str, Any], name: str = "planned") -> go.Bar:
    """One bar in each row, as long as its amount; none for an amount that is missing."""
    known = [None if is_missing(amount) else float(amount) for amount in amounts]
    return go.Bar(orientation="h", x=known, y=rows.middles, width=height, marker=marker, hoverinfo="skip", name=name)


def bar_rows(headings: Sequence[str], amounts: pd.Series, *, height: int, colours: Sequence[str] | str, t: Language) -> go.Figure:
    """One bar under each heading; an amount that is missing has none."""
    places = placed_rows(headings, mark_height=height)
    return rows_figure(places, [bars(places, amounts, height=height, marker={"color": colours})], t=t, x_range=[0, largest(amounts)])


def largest(amounts: pd.Series) -> float:
    """The end of an axis from zero that all the amounts fit on; 1 where there is none."""
    known = amounts.dropna()
    return (float(known.max()) if len(known) else 0) or 1.0


def missing_box(*, middle: float, height: float, x0: Any = 0.002, x1: Any = 0.998, xref: str = "paper") -> dict[str, Any]:
    """The outlined empty slot of a mark that cannot be drawn, over the whole width unless said otherwise, as a Plotly shape."""
    ends = {"x0": x0, "x1": x1, "y0": middle - height / 2, "y1": middle + height / 2}
    return {"type": "rect", "xref": xref, "line": MISSING_LINE, **ends}


def hatched(is_full: Sequence[bool]) -> dict[str, Any]:
    """The marker of plans' totals: full for the plan's own table, outlined and hatched for an amount that rests on another word."""
    return {
        "color": [PLAN_COLOUR] * len(is_full),
        "line": {"color": PLAN_COLOUR, "width": 1.5},
        "pattern": {"shape": ["" if full else "/" for full in is_full], "fgcolor": PLAN_COLOUR, "bgcolor": PAPER, "size": 8},
    }


def quiet_text(text: str, *, x: Any, y: Any, xref: str = "paper", xanchor: str = "left") -> dict[str, Any]:
    """A remark on the chart in quiet ink, as a Plotly annotation."""
    place = {"xref": xref, "x": x, "y": y, "xanchor": xanchor, "yanchor": "middle", "align": xanchor}
    return {"text": text, "showarrow": False, "font": {"size": TEXT_SIZE, "color": QUIET_INK}, **place}
