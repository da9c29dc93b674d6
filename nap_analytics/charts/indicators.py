"""Charts of one indicator: its values over time on the way to the target, its series side by side."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from nap_analytics.charts.rows import label, labelled_rows
from nap_analytics.charts.theme import BAND, INK, PAPER, QUIET_INK, TEXT_SIZE, bare_figure, pillar_colour, wrapped
from nap_analytics.language import is_missing
from nap_analytics.values import dated_value, written_day, written_value

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.language import Language

_HEIGHT = 430
_PALE = 0.45
_HEADROOM = 1.45
"""The axis goes beyond the highest value, to leave the labels room."""

_NOTE_WIDTH = 26
_NOT_ASSESSED = ("after_plan", "after_break")


def values_over_time(values: pd.DataFrame, *, series: pd.Series, path: pd.DataFrame, plan: pd.Series, t: Language) -> go.Figure:
    """The values of one series: what is preferred, what disagrees, where the path leads, and what is not assessed.

    Args:
        values: Localised rows of ``indicator_observations`` of the series, national and comparable.
        series: Its localised row of ``indicator_series``.
        path: Its rows of ``indicator_paths``.
        plan: The localised row of ``indicator``, with the plan's span.
        t: The language shown.
    """
    colour = pillar_colour(plan["wps_pillar"])
    figure = bare_figure(t=t, height=_HEIGHT)
    _axes(figure, values, series=series, path=path, t=t)
    _plan_span(figure, plan)
    if series["accumulation"] == "sum":
        _period_bars(figure, values, series=series, colour=colour, t=t)
    else:
        _lines(figure, values, colour=colour, t=t)
        _path(figure, path, t=t)
        _target(figure, series, t=t)
        _ends(figure, series, colour=colour, t=t)
    _disagreeing(figure, values, colour=colour, t=t)
    _break(figure, values, t=t)
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "xanchor": "left", "y": -0.12, "yanchor": "top", "font": {"size": TEXT_SIZE - 1}, "itemclick": False},
        margin={"l": 8, "r": 16, "t": 8, "b": 8},
    )
    return figure


def series_dumbbells(frame: pd.DataFrame, *, colour: str, t: Language) -> go.Figure:
    """One row per series of one unit: baseline (ring), latest value (dot), target (stroke) on one axis."""
    rows = list(frame.itertuples())
    figure, places = labelled_rows([label(row.name, _way(row, t=t)) for row in rows], t=t)
    for at, row in zip(places, rows, strict=True):
        ends = [value for value in (row.baseline_value, row.latest_value) if not is_missing(value)]
        line = {"color": colour, "width": 4}
        figure.add_trace(go.Scatter(x=ends, y=[at] * len(ends), mode="lines", line=line, opacity=_PALE, hoverinfo="skip", name="way"))
        figure.add_trace(_dot(row.baseline_value, at, name="baseline", symbol="circle", colour=PAPER, edge=colour))
        figure.add_trace(_dot(row.target_value, at, name="target", symbol="line-ns", colour=INK, edge=INK))
        figure.add_trace(_dot(row.latest_value, at, name="latest", symbol="circle", colour=colour, edge=colour))
    kind = frame["value_kind"].iloc[0]
    title = t("Ring: baseline. Dot: latest value in the plan’s time. Stroke: target.")
    figure.update_xaxes(
        rangemode="tozero",
        ticksuffix=t.percent(0).replace("0", "") if kind in {"percent", "level"} else "",
        title={"text": wrapped(title, width=48), "font": {"size": TEXT_SIZE}, "standoff": 4},
        tickfont={"size": TEXT_SIZE - 1},
        nticks=6,
    )
    return figure


def _way(row: object, *, t: Language) -> str:
    known = {"value_kind": row.value_kind, "unit": row.unit}
    parts = [
        (row.baseline_value, t("baseline {value}", value=dated_value(t, row.baseline_value, row.baseline_date, **known))),
        (row.latest_value, t("latest {value}", value=dated_value(t, row.latest_value, row.period_end, **known))),
        (row.target_value, t("target {value}", value=dated_value(t, row.target_value, row.target_date, **known))),
    ]
    return ", ".join(text for value, text in parts if not is_missing(value))


def _axes(figure: go.Figure, values: pd.DataFrame, *, series: pd.Series, path: pd.DataFrame, t: Language) -> None:
    kind = series["value_kind"]
    heights = [*values["value"].dropna(), *([] if series["accumulation"] == "sum" else path["path_value"]), series["target_value"]]
    highest = max((height for height in heights if not is_missing(height)), default=1)
    figure.update_yaxes(
        range=[0, highest * _HEADROOM or 1],
        ticksuffix=t.percent(0).replace("0", "") if kind in {"percent", "level"} else "",
        tickfont={"size": TEXT_SIZE - 1},
        nticks=6,
    )
    if kind == "count":
        figure.update_yaxes(title={"text": escape(str(series["unit"]), quote=False), "font": {"size": TEXT_SIZE}, "standoff": 6}, tickformat=",d")
    figure.update_xaxes(type="date", tickformat="%Y", showgrid=False, tickfont={"size": TEXT_SIZE - 1}, nticks=8)


def _plan_span(figure: go.Figure, plan: pd.Series) -> None:
    """The plan's years, shaded and named."""
    figure.add_vrect(x0=plan["plan_start_date"], x1=plan["plan_end_date"], fillcolor=BAND, opacity=0.45, line_width=0, layer="below")
    figure.add_annotation(
        x=plan["plan_start_date"],
        y=0,
        yref="paper",
        text=escape(plan["plan_name"], quote=False).replace(" ", "<br>", 1),
        showarrow=False,
        xanchor="left",
        yanchor="bottom",
        align="left",
        font={"color": QUIET_INK, "size": TEXT_SIZE - 1},
        xshift=3,
    )


def _lines(figure: go.Figure, values: pd.DataFrame, *, colour: str, t: Language) -> None:
    """Preferred values, joined up to a break and not across it; pale where they are not assessed."""
    preferred = values[values["is_preferred"] & values["value"].notna()]
    for _, segment in preferred.groupby("segment", sort=True):
        line = {"color": colour, "width": 2}
        figure.add_trace(
            go.Scatter(x=segment["period_end"], y=segment["value"], mode="lines", line=line, opacity=_PALE, hoverinfo="skip", showlegend=False)
        )
    outside = preferred["standing"].isin(_NOT_ASSESSED)
    _marks(figure, preferred[~outside], name=t("Value"), marker={"size": 9, "color": colour}, t=t)
    marker = {"size": 9, "color": colour, "opacity": _PALE, "symbol": "diamond"}
    _marks(figure, preferred[outside], name=t("After the plan or a break: not assessed"), marker=marker, t=t)


def _period_bars(figure: go.Figure, values: pd.DataFrame, *, series: pd.Series, colour: str, t: Language) -> None:
    """New cases of each period, which are added up, each with its number."""
    preferred = values[values["is_preferred"] & values["value"].notna()]
    outside = preferred["standing"].isin(_NOT_ASSESSED)
    for part, name, opacity in ((preferred[~outside], t("Value"), 0.9), (preferred[outside], t("After the plan or a break: not assessed"), _PALE)):
        if part.empty:
            continue
        figure.add_trace(
            go.Bar(
                x=part["period_end"],
                y=part["value"],
                width=200 * 86_400_000,
                marker={"color": colour},
                opacity=opacity,
                name=name,
                text=[t.number(value) for value in part["value"]],
                textposition="outside",
                cliponaxis=False,
                hovertext=_hover(part, t=t),
                hoverinfo="text",
            )
        )


def _disagreeing(figure: go.Figure, values: pd.DataFrame, *, colour: str, t: Language) -> None:
    """What other sources say, as rings."""
    others = values[~values["is_preferred"] & values["value"].notna()]
    marker = {"size": 9, "color": colour, "symbol": "circle-open", "line": {"width": 1.5}}
    _marks(figure, others, name=t("Another source says"), marker=marker, t=t)


def _marks(figure: go.Figure, values: pd.DataFrame, *, name: str, marker: dict, t: Language) -> None:
    if values.empty:
        return
    figure.add_trace(
        go.Scatter(
            x=values["period_end"],
            y=values["value"],
            mode="markers",
            marker=marker,
            name=name,
            hovertext=_hover(values, t=t),
            hoverinfo="text",
            cliponaxis=False,
        )
    )


def _path(figure: go.Figure, path: pd.DataFrame, *, t: Language) -> None:
    """The straight path from the baseline through the milestones to the target."""
    if len(path) < 2:
        return
    figure.add_trace(
        go.Scatter(
            x=path["path_date"],
            y=path["path_value"],
            mode="lines+markers",
            line={"color": INK, "width": 2, "dash": "dash"},
            marker={"symbol": "diamond-open", "size": 9, "color": INK},
            name=t("Path to the target"),
            hoverinfo="skip",
        )
    )


def _target(figure: go.Figure, series: pd.Series, *, t: Language) -> None:
    """The target as a line over the whole width, named at its left end."""
    if is_missing(series["target_value"]):
        return
    text = t("Target {value}", value=dated_value(t, series["target_value"], series["target_date"], value_kind=series["value_kind"], unit=series["unit"]))
    figure.add_hline(y=series["target_value"], line={"color": INK, "width": 1, "dash": "dot"})
    figure.add_annotation(
        x=0, xref="paper", y=series["target_value"], text=escape(text, quote=False), showarrow=False, xanchor="left", yanchor="bottom", font={"size": TEXT_SIZE}
    )


def _ends(figure: go.Figure, series: pd.Series, *, colour: str, t: Language) -> None:
    """The baseline and the latest value that counts, named at their marks."""
    known = {"value_kind": series["value_kind"], "unit": series["unit"]}
    if not is_missing(series["baseline_value"]):
        text = t("Baseline {value}", value=dated_value(t, series["baseline_value"], series["baseline_date"], **known))
        marker = {"symbol": "square", "size": 10, "color": PAPER, "line": {"color": INK, "width": 2}}
        figure.add_trace(
            go.Scatter(x=[series["baseline_date"]], y=[series["baseline_value"]], mode="markers", marker=marker, showlegend=False, hoverinfo="skip", name="baseline")
        )
        _note(figure, series["baseline_date"], series["baseline_value"], text=text, colour=INK, below=True)
    if not is_missing(series["latest_value"]):
        text = t("Latest {value}", value=dated_value(t, series["latest_value"], series["period_end"], **known))
        _note(figure, series["period_end"], series["latest_value"], text=f"<b>{escape(text, quote=False)}</b>", colour=colour, below=False)


def _note(figure: go.Figure, day: object, height: float, *, text: str, colour: str, below: bool) -> None:
    figure.add_annotation(
        x=day,
        y=height,
        text=text,
        showarrow=False,
        xanchor="right",
        yanchor="top" if below else "bottom",
        yshift=-8 if below else 8,
        xshift=6,
        font={"color": colour, "size": TEXT_SIZE},
        bgcolor="rgba(255,255,255,0.75)",
    )


def _break(figure: go.Figure, values: pd.DataFrame, *, t: Language) -> None:
    """A break of the series: a line before its first value, with what changed."""
    for row in values[values["is_series_break"] & values["is_preferred"]].itertuples():
        figure.add_vline(x=row.period_start, line={"color": QUIET_INK, "width": 2, "dash": "dash"})
        lines = [f"<b>{escape(t('Break in the series'), quote=False)}</b>"]
        if not is_missing(row.note):
            lines.append(wrapped(escape(row.note.partition(".")[0], quote=False), width=_NOTE_WIDTH))
        figure.add_annotation(
            x=row.period_start,
            y=1,
            yref="paper",
            text="<br>".join(lines),
            showarrow=False,
            xanchor="right",
            yanchor="top",
            align="right",
            xshift=-6,
            font={"color": QUIET_INK, "size": TEXT_SIZE - 1},
        )


def _hover(values: pd.DataFrame, *, t: Language) -> list[str]:
    return [
        f"{written_day(t, row.period_end)}: {escape(written_value(t, row.value, value_kind=row.value_kind, unit=row.unit), quote=False)}"
        f"<br>{wrapped(escape(row.source_title, quote=False), width=40)}"
        for row in values.itertuples()
    ]


def _dot(value: float, at: float, *, name: str, symbol: str, colour: str, edge: str) -> go.Scatter:
    is_stroke = symbol.startswith("line")
    marker = {"symbol": symbol, "size": 20 if is_stroke else 13, "color": colour, "line": {"color": edge, "width": 4 if is_stroke else 2.5}}
    return go.Scatter(
        x=[] if is_missing(value) else [value], y=[] if is_missing(value) else [at], mode="markers", marker=marker, name=name, hoverinfo="skip", cliponaxis=False
    )
