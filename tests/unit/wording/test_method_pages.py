"""The method pages: one per measure in each language, with the numbers that the tests work out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nap_analytics.wording.language import DEFAULT_LANGUAGE, SOURCE_LANGUAGE, language
from tests.unit.warehouse.test_direction import CASES as MOVED
from tests.unit.warehouse.test_rollup import PRIORITIES
from tests.unit.warehouse.test_series_progress import NINE_CASES
from tests.unit.warehouse.test_series_sums import PACES
from tests.unit.warehouse.test_series_sums import VERDICTS as SUM_VERDICTS

FOLDER = Path(__file__).parents[3] / "docs" / "methods"

HEADINGS = {
    SOURCE_LANGUAGE: ["Definition", "Formula", "Worked example", "Why", "What is excluded", "Source"],
    DEFAULT_LANGUAGE: ["Définition", "Formule", "Exemple chiffré", "Pourquoi", "Ce qui est exclu", "Source"],
}

WORKED: dict[str, list[float]] = {
    "progress": [case.expected[0] for case in NINE_CASES.values()] + [0.2, -0.4, 1.5, 8.6, *PACES["cumulated"].expected[:1]],
    "expected-progress-and-status": [
        50,
        47.5,
        47.4,
        30,
        29.9,
        100 / 3,
        300,
        20,
        60,
        -20,
        99,
        90,
        *SUM_VERDICTS["reached-earlier"].expected[1:2],
    ],
    "direction": [0.83, 0.8, MOVED["near-0"].expected[0], 0.2, 1, 0.05, 100.04, 4, 105, 121, MOVED["last-whole-years"].expected[0]],
    "required-pace": [913, 10, 4.0, 90, 36.0, 20],
    "rollup": [65, 155 / 12, 1105 / 12, 2, 8, 950 / 12],
    "activity-completion": [100 * row["completed_count"] / row["planned_count"] for row in PRIORITIES] + [100 * 37 / 75],
    "money": [1_750_000, 655.957, 3400, 2_040_000, 3000, 350_000, 1750, 3500, 700],
    "stages": [996, 1960, 1900, 900, 0.4, 4, 10],
    "masking": [53, 3, 20, 30, 23],
    "source-discrepancies": [120, 50, 60, 110, 10, 30, 30.77, -0.77, 64, 90, 70, -20, 100, 35, 125, -25],
}
"""Numbers of the tests that stand in the worked example of each page."""

PAGES = [(name, code) for name in WORKED for code in HEADINGS]


def page(name: str, code: str) -> str:
    """The text of a page, each space an ordinary one."""
    suffix = "" if code == SOURCE_LANGUAGE else f".{code}"
    text = (FOLDER / f"{name}{suffix}.md").read_text(encoding="utf-8")
    return re.sub(r"[\u00a0\u202f]", " ", text)


def written(number: float, code: str) -> str:
    """The number as the language writes it: to its last decimal, or to one where it never ends."""
    decimals = len(repr(number).partition(".")[2])
    text = language(code).number(number, decimals if decimals <= 3 else 1)
    return re.sub(r"[\u00a0\u202f]", " ", text)


def stands_in(number: str, text: str) -> bool:
    """True where the number stands in the text by itself, not as a part of another."""
    return re.search(rf"(?<![\d.,]){re.escape(number)}(?!\d)", text) is not None


@pytest.mark.parametrize(("name", "code"), PAGES)
def test_page_has_its_headings(name: str, code: str) -> None:
    assert re.findall(r"^## (.+)$", page(name, code), flags=re.MULTILINE) == HEADINGS[code]


@pytest.mark.parametrize(("name", "code"), PAGES)
def test_page_shows_the_numbers_of_the_tests(name: str, code: str) -> None:
    example = page(name, code).partition(f"## {HEADINGS[code][2]}")[2].partition("\n## ")[0]
    numbers = [written(number, code) for number in WORKED[name]]
    assert [number for number in numbers if not stands_in(number, example)] == []


def test_every_page_is_checked() -> None:
    pages = {f"{name}{'' if code == SOURCE_LANGUAGE else f'.{code}'}.md" for name, code in PAGES}
    assert {path.name for path in FOLDER.glob("*.md")} == pages


@pytest.mark.parametrize(("name", "code"), PAGES)
def test_links_between_pages_lead_somewhere(name: str, code: str) -> None:
    linked = re.findall(r"\]\(([\w.-]+\.md)\)", page(name, code))
    assert [link for link in linked if not (FOLDER / link).exists()] == []


@pytest.mark.parametrize("name", WORKED)
def test_languages_link_to_the_same_addresses(name: str) -> None:
    english, french = (re.findall(r"<(https://[^>]+)>", page(name, code)) for code in (SOURCE_LANGUAGE, DEFAULT_LANGUAGE))
    assert english == french
