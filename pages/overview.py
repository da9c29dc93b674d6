"""Overview: the plans side by side, what is known of the newest, and where to go on."""

from __future__ import annotations

from datetime import date

from nap_analytics import queries
from nap_analytics.findings import budget_totals, overview
from nap_analytics.ui import components
from nap_analytics.ui.cache import localised_query
from nap_analytics.ui.frame import open_page, page_link
from nap_analytics.ui.screens.overview.plan_cards import plan_cards
from nap_analytics.ui.screens.overview.sections import draw_coverage, draw_targets

t = open_page("overview")
today = date.today()
plans = localised_query(t, queries.plan_overview, viewed_on=today)
newest = plans.iloc[-1]

components.headline(overview.plans_finding(plans, t=t))
plan_cards(t, plans)
if plans["planned_per_head"].notna().any():
    for note in budget_totals.population_notes(localised_query(t, queries.population_differences), t=t):
        components.footnote(note)

draw_coverage(t, newest, viewed_on=today)
draw_targets(t, newest, viewed_on=today)

components.section(t("Continue"))
page_link(t, "progress", label=t("Coordinators: where each part of the plan stands, and the list of what is missing"))
page_link(t, "budgets", label=t("Donors: the budgets of the plans compared"))
page_link(t, "plans", label=t("Presenters: the plans side by side"))
