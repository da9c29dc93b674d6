"""What each query returns, as the head of its statement declares it: columns in order, their types, and where NULL may stand.

    -- Returns one row per plan, oldest first:
    --   plan_id, short_name_en, short_name_fr VARCHAR
    --   amount DOUBLE or NULL: none is known (amount_state none), or it is not_convertible

A column without `or NULL` never holds NULL. `all of series_summary` stands for what the head of that macro declares.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd

from nap_analytics.warehouse import HIDDEN, Warehouse
from nap_analytics.wording.language import language
from tests.tiny import seen_once

PACKAGE = Path(__file__).parents[1] / "nap_analytics"
STATEMENTS = {
    path.relative_to(PACKAGE / "queries").with_suffix("").as_posix(): path for path in sorted((PACKAGE / "queries").rglob("*.sql"))
}
"""Name of each query -> its file."""
SHARED = {path.stem.partition("_")[2]: path for path in (PACKAGE / "warehouse" / "views").glob("*.sql")}
"""Name of each subject of the warehouse -> its file."""

_HEAD = re.compile(r"(?:--.*\n)*?-- Returns (?:.*\n)(?:-- \S.*\n)*(?P<entries>(?:--   .*\n)+)")
_ENTRY = re.compile(r"(?P<names>\w+(?:, \w+)*) (?P<type>[A-Z][A-Z0-9(), ]*(?:\[\])?)(?P<null> or NULL: \S.*)?")
_ALL_OF = "all of "


@dataclass(frozen=True)
class Column:
    """One column of an answer: its name, its type in DuckDB, and whether it may hold NULL."""

    name: str
    type: str
    may_be_null: bool


@cache
def contract(name: str) -> tuple[Column, ...]:
    """The columns that a query declares, in order.

    Raises:
        ValueError: its statement has no head, or a line of it is not of the form.
    """
    return _declared(STATEMENTS[name])


@cache
def localised_columns(name: str) -> frozenset[str]:
    """Names of the columns of a query's answer in one language: `x` for `x_en` and `x_fr`."""
    frame = pd.DataFrame(columns=[column.name for column in contract(name)])
    return frozenset(language("en").localise(frame).columns)


def _declared(path: Path) -> tuple[Column, ...]:
    head = _HEAD.match(path.read_text(encoding="utf-8"))
    if not head:
        raise ValueError(f"{path.name} does not begin with what it returns")
    entries = head["entries"].replace("\n--       ", " ").replace("--   ", "").splitlines()
    return tuple(column for entry in entries for column in _columns(entry, path))


def _columns(entry: str, path: Path) -> tuple[Column, ...]:
    if entry.startswith(_ALL_OF):
        return _declared(SHARED[entry.removeprefix(_ALL_OF)])
    found = _ENTRY.fullmatch(entry)
    if not found:
        raise ValueError(f"{path.name} declares no columns in the line “{entry}”")
    return tuple(Column(name, found["type"], bool(found["null"])) for name in found["names"].split(", "))


SETTINGS: dict[str, list[Any]] = {
    "viewed_on": [date(2026, 11, 27)],
    "currency_code": ["USD"],
    "base_year": [2023],
    "per": ["woman"],
    "over": ["year"],
    "wps_pillar": ["participation"],
    "reading": ["main"],
    "words": ["a"],
    "pattern": [r"\bmopti\b"],
    "region_codes": [["ML-5"]],
    "hidden": [list(HIDDEN)],
}
"""What is asked for under each name of a parameter; plans and indicators come from the data."""


def asked(warehouse: Warehouse, name: str) -> list[dict[str, Any]]:
    """Parameters to ask a query with: every plan, and the first and last indicator."""
    used = sorted(set(re.findall(r"\$(\w+)", re.sub(r"--[^\n]*", "", STATEMENTS[name].read_text(encoding="utf-8")))))
    plans = [row[0] for row in warehouse.rows("SELECT plan_id FROM plan")[1]]
    indicators = list(warehouse.rows("SELECT MIN(indicator_id), MAX(indicator_id) FROM indicator")[1][0])
    choices = {**SETTINGS, "plan_id": plans or [None], "indicator_id": indicators}
    return [dict(zip(used, values, strict=True)) for values in product(*(choices[each] for each in used))]


def answers(warehouse: Warehouse, name: str) -> tuple[list[tuple[str, str]], set[str]]:
    """Names and types of the columns that come back, and the names of those that hold NULL anywhere."""
    found: dict[tuple[tuple[str, str], ...], set[str]] = {}
    for parameters in asked(warehouse, name):
        with warehouse.connection.cursor() as cursor:
            cursor.execute(*seen_once(warehouse, STATEMENTS[name].read_text(encoding="utf-8"), parameters))
            columns = tuple((told[0], str(told[1])) for told in cursor.description or [])
            cells = zip(*cursor.fetchall(), strict=True)
            nulls = {column for (column, _), values in zip(columns, cells, strict=False) if None in values}
            found.setdefault(columns, set()).update(nulls)
    [(columns, nulls)] = found.items()
    return list(columns), nulls
