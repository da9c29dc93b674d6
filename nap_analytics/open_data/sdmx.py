"""Baselines, targets and values as SDMX-CSV 2.0, one row per key. docs/formats/sdmx.md describes dimensions, attributes and code lists.

Standard: https://github.com/sdmx-twg/sdmx-csv (data messages, field guide)
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from nap_analytics.open_data.countries import alpha_2
from nap_analytics.open_data.machine_csv import machine_csv
from nap_analytics.open_data.value_notes import baseline_notes, target_notes, value_notes
from nap_analytics.queries.open_data.results import Measured, measured_series
from nap_analytics.queries.open_data.rows import Row, text_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nap_analytics.warehouse import Warehouse
    from nap_analytics.wording.language import Language

DATAFLOW = "NAP_ANALYTICS:NAP_RESULTS(1.0.0)"
"""Agency, name and version of the flow; an agency that nobody registered, in whose place a publisher puts its own."""

_INFORMATION = "I"
_ACTUAL, _BASELINE, _TARGET, _PARTNER_TARGET = "ACTUAL", "BASELINE", "TARGET", "PARTNER_TARGET"
_TOTAL, _NOT_APPLICABLE = "_T", "_Z"
_FEMALE_MALE = {"female": "F", "male": "M"}

_NORMAL, _BREAK = "A", "B"
MISSING_STATUS = {"masked": "Q", "not_applicable": "M", "not_collected": "L", "refused": "L", "insecure_area": "L", "not_yet_due": "O"}
"""SDMX:CL_OBS_STATUS(2.3): suppressed; data cannot exist; data exist but were not collected; missing without further division."""

_FREE, _CONFIDENTIAL = "F", "C"
"""SDMX:CL_CONF_STATUS(1.4)."""

_ANNUAL, _HALF_YEARLY, _QUARTERLY, _MONTHLY, _IRREGULAR = "A", "S", "Q", "M", "I"
"""SDMX:CL_FREQ(2.1)."""

_AGES, _OLDER = re.compile(r"(\d+)-(\d+)", re.ASCII), re.compile(r"(\d+)\+", re.ASCII)

DIMENSIONS = ("FREQ", "REF_AREA", "INDICATOR", "SERIES", "MEASURE_TYPE", "SEX", "AGE", "TIME_PERIOD")
"""The columns that together name one value, and only one."""

COLUMNS = (
    *("STRUCTURE", "STRUCTURE_ID", "ACTION"),
    *DIMENSIONS,
    "OBS_VALUE",
    *("UNIT_MEASURE", "OBS_STATUS", "CONF_STATUS", "MISSING_REASON", "STANDING", "AT_LEAST", "NUMERATOR", "DENOMINATOR"),
    *("REF_AREA_PCODE", "PCODE_VALID_FROM"),
    *("PERIOD_START", "PERIOD_END", "DECIDED_ON", "SET_BY", "SERIES_ID", "INDICATOR_NAME", "PRINTED_CODE", "SERIES_NAME"),
    *("EVIDENCE", "READS_REPORTING", "STATUS", "STATUS_DATE", "VERDICT_VALUE", "VERDICT_DATE", "MOVEMENT"),
    *("SOURCE_DETAIL", "SOURCE_PLACE", "SOURCE_URL", "COMMENT_OBS"),
)


def sdmx_csv(warehouse: Warehouse, t: Language, *, viewed_on: date) -> bytes:
    """One row per value, whether measured, to be reached or to start from; keys are unique.

    Of disagreeing sources the preferred one is given, the others are named in ``COMMENT_OBS``. A value that is missing has its row, its
    status and its reason; a series of which nothing is known has none. Names, sources and comments are in the language. Oldest plan
    first, in the order of the framework; of each series the baseline, the targets of the decision that counts, those of a partner, then
    the values.
    """
    rows = [row for measured in measured_series(warehouse, viewed_on=viewed_on) for row in _rows(t, measured)]
    return machine_csv([COLUMNS, *([row.get(name) for name in COLUMNS] for row in rows)])


def sdmx_code(text: str) -> str:
    """A text of the data as an SDMX identifier, one for each text: ``:`` is ``@``, ``.`` is ``_``, other signs are ``$`` and two digits.

    Example:
        >>> sdmx_code("mli-2019:1.3.1a")
        'mli-2019@1_3_1a'
    """
    escaped = quote(text, safe=":.").replace("_", "%5F").replace("~", "%7E")
    code = escaped.replace(":", "@").replace(".", "_").replace("%", "$")
    return f"${ord(text[0]):02X}{code[1:]}" if code.startswith(("@", "-")) else code


def time_period(start: date | None, end: date) -> tuple[str, str]:
    """Frequency and period as SDMX writes them: a year, half, quarter or month, else a day or a span; no start: the data's own habit.

    A figure that has one day alone is the year's on 31 December and the month's on its last day.
    """
    is_month_end = end.day == calendar.monthrange(end.year, end.month)[1]
    if start is None:
        start = end.replace(month=1, day=1) if (end.month, end.day) == (12, 31) else end.replace(day=1) if is_month_end else end
    months = end.month - start.month + 1
    if start.year == end.year and start.day == 1 and is_month_end and start.month % months == 1 % months:
        forms = {12: (_ANNUAL, "{0}"), 6: (_HALF_YEARLY, "{0}-S{1}"), 3: (_QUARTERLY, "{0}-Q{1}"), 1: (_MONTHLY, "{0}-{1:02}")}
        if months in forms:
            frequency, form = forms[months]
            return frequency, form.format(end.year, end.month // months)
    if start == end:
        return _IRREGULAR, end.isoformat()
    return _IRREGULAR, f"{start.isoformat()}/P{(end - start + timedelta(days=1)).days}D"


def _rows(t: Language, measured: Measured) -> Iterator[dict[str, Any]]:
    if measured.baseline is not None:
        yield _row(t, measured, measured.baseline, kind=_BASELINE) | {"COMMENT_OBS": _said(baseline_notes(t, measured.baseline))}
    for kind, targets in ((_TARGET, measured.current_targets), (_PARTNER_TARGET, measured.partner_targets)):
        for target in targets:
            said = _said(target_notes(t, target, measured))
            own = {"COMMENT_OBS": said, "DECIDED_ON": target["decided_on"], "SET_BY": target["set_by"]}
            yield _row(t, measured, target | {"period_start": None}, kind=kind) | own
    for cell in measured.cells:
        yield _row(t, measured, cell, kind=_ACTUAL) | _of_observation(cell) | {"COMMENT_OBS": _said(value_notes(t, cell, measured))}


def _row(t: Language, measured: Measured, value: Row, *, kind: str) -> dict[str, Any]:
    """What baseline, target and observation have in common."""
    series = measured.series
    frequency, period = time_period(value["period_start"], value["period_end"])
    return {
        "STRUCTURE": "dataflow",
        "STRUCTURE_ID": DATAFLOW,
        "ACTION": _INFORMATION,
        "FREQ": frequency,
        "REF_AREA": alpha_2(series["country_code"]) or sdmx_code(series["country_code"]),
        "INDICATOR": sdmx_code(series["indicator_id"]),
        "SERIES": sdmx_code(series["category"]) if series["category"] else _NOT_APPLICABLE,
        "MEASURE_TYPE": kind,
        "SEX": _TOTAL,
        "AGE": _TOTAL,
        "TIME_PERIOD": period,
        "OBS_VALUE": value["value"],
        "UNIT_MEASURE": series["unit"],
        "OBS_STATUS": _NORMAL,
        "CONF_STATUS": _FREE,
        "NUMERATOR": value.get("numerator"),
        "DENOMINATOR": value.get("denominator"),
        "PERIOD_START": value["period_start"],
        "PERIOD_END": value["period_end"],
        "SERIES_ID": series["series_id"],
        "INDICATOR_NAME": text_in(t, series, "indicator"),
        "PRINTED_CODE": series["printed_code"],
        "SERIES_NAME": text_in(t, series, "series"),
        "EVIDENCE": series["evidence"],
        "READS_REPORTING": series["reads_reporting"],
        **{name.upper(): measured.standing[name] for name in ("status", "status_date", "verdict_value", "verdict_date", "movement")},
        "SOURCE_DETAIL": text_in(t, value, "source"),
        "SOURCE_PLACE": value["locator"],
        "SOURCE_URL": value["url"],
    }


def _of_observation(cell: Row) -> dict[str, Any]:
    """What an observation alone has: its breakdown, its status, why it is missing, what it is to the plan."""
    status = _NORMAL if cell["value"] is not None else MISSING_STATUS[cell["missing_reason"]]
    own: dict[str, Any] = {
        "SEX": _FEMALE_MALE.get(cell["sex"], _TOTAL),
        "AGE": _age(cell["age_group"]),
        "OBS_STATUS": _BREAK if cell["is_series_break"] else status,
        "CONF_STATUS": _CONFIDENTIAL if cell["missing_reason"] == "masked" else _FREE,
        "MISSING_REASON": cell["missing_reason"],
        "STANDING": cell["assessment_scope"],
        "AT_LEAST": cell["is_at_least"],
        "REF_AREA_PCODE": cell["pcode"],
        "PCODE_VALID_FROM": cell["pcode_valid_from"],
    }
    return own | ({"REF_AREA": sdmx_code(cell["region_code"])} if cell["region_code"] else {})


def _age(group: str | None) -> str:
    """Years as SDMX's lists of ages write them: 0-17 is Y0T17, 18+ is Y_GE18."""
    if group is None:
        return _TOTAL
    if span := _AGES.fullmatch(group):
        return f"Y{span[1]}T{span[2]}"
    older = _OLDER.fullmatch(group)
    return f"Y_GE{older[1]}" if older else sdmx_code(group)


def _said(sentences: list[str]) -> str:
    return " ".join(sentences)
