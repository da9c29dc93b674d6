"""The plans' budgets in other money: the totals of the first plan worked by hand from the printed cells, rates and indices."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from nap_analytics import queries
from nap_analytics.findings import budget_shares, conversion
from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.language import language

EN, FR = language("en"), language("fr")
TODAY = date(2026, 11, 22)
MILLION = 1_000_000


def first_plan(real: Warehouse, **money: object) -> pd.Series:
    """The row of the plan of 2012."""
    frame = queries.budget_comparison(real, viewed_on=TODAY, **money)
    return frame.set_index("plan_id").loc["mli-2012"]


# The cells of the budget table: 589 million for 2012, 359 for 2013, 323 for 2014, 5 given to no year. Rates (World Bank): 510.55634,
# 493.89962, 493.75733 XOF per USD; prices (2010 = 100): 108.4361, 107.7782, 108.7307 and 126.9699 in 2023; 16,957,033 people in 2012.


def test_first_plan_in_euros(real: Warehouse) -> None:
    assert first_plan(real, currency_code="EUR")["amount"] == pytest.approx(1_276 * MILLION / 655.957)
    assert round(first_plan(real, currency_code="EUR")["amount"]) == 1_945_249


def test_first_plan_in_dollars_at_the_rate_of_each_year(real: Warehouse) -> None:
    # 594,000,000 / 510.55634 = 1,163,436.73; 359,000,000 / 493.89962 = 726,868.35; 323,000,000 / 493.75733 = 654,167.50
    assert first_plan(real, currency_code="USD")["amount"] == pytest.approx(1_163_436.73 + 726_868.35 + 654_167.50, abs=0.02)


def test_first_plan_per_head_and_per_year(real: Warehouse) -> None:
    assert first_plan(real, per="head")["amount"] == pytest.approx(75.249013, abs=1e-6)
    assert first_plan(real, over="year")["amount"] == pytest.approx(425_333_333.33, abs=0.01)
    assert first_plan(real, per="woman")["amount"] == pytest.approx(75.249013 / 0.498, abs=1e-5)


def test_first_plan_in_francs_of_2023(real: Warehouse) -> None:
    by_hand = (594 * 126.9699 / 108.4361 + 359 * 126.9699 / 107.7782 + 323 * 126.9699 / 108.7307) * MILLION
    assert first_plan(real, base_year=2023)["amount"] == pytest.approx(by_hand)
    assert round(by_hand) == 1_495_633_996


def test_constant_prices_of_2012_leave_the_money_of_2012_as_it_is(real: Warehouse) -> None:
    steps = queries.conversion_steps(real, viewed_on=TODAY, currency_code="XOF", base_year=2012)
    own = steps[(steps["plan_id"] == "mli-2012") & (steps["rate_year"] == 2012)]
    assert (own["amount"] == own["amount_xof"]).all()


def test_krona_goes_through_the_dollar(real: Warehouse) -> None:
    steps = queries.conversion_steps(real, viewed_on=TODAY, currency_code="SEK").set_index("plan_id")
    second = steps.loc["mli-2015"]
    assert second["rate_rule"] == "through_another"
    assert second["xof_per_through"] == pytest.approx(591.2117)
    assert second["amount"] == pytest.approx(9_386 * MILLION / (591.2117 / second["units_per_through"]))


def test_line_with_no_year_says_which_rate_it_used(real: Warehouse) -> None:
    frame = EN.localise(queries.conversion_steps(real, viewed_on=TODAY, currency_code="USD"))
    steps = conversion.steps(frame, t=EN)["NAP 2012-2014"]
    assert [step.money for step in steps if step.is_assumed] == ["no year, as 2012: XOF\xa05\xa0M"]
    assert [step.rate for step in steps if step.is_assumed] == ["÷ 510.556, average of 2012"]
    assert "PA.NUS.FCRF, geo mli, 2012" in steps[0].source


def test_steps_add_up_to_the_total(real: Warehouse) -> None:
    for money in ({"currency_code": "CHF"}, {"currency_code": "USD", "base_year": 2019}):
        steps = queries.conversion_steps(real, viewed_on=TODAY, **money)
        whole = queries.budget_comparison(real, viewed_on=TODAY, **money).set_index("plan_id")["total_amount"]
        for plan_id, amount in steps.groupby("plan_id")["amount"].sum().items():
            assert amount == pytest.approx(whole[plan_id])


def test_every_donors_currency_is_offered_and_no_other(real: Warehouse) -> None:
    choices = queries.money_choices(real, viewed_on=TODAY)
    assert choices.loc[choices["kind"] == "currency", "code"].tolist() == ["XOF", "EUR", "USD", "CAD", "CHF", "DKK", "NOK", "SEK"]


def test_division_names_its_divisor_and_its_source(real: Warehouse) -> None:
    frame = FR.localise(queries.budget_comparison(real, viewed_on=TODAY, per="head"))
    step = conversion.division(next(frame.itertuples()), per="head", over="plan", t=FR)
    assert "16\u202f957\u202f033" in step.rate
    assert step.outcome == "75,25\xa0FCFA"
    assert "Gapminder" in step.source


# Through the crosswalk.


def test_shares_of_every_reading_add_to_100(real: Warehouse) -> None:
    frame = queries.budget_by_theme(real, viewed_on=TODAY)
    sums = frame[frame["wps_pillar"].notna()].groupby(["plan_id", "reading"])["share_pct"].sum()
    assert len(sums) == 4
    assert sums.tolist() == pytest.approx([100] * 4)


def test_reading_moves_exactly_what_it_says(real: Warehouse) -> None:
    frame = queries.budget_by_theme(real, viewed_on=TODAY)
    moved = frame.set_index(["plan_id", "reading", "wps_pillar"]).sort_index()["moved_amount"] / MILLION
    # Axis 4 holds 500 million: 76 % of it are prevention by activity, all of it participation, or a quarter for each UN pillar.
    assert moved["mli-2012", "by_activity"].to_dict() == pytest.approx(
        {"participation": 0, "prevention": 380, "protection": 0, "relief_recovery": -380, "coordination": 0}
    )
    assert moved["mli-2012", "participation_first"].to_dict() == pytest.approx(
        {"participation": 500, "prevention": 0, "protection": 0, "relief_recovery": -500, "coordination": 0}
    )
    assert moved["mli-2012", "even_split"].to_dict() == pytest.approx(
        {"participation": 125, "prevention": 125, "protection": 125, "relief_recovery": -375, "coordination": 0}
    )


def test_sensitivity_is_the_most_that_any_reading_moves(real: Warehouse) -> None:
    moves = budget_shares.moved_by_reading(EN.localise(queries.budget_by_theme(real, viewed_on=TODAY)))
    assert dict(zip(moves["reading"], moves["moved_amount"] / MILLION, strict=True)) == pytest.approx(
        {"by_activity": 380, "even_split": 375, "participation_first": 500}
    )
    assert budget_shares.sensitivity(moves, t=EN) == (
        "The reading of the crosswalk moves up to 39.2% of the budget of NAP 2012-2014 from one theme to another: "
        "XOF\xa0500\xa0M under “Participation first”."
    )
