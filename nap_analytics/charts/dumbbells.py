"""The series of an indicator side by side: where each started, the value that counts, its target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from nap_analytics.charts.rows import axis_words, label, labelled_rows, lines, marks
from nap_analytics.charts.theme import STATUS_SYMBOLS
from nap_analytics.palette import INK, PAPER
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.status import dated_status
from nap_analytics.wording.values import dated_value, held_value, is_written_as_percentage, target_value, written_as

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from nap_analytics.wording.language import Language

_PALE = 0.45


def series_dumbbells(frame: Annotated[pd.DataFrame, "judged_series", "indicator_series"], *, colour: str, t: Language) -> go.Figure:
    """One row per series of one unit: baseline (ring), the value held against the target (dot), target (stroke) on one axis.

    A sum of periods has no ring: it starts from 0 by rule, and nobody measured that.
    """
    rows = list(rows_of(frame))
    axis = {"rangemode": "tozero", "tickformat": ",", "ticksuffix": percent_suffix(frame["value_kind"].iloc[0], t=t), "nticks": 6}
    title = t("Ring: baseline. Dot: the value that counts. Stroke: target.")
    left: Any = frame[["stated_baseline_value", "held_value", "target_value"]].min(axis=None)
    labels = [label(row.name, way_words(row, t=t)) for row in rows]
    figure, places = labelled_rows(labels, t=t, axis=axis | axis_words(title), left=0 if is_missing(left) else min(0, left))
    both = list(zip(places, rows, strict=True))
    ways = [
        (row.stated_baseline_value, row.held_value, at)
        for at, row in both
        if not is_missing(row.stated_baseline_value) and not is_missing(row.held_value)
    ]
    ring = {"symbol": "circle", "size": 13, "color": PAPER, "line": {"color": colour, "width": 2.5}}
    stroke = {"symbol": "line-ns", "size": 20, "color": INK, "line": {"color": INK, "width": 4}}
    dot = {"symbol": "circle", "size": 13, "color": colour, "line": {"color": colour, "width": 2.5}}
    figure.add_traces(
        [
            lines(ways, colour=colour, width=4, opacity=_PALE, name="way"),
            marks([(row.stated_baseline_value, at) for at, row in both], marker=ring, name="baseline"),
            marks([(row.target_value, at) for at, row in both], marker=stroke, name="target"),
            marks([(row.held_value, at) for at, row in both], marker=dot, name="latest"),
        ]
    )
    return figure


def way_words(row: Annotated[Any, "judged_series", "indicator_series"], *, t: Language) -> str:
    """Baseline, the value that counts and target of a series, each with its day, and its status; a row of ``judged_series``."""
    baseline = dated_value(t, row.stated_baseline_value, row.stated_baseline_date, since=row.baseline_start, **written_as(row))
    parts = [
        (row.stated_baseline_value, t("baseline {value}", value=baseline)),
        (row.held_value, t("latest value counted: {value}", value=held_value(t, row))),
        (row.target_value, t("target {value}", value=target_value(t, row))),
    ]
    told = ", ".join(text for value, text in parts if not is_missing(value))
    if row.status == "not_assessed":
        return told
    return t("{symbol} {status}: {way}", symbol=STATUS_SYMBOLS[row.status], status=dated_status(t, row.status, row.status_date), way=told)


def percent_suffix(value_kind: str, *, t: Language) -> str:
    """The percent sign as the language writes it, for shares."""
    return t.percent(0).replace("0", "") if is_written_as_percentage(value_kind) else ""
