"""Charts of rows whose label stands above its bar: nothing is cut at the width of a telephone."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from nap_analytics.charts.headed_rows import lines as escaped_lines
from nap_analytics.charts.headed_rows import placed_rows
from nap_analytics.charts.theme import TEXT_SIZE, base_layout, wrapped
from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nap_analytics.wording.language import Language

LABEL_WIDTH = 47
"""Characters in a line of a label, so that it fits 360 pixels."""

_LINE_PIXELS, _BAR_PIXELS, _FOOT_PIXELS, _LABEL_PIXELS = 19, 40, 72, 14


def label(title: str, *notes: str, most_lines: int | None = None) -> str:
    """A label of a row: its title in bold, and its notes, each wrapped and written as text.

    Args:
        title: What the row is.
        notes: What is to be known of it, in plain text.
        most_lines: The title is shortened to so many lines.
    """
    lines = wrapped(title, width=LABEL_WIDTH - 4).split("<br>")
    if most_lines is not None and len(lines) > most_lines:
        lines = [*lines[: most_lines - 1], f"{lines[most_lines - 1]} …"]
    heading = "<br>".join(f"<b>{escape(line, quote=False)}</b>" for line in lines)
    return "<br>".join([heading, *(escaped_lines(note, width=LABEL_WIDTH) for note in notes if note)])


def labelled_rows(
    labels: Sequence[str], *, t: Language, axis: Mapping[str, object] | None = None, left: float = 0
) -> tuple[go.Figure, list[float]]:
    """A figure with one row for each label, the first on top, and the height at which the bar of each row stands.

    Args:
        labels: Made by ``label``.
        t: The language shown.
        axis: Settings of the horizontal axis.
        left: Where the axis begins, and each label with it.
    """
    places = placed_rows(labels, mark_height=_BAR_PIXELS, gap=0, line_height=_LINE_PIXELS, under=0).middles
    bottom = round(places[-1] + _BAR_PIXELS / 2)
    layout = base_layout(t=t, height=bottom + _FOOT_PIXELS)
    layout["margin"] = {"l": 14, "r": 28, "t": 0, "b": _FOOT_PIXELS}
    layout["xaxis"] |= axis or {}
    layout["yaxis"] |= {"range": [bottom, 0], "visible": False}
    return go.Figure(data=[_labels(labels, [place - _LABEL_PIXELS for place in places], left=left)], layout=layout), places


def _labels(texts: Sequence[str], heights: Sequence[float], *, left: float) -> go.Scatter:
    """The labels, each above its bar."""
    look = {"mode": "text", "textposition": "top right", "hoverinfo": "skip", "cliponaxis": False}
    return go.Scatter(x=[left] * len(texts), y=heights, text=list(texts), name="label", **look)


def lines(
    spans: Sequence[tuple[float, float, float]], *, colour: str, width: int, opacity: float = 1, dash: str = "solid", name: str = ""
) -> go.Scatter:
    """Thick horizontal lines of one colour, each from, to and at a height: one trace for all of them."""
    ends = [end for start, stop, _ in spans for end in (start, stop, None)]
    heights = [height for _, _, at in spans for height in (at, at, None)]
    line = {"color": colour, "width": width, "dash": dash}
    return go.Scatter(x=ends, y=heights, mode="lines", line=line, opacity=opacity, name=name, hoverinfo="skip")


def marks(points: Sequence[tuple[float | None, float]], *, marker: dict[str, Any], name: str) -> go.Scatter:
    """Marks at a value and a height: one trace for all of them."""
    known = [(value, at) for value, at in points if not is_missing(value)]
    x, y = [value for value, _ in known], [at for _, at in known]
    return go.Scatter(x=x, y=y, mode="markers", marker=marker, name=name, hoverinfo="skip", cliponaxis=False)


def percent_axis(t: Language, *, title: str) -> dict[str, object]:
    """An axis from 0 to 100 %, with what it measures."""
    ticks = (0, 25, 50, 75, 100)
    return {"range": [0, 100], "tickvals": ticks, "ticktext": [t.percent(tick) for tick in ticks], **axis_words(title)}


def axis_words(title: str) -> dict[str, object]:
    """The words of a horizontal axis, which wrap on a telephone."""
    return {
        "title": {"text": wrapped(title, width=LABEL_WIDTH), "font": {"size": TEXT_SIZE}, "standoff": 8},
        "tickfont": {"size": TEXT_SIZE - 1},
    }
