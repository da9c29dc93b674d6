"""Charts of the plans side by side: what is missing is drawn as missing, nothing shares an axis that must not."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from nap_analytics.charts import plans as charts
from nap_analytics.charts.crosswalk import crosswalk_sankey, theme_matrix
from nap_analytics.charts.timeline import plan_timeline
from nap_analytics.palette import PILLAR_COLOURS
from nap_analytics.wording.language import language

EN = language("en")


def texts(figure: go.Figure) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


def trace(figure: go.Figure, name: str) -> Any:
    return next(trace for trace in figure.data if trace.name == name)


def structure(*rows: tuple[str, str, float | None]) -> pd.DataFrame:
    return pd.DataFrame(
        [{"element": element, "plan_id": plan, "short_name": plan.upper(), "element_count": count} for element, plan, count in rows]
    )


def test_element_that_is_not_listed_is_an_outlined_cell() -> None:
    figure = charts.structure_matrix(structure(("pillar", "a", 5), ("pillar", "b", None)), t=EN)
    assert list(trace(figure, "cells").text) == ["<b>5</b>"]
    assert len(figure.layout.shapes) == 1
    assert "<i>not listed</i>" in texts(figure)


def test_activities_counted_without_a_list_say_so() -> None:
    frame = structure(("activity", "a", 33), ("activity", "b", None), ("planned_activity", "a", None), ("planned_activity", "b", 75))
    figure = charts.structure_matrix(frame, t=EN)
    assert list(trace(figure, "cells").text) == ["<b>33</b>", "75 counted,<br>not listed"]
    assert not figure.layout.shapes


def steps(**cells: Any) -> pd.DataFrame:
    row = {"plan_id": "a", "short_name": "A", "start_year": 2015, "end_year": 2017, "extended_to_year": pd.NA, "kind": None}
    return pd.DataFrame([{**row, "date_from": pd.NaT, "date_to": pd.NaT, **cells}])


def test_timeline_hatches_the_extension() -> None:
    figure = plan_timeline(steps(extended_to_year=2018), t=EN)
    assert [str(day)[:10] for day in trace(figure, "spans").base] == ["2015-01-01"]
    assert [str(day)[:10] for day in trace(figure, "extensions").base] == ["2018-01-01"]
    assert trace(figure, "extensions").marker.pattern.shape == "/"


def test_timeline_says_that_no_step_is_dated() -> None:
    figure = plan_timeline(steps(), t=EN)
    assert any("no dated step" in text for text in texts(figure))
    assert not len(trace(figure, "days").x)


def test_timeline_marks_a_day_and_draws_a_span() -> None:
    day, start, end = pd.Timestamp(2016, 1, 14), pd.Timestamp(2017, 11, 1), pd.Timestamp(2018, 4, 30)
    frame = pd.concat([steps(kind="launch", date_from=day, date_to=day), steps(kind="review", date_from=start, date_to=end)])
    figure = plan_timeline(frame, t=EN)
    assert [pd.Timestamp(value) for value in trace(figure, "days").x] == [day]
    assert len(trace(figure, "spans").x) == 2
    assert "Launch: 14 January 2016" in texts(figure)


def test_timeline_draws_an_event_of_the_country_and_still_says_that_no_step_is_dated() -> None:
    day = pd.Timestamp(2016, 8, 18)
    figure = plan_timeline(steps(kind="event", event_id="coup", label="Coup", date_from=day, date_to=day), t=EN)
    assert [pd.Timestamp(value) for value in trace(figure, "events").x] == [day]
    assert not len(trace(figure, "days").x)
    assert "Coup: 18 August 2016" in texts(figure)
    assert any("no dated step" in text for text in texts(figure))


def test_timeline_reaches_to_an_event_after_the_last_plan() -> None:
    day = pd.Timestamp(2024, 1, 25)
    figure = plan_timeline(steps(kind="event", event_id="end", label="End", date_from=day, date_to=day), t=EN)
    assert pd.Timestamp(figure.layout.xaxis.range[1]) > day


def completion(**cells: Any) -> pd.DataFrame:
    row = {
        "pillar_code": "5",
        "name": "Coordination",
        "wps_pillar": "coordination",
        "planned_count": 13,
        "completed_count": 4,
        "completion_pct": 400 / 13,
        "printed_pct": 30.0,
        "printed_differs": True,
        "other_planned_count": None,
        "other_completed_count": None,
        "other_completion_pct": None,
    }
    return pd.DataFrame([{**row, **cells}])


def test_completion_shows_the_printed_percentage_only_where_it_is_another() -> None:
    assert any("30.8%</b> · printed: 30%" in text for text in texts(charts.completion_bars(completion(), t=EN)))
    assert not any("printed" in text for text in texts(charts.completion_bars(completion(printed_differs=False), t=EN)))


def test_completion_draws_both_readings() -> None:
    frame = completion(planned_count=9, completed_count=6, other_planned_count=15, other_completed_count=4, other_completion_pct=400 / 15)
    figure = charts.completion_bars(frame, t=EN)
    assert list(trace(figure, "planned").x) == [9, 15]
    assert list(trace(figure, "completed").x) == [6, 4]
    assert list(trace(figure, "completed").marker.pattern.shape) == ["", "/"]
    assert any("Other reading of the source: 4 of 15 completed, 26.7%" in text for text in texts(figure))


def test_completion_counts_activities_from_zero() -> None:
    assert list(charts.completion_bars(completion(), t=EN).layout.xaxis.range) == [0, 13]


def test_budget_of_a_plan_without_a_figure_is_an_empty_slot() -> None:
    frame = pd.DataFrame(
        {
            "plan_id": ["a", "b", "c"],
            "short_name": ["A", "B", "C"],
            "year_from": [2012, 2015, 2019],
            "year_to": [2012, 2017, 2023],
            "amount": [589e6, 3_128.7e6, None],
            "currency_code": "XOF",
            "known_by": ["year", "total", "none"],
            "total_amount": [1_276e6, 9_386e6, None],
            "amount_state": ["known", "known", "none"],
            "lacking_index_years": None,
            "lacking_rates": None,
            "standing": ["document", "asked_of_partners", None],
        }
    )
    figure = charts.budget_years(frame, t=EN)
    assert list(trace(figure, "planned").x) == [2012, 2016]
    assert list(trace(figure, "planned").text) == ["589", "<b>XOF\xa09,386\xa0M</b><br>asked of partners<br>3,128.7 per year"]
    assert list(trace(figure, "planned").marker.pattern.shape) == ["", "/"]
    assert [(shape.x0, shape.x1) for shape in figure.layout.shapes] == [(2018.57, 2023.43)]
    assert any("no amount in<br>the sources" in text for text in texts(figure))
    assert figure.layout.yaxis.range[0] == 0


def test_years_that_cannot_be_told_are_one_slot_of_words_and_no_bar() -> None:
    frame = pd.DataFrame(
        {
            "plan_id": "d",
            "short_name": "D",
            "year_from": [2024, 2025, 2026],
            "year_to": [2024, 2025, 2026],
            "amount": [2_131e6, None, None],
            "currency_code": "XOF",
            "known_by": "year",
            "total_amount": None,
            "amount_state": ["known", "not_convertible", "not_convertible"],
            "lacking_index_years": [None, "2025", "2026"],
            "lacking_rates": None,
            "standing": "document",
        }
    )
    figure = charts.budget_years(frame, t=EN)
    assert list(trace(figure, "planned").x) == [2024]
    assert len(figure.layout.shapes) == 2
    assert [text.replace("<br>", " ") for text in texts(figure)] == [
        "<b>D</b> <i>not convertible (missing: price index of 2025 to 2026)</i>"
    ]


def themes(*rows: tuple[str, str, str, float]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "plan_id": plan,
                "plan_name": plan.upper(),
                "start_year": 2012,
                "pillar_code": code,
                "short_name": f"Pillar {code}",
                "name": f"Pillar {code}, in full",
                "wps_pillar": theme,
                "share": share,
                "share_pct": 100 * share,
            }
            for plan, code, theme, share in rows
        ]
    )


def test_theme_without_a_pillar_is_an_outlined_cell() -> None:
    figure = theme_matrix(themes(("a", "1", "coordination", 1), ("b", "1", "participation", 1)), t=EN)
    assert list(trace(figure, "cells").marker.color) == [PILLAR_COLOURS["participation"], PILLAR_COLOURS["coordination"]]
    assert len(figure.layout.shapes) == 2


def test_split_pillar_shows_its_share() -> None:
    figure = theme_matrix(themes(("a", "4", "prevention", 0.76), ("a", "4", "relief_recovery", 0.24)), t=EN)
    assert list(trace(figure, "cells").text) == ["4. Pillar 4<br>76%", "4. Pillar 4<br>24%"]


def test_sankey_leads_each_share_to_its_theme_and_takes_the_colour_of_the_largest() -> None:
    frame = themes(("a", "3", "participation", 1), ("a", "4", "prevention", 0.76), ("a", "4", "relief_recovery", 0.24))
    sankey = crosswalk_sankey(frame, t=EN).data[0]
    assert list(sankey.node.label) == ["2012 · Pillar 3", "2012 · Pillar 4", "Participation", "Prevention", "Relief and recovery"]
    assert list(sankey.link.source) == [0, 1, 1]
    assert list(sankey.link.target) == [2, 3, 4]
    assert list(sankey.link.value) == [1, 0.76, 0.24]
    assert sankey.node.color[1] == PILLAR_COLOURS["prevention"]


def test_words_of_the_data_are_no_markup() -> None:
    figure = charts.completion_bars(completion(name="Peace <b>&</b> security"), t=EN)
    assert any("Peace &lt;b&gt;&amp;&lt;/b&gt; security" in text for text in texts(figure))
