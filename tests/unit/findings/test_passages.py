"""What the documents say in words: passages, bodies with their members, dated commitments; found by word, told in both languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from nap_analytics import queries
from nap_analytics.findings import passages as findings
from nap_analytics.warehouse import Warehouse, open_warehouse
from nap_analytics.wording.language import language
from tests.tiny import PLAN, Tables, tiny_warehouse, write_folder

EN, FR = language("en"), language("fr")

PLACED = {"locator": "Paragraph 3"}
QUARTERLY = {"rhythm_en": "quarterly", "rhythm_fr": "trimestriel"}

SAID: Tables = {
    "organisation": [
        {"organisation_id": "ministry", "name_en": "Ministry", "name_fr": "Ministère", "short_name": "MIN"},
        {"organisation_id": "committee", "name_en": "Committee", "name_fr": "Comité"},
        {"organisation_id": "unit", "name_en": "Unit", "name_fr": "Unité"},
    ],
    "passage": [
        {
            "passage_id": "rule",
            "kind": "adaptation_rule",
            "text_en": "Adapt.",
            "text_fr": "Adapter.",
            "locator": "Paragraph 3",
        },
        {"passage_id": "second", "sort_order": 2, "text_en": "Dialogue", "text_fr": "Dialogue", "locator": "p. 2"},
        {"passage_id": "first", "title_en": "Measures", "title_fr": "Mesures", "text_en": "Strengthen", "text_fr": "Renforcer"},
    ],
    "body": [
        {"organisation_id": "unit", "sort_order": 2, "hosted_by": "ministry"},
        {
            "organisation_id": "committee",
            "role_en": "advises",
            "role_fr": "conseille",
            "rhythm_en": "quarterly",
            "rhythm_fr": "trimestriel",
        },
    ],
    "committee_member": [
        {"committee": "unit", "organisation_id": None, "post_en": "Driver", "post_fr": "Chauffeur"},
        {"committee": "committee", "organisation_id": "ministry", "seat_count": 2},
    ],
    "milestone": [
        {"milestone_id": "launch", "kind": "launch", "date_from": "2019-05-02", "date_to": "2019-05-02"},
        {"milestone_id": "plans", "kind": "commitment", "date_from": "2021-03-22", "date_to": "2021-03-22", "name_en": "Local plans"},
    ],
}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    return tiny_warehouse(tmp_path_factory.mktemp("said"), SAID)


def test_passages_stand_by_kind_and_order_with_their_place_in_the_language(warehouse: Warehouse) -> None:
    found = queries.passages(warehouse)
    assert FR.localise(found)[["passage_id", "text", "locator"]].values.tolist() == [
        ["first", "Renforcer", "p. 1"],
        ["second", "Dialogue", "p. 2"],
        ["rule", "Adapter.", "Paragraphe 3"],
    ]
    assert EN.localise(found)["locator"].tolist() == ["p. 1", "p. 2", "Paragraph 3"]


def test_bodies_say_what_the_document_says_and_nothing_else(warehouse: Warehouse) -> None:
    found = FR.localise(queries.bodies(warehouse))
    told = found[["name", "role", "rhythm", "composition", "host", "member_count"]].astype(object)
    assert told.where(told.notna(), None).values.tolist() == [
        ["Comité", "conseille", "trimestriel", None, None, 1],
        ["Unité", None, None, None, "Ministère", 1],
    ]


def test_a_member_is_an_organisation_or_a_post(warehouse: Warehouse) -> None:
    found = FR.localise(queries.committee_members(warehouse, plan_id=PLAN))
    assert found[["body_name", "name", "is_post"]].values.tolist() == [["Comité", "Ministère", False], ["Unité", "Chauffeur", True]]


FOUND = {
    "renforcer": ["first"],
    "mesures RENFORCER": ["first"],
    "comite conseille": ["committee"],
    "chauffeur": ["unit"],
    "min": ["committee"],
}


@pytest.mark.parametrize(("words", "codes"), FOUND.items())
def test_words_find_a_passage_by_its_title_and_a_body_by_its_members(warehouse: Warehouse, words: str, codes: list[str]) -> None:
    found = queries.search(warehouse, words=words)
    assert found["code"].tolist() == codes


def test_a_commitment_is_no_step_of_the_plan(warehouse: Warehouse) -> None:
    assert queries.milestone_spans(warehouse)["kind"].tolist() == ["launch"]
    assert queries.milestones(warehouse)["kind"].tolist() == ["launch", "commitment"]


def test_a_date_that_has_passed_is_told_as_passed(warehouse: Warehouse) -> None:
    (row,) = (row for row in queries.milestones(warehouse).itertuples() if row.kind == "commitment")
    assert findings.due_text(row, viewed_on=date(2021, 3, 22), t=FR) == "22 mars 2021"
    assert findings.due_text(row, viewed_on=date(2021, 3, 23), t=EN) == "22 March 2021 (this date has passed)"


def test_the_finding_counts_what_is_entered_and_says_what_is_not(warehouse: Warehouse) -> None:
    passages, bodies, milestones = queries.passages(warehouse), queries.bodies(warehouse), queries.milestones(warehouse)
    nothing = pd.DataFrame({"kind": []})
    commitments = milestones[milestones["kind"] == "commitment"]
    whole = findings.passages_finding(passages, bodies, commitments, plan_name="NAP", t=EN)
    assert whole == "NAP: 3 passages on 2 subjects, 1 dated commitment, 2 bodies that steer it"
    assert findings.passages_finding(nothing, bodies.head(1), nothing, plan_name="PAN", t=FR) == "PAN\u00a0: 1 organe de pilotage"
    assert findings.passages_finding(nothing, nothing, nothing, plan_name="NAP", t=EN) == (
        "No passage, body or dated commitment of NAP is entered"
    )


def test_a_title_stands_before_its_text_and_alone_where_there_is_none() -> None:
    assert [findings.titled(title, text, t=EN) for title, text in (("A", "b"), (None, "b"), ("A", None))] == ["A: b", "b", "A"]


def test_a_folder_without_passages_and_bodies_is_whole(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "data")
    (folder / "passage.csv").unlink()
    (folder / "body.csv").unlink()
    counts = open_warehouse(folder=folder, workspace=tmp_path / "workspace").row_counts()
    assert (counts["passage"], counts["body"], counts["plan"]) == (0, 0, 1)
