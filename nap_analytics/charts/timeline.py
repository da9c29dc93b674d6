"""The years of the plans, with their steps, under one axis of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import pandas as pd
import plotly.graph_objects as go

from nap_analytics.charts.headed_rows import LINE_HEIGHT, PLAN_COLOUR, lines, placed_rows, quiet_text, rows_figure
from nap_analytics.palette import PAPER
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.values import written_period

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language

_DAY = 86_400_000
_BESIDE_WIDTH, _BESIDE_SPAN_WIDTH = 28, 18
_EVENT = "event"
_MARGIN = pd.Timedelta(days=60)
"""Room before the first year, for a mark in its first weeks."""


@dataclass(frozen=True)
class _Lane:
    """One line of the timeline: a plan's years under its name, or a step of the plan or an event with its words beside it."""

    start: pd.Timestamp
    end: pd.Timestamp
    height: int
    heading: str = ""
    beside: str = ""
    extended_to: pd.Timestamp | None = None
    is_event: bool = False

    @property
    def last(self) -> pd.Timestamp:
        """Where the marks of the lane end."""
        return self.end if self.extended_to is None else self.extended_to


def plan_timeline(frame: Annotated[pd.DataFrame, "milestone_spans"], *, t: Language) -> go.Figure:
    """Each plan's years as a bar, its extension hatched, and under it a line for each kind of step and for each event of the country.

    Args:
        frame: Localised rows of ``milestone_spans``: plan_id, short_name, start_year, end_year, extended_to_year, kind, event_id,
            label, date_from, date_to; a plan without dated steps has one row with no kind.
        t: The language shown.
    """
    lanes = [lane for _, steps in frame.groupby("plan_id", sort=False) for lane in _lanes(steps, t=t)]
    places = placed_rows([lane.heading for lane in lanes], mark_height=[lane.height for lane in lanes], gap=6)
    first, last = int(frame["start_year"].min()), int(frame[["end_year", "extended_to_year"]].max().max())
    last = max([last, *pd.to_datetime(frame["date_to"]).dt.year.dropna().astype(int)])
    drawn = list(zip(lanes, places.middles, strict=True))
    middle = _first_day((first + last + 1) / 2)
    years = range(first, last + 2, 2)
    marks = [
        _spans([(lane, y, lane.start, lane.end) for lane, y in drawn if lane.start != lane.end], name="spans"),
        _spans([(lane, y, lane.end, lane.extended_to) for lane, y in drawn if lane.extended_to], name="extensions", pattern="/"),
        _days([(lane, y) for lane, y in drawn if lane.start == lane.end and not lane.is_event], symbol="diamond", name="days"),
        _days([(lane, y) for lane, y in drawn if lane.is_event], symbol="circle-open", name="events"),
    ]
    return rows_figure(
        places,
        marks,
        t=t,
        x_range=[_first_day(first) - _MARGIN, _first_day(last + 1)],
        starts=[lane.start for lane in lanes],
        axis={
            "type": "date",
            "tickangle": 0,
            "ticklabelposition": "outside right",
            "tickvals": [f"{year}-01-01" for year in years],
            "ticktext": [str(year) for year in years],
        },
        notes=[_words_beside(lane, y, middle=middle) for lane, y in drawn if lane.beside],
    )


def _lanes(steps: pd.DataFrame, *, t: Language) -> list[_Lane]:
    """The lanes of one plan: its years with its extension, then each kind of step."""
    plan = steps.iloc[0]
    is_extended = not is_missing(plan["extended_to_year"]) and plan["extended_to_year"] > plan["end_year"]
    beside = lines(t("extended to the end of {year}", year=plan["extended_to_year"]), width=18) if is_extended else ""
    if not steps["kind"].notna().any() or (steps["kind"] == _EVENT).all():
        undated = t("no dated step entered")
        beside = f"<i>{lines(undated, width=_BESIDE_WIDTH)}</i>"
    years = _Lane(
        start=_first_day(plan["start_year"]),
        end=_first_day(plan["end_year"] + 1),
        height=max(24, LINE_HEIGHT * (beside.count("<br>") + 1)),
        heading=f"<b>{lines(plan['short_name'])}</b>",
        beside=beside,
        extended_to=_first_day(plan["extended_to_year"] + 1) if is_extended else None,
    )
    return [years, *(_step(step, t=t) for step in rows_of(steps[steps["kind"].notna()]))]


def _step(step: Any, *, t: Language) -> _Lane:
    if step.kind == _EVENT:
        told = t("{name}: {value}", name=step.label, value=written_period(t, step.date_from, step.date_to))
        beside = lines(told, width=_BESIDE_WIDTH)
        height = LINE_HEIGHT * (beside.count("<br>") + 1)
        return _Lane(start=step.date_to, end=step.date_to, height=height, beside=beside, is_event=True)
    is_day = step.date_from == step.date_to
    start, end = t.month(step.date_from), t.month(step.date_to)
    when = t.date(step.date_from) if is_day else start if start == end else t("{start} to {end}", start=start, end=end)
    beside = t("{name}: {value}", name=word(t, step.kind).capitalize(), value=when)
    broken = lines(beside, width=_BESIDE_WIDTH if is_day else _BESIDE_SPAN_WIDTH)
    return _Lane(start=step.date_from, end=step.date_to, height=LINE_HEIGHT * (broken.count("<br>") + 1), beside=broken)


def _words_beside(lane: _Lane, y: float, *, middle: pd.Timestamp) -> dict[str, Any]:
    """The words of a lane on the side of its marks where there is more room."""
    is_early = lane.last <= middle or (lane.start < middle and lane.last - middle < middle - lane.start)
    x, anchor, shift = (lane.last, "left", 12) if is_early else (lane.start, "right", -12)
    return {**quiet_text(lane.beside, x=x, y=y, xref="x", xanchor=anchor), "xshift": shift}


def _days(drawn: list[tuple[_Lane, float]], *, symbol: str, name: str) -> go.Scatter:
    """A mark at each day."""
    marker = {"symbol": symbol, "size": 14, "color": PLAN_COLOUR, "line": {"width": 2, "color": PLAN_COLOUR}}
    place = {"x": [lane.start for lane, _ in drawn], "y": [y for _, y in drawn], "mode": "markers", "cliponaxis": False}
    return go.Scatter(**place, marker=marker, hoverinfo="skip", name=name)


def _first_day(year: float) -> pd.Timestamp:
    """The first day of a year, or of the month that a part of it falls in."""
    whole = int(year)
    return pd.Timestamp(year=whole, month=1 + round(12 * (float(year) - whole)), day=1)


def _spans(drawn: list[tuple[_Lane, float, Any, Any]], *, name: str, pattern: str = "") -> go.Bar:
    """Bars from one day to another; hatched where there is a pattern."""
    return go.Bar(
        orientation="h",
        base=[start for _, _, start, _ in drawn],
        x=[(end - start).days * _DAY for _, _, start, end in drawn],
        y=[y for _, y, _, _ in drawn],
        width=[24 if lane.heading else 12 for lane, *_ in drawn],
        marker={
            "color": PLAN_COLOUR,
            "line": {"color": PLAN_COLOUR, "width": 1},
            "pattern": {"shape": pattern, "fgcolor": PLAN_COLOUR, "bgcolor": PAPER, "size": 7},
        },
        hoverinfo="skip",
        name=name,
    )
