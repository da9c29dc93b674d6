"""Measures as seen on a day, each computed once: a statement that reads them is planned in a fraction of the time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from threading import Lock
from typing import Any

import duckdb

KEPT = (
    "assessed_span",
    "budget_standing",
    "budget_total",
    "indicator_direction",
    "indicator_progress",
    "pillar_count",
    "pillar_progress",
    "plan_progress",
    "progress_part",
    "result_progress",
    "series_direction",
    "series_pace",
    "series_progress",
    "series_summary",
    "source_discrepancy",
)
"""Table macros whose one parameter is the day, with a row for each series, indicator, result, pillar, plan or contradiction.

What has a row for each observation or budget line is not among them: it may be large, and is computed where it is asked for.
"""

MOST_DAYS = 100
"""Far more than the pages offer. What is seen on a further day is computed where it is asked for: right, and slower."""

_MEASURE = re.compile(rf"\b({'|'.join(KEPT)})\(\$?viewed_on\)")
"""A measure in a statement, or in the definition of another, where the day bears no sign."""

_DEFINITIONS = "SELECT function_name, macro_definition FROM duckdb_functions() WHERE LIST_CONTAINS($kept, function_name)"


class SeenMeasures:
    """The measures of one warehouse, whose data never changes, kept as tables of the schema `seen`.

    A measure is computed by the definition of its macro, with the tables of other measures in the place of their macros.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._names_of_day: defaultdict[date, set[str]] = defaultdict(set)
        self._lock = Lock()
        self._definitions: dict[str, str] = dict(connection.execute(_DEFINITIONS, {"kept": list(KEPT)}).fetchall())
        connection.execute("CREATE SCHEMA seen")

    def read_by(self, statement: str, parameters: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """The statement reading the tables instead of the macros, with the parameters that it still has.

        Raises:
            duckdb.Error: a measure cannot be computed.
        """
        rest = dict(parameters)
        names = set(_MEASURE.findall(statement))
        if not names or not self._keeps(names, seen_on=rest["viewed_on"]):
            return statement, rest
        statement = _MEASURE.sub(lambda found: _table(found[1], rest["viewed_on"]), statement)
        if "$viewed_on" not in statement:
            del rest["viewed_on"]
        return statement, rest

    def _keeps(self, names: set[str], *, seen_on: date) -> bool:
        """Compute what is not kept yet; false where no further day is kept."""
        with self._lock:
            if len(self._names_of_day) >= MOST_DAYS and seen_on not in self._names_of_day:
                return False
            for name in names:
                self._keep(name, seen_on=seen_on)
        return True

    def _keep(self, name: str, *, seen_on: date) -> None:
        """Compute a measure from those that are kept, after those that it is made of."""
        if name in self._names_of_day[seen_on]:
            return
        for part in set(_MEASURE.findall(self._definitions[name])):
            self._keep(part, seen_on=seen_on)
        of_tables = _MEASURE.sub(lambda found: _table(found[1], seen_on), self._definitions[name])
        on_the_day = re.sub(r"\bviewed_on\b", f"CAST('{seen_on.isoformat()}' AS DATE)", of_tables)
        with self._connection.cursor() as cursor:
            cursor.execute(f"CREATE TABLE {_table(name, seen_on)} AS {on_the_day}")
        self._names_of_day[seen_on].add(name)


def _table(name: str, seen_on: date) -> str:
    return f'seen."{name} {seen_on.isoformat()}"'
