"""Small counts of survivors are masked with their complement, however they could be worked out (docs/methods/masking.md)."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd
import pytest

from nap_analytics.warehouse.database import Warehouse, open_warehouse
from tests.tiny import LAST_DAY, VIEWED_ON, Row, Tables, measured, rows_seen, tiny_warehouse, together, write_folder

MASKED = "masked"

Place = tuple[str | None, str | None, str | None]
Shown = dict[Place, float | str | None]


class Case(NamedTuple):
    """Rows of one indicator, and what people see of each of its series: region, sex and age group -> value."""

    rows: Tables
    shown: dict[str, Shown]


NATIONAL: Place = (None, None, None)


def region(name: str) -> Place:
    """A region, both sexes, all ages."""
    return (name, None, None)


def sex(name: str) -> Place:
    """A sex, the whole country."""
    return (None, name, None)


def cells(series: str, values: dict[Place, float | None], **cells: Any) -> list[Row]:
    """Observations of one series on the plan's last day."""
    return [
        {
            "series_id": series,
            "period_end": LAST_DAY,
            "region_code": place[0],
            "sex": place[1],
            "age_group": place[2],
            "value": value,
        }
        | cells
        for place, value in values.items()
    ]


def survivors(name: str, *observations: list[Row], is_sensitive: bool = True, **series: str) -> Tables:
    """A sensitive indicator; each of its further series is given with its kind of value."""
    rows = measured(name, is_sensitive=is_sensitive)
    others = [{"series_id": other, "indicator_id": name, "value_kind": kind} for other, kind in series.items()]
    return {**rows, "series": rows["series"] + others, "observation": [row for part in observations for row in part]}


def one_series(name: str, values: dict[Place, float | None], shown: Shown, **indicator: bool) -> Case:
    """A case with counts of one series."""
    return Case(survivors(name, cells(name, values), **indicator), {name: shown})


A, B, C, D = map(region, ("A", "B", "C", "D"))
WOMEN, MEN = sex("female"), sex("male")
CROSS: dict[Place, float | None] = {
    ("A", "female", None): 9,
    ("A", "male", None): 8,
    ("B", "female", None): 7,
    ("B", "male", None): 6,
}

CASES = {
    # The worked example: A is below five; with B hidden too, 53 - 30 tells only that A and B have 23 together.
    "small-region": one_series("small-region", {NATIONAL: 53, A: 3, B: 20, C: 30}, {NATIONAL: 53, A: MASKED, B: MASKED, C: 30}),
    "five-is-shown": one_series("five-is-shown", {A: 5, B: 20, C: 30}, {A: 5, B: 20, C: 30}),
    "two-small-regions": one_series("two-small-regions", {A: 3, B: 4, C: 30, D: 40}, {A: MASKED, B: MASKED, C: 30, D: 40}),
    "none-at-all-is-small": one_series("none-at-all-is-small", {A: 0, B: 20, C: 30}, {A: MASKED, B: MASKED, C: 30}),
    "only-region": one_series("only-region", {A: 3}, {A: MASKED}),
    "small-nation": one_series("small-nation", {NATIONAL: 3}, {NATIONAL: 3}),
    "not-sensitive": one_series("not-sensitive", {A: 3, B: 20}, {A: 3, B: 20}, is_sensitive=False),
    "sexes": one_series("sexes", {NATIONAL: 203, WOMEN: 200, MEN: 3}, {NATIONAL: 203, WOMEN: MASKED, MEN: MASKED}),
    "missing-is-no-complement": one_series(
        "missing-is-no-complement", {A: 3, B: None, C: 30, D: 40}, {A: MASKED, B: "not_collected", C: MASKED, D: 40}
    ),
    "regions-and-sexes-apart": one_series(
        "regions-and-sexes-apart", {A: 3, B: 20, C: 30, WOMEN: 40, MEN: 13}, {A: MASKED, B: MASKED, C: 30, WOMEN: 40, MEN: 13}
    ),
    "cross-table-without-small-cells": one_series("cross-table-without-small-cells", CROSS, dict(CROSS)),
    "cross-table-with-a-small-cell": one_series(
        "cross-table-with-a-small-cell", {**CROSS, ("A", "male", None): 2}, dict.fromkeys(CROSS, MASKED)
    ),
    "cross-table-of-a-small-margin": Case(
        # The cross-table comes from another source, in which the region is not small.
        survivors(
            "cross-table-of-a-small-margin",
            cells("cross-table-of-a-small-margin", {A: 3, B: 20, C: 30}),
            cells("cross-table-of-a-small-margin", CROSS, source_id="other", is_preferred=False),
        ),
        {"cross-table-of-a-small-margin": {A: MASKED, B: MASKED, C: 30} | dict.fromkeys(CROSS, MASKED)},
    ),
    "percent-of-few": Case(
        # 4 of 40 in A: the percentage with its denominator would tell the count.
        survivors(
            "percent-of-few",
            cells("percent", {A: 10}, numerator=4, denominator=40, note_en="four in Diéma", note_fr="quatre à Diéma"),
            cells("percent", {B: 50}, numerator=10, denominator=20),
            cells("percent", {C: 20}, numerator=20, denominator=100),
            percent="percent",
        ),
        {"percent": {A: MASKED, B: 50, C: MASKED}},
    ),
    "percent-beside-the-count": Case(
        survivors(
            "percent-beside-the-count",
            cells("percent-beside-the-count", {A: 3, B: 20, C: 30}),
            cells("share", {A: 6, B: 38, C: 57}),
            share="percent",
        ),
        {"percent-beside-the-count": {A: MASKED, B: MASKED, C: 30}, "share": {A: MASKED, B: MASKED, C: 57}},
    ),
    "alternative-source": Case(
        survivors(
            "alternative-source",
            cells("alternative-source", {A: 3, B: 20, C: 30}),
            cells("alternative-source", {A: 8, B: 21, C: 31}, source_id="other", is_preferred=False),
        ),
        {"alternative-source": {A: MASKED, B: MASKED, C: 30}, "alternative-source (other)": {A: MASKED, B: MASKED, C: 31}},
    ),
    "source-without-the-complement": Case(
        # The other source has no B: there C is the complement of A, and hidden in both.
        survivors(
            "source-without-the-complement",
            cells("source-without-the-complement", {A: 3, B: 20, C: 30, D: 40}),
            cells("source-without-the-complement", {A: 8, C: 31, D: 41}, source_id="other", is_preferred=False),
        ),
        {
            "source-without-the-complement": {A: MASKED, B: MASKED, C: MASKED, D: 40},
            "source-without-the-complement (other)": {A: MASKED, C: MASKED, D: 41},
        },
    ),
    "source-with-the-complement-alone": Case(
        # The other source has no A: B alone would be hidden there, and its total would give it away. Nothing is shown.
        survivors(
            "source-with-the-complement-alone",
            cells("source-with-the-complement-alone", {A: 3, B: 20, C: 30, D: 40}),
            cells("source-with-the-complement-alone", {B: 20, C: 30, D: 40}, source_id="other", is_preferred=False),
        ),
        {
            "source-with-the-complement-alone": dict.fromkeys((A, B, C, D), MASKED),
            "source-with-the-complement-alone (other)": dict.fromkeys((B, C, D), MASKED),
        },
    ),
    "kinds-of-violence": Case(
        # Three of one kind in A: the total of A less the other kind would tell.
        survivors(
            "kinds-of-violence",
            cells("kinds-of-violence", {A: 43, B: 60, C: 90}),
            cells("one-kind", {A: 3, B: 20, C: 30}),
            cells("other-kind", {A: 40, B: 40, C: 60}),
            **{"one-kind": "count", "other-kind": "count"},
        ),
        {
            "kinds-of-violence": {A: MASKED, B: MASKED, C: 90},
            "one-kind": {A: MASKED, B: MASKED, C: 30},
            "other-kind": {A: MASKED, B: MASKED, C: 60},
        },
    ),
}

WORLD: Tables = {
    "source": [{"source_id": "doc"}, {"source_id": "other"}],
    "region": [{"region_code": code} for code in "ABCD"],
}


def everything() -> Tables:
    """The rows of all cases."""
    return together(WORLD, *(case.rows for case in CASES.values()))


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """All cases in one warehouse, an indicator each."""
    return tiny_warehouse(tmp_path_factory.mktemp("masking"), everything())


def shown(warehouse: Warehouse, indicator: str) -> dict[str, Shown]:
    """What people see: the value, or the reason why there is none."""
    statement = (
        "SELECT series_id || IF(source_id = 'doc' OR region_code || sex IS NOT NULL, '', ' (' || source_id || ')'),"
        " region_code, sex, age_group, COALESCE(CAST(value AS TEXT), missing_reason)"
        " FROM observation($viewed_on) JOIN series USING (series_id) WHERE indicator_id = $indicator"
    )
    found: dict[str, Shown] = {}
    for series, *place, text in rows_seen(warehouse, statement, viewed_on=VIEWED_ON, indicator=indicator):
        found.setdefault(series, {})[tuple(place)] = text if text.isidentifier() else float(text)
    return found


@pytest.mark.parametrize("name", CASES)
def test_nobody_can_be_singled_out(warehouse: Warehouse, name: str) -> None:
    assert shown(warehouse, name) == CASES[name].shown


def test_masked_row_gives_nothing_away(warehouse: Warehouse) -> None:
    columns = "value, numerator, denominator, note_en, note_fr, missing_reason"
    statement = f"SELECT DISTINCT {columns} FROM observation($viewed_on) WHERE missing_reason = 'masked'"
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON) == [(None, None, None, None, None, MASKED)]


def test_row_has_a_value_or_a_reason(warehouse: Warehouse) -> None:
    statement = "SELECT DISTINCT value IS NULL, missing_reason IS NULL FROM observation($viewed_on) ORDER BY ALL"
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON) == [(False, True), (True, False)]


def test_national_progress_is_computed_from_unmasked_values(warehouse: Warehouse) -> None:
    statement = "SELECT latest_value FROM series_progress($viewed_on) WHERE series_id = 'small-region'"
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON) == [(53,)]


TWICE = survivors("twice", cells("twice", {A: 3, B: 20, C: 30}))


@pytest.fixture(scope="module")
def with_reports(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """A case of which focal points reported all, and one of which they reported a cell once more."""
    folder = tmp_path_factory.mktemp("reported")
    case = CASES["small-region"]
    write_folder(folder / "data", together(WORLD, {**case.rows, "observation": []}, TWICE))
    submissions = folder / "workspace" / "submissions"
    submissions.mkdir(parents=True)
    reported([*case.rows["observation"], *cells("twice", {A: 4})]).to_parquet(submissions / "one.parquet", index=False)
    return open_warehouse(folder=folder / "data", workspace=folder / "workspace").remembering()


def test_what_focal_points_report_is_masked_like_the_rest(with_reports: Warehouse) -> None:
    assert shown(with_reports, "small-region") == CASES["small-region"].shown


def test_a_cell_reported_twice_still_needs_a_complement(with_reports: Warehouse) -> None:
    assert shown(with_reports, "twice") == {"twice": {A: MASKED, B: MASKED, C: 30}}


def reported(rows: list[Row]) -> pd.DataFrame:
    """Observations as a file of the ledger holds them."""
    frame = pd.DataFrame(
        {
            "series_id": [row["series_id"] for row in rows],
            "region_code": [row["region_code"] for row in rows],
            "value": [row["value"] for row in rows],
        }
    )
    constant = dict.fromkeys(("sex", "age_group", "missing_reason", "note_en", "note_fr"), pd.Series(pd.NA, frame.index, "string"))
    return frame.assign(
        **constant,
        numerator=float("nan"),
        denominator=float("nan"),
        period_start=LAST_DAY,
        period_end=LAST_DAY,
        source_id="doc",
        locator="form",
        is_preferred=True,
        is_series_break=False,
        is_at_least=False,
        submission_id="one",
        submitted_on=LAST_DAY,
    )
