"""The method pages: one per measure in each language, with the same numbers in every language.

The tests of the warehouse work out the examples of the English ones (`test_worked_progress.py`, `test_worked_sources.py`).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nap_analytics.wording.language import DEFAULT_LANGUAGE, SOURCE_LANGUAGE
from tests.methods import FOLDER, HEADINGS, NAMES, figures, page, section

PAGES = [(name, code) for name in NAMES for code in HEADINGS]
WORKED_OUT = Path(__file__).parents[1] / "warehouse"
EXAMPLE = HEADINGS[SOURCE_LANGUAGE].index("Worked example")


@pytest.mark.parametrize(("name", "code"), PAGES)
def test_page_has_its_headings(name: str, code: str) -> None:
    assert re.findall(r"^## (.+)$", page(name, code), flags=re.MULTILINE) == HEADINGS[code]


@pytest.mark.parametrize("name", NAMES)
def test_languages_print_the_same_worked_example(name: str) -> None:
    english, french = (figures(section(name, EXAMPLE, code)) for code in (SOURCE_LANGUAGE, DEFAULT_LANGUAGE))
    assert french == english != []


@pytest.mark.parametrize("name", NAMES)
def test_languages_print_the_same_numbers(name: str) -> None:
    """But for a 0 that French puts in words (nul, positif), and whatever the order and the repetitions."""
    english, french = ({*figures(page(name, code))} - {"0"} for code in (SOURCE_LANGUAGE, DEFAULT_LANGUAGE))
    assert french == english


def test_every_example_is_worked_out() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in WORKED_OUT.glob("test_worked_*.py"))
    assert [name for name in NAMES if f'example("{name}")' not in tests] == []


def test_every_page_is_there_in_every_language() -> None:
    pages = {f"{name}{'' if code == SOURCE_LANGUAGE else f'.{code}'}.md" for name, code in PAGES}
    assert {path.name for path in FOLDER.glob("*.md")} == pages


@pytest.mark.parametrize(("name", "code"), PAGES)
def test_links_between_pages_lead_somewhere(name: str, code: str) -> None:
    linked = re.findall(r"\]\(([\w.-]+\.md)\)", page(name, code))
    assert [link for link in linked if not (FOLDER / link).exists()] == []


@pytest.mark.parametrize("name", NAMES)
def test_languages_link_to_the_same_addresses(name: str) -> None:
    english, french = (re.findall(r"<(https://[^>]+)>", page(name, code)) for code in (SOURCE_LANGUAGE, DEFAULT_LANGUAGE))
    assert english == french
