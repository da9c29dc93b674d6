"""Observations with HXL hashtags: every tag is sound, every row is told, nothing runs and nothing masked is given away."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest

from nap_analytics.open_data.hxl import COLUMNS, NOT_REPORTED, hxl_csv
from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.language import language
from tests.result_case import FORMULA, MEASURED
from tests.tiny import VIEWED_ON, tiny_warehouse

ROOT = Path(__file__).parents[2]
CORE = json.loads((ROOT / "tests" / "schemas" / "hxl-1.1" / "core.json").read_text(encoding="utf-8"))
DOCUMENTED = re.findall(r"^\| `(#[^`]+)` \|", (ROOT / "docs" / "formats" / "hxl.md").read_text(encoding="utf-8"), re.MULTILINE)
OWN = set(re.findall(r"^- `(\+\w+)`", (ROOT / "docs" / "formats" / "hxl.md").read_text(encoding="utf-8"), re.MULTILINE))
"""Attributes of our own, which the standard allows; docs/formats/hxl.md says what each means."""

TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")
"""A hashtag with attributes (tagging conventions 1.1), in the lower case and without spaces that the conventions normalise to."""

TAGS = [column.tag for column in COLUMNS]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The measured plan of the case."""
    return tiny_warehouse(tmp_path_factory.mktemp("hxl"), MEASURED)


def lines(content: bytes) -> list[list[str]]:
    """The cells of a file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def rows(warehouse: Warehouse, *, code: str = "en") -> list[dict[str, str]]:
    """The rows below headings and hashtags, by hashtag."""
    return [dict(zip(TAGS, cells, strict=True)) for cells in lines(hxl_csv(warehouse, language(code), viewed_on=VIEWED_ON))[2:]]


@pytest.fixture(scope="module")
def records(tiny: Warehouse) -> list[dict[str, str]]:
    """The rows of the case."""
    return rows(tiny)


@pytest.mark.parametrize("tag", TAGS)
def test_hashtag_is_sound_and_known(tag: str) -> None:
    assert TAG.fullmatch(tag)
    name, *attributes = tag.replace("+", " +").split()
    assert name in CORE["hashtags"]
    others = {one for one in attributes if not one.startswith(("+i_", "+v_"))} - set(CORE["attributes"])
    assert others <= OWN


def test_hashtags_are_unique_and_documented_in_order() -> None:
    assert len({frozenset(tag.split("+")) for tag in TAGS}) == len(TAGS)
    assert DOCUMENTED == TAGS


def test_headings_stand_above_the_hashtags_in_the_language(tiny: Warehouse) -> None:
    english, french = (lines(hxl_csv(tiny, language(code), viewed_on=VIEWED_ON)) for code in ("en", "fr"))
    assert english[1] == TAGS
    assert (english[0][TAGS.index("#adm1+code+v_iso3166_2")], french[0][TAGS.index("#adm1+code+v_iso3166_2")]) == ("Region", "Région")
    assert english[1:] == french[1:]
    assert len(set(english[0])) == len(TAGS)


def test_each_observation_has_a_row_and_each_silent_series_too(records: list[dict[str, str]]) -> None:
    shown = [
        "#indicator+series+code",
        "#date+start",
        "#date+end",
        "#adm1+code+v_iso3166_2",
        "#indicator+sex+code",
        "#indicator+age",
        "#indicator+value+num",
        "#meta+missing+code",
        "#meta+preferred",
        "#meta+break",
        "#meta+standing+code",
    ]
    assert [",".join(row[name] for name in shown) for row in records] == [
        "adopted,2018-05-09,2018-05-09,,,,0,,true,false,before",
        "adopted,2019-03-22,2019-03-22,,,,1,,true,false,within",
        "reached,2017-01-01,2017-12-31,,,,5,,true,false,before",
        "reached,2020-01-01,2020-12-31,,,,20,,true,false,within",
        "reached,2020-01-01,2020-12-31,,,,25,,false,false,within",
        "reached,2020-01-01,2020-12-31,TS-1,f,0-17,7,,true,false,within",
        "reached,2021-01-01,2021-12-31,,,,,insecure_area,true,false,within",
        "reached,2022-01-01,2022-12-31,,,,50,,true,true,after_break",
        "reached,2024-01-01,2024-03-31,,,,90,,true,false,after_break",
        "survivors,2020-01-01,2020-12-31,TS-1,,,,masked,true,false,within",
        "survivors,2020-01-01,2020-12-31,TS-2,,,,masked,true,false,within",
        "survivors,2020-01-01,2020-12-31,TS-3,,,60,,true,false,within",
        f"shares/a,,,,,,,{NOT_REPORTED},,,",
        f"shares/b,,,,,,,{NOT_REPORTED},,,",
        f"meetings,,,,,,,{NOT_REPORTED},,,",
    ]


def test_row_tells_what_is_measured_where_it_starts_and_what_was_to_be_reached(records: list[dict[str, str]]) -> None:
    found = next(row for row in records if row["#indicator+value+num"] == "50")
    assert {name: value for name, value in found.items() if value} == {
        "#country+code+v_iso3": "TST",
        "#activity+programme+code": "tst-2019",
        "#activity+pillar+code": "1",
        "#activity+pillar+name+i_en": "1 (en)",
        "#activity+pillar+name+i_fr": "1 (fr)",
        "#indicator+code": "reached",
        "#indicator+name+i_en": "Persons reached.",
        "#indicator+name+i_fr": "Personnes atteintes.",
        "#indicator+code+v_sdg": "5.5.1",
        "#indicator+series+code": "reached",
        "#indicator+series+name+i_en": "reached (en)",
        "#indicator+series+name+i_fr": "reached (fr)",
        "#indicator+unit+i_en": "persons (en)",
        "#indicator+unit+i_fr": "persons (fr)",
        "#indicator+type": "count",
        "#indicator+direction": "increase",
        "#indicator+accumulation": "latest",
        "#indicator+evidence+code": "exact",
        "#meta+reporting": "false",
        "#date+start": "2022-01-01",
        "#date+end": "2022-12-31",
        "#indicator+value+num": "50",
        "#meta+preferred": "true",
        "#meta+floor": "false",
        "#meta+break": "true",
        "#meta+standing+code": "after_break",
        "#meta+source+name+i_en": "Plan",
        "#meta+source+name+i_fr": "Plan",
        "#meta+source+url": "https://example.org/plan",
        "#meta+source+place": "p. 1",
        "#description+i_en": "Counted anew",
        "#description+i_fr": "Compté à nouveau",
        "#indicator+baseline+num": "10",
        "#date+baseline": "2018-12-31",
        "#meta+baseline+printed": "true",
        "#meta+baseline+source+name+i_en": "Plan",
        "#meta+baseline+source+name+i_fr": "Plan",
        "#meta+baseline+source+place": "p. 1",
        "#indicator+target+num": "80",
        "#date+target": "2023-12-31",
        "#date+target+approved": "2021-03-01",
        "#meta+target+source+name+i_en": "Plan",
        "#meta+target+source+name+i_fr": "Plan",
        "#meta+target+source+place": "p. 1",
        "#meta+target+setby+code": "plan",
        "#indicator+status+code": "not_verified",
        "#indicator+movement+code": "improved",
    }


def test_region_has_its_pcode_and_edition_beside_its_iso_code(records: list[dict[str, str]]) -> None:
    place = TAGS.index("#adm1+code+v_iso3166_2")
    assert TAGS[place : place + 3] == ["#adm1+code+v_iso3166_2", "#adm1+code+v_pcode", "#meta+edition"]
    shown = {tuple(row[tag] for tag in TAGS[place : place + 3]) for row in records}
    assert shown == {("", "", ""), ("TS-1", "TS03", "2021-12-20"), ("TS-2", "", ""), ("TS-3", "TS01", "2021-12-20")}


def test_real_regions_join_the_maps_of_the_exchange_by_pcode(real: Warehouse) -> None:
    """Every region of a row, if any has one, with the P-code of the table: never a code made from the ISO code."""
    codes = dict(real.rows("SELECT region_code, COALESCE(pcode, '') FROM region")[1])
    assert (codes["ML-BKO"], codes["ML-9"], codes["ML-10"]) == ("ML09", "ML10", "")
    for row in rows(real):
        assert row["#adm1+code+v_pcode"] == codes.get(row["#adm1+code+v_iso3166_2"], "")


def test_masked_counts_are_not_given_away(tiny: Warehouse) -> None:
    content = hxl_csv(tiny, language("en"), viewed_on=VIEWED_ON).decode()
    assert "60 women" in content
    assert "3 women" not in content
    assert "40 women" not in content


def test_text_that_a_spreadsheet_would_run_is_harmless(records: list[dict[str, str]]) -> None:
    assert next(row["#indicator+series+name+i_en"] for row in records if row["#indicator+series+code"] == "shares/a") == f"'{FORMULA}"


@pytest.mark.parametrize("code", ["en", "fr"])
def test_days_and_numbers_are_written_for_machines(code: str, tiny: Warehouse, real: Warehouse) -> None:
    for row in [*rows(tiny, code=code), *rows(real, code=code)]:
        for tag, value in row.items():
            name, *attributes = tag.split("+")
            if value and name in CORE["dates"]:
                assert date.fromisoformat(value).isoformat() == value
            if value and ("num" in attributes or name in CORE["numbers"]):
                assert re.fullmatch(r"-?\d+(\.\d+)?", value)


def test_file_is_plain_and_the_same_each_time(tiny: Warehouse) -> None:
    first, second = (hxl_csv(tiny, language("fr"), viewed_on=VIEWED_ON) for _ in range(2))
    assert first == second
    assert not first.startswith(b"\xef\xbb\xbf")
    assert first.count(b"\n") == first.count(b"\r\n") == len(lines(first))


def test_real_file_holds_every_observation_and_every_silent_series(real: Warehouse) -> None:
    found = rows(real)
    _, values = real.rows("SELECT COUNT(*) FROM observation($day)", {"day": VIEWED_ON})
    _, silent = real.rows(
        "SELECT COUNT(*) FROM series WHERE series_id NOT IN (SELECT series_id FROM observation($day))", {"day": VIEWED_ON}
    )
    reasons = [row["#meta+missing+code"] for row in found]
    assert (len(reasons) - reasons.count(NOT_REPORTED), reasons.count(NOT_REPORTED)) == (values[0][0], silent[0][0])
    assert all((row["#indicator+value+num"] == "") == (row["#meta+missing+code"] != "") for row in found)
