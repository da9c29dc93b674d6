"""Places in the sources, publishers and licences, told in another language from the one in which they are written."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from nap_analytics.wording.language import Language, language
from nap_analytics.wording.places import PlaceWords
from tests.messages import translated_languages

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[3] / "data"
FRENCH, ENGLISH = language("fr"), language("en")
OWN_NAMES = {"of", "the", "from", "by", "on", "in", "and", "for", "through", "quoting", "copy", "text", "paragraph"}
"""Words that show that part of a publisher’s name was not told."""


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\xa0", " ")


def cells(ending: str) -> Iterator[str]:
    for path in sorted(DATA.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from (text for name, text in row.items() if name.endswith(ending) and text)


def words_of(t: Language) -> PlaceWords:
    return PlaceWords(t, t.sources)


@pytest.mark.parametrize("code", translated_languages())
def test_no_english_word_is_left_in_a_place(code: str) -> None:
    """A new word of a place goes into the catalogue `sources.po`."""
    words = words_of(language(code))
    assert {place: left for place in cells("locator") if (left := words.left_over(place))} == {}


@pytest.mark.parametrize("code", translated_languages())
def test_no_english_word_is_left_in_a_publisher(code: str) -> None:
    """The names of papers and sites stay as they are."""
    words = words_of(language(code))
    assert {name: left for name in cells("publisher") if (left := OWN_NAMES & set(words.left_over(name)))} == {}


@pytest.mark.parametrize("code", translated_languages())
def test_phrases_write_numbers_as_a_sign_and_keep_them_all(code: str) -> None:
    phrases = language(code).sources
    assert [phrase for phrase in phrases if re.search(r"\d", phrase)] == []
    assert {phrase: translation for phrase, translation in phrases.items() if phrase.count("#") != translation.count("#")} == {}


@pytest.mark.parametrize(
    ("place", "french"),
    [
        ("Strategic framework, Key priority 1, result 1.3", "Cadre stratégique, priorité clé 1, résultat 1.3"),
        ("Third paragraph: 734 of 1,708 cases (43 %)", "Troisième paragraphe : 734 cas sur 1 708 (43 %)"),
        ("First paragraph: 1 March 2019", "Premier paragraphe : 1er mars 2019"),
        ('Situational analysis, sentence "Despite this progress"', "État des lieux, phrase « Despite this progress »"),
        ("Row geo=mli, year 2018", "Ligne geo=mli, année 2018"),
        ("", ""),
    ],
)
def test_the_words_around_a_quotation_are_told(place: str, french: str) -> None:
    assert plain(FRENCH.place(place)) == french
    assert ENGLISH.place(place) == place


def test_a_word_that_nobody_translated_stays() -> None:
    assert plain(FRENCH.place("Paragraph 3, zebra")) == "Paragraphe 3, zebra"
    assert words_of(FRENCH).left_over("Paragraph 3, zebra") == ["zebra"]
