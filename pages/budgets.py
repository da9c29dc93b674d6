"""Budgets: totals side by side, how the money is divided, what stands around, what is not known, what does not add up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.charts import budgets as charts
from nap_analytics.exchange.tables import Table
from nap_analytics.story import budget_depth as depth
from nap_analytics.story import budgets as story
from nap_analytics.ui import budget_sections as sections
from nap_analytics.ui import components
from nap_analytics.ui.cache import made_of, told
from nap_analytics.ui.filters import choose_one
from nap_analytics.ui.frame import open_page
from nap_analytics.ui.register import Cell, Group, draw_register, fold

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.language import Language

TODAY = date.today()


def main() -> None:
    """Open, choose the question, answer it."""
    t = open_page("budgets")
    depths = told(t, queries.budget_depth, viewed_on=TODAY)
    components.headline(depth.known_depth(depths, t=t))
    questions = {
        "totals": t("Totals"),
        "division": t("Where it goes"),
        "unknown": t("What is not known"),
        "around": t("Money around"),
        "audit": t("Does it add up?"),
    }
    view = choose_one(t, t("Question"), name="view", options=questions)
    if view == "totals":
        totals(t)
    elif view == "unknown":
        unknown(t, depths)
    elif view == "audit":
        sections.draw_audit(t, viewed_on=TODAY)
    else:
        plans = dict(zip(depths["plan_id"], depths["short_name"], strict=True))
        plan_id = choose_one(t, t("Plan"), name="plan", options=plans)
        if view == "division":
            sections.draw_division(t, plan_id=plan_id, plan_name=plans[plan_id], viewed_on=TODAY)
        else:
            sections.draw_around(t, plan_id=plan_id, plan_name=plans[plan_id])


def totals(t: Language) -> None:
    """The totals of the plans in the unit chosen, and how deep each is known."""
    unit = choose_one(t, t("Unit"), name="unit", options={code: story.unit_name(t, code) for code in story.UNITS})
    per = choose_one(t, t("Counted"), name="per", options={code: t(name) for code, name in story.PER.items()})
    frame = told(t, queries.budget_comparison, unit=unit, per=per, viewed_on=TODAY)
    finding = story.totals_compared(frame, per=per, prices=story.price_level(frame, unit=unit, t=t), t=t)
    components.finding(finding)
    components.chart(
        t,
        made_of(t, charts.total_bars, frame),
        key="totals",
        alt=t("Bars of the totals of the plans: {finding}", finding=finding),
        table=Table(
            frame,
            {
                "short_name": t("Plan"),
                "amount": t("Amount shown"),
                "currency_code": t("Currency"),
                "planned_xof": t("XOF"),
                "planned_eur": t("EUR"),
                "planned_usd": t("USD"),
                "planned_xof_constant": t("XOF of {year}", year=frame["price_base_year"].iloc[0]),
                "year_count": t("Years of the plan"),
                "person_count": t("Population of the first year"),
                "women_share_pct": t("Share of women"),
                "not_allocated_to_year_xof": t("XOF given to no year"),
                "budget_source": t("Source"),
            },
        ),
        source="; ".join(frame["budget_source"].dropna()),
        filename=f"budget-totals-{unit}-{per}",
    )
    for explanation in frame["explanation"].dropna():
        components.empty_note(explanation)
    fold(t("How the amounts are converted"), story.conversion_rules(frame, t=t))


def unknown(t: Language, depths: pd.DataFrame) -> None:
    """How deep the money of each plan is known, and what would fill the gaps."""
    finding = depth.depth_reached(depths, t=t)
    components.finding(finding)
    components.chart(
        t,
        made_of(t, charts.depth_matrix, depths, names={code: t(name) for code, name in depth.DEPTHS.items()}),
        key="depth",
        alt=t("Table of how deep the money of each plan is known: {finding}", finding=finding),
        table=Table(
            depths.assign(
                depth_word=[t(depth.DEPTHS[code]) for code in depths["depth"]],
                state_word=[t(depth.STATES[code]) for code in depths["known_state"]],
            ),
            {
                "short_name": t("Plan"),
                "depth_word": t("Depth"),
                "state_word": t("Known"),
                "known_xof": t("XOF known"),
                "not_placed_xof": t("XOF not placed"),
                "line_without_amount_count": t("Lines without an amount"),
            },
        ),
        source=t("Computed from every budget line in the sources"),
        filename="budget-depth",
    )
    components.finding(t("What is not known, and what would fill it"))
    draw_register(
        [t("What is missing"), t("What would fill it")],
        widths=[60, 40],
        groups=[
            Group(
                name, t.n("{count} gap", "{count} gaps", len(gaps)), [[Cell(gap.missing), Cell(gap.needed)] for gap in gaps], is_open=True
            )
            for name, gaps in depth.gaps(depths, t=t).items()
            if gaps
        ],
    )


main()
