"""Values and their days as a reader writes them."""

from __future__ import annotations

import pandas as pd
import pytest

from nap_analytics.wording.language import language
from nap_analytics.wording.values import dated_value, written_change, written_day, written_period, written_value

EN, FR = language("en"), language("fr")


@pytest.mark.parametrize(
    ("value", "value_kind", "unit", "english", "french"),
    [
        (27.8912, "percent", "percent", "27.9%", "27,9\u202f%"),
        (9.0, "count", "women", "9 women", "9 women"),
        (35026.0, "count", "cases", "35,026 cases", "35\u202f026 cases"),
        (0.898, "ratio", "ratio", "0.898", "0,898"),
        (300.0, "ratio", "deaths per 100,000", "300 deaths per 100,000", "300 deaths per 100,000"),
        (2.5, "index", "points", "2.5 points", "2,5 points"),
        (12.5, "count", "women", "12.5 women", "12,5 women"),
        (-4.7, "rate_of_change", "percent", "−4.7%", "−4,7\u202f%"),
        (112.4, "gross_rate", "percent", "112.4%", "112,4\u202f%"),
        (1.0, "yes_no", "yes/no", "yes", "oui"),
        (None, "count", "women", "not reported", "non communiqué"),
    ],
)
def test_a_value_is_written_as_its_kind(value: float | None, value_kind: str, unit: str, english: str, french: str) -> None:
    assert written_value(EN, value, value_kind=value_kind, unit=unit) == english
    assert written_value(FR, value, value_kind=value_kind, unit=unit) == french


def test_a_unit_that_only_says_ratio_or_index_is_not_told() -> None:
    assert written_value(EN, 0.89806, value_kind="index", unit="index") == "0.898"
    assert written_value(FR, 0.89806, value_kind="index", unit="indice") == "0,898"


def test_a_change_of_a_share_is_in_points_with_its_sign() -> None:
    assert written_change(EN, 3.36, value_kind="percent") == "+3.4 points"
    assert written_change(FR, -4.7, value_kind="percent") == "−4,7 points"
    assert written_change(EN, -2.0, value_kind="count", unit="women") == "−2 women"
    assert written_change(FR, -8.25, value_kind="rate_of_change") == "−8,3 points"


def test_a_change_of_a_ratio_bears_its_unit_and_no_more_decimals_than_it_has() -> None:
    assert written_change(EN, -25.0, value_kind="ratio", unit="deaths per 100,000") == "−25 deaths per 100,000"
    assert written_change(EN, 0.0123, value_kind="index", unit="index") == "+0.012"
    assert written_change(EN, 0.0, value_kind="ratio") == "0"


def test_a_31_december_stands_for_its_year() -> None:
    assert written_day(EN, pd.Timestamp("2020-12-31")) == "2020"
    assert written_day(FR, pd.Timestamp("2021-06-11")) == "juin 2021"
    assert dated_value(EN, 30, pd.Timestamp("2023-12-31"), value_kind="percent") == "30% (2023)"
    assert dated_value(EN, None, None, value_kind="percent") == "not reported"


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2020-01-01", "2020-12-31", "2020"),
        ("2012-01-01", "2014-12-31", "2012 to 2014"),
        ("2018-09-09", "2018-09-09", "9 September 2018"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-01-01", "2024-05-31", "January 2024 – May 2024"),
        ("2021-07-13", "2021-08-05", "13 July 2021 – 5 August 2021"),
    ],
)
def test_a_period_is_told_as_shortly_as_it_can_be(start: str, end: str, written: str) -> None:
    assert written_period(EN, pd.Timestamp(start), pd.Timestamp(end)) == written


def test_points_take_the_number_of_their_language() -> None:
    english = [written_change(EN, points, value_kind="percent") for points in (0, 0.5, 1, 1.5, 2)]
    french = [written_change(FR, points, value_kind="percent") for points in (0, 0.5, 1, 1.5, 2)]
    assert english == ["0 points", "+0.5 points", "+1 point", "+1.5 points", "+2 points"]
    assert french == ["0 point", "+0,5 point", "+1 point", "+1,5 point", "+2 points"]
