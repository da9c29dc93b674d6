"""Plans side by side: their structure, their time, what was done, the years their money is known for, their themes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from nap_analytics.charts.headed_rows import LINE_HEIGHT, PLAN_COLOUR, lines, missing_box, placed_rows, quiet_text, rows_figure
from nap_analytics.charts.matrix import Cell, matrix
from nap_analytics.charts.theme import (
    INK,
    PAPER,
    PILLAR_COLOURS,
    QUIET_INK,
    TEXT_SIZE,
    base_layout,
    pillar_colour,
)
from nap_analytics.errors import N_
from nap_analytics.language import is_missing
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
    "chapter_indicator": N_("Indicators of the plan’s chapters"),
    "activity": N_("Activities"),
    "planned_activity": N_("Activities counted by the review"),
}
"""The elements of a plan's structure -> English."""

_DAY = 86_400_000
_PALE = "#E4EEF0"
_BESIDE_WIDTH, _BESIDE_SPAN_WIDTH = 28, 21


_COUNTED_OTHERWISE = {"activity": "planned_activity"}
"""An element that a source may count without listing it -> the element under which that count stands."""


def structure_matrix(frame: pd.DataFrame, *, t: Language) -> go.Figure:
    """Elements x plans: how many of each the sources list; an outlined cell where they list none.

    Args:
        frame: element, plan_id, short_name, element_count (NULL: not listed); in the order to show.
        t: The language shown.
    """
    plans = frame.drop_duplicates("plan_id")
    counts = frame.set_index(["element", "plan_id"])["element_count"].to_dict()
    shown = [element for element in dict.fromkeys(frame["element"]) if element not in _COUNTED_OTHERWISE.values()]
    rows = [(t(ELEMENTS[element]), [_count_cell(counts, element, plan_id, t=t) for plan_id in plans["plan_id"]]) for element in shown]
    return matrix([lines(name, width=14) for name in plans["short_name"]], rows, t=t)


def _count_cell(counts: dict[tuple[str, str], Any], element: str, plan_id: str, *, t: Language) -> Cell:
    count = counts[element, plan_id]
    if not is_missing(count):
        return Cell(text=f"<b>{t.number(count)}</b>", fill=_PALE, size=18)
    other = counts.get((_COUNTED_OTHERWISE.get(element, ""), plan_id))
    if is_missing(other):
        return Cell(text=t("not listed"), hover=t("not listed in the sources"), is_missing=True)
    return Cell(text=lines(t("{count} counted, not listed", count=t.number(other)), width=14), fill=_PALE)


@dataclass(frozen=True)
class _Lane:
    """One line of the timeline: a plan's years under its name, or a step of the plan with its words beside it."""

    start: pd.Timestamp
    end: pd.Timestamp
    height: int
    heading: str = ""
    beside: str = ""
    extended_to: pd.Timestamp | None = None

    @property
    def last(self) -> pd.Timestamp:
        """Where the marks of the lane end."""
        return self.end if self.extended_to is None else self.extended_to


def plan_timeline(frame: pd.DataFrame, *, t: Language) -> go.Figure:
    """Each plan's years as a bar, its extension hatched, and under it a line for each kind of step.

    Args:
        frame: plan_id, short_name, start_year, end_year, extended_to_year, kind, date_from, date_to; a plan without dated
            steps has one row with no kind.
        t: The language shown.
    """
    lanes = [lane for _, steps in frame.groupby("plan_id", sort=False) for lane in _lanes(steps, t=t)]
    places = placed_rows([lane.heading for lane in lanes], mark_height=[lane.height for lane in lanes], gap=6)
    first, last = int(frame["start_year"].min()), int(frame[["end_year", "extended_to_year"]].max().max())
    drawn = list(zip(lanes, places.middles, strict=True))
    middle = _first_day((first + last + 1) / 2)
    years = range(first, last + 2, 2)
    days = [(lane, y) for lane, y in drawn if lane.start == lane.end]
    marks = [
        _spans([(lane, y, lane.start, lane.end) for lane, y in drawn if lane.start != lane.end], name="spans"),
        _spans([(lane, y, lane.end, lane.extended_to) for lane, y in drawn if lane.extended_to], name="extensions", pattern="/"),
        go.Scatter(
            x=[lane.start for lane, _ in days],
            y=[y for _, y in days],
            mode="markers",
            marker={"symbol": "diamond", "size": 14, "color": PLAN_COLOUR},
            hoverinfo="skip",
            cliponaxis=False,
            name="days",
        ),
    ]
    return rows_figure(
        places,
        marks,
        t=t,
        x_range=[f"{first}-01-01", f"{last + 1}-01-01"],
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
    if steps["kind"].isna().all():
        undated = t("no step is dated in the sources")
        beside = f"<i>{lines(undated, width=_BESIDE_WIDTH)}</i>"
    years = _Lane(
        start=_first_day(plan["start_year"]),
        end=_first_day(plan["end_year"] + 1),
        height=max(24, LINE_HEIGHT * (beside.count("<br>") + 1)),
        heading=f"<b>{lines(plan['short_name'])}</b>",
        beside=beside,
        extended_to=_first_day(plan["extended_to_year"] + 1) if is_extended else None,
    )
    return [years, *(_step(step, t=t) for step in steps[steps["kind"].notna()].itertuples())]


def _step(step: Any, *, t: Language) -> _Lane:
    is_day = step.date_from == step.date_to
    when = t.date(step.date_from) if is_day else t("{start} to {end}", start=t.month(step.date_from), end=t.month(step.date_to))
    beside = t("{name}: {value}", name=word(t, step.kind).capitalize(), value=when)
    broken = lines(beside, width=_BESIDE_WIDTH if is_day else _BESIDE_SPAN_WIDTH)
    return _Lane(start=step.date_from, end=step.date_to, height=LINE_HEIGHT * (broken.count("<br>") + 1), beside=broken)


def _words_beside(lane: _Lane, y: float, *, middle: pd.Timestamp) -> dict[str, Any]:
    """The words of a lane on the side of its marks where there is more room."""
    is_early = lane.last <= middle or (lane.start < middle and lane.last - middle < middle - lane.start)
    x, anchor, shift = (lane.last, "left", 12) if is_early else (lane.start, "right", -12)
    return {**quiet_text(lane.beside, x=x, y=y, xref="x", xanchor=anchor), "xshift": shift}


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


def completion_bars(frame: pd.DataFrame, *, t: Language) -> go.Figure:
    """Activities of each pillar: planned as an outline, completed filled; under it, thinner, the other possible reading.

    Args:
        frame: pillar_code, name, wps_pillar, planned_count, completed_count, completion_pct, printed_pct, printed_differs,
            other_planned_count, other_completed_count, other_completion_pct (NULL: the source allows one reading only).
        t: The language shown.
    """
    headings: list[str] = []
    bars: list[dict[str, Any]] = []
    for row in frame.itertuples():
        colour = pillar_colour(row.wps_pillar)
        headings.append(_completion_heading(row, t=t))
        bars.append({"planned": row.planned_count, "completed": row.completed_count, "colour": colour, "height": 24})
        if pd.notna(row.other_planned_count):
            other = t(
                "Other reading of the source: {counted}",
                counted=_counted(row.other_completed_count, row.other_planned_count, row.other_completion_pct, t=t),
            )
            headings.append(f'<span style="color:{QUIET_INK}">{other}</span>')
            bars.append({"planned": row.other_planned_count, "completed": row.other_completed_count, "colour": colour, "height": 10})
    places = placed_rows(headings, mark_height=[bar["height"] for bar in bars])
    marks = [_count_bars(bars, places.middles, part=part) for part in ("planned", "completed")]
    return rows_figure(places, marks, t=t, x_range=[0, max((bar["planned"] for bar in bars), default=1)])


def _completion_heading(row: Any, *, t: Language) -> str:
    """The pillar with its counts, and the printed percentage where it is another."""
    counted = _counted(row.completed_count, row.planned_count, row.completion_pct, t=t)
    printed = t("printed: {percent}", percent=t.percent(row.printed_pct))
    return f"{lines(f'{row.pillar_code}. {row.name}')}<br><b>{counted}</b>" + (f" · {printed}" if row.printed_differs else "")


def _counted(completed: Any, planned: Any, percent: Any, *, t: Language) -> str:
    return t(
        "{done} of {planned} completed, {percent}",
        done=t.number(int(completed)),
        planned=t.number(int(planned)),
        percent=t.percent(percent),
    )


def _count_bars(bars: list[dict[str, Any]], middles: list[float], *, part: str) -> go.Bar:
    """The planned activities as outlines, or the completed ones filled."""
    is_outline = part == "planned"
    is_thin = [bar["height"] < 20 for bar in bars]
    return go.Bar(
        orientation="h",
        x=[bar[part] for bar in bars],
        y=middles,
        width=[bar["height"] for bar in bars],
        marker={
            "color": [PAPER if is_outline else bar["colour"] for bar in bars],
            "line": {"color": [bar["colour"] for bar in bars], "width": 1.5},
            "pattern": {
                "shape": ["/" if thin and not is_outline else "" for thin in is_thin],
                "fgcolor": [bar["colour"] for bar in bars],
                "bgcolor": PAPER,
                "size": 6,
            },
        },
        hoverinfo="skip",
        name=part,
    )


def budget_years(frame: pd.DataFrame, *, t: Language) -> go.Figure:
    """What each plan sets aside for each of its years: bars by year, one wide bar where only a total is known, a slot for none.

    Args:
        frame: plan_id, short_name, year_from, year_to, amount_xof (of a year, or the mean per year), known_by (year, total,
            none), planned_xof.
        t: The language shown.
    """
    first, last = int(frame["year_from"].min()), int(frame["year_to"].max())
    starts = set(frame.groupby("plan_id")["year_from"].min())
    rows = list(frame.itertuples())
    known = [row for row in rows if not is_missing(row.amount_xof)]
    missing = [row for row in rows if is_missing(row.amount_xof)]
    top = max((row.amount_xof for row in known), default=1) * 1.28
    bars = go.Bar(
        x=[(row.year_from + row.year_to) / 2 for row in known],
        y=[row.amount_xof for row in known],
        width=[row.year_to - row.year_from + 0.86 for row in known],
        marker={
            "color": [_PALE if row.known_by == "total" else PLAN_COLOUR for row in known],
            "line": {"color": PLAN_COLOUR, "width": 1.5},
        },
        text=[_year_label(row, t=t) for row in known],
        textposition="outside",
        textangle=0,
        constraintext="none",
        cliponaxis=False,
        textfont={"size": TEXT_SIZE, "color": INK},
        hoverinfo="skip",
        name="planned",
    )
    base = base_layout(t=t, height=380)
    ours = {
        "margin": {"l": 0, "r": 0, "t": 8, "b": 8},
        "shapes": [
            missing_box(middle=top * 0.41, height=top * 0.82, x0=row.year_from - 0.43, x1=row.year_to + 0.43, xref="x") for row in missing
        ],
        "annotations": [_no_figure(row, y=top * 0.41, t=t) for row in missing],
        "yaxis": {**base["yaxis"], "range": [0, top], "visible": False},
        "xaxis": {
            **base["xaxis"],
            "range": [first - 0.6, last + 0.6],
            "showgrid": False,
            "ticks": "",
            "tickangle": 0,
            "tickvals": list(range(first, last + 1)),
            "ticktext": [str(year) if year in starts else f"{year % 100:02d}" for year in range(first, last + 1)],
        },
    }
    return go.Figure(data=[bars], layout={**base, **ours})


def _no_figure(row: Any, *, y: float, t: Language) -> dict[str, Any]:
    """The words in the slot of a plan without a published figure."""
    unknown = lines(t("no published figure"), width=12)
    text = f"<b>{lines(row.short_name, width=12)}</b><br><i>{unknown}</i>"
    return quiet_text(text, x=(row.year_from + row.year_to) / 2, y=y, xref="x", xanchor="center")


def _year_label(row: Any, *, t: Language) -> str:
    """The amount over a year; over a total, the total and what it makes per year."""
    if row.known_by == "year":
        return t.number(row.amount_xof / 1_000_000)
    total = written_amount(t, row.planned_xof, "XOF")
    mean = t("{amount} per year", amount=t.number(row.amount_xof / 1_000_000))
    whole = t("one total")
    return f"<b>{total}</b><br>{whole}<br>{mean}"


def theme_matrix(frame: pd.DataFrame, *, t: Language) -> go.Figure:
    """Themes x plans: the plan's own pillars for each theme; an outlined cell where the plan has none.

    Args:
        frame: plan_id, plan_name, pillar_code, short_name, name, wps_pillar, share, share_pct; in the order to show.
        t: The language shown.
    """
    pillars = list(frame.itertuples())
    plans = {row.plan_id: row.plan_name for row in pillars}
    held = {(row.wps_pillar, row.plan_id): [] for row in pillars}
    for row in pillars:
        held[row.wps_pillar, row.plan_id].append(row)
    themes = [theme for theme in PILLAR_COLOURS if any(theme == held_theme for held_theme, _ in held)]
    rows = [(word(t, theme), [_theme_cell(held.get((theme, plan), []), theme=theme, t=t) for plan in plans]) for theme in themes]
    return matrix([lines(name, width=14) for name in plans.values()], rows, t=t)


def _theme_cell(pillars: list[Any], *, theme: str, t: Language) -> Cell:
    if not pillars:
        return Cell(text=lines(t("no pillar of its own"), width=14), is_missing=True)
    names = [
        lines(f"{row.pillar_code}. {row.short_name}", width=17) + (f"<br>{t.percent(row.share_pct)}" if row.share < 1 else "")
        for row in pillars
    ]
    hover = "<br>".join(lines(row.name) for row in pillars)
    return Cell(text="<br>".join(names), fill=pillar_colour(theme), ink=PAPER, hover=hover)


def crosswalk_sankey(frame: pd.DataFrame, *, t: Language) -> go.Figure:
    """The pillars of all plans on the left, the themes of the agenda on the right, bands as wide as the share.

    Args:
        frame: plan_id, plan_name, start_year, pillar_code, short_name, wps_pillar, share, share_pct; in the order to show, the
            largest share of a pillar first.
        t: The language shown.
    """
    shares = list(frame.itertuples())
    pillars = list({(row.plan_id, row.pillar_code): row for row in reversed(shares)}.items())[::-1]
    keys = [key for key, _ in pillars]
    themes = [theme for theme in PILLAR_COLOURS if any(row.wps_pillar == theme for row in shares)]
    weights = [sum(row.share for row in shares if row.wps_pillar == theme) for theme in themes]
    sankey = go.Sankey(
        arrangement="fixed",
        node={
            "label": [f"{row.start_year} · {row.short_name}" for _, row in pillars] + [word(t, theme) for theme in themes],
            "color": [pillar_colour(row.wps_pillar) for _, row in pillars] + [pillar_colour(theme) for theme in themes],
            "x": [0.001] * len(keys) + [0.999] * len(themes),
            "y": _stacked([1.0] * len(keys)) + _stacked(weights),
            "pad": 10,
            "thickness": 14,
            "line": {"width": 0},
            "hovertemplate": "%{label}<extra></extra>",
        },
        link={
            "source": [keys.index((row.plan_id, row.pillar_code)) for row in shares],
            "target": [len(keys) + themes.index(row.wps_pillar) for row in shares],
            "value": [row.share for row in shares],
            "color": [_veiled(pillar_colour(row.wps_pillar)) for row in shares],
            "customdata": [t.percent(row.share_pct) for row in shares],
            "hovertemplate": "%{source.label} → %{target.label}<br>%{customdata}<extra></extra>",
        },
        textfont={"size": TEXT_SIZE, "color": INK},
    )
    base = base_layout(t=t, height=34 * len(keys) + 40)
    return go.Figure(data=[sankey], layout={**base, "margin": {"l": 2, "r": 2, "t": 10, "b": 10}})


def _stacked(weights: list[float]) -> list[float]:
    """The middle of each node, as a part of the height, when they stand one under the other."""
    total = sum(weights)
    ends = [sum(weights[: at + 1]) for at in range(len(weights))]
    return [min(0.999, max(0.001, (end - weight / 2) / total)) for end, weight in zip(ends, weights, strict=True)]


def _veiled(colour: str) -> str:
    """The colour at a third of its strength, for a band."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.35)"
