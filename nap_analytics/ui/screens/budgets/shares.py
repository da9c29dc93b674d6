"""From plan to plan: the shares of the themes, and what another reading of the crosswalk moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.charts import budget_shares as charts
from nap_analytics.findings import budget_shares as findings
from nap_analytics.findings.plans import reading_name
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view, localised_query
from nap_analytics.ui.filters import filter_row
from nap_analytics.ui.frame import page_link
from nap_analytics.ui.screens.budgets.division import theme_columns
from nap_analytics.ui.screens.budgets.price_basis import choose_plans, choose_price_basis, choose_reading
from nap_analytics.ui.share import subject_line
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from nap_analytics.ui.screens.budgets.price_basis import PriceBasis
    from nap_analytics.wording.language import Language


def draw_shares(t: Language, *, viewed_on: date) -> None:
    """Shares from plan to plan in one reading, and how much of the money the readings move."""
    with filter_row():
        reading = choose_reading(t)
        basis = choose_price_basis(t, viewed_on=viewed_on, is_compared=True)
    plans = choose_plans(t, viewed_on=viewed_on)
    every = localised_query(t, queries.budget_by_theme, **basis.params)
    every = every[every["plan_id"].isin(plans)]
    frame = every[(every["reading"] == reading) | every["wps_pillar"].isna()]
    finding = cached_view(findings.shares_over_plans, frame, t=t)
    budgets = localised_query(t, queries.budget_comparison, **basis.params)
    documents = budgets.loc[budgets["plan_id"].isin(plans), "budget_source"].dropna()
    source = [t("the budget of each plan; assigned to themes by this dashboard’s crosswalk"), *documents]
    components.chart(
        t,
        cached_view(charts.share_slopes, frame, t=t),
        title=finding,
        subject_line=subject_line(reading_name(t, reading), basis.prices_text(t)),
        key="slopes",
        alt=t("Lines of the share of each theme from plan to plan: {finding}", finding=finding),
        table=HeadedTable(frame, theme_columns(t)),
        source=source,
        filename=file_stem(t("shares-of-budget"), reading_name(t, reading), basis.file_part),
    )
    _draw_moves(t, every, basis=basis, source=source)
    page_link(t, "plans", label=t("Why each pillar belongs where it does"), view="themes")


def _draw_moves(t: Language, every: pd.DataFrame, *, basis: PriceBasis, source: list[str]) -> None:
    """How much of the money the readings of the crosswalk move; no chart where it is not known."""
    moves = cached_view(_moves, t, every)
    drawn = moves[moves["moved_amount"].notna()]
    components.section(t("What the reading changes"))
    finding = cached_view(findings.sensitivity, moves, t=t)
    if drawn.empty:
        components.finding(finding)
    else:
        components.chart(
            t,
            cached_view(charts.moved_bars, drawn, t=t),
            title=finding,
            subject_line=basis.prices_text(t),
            key="moves",
            alt=t("Bars of the part of the budget that each reading moves: {finding}", finding=finding),
            table=HeadedTable(every[every["wps_pillar"].notna()], theme_columns(t)),
            source=source,
            filename=file_stem(t("readings-of-budget"), basis.file_part),
        )


def _moves(t: Language, every: pd.DataFrame) -> pd.DataFrame:
    """What each reading moves, with its name."""
    moves = findings.moved_by_reading(every)
    return moves.assign(reading_name=[reading_name(t, code) for code in moves["reading"]])
