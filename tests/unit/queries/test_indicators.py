"""Questions about one indicator and about what is assessed, on a tiny plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from nap_analytics import queries
from nap_analytics.charts.progress import group_name, node_note
from nap_analytics.wording.language import language
from tests.tiny import PLAN, VIEWED_ON, framework, measured, tiny_warehouse, together

EN = language("en")
TWO_OBJECTIVES = [*framework(PLAN, "1"), {"node_code": "O2", "parent_code": "1", "level": "objective", "sort_order": 9}]


def test_only_assessed_series_are_listed_and_clipped_for_the_eye(tmp_path: Path) -> None:
    tables = together(measured("far", baseline=0, target=10, values=60), measured("open", baseline=0, values=5))
    frame = queries.judged_series(tiny_warehouse(tmp_path, tables), plan_id="tst-2019", viewed_on=VIEWED_ON)
    assert frame[["series_id", "progress_pct", "shown_pct", "is_to_hold"]].values.tolist() == [["far", 600.0, 100.0, False]]


def test_observations_say_whether_they_can_be_assessed(tmp_path: Path) -> None:
    values = {"2018-06-30": 1, "2020-12-31": 2, "2024-03-31": 3}
    warehouse = tiny_warehouse(tmp_path, measured("s", baseline=0, target=10, values=values))
    frame = queries.indicator_observations(warehouse, indicator_id="s", viewed_on=VIEWED_ON)
    assert frame["assessment_scope"].tolist() == ["before", "within", "after_plan"]
    assert frame["is_national"].all()


def test_values_after_a_break_are_told_apart_and_start_a_new_segment(tmp_path: Path) -> None:
    tables = measured("s", baseline=0, target=10, values={"2020-12-31": 2, "2021-12-31": 3, "2022-12-31": 4})
    tables["observation"][1] |= {"is_series_break": True}
    frame = queries.indicator_observations(tiny_warehouse(tmp_path, tables), indicator_id="s", viewed_on=VIEWED_ON)
    assert frame["assessment_scope"].tolist() == ["within", "after_break", "after_break"]
    assert frame["segment"].tolist() == [0, 1, 1]


def test_a_calendar_year_without_a_value_starts_a_new_segment(tmp_path: Path) -> None:
    values = {"2018-12-31": 2, "2019-06-30": 3, "2020-12-31": 4, "2022-12-31": 5}
    warehouse = tiny_warehouse(tmp_path, measured("s", baseline=0, target=10, values=values))
    frame = queries.indicator_observations(warehouse, indicator_id="s", viewed_on=VIEWED_ON)
    assert frame["segment"].tolist() == [0, 0, 0, 1]


def test_value_of_another_source_neither_fills_a_gap_nor_starts_a_segment(tmp_path: Path) -> None:
    tables = measured("s", baseline=0, target=10, values={"2018-12-31": 2, "2020-12-31": 3, "2021-12-31": 4})
    tables["observation"][1] |= {"is_preferred": False}
    frame = queries.indicator_observations(tiny_warehouse(tmp_path, tables), indicator_id="s", viewed_on=VIEWED_ON)
    assert frame["segment"].tolist() == [0, 0, 1]


def test_a_total_of_several_years_does_not_stand_beside_yearly_totals(tmp_path: Path) -> None:
    tables = measured("s", accumulation="sum", values={"2019-12-31": 5, "2020-12-31": 9})
    tables["observation"][0] |= {"period_start": "2019-01-01"}
    tables["observation"][1] |= {"period_start": "2012-01-01", "is_preferred": False}
    frame = queries.indicator_observations(tiny_warehouse(tmp_path, tables), indicator_id="s", viewed_on=VIEWED_ON)
    assert frame["is_comparable"].tolist() == [True, False]


def test_the_place_of_an_indicator_is_told_from_the_pillar_down(tmp_path: Path) -> None:
    frame = queries.indicator_place(tiny_warehouse(tmp_path, measured("s")), indicator_id="s")
    assert frame["node_code"].tolist() == ["1", "O1", "1.1"]


def test_the_bodies_of_an_indicator_are_those_of_its_node(tmp_path: Path) -> None:
    tables = measured("s") | {
        "organisation": [{"organisation_id": "ministry"}, {"organisation_id": "other"}],
        "responsibility": [{"code": "1.1", "organisation_id": "ministry"}],
    }
    frame = queries.indicator_bodies(tiny_warehouse(tmp_path, tables), indicator_id="s")
    assert frame["organisation_id"].tolist() == ["ministry"]


def test_a_deadline_passes_after_its_day(tmp_path: Path) -> None:
    warehouse = tiny_warehouse(tmp_path, measured("s", baseline=0, target=10, values=5))
    passed = [
        bool(queries.indicator_series(warehouse, indicator_id="s", viewed_on=day)["deadline_has_passed"].iloc[0])
        for day in (date(2023, 12, 31), date(2024, 1, 1))
    ]
    assert passed == [False, True]


def test_an_indicator_is_found_by_the_name_of_a_series(tmp_path: Path) -> None:
    tables = measured("s", text_en="Women at all levels", text_fr="Femmes à tous les niveaux")
    tables["series"][0] |= {"name_en": "Parliament", "name_fr": "Assemblée"}
    warehouse = tiny_warehouse(tmp_path, tables)
    assert queries.search(warehouse, words="women assemblee")["code"].tolist() == ["s"]
    assert queries.search(warehouse, words="women senate").empty


def test_indicators_above_the_results_form_one_group_that_comes_first(tmp_path: Path) -> None:
    hung = {"of-result": "1.1", "of-second": "O2", "of-first": "O1", "of-pillar": "1"}
    tables = {"framework_node": TWO_OBJECTIVES, "indicator": [{"indicator_id": name, "node_code": node} for name, node in hung.items()]}
    frame = queries.indicator_progress(tiny_warehouse(tmp_path, tables), plan_id=PLAN, viewed_on=VIEWED_ON)
    assert frame[["indicator_id", "group_code"]].values.tolist() == [
        ["of-pillar", "objective"],
        ["of-first", "objective"],
        ["of-second", "objective"],
        ["of-result", "1.1"],
    ]


@pytest.mark.parametrize(
    ("nodes", "head", "notes"),
    [
        (["O1"], "Objective: O1 (en)", [""]),
        (["1"], "Above the results", [""]),
        (["O1", "O2"], "2 objectives", ["Objective O1: O1 (en)", "Objective O2: O2 (en)"]),
        (["1", "O2"], "Above the results: 1 objective", ["Pillar 1: 1 (en)", "Objective O2: O2 (en)"]),
        (["1.1"], "1.1 1.1 (en)", [""]),
    ],
)
def test_a_group_is_headed_by_what_its_indicators_hang_on(nodes: list[str], head: str, notes: list[str], tmp_path: Path) -> None:
    tables = {"framework_node": TWO_OBJECTIVES, "indicator": [{"indicator_id": node, "node_code": node} for node in nodes]}
    warehouse = tiny_warehouse(tmp_path, tables)
    (group,) = EN.localise(queries.result_progress(warehouse, plan_id=PLAN, viewed_on=VIEWED_ON)).itertuples()
    indicators = EN.localise(queries.indicator_progress(warehouse, plan_id=PLAN, viewed_on=VIEWED_ON)).itertuples()
    assert group_name(group, t=EN) == head
    assert [node_note(row, head=group, t=EN) for row in indicators] == notes
