"""A region is found by its names and codes in either language, with every row of the data that speaks of it, and no other."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from nap_analytics import queries
from nap_analytics.queries.answer import FOLDER
from nap_analytics.ui.navigation import PAGES
from nap_analytics.ui.screens.indicators.region_mentions import KINDS, SCREENS
from nap_analytics.warehouse import Warehouse
from nap_analytics.warehouse.declaration import declared_tables, shown_name
from tests.tiny import VIEWED_ON, Row, Tables, measured, tiny_warehouse

DATA = Path(__file__).parents[2] / "data"

REGIONS: list[Row] = [
    {"region_code": "TS-1", "pcode": "TS09", "name_en": "Timbuktu", "name_fr": "Tombouctou", "note_en": "In the north."},
    {"region_code": "TS-10", "pcode": "TS01", "name_en": "Gao", "name_fr": "Gao"},
    {"region_code": "TS-CAP", "name_en": "Bamako District", "name_fr": "District de Bamako", "other_names": "Bamako; Ségou-Koura"},
]

WORLD: Tables = {
    **measured("s", text_en="Trained women", text_fr="Femmes formées", is_sensitive=True),
    "region": REGIONS,
    "observation": [
        {"series_id": "s", "period_end": "2020-12-31", "value": 30, "region_code": "TS-1"},
        {"series_id": "s", "period_end": "2021-12-31", "value": 40, "locator": "Paragraph on Gao"},
        {"series_id": "s", "period_end": "2022-12-31", "value": 50, "note_en": "Gaoua, in another country", "note_fr": "Gaoua"},
        {"series_id": "s", "period_end": "2025-12-31", "value": 60, "locator": "Gao, after the day viewed"},
    ],
    "achievement": [{"achievement_id": "a1", "pillar_code": "1", "text_en": "A house in Timbuktu", "text_fr": "Une maison à Tombouctou"}],
    "milestone": [
        {
            "milestone_id": "m1",
            "date_from": "2019-03-01",
            "date_to": "2019-03-31",
            "name_en": "Meeting",
            "name_fr": "Réunion",
            "party_fr": "Associations de GAO",
        }
    ],
    "context_figure": [
        {"topic": "houses", "value": 3, "unit": "persons", "name_en": "Houses", "name_fr": "Maisons", "note_en": "TS09 and Gao"},
    ],
    "activity": [{"activity_id": "A1", "text_en": "Visit Bamako", "text_fr": "Visiter Bamako", "framework_text": "Segou-Koura"}],
}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Three regions, spoken of in many ways."""
    return tiny_warehouse(tmp_path_factory.mktemp("mentions"), WORLD)


def mentioned(warehouse: Warehouse, words: str, *, viewed_on: date = VIEWED_ON) -> list[tuple[str, str]]:
    """Table and code of each row found."""
    regions = queries.regions_named(warehouse, words=words)
    if regions.empty:
        return []
    asked = {"region_codes": tuple(regions["region_code"]), "pattern": "|".join(regions["pattern"])}
    frame = queries.region_mentions(warehouse, **asked, viewed_on=viewed_on)
    return list(frame[["relation", "code"]].itertuples(index=False, name=None))


NAMED = {
    "Gao": ["TS-10"],
    "gao": ["TS-10"],
    "TS-10": ["TS-10"],
    "ts01": ["TS-10"],
    "femmes de Gao": ["TS-10"],
    "Timbuktu": ["TS-1"],
    "TOMBOUCTOU": ["TS-1"],
    "TS09": ["TS-1"],
    "Bamako": ["TS-CAP"],
    "district de bamako": ["TS-CAP"],
    "segou-koura": ["TS-CAP"],
    "Gao, Tombouctou": ["TS-1", "TS-10"],
    "Gaoua": [],
    "TS-100": [],
    "TS0": [],
    "women": [],
    " ": [],
}
"""Words -> the regions that they name."""


@pytest.mark.parametrize("words", NAMED)
def test_a_region_is_named_by_a_whole_name_or_code(words: str, tiny: Warehouse) -> None:
    assert sorted(queries.regions_named(tiny, words=words)["region_code"]) == NAMED[words]


@pytest.mark.parametrize("words", ["Timbuktu", "Tombouctou", "TS-1", "TS09"])
def test_every_name_and_code_finds_the_same_rows_in_either_language(words: str, tiny: Warehouse) -> None:
    found = [("achievement", "a1"), ("context_figure", "houses"), ("observation", "s"), ("region", "TS-1")]
    assert sorted(mentioned(tiny, words)) == found


def test_texts_places_and_people_are_read_and_other_words_that_begin_alike_are_not(tiny: Warehouse) -> None:
    assert sorted(mentioned(tiny, "Gao")) == [("context_figure", "houses"), ("milestone", "m1"), ("observation", "s"), ("region", "TS-10")]
    assert sorted(mentioned(tiny, "Bamako")) == [("activity", "A1"), ("region", "TS-CAP")]


def test_what_is_later_than_the_day_viewed_is_not_found(tiny: Warehouse) -> None:
    assert mentioned(tiny, "Gao", viewed_on=date(2026, 1, 1)).count(("observation", "s")) == 2


def test_a_masked_count_is_found_without_its_value_or_note(tmp_path: Path) -> None:
    rows = [
        {"series_id": "s", "period_end": "2020-12-31", "value": value, "region_code": code, "note_en": f"{value} in Gao"}
        for code, value in (("TS-1", 3), ("TS-10", 40), ("TS-CAP", 60))
    ]
    warehouse = tiny_warehouse(tmp_path, {**measured("s", is_sensitive=True), "region": REGIONS, "observation": rows})
    pattern = queries.regions_named(warehouse, words="Timbuktu")["pattern"].iloc[0]
    frame = queries.region_mentions(warehouse, region_codes=("TS-1",), pattern=pattern, viewed_on=VIEWED_ON)
    row = frame[frame["relation"] == "observation"].iloc[0]
    assert (row["value"] == 3, row["missing_reason"], "3 in Gao" in str(row["said_en"])) == (False, "masked", False)
    assert mentioned(warehouse, "Gao").count(("observation", "s")) == 2


def test_every_table_with_texts_is_read() -> None:
    """A new table with texts in both languages has its part of the statement, its kind and its screen."""
    statement = (FOLDER / "region_mentions.sql").read_text(encoding="utf-8")
    read = set(re.findall(r"'(\w+)' AS relation", statement))
    with_texts = {shown_name(table) for table in declared_tables() if any(name.endswith("_fr") for name in table.column_names)}
    assert with_texts - read - {"unit"} == set()
    assert set(re.findall(r"'(\w+)' AS kind", statement)) == set(KINDS)
    assert read - {"observation", "target", "series", "indicator"} == set(SCREENS)
    assert {page for page, _ in SCREENS.values()} <= set(PAGES)


def folded(text: str) -> str:
    """The text in small letters, without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)).lower()


@cache
def rows_as_written() -> list[tuple[str, str, str]]:
    """Every row of the CSV files: its table, its region's code if it has one, and all its cells in small letters without accents."""
    return [
        (path.stem, row.get("region_code", ""), folded(" | ".join(filter(None, row.values()))))
        for path in DATA.rglob("*.csv")
        for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    ]


def rows_of_files(*names: str, code: str) -> Counter[str]:
    """By table: how many rows of the CSV files carry the code of a region or have one of its names in any cell."""
    named = re.compile(rf"\b(?:{'|'.join(re.escape(folded(name)) for name in names)})\b")
    return Counter(table for table, region_code, cells in rows_as_written() if region_code == code or named.search(cells))


def test_every_row_of_the_files_that_names_a_region_is_found_by_it(real: Warehouse, pytestconfig: pytest.Config) -> None:
    """Counted a second time, in the files themselves, for every region: by one of its names or codes in turn, with `--whole` by each."""
    with (DATA / "reference" / "region.csv").open(encoding="utf-8", newline="") as file:
        regions = list(csv.DictReader(file))
    assert len(regions) == 11
    for number, region in enumerate(regions):
        others = [name.strip() for name in region["other_names"].split(";")]
        names = list(filter(None, [region[name] for name in ("region_code", "pcode", "name_en", "name_fr")] + others))
        wanted = rows_of_files(*names, code=region["region_code"])
        for words in names if pytestconfig.getoption("--whole") else [names[number % len(names)]]:
            found = Counter(relation for relation, _ in mentioned(real, words, viewed_on=date(2100, 1, 1)))
            assert found == wanted, words
    assert rows_of_files("Gao", code="ML-7").total() >= 6
