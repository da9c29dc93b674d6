"""Plans side by side: their structure, their time, what was done, the years their money is known for, their themes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from nap_analytics.charts.matrix import Cell, matrix
from nap_analytics.charts.rows import PLAN_COLOUR, missing_box, placed_rows, quiet_text, rows_figure
from nap_analytics.charts.theme import (
    BAND,
    GRID,
    INK,
    PAPER,
    PILLAR_COLOURS,
    QUIET_INK,
    TEXT_SIZE,
    bare_figure,
    pillar_colour,
    wrapped,
)
from nap_analytics.errors import N_
from nap_analytics.money import written_amount
from nap_analytics.words import word

if TYPE_CHECKING:
    from nap_analytics.language import Language

ELEMENTS = {
    "pillar": N_("Pillars"),
    "objective": N_("Objectives"),
    "result": N_("Expected results"),
    "opportunity": N_("Opportunities"),
    "indicator": N_("Indicators"),
    "chapter_indicator": N_("of which indicators of the plan’s chapters"),
    "activity": N_("Activities"),
    "planned_activity": N_("Activities counted by the review, without a list"),
}
"""The elements of a plan's structure -> English."""

_DAY = 86_400_000
_PALE = "#E4EEF0"


def structure_matrix(frame: pd.DataFrame, *, t: Language) -> go.Figure:
    """Elements x plans: how many of each the sources list; an outlined cell where they list none.

    Args:
        frame: element, plan_id, short_name, element_count (NULL: not listed); in the order to show.
        t: The language shown.
    """
    plans = frame.drop_duplicates("plan_id")
    rows = [
        (t(ELEMENTS[str(element)]), [_count_cell(count, t=t) for count in group["element_count"]])
        for element, group in frame.groupby("element", sort=False)
    ]
    return matrix([wrapped(name, width=14) for name in plans["short_name"]], rows, t=t)


def _count_cell(count: Any, *, t: Language) -> Cell:
    if pd.isna(count):
        return Cell(text=t("not listed"), hover=t("not listed in the sources"), is_missing=True)
    return Cell(text=f"<b>{t.number(count)}</b>", fill=_PALE, size=20)


def plan_timeline(frame: pd.DataFrame, *, t: Language) -> go.Figure:
    """Each plan's years as a bar, its extension hatched, and under it a line for each kind of step.

    Args:
        frame: plan_id, short_name, start_year, end_year, extended_to_year, kind, date_from, date_to, milestone_count; a
            plan without dated steps has one row with no kind.
        t: The language shown.
    """
    lanes = _lanes(frame, t=t)
    places = placed_rows([lane["heading"] for lane in lanes], mark_height=[lane["height"] for lane in lanes], gap=10)
    first, last = frame["start_year"].min(), frame[["end_year", "extended_to_year"]].max().max()
    figure = rows_figure(places, t=t, x_range=[f"{first - 1}-12-01", f"{last + 1}-01-31"], bottom=30)
    figure.update_xaxes(
        type="date", visible=True, side="bottom", tickmode="array", showgrid=True, ticks="", fixedrange=True, tickangle=0,
        tickvals=[f"{year}-01-01" for year in range(first, last + 2, 2)],
        ticktext=[str(year) for year in range(first, last + 2, 2)],
    )  # fmt: skip
    drawn = list(zip(lanes, places.middles, strict=True))
    for pattern, kind in (("", "years"), ("/", "extension"), ("", "span")):
        _add_spans(figure, [(lane, y) for lane, y in drawn if lane["kind"] == kind], pattern=pattern, name=kind)
    days = [(lane, y) for lane, y in drawn if lane["kind"] == "day"]
    figure.add_trace(
        go.Scatter(
            x=[lane["from"] for lane, _ in days],
            y=[y for _, y in days],
            mode="markers",
            marker={"symbol": "diamond", "size": 13, "color": PLAN_COLOUR},
            hovertext=[lane["heading"] for lane, _ in days],
            hoverinfo="text",
            name="days",
        )
    )
    return figure


def _lanes(frame: pd.DataFrame, *, t: Language) -> list[dict[str, Any]]:
    """One lane for a plan's years (its extension in the same), one for each kind of step."""
    lanes: list[dict[str, Any]] = []
    for _, steps in frame.groupby("plan_id", sort=False):
        plan = steps.iloc[0]
        is_extended = pd.notna(plan["extended_to_year"]) and plan["extended_to_year"] > plan["end_year"]
        note = t("extended to the end of {year}", year=plan["extended_to_year"]) if is_extended else ""
        heading = f"<b>{plan['short_name']}</b>" + (f" · {note}" if note else "")
        lanes.append(_lane("years", heading, f"{plan['start_year']}-01-01", f"{plan['end_year'] + 1}-01-01", height=22))
        if is_extended:
            lanes.append(_lane("extension", "", f"{plan['end_year'] + 1}-01-01", f"{plan['extended_to_year'] + 1}-01-01", height=22))
        for step in steps[steps["kind"].notna()].itertuples():
            name = word(t, step.kind).capitalize()
            is_day = step.date_from == step.date_to
            when = t.date(step.date_from) if is_day else t("{start} to {end}", start=t.month(step.date_from), end=t.month(step.date_to))
            lanes.append(_lane("day" if is_day else "span", f"{name}: {when}" if t.code == "en" else f"{name} : {when}", step.date_from, step.date_to, height=14))
        if steps["kind"].isna().all():
            lanes.append(_lane("none", f"<i>{t('no step is dated in the sources')}</i>", None, None, height=0))
    return lanes


def _lane(kind: str, heading: str, start: Any, end: Any, *, height: int) -> dict[str, Any]:
    return {"kind": kind, "heading": heading, "from": start, "to": end, "height": height}


def _add_spans(figure: go.Figure, drawn: list[tuple[dict[str, Any], float]], *, pattern: str, name: str) -> None:
    starts = [pd.Timestamp(lane["from"]) for lane, _ in drawn]
    figure.add_trace(
        go.Bar(
            orientation="h",
            base=starts,
            x=[(pd.Timestamp(lane["to"]) - start).days * _DAY for (lane, _), start in zip(drawn, starts, strict=True)],
            y=[y for _, y in drawn],
            width=[lane["height"] for lane, _ in drawn],
            marker={"color": PLAN_COLOUR, "pattern": {"shape": pattern, "fgcolor": PLAN_COLOUR, "bgcolor": PAPER, "size": 7}},
            hovertext=[lane["heading"] for lane, _ in drawn],
            hoverinfo="text",
            name=name,
        )
    )
