"""Every observation as a table with HXL hashtags, version 1.1. docs/formats/hxl.md describes each column.

Standard: https://hxlstandard.org/standard/1-1final/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from nap_analytics.errors import N_
from nap_analytics.open_data.machine_csv import machine_csv
from nap_analytics.queries.open_data.results import Measured, measured_series

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from nap_analytics.queries.open_data.rows import Row
    from nap_analytics.warehouse import Warehouse
    from nap_analytics.wording.language import Language

NOT_REPORTED = "not_reported"
"""Missing reason of a series of which nobody reported anything; every other reason is the data's own."""

_SEXES = {"female": "f", "male": "m"}
"""HXL's own letters, those of its attributes +f and +m."""

Line = tuple[Measured, "Row"]
"""A series with one of its observations, which is empty where there is none."""


class HxlColumn(NamedTuple):
    """One column: its hashtag, its heading in English, and what it takes from a series and its observation."""

    tag: str
    heading: str
    value: Callable[[Line], Any]


def hxl_csv(warehouse: Warehouse, t: Language, *, viewed_on: date) -> bytes:
    """One row per observation of every series, and one for a series without any; headings, hashtags, then the rows.

    The headings are in the language, everything else is the same in every language. Oldest plan first, in the order of the
    framework, then by period and breakdown. Baseline, target, status and direction are those of the series and repeated in each of its
    rows. An empty value
    has its reason beside it; empty region, sex or age group: not split by it.
    """
    lines = [
        (measured, row) for measured in measured_series(warehouse, viewed_on=viewed_on) for row in measured.observations or [_nothing()]
    ]
    heads = [[t(column.heading) for column in COLUMNS], [column.tag for column in COLUMNS]]
    return machine_csv([*heads, *([column.value(line) for column in COLUMNS] for line in lines)])


def _nothing() -> Row:
    return {"missing_reason": NOT_REPORTED}


def _series(name: str) -> Callable[[Line], Any]:
    return lambda line: line[0].series[name] or None


def _observation(name: str) -> Callable[[Line], Any]:
    return lambda line: line[1].get(name)


def _baseline(name: str) -> Callable[[Line], Any]:
    return lambda line: None if line[0].baseline is None else line[0].baseline[name]


def _target(name: str) -> Callable[[Line], Any]:
    return lambda line: None if line[0].final_target is None else line[0].final_target[name]


def _partner_target(name: str) -> Callable[[Line], Any]:
    """Of a partner's latest decision the target with the last date."""
    return lambda line: line[0].partner_targets[-1][name] if line[0].partner_targets else None


def _standing(name: str) -> Callable[[Line], Any]:
    return lambda line: line[0].standing[name]


def _truth(name: str) -> Callable[[Line], Any]:
    return lambda line: line[0].series[name]


def _sex(line: Line) -> str | None:
    return _SEXES.get(line[1].get("sex", ""))


COLUMNS = (
    HxlColumn("#country+code+v_iso3", N_("Country"), _series("country_code")),
    HxlColumn("#activity+programme+code", N_("Plan"), _series("plan_id")),
    HxlColumn("#activity+pillar+code", N_("Pillar"), _series("pillar_code")),
    HxlColumn("#activity+pillar+name+i_en", N_("Pillar, English"), _series("pillar_en")),
    HxlColumn("#activity+pillar+name+i_fr", N_("Pillar, French"), _series("pillar_fr")),
    HxlColumn("#indicator+code", N_("Indicator"), _series("indicator_id")),
    HxlColumn("#indicator+code+printed", N_("Code printed in the document"), _series("printed_code")),
    HxlColumn("#indicator+name+i_en", N_("Indicator, English"), _series("indicator_en")),
    HxlColumn("#indicator+name+i_fr", N_("Indicator, French"), _series("indicator_fr")),
    HxlColumn("#indicator+code+v_sdg", N_("Related SDG indicator"), _series("sdg_code")),
    HxlColumn("#indicator+series+code", N_("Series"), _series("series_id")),
    HxlColumn("#indicator+series+name+i_en", N_("Series, English"), _series("series_en")),
    HxlColumn("#indicator+series+name+i_fr", N_("Series, French"), _series("series_fr")),
    HxlColumn("#indicator+unit+i_en", N_("Unit, English"), _series("unit_en")),
    HxlColumn("#indicator+unit+i_fr", N_("Unit, French"), _series("unit_fr")),
    HxlColumn("#indicator+type", N_("Kind of value"), _series("value_kind")),
    HxlColumn("#indicator+direction", N_("Desired direction"), _series("direction")),
    HxlColumn("#indicator+accumulation", N_("How values count"), _series("accumulation")),
    HxlColumn("#indicator+evidence+code", N_("Kind of evidence"), _series("evidence")),
    HxlColumn("#meta+reporting", N_("Counts reported cases"), _truth("reads_reporting")),
    HxlColumn("#adm1+code+v_iso3166_2", N_("Region"), _observation("region_code")),
    HxlColumn("#adm1+code+v_pcode", N_("Region, P-code"), _observation("pcode")),
    HxlColumn("#meta+edition", N_("P-code valid from"), _observation("pcode_valid_from")),
    HxlColumn("#adm1+name+i_en", N_("Region, English"), _observation("region_en")),
    HxlColumn("#adm1+name+i_fr", N_("Region, French"), _observation("region_fr")),
    HxlColumn("#indicator+sex+code", N_("Sex"), _sex),
    HxlColumn("#indicator+age", N_("Age"), _observation("age_group")),
    HxlColumn("#date+start", N_("From"), _observation("period_start")),
    HxlColumn("#date+end", N_("To"), _observation("period_end")),
    HxlColumn("#indicator+value+num", N_("Value"), _observation("value")),
    HxlColumn("#indicator+numerator+num", N_("Numerator"), _observation("numerator")),
    HxlColumn("#indicator+denominator+num", N_("Denominator"), _observation("denominator")),
    HxlColumn("#meta+missing+code", N_("Why there is no value"), _observation("missing_reason")),
    HxlColumn("#meta+preferred", N_("Preferred"), _observation("is_preferred")),
    HxlColumn("#meta+floor", N_("At least this many"), _observation("is_at_least")),
    HxlColumn("#meta+break", N_("Preceded by a break"), _observation("is_series_break")),
    HxlColumn("#meta+standing+code", N_("Position relative to the plan"), _observation("assessment_scope")),
    HxlColumn("#meta+source+name+i_en", N_("Source, English"), _observation("source_en")),
    HxlColumn("#meta+source+name+i_fr", N_("Source, French"), _observation("source_fr")),
    HxlColumn("#meta+source+url", N_("Web address of the source"), _observation("url")),
    HxlColumn("#meta+source+place", N_("Place in the source"), _observation("locator")),
    HxlColumn("#description+i_en", N_("Note, English"), _observation("note_en")),
    HxlColumn("#description+i_fr", N_("Note, French"), _observation("note_fr")),
    HxlColumn("#indicator+baseline+num", N_("Baseline"), _baseline("value")),
    HxlColumn("#date+baseline", N_("Date of the baseline"), _baseline("period_end")),
    HxlColumn("#meta+baseline+printed", N_("The plan gives the baseline"), _baseline("is_printed")),
    HxlColumn("#meta+baseline+source+name+i_en", N_("Source of the baseline, English"), _baseline("source_en")),
    HxlColumn("#meta+baseline+source+name+i_fr", N_("Source of the baseline, French"), _baseline("source_fr")),
    HxlColumn("#meta+baseline+source+place", N_("Place of the baseline in its source"), _baseline("locator")),
    HxlColumn("#indicator+target+num", N_("Target"), _target("value")),
    HxlColumn("#date+target", N_("Date of the target"), _target("period_end")),
    HxlColumn("#date+target+approved", N_("Target decided on"), _target("decided_on")),
    HxlColumn("#meta+target+source+name+i_en", N_("Source of the target, English"), _target("source_en")),
    HxlColumn("#meta+target+source+name+i_fr", N_("Source of the target, French"), _target("source_fr")),
    HxlColumn("#meta+target+source+place", N_("Place of the target in its source"), _target("locator")),
    HxlColumn("#meta+target+setby+code", N_("Who set the target"), _target("set_by")),
    HxlColumn("#indicator+target+partner+num", N_("A partner’s target, never assessed"), _partner_target("value")),
    HxlColumn("#date+target+partner", N_("Date of the partner’s target"), _partner_target("period_end")),
    HxlColumn("#meta+target+partner+source+name+i_en", N_("Source of the partner’s target, English"), _partner_target("source_en")),
    HxlColumn("#meta+target+partner+source+name+i_fr", N_("Source of the partner’s target, French"), _partner_target("source_fr")),
    HxlColumn("#meta+target+partner+source+place", N_("Place of the partner’s target in its source"), _partner_target("locator")),
    HxlColumn("#indicator+status+code", N_("Status"), _standing("status")),
    HxlColumn("#date+status", N_("Date of the value on which the status rests"), _standing("status_date")),
    HxlColumn("#indicator+verdict+num", N_("Value that verifies the target"), _standing("verdict_value")),
    HxlColumn("#date+verdict", N_("Date of that value"), _standing("verdict_date")),
    HxlColumn("#indicator+movement+code", N_("Direction of travel"), _standing("movement")),
)
"""The columns in their order. Tags and attributes that the standard knows are used in its sense."""
