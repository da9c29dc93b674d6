"""What a series is evidence of, who set its target and where it stands: the same in HXL, SDMX and IATI, in both languages."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from nap_analytics.open_data.hxl import hxl_csv
from nap_analytics.open_data.iati import plan_activities
from nap_analytics.open_data.sdmx import sdmx_csv
from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.language import language
from tests.tiny import tiny_warehouse

ROOT = Path(__file__).parents[2]
VIEWED_ON = date(2024, 6, 30)
TODAY = date(2026, 11, 22)
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

CASE = {
    "indicator": [{"indicator_id": "seats", "value_kind": "percent", "unit": "percent"}, {"indicator_id": "cases", "sort_order": 2}],
    "series": [
        {"series_id": "seats", "baseline_value": 34.4},
        {"series_id": "cases", "evidence": "near", "reads_reporting": True, "baseline_value": 10},
    ],
    "target": [
        {"series_id": "seats", "target_value": 30, "set_by": "plan", "is_level_to_hold": True},
        {"series_id": "seats", "target_value": 35, "set_by": "law", "decided_on": "2021-05-01"},
        {"series_id": "seats", "target_value": 50, "set_by": "partner", "decided_on": "2022-05-01"},
    ],
    "observation": [
        {"series_id": "seats", "period_end": "2021-06-30", "value": 31},
        {"series_id": "seats", "period_end": "2024-03-31", "value": 21.4},
        {"series_id": "cases", "period_end": "2020-12-31", "value": 40, "is_at_least": True},
    ],
}
"""A level to hold that was lost after the plan's last day, with targets of three makers; a near measure that is a floor."""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The case."""
    return tiny_warehouse(tmp_path_factory.mktemp("standing"), CASE)


def hxl_rows(warehouse: Warehouse, *, viewed_on: date = VIEWED_ON) -> list[dict[str, str]]:
    """The rows of the HXL file by hashtag."""
    _, tags, *rows = csv.reader(io.StringIO(hxl_csv(warehouse, language("en"), viewed_on=viewed_on).decode("utf-8"), newline=""))
    return [dict(zip(tags, row, strict=True)) for row in rows]


def sdmx_rows(warehouse: Warehouse, *, viewed_on: date = VIEWED_ON) -> list[dict[str, str]]:
    """The rows of the SDMX file by column."""
    content = sdmx_csv(warehouse, language("en"), viewed_on=viewed_on).decode("utf-8")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def iati_indicator(warehouse: Warehouse, series: str) -> etree._Element:
    """The indicator that stands for a series."""
    file = etree.fromstring(plan_activities(warehouse, viewed_on=VIEWED_ON))
    return next(found for found in file.iter("indicator") if found.find("reference[@vocabulary='99']").get("code") == series)


def comments(element: etree._Element, path: str, code: str) -> dict[str, str]:
    """Value -> comment in a language of each element on a path."""
    return {
        found.get("value"): next(each.text for each in found.iterfind("comment/narrative") if each.get(LANG) == code)
        for found in element.iterfind(path)
    }


def description(element: etree._Element, code: str) -> str:
    return next(each.text for each in element.iterfind("description/narrative") if each.get(LANG) == code)


def test_hxl_tells_standing_evidence_floor_and_whose_the_targets_are(tiny: Warehouse) -> None:
    shown = [
        "#indicator+evidence+code",
        "#meta+reporting",
        "#indicator+value+num",
        "#meta+floor",
        "#indicator+target+num",
        "#meta+target+setby+code",
        "#indicator+target+partner+num",
        "#indicator+status+code",
        "#date+status",
        "#indicator+verdict+num",
        "#date+verdict",
        "#indicator+movement+code",
    ]
    assert [",".join(row[tag] for tag in shown) for row in hxl_rows(tiny)] == [
        "exact,false,31,false,30,plan,50,missed,2024-03-31,21.4,2024-03-31,worsened",
        "exact,false,21.4,false,30,plan,50,missed,2024-03-31,21.4,2024-03-31,worsened",
        "near,true,40,true,,,,not_assessed,,,,not_judged",
    ]


def test_sdmx_gives_a_partner_target_a_kind_of_its_own(tiny: Warehouse) -> None:
    shown = ["MEASURE_TYPE", "OBS_VALUE", "SET_BY", "AT_LEAST", "EVIDENCE", "READS_REPORTING", "STATUS", "VERDICT_VALUE", "MOVEMENT"]
    assert [",".join(row[name] for name in shown) for row in sdmx_rows(tiny)] == [
        "BASELINE,34.4,,,exact,false,missed,21.4,worsened",
        "TARGET,30,plan,,exact,false,missed,21.4,worsened",
        "PARTNER_TARGET,50,partner,,exact,false,missed,21.4,worsened",
        "ACTUAL,31,,false,exact,false,missed,21.4,worsened",
        "ACTUAL,21.4,,false,exact,false,missed,21.4,worsened",
        "BASELINE,10,,,near,true,not_assessed,,not_judged",
        "ACTUAL,40,,true,near,true,not_assessed,,not_judged",
    ]


def test_iati_says_in_both_languages_whose_the_targets_are_and_what_became_of_them(tiny: Warehouse) -> None:
    seats = iati_indicator(tiny, "seats")
    assert comments(seats, "period/target", "en") == {
        "30": "Set by the plan, decided on 1 January 2019. "
        "Another decision (the law, 1 May 2021) set 35% for 31 December 2023; it does not count here. "
        "The target of 30% (2023) was missed: 21.4% (March 2024). Source: tst-2019 (en), p. 1.",
        "50": "A partner’s target, decided on 1 May 2022: it is named and never compared with a value. Source: tst-2019 (en), p. 1.",
    }
    french = comments(seats, "period/target", "fr")
    assert "jamais comparée à une valeur" in french["50"]
    assert "a été manquée" in french["30"]


def test_iati_says_in_both_languages_what_a_near_measure_and_a_floor_are(tiny: Warehouse) -> None:
    cases = iati_indicator(tiny, "cases")
    assert "A near measure: it lies close to the indicator and is not counted in progress. It counts reported cases" in description(
        cases, "en"
    )
    assert "Mesure approchée" in description(cases, "fr")
    assert comments(cases, "period/actual", "en")["40"].startswith("At least this many: the source counts what it knows of.")
    assert comments(cases, "period/actual", "fr")["40"].startswith("Au moins ce nombre")


def test_no_standing_before_the_deadline_is_a_verdict(tiny: Warehouse) -> None:
    early = {row["STATUS"] for row in sdmx_rows(tiny, viewed_on=date(2021, 12, 31)) if row["SERIES_ID"] == "seats"}
    assert early == {"achieved"}
    assert {row["VERDICT_VALUE"] for row in sdmx_rows(tiny, viewed_on=date(2021, 12, 31))} == {""}


def test_every_value_has_the_scope_of_the_view_in_hxl_and_sdmx(real: Warehouse) -> None:
    _, rows = real.rows(
        "SELECT series_id, CAST(period_end AS TEXT), value, assessment_scope FROM scoped_observation($day) WHERE value IS NOT NULL",
        {"day": TODAY},
    )
    view = {(series, end, float(value)): scope for series, end, value, scope in rows}
    in_hxl = {
        (row["#indicator+series+code"], row["#date+end"], float(row["#indicator+value+num"])): row["#meta+standing+code"]
        for row in hxl_rows(real, viewed_on=TODAY)
        if row["#indicator+value+num"]
    }
    in_sdmx = {
        (row["SERIES_ID"], row["PERIOD_END"], float(row["OBS_VALUE"])): row["STANDING"]
        for row in sdmx_rows(real, viewed_on=TODAY)
        if row["MEASURE_TYPE"] == "ACTUAL" and row["OBS_VALUE"]
    }
    assert in_hxl == view
    assert in_sdmx.items() <= view.items()
