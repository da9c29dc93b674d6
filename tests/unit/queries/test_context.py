"""The situation around the plans: series and their stretches, events of a country, populations that differ."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from nap_analytics import queries
from tests.tiny import of_plan, tiny_warehouse, together

if TYPE_CHECKING:
    from nap_analytics.warehouse import Warehouse
    from tests.tiny import Row

LATE = date(2026, 1, 1)


def figures(topic: str, values: dict[int, float], *, name: str = "", **cells: object) -> list[Row]:
    """A value for each year."""
    return [
        {
            "topic": topic,
            "name_en": name or topic,
            "plan_id": None,
            "unit": "percent",
            "period_start": f"{year}-01-01",
            "period_end": f"{year}-12-31",
            "value": value,
            **cells,
        }
        for year, value in values.items()
    ]


def event(name: str, day: str, **cells: object) -> Row:
    return {"milestone_id": name, "date_from": day, "date_to": day, "label_en": name, "label_fr": name, **cells}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    own = {
        "population": [{"population_year": 2018, "person_count": 2040}, {"population_year": 2019, "person_count": 2100}],
        "context_theme": [{"theme": "people", "sort_order": 2}, {"theme": "conflict", "sort_order": 1, "wps_pillar": "protection"}],
        "context_topic": [
            {"topic": "displaced", "theme": "conflict", "sort_order": 1},
            {"topic": "rank", "theme": "conflict", "sort_order": 2},
            {"topic": "population", "theme": "people", "sort_order": 3, "is_population": True},
        ],
        "context_figure": [
            *figures("displaced", {2015: 1, 2016: 2, 2018: 3, 2019: 4}),
            *figures("displaced", {2016: 9}, is_preferred=False),
            *figures("displaced", {2010: 5, 2011: 6, 2012: 7}, name="older round", is_preferred=False),
            *figures("rank", {2019: 3, 2020: 4}),
            *figures("unlisted", {2019: 3}),
            {**figures("population", {2018: 2000})[0], "plan_id": "tst-2019", "unit": "persons"},
            {**figures("population", {2019: 2100})[0], "plan_id": "tst-2019", "unit": "persons"},
        ],
        "unit": [{"unit": "percent", "counts_people": False}, {"unit": "persons", "counts_people": True}],
        "plan": [{"plan_id": "tst-2019"}],
        "milestone": [
            event("coup", "2020-08-18"),
            event("vote", "2020-04-19", wps_pillar="participation"),
            event("later", "2024-01-25"),
            event("listed", "2021-01-01", label_en=None, label_fr=None),
        ],
        "pillar": [{"pillar_code": "1"}],
    }
    abroad = of_plan("oth-2019", {"milestone": [event("abroad", "2020-01-01")]}, country_code="OTH")
    return tiny_warehouse(tmp_path_factory.mktemp("context"), together(own, abroad))


def test_figures_come_by_theme_and_topic_and_what_is_not_listed_last(warehouse: Warehouse) -> None:
    frame = queries.context_figures(warehouse)
    assert list(dict.fromkeys(zip(frame["theme"], frame["topic"], strict=True))) == [
        ("conflict", "displaced"),
        ("conflict", "rank"),
        ("people", "population"),
        ("other", "unlisted"),
    ]


def test_a_series_ends_a_stretch_at_a_year_without_a_value(warehouse: Warehouse) -> None:
    frame = queries.context_figures(warehouse)
    main = frame[(frame["name_en"] == "displaced") & frame["is_main"]]
    assert list(zip(main["figure_year"], main["segment"], strict=True)) == [(2015, 0), (2016, 0), (2018, 1), (2019, 1)]
    assert main["is_drawn"].all()


def test_a_series_none_of_which_is_preferred_is_drawn_by_itself(warehouse: Warehouse) -> None:
    frame = queries.context_figures(warehouse)
    older = frame[frame["name_en"] == "older round"]
    assert older[["is_main", "is_drawn"]].all(axis=None)
    assert list(frame.loc[(frame["name_en"] == "displaced") & ~frame["is_main"], "value"]) == [9]


def test_two_years_are_no_series_to_draw(warehouse: Warehouse) -> None:
    frame = queries.context_figures(warehouse)
    assert not frame.loc[frame["topic"] == "rank", "is_drawn"].any()


def test_events_are_those_of_the_country_and_of_the_theme(warehouse: Warehouse) -> None:
    def labels(**asked: object) -> list[str]:
        return list(queries.chart_events(warehouse, viewed_on=LATE, **asked)["label_en"])

    assert labels(plan_id="tst-2019") == ["coup", "later"]
    assert labels(plan_id="tst-2019", wps_pillar="participation") == ["vote", "coup", "later"]
    assert labels(plan_id="oth-2019") == ["abroad"]
    assert labels() == []


def test_no_event_is_seen_before_its_day(warehouse: Warehouse) -> None:
    seen = queries.chart_events(warehouse, plan_id="tst-2019", viewed_on=date(2023, 12, 31))
    assert list(seen["label_en"]) == ["coup"]


def test_a_population_that_a_plan_prints_otherwise_is_told_and_an_equal_one_is_not(warehouse: Warehouse) -> None:
    (row,) = queries.population_differences(warehouse).itertuples()
    assert (row.population_year, row.used_count, row.printed_count, round(row.per_head_change_pct, 9)) == (2018, 2040, 2000, 2)


def test_the_timeline_has_a_row_for_each_event_that_bears_words(warehouse: Warehouse) -> None:
    spans = queries.milestone_spans(warehouse)
    own = spans[spans["plan_id"] == "tst-2019"]
    assert list(own["event_id"]) == ["vote", "coup", "later"]


def test_a_search_finds_subjects_of_the_context_and_dated_events(warehouse: Warehouse) -> None:
    found = queries.search(warehouse, words="older round")
    assert list(zip(found["kind"], found["code"], strict=True)) == [("context", "displaced")]
    assert list(queries.search(warehouse, words="listed")["kind"]) == ["milestone", "context"]
