"""What the budget workbook needs beyond the answers of the budgets page: lines, rates and totals that its formulas start from."""

from __future__ import annotations

from datetime import date

import pandas as pd

from nap_analytics.queries.answer import answer
from nap_analytics.warehouse import Warehouse


def workbook_lines(warehouse: Warehouse, *, viewed_on: date, currency_code: str = "XOF", base_year: int | None = None) -> pd.DataFrame:
    """One row per counted budget line of any stage.

    `printed_xof_per_unit` is for the printed currency in `rate_year`, `xof_per_unit` for the currency shown in the year used.
    """
    return answer(warehouse, "workbook_lines", viewed_on=viewed_on, currency_code=currency_code, base_year=base_year)


def workbook_rates(warehouse: Warehouse) -> pd.DataFrame:
    """One row per currency and year: `xof_per_unit` and the printed rate behind it."""
    return answer(warehouse, "workbook_rates")


def workbook_totals(warehouse: Warehouse, *, viewed_on: date) -> pd.DataFrame:
    """One row per printed total, in its own currency."""
    return answer(warehouse, "workbook_totals", viewed_on=viewed_on)


def workbook_sources(warehouse: Warehouse) -> pd.DataFrame:
    """One row per source of an amount, rate, index or population; those that ask to be cited first."""
    return answer(warehouse, "workbook_sources")
