"""Findings about one indicator, and its figure explained with the numbers put in."""

from __future__ import annotations

import pandas as pd
import pytest

from nap_analytics.findings import indicators as findings
from nap_analytics.wording.language import language

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
        "baseline_start": pd.Timestamp("2017-12-31"),
        "baseline_date": pd.Timestamp("2017-12-31"),
        "latest_value": 27.8912,
        "period_start": pd.Timestamp("2020-01-01"),
        "period_end": pd.Timestamp("2020-12-31"),
        "target_value": 30.0,
        "target_date": pd.Timestamp("2023-12-31"),
        "progress_pct": 89.7,
        "expected_pct": 50.0,
        "pace": 1.793,
        "status": "on_track",
        "status_date": pd.Timestamp("2020-12-31"),
        "not_assessed_reason": None,
        "absence_reason": None,
        "sum_fault_start": pd.NaT,
        "sum_fault_end": pd.NaT,
        "evidence": "exact",
        "is_measured": True,
        "meets_target": False,
        "verdict_value": NOTHING,
        "verdict_start": pd.NaT,
        "verdict_date": pd.NaT,
        "held_value": 27.8912,
        "held_start": pd.Timestamp("2020-01-01"),
        "held_date": pd.Timestamp("2020-12-31"),
        "movement": "improved",
        "movement_reason": None,
        "from_value": 9.5,
        "from_start": pd.Timestamp("2017-12-31"),
        "from_date": pd.Timestamp("2017-12-31"),
        "to_value": 27.8912,
        "to_start": pd.Timestamp("2020-01-01"),
        "to_date": pd.Timestamp("2020-12-31"),
        "wanted_rate_pct": 43.19,
        "points_per_year": 6.13,
        "is_to_hold": False,
        "deadline_has_passed": False,
        "only_floor_when_due": False,
        "summed_from": pd.NaT,
        "break_date": pd.NaT,
        "achieved_per_year": 6.13,
        "required_per_year": 0.7,
        "projected_value": 46.27,
        "value_count": 36,
    }
    return pd.Series(usual | cells)


UNKNOWN = {"movement": "unknown", "movement_reason": "no_value", "wanted_rate_pct": NOTHING, "points_per_year": NOTHING}
NO_PROGRESS = {"status": "not_assessed", "status_date": pd.NaT, "progress_pct": NOTHING, "expected_pct": NOTHING}
MISSING = NO_PROGRESS | {"not_assessed_reason": "no_target", "target_value": NOTHING, "target_date": pd.NaT}
ADDED_UP = {
    "accumulation": "sum",
    "value_kind": "count",
    "unit": "cases",
    "latest_value": 35026.0,
    "summed_from": pd.Timestamp("2019-01-01"),
}
SILENT = {"latest_value": NOTHING, "period_start": pd.NaT, "period_end": pd.NaT, "is_measured": False, "absence_reason": "no_value"}
PAST = {"deadline_has_passed": True, "status": "not_verified", "status_date": pd.NaT}
MISSED = {
    "status": "missed",
    "verdict_value": 21.4,
    "verdict_start": pd.Timestamp("2024-03-01"),
    "verdict_date": pd.Timestamp("2024-03-31"),
    "status_date": pd.Timestamp("2024-03-31"),
}
LOST = {"is_to_hold": True, "baseline_value": 34.4, "latest_value": 21.4, "progress_pct": 0.0}
THIRD_QUARTER = {"sum_fault_start": pd.Timestamp("2019-07-01"), "sum_fault_end": pd.Timestamp("2019-09-30")}


@pytest.mark.parametrize(
    ("cells", "english"),
    [
        (
            {},
            "Parliament: 27.9% (2020), against 9.5% (2017) at the baseline and a target of 30% (2023). "
            "On track: progress of 90%, with 50% expected by then.",
        ),
        (
            PAST,
            "Parliament: the target of 30% (2023) is past its date and could not be verified: no value at the deadline. "
            "Last value counted in progress, 2020: progress of 90%, with 50% expected by then.",
        ),
        (
            PAST | MISSED | LOST,
            "Parliament: the target of 30% (2023) was missed: 21.4% (March 2024). "
            "Last value counted in progress, 2020: 8.6 points below the level to hold (30%).",
        ),
        (
            MISSING,
            "Parliament: 27.9% (2020). Not assessed: no target set. "
            "Direction of travel: improved – from 9.5% (2017) to 27.9% (2020), +6.1 points a year.",
        ),
        (
            MISSING | UNKNOWN | ADDED_UP,
            "Parliament: 35,026 cases (added up, 2019 to 2020). Not assessed: no target set.",
        ),
        (
            NO_PROGRESS | UNKNOWN | SILENT | THIRD_QUARTER | {"not_assessed_reason": "gap", "absence_reason": "gap"},
            "Parliament: July 2019 – September 2019 is missing, so nothing is added up. "
            "Not assessed: July 2019 – September 2019 is missing, so nothing is added up.",
        ),
        (
            MISSING | UNKNOWN | SILENT | {"value_count": 2},
            "Parliament: 2 values outside the time that counts. Not assessed: no target set.",
        ),
        (MISSING | UNKNOWN | SILENT | {"value_count": 0}, "Parliament: no value reported. Not assessed: no target set."),
        (
            NO_PROGRESS | {"evidence": "near", "movement": "not_judged", "movement_reason": "reads_reporting"},
            "Parliament: 27.9% (2020). A near measure: it lies close to the indicator and is not counted in progress. "
            "Direction of travel: not judged – reported cases: a rise can mean better reporting.",
        ),
    ],
)
def test_an_indicator_is_told_as_far_as_it_is_known(cells: dict, english: str) -> None:
    assert findings.indicator_finding(series(**cells), t=EN) == english


def test_a_finding_reads_as_french() -> None:
    assert findings.indicator_finding(series(**PAST), t=FR) == (
        "Parliament\u00a0: l’échéance de la cible de 30\u202f% (2023) est passée, et la cible n’a pas pu être vérifiée\u00a0: "
        "aucune valeur à l’échéance. "
        "Dernière valeur retenue pour l’avancement, 2020\u00a0: avancement de 90\u202f%, pour 50\u202f% attendus à cette date."
    )


def test_the_number_is_explained_with_its_numbers() -> None:
    told = findings.explanation(series(), t=EN)
    assert told[0] == ("Progress", "(latest − baseline) ÷ (target − baseline) = (27.89 − 9.5) ÷ (30 − 9.5)", "89.7%")
    assert told[1][2] == "50%"
    assert told[2] == ("Pace", "89.7% ÷ 50%", "1.79")
    assert told[3] == ("Status", "a pace of 0.95 or more", "On track (2020)")
    assert told[4] == (
        "Direction of travel",
        "from 9.5% (2017) to 27.9% (2020): +43.2% a year, a plus sign being the desired direction",
        "improved",
    )


def test_after_the_deadline_the_verdict_is_explained_and_no_pace() -> None:
    told = findings.explanation(series(**PAST, **UNKNOWN), t=EN)
    assert [name for name, *_ in told] == ["Progress", "Expected by then", "Conclusion"]
    assert told[2] == (
        "Conclusion",
        "needed, with the same definition, and missing: a value of the 12 months before 31 December 2023 to the 6 months after it",
        "Not verified",
    )


def test_a_level_to_hold_is_explained_by_its_own_rule() -> None:
    told = findings.explanation(series(status="deterioration", **LOST, **UNKNOWN), t=EN)
    assert told == [
        ("Progress", "the baseline 34.4 already met the target 30, and 21.4 no longer does: the level is lost", "0%"),
        ("Level to hold", "8.6 points below the level to hold (30%)", ""),
    ]


def test_a_pace_is_given_only_while_there_is_time_left() -> None:
    assert findings.pace_note(series(), t=EN) == ""
    assert findings.pace_note(series(deadline_has_passed=True), t=EN).startswith("The target date of 31 December 2023 has passed")
    assert findings.pace_note(series(**MISSING), t=EN) == "No pace can be computed: no target set."
    assert (
        findings.pace_finding(series(), t=EN) == "At the present pace the value would be 46.3% on 31 December 2023, against a target of 30%"
    )


def test_what_must_be_supplied_is_listed() -> None:
    empty = series(baseline_value=NOTHING, **MISSING, **SILENT)
    assert findings.needed(empty, t=EN) == (
        "To compute progress, supply: a baseline with its date, a target with the day it is due, "
        "a value measured during the plan, each with its source."
    )
    assert findings.needed(series(), t=EN) == ""


def test_values_are_told_with_their_break_and_their_disagreement() -> None:
    values = pd.DataFrame(
        {
            "value": [9.0, 28.0, 29.0],
            "period_start": pd.to_datetime(["2019-01-01", "2020-01-01", "2020-01-01"]),
            "period_end": pd.to_datetime(["2019-12-31", "2020-12-31", "2020-12-31"]),
            "is_preferred": [True, True, False],
            "is_series_break": [False, True, False],
        }
    )
    told = findings.values_finding(values, series=series(), t=EN)
    assert told == "From 9.5% (2017) to 27.9% (2020); after a break something else is measured; 1 more value, not used, is in the table"
    unplaced = findings.values_finding(values, series=series(from_value=NOTHING), t=EN)
    assert unplaced == "From 9% (2019) to 28% (2020), with a break in between; 1 more value, not used, is in the table"
    added = findings.values_finding(values.head(2), series=series(**ADDED_UP), t=EN)
    assert added == "35,026 cases (added up, 2019 to 2020)"
    assert findings.values_finding(values.head(1), series=series(), t=EN) == "One value: 9% (2019)"
    assert findings.values_finding(values.tail(1), series=series(), t=EN) == "1 value, which is not used"


def test_series_side_by_side_tell_what_became_of_their_targets() -> None:
    frame = pd.DataFrame([series(**PAST), series(status="achieved"), series(**MISSING)])
    assert findings.dumbbells_finding(frame, t=EN) == "2 series against their targets: 1 achieved, 1 not verified"
    assert findings.dumbbells_finding(frame.tail(1), t=EN) == "1 series side by side, none of which can be compared with a target"
