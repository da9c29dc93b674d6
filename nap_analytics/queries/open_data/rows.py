"""Rows of the warehouse for the files of this room: one .sql file beside the module, one question."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nap_analytics.warehouse import Warehouse
    from nap_analytics.wording.language import Language

Row = dict[str, Any]

_FOLDER = Path(__file__).parent


def told_rows(warehouse: Warehouse, name: str, **parameters: Any) -> list[Row]:
    """The rows that the statement of this name answers, its parameters bound; amounts stay exact decimals, NULL is None."""
    columns, rows = warehouse.rows(_statement(name), parameters)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def grouped(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    """The rows by what they hold in one column, in their order."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return dict(found)


def text_in(t: Language, row: Row, name: str) -> str:
    """A text of the data in one language; English stands in for a column that it lacks, nothing for a text that is not told."""
    return row.get(f"{name}_{t.code}", row[f"{name}_en"]) or ""


@cache
def _statement(name: str) -> str:
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
