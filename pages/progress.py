"""Progress: where a plan, its pillars, results and indicators stand, how surely, and what is missing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from nap_analytics import queries
from nap_analytics.charts import progress as charts
from nap_analytics.charts.theme import STATUS_SYMBOLS, pillar_colour
from nap_analytics.exchange.tables import Table
from nap_analytics.story import progress as story
from nap_analytics.ui import components
from nap_analytics.ui.as_of import choose_viewed_on
from nap_analytics.ui.cache import ask
from nap_analytics.ui.filters import choose_many, choose_one
from nap_analytics.ui.frame import open_page
from nap_analytics.ui.indicator_register import draw_indicator_register
from nap_analytics.ui.register import Between, Cell, Group, draw_register, fold
from nap_analytics.words import FREQUENCY, STATUS, word

if TYPE_CHECKING:
    from nap_analytics.language import Language

ALL = "all"


def main() -> None:
    """Open, filter, fetch, draw."""
    t = open_page("progress")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        plans = t.localise(ask(queries.plan_overview, viewed_on=date.today())).sort_values("start_year", ascending=False)
        plan_id = choose_one(t, t("Plan"), name="plan", options=dict(zip(plans["plan_id"], plans["short_name"], strict=True)))
        viewed_on = choose_viewed_on(t)
        pillars = t.localise(ask(queries.pillar_progress, plan_id=plan_id, viewed_on=viewed_on))
        names = (pillars["pillar_code"] + ". " + pillars["short_name"]).tolist()
        options = {ALL: t("All pillars")} | dict(zip(pillars["pillar_code"], names, strict=True))
        pillar_code = choose_one(t, t("Pillar"), name="pillar", options=options, look="list")
    plan = t.localise(ask(queries.plan_overview, viewed_on=viewed_on)).set_index("plan_id", drop=False).loc[plan_id]
    components.headline(story.plan_finding(plan, t=t))
    if plan["basis"] == "activities":
        draw_completion(t, plan_id=plan_id, pillar_code=pillar_code)
    else:
        source = t("computed from the indicators of “{title}”; the page of each indicator names its sources", title=plan["title"])
        draw_indicators(t, plan, pillars, pillar_code=pillar_code, viewed_on=viewed_on, source=source)


def draw_indicators(
    t: Language, plan: pd.Series, pillars: pd.DataFrame, *, pillar_code: str, viewed_on: date, source: str
) -> None:
    """Pillar, result, indicator: everything that rests on measured indicators."""
    named = {"plan_id": plan["plan_id"], "viewed_on": viewed_on}
    results = t.localise(ask(queries.result_progress, **named))
    indicators = t.localise(ask(queries.indicator_progress, **named))
    if plan["assessed_count"]:
        draw_pillars(t, pillars, source=source)
        draw_results(t, results, pillars, pillar_code=pillar_code, source=source)
        draw_series(t, t.localise(ask(queries.assessed_series, **named)), pillar_code=pillar_code, source=source)
    else:
        components.empty_note(story.empty_plan(plan, value_count=int(indicators["value_count"].sum()), t=t))
    if not indicators.empty:
        draw_list(t, indicators, pillars=pillars, results=results, pillar_code=pillar_code, viewed_on=viewed_on)
        draw_missing(t, t.localise(ask(queries.to_do, **named)), pillar_code=pillar_code, source=source)


def draw_pillars(t: Language, pillars: pd.DataFrame, *, source: str) -> None:
    """Each pillar with its bounds and coverage."""
    components.section(t("Pillars"))
    components.finding(story.pillars_finding(pillars, t=t))
    columns = {"pillar_code": t("Pillar"), "name": t("Name")} | bounds_columns(t)
    components.chart(
        t,
        charts.pillar_bounds(pillars, t=t),
        key="pillars",
        alt=story.bounds_alt(pillars, t=t),
        table=Table(pillars, columns),
        source=source,
        filename="progress-by-pillar",
    )


def draw_results(t: Language, results: pd.DataFrame, pillars: pd.DataFrame, *, pillar_code: str, source: str) -> None:
    """The results of the pillar chosen, or of all pillars those that rest on anything."""
    components.section(t("Results"))
    chosen = of_pillar(results, pillar_code)
    components.finding(story.results_finding(chosen, t=t))
    drawn = chosen if pillar_code != ALL else chosen.dropna(subset="progress_pct")
    if drawn.empty:
        return
    colours = pillars.set_index("pillar_code")["wps_pillar"].map(pillar_colour)
    named = drawn.assign(short_name=drawn["group_code"].replace("objective", t("Objective")))
    columns = {"pillar_code": t("Pillar"), "group_code": t("Result"), "text": t("Text")} | bounds_columns(t)
    components.chart(
        t,
        charts.result_bounds(drawn, colours=drawn["pillar_code"].map(colours).tolist(), t=t),
        key="results",
        alt=story.bounds_alt(named, t=t),
        table=Table(chosen, columns),
        source=source,
        filename="progress-by-result",
    )
    if len(drawn) < len(chosen):
        components.empty_note(t("The other results cannot be assessed yet. Choose a pillar to see them all, or read the list below."))


def draw_series(t: Language, series: pd.DataFrame, *, pillar_code: str, source: str) -> None:
    """What is assessed, against what was expected by then."""
    components.section(t("Assessed against what was expected"))
    chosen = of_pillar(series, pillar_code)
    components.finding(story.series_finding(chosen, t=t))
    if chosen.empty:
        return
    shown = chosen.assign(status_word=[word(t, code) for code in chosen["status"]])
    columns = {
        "indicator_id": t("Indicator"),
        "name": t("Series"),
        "status_word": t("Status"),
        "progress_pct": t("Progress"),
        "expected_pct": t("Expected"),
        "baseline_value": t("Baseline"),
        "baseline_date": t("Date of the baseline"),
        "latest_value": t("Latest value"),
        "period_end": t("Date of the value"),
        "target_value": t("Target"),
        "target_date": t("Date of the target"),
        "unit": t("Unit"),
    }
    components.chart(
        t,
        charts.series_bullets(chosen, t=t),
        key="series",
        alt=story.series_alt(chosen, t=t),
        table=Table(shown, columns),
        source=source,
        filename="progress-by-series",
    )
    if chosen["is_to_hold"].any():
        components.lead(t("A level to hold already met its target at the baseline: falling below the target counts as deterioration."))


def draw_list(
    t: Language, indicators: pd.DataFrame, *, pillars: pd.DataFrame, results: pd.DataFrame, pillar_code: str, viewed_on: date
) -> None:
    """All indicators of the pillar, the not assessed ones with the reason."""
    components.section(t("Indicators"))
    words = {code: f"{STATUS_SYMBOLS[code]} {t(text)}" for code, text in STATUS.items() if code in set(indicators["status"])}
    statuses = choose_many(t, t("Status"), name="status", options=words) if len(words) > 1 else []
    chosen = of_pillar(indicators, pillar_code)
    chosen = chosen[chosen["status"].isin(statuses)] if statuses else chosen
    components.finding(story.list_finding(chosen, t=t))
    is_open = pillar_code != ALL or bool(statuses)
    draw_indicator_register(t, chosen, pillars=pillars, results=results, viewed_on=viewed_on, is_open=is_open)


def draw_missing(t: Language, missing: pd.DataFrame, *, pillar_code: str, source: str) -> None:
    """The to-do list: what must come in before more can be assessed."""
    components.section(t("To do"))
    chosen = of_pillar(missing, pillar_code)
    components.finding(story.missing_finding(chosen, t=t))
    if chosen.empty:
        return
    shown = chosen.assign(
        reason=[story.reason_text(code, t=t) for code in chosen["not_assessed_reason"]],
        frequency=[t(FREQUENCY[code]) if code in FREQUENCY else None for code in chosen["frequency"]],
    )
    columns = {
        "indicator_id": t("Indicator"),
        "text": t("Text"),
        "name": t("Series"),
        "unit": t("Unit"),
        "frequency": t("Frequency"),
        "reason": t("Why it is not assessed"),
        "target_is_missing": t("Target missing"),
        "baseline_is_missing": t("Baseline missing"),
        "value_is_missing": t("Value missing"),
        "latest_value": t("Latest value"),
        "period_end": t("Date of the value"),
    }
    components.table_twin(t, Table(shown, columns), key="to-do", source=source, filename="to-do")


def draw_completion(t: Language, *, plan_id: str, pillar_code: str) -> None:
    """A plan known by its activities: how many of those planned were completed, and what they brought."""
    completion = t.localise(ask(queries.reported_completion, plan_id=plan_id))
    components.lead(t("This is the completion of activities, as the document counts them. It is not the progress of indicators and cannot be compared with it."))
    components.section(t("Priorities"))
    components.finding(story.completion_finding(completion, t=t))
    columns = {
        "pillar_code": t("Priority"),
        "name": t("Name"),
        "completed_count": t("Completed"),
        "planned_count": t("Planned"),
        "completion_pct": t("Completion"),
        "printed_pct": t("Printed in the source"),
        "other_completed_count": t("Completed, other reading"),
        "other_planned_count": t("Planned, other reading"),
        "other_completion_pct": t("Completion, other reading"),
        "locator": t("Place in the source"),
    }
    components.chart(
        t,
        charts.completion_readings(completion, t=t),
        key="completion",
        alt=story.completion_alt(completion, t=t),
        table=Table(completion, columns),
        source="; ".join(completion["source_title"].drop_duplicates()),
        filename="completion-by-priority",
    )
    rationales = completion["rationale"].dropna().drop_duplicates().tolist()
    if rationales:
        fold(t("Why two readings are possible"), rationales)
    draw_achievements(t, t.localise(ask(queries.achievements, plan_id=plan_id)), completion, pillar_code=pillar_code)


def draw_achievements(t: Language, achievements: pd.DataFrame, pillars: pd.DataFrame, *, pillar_code: str) -> None:
    """What the documents say was achieved, planned or not, by priority."""
    components.section(t("Achievements listed in the documents"))
    chosen = of_pillar(achievements, pillar_code)
    components.finding(story.achievements_finding(chosen, t=t))
    names = [(row.pillar_code, f"{row.pillar_code}. {row.name}") for row in pillars.itertuples()]
    groups = [achievement_group(t, name, chosen[chosen["pillar_code"] == code]) for code, name in names]
    groups.append(achievement_group(t, t("The plan as a whole"), chosen[chosen["pillar_code"].isna()]))
    shown = [group for group in groups if group.rows]
    draw_register([t("Achievement"), t("Planned?"), t("Place in the source")], shown)


def achievement_group(t: Language, name: str, rows: pd.DataFrame) -> Group:
    """The achievements of one priority."""
    cells: list[list[Cell] | Between] = [
        [
            Cell(row.text, note="" if row.placement_is_certain else t("It is not certain that it belongs to this priority")),
            Cell(story.planned_word(row.is_planned, t=t), is_quiet=pd.isna(row.is_planned)),
            Cell(row.locator, is_quiet=True),
        ]
        for row in rows.itertuples()
    ]
    return Group(name, story.planned_note(rows, t=t), cells, is_open=len(rows) <= 8)


def bounds_columns(t: Language) -> dict[str, str]:
    """Columns of a roll-up."""
    return {
        "progress_pct": t("Progress"),
        "lower_pct": t("Lowest possible"),
        "upper_pct": t("Highest possible"),
        "indicator_count": t("Indicators"),
        "assessed_count": t("Assessed"),
    }


def of_pillar(frame: pd.DataFrame, pillar_code: str) -> pd.DataFrame:
    """The rows of the pillar chosen, or all."""
    return frame if pillar_code == ALL else frame[frame["pillar_code"] == pillar_code]


main()
