"""What is known to have been done: each plan in its own measure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.charts import plans as charts
from nap_analytics.charts.progress import pillar_bounds
from nap_analytics.findings import plans as findings
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view, localised_query
from nap_analytics.ui.frame import page_link
from nap_analytics.ui.screens.progress.sections import pillar_table
from nap_analytics.wording.codes import pillar_words, with_capital
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language


def draw_results(t: Language) -> None:
    """What is known to have been done, each plan in its own measure, never on one axis."""
    overview = localised_query(t, queries.plan_overview, viewed_on=date.today())
    components.lead(
        t("Completed activities say what was done; indicators say what changed. Each has its own chart, and they share no axis.")
    )
    is_told = findings.is_told(overview)
    for _, plan in overview[is_told].iterrows():
        if plan["basis"] == "activities":
            _draw_completion(t, plan)
        else:
            _draw_indicator_progress(t, plan)
    for _, plan in overview[~is_told].iterrows():
        components.empty_note(
            t(
                "{plan}: the sources include no report on its implementation, so nothing can be said of its "
                "progress. A final report would fill this gap.",
                plan=plan["short_name"],
            )
        )


def _draw_completion(t: Language, plan: pd.Series) -> None:
    """Activities planned and completed, by pillar, in both readings of the source."""
    frame = localised_query(t, queries.reported_completion, plan_id=plan["plan_id"])
    finding, words = findings.completion(plan, frame, t=t), pillar_words(t, plan)
    components.chart(
        t,
        cached_view(charts.completion_bars, frame, t=t),
        title=finding,
        key=f"completion-{plan['plan_id']}",
        alt=t("Bars of planned and completed activities by {pillar}: {finding}", pillar=words.one, finding=finding),
        table=HeadedTable(
            frame,
            {
                "pillar_code": t("Code"),
                "name": with_capital(words.one),
                "planned_count": t("Planned"),
                "completed_count": t("Completed"),
                "completion_pct": t("Computed share"),
                "printed_pct": t("Printed share"),
                "other_planned_count": t("Planned, other reading"),
                "other_completed_count": t("Completed, other reading"),
                "rationale": t("Why there are two readings"),
                "locator": t("Place in the source"),
            },
        ),
        source=f"{frame['source_title'].iloc[0]}, {frame['locator'].iloc[0].split(',')[0]}",
        filename=file_stem(t("completion rate"), plan["plan_id"]),
    )


def _draw_indicator_progress(t: Language, plan: pd.Series) -> None:
    """Progress of a plan's indicators, by pillar, with its bounds."""
    frame = localised_query(t, queries.pillar_progress, plan_id=plan["plan_id"], viewed_on=date.today())
    finding, words = findings.indicators_told(plan, t=t), pillar_words(t, plan)
    components.chart(
        t,
        cached_view(pillar_bounds, frame, t=t),
        title=finding,
        key=f"progress-{plan['plan_id']}",
        alt=t("Progress of the indicators with its bounds, by {pillar}: {finding}", pillar=words.one, finding=finding),
        table=pillar_table(t, frame),
        source=t("computed from the indicators of “{title}”; the page of each indicator names its sources", title=plan["title"]),
        filename=file_stem(t("progress"), plan["plan_id"]),
    )
    page_link(t, "progress", label=t("Progress, result by result"), plan=plan["plan_id"])
