"""Hold staged rows against the declaration: types, required cells, codes, keys, references, rules.

Everything is checked before anything is loaded, and every fault is reported, so that an editor mends a folder in one go.
The statements below are built from the names in schema.sql alone; values never enter a statement.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa

from nap_analytics.errors import N_, Fault, RegionGuess
from nap_analytics.warehouse.declaration import DeclaredColumn, DeclaredTable, Reference, Rule
from nap_analytics.warehouse.dictionary import expected_sentence
from nap_analytics.warehouse.files import StagedTable
from nap_analytics.warehouse.sql import sql_names, sql_text

TYPE_RULES: dict[str, tuple[str, str]] = {
    "INTEGER": (r"-?\d+", N_("a whole number such as 2019")),
    "BIGINT": (r"-?\d+", N_("a whole number such as 2019")),
    "DOUBLE": (r"-?\d+(\.\d+)?([eE][+-]?\d+)?", N_("a number with a decimal point, without spaces, such as 1250.5")),
    "DECIMAL(18,2)": (r"-?\d+(\.\d{1,2})?", N_("an amount with a decimal point, without spaces, such as 1250000 or 0.25")),
    "DATE": (r"\d{4}-\d{2}-\d{2}", N_("a date as year-month-day, such as 2019-12-31")),
    "BOOLEAN": (r"true|false", N_("true or false")),
}


_REGION = "region"
"""The table whose codes have look-alikes that mean other regions."""

_NO_MARKS = "CAST('' AS VARCHAR) AS _file, CAST(0 AS BIGINT) AS _row, CAST([] AS VARCHAR[]) AS _misfits, TRUE AS _is_sound"
"""The columns of a staged table that its declared one lacks, where it has no row."""

_BOUNDS = {">= 0": N_("zero or more"), "> 0": N_("more than zero")}
"""Ends of rules on one column -> what they ask for."""


def stage(connection: duckdb.DuckDBPyConnection, *, table: DeclaredTable, staged: StagedTable) -> list[Fault]:
    """Put staged text into `staged.<table>` with types and return the cells that do not fit.

    `staged.<table>` has the table's columns (NULL where a cell does not fit), `_file`, `_row`, `_misfits`, the columns of
    the row whose cell does not fit, and `_is_sound`, which is true until `mark_unsound` says otherwise.
    """
    if not staged.rows:
        connection.execute(f'CREATE TABLE staged."{table.name}" AS SELECT *, {_NO_MARKS} FROM "{table.name}" LIMIT 0')
        return []
    cells = list(zip(*staged.rows, strict=True))
    places = list(zip(*staged.places, strict=True))
    text = pa.table(
        {
            **{column.name: pa.array(values, pa.string()) for column, values in zip(table.columns, cells, strict=True)},
            "_file": pa.array(places[0], pa.string()),
            "_row": pa.array(places[1], pa.int64()),
        }
    )
    connection.register("staged_text", text)
    typed = ", ".join(_typed(column) for column in table.columns)
    misfits = ", ".join(f"CASE WHEN {_is_misfit(column)} THEN '{column.name}' END" for column in table.columns)
    connection.execute(
        f'CREATE TABLE staged."{table.name}" AS SELECT {typed}, _file, _row, [{misfits}] AS _misfits, TRUE AS _is_sound FROM staged_text'
    )
    faults = [fault for column in _suspects(connection, table=table) for fault in _cell_faults(connection, column=column)]
    connection.unregister("staged_text")
    return faults


def _typed(column: DeclaredColumn) -> str:
    value = f'"{column.name}"'
    if column.default is not None:
        value = f"COALESCE({value}, CAST({column.default} AS VARCHAR))"
    if column.data_type == "VARCHAR":
        return f'{value} AS "{column.name}"'
    pattern, _ = TYPE_RULES[column.data_type]
    fits = f"regexp_full_match({value}, '{pattern}')"
    if column.data_type == "DOUBLE":
        fits += f" AND isfinite(TRY_CAST({value} AS DOUBLE))"
    return f'CASE WHEN {fits} THEN TRY_CAST({value} AS {column.data_type}) END AS "{column.name}"'


def _is_misfit(column: DeclaredColumn) -> str:
    """The SQL condition of a cell that holds a text which is no value of the column's type."""
    if column.data_type == "VARCHAR":
        return "FALSE"
    return f'"{column.name}" IS NOT NULL AND ({_typed(column).rsplit(" AS ", 1)[0]}) IS NULL'


def _suspects(connection: duckdb.DuckDBPyConnection, *, table: DeclaredTable) -> list[DeclaredColumn]:
    """The columns that hold a fault: a cell that does not fit, or none where one is required."""
    lacks = ", ".join(f"BOOL_OR({_is_empty(column)})" for column in table.columns)
    misfits, *lacking = connection.execute(f'SELECT FLATTEN(LIST(DISTINCT _misfits)), {lacks} FROM staged."{table.name}"').fetchall()[0]
    return [column for column, is_lacking in zip(table.columns, lacking, strict=True) if is_lacking or column.name in misfits]


def _is_empty(column: DeclaredColumn) -> str:
    """The SQL condition of a required cell that is empty."""
    return f'"{column.name}" IS NULL' if column.is_required and column.default is None else "FALSE"


def _cell_faults(connection: duckdb.DuckDBPyConnection, *, column: DeclaredColumn) -> list[Fault]:
    empty = connection.execute(f"SELECT _file, _row FROM staged_text WHERE {_is_empty(column)}").fetchall()
    faults = [Fault(file, row, column.name, None, N_("a value; the cell is empty")) for file, row in empty]
    if column.data_type != "VARCHAR":
        _, expected = TYPE_RULES[column.data_type]
        misfits = connection.execute(f'SELECT _file, _row, "{column.name}" FROM staged_text WHERE {_is_misfit(column)}').fetchall()
        faults += [Fault(file, row, column.name, value, expected) for file, row, value in misfits]
    return faults


def key_faults(connection: duckdb.DuckDBPyConnection, *, table: DeclaredTable) -> list[Fault]:
    """Rows whose key was used by an earlier row."""
    faults = []
    for key in table.keys:
        columns = ", ".join(f'"{name}"' for name in key)
        complete = " AND ".join(f'"{name}" IS NOT NULL' for name in key)
        repeated = f'SELECT 1 FROM staged."{table.name}" WHERE {complete} GROUP BY {columns} HAVING COUNT(*) > 1 LIMIT 1'
        if not connection.execute(repeated).fetchall():  # far cheaper than to ask which row came first
            continue
        again = connection.execute(
            f"SELECT _file, _row, concat_ws(' / ', {columns}), FIRST_VALUE(_row) OVER same, FIRST_VALUE(_file) OVER same"
            f' FROM staged."{table.name}" WHERE {complete}'
            f" WINDOW same AS (PARTITION BY {columns} ORDER BY _file, _row) QUALIFY ROW_NUMBER() OVER same > 1"
        ).fetchall()
        faults += [
            Fault(
                file,
                row,
                ", ".join(key),
                value,
                N_("a key that is used once; it stands already in {first_file}, row {first_row}"),
                {"first_file": first_file, "first_row": first_row},
            )
            for file, row, value, first_row, first_file in again
        ]
    return faults


def rule_faults(connection: duckdb.DuckDBPyConnection, *, table: DeclaredTable, rule: Rule) -> list[Fault]:
    """Rows that break a CHECK of the table, their cells being sound."""
    columns = ", ".join(f"'{name}'" for name in rule.columns)
    shown = ", ".join(f'"{name}"' for name in rule.columns)
    broken = connection.execute(
        f"SELECT _file, _row, concat_ws(' / ', {shown}) FROM staged.\"{table.name}\" WHERE NOT ({rule.expression})"
        f" AND NOT list_has_any(_misfits, [{columns}])"
    ).fetchall()
    expected, params = _expected_by(rule)
    return [Fault(file, row, ", ".join(rule.columns), value, expected, params) for file, row, value in broken]


def _expected_by(rule: Rule) -> tuple[str, dict[str, str]]:
    """What a rule asks for, in words, with what the words name."""
    if rule.allowed:
        return N_("one of: {allowed}"), {"allowed": ", ".join(rule.allowed)}
    plain = rule.expression.replace('"', "").removeprefix("(").removesuffix(")")
    for ending, words in _BOUNDS.items():
        if plain == f"{rule.columns[0]} {ending}":
            return words, {}
    return N_("the rule: {rule}"), {"rule": plain}


def reference_faults(connection: duckdb.DuckDBPyConnection, *, table: DeclaredTable, reference: Reference) -> list[Fault]:
    """Rows that name something that does not exist."""
    shown = ", ".join(f'r."{name}"' for name in reference.columns)
    complete = " AND ".join(f'r."{name}" IS NOT NULL' for name in reference.columns)
    joined = " AND ".join(f'r."{name}" = t."{to_name}"' for name, to_name in zip(reference.columns, reference.to_columns, strict=True))
    unknown = connection.execute(
        f"SELECT r._file, r._row, concat_ws(' / ', {shown}) FROM staged.\"{table.name}\" AS r"
        f' ANTI JOIN staged."{reference.to_table}" AS t ON {joined} WHERE {complete}'
    ).fetchall()
    return [
        Fault(
            file,
            row,
            ", ".join(reference.columns),
            value,
            N_("a code that stands in {to_table}.csv, column {to_column}"),
            {"to_table": reference.to_table, "to_column": ", ".join(reference.to_columns)},
            similar_regions(connection, code=value) if reference.to_table == _REGION else (),
        )
        for file, row, value in unknown
    ]


def similar_regions(connection: duckdb.DuckDBPyConnection, *, code: str) -> tuple[RegionGuess, ...]:
    """The staged regions that a refused code may mean, the likeliest first: a P-code, a zero or hyphen too many, a name."""
    connection.execute("USE staged")
    try:
        found = connection.execute(sql_text("similar_regions.sql"), {"code": code}).fetchall()
    finally:
        connection.execute("USE main")
    return tuple(RegionGuess(region, pcode, is_later, {"en": en, "fr": fr}) for region, pcode, is_later, en, fr in found)


def declared_faults(connection: duckdb.DuckDBPyConnection, *, table: DeclaredTable, complete: set[str]) -> list[Fault]:
    """All faults of a staged table against its own declaration, cells aside.

    References to a table that could not be read whole are passed over: its file is the fault.
    """
    faults = key_faults(connection, table=table)
    for rule in table.rules:
        faults += rule_faults(connection, table=table, rule=rule)
    for reference in table.references:
        if reference.to_table in complete:
            faults += reference_faults(connection, table=table, reference=reference)
    return faults


def mark_unsound(connection: duckdb.DuckDBPyConnection, *, table: DeclaredTable, faults: list[Fault]) -> None:
    """Mark the staged rows that a fault was found in, so that rules can leave them out."""
    places = sorted({(fault.file, fault.row) for fault in faults if fault.row and Path(fault.file).name == table.file_name})
    if places:
        connection.executemany(f'UPDATE staged."{table.name}" SET _is_sound = FALSE WHERE _file = ? AND _row = ?', places)


def check_faults(connection: duckdb.DuckDBPyConnection, *, unsound: set[str], complete: set[str]) -> list[Fault]:
    """Offenders of the rules in checks/*.sql, which look at several rows or tables at once.

    A rule that reads a table with faults is passed over, since it could only repeat what is known; unless it leaves the rows
    at fault out itself (`_is_sound`), and every table that it reads was read whole.
    """
    return _found(connection, [name for name in sql_names("checks") if _can_run(name, unsound=unsound, complete=complete)])


def notices(connection: duckdb.DuckDBPyConnection) -> list[Fault]:
    """What notices/*.sql finds in sound data: nothing wrong, but something that the roll-up cannot use and a reader should know."""
    return sorted(_found(connection, sql_names("notices")), key=lambda notice: (notice.file, notice.row or 0, notice.column or ""))


def _found(connection: duckdb.DuckDBPyConnection, names: list[str]) -> list[Fault]:
    """What these .sql files find in the staged tables: file, row, column and value, with the sentence of the file's first line."""
    connection.execute("USE staged")
    try:
        return [
            Fault(file, row, column, None if value is None else str(value), expected_sentence(name))
            for name in names
            for file, row, column, value in connection.execute(sql_text(name)).fetchall()
        ]
    finally:
        connection.execute("USE main")


def _can_run(name: str, *, unsound: set[str], complete: set[str]) -> bool:
    read = _tables_read(name)
    return unsound.isdisjoint(read) or ("_is_sound" in sql_text(name) and not {table for table in read & unsound if table not in complete})


@cache
def _tables_read(name: str) -> frozenset[str]:
    """The tables that a rule reads."""
    return frozenset(re.findall(r"\b(?:FROM|JOIN)\s+(\w+)", sql_text(name)))
