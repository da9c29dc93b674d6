"""What the annual report asks beyond the pages: the numbers of every series and their places, who owes what, what broke."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from nap_analytics import queries
from tests.tiny import PLAN, VIEWED_ON, framework, tiny_warehouse, together

if TYPE_CHECKING:
    from nap_analytics.warehouse import Warehouse
    from tests.tiny import Row


def _tables() -> dict[str, list[Row]]:
    """A level before and within the plan, a sum of two years, a break, and bodies named at two levels of the framework."""
    return {
        "source": [{"source_id": "doc"}, {"source_id": "survey"}, {"source_id": "census"}],
        "organisation": [{"organisation_id": name, "name_en": name} for name in ("army", "ministry", "police")],
        "framework_node": framework(PLAN, "1", results=2),
        "indicator": [
            {"indicator_id": "level", "sort_order": 1},
            {"indicator_id": "cases", "sort_order": 2, "node_code": "1.2", "accumulation": "sum"},
            {"indicator_id": "reports", "sort_order": 3, "chapter": "monitoring"},
        ],
        "target": [{"series_id": "level", "target_value": 30, "locator": "p. 9"}],
        "observation": [
            {"series_id": "level", "period_end": "2017-12-31", "value": 5, "source_id": "census", "locator": "p. 1"},
            {"series_id": "level", "period_end": "2018-12-31", "value": 10, "source_id": "census", "locator": "p. 2"},
            {"series_id": "level", "period_end": "2020-12-31", "value": 20, "source_id": "survey", "locator": "p. 3"},
            {"series_id": "level", "period_end": "2022-12-31", "value": 15, "is_series_break": True, "note_en": "new body"},
            _year("cases", 2019, 3, "p. 4"),
            _year("cases", 2020, 4, "p. 5"),
        ],
        "responsibility": [
            {"code": "O1", "organisation_id": "army"},
            {"code": "1.1", "organisation_id": "police", "role": "responsible"},
            {"code": "1.1", "organisation_id": "ministry"},
            {"code": "1.1", "organisation_id": "army", "role": "partner"},
        ],
        "committee_member": [
            {"organisation_id": "ministry", "sort_order": 2, "seat_count": 4},
            {"organisation_id": "army", "sort_order": 1},
        ],
        "budget_line": [{"pillar_code": "1", "amount": 7}, {"pillar_code": "1", "amount": 5, "source_id": "survey", "stage": "spent"}],
        "printed_total": [{"amount": 7, "locator": "p. 40"}],
    }


def _year(series: str, year: int, value: int, locator: str) -> Row:
    span = {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}
    return {"series_id": series, **span, "value": value, "source_id": "survey", "locator": locator}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    return tiny_warehouse(tmp_path_factory.mktemp("queries"), together(_tables()))


def test_every_series_stands_with_its_numbers_and_a_sum_starts_from_no_printed_one(warehouse: Warehouse) -> None:
    found = queries.plan_series(warehouse, plan_id=PLAN, viewed_on=VIEWED_ON)
    columns = ["series_id", "baseline_value", "is_sum", "latest_value", "target_value", "is_known", "value_count"]
    known = found[columns].astype(object).where(found[columns].notna(), None)
    assert known.values.tolist() == [
        ["level", 10, False, 20, 30, True, 4],
        ["cases", None, True, 7, None, True, 2],
        ["reports", None, False, None, None, False, 0],
    ]


def test_every_number_has_its_places_a_sum_those_of_its_periods(warehouse: Warehouse) -> None:
    found = queries.value_places(warehouse, plan_id=PLAN, viewed_on=VIEWED_ON)
    assert found[["series_id", "part", "source_id", "locator"]].values.tolist() == [
        ["level", "baseline", "census", "p. 2"],
        ["level", "latest", "survey", "p. 3"],
        ["level", "target", "doc", "p. 9"],
        ["cases", "latest", "survey", "p. 4"],
        ["cases", "latest", "survey", "p. 5"],
    ]


def test_a_value_after_the_viewed_day_has_no_place(warehouse: Warehouse) -> None:
    found = queries.value_places(warehouse, plan_id=PLAN, viewed_on=VIEWED_ON.replace(year=2019, month=1, day=2))
    assert found[["series_id", "part"]].values.tolist() == [["level", "baseline"], ["level", "target"]]


def test_gaps_name_the_bodies_of_the_nearest_node_and_no_partner(warehouse: Warehouse) -> None:
    found = queries.indicator_gaps(warehouse, plan_id=PLAN, viewed_on=VIEWED_ON)
    lacking = ["target_missing_count", "baseline_missing_count", "value_missing_count", "verdict_value_missing_count"]
    columns = ["indicator_id", *lacking, "responsible_en"]
    assert found[columns].astype(object).where(found[columns].notna(), None).values.tolist() == [
        # The deadline has passed and the last value before the break lies three years before it.
        ["level", 0, 0, 0, 1, "ministry; police"],
        ["cases", 1, 0, 0, 0, "army"],
        ["reports", 1, 1, 1, 0, None],
    ]
    before = queries.indicator_gaps(warehouse, plan_id=PLAN, viewed_on=VIEWED_ON.replace(year=2019, month=1, day=2))
    assert before.set_index("indicator_id").loc["level", "responsible_en"] == "ministry; police"


def test_breaks_members_and_documents_of_the_money(warehouse: Warehouse) -> None:
    breaks = queries.series_breaks(warehouse, plan_id=PLAN, viewed_on=VIEWED_ON)
    assert breaks[["series_id", "note_en", "source_id"]].values.tolist() == [["level", "new body", "doc"]]
    members = queries.committee_members(warehouse, plan_id=PLAN)
    assert members[["name_en", "seat_count"]].fillna(0).values.tolist() == [["army", 0], ["ministry", 4]]
    money = queries.money_sources(warehouse, plan_id=PLAN, viewed_on=VIEWED_ON)
    assert money.astype(object).where(money.notna(), None).values.tolist() == [["doc", "p. 40"], ["survey", "p. 1"]]
