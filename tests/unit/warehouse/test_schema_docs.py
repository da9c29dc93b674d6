"""Every table, view and column says what it means, every number its unit, in every language."""

from __future__ import annotations

import re

import duckdb
import pytest

from nap_analytics.warehouse.dictionary import comments, dictionary
from nap_analytics.warehouse.load import cache_folder
from nap_analytics.warehouse.structure import create_structure
from nap_analytics.wording.language import SOURCE_LANGUAGE, language, language_codes

COLUMNS = "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE NOT internal AND schema_name = 'main'"
RELATIONS = (
    "SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal"
    " UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"
)
NUMBER = re.compile(r"(U?(TINY|SMALL|BIG|HUGE)?INT|INTEGER|DOUBLE|FLOAT|DECIMAL)")
UNIT = re.compile(r" \[[^\[\]]+\]$")


@pytest.fixture(scope="module")
def columns(structure: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str, str | None]]:
    """Relation, name, type and comment of every column."""
    return structure.execute(COLUMNS).fetchall()


@pytest.fixture(scope="module")
def relations(structure: duckdb.DuckDBPyConnection) -> list[tuple[str, str | None]]:
    """Name and comment of every relation."""
    return structure.execute(RELATIONS).fetchall()


@pytest.fixture(scope="module")
def structure(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    """A database that has every relation, without a row."""
    connection = duckdb.connect()
    create_structure(connection, cache=cache_folder(tmp_path_factory.mktemp("workspace")))
    return connection


def test_every_relation_has_a_comment(relations: list[tuple]) -> None:
    assert [name for name, comment in relations if not comment] == []


def test_every_column_has_a_comment(columns: list[tuple]) -> None:
    assert [(relation, column) for relation, column, _, comment in columns if not comment] == []


def test_numbers_and_only_numbers_end_with_their_unit(columns: list[tuple]) -> None:
    wrong = [
        (relation, column)
        for relation, column, data_type, comment in columns
        if bool(NUMBER.match(data_type)) != bool(UNIT.search(comment or ""))
    ]
    assert wrong == []


def test_no_meaning_stands_twice() -> None:
    keys = [(relation, column) for relation, column, _ in dictionary()]
    assert [key for key in keys if keys.count(key) > 1] == []


def test_no_meaning_is_unused(columns: list[tuple], relations: list[tuple]) -> None:
    present = {(relation, column) for relation, column, _, _ in columns}
    own = {(relation, column) for relation, column, _ in dictionary() if relation != "*"}
    shared = {("*", column) for relation, column in present if (relation, column) not in own}
    whole = {(name, "") for name, _ in relations}
    assert {(relation, column) for relation, column, _ in dictionary()} - present - shared - whole == set()


@pytest.mark.parametrize("code", [code for code in language_codes() if code != SOURCE_LANGUAGE])
def test_units_are_kept_in_translation(code: str) -> None:
    t = language(code)
    assert [text for text in comments() if bool(UNIT.search(text)) != bool(UNIT.search(t.comment(text)))] == []
