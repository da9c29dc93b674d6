"""From series to indicator, result, pillar and plan (docs/methods/rollup.md, docs/methods/activity-completion.md)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from nap_analytics.warehouse.database import Warehouse
from tests.tiny import LAST_DAY, PLAN, VIEWED_ON, Row, Tables, framework, measured, of_plan, rows_seen, tiny_warehouse, together

NO_PROGRESS = ("indicators", None, 0, 100)


def indicator(name: str, progress: float | None = None, **cells: object) -> Tables:
    """An indicator from 0 to 100 that stands at this percentage at half time; without a value where there is none."""
    return measured(name, baseline=0, target=100, values=progress, **cells)


def several(name: str, *values: float | None, baseline: float = 0, target: float = 100) -> Tables:
    """An indicator with one series from 0 to 100 for each value."""
    parts = [measured(f"{name}-{number}", baseline=baseline, target=target, values=value) for number, value in enumerate(values)]
    return {
        "indicator": [{"indicator_id": name}],
        "series": [{**part["series"][0], "indicator_id": name, "is_headline": n == 0} for n, part in enumerate(parts)],
        **{table: [row for part in parts for row in part[table]] for table in ("target", "observation")},
    }


ROLLED_UP = "basis, progress_pct, lower_pct, upper_pct, indicator_count, assessed_count"
COMPLETED = "basis, progress_pct, lower_pct, upper_pct, planned_activity_count, completed_activity_count"


def rolled_up(warehouse: Warehouse, relation: str, *, columns: str = ROLLED_UP, **key: object) -> list[tuple]:
    """Basis, progress, bounds and coverage of a pillar or plan on the day of the tests."""
    where = " AND ".join(f"{column} = ${column}" for column in key)
    statement = f"SELECT {columns} FROM {relation}($viewed_on) WHERE {where}"
    return rows_seen(warehouse, statement, viewed_on=VIEWED_ON, **key)


# The worked example: groups {-}, {-, 80, -}, {50, -}, {-, -} and a second pillar at 25 of one indicator.

GROUPS: dict[str, list[float | None]] = {"O1": [None], "1.1": [None, 80, None], "1.2": [50, None], "1.3": [None, None]}

EXAMPLE = together(
    {
        "plan": [{"plan_id": PLAN}],
        "pillar": [{"pillar_code": code} for code in ("1", "2", "3")],
        "framework_node": [
            *framework(PLAN, "1", results=3),
            *framework(PLAN, "2"),
            *framework(PLAN, "3"),
            *({"node_code": f"1.1.{n}", "parent_code": "1.1", "level": "opportunity", "sort_order": 10 + n} for n in (1, 2)),
        ],
    },
    *(
        indicator(f"{node}-{number}", progress, node_code="1.1.1" if (node, number) == ("1.1", 1) else node)
        for node, members in GROUPS.items()
        for number, progress in enumerate(members)
    ),
    indicator("2.1-0", 25, node_code="2.1", pillar_code="2"),
    indicator("leadership-a", 100, chapter="leadership"),
)


def test_pillar_is_the_mean_of_its_assessed_groups(warehouse: Warehouse) -> None:
    assert rolled_up(warehouse, "pillar_progress", plan_id=PLAN, pillar_code="1") == [
        ("indicators", 65, pytest.approx(155 / 12), pytest.approx(1105 / 12), 8, 2)
    ]


def test_groups_are_results_with_their_opportunities_and_the_objective(warehouse: Warehouse) -> None:
    statement = (
        "SELECT * EXCLUDE (plan_id, pillar_code) FROM result_progress($viewed_on)"
        " WHERE plan_id = $plan_id AND pillar_code = '1' ORDER BY ALL"
    )
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON, plan_id=PLAN) == [
        ("1.1", 80, pytest.approx(80 / 3), pytest.approx(280 / 3), 3, 1),
        ("1.2", 50, 25, 75, 2, 1),
        ("1.3", None, 0, 100, 2, 0),
        ("objective", None, 0, 100, 1, 0),
    ]


def test_pillar_without_indicators_has_no_progress(warehouse: Warehouse) -> None:
    assert rolled_up(warehouse, "pillar_progress", plan_id=PLAN, pillar_code="3") == [(*NO_PROGRESS, 0, 0)]


def test_plan_is_the_mean_of_its_assessed_pillars(warehouse: Warehouse) -> None:
    lower, upper = (155 / 12 + 25 + 0) / 3, (1105 / 12 + 25 + 100) / 3
    assert rolled_up(warehouse, "plan_progress", plan_id=PLAN) == [("indicators", 45, pytest.approx(lower), pytest.approx(upper), 9, 3)]


def test_indicators_of_the_chapters_are_assessed_but_enter_no_pillar(warehouse: Warehouse) -> None:
    statement = "SELECT pillar_code, progress_pct, status FROM indicator_progress($viewed_on) WHERE indicator_id = 'leadership-a'"
    assert rows_seen(warehouse, statement, viewed_on=LAST_DAY) == [(None, 100, "achieved")]
    assert rows_seen(warehouse, "SELECT 1 FROM progress_part($viewed_on) WHERE indicator_id = 'leadership-a'", viewed_on=LAST_DAY) == []


def test_parts_of_a_mean_add_up_by_hand(warehouse: Warehouse) -> None:
    statement = (
        "SELECT group_code, series_id, counted_pct, not_assessed_reason, indicator_pct, group_pct, pillar_pct, plan_pct"
        " FROM progress_part($viewed_on) WHERE plan_id = $plan_id AND pillar_code = '1' ORDER BY ALL"
    )
    parts = rows_seen(warehouse, statement, viewed_on=VIEWED_ON, plan_id=PLAN)
    assert parts == [
        ("1.1", "1.1-0", None, "no_value", None, 80, 65, 45),
        ("1.1", "1.1-1", 80, None, 80, 80, 65, 45),
        ("1.1", "1.1-2", None, "no_value", None, 80, 65, 45),
        ("1.2", "1.2-0", 50, None, 50, 50, 65, 45),
        ("1.2", "1.2-1", None, "no_value", None, 50, 65, 45),
        ("1.3", "1.3-0", None, "no_value", None, None, 65, 45),
        ("1.3", "1.3-1", None, "no_value", None, None, 65, 45),
        ("objective", "O1-0", None, "no_value", None, None, 65, 45),
    ]


def test_counts_say_what_is_known_of_a_pillar(warehouse: Warehouse) -> None:
    columns = "indicator_count, measured_count, near_count, silent_count, achieved_count, missed_count, not_verified_count"
    statement = f"SELECT pillar_code, {columns} FROM pillar_count($viewed_on) WHERE plan_id = $plan_id ORDER BY ALL"
    assert rows_seen(warehouse, statement, viewed_on=LAST_DAY, plan_id=PLAN) == [("1", 8, 2, 0, 6, 0, 0, 0), ("2", 1, 1, 0, 0, 0, 0, 0)]
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON, plan_id=PLAN) == [("1", 8, 2, 0, 6, 0, 0, 8), ("2", 1, 1, 0, 0, 0, 0, 1)]


@pytest.mark.parametrize(
    ("progress", "lower", "upper", "expected"),
    [(60, 30, 80, True), (60, 30, 80.1, False), (60, 0.1 + 0.2, 50.3, True), (None, 40, 60, False), (50, 50, 50, True)],
)
def test_a_mean_is_a_headline_where_its_bounds_lie_close(
    warehouse: Warehouse, progress: float | None, lower: float, upper: float, *, expected: bool
) -> None:
    bounds = {"progress": progress, "lower": lower, "upper": upper}
    assert warehouse.rows("SELECT is_headline_mean($progress, $lower, $upper)", bounds)[1] == [(expected,)]


# Indicators of several series.

SERIES_OF_AN_INDICATOR = {
    # name: values of its series at half time -> progress, expected, status, series, assessed series
    "one": (indicator("one", 30), (30, 50, "acceleration", 1, 1)),
    "none": (indicator("none"), (None, None, "not_assessed", 1, 0)),
    "all-achieved": (several("all-achieved", 100, 120), (100, 50, "achieved", 2, 2)),
    "one-not-achieved": (several("one-not-achieved", 300, 20), (60, 50, "on_track", 2, 2)),
    "achieved-and-not-assessed": (several("achieved-and-not-assessed", 100, None), (100, 50, "achieved", 2, 1)),
    "assessed-and-not-assessed": (several("assessed-and-not-assessed", 20, None, None), (20, 50, "limited", 3, 1)),
    "at-95": (several("at-95", 90, 5), (47.5, 50, "on_track", 2, 2)),
    "at-60": (several("at-60", 50, 10), (30, 50, "acceleration", 2, 2)),
    "below-60": (several("below-60", 50, 8), (29, 50, "limited", 2, 2)),
    # 40 % gained and 60 % lost: at least 0 in the roll-up, but the pace is (40 - 60) / 2 over 50.
    "more-lost-than-gained": (several("more-lost-than-gained", 70, 20, baseline=50, target=100), (20, 50, "deterioration", 2, 2)),
    # 96 % of the way and 10 % lost: (96 - 10) / 2 = 43 over 50 is 0.86.
    "one-deteriorates": (several("one-deteriorates", 98, 45, baseline=50, target=100), (48, 50, "acceleration", 2, 2)),
    # (100 + 100 - 20) / 3 = 60 over 50 would be on track.
    "capped": (several("capped", 100, 100, 40, baseline=50, target=100), (200 / 3, 50, "acceleration", 3, 3)),
    # (20 - 2) / 2 = 9 over 50 is worse than the cap.
    "limited-though-capped": (several("limited-though-capped", 60, 49, baseline=50, target=100), (10, 50, "limited", 2, 2)),
}


@pytest.mark.parametrize("name", SERIES_OF_AN_INDICATOR)
def test_indicator_is_the_mean_of_its_assessed_series(warehouse: Warehouse, name: str) -> None:
    statement = (
        "SELECT progress_pct, expected_pct, status, series_count, assessed_series_count"
        " FROM indicator_progress($viewed_on) WHERE indicator_id = $name"
    )
    _, expected = SERIES_OF_AN_INDICATOR[name]
    assert rows_seen(warehouse, statement, viewed_on=LAST_DAY, name=name) == [pytest.approx(expected)]


# The status of an indicator whose series are due at different times; 100 is to be reached from 0, seen at the end of 2022.

SEEN = date(2022, 12, 31)
EARLY, LATE = "2021-12-31", "2023-12-31"
LAST_YEAR, HALF_YEAR = "2021-12-31", "2022-07-01"


def due(day: str, value: float | None = None, *, on: str = LAST_YEAR, target: float = 100, **series: Any) -> dict[str, Any]:
    """A series with a target on a day and one value."""
    return {"due": day, "value": value, "on": on, "target": target, **series}


def mixed(name: str, *parts: dict[str, Any], **cells: Any) -> Tables:
    """An indicator with one series for each part."""
    rows = [(f"{name}/{number}", dict(part)) for number, part in enumerate(parts)]
    given = [(series, {key: part.pop(key) for key in ("due", "value", "on", "target")}, part) for series, part in rows]
    return {
        "indicator": [{"indicator_id": name, **cells}],
        "series": [
            {"series_id": series, "indicator_id": name, "baseline_value": 0, "baseline_date": "2018-12-31", **own}
            for series, _, own in given
        ],
        "target": [
            {"series_id": series, "target_date": part["due"], "target_value": part["target"], "is_level_to_hold": part["target"] == 0}
            for series, part, _ in given
            if part["due"]
        ],
        "observation": [
            {"series_id": series, "period_end": part["on"], "value": part["value"]}
            for series, part, _ in given
            if part["value"] is not None
        ],
    }


SUM = {"accumulation": "sum", "direction": "decrease"}
"""A sum that should fall, which no target is held against."""

DEADLINES = {
    # name: rows -> status and the day of what it rests on
    "one-missed": (mixed("one-missed", due(EARLY, 90), due(EARLY, 100)), ("missed", date(2021, 12, 31))),
    "missed-is-dated": (
        mixed("missed-is-dated", due(EARLY, 90, on="2021-06-30"), due(EARLY, 100)),
        ("missed", date(2021, 6, 30)),
    ),
    "missed-and-not-verified": (mixed("missed-and-not-verified", due(EARLY, 90), due(EARLY)), ("missed", date(2021, 12, 31))),
    "both-achieved": (mixed("both-achieved", due(EARLY, 100, on="2021-06-30"), due(EARLY, 120)), ("achieved", date(2021, 12, 31))),
    "achieved-and-not-verified": (mixed("achieved-and-not-verified", due(EARLY, 100), due(EARLY)), ("not_verified", None)),
    "achieved-and-without-target": (
        mixed("achieved-and-without-target", due(EARLY, 100), due("", 5)),
        ("achieved", date(2021, 12, 31)),
    ),
    "achieved-and-near": (mixed("achieved-and-near", due(EARLY, 100), due(EARLY, 5, evidence="near")), ("achieved", date(2021, 12, 31))),
    "achieved-and-barred": (mixed("achieved-and-barred", due(EARLY, 100), due(EARLY, 5, **SUM)), ("not_verified", None)),
    "missed-and-barred": (mixed("missed-and-barred", due(EARLY, 90), due(EARLY, 5, **SUM)), ("missed", date(2021, 12, 31))),
    "barred-alone": (mixed("barred-alone", due(EARLY, 5, **SUM)), ("not_assessed", None)),
    "near-alone": (mixed("near-alone", due(EARLY, 5, evidence="near")), ("not_assessed", None)),
    "not-verified": (mixed("not-verified", due(EARLY), due(EARLY)), ("not_verified", None)),
    # 1,278 of 1,826 days at the middle of 2022: 70 % is expected.
    "missed-and-on-track": (
        mixed("missed-and-on-track", due(EARLY, 90), due(LATE, 70, on=HALF_YEAR)),
        ("on_track", date(2022, 7, 1)),
    ),
    "missed-and-limited": (mixed("missed-and-limited", due(EARLY, 90, on="2022-06-30"), due(LATE, 30)), ("limited", date(2021, 12, 31))),
    "missed-and-two-running": (
        # (100 + 40) / 2 = 70 of the 60 expected: the running ones alone, each at most 1.
        mixed("missed-and-two-running", due(EARLY, 0), due(LATE, 100), due(LATE, 40)),
        ("on_track", date(2021, 12, 31)),
    ),
    "running-and-lost": (
        mixed("running-and-lost", due(EARLY, 100), due(LATE, 100), due(LATE, 90), due(LATE, 1, target=0, direction="decrease")),
        ("acceleration", date(2021, 12, 31)),
    ),
    "achieved-and-running-without-value": (
        mixed("achieved-and-running-without-value", due(EARLY, 100), due(LATE)),
        ("not_assessed", None),
    ),
    "missed-and-running-without-value": (
        mixed("missed-and-running-without-value", due(EARLY, 90), due(LATE)),
        ("not_assessed", None),
    ),
    "achieved-and-near-running": (
        mixed("achieved-and-near-running", due(EARLY, 100), due(LATE, 5, evidence="near")),
        ("achieved", date(2021, 12, 31)),
    ),
    "running-achieved": (mixed("running-achieved", due(EARLY, 90), due(LATE, 100)), ("achieved", date(2021, 12, 31))),
    "no-target": (mixed("no-target", due("", 5)), ("not_assessed", None)),
    "no-baseline": (mixed("no-baseline", due(EARLY, 100, baseline_value=None, baseline_date=None)), ("achieved", date(2021, 12, 31))),
}


@pytest.mark.parametrize("name", DEADLINES)
def test_indicator_is_told_by_its_running_series_and_by_the_verdicts_when_none_runs(warehouse: Warehouse, name: str) -> None:
    statement = "SELECT status, status_date FROM indicator_progress($viewed_on) WHERE indicator_id = $name"
    assert rows_seen(warehouse, statement, viewed_on=SEEN, name=name) == [DEADLINES[name][1]]


def test_indicator_changes_clocks_the_day_after_its_last_deadline(warehouse: Warehouse) -> None:
    statement = "SELECT status FROM indicator_progress($viewed_on) WHERE indicator_id = 'missed-and-on-track'"
    days = [LAST_DAY, LAST_DAY + timedelta(days=1)]
    assert [rows_seen(warehouse, statement, viewed_on=day) for day in days] == [[("on_track",)], [("missed",)]]


@pytest.mark.parametrize(
    ("name", "coverage"),
    [("missed-and-on-track", "assessed"), ("no-target", "measured"), ("near-alone", "near"), ("not-verified", "silent")],
)
def test_coverage_says_what_is_known_of_an_indicator(warehouse: Warehouse, name: str, coverage: str) -> None:
    statement = "SELECT coverage FROM indicator_progress($viewed_on) WHERE indicator_id = $name"
    assert rows_seen(warehouse, statement, viewed_on=SEEN, name=name) == [(coverage,)]


# Plans measured by their activities, as Appendix 2 of the third plan counts those of the second.

PRIORITIES: list[Row] = [
    {"pillar_code": "1", "planned_count": 14, "completed_count": 9},
    {"pillar_code": "2", "planned_count": 24, "completed_count": 14},
    {
        "pillar_code": "3",
        "planned_count": 9,
        "completed_count": 6,
        "assignment_is_certain": False,
        "other_planned_count": 15,
        "other_completed_count": 4,
    },
    {
        "pillar_code": "4",
        "planned_count": 15,
        "completed_count": 4,
        "assignment_is_certain": False,
        "other_planned_count": 9,
        "other_completed_count": 6,
    },
    {"pillar_code": "5", "planned_count": 13, "completed_count": 4},
]


def completed(rows: list[Row]) -> Tables:
    """Pillars with reported counts of activities."""
    return {"pillar": [{"pillar_code": row["pillar_code"]} for row in rows], "reported_completion": rows}


TABLES = together(
    EXAMPLE,
    of_plan("several", together(*(rows for rows, _ in SERIES_OF_AN_INDICATOR.values()))),
    of_plan("deadlines", together(*(rows for rows, _ in DEADLINES.values()))),
    {"source": [{"source_id": "doc"}, {"source_id": "late", "published_date": date(2024, 7, 1)}]},
    of_plan("five-priorities", completed(PRIORITIES)),
    of_plan("two-priorities", completed([PRIORITIES[0], PRIORITIES[2]])),
    of_plan("not-yet-published", completed([{**PRIORITIES[0], "source_id": "late"}])),
    of_plan("half-published", completed([PRIORITIES[0], {**PRIORITIES[2], "source_id": "late"}])),
    of_plan("nothing-assessed", together(indicator("a"), indicator("b"))),
    of_plan("far-above", indicator("above", 250)),
    of_plan("below", indicator("below", -40, value_kind="index")),
)
"""The worked example, two plans of the indicators above, and plans that differ in what was reported about them."""


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """All plans in one warehouse."""
    return tiny_warehouse(tmp_path_factory.mktemp("rollup"), TABLES)


@pytest.mark.parametrize(
    ("pillar_code", "expected"),
    [
        ("1", (900 / 14, 900 / 14, 900 / 14, 14, 9)),
        ("2", (1400 / 24, 1400 / 24, 1400 / 24, 24, 14)),
        ("3", (600 / 9, 400 / 15, 600 / 9, 9, 6)),
        ("4", (400 / 15, 400 / 15, 600 / 9, 15, 4)),
        ("5", (400 / 13, 400 / 13, 400 / 13, 13, 4)),
    ],
)
def test_priority_is_its_completed_activities_with_both_readings(warehouse: Warehouse, pillar_code: str, expected: tuple) -> None:
    found = rolled_up(warehouse, "pillar_progress", columns=COMPLETED, plan_id="five-priorities", pillar_code=pillar_code)
    assert found == [pytest.approx(("activities", *expected))]


def test_plan_of_activities_is_sum_over_sum(warehouse: Warehouse) -> None:
    share = 100 * 37 / 75
    found = rolled_up(warehouse, "plan_progress", columns=COMPLETED, plan_id="five-priorities")
    assert found == [pytest.approx(("activities", share, share, share, 75, 37))]


@pytest.mark.parametrize("relation", ["pillar_progress", "plan_progress"])
def test_activities_are_not_counted_as_indicators_nor_the_reverse(warehouse: Warehouse, relation: str) -> None:
    counts = "indicator_count, assessed_count, planned_activity_count, completed_activity_count"
    activities = set(rolled_up(warehouse, relation, columns=counts, plan_id="five-priorities"))
    assert {row[:2] for row in activities} == {(0, 0)}
    assert rolled_up(warehouse, relation, columns=counts, plan_id="nothing-assessed") == [(2, 0, None, None)]


def test_bounds_of_a_plan_read_all_uncertain_priorities_the_other_way(warehouse: Warehouse) -> None:
    assert rolled_up(warehouse, "plan_progress", columns=COMPLETED, plan_id="two-priorities") == [
        pytest.approx(("activities", 1500 / 23, 1300 / 29, 1500 / 23, 23, 15))
    ]


def test_completion_is_unknown_before_its_document_is_published(warehouse: Warehouse) -> None:
    assert rolled_up(warehouse, "plan_progress", plan_id="not-yet-published") == [(*NO_PROGRESS, 0, 0)]


def test_only_what_is_published_counts(warehouse: Warehouse) -> None:
    share = 900 / 14
    found = rolled_up(warehouse, "plan_progress", columns=COMPLETED, plan_id="half-published")
    assert found == [pytest.approx(("activities", share, share, share, 14, 9))]


# What was not assessed, and what went further than its target.


def test_nothing_assessed_has_no_progress_and_the_widest_bounds(warehouse: Warehouse) -> None:
    assert rolled_up(warehouse, "plan_progress", plan_id="nothing-assessed") == [(*NO_PROGRESS, 2, 0)]


@pytest.mark.parametrize(("plan_id", "series_id", "unclipped", "clipped"), [("far-above", "above", 250, 100), ("below", "below", -40, 0)])
def test_progress_is_clipped_in_the_roll_up_alone(
    warehouse: Warehouse, plan_id: str, series_id: str, unclipped: float, clipped: float
) -> None:
    statement = "SELECT progress_pct FROM series_progress($viewed_on) WHERE series_id = $series_id"
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON, series_id=series_id) == [(unclipped,)]
    assert rolled_up(warehouse, "plan_progress", plan_id=plan_id) == [("indicators", clipped, clipped, clipped, 1, 1)]


def test_every_pillar_of_every_plan_has_a_row(warehouse: Warehouse) -> None:
    assert warehouse.rows("SELECT plan_id, pillar_code FROM pillar_progress ORDER BY ALL")[1] == sorted(
        (row.get("plan_id", PLAN), row["pillar_code"]) for row in TABLES["pillar"]
    )
