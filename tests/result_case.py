"""A plan measured in every way that a file of exchange must tell: the same rows for IATI, HXL and SDMX.

The plan `tst-2019` runs from 2019 to 2023. Its indicator `reached` has, with 2 of 3 sources and 3 regions,

    baseline   10 (31 December 2018)
    targets    100 for 2023, decided in 2019; in 2021 replaced by 40 for June 2022 and 80 for 2023
    2017       5, before the plan
    2020       20 of 200, and 25 by another source; 7 of them girls under 18 in the region TS-1
    2021       nothing: the area was not safe
    2022       50, after a break in the series
    2024-Q1    90, after the break and after the plan

`survivors` is sensitive: 3 in TS-1, 40 in TS-2, 60 in TS-3 in 2020; the 3 are masked, and the 40 with them. `shares` has two series
without anything; the first is called by a formula. `meetings` belongs to a chapter. `adopted` starts from a value of 2018.
TS-1 has the P-code TS03, TS-3 the P-code TS01, TS-2 none.
"""

from __future__ import annotations

from tests.tiny import Row, Tables

FORMULA = "=1+1"
"""A text that a spreadsheet would run."""

_REACHED: list[Row] = [
    {"period_start": "2017-01-01", "period_end": "2017-12-31", "value": 5},
    {"period_start": "2020-01-01", "period_end": "2020-12-31", "value": 20, "numerator": 20, "denominator": 200},
    {"period_start": "2020-01-01", "period_end": "2020-12-31", "value": 25, "is_preferred": False, "source_id": "other"},
    {
        "period_start": "2020-01-01",
        "period_end": "2020-12-31",
        "value": 7,
        "region_code": "TS-1",
        "sex": "female",
        "age_group": "0-17",
    },
    {"period_start": "2021-01-01", "period_end": "2021-12-31", "missing_reason": "insecure_area"},
    {
        "period_start": "2022-01-01",
        "period_end": "2022-12-31",
        "value": 50,
        "is_series_break": True,
        "note_en": "Counted anew",
        "note_fr": "Compté à nouveau",
    },
    {"period_start": "2024-01-01", "period_end": "2024-03-31", "value": 90},
]

_SURVIVORS: list[Row] = [
    {"period_start": "2020-01-01", "period_end": "2020-12-31", "region_code": region, "value": value, "note_en": f"{value} women"}
    for region, value in (("TS-1", 3), ("TS-2", 40), ("TS-3", 60))
]

MEASURED: Tables = {
    "source": [
        {"source_id": "doc", "title_en": "Plan", "title_fr": "Plan", "url": "https://example.org/plan"},
        {"source_id": "other", "title_en": "Study", "title_fr": "Étude"},
    ],
    "region": [
        {"region_code": f"TS-{number}", "pcode": pcode, "name_en": f"Land {number}", "name_fr": f"Pays {number}"}
        for number, pcode in ((1, "TS03"), (2, None), (3, "TS01"))
    ],
    "indicator": [
        {"indicator_id": "reached", "text_en": "Persons reached.", "text_fr": "Personnes atteintes.", "sdg_code": "5.5.1"},
        {"indicator_id": "survivors", "is_sensitive": True, "sort_order": 2},
        {"indicator_id": "shares", "value_kind": "percent", "unit": "percent", "direction": "decrease", "sort_order": 3},
        {"indicator_id": "adopted", "value_kind": "yes_no", "unit": "yes/no", "node_code": "O1", "placement_is_certain": False},
        {"indicator_id": "meetings", "chapter": "leadership", "accumulation": "sum"},
    ],
    "series": [
        {"series_id": "reached", "baseline_value": 10},
        {"series_id": "survivors"},
        {"series_id": "shares/a", "indicator_id": "shares", "category": "a", "name_en": FORMULA, "name_fr": FORMULA},
        {"series_id": "shares/b", "indicator_id": "shares", "category": "b", "name_en": "Other", "name_fr": "Autre", "sort_order": 2},
        {"series_id": "adopted"},
        {"series_id": "meetings"},
    ],
    "target": [
        {"series_id": "reached", "target_value": 100},
        {"series_id": "reached", "target_value": 40, "target_date": "2022-06-30", "decided_on": "2021-03-01"},
        {"series_id": "reached", "target_value": 80, "decided_on": "2021-03-01"},
    ],
    "observation": [
        *({"series_id": "reached", **row} for row in _REACHED),
        *({"series_id": "survivors", **row} for row in _SURVIVORS),
        {"series_id": "adopted", "period_end": "2018-05-09", "value": 0},
        {"series_id": "adopted", "period_end": "2019-03-22", "value": 1},
    ],
}
