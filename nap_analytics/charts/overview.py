"""Charts of the overview: what is known of each indicator, one square each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import plotly.graph_objects as go

from nap_analytics.charts.rows import label, labelled_rows
from nap_analytics.charts.theme import pillar_colour
from nap_analytics.errors import N_
from nap_analytics.palette import PAPER, SILENT, SILENT_RIM
from nap_analytics.wording.measure_codes import COVERAGE
from nap_analytics.wording.rows import rows_of

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language

_SQUARE_PIXELS = 14
_FEWEST_COLUMNS = 19


def coverage_squares(frame: Annotated[pd.DataFrame, "indicator_coverage"], *, t: Language) -> go.Figure:
    """One row per pillar, one square per indicator: full: assessed; thick frame: measured; thin frame: near only; pale: silent.

    Args:
        frame: One row per indicator with `position` within its pillar, as `queries.indicator_coverage` gives it.
        t: The language shown.
    """
    pillars = frame.drop_duplicates("pillar_code")
    figure, places = labelled_rows(
        [label(f"{row.pillar_code}. {row.short_name}", coverage_words(row, t=t)) for row in rows_of(pillars)], t=t
    )
    for place, code in zip(places, pillars["pillar_code"], strict=True):
        figure.add_traces(_squares(frame[frame["pillar_code"] == code], at=place, t=t))
    most = max(_FEWEST_COLUMNS, int(frame["position"].max()))
    figure.update_xaxes(range=[0, most + 0.8], visible=False)
    figure.update_layout(margin={"b": 0}, height=figure.layout.height - figure.layout.margin.b)
    return figure


def coverage_words(row: Annotated[Any, "indicator_coverage"], *, t: Language) -> str:
    """The squares of a pillar in words."""
    counts = {
        N_("{count} assessed"): int(row.assessed_count),
        N_("{count} measured, not assessed"): int(row.measured_count),
        N_("{count} near only"): int(row.near_count),
    }
    silent = int(row.indicator_count) - sum(counts.values())
    told = [t(text, count=t.number(count)) for text, count in counts.items() if count]
    told += [t.n("{count} without a value", "{count} without a value", silent)] if silent else []
    return t.n("{count} indicator: {told}", "{count} indicators: {told}", int(row.indicator_count), told=", ".join(told))


def _squares(indicators: pd.DataFrame, *, at: float, t: Language) -> list[go.Scatter]:
    colour = pillar_colour(indicators["wps_pillar"].iloc[0])
    looks = {
        "assessed": {"color": colour, "line": {"color": colour, "width": 1.5}},
        "measured": {"color": PAPER, "line": {"color": colour, "width": 4}},
        "near": {"color": PAPER, "line": {"color": colour, "width": 1.5}},
        "silent": {"color": SILENT, "line": {"color": SILENT_RIM, "width": 1}},
    }
    return [
        go.Scatter(
            x=part["position"],
            y=[at] * len(part),
            mode="markers",
            name=t(name),
            marker={"symbol": "square", "size": _SQUARE_PIXELS - (3 if kind == "measured" else 0), **looks[kind]},
            customdata=part["text"],
            hovertemplate="%{customdata}<extra>" + t(name) + "</extra>",
        )
        for kind, name in COVERAGE.items()
        if len(part := indicators[indicators["coverage"] == kind])
    ]
