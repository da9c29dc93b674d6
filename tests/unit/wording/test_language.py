"""Words, numbers, money and dates as each language writes them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from nap_analytics.errors import NapError
from nap_analytics.wording.codes import KINDS, UnknownCodeError, short_status, word
from nap_analytics.wording.language import UnknownLanguageError, language, language_codes
from nap_analytics.wording.measure_codes import STATUS_SHORT

FRENCH, ENGLISH = language("fr"), language("en")
NARROW, SPACE = "\u202f", "\xa0"


def test_french_is_offered_first_and_english_second() -> None:
    assert language_codes()[:2] == ("fr", "en")


def test_unknown_language_is_named() -> None:
    with pytest.raises(UnknownLanguageError, match="“xx”, only fr, en"):
        language("xx")


def test_a_language_is_read_once() -> None:
    assert language("fr") is FRENCH


def test_languages_name_themselves() -> None:
    assert (FRENCH.name, ENGLISH.name) == ("Français", "English")


def test_message_takes_its_named_values_as_they_are() -> None:
    assert ENGLISH("Source: {source}", source="{PAN} 50 %") == "Source: {PAN} 50 %"
    assert FRENCH("Source: {source}", source="PAN") == f"Source{SPACE}: PAN"


def test_message_without_values_is_not_formatted() -> None:
    assert ENGLISH("a {brace}") == "a {brace}"


@pytest.mark.parametrize(
    ("count", "french", "english"),
    [(0, "0 an", "0 years"), (1, "1 an", "1 year"), (2, "2 ans", "2 years"), (1500, f"1{NARROW}500 ans", "1,500 years")],
)
def test_number_of_a_message_follows_the_language(count: int, french: str, english: str) -> None:
    assert FRENCH.n("{count} year", "{count} years", count) == french
    assert ENGLISH.n("{count} year", "{count} years", count) == english


@pytest.mark.parametrize(
    ("value", "digits", "french", "english"),
    [
        (1276, None, f"1{NARROW}276", "1,276"),
        (64.34, None, "64,3", "64.3"),
        (64.25, None, "64,3", "64.3"),
        (-64.25, None, "-64,3", "-64.3"),
        (64.0, None, "64", "64"),
        (0, None, "0", "0"),
        (-0.04, None, "0", "0"),
        (0.4814, 3, "0,481", "0.481"),
        (2, 1, "2,0", "2.0"),
        (9_386_000_000, 0, f"9{NARROW}386{NARROW}000{NARROW}000", "9,386,000,000"),
    ],
)
def test_numbers(value: float, digits: int | None, french: str, english: str) -> None:
    assert (FRENCH.number(value, digits), ENGLISH.number(value, digits)) == (french, english)


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (64.34, f"64,3{NARROW}%", "64.3%"),
        (64.0, f"64{NARROW}%", "64%"),
        (-20, f"-20{NARROW}%", "-20%"),
        (1500, f"1{NARROW}500{NARROW}%", "1,500%"),
    ],
)
def test_percentages(value: float, french: str, english: str) -> None:
    assert (FRENCH.percent(value), ENGLISH.percent(value)) == (french, english)


def test_money_in_full() -> None:
    assert FRENCH.money(1_276_000_000, "XOF") == f"1{NARROW}276{NARROW}000{NARROW}000{SPACE}FCFA"
    assert ENGLISH.money(1_276_000_000, "XOF") == f"XOF{SPACE}1,276,000,000"
    assert FRENCH.money(1_945_248.5, "EUR") == f"1{NARROW}945{NARROW}249{SPACE}EUR"


@pytest.mark.parametrize(
    ("amount", "french", "english"),
    [
        (1_276_000_000, f"1{NARROW}276{SPACE}M{SPACE}FCFA", f"XOF{SPACE}1,276{SPACE}M"),
        (540_121_000, f"540,1{SPACE}M{SPACE}FCFA", f"XOF{SPACE}540.1{SPACE}M"),
        (34_600, f"34{NARROW}600{SPACE}FCFA", f"XOF{SPACE}34,600"),
        (0, f"0{SPACE}M{SPACE}FCFA", f"XOF{SPACE}0{SPACE}M"),
    ],
)
def test_money_in_millions(amount: float, french: str, english: str) -> None:
    assert (FRENCH.millions(amount, "XOF"), ENGLISH.millions(amount, "XOF")) == (french, english)


def test_days_and_months() -> None:
    day = date(2019, 12, 31)
    assert (FRENCH.date(day), ENGLISH.date(day)) == ("31 décembre 2019", "31 December 2019")
    assert (FRENCH.month(pd.Timestamp(day)), ENGLISH.month(pd.Timestamp(day))) == ("décembre 2019", "December 2019")


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA, pd.NaT])
def test_missing_is_said_and_never_zero(missing: Any) -> None:
    for written in (FRENCH.number, FRENCH.percent, FRENCH.date, FRENCH.month):
        assert written(missing) == "non communiqué"
    assert FRENCH.money(missing, "XOF") == FRENCH.millions(missing, "XOF") == word(FRENCH, missing) == "non communiqué"


def test_separators_are_those_of_the_language() -> None:
    assert (FRENCH.separators, ENGLISH.separators) == (f",{NARROW}", ".,")


def test_translated_columns_become_one() -> None:
    frame = pd.DataFrame({"id": [1], "name_en": ["Prevention"], "name_fr": ["Prévention"], "share": [0.5]})
    assert FRENCH.localise(frame).to_dict("list") == {"id": [1], "name": ["Prévention"], "share": [0.5]}
    assert ENGLISH.localise(frame).to_dict("list") == {"id": [1], "name": ["Prevention"], "share": [0.5]}


def test_english_stands_in_for_a_language_without_column() -> None:
    frame = pd.DataFrame({"note_en": ["a note"], "other_fr": ["reste"]})
    assert FRENCH.localise(frame).to_dict("list") == {"note": ["a note"], "other_fr": ["reste"]}


def test_column_both_plain_and_translated_is_refused() -> None:
    with pytest.raises(NapError, match="name"):
        FRENCH.localise(pd.DataFrame({"name": [""], "name_en": [""], "name_fr": [""]}))


@pytest.mark.parametrize("code", sorted({code for words in KINDS.values() for code in words}))
def test_code_means_the_same_in_every_kind(code: str) -> None:
    assert len({words[code] for words in KINDS.values() if code in words}) == 1


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_codes_of_a_kind_have_different_words(kind: str) -> None:
    for t in (FRENCH, ENGLISH):
        assert len({word(t, code) for code in KINDS[kind]}) == len(KINDS[kind])


def test_status_has_the_words_of_the_published_method() -> None:
    assert word(FRENCH, "acceleration") == "Des progrès ont été réalisés, mais une accélération est nécessaire"
    assert [short_status(FRENCH, code) for code in STATUS_SHORT] == [
        "Cible atteinte",
        "Sur la bonne voie",
        "Accélération nécessaire",
        "Progrès limités",
        "Détérioration",
        "Cible manquée",
        "Non vérifiée",
        "Non évalué",
    ]


def test_unknown_code_is_named() -> None:
    with pytest.raises(UnknownCodeError, match="“better”"):
        word(ENGLISH, "better")
    with pytest.raises(UnknownCodeError, match="“planned”"):
        short_status(ENGLISH, "planned")
