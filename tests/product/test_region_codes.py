"""Codes that look alike: files of the Humanitarian Data Exchange name regions by P-code, and a zero taken off is another region.

ML09 is Bamako and ML-9 Ménaka; ML10 is Ménaka and ML-10 Taoudénit. A code that is not ours is refused with those that it may mean.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from nap_analytics.errors import DataError, Fault
from nap_analytics.warehouse import Warehouse, open_warehouse
from nap_analytics.wording.faults import fault_line
from nap_analytics.wording.language import language
from tests.tiny import Row, Tables, measured, tiny_warehouse, write_folder

REGIONS: list[Row] = [
    {"region_code": "ML-1", "pcode": "ML01", "name_en": "Kayes", "name_fr": "Kayes"},
    {"region_code": "ML-6", "pcode": "ML06", "name_en": "Timbuktu", "name_fr": "Tombouctou"},
    {"region_code": "ML-9", "pcode": "ML10", "name_en": "Ménaka", "name_fr": "Ménaka"},
    {"region_code": "ML-10", "name_en": "Taoudénit", "name_fr": "Taoudénit", "other_names": "Taoudenni; Taoudéni"},
    {"region_code": "ML-BKO", "pcode": "ML09", "name_en": "Bamako District", "name_fr": "District de Bamako", "other_names": "Bamako"},
]

MEANT = {
    "ML09": "ML-BKO",
    "ml09": "ML-BKO",
    " ML09 ": "ML-BKO",
    "ML-09": "ML-BKO ML-9",
    "ML9": "ML-BKO ML-9",
    "ML 9": "ML-BKO ML-9",
    "ml-9": "ML-9",
    "ML-9 ": "ML-9",
    "ML–9": "ML-9",
    "ML10": "ML-9 ML-10",
    "ML 10": "ML-9 ML-10",
    "ML-010": "ML-9 ML-10",
    "ml-10": "ML-10",
    "ML01": "ML-1",
    "ML-01": "ML-1",
    "ML1": "ML-1",
    "MLBKO": "ML-BKO",
    "Bamako": "ML-BKO",
    "menaka": "ML-9",
    "TOMBOUCTOU": "ML-6",
    "Timbuktu": "ML-6",
    "taoudeni": "ML-10",
    "ML0901": "",
    "ML11": "",
    "ML100": "",
    "9": "",
}
"""Code in a file -> the codes that it may mean, the likeliest first."""


def reported(*codes: str, regions: list[Row] | None = None) -> Tables:
    """A count of each region, as the rows of a file that was made elsewhere name it."""
    return {
        **measured("people"),
        "region": regions or REGIONS,
        "observation": [{"series_id": "people", "period_end": "2020-12-31", "region_code": code, "value": 2_231_344} for code in codes],
    }


def refused(folder: Path, *codes: str, regions: list[Row] | None = None) -> dict[str, Fault]:
    """Code -> the fault for which the folder of such a file is refused."""
    with pytest.raises(DataError) as raised:
        tiny_warehouse(folder, reported(*codes, regions=regions))
    faults = raised.value.faults
    assert [(fault.file, fault.row, fault.column, fault.value) for fault in faults] == [
        ("observation.csv", row, "region_code", code) for row, code in enumerate(codes, start=2)
    ]
    return dict(zip(codes, faults, strict=True))


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Fault]:
    """Code -> its fault, all in one file."""
    return refused(tmp_path_factory.mktemp("refused"), *MEANT, "ML06")


@pytest.mark.parametrize("code", MEANT)
def test_a_code_that_is_not_ours_is_refused_with_those_it_may_mean(code: str, faults: dict[str, Fault]) -> None:
    assert " ".join(guess.region_code for guess in faults[code].guesses) == MEANT[code]


def test_our_own_codes_are_taken_as_they_stand(tmp_path: Path) -> None:
    codes = sorted(row["region_code"] for row in REGIONS)
    found = tiny_warehouse(tmp_path, reported(*codes)).rows("SELECT region_code, value FROM observation ORDER BY ALL")[1]
    assert found == [(code, 2_231_344) for code in codes]


LINES = {
    ("ML09", "en"): "a code that stands in region.csv, column region_code; did you mean ML-BKO (P-code ML09)? Its name: Bamako District.",
    ("ML09", "fr"): "un code qui figure dans region.csv, colonne region_code ; vouliez-vous dire ML-BKO (P-code ML09) ?"
    " Son nom : District de Bamako.",
    ("ML10", "en"): "a code that stands in region.csv, column region_code; did you mean ML-9 (P-code ML10)? Its name: Ménaka."
    " Or ML-10? Its name: Taoudénit.",
    ("ML06", "fr"): "un code qui figure dans region.csv, colonne region_code ; vouliez-vous dire ML-6 (P-code ML06) ?"
    " Son nom : Tombouctou.",
}


@pytest.mark.parametrize(("code", "spoken"), LINES)
def test_the_right_code_is_named_in_the_language_of_the_reader(code: str, spoken: str, faults: dict[str, Fault]) -> None:
    line = fault_line(language(spoken), faults[code]).replace("\u202f", " ").replace("\xa0", " ")
    assert line.endswith(LINES[code, spoken])


def test_a_code_that_a_later_edition_gives_to_another_region_names_both(tmp_path: Path) -> None:
    later = {"ML-10": "ML09", "ML-BKO": "ML20"}
    regions = [{**row, "later_pcode": later.get(row["region_code"])} for row in REGIONS]
    faults = refused(tmp_path, "ML09", "ML20", regions=regions)
    assert fault_line(language("en"), faults["ML09"]).endswith(
        "did you mean ML-BKO (P-code ML09)? Its name: Bamako District. Or ML-10 (P-code ML09 in a later edition)? Its name: Taoudénit."
    )
    assert [(guess.region_code, guess.pcode, guess.is_later) for guess in faults["ML20"].guesses] == [("ML-BKO", "ML20", True)]


def test_folders_without_pcodes_load_as_before(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "data", reported("ML-9"))
    kept = ("region_code", "country_code", "name_en", "name_fr", "official_number", "tile_row", "tile_column")
    lines = [",".join((*kept, "note_en", "note_fr", "source_id", "locator")), "ML-9,MLI,Ménaka,Ménaka,10,2,6,,,doc,p. 1", ""]
    (folder / "region.csv").write_text("\n".join(lines), encoding="utf-8")
    warehouse = open_warehouse(folder=folder, workspace=tmp_path / "workspace")
    assert warehouse.rows("SELECT region_code, pcode FROM region")[1] == [("ML-9", None)]


HDX_POPULATION = """\
ML01,Kayes,2457204
ML02,Koulikoro,2985338
ML03,Sikasso,3257816
ML04,Ségou,2882102
ML05,Mopti,2509703
ML06,Tombouctou,831707
ML07,Gao,668410
ML08,Kidal,83490
ML09,Bamako,2231344
ML10,Menaka,
"""
"""P-code, name and people in a population file of the Humanitarian Data Exchange (OCHA-DAP/hdx-scraper-covid-viz)."""


def test_shipped_pcodes_are_those_of_the_exchange_by_name(real: Warehouse) -> None:
    _, rows = real.rows(
        "SELECT pcode, LOWER(STRIP_ACCENTS(name_fr)), LOWER(STRIP_ACCENTS(other_names)) FROM region WHERE pcode IS NOT NULL ORDER BY pcode"
    )
    exchanged = [line.split(",")[:2] for line in HDX_POPULATION.splitlines()]
    assert [pcode for pcode, _, _ in rows] == [pcode for pcode, _ in exchanged]
    for (_, *names), (_, name) in zip(rows, exchanged, strict=True):
        assert name.lower().replace("é", "e") in names


def test_shipped_pcodes_have_their_source_and_the_look_alikes_are_told_apart(real: Warehouse) -> None:
    _, rows = real.rows(
        "SELECT region_code, pcode, later_pcode, CAST(pcode_valid_from AS TEXT), p.publisher"
        " FROM region AS r LEFT JOIN source AS p ON p.source_id = r.pcode_source_id"
        " WHERE region_code IN ('ML-9', 'ML-10', 'ML-BKO') ORDER BY ALL"
    )
    publisher = "OCHA, Humanitarian Data Exchange (HDX)"
    assert rows == [
        ("ML-10", None, "ML09", None, None),
        ("ML-9", "ML10", None, "2021-12-20", publisher),
        ("ML-BKO", "ML09", "ML20", "2021-12-20", publisher),
    ]
