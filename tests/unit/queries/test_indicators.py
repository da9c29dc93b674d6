"""Questions about one indicator and about what is assessed: each case under an indicator or a plan of its own, in one warehouse."""

from __future__ import annotations

from datetime import date

import pytest

from nap_analytics import queries
from nap_analytics.charts.progress import group_name, node_note
from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.language import language
from tests.tiny import MINIMUM, VIEWED_ON, Row, Tables, framework, measured, of_plan, tiny_warehouse, together

EN = language("en")

JUDGED = of_plan("judged", together(measured("far", baseline=0, target=10, values=60), measured("open", baseline=0, values=5)))


def test_only_assessed_series_are_listed_and_clipped_for_the_eye(warehouse: Warehouse) -> None:
    frame = queries.judged_series(warehouse, plan_id="judged", viewed_on=VIEWED_ON)
    assert frame[["series_id", "progress_pct", "shown_pct", "is_to_hold"]].values.tolist() == [["far", 600.0, 100.0, False]]


def changed(tables: Tables, number: int, **cells: object) -> Tables:
    """The same rows, with other cells in one of the observations."""
    return {**tables, "observation": [{**row, **(cells if n == number else {})} for n, row in enumerate(tables["observation"])]}


SCOPES = measured("scopes", baseline=0, target=10, values={"2018-06-30": 1, "2020-12-31": 2, "2024-03-31": 3})


def test_observations_say_whether_they_can_be_assessed(warehouse: Warehouse) -> None:
    frame = queries.indicator_observations(warehouse, indicator_id="scopes", viewed_on=VIEWED_ON)
    assert frame["assessment_scope"].tolist() == ["before", "within", "after_plan"]
    assert frame["is_national"].all()


BROKEN = changed(
    measured("broken", baseline=0, target=10, values={"2020-12-31": 2, "2021-12-31": 3, "2022-12-31": 4}), 1, is_series_break=True
)


def test_values_after_a_break_are_told_apart_and_start_a_new_segment(warehouse: Warehouse) -> None:
    frame = queries.indicator_observations(warehouse, indicator_id="broken", viewed_on=VIEWED_ON)
    assert frame["assessment_scope"].tolist() == ["within", "after_break", "after_break"]
    assert frame["segment"].tolist() == [0, 1, 1]


GAP = measured("gap", baseline=0, target=10, values={"2018-12-31": 2, "2019-06-30": 3, "2020-12-31": 4, "2022-12-31": 5})


def test_a_calendar_year_without_a_value_starts_a_new_segment(warehouse: Warehouse) -> None:
    frame = queries.indicator_observations(warehouse, indicator_id="gap", viewed_on=VIEWED_ON)
    assert frame["segment"].tolist() == [0, 0, 0, 1]


OTHER_SOURCE = changed(
    measured("other-source", baseline=0, target=10, values={"2018-12-31": 2, "2020-12-31": 3, "2021-12-31": 4}), 1, is_preferred=False
)


def test_value_of_another_source_neither_fills_a_gap_nor_starts_a_segment(warehouse: Warehouse) -> None:
    frame = queries.indicator_observations(warehouse, indicator_id="other-source", viewed_on=VIEWED_ON)
    assert frame["segment"].tolist() == [0, 0, 1]


YEARLY = changed(measured("yearly", accumulation="sum", values={"2019-12-31": 5, "2020-12-31": 9}), 0, period_start="2019-01-01")
YEARLY = changed(YEARLY, 1, period_start="2012-01-01", is_preferred=False)


def test_a_total_of_several_years_does_not_stand_beside_yearly_totals(warehouse: Warehouse) -> None:
    frame = queries.indicator_observations(warehouse, indicator_id="yearly", viewed_on=VIEWED_ON)
    assert frame["is_comparable"].tolist() == [True, False]


def test_the_place_of_an_indicator_is_told_from_the_pillar_down(warehouse: Warehouse) -> None:
    frame = queries.indicator_place(warehouse, indicator_id="scopes")
    assert frame["node_code"].tolist() == ["1", "O1", "1.1"]


OWED = {
    "organisation": [{"organisation_id": "ministry"}, {"organisation_id": "other"}],
    "responsibility": [{"code": "1.1", "organisation_id": "ministry"}],
}


def test_the_bodies_of_an_indicator_are_those_of_its_node(warehouse: Warehouse) -> None:
    frame = queries.indicator_bodies(warehouse, indicator_id="scopes")
    assert frame["organisation_id"].tolist() == ["ministry"]


DUE = measured("due", baseline=0, target=10, values=5)


def test_a_deadline_passes_after_its_day(warehouse: Warehouse) -> None:
    passed = [
        bool(queries.indicator_series(warehouse, indicator_id="due", viewed_on=day)["deadline_has_passed"].iloc[0])
        for day in (date(2023, 12, 31), date(2024, 1, 1))
    ]
    assert passed == [False, True]


NAMED = measured("named", text_en="Women at all levels", text_fr="Femmes à tous les niveaux")
NAMED["series"] = [{**NAMED["series"][0], "name_en": "Parliament", "name_fr": "Assemblée"}]


def test_an_indicator_is_found_by_the_name_of_a_series(warehouse: Warehouse) -> None:
    assert queries.search(warehouse, words="women assemblee")["code"].tolist() == ["named"]
    assert queries.search(warehouse, words="women senate").empty


def hung(plan_id: str, nodes: dict[str, str]) -> Tables:
    """A plan with two objectives, and an indicator of each name on a node."""
    second: Row = {"node_code": "O2", "parent_code": "1", "level": "objective", "sort_order": 9}
    indicators = [{"indicator_id": name, "node_code": node} for name, node in nodes.items()]
    return of_plan(plan_id, {"framework_node": [*framework(plan_id, "1"), second], "indicator": indicators})


ABOVE = hung("above", {"of-result": "1.1", "of-second": "O2", "of-first": "O1", "of-pillar": "1"})


def test_indicators_above_the_results_form_one_group_that_comes_first(warehouse: Warehouse) -> None:
    frame = queries.indicator_progress(warehouse, plan_id="above", viewed_on=VIEWED_ON)
    assert frame[["indicator_id", "group_code"]].values.tolist() == [
        ["of-pillar", "objective"],
        ["of-first", "objective"],
        ["of-second", "objective"],
        ["of-result", "1.1"],
    ]


GROUPS: dict[str, tuple[list[str], str, list[str]]] = {
    # plan: nodes of its indicators -> head of their group, what is added to each
    "objective": (["O1"], "Objective: O1 (en)", [""]),
    "pillar": (["1"], "Above the results", [""]),
    "objectives": (["O1", "O2"], "2 objectives", ["Objective O1: O1 (en)", "Objective O2: O2 (en)"]),
    "pillar-and-objective": (["1", "O2"], "Above the results: 1 objective", ["Pillar 1: 1 (en)", "Objective O2: O2 (en)"]),
    "result": (["1.1"], "1.1 1.1 (en)", [""]),
}


@pytest.mark.parametrize("plan_id", GROUPS)
def test_a_group_is_headed_by_what_its_indicators_hang_on(warehouse: Warehouse, plan_id: str) -> None:
    _, head, notes = GROUPS[plan_id]
    (group,) = EN.localise(queries.result_progress(warehouse, plan_id=plan_id, viewed_on=VIEWED_ON)).itertuples()
    indicators = EN.localise(queries.indicator_progress(warehouse, plan_id=plan_id, viewed_on=VIEWED_ON)).itertuples()
    assert group_name(group, t=EN) == head
    assert [node_note(row, head=group, t=EN) for row in indicators] == notes


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """All cases in one warehouse."""
    usual = {name: MINIMUM[name] for name in ("plan", "pillar")}
    one_by_one = (SCOPES, BROKEN, GAP, OTHER_SOURCE, YEARLY, OWED, DUE, NAMED)
    groups = (hung(plan_id, {f"{plan_id}/{node}": node for node in nodes}) for plan_id, (nodes, *_) in GROUPS.items())
    return tiny_warehouse(tmp_path_factory.mktemp("indicators"), together(usual, *one_by_one, JUDGED, ABOVE, *groups))
