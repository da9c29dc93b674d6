"""Findings of the annual report: a pillar in a sentence, what is silent, what was met, what the sources record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from nap_analytics.findings.coverage import indicators_finding
from nap_analytics.wording.codes import with_capital
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.status import status_counts
from nap_analytics.wording.values import latest_value, written_day

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language


def pillar_finding(pillar: Annotated[pd.Series, "pillar_progress"], *, t: Language) -> str:
    """Where a pillar stands, and how surely: one localised row of ``pillar_progress``. A mean where its bounds allow one, else counts."""
    if pillar["basis"] == "activities":
        return t(
            "{done} of {planned} planned activities were completed ({share})",
            done=t.number(pillar["completed_activity_count"]),
            planned=t.number(pillar["planned_activity_count"]),
            share=t.percent(pillar["progress_pct"], 0),
        )
    if not pillar["indicator_count"]:
        return t("The sources list no indicator here")
    return with_capital(indicators_finding(pillar, t=t).rstrip("."))


def silent_note(codes: list[str], *, total: int, chapter: str, t: Language) -> str:
    """Of which indicators no value is known, not even by a near measure.

    Args:
        codes: Those indicators, in the order of the plan.
        total: How many the pillar has.
        chapter: The chapter that says what each lacks.
        t: The language of the report.
    """
    if not codes:
        return t("Every indicator has a value, exact or near, from the time of the plan.")
    return t.n(
        "{count} of {total} indicators has no known value from the time of the plan: {codes}. The chapter “{chapter}” says what it lacks.",
        "{count} of {total} indicators have no known value from the time of the plan: {codes}. The "
        "chapter “{chapter}” says what each lacks.",
        len(codes),
        total=t.number(total),
        chapter=chapter,
        codes=", ".join(codes),
    )


def measured_finding(frame: Annotated[pd.DataFrame, "plan_series"], *, t: Language) -> str:
    """The highest and the lowest of the series of an indicator that are held against no target; localised rows of ``plan_series``."""
    ordered = frame.sort_values("latest_value", ascending=False, kind="stable")
    first, last = ordered.iloc[0], ordered.iloc[-1]
    sentence = t(
        "Highest: {first} with {first_value}; lowest: {last} with {last_value}",
        first=first["name"],
        first_value=latest_value(t, first),
        last=last["name"],
        last_value=latest_value(t, last),
    )
    if (frame["evidence"] == "near").all():
        return t("{finding}. They are near measures of the indicator", finding=sentence)
    if frame["target_value"].isna().all():
        return t("{finding}. There is no target to compare them with", finding=sentence)
    return sentence


def met_finding(series: Annotated[pd.DataFrame, "plan_series"], *, t: Language) -> str:
    """What became of the targets of a plan's exact series; rows of ``plan_series``."""
    aimed = series[(series["evidence"] == "exact") & series["target_value"].notna()]
    if aimed.empty:
        return t("No target can be called met or missed: no series has a target")
    told = status_counts(t, aimed["status"])
    unjudged = int((aimed["status"] == "not_assessed").sum())
    if unjudged:
        told.append(t.n("{count} that cannot be judged", "{count} that cannot be judged", unjudged))
    return t.n("{count} target: {told}", "{count} targets: {told}", len(aimed), told=", ".join(told))


def events_finding(events: Annotated[pd.DataFrame, "milestones"], *, t: Language) -> str:
    """How many dated events the sources record of a plan and of the country in its time, and when the last was; rows of ``milestones``."""
    if events.empty:
        return t("The sources record no dated event of this plan after its making")
    return t.n(
        "The sources record {count} dated event since the plan was made, of {date}",
        "The sources record {count} dated events since the plan was made, the last of {date}",
        len(events),
        date=t.date(events["date_to"].max()),
    )


def gaps_finding(gaps: Annotated[pd.DataFrame, "indicator_gaps"], *, t: Language) -> str:
    """How many indicators still lack something; rows of ``indicator_gaps``."""
    if gaps.empty:
        return t("No series lacks a target, a baseline or a value")
    return t.n(
        "{count} indicator lacks a target, a baseline, a value, or a value at its target date",
        "{count} indicators lack a target, a baseline, a value, or a value at their target date",
        len(gaps),
    )


def break_text(row: Annotated[pd.Series, "series_breaks"], *, t: Language) -> str:
    """From when on a series measures something else; one localised row of ``series_breaks``."""
    told = t("“{series}” measures something else from {date} on", series=row["name"], date=written_day(t, row["period_end"]))
    return told if is_missing(row["note"]) else t("{finding}: {note}", finding=told, note=row["note"])
