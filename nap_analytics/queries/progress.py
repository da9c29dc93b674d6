"""Where plans, pillars, results and indicators stand."""

from __future__ import annotations

from datetime import date

import pandas as pd

from nap_analytics.queries.answer import answer
from nap_analytics.warehouse import Warehouse


def plan_overview(warehouse: Warehouse, *, viewed_on: date) -> pd.DataFrame:
    """One row per plan, oldest first: its span, budget, progress and counts.

    `planned_xof` NULL: no figure is published (`missing_reason`). `progress_pct` NULL: nothing is assessed.
    """
    return answer(warehouse, "plan_overview", viewed_on=viewed_on)


def pillar_progress(warehouse: Warehouse, *, plan_id: str | None = None, viewed_on: date) -> pd.DataFrame:
    """One row per pillar, in order; of one plan, or of all where `plan_id` is None.

    `progress_pct` NULL: nothing assessed. `lower_pct` and `upper_pct` bound what it could be. `wps_pillar` gives the colour.
    """
    return answer(warehouse, "pillar_progress", plan_id=plan_id, viewed_on=viewed_on)


def result_progress(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per group of indicators (a result, or `objective`), in the order of the plan."""
    return answer(warehouse, "result_progress", plan_id=plan_id, viewed_on=viewed_on)


def indicator_progress(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per indicator of a plan with its status and headline series; the chapters' indicators last."""
    return answer(warehouse, "indicator_progress", plan_id=plan_id, viewed_on=viewed_on)


def assessed_series(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per series of a plan that can be assessed, in the order of the plan; `shown_pct` is progress within 0 and 100."""
    return answer(warehouse, "assessed_series", plan_id=plan_id, viewed_on=viewed_on)


def to_do(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per series that cannot be assessed, with what is missing; in the order of the plan."""
    return answer(warehouse, "to_do", plan_id=plan_id, viewed_on=viewed_on)


def status_counts(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per status that occurs among the indicators of a plan's pillars, best first, with the counts of the plan."""
    return answer(warehouse, "status_counts", plan_id=plan_id, viewed_on=viewed_on)


def missing_reasons(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row: how many indicators of a plan's pillars have no target in any series, and no value since the plan began."""
    return answer(warehouse, "missing_reasons", plan_id=plan_id, viewed_on=viewed_on)


def indicator_coverage(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per indicator of a plan's pillars: assessed, measured without a target, or silent; the known ones first."""
    return answer(warehouse, "indicator_coverage", plan_id=plan_id, viewed_on=viewed_on)
