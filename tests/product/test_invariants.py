"""What holds for every number: tried on numbers that nobody chose."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from statistics import fmean
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nap_analytics.warehouse.database import Warehouse
from tests.tiny import (
    LAST_DAY,
    PLAN,
    VIEWED_ON,
    Tables,
    completed_rows,
    framework,
    measured,
    tiny_warehouse,
    together,
)

quickly = settings.get_profile("measures")

numbers = st.integers(-40, 40).map(lambda quarter: quarter / 4)
series = st.tuples(numbers, numbers, numbers)
"""Baseline, target and value."""

PROGRESS = "SELECT series_id, progress_pct, expected_pct, status FROM series_progress($viewed_on) ORDER BY series_id"
MOVEMENTS = "SELECT movement, wanted_rate_pct, points_per_year FROM series_direction($viewed_on) ORDER BY series_id"
VERDICTS = "SELECT status, verdict_value, verdict_date FROM series_progress($viewed_on) ORDER BY series_id"
PILLARS = (
    "SELECT plan_id || '/' || pillar_code, progress_pct, lower_pct, upper_pct, indicator_count, assessed_count"
    " FROM pillar_progress($viewed_on) ORDER BY ALL"
)
PLAN_PROGRESS = PILLARS.replace("plan_id || '/' || pillar_code", "plan_id").replace("pillar_progress", "plan_progress")
SHOWN = "SELECT series_id, region_code, value FROM observation($viewed_on) WHERE region_code IS NOT NULL ORDER BY ALL"

BASE: Tables = {
    "unit": [{"unit": "persons"}, {"unit": "laws", "counts_people": False}],
    "region": [{"region_code": code} for code in "ABCDE"],
    "pillar": [{"pillar_code": "1"}, {"pillar_code": "2"}],
    "framework_node": [*framework(PLAN, "1", results=3), *framework(PLAN, "2", results=3)],
}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """A plan with two pillars of three results each, and no indicator yet."""
    return tiny_warehouse(tmp_path_factory.mktemp("invariants"), BASE)


def ask(warehouse: Warehouse, statement: str, tables: Tables, *, viewed_on: date = VIEWED_ON) -> list[tuple]:
    """What a statement answers with these rows besides, which are gone afterwards."""
    connection = warehouse.connection.cursor()
    connection.begin()
    try:
        rows = completed_rows(tables)
        for name in ("indicator", "series", "target", "reference_observation"):
            insert(connection, name, rows=rows[name])
        return connection.execute(statement, {"viewed_on": viewed_on}).fetchall()
    finally:
        connection.rollback()
        connection.close()


def insert(connection: Any, table: str, *, rows: list[dict[str, Any]]) -> None:
    """Add rows to a table in one statement."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    places = ", ".join(f"({', '.join('?' for _ in columns)})" for _ in rows)
    values = [row.get(column) for row in rows for column in columns]
    if rows:
        connection.execute(f'INSERT INTO "{table}" ({", ".join(columns)}) VALUES {places}', values)


def one_for_each(cases: list[tuple[float, float, float]], **cells: Any) -> Tables:
    """One series for each case, in order."""
    parts = [
        measured(f"s{number:03}", baseline=baseline, target=target, values=value, **{"value_kind": "index", **cells})
        for number, (baseline, target, value) in enumerate(cases)
    ]
    return together(*parts)


def progress(warehouse: Warehouse, cases: list[tuple[float, float, float]], *, direction: str = "increase") -> list[tuple]:
    """Progress, expected progress and status of one series for each case, in order, on the day on which the targets are due."""
    return [row[1:] for row in ask(warehouse, PROGRESS, one_for_each(cases, direction=direction), viewed_on=LAST_DAY)]


@quickly
@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=8))
def test_value_at_the_baseline_is_no_progress(warehouse: Warehouse, pairs: list[tuple[float, float]]) -> None:
    rising = [(low, high, low) for low, high in map(sorted, pairs) if low < high]
    assert {row[0] for row in progress(warehouse, rising)} <= {0}


@quickly
@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=8))
def test_value_at_the_target_is_all_progress(warehouse: Warehouse, pairs: list[tuple[float, float]]) -> None:
    reached = [(baseline, target, target) for baseline, target in pairs]
    assert {(row[0], row[2]) for row in progress(warehouse, reached)} == {(100, "achieved")}


@quickly
@given(st.lists(series, min_size=1, max_size=8), st.sampled_from([0.001, 0.5, 3, 1000]))
def test_another_unit_changes_nothing(warehouse: Warehouse, cases: list[tuple], factor: float) -> None:
    scaled = [tuple(number * factor for number in case) for case in cases]
    assert progress(warehouse, scaled) == [pytest.approx(row) for row in progress(warehouse, cases)]


@quickly
@given(st.lists(series, min_size=1, max_size=8))
def test_the_mirrored_direction_has_the_same_progress(warehouse: Warehouse, cases: list[tuple]) -> None:
    mirrored = [tuple(-number for number in case) for case in cases]
    assert progress(warehouse, mirrored, direction="decrease") == progress(warehouse, cases)


@quickly
@given(st.lists(series, min_size=1, max_size=8), st.sampled_from([0.001, 0.5, 3, 1000]), st.sampled_from(["index", "count"]))
def test_another_unit_moves_nothing(warehouse: Warehouse, cases: list[tuple], factor: float, kind: str) -> None:
    scaled = [tuple(number * factor for number in case) for case in cases]
    before, after = (ask(warehouse, MOVEMENTS, one_for_each(given, value_kind=kind, unit="laws")) for given in (cases, scaled))
    assert [row[:2] for row in after] == [pytest.approx(row[:2]) for row in before]


MIRRORED = {
    "improved": "worsened",
    "slightly_improved": "slightly_worsened",
    "unchanged": "unchanged",
    "slightly_worsened": "slightly_improved",
    "worsened": "improved",
}


@quickly
@given(st.lists(series, min_size=1, max_size=8))
def test_the_other_direction_mirrors_the_movement(warehouse: Warehouse, cases: list[tuple]) -> None:
    up, down = (ask(warehouse, MOVEMENTS, one_for_each(cases, direction=direction)) for direction in ("increase", "decrease"))
    assert [MIRRORED[row[0]] for row in up] == [row[0] for row in down]
    assert [row[1] for row in down] == [None if row[1] is None else -row[1] for row in up]


BREAK_DAY = date(2023, 3, 31)


@quickly
@given(st.lists(st.tuples(series, numbers, st.integers(1, 400)), min_size=1, max_size=8), st.sampled_from(["latest", "running_total"]))
def test_what_comes_after_a_break_changes_nothing(warehouse: Warehouse, cases: list[tuple], accumulation: str) -> None:
    start = one_for_each([case for case, _, _ in cases], accumulation=accumulation)
    names = [row["series_id"] for row in start["series"]]
    broken = {"observation": [{"series_id": name, "period_end": BREAK_DAY, "value": 1, "is_series_break": True} for name in names]}
    later = {
        "observation": [
            {"series_id": name, "period_end": BREAK_DAY + timedelta(days=days), "value": value}
            for name, (_, value, days) in zip(names, cases, strict=True)
        ]
    }
    for statement in (PROGRESS, VERDICTS, MOVEMENTS):
        assert ask(warehouse, statement, together(start, broken, later)) == ask(warehouse, statement, together(start, broken))


@quickly
@given(
    st.lists(st.tuples(series, st.integers(-500, 300)), min_size=1, max_size=8),
    st.sampled_from(["increase", "decrease"]),
    st.sampled_from(["latest", "running_total"]),
)
def test_a_verdict_needs_no_baseline(warehouse: Warehouse, cases: list[tuple], direction: str, accumulation: str) -> None:
    parts = [
        measured(
            f"s{number:03}",
            baseline=baseline,
            target=target,
            values={LAST_DAY + timedelta(days=days): value},
            value_kind="index",
            direction=direction,
            accumulation=accumulation,
        )
        for number, ((baseline, target, value), days) in enumerate(cases)
    ]
    known = together(*parts)
    unknown = {**known, "series": [{**row, "baseline_value": None, "baseline_date": None} for row in known["series"]]}
    assert ask(warehouse, VERDICTS, unknown) == ask(warehouse, VERDICTS, known)


# A framework: the progress of each indicator, by pillar and result.

places = st.tuples(st.sampled_from("12"), st.integers(1, 3))
assessments = st.one_of(st.none(), st.integers(-50, 150))
frameworks = st.lists(st.tuples(places, assessments), min_size=1, max_size=10)


def indicators(framework_of: list[tuple], *, first: int = 0) -> Tables:
    """One indicator for each place and progress."""
    return together(
        *(
            measured(
                f"i{number:03}",
                baseline=0,
                target=100,
                values=value,
                node_code=f"{pillar}.{result}",
                pillar_code=pillar,
                value_kind="index",
            )
            for number, ((pillar, result), value) in enumerate(framework_of, start=first)
        )
    )


@quickly
@given(frameworks)
@pytest.mark.parametrize("statement", [PILLARS, PLAN_PROGRESS], ids=["pillar", "plan"])
def test_bounds_contain_the_progress_and_coverage_the_assessed(warehouse: Warehouse, statement: str, framework_of: list) -> None:
    for name, reached, lower, upper, count, assessed in ask(warehouse, statement, indicators(framework_of)):
        assert 0 <= lower <= (lower if reached is None else reached + 1e-9), name
        assert (upper if reached is None else reached - 1e-9) <= upper <= 100, name
        assert 0 <= assessed <= count, name
        assert (reached is None) == (assessed == 0), name


@quickly
@given(frameworks, places)
def test_indicator_without_value_moves_no_progress_and_widens_the_bounds(warehouse: Warehouse, framework_of: list, place: tuple) -> None:
    more = together(indicators(framework_of), indicators([(place, None)], first=len(framework_of)))
    before = ask(warehouse, PILLARS, indicators(framework_of))
    after = ask(warehouse, PILLARS, more)
    assert [row[1] for row in after] == pytest.approx([row[1] for row in before])
    assert all(wide[2] <= row[2] + 1e-9 and row[3] - 1e-9 <= wide[3] for row, wide in zip(before, after, strict=True))
    assert sum(row[4] for row in after) == sum(row[4] for row in before) + 1
    assert sum(row[5] for row in after) == sum(row[5] for row in before)


PARTS = (
    "SELECT pillar_code, group_code, indicator_id, counted_pct, indicator_pct, group_pct, pillar_pct, plan_pct"
    " FROM progress_part($viewed_on) WHERE counted_pct IS NOT NULL"
)


def means(rows: list[tuple], *, level: int) -> dict[tuple, float]:
    """Means of what stands in the last place, by all but the last of the keys before it."""
    below: dict[tuple, dict[tuple, float]] = defaultdict(dict)
    for row in rows:
        below[row[:level]][row[: level + 1]] = row[-1]
    return {key: fmean(parts.values()) for key, parts in below.items()}


@quickly
@given(frameworks)
def test_parts_of_a_mean_can_be_added_up_by_hand(warehouse: Warehouse, framework_of: list) -> None:
    parts = ask(warehouse, PARTS, indicators(framework_of))
    counted = [(pillar, group, indicator, value) for pillar, group, indicator, value, *_ in parts]
    groups = means(counted, level=2)
    pillars = means([(*key, value) for key, value in groups.items()], level=1)
    plan = means([(*key, value) for key, value in pillars.items()], level=0)
    for pillar, group, _, value, indicator_pct, group_pct, pillar_pct, plan_pct in parts:
        by_hand = (value, groups[pillar, group], pillars[pillar,], plan[()])
        assert (indicator_pct, group_pct, pillar_pct, plan_pct) == pytest.approx(by_hand)


# Survivors counted by region in one to three series of one indicator.

counts = st.one_of(st.none(), st.integers(0, 12), st.integers(0, 200))
lines = st.lists(st.dictionaries(st.sampled_from("ABCDE"), counts, min_size=1), min_size=1, max_size=3)


def survivors(counted: list[dict[str, int | None]]) -> Tables:
    """A sensitive indicator with one series for each line of counts."""
    names = [f"line{number}" for number in range(len(counted))]
    return {
        "indicator": [{"indicator_id": "gbv", "is_sensitive": True}],
        "series": [{"series_id": name, "indicator_id": "gbv"} for name in names],
        "observation": [
            {"series_id": name, "period_end": LAST_DAY, "region_code": region, "value": value}
            for name, line in zip(names, counted, strict=True)
            for region, value in line.items()
        ],
    }


def shown(warehouse: Warehouse, counted: list[dict[str, int | None]]) -> list[dict[str, Any]]:
    """What people see of each line."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for name, region, value in ask(warehouse, SHOWN, survivors(counted)):
        found[name][region] = value
    return [found[f"line{number}"] for number in range(len(counted))]


@quickly
@given(lines)
def test_no_small_count_is_shown(warehouse: Warehouse, counted: list) -> None:
    visible = [value for line in shown(warehouse, counted) for value in line.values() if value is not None]
    assert all(value >= 5 for value in visible)


@quickly
@given(lines)
def test_no_masked_cell_stands_alone_in_its_line(warehouse: Warehouse, counted: list) -> None:
    for line, seen in zip(counted, shown(warehouse, counted), strict=True):
        masked = [region for region, value in line.items() if value is not None and seen[region] is None]
        visible = [region for region, value in line.items() if seen[region] is not None]
        assert len(masked) != 1 or not visible, (line, seen)


@quickly
@given(lines)
def test_nothing_is_masked_where_no_count_is_small(warehouse: Warehouse, counted: list) -> None:
    assume(all(value is None or value >= 5 for line in counted for value in line.values()))
    assert shown(warehouse, counted) == counted
