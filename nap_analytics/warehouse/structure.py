"""The structure of the warehouse: its tables, macros, views and their comments, without a row.

DuckDB binds every view anew when it is created, which takes longer than loading the data; copying them from a database file takes
a tenth of a second. So the structure is kept in the cache folder, under a name that changes with its statements.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from nap_analytics.warehouse.dictionary import dictionary
from nap_analytics.warehouse.sql import sql_names, sql_text

_STATEMENTS = ("schema.sql", "terms.sql", "ledger_empty.sql")


def create_structure(connection: duckdb.DuckDBPyConnection, *, cache: Path) -> None:
    """Create all tables and views in an empty database, from the file in the cache folder where there is one, else by their statements.

    A file that is missing, damaged or cannot be written changes nothing but the time it takes.
    """
    path = cache / f"structure-{_version()}.duckdb"
    if not _is_copied(connection, path=path):
        _execute_statements(connection)
        _keep(connection, path=path)


def _version() -> str:
    """A short code of everything that the structure is made from."""
    texts = [sql_text(name) for name in (*_STATEMENTS, *sql_names("views"))]
    return hashlib.sha256(repr((duckdb.__version__, texts, dictionary())).encode()).hexdigest()[:16]


def _is_copied(connection: duckdb.DuckDBPyConnection, *, path: Path) -> bool:
    if not path.exists():
        return False
    try:
        with _attached(connection, path=path, mode="READ_ONLY"):
            connection.execute("COPY FROM DATABASE kept TO memory (SCHEMA)")
    except duckdb.Error:
        return False
    return True


def _keep(connection: duckdb.DuckDBPyConnection, *, path: Path) -> None:
    """Write the structure to the cache folder, whole or not at all, in place of those of other versions."""
    unfinished = path.with_suffix(f".{os.getpid()}")
    with suppress(duckdb.Error, OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with _attached(connection, path=unfinished, mode="READ_WRITE"):
            connection.execute("COPY FROM DATABASE memory TO kept (SCHEMA)")
        unfinished.replace(path)
        for other in set(path.parent.glob("structure-*.duckdb")) - {path}:
            other.unlink(missing_ok=True)
    with suppress(OSError):
        unfinished.unlink(missing_ok=True)


@contextmanager
def _attached(connection: duckdb.DuckDBPyConnection, *, path: Path, mode: str) -> Iterator[None]:
    """The database file is open under the name `kept`."""
    connection.execute(f"ATTACH '{_quoted(str(path.resolve()))}' AS kept ({mode})")
    try:
        yield
    finally:
        connection.execute("DETACH kept")


def _execute_statements(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("BEGIN")  # one change of the catalogue instead of seven hundred
    for name in (*_STATEMENTS, *sql_names("views")):
        connection.execute(sql_text(name))
    _write_comments(connection)
    connection.execute("COMMIT")


def _write_comments(connection: duckdb.DuckDBPyConnection) -> None:
    meaning = {(relation, column): comment for relation, column, comment in dictionary()}
    views = {name for (name,) in connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()}
    columns = connection.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND schema_name = 'main'"
    ).fetchall()
    for relation in dict.fromkeys(name for name, _ in columns):
        kind = "VIEW" if relation in views else "TABLE"
        _comment(connection, f'{kind} "{relation}"', meaning.get((relation, "")))
    for relation, column in columns:
        _comment(connection, f'COLUMN "{relation}"."{column}"', meaning.get((relation, column)) or meaning.get(("*", column)))


def _comment(connection: duckdb.DuckDBPyConnection, target: str, text: str | None) -> None:
    if text:
        connection.execute(f"COMMENT ON {target} IS '{_quoted(text)}'")


def _quoted(text: str) -> str:
    return text.replace("'", "''")
