"""Charts of one indicator: the path, the break, what disagrees and what is not assessed."""

from __future__ import annotations

import pandas as pd

from nap_analytics.charts.dumbbells import series_dumbbells
from nap_analytics.charts.indicators import values_over_time
from nap_analytics.wording.language import language

EN = language("en")
YEARS = [2017, 2019, 2020, 2020, 2021, 2024]

VALUES = pd.DataFrame(
    {
        "period_start": pd.to_datetime([f"{year}-01-01" for year in YEARS]),
        "period_end": pd.to_datetime([f"{year}-12-31" for year in YEARS]),
        "value": [9.0, 10.0, 28.0, 29.0, 27.0, 30.0],
        "value_kind": "percent",
        "unit": "percent",
        "is_preferred": [True, True, True, False, True, True],
        "is_series_break": [False, False, False, False, True, False],
        "assessment_scope": ["before", "within", "within", "within", "after_break", "after_plan"],
        "segment": [0, 1, 1, 1, 2, 3],
        "note": [None, None, None, None, "Appointed council: break. More words.", None],
        "source_title": "A source",
    }
)
SERIES = pd.Series(
    {
        "name": "Parliament",
        "value_kind": "percent",
        "unit": "percent",
        "accumulation": "latest",
        "is_to_hold": False,
        "baseline_value": 9.5,
        "stated_baseline_value": 9.5,
        "stated_baseline_date": pd.Timestamp("2017-12-31"),
        "summed_from": pd.NaT,
        "baseline_start": pd.Timestamp("2017-12-31"),
        "baseline_date": pd.Timestamp("2017-12-31"),
        "latest_value": 28.0,
        "period_start": pd.Timestamp("2020-01-01"),
        "period_end": pd.Timestamp("2020-12-31"),
        "held_value": 28.0,
        "held_start": pd.Timestamp("2020-01-01"),
        "held_date": pd.Timestamp("2020-12-31"),
        "status": "not_assessed",
        "status_date": pd.NaT,
        "target_value": 30.0,
        "target_date": pd.Timestamp("2023-12-31"),
    }
)
PATH = pd.DataFrame({"path_date": pd.to_datetime(["2017-12-31", "2023-12-31"]), "path_value": [9.5, 30.0]})
INDICATOR = pd.Series(
    {
        "wps_pillar": "participation",
        "plan_name": "NAP 2019-2023",
        "plan_start_date": pd.Timestamp("2019-01-01"),
        "plan_end_date": pd.Timestamp("2023-12-31"),
    }
)


NO_TARGETS = pd.DataFrame(columns=["set_by", "target_value", "target_date", "value_kind", "unit"])


NO_EVENTS = pd.DataFrame(columns=["label", "name", "date_from", "date_to", "source_title"])


def event(label: str, day: str) -> pd.DataFrame:
    words = {"label": label, "name": f"{label} in full", "source_title": "A report"}
    return pd.DataFrame([{**words, "date_from": pd.Timestamp(day), "date_to": pd.Timestamp(day)}])


def drawn(values=VALUES, series=SERIES, path=PATH, targets=NO_TARGETS, events=NO_EVENTS):
    return values_over_time(values, series=series, path=path, targets=targets, indicator=INDICATOR, events=events, t=EN)


def trace(figure, name):
    return next(trace for trace in figure.data if trace.name == name)


def texts(figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_a_line_joins_the_preferred_values_of_one_segment_and_no_others() -> None:
    lines = [part for part in drawn().data if part.name == "line"]
    assert [list(line.y) for line in lines] == [[9.0], [10.0, 28.0], [27.0], [30.0]]


def test_an_event_within_the_time_shown_is_drawn_and_no_other() -> None:
    figure = drawn(events=pd.concat([event("Coup", "2020-08-18"), event("Before", "2016-12-30"), event("Later", "2025-01-25")]))
    lines = [shape for shape in figure.layout.shapes if shape.name == "event"]
    assert [(str(line.x0)[:10], line.line.dash) for line in lines] == [("2020-08-18", "dot")]
    assert texts(figure)[-1] == "Coup"
    assert "Coup in full" in trace(figure, "events").hovertext[0]
    assert figure.layout.margin.t > drawn().layout.margin.t


def test_the_break_is_drawn_and_told() -> None:
    figure = drawn()
    assert texts(figure)[-1] == "<b>Break in the series</b><br>Appointed council"
    assert figure.layout.shapes[-1].line.dash == "dash"


def test_what_is_not_assessed_and_what_disagrees_have_marks_of_their_own() -> None:
    figure = drawn()
    assert list(trace(figure, "Value").y) == [9.0, 10.0, 28.0]
    assert list(trace(figure, "After the plan or a break: not counted in progress").y) == [27.0, 30.0]
    other = trace(figure, "Not used: another source, or doubtful")
    assert list(other.y) == [29.0]
    assert other.marker.symbol == "circle-open"


def test_baseline_target_and_latest_value_are_named_at_their_marks() -> None:
    told = texts(drawn())
    assert told[:3] == ["Target 30% (2023)", "Baseline 9.5% (2017)", "<b>Latest value counted: 28% (2020)</b>"]
    assert list(trace(drawn(), "Path to the target").y) == [9.5, 30.0]


def test_the_axis_starts_at_zero_and_a_year_is_named_under_its_middle() -> None:
    figure = drawn()
    assert figure.layout.yaxis.range[0] == 0
    assert {(day.month, day.day) for day in figure.layout.xaxis.tickvals} == {(7, 1)}


def test_a_value_of_a_year_stands_in_its_middle_before_what_happened_later_in_it() -> None:
    days = pd.DatetimeIndex(trace(drawn(), "Value").x)
    assert [(day.year, day.month) for day in days] == [(2017, 7), (2019, 7), (2020, 7)]


def test_few_counts_are_marked_by_whole_numbers() -> None:
    counted = SERIES.copy()
    counted["value_kind"], counted["target_value"], counted["baseline_value"] = "count", float("nan"), float("nan")
    figure = drawn(values=VALUES.assign(value=1.0, value_kind="count", unit="actions"), series=counted, path=PATH.head(0))
    assert figure.layout.yaxis.dtick == 1


def test_a_level_to_hold_has_no_path_and_a_series_without_target_no_target_line() -> None:
    held = drawn(series=pd.concat([SERIES, pd.Series({"is_to_hold": True})]).groupby(level=0).last())
    assert "Path to the target" not in {part.name for part in held.data}
    open_ended = SERIES.copy()
    open_ended["target_value"], open_ended["target_date"] = float("nan"), pd.NaT
    figure = drawn(series=open_ended, path=PATH.head(1))
    assert not any(text.startswith("Target") for text in texts(figure))


def test_cases_that_are_added_up_are_bars_without_baseline_or_path() -> None:
    counted = SERIES.copy()
    counted["accumulation"], counted["value_kind"], counted["unit"] = "sum", "count", "cases"
    figure = drawn(values=VALUES.assign(value_kind="count", unit="cases", is_series_break=False), series=counted)
    assert {part.type for part in figure.data if part.name == "Value"} == {"bar"}
    assert texts(figure) == ["<b>30 cases (2024)</b>"]
    assert figure.layout.yaxis.title.text == "cases"


def test_dumbbells_leave_out_what_is_missing() -> None:
    rows = [SERIES, SERIES.drop(["held_value", "target_value"]), SERIES.drop("stated_baseline_value")]
    figure = series_dumbbells(pd.DataFrame(rows), colour="#0077BB", t=EN)
    assert list(trace(figure, "baseline").x) == [9.5, 9.5]
    assert list(trace(figure, "latest").x) == [28.0, 28.0]
    assert list(trace(figure, "target").x) == [30.0, 30.0]
    assert list(trace(figure, "way").x) == [9.5, 28.0, None]
    assert trace(figure, "label").text[1] == "<b>Parliament</b><br>baseline 9.5% (2017)"


def test_a_sum_has_no_ring_at_the_zero_that_nobody_measured() -> None:
    added = SERIES.to_dict() | {"baseline_value": 0.0, "stated_baseline_value": float("nan"), "held_value": 51019.0, "value_kind": "count"}
    added |= {
        "unit": "cases",
        "summed_from": pd.Timestamp("2019-01-01"),
        "held_date": pd.Timestamp("2023-12-31"),
        "target_value": float("nan"),
    }
    figure = series_dumbbells(pd.DataFrame([added]), colour="#0077BB", t=EN)
    assert list(trace(figure, "baseline").x) == []
    assert list(trace(figure, "way").x) == []
    told = trace(figure, "label").text[0].replace("<br>", " ")
    assert told == "<b>Parliament</b> latest value counted: 51,019 cases (added up, 2019 to 2023)"


def test_a_partners_target_is_drawn_and_named_and_no_other() -> None:
    cells = {"target_value": [40.0, 30.0], "target_date": pd.to_datetime(["2022-12-31", "2023-12-31"])}
    targets = pd.DataFrame({"set_by": ["partner", "plan"], "value_kind": "percent", "unit": "percent", **cells})
    partner = trace(drawn(targets=targets), "Target of a partner: not assessed")
    assert list(partner.y) == [40.0]
    assert list(partner.hovertext) == ["40% (2022)"]


def test_values_below_zero_lie_on_the_chart() -> None:
    values = VALUES.assign(value=VALUES["value"] - 40, value_kind="rate_of_change", is_series_break=False)
    low, high = drawn(values=values, series=SERIES.replace({28.0: -12.0})).layout.yaxis.range
    assert low < -31
    assert high > 30


def test_dumbbells_below_zero_bear_their_labels_at_the_left() -> None:
    frame = pd.DataFrame([SERIES.to_dict() | {"held_value": -12.0, "latest_value": -12.0, "value_kind": "rate_of_change"}])
    figure = series_dumbbells(frame, colour="#0077BB", t=EN)
    assert list(trace(figure, "label").x) == [-12.0]
