"""Where plans, pillars, results and indicators stand."""

from __future__ import annotations

from datetime import date

import pandas as pd

from nap_analytics.queries.answer import answer
from nap_analytics.warehouse import Warehouse


def plan_overview(warehouse: Warehouse, *, viewed_on: date) -> pd.DataFrame:
    """One row per plan, oldest first: its span, budget, progress and counts."""
    return answer(warehouse, "plan_overview", viewed_on=viewed_on)


def pillar_progress(warehouse: Warehouse, *, plan_id: str | None = None, viewed_on: date) -> pd.DataFrame:
    """One row per pillar, in order; of one plan, or of all where `plan_id` is None.

    `lower_pct` and `upper_pct` bound what it could be; `is_headline_mean`: they lie close enough together for the mean to stand alone.
    Counts of indicators by coverage, movement and verdict. `wps_pillar` gives the colour.
    """
    return answer(warehouse, "pillar_progress", plan_id=plan_id, viewed_on=viewed_on)


def result_progress(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per group of indicators (a result, or `objective` for all that a pillar measures above them), in the order of the plan."""
    return answer(warehouse, "result_progress", plan_id=plan_id, viewed_on=viewed_on)


def indicator_progress(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per indicator of a plan with its status and headline series; the chapters' indicators last."""
    return answer(warehouse, "indicator_progress", plan_id=plan_id, viewed_on=viewed_on)


def judged_series(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per series of a plan that is held against a target, in the order of the plan.

    `shown_pct`: progress within 0 and 100. `held_value`: what is held against the target, on `held_date`: the value of the verdict, else
    the latest that counts. `distance_to_target`: what it lacks, in the unit of the series; 0 where it meets the target.
    """
    return answer(warehouse, "judged_series", plan_id=plan_id, viewed_on=viewed_on)


def data_gaps(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per exact series without progress or, past its target date, without a verdict: what is missing; in the order of the plan."""
    return answer(warehouse, "data_gaps", plan_id=plan_id, viewed_on=viewed_on)


def indicator_coverage(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per indicator of a plan's pillars: assessed, measured, near (by a near measure only) or silent; the known ones first."""
    return answer(warehouse, "indicator_coverage", plan_id=plan_id, viewed_on=viewed_on)


def mean_parts(warehouse: Warehouse, *, plan_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per series of a plan's pillars with the means that it enters, in the order of the plan."""
    return answer(warehouse, "mean_parts", plan_id=plan_id, viewed_on=viewed_on)
