"""Every query returns what the head of its statement declares: with a small folder and with none; `tests/product` asks the shipped data."""

from __future__ import annotations

from pathlib import Path

import pytest

from nap_analytics.warehouse import Warehouse
from tests.contracts import STATEMENTS, Column, answers, contract
from tests.report_case import report_warehouse
from tests.tiny import MINIMUM, tiny_warehouse


@pytest.fixture(scope="module", params=["small", "empty"])
def warehouse(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """A small folder that holds most kinds of rows, and a folder of tables without rows."""
    folder = tmp_path_factory.mktemp(request.param)
    return report_warehouse(folder) if request.param == "small" else tiny_warehouse(folder, {table: [] for table in MINIMUM})


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
