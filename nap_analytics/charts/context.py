"""The chart of one series of the situation around the plans: its values over the years, what disagrees, its breaks and gaps."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Annotated, Any

import pandas as pd
import plotly.graph_objects as go

from nap_analytics.charts.dumbbells import percent_suffix
from nap_analytics.charts.events import event_marks
from nap_analytics.charts.over_time import LEGEND, joined_lines, middle_of_period, value_marks, year_axis
from nap_analytics.charts.theme import TEXT_SIZE, base_layout, pillar_colour, wrapped
from nap_analytics.palette import QUIET_INK
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.values import dated_figure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nap_analytics.wording.language import Language

_HEIGHT = 330
_HEADROOM = 1.25
_MOST_TICKS = 6
_WHOLE_TICKS_FROM = 20
_NAMED_BESIDE = 6
"""Values before the last one that its words lie over: they stand above the highest of them."""
_LEGEND = LEGEND | {"y": -0.14}


def figure_over_years(
    rows: Annotated[pd.DataFrame, "context_figures"], *, events: Annotated[pd.DataFrame, "chart_events"], t: Language
) -> go.Figure:
    """The values of one series from zero: joined where neither a break nor a year without a value lies between; others as rings.

    Args:
        rows: Localised rows of ``context_figures`` of one series that is drawn, in order of time.
        events: Localised rows of ``chart_events``.
        t: The language shown.
    """
    colour = pillar_colour(rows["wps_pillar"].iloc[0])
    main, others = rows[rows["is_main"]], rows[~rows["is_main"] & rows["period_end"].notna()]
    first, last = time_span(rows)
    top = _HEADROOM * (max(rows["value"].max(), 0) or 1)
    marks = event_marks(events, first=first, last=last, top=top, t=t)
    breaks = list(_breaks(main))
    key = _break_key(t) if breaks else []
    rings = {"symbol": "circle-open", "line": {"width": 1.5}}
    traces = [
        *joined_lines(main, colour=colour),
        *_marks(main, name=t("Value"), marker={"size": 8, "color": colour}, t=t),
        *_marks(others, name=t("Not used: another source, or doubtful"), marker={"size": 9, "color": colour} | rings, t=t),
        *key,
        *marks.traces,
    ]
    layout = base_layout(t=t, height=_HEIGHT + marks.room) | {"showlegend": bool(key) or not others.empty, "legend": _LEGEND}
    layout |= {"shapes": [*breaks, *marks.shapes], "annotations": [_last_value(main, colour=colour, t=t), *marks.notes]}
    layout["margin"] = {"l": 8, "r": 16, "t": 8 + marks.room, "b": 8}
    for axis, settings in _axes(rows, top=top, t=t).items():
        layout[axis] |= settings
    return go.Figure(data=traces, layout=layout)


def time_span(rows: Annotated[pd.DataFrame, "context_figures"]) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and the last day of the years that a series has values of."""
    years = rows["figure_year"].dropna().astype(int)
    return pd.Timestamp(years.min(), 1, 1), pd.Timestamp(years.max(), 12, 31)


def _axes(rows: pd.DataFrame, *, top: float, t: Language) -> dict[str, dict[str, Any]]:
    years = rows["figure_year"].dropna().astype(int)
    is_percentage = bool(rows["is_percentage"].iloc[0])
    unit = "" if is_percentage else escape(str(rows["unit"].iloc[0]), quote=False)
    first, last = time_span(rows)
    room = pd.Timedelta(days=120)
    return {
        "xaxis": year_axis(years.min(), years.max(), most=_MOST_TICKS) | {"range": [first, last + room]},
        "yaxis": {
            "range": [min(0, rows["value"].min()), top],
            "nticks": 5,
            "tickformat": ",d" if top > _WHOLE_TICKS_FROM else "",
            "ticksuffix": percent_suffix("percent", t=t) if is_percentage else "",
            "title": {"text": wrapped(unit, width=24), "font": {"size": TEXT_SIZE - 1, "color": QUIET_INK}, "standoff": 6},
        },
    }


def _marks(values: pd.DataFrame, *, name: str, marker: dict[str, Any], t: Language) -> list[go.Scatter]:
    told = [f"{dated_figure(t, row)}<br>{wrapped(escape(row.source_title, quote=False), width=40)}" for row in rows_of(values)]
    return value_marks(values, words=told, name=name, marker=marker)


def _breaks(main: pd.DataFrame) -> Iterable[dict[str, Any]]:
    """A dashed line half-way between the value after a break and the one before it."""
    days = list(middle_of_period(main["period_start"], main["period_end"]))
    for place, is_break in enumerate(main["is_series_break"]):
        if is_break and place:
            day = days[place - 1] + (days[place] - days[place - 1]) / 2
            line = {"color": QUIET_INK, "width": 1.5, "dash": "dash"}
            yield {"type": "line", "xref": "x", "yref": "paper", "x0": day, "x1": day, "y0": 0, "y1": 1, "line": line, "name": "break"}


def _break_key(t: Language) -> list[go.Scatter]:
    """What the dashed lines mean, in the legend."""
    line = {"color": QUIET_INK, "width": 1.5, "dash": "dash"}
    name = t("Break: values on either side cannot be compared")
    return [go.Scatter(x=[None], y=[None], mode="lines", line=line, name=wrapped(name, width=40), hoverinfo="skip")]


def _last_value(main: pd.DataFrame, *, colour: str, t: Language) -> dict[str, Any]:
    """The last value with its time, over its mark and over the values before it."""
    last = next(rows_of(main.tail(1)))
    place = {
        "x": middle_of_period(last.period_start, last.period_end),
        "y": main["value"].tail(_NAMED_BESIDE).max(),
        "xanchor": "right",
        "yanchor": "bottom",
        "yshift": 7,
        "xshift": 6,
    }
    look = {"showarrow": False, "font": {"color": colour, "size": TEXT_SIZE}, "bgcolor": "rgba(255,255,255,0.75)"}
    return place | look | {"text": f"<b>{escape(dated_figure(t, last), quote=False)}</b>"}
