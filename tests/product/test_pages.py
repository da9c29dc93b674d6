"""Every page in every language runs from start to end, and says what it shows in that language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from lxml.html import fragments_fromstring
from streamlit.testing.v1 import AppTest

from nap_analytics.ui.navigation import PAGES
from nap_analytics.wording.language import SOURCE_LANGUAGE, language, language_codes
from tests.combinations import WHOLE
from tests.views import CHARTS, VIEWS, address, views_in
from tests.visits import visited

MOST_CHARTS = 6
"""More than these on one page answer a click too late."""

CASES = [
    pytest.param(
        name,
        code,
        state,
        id=f"{name}-{code}-{'-'.join(state.values()) or 'plain'}",
        marks=() if (name, state) in views_in(code, is_whole=False) else WHOLE,
    )
    for code in language_codes()
    for name, state in views_in(code, is_whole=True)
]


@pytest.fixture
def app(name: str, code: str, state: dict[str, str]) -> AppTest:
    """The page in one state, run once for all claims."""
    return visited(name, lang=code, **state)


def html(app: AppTest) -> str:
    """Everything that the page says in HTML of its own, without its scripts."""
    return "\n".join(element.proto.body for element in app.get("html") if not element.proto.unsafe_allow_javascript)


def charts(app: AppTest) -> Iterator[tuple[str, dict[str, object]]]:
    """Text for those who do not see it, and figure, of each chart."""
    for element in app.get("plotly_chart"):
        yield element.proto.alt, json.loads(element.proto.spec)


def keys(app: AppTest, kind: str, *, end: str) -> set[str]:
    """What the elements of a kind are called on the page, without an ending."""
    ids = [element.proto.id for element in app.get(kind)]
    return {re.sub(rf"^\$\$ID-[0-9a-f]+-|{end}$", "", name) for name in ids if name.endswith(end)}


@pytest.mark.parametrize(("name", "code", "state"), CASES)
def test_page_runs_without_an_error(app: AppTest) -> None:
    assert [element.message for element in app.exception] + [element.value for element in app.error] == []


@pytest.mark.parametrize(("name", "code", "state"), CASES)
def test_page_has_its_title_in_the_language(app: AppTest, name: str, code: str) -> None:
    assert f"<h1>{language(code)(PAGES[name].title)}</h1>" in html(app)


@pytest.mark.parametrize(("name", "code", "state"), CASES)
def test_page_draws_its_charts(app: AppTest, name: str, state: dict[str, str]) -> None:
    """Else what is claimed of every chart would hold of a page that lost them all."""
    least = CHARTS.get(address(name, state), 0)
    drawn = len(list(charts(app)))
    assert drawn >= least
    assert bool(drawn) == bool(least)


def test_every_view_with_charts_is_opened() -> None:
    assert set(VIEWS) == set(PAGES)
    assert CHARTS.keys() <= {address(name, state) for name, states in VIEWS.items() for state in states}


@pytest.mark.parametrize(("name", "code", "state"), CASES)
def test_every_chart_is_told_in_words(app: AppTest) -> None:
    assert [alt for alt, _ in charts(app) if len(alt) < 40] == []


@pytest.mark.parametrize(("name", "code", "state"), CASES)
def test_every_chart_draws_something(app: AppTest) -> None:
    assert [alt for alt, figure in charts(app) if not figure["data"] and not figure["layout"].get("shapes")] == []


@pytest.mark.parametrize(("name", "code", "state"), CASES)
def test_every_chart_has_its_table_and_its_file(app: AppTest) -> None:
    drawn = keys(app, "plotly_chart", end="-chart")
    assert drawn - keys(app, "toggle", end="-table") == set()
    assert drawn - keys(app, "download_button", end="-csv") == set()


@pytest.mark.parametrize(("name", "code", "state"), CASES)
def test_every_chart_can_be_shared_with_its_finding_and_its_source(app: AppTest) -> None:
    content = fragments_fromstring(html(app))
    findings = {heading.get("data-anchor"): heading.text for heading in content if heading.get("data-anchor")}
    controls = {control.get("data-key"): control for control in content if control.get("class") == "share"}
    drawn = keys(app, "plotly_chart", end="-chart")
    assert {key: controls[key].get("data-title") for key in drawn} == {key: findings[key] for key in drawn}
    offered = {key: [button.get("data-share") for button in controls[key].iter("button")] for key in drawn}
    assert offered == {key: ["link", "sentence", "png", "svg"] for key in drawn}
    assert [key for key in drawn if not controls[key].get("data-source", "").partition(":")[2].strip()] == []


@pytest.mark.parametrize(("name", "code", "state"), CASES)
def test_every_table_can_be_shared_as_a_link_and_a_sentence(app: AppTest) -> None:
    controls = [part for part in fragments_fromstring(html(app)) if part.get("class") == "share"]
    shown = keys(app, "toggle", end="-table")
    assert {control.get("data-key") for control in controls} == shown
    assert [control.get("data-key") for control in controls if len(control.get("data-sentence", "")) < 40] == []


@pytest.mark.parametrize(("name", "code", "state"), CASES)
def test_page_has_no_more_charts_than_a_reader_waits_for(app: AppTest) -> None:
    assert len(list(charts(app))) <= MOST_CHARTS


@pytest.mark.parametrize(("name", "code", "state"), CASES)
def test_no_place_of_a_message_is_left_open(app: AppTest) -> None:
    content = html(app) + "".join(alt for alt, _ in charts(app))
    assert re.findall(r"\{\w*\}", content) == []


@pytest.mark.parametrize(("name", "code", "state"), [case for case in CASES if case.values[1] != SOURCE_LANGUAGE])
def test_no_page_is_titled_in_english_in_another_language(app: AppTest, code: str) -> None:
    t = language(code)
    english = [entry.title for entry in PAGES.values() if t(entry.title) != entry.title]
    assert [title for title in english if f"<h1>{title}</h1>" in html(app)] == []


@pytest.mark.parametrize("code", language_codes())
def test_search_for_a_region_lists_what_is_said_of_it_with_place_and_link(code: str) -> None:
    content = html(visited("indicators", lang=code, q="ML07"))
    assert "Gao (ML-7, P-code ML07)" in content
    links = {link.get("href") for part in fragments_fromstring(content) for link in part.iter("a") if link.get("href")}
    assert {link.partition("?")[0] for link in links} >= {"indicators", "plans", "progress", "data"}
    rows = [row for part in fragments_fromstring(content) for row in part.iter("tr") if row.find("td") is not None]
    named = [row for row in rows if "Gao" in row.text_content()]
    assert len(named) >= 8
    assert [row.text_content() for row in named if not row.findall("td")[-1].text_content().strip()] == []


def test_a_series_without_values_says_what_its_note_says() -> None:
    content = html(visited("indicators", lang="en", indicator="mli-2019:3.1a"))
    assert "The nearest, an index of the laws on women’s economic rights, stands under the objective (O3a)." in content


@pytest.mark.parametrize(("code", "own_word"), [("en", "Priority"), ("fr", "Priorité")])
def test_the_place_of_an_indicator_is_told_in_the_words_of_its_plan(code: str, own_word: str) -> None:
    facts = html(visited("indicators", lang=code, indicator="mli-2019:3.1a"))
    assert f">{own_word}</dt>" in facts
