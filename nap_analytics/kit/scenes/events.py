"""Events of the country beside the columns of a series: a note on the column of their time, which every medium shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from nap_analytics import queries
from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nap_analytics.kit.scenes.request import SceneRequest


def event_notes(request: SceneRequest, values: pd.DataFrame, *, indicator_id: str) -> list[str]:
    """For each value in order of time the events that fell into its period, or else into its year; empty where none did.

    Args:
        request: The scene.
        values: period_start and period_end of each value drawn.
        indicator_id: The indicator, whose country's events count, and those of its theme.
    """
    indicator = request.localised(queries.indicator, indicator_id=indicator_id).iloc[0]
    theme = None if is_missing(indicator["wps_pillar"]) else indicator["wps_pillar"]
    events = request.localised_if_any(queries.chart_events, plan_id=indicator["plan_id"], wps_pillar=theme, viewed_on=request.viewed_on)
    periods = list(zip(pd.to_datetime(values["period_start"]), pd.to_datetime(values["period_end"]), strict=True))
    notes: list[list[str]] = [[] for _ in periods]
    event: Any
    for event in events.itertuples():
        place = _column(periods, pd.Timestamp(event.date_to))
        if place is not None:
            notes[place].append(event.label)
    return [", ".join(found) for found in notes]


def _column(periods: Sequence[tuple[pd.Timestamp, pd.Timestamp]], day: pd.Timestamp) -> int | None:
    """The first period that holds the day, else the first that ends in its year; None where there is none."""
    holding = [place for place, (start, end) in enumerate(periods) if start <= day <= end]
    same_year = [place for place, (_, end) in enumerate(periods) if end.year == day.year]
    return next(iter(holding or same_year), None)
