"""The plans side by side."""

from __future__ import annotations

import pandas as pd

from nap_analytics.queries.answer import answer
from nap_analytics.warehouse import Warehouse


def plan_structure(warehouse: Warehouse) -> pd.DataFrame:
    """One row per element of a plan's structure and plan."""
    return answer(warehouse, "plan_structure")


def pillar_themes(warehouse: Warehouse, *, reading: str) -> pd.DataFrame:
    """One row per pillar and UN pillar in a reading of the crosswalk; shares of a pillar add to 1."""
    return answer(warehouse, "pillar_themes", reading=reading)


def crosswalk_readings(warehouse: Warehouse) -> pd.DataFrame:
    """One row per reading of the crosswalk, `main` first."""
    return answer(warehouse, "crosswalk_readings")


def reported_completion(warehouse: Warehouse, *, plan_id: str) -> pd.DataFrame:
    """One row per pillar: activities completed and planned, as printed and computed; empty for plans without such a report."""
    return answer(warehouse, "reported_completion", plan_id=plan_id)


def achievements(warehouse: Warehouse, *, plan_id: str) -> pd.DataFrame:
    """One row per distinct achievement of the documents, by pillar; the columns `other_` tell where it stands again, and how worded."""
    return answer(warehouse, "achievements", plan_id=plan_id)


def milestones(warehouse: Warehouse) -> pd.DataFrame:
    """One row per dated event of any plan, in order of time."""
    return answer(warehouse, "milestones")


def milestone_spans(warehouse: Warehouse) -> pd.DataFrame:
    """One row per plan and kind of step, and one per event that bears a few words for charts, in order of time."""
    return answer(warehouse, "milestone_spans")


def passages(warehouse: Warehouse) -> pd.DataFrame:
    """One row per passage that the document of a plan says in words, by plan, kind and order."""
    return answer(warehouse, "passages")


def bodies(warehouse: Warehouse) -> pd.DataFrame:
    """One row per plan and body that steers it."""
    return answer(warehouse, "bodies")


def committee_members(warehouse: Warehouse, *, plan_id: str) -> pd.DataFrame:
    """One row per body and member of a plan's coordination, in its order: an organisation, or a post (`is_post`)."""
    return answer(warehouse, "committee_members", plan_id=plan_id)
