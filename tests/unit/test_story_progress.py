"""Findings about progress, in both languages, with much known and with nothing known."""

from __future__ import annotations

import pandas as pd
import pytest

from nap_analytics.language import language
from nap_analytics.story import progress as story

EN, FR = language("en"), language("fr")
ASSESSED = {"short_name": "NAP", "basis": "indicators", "progress_pct": 76.5, "lower_pct": 1.2, "upper_pct": 99.6}


def pillars(*rows: tuple[str, float | None, float, float]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["short_name", "progress_pct", "lower_pct", "upper_pct"])
    return frame.assign(indicator_count=10, assessed_count=2)


@pytest.mark.parametrize(
    ("plan", "english", "french"),
    [
        (
            ASSESSED | {"indicator_count": 56, "assessed_count": 1},
            "NAP: 1 of 56 indicators can be assessed. What is measured stands at 77% of the way to its targets; "
            "the plan as a whole could stand anywhere from 1.2 to 99.6%.",
            "NAP\u202f: 1 indicateur sur 56 peut être évalué. Ce qui est mesuré a parcouru 77\u202f% du chemin vers les cibles\u202f; "
            "l’ensemble du plan pourrait se situer n’importe où de 1,2 à 99,6\u202f%.",
        ),
        (
            ASSESSED | {"progress_pct": None, "indicator_count": 40, "assessed_count": 0},
            "NAP: nothing can be assessed; none of its 40 indicators has all of baseline, target and value",
            "NAP\u202f: rien ne peut être évalué\u202f; aucun de ses 40 indicateurs ne réunit référence, cible et valeur",
        ),
        (
            ASSESSED | {"basis": "activities", "progress_pct": 49.3, "indicator_count": 75, "assessed_count": 37},
            "NAP: 37 of 75 planned activities were completed (49%)",
            "NAP\u202f: 37 activités achevées sur 75 prévues (49\u202f%)",
        ),
        (
            ASSESSED | {"progress_pct": None, "indicator_count": 0, "assessed_count": 0},
            "NAP: the sources list no indicator of its framework",
            "NAP\u202f: les sources ne donnent aucun indicateur de son cadre",
        ),
    ],
)
def test_a_plan_is_told_with_its_coverage(plan: dict, english: str, french: str) -> None:
    assert story.plan_finding(pd.Series(plan), t=EN) == english
    assert story.plan_finding(pd.Series(plan), t=FR) == french


def test_an_order_of_pillars_whose_bounds_overlap_is_not_sure() -> None:
    unsure = pillars(("A", 80, 20, 90), ("B", 40, 10, 60), ("C", None, 0, 100))
    sure = pillars(("A", 80, 70, 90), ("B", 40, 30, 60))
    assert story.pillars_finding(unsure, t=EN) == "A is ahead with 80%, B behind with 40%, but too little is known to be sure of the order"
    assert story.pillars_finding(sure, t=EN) == "A is ahead with 80%, B behind with 40%"
    assert (
        story.pillars_finding(pillars(("A", 80, 20, 90), ("B", None, 0, 100)), t=EN)
        == "A alone can be assessed: 80%, on 2 of 10 indicators"
    )
    assert story.pillars_finding(pillars(("A", None, 0, 100)), t=FR) == "Aucun pilier ne peut être évalué"


def test_uncertain_counts_are_told_beside_the_finding() -> None:
    frame = pd.DataFrame(
        {
            "pillar_code": ["1", "3", "4"],
            "short_name": ["Prevention", "Participation", "Gender"],
            "completion_pct": [64.3, 66.7, 26.7],
            "assignment_is_certain": [True, False, False],
        }
    )
    told = story.completion_finding(frame, t=EN)
    assert told.startswith("Participation completed most of its planned activities (67%), Gender fewest (27%)")
    assert told.endswith("; the counts of priorities 3 and 4 may be exchanged")
    assert "may be" not in story.completion_finding(frame.head(1), t=EN)


def test_series_behind_are_named() -> None:
    frame = pd.DataFrame({"status": ["on_track", "deterioration", "on_track"], "name": ["P", "Government", "A"]})
    assert story.series_finding(frame, t=EN) == "3 series can be assessed: 2 on track, 1 deterioration. Behind: Government."
    assert story.series_finding(frame.head(0), t=EN) == "No indicator here can be assessed"


def test_what_is_missing_is_counted_by_kind() -> None:
    frame = pd.DataFrame({"target_is_missing": [True, True], "baseline_is_missing": [True, False], "value_is_missing": [False, False]})
    assert (
        story.missing_finding(frame, t=FR) == "2 séries ne peuvent pas être évaluées\u202f: 2 sans cible, 1 sans référence, 0 sans valeur"
    )
    assert story.missing_finding(frame.head(0), t=EN) == "Nothing is missing: every series can be assessed"


def test_a_plan_without_reports_is_unknown_not_zero() -> None:
    plan = pd.Series({"indicator_count": 40})
    assert "not zero progress" in story.empty_plan(plan, value_count=0, t=EN)
    assert "inconnu" in story.empty_plan(plan, value_count=0, t=FR)
    assert "Values exist" in story.empty_plan(plan, value_count=3, t=EN)


def test_achievements_say_which_were_planned() -> None:
    frame = pd.DataFrame({"is_planned": pd.array([True, True, False, None], dtype="boolean")})
    assert (
        story.achievements_finding(frame, t=EN) == "The documents list 4 achievements (2 planned, 1 not planned, 1 not said to be planned)"
    )
    assert [story.planned_word(value, t=FR) for value in (True, False, None)] == ["oui", "non", "le document ne le dit pas"]
