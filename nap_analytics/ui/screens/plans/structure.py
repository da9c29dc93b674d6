"""How the plans are built, and when they ran."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.charts import plans as charts
from nap_analytics.charts.timeline import plan_timeline
from nap_analytics.findings import plans as findings
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view, localised_query
from nap_analytics.ui.events import draw_events
from nap_analytics.wording.codes import word
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language


def draw_structure(t: Language) -> None:
    """How the plans are built, and when they ran."""
    elements = localised_query(t, queries.plan_structure)
    finding = findings.structure_change(elements, t=t)
    components.chart(
        t,
        cached_view(charts.structure_matrix, elements, t=t),
        title=finding,
        key="structure",
        alt=t("Table of the elements that each plan lists: {finding}", finding=finding),
        table=HeadedTable(
            elements.assign(element_word=[t(charts.ELEMENTS[code]) for code in elements["element"]]),
            {"short_name": t("Plan"), "element_word": t("Element"), "element_count": t("Number")},
        ),
        source=t("The documents of the plans, each element counted where it is printed"),
        filename=file_stem(t("structure-of-plans")),
    )
    _draw_timeline(t)


def _draw_timeline(t: Language) -> None:
    """The years of the plans with their steps, and the events of the country that fell into them."""
    spans = localised_query(t, queries.milestone_spans)
    finding = findings.launches_late(spans, t=t)
    milestones = localised_query(t, queries.milestones)
    components.chart(
        t,
        cached_view(plan_timeline, spans, t=t),
        title=finding,
        key="timeline",
        alt=t("Timeline of the plans with their steps and the events of the country: {finding}", finding=finding),
        table=HeadedTable(
            milestones.assign(kind_word=[word(t, code) for code in milestones["kind"]]),
            {
                "short_name": t("Plan"),
                "date_from": t("From"),
                "date_to": t("To"),
                "kind_word": t("Kind"),
                "name": t("Event"),
                "party": t("Who"),
                "source_title": t("Source"),
                "locator": t("Place in the source"),
            },
        ),
        source=t("The plans’ chapters on their development; for launches and events, the sources in the table"),
        filename=file_stem(t("timeline-of-plans")),
    )
    draw_events(t, milestones[milestones["label"].notna()])
