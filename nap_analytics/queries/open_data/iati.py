"""The rows of the money of an IATI file: one .sql file and one function each; amounts are exact decimals, never floats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.queries.open_data.rows import Row, grouped, told_rows

if TYPE_CHECKING:
    from datetime import date

    from nap_analytics.warehouse import Warehouse


def plan_rows(warehouse: Warehouse, *, viewed_on: date) -> list[Row]:
    """One row per plan, oldest first; `has_figure` false: no planned amount is published."""
    return told_rows(warehouse, "iati_plan", viewed_on=viewed_on)


def budget_rows(warehouse: Warehouse, *, viewed_on: date) -> dict[str, list[Row]]:
    """By plan: one row per year and currency of the planned money; `is_without_year`: the source gives it to no year."""
    return grouped(told_rows(warehouse, "iati_budget", viewed_on=viewed_on), "plan_id")


def sector_rows(warehouse: Warehouse, *, viewed_on: date) -> dict[str, list[Row]]:
    """By plan: one row per pillar with money; `percentage` (0 to 100) adds up to 100. Absent: not all money is known by pillar."""
    return grouped(told_rows(warehouse, "iati_sector", viewed_on=viewed_on), "plan_id")


def transaction_rows(warehouse: Warehouse, *, viewed_on: date) -> dict[str, list[Row]]:
    """By plan: one row per amount committed, disbursed or spent."""
    return grouped(told_rows(warehouse, "iati_transaction", viewed_on=viewed_on), "plan_id")


def party_rows(warehouse: Warehouse, *, viewed_on: date) -> dict[str, list[Row]]:
    """By plan: one row per `part` (funder, implementer) and organisation. Absent: no line names one."""
    return grouped(told_rows(warehouse, "iati_party", viewed_on=viewed_on), "plan_id")
