"""The sentences on money."""

from __future__ import annotations

from typing import Any

import pandas as pd

from nap_analytics.findings import budget_depth as depth
from nap_analytics.findings import budgets as findings
from nap_analytics.wording.language import language

EN, FR = language("en"), language("fr")


def depths(plan: str, total: float | None, **states: str) -> pd.DataFrame:
    found = {
        "total": "none" if total is None else "known",
        "pillar": "none",
        "activity": "none",
        "year": "none",
        "funder": "none",
        **states,
    }
    return pd.DataFrame(
        [
            {
                "plan_id": plan,
                "short_name": plan,
                "depth": depth,
                "known_state": state,
                "planned_amount": total,
                "currency_code": "XOF",
                "standing": "asked_of_partners" if plan == "B" else "document",
                "not_placed_amount": 5e6 if state == "partly" else None,
                "line_without_amount_count": 3 if depth == "activity" and state == "partly" else 0,
                "explanation": "The plan prints no amount." if total is None else None,
            }
            for depth, state in found.items()
        ]
    )


ALL = pd.concat([depths("A", 1_276e6, pillar="known", activity="partly", year="partly"), depths("B", 9_386e6), depths("C", None)])


def test_depth_of_each_plan() -> None:
    assert depth.known_depth(ALL, t=EN) == (
        "A: XOF\xa01,276\xa0M, known in part by activity and by year; B: XOF\xa09,386\xa0M (asked of partners), known as one total; "
        "C: the sources give no amount."
    )
    whole = depths("A", 1_276e6, activity="known", year="known")
    assert depth.known_depth(whole, t=EN) == "A: XOF\xa01,276\xa0M, known by activity and year."
    assert depth.depth_reached(ALL, t=EN).startswith(
        "The budget of A is known in the most detail. The sources do not say for any plan how much each funder pays."
    )
    assert depth.depth_reached(depths("C", None), t=EN) == "No plan’s budget is known."


def test_gaps_name_what_would_fill_them() -> None:
    gaps = depth.gaps(ALL, t=EN)
    assert [gap.missing for gap in gaps["A"]] == [
        "By activity: 3 lines of the budget have no amount.",
        "By year: XOF\xa05\xa0M cannot be allocated.",
        "By funder: the sources give no amount.",
    ]
    assert gaps["A"][1].needed == "The year of this amount, from the ministry"
    assert [gap.missing for gap in gaps["C"]] == ["Total: the sources give no amount. The plan prints no amount."]
    assert len(gaps["B"]) == 4


def test_years_and_what_is_given_to_none() -> None:
    frame = pd.DataFrame(
        {
            "budget_year": [2012, 2013, None, None],
            "year_total": [589e6, 359e6, 5e6, 5e6],
            "plan_total": 953e6,
            "currency_code": "XOF",
            "amount_state": "known",
            "standing": "document",
        }
    )
    assert (
        findings.years_spread(frame, t=EN)
        == "The XOF\xa0953\xa0M are spread over the years: 589 for 2012, 359 for 2013 and 5 not allocated to a year."
    )


def test_year_that_cannot_be_told_names_what_is_missing() -> None:
    frame = pd.DataFrame(
        {
            "budget_year": [2024, 2025, 2026],
            "year_total": [2e9, None, None],
            "plan_total": None,
            "currency_code": "XOF",
            "amount_state": ["known", "not_convertible", "not_convertible"],
            "lacking_index_years": [None, "2025", "2026"],
            "lacking_rates": None,
            "standing": "document",
        }
    )
    assert findings.years_spread(frame, t=EN) == (
        "Years that can be converted: 2,000 for 2024. The others: not convertible (missing: price index of 2025) and "
        "not convertible (missing: price index of 2026)."
    )


def test_pillar_with_most_and_with_least() -> None:
    frame = pd.DataFrame({"plan_name": "A", "name": ["x", "y", "z"], "amount": [3, 5, 2], "share_pct": [30, 50, 20]})
    assert findings.pillar_shares(frame, t=EN) == "“y” accounts for 50% of the budget of A, “z” for 20%."
    assert findings.pillar_shares(frame.iloc[:1], t=EN) == "“x” accounts for the whole budget of A."


def test_concentration_counts_only_lines_with_an_amount() -> None:
    frame = pd.DataFrame(
        {
            "amount": [6.0, 3.0, 1.0, None],
            "priced_count": 3,
            "running_pct": [60.0, 90.0, 100.0, None],
            "amount_state": [*["known"] * 3, "none"],
        }
    )
    assert (
        findings.cost_concentration(frame, shown_count=2, t=EN)
        == "The 2 costliest of the 3 activities with an amount account for 90% of the budget."
    )
    assert findings.cost_concentration(frame.iloc[3:], shown_count=2, t=EN) == "No activity of this plan has an amount in the sources."


def around(*rows: tuple[Any, bool]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["part_of_funding_id", "is_preferred"])


def test_parts_and_other_figures_are_not_counted_as_money_beside_the_plan() -> None:
    frame = around((None, True), (None, False), ("whole", True))
    assert findings.money_around(frame, plan_name="A", t=EN) == (
        "1 amount is shown beside A and is no part of it; amounts are never added up. Another source gives 1 other figure."
    )


def test_faults_are_counted() -> None:
    frame = pd.DataFrame({"kind": ["line", "total", "total"], "origin": ["document", "document", "other_source"]})
    told = "In 2 places of the plans, a printed amount is not what its parts add up to."
    assert findings.money_faults(frame.head(2), t=EN) == told
    assert findings.money_faults(frame, t=EN) == f"{told} Another source has 1 such place."
    assert findings.money_faults(frame.head(0), t=EN) == "Every total that the plans print equals the sum of its parts."


def test_plan_that_is_not_broken_down() -> None:
    frame = pd.DataFrame(
        {"amount_own": [9_386e6], "own_currency_code": "XOF", "standing": "press", "pillar_word": None, "pillar_words": None}
    )
    assert depth.no_division(frame, plan_name="B", t=EN).startswith("B: XOF\xa09,386\xa0M (press) in one total. No source breaks it down")
    assert depth.no_division(frame.iloc[:0], plan_name="C", t=EN).startswith("C: the sources give no amount")
