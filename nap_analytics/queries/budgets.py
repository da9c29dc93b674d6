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
