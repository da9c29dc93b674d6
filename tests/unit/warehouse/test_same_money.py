"""The same money reported by its funder and by its implementer is one amount (docs/methods/stages.md)."""

from __future__ import annotations

from typing import Any

import pytest

from nap_analytics import queries
from nap_analytics.findings.budget_stages import doubtful_note
from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.language import language
from tests.tiny import VIEWED_ON, Row, Tables, of_plan, rows_seen, tiny_warehouse, together

ORGANISATIONS: list[Row] = [
    {"organisation_id": "donor", "kind": "donor"},
    {"organisation_id": "fund", "kind": "united_nations"},
    {"organisation_id": "ngo", "kind": "civil_society"},
]


def report(line_id: str, by: str, amount: float, **cells: Any) -> Row:
    """A line that the donor pays and the organisation carries out."""
    usual = {"pillar_code": "1", "budget_year": 2020, "stage": "spent", "funder": "donor", "implementer": "ngo"}
    return {**usual, "line_id": line_id, "reported_by": by, "amount": amount, **cells}


def decision(first: str, second: str, *, is_same: bool, day: str = "2021-01-01") -> Row:
    """A pair that somebody settled."""
    reason = {"reason_en": "as agreed", "reason_fr": "selon l’accord"}
    return {"first_line_id": first, "second_line_id": second, "is_same_money": is_same, "decided_on": day, **reason}


CASES: dict[str, list[Row]] = {
    "equal": [report("a1", "donor", 100), report("a2", "ngo", 100)],
    "within-half-a-percent": [report("b1", "donor", 1000), report("b2", "ngo", 996)],
    "doubtful": [report("c1", "donor", 1000), report("c2", "ngo", 960)],
    "next-year": [report("d1", "donor", 100), report("d2", "ngo", 100, budget_year=2021)],
    "far-apart": [report("e1", "donor", 1000), report("e2", "ngo", 900)],
    "settled-same": [report("f1", "donor", 1000), report("f2", "ngo", 900)],
    "settled-different": [report("g1", "donor", 100), report("g2", "ngo", 100)],
    "two-of-each": [report("h1", "donor", 100), report("h2", "donor", 100), report("h3", "ngo", 100), report("h4", "ngo", 100)],
    "one-reporter": [report("i1", "donor", 100), report("i2", "donor", 100)],
    "another-funder": [report("j1", "donor", 100), report("j2", "ngo", 100, funder="fund")],
    "another-stage": [report("k1", "donor", 100, stage="disbursed"), report("k2", "ngo", 100)],
    "disbursed": [report("l1", "donor", 100, stage="disbursed"), report("l2", "ngo", 100, stage="disbursed")],
    "another-currency": [report("m1", "donor", 1000, currency_code="EUR"), report("m2", "ngo", 655_000)],
}

TABLES: Tables = together(
    {
        "organisation": ORGANISATIONS,
        "same_money": [
            decision("f1", "f2", is_same=True),
            decision("g2", "g1", is_same=True, day="2020-06-01"),
            decision("g1", "g2", is_same=False),
        ],
    },
    *(of_plan(name, {"budget_line": lines}) for name, lines in CASES.items()),
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """A plan for each case."""
    return tiny_warehouse(tmp_path_factory.mktemp("same"), TABLES)


@pytest.mark.parametrize(
    ("plan_id", "verdicts", "spent"),
    [
        ("equal", {("a1", "a2"): ("recognised", "a2")}, 100),
        ("within-half-a-percent", {("b1", "b2"): ("recognised", "b2")}, 996),
        ("doubtful", {("c1", "c2"): ("doubtful", None)}, 1960),
        ("next-year", {("d1", "d2"): ("doubtful", None)}, 200),
        ("far-apart", {}, 1900),
        ("settled-same", {("f1", "f2"): ("settled_same", "f2")}, 900),
        ("settled-different", {("g1", "g2"): ("settled_different", None)}, 200),
        ("two-of-each", {("h1", "h3"): ("recognised", "h3"), ("h2", "h4"): ("recognised", "h4")}, 200),
        ("one-reporter", {}, 200),
        ("another-funder", {}, 200),
        ("another-stage", {}, 100),
        ("another-currency", {("m1", "m2"): ("recognised", "m2")}, 655_000),
    ],
)
def test_pair_is_judged_and_counted(
    warehouse: Warehouse, plan_id: str, verdicts: dict[tuple[str, str], tuple[str, str | None]], spent: float
) -> None:
    statement = (
        "SELECT first_line_id, second_line_id, verdict, counted_line_id FROM budget_report_pair($viewed_on) WHERE plan_id = $plan_id"
    )
    pairs = rows_seen(warehouse, statement, viewed_on=VIEWED_ON, plan_id=plan_id)
    assert {(first, second): (verdict, counted) for first, second, verdict, counted in pairs} == verdicts
    stages = queries.budget_stages(warehouse, viewed_on=VIEWED_ON).set_index("plan_id")
    whole = stages[stages["pillar_code"].isna()].loc[plan_id]
    assert whole["spent_amount"] == pytest.approx(spent)


def test_of_money_disbursed_the_funders_report_counts(warehouse: Warehouse) -> None:
    pairs = queries.report_pairs(warehouse, plan_id="disbursed", viewed_on=VIEWED_ON)
    assert pairs["counted_line_id"].tolist() == ["l1"]


def test_decision_holds_from_its_day(warehouse: Warehouse) -> None:
    before = warehouse.rows(
        "SELECT verdict FROM budget_report_pair(DATE '2020-12-31') WHERE plan_id = 'settled-different'",
    )[1]
    assert before == [("settled_same",)]


def test_what_is_counted_is_the_same_in_every_view(warehouse: Warehouse) -> None:
    by_year = warehouse.rows(
        "SELECT SUM(amount_xof) FROM budget_by_pillar_year($viewed_on) WHERE plan_id = 'equal' AND stage = 'spent'",
        {"viewed_on": VIEWED_ON},
    )[1]
    flows = queries.budget_flows(warehouse, plan_id="equal", viewed_on=VIEWED_ON)
    assert by_year == [(100,)]
    assert flows["amount"].tolist() == [100]


def test_money_stands_once_at_its_last_stage(warehouse: Warehouse) -> None:
    # 100 disbursed by the donor and 100 spent by the association are the same 100, now spent.
    reach = queries.budget_reach(warehouse, plan_id="another-stage", viewed_on=VIEWED_ON)
    assert reach[["stage", "amount"]].to_numpy().tolist() == [["spent", 100.0]]
    disbursed = queries.budget_reach(warehouse, plan_id="disbursed", viewed_on=VIEWED_ON)
    assert disbursed[["stage", "amount"]].to_numpy().tolist() == [["disbursed", 100.0]]


def test_doubtful_money_is_said_to_be_counted_twice_perhaps(warehouse: Warehouse) -> None:
    pairs = queries.report_pairs(warehouse, plan_id="doubtful", viewed_on=VIEWED_ON)
    assert doubtful_note(pairs, t=language("en")) == "Up to XOF\xa0960 may be counted twice: see “Reported twice”."
    assert doubtful_note(pairs.iloc[:0], t=language("en")) == ""
