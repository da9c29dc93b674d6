"""The chart of one indicator: the values of a series over time on the way to its target."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Annotated, Any

import pandas as pd
import plotly.graph_objects as go

from nap_analytics.charts.dumbbells import percent_suffix
from nap_analytics.charts.events import event_marks
from nap_analytics.charts.over_time import LEGEND, joined_lines, middle_of_period, value_marks, year_axis
from nap_analytics.charts.targets import partner_targets
from nap_analytics.charts.theme import TEXT_SIZE, base_layout, pillar_colour, wrapped
from nap_analytics.palette import BAND, INK, PAPER, QUIET_INK
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.values import dated_value, target_value, written_as, written_day, written_value

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language

_HEIGHT = 470
_PALE = 0.45
_HEADROOM = 1.55
"""The axis goes beyond the highest value, to leave the labels room."""

_FOOTROOM = 1.25
"""The axis goes beyond the lowest value below zero, for the label under it."""

_NOTE_WIDTH = 26
_VEIL = "rgba(255,255,255,0.75)"
"""Behind words in the plot, so that the lines under them do not cross them out."""

_MOST_TICKS = 7
_MOST_STEPS = 6
_BAR_SHARE = 0.8
"""Part of its period that a bar covers, so that bars of years stand apart."""
_LEGEND = LEGEND | {"y": -0.1, "font": {"size": TEXT_SIZE - 1}}
_NOT_ASSESSED = ("after_plan", "after_break")


def values_over_time(
    values: Annotated[pd.DataFrame, "indicator_observations"],
    *,
    series: Annotated[pd.Series, "indicator_series"],
    path: Annotated[pd.DataFrame, "indicator_paths"],
    targets: Annotated[pd.DataFrame, "indicator_targets"],
    indicator: Annotated[pd.Series, "indicator"],
    events: Annotated[pd.DataFrame, "chart_events"],
    t: Language,
) -> go.Figure:
    """The values of one series: what is preferred, what disagrees, where the path leads, and what is not assessed.

    Args:
        values: Localised rows of ``indicator_observations`` of the series, national and comparable.
        series: Its localised row of ``indicator_series``.
        path: Its rows of ``indicator_paths``.
        targets: Its localised rows of ``indicator_targets``.
        indicator: The localised row of ``indicator``, with the plan's span.
        events: Localised rows of ``chart_events`` of the plan's country.
        t: The language shown.
    """
    colour = pillar_colour(indicator["wps_pillar"])
    shapes, notes, traces = [_plan_shade(indicator)], [], []
    if series["accumulation"] == "sum":
        traces += _period_bars(values, colour=colour, t=t)
        notes += _last_bar(values, series=series, colour=colour, t=t)
    else:
        traces += [*_lines(values, colour=colour, t=t), *_path(path, series=series, t=t), *_baseline(series)]
        if not is_missing(series["target_value"]):
            shapes.append(_target_line(series["target_value"]))
            notes.append(_target_name(series, t=t))
        notes += _end_names(series, colour=colour, t=t)
    traces += [*_disagreeing(values, colour=colour, t=t), *partner_targets(targets, t=t), _plan_key(indicator)]
    for row in rows_of(values[values["is_series_break"] & values["is_preferred"]]):
        shapes.append(_break_line(row))
        notes.append(_break_name(row, t=t))
    axes = _axes(values, series=series, path=path, t=t)
    first, last = time_span(values, series=series, path=path, targets=targets, indicator=indicator)
    marks = event_marks(events, first=first, last=last, top=axes["yaxis"]["range"][1], t=t)
    layout = base_layout(t=t, height=_HEIGHT + marks.room) | {"showlegend": True, "legend": _LEGEND}
    layout |= {"shapes": [*shapes, *marks.shapes], "annotations": [*notes, *marks.notes]}
    layout["margin"] = {"l": 8, "r": 16, "t": 8 + marks.room, "b": 8}
    for axis, settings in axes.items():
        layout[axis] |= settings
    return go.Figure(data=[*traces, *marks.traces], layout=layout)


def time_span(
    values: Annotated[pd.DataFrame, "indicator_observations"],
    *,
    series: Annotated[pd.Series, "indicator_series"],
    path: Annotated[pd.DataFrame, "indicator_paths"],
    targets: Annotated[pd.DataFrame, "indicator_targets"],
    indicator: Annotated[pd.Series, "indicator"],
) -> tuple[pd.Timestamp, pd.Timestamp]:
    """First and last day that the chart of a series shows; the arguments are those of the chart."""
    partners = targets.loc[targets["set_by"] == "partner", "target_date"]
    days = [*values["period_end"], *path["path_date"], *partners, series["baseline_date"], *indicator[["plan_start_date", "plan_end_date"]]]
    known = [pd.Timestamp(day) for day in days if not is_missing(day)]
    return min(known), max(known)


def _axes(values: pd.DataFrame, *, series: pd.Series, path: pd.DataFrame, t: Language) -> dict[str, Any]:
    kind = series["value_kind"]
    heights = [*values["value"].dropna(), *([] if series["accumulation"] == "sum" else path["path_value"]), series["target_value"]]
    known = [height for height in heights if not is_missing(height)]
    lowest, highest = min([0, *known]), max([0, *known]) or 1
    years = pd.DatetimeIndex([*values["period_end"], *path["path_date"]]).year
    font = {"size": TEXT_SIZE - 1}
    upright = {
        "range": [lowest * _FOOTROOM, highest * _HEADROOM],
        "ticksuffix": percent_suffix(kind, t=t),
        "tickfont": font,
        "nticks": _MOST_STEPS,
    }
    if kind == "count":
        upright |= {
            "title": {"text": escape(str(series["unit"]), quote=False), "font": {"size": TEXT_SIZE}, "standoff": 6},
            "tickformat": ",d",
        }
        # Less than one apart, marks would all be written as the same whole number.
        upright |= {"dtick": 1} if highest <= _MOST_STEPS else {}
    return {"xaxis": year_axis(years.min(), years.max(), most=_MOST_TICKS) | {"tickfont": font}, "yaxis": upright}


def _plan_shade(plan: pd.Series) -> dict[str, Any]:
    """The plan's years, shaded."""
    place = {"type": "rect", "xref": "x", "yref": "paper", "x0": plan["plan_start_date"], "x1": plan["plan_end_date"], "y0": 0, "y1": 1}
    return place | {"fillcolor": BAND, "opacity": 0.45, "line": {"width": 0}, "layer": "below"}


def _plan_key(plan: pd.Series) -> go.Scatter:
    """What the shade means, in the legend."""
    marker = {"symbol": "square", "size": 14, "color": BAND}
    return go.Scatter(x=[None], y=[None], mode="markers", marker=marker, name=escape(plan["plan_name"], quote=False), hoverinfo="skip")


def _lines(values: pd.DataFrame, *, colour: str, t: Language) -> list[go.Scatter]:
    """Preferred values, joined up to a break or a year without a value and not across it; pale where they are not assessed."""
    preferred = values[values["is_preferred"] & values["value"].notna()]
    outside = preferred["assessment_scope"].isin(_NOT_ASSESSED)
    pale = {"size": 9, "color": colour, "opacity": _PALE, "symbol": "diamond"}
    return [
        *joined_lines(preferred, colour=colour, opacity=_PALE),
        *_marks(preferred[~outside], name=t("Value"), marker={"size": 9, "color": colour}, t=t),
        *_marks(preferred[outside], name=t("After the plan or a break: not counted in progress"), marker=pale, t=t),
    ]


def _period_bars(values: pd.DataFrame, *, colour: str, t: Language) -> list[go.Bar]:
    """New cases of each period, which are added up."""
    preferred = values[values["is_preferred"] & values["value"].notna()]
    outside = preferred["assessment_scope"].isin(_NOT_ASSESSED)
    parts = ((preferred[~outside], t("Value"), 0.9), (preferred[outside], t("After the plan or a break: not counted in progress"), _PALE))
    return [
        go.Bar(
            x=middle_of_period(part["period_start"], part["period_end"]),
            y=part["value"],
            width=(part["period_end"] - part["period_start"]).dt.total_seconds() * 1000 * _BAR_SHARE,
            marker={"color": colour},
            opacity=opacity,
            name=name,
            hovertext=_hover(part, t=t),
            hoverinfo="text",
        )
        for part, name, opacity in parts
        if not part.empty
    ]


def _last_bar(values: pd.DataFrame, *, series: pd.Series, colour: str, t: Language) -> list[dict[str, Any]]:
    """The number of the last period, over its bar."""
    preferred = values[values["is_preferred"] & values["value"].notna()]
    if preferred.empty:
        return []
    last = preferred.iloc[-1]
    text = dated_value(t, last["value"], last["period_end"], since=last["period_start"], **written_as(series))
    return [
        _note(
            middle_of_period(last["period_start"], last["period_end"]), last["value"], text=text, colour=colour, below=False, is_bold=True
        )
    ]


def _disagreeing(values: pd.DataFrame, *, colour: str, t: Language) -> list[go.Scatter]:
    """What other sources say, as rings."""
    others = values[~values["is_preferred"] & values["value"].notna()]
    marker = {"size": 9, "color": colour, "symbol": "circle-open", "line": {"width": 1.5}}
    return _marks(others, name=t("Not used: another source, or doubtful"), marker=marker, t=t)


def _marks(values: pd.DataFrame, *, name: str, marker: dict[str, Any], t: Language) -> list[go.Scatter]:
    return value_marks(values, words=_hover(values, t=t), name=name, marker=marker)


def _path(path: pd.DataFrame, *, series: pd.Series, t: Language) -> list[go.Scatter]:
    """The straight path from the baseline through the milestones to the target; none where a level is to be held."""
    if len(path) < 2 or series["is_to_hold"]:
        return []
    line, marker = {"color": INK, "width": 2, "dash": "dash"}, {"symbol": "diamond-open", "size": 9, "color": INK}
    name = t("Path to the target")
    return [
        go.Scatter(x=path["path_date"], y=path["path_value"], mode="lines+markers", line=line, marker=marker, name=name, hoverinfo="skip")
    ]


def _baseline(series: pd.Series) -> list[go.Scatter]:
    if is_missing(series["baseline_value"]):
        return []
    marker = {"symbol": "square", "size": 10, "color": PAPER, "line": {"color": INK, "width": 2}}
    place = {"x": [series["baseline_date"]], "y": [series["baseline_value"]], "mode": "markers"}
    return [go.Scatter(**place, marker=marker, showlegend=False, hoverinfo="skip", name="baseline")]


def _target_line(height: float) -> dict[str, Any]:
    """The target as a line over the whole width."""
    line = {"color": INK, "width": 1, "dash": "dot"}
    return {"type": "line", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": height, "y1": height, "line": line}


def _target_name(series: pd.Series, *, t: Language) -> dict[str, Any]:
    text = escape(t("Target {value}", value=target_value(t, series)), quote=False)
    place = {"x": 0, "xref": "paper", "y": series["target_value"], "xanchor": "left", "yanchor": "bottom"}
    return place | {"text": text, "showarrow": False, "font": {"size": TEXT_SIZE}, "bgcolor": _VEIL}


def _end_names(series: pd.Series, *, colour: str, t: Language) -> list[dict[str, Any]]:
    """The baseline and the latest value that counts, named at their marks."""
    known = written_as(series)
    names = []
    if not is_missing(series["baseline_value"]):
        text = t(
            "Baseline {value}",
            value=dated_value(t, series["baseline_value"], series["baseline_date"], since=series["baseline_start"], **known),
        )
        is_below = not series["is_to_hold"]
        names.append(_note(series["baseline_date"], series["baseline_value"], text=text, colour=INK, below=is_below, is_bold=False))
    if not is_missing(series["latest_value"]):
        text = t(
            "Latest value counted: {value}",
            value=dated_value(t, series["latest_value"], series["period_end"], since=series["period_start"], **known),
        )
        is_below = not is_missing(series["target_value"]) and series["latest_value"] <= series["target_value"] and not series["is_to_hold"]
        day = middle_of_period(series["period_start"], series["period_end"])
        names.append(_note(day, series["latest_value"], text=text, colour=colour, below=is_below, is_bold=True))
    return names


def _note(day: object, height: float, *, text: str, colour: str, below: bool, is_bold: bool) -> dict[str, Any]:
    told = escape(text, quote=False)
    place = {"x": day, "y": height, "xanchor": "right", "yanchor": "top" if below else "bottom", "yshift": -8 if below else 8, "xshift": 6}
    look = {"showarrow": False, "font": {"color": colour, "size": TEXT_SIZE}, "bgcolor": _VEIL}
    return place | look | {"text": f"<b>{told}</b>" if is_bold else told}


def _break_line(row: Any) -> dict[str, Any]:
    """A line where the first period after the break begins."""
    day = row.period_start
    line = {"color": QUIET_INK, "width": 2, "dash": "dash"}
    return {"type": "line", "xref": "x", "yref": "paper", "x0": day, "x1": day, "y0": 0, "y1": 1, "line": line}


def _break_name(row: Any, *, t: Language) -> dict[str, Any]:
    """What changed at the break, beside its line."""
    title = t("Break in the series")
    told = [f"<b>{escape(title, quote=False)}</b>"]
    if not is_missing(row.note):
        what = row.note.partition(".")[0].partition(": ")[0]
        told.append(wrapped(escape(what, quote=False), width=_NOTE_WIDTH))
    place = {"x": _break_line(row)["x0"], "y": 1, "yref": "paper", "xanchor": "right", "yanchor": "top", "align": "right", "xshift": -6}
    look = {"showarrow": False, "font": {"color": QUIET_INK, "size": TEXT_SIZE - 1}, "bgcolor": _VEIL}
    return place | look | {"text": "<br>".join(told)}


def _hover(values: pd.DataFrame, *, t: Language) -> list[str]:
    told = []
    for row in rows_of(values):
        value = escape(written_value(t, row.value, **written_as(row)), quote=False)
        source = wrapped(escape(row.source_title, quote=False), width=40)
        told.append(t("{name}: {value}", name=written_day(t, row.period_end, since=row.period_start), value=value) + f"<br>{source}")
    return told
