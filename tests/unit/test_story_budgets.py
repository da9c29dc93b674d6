"""The sentences on money."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from nap_analytics.language import language
from nap_analytics.story import budget_depth as depth
from nap_analytics.story import budgets as story

EN, FR = language("en"), language("fr")


def totals(*amounts: float | None) -> pd.DataFrame:
    frame = pd.DataFrame({"short_name": list("ABC")[: len(amounts)], "amount": pd.Series(amounts, dtype="float64"), "currency_code": "XOF"})
    return frame.assign(ratio_to_previous=frame["amount"] / frame["amount"].shift(), base_year=2023)


def test_last_known_total_is_compared_with_the_one_before() -> None:
    assert story.totals_compared(totals(1_276e6, 9_386e6, None), per="plan", t=EN) == (
        "B asked for 7.4 times the money of A: XOF\xa09,386\xa0M against XOF\xa01,276\xa0M. No figure is published for C."
    )


def test_price_level_stands_beside_the_amounts() -> None:
    frame = totals(100e6, 200e6)
    prices = story.price_level(frame, t=EN)
    assert story.totals_compared(frame, per="head", prices=prices, t=EN) == (
        "Per head, B asked for 2 times the money of A: XOF\xa0200\xa0M against XOF\xa0100\xa0M (at 2023 prices)."
    )
    assert story.price_level(frame.assign(base_year=None), t=EN) == ""


@pytest.mark.parametrize(
    ("amounts", "sentence"),
    [
        ((None, None), "No figure is published for A and B."),
        ((5e6, None), "A asked for XOF\xa05\xa0M. No figure is published for B."),
    ],
)
def test_totals_where_little_is_known(amounts: tuple[float | None, ...], sentence: str) -> None:
    assert story.totals_compared(totals(*amounts), per="plan", t=EN) == sentence


def test_totals_in_french() -> None:
    assert story.totals_compared(totals(1_276e6, 9_386e6, None), per="year", t=FR) == (
        "Par an, le B prévoyait 7,4 fois le budget du A\u202f: 9\u202f386\xa0M\xa0FCFA contre 1\u202f276\xa0M\xa0FCFA. "
        "Aucun chiffre n’est publié pour le C."
    )


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
                "planned_xof": total,
                "not_placed_xof": 5e6 if state == "partly" else None,
                "line_without_amount_count": 3 if depth == "activity" and state == "partly" else 0,
                "explanation": "The plan prints no amount." if total is None else None,
            }
            for depth, state in found.items()
        ]
    )


ALL = pd.concat([depths("A", 1_276e6, pillar="known", activity="partly", year="partly"), depths("B", 9_386e6), depths("C", None)])


def test_depth_of_each_plan() -> None:
    assert depth.known_depth(ALL, t=EN) == (
        "A: XOF\xa01,276\xa0M, known by activity and year; B: XOF\xa09,386\xa0M, known as one total; C: no published figure."
    )
    assert depth.depth_reached(ALL, t=EN).startswith("The money of A is known deepest. Who pays is published for no plan.")
    assert depth.depth_reached(depths("C", None), t=EN) == "No money of any plan is known."


def test_gaps_name_what_would_fill_them() -> None:
    gaps = depth.gaps(ALL, t=EN)
    assert [gap.missing for gap in gaps["A"]] == [
        "By activity: 3 lines of the budget have no amount.",
        "By year: XOF\xa05\xa0M cannot be placed.",
        "By funder: nothing is published.",
    ]
    assert gaps["A"][1].needed == "The year of this amount, from the ministry"
    assert [gap.missing for gap in gaps["C"]] == ["Total: no published figure. The plan prints no amount."]
    assert len(gaps["B"]) == 4


def test_years_and_what_is_given_to_none() -> None:
    frame = pd.DataFrame(
        {
            "budget_year": [2012, 2013, None, None],
            "year_total": [589e6, 359e6, 5e6, 5e6],
            "plan_total": 953e6,
            "currency_code": "XOF",
        }
    )
    assert (
        story.years_spread(frame, t=EN)
        == "The XOF\xa0953\xa0M are spread over the years: 589 for 2012, 359 for 2013 and 5 given to no year."
    )


def test_pillar_with_most_and_with_least() -> None:
    frame = pd.DataFrame({"plan_name": "A", "name": ["x", "y", "z"], "amount": [3, 5, 2], "share_pct": [30, 50, 20]})
    assert story.pillar_shares(frame, t=EN) == "“y” holds 50% of the money of A, “z” 20%."


def test_concentration_counts_only_lines_with_an_amount() -> None:
    frame = pd.DataFrame({"amount": [6.0, 3.0, 1.0, None], "priced_count": 3, "running_pct": [60.0, 90.0, 100.0, None]})
    assert story.cost_concentration(frame, shown_count=2, t=EN) == "The 2 dearest of 3 activities with an amount take 90% of the money."
    assert story.cost_concentration(frame.iloc[3:], shown_count=2, t=EN) == "No activity of this plan has a published amount."


def around(*rows: tuple[Any, bool]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["part_of_funding_id", "is_preferred"])


def test_parts_and_other_figures_are_not_counted_as_money_beside_the_plan() -> None:
    frame = around((None, True), (None, False), ("whole", True))
    assert story.money_around(frame, plan_name="A", t=EN) == (
        "1 amount stands beside A and is no part of it; amounts are never added up. Another source gives 1 other figure."
    )


def test_faults_are_counted() -> None:
    frame = pd.DataFrame({"kind": ["line", "total"]})
    assert story.money_faults(frame, t=EN) == "In 2 places, a printed amount is not what its parts add up to."
    assert story.money_faults(frame.iloc[:0], t=EN) == "Every printed total is reached by its parts."


def test_plan_that_is_not_broken_down() -> None:
    frame = pd.DataFrame({"amount_xof": [9_386e6]})
    assert depth.no_division(frame, plan_name="B", t=EN).startswith("B: XOF\xa09,386\xa0M in one total. No source divides it")
    assert depth.no_division(frame.iloc[:0], plan_name="C", t=EN).startswith("C: no figure is published")
