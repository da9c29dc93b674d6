"""Charts of progress: bounds of pillars and results, completion of activities, progress against expected progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from nap_analytics.charts.rows import label, labelled_rows, lines, marks, percent_axis
from nap_analytics.charts.theme import STATUS_MARKERS, STATUS_SYMBOLS, pillar_colour
from nap_analytics.palette import BAND, INK, PAPER, STATUS_COLOURS
from nap_analytics.wording.codes import pillar_words, shown_code, with_capital, word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.status import dated_status, way_gone
from nap_analytics.wording.values import held_value, start_value, target_value

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from nap_analytics.wording.language import Language

_BAND_OPACITY = 0.28


def pillar_bounds(frame: Annotated[pd.DataFrame, "pillar_progress"], *, t: Language) -> go.Figure:
    """One row per pillar: a band from the lowest to the highest possible progress, a mark at the measured mean."""
    rows = list(rows_of(frame))
    labels = [label(f"{row.pillar_code}. {row.short_name}", bounds_text(row, t=t), measured_text(row, t=t)) for row in rows]
    return _bounds(rows, labels=labels, colours=[pillar_colour(row.wps_pillar) for row in rows], t=t)


def result_bounds(frame: Annotated[pd.DataFrame, "result_progress"], *, colours: list[str], t: Language) -> go.Figure:
    """One row per group of indicators, in the colours of their pillars: a pillar's objective, then its results."""
    rows = list(rows_of(frame))
    labels = [label(group_name(row, t=t), bounds_text(row, t=t), most_lines=3) for row in rows]
    return _bounds(rows, labels=labels, colours=colours, t=t)


def completion_readings(frame: Annotated[pd.DataFrame, "reported_completion"], *, t: Language) -> go.Figure:
    """One row per priority: activities completed of those planned; a ring at the other possible reading."""
    rows = list(rows_of(frame))
    labels = [label(f"{row.pillar_code}. {row.short_name}", *_completion_notes(row, t=t)) for row in rows]
    title = t("Activities completed, in % of those planned; ring: the other reading of the source")
    figure, places = labelled_rows(labels, t=t, axis=percent_axis(t, title=title))
    ring = {"symbol": "circle", "size": 13, "color": PAPER, "line": {"color": INK, "width": 2.5}}
    figure.add_traces(
        [
            lines([(0, 100, at) for at in places], colour=BAND, width=6),
            *(
                lines([(0, row.completion_pct, at)], colour=pillar_colour(row.wps_pillar), width=14, name="completed")
                for at, row in zip(places, rows, strict=True)
            ),
            marks([(row.other_completion_pct, at) for at, row in zip(places, rows, strict=True)], marker=ring, name="other"),
        ]
    )
    return figure


def series_bullets(frame: Annotated[pd.DataFrame, "judged_series"], *, t: Language) -> go.Figure:
    """One row per series held against a target: a bar of its progress, a stroke where it should have stood then, its status at the end.

    A series without progress, for want of a baseline or a value, has a dotted line and no sign: at the start it would read as 0 %.
    """
    rows = list(rows_of(frame))
    title = t("Progress from baseline to target; stroke: expected by then")
    figure, places = labelled_rows([_bullet_label(row, t=t) for row in rows], t=t, axis=percent_axis(t, title=title))
    by_colour: dict[str, list[tuple[float, float, float]]] = {}
    known = [(at, row) for at, row in zip(places, rows, strict=True) if not is_missing(row.shown_pct)]
    unknown = [(0.0, 100.0, at) for at, row in zip(places, rows, strict=True) if is_missing(row.shown_pct)]
    for at, row in known:
        by_colour.setdefault(pillar_colour(row.wps_pillar), []).append((0, row.shown_pct, at))
    expected = [(None if row.is_to_hold else row.expected_pct, at) for at, row in zip(places, rows, strict=True)]
    standing = {
        "symbol": [STATUS_MARKERS[row.status] for _, row in known],
        "size": 17,
        "color": [STATUS_COLOURS[row.status] for _, row in known],
        "line": {"color": PAPER, "width": 1.5},
    }
    figure.add_traces(
        [
            lines([(0, 100, at) for at, _ in known], colour=BAND, width=16),
            lines(unknown, colour=STATUS_COLOURS["not_assessed"], width=2, dash="dot", name="not_assessed"),
            *(lines(spans, colour=colour, width=9, name="progress") for colour, spans in by_colour.items()),
            marks(expected, marker=_stroke(INK, width=3), name="expected"),
            marks([(row.shown_pct, at) for at, row in known], marker=standing, name="status"),
        ]
    )
    return figure


def bounds_text(row: Annotated[Any, "pillar_progress", "result_progress"], *, t: Language) -> str:
    """The mean where it may stand alone, else only between what it could lie; and how many indicators are assessed."""
    if not row.indicator_count:
        return t("no indicator in the sources")
    coverage = t.n(
        "{count} of {total} assessed", "{count} of {total} assessed", int(row.assessed_count), total=t.number(row.indicator_count)
    )
    bounds = {"lower": t.number(row.lower_pct), "upper": t.percent(row.upper_pct)}
    if is_missing(row.progress_pct):
        return t("Not assessed: {coverage}", coverage=coverage)
    if not row.is_headline_mean:
        return t("Anything from {lower} to {upper}: {coverage}", coverage=coverage, **bounds)
    progress = t.percent(row.progress_pct, 0)
    if row.assessed_count == row.indicator_count:
        return t("{progress}, {coverage}", progress=progress, coverage=coverage)
    return t("{progress} (possible {lower}–{upper}), {coverage}", progress=progress, coverage=coverage, **bounds)


def measured_text(row: Annotated[Any, "pillar_progress"], *, t: Language) -> str:
    """How many indicators are measured, beside those that can be assessed; nothing where these are the same."""
    measured, near = int(row.measured_count), int(row.near_count)
    told = [
        t.n("{count} measured", "{count} measured", measured) if measured != row.assessed_count else "",
        t.n("{count} with a near measure only", "{count} with a near measure only", near) if near else "",
    ]
    return ", ".join(each for each in told if each)


def group_name(row: Annotated[Any, "result_progress"], *, t: Language) -> str:
    """Code and text of a group of indicators; a localised row of ``result_progress``."""
    if is_missing(row.text):
        return group_head(row, t=t)
    return t("Objective: {text}", text=row.text) if row.group_code == "objective" else f"{group_head(row, t=t)} {row.text}"


def group_head(row: Annotated[Any, "result_progress"], *, t: Language) -> str:
    """The code of a result; of a group above the results what its indicators hang on, in few words."""
    if row.group_code != "objective":
        return shown_code(t, row.group_code, row.printed_code)
    if not row.objective_count:
        return t("Above the results")
    if row.is_of_pillar:
        return t.n("Above the results: {count} objective", "Above the results: {count} objectives", int(row.objective_count))
    return t("Objective") if row.objective_count == 1 else t("{count} objectives", count=t.number(row.objective_count))


def node_note(row: Annotated[Any, "indicator_progress"], *, head: Annotated[Any, "result_progress"], t: Language) -> str:
    """What an indicator hangs on, where the head of its group cannot say it; rows of ``indicator_progress`` and ``result_progress``."""
    if head.objective_count + head.is_of_pillar < 2:
        return ""
    level = with_capital(pillar_words(t, head).one) if row.level == "pillar" else word(t, row.level)
    return t("{level} {code}: {text}", level=level, code=shown_code(t, row.node_code, row.printed_code), text=row.node_text)


def _bounds(rows: list[Any], *, labels: list[str], colours: list[str], t: Language) -> go.Figure:
    title = t("Progress towards the targets. Band: the possible values")
    if any(row.is_headline_mean for row in rows):
        title = t("Progress towards the targets. Band: the possible values; stroke: the mean, where it is reliable enough to be given")
    figure, places = labelled_rows(labels, t=t, axis=percent_axis(t, title=title))
    known = [(at, row, colour) for at, row, colour in zip(places, rows, colours, strict=True) if not is_missing(row.progress_pct)]
    unknown = [(0, 100, at) for at, row in zip(places, rows, strict=True) if is_missing(row.progress_pct)]
    bands = [
        lines([(row.lower_pct, row.upper_pct, at)], colour=colour, width=14, opacity=_BAND_OPACITY, name="bounds")
        for at, row, colour in known
    ]
    told = [(at, row, colour) for at, row, colour in known if row.is_headline_mean]
    means = marks([(row.progress_pct, at) for at, row, _ in told], marker=_stroke([colour for *_, colour in told], width=5), name="mean")
    empty = lines(unknown, colour=STATUS_COLOURS["not_assessed"], width=2, dash="dot", name="not_assessed")
    figure.add_traces([*bands, means, *([empty] if unknown else [])])
    return figure


def _completion_notes(row: Any, *, t: Language) -> list[str]:
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


def _bullet_label(row: Any, *, t: Language) -> str:
    code = shown_code(t, row.code, row.printed_code)
    symbol = STATUS_SYMBOLS[row.status]
    status = f"{symbol} {dated_status(t, row.status, row.status_date)}"
    gone = way_gone(t, row, known_day=row.status_date)
    standing = t("{status}; {way}", status=status, way=gone) if gone else status
    way = t(
        "{baseline} → {latest}, target {target}",
        baseline=start_value(t, row),
        latest=t("no value that counts") if is_missing(row.held_value) else held_value(t, row),
        target=target_value(t, row),
    )
    coloured = f'<span style="color:{STATUS_COLOURS[row.status]}">{symbol}</span>'
    return label(f"{code} {row.name}", standing, way, most_lines=2).replace(symbol, coloured, 1)


def _stroke(colour: str | list[str], *, width: int) -> dict[str, Any]:
    """A mark that is an upright stroke."""
    return {"symbol": "line-ns", "size": 20, "color": colour, "line": {"width": width, "color": colour}}
