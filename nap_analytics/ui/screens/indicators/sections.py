"""The sections of an indicator's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from nap_analytics.charts import indicators as charts
from nap_analytics.charts.dumbbells import series_dumbbells
from nap_analytics.charts.events import events_within
from nap_analytics.charts.theme import pillar_colour
from nap_analytics.findings import indicators as findings
from nap_analytics.palette import PAGE_INK
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view
from nap_analytics.ui.components import KeyFigure
from nap_analytics.ui.events import draw_events
from nap_analytics.ui.register import Group, TextCell, address, facts, register_html, steps, web_address
from nap_analytics.ui.series_table import series_table
from nap_analytics.ui.share import subject_line
from nap_analytics.wording.codes import shown_code, word
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.status import no_progress_reason
from nap_analytics.wording.tables import HeadedTable
from nap_analytics.wording.values import written_as, written_change, written_period, written_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nap_analytics.wording.language import Language

_MOST_OPEN = 12
_FEWEST_DRAWN = 2
_SCOPE_IS_OUTSIDE = ("after_plan", "after_break")


def draw_values(
    t: Language,
    values: pd.DataFrame,
    *,
    series: pd.Series,
    path: pd.DataFrame,
    targets: pd.DataFrame,
    indicator: pd.Series,
    events: pd.DataFrame,
    day: str,
) -> None:
    """The values of one series over time, with what limits them.

    Args:
        t: The language shown.
        values: Localised observations of the indicator.
        series: The localised series chosen.
        path: Corner points of the paths of the indicator's series.
        targets: Localised targets of the indicator's series.
        indicator: The localised indicator with its plan's span.
        events: Localised events of the plan's country.
        day: The day it is seen as of in words; empty for today.
    """
    own = values[values["series_id"] == series["series_id"]]
    national = own[own["is_national"] & own["value"].notna()]
    if national.empty:
        components.empty_note(t("Values exist for regions or groups only: they are listed below."))
        return
    finding = cached_view(findings.values_finding, national, series=series, t=t)
    own_path = path[path["series_id"] == series["series_id"]]
    own_targets = targets[targets["series_id"] == series["series_id"]]
    drawn = national[national["is_comparable"]]
    table, notes = HeadedTable(values, _observation_columns(t)), list(_value_notes(t, national, drawn=drawn, series=series))
    view: dict[str, Any] = {
        "title": t("{finding}. Reported cases are not prevalence", finding=finding) if series["reads_reporting"] else finding,
        "subject_line": subject_line(_name(t, indicator), series["name"], day),
        "key": "values",
        "source": [
            *([indicator["source_title"]] if series["baseline_is_printed"] or not own_targets.empty else []),
            *national["source_title"],
        ],
        "filename": file_stem(t("values"), indicator["indicator_id"]),
    }
    # A sum is drawn as bars, without a path: one alone says no more than the sentence.
    if len(drawn) + (0 if series["accumulation"] == "sum" else len(own_path)) < _FEWEST_DRAWN:
        components.finding(view["title"], anchor=view["key"])
        components.table_twin(t, table, **view)
        for note in notes:
            components.lead(note)
    else:
        shown = {"series": series, "path": own_path, "targets": own_targets, "indicator": indicator}
        figure = cached_view(charts.values_over_time, drawn, **shown, events=events, t=t)
        alt = cached_view(findings.values_alt, national, series=series, indicator=indicator, t=t)
        components.chart(t, figure, alt=alt, table=table, notes=notes, **view)
        first, last = charts.time_span(drawn, **shown)
        draw_events(t, events_within(events, first, last))


def draw_needed(t: Language, series: pd.Series) -> None:
    """What is missing of a series without values, and what its note says of them."""
    components.empty_note(findings.needed(series, t=t))
    if not is_missing(series["note"]):
        components.lead(series["note"])


def draw_dumbbells(t: Language, series: pd.DataFrame, *, chosen: pd.Series, values: pd.DataFrame, indicator: pd.Series, day: str) -> None:
    """The series that share the unit of the one chosen, side by side; nothing where fewer than two are known."""
    alike = ["unit", "value_kind", "accumulation"]
    same = series[(series[alike] == chosen[alike]).all(axis="columns")]
    known = same[same[["stated_baseline_value", "latest_value", "target_value"]].notna().any(axis="columns")]
    # Yes and no have no distance between them that an axis could show.
    if len(known) < 2 or chosen["value_kind"] == "yes_no":
        return
    components.section(t("Series side by side"))
    components.chart(
        t,
        cached_view(series_dumbbells, known, colour=pillar_colour(indicator["wps_pillar"]), t=t),
        title=cached_view(findings.dumbbells_finding, known, t=t),
        subject_line=subject_line(_name(t, indicator), day),
        key="dumbbells",
        alt=cached_view(findings.dumbbells_alt, known, t=t),
        table=series_table(t, known),
        source=[*_plan_behind(known, indicator), *documents_behind(known, values)],
        filename=file_stem(t("series"), indicator["indicator_id"]),
    )


def _name(t: Language, indicator: pd.Series) -> str:
    """The indicator's code and text."""
    return f"{shown_code(t, indicator['code'], indicator['printed_code'])} {indicator['name'].rstrip('.')}"


def _plan_behind(series: pd.DataFrame, indicator: pd.Series) -> Iterator[str]:
    """The plan's document, where it prints a baseline of a series shown or a target of one exists."""
    if series["baseline_is_printed"].any() or series["target_value"].notna().any():
        yield indicator["source_title"]


def documents_behind(series: pd.DataFrame, values: pd.DataFrame) -> Iterator[str]:
    """Titles of the documents behind the baselines and the latest values of series."""
    yield from series["baseline_source_title"].dropna()
    days = series[["series_id", "accumulation", "baseline_date", "period_end"]].rename(columns={"period_end": "latest_date"})
    used = values[values["is_preferred"] & values["is_national"]].merge(days, on="series_id")
    is_drawn = (used["period_end"] == used["latest_date"]) | (used["period_end"] == used["baseline_date"])
    is_added = (used["accumulation"] == "sum") & (used["assessment_scope"] == "within")
    yield from used.loc[is_drawn | is_added, "source_title"]


def draw_pace(t: Language, series: pd.Series) -> None:
    """What each remaining year must bring, beside what was brought; said plainly where there is no such pace."""
    components.section(t("Required pace"))
    note = findings.pace_note(series, t=t)
    if note:
        components.empty_note(note)
        return
    kind = written_as(series)
    components.finding(findings.pace_finding(series, t=t))
    components.key_figures(
        [
            KeyFigure(t("Needed in each remaining year"), written_change(t, series["required_per_year"], **kind)),
            KeyFigure(t("Achieved in each year so far"), written_change(t, series["achieved_per_year"], **kind)),
            KeyFigure(t("Years from the latest value to the deadline"), t.number(series["remaining_years"])),
        ]
    )


def draw_explanation(t: Language, series: pd.Series) -> None:
    """Progress, verdict and direction worked through with their numbers; and what is missing for the others."""
    components.section(t("Explain this figure"))
    worked = findings.explanation(series, t=t)
    needed = findings.needed(series, t=t)
    if worked:
        steps(worked)
    if needed and series["evidence"] == "exact":
        components.empty_note(needed)
    elif not worked:
        components.empty_note(t("Not assessed: {reason}.", reason=no_progress_reason(t, series)))
    if not worked:
        return
    facts([(t("Method"), TextCell(t("How progress, pace and status are computed"), href=address(t, "sources")))])


def draw_sources(t: Language, values: pd.DataFrame, *, series: pd.DataFrame, chosen_id: str) -> None:
    """Every observation with its source, its place in it, its confidence and its notes, by series, the latest first."""
    components.section(t("What the sources say"))
    st.html(cached_view(_source_register, t, values, series=series, chosen_id=chosen_id))


def _source_register(t: Language, values: pd.DataFrame, *, series: pd.DataFrame, chosen_id: str) -> str:
    """The observations as HTML, made once for each view."""
    headings = [t("Period"), t("Value"), t("Source"), t("Confidence and notes")]
    groups = []
    for row in rows_of(series):
        own = list(rows_of(values[values["series_id"] == row.series_id].iloc[::-1]))
        if own:
            is_open = row.series_id == chosen_id and len(own) <= _MOST_OPEN
            known = sum(not is_missing(value.value) or value.missing_reason == "masked" for value in own)
            note = t.n("{count} value", "{count} values", known)
            groups.append(Group(row.name, note, [_observation_cells(t, value) for value in own], is_open=is_open))
    return register_html(headings, groups, widths=(17, 15, 34, 34))


def _value_notes(t: Language, national: pd.DataFrame, *, drawn: pd.DataFrame, series: pd.Series) -> Iterator[str]:
    if series["reads_reporting"]:
        yield t("Reported cases are not prevalence: a rise can mean better reporting, and a fall can mean less of it.")
    for row in national[national["is_series_break"] & national["is_preferred"]].itertuples():
        yield t("Break in the series ({period}): {note}", period=written_period(t, row.period_start, row.period_end), note=row.note)
    left_out = len(national) - len(drawn)
    if left_out:
        yield t.n(
            "{count} value covers several years or part of one: it is in the table, not on the chart.",
            "{count} values cover several years or part of one: they are in the table, not on the chart.",
            left_out,
        )
    if not is_missing(series["note"]):
        yield series["note"]


def _observation_cells(t: Language, row: Any) -> Sequence[TextCell]:
    parts = [word(t, code) for code in (row.sex,) if not is_missing(code)]
    parts += [text for text in (row.region, row.age_group) if not is_missing(text)]
    if is_missing(row.value):
        value = TextCell(word(t, row.missing_reason), is_quiet=True)
    else:
        share = ""
        if not is_missing(row.numerator) and not is_missing(row.denominator):
            share = t("{part} of {whole}", part=t.number(row.numerator), whole=t.number(row.denominator))
        written = written_value(t, row.value, **written_as(row))
        value = TextCell(written, note=share, mark="●" if row.is_preferred else "○", colour=PAGE_INK)
    limits = [] if is_missing(row.value) and row.missing_reason != "masked" else [word(t, row.confidence)]
    if not row.is_preferred:
        limits.append(t("not used: see the note"))
    if row.is_series_break:
        limits.append(t("first value after a break in the series"))
    if row.is_at_least:
        limits.append(t("at least: the source counts what it knows of"))
    if row.assessment_scope in _SCOPE_IS_OUTSIDE:
        limits.append(t("after the plan or a break: not counted in progress"))
    note = "" if is_missing(row.note) else row.note
    return [
        TextCell(written_period(t, row.period_start, row.period_end), note=", ".join(parts)),
        value,
        TextCell(row.source_title, note=row.locator, href=web_address(row.source_url)),
        TextCell(t("; ").join(limits), note=note),
    ]


def _observation_columns(t: Language) -> dict[str, str]:
    return {
        "name": t("Series"),
        "period_start": t("From"),
        "period_end": t("To"),
        "region": t("Region"),
        "sex": t("Sex"),
        "age_group": t("Age"),
        "value": t("Value"),
        "unit": t("Unit"),
        "numerator": t("Numerator"),
        "denominator": t("Denominator"),
        "is_preferred": t("Preferred"),
        "is_series_break": t("Preceded by a break"),
        "is_at_least": t("At least"),
        "source_title": t("Source"),
        "locator": t("Place in the source"),
        "confidence": t("Confidence"),
        "note": t("Note"),
    }
