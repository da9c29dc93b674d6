"""A folder of headings alone, how a country begins: every page and file about plans says that there is no plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import streamlit as st

from nap_analytics.errors import NoPlanError
from nap_analytics.kit.formats import FORMATS, Export
from nap_analytics.ui.cache import warehouse
from nap_analytics.ui.navigation import PAGES
from nap_analytics.wording.language import language, language_codes
from tests.combinations import combinations
from tests.tiny import write_folder
from tests.visits import GAP, page_run, words_of


@pytest.fixture(scope="module", autouse=True)
def _no_plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The dashboard uses such a folder."""
    made = tmp_path_factory.mktemp("no-plan")
    folder = write_folder(made / "data")
    for path in folder.rglob("*.csv"):
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("NAP_DATA", str(folder))
        patched.setenv("NAP_WORKSPACE", str(made / "workspace"))
        st.cache_resource.clear()
        yield
    st.cache_resource.clear()


@pytest.mark.parametrize(("name", "code"), combinations([name for name, entry in PAGES.items() if entry.needs_plan], language_codes()))
def test_a_page_about_plans_says_that_there_is_none(name: str, code: str) -> None:
    app = page_run(name, lang=code)
    t = language(code)
    assert [element.message for element in app.exception] + [element.value for element in app.error] == []
    assert t("The data holds no plan.") in words_of(app)
    assert t("Data as of {date}", date="") not in words_of(app)


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
def test_a_file_about_plans_is_refused_without_one(name: str) -> None:
    asked = Export(warehouse(), language("en"), date(2026, 11, 27), "XM-EXAMPLE", "Example")
    with pytest.raises(NoPlanError):
        FORMATS[name].write(asked)


@pytest.mark.parametrize("name", ["hxl", "sdmx"])
def test_a_file_of_rows_is_written_with_none(name: str) -> None:
    asked = Export(warehouse(), language("en"), date(2026, 11, 27), "XM-EXAMPLE", "Example")
    assert FORMATS[name].write(asked)
