"""The rows of an IATI file: one .sql file and one function each; amounts are exact decimals, never floats."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from nap_analytics.warehouse import Warehouse

Row = dict[str, Any]

_FOLDER = Path(__file__).parent


def plan_rows(warehouse: Warehouse, *, viewed_on: date) -> list[Row]:
    """One row per plan, oldest first. `extended_date` NULL: not extended; `has_figure` false: no planned amount is published."""
    return _rows(warehouse, "iati_plan", viewed_on=viewed_on)


def budget_rows(warehouse: Warehouse, *, viewed_on: date) -> dict[str, list[Row]]:
    """By plan: one row per year and currency of the planned money; `is_without_year`: the source gives it to no year."""
    return _by_plan(_rows(warehouse, "iati_budget", viewed_on=viewed_on))


def sector_rows(warehouse: Warehouse, *, viewed_on: date) -> dict[str, list[Row]]:
    """By plan: one row per pillar with money; `percentage` (0 to 100) adds up to 100. Absent: not all money is known by pillar."""
    return _by_plan(_rows(warehouse, "iati_sector", viewed_on=viewed_on))


def transaction_rows(warehouse: Warehouse, *, viewed_on: date) -> dict[str, list[Row]]:
    """By plan: one row per amount committed, disbursed or spent. NULL: year, pillar, funder or implementer is not told."""
    return _by_plan(_rows(warehouse, "iati_transaction", viewed_on=viewed_on))


def party_rows(warehouse: Warehouse, *, viewed_on: date) -> dict[str, list[Row]]:
    """By plan: one row per `part` (funder, implementer) and organisation. Absent: no line names one."""
    return _by_plan(_rows(warehouse, "iati_party", viewed_on=viewed_on))


@cache
def _statement(name: str) -> str:
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def _rows(warehouse: Warehouse, name: str, **parameters: Any) -> list[Row]:
    columns, rows = warehouse.rows(_statement(name), parameters)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _by_plan(rows: list[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["plan_id"]].append(row)
    return dict(found)
