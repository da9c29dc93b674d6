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
    "budget_standing",
    "budget_total",
    "indicator_direction",
    "indicator_progress",
    "pillar_count",
    "pillar_progress",
    "plan_progress",
    "progress_part",
    "result_progress",
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

_MEASURE = re.compile(rf"\b({'|'.join(KEPT)})\(\$viewed_on\)")


class SeenMeasures:
    """The measures of one warehouse, whose data never changes, kept as tables of the schema `seen`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._names_of_day: defaultdict[date, set[str]] = defaultdict(set)
        self._lock = Lock()
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
            for name in names - self._names_of_day[seen_on]:
                with self._connection.cursor() as cursor:
                    cursor.execute(f"CREATE TABLE {_table(name, seen_on)} AS FROM {name}(CAST('{seen_on.isoformat()}' AS DATE))")
                self._names_of_day[seen_on].add(name)
        return True


def _table(name: str, seen_on: date) -> str:
    return f'seen."{name} {seen_on.isoformat()}"'
