"""The long texts say the same in both languages, and what the data says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from nap_analytics.warehouse.database import Warehouse

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "nap_analytics" / "content"
STORIES = ROOT / "data" / "stories"


def numbers(text: str, *, language: str) -> list[str]:
    """The numbers and codes in a text, without its language's separators, sorted."""
    plain = re.sub(r"[\u00a0\u202f]", " ", text)
    if language == "fr":
        plain = re.sub(r"(?<=\d) (?=\d{3}\b)", "", plain)
        plain = re.sub(r"(?<=\d),(?=\d)", ".", plain)
    else:
        plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", plain)
    return sorted(re.findall(r"\d+(?:\.\d+)*", plain))


def paragraphs(name: str, language: str) -> list[str]:
    """The paragraphs, headings and items of a page."""
    text = (CONTENT / language / f"{name}.md").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]


def scenes() -> list[tuple[str, dict[str, Any]]]:
    """Each scene of each story with the name of the story."""
    stories = ((path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))) for path in sorted(STORIES.glob("*.yaml")))
    return [(name, scene) for name, story in stories for scene in story["scenes"]]


@pytest.mark.parametrize("name", sorted(path.stem for path in (CONTENT / "en").glob("*.md")))
def test_languages_say_the_same_numbers_paragraph_by_paragraph(name: str) -> None:
    english, french = ([numbers(text, language=code) for text in paragraphs(name, code)] for code in ("en", "fr"))
    assert english == french


def test_notes_of_the_scenes_say_the_same_numbers_in_both_languages() -> None:
    notes = [(name, scene["notes"]) for name, scene in scenes()]
    assert [(name, texts) for name, texts in notes if numbers(texts["en"], language="en") != numbers(texts["fr"], language="fr")] == []


@pytest.mark.parametrize(
    ("language", "wording", "order"),
    [
        ("en", "which the wording of the appendix favours", "the order of the lines favours the other"),
        ("fr", "ce que la formulation de l’annexe favorise", "l’ordre des lignes favorise l’autre lecture"),
    ],
)
def test_doubt_of_priorities_3_and_4_is_told_as_the_data_has_it(real: Warehouse, language: str, wording: str, order: str) -> None:
    counts = real.rows(
        "SELECT pillar_code, completed_count, planned_count FROM reported_completion WHERE NOT assignment_is_certain ORDER BY pillar_code"
    )[1]
    [paragraph] = [text for text in paragraphs("transcription", language) if wording in text]
    assert order in paragraph
    said = [int(number) for number in re.findall(r"\d+", paragraph.partition(wording)[0])]
    assert said[-6:] == [number for pillar, completed, planned in counts for number in (completed, planned, int(pillar))]


def test_target_of_the_positions_is_never_ascribed_to_the_act(real: Warehouse) -> None:
    deciders = real.rows("SELECT DISTINCT set_by FROM target WHERE series_id LIKE 'mli-2019:1.3.1a/%'")[1]
    notes = [text for _, scene in scenes() for text in scene["notes"].values() if "2015-052" in text]
    assert deciders == [("plan",)]
    assert [text for text in notes if "1.3" not in text] == []
