"""Everything on the page that rests on measured indicators: pillars, means, results, series, direction, what is missing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.findings import progress as findings
from nap_analytics.ui import components
from nap_analytics.ui.as_of import as_of_label
from nap_analytics.ui.cache import localised_query
from nap_analytics.ui.screens.progress import sections
from nap_analytics.ui.screens.progress.direction import draw_direction
from nap_analytics.ui.screens.progress.mean_parts import draw_mean_parts
from nap_analytics.ui.share import subject_line

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language


def draw_indicators(
    t: Language, plan: pd.Series, pillars: pd.DataFrame, *, pillar_code: str, part: str, viewed_on: date, source: str
) -> None:
    """Pillar, result, indicator: everything that rests on measured indicators."""
    params = {"plan_id": plan["plan_id"], "viewed_on": viewed_on}
    day = as_of_label(t, viewed_on)
    of_part = {"pillar_code": pillar_code, "subject": subject_line(plan["short_name"], part, day), "source": source}
    results = localised_query(t, queries.result_progress, **params)
    indicators = localised_query(t, queries.indicator_progress, **params)
    if plan["is_to_come"]:
        components.empty_note(findings.empty_plan(plan, value_count=0, t=t))
        return
    if plan["assessed_count"]:
        sections.draw_pillars(t, pillars, subject=subject_line(plan["short_name"], day), source=source)
        draw_mean_parts(t, localised_query(t, queries.mean_parts, **params), plan=plan, pillars=pillars, results=results)
        sections.draw_results(t, results, pillars, **of_part)
        sections.draw_series(t, localised_query(t, queries.judged_series, **params), **of_part)
    else:
        components.empty_note(findings.empty_plan(plan, value_count=int(indicators["value_count"].sum()), t=t))
    if not indicators.empty:
        draw_direction(t, localised_query(t, queries.plan_series, **params), pillars=pillars, pillar_code=pillar_code, viewed_on=viewed_on)
        sections.draw_list(t, indicators, pillars=pillars, results=results, pillar_code=pillar_code, viewed_on=viewed_on)
        sections.draw_missing(t, localised_query(t, queries.data_gaps, **params), **of_part)
