"""The totals of the plans in sentences: like with like, what each total rests on, and what is missing where one cannot be told."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from nap_analytics.findings import budget_totals as findings
from nap_analytics.wording.language import language
from nap_analytics.wording.money import amount_text, gap_words, missing_words

EN, FR = language("en"), language("fr")


def totals(*amounts: float | None, years: tuple[int, ...] = (3, 3, 5), **cells: Any) -> pd.DataFrame:
    """One plan for each amount, oldest first; None: the sources hold none."""
    count = len(amounts)
    frame = pd.DataFrame({"short_name": list("ABC")[:count], "amount": pd.Series(amounts, dtype="float64"), "currency_code": "XOF"})
    frame = frame.assign(
        ratio_to_previous=frame["amount"] / frame["amount"].shift(),
        base_year=2023,
        year_count=years[:count],
        amount_state=["none" if amount is None else "known" for amount in amounts],
        standing="document",
    )
    return frame.assign(**cells)


def told(frame: pd.DataFrame, *, per: str = "total", over: str = "year", prices: str = "", t: Any = EN) -> str:
    return findings.totals_compared(frame, per=per, over=over, prices=prices, t=t)


def test_last_known_total_is_compared_with_the_one_before() -> None:
    assert told(totals(1_276e6, 9_386e6, None), over="plan") == (
        "B asked for 7.4 times as much as A in total: XOF\xa09,386\xa0M against XOF\xa01,276\xa0M. The sources give no amount for C."
    )


def test_total_that_is_not_the_plans_own_says_on_what_it_rests() -> None:
    frame = totals(1_276e6, 9_386e6, standing=["document", "asked_of_partners"])
    assert "XOF\xa09,386\xa0M (asked of partners) against XOF\xa01,276\xa0M" in told(frame)
    assert "9\u202f386\xa0M\xa0FCFA (demandé aux partenaires) contre 1\u202f276\xa0M\xa0FCFA" in told(frame, t=FR)


def test_whole_plans_of_unlike_length_say_their_lengths() -> None:
    frame = totals(1_276e6, 9_386e6, 10_500e6)
    assert told(frame, over="plan") == (
        "C asked for 11.9% more than B in total: XOF\xa010,500\xa0M for 5 years against XOF\xa09,386\xa0M for 3 years."
    )
    assert "pour 5 ans contre 9\u202f386\xa0M\xa0FCFA pour 3 ans" in told(frame, over="plan", t=FR)


def test_longer_plan_that_asks_for_less_a_year_is_told_as_less() -> None:
    frame = totals(425e6, 3_129e6, 2_100e6)
    assert told(frame, prices=findings.price_level(frame, t=EN)) == (
        "C asked for 32.9% less than B per year, at 2023 prices: XOF\xa02,100\xa0M against XOF\xa03,129\xa0M."
    )


def test_about_as_much_is_neither_more_nor_less() -> None:
    assert told(totals(100e6, 100.2e6)).startswith("B asked for about as much as A per year")


def test_price_level_stands_beside_what_is_counted() -> None:
    frame = totals(100e6, 200e6)
    assert told(frame, per="head", prices=findings.price_level(frame, t=EN)) == (
        "B asked for 2 times as much as A per head and year, at 2023 prices: XOF\xa0200\xa0M against XOF\xa0100\xa0M."
    )
    assert findings.price_level(frame.assign(base_year=None), t=EN) == ""


@pytest.mark.parametrize(
    ("amounts", "sentence"),
    [
        ((None, None), "The sources give no amount for A and B."),
        ((5e6, None), "A asked for XOF\xa05\xa0M per year. The sources give no amount for B."),
    ],
)
def test_totals_where_little_is_known(amounts: tuple[float | None, ...], sentence: str) -> None:
    assert told(totals(*amounts)) == sentence


def test_total_that_cannot_be_converted_is_not_called_absent() -> None:
    frame = totals(
        100e6, 200e6, None, amount_state=["known", "known", "not_convertible"], lacking_index_years=[None, None, "2025, 2026, 2027"]
    )
    assert told(frame).endswith("C: not convertible (missing: price index of 2025 to 2027).")
    assert told(frame, t=FR).endswith("C\xa0: non convertible (manque\xa0: indice des prix de 2025 à 2027).")


def test_totals_in_french() -> None:
    assert told(totals(1_276e6, 9_386e6, None), t=FR) == (
        "Le B demandait 7,4 fois le montant du A par an\xa0: 9\u202f386\xa0M\xa0FCFA contre 1\u202f276\xa0M\xa0FCFA. "
        "Aucun montant dans les sources\xa0: C."
    )


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ((None, None), ("total", "year")),
        (("head", None), ("head", "year")),
        (("woman", "plan"), ("woman", "plan")),
        (("plan", None), ("total", "plan")),
        (("year", None), ("total", "year")),
        (("nonsense", "nonsense"), ("total", "year")),
    ],
)
def test_what_is_counted_over_what_time(said: tuple[str | None, str | None], meant: tuple[str, str]) -> None:
    assert findings.counted(*said) == meant


def test_extension_of_a_plan_is_said_where_its_money_is_counted_by_years() -> None:
    frame = totals(1e6, 2e6).assign(start_year=[2012, 2015], end_year=[2014, 2017], extended_to_year=[None, 2018])
    assert findings.extension_notes(frame, t=EN) == [
        "B ran on to 2018; its budget is counted over the years of the plan as adopted, 2015 to 2017."
    ]


def row(**cells: Any) -> pd.Series:
    return pd.Series({"amount": None, "currency_code": "XOF", "amount_state": "not_convertible", **cells})


def test_everything_that_is_lacking_is_named() -> None:
    lacked = row(lacking_index_years="2020, 2025, 2026", lacking_rates="USD 2025, USD 2026, EUR 2020", lacking_population_year=2024)
    assert (
        missing_words(EN, lacked)
        == "price index of 2020 and 2025 to 2026, rate of EUR of 2020, rate of USD of 2025 to 2026 and population of 2024"
    )
    assert gap_words(EN, row()) == "not convertible"


def test_three_states_of_an_amount() -> None:
    assert amount_text(EN, row(amount=5e6, amount_state="known", standing="press")) == "XOF\xa05\xa0M (press)"
    assert amount_text(EN, row(amount=5e6, amount_state="known", standing="document")) == "XOF\xa05\xa0M"
    assert amount_text(EN, row(lacking_rates="USD 2025")) == "not convertible (missing: rate of USD of 2025)"
    assert amount_text(EN, row(amount_state="none")) == "no amount in the sources"


def population(change: float) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "short_name": "NAP 2019-2023",
                "population_year": 2018,
                "used_count": 20_442_030,
                "printed_count": 19_400_000,
                "used_source_title": "World series",
                "per_head_change_pct": change,
            }
        ]
    )


def test_a_population_that_the_plan_prints_otherwise_is_told_with_what_it_does_to_an_amount_per_head() -> None:
    (note,) = findings.population_notes(population(5.37), t=EN)
    assert note == (
        "Population of 2018: 20.4 million in the series used here (World series), 19.4 million in NAP 2019-2023. "
        "With the plan’s figure, an amount per head of that year would be 5.4% higher."
    )
    (other,) = findings.population_notes(population(-5.37), t=EN)
    assert other.endswith("would be 5.4% lower.")


def test_a_scene_tells_the_two_populations_in_a_few_words() -> None:
    assert findings.population_caveat(population(5.37), t=EN) == "population of 2018: 20.4 million here, 19.4 million in NAP 2019-2023"
    assert findings.population_caveat(population(1).head(0), t=EN) == ""
