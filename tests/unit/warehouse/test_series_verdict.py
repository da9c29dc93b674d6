"""What became of a target once its date has passed: every edge worked by hand (docs/methods/expected-progress-and-status.md)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest

from nap_analytics.warehouse.database import Warehouse
from tests.tiny import LAST_DAY, MINIMUM, Tables, measured, rows_seen, tiny_warehouse, together

YEARS_LATER = date(2025, 12, 31)

NOT_VERIFIED = ("not_verified", None, None)
NOT_ASSESSED = ("not_assessed", None, None)


class Case(NamedTuple):
    """Rows of one series and the status, value and day of its verdict."""

    rows: Tables
    expected: tuple[str, float | None, date | None]


def due(
    name: str, values: dict[str, float | None], *, target: dict | None = None, cells: dict[str, dict] | None = None, **rows: Any
) -> Tables:
    """A series that should reach 100 by the plan's last day: its values by day, and more cells of some of them."""
    parts = measured(name, values=values, **{"baseline": 0, **rows})
    return {
        **parts,
        "target": [{"series_id": name, "target_value": 100, **(target or {})}],
        "observation": [{**row, **(cells or {}).get(str(row["period_end"]), {})} for row in parts["observation"]],
    }


BREAK = {"is_series_break": True}
FLOOR = {"is_at_least": True}
FEBRUARY = {"target_date": "2024-02-29"}
SHORT_FEBRUARY = {"target_date": "2023-02-28"}
MIDDLE = {"target_date": "2023-06-15"}
HELD = {"is_level_to_hold": True}

WINDOW = {
    "first-day": Case(due("first-day", {"2022-12-31": 100}), ("achieved", 100, date(2022, 12, 31))),
    "day-before": Case(due("day-before", {"2022-12-30": 100}), NOT_VERIFIED),
    "last-day": Case(due("last-day", {"2024-06-30": 99}), ("missed", 99, date(2024, 6, 30))),
    "day-after": Case(due("day-after", {"2024-07-01": 100}), NOT_VERIFIED),
    "the-day": Case(due("the-day", {"2023-12-31": 100}), ("achieved", 100, LAST_DAY)),
    "leap-first-day": Case(due("leap-first-day", {"2023-02-28": 100}, target=FEBRUARY), ("achieved", 100, date(2023, 2, 28))),
    "leap-day-before": Case(due("leap-day-before", {"2023-02-27": 100}, target=FEBRUARY), NOT_VERIFIED),
    "leap-last-day": Case(due("leap-last-day", {"2024-08-31": 100}, target=FEBRUARY), ("achieved", 100, date(2024, 8, 31))),
    "leap-day-after": Case(due("leap-day-after", {"2024-09-01": 100}, target=FEBRUARY), NOT_VERIFIED),
    "february-first-day": Case(due("february-first-day", {"2022-02-28": 100}, target=SHORT_FEBRUARY), ("achieved", 100, date(2022, 2, 28))),
    "february-day-before": Case(due("february-day-before", {"2022-02-27": 100}, target=SHORT_FEBRUARY), NOT_VERIFIED),
    "february-last-day": Case(due("february-last-day", {"2023-08-31": 100}, target=SHORT_FEBRUARY), ("achieved", 100, date(2023, 8, 31))),
    "february-day-after": Case(due("february-day-after", {"2023-09-01": 100}, target=SHORT_FEBRUARY), NOT_VERIFIED),
    "middle-first-day": Case(due("middle-first-day", {"2022-06-15": 100}, target=MIDDLE), ("achieved", 100, date(2022, 6, 15))),
    "middle-day-before": Case(due("middle-day-before", {"2022-06-14": 100}, target=MIDDLE), NOT_VERIFIED),
    "middle-last-day": Case(due("middle-last-day", {"2023-12-15": 100}, target=MIDDLE), ("achieved", 100, date(2023, 12, 15))),
    "middle-day-after": Case(due("middle-day-after", {"2023-12-16": 100}, target=MIDDLE), NOT_VERIFIED),
}

WHICH_VALUE = {
    "nearest": Case(due("nearest", {"2023-10-31": 100, "2024-03-31": 90}), ("achieved", 100, date(2023, 10, 31))),
    "nearest-after": Case(due("nearest-after", {"2023-06-30": 100, "2024-03-31": 90}), ("missed", 90, date(2024, 3, 31))),
    "equally-near": Case(due("equally-near", {"2023-12-30": 100, "2024-01-01": 90}), ("missed", 90, date(2024, 1, 1))),
    "one-day-nearer": Case(due("one-day-nearer", {"2023-12-30": 100, "2024-01-02": 90}), ("achieved", 100, date(2023, 12, 30))),
    "not-collected-on-the-day": Case(
        due("not-collected-on-the-day", {"2023-06-30": 100, "2023-12-31": None}), ("achieved", 100, date(2023, 6, 30))
    ),
    "not-preferred": Case(due("not-preferred", {"2023-12-31": 100}, cells={"2023-12-31": {"is_preferred": False}}), NOT_VERIFIED),
    "of-a-region": Case(due("of-a-region", {"2023-12-31": 100}, cells={"2023-12-31": {"region_code": "TST-1"}}), NOT_VERIFIED),
    "of-women": Case(due("of-women", {"2023-12-31": 100}, cells={"2023-12-31": {"sex": "female"}}), NOT_VERIFIED),
    "before-the-break": Case(
        due("before-the-break", {"2023-06-30": 100, "2023-12-31": 50}, cells={"2023-12-31": BREAK}), ("achieved", 100, date(2023, 6, 30))
    ),
    "after-the-break-only": Case(
        due("after-the-break-only", {"2021-12-31": 50, "2023-12-31": 100}, cells={"2021-12-31": BREAK}), NOT_VERIFIED
    ),
    "on-the-break": Case(due("on-the-break", {"2023-12-31": 100}, cells={"2023-12-31": BREAK}), NOT_VERIFIED),
    "break-after-the-deadline": Case(
        due("break-after-the-deadline", {"2022-12-31": 90, "2024-03-31": 100}, cells={"2024-03-31": BREAK}),
        ("missed", 90, date(2022, 12, 31)),
    ),
    "no-value": Case(due("no-value", {}), NOT_VERIFIED),
    "reached-long-before": Case(due("reached-long-before", {"2021-07-01": 120}), NOT_VERIFIED),
    "reached-and-lost": Case(due("reached-and-lost", {"2021-07-01": 120, "2023-12-31": 99}), ("missed", 99, LAST_DAY)),
}

WHICH_TARGET = {
    "no-baseline": Case(due("no-baseline", {"2023-12-31": 100}, baseline=None), ("achieved", 100, LAST_DAY)),
    "no-baseline-missed": Case(due("no-baseline-missed", {"2023-12-31": 99}, baseline=None), ("missed", 99, LAST_DAY)),
    "falling-met": Case(
        due("falling-met", {"2023-12-31": 5}, target={"target_value": 5}, baseline=20, direction="decrease"), ("achieved", 5, LAST_DAY)
    ),
    "falling-missed": Case(
        due("falling-missed", {"2023-12-31": 6}, target={"target_value": 5}, baseline=20, direction="decrease"), ("missed", 6, LAST_DAY)
    ),
    "level-kept": Case(due("level-kept", {"2023-12-31": 100}, target=HELD, baseline=140), ("achieved", 100, LAST_DAY)),
    "level-lost": Case(due("level-lost", {"2023-12-31": 99}, target=HELD, baseline=140), ("missed", 99, LAST_DAY)),
    "yes": Case(due("yes", {"2023-12-31": 1}, target={"target_value": 1}, value_kind="yes_no"), ("achieved", 1, LAST_DAY)),
    "no": Case(due("no", {"2023-12-31": 0}, target={"target_value": 1}, value_kind="yes_no"), ("missed", 0, LAST_DAY)),
    "of-the-law": Case(due("of-the-law", {"2023-12-31": 90}, target={"set_by": "law"}), ("missed", 90, LAST_DAY)),
    "of-a-partner": Case(due("of-a-partner", {"2023-12-31": 100}, target={"set_by": "partner"}), NOT_ASSESSED),
    "no-target": Case(measured("no-target", baseline=0, values={LAST_DAY: 100}), NOT_ASSESSED),
}

FALLING = {"target": {"target_value": 5}, "baseline": 20, "direction": "decrease"}
FLOORS = {
    "floor-that-reaches": Case(due("floor-that-reaches", {"2023-12-31": 100}, cells={"2023-12-31": FLOOR}), ("achieved", 100, LAST_DAY)),
    "floor-short-of-it": Case(due("floor-short-of-it", {"2023-12-31": 99}, cells={"2023-12-31": FLOOR}), NOT_VERIFIED),
    "floor-above-a-fall": Case(
        due("floor-above-a-fall", {"2023-12-31": 6}, cells={"2023-12-31": FLOOR}, **FALLING), ("missed", 6, LAST_DAY)
    ),
    "floor-within-a-fall": Case(due("floor-within-a-fall", {"2023-12-31": 4}, cells={"2023-12-31": FLOOR}, **FALLING), NOT_VERIFIED),
    "earlier-floor": Case(
        due("earlier-floor", {"2023-06-30": 120, "2023-12-31": 99}, cells={"2023-06-30": FLOOR}), ("missed", 99, LAST_DAY)
    ),
}
"""The source counts only what it knows of: more may be there, less may not."""

CASES = WINDOW | WHICH_VALUE | WHICH_TARGET | FLOORS


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """All cases in one warehouse, a series each."""
    world = {**MINIMUM, "region": [{"region_code": "TST-1"}]}
    milestone = due("milestone", {"2020-06-30": 10})
    milestone["target"].append({"series_id": "milestone", "target_value": 60, "target_date": "2020-12-31"})
    return tiny_warehouse(tmp_path_factory.mktemp("verdict"), together(world, *(case.rows for case in CASES.values()), milestone))


def verdict(warehouse: Warehouse, name: str, *, viewed_on: date = YEARS_LATER) -> tuple:
    """Status, value and day of the verdict."""
    statement = "SELECT status, verdict_value, verdict_date FROM series_progress($viewed_on) WHERE series_id = $name"
    [row] = rows_seen(warehouse, statement, viewed_on=viewed_on, name=name)
    return row


@pytest.mark.parametrize("name", CASES)
def test_verdict_is_that_of_the_value_nearest_the_deadline(warehouse: Warehouse, name: str) -> None:
    assert verdict(warehouse, name) == CASES[name].expected


@pytest.mark.parametrize(
    ("name", "viewed_on", "status"),
    [
        ("the-day", LAST_DAY, "achieved"),
        ("first-day", LAST_DAY, "achieved"),
        ("reached-long-before", LAST_DAY, "achieved"),
        ("reached-long-before", LAST_DAY + timedelta(days=1), "not_verified"),
        ("level-lost", LAST_DAY, "deterioration"),
        ("level-lost", LAST_DAY + timedelta(days=1), "missed"),
        ("no-baseline", LAST_DAY, "not_assessed"),
        ("no-baseline", LAST_DAY + timedelta(days=1), "achieved"),
        ("last-day", date(2024, 6, 29), "not_verified"),
        ("last-day", date(2024, 6, 30), "missed"),
        ("nearest-after", date(2024, 3, 30), "achieved"),
        ("nearest-after", date(2024, 3, 31), "missed"),
    ],
)
def test_pace_is_told_up_to_the_deadline_and_the_verdict_from_the_next_day(
    warehouse: Warehouse, name: str, viewed_on: date, status: str
) -> None:
    assert verdict(warehouse, name, viewed_on=viewed_on)[0] == status


def test_there_is_no_verdict_value_before_the_deadline_has_passed(warehouse: Warehouse) -> None:
    assert verdict(warehouse, "the-day", viewed_on=LAST_DAY) == ("achieved", None, None)


@pytest.mark.parametrize(
    ("name", "viewed_on", "day"),
    [
        ("reached-and-lost", date(2021, 12, 31), date(2021, 7, 1)),
        ("reached-and-lost", YEARS_LATER, LAST_DAY),
        ("reached-long-before", YEARS_LATER, None),
        ("no-target", YEARS_LATER, None),
    ],
)
def test_status_has_the_day_of_its_value(warehouse: Warehouse, name: str, viewed_on: date, day: date | None) -> None:
    statement = "SELECT status_date FROM series_progress($viewed_on) WHERE series_id = $name"
    assert rows_seen(warehouse, statement, viewed_on=viewed_on, name=name) == [(day,)]


def test_a_milestone_that_has_passed_is_no_deadline(warehouse: Warehouse) -> None:
    # 547 of 731 days: the path to 60 stands at 44.9, and 10 is less than 60 % of it.
    assert verdict(warehouse, "milestone", viewed_on=date(2021, 12, 31))[0] == "limited"


def test_the_last_progress_stays_beside_the_verdict(warehouse: Warehouse) -> None:
    statement = "SELECT progress_pct, deadline_has_passed, not_assessed_reason FROM series_progress($viewed_on) WHERE series_id = $name"
    assert rows_seen(warehouse, statement, viewed_on=YEARS_LATER, name="reached-long-before") == [(120, True, None)]
    assert rows_seen(warehouse, statement, viewed_on=YEARS_LATER, name="no-baseline") == [(None, True, "no_baseline")]


def test_why_a_floor_settles_nothing_is_told_and_only_where_it_is_so(warehouse: Warehouse) -> None:
    statement = "SELECT series_id, not_assessed_reason FROM series_progress($viewed_on) WHERE only_floor_when_due ORDER BY series_id"
    found = rows_seen(warehouse, statement, viewed_on=YEARS_LATER)
    assert found == [("floor-short-of-it", None), ("floor-within-a-fall", "floor_of_a_fall")]


def test_no_fall_is_read_from_a_floor_before_the_deadline(warehouse: Warehouse) -> None:
    assert verdict(warehouse, "floor-within-a-fall", viewed_on=LAST_DAY) == NOT_ASSESSED
    assert verdict(warehouse, "floor-short-of-it", viewed_on=LAST_DAY)[0] == "on_track"
