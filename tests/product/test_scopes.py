"""What a value is to its plan is the same wherever it is told: on the page, in the view, in every file of exchange."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date

import pytest
from lxml import etree

from nap_analytics import queries
from nap_analytics.open_data.hxl import hxl_csv
from nap_analytics.open_data.iati import plan_activities
from nap_analytics.open_data.sdmx import sdmx_csv
from nap_analytics.queries.open_data.results import observation_rows
from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.language import language

VIEWED_ON = date(2026, 11, 27)

Scopes = Counter[tuple[str, ...]]
"""How often a series has a value of a period and source place, and what it is to the plan."""


@pytest.fixture(scope="module")
def by_view(real: Warehouse) -> list[dict]:
    """Every observation as the view has it."""
    names, found = real.rows("SELECT * FROM scoped_observation($viewed_on)", {"viewed_on": VIEWED_ON})
    return [dict(zip(names, row, strict=True)) for row in found]


def scopes(rows: list[dict]) -> Scopes:
    """Series, period, place and scope of rows of the database."""
    keys = ("series_id", "period_start", "period_end", "locator", "assessment_scope")
    return Counter(tuple(str(row[key]) for key in keys) for row in rows)


def table(content: bytes, *, heads: int = 0) -> list[dict[str, str]]:
    """Rows of a CSV file by the line of heads that names its columns."""
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    return [dict(zip(lines[heads], line, strict=True)) for line in lines[heads + 1 :]]


def test_pages_tell_the_scopes_of_the_view(real: Warehouse, by_view: list[dict]) -> None:
    indicators = [row[0] for row in real.rows("SELECT DISTINCT indicator_id FROM series JOIN reference_observation USING (series_id)")[1]]
    frames = [queries.indicator_observations(real, indicator_id=name, viewed_on=VIEWED_ON) for name in indicators]
    shown = [
        row | {"period_start": row["period_start"].date(), "period_end": row["period_end"].date()}
        for frame in frames
        for row in frame.to_dict("records")
    ]
    assert scopes(shown) == scopes(by_view)
    assert len(shown) == real.rows("SELECT COUNT(*) FROM reference_observation")[1][0][0]


def test_rows_of_exchange_tell_the_scopes_of_the_view(real: Warehouse, by_view: list[dict]) -> None:
    assert scopes(observation_rows(real, viewed_on=VIEWED_ON)) == scopes(by_view)


def test_hxl_tells_the_scopes_of_the_view(real: Warehouse, by_view: list[dict]) -> None:
    tags = ("#indicator+series+code", "#date+start", "#date+end", "#meta+source+place", "#meta+standing+code")
    rows = table(hxl_csv(real, language("en"), viewed_on=VIEWED_ON), heads=1)
    assert Counter(tuple(row[tag] for tag in tags) for row in rows if row["#date+end"]) == scopes(by_view)


def test_sdmx_tells_the_scopes_of_the_view(real: Warehouse) -> None:
    columns = ("SERIES_ID", "PERIOD_START", "PERIOD_END", "SOURCE_PLACE", "STANDING")
    rows = table(sdmx_csv(real, language("en"), viewed_on=VIEWED_ON))
    standing = [row for row in observation_rows(real, viewed_on=VIEWED_ON) if row["stands_for_its_cell"]]
    assert Counter(tuple(row[column] for column in columns) for row in rows if row["MEASURE_TYPE"] == "ACTUAL") == scopes(standing)


def test_iati_tells_the_values_of_the_time_of_the_plan_alone(real: Warehouse, by_view: list[dict]) -> None:
    root = etree.fromstring(plan_activities(real, viewed_on=VIEWED_ON))
    found = Counter(
        (one.find("reference[@vocabulary='99']").get("code"), period.find("period-end").get("iso-date"), float(actual.get("value")))
        for one in root.iter("indicator")
        for period in one.iter("period")
        for actual in period.iter("actual")
    )
    in_time = [
        row
        for row in by_view
        if row["value"] is not None and row["is_preferred"] and row["assessment_scope"] != "before" and not row["is_after_plan"]
    ]
    assert found == Counter((row["series_id"], str(row["period_end"]), row["value"]) for row in in_time)
    assert {row["assessment_scope"] for row in in_time} == {"within", "after_break"}


@pytest.mark.parametrize("year", [2024, 2025])
def test_after_a_break_wins_over_after_the_plan(by_view: list[dict], year: int) -> None:
    [seats] = [row for row in by_view if row["series_id"] == "mli-2019:1.3.1a/parliament" and row["period_end"] == date(year, 12, 31)]
    assert (seats["assessment_scope"], seats["is_after_plan"]) == ("after_break", True)


def test_every_scope_occurs_in_the_shipped_data(by_view: list[dict]) -> None:
    assert {row["assessment_scope"] for row in by_view} == {"before", "within", "after_break", "after_plan"}
