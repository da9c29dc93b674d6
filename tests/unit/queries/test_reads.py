"""Charts, findings, screens and files read columns that the queries declare: a renamed column fails here and not on a page."""

from __future__ import annotations

from functools import cache

import pytest

from tests.contracts import STATEMENTS, contract, localised_columns
from tests.reads import Package, Reader

TAKERS = ("nap_analytics.charts", "nap_analytics.findings")
"""Rooms whose functions take frames and name the query that they come from."""
MADE = {
    "nap_analytics.charts.budget_shares.moved_bars",
    "nap_analytics.charts.budget_stages.part_bars",
    "nap_analytics.charts.budget_stages.stage_bars",
    "nap_analytics.findings.budget_shares.sensitivity",
    "nap_analytics.findings.budget_stages.largest_part",
    "nap_analytics.findings.catalogue.checks_finding",
}
"""Functions of frames that the program makes itself, of sums or of what was checked."""
FEWEST_OF_TAKERS = 1000
FEWEST_OF_ALL = 1700
"""Reads that are followed at least: fewer, and this test has lost sight of something."""


@cache
def reader() -> Reader:
    """Everything that the package reads, each function entered once on its own."""
    found = Reader(Package("charts", "findings", "wording", "documents", "kit", "ui"))
    for function in found.package.functions.values():
        found.enter(function, {})
    return found


def columns(query: str, *, in_one_language: bool) -> set[str]:
    """Columns of a query's answer; those of each language too, where a screen may ask without one."""
    names = set() if in_one_language else {column.name for column in contract(query)}
    return names | localised_columns(query)


def test_every_column_that_is_read_is_declared() -> None:
    unknown = [
        str(read)
        for read in reader().reads
        for query in read.queries
        if read.column not in columns(query, in_one_language=read.path.startswith(("nap_analytics/charts", "nap_analytics/findings")))
    ]
    assert sorted(unknown) == []


def test_reads_are_followed() -> None:
    paths = [read.path for read in reader().reads]
    assert len(paths) > FEWEST_OF_ALL
    assert len([path for path in paths if path.startswith(("nap_analytics/charts", "nap_analytics/findings"))]) > FEWEST_OF_TAKERS


def test_every_function_of_a_frame_names_its_query_or_is_called_by_one_that_does() -> None:
    takers = [function for function in reader().package.functions.values() if function.module.startswith(TAKERS)]
    lost = {function.name for function in takers for name in function.readers if not reader().taken.get((function.name, name))}
    assert lost == MADE


def test_functions_are_given_the_rows_that_they_name() -> None:
    assert sorted(reader().refused) == []


def test_every_query_that_is_named_exists() -> None:
    named = set().union(*reader().taken.values())
    assert named - STATEMENTS.keys() == set()


@pytest.mark.parametrize(
    ("function", "query", "column"),
    [
        ("_compared", "budget_comparison", "ratio_to_previous"),  # a row that another function picked
        ("_population_note", "population_differences", "printed_count"),  # a row of a loop
        ("start_value", "judged_series", "baseline_date"),  # a row given to the room of words
        ("moved_by_reading", "budget_by_theme", "moved_amount"),  # a frame that lost rows
        ("year_panels", "budget_by_year", "pillar_code"),  # a name given to a method
    ],
)
def test_a_read_is_seen(function: str, query: str, column: str) -> None:
    seen = {read.column for read in reader().reads if query in read.queries and read.function == function}
    assert column in seen
