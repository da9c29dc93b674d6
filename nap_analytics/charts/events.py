"""Events of the country on a chart over time: a thin dotted line at each, its few words in lines of their own above the plot."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Annotated, Any

import pandas as pd
import plotly.graph_objects as go

from nap_analytics.charts.theme import TEXT_SIZE, wrapped
from nap_analytics.palette import LEADER, PAPER, QUIET_INK
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.values import written_period

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language

_LABEL_SIZE = TEXT_SIZE - 3
_LETTER_PIXELS = 6.2
_LINE_PIXELS = 15
_GAP_PIXELS = 6
_BESIDE_PIXELS = 2
_NARROWEST_PLOT = 265
"""Pixels of the plot on the narrowest telephone: labels that do not meet there meet nowhere."""


@dataclass(frozen=True)
class EventMarks:
    """What a figure adds for its events.

    Attributes:
        shapes: The dotted lines.
        notes: Their words.
        traces: Invisible marks that tell an event whole under the pointer.
        room: Pixels above the plot that the words need.
    """

    shapes: list[dict[str, Any]] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)
    traces: list[go.Scatter] = field(default_factory=list)
    room: int = 0


@dataclass(frozen=True)
class _Label:
    """Where the words of an event stand: on which side of its line, and in which line of words, from the plot upwards."""

    is_before: bool
    level: int


def events_within(events: Annotated[pd.DataFrame, "chart_events"], first: Any, last: Any) -> pd.DataFrame:
    """The events that lie in a span of time, its ends included; an event of several days lies where its last day does.

    Args:
        events: Rows of ``chart_events``.
        first: First day of the span.
        last: Its last day.
    """
    days = pd.to_datetime(events["date_to"])
    return events[(days >= pd.Timestamp(first)) & (days <= pd.Timestamp(last))]


def event_marks(events: Annotated[pd.DataFrame, "chart_events"], *, first: Any, last: Any, top: float, t: Language) -> EventMarks:
    """Lines, words and pointer texts of the events in a span of time; none of an event outside it.

    Args:
        events: Localised rows of ``chart_events``.
        first: First day of the axis of time.
        last: Its last day.
        top: The upper end of the axis of values.
        t: The language shown.
    """
    shown = events_within(events, first, last)
    if shown.empty:
        return EventMarks()
    days, span = pd.to_datetime(shown["date_to"]), pd.Timestamp(last) - pd.Timestamp(first)
    shares = [(day - pd.Timestamp(first)) / span if span else 0.0 for day in days]
    labels = _placed(list(zip(shares, shown["label"], strict=True)))
    return EventMarks(
        shapes=[part for day, label in zip(days, labels, strict=True) for part in (_line(day), _leader(day, label))],
        notes=[_words(day, text, label) for day, text, label in zip(days, shown["label"], labels, strict=True)],
        traces=[_pointer_texts(shown, days, top=top, t=t)],
        room=_LINE_PIXELS * (1 + max(label.level for label in labels)) + _GAP_PIXELS,
    )


def _placed(words: list[tuple[float, str]]) -> list[_Label]:
    """A level and a side for each event, so that no words meet: the lowest level that is free on either side of its line.

    Args:
        words: Place on the axis, from 0 to 1, and words of each event, in order of time.
    """
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for share, text in words:
        place, width = share * _NARROWEST_PLOT, _GAP_PIXELS + len(text) * _LETTER_PIXELS
        before = [(place - width, place)] if place >= width else []
        after = [(place, place + width)] if place + width <= _NARROWEST_PLOT or not before else []
        spans = before + after
        level, span = min(((_lowest(taken, each), each) for each in spans), key=lambda found: found[0])
        if level == len(taken):
            taken.append([])
        taken[level].append(span)
        placed.append(_Label(is_before=span in before, level=level))
    return placed


def _lowest(taken: list[list[tuple[float, float]]], span: tuple[float, float]) -> int:
    """The lowest level on which no other words stand in this span."""
    return next((level for level, others in enumerate(taken) if all(_is_apart(span, other) for other in others)), len(taken))


def _is_apart(span: tuple[float, float], other: tuple[float, float]) -> bool:
    return span[1] + _GAP_PIXELS <= other[0] or span[0] >= other[1] + _GAP_PIXELS


def _line(day: pd.Timestamp) -> dict[str, Any]:
    place = {"type": "line", "xref": "x", "yref": "paper", "x0": day, "x1": day, "y0": 0, "y1": 1, "layer": "below"}
    return place | {"line": {"color": QUIET_INK, "width": 1, "dash": "dot"}, "name": "event"}


def _leader(day: pd.Timestamp, label: _Label) -> dict[str, Any]:
    """What prolongs the dotted line above the plot to the words; words cover the leaders of other events."""
    place = {"type": "line", "xref": "x", "yref": "paper", "x0": day, "x1": day, "layer": "below"}
    size = {"ysizemode": "pixel", "yanchor": 1, "y0": 0, "y1": _height(label)}
    return place | size | {"line": {"color": LEADER, "width": 1}, "name": "leader"}


def _words(day: pd.Timestamp, text: str, label: _Label) -> dict[str, Any]:
    """The words beside the end of the leader."""
    side, shift = ("right", -_BESIDE_PIXELS) if label.is_before else ("left", _BESIDE_PIXELS)
    place = {"x": day, "xref": "x", "y": 1, "yref": "paper", "xanchor": side, "yanchor": "middle", "xshift": shift}
    look = {"showarrow": False, "font": {"size": _LABEL_SIZE, "color": QUIET_INK}, "bgcolor": PAPER, "borderpad": 0}
    return place | look | {"yshift": _height(label), "text": escape(text, quote=False), "name": "event"}


def _height(label: _Label) -> float:
    """Pixels from the plot up to the middle of the words."""
    return _GAP_PIXELS + _LINE_PIXELS * (label.level + 0.5)


def _pointer_texts(shown: pd.DataFrame, days: pd.Series, *, top: float, t: Language) -> go.Scatter:
    """Each event whole, with its day and its source, under the pointer at the upper end of its line."""
    told = [
        wrapped(escape(t("{name}: {value}", name=written_period(t, row.date_from, row.date_to), value=row.name), quote=False), width=44)
        + f"<br><i>{wrapped(escape(row.source_title, quote=False), width=44)}</i>"
        for row in rows_of(shown)
    ]
    marker = {"size": 16, "opacity": 0, "color": QUIET_INK}
    settings = {"hovertext": told, "hoverinfo": "text", "showlegend": False, "cliponaxis": False, "name": "events"}
    return go.Scatter(x=days, y=[top] * len(days), mode="markers", marker=marker, **settings)
