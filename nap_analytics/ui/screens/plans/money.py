"""What each plan sets aside for each of its years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.findings import budget_totals as money_findings
from nap_analytics.ui.cache import cached_query, localised_query
from nap_analytics.ui.frame import page_link
from nap_analytics.ui.screens.budgets.price_basis import PriceBasis
from nap_analytics.ui.screens.budgets.totals import draw_years
from nap_analytics.wording.file_names import file_stem

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language


def draw_money(t: Language) -> None:
    """What each plan sets aside for each of its years."""
    shown = {"viewed_on": date.today(), **money_findings.fair_money(cached_query(queries.money_choices, viewed_on=date.today()))}
    frame = localised_query(t, queries.budget_timeline, **shown)
    compared = localised_query(t, queries.budget_comparison, **shown, per="total", over="year")
    prices = money_findings.price_level(compared, t=t)
    finding = money_findings.totals_compared(compared, per="total", over="year", prices=prices, t=t)
    prices_text = PriceBasis(**shown).prices_text(t)
    file = file_stem(t("budget-by-year"))
    draw_years(t, frame, finding=finding, source=compared["budget_source"].dropna(), filename=file, prices=prices_text)
    page_link(t, "budgets", label=t("Budgets in detail"))
