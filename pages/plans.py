"""Plans compared: structure and time, what was done, money per year, themes that stay, come and go, what the plans say."""

from __future__ import annotations

from datetime import date

from nap_analytics import queries
from nap_analytics.findings import plans as findings
from nap_analytics.ui import components
from nap_analytics.ui.cache import localised_query
from nap_analytics.ui.filters import choose_one
from nap_analytics.ui.frame import open_page
from nap_analytics.ui.screens.plans.context.sections import draw_context
from nap_analytics.ui.screens.plans.money import draw_money
from nap_analytics.ui.screens.plans.results import draw_results
from nap_analytics.ui.screens.plans.says import draw_what_plans_say
from nap_analytics.ui.screens.plans.structure import draw_structure
from nap_analytics.ui.screens.plans.themes import draw_themes

VIEWS = {
    "structure": draw_structure,
    "results": draw_results,
    "money": draw_money,
    "themes": draw_themes,
    "context": draw_context,
    "says": draw_what_plans_say,
}

t = open_page("plans")
components.headline(findings.measures_differ(localised_query(t, queries.plan_overview, viewed_on=date.today()), t=t))
titles = {
    "structure": t("Structure and time"),
    "results": t("What was done"),
    "money": t("Budget per year"),
    "themes": t("Themes"),
    "context": t("Context"),
    "says": t("What the plans say"),
}
VIEWS[choose_one(t, t("What to compare"), name="view", options=titles)](t)
