"""Whatever is read: no target is told by its pace once its date has passed, and no mean with wide bounds is told as a finding.

Every scene, file and workbook is read in each language, with the real data as of today, every view and report in one of them, the
languages in turn (in each with `--whole`); and all with a plan that is still running, where the same words are to be found, in the first
language.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

import openpyxl
import pytest
import streamlit as st
import yaml
from docx import Document
from lxml import etree, html
from streamlit.testing.v1 import AppTest

from nap_analytics import queries
from nap_analytics.deck import Deck
from nap_analytics.kit import storyboard
from nap_analytics.kit.files import KIT
from nap_analytics.kit.light import light_page
from nap_analytics.kit.report import annual_report
from nap_analytics.kit.workbook import budget_workbook
from nap_analytics.open_data.hxl import hxl_csv
from nap_analytics.open_data.iati import plan_activities
from nap_analytics.open_data.sdmx import sdmx_csv
from nap_analytics.ui.navigation import PAGES
from nap_analytics.warehouse import Warehouse, open_warehouse
from nap_analytics.wording.language import DEFAULT_LANGUAGE, Language, language, language_codes
from nap_analytics.wording.measure_codes import STATUS, STATUS_SHORT
from tests.combinations import WHOLE
from tests.tiny import Row, framework, write_folder
from tests.views import views_in
from tests.visits import page_run, visited

ROOT = Path(__file__).parents[2]
TODAY = date.today()
PACE = ("on_track", "acceleration", "limited", "deterioration")
"""Statuses that only a target whose date is still to come can have."""

TOLD = {
    "en": (r"\bon track\b", r"acceleration needed", r"needing acceleration", r"limited progress", r"\bdeterioration\b", r"moving away"),
    "fr": (r"sur la bonne voie", r"accélération nécessaire", r"à accélérer", r"progrès limité", r"s’éloign"),
}
"""How sentences tell them, besides the words of the statuses."""

HEADLINE = {
    "en": r"average progress of \d|progress of \d[\d.,]*\s*%(?: towards|, on \d)|progress stands at \d|is ahead with \d",
    "fr": r"avancement moyen de \d|avancement de \d[\d.,]*\s*%(?: vers|, sur \d)|l’avancement est (?:de \d|le plus élevé)",
}
"""How a mean is told that may stand alone."""

DEFINITIONS = {"sources", "data"}
"""Pages that explain every word that the dashboard has, those of the statuses among them."""


@dataclass(frozen=True)
class Read:
    """All that is told of one data folder in one language.

    Attributes:
        warehouse: The data.
        t: The language.
        folder: Its folder.
        workspace: What was reported: nothing.
        is_whole: Each view and report is read in each language.
    """

    warehouse: Warehouse
    t: Language
    folder: Path
    workspace: Path
    is_whole: bool

    @property
    def has_all_views(self) -> bool:
        """The views of the pages that name plans of the shipped data are there."""
        return self.folder == ROOT / "data"

    @contextmanager
    def opened(self) -> Iterator[None]:
        """The dashboard opens this folder, and forgets what it kept of another."""
        if self.has_all_views:
            yield
            return
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("NAP_DATA", str(self.folder))
            patched.setenv("NAP_WORKSPACE", str(self.workspace))
            st.cache_resource.clear()
            yield
        st.cache_resource.clear()

    @cached_property
    def pages(self) -> dict[str, str]:
        """The words of each page in each of its views as of today: its HTML, its charts, the words for those who do not see them."""
        views = views_in(self.t.code, is_whole=self.is_whole) if self.has_all_views else [(name, {}) for name in PAGES]
        run = visited if self.has_all_views else page_run
        with self.opened():
            return {
                f"{name} {'-'.join(view.values())}": page_words(run(name, lang=self.t.code, **view), name=name)
                for name, view in views
                if name not in DEFINITIONS and "as_of" not in view
            }

    @cached_property
    def scenes(self) -> dict[str, str]:
        """The scenes of every story, and the workbook and the HTML file that are made of them."""
        texts = {}
        with self.opened():
            decks = decks_of(self.warehouse)
        for name, deck in decks.items():
            texts[f"story {name}"] = json.dumps(deck.as_json()["scenes"][self.t.code], ensure_ascii=False)
            texts[f"workbook {name}"] = strings(KIT["xlsx"](deck, self.t))
        return texts

    @cached_property
    def files(self) -> dict[str, str]:
        """Reports, light page, workbook of the budgets, and the files of exchange with their codes left out."""
        plans = list(queries.plan_overview(self.warehouse, viewed_on=TODAY)["plan_id"])
        if self.has_all_views and not self.is_whole:
            plans = plans[language_codes().index(self.t.code) :: len(language_codes())]
        made = {f"report {plan}": paragraphs(annual_report(self.warehouse, self.t, plan_id=plan, viewed_on=TODAY)) for plan in plans}
        made["light"] = html.fromstring(light_page(self.warehouse, self.t, viewed_on=TODAY)).text_content()
        made["budget workbook"] = strings(budget_workbook(self.warehouse, self.t, viewed_on=TODAY))
        made["iati"] = "\n".join(etree.fromstring(plan_activities(self.warehouse, viewed_on=TODAY)).itertext())
        made["hxl"] = hxl_csv(self.warehouse, self.t, viewed_on=TODAY).decode("utf-8")
        made["sdmx"] = sdmx_csv(self.warehouse, self.t, viewed_on=TODAY).decode("utf-8")
        return made

    def everything(self) -> dict[str, str]:
        """Place -> its words, each space an ordinary one."""
        read = {**self.pages, **self.scenes, **self.files}
        return {place: re.sub(r"\s+", " ", text) for place, text in read.items()}


@cache
def decks_of(warehouse: Warehouse) -> dict[str, Deck]:
    """The deck of each story in all languages; the dashboard's folder has the stories."""
    decks = {}
    for name in storyboard.story_names():
        decks[name], faults = storyboard.story_deck(storyboard.read_story(name), warehouse=warehouse, viewed_on=TODAY)
        assert faults == ()
    return decks


def page_words(app: AppTest, *, name: str) -> str:
    """All that a page says."""
    assert [element.message for element in app.exception] + [element.value for element in app.error] == [], name
    bodies = [element.proto.body for element in app.get("html") if not element.proto.unsafe_allow_javascript]
    figures = [json.dumps(json.loads(element.proto.spec), ensure_ascii=False) for element in app.get("plotly_chart")]
    alts = [element.proto.alt for element in app.get("plotly_chart")]
    return "\n".join([*bodies, *(element.value for element in app.markdown), *alts, *figures])


def strings(workbook: bytes) -> str:
    """The texts of the cells of a workbook."""
    book = openpyxl.load_workbook(io.BytesIO(workbook), data_only=True)
    return "\n".join(cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, str))


def paragraphs(document: bytes) -> str:
    """The words of a document, those in its tables and places to write among them."""
    body = Document(io.BytesIO(document)).element.body
    return "\n".join("".join(run.text or "" for run in each.iter("{*}t")) for each in body.iter("{*}p"))


def pace_words(t: Language) -> str:
    """A pattern for every word of a pace; its code where it fills a cell."""
    names = {t(words[code]) for words in (STATUS, STATUS_SHORT) for code in PACE}
    return "|".join([*map(re.escape, sorted(names, key=len, reverse=True)), *TOLD[t.code], *(rf"(?<=,){code}(?=,)" for code in PACE)])


def found_in(read: dict[str, str], pattern: str) -> dict[str, list[str]]:
    """Place -> what of it matches, with what stands around it."""
    sought = re.compile(pattern, re.IGNORECASE)
    matches = {
        place: [text[max(match.start() - 60, 0) : match.end() + 60] for match in sought.finditer(text)] for place, text in read.items()
    }
    return {place: found for place, found in matches.items() if found}


@pytest.fixture(scope="module", params=language_codes())
def shipped(request: pytest.FixtureRequest, real: Warehouse, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """The shipped data, whose plans have all ended."""
    is_whole = request.config.getoption("--whole")
    return Read(real, language(request.param), ROOT / "data", tmp_path_factory.mktemp("workspace"), is_whole=is_whole)


@pytest.fixture(scope="module", params=[pytest.param(code, marks=() if code == DEFAULT_LANGUAGE else WHOLE) for code in language_codes()])
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """A plan whose targets are still to come, of which enough is known for a mean."""
    folder = write_folder(tmp_path_factory.mktemp("running"), running_plan())
    (folder / "stories").mkdir()
    charts = [{"chart": name, "with": {"plan": "tst-run"}} for name in ("progress", "targets", "direction", "coverage")]
    scenes = [{**chart, "notes": {"en": "Say it.", "fr": "Le dire."}} for chart in charts]
    story = {"title": {"en": "Running", "fr": "En cours"}, "scenes": scenes}
    (folder / "stories" / "running.yaml").write_text(yaml.safe_dump(story, allow_unicode=True), encoding="utf-8")
    workspace = tmp_path_factory.mktemp("workspace")
    return Read(open_warehouse(folder=folder, workspace=workspace).remembering(), language(request.param), folder, workspace, is_whole=True)


def running_plan() -> dict[str, list[Row]]:
    """Four indicators, one of each pace, measured half a year ago."""
    first, last = TODAY.year - 2, TODAY.year + 2
    start, measured_on = f"{first - 1}-12-31", f"{TODAY.year - 1}-12-31"
    values = {"a": 45, "b": 30, "c": 5, "d": -5}
    return {
        "plan": [{"plan_id": "tst-run", "start_year": first, "end_year": last}],
        "pillar": [{"plan_id": "tst-run", "pillar_code": "1"}],
        "framework_node": framework("tst-run", "1"),
        "indicator": [
            {"plan_id": "tst-run", "indicator_id": f"tst-run:1.1{letter}", "sort_order": order, "value_kind": "percent", "unit": "percent"}
            for order, letter in enumerate(values)
        ],
        "series": [
            {"series_id": f"tst-run:1.1{letter}", "baseline_value": 10, "baseline_date": start, "sort_order": order}
            for order, letter in enumerate(values)
        ],
        "target": [
            {"series_id": f"tst-run:1.1{letter}", "target_value": 90, "target_date": f"{last}-12-31", "decided_on": f"{first}-01-01"}
            for letter in values
        ],
        "observation": [
            {"series_id": f"tst-run:1.1{letter}", "period_end": measured_on, "value": 10 + value} for letter, value in values.items()
        ],
    }


def test_every_deadline_of_the_real_data_has_passed(shipped: Read) -> None:
    assert shipped.warehouse.rows("SELECT COUNT(*) FROM series_progress WHERE target_value IS NOT NULL AND NOT deadline_has_passed")[1] == [
        (0,)
    ]


def test_no_target_is_told_by_its_pace_after_its_date(shipped: Read) -> None:
    assert found_in(shipped.everything(), pace_words(shipped.t)) == {}


def test_no_mean_with_wide_bounds_is_told_as_a_finding(shipped: Read) -> None:
    plans = queries.plan_overview(shipped.warehouse, viewed_on=TODAY)
    assert not plans.loc[plans["basis"] == "indicators", "is_headline_mean"].any()
    assert found_in(shipped.everything(), HEADLINE[shipped.t.code]) == {}


def test_the_same_words_are_found_where_targets_are_still_to_come(running: Read) -> None:
    statuses = {row[0] for row in running.warehouse.rows("SELECT status FROM series_progress")[1]}
    assert statuses == set(PACE)
    found = found_in(running.everything(), pace_words(running.t))
    assert {"story running", "report tst-run", "light", "iati", "hxl", "sdmx"} <= set(found)
    assert {place.split(" ")[0] for place in found} >= {"overview", "progress", "indicators"}


def test_the_same_mean_is_told_where_enough_is_known(running: Read) -> None:
    found = found_in(running.everything(), HEADLINE[running.t.code])
    assert "report tst-run" in found
    assert any(place.startswith("progress") for place in found)
