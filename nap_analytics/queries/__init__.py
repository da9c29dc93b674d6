"""Questions to the warehouse: one function for each .sql file beside it."""

from nap_analytics.queries.budgets import budget_by_pillar, budget_by_year, budget_lines, contextual_funding
from nap_analytics.queries.catalogue import context_figures, discrepancies, relation_columns, relations, sources
from nap_analytics.queries.indicators import indicator, indicator_choices, indicator_observations, indicator_paths, indicator_series, indicator_targets, search
from nap_analytics.queries.plans import achievements, activities, crosswalk_readings, milestones, pillar_themes, plan_structure, reported_completion
from nap_analytics.queries.progress import indicator_progress, pillar_progress, plan_overview, result_progress, to_do

__all__ = [
    "achievements",
    "activities",
    "budget_by_pillar",
    "budget_by_year",
    "budget_lines",
    "context_figures",
    "contextual_funding",
    "crosswalk_readings",
    "discrepancies",
    "indicator",
    "indicator_choices",
    "indicator_observations",
    "indicator_paths",
    "indicator_progress",
    "indicator_series",
    "indicator_targets",
    "milestones",
    "pillar_progress",
    "pillar_themes",
    "plan_overview",
    "plan_structure",
    "relation_columns",
    "relations",
    "reported_completion",
    "result_progress",
    "search",
    "sources",
    "to_do",
]
