"""Sound data that lacks a whole subject: every page opens in both languages and every file is written."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from nap_analytics.errors import NoPlanError
from nap_analytics.kit.formats import FORMATS, Export
from nap_analytics.ui.cache import warehouse
from nap_analytics.ui.navigation import PAGES
from nap_analytics.warehouse import open_warehouse
from nap_analytics.wording.language import language, language_codes
from tests.combinations import WHOLE, combinations
from tests.tiny import PLAN, Tables, framework, measured, together, write_folder
from tests.visits import page_run

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

BUDGET: Tables = {
    "activity": [{"activity_id": "A1"}],
    "budget_line": [{"activity_id": "A1", "pillar_code": "1", "budget_year": 2019, "amount": 100, "printed_total": 100}],
    "printed_total": [{"pillar_code": "1", "amount": 100}, {"amount": 100}],
}
ABOVE_THE_RESULTS: Tables = {
    "framework_node": [
        *framework(PLAN, "1"),
        {"node_code": "O2", "parent_code": "1", "level": "objective", "sort_order": 4},
    ],
    "indicator": [
        {"indicator_id": "of-pillar", "node_code": "1"},
        {"indicator_id": "of-first", "node_code": "O1"},
        {"indicator_id": "of-second", "node_code": "O2"},
        {"indicator_id": "of-result", "node_code": "1.1"},
    ],
}

DATA: dict[str, Tables] = {
    "nothing-but-a-plan": {},
    "no-indicator-no-population": {**BUDGET, "population": []},
    "no-value": together(measured("mark", baseline=10, target=30, value_kind="percent", unit="percent"), BUDGET),
    "no-target-no-budget": measured("mark", baseline=10, values=20, value_kind="percent", unit="percent"),
    "only-chapters": {"indicator": [{"indicator_id": "led", "chapter": "leadership"}]},
    "above-the-results": ABOVE_THE_RESULTS,
    "below-zero": measured("fall", baseline=-4, target=20, values=-12.5, value_kind="rate_of_change", unit="percent"),
}
"""What the folder holds."""

GAP = re.compile(r"\b(None|nan|NaN|NaT|[Nn]ot reported (?:a|per|people)|[Nn]on communiqué (?:par|personnes?))\b")
"""A gap word where another word was meant."""


@pytest.fixture(scope="module")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One of the folders, as the one that the dashboard uses."""
    made = tmp_path_factory.mktemp(request.param)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("NAP_DATA", str(write_folder(made / "data", DATA[request.param])))
        patched.setenv("NAP_WORKSPACE", str(made / "workspace"))
        st.cache_resource.clear()
        yield made / "data"
    st.cache_resource.clear()


def words_of(app: AppTest) -> str:
    """What the page says, its charts included, without markup."""
    texts = [element.proto.body for element in app.get("html") if not element.proto.unsafe_allow_javascript]
    drawn = [text for element in app.get("plotly_chart") for text in (element.proto.alt, element.proto.spec)]
    return unescape(re.sub(r"<[^>]+>", " | ", "\n".join([*texts, *drawn])))


@pytest.fixture(scope="module")
def export(folder: Path) -> Callable[[str], Export]:
    """What a writer of files is given, by language; with the warehouse that the pages have opened."""
    assert os.environ["NAP_DATA"] == str(folder)
    opened = warehouse().remembering()
    return lambda code: Export(opened, language(code), date(2026, 11, 27), "XM-EXAMPLE", "Example")


FILES = ("iati", "hxl", "sdmx", "xlsx", "light", "docx")


def with_every_folder(names: Iterable[str]) -> list[ParameterSet]:
    """Folder, name and language: by default every other name with each folder, the languages in turn; with `--whole` all."""
    return [
        pytest.param(folder, name, code, marks=() if (row + column) % 2 == 0 and (row + column // 2) % len(codes) == at else WHOLE)
        for codes in [language_codes()]
        for row, folder in enumerate(DATA)
        for column, name in enumerate(names)
        for at, code in enumerate(codes)
    ]


@pytest.mark.parametrize(("folder", "name", "code"), with_every_folder(PAGES), indirect=["folder"])
def test_every_page_opens_and_no_gap_stands_inside_a_sentence(folder: Path, name: str, code: str) -> None:
    assert os.environ["NAP_DATA"] == str(folder)
    app = page_run(name, lang=code)
    assert [element.message for element in app.exception] + [element.value for element in app.error] == []
    assert GAP.findall(words_of(app)) == []


@pytest.mark.parametrize(("folder", "name", "code"), with_every_folder(FILES), indirect=["folder"])
def test_every_file_is_written(folder: Path, name: str, code: str, export: Callable[[str], Export]) -> None:
    assert folder.is_dir()
    content = FORMATS[name].write(export(code))
    assert content
    if name == "light":
        assert GAP.findall(content.decode()) == []


@pytest.fixture
def no_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of headings alone, as the one that the dashboard uses: how a country begins."""
    folder = write_folder(tmp_path / "data")
    for path in folder.rglob("*.csv"):
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    monkeypatch.setenv("NAP_DATA", str(folder))
    monkeypatch.setenv("NAP_WORKSPACE", str(tmp_path / "workspace"))
    st.cache_resource.clear()
    yield folder
    st.cache_resource.clear()


@pytest.mark.usefixtures("no_plan")
@pytest.mark.parametrize(("name", "code"), combinations([name for name, entry in PAGES.items() if entry.needs_plan], language_codes()))
def test_a_page_about_plans_says_that_there_is_none(name: str, code: str) -> None:
    app = page_run(name, lang=code)
    t = language(code)
    assert [element.message for element in app.exception] + [element.value for element in app.error] == []
    assert t("The data holds no plan.") in words_of(app)
    assert t("Data as of {date}", date="") not in words_of(app)


@pytest.mark.usefixtures("no_plan")
@pytest.mark.parametrize(
    ("view", "code"),
    combinations(
        [
            *(("data", section) for section in ("dictionary", "checks", "discrepancies", "missing", "downloads")),
            *(("sources", section) for section in ("sources", "method", "transcription", "licence", "glossary")),
        ],
        language_codes(),
    ),
)
def test_what_needs_no_plan_opens_without_one(view: tuple[str, str], code: str) -> None:
    name, section = view
    app = page_run(name, lang=code, section=section)
    assert [element.message for element in app.exception] + [element.value for element in app.error] == []
    assert GAP.findall(words_of(app)) == []


@pytest.mark.parametrize("name", ["iati", "xlsx", "light", "docx"])
def test_a_file_about_plans_is_refused_without_one(name: str, no_plan: Path) -> None:
    asked = Export(open_warehouse(folder=no_plan), language("en"), date(2026, 11, 27), "XM-EXAMPLE", "Example")
    with pytest.raises(NoPlanError):
        FORMATS[name].write(asked)


@pytest.mark.parametrize("name", ["hxl", "sdmx"])
def test_a_file_of_rows_is_written_with_none(name: str, no_plan: Path) -> None:
    asked = Export(open_warehouse(folder=no_plan), language("en"), date(2026, 11, 27), "XM-EXAMPLE", "Example")
    assert FORMATS[name].write(asked)


def test_warnings_stand_on_the_page_of_checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    periods = [("2019-01-01", "2019-03-31"), ("2019-07-01", "2019-09-30")]
    tables: Tables = {
        "indicator": [{"indicator_id": "s", "accumulation": "sum"}],
        "series": [{"series_id": "s"}],
        "observation": [{"series_id": "s", "period_start": start, "period_end": end, "value": 5} for start, end in periods],
    }
    monkeypatch.setenv("NAP_DATA", str(write_folder(tmp_path / "data", tables)))
    monkeypatch.setenv("NAP_WORKSPACE", str(tmp_path / "workspace"))
    st.cache_resource.clear()
    app = page_run("data", lang="en", section="checks")
    texts = words_of(app)
    st.cache_resource.clear()
    assert "observation.csv, row 3, column period_start" in texts
    assert "s: 2019-04-01 – 2019-06-30" in texts
    assert "no row covers these days, so no sum is made over them" in texts
