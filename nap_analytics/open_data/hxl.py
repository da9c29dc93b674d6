"""Every observation as a table with HXL hashtags, version 1.1. docs/formats/hxl.md describes each column.

Standard: https://hxlstandard.org/standard/1-1final/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from nap_analytics.errors import N_
from nap_analytics.open_data.machine_csv import machine_csv
from nap_analytics.queries.open_data.results import Measured, measured_series

if TYPE_CHECKING:
    from datetime import date

    from nap_analytics.queries.open_data.rows import Row
    from nap_analytics.warehouse import Warehouse
    from nap_analytics.wording.language import Language

NOT_REPORTED = "not_reported"
"""Missing reason of a series of which nobody reported anything; every other reason is the data's own."""

_SEXES = {"female": "f", "male": "m"}
"""HXL's own letters, those of its attributes +f and +m."""


class HxlColumn(NamedTuple):
    """One column: its hashtag, its heading in English, and what it takes from which part of a line."""

    tag: str
    heading: str
    part: str
    name: str


def hxl_csv(warehouse: Warehouse, t: Language, *, viewed_on: date) -> bytes:
    """One row per observation of every series, and one for a series without any; headings, hashtags, then the rows.

    The headings are in the language, everything else is the same in every language. Oldest plan first, in the order of the
    framework, then by period and breakdown. Baseline, target, status and direction are those of the series and repeated in each of its
    rows. An empty value
    has its reason beside it; empty region, sex or age group: not split by it.
    """
    lines = [
        _parts(measured, row)
        for measured in measured_series(warehouse, viewed_on=viewed_on)
        for row in measured.observations or [{"missing_reason": NOT_REPORTED}]
    ]
    heads = [[t(column.heading) for column in COLUMNS], [column.tag for column in COLUMNS]]
    return machine_csv([*heads, *([line[column.part].get(column.name) for column in COLUMNS] for line in lines)])


def _parts(measured: Measured, observation: Row) -> dict[str, Row]:
    """What a line is made of: a series, one of its observations, and what the series starts from and is compared with; empty: none.

    A partner's target is the one with the last date of the partner's latest decision.
    """
    return {
        "series": measured.series,
        "observation": {**observation, "sex": _SEXES.get(observation.get("sex", ""))},
        "baseline": measured.baseline or {},
        "target": measured.final_target or {},
        "partner_target": measured.partner_targets[-1] if measured.partner_targets else {},
        "standing": measured.standing,
    }


COLUMNS = (
    HxlColumn("#country+code+v_iso3", N_("Country"), "series", "country_code"),
    HxlColumn("#activity+programme+code", N_("Plan"), "series", "plan_id"),
    HxlColumn("#activity+pillar+code", N_("Pillar"), "series", "pillar_code"),
    HxlColumn("#activity+pillar+name+i_en", N_("Pillar, English"), "series", "pillar_en"),
    HxlColumn("#activity+pillar+name+i_fr", N_("Pillar, French"), "series", "pillar_fr"),
    HxlColumn("#indicator+code", N_("Indicator"), "series", "indicator_id"),
    HxlColumn("#indicator+code+printed", N_("Code printed in the document"), "series", "printed_code"),
    HxlColumn("#indicator+name+i_en", N_("Indicator, English"), "series", "indicator_en"),
    HxlColumn("#indicator+name+i_fr", N_("Indicator, French"), "series", "indicator_fr"),
    HxlColumn("#indicator+code+v_sdg", N_("Related SDG indicator"), "series", "sdg_code"),
    HxlColumn("#indicator+series+code", N_("Series"), "series", "series_id"),
    HxlColumn("#indicator+series+name+i_en", N_("Series, English"), "series", "series_en"),
    HxlColumn("#indicator+series+name+i_fr", N_("Series, French"), "series", "series_fr"),
    HxlColumn("#indicator+unit+i_en", N_("Unit, English"), "series", "unit_en"),
    HxlColumn("#indicator+unit+i_fr", N_("Unit, French"), "series", "unit_fr"),
    HxlColumn("#indicator+type", N_("Kind of value"), "series", "value_kind"),
    HxlColumn("#indicator+direction", N_("Desired direction"), "series", "direction"),
    HxlColumn("#indicator+accumulation", N_("How values count"), "series", "accumulation"),
    HxlColumn("#indicator+evidence+code", N_("Kind of evidence"), "series", "evidence"),
    HxlColumn("#meta+reporting", N_("Counts reported cases"), "series", "reads_reporting"),
    HxlColumn("#adm1+code+v_iso3166_2", N_("Region"), "observation", "region_code"),
    HxlColumn("#adm1+code+v_pcode", N_("Region, P-code"), "observation", "pcode"),
    HxlColumn("#meta+edition", N_("P-code valid from"), "observation", "pcode_valid_from"),
    HxlColumn("#adm1+name+i_en", N_("Region, English"), "observation", "region_en"),
    HxlColumn("#adm1+name+i_fr", N_("Region, French"), "observation", "region_fr"),
    HxlColumn("#indicator+sex+code", N_("Sex"), "observation", "sex"),
    HxlColumn("#indicator+age", N_("Age"), "observation", "age_group"),
    HxlColumn("#date+start", N_("From"), "observation", "period_start"),
    HxlColumn("#date+end", N_("To"), "observation", "period_end"),
    HxlColumn("#indicator+value+num", N_("Value"), "observation", "value"),
    HxlColumn("#indicator+numerator+num", N_("Numerator"), "observation", "numerator"),
    HxlColumn("#indicator+denominator+num", N_("Denominator"), "observation", "denominator"),
    HxlColumn("#meta+missing+code", N_("Why there is no value"), "observation", "missing_reason"),
    HxlColumn("#meta+preferred", N_("Preferred"), "observation", "is_preferred"),
    HxlColumn("#meta+floor", N_("At least this many"), "observation", "is_at_least"),
    HxlColumn("#meta+break", N_("Preceded by a break"), "observation", "is_series_break"),
    HxlColumn("#meta+standing+code", N_("Position relative to the plan"), "observation", "assessment_scope"),
    HxlColumn("#meta+source+name+i_en", N_("Source, English"), "observation", "source_en"),
    HxlColumn("#meta+source+name+i_fr", N_("Source, French"), "observation", "source_fr"),
    HxlColumn("#meta+source+url", N_("Web address of the source"), "observation", "url"),
    HxlColumn("#meta+source+place", N_("Place in the source"), "observation", "locator"),
    HxlColumn("#description+i_en", N_("Note, English"), "observation", "note_en"),
    HxlColumn("#description+i_fr", N_("Note, French"), "observation", "note_fr"),
    HxlColumn("#indicator+baseline+num", N_("Baseline"), "baseline", "value"),
    HxlColumn("#date+baseline", N_("Date of the baseline"), "baseline", "period_end"),
    HxlColumn("#meta+baseline+printed", N_("The plan gives the baseline"), "baseline", "is_printed"),
    HxlColumn("#meta+baseline+source+name+i_en", N_("Source of the baseline, English"), "baseline", "source_en"),
    HxlColumn("#meta+baseline+source+name+i_fr", N_("Source of the baseline, French"), "baseline", "source_fr"),
    HxlColumn("#meta+baseline+source+place", N_("Place of the baseline in its source"), "baseline", "locator"),
    HxlColumn("#indicator+target+num", N_("Target"), "target", "value"),
    HxlColumn("#date+target", N_("Date of the target"), "target", "period_end"),
    HxlColumn("#date+target+approved", N_("Target decided on"), "target", "decided_on"),
    HxlColumn("#meta+target+source+name+i_en", N_("Source of the target, English"), "target", "source_en"),
    HxlColumn("#meta+target+source+name+i_fr", N_("Source of the target, French"), "target", "source_fr"),
    HxlColumn("#meta+target+source+place", N_("Place of the target in its source"), "target", "locator"),
    HxlColumn("#meta+target+setby+code", N_("Who set the target"), "target", "set_by"),
    HxlColumn("#indicator+target+partner+num", N_("A partner’s target, never assessed"), "partner_target", "value"),
    HxlColumn("#date+target+partner", N_("Date of the partner’s target"), "partner_target", "period_end"),
    HxlColumn("#meta+target+partner+source+name+i_en", N_("Source of the partner’s target, English"), "partner_target", "source_en"),
    HxlColumn("#meta+target+partner+source+name+i_fr", N_("Source of the partner’s target, French"), "partner_target", "source_fr"),
    HxlColumn("#meta+target+partner+source+place", N_("Place of the partner’s target in its source"), "partner_target", "locator"),
    HxlColumn("#indicator+status+code", N_("Status"), "standing", "status"),
    HxlColumn("#date+status", N_("Date of the value on which the status rests"), "standing", "status_date"),
    HxlColumn("#indicator+verdict+num", N_("Value that verifies the target"), "standing", "verdict_value"),
    HxlColumn("#date+verdict", N_("Date of that value"), "standing", "verdict_date"),
    HxlColumn("#indicator+movement+code", N_("Direction of travel"), "standing", "movement"),
)
"""The columns in their order. Tags and attributes that the standard knows are used in its sense."""
