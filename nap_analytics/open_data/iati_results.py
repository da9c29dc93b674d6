"""The plans' results in an IATI file: one ``result`` per node of the framework, one ``indicator`` per series.

docs/formats/iati.md has the mapping field by field, and what is left out.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from nap_analytics.open_data.iati_xml import Texts, add, in_each, languages, narratives, texts_of
from nap_analytics.open_data.value_notes import (
    baseline_notes,
    missing_sentence,
    sentence,
    source_sentence,
    standing_sentences,
    target_notes,
    value_notes,
)
from nap_analytics.queries.open_data.rows import Row, text_in
from nap_analytics.wording.codes import word
from nap_analytics.wording.tables import plain_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from lxml import etree

    from nap_analytics.queries.open_data.results import Measured
    from nap_analytics.wording.language import Language

_OUTPUT, _OUTCOME, _IMPACT, _OTHER = "1", "2", "3", "9"
_RESULT_TYPES = {"pillar": _IMPACT, "objective": _IMPACT, "result": _OUTCOME, "opportunity": _OUTPUT}
"""IATI's ResultType by the level of the node; a chapter of the plan is outside the chain of results."""

_UNIT, _PERCENTAGE, _NOMINAL, _ORDINAL = "1", "2", "3", "4"
_MEASURES = {
    "percent": _PERCENTAGE,
    "rate_of_change": _PERCENTAGE,
    "gross_rate": _PERCENTAGE,
    "count": _UNIT,
    "ratio": _UNIT,
    "index": _UNIT,
    "level": _ORDINAL,
    "yes_no": _NOMINAL,
}
"""IATI's IndicatorMeasure by the kind of value."""

_SDG_INDICATORS, _OWN_VOCABULARY = "9", "99"
"""IATI's IndicatorVocabulary."""

_SHOWN = ("within", "after_break")
"""What a value is to the plan where the file has it; those from outside its time, a break or not, are counted in words."""

Period = tuple["date", "date"]


def add_locations(activity: etree._Element, series: list[Measured]) -> None:
    """The regions that results of the activity speak of, each once, to which they refer by code."""
    regions = {row["region_code"]: row for measured in series for row in _shown(measured) if row["region_code"] is not None}
    for code, row in sorted(regions.items()):
        location = add(activity, "location", {"ref": code})
        narratives(add(location, "name"), texts_of(row, "region"))
        if row["pcode"]:
            narratives(add(location, "description"), {t.code: _pcode_text(t, row) for t in languages()})


def _pcode_text(t: Language, row: Row) -> str:
    """The humanitarian P-code in words: IATI's list of vocabularies for places knows none of them."""
    return t("P-code {pcode} (OCHA), valid from {date}", pcode=row["pcode"], date=t.date(row["pcode_valid_from"]))


def add_results(activity: etree._Element, series: list[Measured]) -> None:
    """One result per node, or chapter, that has an indicator, in the order of the framework."""
    nodes: dict[str, list[Measured]] = defaultdict(list)
    for measured in series:
        nodes[measured.series["node_code"] or measured.series["chapter"]].append(measured)
    for members in nodes.values():
        node = members[0].series
        result = add(activity, "result", {"type": _RESULT_TYPES.get(node["level"], _OTHER), "aggregation-status": "0"})
        narratives(add(result, "title"), texts_of(node, "node") if node["node_code"] else _chapter(node))
        for measured in members:
            _indicator(result, measured)


def _chapter(node: Row) -> Texts:
    return {t.code: word(t, node["chapter"]) for t in languages()}


def _indicator(result: etree._Element, measured: Measured) -> None:
    """One series: what it is, where it starts, what was to be reached, what was measured."""
    series = measured.series
    attributes = {
        "measure": _MEASURES[series["value_kind"]],
        "ascending": "1" if series["direction"] == "increase" else "0",
        "aggregation-status": "1" if series["accumulation"] == "sum" else "0",
    }
    indicator = add(result, "indicator", attributes)
    narratives(add(indicator, "title"), {t.code: _title(t, series) for t in languages()})
    narratives(add(indicator, "description"), in_each(lambda t: _facts(t, measured)))
    if series["sdg_code"]:
        add(indicator, "reference", {"vocabulary": _SDG_INDICATORS, "code": series["sdg_code"]})
    uri = {"indicator-uri": series["url"]} if series["url"] else {}
    add(indicator, "reference", {"vocabulary": _OWN_VOCABULARY, "code": series["series_id"], **uri})
    _baseline(indicator, measured)
    for (start, end), (targets, values) in sorted(_periods(measured).items(), key=lambda item: (item[0][1], item[0][0])):
        period = add(indicator, "period")
        add(period, "period-start", {"iso-date": start.isoformat()})
        add(period, "period-end", {"iso-date": end.isoformat()})
        for row in targets:
            _target(period, row, measured)
        for row in values:
            _actual(period, row, measured)


def _title(t: Language, series: Row) -> str:
    """The indicator as printed; the series besides where it has several."""
    text = text_in(t, series, "indicator")
    return t("{indicator}: {series}", indicator=text.rstrip("."), series=text_in(t, series, "series")) if series["category"] else text


def _facts(t: Language, measured: Measured) -> Iterator[str]:
    """How to read the indicator, what is missing of it, what the file leaves out, the notes on it and its source."""
    series = measured.series
    yield t("Unit: {unit}.", unit=text_in(t, series, "unit"))
    yield t("How values count: {what}.", what=word(t, series["accumulation"]))
    yield from _place_and_wording(t, series)
    if measured.baseline is None:
        yield t("No baseline has been entered.")
    if not measured.current_targets:
        yield t("No target is set.")
    if not _shown(measured):
        yield t("No value is reported for the time of the plan.")
    yield from standing_sentences(t, measured)
    for row in measured.cells:
        if row["value"] is None:
            yield missing_sentence(t, row)
    yield from _left_out(t, measured)
    for note in (text_in(t, series, "indicator_note"), text_in(t, series, "series_note")):
        if note:
            yield sentence(note)
    yield source_sentence(t, series)


def _place_and_wording(t: Language, series: Row) -> Iterator[str]:
    """The place of the indicator in the document, and whose words name it, where that is not plain."""
    if series["printed_code"]:
        yield t("The document prints it under the code {code}.", code=series["printed_code"])
    if not series["placement_is_certain"]:
        yield t("Its place in the framework is uncertain.")
    if series["is_own_translation"]:
        yield t("In one of the two languages the wording is our translation.")


def _left_out(t: Language, measured: Measured) -> Iterator[str]:
    """How many values are outside the plan's time, or are neither preferred nor beside one that is."""
    known = [row for row in measured.cells if row["value"] is not None]
    before = sum(row["assessment_scope"] == "before" for row in known)
    after = sum(row["is_after_plan"] for row in known)
    if before:
        yield t.n(
            "{count} value from before the baseline or the plan is left out.",
            "{count} values from before the baseline or the plan are left out.",
            before,
        )
    if after:
        yield t.n("{count} value from after the plan is left out.", "{count} values from after the plan are left out.", after)
    others = sum(not row["stands_for_its_cell"] and row["value"] is not None for row in measured.observations)
    unnamed = others - sum(len(measured.rivals(row)) for row in _shown(measured))
    if unnamed:
        yield t.n("{count} value that is not preferred is left out.", "{count} values that are not preferred are left out.", unnamed)


def _baseline(indicator: etree._Element, measured: Measured) -> None:
    row = measured.baseline
    if row is None:
        return
    day = row["period_end"]
    attributes = {"iso-date": day.isoformat(), "year": str(day.year), "value": plain_number(row["value"])}
    _comment(add(indicator, "baseline", attributes), lambda t: [*baseline_notes(t, row), source_sentence(t, row)])


def _periods(measured: Measured) -> dict[Period, tuple[list[Row], list[Row]]]:
    """The targets and values of each period; a target has the period that it was given, not the year of a value.

    A partner's target comes after the one that counts, and its comment says that it is never compared with a value.
    """
    periods: dict[Period, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for row in (*measured.current_targets, *measured.partner_targets):
        periods[row["period_start"], row["period_end"]][0].append(row)
    for row in _shown(measured):
        periods[row["period_start"], row["period_end"]][1].append(row)
    return periods


def _shown(measured: Measured) -> list[Row]:
    """The values that the file holds: preferred, not missing, of the time of the plan."""
    known = [row for row in measured.cells if row["value"] is not None and not row["is_after_plan"]]
    return [row for row in known if row["assessment_scope"] in _SHOWN]


def _target(period: etree._Element, row: Row, measured: Measured) -> None:
    target = add(period, "target", {"value": plain_number(row["value"])})
    _comment(target, lambda t: [*target_notes(t, row, measured), source_sentence(t, row)])


def _actual(period: etree._Element, row: Row, measured: Measured) -> None:
    actual = add(period, "actual", {"value": plain_number(row["value"])})
    if row["region_code"] is not None:
        add(actual, "location", {"ref": row["region_code"]})
    for name, value in (("sex", row["sex"]), ("age", row["age_group"])):
        if value is not None:
            add(actual, "dimension", {"name": name, "value": value})
    _comment(actual, lambda t: [*value_notes(t, row, measured), source_sentence(t, row)])


def _comment(parent: etree._Element, sentences: Callable[[Language], list[str]]) -> None:
    narratives(add(parent, "comment"), in_each(sentences))
