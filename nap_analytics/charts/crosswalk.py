"""The pillars of the plans under the themes of the agenda, in a reading of the crosswalk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import pandas as pd
import plotly.graph_objects as go

from nap_analytics.charts.headed_rows import lines
from nap_analytics.charts.matrix import MatrixCell, matrix
from nap_analytics.charts.theme import TEXT_SIZE, base_layout, pillar_colour, veiled
from nap_analytics.palette import INK, PAPER, PILLAR_COLOURS
from nap_analytics.wording.codes import word
from nap_analytics.wording.rows import rows_of

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language


def theme_matrix(frame: Annotated[pd.DataFrame, "pillar_themes"], *, t: Language) -> go.Figure:
    """Themes x plans: the plan's own pillars for each theme; an outlined cell where the plan has none.

    Args:
        frame: plan_id, plan_name, pillar_code, short_name, name, wps_pillar, share, share_pct; in the order to show.
        t: The language shown.
    """
    pillars = list(rows_of(frame))
    plans = {row.plan_id: row.plan_name for row in pillars}
    held: dict[tuple[str, str], list[Any]] = {(row.wps_pillar, row.plan_id): [] for row in pillars}
    for row in pillars:
        held[row.wps_pillar, row.plan_id].append(row)
    themes = [theme for theme in PILLAR_COLOURS if any(theme == held_theme for held_theme, _ in held)]
    rows = [(word(t, theme), [_theme_cell(held.get((theme, plan), []), theme=theme, t=t) for plan in plans]) for theme in themes]
    return matrix([lines(name, width=14) for name in plans.values()], rows, t=t)


def _theme_cell(pillars: list[Any], *, theme: str, t: Language) -> MatrixCell:
    if not pillars:
        return MatrixCell(text=lines(t("no pillar of its own"), width=14), is_missing=True)
    names = [
        lines(f"{row.pillar_code}. {row.short_name}", width=17) + (f"<br>{t.percent(row.share_pct)}" if row.share < 1 else "")
        for row in pillars
    ]
    hover = "<br>".join(lines(row.name) for row in pillars)
    return MatrixCell(text="<br>".join(names), fill=pillar_colour(theme), ink=PAPER, hover=hover)


def crosswalk_sankey(frame: Annotated[pd.DataFrame, "pillar_themes"], *, t: Language) -> go.Figure:
    """The pillars of all plans on the left, the themes of the agenda on the right, bands as wide as the share.

    Args:
        frame: plan_id, plan_name, start_year, pillar_code, short_name, wps_pillar, share, share_pct; in the order to show, the
            largest share of a pillar first.
        t: The language shown.
    """
    shares = list(rows_of(frame))
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
            "color": [veiled(pillar_colour(row.wps_pillar)) for row in shares],
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
