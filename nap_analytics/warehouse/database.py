"""The warehouse: an in-memory DuckDB made from the files, with a cursor of its own for each query."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from nap_analytics.errors import N_, Fault, NapError
from nap_analytics.warehouse.declaration import declared_tables
from nap_analytics.warehouse.load import cache_folder, data_folder, load_folder, workspace_folder
from nap_analytics.warehouse.seen import SeenMeasures
from nap_analytics.warehouse.sql import sql_text
from nap_analytics.warehouse.structure import create_structure

HIDDEN = ("reference_observation", "ledger_observation", "recorded_observation")
"""Relations that hold unmasked observations: `observation` is what people see."""


class Warehouse:
    """Everything the dashboard knows, ready for queries.

    Attributes:
        connection: never used by two threads at once; queries run on cursors of it.
        data_date: the latest day any observation speaks of; without one, the day on which the latest source was published.
        version: changes when any file of the data folder or of the ledger changes.
        measures: keeps each measure as seen on a day, once it has been asked for.
        notices: what is sound and yet cannot be used, in the order of files and rows; nothing of it is refused.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, *, version: str, notices: tuple[Fault, ...] = ()) -> None:
        self.connection = connection
        self.version = version
        self.notices = notices
        self._known: dict[str, pd.DataFrame] | None = None
        self.measures = SeenMeasures(connection)
        self.data_date: date = self._value(sql_text("data_date.sql"))

    def remembering(self) -> Warehouse:
        """The same data, for one file or story: a statement that several of its parts need is executed once."""
        if self._known is not None:
            return self
        other = copy.copy(self)
        other._known = {}
        return other

    def frame(self, statement: str, parameters: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """Answer a statement of ours with bound, named parameters as a frame.

        Raises:
            NapError: when the database cannot answer.
        """
        if self._known is None:
            return self._frame(statement, dict(parameters or {}))
        key = repr((statement, sorted((parameters or {}).items())))
        if key not in self._known:
            self._known[key] = self._frame(statement, dict(parameters or {}))
        return self._known[key].copy(deep=False)

    def _frame(self, statement: str, parameters: dict[str, Any]) -> pd.DataFrame:
        try:
            with self.connection.cursor() as cursor:
                return cursor.execute(*self.measures.read_by(statement, parameters)).df()
        except duckdb.Error as error:
            raise NapError(N_("The data cannot be read: {reason}"), reason=str(error).splitlines()[0]) from error

    def rows(self, statement: str, parameters: Mapping[str, Any] | None = None) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Answer a statement of ours as column names and rows."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement, dict(parameters or {}))
            return [column[0] for column in cursor.description or []], cursor.fetchall()

    def relation_names(self) -> list[str]:
        """Names of the tables and views that people may see, in alphabetical order."""
        _, found = self.rows(sql_text("relation_names.sql"), {"hidden": list(HIDDEN)})
        return [name for (name,) in found]

    def table(self, name: str, *, row_limit: int | None = None) -> pd.DataFrame:
        """All rows of a table or view, or the first of them, small counts masked: a table in the order of its file, a view sorted.

        Raises:
            NapError: there is no table or view of this name, or nobody may see it.
        """
        return self.frame(f"{self._rows_of(name)} LIMIT $row_limit", {"row_limit": row_limit})

    def relation_sizes(self) -> pd.DataFrame:
        """One row per table and view that people may see: its name and its number of rows."""
        names = self.relation_names()
        return pd.DataFrame({"relation": names, "row_count": [self._value(f'SELECT COUNT(*) FROM "{name}"') for name in names]})

    def arrow(self, name: str) -> pa.Table:
        """All rows of a table or view in the same order, with the database's own types; amounts stay exact decimals.

        Raises:
            NapError: there is no table or view of this name, or nobody may see it.
        """
        with self.connection.cursor() as cursor:
            return cursor.sql(self._rows_of(name)).to_arrow_table()

    def _rows_of(self, name: str) -> str:
        if name not in self.relation_names():
            raise NapError(N_("No table or view of this name: {name}"), name=name)
        is_table = name in {table.name for table in declared_tables()}
        return f'SELECT * FROM "{name}"' + ("" if is_table else " ORDER BY ALL")

    def row_counts(self) -> dict[str, int]:
        """Rows of each table, by table name."""
        return {
            name: self._value(f'SELECT COUNT(*) FROM "{name}"')
            for name in (table.name.removeprefix("reference_") for table in declared_tables())
        }

    def _value(self, statement: str) -> Any:
        _, found = self.rows(statement)
        return found[0][0]


def open_warehouse(*, folder: Path | None = None, workspace: Path | None = None, is_sealed: bool = False) -> Warehouse:
    """Create all tables and views, load the reference folder into them and attach the ledger.

    Args:
        folder: the reference folder; by default NAP_DATA or data/.
        workspace: the folder of what users reported; by default NAP_WORKSPACE or workspace/.
        is_sealed: copy the ledger in, then close every way to files, network and settings.

    Raises:
        DataError: when the reference folder has faults; all are listed.
        NapError: when the reference folder does not exist.
    """
    folder = folder or data_folder()
    workspace = workspace or workspace_folder()
    if not folder.is_dir():
        raise NapError(N_("The data folder {folder} does not exist."), folder=str(folder))
    connection = duckdb.connect(
        config={
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "file_search_path": str(workspace.resolve()),
        }
    )
    create_structure(connection, cache=cache_folder(workspace))
    notices = load_folder(connection, folder=folder)
    attach_ledger(connection, workspace=workspace, is_copied=is_sealed)
    if is_sealed:
        connection.execute("SET python_enable_replacements = false")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
    return Warehouse(connection, version=fingerprint(folder, workspace), notices=notices)


def attach_ledger(connection: duckdb.DuckDBPyConnection, *, workspace: Path, is_copied: bool) -> None:
    """Let `ledger_observation` read the immutable files of the workspace, or copy them into it."""
    try:
        if any((workspace / "submissions").glob("*.parquet")):
            connection.execute(sql_text("ledger_files.sql"))
        if is_copied:
            connection.execute(sql_text("ledger_copied.sql"))
    except duckdb.Error as error:
        message = N_("What was reported cannot be read in {folder}: {reason}")
        raise NapError(message, folder=str(workspace), reason=str(error).splitlines()[0]) from error


def fingerprint(*folders: Path) -> str:
    """A short code of the names, sizes and times of all data files."""
    seen = [
        (path.as_posix(), path.stat().st_size, path.stat().st_mtime_ns)
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".csv", ".parquet")
    ]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:16]
