"""Findings about progress, in both languages, with much known and with nothing known."""

from __future__ import annotations

import pandas as pd
import pytest

from nap_analytics.findings import progress as findings
from nap_analytics.wording.language import language

EN, FR = language("en"), language("fr")
COUNTS = {
    "measured_count": 0,
    "near_count": 0,
    "silent_count": 0,
    "improved_count": 0,
    "slightly_improved_count": 0,
    "slightly_worsened_count": 0,
    "unchanged_count": 0,
    "mixed_count": 0,
    "worsened_count": 0,
    "achieved_count": 0,
    "missed_count": 0,
    "not_verified_count": 0,
}
PLAN = COUNTS | {
    "short_name": "NAP",
    "basis": "indicators",
    "has_ended": False,
    "is_to_come": False,
    "first_date": pd.Timestamp("2019-01-01"),
    "last_date": pd.Timestamp("2023-12-31"),
    "progress_pct": 52.7,
    "lower_pct": 0.8,
    "upper_pct": 99.3,
    "is_headline_mean": False,
    "indicator_count": 56,
    "assessed_count": 1,
}
FEW = {"measured_count": 3, "near_count": 3, "silent_count": 50}
COUNTED = {
    "basis": "activities",
    "progress_pct": 49.3,
    "planned_activity_count": 75,
    "completed_activity_count": 37,
    "counted_from": pd.Timestamp("2017-11-01"),
    "counted_to": pd.Timestamp("2018-04-30"),
}
MOST = {"lower_pct": 50, "upper_pct": 80, "is_headline_mean": True, "indicator_count": 10, "assessed_count": 7, "progress_pct": 65.4}


NO_WORD = {"pillar_word": None, "pillar_words": None}
"""Of a plan whose documents have no word of their own for a pillar."""


def pillars(*rows: tuple[str, int, int], **cells: object) -> pd.DataFrame:
    """Pillars without a mean that may stand alone: name, measured indicators, indicators."""
    frame = pd.DataFrame(rows, columns=["short_name", "measured_count", "indicator_count"])
    return frame.assign(**{"is_headline_mean": False, "progress_pct": None, **NO_WORD, **cells})


@pytest.mark.parametrize(
    ("plan", "english", "french"),
    [
        (
            PLAN | FEW | {"has_ended": True, "improved_count": 1, "mixed_count": 1, "missed_count": 1},
            "NAP (ended 31 December 2023): 3 of 56 indicators are measured, 3 only by a near measure, "
            "50 have no value from the time of the plan. "
            "Direction of travel: 1 improved, 1 mixed, 1 not established. Indicators past their target date: 1 missed.",
            "NAP (arrivé à échéance le 31 décembre 2023)\u00a0: 3 indicateurs sur 56 sont mesurés, "
            "3 ne le sont que par une mesure approchée, 50 n’ont aucune valeur datant de la période du plan. "
            "Évolution\u00a0: 1 en amélioration, 1 en évolution contrastée, 1 non établie. "
            "Cibles échues, par indicateur\u00a0: 1 manquée.",
        ),
        (
            PLAN | MOST,
            "NAP: 7 of 10 indicators are assessed, with average progress of 65% towards their targets; "
            "with the others it could be anything from 50 to 80%.",
            "NAP\u00a0: 7 indicateurs sur 10 sont évalués, avec un avancement moyen de 65\u202f% vers leurs cibles\u202f; "
            "compte tenu des autres, l’avancement pourrait aller de 50 à 80\u202f%.",
        ),
        (
            PLAN | MOST | {"assessed_count": 10, "lower_pct": 65.4, "upper_pct": 65.4, "measured_count": 10, "worsened_count": 2},
            "NAP: all 10 indicators are assessed, with average progress of 65% towards their targets. "
            "Direction of travel: 2 worsened, 8 not established.",
            "NAP\u00a0: les 10 indicateurs sont tous évalués, avec un avancement moyen de 65\u202f% vers leurs cibles. "
            "Évolution\u00a0: 2 en dégradation, 8 non établies.",
        ),
        (
            PLAN | {"indicator_count": 40, "silent_count": 40, "assessed_count": 0, "progress_pct": None},
            "NAP: none of its 40 indicators has a known value from the time of the plan.",
            "NAP\u00a0: aucune valeur n’est connue pour ses 40 indicateurs pendant la période du plan.",
        ),
        (
            PLAN | COUNTED,
            "NAP: 37 of 75 planned activities were completed, 49% (review of November 2017 – April 2018)",
            "NAP\u00a0: 37 activités réalisées sur 75 prévues, soit 49\u202f% (période de la revue\u00a0: novembre 2017 – avril 2018)",
        ),
        (
            PLAN | {"progress_pct": None, "indicator_count": 0, "assessed_count": 0},
            "NAP: the sources list no indicator of its framework",
            "NAP\xa0: les sources ne donnent aucun indicateur de son cadre",
        ),
    ],
)
def test_a_plan_is_told_with_its_coverage(plan: dict, english: str, french: str) -> None:
    assert findings.plan_finding(pd.Series(plan), t=EN) == english
    assert findings.plan_finding(pd.Series(plan), t=FR) == french


def test_pillars_of_few_measures_are_told_by_what_is_measured() -> None:
    assert (
        findings.pillars_finding(pillars(("A", 2, 11), ("B", 1, 10)), t=EN)
        == "A has the largest share of indicators measured (2 of 11), B least (1 of 10)"
    )
    assert (
        findings.pillars_finding(pillars(("A", 2, 11), ("B", 0, 10), ("C", 0, 16)), t=EN)
        == "A has the largest share of indicators measured (2 of 11); none is measured in B and C"
    )
    alike = "7 of 14 indicators are measured, the same share in each pillar that has any"
    assert findings.pillars_finding(pillars(("A", 2, 4), ("B", 5, 10)), t=EN) == alike
    assert findings.pillars_finding(pillars(("A", 0, 4)), t=FR) == "Aucun indicateur n’est mesuré"


def test_an_order_of_pillars_is_told_where_every_mean_may_stand_alone() -> None:
    known = {"is_headline_mean": True, "assessed_count": 2}
    unsure = pillars(("A", 2, 10), ("B", 2, 10), **known, progress_pct=[80, 40], lower_pct=[50, 10], upper_pct=[90, 60])
    sure = unsure.assign(lower_pct=[70, 30])
    alike = sure.assign(progress_pct=[57.8, 57.9])
    assert findings.pillars_finding(unsure, t=EN) == (
        "A is ahead with 80%, B behind with 40%; given what cannot be assessed, the order is not certain"
    )
    assert findings.pillars_finding(sure, t=EN) == "A is ahead with 80%, B behind with 40%"
    assert findings.pillars_finding(alike, t=EN) == "Progress stands at 58% for all pillars"


def test_uncertain_counts_are_told_beside_the_finding() -> None:
    frame = pd.DataFrame(
        {
            "pillar_code": ["1", "3", "4"],
            "short_name": ["Prevention", "Participation", "Gender"],
            "completion_pct": [64.3, 66.7, 26.7],
            "assignment_is_certain": [True, False, False],
            "pillar_word": "priority",
            "pillar_words": "priorities",
        }
    )
    told = findings.completion_finding(frame, t=EN)
    assert told.startswith("The share of planned activities completed is highest in Participation (67%), lowest in Gender (27%)")
    assert told.endswith("; the counts of priorities 3 and 4 may be exchanged")
    assert "may be" not in findings.completion_finding(frame.head(1), t=EN)


def test_series_behind_or_missed_are_named() -> None:
    frame = pd.DataFrame({"status": ["not_verified", "missed", "not_verified"], "name": ["P", "Government", "A"]})
    assert findings.series_finding(frame, t=EN) == "3 series against their targets: 1 missed, 2 not verified. Missed: Government."
    assert findings.series_finding(frame.head(0), t=EN) == "No series here can be compared with a target"


def test_what_is_missing_is_counted_by_kind() -> None:
    frame = pd.DataFrame(
        {
            "target_is_missing": [True, True],
            "baseline_is_missing": [True, False],
            "value_is_missing": [False, False],
            "verdict_value_is_missing": [False, True],
        }
    )
    assert findings.missing_finding(frame, t=FR) == (
        "2 séries attendent des données\u00a0: 2 sans cible, 1 sans référence, "
        "1 sans valeur permettant de vérifier la cible, dont l’échéance est passée"
    )
    assert findings.missing_finding(frame.head(0), t=EN) == "Nothing is missing: every series can be assessed"


def test_movement_counts_exact_series_alone() -> None:
    frame = pd.DataFrame({"evidence": ["exact", "exact", "near"], "movement": ["improved", "worsened", "improved"]})
    assert findings.movement_finding(frame, t=EN) == "2 series can be compared: 1 improved, 1 worsened"
    told = "No exact series was measured twice at least a year apart"
    assert findings.movement_finding(frame.head(0), t=EN) == told
    assert findings.movement_finding(frame.tail(1), t=EN) == f"{told}; 1 near measure is given separately"


def test_targets_that_cannot_judge_are_told_apart_from_missing_data() -> None:
    lacks = ("target_is_missing", "baseline_is_missing", "value_is_missing", "verdict_value_is_missing")
    frame = pd.DataFrame({column: [False, False, False] for column in lacks})
    assert findings.missing_finding(frame, t=EN) == "3 series cannot be judged by their targets"
    frame.loc[0, "target_is_missing"] = True
    assert (
        findings.missing_finding(frame, t=EN) == "1 series waits for data: 1 without a target; 2 series cannot be judged by their targets"
    )


def test_a_plan_without_reports_is_unknown_not_zero() -> None:
    plan = pd.Series({"indicator_count": 40, "is_to_come": False})
    assert "progress is not zero, it is unknown" in findings.empty_plan(plan, value_count=0, t=EN)
    assert "inconnu" in findings.empty_plan(plan, value_count=0, t=FR)
    assert (
        findings.empty_plan(pd.Series({"indicator_count": 40, "is_to_come": True}), value_count=0, t=EN)
        == "The plan had not begun on that day."
    )
    assert "Values exist" in findings.empty_plan(plan, value_count=3, t=EN)
