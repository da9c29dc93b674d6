"""How money is shared out: pillar and activity in one picture, shares from plan to plan, what a reading moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import plotly.graph_objects as go

from nap_analytics.charts.headed_rows import PLAN_COLOUR, bar_rows, bars, lines, missing_box, placed_rows, quiet_text, rows_figure
from nap_analytics.charts.theme import TEXT_SIZE, base_layout, pillar_colour
from nap_analytics.palette import INK, PAPER, PILLAR_COLOURS, SLOT
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.money import amount_text, gap_words, written_amount
from nap_analytics.wording.rows import rows_of

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language

_SLOPE_HEIGHT = 420
_LABEL_GAP = 0.056
"""Part of a slope's height between two labels, so that they do not touch."""


@dataclass(frozen=True)
class _Block:
    """One block of the icicle: a plan, a pillar or an activity."""

    code: str
    parent: str
    amount: float
    colour: str
    label: str
    hover: str


def pillar_icicle(frame: Annotated[pd.DataFrame, "activity_costs"], *, plan_name: str, t: Language) -> go.Figure:
    """A plan's money as one block, cut into pillars and each pillar into activities; areas are amounts.

    Args:
        frame: pillar_code, short_name, wps_pillar, activity_code, text, amount, currency_code, share_pct; priced activities only.
        plan_name: The plan.
        t: The language shown.
    """
    total = frame["amount"].sum()
    blocks = [_Block("plan", "", total, PLAN_COLOUR, lines(plan_name, width=14), plan_name)]
    for code, rows in frame.groupby("pillar_code", sort=True):
        blocks += _pillar_blocks(str(code), rows, total=total, t=t)
    icicle = go.Icicle(
        ids=[block.code for block in blocks],
        parents=[block.parent for block in blocks],
        values=[block.amount for block in blocks],
        labels=[block.label for block in blocks],
        hovertext=[block.hover for block in blocks],
        hovertemplate="%{hovertext}<extra></extra>",
        branchvalues="total",
        sort=False,
        marker={"colors": [block.colour for block in blocks], "line": {"color": PAPER, "width": 2}},
        tiling={"orientation": "h", "pad": 1},
        textfont={"size": TEXT_SIZE, "color": PAPER},
        textposition="middle left",
        leaf={"opacity": 1},
        pathbar={"visible": False},
        name="money",
    )
    base = base_layout(t=t, height=max(420, 20 * len(frame)))
    ours = {"margin": {"l": 0, "r": 0, "t": 0, "b": 0}, "uniformtext": {"minsize": 12, "mode": "hide"}}
    return go.Figure(data=[icicle], layout={**base, **ours})


def _pillar_blocks(code: str, rows: pd.DataFrame, *, total: float, t: Language) -> list[_Block]:
    """A pillar and its activities, in the pillar's colour."""
    first = rows.iloc[0]
    name, amount, colour = f"{code}. {first['short_name']}", rows["amount"].sum(), pillar_colour(first["wps_pillar"])
    told = written_amount(t, amount, first["currency_code"])
    pillar = _Block(f"p{code}", "plan", amount, colour, lines(f"{name} · {t.percent(100 * amount / total)}", width=22), f"{name}<br>{told}")
    activities = []
    for row in rows_of(rows):
        price = written_amount(t, row.amount, row.currency_code)
        hover = f"{lines(row.text)}<br>{price} · {t.percent(row.share_pct)}"
        activities.append(_Block(row.activity_code, pillar.code, row.amount, colour, f"{row.activity_code} · {price}", hover))
    return [pillar, *activities]


def theme_bars(frame: Annotated[pd.DataFrame, "budget_by_theme"], *, t: Language) -> go.Figure:
    """One bar for each theme of the agenda, the largest first, with the plan's own pillars that lie in it.

    Args:
        frame: wps_pillar, amount, currency_code, share_pct, pillars (NULL: none); of one plan in one reading.
        t: The language shown.
    """
    ranked = frame.sort_values("amount", ascending=False)
    headings = [_theme_heading(row, t=t) for row in rows_of(ranked)]
    return bar_rows(headings, ranked["amount"], height=24, colours=[pillar_colour(theme) for theme in ranked["wps_pillar"]], t=t)


def _theme_heading(row: Any, *, t: Language) -> str:
    share = "" if is_missing(row.share_pct) else f" · {t.percent(row.share_pct)}"
    head = lines(f"{share} · {word(t, row.wps_pillar)}", bold=amount_text(t, row))
    return head if is_missing(row.pillars) else f"{head}<br>{lines(row.pillars)}"


def moved_bars(frame: pd.DataFrame, *, t: Language) -> go.Figure:
    """How much of each plan's money another reading of the crosswalk moves, as a part of all of it.

    Args:
        frame: plan_name, reading_name, moved_amount, moved_pct, currency_code.
        t: The language shown.
    """
    headings = [
        lines(
            f" · {written_amount(t, row.moved_amount, row.currency_code)} · {row.reading_name} · {row.plan_name}",
            bold=t.percent(row.moved_pct),
        )
        for row in rows_of(frame)
    ]
    places = placed_rows(headings, mark_height=16)
    marks = [bars(places, frame["moved_pct"], height=16, marker={"color": PLAN_COLOUR}, name="moved")]
    whole = [
        missing_box(middle=middle, height=16, x0=0, x1=100, xref="x") | {"line": {"color": SLOT, "width": 1}} for middle in places.middles
    ]
    return rows_figure(places, marks, t=t, x_range=[0, 100], boxes=whole)


def share_slopes(frame: Annotated[pd.DataFrame, "budget_by_theme"], *, t: Language) -> go.Figure:
    """Share of the money of each theme from plan to plan; an outlined slot where a plan's money is not divided or not known.

    Args:
        frame: plan_id, plan_name, wps_pillar (NULL: not divided), share_pct, amount_state and what is lacking; one reading, oldest first.
        t: The language shown.
    """
    plans = frame.drop_duplicates("plan_id")
    known = frame[frame["wps_pillar"].notna() & frame["share_pct"].notna()]
    at = {plan: place for place, plan in enumerate(plans["plan_id"])}
    empty = plans[~plans["plan_id"].isin(known["plan_id"])]
    top = max(float(known["share_pct"].max()) if len(known) else 50.0, 10.0) * 1.12
    base = base_layout(t=t, height=_SLOPE_HEIGHT)
    first = known.drop_duplicates("wps_pillar").set_index("wps_pillar")["plan_id"]
    labels = [
        label
        for plan, rows in known.groupby("plan_id", sort=False)
        for label in _slope_labels(rows, x=at[plan], named=set(first.index[first == plan]), gap=_LABEL_GAP * top, t=t)
    ]
    ours = {
        "margin": {"l": 0, "r": 0, "t": 8, "b": 8},
        "shapes": [
            missing_box(middle=top / 2, height=top * 0.9, x0=at[row.plan_id] - 0.3, x1=at[row.plan_id] + 0.3, xref="x")
            for row in rows_of(empty)
        ],
        "annotations": [*(_not_divided(row, x=at[row.plan_id], y=top / 2, t=t) for row in rows_of(empty)), *labels],
        "yaxis": {**base["yaxis"], "range": [0, top], "visible": False},
        "xaxis": {
            **base["xaxis"],
            "range": [-1.15, len(at) - 0.5],
            "showgrid": False,
            "ticks": "",
            "tickangle": 0,
            "tickvals": list(at.values()),
            "ticktext": [lines(name, width=9) for name in plans["plan_name"]],
        },
    }
    return go.Figure(data=[_slope(known[known["wps_pillar"] == theme], at=at) for theme in PILLAR_COLOURS], layout={**base, **ours})


def _slope(rows: pd.DataFrame, *, at: dict[Any, int]) -> go.Scatter:
    """The line of one theme; a plan without a share breaks it."""
    shares = dict(zip(rows["plan_id"], rows["share_pct"], strict=True))
    colour = pillar_colour(rows["wps_pillar"].iloc[0]) if len(rows) else INK
    return go.Scatter(
        x=list(at.values()),
        y=[shares.get(plan) for plan in at],
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 3},
        marker={"size": 13, "color": colour},
        hoverinfo="skip",
        cliponaxis=False,
        name=str(rows["wps_pillar"].iloc[0]) if len(rows) else "none",
    )


def _slope_labels(rows: pd.DataFrame, *, x: int, named: set[str], gap: float, t: Language) -> list[dict[str, Any]]:
    """The share right of each point, the theme left of it where its line begins; moved apart where they would touch."""
    labels = []
    floor = 0.0
    for row in rows_of(rows.sort_values("share_pct")):
        name = lines(word(t, row.wps_pillar), width=13) if row.wps_pillar in named else ""
        height = gap * (name.count("<br>") + 1)
        y = max(row.share_pct, floor + height / 2)
        floor = y + height / 2
        ink = {"font": {"size": TEXT_SIZE, "color": pillar_colour(row.wps_pillar)}}
        labels.append({**quiet_text(f"<b>{t.percent(row.share_pct)}</b>", x=x, y=y, xref="x"), "xshift": 12, **ink})
        if name:
            labels.append({**quiet_text(name, x=x, y=y, xref="x", xanchor="right"), "xshift": -12, **ink})
    return labels


def _not_divided(row: Any, *, x: int, y: float, t: Language) -> dict[str, Any]:
    words = t("one total, not broken down") if row.amount_state == "known" else gap_words(t, row)
    return quiet_text(f"<i>{lines(words, width=10)}</i>", x=x, y=y, xref="x", xanchor="center")
