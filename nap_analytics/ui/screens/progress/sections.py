"""The sections of the progress page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from nap_analytics.charts import progress as charts
from nap_analytics.charts.theme import STATUS_SYMBOLS, pillar_colour
from nap_analytics.findings import progress as findings
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view
from nap_analytics.ui.filters import choose_many
from nap_analytics.ui.screens.progress.choice import ALL, WORSENING, of_pillar
from nap_analytics.ui.screens.progress.indicator_register import indicator_register
from nap_analytics.ui.series_table import series_table
from nap_analytics.wording.codes import FREQUENCY, pillar_words, with_capital, word
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.measure_codes import MOVEMENT, STATUS
from nap_analytics.wording.status import no_progress_reason
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from datetime import date

    from nap_analytics.wording.language import Language


def draw_pillars(t: Language, pillars: pd.DataFrame, *, subject: str, source: str) -> None:
    """Each pillar with its bounds and coverage."""
    components.section(with_capital(pillar_words(t, pillars.iloc[0]).many))
    components.chart(
        t,
        cached_view(charts.pillar_bounds, pillars, t=t),
        title=cached_view(findings.pillars_finding, pillars, t=t),
        subject_line=subject,
        key="pillars",
        alt=cached_view(findings.bounds_alt, pillars, t=t),
        table=pillar_table(t, pillars),
        source=source,
        filename=file_stem(t("progress"), t("by-pillar")),
    )


def pillar_table(t: Language, pillars: pd.DataFrame) -> HeadedTable:
    """The progress of a plan's pillars: localised rows of ``pillar_progress``."""
    return HeadedTable(pillars, {"pillar_code": with_capital(pillar_words(t, pillars.iloc[0]).one), "name": t("Name")} | _bounds_columns(t))


def draw_results(t: Language, results: pd.DataFrame, pillars: pd.DataFrame, *, pillar_code: str, subject: str, source: str) -> None:
    """The results of the pillar chosen, or of all pillars those that rest on anything."""
    components.section(t("Results"))
    chosen = of_pillar(results, pillar_code)
    finding = cached_view(findings.results_finding, chosen, t=t)
    drawn = chosen if pillar_code != ALL else chosen.dropna(subset="progress_pct")
    if drawn.empty:
        components.finding(finding)
        return
    colours = pillars.set_index("pillar_code")["wps_pillar"].map(pillar_colour)
    labelled = drawn.assign(short_name=[charts.group_head(row, t=t) for row in drawn.itertuples()])
    listed = chosen.assign(group_code=[charts.group_head(row, t=t) for row in chosen.itertuples()], text=chosen["text"].fillna(""))
    words = pillar_words(t, pillars.iloc[0])
    columns = {"pillar_code": with_capital(words.one), "group_code": t("Result"), "text": t("Text")} | _bounds_columns(t)
    components.chart(
        t,
        cached_view(charts.result_bounds, drawn, colours=drawn["pillar_code"].map(colours).tolist(), t=t),
        title=finding,
        subject_line=subject,
        key="results",
        alt=cached_view(findings.bounds_alt, labelled, t=t),
        table=HeadedTable(listed, columns),
        source=source,
        filename=file_stem(t("progress"), t("by-result")),
    )
    if len(drawn) < len(chosen):
        components.empty_note(
            t("The other results cannot be assessed. Choose one {pillar} to see them all, or read the list below.", pillar=words.one)
        )


def draw_series(t: Language, series: pd.DataFrame, *, pillar_code: str, subject: str, source: str) -> None:
    """What is assessed, against what was expected by then."""
    components.section(t("Compared with the targets"))
    chosen = of_pillar(series, pillar_code)
    finding = cached_view(findings.series_finding, chosen, t=t)
    if chosen.empty:
        components.finding(finding)
        return
    hold = t(
        "A level to hold already met its target at the baseline: once it is lost it counts as 0%, and "
        "the shortfall is given in its own unit."
    )
    late = t(
        "Once a target date has passed, the value nearest to it decides, from 12 months before to 6 months after: "
        "achieved, missed, or not verified where there is none. What comes after a break in the series never counts."
    )
    notes = [*([hold] if chosen["is_to_hold"].any() else []), *([late] if chosen["deadline_has_passed"].any() else [])]
    components.chart(
        t,
        cached_view(charts.series_bullets, chosen, t=t),
        title=finding,
        subject_line=subject,
        key="series",
        alt=cached_view(findings.series_alt, chosen, t=t),
        table=series_table(t, chosen, identity={"indicator_id": t("Indicator"), **_printed_code_column(t, chosen)}),
        source=source,
        filename=file_stem(t("progress"), t("by-series")),
        notes=notes,
    )


def draw_list(
    t: Language, indicators: pd.DataFrame, *, pillars: pd.DataFrame, results: pd.DataFrame, pillar_code: str, viewed_on: date
) -> None:
    """All indicators of the pillar, the not assessed ones with the reason."""
    components.section(t("Indicators"))
    words = {code: f"{STATUS_SYMBOLS[code]} {t(text)}" for code, text in STATUS.items() if code in set(indicators["status"])}
    statuses = choose_many(t, t("Status"), name="status", options=words) if len(words) > 1 else []
    moves = _movement_options(t, indicators)
    movements = choose_many(t, t("Direction of travel"), name="movement", options=moves) if moves else []
    chosen = of_pillar(indicators, pillar_code)
    chosen = chosen[chosen["status"].isin(statuses)] if statuses else chosen
    if movements:
        has_worsening = (WORSENING in movements) & (chosen["worsening_series_count"] > 0)
        chosen = chosen[chosen["movement"].isin(movements) | has_worsening]
    components.finding(cached_view(findings.list_finding, chosen, t=t))
    is_open = pillar_code != ALL or bool(statuses) or bool(movements)
    shown = {"pillars": pillars, "results": results, "viewed_on": viewed_on, "is_open": is_open}
    st.html(cached_view(indicator_register, t, chosen, **shown))


def _movement_options(t: Language, indicators: pd.DataFrame) -> dict[str, str]:
    """The directions that occur, and the indicators in which a single series worsened whatever the whole does."""
    found = set(indicators["movement"]) - {"unknown"}
    options = {code: t(text).capitalize() for code, text in MOVEMENT.items() if code in found}
    if (indicators["worsening_series_count"] > 0).any():
        options[WORSENING] = t("With a series that worsened")
    return options


def draw_missing(t: Language, missing: pd.DataFrame, *, pillar_code: str, subject: str, source: str) -> None:
    """The to-do list: what must come in before more can be assessed."""
    components.section(t("To do"))
    chosen = of_pillar(missing, pillar_code)
    finding = cached_view(findings.missing_finding, chosen, t=t)
    components.finding(finding, anchor="to-do")
    if chosen.empty:
        return
    shown = chosen.assign(
        reason=[no_progress_reason(t, row) for row in chosen.itertuples()],
        status_word=[word(t, code) for code in chosen["status"]],
        frequency=chosen["frequency"].map({code: t(text) for code, text in FREQUENCY.items()}),
    )
    columns = {
        "indicator_id": t("Indicator"),
        **_printed_code_column(t, chosen),
        "text": t("Text"),
        "name": t("Series"),
        "unit": t("Unit"),
        "frequency": t("Frequency"),
        "status_word": t("Status"),
        "reason": t("Why there is no progress figure"),
        "target_is_missing": t("Target missing"),
        "baseline_is_missing": t("Baseline missing"),
        "value_is_missing": t("Value missing"),
        "verdict_value_is_missing": t("Value at the target date missing"),
        "latest_value": t("Latest value"),
        "period_end": t("Date of the value"),
    }
    components.table_twin(
        t, HeadedTable(shown, columns), title=finding, subject_line=subject, key="to-do", source=source, filename=file_stem(t("To do"))
    )


def _printed_code_column(t: Language, frame: pd.DataFrame) -> dict[str, str]:
    """The codes that the document prints where they differ; no column where none does."""
    return {"printed_code": t("Code printed in the document")} if frame["printed_code"].notna().any() else {}


def _bounds_columns(t: Language) -> dict[str, str]:
    """Columns of a roll-up."""
    return {
        "progress_pct": t("Progress"),
        "lower_pct": t("Lowest possible"),
        "upper_pct": t("Highest possible"),
        "indicator_count": t("Indicators"),
        "assessed_count": t("Assessed"),
    }
