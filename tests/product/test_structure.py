"""The structure of the warehouse is the same from its file as from its statements, and a file that is no good is passed over."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from nap_analytics.warehouse.structure import create_structure

RELATIONS = (
    "SELECT table_name, 'table', comment, sql FROM duckdb_tables() UNION ALL SELECT view_name, 'view', comment, sql FROM duckdb_views()"
)
COLUMNS = "SELECT table_name, column_name, data_type, is_nullable, column_default, comment FROM duckdb_columns() WHERE NOT internal"
CONSTRAINTS = "SELECT table_name, constraint_type, constraint_text FROM duckdb_constraints()"
MACROS = "SELECT function_name, parameters, macro_definition FROM duckdb_functions() WHERE NOT internal"


def described(connection: duckdb.DuckDBPyConnection) -> list[list[tuple]]:
    """Everything that the database says of its tables, views, columns, constraints and macros."""
    return [connection.execute(f"{statement} ORDER BY ALL").fetchall() for statement in (RELATIONS, COLUMNS, CONSTRAINTS, MACROS)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[list[tuple]]]:
    """A cache folder that has been filled, and the structure made by the statements."""
    cache = tmp_path_factory.mktemp("cache")
    connection = duckdb.connect()
    create_structure(connection, cache=cache)
    return cache, described(connection)


def from_file(cache: Path) -> duckdb.DuckDBPyConnection:
    """A database whose structure comes from a cache folder."""
    connection = duckdb.connect()
    create_structure(connection, cache=cache)
    return connection


def test_the_file_gives_what_the_statements_give(made: tuple[Path, list[list[tuple]]]) -> None:
    cache, expected = made
    shown = described(from_file(cache))
    assert shown == expected
    assert min(len(rows) for rows in shown) > 0


def test_nothing_else_is_left_in_the_cache_or_attached(made: tuple[Path, list[list[tuple]]]) -> None:
    cache, _ = made
    connection = from_file(cache)
    assert len(list(cache.iterdir())) == 1
    assert connection.execute("SELECT database_name FROM duckdb_databases() WHERE NOT internal").fetchall() == [("memory",)]


def test_a_damaged_file_is_made_anew(made: tuple[Path, list[list[tuple]]], tmp_path: Path) -> None:
    cache, expected = made
    name = next(cache.iterdir()).name
    (tmp_path / name).write_bytes(b"not a database")
    assert described(from_file(tmp_path)) == expected
    assert (tmp_path / name).read_bytes() != b"not a database"


def test_the_file_of_another_version_goes(made: tuple[Path, list[list[tuple]]], tmp_path: Path) -> None:
    cache, _ = made
    (tmp_path / "structure-of-last-year.duckdb").write_bytes(b"")
    from_file(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [path.name for path in cache.iterdir()]


def test_a_cache_that_cannot_be_written_changes_nothing(made: tuple[Path, list[list[tuple]]], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert described(from_file(tmp_path / "file")) == made[1]
