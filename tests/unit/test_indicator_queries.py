"""Questions about one indicator and about what is assessed, on a tiny plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from nap_analytics import queries
from tests.tiny import VIEWED_ON, measured, tiny_warehouse, together


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
