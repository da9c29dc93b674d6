"""What French makes of small words, of units and of the names of files; how a plan’s own words are taken from the data."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from nap_analytics.wording.codes import counted_pillars, pillar_words, with_capital
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.language import language
from nap_analytics.wording.values import Unit, dated_value, unit_of, written_value

EN, FR = language("en"), language("fr")
UNIT_TABLE = Path(__file__).parents[3] / "data" / "reference" / "unit.csv"


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("first", "last", "french"),
    [
        ("avril 2012", "mars 2013", "d’avril 2012 à mars 2013"),
        ("octobre 2012", "août 2013", "d’octobre 2012 à août 2013"),
        ("mars 2012", "octobre 2013", "de mars 2012 à octobre 2013"),
        ("27 mars 2017", "2 avril 2017", "du 27 mars 2017 au 2 avril 2017"),
        ("1er novembre 2017", "30 avril 2018", "du 1er novembre 2017 au 30 avril 2018"),
        ("11 %", "12 %", "de 11 % à 12 %"),
        ("humanité", "homme", "de humanité à homme"),
    ],
)
def test_small_words_fit_what_follows_them(first: str, last: str, french: str) -> None:
    assert FR("from {first} to {last}", first=first, last=last) == french
    assert EN("from {first} to {last}", first=first, last=last) == f"from {first} to {last}"


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [(0, "0 women", "0 femme"), (1, "1 woman", "1 femme"), (1.5, "1.5 women", "1,5 femme"), (2, "2 women", "2 femmes")],
)
def test_a_unit_takes_the_number_of_the_language(value: float, english: str, french: str) -> None:
    assert written_value(EN, value, value_kind="count", unit=Unit("women", "woman")) == english
    assert plain(written_value(FR, value, value_kind="count", unit=Unit("femmes", "femme"))) == french


def test_a_unit_without_a_singular_stays_as_it_is() -> None:
    row = SimpleNamespace(unit="points", unit_one=None)
    assert written_value(EN, 1, value_kind="count", unit=unit_of(row)) == "1 points"


def test_each_unit_that_is_counted_has_a_singular() -> None:
    with UNIT_TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    without = {row["unit"] for row in rows if not (row["name_one_en"] and row["name_one_fr"])}
    assert without == {"index", "level", "percent", "rank", "ratio", "score", "yes/no"}


def test_a_value_of_several_years_says_them_all() -> None:
    days = {"day": pd.Timestamp("2023-12-31"), "value_kind": "percent"}
    assert dated_value(EN, 6, since=pd.Timestamp("2022-01-01"), **days) == "6% (2022-2023)"
    assert plain(dated_value(FR, 6, since=pd.Timestamp("2022-01-01"), **days)) == "6 % (2022-2023)"
    assert plain(dated_value(FR, 6, since=pd.Timestamp("2023-01-01"), **days)) == "6 % (2023)"
    assert plain(dated_value(FR, 6, **days)) == "6 % (2023)"


def test_a_plan_names_its_pillars_in_its_own_word() -> None:
    axes = SimpleNamespace(pillar_word="axe", pillar_words="axes")
    assert (pillar_words(FR, axes).one, pillar_words(FR, axes).many) == ("axe", "axes")
    assert (plain(counted_pillars(FR, 5, axes)), plain(counted_pillars(FR, 1, axes))) == ("5 axes", "1 axe")
    silent = SimpleNamespace(pillar_word=None, pillar_words=None)
    assert (pillar_words(FR, silent).one, pillar_words(EN, silent).many) == ("volet", "pillars")
    assert with_capital("axe") == "Axe"


@pytest.mark.parametrize(
    ("parts", "stem"),
    [
        (("parts-du-budget", "Participation d’abord", "xof-2023"), "parts-du-budget-participation-d-abord-xof-2023"),
        (("valeurs", "mli-2019:1.3.1a"), "valeurs-mli-2019-1-3-1a"),
        (("Thèmes", "À compléter"), "themes-a-completer"),
    ],
)
def test_a_file_bears_a_name_that_every_system_keeps(parts: tuple[str, ...], stem: str) -> None:
    assert file_stem(*parts) == stem
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", file_stem(*parts))
