"""Every table, view and column says what it means, every number its unit, in every language."""

from __future__ import annotations

import re

import pytest

from nap_analytics.warehouse.database import Warehouse
from nap_analytics.warehouse.dictionary import comments, dictionary
from nap_analytics.wording.language import SOURCE_LANGUAGE, language, language_codes
from tests.tiny import tiny_warehouse

COLUMNS = "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE NOT internal AND schema_name = 'main'"
RELATIONS = (
    "SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal"
    " UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"
)
NUMBER = re.compile(r"(U?(TINY|SMALL|BIG|HUGE)?INT|INTEGER|DOUBLE|FLOAT|DECIMAL)")
UNIT = re.compile(r" \[[^\[\]]+\]$")


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """A warehouse that has every relation."""
    return tiny_warehouse(tmp_path_factory.mktemp("docs"))


def test_every_relation_has_a_comment(warehouse: Warehouse) -> None:
    assert [name for name, comment in warehouse.rows(RELATIONS)[1] if not comment] == []


def test_every_column_has_a_comment(warehouse: Warehouse) -> None:
    assert [(relation, column) for relation, column, _, comment in warehouse.rows(COLUMNS)[1] if not comment] == []


def test_numbers_and_only_numbers_end_with_their_unit(warehouse: Warehouse) -> None:
    wrong = [
        (relation, column)
        for relation, column, data_type, comment in warehouse.rows(COLUMNS)[1]
        if bool(NUMBER.match(data_type)) != bool(UNIT.search(comment or ""))
    ]
    assert wrong == []


def test_no_meaning_stands_twice() -> None:
    keys = [(relation, column) for relation, column, _ in dictionary()]
    assert [key for key in keys if keys.count(key) > 1] == []


def test_no_meaning_is_unused(warehouse: Warehouse) -> None:
    columns = {(relation, column) for relation, column, _, _ in warehouse.rows(COLUMNS)[1]}
    own = {(relation, column) for relation, column, _ in dictionary() if relation != "*"}
    shared = {("*", column) for relation, column in columns if (relation, column) not in own}
    relations = {(name, "") for name, _ in warehouse.rows(RELATIONS)[1]}
    assert {(relation, column) for relation, column, _ in dictionary()} - columns - shared - relations == set()


@pytest.mark.parametrize("code", [code for code in language_codes() if code != SOURCE_LANGUAGE])
def test_units_are_kept_in_translation(code: str) -> None:
    t = language(code)
    assert [text for text in comments() if bool(UNIT.search(text)) != bool(UNIT.search(t.comment(text)))] == []
