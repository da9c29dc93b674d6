"""The light page: asks the queries of the overview and hands the answers, in words, to what writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics import queries
from nap_analytics.charts.dumbbells import way_words
from nap_analytics.charts.overview import coverage_words
from nap_analytics.charts.theme import pillar_colour
from nap_analytics.documents.light_page import Card, Figure, LightChart, LightPage, SquareRow, WayRow, light_html
from nap_analytics.errors import N_, NoPlanError
from nap_analytics.findings import budget_totals, overview, progress
from nap_analytics.kit.scenes.content import number
from nap_analytics.kit.stamp import stamp

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from nap_analytics.documents.light_page import Link
    from nap_analytics.warehouse import Warehouse
    from nap_analytics.wording.language import Language


LIGHT_FILE_NAME = N_("light-{lang}.html")


def light_page(warehouse: Warehouse, t: Language, *, viewed_on: date, links: tuple[Link, ...] = ()) -> bytes:
    """The overview as one small HTML file without scripts.

    Args:
        warehouse: The warehouse to ask.
        t: The language of its words.
        viewed_on: The day as of which the data is seen.
        links: Where a reader can go on; none for a file that is sent.

    Raises:
        NoPlanError: the data holds no plan.
    """
    plans = t.localise(queries.plan_overview(warehouse, viewed_on=viewed_on))
    if plans.empty:
        raise NoPlanError
    newest = plans.iloc[-1]
    of_newest = {"plan_id": newest["plan_id"], "viewed_on": viewed_on}
    coverage = t.localise(queries.indicator_coverage(warehouse, **of_newest))
    measured = t.localise(queries.judged_series(warehouse, **of_newest))
    charts = [] if coverage.empty else [_coverage(coverage, newest, t=t)]
    charts += [] if measured.empty else [_ways(measured, places=t.localise(queries.value_places(warehouse, **of_newest)), t=t)]
    page = LightPage(
        language_code=t.code,
        title=t("Women, peace and security: the plans in brief"),
        as_of=t("Data as of {date}", date=t.date(warehouse.data_date)),
        headline=overview.plans_finding(plans, t=t),
        cards=tuple(_card(plan, t=t) for _, plan in plans.iterrows()),
        source=" ".join((t("Source: {source}.", source=t("; ").join(plans["title"])), *_population(warehouse, t, plans))),
        charts=tuple(charts),
        stamp=stamp(warehouse, t),
        links=links,
    )
    return light_html(page)


def _population(warehouse: Warehouse, t: Language, plans: pd.DataFrame) -> list[str]:
    """That a plan prints another population than the one by which the amounts per head are divided."""
    if plans["planned_per_head"].isna().all():
        return []
    return budget_totals.population_notes(t.localise(queries.population_differences(warehouse)), t=t)


def _card(plan: pd.Series, *, t: Language) -> Card:
    figures = (
        Figure(overview.budget_label(plan, t=t), overview.budget_text(plan, t=t), overview.budget_note(plan, t=t)),
        Figure(t("What is known of its progress"), overview.measure_text(plan, t=t), overview.measure_note(plan, t=t)),
    )
    return Card(plan["short_name"], overview.years_text(plan, t=t), figures, overview.shape_text(plan, t=t))


def _coverage(frame: pd.DataFrame, plan: pd.Series, *, t: Language) -> LightChart:
    """One square for each indicator of the plan."""
    rows = tuple(
        SquareRow(
            name=f"{own['pillar_code'].iloc[0]}. {own['short_name'].iloc[0]}",
            told=coverage_words(own.iloc[0], t=t),
            colour=pillar_colour(own["wps_pillar"].iloc[0]),
            squares=tuple(own["coverage"]),
        )
        for _, own in frame.groupby("pillar_code", sort=False)
    )
    return LightChart(
        section=t("What is known of the newest plan"),
        finding=overview.coverage_finding(frame, plan_name=plan["short_name"], t=t),
        lead="",
        rows=rows,
        key=t(
            "One square for each indicator: full, assessed against a target; thick frame, measured and not assessed; "
            "thin frame, near measure only; pale, no value in the time of the plan."
        ),
        source=t("Source: {source}", source=plan["title"]),
    )


def _ways(frame: pd.DataFrame, *, places: pd.DataFrame, t: Language) -> LightChart:
    """The series of the indicator with most of them that are held against a target, in one unit."""
    fullest = overview.side_by_side(frame)
    return LightChart(
        section=t("Compared with the targets"),
        finding=" ".join((f"{progress.series_finding(frame, t=t).rstrip('.')}.", overview.target_finding(fullest, t=t))),
        lead=fullest["text"].iloc[0],
        rows=tuple(_way(row, t=t) for row in fullest.itertuples()),
        key=t("Ring: baseline. Dot: value compared with the target. Stroke: target. The line begins at zero."),
        source=t("Source: {source}", source=t("; ").join(overview.documents_behind(places, fullest))),
    )


def _way(row: Any, *, t: Language) -> WayRow:
    return WayRow(
        row.name,
        way_words(row, t=t),
        pillar_colour(row.wps_pillar),
        *map(number, (row.stated_baseline_value, row.held_value, row.target_value)),
    )
