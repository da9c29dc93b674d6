"""Measures are computed once for each day, and say what their macros say."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from nap_analytics import queries
from nap_analytics.warehouse import Warehouse, seen
from tests.tiny import HALF_TIME, VIEWED_ON, measured, tiny_warehouse

MEASURE = "SELECT series_id, latest_value FROM series_progress($viewed_on)"
KEPT_TABLES = "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'seen' AND table_name LIKE 'series_progress%' ORDER BY ALL"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    return tiny_warehouse(tmp_path_factory.mktemp("tiny"), measured(baseline=10, target=30, values=20))


@pytest.fixture
def warehouse(opened: Warehouse) -> Warehouse:
    """The same data, of which nothing has been asked yet."""
    opened.connection.execute("DROP SCHEMA seen CASCADE")
    return Warehouse(opened.connection, version=opened.version)


def latest(warehouse: Warehouse, viewed_on: date) -> list[float | None]:
    return [None if value != value else value for value in warehouse.frame(MEASURE, {"viewed_on": viewed_on})["latest_value"]]


def test_what_is_kept_are_macros_of_the_day_alone(warehouse: Warehouse) -> None:
    macros = warehouse.rows("SELECT function_name, parameters FROM duckdb_functions() WHERE function_type = 'table_macro'")[1]
    assert {name: parameters for name, parameters in macros if name in seen.KEPT} == {name: ["viewed_on"] for name in seen.KEPT}


@pytest.mark.parametrize("name", seen.KEPT)
def test_what_is_kept_is_what_the_macro_answers(name: str, warehouse: Warehouse) -> None:
    kept, parameters = warehouse.measures.read_by(f"FROM {name}($viewed_on) ORDER BY ALL", {"viewed_on": HALF_TIME})
    assert "seen." in kept
    assert warehouse.rows(kept, parameters) == warehouse.rows(f"FROM {name}($viewed_on) ORDER BY ALL", {"viewed_on": HALF_TIME})


def test_a_measure_is_computed_once_for_a_day_and_again_for_another(warehouse: Warehouse) -> None:
    before = HALF_TIME - timedelta(days=1)
    assert [latest(warehouse, day) for day in (before, VIEWED_ON, before, VIEWED_ON)] == [[None], [20], [None], [20]]
    assert warehouse.rows(KEPT_TABLES)[1] == [("series_progress 2021-06-30",), ("series_progress 2024-06-30",)]


def test_days_beyond_the_most_are_answered_and_not_kept(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen, "MOST_DAYS", 1)
    assert latest(warehouse, HALF_TIME) == [20]
    assert latest(warehouse, VIEWED_ON) == [20]
    assert warehouse.rows(KEPT_TABLES)[1] == [("series_progress 2021-07-01",)]


def test_visitors_who_come_together_get_the_same_answer(warehouse: Warehouse) -> None:
    with ThreadPoolExecutor(8) as visitors:
        answers = list(visitors.map(lambda _: latest(warehouse, VIEWED_ON), range(16)))
    assert answers == [[20]] * 16


def test_other_parameters_stay_and_what_is_kept_is_shown_to_nobody(warehouse: Warehouse) -> None:
    shown = warehouse.relation_names()
    assert list(queries.plan_overview(warehouse, viewed_on=VIEWED_ON)["plan_id"]) == ["tst-2019"]
    assert list(queries.indicator_progress(warehouse, plan_id="tst-2019", viewed_on=VIEWED_ON)["indicator_id"]) == ["s"]
    assert warehouse.rows(KEPT_TABLES)[1] != []
    assert warehouse.relation_names() == shown
    assert [name for name in queries.relations(warehouse)["relation"] if "2024" in name] == []
