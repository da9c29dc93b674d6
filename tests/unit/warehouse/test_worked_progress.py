"""The warehouse works out the examples of the method pages on progress: inputs and results are read from docs/methods/."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest

from nap_analytics.warehouse.database import Warehouse
from tests.methods import Number, days, example, numbers, printed, rows, section
from tests.tiny import (
    BASELINE_DATE,
    HALF_TIME,
    LAST_DAY,
    MINIMUM,
    USUAL,
    Row,
    Tables,
    framework,
    measured,
    of_plan,
    rows_seen,
    tiny_warehouse,
    together,
)

YEARS = [USUAL["plan"]["start_year"], USUAL["plan"]["end_year"]]
A_YEAR_LATER = LAST_DAY + timedelta(days=366)


def code(words: str) -> str:
    """The code of a status or a movement that a page writes in words."""
    return "acceleration" if words == "acceleration needed" else words.replace(" ", "_")


def index(name: str, baseline: Number, values: Any, **cells: Any) -> Tables:
    """A series that may have decimals and fall below 0; a number alone stands at half time."""
    return measured(name, baseline=baseline, values=values, **{"value_kind": "index", **cells})


def due(name: str, rows_of_series: Tables, *targets: tuple[date, Number]) -> Tables:
    """The same series with targets on these days, besides its own."""
    more = [{"series_id": name, "target_date": day, "target_value": value} for day, value in targets]
    return {**rows_of_series, "target": [*rows_of_series["target"], *more]}


def added(name: str, cases: dict[int, Number], *, last: dict[int, str] | None = None) -> Tables:
    """New cases by year, or from the start of a year to the day given."""
    values = [
        {"series_id": name, "period_start": f"{year}-01-01", "period_end": (last or {}).get(year, f"{year}-12-31"), "value": value}
        for year, value in cases.items()
    ]
    return {**measured(name, accumulation="sum"), "observation": values}


def several(name: str, shares: list[Number]) -> Tables:
    """An indicator with a series from 0 to 100 for each share of the way."""
    series = together(*(index(f"{name} {n}", 0, share, target=100) for n, share in enumerate(shares)))
    of_indicator = [{**row, "indicator_id": name} for row in series["series"]]
    return {**series, "indicator": [{"indicator_id": name, "value_kind": "index"}], "series": of_indicator}


def seen(warehouse: Warehouse, columns: str, relation: str, *, viewed_on: date = LAST_DAY, **key: str) -> tuple:
    """Columns of the only row of a measure with this key."""
    where = " AND ".join(f"{column} = ${column}" for column in key)
    [row] = rows_seen(warehouse, f"SELECT {columns} FROM {relation}($viewed_on) WHERE {where}", viewed_on=viewed_on, **key)
    return row


def read_progress() -> Tables:
    _, cases, _, sums = example("progress")
    each, whole, _, yearly = numbers(sums)
    three_years = dict.fromkeys(range(YEARS[0], YEARS[0] + 3), each)
    return together(
        *(
            index(
                f"progress {n}",
                *numbers(start),
                *numbers(now),
                target=numbers(end)[0],
                direction=code({"fall": "decrease"}.get(aim, "increase")),
            )
            for n, (aim, start, end, now, *_) in enumerate(rows(cases))
        ),
        due("cumulated", added("cumulated", three_years), (LAST_DAY, whole)),
        due("yearly", added("yearly", three_years), *((date(year, 12, 31), yearly) for year in range(YEARS[0], YEARS[1] + 1))),
    )


def test_progress(warehouse: Warehouse) -> None:
    intro, cases, lost, sums = example("progress")
    *years, gone, whole, expected = numbers(intro)
    assert (years, gone, whole) == (YEARS, (HALF_TIME - BASELINE_DATE).days, (LAST_DAY - BASELINE_DATE).days)
    columns = "is_to_hold, status, progress_pct, expected_pct, progress_pct / expected_pct"
    for n, (aim, *cells, reckoning, progress, pace, status) in enumerate(rows(cases)):
        start, end, now = (numbers(cell)[0] for cell in cells)
        assert numbers(reckoning) == ([start, end, now, end] if aim == "hold" else [now, start, end, start])
        *words, share, due_by_then, ratio = seen(warehouse, columns, "series_progress", series_id=f"progress {n}")
        assert words == [aim == "hold", code(status)]
        assert [share, due_by_then] == [*map(printed, numbers(progress)), printed(expected)]
        assert [ratio][: len(numbers(pace))] == [*map(printed, numbers(pace))]
    columns = "target_value, progress_pct, target_value - latest_value"
    assert [*seen(warehouse, columns, "series_progress", series_id=f"progress {n}")] == [*map(printed, numbers(lost))]
    _, total, share, yearly = numbers(sums)
    assert seen(warehouse, "progress_pct", "series_progress", series_id="cumulated") == (printed(share),)
    assert seen(warehouse, "not_assessed_reason", "series_progress", series_id="yearly") == ("targets_do_not_rise",)
    assert yearly * 5 == total


def read_expected() -> Tables:
    intro, bands, path, means, verdicts = example("expected-progress-and-status")
    start, end, *_ = numbers(intro)
    milestone, *_, value, _ = numbers(path)
    two, three = (numbers(part) for part in means.split("Three"))
    missed, target, _, late, before, after, _, first, second, *_ = numbers(verdicts)
    deadline, last_day, too_late, day_before, day_after = days(verdicts)
    values = {"missed": {last_day: missed}, "late": {too_late: late}, "near": {day_before: before, day_after: after}}
    return together(
        *(index(f"band {n}", start, *numbers(value), target=end) for n, (value, *_) in enumerate(rows(bands))),
        due("path", index("path", start, value, target=end), (days(path)[0], milestone)),
        several("two", two[:2]),
        several("three", three[:3]),
        *(due(name, index(name, 0, given), (deadline, target)) for name, given in values.items()),
        due("early", added("early", {YEARS[0]: first, YEARS[0] + 1: second}), (deadline, target)),
    )


def test_expected_progress_and_status(warehouse: Warehouse) -> None:
    intro, bands, path, means, _ = example("expected-progress-and-status")
    _, _, *years, expected = numbers(intro)
    assert years == YEARS
    columns = "expected_pct, progress_pct / expected_pct, status"
    for n, (_, pace, status) in enumerate(rows(bands)):
        assert seen(warehouse, columns, "series_progress", series_id=f"band {n}") == (expected, printed(numbers(pace)[0]), code(status))
    *_, gone, whole, stands_at, _, ratio = numbers(path)
    [milestone_day] = days(path)
    assert (gone, whole) == ((HALF_TIME - milestone_day).days, (LAST_DAY - milestone_day).days)
    assert seen(warehouse, columns, "series_progress", series_id="path") == (printed(stands_at), printed(ratio), "acceleration")
    two, three = (numbers(part) for part in means.split("Three"))
    assert (two[2], two[4], two[5]) == (100, sum(two[:2]) / 2, expected)
    assert seen(warehouse, "progress_pct, expected_pct, status", "indicator_progress", indicator_id="two") == (two[3], two[5], "on_track")
    assert [sum(three[:3]) / 3, expected] == three[3:] == [two[3], two[5]]
    assert seen(warehouse, "expected_pct, status", "indicator_progress", indicator_id="three") == (three[4], "acceleration")


def test_verdicts(warehouse: Warehouse) -> None:
    *_, verdicts = example("expected-progress-and-status")
    missed, target, short, late, before, after, shorter, *_, reached, year, total = numbers(verdicts)
    deadline, last_day, too_late, day_before, day_after = days(verdicts)
    assert (late, before, reached) == (target, target, target)
    assert (too_late - last_day, deadline - day_before) == (timedelta(days=1), day_after - deadline)
    columns = "status, verdict_value, target_value - verdict_value, verdict_date"
    found = {
        name: seen(warehouse, columns, "series_progress", viewed_on=A_YEAR_LATER, series_id=name)
        for name in ("missed", "late", "near", "early")
    }
    assert found == {
        "missed": ("missed", missed, short, last_day),
        "late": ("not_verified", None, None, None),
        "near": ("missed", after, shorter, day_after),
        "early": ("achieved", total, reached - total, date(year, 12, 31)),
    }


def read_direction() -> Tables:
    shares, _, bands, persons, cases = example("direction")
    high, from_year, higher, to_year, *_ = numbers(shares)
    low, twice = numbers(shares.split("From")[2])[:2]
    first, few, _, enough, _ = numbers(persons)
    before, year, hardly_any, after, last, quarter, *_ = numbers(cases)
    next_year = date(from_year + 1, 12, 31)
    share = {"value_kind": "percent", "unit": "percent"}
    return together(
        {
            "unit": [
                {"unit": "persons", "counts_people": True},
                {"unit": "percent", "counts_people": False},
                {"unit": "index", "counts_people": False},
            ]
        },
        *(
            index(f"share {n}", *ends[:1], {date(to_year, 12, 31): ends[1]}, **share)
            for n, ends in enumerate([(high, higher), (low, twice)])
        ),
        *(
            index(f"moved {n}", *numbers(start), {next_year: numbers(end)[0]}, unit="index")
            for n, (start, end, *_) in enumerate(rows(bands))
        ),
        *(index(f"persons {n}", first, {next_year: value}, value_kind="count") for n, value in enumerate((few, enough))),
        added("cases", {year: before, hardly_any: 7, last: after, quarter: 1}, last={quarter: f"{quarter}-03-31"}),
    )


def test_direction(warehouse: Warehouse) -> None:
    shares, _, bands, persons, cases = example("direction")
    columns = "wanted_rate_pct, points_per_year, movement"
    high, low = shares.split("From")[1:]
    _, from_year, _, to_year, _, _, _, years, *_, rate, points = numbers(high)
    assert (from_year, years) == (BASELINE_DATE.year, to_year - from_year)
    assert seen(warehouse, columns, "series_direction", series_id="share 0") == (printed(rate), printed(points), "slightly_improved")
    assert seen(warehouse, columns, "series_direction", series_id="share 1") == (*map(printed, numbers(low)[2:]), "improved")
    for n, (*_, rate_cell, movement) in enumerate(rows(bands)):
        found = seen(warehouse, "wanted_rate_pct, movement", "series_direction", series_id=f"moved {n}")
        assert found == (pytest.approx(numbers(rate_cell)[0]), code(movement))
    for n, (more, movement) in enumerate(zip(numbers(persons)[2::2], ("unchanged", "improved"), strict=True)):
        found = seen(warehouse, "to_value - from_value, movement", "series_direction", series_id=f"persons {n}")
        assert found == (more, movement)
    _, before, hardly_any, _, after, quarter, *compared, rate = numbers(cases)
    assert (compared, [hardly_any, quarter]) == ([before, after], [before + 1, after + 1])
    columns = "YEAR(from_date), YEAR(to_date), wanted_rate_pct, movement"
    assert seen(warehouse, columns, "series_direction", series_id="cases") == (before, after, pytest.approx(rate), "improved")


def read_pace() -> Tables:
    start, end, _, _, value, *_ = numbers(*example("required-pace"))
    return index("pace", start, value, target=end)


def test_required_pace(warehouse: Warehouse) -> None:
    start, end, *years, value, gone, brought, achieved, left, rest, required, projected = numbers(*example("required-pace"))
    assert (years, gone, left) == (YEARS, (HALF_TIME - BASELINE_DATE).days, (LAST_DAY - HALF_TIME).days)
    assert (brought, rest) == (value - start, end - value)
    columns = "achieved_per_year, required_per_year, projected_value"
    assert [*seen(warehouse, columns, "series_pace", series_id="pace")] == [*map(printed, (achieved, required, projected))]


def read_rollup() -> Tables:
    groups = re.findall(r"\{(.*?)\}", example("rollup")[0])
    members = [(f"1.{n}", [numbers(member) for member in group.split(",")]) for n, group in enumerate(groups, start=1)]
    indicators = [
        index(f"{node}/{n}", 0, *(value or [None]), target=100, node_code=node)
        for node, values in members
        for n, value in enumerate(values)
    ]
    return of_plan("rollup", together({"framework_node": framework("rollup", "1", results=len(groups))}, *indicators))


def test_rollup(warehouse: Warehouse) -> None:
    _, mean, lower, upper, apart = example("rollup")
    *_, progress, assessed, count = numbers(mean)
    columns = "progress_pct, assessed_count, indicator_count, lower_pct, upper_pct, upper_pct - lower_pct"
    found = seen(warehouse, columns, "pillar_progress", plan_id="rollup")
    distance, same = numbers(apart)
    assert found == (progress, assessed, count, printed(numbers(lower)[-1]), printed(numbers(upper)[-1]), printed(distance))
    assert same == progress
    statement = "SELECT is_headline_mean(progress_pct, lower_pct, upper_pct) FROM pillar_progress($viewed_on) WHERE plan_id = 'rollup'"
    assert rows_seen(warehouse, statement, viewed_on=LAST_DAY) == [(False,)]


def read_completion() -> Tables:
    intro, cases = example("activity-completion")
    counted = numbers(intro)[2:]
    reported: list[Row] = []
    for (pillar, _, other), done, planned in zip(rows(cases)[:-1], counted[::2], counted[1::2], strict=True):
        row = {"pillar_code": pillar, "completed_count": done, "planned_count": planned}
        keys = ("other_completed_count", "other_planned_count")
        reported.append({**row, "assignment_is_certain": not other, **dict(zip(keys, numbers(other), strict=False))})
    pillars = [{"pillar_code": row["pillar_code"]} for row in reported]
    return of_plan("completion", {"pillar": pillars, "reported_completion": reported})


def test_activity_completion(warehouse: Warehouse) -> None:
    intro, cases = example("activity-completion")
    assert numbers(intro)[:2] == numbers(section("activity-completion", 0))[:2]
    *priorities, (_, plan, _) = rows(cases)
    columns = "progress_pct, lower_pct + upper_pct - progress_pct"
    for n, (pillar, share, other) in enumerate(priorities, start=1):
        found = seen(warehouse, columns, "pillar_progress", plan_id="completion", pillar_code=pillar)
        assert (pillar, found) == (str(n), (printed(numbers(share)[0]), printed(numbers(other or share)[-1])))
    columns = "completed_activity_count, planned_activity_count, progress_pct, lower_pct, upper_pct"
    done, planned, share = numbers(plan)
    assert seen(warehouse, columns, "plan_progress", plan_id="completion") == (done, planned, *[printed(share)] * 3)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The examples of all these pages in one warehouse."""
    examples = (read_progress(), read_expected(), read_direction(), read_pace(), read_rollup(), read_completion())
    return tiny_warehouse(tmp_path_factory.mktemp("worked"), together(MINIMUM, *examples))
