"""What became of planned money: its stages side by side, what is not committed, who pays, and the way from funder to stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import plotly.graph_objects as go

from nap_analytics.charts.budgets import amount_rows
from nap_analytics.charts.headed_rows import PLAN_COLOUR, bar_rows, bars, largest, lines, placed_rows, rows_figure
from nap_analytics.charts.theme import TEXT_SIZE, base_layout, pillar_colour, veiled
from nap_analytics.palette import BAND, INK
from nap_analytics.wording.codes import word
from nap_analytics.wording.money import gap_words, written_amount
from nap_analytics.wording.rows import rows_of

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language


def stage_bars(frame: pd.DataFrame, *, t: Language) -> go.Figure:
    """One bar for each stage on one scale; an outlined slot where nothing is reported. Stages are not added.

    Args:
        frame: stage, amount (NULL: amount_state and what is lacking say why), currency_code, standing; in the order of the stages.
        t: The language shown.
    """
    rows = list(rows_of(frame))
    names = [word(t, row.stage).capitalize() for row in rows]
    return amount_rows(frame, names=names, words=[gap_words(t, row) for row in rows], heights=[26] * len(rows), t=t)


def gap_bars(frame: Annotated[pd.DataFrame, "budget_stages"], *, t: Language) -> go.Figure:
    """Each pillar's planned money as a pale bar, what is committed of it filled: the rest is the gap.

    Args:
        frame: pillar_code, short_name, wps_pillar, planned_amount, committed_amount, gap_amount, currency_code.
        t: The language shown.
    """
    rows = list(rows_of(frame))
    headings = [
        lines(
            t(
                " · {pillar}: {committed} of {planned} committed",
                pillar=f"{row.pillar_code}. {row.short_name}",
                committed=written_amount(t, row.committed_amount, row.currency_code),
                planned=written_amount(t, row.planned_amount, row.currency_code),
            ),
            bold=t("{gap} missing", gap=written_amount(t, row.gap_amount, row.currency_code)),
        )
        for row in rows
    ]
    places = placed_rows(headings, mark_height=24)
    planned = bars(places, frame["planned_amount"], height=24, marker={"color": BAND})
    colours = [pillar_colour(row.wps_pillar) for row in rows]
    committed = bars(places, frame["committed_amount"], height=24, marker={"color": colours}, name="committed")
    most = max(largest(frame["planned_amount"]), largest(frame["committed_amount"]))
    return rows_figure(places, [planned, committed], t=t, x_range=[0, most])


def part_bars(frame: pd.DataFrame, *, t: Language) -> go.Figure:
    """One bar for each funder or kind of implementer, the largest first, with amount and share.

    Args:
        frame: name, amount, currency_code, share_pct; largest first.
        t: The language shown.
    """
    headings = [
        lines(f" · {t.percent(row.share_pct)} · {row.name}", bold=written_amount(t, row.amount, row.currency_code))
        for row in rows_of(frame)
    ]
    return bar_rows(headings, frame["amount"], height=20, colours=PLAN_COLOUR, t=t)


def money_flows(frame: Annotated[pd.DataFrame, "budget_reach", "+pillar_name", "+stage_name"], *, t: Language) -> go.Figure:
    """Bands from funder to pillar to the last stage that the money reached; each amount is drawn once.

    Args:
        frame: funder_name, pillar_name, wps_pillar (NULL: no pillar), stage_name, amount, currency_code.
        t: The language shown.
    """
    rows = list(rows_of(frame))
    funders = list(dict.fromkeys(row.funder_name for row in rows))
    pillars = list(dict.fromkeys((row.pillar_name, row.wps_pillar) for row in rows))
    stages = list(dict.fromkeys(row.stage_name for row in rows))
    pillar_at = {name: len(funders) + at for at, (name, _) in enumerate(pillars)}
    stage_at = {stage: len(funders) + len(pillars) + at for at, stage in enumerate(stages)}
    links = [(funders.index(row.funder_name), pillar_at[row.pillar_name], row) for row in rows]
    links += [(pillar_at[row.pillar_name], stage_at[row.stage_name], row) for row in rows]
    sankey = go.Sankey(
        node={
            "label": [*funders, *(name for name, _ in pillars), *stages],
            "color": [PLAN_COLOUR] * len(funders) + [pillar_colour(theme) for _, theme in pillars] + [PLAN_COLOUR] * len(stages),
            "pad": 16,
            "thickness": 14,
            "line": {"width": 0},
        },
        link={
            "source": [source for source, _, _ in links],
            "target": [target for _, target, _ in links],
            "value": [float(row.amount) for _, _, row in links],
            "color": [veiled(pillar_colour(row.wps_pillar)) for _, _, row in links],
            "customdata": [f"{written_amount(t, row.amount, row.currency_code)} · {row.stage_name}" for _, _, row in links],
            "hovertemplate": "%{source.label} → %{target.label}<br>%{customdata}<extra></extra>",
        },
        textfont={"size": TEXT_SIZE, "color": INK},
    )
    base = base_layout(t=t, height=max(320, 46 * max(len(funders), len(pillars), len(stages))))
    return go.Figure(data=[sankey], layout={**base, "margin": {"l": 2, "r": 2, "t": 10, "b": 10}})
