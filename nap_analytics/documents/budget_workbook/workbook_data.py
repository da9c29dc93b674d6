"""What the workbook is made of: frames that the queries answer, and the view in which it opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nap_analytics.wording.language import known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    import pandas as pd

CURRENT_PRICES = "current"


@dataclass(frozen=True)
class BudgetView:
    """The settings with which the workbook opens; its formulas follow when a reader changes them.

    Attributes:
        viewed_on: The day as of which the data is seen.
        currency_code: The currency of the amounts shown.
        base_year: The year whose prices they are told in; None: the prices of each line's own year.
        per: What is counted: ``total``, ``head`` or ``woman``.
        over: Over what time: ``year`` or ``plan``.
        reading: The reading of the crosswalk.
    """

    viewed_on: date
    currency_code: str = "XOF"
    base_year: int | None = None
    per: str = "total"
    over: str = "year"
    reading: str = "main"

    @property
    def settings(self) -> dict[str, str | int]:
        """What the cell of each setting holds; that of the price level the base year, or the word for current prices."""
        prices = CURRENT_PRICES if self.base_year is None else self.base_year
        return {"currency": self.currency_code, "prices": prices, "divisor": self.per, "over": self.over, "reading": self.reading}


@dataclass(frozen=True)
class WorkbookData:
    """Answers of the queries of the same names in the view shown, texts in the language shown; NULL: not known.

    Attributes:
        comparison: One row per plan, oldest first (budget_comparison).
        lines: One row per counted budget line of any stage (workbook_lines).
        by_pillar: One row per plan and pillar with planned lines (budget_by_pillar).
        by_year: One row per plan, pillar and year (budget_by_year of every plan).
        by_theme: One row per plan, reading and UN pillar (budget_by_theme).
        stages: One row per plan, and per pillar with money (budget_stages).
        activities: One row per budgeted activity, dearest first within its plan (activity_costs of every plan, with plan_id).
        results: One row per plan and pillar (money_against_results).
        depths: One row per depth and plan (budget_depth).
        pairs: One row per pair of reports of what may be the same money (report_pairs of every plan).
        around: One row per amount near a plan (contextual_funding).
        totals: One row per printed total (workbook_totals).
        findings: One row per contradiction about money (discrepancies), with `origin_word`: whose it is, in words.
        rates: One row per currency and year (workbook_rates).
        sources: One row per source of the money (workbook_sources).
        plan, pillar, crosswalk, exchange_rate, price_index, population: The tables of these names.
        currencies: Codes in which every line can be told.
        base_years: Years whose prices can be the price level, latest first.
        readings: Code and name of each reading of the crosswalk, ``main`` first.
        words: Words of the budgets page for a depth, for how far money is known there, and for the verdict on a pair, by their codes.
        population_notes: Sentences on populations that a plan prints otherwise.
        population_caveat: The same in a few words; empty where there is none.
        version: Changes when the data does.
        data_date: The latest day the data speaks of.
    """

    comparison: pd.DataFrame
    lines: pd.DataFrame
    by_pillar: pd.DataFrame
    by_year: pd.DataFrame
    by_theme: pd.DataFrame
    stages: pd.DataFrame
    activities: pd.DataFrame
    results: pd.DataFrame
    depths: pd.DataFrame
    pairs: pd.DataFrame
    around: pd.DataFrame
    totals: pd.DataFrame
    findings: pd.DataFrame
    rates: pd.DataFrame
    sources: pd.DataFrame
    plan: pd.DataFrame
    pillar: pd.DataFrame
    crosswalk: pd.DataFrame
    exchange_rate: pd.DataFrame
    price_index: pd.DataFrame
    population: pd.DataFrame
    currencies: tuple[str, ...]
    base_years: tuple[int, ...]
    readings: Mapping[str, str]
    words: Mapping[str, str]
    population_notes: tuple[str, ...]
    population_caveat: str
    version: str
    data_date: date

    def sourced(self, row: Any) -> dict[str, Any]:
        """The cells of a row with the title of its source as `source`; None for one that is no source of the money."""
        titles = dict(zip(self.sources["source_id"], self.sources["title"], strict=True))
        return {**row._asdict(), "source": titles.get(row.source_id)}


def looked_up(frame: pd.DataFrame, keys: Iterable[str], value: str) -> dict[tuple[Any, ...], Any]:
    """The values of a column by the values of the key columns, missing ones as None."""
    columns = [frame[name] for name in (*keys, value)]
    return {tuple(map(known, row[:-1])): known(row[-1]) for row in zip(*columns, strict=True)}


def pillar_key(plan_id: str, pillar_code: Any) -> str:
    """A key of plan and pillar that no spreadsheet takes for a number; with nothing after the sign for no pillar."""
    return f"{plan_id}#{known(pillar_code) or ''}"
