"""What charts over time have in common: the years along the axis, lines that stop where a year is left out, marks with their words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import plotly.graph_objects as go

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd


LEGEND = {"orientation": "h", "x": 0, "xanchor": "left", "yanchor": "top", "itemclick": False, "itemdoubleclick": False}
"""A legend under the chart that only explains; each chart says how far below."""


def year_axis(first: int, last: int, *, most: int) -> dict[str, Any]:
    """An axis of time that names the last year, under its middle, and as many before it as have room.

    Args:
        first: First year.
        last: Last year.
        most: About how many years can be named.
    """
    step = max(1, -(-(last - first) // most))
    middles = [date(year, 7, 1) for year in range(last, first - 1, -step)]
    return {"type": "date", "showgrid": False, "tickvals": middles, "ticktext": [str(middle.year) for middle in middles]}


def middle_of_period(start: Any, end: Any) -> Any:
    """The day on which the value of a period is drawn, or those of many: a value of a year says nothing of its last day."""
    return start + (end - start) / 2


def joined_lines(
    values: Annotated[pd.DataFrame, "context_figures", "indicator_observations"], *, colour: str, opacity: float = 1.0
) -> Iterator[go.Scatter]:
    """A line through the values of each `segment`, which ends at a break and where a year is left out."""
    for _, part in values.groupby("segment", sort=True):
        yield go.Scatter(
            x=middle_of_period(part["period_start"], part["period_end"]),
            y=part["value"],
            mode="lines",
            line={"color": colour, "width": 2},
            opacity=opacity,
            hoverinfo="skip",
            showlegend=False,
            name="line",
        )


def value_marks(
    values: Annotated[pd.DataFrame, "context_figures", "indicator_observations"], *, words: Sequence[str], name: str, marker: dict[str, Any]
) -> list[go.Scatter]:
    """A mark for each value, with its words under the pointer; none where there is no value."""
    if values.empty:
        return []
    days = middle_of_period(values["period_start"], values["period_end"])
    place = {"x": days, "y": values["value"], "mode": "markers", "cliponaxis": False}
    return [go.Scatter(**place, marker=marker, name=name, hovertext=list(words), hoverinfo="text")]
