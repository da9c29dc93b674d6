"""Money beside results: two columns of bars, pillar by pillar, with outlined slots where nothing is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import plotly.graph_objects as go

from nap_analytics.charts.headed_rows import missing_box, placed_rows, quiet_text, rows_figure
from nap_analytics.charts.theme import outside, pillar_colour
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.rows import rows_of

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language


def money_beside_results(frame: Annotated[pd.DataFrame, "money_against_results"], *, t: Language) -> go.Figure:
    """Left, each pillar's share of the money; right, how far its results are known to have come.

    Outlined where nothing is known, and where a mean of indicators may not stand alone: then the outline says between what it could lie.

    Args:
        frame: Rows of ``money_against_results`` of one plan. share_pct NULL: not known; progress_pct NULL: nothing assessed.
        t: The language shown.
    """
    rows = list(rows_of(frame))
    places = placed_rows([f"{row.pillar_code}. {row.short_name}" for row in rows], mark_height=42, top=30)
    basis = t("Activities completed") if frame["basis"].iloc[0] == "activities" else t("Progress of indicators")
    shares = list(frame["share_pct"])
    panels = [
        _Panel(
            "x2",
            0.0,
            t("Share of the budget"),
            [t("not broken down")] * len(rows),
            [row.share_pct for row in rows],
            [t.percent(row.share_pct) for row in rows],
        ),
        _Panel(
            "x3",
            0.52,
            basis,
            [_result_gap(row, t=t) for row in rows],
            [row.progress_pct if _may_stand(row) else None for row in rows],
            [_result_label(row, t=t) for row in rows],
        ),
    ]
    colours = [pillar_colour(row.wps_pillar) for row in rows]
    most = max((share for share in shares if not is_missing(share)), default=50)
    hidden = {"anchor": "y", "visible": False, "fixedrange": True}
    axes = {
        "xaxis2": {**hidden, "domain": [0, 0.46], "range": [0, most * 1.6]},
        "xaxis3": {**hidden, "domain": [0.52, 0.98], "range": [0, 170]},
    }
    return rows_figure(
        places,
        [_panel_bars(panel, middles=places.middles, colours=colours) for panel in panels],
        t=t,
        x_range=[0, 1],
        boxes=[box for panel in panels for box in _panel_boxes(panel, middles=places.middles)],
        notes=[note for panel in panels for note in _panel_notes(panel, middles=places.middles)],
        more_axes=axes,
    )


@dataclass(frozen=True)
class _Panel:
    """One column of bars: where it begins, its heading, what each row says where it is a gap, its values with their labels."""

    axis: str
    start: float
    heading: str
    gaps: list[str]
    values: list[Any]
    labels: list[str]


def _panel_bars(panel: _Panel, *, middles: list[float], colours: list[str]) -> go.Bar:
    placed = zip(panel.values, middles, colours, panel.labels, strict=True)
    known = [(value, y, colour, label) for value, y, colour, label in placed if not is_missing(value)]
    return go.Bar(
        orientation="h",
        x=[value for value, *_ in known],
        y=[y for _, y, *_ in known],
        xaxis=panel.axis,
        width=30,
        marker={"color": [colour for *_, colour, _ in known]},
        **outside([label for *_, label in known]),
        hoverinfo="skip",
        name="money" if panel.axis == "x2" else "results",
    )


def _panel_boxes(panel: _Panel, *, middles: list[float]) -> list[dict[str, Any]]:
    return [
        missing_box(middle=y, height=30, x0=panel.start, x1=panel.start + 0.46)
        for value, y in zip(panel.values, middles, strict=True)
        if is_missing(value)
    ]


def _panel_notes(panel: _Panel, *, middles: list[float]) -> list[dict[str, Any]]:
    gaps = [(words, y) for value, words, y in zip(panel.values, panel.gaps, middles, strict=True) if is_missing(value)]
    heading = {**quiet_text(f"<b>{panel.heading}</b>", x=panel.start, y=0), "yanchor": "top"}
    return [heading, *(quiet_text(f"<i>{words}</i>", x=panel.start + 0.02, y=y) for words, y in gaps)]


def _may_stand(row: Any) -> bool:
    """Activities completed are counted; a mean of indicators may stand alone only where its bounds lie close enough together."""
    return bool(row.basis == "activities" or row.is_headline_mean)


def _counted(row: Any, *, t: Language) -> str:
    """What a result rests on: activities completed of those planned, or indicators assessed of all."""
    if row.basis == "activities":
        return t("{part} of {whole}", part=t.number(row.completed_activity_count), whole=t.number(row.planned_activity_count))
    return t("{part} of {whole}", part=t.number(row.assessed_count), whole=t.number(row.indicator_count))


def _result_gap(row: Any, *, t: Language) -> str:
    """What the outline of a result without a bar says."""
    if is_missing(row.progress_pct):
        return t("nothing assessed")
    bounds = {"lower": t.number(row.lower_pct), "upper": t.percent(row.upper_pct)}
    return t("{lower}–{upper}, {known} assessed", known=_counted(row, t=t), **bounds)


def _result_label(row: Any, *, t: Language) -> str:
    """The result with what it rests on; below it, in brackets, the lowest and highest that it could be."""
    told = f"{t.percent(row.progress_pct)} ({_counted(row, t=t)})"
    if row.lower_pct == row.upper_pct:
        return told
    return f"{told}<br>[{t.percent(row.lower_pct)} – {t.percent(row.upper_pct)}]"
