"""Charts of progress: what is drawn, what is drawn as missing, in which order, colour and words."""

from __future__ import annotations

import pandas as pd

from nap_analytics.charts.progress import completion_readings, pillar_bounds, result_bounds, series_bullets
from nap_analytics.charts.rows import label
from nap_analytics.charts.theme import STATUS_MARKERS
from nap_analytics.palette import PILLAR_COLOURS, STATUS_COLOURS
from nap_analytics.wording.language import language

EN, FR = language("en"), language("fr")

PILLARS = pd.DataFrame(
    {
        "pillar_code": ["1", "2"],
        "short_name": ["Participation", "Prevention"],
        "wps_pillar": ["participation", "prevention"],
        "progress_pct": [65.0, None],
        "lower_pct": [12.9, 0.0],
        "upper_pct": [92.1, 100.0],
        "indicator_count": [11, 10],
        "assessed_count": [4, 0],
        "measured_count": [5, 0],
        "near_count": [0, 1],
        "is_headline_mean": [False, False],
        "pillar_word": "priority",
        "pillar_words": "priorities",
    }
)
COMPLETION = pd.DataFrame(
    {
        "pillar_code": ["1", "3"],
        "short_name": ["Prevention", "Participation"],
        "wps_pillar": ["prevention", "participation"],
        "completed_count": [9, 6],
        "planned_count": [14, 9],
        "completion_pct": [900 / 14, 600 / 9],
        "other_completed_count": [None, 4.0],
        "other_planned_count": [None, 15.0],
        "other_completion_pct": [None, 400 / 15],
        "pillar_word": "priority",
        "pillar_words": "priorities",
    }
)
SERIES = pd.DataFrame(
    {
        "indicator_id": ["tst-2019:1.1a", "tst-2019:1.1a"],
        "code": ["1.1a", "1.1a"],
        "printed_code": [None, None],
        "name": ["Parliament", "Government <ministers>"],
        "wps_pillar": ["participation", "participation"],
        "status": ["on_track", "deterioration"],
        "status_date": pd.to_datetime(["2020-12-31", "2021-12-31"]),
        "progress_pct": [120.0, 0.0],
        "shown_pct": [100.0, 0.0],
        "expected_pct": [50.0, 52.0],
        "is_to_hold": [False, True],
        "value_kind": ["percent", "percent"],
        "unit": ["percent", "percent"],
        "baseline_value": [9.5, 34.4],
        "baseline_start": pd.to_datetime(["2017-12-31", "2018-12-31"]),
        "baseline_date": pd.to_datetime(["2017-12-31", "2018-12-31"]),
        "latest_value": [34.1, 21.4],
        "period_start": pd.to_datetime(["2020-01-01", "2021-01-01"]),
        "period_end": pd.to_datetime(["2020-12-31", "2021-12-31"]),
        "is_sum": [False, False],
        "summed_from": [pd.NaT, pd.NaT],
        "held_value": [34.1, 21.4],
        "held_start": pd.to_datetime(["2020-01-01", "2021-01-01"]),
        "held_date": pd.to_datetime(["2020-12-31", "2021-12-31"]),
        "target_value": [30.0, 30.0],
        "target_date": pd.to_datetime(["2023-12-31", "2023-12-31"]),
    }
)


def traces(figure, name):
    return [trace for trace in figure.data if trace.name == name]


def labels(figure) -> list[str]:
    return list(traces(figure, "label")[0].text)


def test_a_pillar_of_few_assessed_indicators_shows_its_bounds_and_no_mean() -> None:
    figure = pillar_bounds(PILLARS, t=EN)
    (band,) = traces(figure, "bounds")
    (mean,) = traces(figure, "mean")
    assert list(band.x)[:2] == [12.9, 92.1]
    assert band.line.color == PILLAR_COLOURS["participation"]
    assert list(mean.x or ()) == []
    assert labels(figure)[0] == "<b>1. Participation</b><br>Anything from 12.9 to 92.1%: 4 of 11 assessed<br>5 measured"


def test_a_mean_that_may_stand_alone_is_drawn_and_told() -> None:
    sure = PILLARS.head(1).assign(lower_pct=50.0, upper_pct=80.0, is_headline_mean=True)
    figure = pillar_bounds(sure, t=EN)
    assert list(traces(figure, "mean")[0].x) == [65.0]
    assert labels(figure) == ["<b>1. Participation</b><br>65% (possible 50–80%), 4 of 11 assessed<br>5 measured"]
    whole = sure.assign(lower_pct=65.0, upper_pct=65.0, assessed_count=11, measured_count=11)
    assert labels(pillar_bounds(whole, t=EN)) == ["<b>1. Participation</b><br>65%, 11 of 11 assessed"]


def test_a_pillar_without_any_assessed_indicator_is_drawn_as_unknown_not_as_zero() -> None:
    figure = pillar_bounds(PILLARS, t=FR)
    (unknown,) = traces(figure, "not_assessed")
    assert list(unknown.x)[:2] == [0, 100]
    assert unknown.line.dash == "dot"
    assert labels(figure)[1].endswith("Non évalué\u00a0: 0 évalué sur 10<br>1 par mesure approchée")


def test_results_bear_their_code_and_the_objective_its_name() -> None:
    frame = PILLARS.assign(group_code=["objective", "1.2"], printed_code=None, text=["Women take part", "Women " * 60])
    figure = result_bounds(frame, colours=["#0077BB", "#0077BB"], t=EN)
    assert labels(figure)[0].startswith("<b>Objective: Women take part</b>")
    assert labels(figure)[1].startswith("<b>1.2 Women")
    assert labels(figure)[1].count("<b>") == 3
    assert "…" in labels(figure)[1]


def test_both_readings_of_an_uncertain_count_are_drawn() -> None:
    figure = completion_readings(COMPLETION, t=EN)
    assert [round(trace.x[1], 1) for trace in traces(figure, "completed")] == [64.3, 66.7]
    (other,) = traces(figure, "other")
    assert [round(value, 1) for value in other.x] == [26.7]
    assert labels(figure)[1] == (
        "<b>3. Participation</b><br>67%: 6 of 9 planned activities completed<br>Other reading of the source: 4 of 15, 27%"
    )
    assert "Activities completed" in figure.layout.xaxis.title.text


def test_a_bullet_shows_progress_expectation_and_status() -> None:
    figure = series_bullets(SERIES, t=EN)
    (status,) = traces(figure, "status")
    (expected,) = traces(figure, "expected")
    assert list(status.x) == [100.0, 0.0]
    assert list(status.marker.symbol) == [STATUS_MARKERS["on_track"], STATUS_MARKERS["deterioration"]]
    assert list(status.marker.color) == [STATUS_COLOURS["on_track"], STATUS_COLOURS["deterioration"]]
    assert list(expected.x) == [50.0]  # a level to hold has no path to be on
    assert "On track (2020); progress of 120%, with 50% expected by then" in labels(figure)[0].replace("<br>", " ")
    assert "Deterioration (2021); 8.6 points below the level to hold (30%)" in labels(figure)[1].replace("<br>", " ")
    assert "&lt;ministers&gt;" in labels(figure)[1]


def test_a_verdict_without_progress_has_its_sign_in_words_and_none_at_zero() -> None:
    unmeasured = {"status": "missed", "progress_pct": None, "shown_pct": None, "expected_pct": None, "baseline_value": None}
    figure = series_bullets(SERIES.head(1).assign(**unmeasured), t=EN)
    (unknown,) = traces(figure, "not_assessed")
    assert (list(unknown.x)[:2], unknown.line.dash) == ([0, 100], "dot")
    assert [list(trace.x or ()) for trace in traces(figure, "status")] in ([], [[]])
    assert "× </span> Target missed (2020)" in labels(figure)[0].replace("×</span>", "× </span>")
    assert traces(figure, "progress") == []


def test_labels_wrap_so_that_a_telephone_shows_them_whole() -> None:
    lines = label("word " * 30, "note " * 30).replace("<b>", "").replace("</b>", "").split("<br>")
    assert max(map(len, lines)) <= 52


def test_axes_of_percentages_start_at_zero() -> None:
    for figure in (pillar_bounds(PILLARS, t=FR), completion_readings(COMPLETION, t=FR), series_bullets(SERIES, t=FR)):
        assert tuple(figure.layout.xaxis.range) == (0, 100)
        assert figure.layout.xaxis.ticktext[1] == "25\u202f%"
