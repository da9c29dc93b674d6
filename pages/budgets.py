"""Budgets: totals compared fairly, how the money is divided, who pays, the money around, what is not known, what fails to add up."""

from __future__ import annotations

from datetime import date

from nap_analytics import queries
from nap_analytics.findings import budget_depth
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view, localised_query
from nap_analytics.ui.filters import choose_one
from nap_analytics.ui.frame import open_page
from nap_analytics.ui.screens.budgets.division import draw_division
from nap_analytics.ui.screens.budgets.level_of_detail import draw_level_of_detail
from nap_analytics.ui.screens.budgets.related_funding import draw_related_funding
from nap_analytics.ui.screens.budgets.results import draw_results
from nap_analytics.ui.screens.budgets.shares import draw_shares
from nap_analytics.ui.screens.budgets.stages import draw_stages
from nap_analytics.ui.screens.budgets.totals import draw_totals
from nap_analytics.ui.screens.budgets.wrong_totals import draw_wrong_totals

QUESTIONS = {
    "totals": draw_totals,
    "division": draw_division,
    "shares": draw_shares,
    "results": draw_results,
    "stages": draw_stages,
    "unknown": draw_level_of_detail,
    "around": draw_related_funding,
    "audit": draw_wrong_totals,
}

t = open_page("budgets")
today = date.today()
components.headline(cached_view(budget_depth.known_depth, localised_query(t, queries.budget_depth, viewed_on=today), t=t))
titles = {
    "totals": t("Totals"),
    "division": t("Breakdown"),
    "shares": t("From plan to plan"),
    "results": t("Budget and results"),
    "stages": t("Funding sources and spending"),
    "unknown": t("What is not known"),
    "around": t("Related funding"),
    "audit": t("Do the figures add up?"),
}
QUESTIONS[choose_one(t, t("Question"), name="view", options=titles)](t, viewed_on=today)
