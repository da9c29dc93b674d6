"""Money planned for the plans, and money around them."""

from __future__ import annotations

from datetime import date

import pandas as pd

from nap_analytics.queries.answer import answer
from nap_analytics.warehouse import Warehouse


def money_choices(warehouse: Warehouse, *, viewed_on: date) -> pd.DataFrame:
    """One row per currency in which the money of a plan can be told (`kind` currency, the plans' own first), then per year with a price
    index (base_year, the latest first). `is_default`: the year whose prices the dashboard opens at.
    """
    return answer(warehouse, "money_choices", viewed_on=viewed_on)


def budget_by_pillar(warehouse: Warehouse, *, viewed_on: date, currency_code: str = "XOF", base_year: int | None = None) -> pd.DataFrame:
    """One row per plan and pillar, planned stage.

    Args:
        warehouse: The warehouse to ask.
        viewed_on: The day as of which the data is seen.
        currency_code: The currency of `amount`, one of ``money_choices``.
        base_year: The year whose prices `amount` is told in; None: the prices of each line's own year.
    """
    return answer(warehouse, "budget_by_pillar", viewed_on=viewed_on, currency_code=currency_code, base_year=base_year)


def budget_by_theme(warehouse: Warehouse, *, viewed_on: date, currency_code: str = "XOF", base_year: int | None = None) -> pd.DataFrame:
    """One row per plan, reading of the crosswalk and UN pillar. `moved_amount` is against the main reading."""
    return answer(warehouse, "budget_by_theme", viewed_on=viewed_on, currency_code=currency_code, base_year=base_year)


def budget_by_year(
    warehouse: Warehouse, *, plan_id: str, viewed_on: date, currency_code: str = "XOF", base_year: int | None = None
) -> pd.DataFrame:
    """One row per pillar and year of a plan, planned stage."""
    return answer(warehouse, "budget_by_year", plan_id=plan_id, viewed_on=viewed_on, currency_code=currency_code, base_year=base_year)


def contextual_funding(warehouse: Warehouse) -> pd.DataFrame:
    """One row per amount near a plan, never part of it; parts follow their whole."""
    return answer(warehouse, "contextual_funding")


def budget_comparison(
    warehouse: Warehouse,
    *,
    viewed_on: date,
    currency_code: str = "XOF",
    base_year: int | None = None,
    per: str = "total",
    over: str = "plan",
) -> pd.DataFrame:
    """One row per plan, oldest first: its planned money in all, per head or per woman, over the whole plan or per year of it.

    Args:
        warehouse: The warehouse to ask.
        viewed_on: The day as of which the data is seen.
        currency_code: The currency of `amount`, one of ``money_choices``.
        base_year: The year whose prices `amount` is told in; None: the prices of each line's own year.
        per: What is counted: ``total`` (the money itself), ``head`` or ``woman``.
        over: Over what time: the whole ``plan`` or a ``year`` of it as adopted.

    Returns:
        `amount` is `total_amount` / `divisor`; where it cannot be told, `lacking_index_years`, `lacking_rates` and
        `lacking_population_year` say what is missing. `ratio_to_previous` is
        against the last plan before it with a figure; `standing` says on what the total rests.
    """
    return answer(warehouse, "budget_comparison", viewed_on=viewed_on, currency_code=currency_code, base_year=base_year, per=per, over=over)


def conversion_steps(warehouse: Warehouse, *, viewed_on: date, currency_code: str = "XOF", base_year: int | None = None) -> pd.DataFrame:
    """One row per plan and year of its planned lines: amount in XOF, rate and index used with their sources, amount shown.

    `rate_year_is_assumed`: the lines bear no year; the plan's first year is used.
    """
    return answer(warehouse, "conversion_steps", viewed_on=viewed_on, currency_code=currency_code, base_year=base_year)


def budget_timeline(warehouse: Warehouse, *, viewed_on: date, currency_code: str = "XOF", base_year: int | None = None) -> pd.DataFrame:
    """One row per year that has planned amounts; one per plan known as a total only, or not at all."""
    return answer(warehouse, "budget_timeline", viewed_on=viewed_on, currency_code=currency_code, base_year=base_year)


def budget_depth(warehouse: Warehouse, *, viewed_on: date) -> pd.DataFrame:
    """One row per depth (total, pillar, activity, year, funder, spent) and plan."""
    return answer(warehouse, "budget_depth", viewed_on=viewed_on)


def activity_costs(
    warehouse: Warehouse, *, plan_id: str, viewed_on: date, currency_code: str = "XOF", base_year: int | None = None
) -> pd.DataFrame:
    """One row per budgeted activity of a plan, dearest first."""
    return answer(warehouse, "activity_costs", plan_id=plan_id, viewed_on=viewed_on, currency_code=currency_code, base_year=base_year)


def money_against_results(warehouse: Warehouse, *, viewed_on: date) -> pd.DataFrame:
    """One row per pillar of every plan: its share of the planned money and its progress."""
    return answer(warehouse, "money_against_results", viewed_on=viewed_on)


def budget_stages(warehouse: Warehouse, *, viewed_on: date, currency_code: str = "XOF", base_year: int | None = None) -> pd.DataFrame:
    """One row per plan and per pillar with money: what is planned, committed, disbursed and spent.

    `execution_pct` is spent of planned; `gap_amount` planned less committed.
    """
    return answer(warehouse, "budget_stages", viewed_on=viewed_on, currency_code=currency_code, base_year=base_year)


def budget_flows(
    warehouse: Warehouse, *, plan_id: str, viewed_on: date, currency_code: str = "XOF", base_year: int | None = None
) -> pd.DataFrame:
    """One row per stage, funder, kind of implementer and pillar of a plan."""
    return answer(warehouse, "budget_flows", plan_id=plan_id, viewed_on=viewed_on, currency_code=currency_code, base_year=base_year)


def budget_reach(
    warehouse: Warehouse, *, plan_id: str, viewed_on: date, currency_code: str = "XOF", base_year: int | None = None
) -> pd.DataFrame:
    """One row per funder, pillar and last stage reached: money stands once, at the last stage that is reported of it.

    `amount` of stage `committed` is committed and not yet disbursed, and so on; the amounts of a funder add to its largest stage.
    """
    return answer(warehouse, "budget_reach", plan_id=plan_id, viewed_on=viewed_on, currency_code=currency_code, base_year=base_year)


def report_pairs(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per pair of reports of what is, or may be, the same money; doubtful ones first."""
    return answer(warehouse, "report_pairs", plan_id=plan_id, viewed_on=viewed_on)
