"""What is known of the newest plan: each of its indicators, and the series that are held against a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.charts.dumbbells import series_dumbbells
from nap_analytics.charts.overview import coverage_squares
from nap_analytics.charts.theme import pillar_colour
from nap_analytics.findings import overview, progress
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view, localised_query
from nap_analytics.ui.frame import page_link
from nap_analytics.ui.series_table import series_table
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.measure_codes import COVERAGE
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from nap_analytics.wording.language import Language


def draw_coverage(t: Language, newest: pd.Series, *, viewed_on: date) -> None:
    """One square for each indicator of the newest plan; nothing where it has none."""
    coverage = localised_query(t, queries.indicator_coverage, plan_id=newest["plan_id"], viewed_on=viewed_on)
    if coverage.empty:
        return
    components.section(t("What is known of the newest plan"))
    components.chart(
        t,
        cached_view(coverage_squares, coverage, t=t),
        title=overview.coverage_finding(coverage, plan_name=newest["short_name"], t=t),
        key="coverage",
        alt=overview.coverage_alt(coverage, plan_name=newest["short_name"], t=t),
        table=HeadedTable(
            coverage.assign(coverage=coverage["coverage"].map(COVERAGE).map(t)),
            {"pillar_code": t("Pillar"), "short_name": t("Name"), "text": t("Indicator"), "coverage": t("What is known")},
        ),
        source=newest["title"],
        filename=file_stem(t("coverage-of-indicators")),
    )


def draw_targets(t: Language, newest: pd.Series, *, viewed_on: date) -> None:
    """The fullest indicator of the newest plan against its targets; nothing where no series is held against one."""
    measured = localised_query(t, queries.judged_series, plan_id=newest["plan_id"], viewed_on=viewed_on)
    if measured.empty:
        return
    fullest = overview.side_by_side(measured)
    components.section(t("Compared with the targets"))
    components.finding(progress.series_finding(measured, t=t))
    places = localised_query(t, queries.value_places, plan_id=newest["plan_id"], viewed_on=viewed_on)
    components.chart(
        t,
        cached_view(series_dumbbells, fullest, colour=pillar_colour(fullest["wps_pillar"].iloc[0]), t=t),
        title=overview.target_finding(fullest, t=t),
        subject_line=newest["short_name"],
        lead_in=fullest["text"].iloc[0],
        key="targets",
        alt=overview.target_alt(fullest, t=t),
        table=series_table(t, fullest),
        source=overview.documents_behind(places, fullest),
        filename=file_stem(t("targets")),
    )
    page_link(t, "indicators", label=t("Open the indicator"), indicator=fullest["indicator_id"].iloc[0])
