"""Money planned for the plans, and money around them."""

from __future__ import annotations

from datetime import date

import pandas as pd

from nap_analytics.queries.answer import answer
from nap_analytics.warehouse import Warehouse


def budget_by_pillar(warehouse: Warehouse, *, viewed_on: date) -> pd.DataFrame:
    """One row per plan and pillar, planned stage, XOF. `pillar_code` NULL: the amount is not broken down."""
    return answer(warehouse, "budget_by_pillar", viewed_on=viewed_on)


def budget_by_year(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per pillar and year of a plan, planned stage, XOF. `budget_year` NULL: not allocated to a year."""
    return answer(warehouse, "budget_by_year", plan_id=plan_id, viewed_on=viewed_on)


def budget_lines(warehouse: Warehouse, *, plan_id: str) -> pd.DataFrame:
    """One row per amount as printed; `amount` NULL: the line prints none."""
    return answer(warehouse, "budget_lines", plan_id=plan_id)


def contextual_funding(warehouse: Warehouse) -> pd.DataFrame:
    """One row per amount near a plan, never part of it; parts follow their whole."""
    return answer(warehouse, "contextual_funding")


def budget_comparison(warehouse: Warehouse, *, unit: str, per: str, viewed_on: date) -> pd.DataFrame:
    """One row per plan, oldest first: its planned total in a unit, whole or per year, head or woman.

    Args:
        warehouse: The warehouse to ask.
        unit: ``xof``, ``eur``, ``usd``, ``xof-constant`` or ``usd-constant``.
        per: ``plan``, ``year``, ``head`` or ``woman``.
        viewed_on: The day as of which the data is seen.

    Returns:
        `amount` NULL: no figure is published (`explanation`), or a rate is missing. `ratio_to_previous` is against the
        last plan before it with a figure.
    """
    return answer(warehouse, "budget_comparison", unit=unit, per=per, viewed_on=viewed_on)


def budget_timeline(warehouse: Warehouse, *, viewed_on: date) -> pd.DataFrame:
    """One row per year that has planned amounts; one per plan known as a total only, or not at all (`amount_xof` NULL)."""
    return answer(warehouse, "budget_timeline", viewed_on=viewed_on)


def budget_depth(warehouse: Warehouse, *, viewed_on: date) -> pd.DataFrame:
    """One row per depth (total, pillar, activity, year, funder, spent) and plan. `known_xof` NULL: nothing is published."""
    return answer(warehouse, "budget_depth", viewed_on=viewed_on)


def activity_costs(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per budgeted activity of a plan, dearest first. `amount_xof` NULL: the line prints no amount."""
    return answer(warehouse, "activity_costs", plan_id=plan_id, viewed_on=viewed_on)
