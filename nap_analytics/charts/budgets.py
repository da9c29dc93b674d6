"""Money of the plans: totals side by side, by pillar, by year, by activity, how deep it is known, what stands around."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import pandas as pd
import plotly.graph_objects as go

from nap_analytics.charts.headed_rows import (
    LINE_HEIGHT,
    PLAN_COLOUR,
    bar_rows,
    bars,
    hatched,
    largest,
    lines,
    missing_box,
    placed_rows,
    quiet_text,
    rows_figure,
)
from nap_analytics.charts.matrix import MatrixCell, matrix
from nap_analytics.charts.theme import TEXT_SIZE, outside, pillar_colour
from nap_analytics.errors import N_
from nap_analytics.palette import INK, PAPER, PARTLY, QUIET_INK
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.money import amount_text, gap_words, in_millions, standing_words, written_amount
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.values import written_years

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language

_SURE = {"confirmed": N_("confirmed"), "likely": N_("likely"), "weak": N_("weak"), "derived": N_("derived")}
"""How sure an amount is, in one word."""


def total_bars(frame: Annotated[pd.DataFrame, "budget_comparison"], *, t: Language) -> go.Figure:
    """One bar for each plan, hatched where it is not from the plan's own table; an outlined empty slot where there is no amount.

    Args:
        frame: short_name, amount (NULL: amount_state and what is lacking say why), currency_code, standing; oldest plan first.
        t: The language shown.
    """
    names = list(frame["short_name"])
    words = [lines(gap_words(t, row)) if is_missing(row.amount) else "" for row in rows_of(frame)]
    return amount_rows(frame, names=names, words=words, heights=[13 + LINE_HEIGHT * (text.count("<br>") + 1) for text in words], t=t)


def amount_rows(frame: pd.DataFrame, *, names: list[str], words: list[str], heights: list[int], t: Language) -> go.Figure:
    """One bar under each name, hatched where its amount is not from the plan's own table; an outlined slot where there is no amount.

    Args:
        frame: amount (NULL: not known), currency_code, standing.
        names: What each row is.
        words: What the slot of a row without an amount says.
        heights: Pixels of each row; a bar has those of the lowest.
        t: The language shown.
    """
    rows = list(rows_of(frame))
    told = ["" if is_missing(row.amount) else f" · {amount_text(t, row)}" for row in rows]
    places = placed_rows([lines(text, bold=name) for text, name in zip(told, names, strict=True)], mark_height=heights)
    marker = hatched([not standing_words(t, row) for row in rows])
    each = zip(rows, places.middles, heights, words, strict=True)
    missing = [(middle, height, text) for row, middle, height, text in each if is_missing(row.amount)]
    return rows_figure(
        places,
        [bars(places, frame["amount"], height=min(heights), marker=marker)],
        t=t,
        x_range=[0, largest(frame["amount"])],
        boxes=[missing_box(middle=middle, height=height - 2) for middle, height, _ in missing],
        notes=[quiet_text(f"<i>{text}</i>", x=0.02, y=middle) for middle, _, text in missing],
    )


def pillar_bars(frame: Annotated[pd.DataFrame, "budget_by_pillar"], *, t: Language) -> go.Figure:
    """One bar for each pillar of a plan, the largest first, with amount and share.

    Args:
        frame: pillar_code, name, wps_pillar, amount (NULL: amount_state and what is lacking say why), currency_code, share_pct; of one
            plan.
        t: The language shown.
    """
    ranked = frame.sort_values("amount", ascending=False)
    places = placed_rows([_pillar_heading(row, t=t) for row in rows_of(ranked)], mark_height=24)
    colours = [pillar_colour(theme) for theme in ranked["wps_pillar"]]
    marks = [bars(places, ranked["amount"], height=24, marker={"color": colours})]
    gaps = [middle for middle, amount in zip(places.middles, ranked["amount"], strict=True) if is_missing(amount)]
    boxes = [missing_box(middle=middle, height=22) for middle in gaps]
    return rows_figure(places, marks, t=t, x_range=[0, largest(ranked["amount"])], boxes=boxes)


def _pillar_heading(row: Any, *, t: Language) -> str:
    share = "" if is_missing(row.share_pct) else f" · {t.percent(row.share_pct)}"
    return lines(f"{share} · {row.pillar_code}. {row.name}", bold=amount_text(t, row))


def year_panels(frame: Annotated[pd.DataFrame, "budget_by_year"], *, t: Language) -> go.Figure:
    """Pillars x years as small bars on one scale; what is given to no year has a panel of its own, hatched.

    Args:
        frame: pillar_code, short_name, wps_pillar, budget_year (NULL: not allocated to a year), amount,
            year_total; by year.
        t: The language shown.
    """
    amounts = frame[frame["amount"].notna()]
    years = list(dict.fromkeys(None if pd.isna(year) else int(year) for year in amounts["budget_year"]))
    pillars = frame.drop_duplicates("pillar_code").sort_values("pillar_code")
    places = placed_rows([f"{row.pillar_code}. {row.short_name}" for row in rows_of(pillars)], mark_height=22, top=50)
    width = 1 / len(years) if years else 1
    heads = [_panel_head(year, frame=amounts, x=at * width, t=t) for at, year in enumerate(years)]
    middles = dict(zip(pillars["pillar_code"], places.middles, strict=True))
    top = largest(amounts["amount"])
    marks = []
    axes = {}
    for at, year in enumerate(years):
        cells = amounts[amounts["budget_year"].isna() if year is None else amounts["budget_year"] == year]
        marks.append(_panel_bars(cells, middles=middles, axis=f"x{at + 2}", largest=top, t=t))
        domain = [at * width, (at + 0.94) * width]
        axes[f"xaxis{at + 2}"] = {"domain": domain, "range": [0, top * 1.75], "anchor": "y", "visible": False, "fixedrange": True}
    return rows_figure(places, marks, t=t, x_range=[0, 1], notes=heads, more_axes=axes)


def _panel_bars(cells: pd.DataFrame, *, middles: dict[str, float], axis: str, largest: float, t: Language) -> go.Bar:
    is_undated = cells["budget_year"].isna().all()
    colours = [pillar_colour(theme) for theme in cells["wps_pillar"]]
    return go.Bar(
        orientation="h",
        x=list(cells["amount"]),
        y=[middles[code] for code in cells["pillar_code"]],
        xaxis=axis,
        width=22,
        marker={
            "color": colours,
            "line": {"color": colours, "width": 1},
            "pattern": {"shape": "/" if is_undated else "", "fgcolor": colours, "bgcolor": PAPER, "size": 6},
        },
        **outside([in_millions(t, amount, largest=largest) for amount in cells["amount"]]),
        hoverinfo="skip",
        name="no year" if is_undated else "year",
    )


def _panel_head(year: int | None, *, frame: pd.DataFrame, x: float, t: Language) -> dict[str, Any]:
    cells = frame[frame["budget_year"].isna() if year is None else frame["budget_year"] == year]
    name = t("no year") if year is None else str(year)
    head = quiet_text(f"<b>{name}</b><br>{_year_total(t, cells['year_total'].iloc[0], largest=frame['year_total'].max())}", x=x, y=0)
    return {**head, "yanchor": "top", "font": {"size": TEXT_SIZE, "color": INK}}


def _year_total(t: Language, total: Any, *, largest: float) -> str:
    """What a year holds in all; a dash where one of its amounts cannot be told in this money."""
    return "–" if is_missing(total) else in_millions(t, total, largest=largest)


def activity_bars(frame: Annotated[pd.DataFrame, "activity_costs"], *, t: Language) -> go.Figure:
    """One bar for each activity, dearest first, in the colour of its pillar.

    Args:
        frame: activity_code, text, wps_pillar, amount, currency_code, share_pct.
        t: The language shown.
    """
    headings = [
        lines(f" · {t.percent(row.share_pct)} · {row.activity_code} {row.text}", bold=written_amount(t, row.amount, row.currency_code))
        for row in rows_of(frame)
    ]
    return bar_rows(headings, frame["amount"], height=14, colours=[pillar_colour(theme) for theme in frame["wps_pillar"]], t=t)


def depth_matrix(frame: Annotated[pd.DataFrame, "budget_depth"], *, names: dict[str, str], t: Language) -> go.Figure:
    """Depths x plans: whether the money is known in full, in part, or not at all.

    Args:
        frame: plan_id, short_name, depth, known_state (known, partly, none), known_amount, currency_code, standing; in the order to show.
        names: Depth -> its name in the language shown.
        t: The language shown.
    """
    plans = frame.drop_duplicates("plan_id")
    rows = [(names[str(depth)], [_depth_cell(row, t=t) for row in rows_of(group)]) for depth, group in frame.groupby("depth", sort=False)]
    return matrix([lines(name, width=14) for name in plans["short_name"]], rows, t=t)


def _depth_cell(row: Any, *, t: Language) -> MatrixCell:
    if row.known_state == "none":
        return MatrixCell(text=t("not known"), is_missing=True)
    if row.depth == "total":
        return MatrixCell(text=lines(amount_text(t, row, amount="known_amount"), width=14), fill=PLAN_COLOUR, ink=PAPER)
    if row.known_state == "partly":
        return MatrixCell(text="◐ " + t("in part"), fill=PARTLY)
    return MatrixCell(text="● " + t("known"), fill=PLAN_COLOUR, ink=PAPER)


def funding_dots(frame: Annotated[pd.DataFrame, "contextual_funding"], *, t: Language) -> go.Figure:
    """Amounts around a plan, each on its own line; another source's figure for the same money is an open circle.

    The scale is logarithmic: each grid line is ten times the one before. Dots, not bars: nothing is to be added up.

    Args:
        frame: what, amount, currency_code, amount_xof (NULL: no rate), is_preferred, year_from, year_to, confidence,
            parts_amount (NULL: no parts).
        t: The language shown.
    """
    drawn = frame[frame["amount_xof"].notna()]
    places = placed_rows([_funding_heading(row, t=t) for row in rows_of(drawn)], mark_height=16, gap=10)
    lowest, highest = _decades(drawn["amount_xof"])
    ticks = [10**power for power in range(lowest, highest + 1)]
    dots = go.Scatter(
        x=list(drawn["amount_xof"]),
        y=places.middles,
        mode="markers",
        marker={
            "symbol": ["circle" if preferred else "circle-open" for preferred in drawn["is_preferred"]],
            "size": 14,
            "color": [PLAN_COLOUR if preferred else QUIET_INK for preferred in drawn["is_preferred"]],
            "line": {"width": 2},
        },
        hoverinfo="skip",
        cliponaxis=False,
        name="amounts",
    )
    axis = {"type": "log", "tickvals": ticks, "ticktext": [t.millions(tick, "XOF") for tick in ticks], "tickangle": 0}
    return rows_figure(places, [dots], t=t, x_range=[lowest - 0.06, highest + 0.06], axis=axis)


def _funding_heading(row: Any, *, t: Language) -> str:
    """The amount, its years, how sure it is; what it is; what disagrees with it."""
    facts = [written_years(t, row.year_from, row.year_to), t(_SURE[row.confidence]), "" if row.is_preferred else t("another figure")]
    if not is_missing(row.parts_amount) and float(row.parts_amount) != float(row.amount):
        facts.append(t("its parts add up to {amount}", amount=written_amount(t, float(row.parts_amount), row.currency_code)))
    amount = written_amount(t, float(row.amount), row.currency_code)
    return lines(" · ".join(["", *(fact for fact in facts if fact)]), bold=amount) + "<br>" + lines(row.what)


def _decades(amounts: pd.Series) -> tuple[int, int]:
    """The powers of ten below the smallest amount and above the largest."""
    if amounts.empty:
        return 6, 9
    return len(str(int(amounts.min()))) - 1, len(str(int(amounts.max())))
