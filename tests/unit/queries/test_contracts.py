"""Every query returns what the head of its statement declares: with the shipped data, with a small folder and with none."""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from nap_analytics.warehouse import HIDDEN, Warehouse, open_warehouse
from tests.contracts import STATEMENTS, Column, contract
from tests.report_case import report_warehouse
from tests.tiny import MINIMUM, tiny_warehouse

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


@pytest.fixture(scope="module", params=["shipped", "small", "empty"])
def warehouse(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The shipped data, a small folder that holds most kinds of rows, and a folder of tables without rows."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "shipped":
        return open_warehouse(folder=Path(__file__).parents[3] / "data", workspace=folder)
    return report_warehouse(folder) if request.param == "small" else tiny_warehouse(folder, {table: [] for table in MINIMUM})


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
            cursor.execute(STATEMENTS[name].read_text(encoding="utf-8"), parameters)
            columns = tuple((told[0], str(told[1])) for told in cursor.description or [])
            cells = zip(*cursor.fetchall(), strict=True)
            nulls = {column for (column, _), values in zip(columns, cells, strict=False) if None in values}
            found.setdefault(columns, set()).update(nulls)
    [(columns, nulls)] = found.items()
    return list(columns), nulls


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_query_returns_what_it_declares(warehouse: Warehouse, name: str) -> None:
    columns, nulls = answers(warehouse, name)
    assert columns == [(column.name, column.type) for column in contract(name)]
    assert nulls - {column.name for column in contract(name) if column.may_be_null} == set()


def test_the_head_of_a_statement_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    head = (
        "-- What it is.",
        "-- Returns one row per thing,",
        "-- in order:",
        "--   a, b VARCHAR",
        "--   c,",
        "--       d DECIMAL(18,2) or NULL: no",
    )
    (tmp_path / "thing.sql").write_text("\n".join([*head, "SELECT 1"]), encoding="utf-8")
    monkeypatch.setitem(STATEMENTS, "thing", tmp_path / "thing.sql")
    amounts = [Column(name, "DECIMAL(18,2)", may_be_null=True) for name in "cd"]
    assert contract("thing") == (*(Column(name, "VARCHAR", may_be_null=False) for name in "ab"), *amounts)


def test_a_statement_without_a_head_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bare.sql").write_text("-- What it is.\nSELECT 1", encoding="utf-8")
    monkeypatch.setitem(STATEMENTS, "bare", tmp_path / "bare.sql")
    with pytest.raises(ValueError, match=r"bare\.sql does not begin"):
        contract("bare")
