"""Findings about one indicator, and its figure explained with the numbers put in."""

from __future__ import annotations

import pandas as pd
import pytest

from nap_analytics.language import language
from nap_analytics.story import indicators as story

EN, FR = language("en"), language("fr")
NOTHING = float("nan")


def series(**cells: object) -> pd.Series:
    """Women in parliament, 9.5 % (2017) to 27.9 % (2020) on the way to 30 % (2023), with other cells where given."""
    usual = {
        "name": "Parliament",
        "value_kind": "percent",
        "unit": "percent",
        "accumulation": "latest",
        "baseline_value": 9.5,
        "baseline_date": pd.Timestamp("2017-12-31"),
        "latest_value": 27.8912,
        "period_end": pd.Timestamp("2020-12-31"),
        "target_value": 30.0,
        "target_date": pd.Timestamp("2023-12-31"),
        "progress_pct": 89.7,
        "expected_pct": 50.0,
        "pace": 1.793,
        "status": "on_track",
        "not_assessed_reason": None,
        "is_to_hold": False,
        "deadline_has_passed": False,
        "achieved_per_year": 6.13,
        "required_per_year": 0.7,
        "projected_value": 46.27,
        "value_count": 36,
    }
    return pd.Series(usual | cells)


MISSING = {"status": "not_assessed", "not_assessed_reason": "no_target", "target_value": NOTHING, "target_date": pd.NaT}


@pytest.mark.parametrize(
    ("cells", "english"),
    [
        ({}, "Parliament: 27.9% (2020), against 9.5% (2017) at the baseline and a target of 30% (2023). On track."),
        (MISSING, "Parliament: 27.9% (2020). Not assessed: no target set."),
        (
            MISSING | {"accumulation": "sum", "value_kind": "count", "unit": "cases", "latest_value": 35026.0},
            "Parliament: 35,026 cases (added up to 2020), from the start of the plan. Not assessed: no target set.",
        ),
        (
            MISSING | {"latest_value": NOTHING, "value_count": 2},
            "Parliament: 2 values outside the time that counts. Not assessed: no target set.",
        ),
        (MISSING | {"latest_value": NOTHING, "value_count": 0}, "Parliament: no value reported. Not assessed: no target set."),
    ],
)
def test_an_indicator_is_told_as_far_as_it_is_known(cells: dict, english: str) -> None:
    assert story.indicator_finding(series(**cells), t=EN) == english


def test_a_finding_reads_as_french() -> None:
    told = story.indicator_finding(series(), t=FR)
    assert told.startswith(
        "Parliament\u202f: 27,9\u202f% (2020), pour une référence de 9,5\u202f% (2017) et une cible de 30\u202f% (2023)."
    )


def test_the_number_is_explained_with_its_numbers() -> None:
    told = story.explanation(series(), t=EN)
    assert told[0] == ("Part of the way", "(latest − baseline) ÷ (target − baseline) = (27.9 − 9.5) ÷ (30 − 9.5)", "89.7%")
    assert told[1][2] == "50%"
    assert told[2] == ("Pace", "89.7% ÷ 50%", "1.79")
    assert told[3] == ("Status", "a pace of 0.95 or more", "On track")


def test_a_level_to_hold_is_explained_by_its_own_rule() -> None:
    told = story.explanation(
        series(is_to_hold=True, baseline_value=34.4, latest_value=21.4, status="deterioration", progress_pct=71.4), t=EN
    )
    assert [name for name, *_ in told] == ["Part of the target", "Status"]
    assert "1 − |30 − 21.4| ÷ 30" in told[0][1]
    assert told[1][1:] == ("a level to hold was lost", "Deterioration")


def test_a_pace_is_given_only_while_there_is_time_left() -> None:
    assert story.pace_note(series(), t=EN) == ""
    assert story.pace_note(series(deadline_has_passed=True), t=EN).startswith("The deadline of 31 December 2023 has passed")
    assert story.pace_note(series(**MISSING), t=EN) == "No pace can be computed: no target set."
    assert story.pace_finding(series(), t=EN) == "At the present pace the value would be 46.3% on 31 December 2023, against a target of 30%"


def test_what_must_be_supplied_is_listed() -> None:
    empty = series(baseline_value=NOTHING, latest_value=NOTHING, **MISSING)
    assert story.needed(empty, t=EN) == (
        "To assess it, supply: a baseline with its date, a target with the day it is due, "
        "a value measured during the plan, each with its source."
    )
    assert story.needed(series(), t=EN) == ""


def test_values_are_told_with_their_break_and_their_disagreement() -> None:
    values = pd.DataFrame(
        {
            "value": [9.0, 28.0, 29.0],
            "period_end": pd.to_datetime(["2019-12-31", "2020-12-31", "2020-12-31"]),
            "is_preferred": [True, True, False],
            "is_series_break": [False, True, False],
        }
    )
    told = story.values_finding(values, series=series(), t=EN)
    assert told == "From 9% (2019) to 28% (2020), with a break in between; 1 more value disagrees or covers another span"
    assert story.values_finding(values.head(1), series=series(), t=EN) == "One value: 9% (2019)"
    assert story.values_finding(values.tail(1), series=series(), t=EN) == "1 value, none preferred over the others"


def test_series_side_by_side_tell_how_many_reached_their_target() -> None:
    frame = pd.DataFrame([series(), series(status="achieved"), series(**MISSING)])
    assert story.dumbbells_finding(frame, t=EN) == "1 of 2 assessed series have reached their target"
    assert story.dumbbells_finding(frame.tail(1), t=EN) == "1 series side by side, none of which can be assessed"
