"""The plans as IATI activities, version 2.03: their money and their results. docs/formats/iati.md has the mapping field by field.

Standard: https://iatistandard.org/en/iati-standard/203/
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from nap_analytics.errors import N_, NapError, NoPlanError
from nap_analytics.open_data.countries import alpha_2
from nap_analytics.open_data.iati_results import add_locations, add_results
from nap_analytics.open_data.iati_xml import XML_LANG, Texts, add, in_each, languages, narratives, texts_of
from nap_analytics.queries.open_data.iati import budget_rows, party_rows, plan_rows, sector_rows, transaction_rows
from nap_analytics.queries.open_data.results import Measured, measured_series
from nap_analytics.queries.open_data.rows import Row, text_in
from nap_analytics.wording.codes import with_capital
from nap_analytics.wording.language import DEFAULT_LANGUAGE, Language

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from nap_analytics.warehouse import Warehouse

VERSION = "2.03"

PLACEHOLDER = "XX-NAP-ANALYTICS"
"""Identifier that nobody can have registered: XX is the code of no country. A publisher puts its own in its place."""

REPORTING_NAME = "NAP Analytics"

WHOLE_PLAN_CODE = "plan"
"""Sector of a plan whose money is not known by pillar: IATI asks for one."""

_OTHER_ORGANISATION, _GOVERNMENT = "90", "10"
_ORGANISATION_TYPES = {"ministry": _GOVERNMENT, "state_structure": _GOVERNMENT, "parliament": _GOVERNMENT, "united_nations": "40"}
"""IATI's OrganisationType where the kind decides it; a donor can be a government, a foundation or a bank."""

_ROLES = {"funder": "1", "implementer": "4"}
_ACCOUNTABLE = "2"
_TRANSACTION_TYPES = {"committed": "2", "disbursed": "3", "spent": "4"}
_PIPELINE, _IMPLEMENTATION, _FINALISATION = "1", "2", "3"
_PLANNED_START, _PLANNED_END, _ACTUAL_END = "1", "3", "4"
_GENERAL, _OBJECTIVES = "1", "2"
_ORIGINAL, _INDICATIVE = "1", "1"
_MONEY_RESTS_ON = {
    "document": N_("The plan’s budget, as printed in: {source}."),
    "press": N_("The plan’s budget, as given by the press: {source}. The sources include no table of the plan."),
    "asked_of_partners": N_("The amount that partners were asked for, as given in: {source}. The sources include no table of the plan."),
}
"""Standing of a plan's money -> the sentence on where it comes from."""
_OWN_VOCABULARY = "99"

_IDENTIFIER = re.compile(r"\w[\w.:-]*", re.ASCII)


@dataclass(frozen=True)
class _Money:
    """What the sources say about the money of one plan."""

    budgets: list[Row]
    sectors: list[Row]
    transactions: list[Row]
    parties: list[Row]


def plan_activities(
    warehouse: Warehouse,
    *,
    viewed_on: date,
    reporting_organisation: str = PLACEHOLDER,
    reporting_name: str = REPORTING_NAME,
    plan_ids: Collection[str] | None = None,
) -> bytes:
    """One ``iati-activity`` per plan, oldest first, as an XML file in UTF-8; the same data and day give the same bytes.

    Args:
        warehouse: The warehouse to ask.
        viewed_on: The day as of which the data is seen; also the file's ``generated-datetime``.
        reporting_organisation: IATI identifier of the organisation that publishes the file.
        reporting_name: Its name.
        plan_ids: The plans to write; None: all.

    Returns:
        Amounts in the currency and to the cent of the source. A plan without published figure has no ``budget``, its description
        says why. Results as measured and printed, small counts masked; what is missing has no element, a text says why.

    Raises:
        NapError: the identifier cannot be one, or there is no such plan.
        NoPlanError: the data holds no plan.
    """
    if not _IDENTIFIER.fullmatch(reporting_organisation):
        raise NapError(N_("“{ref}” cannot be the identifier of an organisation in IATI."), ref=reporting_organisation)
    plans = _chosen(plan_rows(warehouse, viewed_on=viewed_on), plan_ids=plan_ids)
    questions = (budget_rows, sector_rows, transaction_rows, party_rows)
    money = [ask(warehouse, viewed_on=viewed_on) for ask in questions]
    series = measured_series(warehouse, viewed_on=viewed_on)
    root = etree.Element("iati-activities", {"version": VERSION, "generated-datetime": f"{viewed_on.isoformat()}T00:00:00Z"})
    for plan in plans:
        activity = add(root, "iati-activity", {XML_LANG: DEFAULT_LANGUAGE, "default-currency": plan["currency_code"]})
        add(activity, "iati-identifier", text=f"{reporting_organisation}-{plan['plan_id']}")
        organisation = {"ref": reporting_organisation, "type": _OTHER_ORGANISATION, "secondary-reporter": "1"}
        add(add(activity, "reporting-org", organisation), "narrative", text=reporting_name)
        own = [one for one in series if one.series["plan_id"] == plan["plan_id"]]
        _fill(activity, plan, _Money(*(rows.get(plan["plan_id"], []) for rows in money)), own, viewed_on=viewed_on)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _chosen(plans: list[Row], *, plan_ids: Collection[str] | None) -> list[Row]:
    known = [plan["plan_id"] for plan in plans]
    if not known:
        raise NoPlanError
    wanted = known if plan_ids is None else list(plan_ids)
    missing = [plan_id for plan_id in wanted if plan_id not in known]
    if missing or not wanted:
        raise NapError(N_("There is no such plan: {plan}"), plan=", ".join(missing) or "–")
    return [plan for plan in plans if plan["plan_id"] in wanted]


def _fill(activity: etree._Element, plan: Row, money: _Money, series: list[Measured], *, viewed_on: date) -> None:
    """All elements of an activity after its reporting organisation, in the order of the schema."""
    narratives(add(activity, "title"), texts_of(plan, "title"))
    narratives(add(activity, "description", {"type": _GENERAL}), in_each(lambda t: _facts(t, plan, money, series)))
    if any(texts_of(plan, "aim").values()):
        narratives(add(activity, "description", {"type": _OBJECTIVES}), texts_of(plan, "aim"))
    _parties(activity, plan, money)
    add(activity, "activity-status", {"code": _status(plan, viewed_on=viewed_on)})
    _dates(activity, plan, viewed_on=viewed_on)
    country = alpha_2(plan["country_code"])
    if country is not None:
        add(activity, "recipient-country", {"code": country})
    add_locations(activity, series)
    _sectors(activity, money)
    for row in money.budgets:
        _budget(activity, row)
    for row in money.transactions:
        _transaction(activity, row)
    add_results(activity, series)


def _facts(t: Language, plan: Row, money: _Money, series: list[Measured]) -> list[str]:
    """What the money is, its place in the source, and what the file leaves out."""
    place = t.place_beside(text_in(t, plan, "source")).rstrip(".")
    reason = text_in(t, plan, "budget_missing_reason")
    if plan["has_figure"]:
        facts = [t(_MONEY_RESTS_ON[plan["standing"]], source=place)]
    else:
        facts = [t("The sources give no planned amount."), *([reason] if reason else []), t("Source: {source}.", source=place)]
    count = plan["line_without_amount_count"]
    if count:
        facts.append(t.n("{count} line has no amount and is left out.", "{count} lines have no amount and are left out.", count))
    if any(row["is_without_year"] for row in money.budgets):
        facts.append(t("The amount that the source allocates to no year appears as one budget over the whole plan."))
    if plan["extended_to_year"] is not None:
        facts.append(t("The plan was extended to {year}.", year=plan["extended_to_year"]))
    if plan["is_own_translation"]:
        facts.append(t("In one of the two languages the plan’s title and aim are our translation."))
    return facts if series else [*facts, t("The sources list no indicator.")]


def _parties(activity: etree._Element, plan: Row, money: _Money) -> None:
    """The government whose plan it is, then those that the budget lines name."""
    accountable = {"type": _GOVERNMENT, "role": _ACCOUNTABLE}
    narratives(add(activity, "participating-org", accountable), _government(plan["country_code"]))
    for row in money.parties:
        attributes = _organisation_type(row["kind"]) | {"role": _ROLES[row["part"]]}
        narratives(add(activity, "participating-org", attributes), texts_of(row, "name"))


def _government(country_code: str) -> Texts:
    code = alpha_2(country_code) or country_code
    return {t.code: t("Government ({country})", country=t.locale.territories.get(code, country_code)) for t in languages()}


def _status(plan: Row, *, viewed_on: date) -> str:
    """By the years alone: no source says that a plan was closed, cancelled or suspended."""
    if viewed_on < plan["start_date"]:
        return _PIPELINE
    return _IMPLEMENTATION if viewed_on <= (plan["extended_date"] or plan["end_date"]) else _FINALISATION


def _dates(activity: etree._Element, plan: Row, *, viewed_on: date) -> None:
    dates = {_PLANNED_START: plan["start_date"], _PLANNED_END: plan["end_date"]}
    if plan["extended_date"] is not None and plan["extended_date"] <= viewed_on:
        dates[_ACTUAL_END] = plan["extended_date"]
    for kind, day in dates.items():
        add(activity, "activity-date", {"type": kind, "iso-date": day.isoformat()})


def _sectors(activity: etree._Element, money: _Money) -> None:
    """The plan's own pillars with their shares of the planned money; the plan as a whole where they are not known."""
    if not money.sectors:
        whole = {t.code: t("Women, peace and security: the plan’s budget is not known by pillar") for t in languages()}
        narratives(add(activity, "sector", {"vocabulary": _OWN_VOCABULARY, "code": WHOLE_PLAN_CODE}), whole)
    for row in money.sectors:
        place = {"vocabulary-uri": row["vocabulary_uri"]} if row["vocabulary_uri"] else {}
        sector = {"vocabulary": _OWN_VOCABULARY, **place, "code": row["pillar_code"], "percentage": format(row["percentage"], "f")}
        narratives(add(activity, "sector", sector), texts_of(row, "name"))


def _budget(activity: etree._Element, row: Row) -> None:
    budget = add(activity, "budget", {"type": _ORIGINAL, "status": _INDICATIVE})
    add(budget, "period-start", {"iso-date": row["period_start"].isoformat()})
    add(budget, "period-end", {"iso-date": row["period_end"].isoformat()})
    _value(budget, row, day=row["period_start"])


def _transaction(activity: etree._Element, row: Row) -> None:
    transaction = add(activity, "transaction", {"ref": row["line_id"]} if row["line_id"] else {})
    add(transaction, "transaction-type", {"code": _TRANSACTION_TYPES[row["stage"]]})
    add(transaction, "transaction-date", {"iso-date": row["first_day"].isoformat()})
    _value(transaction, row, day=row["first_day"])
    narratives(add(transaction, "description"), _placing(row))
    for element, part in (("provider-org", "funder"), ("receiver-org", "implementer")):
        if row[f"{part}_en"]:
            narratives(add(transaction, element, _organisation_type(row[f"{part}_kind"])), texts_of(row, part))


def _placing(row: Row) -> Texts:
    """Year and pillar of a transaction, as far as its source gives them."""
    pillars, levels = texts_of(row, "pillar"), texts_of(row, "pillar_word")
    year = row["budget_year"]
    texts = {}
    for t in languages():
        day = t("The source gives no year: the plan’s first day is used instead.")
        day = day if year is None else t("The source gives the year {year}, not the day.", year=year)
        level = with_capital(levels[t.code] or t("pillar"))
        named = t("{level} {code}: {name}.", level=level, code=row["pillar_code"], name=pillars[t.code]) if row["pillar_code"] else ""
        texts[t.code] = f"{day} {named}".rstrip()
    return texts


def _value(parent: etree._Element, row: Row, *, day: date) -> None:
    attributes = {"currency": row["currency_code"], "value-date": day.isoformat()}
    add(parent, "value", attributes, text=format(row["amount"], "f"))


def _organisation_type(kind: str) -> dict[str, str]:
    return {"type": _ORGANISATION_TYPES[kind]} if kind in _ORGANISATION_TYPES else {}
