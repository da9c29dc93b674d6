"""Plans side by side: their structure, what was done, the years their money is known for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import pandas as pd
import plotly.graph_objects as go

from nap_analytics.charts.headed_rows import PLAN_COLOUR, lines, missing_box, placed_rows, quiet_text, rows_figure
from nap_analytics.charts.matrix import MatrixCell, matrix
from nap_analytics.charts.theme import base_layout, outside, pillar_colour
from nap_analytics.errors import N_
from nap_analytics.palette import PALE, PAPER, QUIET_INK
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.money import in_millions, shared_gap, standing_words, written_amount
from nap_analytics.wording.rows import rows_of

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language

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

_COUNTED_OTHERWISE = {"activity": "planned_activity"}
"""An element that a source may count without listing it -> the element under which that count stands."""


def structure_matrix(frame: Annotated[pd.DataFrame, "plan_structure"], *, t: Language) -> go.Figure:
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


def _count_cell(counts: dict[Any, Any], element: str, plan_id: str, *, t: Language) -> MatrixCell:
    count = counts[element, plan_id]
    if not is_missing(count):
        return MatrixCell(text=f"<b>{t.number(count)}</b>", fill=PALE, size=18)
    other = counts.get((_COUNTED_OTHERWISE.get(element, ""), plan_id))
    if is_missing(other):
        return MatrixCell(text=t("not listed"), hover=t("not listed in the sources"), is_missing=True)
    return MatrixCell(text=lines(t("{count} counted, not listed", count=t.number(other)), width=14), fill=PALE)


def completion_bars(frame: Annotated[pd.DataFrame, "reported_completion"], *, t: Language) -> go.Figure:
    """Activities of each pillar: planned as an outline, completed filled; under it, thinner, the other possible reading.

    Args:
        frame: pillar_code, name, wps_pillar, planned_count, completed_count, completion_pct, printed_pct, printed_differs,
            other_planned_count, other_completed_count, other_completion_pct (NULL: the source allows one reading only).
        t: The language shown.
    """
    headings: list[str] = []
    bars: list[dict[str, Any]] = []
    for row in rows_of(frame):
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


def budget_years(frame: Annotated[pd.DataFrame, "budget_timeline"], *, t: Language) -> go.Figure:
    """What each plan sets aside for each of its years: bars by year, one wide bar where only a total is known, a slot for none.

    Args:
        frame: plan_id, short_name, year_from, year_to, amount (of a year, or the mean per year), currency_code, known_by (year,
            total, none), total_amount, standing; amount_state and what is lacking where `amount` is NULL.
        t: The language shown.
    """
    first, last = int(frame["year_from"].min()), int(frame["year_to"].max())
    starts = set(frame.groupby("plan_id")["year_from"].min())
    known = list(rows_of(frame[frame["amount"].notna()]))
    missing = frame[frame["amount"].isna()]
    top = max((row.amount for row in known), default=1) * 1.28
    base = base_layout(t=t, height=380)
    ours = {
        "margin": {"l": 0, "r": 0, "t": 8, "b": 8},
        "shapes": [
            missing_box(middle=top * 0.41, height=top * 0.82, x0=row.year_from - 0.43, x1=row.year_to + 0.43, xref="x")
            for row in rows_of(missing)
        ],
        "annotations": [_no_figure(rows, y=top * 0.41, t=t) for _, rows in missing.groupby(["plan_id", "amount_state"], sort=False)],
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
    return go.Figure(data=[_year_bars(known, t=t)], layout={**base, **ours})


def _year_bars(known: list[Any], *, t: Language) -> go.Bar:
    """Filled bars for years, one pale bar over the years that share a total."""
    return go.Bar(
        x=[(row.year_from + row.year_to) / 2 for row in known],
        y=[row.amount for row in known],
        width=[row.year_to - row.year_from + 0.86 for row in known],
        marker={
            "color": [PALE if row.known_by == "total" else PLAN_COLOUR for row in known],
            "line": {"color": PLAN_COLOUR, "width": 1.5},
            "pattern": {
                "shape": ["/" if standing_words(t, row) else "" for row in known],
                "fgcolor": PLAN_COLOUR,
                "bgcolor": PALE,
                "size": 10,
                "solidity": 0.12,
            },
        },
        **outside([_year_label(row, largest=max(one.amount for one in known), t=t) for row in known]),
        textangle=0,
        hoverinfo="skip",
        name="planned",
    )


def _no_figure(rows: pd.DataFrame, *, y: float, t: Language) -> dict[str, Any]:
    """The words in the slots of a plan's years without an amount, or with one that this money cannot tell."""
    text = f"<b>{lines(rows['short_name'].iloc[0], width=12)}</b><br><i>{lines(shared_gap(t, rows), width=12)}</i>"
    return quiet_text(text, x=(rows["year_from"].min() + rows["year_to"].max()) / 2, y=y, xref="x", xanchor="center")


def _year_label(row: Any, *, largest: float, t: Language) -> str:
    """The amount over a year; over a total, the total and what it makes per year."""
    if row.known_by == "year":
        return in_millions(t, row.amount, largest=largest)
    total = written_amount(t, row.total_amount, row.currency_code)
    mean = t("{amount} per year", amount=in_millions(t, row.amount, largest=largest))
    whole = standing_words(t, row) or t("one total")
    return f"<b>{total}</b><br>{whole}<br>{mean}"
