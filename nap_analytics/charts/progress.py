"""Charts of progress: bounds of pillars and results, completion of activities, progress against expected progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from nap_analytics.charts.rows import label, labelled_rows, percent_axis
from nap_analytics.charts.theme import (
    BAND,
    INK,
    PAPER,
    QUIET_INK,
    STATUS_COLOURS,
    STATUS_MARKERS,
    STATUS_SYMBOLS,
    pillar_colour,
)
from nap_analytics.language import is_missing
from nap_analytics.values import dated_value
from nap_analytics.words import short_status

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.language import Language

_BAND_OPACITY = 0.28
_MEAN_MARK = {"symbol": "line-ns", "size": 20, "line": {"width": 5}}


def pillar_bounds(frame: pd.DataFrame, *, t: Language) -> go.Figure:
    """One row per pillar: a band from the lowest to the highest possible progress, a mark at the measured mean."""
    rows = list(frame.itertuples())
    labels = [label(f"{row.pillar_code}. {row.short_name}", bounds_text(row, t=t)) for row in rows]
    return _bounds(rows, labels=labels, colours=[pillar_colour(row.wps_pillar) for row in rows], t=t)


def result_bounds(frame: pd.DataFrame, *, colours: list[str], t: Language) -> go.Figure:
    """One row per group of indicators, in the colours of their pillars: a pillar's objective, then its results."""
    rows = list(frame.itertuples())
    labels = [label(group_name(row, t=t), bounds_text(row, t=t), most_lines=3) for row in rows]
    return _bounds(rows, labels=labels, colours=colours, t=t)


def completion_readings(frame: pd.DataFrame, *, t: Language) -> go.Figure:
    """One row per priority: activities completed of those planned; a hollow mark at the other possible reading."""
    rows = list(frame.itertuples())
    figure, places = labelled_rows([label(f"{row.pillar_code}. {row.short_name}", *_completion_notes(row, t=t)) for row in rows], t=t)
    for at, row in zip(places, rows, strict=True):
        colour = pillar_colour(row.wps_pillar)
        figure.add_trace(_thick_line([0, 100], at, colour=BAND, width=6))
        figure.add_trace(_thick_line([0, row.completion_pct], at, colour=colour, width=14))
        if not is_missing(row.other_completion_pct):
            figure.add_trace(_other_reading(row, at, colour=colour, t=t))
    percent_axis(figure, t=t, title=t("Activities completed, in % of those planned"))
    return figure


def series_bullets(frame: pd.DataFrame, *, t: Language) -> go.Figure:
    """One row per assessed series: a bar of its progress, a stroke where it should stand by now, its status at the end."""
    rows = list(frame.itertuples())
    figure, places = labelled_rows([_bullet_label(row, t=t) for row in rows], t=t)
    for at, row in zip(places, rows, strict=True):
        figure.add_trace(_thick_line([0, 100], at, colour=BAND, width=16))
        figure.add_trace(_thick_line([0, row.shown_pct], at, colour=pillar_colour(row.wps_pillar), width=9))
        figure.add_trace(_mark(row.expected_pct, at, name="expected", marker=_MEAN_MARK | {"color": INK, "line": {"width": 3, "color": INK}}))
        figure.add_trace(_mark(row.shown_pct, at, name=row.status, marker=_status_mark(row.status)))
    percent_axis(figure, t=t, title=t("Part of the way from baseline to target; stroke: where it should be by then"))
    return figure


def bounds_text(row: object, *, t: Language) -> str:
    """The measured mean with its bounds and its coverage, in words."""
    coverage = t.n(
        "{assessed} of {count} assessed",
        "{assessed} of {count} assessed",
        row.indicator_count,
        assessed=t.number(row.assessed_count),
    )
    if is_missing(row.progress_pct):
        return t(
            "Not assessed (possible {lower}–{upper}), {coverage}",
            lower=t.number(row.lower_pct, 0),
            upper=t.percent(row.upper_pct, 0),
            coverage=coverage,
        )
    return t(
        "{progress} (possible {lower}–{upper}), {coverage}",
        progress=t.percent(row.progress_pct, 0),
        lower=t.number(row.lower_pct, 0),
        upper=t.percent(row.upper_pct, 0),
        coverage=coverage,
    )


def group_name(row: object, *, t: Language) -> str:
    """Code and text of a group of indicators."""
    return t("Objective: {text}", text=row.text) if row.group_code == "objective" else f"{row.group_code} {row.text}"


def _bounds(rows: list, *, labels: list[str], colours: list[str], t: Language) -> go.Figure:
    figure, places = labelled_rows(labels, t=t)
    for at, row, colour in zip(places, rows, colours, strict=True):
        if is_missing(row.progress_pct):
            figure.add_trace(_not_assessed(at))
            continue
        figure.add_trace(_thick_line([row.lower_pct, row.upper_pct], at, colour=colour, width=14, opacity=_BAND_OPACITY))
        figure.add_trace(_mark(row.progress_pct, at, name="mean", marker=_MEAN_MARK | {"line": {"width": 5, "color": colour}}))
    percent_axis(figure, t=t, title=t("Part of the way to the targets: mean of what is assessed, and how far it could differ"))
    return figure


def _completion_notes(row: object, *, t: Language) -> list[str]:
    notes = [
        t(
            "{share}: {done} of {planned} planned activities completed",
            share=t.percent(row.completion_pct, 0),
            done=t.number(row.completed_count),
            planned=t.number(row.planned_count),
        )
    ]
    if not is_missing(row.other_completion_pct):
        notes.append(
            t(
                "Other reading of the source: {done} of {planned}, {share}",
                share=t.percent(row.other_completion_pct, 0),
                done=t.number(row.other_completed_count),
                planned=t.number(row.other_planned_count),
            )
        )
    return notes


def _bullet_label(row: object, *, t: Language) -> str:
    code = row.indicator_id.partition(":")[2]
    values = {"value_kind": row.value_kind, "unit": row.unit}
    standing = t(
        "{symbol} {status}: {progress} of the way, {expected} expected",
        symbol=STATUS_SYMBOLS[row.status],
        status=short_status(t, row.status),
        progress=t.percent(row.progress_pct, 0),
        expected=t.percent(row.expected_pct, 0),
    )
    if row.is_to_hold:
        standing = t(
            "{symbol} {status}: a level to hold, at {progress} of the target",
            symbol=STATUS_SYMBOLS[row.status],
            status=short_status(t, row.status),
            progress=t.percent(row.progress_pct, 0),
        )
    way = t(
        "{baseline} → {latest}, target {target}",
        baseline=dated_value(t, row.baseline_value, row.baseline_date, **values),
        latest=dated_value(t, row.latest_value, row.period_end, **values),
        target=dated_value(t, row.target_value, row.target_date, **values),
    )
    symbol = STATUS_SYMBOLS[row.status]
    coloured = f'<span style="color:{STATUS_COLOURS[row.status]}">{symbol}</span>'
    return label(f"{code} {row.name}", standing, way, most_lines=2).replace(symbol, coloured, 1)


def _thick_line(ends: list[float], at: float, *, colour: str, width: int, opacity: float = 1) -> go.Scatter:
    return go.Scatter(x=ends, y=[at, at], mode="lines", line={"color": colour, "width": width}, opacity=opacity, hoverinfo="skip")


def _not_assessed(at: float) -> go.Scatter:
    """The whole width, dotted: it could be anything."""
    line = {"color": STATUS_COLOURS["not_assessed"], "width": 2, "dash": "dot"}
    return go.Scatter(x=[0, 100], y=[at, at], mode="lines", line=line, hoverinfo="skip", name="not_assessed")


def _mark(value: float, at: float, *, name: str, marker: dict) -> go.Scatter:
    return go.Scatter(x=[value], y=[at], mode="markers", marker=marker, name=name, hoverinfo="skip", cliponaxis=False)


def _status_mark(status: str) -> dict:
    return {
        "symbol": STATUS_MARKERS[status],
        "size": 17,
        "color": STATUS_COLOURS[status],
        "line": {"color": PAPER, "width": 1.5},
    }


def _other_reading(row: object, at: float, *, colour: str, t: Language) -> go.Scatter:
    return go.Scatter(
        x=[row.other_completion_pct],
        y=[at],
        mode="markers+text",
        text=[t("other reading")],
        textposition="middle right",
        textfont={"color": QUIET_INK},
        marker={"symbol": "circle-open", "size": 14, "color": colour, "line": {"width": 3}},
        name="other",
        hoverinfo="skip",
        cliponaxis=False,
    )
