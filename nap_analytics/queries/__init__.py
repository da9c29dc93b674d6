"""Questions to the warehouse: one function for each .sql file beside it."""

from nap_analytics.queries.budgets import (
    activity_costs,
    budget_by_pillar,
    budget_by_theme,
    budget_by_year,
    budget_comparison,
    budget_depth,
    budget_flows,
    budget_reach,
    budget_stages,
    budget_timeline,
    contextual_funding,
    conversion_steps,
    money_against_results,
    money_choices,
    report_pairs,
)
from nap_analytics.queries.catalogue import discrepancies, missing, relation_columns, relations, sources, uncertain_placements
from nap_analytics.queries.context import chart_events, context_figures, population_differences
from nap_analytics.queries.indicators import (
    indicator,
    indicator_bodies,
    indicator_choices,
    indicator_observations,
    indicator_paths,
    indicator_place,
    indicator_series,
    indicator_targets,
    region_mentions,
    regions_named,
    search,
)
from nap_analytics.queries.plans import (
    achievements,
    bodies,
    committee_members,
    crosswalk_readings,
    milestone_spans,
    milestones,
    passages,
    pillar_themes,
    plan_structure,
    reported_completion,
)
from nap_analytics.queries.progress import (
    data_gaps,
    indicator_coverage,
    indicator_progress,
    judged_series,
    mean_parts,
    pillar_progress,
    plan_overview,
    result_progress,
)
from nap_analytics.queries.report import (
    indicator_gaps,
    money_sources,
    plan_series,
    series_breaks,
    value_places,
)
from nap_analytics.queries.workbook import workbook_lines, workbook_rates, workbook_sources, workbook_totals
