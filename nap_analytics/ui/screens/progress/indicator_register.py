"""The indicators of a plan as a register: pillar, result, indicator, with what is known of each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from nap_analytics.charts.progress import bounds_text, group_name, node_note
from nap_analytics.charts.theme import STATUS_SYMBOLS
from nap_analytics.findings.progress import reason_text
from nap_analytics.palette import STATUS_COLOURS
from nap_analytics.ui.as_of import as_of_parameter
from nap_analytics.ui.register import Between, Group, TextCell, address, register_html
from nap_analytics.wording.codes import printed_words, shown_code, word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.status import dated_status
from nap_analytics.wording.values import values_on_the_way

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    import pandas as pd

    from nap_analytics.wording.language import Language


def indicator_register(
    t: Language, indicators: pd.DataFrame, *, pillars: pd.DataFrame, results: pd.DataFrame, viewed_on: date, is_open: bool
) -> str:
    """All indicators given as HTML, by pillar and result; the chapters' in a group of their own.

    Args:
        t: The language shown.
        indicators: Localised rows of ``indicator_progress``, in order.
        pillars: Localised rows of ``pillar_progress`` of the plan.
        results: Localised rows of ``result_progress`` of the plan.
        viewed_on: The day as of which the data is seen; links keep it.
        is_open: Whether the pillars are unfolded.
    """
    headings = [t("Indicator"), t("Baseline → latest → target"), t("Status")]
    rows = list(indicators.itertuples())
    inside = [row for row in rows if not is_missing(row.pillar_code)]
    groups = [*_pillar_groups(t, inside, pillars=pillars, results=results, viewed_on=viewed_on, is_open=is_open)]
    chapters = [row for row in rows if is_missing(row.pillar_code)]
    if chapters:
        title, note = t("Indicators of the plan’s chapters"), t("They are not included in any mean")
        groups.append(Group(title, note, [*_chapter_rows(t, chapters, viewed_on=viewed_on)], is_open=is_open))
    return register_html(headings, groups, widths=(56, 26, 18))


def _pillar_groups(
    t: Language, rows: Sequence[Any], *, pillars: pd.DataFrame, results: pd.DataFrame, viewed_on: date, is_open: bool
) -> Iterator[Group]:
    pillar_of = {pillar.pillar_code: pillar for pillar in pillars.itertuples()}
    result_of = {(result.pillar_code, result.group_code): result for result in results.itertuples()}
    for pillar_code, own in groupby(rows, key=lambda row: row.pillar_code):
        pillar = pillar_of[pillar_code]
        own_rows: list[Between | Sequence[TextCell]] = []
        for group_code, group in groupby(own, key=lambda row: row.group_code):
            result = result_of[pillar_code, group_code]
            own_rows.append(Between(group_name(result, t=t), bounds_text(result, t=t)))
            own_rows += [_cells(t, row, viewed_on=viewed_on, place=node_note(row, head=result, t=t)) for row in group]
        yield Group(f"{pillar_code}. {pillar.name}", bounds_text(pillar, t=t), own_rows, is_open=is_open)


def _chapter_rows(t: Language, rows: Sequence[Any], *, viewed_on: date) -> Iterator[Sequence[TextCell] | Between]:
    for chapter, group in groupby(rows, key=lambda row: row.chapter):
        yield Between(word(t, chapter))
        for row in group:
            yield _cells(t, row, viewed_on=viewed_on)


def _cells(t: Language, row: Any, *, viewed_on: date, place: str = "") -> Sequence[TextCell]:
    code = shown_code(t, row.code, row.printed_code)
    link = address(t, "indicators", indicator=row.indicator_id, **as_of_parameter(viewed_on))
    is_empty = is_missing(row.baseline_value) and is_missing(row.latest_value) and is_missing(row.target_value)
    nothing = t("no value, no target") if row.is_sum else t("no baseline, no value, no target")
    way = nothing if is_empty else " → ".join(values_on_the_way(t, row))
    series = "" if row.series_count < 2 else _series_note(t, row)
    doubt = "" if row.placement_is_certain else t("Its place in the framework is doubtful")
    return [
        TextCell(f"{code} {row.text}", note=t("; ").join(filter(None, (printed_words(row, t=t), place, doubt))), href=link),
        TextCell(way, note=series, is_quiet=is_empty),
        TextCell(
            dated_status(t, row.status, row.status_date, is_short=False),
            note=_status_note(t, row),
            mark=STATUS_SYMBOLS[row.status],
            colour=STATUS_COLOURS[row.status],
        ),
    ]


def _status_note(t: Language, row: Any) -> str:
    """Why there is no status, and which way the indicator moves where that is known."""
    notes = [reason_text(row.not_assessed_reason, t=t)] if row.status == "not_assessed" else []
    if row.movement not in {"unknown", "not_judged"}:
        notes.append(t("direction of travel: {movement}", movement=word(t, row.movement)))
    if row.missed_series_count and row.status != "missed":
        notes.append(t.n("{count} series missed its target", "{count} series missed their targets", int(row.missed_series_count)))
    if row.worsening_series_count and row.movement not in {"worsened", "slightly_worsened"}:
        notes.append(t.n("{count} series worsened", "{count} series worsened", int(row.worsening_series_count)))
    return t("; ").join(notes)


def _series_note(t: Language, row: Any) -> str:
    return t(
        "first of {count} series; {assessed} assessed",
        count=t.number(row.series_count),
        assessed=t.number(row.assessed_series_count),
    )
