"""Figures of the context in sentences, in charts and in small charts: breaks, gaps, zero and missing, what disagrees."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from nap_analytics.charts.context import figure_over_years
from nap_analytics.findings import context as findings
from nap_analytics.ui.screens.plans.context.listing import figures_register, figures_table
from nap_analytics.ui.screens.plans.context.panels import panels_html, shared_axis
from nap_analytics.wording.language import language

EN, FR = language("en"), language("fr")
NO_EVENTS = pd.DataFrame(columns=["label", "name", "date_from", "date_to", "source_title"])


def series(values: dict[int, float], **cells: Any) -> pd.DataFrame:
    """A series with a value for each year."""
    usual = {
        "name": "Displaced",
        "theme": "conflict",
        "theme_name": "Conflict",
        "wps_pillar": "protection",
        "topic": "displaced",
        "topic_name": "Displaced persons",
        "plan_name": None,
        "unit": "persons",
        "is_percentage": False,
        "is_preferred": True,
        "is_main": True,
        "is_series_break": False,
        "is_drawn": True,
        "segment": 0,
        "note": None,
        "source_title": "Register",
        "source_url": None,
        "confidence": "confirmed",
        "locator": "p. 1",
    }
    rows = [
        {
            "period_start": pd.Timestamp(year, 1, 1),
            "period_end": pd.Timestamp(year, 12, 31),
            "figure_year": year,
            "value": value,
            **usual,
            **cells,
        }
        for year, value in values.items()
    ]
    frame = pd.DataFrame(rows)
    return frame.assign(series_code=frame["topic"] + "/" + frame["name"])


def test_a_series_is_told_from_first_to_last_with_its_highest_value() -> None:
    assert (
        findings.series_finding(series({2019: 10, 2020: 40, 2021: 30}), t=EN) == "Displaced: from 10 (2019) to 30 (2021); highest 40 (2020)"
    )
    assert findings.series_change(series({2019: 10, 2020: 40}), t=EN) == "from 10 (2019) to 40 (2020)"
    assert "de 10 (2019) à 40 (2020)" in findings.series_change(series({2019: 10, 2020: 40}), t=FR)


def test_nothing_is_compared_over_a_break() -> None:
    after = series({2013: 58, 2015: 60}).assign(is_series_break=[True, False])
    broken = pd.concat([series({2006: 49, 2010: 28}), after])
    assert findings.series_change(broken, t=EN) == "from 58 (2013) to 60 (2015); what was measured before cannot be compared with it"
    alone = pd.concat([series({2006: 49}), series({2013: 58}, is_series_break=True)])
    assert findings.series_change(alone, t=EN) == "58 (2013); what was measured before cannot be compared with it"


def test_what_is_not_the_main_value_enters_no_sentence() -> None:
    both = pd.concat([series({2019: 10, 2020: 20}), series({2020: 99}, is_main=False, is_preferred=False)])
    assert findings.series_change(both, t=EN) == "from 10 (2019) to 20 (2020)"


def test_one_series_stays_one_whatever_its_name_in_the_language() -> None:
    rows = series({2019: 1, 2020: 2}).assign(name=["Femmes : Cour", "Femmes\u00a0: Cour"])
    assert [len(own) for own in findings.series_of(rows)] == [2]


def test_figures_are_counted_with_those_that_bear_no_date() -> None:
    undated = series({2019: 1}).assign(period_start=pd.NaT, period_end=pd.NaT, topic="other")
    assert findings.figures_finding(series({2019: 1, 2020: 2}), t=EN) == "2 figures on 1 subject"
    counted = findings.figures_finding(pd.concat([series({2019: 1}), undated]), t=EN)
    assert counted == "2 figures on 2 subjects; 1 bears no date in its source"
    assert findings.figures_finding(series({2019: 1}).head(0), t=EN) == "The data holds no figure of the situation around the plans"


def test_a_note_of_some_years_says_which() -> None:
    rows = pd.concat([series({2005: 0, 2006: 0, 2008: 0}, note="None recorded"), series({2012: 5})])
    assert findings.series_notes(rows, t=EN) == ["2005 to 2006, 2008: None recorded"]
    assert findings.series_notes(series({2012: 5}, note="All"), t=EN) == ["All"]


def test_no_line_joins_values_of_two_stretches_and_a_break_is_drawn_between() -> None:
    rows = pd.concat([series({2015: 1, 2016: 2}), series({2018: 3, 2019: 4}, segment=1).assign(is_series_break=[True, False])])
    figure = figure_over_years(rows, events=NO_EVENTS, t=EN)
    assert [list(part.y) for part in figure.data if part.name == "line"] == [[1, 2], [3, 4]]
    (broken,) = [shape for shape in figure.layout.shapes if shape.name == "break"]
    assert pd.Timestamp("2016-12-31") < pd.Timestamp(broken.x0) < pd.Timestamp("2018-12-31")
    assert any("Break" in (part.name or "") for part in figure.data)
    assert figure.layout.yaxis.range[0] == 0


def test_what_another_source_says_is_a_ring() -> None:
    rows = pd.concat([series({2019: 10, 2020: 20}), series({2020: 30}, is_main=False, is_preferred=False)])
    figure = figure_over_years(rows, events=NO_EVENTS, t=EN)
    (other,) = [part for part in figure.data if part.name == "Not used: another source, or doubtful"]
    assert (list(other.y), other.marker.symbol) == ([30], "circle-open")


def bars(html: str) -> list[tuple[str, float, float]]:
    """Class, left edge and height of each bar."""
    found = re.findall(r'class="(bar(?: other)?)"[^>]*left:([\d.]+)%[^>]*height:([\d.]+)%', html)
    return [(kind, float(left), float(height)) for kind, left, height in found]


def test_a_panel_tells_zero_from_missing() -> None:
    rows = series({2019: 0, 2021: 8})
    html = panels_html(rows, NO_EVENTS, t=EN)
    assert [height for _, _, height in bars(html)] == [0, 100]
    assert "2019</span><span>2021" in html


def test_panels_share_their_years_and_escape_what_they_say() -> None:
    rows = pd.concat([series({2019: 1, 2020: 2, 2021: 4}), series({2005: 3, 2006: 3, 2007: 3}, name="<b>x</b>", topic="x")])
    axis = shared_axis(rows)
    assert (axis.first, axis.last) == (2005, 2021)
    html = panels_html(rows, NO_EVENTS, t=EN)
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert "<b>x" not in html
    assert html.count('class="panel"') == 2


def test_numbers_of_events_that_are_near_stand_on_two_levels() -> None:
    near = pd.DataFrame(
        {"label": ["a", "b"], "date_to": pd.to_datetime(["2020-08-18", "2020-12-24"]), "name": ["a", "b"], "source_title": ["s", "s"]}
    )
    html = panels_html(series(dict.fromkeys(range(2005, 2025), 1.0)), near, t=EN)
    assert len(set(re.findall(r'class="event"[^>]*top:(\d+)px', html))) == 2


def test_a_hollow_bar_is_what_another_source_says() -> None:
    rows = pd.concat([series({2019: 10, 2020: 20}), series({2020: 30}, is_main=False, is_preferred=False)])
    assert [kind for kind, *_ in bars(panels_html(rows, NO_EVENTS, t=EN))] == ["bar", "bar", "bar other"]


def test_the_list_marks_the_preferred_value_and_folds_a_series_into_one_row() -> None:
    single = pd.concat(
        [
            series({2015: 15}, is_drawn=False, topic="c", name="Members"),
            series({2015: 16}, is_drawn=False, topic="c", name="Members", is_preferred=False, note="With the chair"),
        ]
    )
    html = figures_register(EN, pd.concat([series({2019: 1, 2020: 2, 2021: 3}), single]), is_open=True)
    assert "3 values, 2019 to 2021" in html
    assert html.count(">●<") == 2
    assert html.count(">○<") == 1
    assert "not preferred · With the chair" in html
    assert "view=context&amp;topic=displaced" in html


def test_a_figure_without_a_date_says_so() -> None:
    undated = series({2019: 91}, is_drawn=False, is_percentage=True).assign(period_start=pd.NaT, period_end=pd.NaT, figure_year=pd.NA)
    assert "no date printed" in figures_register(EN, undated, is_open=True)
    assert list(figures_table(EN, undated).headed().columns)[:3] == ["Group of subjects", "Subject", "Figure"]
