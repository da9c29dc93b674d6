"""Baselines, targets and values as SDMX-CSV 2.0: one row per key, in the standard's codes, read by a reader of the standard."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdmx.model import common, v30
from sdmx.reader.csv import Reader

from nap_analytics.open_data.sdmx import COLUMNS, DATAFLOW, DIMENSIONS, MISSING_STATUS, sdmx_code, sdmx_csv, time_period
from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.codes import MISSING_REASON
from nap_analytics.wording.language import language
from tests.result_case import MEASURED
from tests.tiny import VIEWED_ON, tiny_warehouse

ROOT = Path(__file__).parents[2]
DOCUMENTED = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs" / "formats" / "sdmx.md").read_text(encoding="utf-8"), re.MULTILINE)

CODES = {
    "ACTION": {"I"},
    "FREQ": {"A", "S", "Q", "M", "I"},
    "MEASURE_TYPE": {"ACTUAL", "BASELINE", "TARGET"},
    "SEX": {"F", "M", "_T"},
    "OBS_STATUS": {"A", "B", "L", "M", "O", "Q"},
    "CONF_STATUS": {"F", "C"},
    "STANDING": {"", "before", "within", "after_break", "after_plan"},
}
"""The codes that may stand in a column; docs/formats/sdmx.md names their lists."""

ID = re.compile(r"[A-Za-z0-9_@$-]+")
"""SDMX's IDType."""

PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2])|-Q[1-4]|-S[12]|-\d\d-\d\d(/P\d+D)?)?")
"""A year, month, quarter, half year, day or span (SDMX's StandardTimePeriod and TimeRange)."""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The measured plan of the case."""
    return tiny_warehouse(tmp_path_factory.mktemp("sdmx"), MEASURED)


def rows(warehouse: Warehouse, *, viewed_on: date = VIEWED_ON, code: str = "en") -> list[dict[str, str]]:
    """The rows of a file."""
    content = sdmx_csv(warehouse, language(code), viewed_on=viewed_on).decode("utf-8")
    return list(csv.DictReader(io.StringIO(content, newline=""), strict=True))


@pytest.fixture(scope="module")
def lines(tiny: Warehouse) -> list[dict[str, str]]:
    """The rows of the case."""
    return rows(tiny)


def test_rows_are_what_is_known_each_once(lines: list[dict[str, str]]) -> None:
    shown = [*DIMENSIONS[2:], "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "MISSING_REASON", "STANDING"]
    assert [",".join(row[name] for name in shown) for row in lines] == [
        "adopted,_Z,BASELINE,_T,_T,2018-05-09,0,A,F,,",
        "adopted,_Z,ACTUAL,_T,_T,2018-05-09,0,A,F,,before",
        "adopted,_Z,ACTUAL,_T,_T,2019-03-22,1,A,F,,within",
        "reached,_Z,BASELINE,_T,_T,2018,10,A,F,,",
        "reached,_Z,TARGET,_T,_T,2022-06,40,A,F,,",
        "reached,_Z,TARGET,_T,_T,2023,80,A,F,,",
        "reached,_Z,ACTUAL,_T,_T,2017,5,A,F,,before",
        "reached,_Z,ACTUAL,_T,_T,2020,20,A,F,,within",
        "reached,_Z,ACTUAL,F,Y0T17,2020,7,A,F,,within",
        "reached,_Z,ACTUAL,_T,_T,2021,,L,F,insecure_area,within",
        "reached,_Z,ACTUAL,_T,_T,2022,50,B,F,,after_break",
        "reached,_Z,ACTUAL,_T,_T,2024-Q1,90,A,F,,after_break",
        "survivors,_Z,ACTUAL,_T,_T,2020,,Q,C,masked,within",
        "survivors,_Z,ACTUAL,_T,_T,2020,,Q,C,masked,within",
        "survivors,_Z,ACTUAL,_T,_T,2020,60,A,F,,within",
    ]
    assert [row["REF_AREA"] for row in lines if row["REF_AREA"] != "TST"] == ["TS-1", "TS-1", "TS-2", "TS-3"]


def test_region_has_its_pcode_beside_its_iso_code(lines: list[dict[str, str]]) -> None:
    shown = {tuple(row[name] for name in ("REF_AREA", "REF_AREA_PCODE", "PCODE_VALID_FROM")) for row in lines}
    assert shown == {("TST", "", ""), ("TS-1", "TS03", "2021-12-20"), ("TS-2", "", ""), ("TS-3", "TS01", "2021-12-20")}


def test_row_is_told_whole(lines: list[dict[str, str]]) -> None:
    assert next(row for row in lines if row["OBS_VALUE"] == "20") == dict.fromkeys(COLUMNS, "") | {
        "STRUCTURE": "dataflow",
        "STRUCTURE_ID": DATAFLOW,
        "ACTION": "I",
        "FREQ": "A",
        "REF_AREA": "TST",
        "INDICATOR": "reached",
        "SERIES": "_Z",
        "MEASURE_TYPE": "ACTUAL",
        "SEX": "_T",
        "AGE": "_T",
        "TIME_PERIOD": "2020",
        "OBS_VALUE": "20",
        "UNIT_MEASURE": "persons",
        "OBS_STATUS": "A",
        "CONF_STATUS": "F",
        "STANDING": "within",
        "AT_LEAST": "false",
        "NUMERATOR": "20",
        "DENOMINATOR": "200",
        "PERIOD_START": "2020-01-01",
        "PERIOD_END": "2020-12-31",
        "SERIES_ID": "reached",
        "INDICATOR_NAME": "Persons reached.",
        "SERIES_NAME": "reached (en)",
        "EVIDENCE": "exact",
        "READS_REPORTING": "false",
        "STATUS": "not_verified",
        "MOVEMENT": "improved",
        "SOURCE_DETAIL": "Plan",
        "SOURCE_PLACE": "p. 1",
        "SOURCE_URL": "https://example.org/plan",
        "COMMENT_OBS": "20 of 200. Another source gives 25 persons (en): Study, p. 1.",
    }


def test_target_says_when_it_was_decided_and_what_it_replaces(lines: list[dict[str, str]]) -> None:
    found = next(row for row in lines if (row["MEASURE_TYPE"], row["OBS_VALUE"]) == ("TARGET", "80"))
    assert (found["DECIDED_ON"], found["PERIOD_START"], found["PERIOD_END"]) == ("2021-03-01", "", "2023-12-31")
    assert "An earlier decision (1 January 2019) set 100 persons (en) for 31 December 2023." in found["COMMENT_OBS"]


def test_names_are_in_the_language_codes_are_not(tiny: Warehouse, lines: list[dict[str, str]]) -> None:
    french = rows(tiny, code="fr")
    assert french[3]["INDICATOR_NAME"] == "Personnes atteintes."
    assert [[row[name] for name in DIMENSIONS] for row in french] == [[row[name] for name in DIMENSIONS] for row in lines]


@pytest.mark.parametrize("viewed_on", [date(2019, 6, 30), date(2021, 6, 30), date(2026, 11, 22)])
def test_keys_are_unique_and_codes_are_the_standard_s(viewed_on: date, tiny: Warehouse, real: Warehouse) -> None:
    for warehouse in (tiny, real):
        found = rows(warehouse, viewed_on=viewed_on)
        keys = Counter(tuple(row[name] for name in DIMENSIONS) for row in found)
        assert [key for key, count in keys.items() if count > 1] == []
        for row in found:
            assert all(row[name] in codes for name, codes in CODES.items())
            assert all(ID.fullmatch(row[name]) for name in DIMENSIONS[:-1])
            assert PERIOD.fullmatch(row["TIME_PERIOD"])
            assert (row["OBS_VALUE"] == "") == (row["MISSING_REASON"] != "")


def test_every_column_is_documented_in_order() -> None:
    assert tuple(DOCUMENTED) == COLUMNS


def test_every_reason_has_a_status() -> None:
    assert set(MISSING_STATUS) == set(MISSING_REASON) - {"no_published_figure", "not_convertible"}


def test_reader_of_the_standard_reads_the_file(real: Warehouse) -> None:
    structure = v30.DataStructureDefinition(id="NAP_RESULTS")
    structure.dimensions.extend((common.TimeDimension if name == "TIME_PERIOD" else common.Dimension)(id=name) for name in DIMENSIONS)
    structure.measures.append(v30.Measure(id="OBS_VALUE"))
    structure.attributes.extend(common.DataAttribute(id=name) for name in COLUMNS[COLUMNS.index("OBS_VALUE") + 1 :])
    (found,) = Reader().convert(io.BytesIO(sdmx_csv(real, language("fr"), viewed_on=VIEWED_ON)), structure=structure).data
    read = [(*(str(one.dimension[name].value) for name in DIMENSIONS), one.value) for one in found.obs]
    assert found.action == common.ActionType.information
    assert read == [(*(row[name] for name in DIMENSIONS), row["OBS_VALUE"]) for row in rows(real)]


def test_real_values_are_all_preferred_ones(real: Warehouse) -> None:
    _, counted = real.rows("SELECT COUNT(*) FROM observation($day) WHERE is_preferred", {"day": VIEWED_ON})
    assert len([row for row in rows(real) if row["MEASURE_TYPE"] == "ACTUAL"]) == counted[0][0]


def test_masked_counts_are_not_given_away(tiny: Warehouse) -> None:
    content = sdmx_csv(tiny, language("en"), viewed_on=VIEWED_ON).decode()
    assert "60 women" in content
    assert "3 women" not in content
    assert "40 women" not in content


def test_file_is_plain_and_the_same_each_time(tiny: Warehouse) -> None:
    first, second = (sdmx_csv(tiny, language("fr"), viewed_on=VIEWED_ON) for _ in range(2))
    assert first == second
    assert first.startswith(b"STRUCTURE,STRUCTURE_ID,ACTION,")
    assert first.count(b"\n") == first.count(b"\r\n")


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        (date(2020, 1, 1), date(2020, 12, 31), ("A", "2020")),
        (date(2020, 7, 1), date(2020, 12, 31), ("S", "2020-S2")),
        (date(2020, 4, 1), date(2020, 6, 30), ("Q", "2020-Q2")),
        (date(2020, 2, 1), date(2020, 2, 29), ("M", "2020-02")),
        (date(2020, 2, 1), date(2020, 2, 28), ("I", "2020-02-01/P28D")),
        (date(2020, 2, 1), date(2020, 4, 30), ("I", "2020-02-01/P90D")),
        (date(2019, 1, 1), date(2020, 12, 31), ("I", "2019-01-01/P731D")),
        (date(2020, 5, 9), date(2020, 5, 9), ("I", "2020-05-09")),
        (None, date(2020, 12, 31), ("A", "2020")),
        (None, date(2020, 11, 30), ("M", "2020-11")),
        (None, date(2020, 11, 29), ("I", "2020-11-29")),
    ],
)
def test_period_is_written_as_the_standard_has_it(start: date | None, end: date, written: tuple[str, str]) -> None:
    assert time_period(start, end) == written


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("tst-2019:1.3.1a", "tst-2019@1_3_1a"),
        ("ML-BKO", "ML-BKO"),
        ("a_b c/é", "a$5Fb$20c$2F$C3$A9"),
        (":a", "$3Aa"),
        ("-a", "$2Da"),
        ("_T", "$5FT"),
    ],
)
def test_identifier_is_one_of_the_standard(text: str, code: str) -> None:
    assert sdmx_code(text) == code


@given(st.text(min_size=1))
def test_each_text_has_an_identifier_of_its_own(text: str) -> None:
    code = sdmx_code(text)
    assert ID.fullmatch(code)
    assert not code.startswith(("@", "-"))
    assert unquote(code.replace("@", ":").replace("_", ".").replace("$", "%"), errors="strict") == text
