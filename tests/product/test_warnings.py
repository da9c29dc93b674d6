"""Warnings of check: sound data that loads and cannot be used as it stands, each with file, row, column and value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from nap_analytics.cli import app
from nap_analytics.warehouse import open_warehouse
from nap_analytics.warehouse.dictionary import expected_sentence
from nap_analytics.wording.language import language
from tests.tiny import Tables, measured, together, write_folder

if TYPE_CHECKING:
    from pathlib import Path


def a_sum(*, targets: dict[str, int] | None = None, periods: list[tuple[str, str, int]] | None = None, **indicator: str) -> Tables:
    """An indicator whose periods are added up: targets by the day they are due, periods with their values."""
    due = (targets or {}).items()
    of_period = [{"period_start": start, "period_end": end, "value": value} for start, end, value in periods or []]
    return {
        "indicator": [{"indicator_id": "s", "accumulation": "sum", **indicator}],
        "series": [{"series_id": "s", "indicator_id": "s"}],
        "target": [{"series_id": "s", "target_date": day, "target_value": value} for day, value in due],
        "observation": [{"series_id": "s", **row} for row in of_period],
    }


NOTICES = {
    "targets-of-each-year": (
        a_sum(targets={"2019-12-31": 40, "2020-12-31": 90, "2021-12-31": 90, "2022-12-31": 60}),
        [("target.csv", 4, "target_value", "s / 2019-01-01: 40.0, 90.0, 90.0, 60.0", "targets_of_a_sum_rise")],
    ),
    "targets-that-rise": (a_sum(targets={"2019-12-31": 40, "2020-12-31": 90}), []),
    "sum-that-should-fall": (
        a_sum(targets={"2019-12-31": 90, "2020-12-31": 40}, direction="decrease"),
        [("target.csv", 2, "series_id", "s", "sums_with_a_target_should_rise")],
    ),
    "fall-without-a-target": (a_sum(direction="decrease"), []),
    "quarter-covered-twice": (
        a_sum(periods=[("2019-01-01", "2019-09-30", 30), ("2019-10-01", "2019-12-31", 40), ("2019-10-01", "2020-03-31", 10)]),
        [
            ("observation.csv", 3, "period_end", "s: 2019-10-01 – 2019-12-31", "periods_of_a_sum_do_not_overlap"),
            ("observation.csv", 4, "period_start", "s: 2019-10-01 – 2019-12-31", "periods_of_a_sum_do_not_overlap"),
        ],
    ),
    "quarter-inside-a-year": (
        a_sum(periods=[("2019-01-01", "2019-12-31", 30), ("2019-04-01", "2019-06-30", 40)]),
        [
            ("observation.csv", 2, "period_end", "s: 2019-04-01 – 2019-06-30", "periods_of_a_sum_do_not_overlap"),
            ("observation.csv", 3, "period_start", "s: 2019-04-01 – 2019-06-30", "periods_of_a_sum_do_not_overlap"),
        ],
    ),
    "topic-without-a-name": (
        {
            "context_theme": [{"theme": "g"}],
            "context_topic": [{"topic": "named", "theme": "g"}],
            "context_figure": [{"topic": topic, "value": 1, "unit": "persons"} for topic in ("named", "nameless", "nameless")],
        },
        [("context_figure.csv", 3, "topic", "nameless", "topics_of_the_context_have_a_name")],
    ),
    "missing-quarter": (
        a_sum(periods=[("2019-01-01", "2019-03-31", 30), ("2019-07-01", "2019-09-30", 40)]),
        [("observation.csv", 3, "period_start", "s: 2019-04-01 – 2019-06-30", "periods_of_a_sum_leave_no_gap")],
    ),
    "first-quarter-missing": (
        a_sum(periods=[("2019-04-01", "2019-06-30", 30)]),
        [("observation.csv", 2, "period_start", "s: 2019-01-01 – 2019-03-31", "periods_of_a_sum_leave_no_gap")],
    ),
    "before-and-after-the-plan": (
        a_sum(periods=[("2015-01-01", "2015-12-31", 3), ("2019-01-01", "2019-12-31", 4), ("2025-01-01", "2025-12-31", 5)]),
        [],
    ),
    "baseline-after-the-target": (
        {
            "indicator": [{"indicator_id": "s"}],
            "series": [{"series_id": "s", "indicator_id": "s", "baseline_value": 3, "baseline_date": "2020-12-31"}],
            "target": [{"series_id": "s", "target_value": 100, "target_date": "2020-12-31"}],
        },
        [("target.csv", 2, "target_date", "s: 2020-12-31 – 2020-12-31", "baselines_come_before_their_target")],
    ),
    "falling-targets-of-a-running-total": (
        a_sum(targets={"2019-12-31": 90, "2020-12-31": 90, "2021-12-31": 40}, accumulation="running_total"),
        [("target.csv", 4, "target_value", "s / 2019-01-01: 90.0, 90.0, 40.0", "targets_of_a_running_total_do_not_fall")],
    ),
    "measured-before-the-plan-and-beyond-the-target": (
        together(measured("s", values={"2017-12-31": 60, "2018-12-31": 40}), {"target": [{"series_id": "s", "target_value": 30}]}),
        [("target.csv", 2, "target_value", "s: 40.0 → 30.0", "measured_baselines_leave_a_way_to_go")],
    ),
    "measured-before-the-plan-and-held": (
        together(measured("s", values={"2018-12-31": 40}), {"target": [{"series_id": "s", "target_value": 30, "is_level_to_hold": True}]}),
        [],
    ),
    "place-that-names-another-region": (
        {
            **measured("s"),
            "region": [
                {"region_code": "TS-9", "pcode": "TS10"},
                {"region_code": "TS-10", "later_pcode": "TS09"},
                {"region_code": "TS-CAP", "pcode": "TS09"},
            ],
            "observation": [
                {"series_id": "s", "period_end": "2020-12-31", "value": 3, "region_code": "TS-9", "locator": "row TS09, Capital"},
                {"series_id": "s", "period_end": "2020-12-31", "value": 3, "region_code": "TS-10", "locator": "row TS09, North"},
                {"series_id": "s", "period_end": "2020-12-31", "value": 3, "region_code": "TS-CAP", "locator": "row TS09, Capital"},
                {"series_id": "s", "period_end": "2019-12-31", "value": 3, "region_code": "TS-9", "locator": "row XTS09"},
                {"series_id": "s", "period_end": "2018-12-31", "value": 3, "locator": "rows TS09 and TS10"},
            ],
        },
        [("observation.csv", 2, "region_code", "TS-9 / TS09", "places_of_regional_values_name_no_other_region")],
    ),
    "quarters-of-a-share": (
        {
            "indicator": [{"indicator_id": "s", "value_kind": "percent"}],
            "observation": [
                {"series_id": "s", "period_start": "2019-01-01", "period_end": "2019-12-31", "value": 3},
                {"series_id": "s", "period_start": "2019-10-01", "period_end": "2020-12-31", "value": 4},
            ],
        },
        [],
    ),
}
"""Sound data that cannot be used as it stands -> file, row, column, value and name of each warning."""


@pytest.mark.parametrize("name", NOTICES)
def test_what_cannot_be_used_as_it_stands_loads_with_a_warning(name: str, tmp_path: Path) -> None:
    tables, notices = NOTICES[name]
    warehouse = open_warehouse(folder=write_folder(tmp_path / "data", tables), workspace=tmp_path / "workspace")
    found = [(notice.file, notice.row, notice.column, notice.value, notice.expected) for notice in warehouse.notices]
    assert found == [(*place, expected_sentence(f"notices/{rule_name}.sql")) for *place, rule_name in notices]


WARNINGS = {
    "en": "target.csv, row 3, column target_value: “s / 2019-01-01: 90.0, 40.0” — warning: {sentence}\n",
    "fr": "target.csv, ligne 3, colonne target_value : « s / 2019-01-01: 90.0, 40.0 » — avertissement : {sentence}\n",
}


@pytest.mark.parametrize("code", WARNINGS)
def test_check_prints_each_warning_on_a_line_and_ends_well(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NAP_WORKSPACE", str(tmp_path / "workspace"))
    folder = write_folder(tmp_path / "data", a_sum(targets={"2019-12-31": 90, "2020-12-31": 40}))
    assert app(["check", str(folder), "--lang", code], standalone_mode=False) is None
    sentence = language(code).comment(expected_sentence("notices/targets_of_a_sum_rise.sql"))
    printed = capsys.readouterr().out.replace("\u202f", " ").replace("\xa0", " ")
    assert printed.startswith(WARNINGS[code].format(sentence=sentence.replace("\u202f", " ").replace("\xa0", " ")))
    assert printed.endswith({"en": "\n1 warning\n", "fr": "\n1 avertissement\n"}[code])
