"""What schema.sql declares, read back from DuckDB: columns, types, keys and rules of every table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import duckdb

from nap_analytics.warehouse.sql import sql_text

FILE_NAMES = {"reference_observation": "observation"}
"""Tables whose file has another name: the view of that name adds the ledger and masks small counts."""

MAY_BE_ABSENT = frozenset({"body", "passage"})
"""Tables that a data folder may have no file of: of many plans nobody has written down what they say in words."""

_IN_LIST = re.compile(r"^\(\"?\w+\"? IN \((?P<values>'.*')\)\)$", re.DOTALL)


@dataclass(frozen=True)
class DeclaredColumn:
    """One column of a table, as declared."""

    name: str
    data_type: str
    is_required: bool
    default: str | None


@dataclass(frozen=True)
class Rule:
    """One CHECK of a table.

    Attributes:
        expression: the SQL condition, true or NULL for a good row.
        columns: the columns that it reads.
        allowed: the allowed values where the rule is a list of codes; empty otherwise.
    """

    expression: str
    columns: tuple[str, ...]
    allowed: tuple[str, ...]


@dataclass(frozen=True)
class Reference:
    """A foreign key: the values of these columns occur in those columns of another table."""

    columns: tuple[str, ...]
    to_table: str
    to_columns: tuple[str, ...]


@dataclass(frozen=True)
class DeclaredTable:
    """One declared table."""

    name: str
    columns: tuple[DeclaredColumn, ...]
    keys: tuple[tuple[str, ...], ...]
    rules: tuple[Rule, ...]
    references: tuple[Reference, ...]

    @property
    def file_name(self) -> str:
        """Name of the CSV files that fill the table."""
        return FILE_NAMES.get(self.name, self.name) + ".csv"

    @property
    def needs_a_file(self) -> bool:
        """A data folder without a file of the table is at fault."""
        return self.name not in MAY_BE_ABSENT

    @property
    def column_names(self) -> list[str]:
        """Names of the columns in declared order."""
        return [column.name for column in self.columns]

    @property
    def optional_names(self) -> frozenset[str]:
        """Columns that a file may leave out: an empty cell has a declared meaning."""
        return frozenset(column.name for column in self.columns if column.default is not None)


@cache
def declared_tables() -> tuple[DeclaredTable, ...]:
    """All tables of schema.sql in the order in which they are filled."""
    with duckdb.connect() as connection:
        connection.execute(sql_text("schema.sql"))
        names = [row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY table_oid").fetchall()]
        columns = connection.execute(
            "SELECT table_name, column_name, data_type, is_nullable, column_default FROM duckdb_columns() ORDER BY table_oid, column_index"
        ).fetchall()
        constraints = connection.execute(
            "SELECT table_name, constraint_type, constraint_column_names, expression, referenced_table, referenced_column_names"
            " FROM duckdb_constraints() ORDER BY table_oid, constraint_index"
        ).fetchall()
    return tuple(_table(name, columns=columns, constraints=constraints) for name in names)


def shown_name(table: DeclaredTable) -> str:
    """The name under which people see the rows of a declared table."""
    return FILE_NAMES.get(table.name, table.name)


def _table(name: str, *, columns: list[tuple[Any, ...]], constraints: list[tuple[Any, ...]]) -> DeclaredTable:
    own = [row[1:] for row in constraints if row[0] == name]
    return DeclaredTable(
        name=name,
        columns=tuple(DeclaredColumn(row[1], row[2], not row[3], row[4]) for row in columns if row[0] == name),
        keys=tuple(tuple(row[1]) for row in own if row[0] in ("PRIMARY KEY", "UNIQUE")),
        rules=tuple(_rule(expression=row[2], columns=row[1]) for row in own if row[0] == "CHECK"),
        references=tuple(Reference(tuple(row[1]), row[3], tuple(row[4])) for row in own if row[0] == "FOREIGN KEY"),
    )


def _rule(*, expression: str, columns: list[str]) -> Rule:
    listed = _IN_LIST.match(expression)
    allowed = tuple(re.findall(r"'([^']*)'", listed["values"])) if listed else ()
    return Rule(expression, tuple(dict.fromkeys(columns)), allowed)
