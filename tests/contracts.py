"""What each query returns, as the head of its statement declares it: columns in order, their types, and where NULL may stand.

    -- Returns one row per plan, oldest first:
    --   plan_id, short_name_en, short_name_fr VARCHAR
    --   amount DOUBLE or NULL: none is known (amount_state none), or it is not_convertible

A column without `or NULL` never holds NULL. `all of series_summary` stands for what the head of that macro declares.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from nap_analytics.wording.language import language

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
