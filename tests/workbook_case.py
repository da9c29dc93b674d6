"""A budget workbook recomputed: how its sheets are read, and how numbers are compared."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Any

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.language import is_missing, language

ENGLISH = language("en")
TODAY = date(2026, 7, 1)
HEADINGS, SUMMARY_HEADINGS = 4, 12
"""Rows of the headings: of every sheet, and of the first."""

HAND_WORKED: dict[str, tuple[tuple[str, ...], dict[tuple[Any, ...], list[Any]]]] = {
    "How detailed it is": (
        ("Known", "XOF known", "Planned, in XOF", "XOF not allocated", "Lines without an amount"),
        {
            ("tst-2019 (en)", "By activity"): ["in part", 1500000.5, 1500000.5, 0, 1],
            ("tst-2019 (en)", "By funder"): ["in part", 1000 * 550, 1500000.5, 1500000.5 - 550_000, 0],
            ("tst-2019 (en)", "Amount spent"): ["known", 65595.7 + 49_900 + 4000 + 4100, 1500000.5, 1376404.8, 0],
            ("tst-2023 (en)", "Total"): ["not known", None, None, None, 0],
        },
    ),
    "Budget and results": (
        ("Planned, in XOF", "Share of the budget", "Indicators or activities", "Assessed or completed", "Progress"),
        {("tst-2021 (en)", "1"): [7 + 9 * 655.957, 1, 7, 3, 3 / 7], ("tst-2023 (en)", "1"): [None, None, 0, 0, None]},
    ),
    "Related funding of the plans": (
        ("Year of the rate", "First year of the plan, as none is given", "XOF per unit of the printed currency", "About, in XOF"),
        {("tst-2019 (en)", "fund (en)"): [2019, "yes", 500, 3500]},
    ),
    "Reported twice": (
        ("First report: Amount in XOF", "Second report: Amount in XOF", "Difference", "Difference, in % of the larger"),
        {("tst-2019 (en)", "disbursed"): [900, 800, 100, 100 / 900]},
    ),
    "Audit": (
        ("Printed total", "Sum of all lines", "Difference", "Sum of the yearly amounts", "Sum of the printed totals of the lines"),
        {("tst-2019 (en)", None): [1500000.5, 1500000.5, None, 1500000.5, None]},
    ),
}
"""Of the tiny data in test_workbook.py, at 655.957 francs a euro, 500 a dollar in 2019 and 550 in 2020. By sheet: headings, and the
cells under them by the first two of their row."""


@dataclass(frozen=True)
class Settings:
    """The yellow cells of the first sheet."""

    currency_code: str = "XOF"
    base_year: int | None = None
    per: str = "total"
    over: str = "year"
    reading: str = "main"

    @property
    def shown(self) -> dict[str, Any]:
        """What the queries are told."""
        return {"viewed_on": TODAY, "currency_code": self.currency_code, "base_year": self.base_year}


@dataclass(frozen=True)
class Case:
    """A workbook recomputed, the warehouse it must agree with, and the settings it stands at."""

    book: Workbook
    warehouse: Warehouse
    settings: Settings


def rows_of(sheet: Worksheet, *, at: int = HEADINGS) -> list[dict[str, Any]]:
    """The rows of a table by their headings, down to the first row without a first cell."""
    headings = [cell.value for cell in sheet[at]]
    found = []
    for row in sheet.iter_rows(min_row=at + 1, values_only=True):
        if row[0] in (None, ""):
            break
        found.append(dict(zip(headings, row, strict=True)))
    return found


def same(shown: Any, expected: Any) -> bool:
    """True where a cell holds the number expected, or none where none is."""
    if is_missing(expected):
        return not isinstance(shown, (int, float))
    return isinstance(shown, (int, float)) and math.isclose(shown, expected, rel_tol=1e-9, abs_tol=1e-9)


def differences(shown: dict[Any, list[Any]], expected: dict[Any, list[Any]]) -> list[tuple[Any, Any, Any]]:
    """Keys whose numbers differ, and keys that stand on one side alone."""
    keys = [*expected, *(key for key in shown if key not in expected)]
    nothing: list[Any] = ["no row"]
    return [
        (key, shown.get(key, nothing), expected.get(key, nothing))
        for key in keys
        if len(shown.get(key, nothing)) != len(expected.get(key, nothing))
        or not all(map(same, shown.get(key, nothing), expected.get(key, nothing)))
    ]


def code(value: Any) -> Any:
    """The text of a cell, None for an empty one."""
    return None if is_missing(value) or value == "" else value
