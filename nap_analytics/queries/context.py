"""What lies around the plans: figures of the situation, events of the country, and populations that differ."""

from __future__ import annotations

from datetime import date

import pandas as pd

from nap_analytics.queries.answer import answer
from nap_analytics.warehouse import Warehouse


def context_figures(warehouse: Warehouse) -> pd.DataFrame:
    """One row per figure of the situation around the plans, by theme, topic and `series_code`, in order of time.

    `is_main`: the preferred value of its series, or of a series none of which is preferred. `is_drawn`: the series has three years or more,
    one main value in each. `segment`: stretch of the series that a line may join; it ends at a break and at a year without a value. `theme`
    is "other" for a topic that the table of topics does not list.
    """
    return answer(warehouse, "context_figures")


def chart_events(warehouse: Warehouse, *, plan_id: str | None = None, wps_pillar: str | None = None, viewed_on: date) -> pd.DataFrame:
    """One row per event that a chart over time draws, in order of time, as of a day; none later than that day.

    Args:
        warehouse: The data.
        plan_id: Its country's events; None: those of the only country in the data, and none where there are several.
        wps_pillar: Theme of the chart, whose own events, such as elections, come with those of every chart; None: the latter alone.
        viewed_on: The day.
    """
    return answer(warehouse, "chart_events", plan_id=plan_id, wps_pillar=wps_pillar, viewed_on=viewed_on)


def population_differences(warehouse: Warehouse) -> pd.DataFrame:
    """One row per population that a plan prints and that differs by 1 % or more from the one by which figures per head are divided.

    `per_head_change_pct`: by how many percent a figure per head would be higher (lower where negative) with the printed population.
    """
    return answer(warehouse, "population_differences")
