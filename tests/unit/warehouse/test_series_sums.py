"""New cases added up, running totals, and why a series that was reported has no value that counts: every case worked by hand."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import pytest

from nap_analytics.warehouse.database import Warehouse
from tests.tiny import LAST_DAY, MINIMUM, VIEWED_ON, Row, Tables, measured, rows_seen, tiny_warehouse, together

DURING = date(2021, 12, 31)
AFTER = date(2024, 12, 31)

NOT_VERIFIED = ("not_verified", None, None)
NOT_ASSESSED = ("not_assessed", None, None)


def period(start: str, end: str, value: float | None, **cells: Any) -> Row:
    """New cases of a period."""
    return {"period_start": start, "period_end": end, "value": value, **cells}


def year(number: int, value: float | None, **cells: Any) -> Row:
    """New cases of a year."""
    return period(f"{number}-01-01", f"{number}-12-31", value, **cells)


def years(*values: float | None, first: int = 2019) -> list[Row]:
    """New cases of years that follow each other; None leaves one out."""
    return [year(first + place, value) for place, value in enumerate(values) if value is not None]


def added(name: str, observations: list[Row], *, targets: list[Row] | None = None, accumulation: str = "sum", **cells: Any) -> Tables:
    """A series whose periods are added up; it should reach 100 by the plan's last day where no targets are given."""
    given = targets if targets is not None else [{"target_value": 100}]
    return {
        **measured(name, accumulation=accumulation, **cells),
        "target": [{"series_id": name, **row} for row in given],
        "observation": [{"series_id": name, **row} for row in observations],
    }


def running(name: str, values: dict[str, float]) -> Tables:
    """A series that is added up by who reports it, from 0."""
    return added(name, [{"period_end": day, "value": value} for day, value in values.items()], accumulation="running_total", baseline=0)


def yearly_targets(*values: float, first: int = 2019, **cells: Any) -> list[Row]:
    """Targets at the end of years that follow each other."""
    return [{"target_value": value, "target_date": f"{first + place}-12-31", **cells} for place, value in enumerate(values)]


BREAK = {"is_series_break": True}


class Verdict(NamedTuple):
    """Rows of one series and the status, value and day of its verdict."""

    rows: Tables
    expected: tuple[str, float | None, date | None]


VERDICTS = {
    "complete-reached": Verdict(added("complete-reached", years(20, 20, 20, 20, 20)), ("achieved", 100, LAST_DAY)),
    "complete-below": Verdict(added("complete-below", years(20, 20, 20, 20, 19)), ("missed", 99, LAST_DAY)),
    "reached-earlier": Verdict(added("reached-earlier", years(60, 50)), ("achieved", 110, date(2020, 12, 31))),
    "reached-before-a-gap": Verdict(added("reached-before-a-gap", years(60, 50, None, 5)), ("achieved", 110, date(2020, 12, 31))),
    "incomplete-below": Verdict(added("incomplete-below", years(60, 30)), NOT_VERIFIED),
    "gap-below": Verdict(added("gap-below", years(60, None, 50)), NOT_VERIFIED),
    "covered-twice": Verdict(added("covered-twice", [*years(60), period("2019-07-01", "2020-06-30", 50)]), NOT_VERIFIED),
    "rest-after-the-day": Verdict(added("rest-after-the-day", years(20, 20, 20, 20, 19, 50)), ("missed", 99, LAST_DAY)),
    "last-period-ends-after-the-day": Verdict(
        added("last-period-ends-after-the-day", [*years(20, 20, 20, 20), period("2023-01-01", "2024-03-31", 50)]), NOT_VERIFIED
    ),
    "nothing-added": Verdict(added("nothing-added", []), NOT_VERIFIED),
    "reached-before-the-break": Verdict(
        added("reached-before-the-break", [*years(60, 60), year(2021, 1, **BREAK)]), ("achieved", 120, date(2020, 12, 31))
    ),
    "reached-with-the-break": Verdict(added("reached-with-the-break", [*years(60), year(2020, 60, **BREAK)]), NOT_VERIFIED),
    "running-reached": Verdict(running("running-reached", {"2023-12-31": 100}), ("achieved", 100, LAST_DAY)),
    "running-below": Verdict(running("running-below", {"2020-12-31": 50, "2023-12-31": 99}), ("missed", 99, LAST_DAY)),
    "running-reached-earlier": Verdict(running("running-reached-earlier", {"2021-06-30": 120}), ("achieved", 120, date(2021, 6, 30))),
    "running-incomplete-below": Verdict(running("running-incomplete-below", {"2023-11-30": 99}), NOT_VERIFIED),
    "running-after-the-day": Verdict(running("running-after-the-day", {"2022-12-31": 90, "2024-03-31": 120}), NOT_VERIFIED),
    "falling": Verdict(added("falling", years(20, 20, 20, 20, 20), direction="decrease"), NOT_ASSESSED),
    "not-rising": Verdict(added("not-rising", years(60, 60, 60), targets=yearly_targets(100, 100, 100, 100, 100)), NOT_ASSESSED),
}


class Pace(NamedTuple):
    """Rows of one series; progress, expected progress and status at the end of 2021, and why it is not assessed."""

    rows: Tables
    expected: tuple[float | None, float | None, str, str | None]


SIXTY = years(60, 60, 60)

PACES = {
    # From nothing on 1 January: that day counts, as it does after a baseline of 31 December.
    "from-nothing-on-the-first-day": Pace(
        added("from-nothing-on-the-first-day", years(30), baseline=0, baseline_date="2019-01-01"),
        (30, 100 * 365 / 1826, "on_track", None),
    ),
    # 180 of 500, where 300 were due by then.
    "cumulated": Pace(added("cumulated", SIXTY, targets=yearly_targets(100, 200, 300, 400, 500)), (36, 60, "acceleration", None)),
    "of-each-year": Pace(
        added("of-each-year", SIXTY, targets=yearly_targets(100, 100, 100, 100, 100)), (None, None, "not_assessed", "targets_do_not_rise")
    ),
    "sinking": Pace(
        added("sinking", SIXTY, targets=yearly_targets(100, 200, 150, 400, 500)), (None, None, "not_assessed", "targets_do_not_rise")
    ),
    "lowered-later": Pace(
        # The decision of 2021 rises by itself; that it lies below the first is no fault of it.
        added(
            "lowered-later",
            SIXTY,
            targets=[*yearly_targets(100, 200, 300, 400, 500), *yearly_targets(150, 240, 300, first=2021, decided_on="2021-01-01")],
        ),
        (60, 50, "on_track", None),
    ),
    "partner-between": Pace(
        added(
            "partner-between",
            SIXTY,
            targets=[{"target_value": 300}, {"target_value": 400, "target_date": "2021-12-31", "set_by": "partner"}],
        ),
        (60, 100 * 1096 / 1826, "on_track", None),
    ),
    "should-fall": Pace(added("should-fall", SIXTY, direction="decrease"), (None, None, "not_assessed", "sum_that_should_fall")),
    "should-fall-without-target": Pace(
        added("should-fall-without-target", SIXTY, targets=[], direction="decrease"), (None, None, "not_assessed", "no_target")
    ),
}


class Absence(NamedTuple):
    """Rows of one series; why no value counts, from when to when a sum fails, and whether the series is measured all the same."""

    rows: Tables
    expected: tuple[str | None, date | None, date | None, bool]


QUARTER = ("2019-01-01", "2019-03-31")
FROM_AUTUMN = ("2019-10-01", "2020-01-31")

ABSENCES = {
    "quarter-missing": Absence(
        added("quarter-missing", [period(*QUARTER, 10), period("2019-07-01", "2019-09-30", 15)]),
        ("gap", date(2019, 4, 1), date(2019, 6, 30), True),
    ),
    "quarter-not-collected": Absence(
        added(
            "quarter-not-collected",
            [period(*QUARTER, 10), period("2019-04-01", "2019-06-30", None), period("2019-07-01", "2019-09-30", 15)],
        ),
        ("gap", date(2019, 4, 1), date(2019, 6, 30), True),
    ),
    "first-missing": Absence(
        added("first-missing", [period("2019-04-01", "2019-06-30", 15)]), ("gap", date(2019, 1, 1), date(2019, 3, 31), True)
    ),
    "autumn-twice": Absence(
        added("autumn-twice", [year(2019, 40), period(*FROM_AUTUMN, 10)]), ("overlap", date(2019, 10, 1), date(2019, 12, 31), True)
    ),
    "same-start": Absence(
        added("same-start", [period(*QUARTER, 10), year(2019, 40)]), ("overlap", date(2019, 1, 1), date(2019, 3, 31), True)
    ),
    "first-fault-counts": Absence(
        added("first-fault-counts", [period(*QUARTER, 10), period("2019-07-01", "2019-12-31", 15), period(*FROM_AUTUMN, 10)]),
        ("gap", date(2019, 4, 1), date(2019, 6, 30), True),
    ),
    "begun-before-the-plan": Absence(
        added("begun-before-the-plan", [period("2018-07-01", "2019-06-30", 15)]), ("gap", date(2019, 1, 1), date(2019, 6, 30), True)
    ),
    "none-preferred": Absence(added("none-preferred", [year(2019, 40, is_preferred=False)]), ("none_preferred", None, None, True)),
    "none-preferred-level": Absence(
        added("none-preferred-level", [year(2019, 40, is_preferred=False)], accumulation="latest", baseline=0),
        ("none_preferred", None, None, True),
    ),
    "regions-only": Absence(
        added("regions-only", [year(2019, 40, region_code="TST-1")], accumulation="latest", baseline=0), ("split_only", None, None, True)
    ),
    "after-the-break-only": Absence(
        added("after-the-break-only", [year(2019, 40, **BREAK), year(2020, 40)]), ("after_break_only", None, None, True)
    ),
    "after-the-plan-only": Absence(added("after-the-plan-only", [year(2024, 40)]), ("after_plan_only", None, None, False)),
    "before-the-plan-only": Absence(added("before-the-plan-only", [year(2018, 40)]), ("no_value", None, None, False)),
    "not-collected": Absence(added("not-collected", [year(2019, None)]), ("no_value", None, None, False)),
    "whole": Absence(added("whole", years(40, 40)), (None, None, None, True)),
    "gap-after-the-plan": Absence(
        added("gap-after-the-plan", [*years(20, 20, 20, 20, 20), period("2024-04-01", "2024-06-30", 1)]), (None, None, None, True)
    ),
}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """All cases in one warehouse, a series each."""
    world = {**MINIMUM, "region": [{"region_code": "TST-1"}]}
    cases = [case.rows for cases in (VERDICTS, PACES, ABSENCES) for case in cases.values()]
    return tiny_warehouse(tmp_path_factory.mktemp("sums"), together(world, *cases))


def answer(warehouse: Warehouse, columns: str, name: str, *, viewed_on: date) -> tuple:
    """Columns of one series on a day."""
    statement = f"SELECT {columns} FROM series_progress($viewed_on) WHERE series_id = $name"
    [row] = rows_seen(warehouse, statement, viewed_on=viewed_on, name=name)
    return row


@pytest.mark.parametrize("name", VERDICTS)
def test_sum_answers_for_its_target_with_what_joins_up_to_the_day(warehouse: Warehouse, name: str) -> None:
    assert answer(warehouse, "status, verdict_value, verdict_date", name, viewed_on=AFTER) == VERDICTS[name].expected


@pytest.mark.parametrize("name", PACES)
def test_targets_of_a_sum_are_cumulated(warehouse: Warehouse, name: str) -> None:
    found = answer(warehouse, "progress_pct, expected_pct, status, not_assessed_reason", name, viewed_on=DURING)
    assert found == pytest.approx(PACES[name].expected)


@pytest.mark.parametrize("name", ABSENCES)
def test_reason_says_why_no_value_counts_and_the_time_in_which_a_sum_fails(warehouse: Warehouse, name: str) -> None:
    found = answer(warehouse, "absence_reason, sum_fault_start, sum_fault_end, is_measured", name, viewed_on=AFTER)
    assert found == ABSENCES[name].expected


@pytest.mark.parametrize("name", ["quarter-missing", "autumn-twice", "none-preferred", "regions-only", "after-the-break-only"])
def test_reason_of_a_series_with_a_target_is_that_of_its_value(warehouse: Warehouse, name: str) -> None:
    assert answer(warehouse, "status, not_assessed_reason", name, viewed_on=DURING) == ("not_assessed", ABSENCES[name].expected[0])


def test_sum_is_seen_as_of_a_day(warehouse: Warehouse) -> None:
    assert answer(warehouse, "latest_value", "quarter-missing", viewed_on=date(2019, 4, 1)) == (10,)
    assert answer(warehouse, "latest_value", "quarter-missing", viewed_on=VIEWED_ON) == (None,)
