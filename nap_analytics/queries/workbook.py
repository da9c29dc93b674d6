"""What the budget workbook needs beyond the answers of the budgets page: lines, rates and totals that its formulas start from."""

from __future__ import annotations

from datetime import date

import pandas as pd

from nap_analytics.queries.answer import answer
from nap_analytics.warehouse import Warehouse


def workbook_lines(warehouse: Warehouse, *, viewed_on: date, currency_code: str = "XOF", base_year: int | None = None) -> pd.DataFrame:
    """One row per counted budget line of any stage. `amount` NULL: the line prints none; a rate or index NULL: none is known.

    `printed_xof_per_unit` is for the printed currency in `rate_year`, `xof_per_unit` for the currency shown in the year used.
    """
    return answer(warehouse, "workbook_lines", viewed_on=viewed_on, currency_code=currency_code, base_year=base_year)


def workbook_rates(warehouse: Warehouse) -> pd.DataFrame:
    """One row per currency and year: `xof_per_unit` and the printed rate behind it. `printed_year` NULL: XOF itself."""
    return answer(warehouse, "workbook_rates")


def workbook_totals(warehouse: Warehouse, *, viewed_on: date) -> pd.DataFrame:
    """One row per printed total, in its own currency; `pillar_code` NULL: the whole plan, a sum NULL: there is nothing to add."""
    return answer(warehouse, "workbook_totals", viewed_on=viewed_on)


def workbook_sources(warehouse: Warehouse) -> pd.DataFrame:
    """One row per source of an amount, rate, index or population; those that ask to be cited first."""
    return answer(warehouse, "workbook_sources")
