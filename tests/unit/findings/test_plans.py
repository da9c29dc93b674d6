"""The sentences on the plans side by side."""

from __future__ import annotations

import pandas as pd

from nap_analytics.findings import plans as findings
from nap_analytics.wording.language import language

EN, FR = language("en"), language("fr")

MOVEMENTS = tuple(f"{name}_count" for name in ("improved", "slightly_improved", "unchanged", "mixed", "slightly_worsened", "worsened"))


def overview(*rows: tuple[str, int, str, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["short_name", "start_year", "basis", "measured_count"]).assign(near_count=0)


def test_two_measures_are_never_compared() -> None:
    frame = overview(("A", 2012, "indicators", 0), ("B", 2015, "activities", 0), ("C", 2019, "indicators", 3))
    assert findings.measures_differ(frame, t=EN) == (
        "3 plans since 2012. Progress is counted in completed activities for B and in indicators for C: the two cannot be compared. "
        "Nothing is known of the progress of A."
    )
    assert "les deux mesures ne se comparent pas" in findings.measures_differ(frame, t=FR)


def test_nothing_known_of_any_progress() -> None:
    assert findings.measures_differ(overview(("A", 2012, "indicators", 0)), t=EN) == (
        "1 plan since 2012. Nothing is known of the progress of A."
    )


def test_a_near_measure_is_something_known() -> None:
    frame = overview(("A", 2012, "indicators", 0)).assign(near_count=1)
    assert findings.measures_differ(frame, t=EN) == "1 plan since 2012. Progress is counted in indicators for A."


def test_structure_compares_the_first_plan_with_the_last() -> None:
    counts = {"pillar": (5, 5, 4), "result": (27, None, 15), "indicator": (40, None, 63), "chapter_indicator": (None, None, 7)}
    frame = pd.DataFrame(
        [
            {"element": element, "plan_id": name, "short_name": name, "element_count": count}
            for element, row in counts.items()
            for name, count in zip("ABC", row, strict=True)
        ]
    )
    assert findings.structure_change(frame, t=EN) == (
        "From A to C, pillars go from 5 to 4 and indicators from 40 to 63 (7 of them on how the plan is run). "
        "The sources list neither results nor indicators of B."
    )


def test_launches() -> None:
    frame = pd.DataFrame({"short_name": ["A", "B"], "kind": ["launch", "launch"], "months_after_start": [12, 22]})
    assert findings.launches_late(frame, t=EN) == "The official launch came 12 months into A and 22 months into B."
    assert findings.launches_late(frame.assign(kind="review"), t=EN) == "No dated launch of a plan has been entered."


PLAN = pd.Series(
    {
        "short_name": "B",
        "progress_pct": 100 * 37 / 75,
        "planned_activity_count": 75,
        "completed_activity_count": 37,
        "counted_to": None,
        "pillar_word": "priority",
        "pillar_words": "priorities",
    }
)

WHOLE = pd.Series(
    {
        "short_name": "C",
        "progress_pct": 57.8,
        "lower_pct": 57.8,
        "upper_pct": 57.8,
        "is_headline_mean": True,
        "indicator_count": 40,
        "assessed_count": 40,
        "measured_count": 40,
        "near_count": 0,
        "silent_count": 0,
        **dict.fromkeys(
            ("improved_count", "slightly_improved_count", "unchanged_count", "mixed_count", "slightly_worsened_count", "worsened_count"), 0
        ),
        **dict.fromkeys(("achieved_count", "missed_count", "not_verified_count"), 0),
        "has_ended": False,
    }
)


def test_completion_names_the_doubtful_priorities() -> None:
    frame = pd.DataFrame(
        {
            "pillar_code": ["2", "3", "4"],
            "assignment_is_certain": [True, False, False],
        }
    )
    sentence = "37 of the 75 planned activities of B were completed, 49.3%."
    assert findings.completion(PLAN, frame, t=EN) == f"{sentence} For priorities 3 and 4, the source allows two readings."
    assert findings.completion(PLAN, frame.iloc[:1], t=EN) == sentence
    assert "49,3\u202f%" in findings.completion(PLAN, frame, t=FR)


def test_a_plan_that_is_wholly_assessed_is_told_without_bounds() -> None:
    assert findings.indicators_told(WHOLE, t=EN) == (
        "C, measured by indicators: all 40 indicators are assessed, with average progress of 58% towards their targets. "
        "No direction of travel can be established."
    )


def test_a_mean_that_may_not_stand_alone_is_told_in_counts() -> None:
    known = {"is_headline_mean": False, "assessed_count": 2, "measured_count": 3, "near_count": 4, "silent_count": 33}
    plan = pd.Series({**WHOLE, **known, "lower_pct": 1.2, "upper_pct": 99.6, "improved_count": 1, "mixed_count": 1, "missed_count": 1})
    assert findings.indicators_told(plan, t=EN) == (
        "C, measured by indicators: 3 of 40 indicators are measured, 4 only by a near measure, 33 have no value from the time of the plan. "
        "Direction of travel: 1 improved, 1 mixed, 1 not established. Indicators past their target date: 1 missed."
    )


def themes(*rows: tuple[str, int, str, str, str, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["plan_name", "start_year", "pillar_code", "short_name", "wps_pillar", "share"]).assign(
        plan_id=lambda frame: frame["plan_name"]
    )


MAIN = themes(
    ("A", 2012, "3", "Part", "participation", 1),
    ("A", 2012, "4", "Gender", "relief_recovery", 1),
    ("B", 2019, "1", "Part", "participation", 1),
)


def test_themes_that_stay_and_that_go() -> None:
    assert findings.lasting_themes(MAIN, t=EN) == "Participation: in every plan. Relief and recovery: no pillar of its own in B."


def test_reading_tells_what_it_moves() -> None:
    other = MAIN.assign(wps_pillar=["participation", "participation", "participation"])
    assert (
        findings.reading_moves(MAIN, MAIN, reading="main", t=EN) == "Each of the 3 pillars of the plans belongs to one theme of the agenda."
    )
    assert findings.reading_moves(other, MAIN, reading="participation_first", t=EN) == (
        "In the reading “Participation first”, Gender (2012) moves to another theme; the others stay."
    )


def test_reading_that_only_the_data_knows_bears_its_code() -> None:
    assert findings.reading_name(FR, "by_ministry") == "By ministry"
