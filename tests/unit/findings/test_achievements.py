"""Achievements: one that is mentioned in two places is counted once, and both wordings stay with their places."""

from __future__ import annotations

import pandas as pd
import pytest

from nap_analytics import queries
from nap_analytics.findings import achievements as findings
from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.language import language
from tests.tiny import PLAN, Tables, tiny_warehouse

EN, FR = language("en"), language("fr")

TOLD: Tables = {
    "achievement": [
        {"achievement_id": "summary", "text_en": "Centres were built", "same_as_achievement_id": "annex", "locator": "p. 3"},
        {"achievement_id": "annex", "sort_order": 2, "pillar_code": "1", "is_planned": True, "text_en": "Two centres", "locator": "p. 40"},
        {"achievement_id": "whole", "sort_order": 3, "text_en": "Peace huts", "locator": "p. 3"},
        {
            "achievement_id": "unsure",
            "sort_order": 4,
            "text_en": "Open days",
            "placement_is_certain": False,
            "note_en": "Columns interleaved.",
            "locator": "p. 41",
        },
    ]
}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    return tiny_warehouse(tmp_path_factory.mktemp("told"), TOLD)


def test_each_achievement_is_listed_once_with_its_other_place(warehouse: Warehouse) -> None:
    found = EN.localise(queries.achievements(warehouse, plan_id=PLAN))
    told = [(row.text, findings.achievement_note(row, t=EN), findings.achievement_place(row, t=EN)) for row in found.itertuples()]
    assert told == [
        ("Two centres", "Also worded: “Centres were built”", "p. 40; also mentioned: p. 3"),
        ("Peace huts", "", "p. 3"),
        ("Open days", "Columns interleaved.", "p. 41"),
    ]
    assert findings.achievements_finding(found, t=EN) == (
        "The documents list 3 achievements (1 planned, 2 not known to be planned or not); 1 of them is mentioned in two places"
    )


def test_what_belongs_to_no_single_priority_is_told_apart(warehouse: Warehouse) -> None:
    found = EN.localise(queries.achievements(warehouse, plan_id=PLAN))
    rest = [(name, rows["text"].tolist()) for name, rows in findings.without_priority(found, t=EN)]
    assert rest == [("Place not known", ["Open days"]), ("The plan as a whole", ["Peace huts"])]


def test_achievements_say_which_were_planned() -> None:
    frame = pd.DataFrame({"is_planned": pd.array([True, True, False, None], dtype="boolean"), "other_locator": [None] * 4})
    assert findings.achievements_finding(frame, t=EN) == (
        "The documents list 4 achievements (2 planned, 1 not planned, 1 not known to be planned or not)"
    )
    assert [findings.planned_word(value, t=FR) for value in (True, False, None)] == ["oui", "non", "non connu"]


def test_achievements_told_in_two_places_are_counted_once() -> None:
    frame = pd.DataFrame({"is_planned": pd.array([True, True], dtype="boolean"), "other_locator": ["p. 3", None]})
    assert (
        findings.achievements_finding(frame, t=EN) == "The documents list 2 achievements (2 planned); 1 of them is mentioned in two places"
    )
    assert findings.achievements_finding(
        frame, t=FR
    ) == "Les documents citent 2 réalisations (2 prévues) ; l’une d’elles est mentionnée à deux endroits".replace(" ;", "\u202f;")
