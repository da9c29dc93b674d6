"""The chart of a pillar: the best that its numbers allow, from targets down to what is known at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.charts.theme import pillar_colour
from nap_analytics.deck import Mark, Picture
from nap_analytics.documents.report.parts import ReportChart
from nap_analytics.errors import NapError
from nap_analytics.findings import overview, progress
from nap_analytics.findings import report as findings
from nap_analytics.kit.scenes import CHARTS, SceneRequest
from nap_analytics.kit.scenes.content import number
from nap_analytics.kit.scenes.progress import coverage_marks, target_mark
from nap_analytics.palette import STATUS_COLOURS
from nap_analytics.wording.measure_codes import EVIDENCE
from nap_analytics.wording.values import dated_value, written_as

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    import pandas as pd

    from nap_analytics.kit.report.indicators import Numbers
    from nap_analytics.kit.report.report_context import ReportContext

_MOST_BARS = 8
_FEWEST_BARS = 3
_FEWEST_YEARS = 2


def scene_chart(context: ReportContext, chart: str, **settings: Any) -> ReportChart:
    """A chart as the stories have it.

    Raises:
        NapError: there is no data for it.
    """
    drawn = CHARTS[chart].make(SceneRequest(context.warehouse, context.t, context.viewed_on, settings))
    return ReportChart(drawn.title.rstrip("."), drawn.picture, origin=drawn.source)


def pillar_chart(context: ReportContext, pillar: pd.Series, *, numbers: Numbers, coverage: pd.DataFrame) -> ReportChart | None:
    """The chart of a pillar; None where it has no indicator.

    Series with a target come first, then series side by side, then a series over the years, then what is known at all.

    Args:
        context: The report.
        pillar: A localised row of ``pillar_progress``.
        numbers: The series of the plan.
        coverage: Localised rows of ``indicator_coverage`` of the pillar.
    """
    code = pillar["pillar_code"]
    judged = context.of_plan(queries.judged_series)
    own = numbers.series[numbers.series["pillar_code"] == code].assign(wps_pillar=pillar["wps_pillar"])
    held = _targets(context, judged[judged["pillar_code"] == code], numbers)
    return held or _side_by_side(context, own, numbers) or _over_years(context, own) or _coverage(context, coverage)


def _targets(context: ReportContext, held: pd.DataFrame, numbers: Numbers) -> ReportChart | None:
    """The series held against a target of one unit, that which most have: baseline, value held against the target, target."""
    t, shown = context.t, _largest_group(held, "unit")
    if shown.empty:
        return None
    marks = tuple(target_mark(row, t=t) for row in shown.head(_MOST_BARS).itertuples())
    unit = t("Value compared with the target, in {unit}", unit=str(shown["unit"].iloc[0]))
    picture = Picture("bars", unit, marks, goal_name=t("Target"), start_name=t("Baseline"))
    places = [(series_id, part) for series_id in shown["series_id"] for part in ("baseline", "latest", "target")]
    sources = [source for place in places for source in numbers.sources(*place)]
    title = overview.target_finding(shown, t=t)
    if len(shown) < len(held):
        # The chart draws those of one unit; the sentence begins with all.
        title = f"{progress.series_finding(held, t=t).rstrip('.')}. {title}"
    return ReportChart(title, picture, sources=context.cite(*sources))


def _side_by_side(context: ReportContext, own: pd.DataFrame, numbers: Numbers) -> ReportChart | None:
    """The latest values of the series of one indicator in one unit, the highest first; exact and near measures never together."""
    t = context.t
    shown = _largest_group(own[own["latest_value"].notna() & ~own["is_sum"].astype(bool)], "indicator_id", "unit", "evidence")
    if len(shown) < _FEWEST_BARS:
        return None
    ordered = shown.sort_values("latest_value", ascending=False, kind="stable").head(_MOST_BARS)
    rows: Iterable[Any] = ordered.itertuples()
    marks = tuple(
        Mark(
            row.name,
            number(row.latest_value),
            dated_value(t, row.latest_value, row.period_end, since=row.period_start, **written_as(row)),
            pillar_colour(row.wps_pillar),
            note=t(EVIDENCE["near"]) if row.evidence == "near" else "",
        )
        for row in rows
    )
    sources = [source for series_id in ordered["series_id"] for source in numbers.sources(series_id, "latest")]
    unit = str(shown["unit"].iloc[0])
    if len(ordered) < len(shown):
        unit = t("{unit}; the {count} highest of {total}", unit=unit, count=t.number(len(ordered)), total=t.number(len(shown)))
    return ReportChart(findings.measured_finding(shown, t=t), Picture("bars", unit, marks), sources=context.cite(*sources))


def _over_years(context: ReportContext, own: pd.DataFrame) -> ReportChart | None:
    """The headline series with most values, over the years."""
    headlines = own[own["is_headline"].astype(bool) & (own["value_count"] >= _FEWEST_YEARS)]
    for row in headlines.sort_values("value_count", ascending=False, kind="stable").itertuples():
        try:
            drawn = scene_chart(context, "series", series=row.series_id)
        except NapError:
            continue
        if len(drawn.picture.marks) >= _FEWEST_YEARS:
            return drawn
    return None


def _coverage(context: ReportContext, coverage: pd.DataFrame) -> ReportChart | None:
    """How many indicators are assessed, measured, measured only nearly, silent."""
    if coverage.empty:
        return None
    t = context.t
    name = str(coverage["short_name"].iloc[0])
    origin = t("counted over the tables of the dashboard")
    picture = Picture("bars", t("indicators"), coverage_marks(coverage, t=t), is_parts=True)
    return ReportChart(overview.coverage_finding(coverage, plan_name=name, t=t), picture, origin=origin)


def completion_chart(context: ReportContext, row: Any) -> ReportChart:
    """The activities of a priority, planned and completed; a localised row of ``reported_completion``."""
    t = context.t
    note = "" if row.assignment_is_certain else t("another reading of the source: {share}", share=t.percent(row.other_completion_pct, 0))
    marks = (
        Mark(t("Planned"), number(row.planned_count), t.number(row.planned_count), STATUS_COLOURS["not_assessed"]),
        Mark(t("Completed"), number(row.completed_count), t.number(row.completed_count), pillar_colour(row.wps_pillar), note=note),
    )
    counts = {"done": marks[1].written, "planned": marks[0].written, "share": t.percent(row.completion_pct, 0)}
    finding = t("{name}: {done} of {planned} ({share})", name=row.name, **counts)
    return ReportChart(finding, Picture("bars", t("activities"), marks), sources=context.cite(row.source_id))


def _largest_group(series: pd.DataFrame, *by: str) -> pd.DataFrame:
    """The rows that agree in these columns and are most; those that come first in the plan where several are as many."""
    if series.empty:
        return series
    return max((own for _, own in series.groupby(list(by), sort=False)), key=len)
