"""What the annual report needs beyond the answers of the pages: every series with its numbers, where they stand, who owes what."""

from __future__ import annotations

from datetime import date

import pandas as pd

from nap_analytics.queries.answer import answer
from nap_analytics.warehouse import Warehouse


def plan_series(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per series of a plan in the order of the plan, the chapters' last, with its numbers and its status.

    `is_known`: at least one of baseline, latest value and target is there. `value_count`: values of any time, region or group.
    """
    return answer(warehouse, "plan_series", plan_id=plan_id, viewed_on=viewed_on)


def value_places(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per document and place behind a number of ``plan_series``; `part`: baseline, latest or target."""
    return answer(warehouse, "value_places", plan_id=plan_id, viewed_on=viewed_on)


def indicator_gaps(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per indicator with an exact series that cannot be assessed or verified: how many lack what.

    `verdict_target_date`: the first target date that has passed without a value to verify it.
    """
    return answer(warehouse, "indicator_gaps", plan_id=plan_id, viewed_on=viewed_on)


def series_breaks(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per break in a national series of a plan, in order of time: from here on something else is measured."""
    return answer(warehouse, "series_breaks", plan_id=plan_id, viewed_on=viewed_on)


def money_sources(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per document behind a plan's amounts: those that print its total, else those of its lines."""
    return answer(warehouse, "money_sources", plan_id=plan_id, viewed_on=viewed_on)
