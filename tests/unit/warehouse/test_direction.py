"""Whether a series moves the wanted way, with or without a target: every case worked by hand (docs/methods/direction.md)."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import pytest

from nap_analytics.warehouse.database import Warehouse
from tests.tiny import LAST_DAY, MINIMUM, VIEWED_ON, Row, Tables, framework, measured, of_plan, rows_seen, tiny_warehouse, together

NEXT_YEAR = date(2019, 12, 31)
"""One calendar year after the printed baselines."""

UNITS = {
    "unit": [
        {"unit": "persons", "counts_people": True},
        {"unit": "laws", "counts_people": False},
        {"unit": "percent", "counts_people": False},
        {"unit": "index", "counts_people": False},
    ]
}


class Case(NamedTuple):
    """Rows of one series; rate (percent a year, plus is the wanted way), points a year, movement and reason."""

    rows: Tables
    expected: tuple[float | None, float | None, str, str | None]


def rate(growth: float, *, years: float) -> float:
    """Percent a year of a growth over some years."""
    return 100 * (growth ** (1 / years) - 1)


def index(name: str, baseline: float | None, value: float | None, *, on: date = NEXT_YEAR, **cells: Any) -> Tables:
    """An index with a printed baseline of 31 December 2018."""
    return measured(
        name, baseline=baseline, values=None if value is None else {on: value}, **{"value_kind": "index", "unit": "index", **cells}
    )


def share(name: str, baseline: float, value: float, *, on: date = LAST_DAY, **cells: Any) -> Tables:
    """A share with a printed baseline of 31 December 2018."""
    return index(name, baseline, value, on=on, value_kind="percent", unit="percent", **cells)


def count(name: str, baseline: float, value: float, *, unit: str = "persons", on: date = NEXT_YEAR) -> Tables:
    """A count with a printed baseline of 31 December 2018."""
    return index(name, baseline, value, on=on, value_kind="count", unit=unit)


def observed(name: str, *rows: Row, series: dict | None = None, **cells: Any) -> Tables:
    """A series by its observations."""
    parts = measured(name, **cells)
    return {
        **parts,
        "series": [{**parts["series"][0], **(series or {})}],
        "observation": [{"series_id": name, **row} for row in rows],
    }


def counted_share(name: str, before: int, after: int) -> Tables:
    """A share of a hundred persons before the plan and a year later."""
    rows = [{"period_end": day, "value": n, "numerator": n, "denominator": 100} for day, n in (("2018-12-31", before), (NEXT_YEAR, after))]
    return observed(name, *rows, value_kind="percent", unit="percent")


def year(number: int, value: float, *, first: int = 1, last: int = 12, **cells: Any) -> Row:
    """New cases from one month of a year to another."""
    end = {3: "03-31", 6: "06-30", 12: "12-31"}[last]
    return {"period_start": f"{number}-{first:02}-01", "period_end": f"{number}-{end}", "value": value, **cells}


def added(name: str, *rows: Row, **cells: Any) -> Tables:
    """A series of new cases."""
    return observed(name, *rows, accumulation="sum", **cells)


BREAK = {"is_series_break": True}
FLOOR = {"is_at_least": True}

SHARES = {
    # (99 / 95) ^ (1 / 5) is 1.00828.
    "near-100": Case(share("near-100", 95, 99), (rate(99 / 95, years=5), 0.8, "slightly_improved", None)),
    "near-100-lost": Case(share("near-100-lost", 99, 95), (rate(95 / 99, years=5), -0.8, "slightly_worsened", None)),
    # 2 ^ (1 / 5) is 1.14870.
    "near-0": Case(share("near-0", 1, 2), (rate(2, years=5), 0.2, "improved", None)),
    "near-0-wanted-down": Case(share("near-0-wanted-down", 1, 2, direction="decrease"), (-rate(2, years=5), 0.2, "worsened", None)),
    "share-from-0": Case(share("share-from-0", 0, 31), (None, 6.2, "improved", None)),
    "share-to-0": Case(share("share-to-0", 50, 0), (-100, -10, "worsened", None)),
}

BANDS = {
    "exactly-1": Case(index("exactly-1", 100, 101), (1, None, "improved", None)),
    "exactly-1-over-two-years": Case(index("exactly-1-over-two-years", 100, 102.01, on=date(2020, 12, 31)), (1, None, "improved", None)),
    "under-1": Case(index("under-1", 100, 100.99), (0.99, None, "slightly_improved", None)),
    "exactly-0.05": Case(index("exactly-0.05", 100, 100.05), (0.05, None, "slightly_improved", None)),
    "under-0.05": Case(index("under-0.05", 100, 100.04), (0.04, None, "unchanged", None)),
    "equal": Case(index("equal", 100, 100), (0, None, "unchanged", None)),
    "under-0.05-lost": Case(index("under-0.05-lost", 100, 99.96), (-0.04, None, "unchanged", None)),
    "exactly-0.05-lost": Case(index("exactly-0.05-lost", 100, 99.95), (-0.05, None, "slightly_worsened", None)),
    "under-1-lost": Case(index("under-1-lost", 100, 99.01), (-0.99, None, "slightly_worsened", None)),
    "exactly-1-lost": Case(index("exactly-1-lost", 100, 99), (-1, None, "worsened", None)),
    "falling-wanted": Case(index("falling-wanted", 100, 90, direction="decrease"), (10, None, "improved", None)),
    "rising-not-wanted": Case(index("rising-not-wanted", 100, 110, direction="decrease"), (-10, None, "worsened", None)),
    "falling-to-0": Case(index("falling-to-0", 50, 0, direction="decrease"), (100, None, "improved", None)),
}

SIGN_ALONE = {
    "from-0": Case(index("from-0", 0, 5), (None, None, "improved", None)),
    "from-0-not-wanted": Case(index("from-0-not-wanted", 0, 5, direction="decrease"), (None, None, "worsened", None)),
    "0-to-0": Case(index("0-to-0", 0, 0), (None, None, "unchanged", None)),
    "below-0-rising": Case(index("below-0-rising", -5, -3), (None, None, "improved", None)),
    "to-below-0": Case(index("to-below-0", 5, -1), (None, None, "worsened", None)),
    "no-to-yes": Case(index("no-to-yes", 0, 1, value_kind="yes_no"), (None, None, "improved", None)),
    "yes-to-no": Case(index("yes-to-no", 1, 0, value_kind="yes_no"), (None, None, "worsened", None)),
    "yes-to-yes": Case(index("yes-to-yes", 1, 1, value_kind="yes_no"), (None, None, "unchanged", None)),
    "low-to-partial": Case(index("low-to-partial", 25, 50, value_kind="level"), (None, None, "improved", None)),
    "partial-to-low": Case(index("partial-to-low", 50, 25, value_kind="level"), (None, None, "worsened", None)),
}

FEW_PERSONS = {
    "4-persons": Case(count("4-persons", 100, 104), (4, None, "unchanged", None)),
    "5-persons": Case(count("5-persons", 100, 105), (5, None, "improved", None)),
    "4-persons-lost": Case(count("4-persons-lost", 10, 6), (-40, None, "unchanged", None)),
    "5-persons-lost": Case(count("5-persons-lost", 10, 5), (-50, None, "worsened", None)),
    "0-to-4-persons": Case(count("0-to-4-persons", 0, 4), (None, None, "unchanged", None)),
    "0-to-5-persons": Case(count("0-to-5-persons", 0, 5), (None, None, "improved", None)),
    "2-laws-more": Case(count("2-laws-more", 2, 4, unit="laws"), (100, None, "improved", None)),
    "share-of-4-more": Case(counted_share("share-of-4-more", 10, 14), (40, 4, "unchanged", None)),
    "share-of-5-more": Case(counted_share("share-of-5-more", 10, 15), (50, 5, "improved", None)),
    "printed-share": Case(
        # A printed baseline is no observation: of how many it speaks is not known.
        observed(
            "printed-share",
            {"period_end": NEXT_YEAR, "value": 14, "numerator": 14, "denominator": 100},
            series={"baseline_value": 10},
            value_kind="percent",
            unit="percent",
        ),
        (40, 4, "improved", None),
    ),
}

TIMES = {
    "a-year-less-a-day": Case(index("a-year-less-a-day", 100, 110, on=date(2019, 12, 30)), (None, None, "unknown", "less_than_a_year")),
    "a-year": Case(index("a-year", 100, 110, on=date(2019, 12, 31)), (10, None, "improved", None)),
    "a-year-of-an-observation": Case(
        observed(
            "a-year-of-an-observation",
            {"period_end": "2018-09-09", "value": 100},
            {"period_end": "2019-09-09", "value": 110},
            value_kind="index",
        ),
        (10, None, "improved", None),
    ),
    "a-day-too-early": Case(
        observed(
            "a-day-too-early", {"period_end": "2018-09-09", "value": 100}, {"period_end": "2019-09-08", "value": 110}, value_kind="index"
        ),
        (None, None, "unknown", "less_than_a_year"),
    ),
    "no-baseline": Case(index("no-baseline", None, 110), (None, None, "unknown", "no_baseline")),
    "no-value": Case(index("no-value", 100, None), (None, None, "unknown", "no_value")),
    "after-the-plan-only": Case(index("after-the-plan-only", 100, 110, on=date(2024, 3, 31)), (None, None, "unknown", "after_plan_only")),
    "last-in-the-plan": Case(
        observed(
            "last-in-the-plan",
            {"period_end": "2018-12-31", "value": 100},
            {"period_end": NEXT_YEAR, "value": 110},
            {"period_end": "2024-03-31", "value": 50},
            value_kind="index",
        ),
        (10, None, "improved", None),
    ),
    "up-to-the-break": Case(
        observed(
            "up-to-the-break",
            {"period_end": "2018-12-31", "value": 100},
            {"period_end": NEXT_YEAR, "value": 110},
            {"period_end": "2020-12-31", "value": 50, **BREAK},
            value_kind="index",
        ),
        (10, None, "improved", None),
    ),
    "break-between": Case(
        observed(
            "break-between",
            {"period_end": "2018-12-31", "value": 100},
            {"period_end": NEXT_YEAR, "value": 110, **BREAK},
            value_kind="index",
        ),
        (None, None, "unknown", "after_break_only"),
    ),
    "regions-only": Case(
        observed(
            "regions-only", {"period_end": NEXT_YEAR, "value": 9, "region_code": "TST-1"}, series={"baseline_value": 5}, value_kind="index"
        ),
        (None, None, "unknown", "split_only"),
    ),
}

NOT_JUDGED = {
    "cases-reported": Case(
        observed("cases-reported", {"period_end": NEXT_YEAR, "value": 110}, series={"baseline_value": 100, "reads_reporting": True}),
        (None, None, "not_judged", "reads_reporting"),
    ),
    "cases-not-reported": Case(
        observed("cases-not-reported", series={"baseline_value": 100, "reads_reporting": True}), (None, None, "unknown", "no_value")
    ),
    "unclear-direction": Case(
        observed("unclear-direction", {"period_end": NEXT_YEAR, "value": 110}, series={"baseline_value": 100, "direction_is_clear": False}),
        (None, None, "not_judged", "depends_on_year"),
    ),
    "to-a-floor": Case(
        observed("to-a-floor", {"period_end": NEXT_YEAR, "value": 110, **FLOOR}, series={"baseline_value": 100}),
        (None, None, "not_judged", "floor"),
    ),
    "from-a-floor": Case(
        observed("from-a-floor", {"period_end": "2018-12-31", "value": 100, **FLOOR}, {"period_end": NEXT_YEAR, "value": 110}),
        (None, None, "not_judged", "floor"),
    ),
    "another-floor": Case(
        observed(
            "another-floor",
            {"period_end": "2018-12-31", "value": 100},
            {"period_end": "2019-06-30", "value": 90, **FLOOR},
            {"period_end": NEXT_YEAR, "value": 110},
        ),
        (10, None, "improved", None),
    ),
    "floor-on-the-printed-day": Case(
        observed(
            "floor-on-the-printed-day",
            {"period_end": "2018-12-31", "value": 100, **FLOOR},
            {"period_end": NEXT_YEAR, "value": 110},
            series={"baseline_value": 100},
        ),
        (10, None, "improved", None),
    ),
}

SUMS = {
    "last-whole-years": Case(
        # 100 in 2018 and 121 in 2020: two years of 10 %.
        added("last-whole-years", year(2017, 500), year(2018, 100), year(2019, 7), year(2020, 121), year(2021, 1, last=3)),
        (10, None, "improved", None),
    ),
    "joined-quarters": Case(
        added("joined-quarters", year(2018, 40, last=6), year(2018, 60, first=7), year(2019, 50, last=3), year(2019, 60, first=4)),
        (10, None, "improved", None),
    ),
    "sum-wanted-down": Case(added("sum-wanted-down", year(2018, 100), year(2019, 90), direction="decrease"), (10, None, "improved", None)),
    "sum-of-4-more": Case(added("sum-of-4-more", year(2018, 10), year(2019, 14)), (40, None, "unchanged", None)),
    "sum-not-whole-before": Case(
        added("sum-not-whole-before", year(2018, 100, last=6), year(2019, 110)), (None, None, "unknown", "no_whole_year_before")
    ),
    "sum-with-printed-baseline": Case(
        observed("sum-with-printed-baseline", year(2019, 110), accumulation="sum", baseline=100),
        (None, None, "unknown", "no_whole_year_before"),
    ),
    "sum-not-whole-in-the-plan": Case(
        added("sum-not-whole-in-the-plan", year(2018, 100), year(2019, 110, first=4)), (None, None, "unknown", "no_whole_year")
    ),
    "sum-with-a-gap": Case(
        added("sum-with-a-gap", year(2018, 100), year(2019, 50, last=3), year(2019, 60, first=7)), (None, None, "unknown", "no_whole_year")
    ),
    "sum-to-a-floor": Case(added("sum-to-a-floor", year(2018, 100), year(2019, 110, **FLOOR)), (None, None, "not_judged", "floor")),
    "sum-from-a-floor": Case(
        added("sum-from-a-floor", year(2018, 50, last=6, **FLOOR), year(2018, 50, first=7), year(2019, 110)),
        (None, None, "not_judged", "floor"),
    ),
    "sum-another-floor": Case(
        added("sum-another-floor", year(2017, 1, **FLOOR), year(2018, 100), year(2019, 110)), (10, None, "improved", None)
    ),
    "sum-break-with-the-first-year": Case(
        added("sum-break-with-the-first-year", year(2018, 100, **BREAK), year(2019, 110)), (10, None, "improved", None)
    ),
    "sum-break-in-the-first-year": Case(
        added("sum-break-in-the-first-year", year(2018, 50, last=6), year(2018, 50, first=7, **BREAK), year(2019, 110)),
        (None, None, "unknown", "break"),
    ),
    "sum-break-in-a-year-not-whole": Case(
        added("sum-break-in-a-year-not-whole", year(2016, 100), year(2017, 50, first=7, **BREAK), year(2019, 110)),
        (None, None, "unknown", "break"),
    ),
    "sum-up-to-the-break": Case(
        added("sum-up-to-the-break", year(2018, 100), year(2019, 110), year(2020, 50, **BREAK)), (10, None, "improved", None)
    ),
    "sum-of-reports": Case(
        observed("sum-of-reports", year(2018, 100), year(2019, 110), series={"reads_reporting": True}, accumulation="sum"),
        (None, None, "not_judged", "reads_reporting"),
    ),
}

CASES = SHARES | BANDS | SIGN_ALONE | FEW_PERSONS | TIMES | NOT_JUDGED | SUMS


@pytest.mark.parametrize("name", CASES)
def test_series_moves_as_its_values_say(warehouse: Warehouse, name: str) -> None:
    statement = (
        "SELECT wanted_rate_pct, points_per_year, movement, movement_reason FROM series_direction($viewed_on) WHERE series_id = $name"
    )
    [row] = rows_seen(warehouse, statement, viewed_on=VIEWED_ON, name=name)
    assert row == pytest.approx(CASES[name].expected, abs=1e-6)


@pytest.mark.parametrize(
    ("name", "compared"),
    [
        ("near-100", (95, date(2018, 12, 31), 99, LAST_DAY)),
        ("last-whole-years", (100, date(2018, 12, 31), 121, date(2020, 12, 31))),
        ("no-value", (100, date(2018, 12, 31), None, None)),
    ],
)
def test_row_names_the_two_values_that_are_compared(warehouse: Warehouse, name: str, compared: tuple) -> None:
    statement = "SELECT from_value, from_date, to_value, to_date FROM series_direction($viewed_on) WHERE series_id = $name"
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON, name=name) == [compared]


def test_movement_is_seen_as_of_a_day(warehouse: Warehouse) -> None:
    statement = "SELECT movement, movement_reason FROM series_direction($viewed_on) WHERE series_id = 'a-year'"
    assert rows_seen(warehouse, statement, viewed_on=date(2019, 12, 30)) == [("unknown", "no_value")]
    assert rows_seen(warehouse, statement, viewed_on=date(2019, 12, 31)) == [("improved", None)]


def test_every_series_has_a_row(warehouse: Warehouse) -> None:
    statement = "SELECT series_id FROM series_direction($viewed_on) ORDER BY series_id"
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON) == sorted((row["series_id"],) for row in TABLES["series"])


# Indicators of several series, and the pillars that count them.

UP, BIT_UP, SAME, BIT_DOWN, DOWN = 110.0, 100.5, 100.0, 99.5, 90.0
NOTHING = None


def several(name: str, *values: float | None, near: tuple[float, ...] = (), reports: int = 0, **cells: Any) -> Tables:
    """An indicator with one series for each value, each from 100; near ones besides, and so many that read reporting."""
    kinds = [({}, value) for value in values]
    kinds += [({"evidence": "near"}, value) for value in near] + [({"reads_reporting": True}, UP)] * reports
    rows = [
        (f"{name}/{place}", {"baseline_value": 100, "category": str(place), **settings}, value)
        for place, (settings, value) in enumerate(kinds)
    ]
    return {
        "indicator": [{"indicator_id": name, "value_kind": "index", "unit": "index", **cells}],
        "series": [{"series_id": series, "indicator_id": name, **settings} for series, settings, _ in rows],
        "observation": [{"series_id": series, "period_end": NEXT_YEAR, "value": value} for series, _, value in rows if value is not None],
    }


INDICATORS = {
    # name: movement, judged series, worsening series, movement of near series, judged near series
    "all-improved": (several("all-improved", UP, UP), ("improved", 2, 0, None, 0)),
    "improved-and-a-bit": (several("improved-and-a-bit", UP, BIT_UP), ("slightly_improved", 2, 0, None, 0)),
    "improved-and-same": (several("improved-and-same", UP, SAME), ("slightly_improved", 2, 0, None, 0)),
    "a-bit-and-same": (several("a-bit-and-same", BIT_UP, SAME), ("slightly_improved", 2, 0, None, 0)),
    "all-a-bit": (several("all-a-bit", BIT_UP, BIT_UP), ("slightly_improved", 2, 0, None, 0)),
    "all-same": (several("all-same", SAME, SAME), ("unchanged", 2, 0, None, 0)),
    "same-and-a-bit-down": (several("same-and-a-bit-down", SAME, BIT_DOWN), ("slightly_worsened", 2, 1, None, 0)),
    "same-and-down": (several("same-and-down", SAME, DOWN), ("slightly_worsened", 2, 1, None, 0)),
    "down-and-a-bit-down": (several("down-and-a-bit-down", DOWN, BIT_DOWN), ("slightly_worsened", 2, 2, None, 0)),
    "all-down": (several("all-down", DOWN, DOWN), ("worsened", 2, 2, None, 0)),
    "up-and-down": (several("up-and-down", UP, UP, DOWN), ("mixed", 3, 1, None, 0)),
    "a-bit-up-and-down": (several("a-bit-up-and-down", BIT_UP, BIT_DOWN, SAME), ("mixed", 3, 1, None, 0)),
    "one-unknown": (several("one-unknown", UP, NOTHING), ("improved", 1, 0, None, 0)),
    "one-not-judged": (several("one-not-judged", UP, reports=1), ("improved", 1, 0, None, 0)),
    "not-judged-and-unknown": (several("not-judged-and-unknown", NOTHING, reports=1), ("not_judged", 0, 0, None, 0)),
    "all-unknown": (several("all-unknown", NOTHING), ("unknown", 0, 0, None, 0)),
    "near-alone": (several("near-alone", near=(UP, SAME)), ("unknown", 0, 0, "slightly_improved", 2)),
    "near-besides": (several("near-besides", DOWN, near=(UP,)), ("worsened", 1, 1, "improved", 1)),
}


IN_THE_SECOND = {"pillar_code": "2", "node_code": "2.1"}
OTHERS = [
    several("2-up", UP, **IN_THE_SECOND),
    several("2-up-too", UP, UP, **IN_THE_SECOND),
    several("2-mixed", UP, DOWN, **IN_THE_SECOND),
    several("2-near", near=(UP,), **IN_THE_SECOND),
    several("2-silent", NOTHING, **IN_THE_SECOND),
    several("chapter", DOWN, chapter="leadership"),
]

ROLLED_UP = of_plan(
    "rolled-up",
    together(
        {
            "pillar": [{"pillar_code": code} for code in ("1", "2", "3")],
            "framework_node": [node for code in ("1", "2", "3") for node in framework("rolled-up", code)],
        },
        *(rows for rows, _ in INDICATORS.values()),
        *OTHERS,
    ),
)
"""A plan of its own: the indicators above in the first pillar, some in a second, and one of a chapter."""

TABLES = together(MINIMUM, UNITS, {"region": [{"region_code": "TST-1"}]}, *(case.rows for case in CASES.values()), ROLLED_UP)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """All cases in one warehouse, a series or an indicator each."""
    return tiny_warehouse(tmp_path_factory.mktemp("direction"), TABLES)


@pytest.mark.parametrize("name", INDICATORS)
def test_indicator_moves_as_its_judged_exact_series_do(warehouse: Warehouse, name: str) -> None:
    statement = (
        "SELECT movement, judged_series_count, worsening_series_count, near_movement, near_judged_series_count"
        " FROM indicator_direction($viewed_on) WHERE indicator_id = $name"
    )
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON, name=name) == [INDICATORS[name][1]]


def test_pillar_counts_its_indicators_by_movement(warehouse: Warehouse) -> None:
    statement = (
        "SELECT movement, indicator_count FROM pillar_direction($viewed_on)"
        " WHERE plan_id = 'rolled-up' AND pillar_code = $pillar ORDER BY ALL"
    )
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON, pillar="2") == [("improved", 2), ("mixed", 1), ("unknown", 2)]
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON, pillar="3") == []


def test_pillar_counts_what_is_known_of_its_indicators_and_how_they_move(warehouse: Warehouse) -> None:
    known = "indicator_count, measured_count, near_count, silent_count"
    better, worse = "improved_count, slightly_improved_count", "slightly_worsened_count, worsened_count"
    moved = f"{better}, unchanged_count, mixed_count, {worse}, with_worsening_series_count"
    statement = f"SELECT {known}, {moved} FROM pillar_count($viewed_on) WHERE plan_id = 'rolled-up' AND pillar_code = $pillar"
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON, pillar="1") == [(18, 16, 1, 1, 3, 4, 1, 2, 3, 2, 7)]
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON, pillar="2") == [(5, 3, 1, 1, 2, 0, 0, 1, 0, 0, 1)]


def test_indicators_of_the_chapters_move_but_enter_no_pillar(warehouse: Warehouse) -> None:
    statement = "SELECT pillar_code, movement FROM indicator_direction($viewed_on) WHERE indicator_id = 'chapter'"
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON) == [(None, "worsened")]
    statement = "SELECT SUM(indicator_count) FROM pillar_direction($viewed_on) WHERE plan_id = 'rolled-up'"
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON) == [(len(INDICATORS) + 5,)]


@pytest.mark.parametrize("view", ["series_direction", "indicator_direction", "pillar_direction"])
def test_view_is_the_macro_of_today(warehouse: Warehouse, view: str) -> None:
    assert warehouse.rows(f"SELECT * FROM {view} ORDER BY ALL") == warehouse.rows(f"SELECT * FROM {view}(CURRENT_DATE) ORDER BY ALL")
