"""Progress, expected progress and status of a series: every case worked by hand (docs/methods/progress.md)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import pytest

from nap_analytics.warehouse.database import Warehouse
from tests.tiny import HALF_TIME, LAST_DAY, MINIMUM, PLAN, VIEWED_ON, Tables, framework, measured, rows_seen, tiny_warehouse, together

NOT_ASSESSED = (None, None, "not_assessed")
NOT_VERIFIED = (None, None, "not_verified")


class Case(NamedTuple):
    """Rows of one series and what is expected on a day: progress, expected progress (percent) and status.

    On the plan's last day, on which its targets are due, the status still tells the pace.
    """

    rows: Tables
    expected: tuple[float | None, float | None, str]
    viewed_on: date = LAST_DAY


NEAR = {"series_id": "near", "baseline_value": 0, "evidence": "near"}
"""A series that only lies close to its indicator."""


def value(given: float | None, /, **cells: object) -> dict[str, object]:
    """An observation at half time."""
    return {"period_end": HALF_TIME, "value": given, **cells}


def month(number: int, cases: float, *, last: int | None = None) -> dict[str, object]:
    """New cases of a quarter of 2019 that starts in this month."""
    start = date(2019, number, 1)
    end = {1: date(2019, 3, 31), 4: date(2019, 6, 30), 7: date(2019, 9, 30), 10: date(2019, 12, 31)}[last or number]
    return {"period_start": start, "period_end": end, "value": cases}


def series(name: str, *, observations: list[dict], targets: list[dict] | None = None, **rows: object) -> Tables:
    """Rows of one series from its observations; its target is 100 on the plan's last day where none is given."""
    given = targets if targets is not None else [{"target_value": 100}]
    parts = measured(name, **rows)
    return {
        **parts,
        "target": [{"series_id": name, **row} for row in given],
        "observation": [{"series_id": name, **row} for row in observations],
    }


NINE_CASES = {
    "count-0-to-100": Case(measured("count-0-to-100", baseline=0, target=100, values=10), (10, 50, "limited")),
    "fall-100-to-50": Case(measured("fall-100-to-50", baseline=100, target=50, values=75, direction="decrease"), (50, 50, "on_track")),
    "rise-lost": Case(measured("rise-lost", baseline=40, target=50, values=38), (-20, 50, "deterioration")),
    "fall-to-zero": Case(measured("fall-to-zero", baseline=20, target=0, values=5, direction="decrease"), (75, 50, "on_track")),
    "fall-beyond": Case(measured("fall-beyond", baseline=20, target=5, values=0, direction="decrease"), (400 / 3, 50, "achieved")),
    "unmoved": Case(measured("unmoved", baseline=45, target=50, values=45), (0, 50, "limited")),
    "rise-beyond": Case(measured("rise-beyond", baseline=10, target=20, values=60), (500, 50, "achieved")),
    "hold-30": Case(measured("hold-30", baseline=30, target=30, values=30), (100, 50, "achieved")),
    "hold-lost": Case(measured("hold-lost", baseline=34.4, target=30, values=21.4, value_kind="percent"), (0, 50, "deterioration")),
}
"""Cases that separate this rule from those in use elsewhere (docs/methods/progress.md)."""

LEVELS_TO_HOLD = {
    "hold-kept-above": Case(measured("hold-kept-above", baseline=40, target=30, values=35), (100, 50, "achieved")),
    "hold-equal-kept": Case(measured("hold-equal-kept", baseline=30, target=30, values=31), (100, 50, "achieved")),
    "hold-equal-lost": Case(measured("hold-equal-lost", baseline=30, target=30, values=29), (0, 50, "deterioration")),
    "hold-lost-narrowly": Case(measured("hold-lost-narrowly", baseline=40, target=30, values=29), (0, 50, "deterioration")),
    "hold-kept-below": Case(measured("hold-kept-below", baseline=8, target=10, values=9, direction="decrease"), (100, 50, "achieved")),
    "hold-lost-falling": Case(
        measured("hold-lost-falling", baseline=8, target=10, values=12, direction="decrease"), (0, 50, "deterioration")
    ),
    "hold-with-a-milestone": Case(
        # Expected by time alone: a level to hold has no way to go.
        series(
            "hold-with-a-milestone",
            baseline=40,
            observations=[value(35)],
            targets=[{"target_date": "2020-12-31", "target_value": 35}, {"target_value": 30, "is_level_to_hold": True}],
        ),
        (100, 50, "achieved"),
    ),
    "hold-zero-kept": Case(measured("hold-zero-kept", baseline=0, target=0, values=0, direction="decrease"), (100, 50, "achieved")),
    "hold-zero-lost": Case(measured("hold-zero-lost", baseline=0, target=0, values=1, direction="decrease"), (0, 50, "deterioration")),
}

BANDS = {
    "exactly-95": Case(measured("exactly-95", baseline=0, target=100, values=47.5, value_kind="percent"), (47.5, 50, "on_track")),
    "below-95": Case(measured("below-95", baseline=0, target=1000, values=474), (47.4, 50, "acceleration")),
    "exactly-60": Case(measured("exactly-60", baseline=0, target=100, values=30), (30, 50, "acceleration")),
    "below-60": Case(measured("below-60", baseline=0, target=1000, values=299), (29.9, 50, "limited")),
    "exactly-60-in-decimals": Case(
        # 60 % of the way at 1,079 of 1,826 days; in binary fractions the quotient falls just short.
        measured("exactly-60-in-decimals", baseline=12, target=45, values={"2021-12-14": 23.7}, value_kind="percent"),
        (100 * 11.7 / 33, 100 * 1079 / 1826, "acceleration"),
    ),
}

WHAT_IS_MISSING = {
    "no-baseline": Case(measured("no-baseline", target=100, values=10), NOT_ASSESSED),
    "no-target": Case(measured("no-target", baseline=0, values=10), NOT_ASSESSED),
    "no-value": Case(measured("no-value", baseline=0, target=100), NOT_ASSESSED),
    "value-not-collected": Case(measured("value-not-collected", baseline=0, target=100, values={HALF_TIME: None}), NOT_ASSESSED),
    "nothing": Case(measured("nothing"), NOT_ASSESSED),
}

BASELINES = {
    "latest-before-the-plan": Case(
        series(
            "latest-before-the-plan",
            observations=[
                {"period_end": "2016-12-31", "value": 80},
                {"period_end": "2018-12-31", "value": 20},
                value(60),
            ],
        ),
        (50, 50, "on_track"),
    ),
    "printed-goes-first": Case(
        series("printed-goes-first", baseline=0, observations=[{"period_end": "2018-06-30", "value": 20}, value(60)]),
        (60, 50, "on_track"),
    ),
    "value-on-the-baseline-day": Case(
        series("value-on-the-baseline-day", baseline=0, observations=[{"period_end": "2018-12-31", "value": 5}]), NOT_ASSESSED
    ),
    "older-source-is-not-preferred": Case(
        series(
            "older-source-is-not-preferred",
            observations=[{"period_end": "2018-12-31", "value": 20, "is_preferred": False}, value(60)],
        ),
        NOT_ASSESSED,
    ),
}

TARGETS = {
    "due-on-the-baseline-day": Case(
        series(
            "due-on-the-baseline-day",
            baseline=0,
            observations=[value(97)],
            targets=[{"target_date": "2018-12-31", "target_value": 100, "decided_on": "2015-12-18"}],
        ),
        (97, 100, "not_verified"),
    ),
    "value-after-the-target-date": Case(
        series(
            "value-after-the-target-date",
            baseline=0,
            observations=[value(60)],
            targets=[{"target_date": "2020-12-31", "target_value": 100}],
        ),
        (60, 100, "not_verified"),
    ),
    "milestone-on-the-way": Case(
        # To 20 by 2020-12-31 (731 days), then to 100 by 2023-12-31 (1,095 days): at half time 20 + 80 x 182/1095.
        series(
            "milestone-on-the-way",
            baseline=0,
            observations=[value(30)],
            targets=[{"target_date": "2020-12-31", "target_value": 20}, {"target_value": 100}],
        ),
        (30, 20 + 80 * 182 / 1095, "acceleration"),
    ),
    "milestone-on-its-day": Case(
        series(
            "milestone-on-its-day",
            baseline=0,
            observations=[value(40)],
            targets=[{"target_date": HALF_TIME, "target_value": 40}, {"target_value": 100}],
        ),
        (40, 40, "on_track"),
    ),
    "latest-decision": Case(
        series(
            "latest-decision",
            baseline=0,
            observations=[value(50)],
            targets=[{"target_value": 100}, {"target_value": 200, "decided_on": "2021-06-01"}],
        ),
        (25, 50, "limited"),
    ),
    "decision-yet-to-come": Case(
        series(
            "decision-yet-to-come",
            baseline=0,
            observations=[value(50)],
            targets=[{"target_value": 100}, {"target_value": 200, "target_date": "2026-12-31", "decided_on": "2024-07-01"}],
        ),
        (50, 50, "not_verified"),
        VIEWED_ON,
    ),
    "decision-of-the-day": Case(
        series(
            "decision-of-the-day",
            baseline=0,
            observations=[value(50)],
            targets=[{"target_value": 100}, {"target_value": 200, "target_date": "2026-12-31", "decided_on": VIEWED_ON}],
        ),
        (25, 100 * 913 / 2922, "acceleration"),
        VIEWED_ON,
    ),
    "partner-later": Case(
        series(
            "partner-later",
            baseline=0,
            observations=[value(50)],
            targets=[{"target_value": 100}, {"target_value": 200, "decided_on": "2021-06-01", "set_by": "partner"}],
        ),
        (50, 50, "on_track"),
    ),
    "partner-alone": Case(
        series("partner-alone", baseline=0, observations=[value(50)], targets=[{"target_value": 100, "set_by": "partner"}]), NOT_ASSESSED
    ),
    "law-after-the-plan-decided": Case(
        series(
            "law-after-the-plan-decided",
            baseline=0,
            observations=[value(50)],
            targets=[{"target_value": 100}, {"target_value": 200, "decided_on": "2021-06-01", "set_by": "law"}],
        ),
        (50, 50, "on_track"),
    ),
    "law-alone": Case(
        series("law-alone", baseline=0, observations=[value(50)], targets=[{"target_value": 200, "set_by": "law"}]), (25, 50, "limited")
    ),
    "government-after-the-law": Case(
        series(
            "government-after-the-law",
            baseline=0,
            observations=[value(50)],
            targets=[
                {"target_value": 200, "set_by": "law"},
                {"target_value": 100, "decided_on": "2021-06-01", "set_by": "government"},
            ],
        ),
        (50, 50, "on_track"),
    ),
    "law-after-the-government": Case(
        series(
            "law-after-the-government",
            baseline=0,
            observations=[value(50)],
            targets=[
                {"target_value": 100, "set_by": "government"},
                {"target_value": 200, "decided_on": "2021-06-01", "set_by": "law"},
            ],
        ),
        (25, 50, "limited"),
    ),
}

VALUES = {
    "after-the-plan": Case(
        # Drawn and not assessed; the target's day has passed, and the value answers for it.
        series("after-the-plan", baseline=0, observations=[value(50), {"period_end": "2024-03-31", "value": 90}]),
        (50, 50, "missed"),
        VIEWED_ON,
    ),
    "only-after-the-plan": Case(
        series("only-after-the-plan", baseline=0, observations=[{"period_end": "2024-03-31", "value": 90}]),
        (None, None, "missed"),
        VIEWED_ON,
    ),
    "not-yet-seen": Case(
        series("not-yet-seen", baseline=0, observations=[{"period_end": "2024-12-31", "value": 90}]), NOT_VERIFIED, VIEWED_ON
    ),
    "near": Case(measured("near", baseline=0, target=100, values=50) | {"series": [NEAR]}, NOT_ASSESSED),
    "near-after-the-deadline": Case(
        measured("near-after-the-deadline", baseline=0, target=100, values={LAST_DAY: 100})
        | {"series": [NEAR | {"series_id": "near-after-the-deadline", "indicator_id": "near-after-the-deadline"}]},
        NOT_ASSESSED,
        VIEWED_ON,
    ),
    "another-source": Case(
        series("another-source", baseline=0, observations=[value(50), value(70, source_id="press", is_preferred=False)]),
        (50, 50, "on_track"),
    ),
    "of-a-region": Case(series("of-a-region", baseline=0, observations=[value(50, region_code="TST-1")]), NOT_ASSESSED),
    "of-women": Case(series("of-women", baseline=0, observations=[value(50, sex="female")]), NOT_ASSESSED),
    "of-an-age-group": Case(series("of-an-age-group", baseline=0, observations=[value(50, age_group="0-17")]), NOT_ASSESSED),
    "before-the-break": Case(
        # An elected parliament at half time; the appointed council that follows is drawn, not assessed.
        series(
            "before-the-break",
            baseline=0,
            observations=[
                value(30),
                {"period_end": "2021-12-31", "value": 90, "is_series_break": True},
                {"period_end": "2022-12-31", "value": 95},
            ],
        ),
        (30, 50, "acceleration"),
    ),
    "only-after-the-break": Case(series("only-after-the-break", baseline=0, observations=[value(90, is_series_break=True)]), NOT_ASSESSED),
    "break-before-the-baseline": Case(
        series(
            "break-before-the-baseline",
            baseline=0,
            observations=[{"period_end": "2017-12-31", "value": 5, "is_series_break": True}, value(50)],
        ),
        (50, 50, "on_track"),
    ),
    "yes": Case(measured("yes", baseline=0, target=1, values=1, value_kind="yes_no"), (100, 50, "achieved")),
    "partial": Case(measured("partial", baseline=0, target=100, values=50, value_kind="level"), (50, 50, "on_track")),
}

SUMS = {
    "sum": Case(
        # 10 + 15 = 25 of 100 by 30 June 2019: 181 of 1,826 days.
        series("sum", accumulation="sum", observations=[month(1, 10), month(4, 15)]),
        (25, 100 * 181 / 1826, "on_track"),
    ),
    "sum-after-its-baseline": Case(
        series(
            "sum-after-its-baseline",
            baseline=40,
            accumulation="sum",
            observations=[{"period_start": "2018-10-01", "period_end": "2018-12-31", "value": 40}, month(1, 10)],
        ),
        (10, 100 * 90 / 1826, "on_track"),
    ),
    "sum-overlap": Case(series("sum-overlap", accumulation="sum", observations=[month(1, 10), month(1, 25, last=4)]), NOT_ASSESSED),
    "sum-gap": Case(series("sum-gap", accumulation="sum", observations=[month(1, 10), month(7, 15)]), NOT_ASSESSED),
    "sum-hole": Case(series("sum-hole", accumulation="sum", observations=[month(1, 10), month(4, None), month(7, 15)]), NOT_ASSESSED),
    "sum-first-missing": Case(series("sum-first-missing", accumulation="sum", observations=[month(4, 15)]), NOT_ASSESSED),
    "sum-last-not-due": Case(
        series("sum-last-not-due", accumulation="sum", observations=[month(1, 10), month(4, 15), month(7, None)]),
        (25, 100 * 181 / 1826, "on_track"),
    ),
    "running-total": Case(
        series("running-total", baseline=20, accumulation="running_total", observations=[month(1, 40), month(4, 60)]),
        (50, 100 * 181 / 1826, "on_track"),
    ),
}

EXTENDED = {
    "during-the-extension": Case(
        # 1,917 of 2,192 days: 87.5 % is expected.
        series(
            "during-the-extension",
            baseline=0,
            observations=[{"period_end": "2024-03-31", "value": 90}],
            targets=[{"target_value": 100, "target_date": "2024-12-31"}],
            plan_id="long",
        ),
        (90, 100 * 1917 / 2192, "on_track"),
        VIEWED_ON,
    ),
    "due-before-the-extension": Case(
        measured("due-before-the-extension", baseline=0, target=100, values={"2024-03-31": 90}, plan_id="long"),
        (90, 100, "missed"),
        VIEWED_ON,
    ),
}

CASES = NINE_CASES | LEVELS_TO_HOLD | BANDS | WHAT_IS_MISSING | BASELINES | TARGETS | VALUES | SUMS | EXTENDED

WORLD: Tables = {
    "source": [{"source_id": "doc"}, {"source_id": "press"}],
    "region": [{"region_code": "TST-1"}],
    "plan": [*MINIMUM["plan"], {"plan_id": "long", "extended_to_year": 2024}],
    "pillar": [*MINIMUM["pillar"], {"plan_id": "long", "pillar_code": "1"}],
    "framework_node": framework(PLAN, "1") + framework("long", "1"),
}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """All cases in one warehouse, a series each."""
    return tiny_warehouse(tmp_path_factory.mktemp("series"), together(WORLD, *(case.rows for case in CASES.values())))


def answer(warehouse: Warehouse, statement: str, name: str, *, viewed_on: date | None = None) -> list[tuple]:
    """Rows that a statement gives for one series, on the day of its case where the test names none."""
    return rows_seen(warehouse, statement, viewed_on=viewed_on or CASES[name].viewed_on, series_id=name)


@pytest.mark.parametrize("name", CASES)
def test_series_stands_where_its_values_say(warehouse: Warehouse, name: str) -> None:
    statement = "SELECT progress_pct, expected_pct, status FROM series_progress($viewed_on) WHERE series_id = $series_id"
    assert answer(warehouse, statement, name) == [pytest.approx(CASES[name].expected)]


@pytest.mark.parametrize(
    ("name", "pace"),
    [("count-0-to-100", 0.2), ("fall-100-to-50", 1), ("rise-lost", -0.4), ("fall-to-zero", 1.5), ("unmoved", 0)],
)
def test_pace_is_progress_over_expected(warehouse: Warehouse, name: str, pace: float) -> None:
    statement = "SELECT progress_pct / expected_pct FROM series_progress($viewed_on) WHERE series_id = $series_id"
    assert answer(warehouse, statement, name) == [(pytest.approx(pace),)]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nothing", "no_target_no_value"),
        ("no-target", "no_target"),
        ("no-baseline", "no_baseline"),
        ("no-value", "no_value"),
        ("of-a-region", "split_only"),
        ("of-women", "split_only"),
        ("of-an-age-group", "split_only"),
        ("only-after-the-break", "after_break_only"),
        ("only-after-the-plan", "after_plan_only"),
        ("not-yet-seen", "no_value"),
        ("partner-alone", "no_target"),
        ("near", "near_measure"),
        ("near-after-the-deadline", "near_measure"),
        ("count-0-to-100", None),
    ],
)
def test_reason_says_what_is_missing(warehouse: Warehouse, name: str, reason: str | None) -> None:
    statement = "SELECT not_assessed_reason FROM series_progress($viewed_on) WHERE series_id = $series_id"
    assert answer(warehouse, statement, name) == [(reason,)]


def test_row_names_baseline_target_and_value(warehouse: Warehouse) -> None:
    statement = (
        "SELECT baseline_value, baseline_date, target_value, target_date, latest_value, period_end"
        " FROM series_progress($viewed_on) WHERE series_id = $series_id"
    )
    assert answer(warehouse, statement, "latest-before-the-plan") == [(20, date(2018, 12, 31), 100, LAST_DAY, 60, HALF_TIME)]


def test_break_is_named(warehouse: Warehouse) -> None:
    statement = "SELECT latest_value, break_date FROM series_progress($viewed_on) WHERE series_id = $series_id"
    assert answer(warehouse, statement, "before-the-break") == [(30, date(2021, 12, 31))]


@pytest.mark.parametrize(
    ("name", "is_measured"),
    [
        ("count-0-to-100", True),
        ("near", True),
        ("of-a-region", True),
        ("only-after-the-break", True),
        ("no-target", True),
        ("only-after-the-plan", False),
        ("not-yet-seen", False),
        ("value-not-collected", False),
        ("nothing", False),
    ],
)
def test_series_is_measured_where_the_time_of_the_plan_has_a_value(warehouse: Warehouse, name: str, *, is_measured: bool) -> None:
    statement = "SELECT is_measured FROM series_progress($viewed_on) WHERE series_id = $series_id"
    assert answer(warehouse, statement, name) == [(is_measured,)]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("partner-later", (100, "plan")),
        ("partner-alone", (None, None)),
        ("law-after-the-plan-decided", (100, "plan")),
        ("law-alone", (200, "law")),
        ("government-after-the-law", (100, "government")),
        ("law-after-the-government", (200, "law")),
    ],
)
def test_target_says_who_set_it(warehouse: Warehouse, name: str, target: tuple) -> None:
    statement = "SELECT target_value, target_set_by FROM series_progress($viewed_on) WHERE series_id = $series_id"
    assert answer(warehouse, statement, name) == [target]


@pytest.mark.parametrize(
    ("name", "is_to_hold", "distance"), [("hold-lost", True, 8.6), ("hold-equal-lost", True, 1), ("rise-lost", False, 12)]
)
def test_what_a_value_lacks_is_told_in_its_unit(warehouse: Warehouse, name: str, *, is_to_hold: bool, distance: float) -> None:
    statement = "SELECT is_to_hold, target_value - latest_value FROM series_progress($viewed_on) WHERE series_id = $series_id"
    assert answer(warehouse, statement, name) == [(is_to_hold, pytest.approx(distance))]


@pytest.mark.parametrize(
    ("name", "drawn"),
    [("after-the-plan", [50.0, 90.0]), ("before-the-break", [30.0, 90.0, 95.0]), ("another-source", [50.0, 70.0])],
)
def test_values_that_are_not_assessed_are_drawn(warehouse: Warehouse, name: str, drawn: list[float]) -> None:
    statement = "SELECT value FROM observation($viewed_on) WHERE series_id = $series_id ORDER BY period_end, value"
    assert answer(warehouse, statement, name, viewed_on=VIEWED_ON) == [(number,) for number in drawn]


def test_path_runs_through_the_milestones(warehouse: Warehouse) -> None:
    statement = "SELECT path_date, path_value FROM target_path($viewed_on) WHERE series_id = $series_id ORDER BY path_date"
    assert answer(warehouse, statement, "milestone-on-the-way") == [
        (date(2018, 12, 31), 0),
        (date(2020, 12, 31), 20),
        (LAST_DAY, 100),
    ]


@pytest.mark.parametrize(
    ("viewed_on", "expected"),
    [(date(2021, 6, 30), NOT_ASSESSED), (HALF_TIME, (60, 50, "on_track")), (date(2021, 12, 31), (60, 50, "on_track"))],
)
def test_data_is_seen_as_of_a_day(warehouse: Warehouse, viewed_on: date, expected: tuple) -> None:
    statement = "SELECT progress_pct, expected_pct, status FROM series_progress($viewed_on) WHERE series_id = $series_id"
    assert answer(warehouse, statement, "printed-goes-first", viewed_on=viewed_on) == [expected]


def test_view_is_the_macro_of_today(warehouse: Warehouse) -> None:
    statement = "SELECT * FROM series_progress ORDER BY series_id"
    assert warehouse.rows(statement) == warehouse.rows(statement.replace("series_progress", "series_progress(CURRENT_DATE)"))


@pytest.mark.parametrize(
    ("name", "pace"),
    [
        # 913 days brought 10 and 913 are left for 90: at the present pace it ends at 20.
        ("count-0-to-100", (913 / 365.25, 10 * 365.25 / 913, 90 * 365.25 / 913, 20)),
        ("fall-100-to-50", (913 / 365.25, -25 * 365.25 / 913, -25 * 365.25 / 913, 50)),
        ("rise-beyond", (913 / 365.25, 50 * 365.25 / 913, 0, 110)),
        ("value-after-the-target-date", (-182 / 365.25, 60 * 365.25 / 913, None, None)),
        ("hold-kept-above", (913 / 365.25, -5 * 365.25 / 913, 0, 30)),
    ],
)
def test_remaining_years_must_bring_what_is_missing(warehouse: Warehouse, name: str, pace: tuple) -> None:
    statement = (
        "SELECT remaining_years, achieved_per_year, required_per_year, projected_value"
        " FROM series_pace($viewed_on) WHERE series_id = $series_id"
    )
    assert answer(warehouse, statement, name) == [pytest.approx(pace)]


def test_series_that_is_not_assessed_has_no_pace(warehouse: Warehouse) -> None:
    assert answer(warehouse, "SELECT * FROM series_pace($viewed_on) WHERE series_id = $series_id", "no-target") == []


def test_no_pace_is_required_once_the_deadline_has_passed(warehouse: Warehouse) -> None:
    statement = "SELECT achieved_per_year, required_per_year, projected_value FROM series_pace($viewed_on) WHERE series_id = $series_id"
    assert answer(warehouse, statement, "count-0-to-100", viewed_on=LAST_DAY + timedelta(days=1)) == [
        (pytest.approx(10 * 365.25 / 913), None, None)
    ]
