"""The plans' money as IATI 2.03: valid against the standard's schema, exact to the printed totals, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from nap_analytics.errors import NapError
from nap_analytics.open_data.countries import alpha_2
from nap_analytics.open_data.iati import PLACEHOLDER, plan_activities
from nap_analytics.warehouse import Warehouse
from tests.tiny import MINIMUM, PLAN, VIEWED_ON, Tables, of_plan, tiny_warehouse, together

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "tests" / "schemas" / "iati-2.03" / "iati-activities-schema.xsd"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

SPITEFUL = '=1+1 <b> & "é" ]]> &lol; \ufffe'
"""A text that would break a file put together from texts, run in a spreadsheet, or not be XML at all."""

GIVEN = {"budget_year": 2019, "pillar_code": "1", "funder": "un", "implementer": "ngo"}

STAGES: Tables = {
    "pillar": [{"pillar_code": "1", "name_en": "First", "name_fr": "Premier"}],
    "budget_line": [
        {"budget_year": 2019, "amount": "1000.10"},
        {"budget_year": 2020, "amount": "2000.20", "currency_code": "USD"},
        {"budget_year": 2020, "amount": "0.05"},
        {"amount": "300.30"},
        {"budget_year": 2020, "activity_id": "A1", "amount": None},
        {**GIVEN, "stage": "committed", "amount": "900.00", "line_id": "c-un", "reported_by": "un"},
        {**GIVEN, "stage": "committed", "amount": "900.00", "line_id": "c-ngo", "reported_by": "ngo"},
        {**GIVEN, "stage": "disbursed", "amount": "500.25", "line_id": "d"},
        {**GIVEN, "stage": "spent", "amount": "400.15", "line_id": "s"},
        {"stage": "spent", "amount": "7", "currency_code": "USD"},
        {"stage": "spent", "budget_year": 2020, "amount": None},
    ],
    "activity": [{"activity_id": "A1"}],
}

THIRDS: Tables = {
    "pillar": [{"pillar_code": code} for code in "123"],
    "budget_line": [{"pillar_code": code, "budget_year": 2019, "amount": 100} for code in "123"],
    "printed_total": [{"amount": 300}],
}

ROWS = together(
    {
        "source": [{"source_id": "doc", "url": "https://example.org/plan"}],
        "exchange_rate": MINIMUM["exchange_rate"],
        "organisation": [
            {"organisation_id": "un", "name_en": "Fund", "name_fr": "Fonds", "kind": "united_nations"},
            {"organisation_id": "ngo", "name_en": SPITEFUL, "name_fr": SPITEFUL, "kind": "civil_society"},
        ],
    },
    of_plan(PLAN, STAGES, extended_to_year=2025, title_en=SPITEFUL, title_fr=SPITEFUL),
    of_plan("thirds", THIRDS, country_code="SEN"),
    of_plan("no-figure", {}, budget_missing_reason_en="not in the <document>", budget_missing_reason_fr="absent du <document>"),
)


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The standard's own schema of activities."""
    return etree.XMLSchema(etree.parse(SCHEMA, safe_parser()))


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Plans with money at every stage, with pillars of equal weight, and with no figure."""
    return tiny_warehouse(tmp_path_factory.mktemp("iati"), ROWS)


def safe_parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def activities(content: bytes) -> dict[str, etree._Element]:
    """The activities of a file by plan."""
    root = etree.fromstring(content, safe_parser())
    return {found.findtext("iati-identifier", "").removeprefix(f"{PLACEHOLDER}-"): found for found in root}


@pytest.fixture(scope="module")
def written(tiny: Warehouse) -> dict[str, etree._Element]:
    """The activities of the tiny plans."""
    return activities(plan_activities(tiny, viewed_on=VIEWED_ON))


def narratives(element: etree._Element, path: str) -> dict[str, str]:
    """The narratives below a path by language."""
    return {found.get(LANG, ""): found.text or "" for found in element.findall(f"{path}/narrative")}


@pytest.mark.parametrize("viewed_on", [date(2010, 1, 1), date(2016, 6, 30), date(2020, 6, 30), date(2026, 11, 22)])
def test_real_data_is_valid_on_every_day(viewed_on: date, real: Warehouse, schema: etree.XMLSchema) -> None:
    schema.assertValid(etree.fromstring(plan_activities(real, viewed_on=viewed_on), safe_parser()))


def test_every_stage_is_valid(tiny: Warehouse, schema: etree.XMLSchema) -> None:
    schema.assertValid(etree.fromstring(plan_activities(tiny, viewed_on=VIEWED_ON), safe_parser()))


def _without_date(activity: etree._Element) -> None:
    for found in activity.findall("activity-date"):
        activity.remove(found)


def _budget_first(activity: etree._Element) -> None:
    activity.insert(0, activity.find("budget"))


def _amount_in_words(activity: etree._Element) -> None:
    activity.find("budget/value").text = "a thousand"


def _element_of_ours(activity: etree._Element) -> None:
    etree.SubElement(activity, "pillar")


@pytest.mark.parametrize("break_it", [_without_date, _budget_first, _amount_in_words, _element_of_ours])
def test_schema_sees_a_fault(break_it: Callable[[etree._Element], None], tiny: Warehouse, schema: etree.XMLSchema) -> None:
    root = etree.fromstring(plan_activities(tiny, viewed_on=VIEWED_ON), safe_parser())
    break_it(next(found for found in root if found.findtext("iati-identifier", "").endswith(PLAN)))
    assert not schema.validate(root)


def test_budgets_of_a_plan_add_up_to_its_printed_total(real: Warehouse) -> None:
    found = activities(plan_activities(real, viewed_on=date(2026, 11, 22)))
    _, printed = real.rows("SELECT plan_id, amount FROM printed_total WHERE stage = 'planned' AND pillar_code IS NULL")
    added = {plan: sum((Decimal(value.text) for value in activity.findall("budget/value")), Decimal()) for plan, activity in found.items()}
    assert printed
    assert {plan: amount for plan, amount in added.items() if amount} == dict(printed)


def test_rules_of_the_standard_that_no_schema_tells(real: Warehouse, tiny: Warehouse) -> None:
    """Those of the release's standard_ruleset.json that concern what is written here, but for budgets longer than a year."""
    for warehouse in (real, tiny):
        for activity in activities(plan_activities(warehouse, viewed_on=VIEWED_ON)).values():
            dates = {found.get("type"): found.get("iso-date") for found in activity.findall("activity-date")}
            assert dates["1"] < dates["3"]
            assert dates.get("4", "") < VIEWED_ON.isoformat()
            assert activity.find("sector") is not None
            assert re.fullmatch(r"[^/&|?]+", activity.findtext("iati-identifier", ""))
            assert activity.findtext("iati-identifier", "").startswith(f"{activity.find('reporting-org').get('ref')}-")
            assert all(found.get("ref") or found.find("narrative") is not None for found in activity.findall("participating-org"))
            for budget in activity.findall("budget"):
                assert budget.find("period-start").get("iso-date") < budget.find("period-end").get("iso-date")


def test_budgets_are_as_printed_by_year_and_currency(written: dict[str, etree._Element]) -> None:
    budgets = written[PLAN].findall("budget")
    assert {(found.get("type"), found.get("status")) for found in budgets} == {("1", "1")}
    assert [(found.find("period-start").get("iso-date"), found.find("period-end").get("iso-date"), *value(found)) for found in budgets] == [
        ("2019-01-01", "2019-12-31", "1000.10", "XOF", "2019-01-01"),
        ("2020-01-01", "2020-12-31", "2000.20", "USD", "2020-01-01"),
        ("2020-01-01", "2020-12-31", "0.05", "XOF", "2020-01-01"),
        ("2019-01-01", "2023-12-31", "300.30", "XOF", "2019-01-01"),
    ]


def value(parent: etree._Element) -> tuple[str | None, ...]:
    """Amount, currency and day of a value."""
    found = parent.find("value")
    return found.text, found.get("currency"), found.get("value-date")


def test_later_stages_are_transactions_each_amount_once(written: dict[str, etree._Element]) -> None:
    found = written[PLAN].findall("transaction")
    assert [(one.get("ref"), one.find("transaction-type").get("code"), *value(one)) for one in found] == [
        ("c-un", "2", "900.00", "XOF", "2019-01-01"),
        ("d", "3", "500.25", "XOF", "2019-01-01"),
        ("s", "4", "400.15", "XOF", "2019-01-01"),
        (None, "4", "7.00", "USD", "2019-01-01"),
    ]
    assert narratives(found[0], "provider-org") == {"en": "Fund", "fr": "Fonds"}
    assert (found[0].find("provider-org").get("type"), found[0].find("receiver-org").get("type")) == ("40", None)
    assert found[3].find("provider-org") is None
    assert narratives(found[0], "description")["en"] == "The source gives the year 2019, not the day. Pillar 1: First."
    assert narratives(found[0], "description")["fr"] == "La source donne l’année 2019, non le jour. Volet 1\u00a0: Premier."
    assert narratives(found[3], "description")["en"] == "The source gives no year: the plan’s first day is used instead."


def test_those_who_give_and_carry_out_are_named(written: dict[str, etree._Element]) -> None:
    parties = written[PLAN].findall("participating-org")
    assert [(found.get("role"), found.get("type"), narratives(found, ".")["en"]) for found in parties] == [
        ("2", "10", "Government (TST)"),
        ("1", "40", "Fund"),
        ("4", None, SPITEFUL.replace("\ufffe", "\ufffd")),
    ]
    assert narratives(written["thirds"], "participating-org") == {"en": "Government (Senegal)", "fr": "Gouvernement (Sénégal)"}


def test_texts_survive_and_run_nothing(written: dict[str, etree._Element]) -> None:
    """What XML cannot hold is shown as unreadable; everything else stays to the letter, markup included."""
    assert set(narratives(written[PLAN], "title").values()) == {SPITEFUL.replace("\ufffe", "\ufffd")}
    assert "not in the <document>" in narratives(written["no-figure"], "description")["en"]


def test_shares_of_pillars_add_to_exactly_100(written: dict[str, etree._Element], real: Warehouse) -> None:
    thirds = written["thirds"].findall("sector")
    assert [(found.get("code"), found.get("percentage")) for found in thirds] == [("1", "33.34"), ("2", "33.33"), ("3", "33.33")]
    assert {(found.get("vocabulary"), found.get("vocabulary-uri")) for found in thirds} == {("99", "https://example.org/plan")}
    for activity in activities(plan_activities(real, viewed_on=VIEWED_ON)).values():
        shares = [Decimal(found.get("percentage", "100")) for found in activity.findall("sector")]
        assert sum(shares) == 100


def test_money_not_known_by_pillar_has_the_whole_plan_as_its_sector(written: dict[str, etree._Element]) -> None:
    for plan in (PLAN, "no-figure"):
        assert [(found.get("code"), found.get("percentage")) for found in written[plan].findall("sector")] == [("plan", None)]


def test_plan_without_figure_says_why(written: dict[str, etree._Element]) -> None:
    assert written["no-figure"].find("budget") is None
    text = narratives(written["no-figure"], "description")
    assert text["en"].startswith("The sources give no planned amount. not in the <document>")
    assert text["fr"].startswith("Les sources ne donnent aucun montant prévu. absent du <document>")


def test_what_is_left_out_is_told(written: dict[str, etree._Element]) -> None:
    text = narratives(written[PLAN], "description")["en"]
    assert "2 lines have no amount and are left out." in text
    assert "The amount that the source allocates to no year appears as one budget over the whole plan." in text
    assert "The plan was extended to 2025." in text
    assert "no amount" not in narratives(written["thirds"], "description")["en"]


@pytest.mark.parametrize(
    ("viewed_on", "status", "actual_end"),
    [
        (date(2018, 12, 31), "1", None),
        (date(2019, 1, 1), "2", None),
        (date(2025, 12, 31), "2", "2025-12-31"),
        (date(2026, 1, 1), "3", "2025-12-31"),
    ],
)
def test_status_follows_the_years(viewed_on: date, status: str, actual_end: str | None, tiny: Warehouse) -> None:
    activity = activities(plan_activities(tiny, viewed_on=viewed_on))[PLAN]
    dates = {found.get("type"): found.get("iso-date") for found in activity.findall("activity-date")}
    assert activity.find("activity-status").get("code") == status
    assert (dates["1"], dates["3"], dates.get("4")) == ("2019-01-01", "2023-12-31", actual_end)


@pytest.mark.parametrize(("code", "letters"), [("MLI", "ML"), ("SEN", "SN"), ("TST", None), ("SUN", None), ("ML", None), ("", None)])
def test_country_codes(code: str, letters: str | None) -> None:
    assert alpha_2(code) == letters


def test_country_is_left_out_where_it_is_none(written: dict[str, etree._Element]) -> None:
    countries = {plan: activity.find("recipient-country") for plan, activity in written.items()}
    assert {plan: None if found is None else found.get("code") for plan, found in countries.items()} == {
        PLAN: None,
        "thirds": "SN",
        "no-figure": None,
    }


def test_file_is_the_same_each_time_and_bears_the_day(tiny: Warehouse) -> None:
    first, second = (plan_activities(tiny, viewed_on=VIEWED_ON) for _ in range(2))
    assert first == second
    root = etree.fromstring(first, safe_parser())
    assert (root.get("version"), root.get("generated-datetime")) == ("2.03", "2024-06-30T00:00:00Z")


def test_publisher_and_plans_can_be_chosen(tiny: Warehouse) -> None:
    content = plan_activities(tiny, viewed_on=VIEWED_ON, reporting_organisation="ML-1", reporting_name="A & B", plan_ids=["thirds"])
    root = etree.fromstring(content, safe_parser())
    assert [found.text for found in root.iter("iati-identifier")] == ["ML-1-thirds"]
    organisation = root[0].find("reporting-org")
    assert dict(organisation.attrib) == {"ref": "ML-1", "type": "90", "secondary-reporter": "1"}
    assert organisation.findtext("narrative") == "A & B"


@pytest.mark.parametrize("reference", ["", " ", "A B", "a/b", "a&b", "a|b", "a?b", "é", "a\n", "\x00"])
def test_identifier_that_can_be_none_is_refused(reference: str, tiny: Warehouse) -> None:
    with pytest.raises(NapError, match="cannot be the identifier"):
        plan_activities(tiny, viewed_on=VIEWED_ON, reporting_organisation=reference)


@pytest.mark.parametrize("plan_ids", [["nowhere"], ["thirds", "nowhere"], []])
def test_unknown_plan_is_refused(plan_ids: list[str], tiny: Warehouse) -> None:
    with pytest.raises(NapError, match="no such plan"):
        plan_activities(tiny, viewed_on=VIEWED_ON, plan_ids=plan_ids)
