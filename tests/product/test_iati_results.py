"""The plans' results as IATI 2.03: valid, as measured and printed, nothing invented, nothing masked given away."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from nap_analytics.open_data.iati import PLACEHOLDER, plan_activities
from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.language import language
from tests.result_case import FORMULA, MEASURED
from tests.tiny import PLAN, VIEWED_ON, tiny_warehouse

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "tests" / "schemas" / "iati-2.03"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

REACHED = """\
<indicator measure="1" ascending="1" aggregation-status="0">
  <title>
    <narrative xml:lang="en">Persons reached.</narrative>
  </title>
  <description>
    <narrative xml:lang="en">Unit: persons (en). How values count: latest value. \
The target of 80 persons (en) (2023) is past its date and could not be verified: no value of the same definition at the deadline. \
Last value counted in progress, 2020: progress of 14%, with 25% expected by then. \
Direction of travel: improved – from 10 persons (en) (2018) to 20 persons (en) (2020). No value for 2021 (insecure area). \
1 value from before the baseline or the plan is left out. 1 value from after the plan is left out. Source: Plan, p. 1.</narrative>
  </description>
  <reference vocabulary="9" code="5.5.1"/>
  <reference vocabulary="99" code="reached" indicator-uri="https://example.org/plan"/>
  <baseline iso-date="2018-12-31" year="2018" value="10">
    <comment>
      <narrative xml:lang="en">Source: Plan, p. 1.</narrative>
    </comment>
  </baseline>
  <period>
    <period-start iso-date="2020-01-01"/>
    <period-end iso-date="2020-12-31"/>
    <actual value="20">
      <comment>
        <narrative xml:lang="en">20 of 200. Another source gives 25 persons (en): Study, p. 1. Source: Plan, p. 1.</narrative>
      </comment>
    </actual>
    <actual value="7">
      <location ref="TS-1"/>
      <dimension name="sex" value="female"/>
      <dimension name="age" value="0-17"/>
      <comment>
        <narrative xml:lang="en">Source: Plan, p. 1.</narrative>
      </comment>
    </actual>
  </period>
  <period>
    <period-start iso-date="2019-01-01"/>
    <period-end iso-date="2022-06-30"/>
    <target value="40">
      <comment>
        <narrative xml:lang="en">Set by the plan, decided on 1 March 2021. An earlier decision (1 January 2019) set 100 persons (en) \
for 31 December 2023. Source: Plan, p. 1.</narrative>
      </comment>
    </target>
  </period>
  <period>
    <period-start iso-date="2022-01-01"/>
    <period-end iso-date="2022-12-31"/>
    <actual value="50">
      <comment>
        <narrative xml:lang="en">Series break: not comparable with the values before. After a break in the series: not counted \
in progress. Counted anew. Source: Plan, p. 1.</narrative>
      </comment>
    </actual>
  </period>
  <period>
    <period-start iso-date="2019-01-01"/>
    <period-end iso-date="2023-12-31"/>
    <target value="80">
      <comment>
        <narrative xml:lang="en">Set by the plan, decided on 1 March 2021. An earlier decision (1 January 2019) set 100 persons (en) \
for 31 December 2023. The target of 80 persons (en) (2023) is past its date and could not be verified: \
no value of the same definition at the deadline. Source: Plan, p. 1.</narrative>
      </comment>
    </target>
  </period>
</indicator>
"""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The measured plan of the case."""
    return tiny_warehouse(tmp_path_factory.mktemp("results"), MEASURED)


@pytest.fixture(scope="module")
def activity(tiny: Warehouse) -> etree._Element:
    """The plan of the case as an activity."""
    return written(tiny)[0]


def written(warehouse: Warehouse, *, viewed_on: date = VIEWED_ON) -> etree._Element:
    """The file, read again."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=True)
    return etree.fromstring(plan_activities(warehouse, viewed_on=viewed_on), parser)


def indicator(activity: etree._Element, series: str) -> etree._Element:
    """The indicator that stands for a series."""
    return next(found for found in activity.iter("indicator") if found.find("reference[@vocabulary='99']").get("code") == series)


def text_of(element: etree._Element, path: str, code: str = "en") -> str:
    """The narrative below a path in one language."""
    return next(found.text or "" for found in element.findall(f"{path}/narrative") if found.get(LANG) == code)


def in_english(element: etree._Element) -> str:
    """An element as text, the French narratives left out."""
    copy = etree.fromstring(etree.tostring(element), etree.XMLParser(remove_blank_text=True))
    for found in list(copy.iter("narrative")):
        if found.get(LANG) != "en":
            found.getparent().remove(found)
    return etree.tostring(copy, pretty_print=True, encoding="unicode")


def test_results_are_valid(tiny: Warehouse) -> None:
    etree.XMLSchema(etree.parse(SCHEMAS / "iati-activities-schema.xsd")).assertValid(written(tiny))


def test_indicator_tells_all_that_is_known_and_nothing_else(activity: etree._Element) -> None:
    assert in_english(indicator(activity, "reached")) == REACHED


def test_every_text_stands_in_both_languages(activity: etree._Element) -> None:
    texts = [found for result in activity.findall("result") for found in result.iter("title", "description", "comment")]
    assert texts
    assert {tuple(sorted(narrative.get(LANG) for narrative in found)) for found in texts} == {("en", "fr")}
    assert text_of(indicator(activity, "reached"), "title", "fr") == "Personnes atteintes."


def test_results_come_last_and_in_the_order_of_the_framework(activity: etree._Element) -> None:
    assert [found.tag for found in activity][-3:] == ["result"] * 3
    t = language("en")
    results = [(found.get("type"), text_of(found, "title"), len(found.findall("indicator"))) for found in activity.findall("result")]
    assert results == [("3", "O1 (en)", 1), ("2", "1.1 (en)", 4), ("9", t("Leadership and coordination"), 1)]


@pytest.mark.parametrize(
    ("series", "measure", "ascending", "aggregation"),
    [("reached", "1", "1", "0"), ("shares/a", "2", "0", "0"), ("adopted", "3", "1", "0"), ("meetings", "1", "1", "1")],
)
def test_kind_of_value_decides_the_measure(series: str, measure: str, ascending: str, aggregation: str, activity: etree._Element) -> None:
    found = indicator(activity, series)
    assert (found.get("measure"), found.get("ascending"), found.get("aggregation-status")) == (measure, ascending, aggregation)


def test_series_of_one_indicator_are_told_apart(activity: etree._Element) -> None:
    assert [text_of(indicator(activity, series), "title") for series in ("shares/a", "shares/b")] == [
        f"shares (en): {FORMULA}",
        "shares (en): Other",
    ]


def test_what_is_missing_has_no_element_but_words(activity: etree._Element) -> None:
    found = indicator(activity, "shares/a")
    assert [child.tag for child in found] == ["title", "description", "reference"]
    assert "No baseline has been entered. No target is set. No value is reported for the time of the plan." in text_of(found, "description")


def test_value_before_the_plan_stands_for_a_baseline_that_is_not_printed(activity: etree._Element) -> None:
    found = indicator(activity, "adopted").find("baseline")
    assert dict(found.attrib) == {"iso-date": "2018-05-09", "year": "2018", "value": "0"}
    assert text_of(found, "comment").startswith("The plan gives no baseline: the latest value before its first day is used instead.")
    assert "Its place in the framework is uncertain." in text_of(found.getparent(), "description")


def test_masked_counts_are_not_given_away(tiny: Warehouse, activity: etree._Element) -> None:
    found = indicator(activity, "survivors")
    assert [(actual.get("value"), actual.find("location").get("ref")) for actual in found.iter("actual")] == [("60", "TS-3")]
    text = text_of(found, "description")
    assert "No value for 2020, Land 1 (masked: a small count, or what would reveal one). No value for 2020, Land 2 (masked" in text
    content = plan_activities(tiny, viewed_on=VIEWED_ON).decode()
    assert "3 women" not in content
    assert "40 women" not in content


def test_regions_that_results_refer_to_are_described_once(activity: etree._Element) -> None:
    assert [(found.get("ref"), text_of(found, "name", "fr")) for found in activity.findall("location")] == [
        ("TS-1", "Pays 1"),
        ("TS-3", "Pays 3"),
    ]
    assert [text_of(found, "description", "fr") for found in activity.findall("location")] == [
        "P-code TS03 (OCHA), en vigueur depuis le 20 décembre 2021",
        "P-code TS01 (OCHA), en vigueur depuis le 20 décembre 2021",
    ]


def test_nothing_is_told_before_it_is_known(tiny: Warehouse) -> None:
    """In the middle of 2020 no value was known but the first, and the targets of 2021 were not decided."""
    found = indicator(written(tiny, viewed_on=date(2020, 6, 30))[0], "reached")
    assert [target.get("value") for target in found.iter("target")] == ["100"]
    assert found.find(".//actual") is None
    assert "No value is reported for the time of the plan." in text_of(found, "description")


def test_real_results_agree_with_the_measure_of_progress(real: Warehouse) -> None:
    """Each indicator starts where the dashboard starts, and its last target is the one that the dashboard holds it against."""
    found = {
        one.find("reference[@vocabulary='99']").get("code"): (
            None if one.find("baseline") is None else float(one.find("baseline").get("value")),
            *[float(target.get("value")) for target in one.iter("target")][-1:],
        )
        for one in written(real, viewed_on=date(2026, 11, 22)).iter("indicator")
    }
    _, rows = real.rows(
        "SELECT series_id, CASE WHEN accumulation <> 'sum' THEN baseline_value END, target_value FROM series_progress($day)",
        {"day": date(2026, 11, 22)},
    )
    assert rows
    assert found == {series: (baseline,) if target is None else (baseline, target) for series, baseline, target in rows}


def test_real_values_are_the_preferred_ones_of_the_time_of_the_plan(real: Warehouse) -> None:
    file = written(real, viewed_on=date(2026, 11, 22))
    found = [
        (one.find("reference[@vocabulary='99']").get("code"), period.find("period-end").get("iso-date"), float(actual.get("value")))
        for one in file.iter("indicator")
        for period in one.iter("period")
        for actual in period.iter("actual")
    ]
    _, rows = real.rows(
        "SELECT o.series_id, CAST(o.period_end AS TEXT), o.value FROM observation AS o JOIN series_rule AS r USING (series_id)"
        " WHERE o.is_preferred AND o.period_end BETWEEN COALESCE(r.baseline_date + 1, r.plan_start_date) AND r.plan_end_date"
    )
    assert sorted(found) == sorted(rows)


def test_plan_without_indicators_says_so(real: Warehouse) -> None:
    plans = {found.findtext("iati-identifier", "").removeprefix(f"{PLACEHOLDER}-"): found for found in written(real)}
    empty = {plan: found for plan, found in plans.items() if found.find("result") is None}
    assert list(empty) == ["mli-2015"]
    assert text_of(empty["mli-2015"], "description[@type='1']").endswith("The sources list no indicator.")
    assert "The sources list no indicator." not in text_of(plans["mli-2012"], "description[@type='1']")


def test_rules_of_the_standard_that_no_schema_tells(real: Warehouse, tiny: Warehouse) -> None:
    """Those of the release's standard_ruleset.json for results, and that a location is described where it is referred to."""
    for warehouse in (real, tiny):
        for found in written(warehouse):
            regions = {location.get("ref") for location in found.findall("location")}
            assert {location.get("ref") for location in found.iterfind("result//location")} == regions
            for one in found.iter("indicator"):
                assert all(value.get("value") for value in one.iter("baseline", "target", "actual"))
                assert len({reference.get("vocabulary") for reference in one.findall("reference")}) == len(one.findall("reference"))
                assert one.getparent().find("reference") is None
            for period in found.iter("period"):
                assert period.find("period-start").get("iso-date") <= period.find("period-end").get("iso-date")


def test_codes_are_in_the_lists_of_the_standard(real: Warehouse, tiny: Warehouse) -> None:
    lists = json.loads((SCHEMAS / "result-codelists.json").read_text(encoding="utf-8"))["codes"]
    for warehouse in (real, tiny):
        for found in written(warehouse).iter("result"):
            assert found.get("type") in lists["ResultType"]
            for one in found.iter("indicator"):
                assert one.get("measure") in lists["IndicatorMeasure"]
                assert {reference.get("vocabulary") for reference in one.findall("reference")} <= set(lists["IndicatorVocabulary"])


def test_plan_of_the_case_is_the_only_one(tiny: Warehouse) -> None:
    assert [found.text for found in written(tiny).iter("iati-identifier")] == [f"{PLACEHOLDER}-{PLAN}"]
