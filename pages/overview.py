"""Overview: the plans side by side, what is known of the newest, and where to go on."""

from __future__ import annotations

from datetime import date

from nap_analytics import queries
from nap_analytics.charts.dumbbells import series_dumbbells
from nap_analytics.charts.overview import coverage_squares
from nap_analytics.charts.theme import pillar_colour
from nap_analytics.findings import budget_totals, overview, progress
from nap_analytics.ui import components
from nap_analytics.ui.cache import made_of, told
from nap_analytics.ui.frame import open_page, page_link
from nap_analytics.ui.plan_cards import plan_cards
from nap_analytics.ui.series_table import series_table
from nap_analytics.wording.codes import COVERAGE
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.tables import Table

t = open_page("overview")
today = date.today()
plans = told(t, queries.plan_overview, viewed_on=today)
newest = plans.iloc[-1]

components.headline(overview.plans_finding(plans, t=t))
plan_cards(t, plans)
if plans["planned_per_head"].notna().any():
    for note in budget_totals.population_notes(told(t, queries.population_differences), t=t):
        components.footnote(note)

coverage = told(t, queries.indicator_coverage, plan_id=newest["plan_id"], viewed_on=today)
if not coverage.empty:
    components.section(t("What is known of the newest plan"))
    components.chart(
        t,
        made_of(t, coverage_squares, coverage),
        title=overview.coverage_finding(coverage, plan_name=newest["short_name"], t=t),
        key="coverage",
        alt=overview.coverage_alt(coverage, plan_name=newest["short_name"], t=t),
        table=Table(
            coverage.assign(coverage=coverage["coverage"].map(COVERAGE).map(t)),
            {"pillar_code": t("Pillar"), "short_name": t("Name"), "text": t("Indicator"), "coverage": t("What is known")},
        ),
        source=newest["title"],
        filename=file_stem(t("coverage-of-indicators")),
    )

measured = told(t, queries.judged_series, plan_id=newest["plan_id"], viewed_on=today)
if not measured.empty:
    fullest = overview.side_by_side(measured)
    components.section(t("Compared with the targets"))
    components.finding(progress.series_finding(measured, t=t))
    places = told(t, queries.value_places, plan_id=newest["plan_id"], viewed_on=today)
    components.chart(
        t,
        made_of(t, series_dumbbells, fullest, colour=pillar_colour(fullest["wps_pillar"].iloc[0])),
        title=overview.target_finding(fullest, t=t),
        about=newest["short_name"],
        lead_in=fullest["text"].iloc[0],
        key="targets",
        alt=overview.target_alt(fullest, t=t),
        table=series_table(t, fullest),
        source=overview.documents_behind(places, fullest),
        filename=file_stem(t("targets")),
    )
    page_link(t, "indicators", label=t("Open the indicator"), indicator=fullest["indicator_id"].iloc[0])

components.section(t("Continue"))
page_link(t, "progress", label=t("Coordinators: where each part of the plan stands, and the list of what is missing"))
page_link(t, "budgets", label=t("Donors: the budgets of the plans compared"))
page_link(t, "plans", label=t("Presenters: the plans side by side"))
