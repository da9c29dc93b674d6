"""The sentences on the data set: its size, its rules, the faults of its sources, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from nap_analytics.findings import catalogue as findings
from nap_analytics.findings.glossary import glossary
from nap_analytics.ui.screens.data.dictionary import example_statements
from nap_analytics.ui.screens.data.discrepancies import shown_value
from nap_analytics.warehouse import Sandbox
from nap_analytics.wording.language import Language, language
from tests.tiny import write_folder

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language

EN, FR = language("en"), language("fr")


def plain(text: str) -> str:
    """The text with ordinary spaces."""
    return text.replace("\u202f", " ").replace("\xa0", " ")


def test_dictionary_is_counted() -> None:
    relations = pd.DataFrame({"kind": ["table", "table", "view"]})
    columns = pd.DataFrame({"column_name": list("abcd")})
    assert findings.dictionary_finding(relations, columns, t=EN) == "2 tables and 1 view hold 4 columns."
    assert findings.dictionary_finding(relations, columns, t=FR) == "2 tables et 1 vue contiennent 4 colonnes."


def test_checks_count_rows_and_rules() -> None:
    counts = {"type_count": 5, "required_count": 3, "code_list_count": 1, "condition_count": 0, "key_count": 1, "reference_count": 0}
    declared = pd.DataFrame([{"row_count": 1200, **counts}, {"row_count": 34, **counts}])
    assert findings.checks_finding(declared, check_count=18, t=EN) == ("1,234 rows in 2 tables passed 38 rules before anything was shown.")
    assert plain(findings.checks_finding(declared, check_count=18, t=FR)) == (
        "1 234 lignes dans 2 tables ont satisfait à 38 règles avant d’être affichées."
    )


KINDS = ["line", "total", "total", "percentage", "values", "code", "numbering", "statement"]
CONTRADICTIONS = pd.DataFrame(
    {
        "kind": [*KINDS, "statement", "wording", "wording", "total"],
        "origin": ["document"] * len(KINDS) + ["translation"] * 3 + ["other_source"],
    }
)


def test_contradictions_of_the_documents_alone_are_counted_by_kind() -> None:
    assert findings.discrepancies_finding(CONTRADICTIONS, t=EN) == (
        "8 places where the plans’ own documents contradict themselves: 5 in the arithmetic, 2 in the numbering, 1 between two passages."
    )
    assert plain(findings.discrepancies_finding(CONTRADICTIONS, t=FR)) == (
        "Les documents des plans se contredisent sur 8 points : 5 dans les calculs, 2 dans la numérotation, 1 entre deux passages."
    )


def test_what_is_not_counted_among_them_is_said() -> None:
    assert (
        findings.not_counted(CONTRADICTIONS, t=EN)
        == "Not counted here: 3 wordings of the unofficial translator, 1 place in another source."
    )
    assert plain(findings.not_counted(CONTRADICTIONS, t=FR)) == (
        "Hors décompte : 3 formulations du traducteur non officiel, 1 point dans une autre source."
    )
    assert findings.not_counted(CONTRADICTIONS[CONTRADICTIONS["origin"] == "document"], t=EN) == ""


def test_every_origin_has_its_sentence() -> None:
    assert findings.ORIGIN_FINDING.keys() == findings.DISCREPANCY_ORIGIN.keys()
    assert findings.translation_finding(CONTRADICTIONS, t=EN) == (
        "In 3 places the unofficial translation words one thing in two ways; that is no contradiction of the plan."
    )
    assert plain(findings.other_sources_finding(CONTRADICTIONS, t=FR)) == (
        "Sur 1 point relevé, une source autre que le plan ne concorde pas avec elle-même ou avec le document du plan. "
        "Les sources qui diffèrent sur une valeur figurent à la page de l’indicateur."
    )


def test_no_discrepancy_is_said() -> None:
    none = CONTRADICTIONS[CONTRADICTIONS["origin"] == "translation"]
    assert findings.discrepancies_finding(none, t=EN) == "No contradiction inside the plans’ own documents was found."
    assert findings.discrepancies_finding(none, t=FR) == "Aucune contradiction n’a été trouvée dans les documents des plans."


def test_every_kind_of_discrepancy_has_its_words() -> None:
    assert findings.DISCREPANCY_KIND.keys() == findings.SECOND_VALUE.keys()
    assert set(findings.CALCULATED_KINDS) <= findings.DISCREPANCY_KIND.keys()


def missing(targets: tuple[int, int], values: tuple[int, int]) -> pd.DataFrame:
    """Missing and total, of targets and of values, for one plan."""
    return pd.DataFrame(
        [("target", *targets), ("value", *values)],
        columns=["what", "missing_count", "total_count"],
    )


def test_missing_targets_and_values_are_added_over_plans() -> None:
    both = pd.concat([missing((44, 44), (44, 44)), missing((108, 115), (90, 115)), missing((0, 0), (0, 0))])
    assert findings.missing_finding(both, t=EN) == (
        "152 of the 159 exact series have no target entered, and 134 have no value that counts."
    )
    assert findings.missing_finding(both, t=FR) == (
        "Sur 159 séries, hors mesures approchées, 152 n’ont pas de cible saisie et 134 n’ont pas de valeur retenue."
    )


def test_no_series_at_all_is_said() -> None:
    assert findings.missing_finding(missing((0, 0), (0, 0)), t=EN) == "The sources list no indicator."


SOURCES = pd.DataFrame(
    {
        "row_count": [600, 700, 12],
        "kind": ["press", "official", "press"],
        "confidence": ["likely", "confirmed", "likely"],
    }
)


def test_sources_are_counted_by_kind_and_confidence() -> None:
    assert findings.sources_finding(SOURCES, t=EN) == "1,312 rows of data rest on 3 sources: official document (1), press (2)."
    assert findings.confidence_finding(SOURCES, t=EN) == (
        "Confidence: confirmed, 1 source (primary data, or two sources that agree) · likely, 2 sources (one credible source)."
    )
    assert plain(findings.sources_finding(SOURCES, t=FR)).startswith("1 312 lignes de données reposent sur 3 sources : ")


def test_doubts_are_counted() -> None:
    doubts = pd.DataFrame([{"completion_count": 2, "indicator_count": 1, "achievement_count": 5}])
    assert findings.placements_finding(doubts, t=EN) == (
        "In doubt after two transcriptions: the place of 2 completion counts, 1 indicator and 5 achievements."
    )
    assert plain(findings.placements_finding(doubts, t=FR)) == (
        "Rattachement incertain après deux transcriptions : 2 nombres d’activités réalisées, 1 indicateur et 5 réalisations."
    )


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        ("1276000000", "1,276,000,000", "1 276 000 000"),
        ("30.77", "30.77", "30,77"),
        ("30", "30", "30"),
        ("only one woman", "only one woman", "only one woman"),
    ],
)
def test_printed_values_keep_their_decimals(text: str, english: str, french: str) -> None:
    assert shown_value(EN, text) == english
    assert plain(shown_value(FR, text)) == french


def test_glossary_has_each_term_once_and_in_french() -> None:
    names = [term.name for _, group in glossary() for term in group]
    assert len(names) == len(set(names))
    same = {name for name in names if FR(name) == name}
    assert same <= {"Participation", "Protection", "Coordination", "ratio"}


@pytest.mark.parametrize("t", [FR, EN])
def test_glossary_defines_each_term_in_one_sentence(t: Language) -> None:
    terms = [term for _, group in glossary() for term in group]
    meanings = [t(term.meaning) for term in terms]
    assert len(meanings) == len(set(meanings))
    assert [text for text in meanings if not text[:1].isupper() or not text.endswith(".") or ". " in text] == []
    assert [term for term in terms if t(term.meaning).rstrip(".").casefold() == t(term.name).casefold()] == []


def test_examples_of_sql_can_be_asked(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("examples")
    sandbox = Sandbox(folder=write_folder(folder / "data"), workspace=folder / "workspace")
    columns = pd.DataFrame({"column_name": ["plan_id", "pillar_code"]})
    statements = example_statements("pillar_progress", columns=columns, has_past=True)
    assert [len(sandbox.answer(statement)[0]) for statement in statements] == [10, 2, 10]
    assert example_statements("source", columns=columns.head(0), has_past=False) == ["SELECT * FROM source LIMIT 10"]
