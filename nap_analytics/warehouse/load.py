"""Load a data folder into DuckDB: all of it, or nothing and the list of its faults."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb

from nap_analytics.errors import N_, DataError, Fault
from nap_analytics.warehouse.check import check_faults, declared_faults, mark_unsound, notices, stage
from nap_analytics.warehouse.declaration import DeclaredTable, declared_tables
from nap_analytics.warehouse.files import StagedTable, read_csv_into
from nap_analytics.warehouse.sql import sql_text


def load_folder(connection: duckdb.DuckDBPyConnection, *, folder: Path) -> tuple[Fault, ...]:
    """Fill the tables of schema.sql from the CSV files below a folder and return the notices on them.

    Raises:
        DataError: with every fault of every file; the tables are then empty.
    """
    staged, faults = read_folder(folder)
    connection.execute("CREATE SCHEMA staged")
    connection.execute(sql_text("fits_kind.sql"))
    try:
        faults += _staging_faults(connection, staged=staged)
        for table in declared_tables() if faults else ():
            mark_unsound(connection, table=table, faults=faults)
        complete = {name for name, table in staged.items() if table.is_complete}
        faults += check_faults(connection, unsound=_tables_at_fault(faults), complete=complete)
        if faults:
            raise DataError(faults)
        noticed = notices(connection)
        for table in (table for table in declared_tables() if staged[table.name].rows):
            connection.execute(
                f'INSERT INTO "{table.name}" BY NAME SELECT * EXCLUDE (_file, _row, _misfits, _is_sound) FROM staged."{table.name}"'
            )
        return tuple(noticed)
    finally:
        connection.execute("DROP SCHEMA staged CASCADE")


def _staging_faults(connection: duckdb.DuckDBPyConnection, *, staged: dict[str, StagedTable]) -> list[Fault]:
    tables = declared_tables()
    faults = [fault for table in tables for fault in stage(connection, table=table, staged=staged[table.name])]
    complete = {table.name for table in tables if staged[table.name].is_complete}
    filled = [table for table in tables if staged[table.name].rows]
    return faults + [fault for table in filled for fault in declared_faults(connection, table=table, complete=complete)]


def _tables_at_fault(faults: list[Fault]) -> set[str]:
    names = {Path(fault.file).name for fault in faults}
    return {table.name for table in declared_tables() if table.file_name in names}


def read_folder(folder: Path) -> tuple[dict[str, StagedTable], list[Fault]]:
    """Read every CSV file below a folder as text, one staged table per declared table."""
    staged = {table.name: StagedTable(table.column_names, table.optional_names) for table in declared_tables()}
    table_of_file = {table.file_name: table for table in declared_tables()}
    paths = sorted(path for path in folder.rglob("*.csv") if path.is_file())
    faults: list[Fault] = []
    for path in paths:
        shown_as = path.relative_to(folder).as_posix()
        table = table_of_file.get(path.name)
        if table is None:
            faults.append(_unknown_file(shown_as, known=sorted(table_of_file)))
        else:
            found = read_csv_into(staged[table.name], path=path, shown_as=shown_as)
            staged[table.name].is_complete &= not found
            faults += found
    for table in declared_tables():
        staged[table.name].is_complete &= not table.needs_a_file or table.file_name in {path.name for path in paths}
    return staged, faults + _missing_files(paths, folder=folder, tables=declared_tables())


def _unknown_file(shown_as: str, *, known: list[str]) -> Fault:
    return Fault(shown_as, None, None, None, N_("a file named after a table: {known}"), {"known": ", ".join(known)})


def _missing_files(paths: list[Path], *, folder: Path, tables: tuple[DeclaredTable, ...]) -> list[Fault]:
    """Every table but those that may be absent needs a file somewhere; every plan's folder needs its plan and its pillars."""
    found = {path.name for path in paths}
    missing = [table.file_name for table in tables if table.needs_a_file and table.file_name not in found]
    for plan_folder in sorted({path.parent for path in paths if path.parent.parent.name == "plans"}):
        inside = {path.name for path in paths if path.parent == plan_folder}
        missing += [
            (plan_folder / name).relative_to(folder).as_posix()
            for name in ("plan.csv", "pillar.csv")
            if name not in inside and name in found
        ]
    return [Fault(name, None, None, None, N_("this file; it is missing")) for name in missing]


def data_folder() -> Path:
    """The reference folder: NAP_DATA, or data/ beside the package."""
    return Path(os.environ.get("NAP_DATA") or Path(__file__).parents[2] / "data")


def workspace_folder() -> Path:
    """The folder of what users report: NAP_WORKSPACE, or workspace/ beside the package."""
    return Path(os.environ.get("NAP_WORKSPACE") or Path(__file__).parents[2] / "workspace")


def cache_folder(workspace: Path | None = None) -> Path:
    """The folder of what is made anew where it is missing: NAP_CACHE, or cache/ in the workspace."""
    return Path(os.environ.get("NAP_CACHE") or (workspace or workspace_folder()) / "cache")
