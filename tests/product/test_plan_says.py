"""What the plans say: every passage and every body in both languages with its place, found by word, and told where none is entered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from nap_analytics import queries
from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.language import language, language_codes
from tests.tiny import PLAN, Tables, of_plan, together, write_folder
from tests.visits import page_run, visited

PLANS = ("mli-2012", "mli-2015", "mli-2019")

OTHER = "tst-2012"
"""A plan of which nothing is entered."""
ONE_PASSAGE = together(
    {
        "plan": [{"plan_id": PLAN}],
        "pillar": [{"pillar_code": "1"}],
        "passage": [{"passage_id": "a", "text_fr": "Dialoguer", "text_en": "Talk"}],
    },
    of_plan(OTHER, {}, start_year=2012, end_year=2014),
)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Tables], None]]:
    """Lets the dashboard open another folder."""

    def open_folder(tables: Tables) -> None:
        monkeypatch.setenv("NAP_DATA", str(write_folder(tmp_path / "data", tables)))
        monkeypatch.setenv("NAP_WORKSPACE", str(tmp_path / "workspace"))
        st.cache_resource.clear()

    yield open_folder
    st.cache_resource.clear()


def words_of(app: AppTest) -> str:
    """What a page says, its markup included."""
    assert [element.message for element in app.exception] + [element.value for element in app.error] == []
    return unescape("\n".join(element.proto.body for element in app.get("html") if not element.proto.unsafe_allow_javascript))


@pytest.mark.parametrize("code", language_codes())
@pytest.mark.parametrize("plan", PLANS)
def test_every_passage_and_body_stands_there_with_its_place(plan: str, code: str, real: Warehouse) -> None:
    t = language(code)
    shown = words_of(visited("plans", lang=code, view="says", plan=plan))
    passages, bodies = (t.localise(question(real)) for question in (queries.passages, queries.bodies))
    own = passages[passages["plan_id"] == plan]
    assert len(own)
    assert [row.passage_id for row in own.itertuples() if row.text not in shown or row.locator not in shown] == []
    assert [row.name for row in bodies[bodies["plan_id"] == plan].itertuples() if row.name not in shown or row.locator not in shown] == []
    members = t.localise(queries.committee_members(real, plan_id=plan))
    assert [name for name in members["name"] if name not in shown] == []


def test_both_languages_stand_side_by_side() -> None:
    shown = words_of(visited("plans", lang="fr", view="says", plan="mli-2019", subject="change", words="both"))
    assert "Durée plus longue" in shown
    assert "As this version of the NAP 1325 is spread over a longer duration" in shown


def test_a_subject_in_the_address_is_shown_alone_and_open() -> None:
    shown = words_of(visited("plans", lang="fr", view="says", plan="mli-2019", subject="localisation"))
    assert "<details open><summary><b>Plans régionaux et locaux</b>" in shown
    assert "<details open><summary><b>Engagements datés</b>" in shown
    assert "22 mars 2021 (échéance passée)" in shown
    assert "Règles d’adaptation" not in shown


def test_words_lead_from_the_search_to_the_passage() -> None:
    shown = words_of(visited("indicators", lang="fr", q="Niafunké"))
    assert "1 passage des plans trouvé" in shown
    assert 'href="plans?view=says&plan=mli-2019&subject=good_practice"' in shown


@pytest.mark.parametrize("code", language_codes())
def test_the_glossary_says_what_each_body_is_for(code: str, real: Warehouse) -> None:
    shown, bodies = words_of(visited("sources", lang=code, section="glossary")), language(code).localise(queries.bodies(real))
    assert [row.name for row in bodies.itertuples() if row.name not in shown or row.role not in shown] == []


def test_a_plan_of_which_nothing_is_entered_says_so(elsewhere: Callable[[Tables], None]) -> None:
    elsewhere(ONE_PASSAGE)
    assert "Dialoguer" in words_of(page_run("plans", view="says"))
    bare = words_of(page_run("plans", view="says", plan=OTHER))
    assert f"Aucun passage, organe ni engagement daté n’est saisi pour le {OTHER} (fr)" in bare
    assert "Les passages et les organes viennent des fichiers passage.csv et body.csv du dossier du plan." in bare


def test_data_without_any_passage_says_so(elsewhere: Callable[[Tables], None]) -> None:
    elsewhere({})
    assert "Les données ne contiennent de passage ni d’organe pour aucun plan." in words_of(page_run("plans", view="says"))
    assert "Organes de pilotage" not in words_of(page_run("sources", section="glossary"))
