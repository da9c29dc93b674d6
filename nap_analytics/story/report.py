"""Findings of the annual report: a pillar in a sentence, what is silent, what was met, what the sources record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.language import is_missing
from nap_analytics.values import latest_value, written_day

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.language import Language


def pillar_finding(pillar: pd.Series, *, t: Language) -> str:
    """Where a pillar stands, and how surely: one localised row of ``pillar_progress``."""
    if pillar["basis"] == "activities":
        return t(
            "{done} of {planned} planned activities were completed ({share})",
            done=t.number(pillar["assessed_count"]),
            planned=t.number(pillar["indicator_count"]),
            share=t.percent(pillar["progress_pct"], 0),
        )
    if not pillar["indicator_count"]:
        return t("The sources list no indicator of this pillar")
    if is_missing(pillar["progress_pct"]):
        return t.n(
            "Its only indicator cannot be assessed: it lacks baseline, target or value",
            "None of its {count} indicators can be assessed: each lacks baseline, target or value",
            int(pillar["indicator_count"]),
        )
    return t.n(
        "{count} of {total} indicators can be assessed: it stands at {progress} of the way to its target. "
        "The pillar as a whole could stand anywhere from {lower} to {upper}",
        "{count} of {total} indicators can be assessed: they stand at {progress} of the way to their targets. "
        "The pillar as a whole could stand anywhere from {lower} to {upper}",
        int(pillar["assessed_count"]),
        total=t.number(pillar["indicator_count"]),
        progress=t.percent(pillar["progress_pct"], 0),
        lower=t.number(pillar["lower_pct"]),
        upper=t.percent(pillar["upper_pct"]),
    )


def silent_note(codes: list[str], *, total: int, chapter: str, t: Language) -> str:
    """Of which indicators nothing is reported.

    Args:
        codes: Those indicators, in the order of the plan.
        total: How many the pillar has.
        chapter: The chapter that says what each lacks.
        t: The language of the report.
    """
    if not codes:
        return t("Something is reported of every indicator.")
    return t.n(
        "Nothing is reported of {count} of {total} indicators: {codes}. The chapter “{chapter}” says what it lacks.",
        "Nothing is reported of {count} of {total} indicators: {codes}. The chapter “{chapter}” says what each lacks.",
        len(codes),
        total=t.number(total),
        chapter=chapter,
        codes=", ".join(codes),
    )


def measured_finding(frame: pd.DataFrame, *, t: Language) -> str:
    """The highest and the lowest of the series of an indicator that are measured without a target; localised rows of ``plan_series``."""
    ordered = frame.sort_values("latest_value", ascending=False, kind="stable")
    first, last = ordered.iloc[0], ordered.iloc[-1]
    return t(
        "Highest: {first} with {first_value}; lowest: {last} with {last_value}. There is no target to hold them against",
        first=first["name"],
        first_value=_latest(first, t=t),
        last=last["name"],
        last_value=_latest(last, t=t),
    )


def met_finding(series: pd.DataFrame, *, t: Language) -> str:
    """How many series met their target; the assessed rows of ``plan_series``."""
    if series.empty:
        return t("No target can be said to be met or missed: no series has baseline, target and value")
    return t.n(
        "{met} of {count} assessed series has met its target",
        "{met} of {count} assessed series have met their target",
        len(series),
        met=t.number(int((series["status"] == "achieved").sum())),
    )


def events_finding(events: pd.DataFrame, *, t: Language) -> str:
    """How many dated events the sources record of a plan, and when the last was; rows of ``milestones``."""
    if events.empty:
        return t("The sources record no dated event of this plan after its making")
    return t.n(
        "The sources record {count} dated event of this plan, of {date}",
        "The sources record {count} dated events of this plan, the last of {date}",
        len(events),
        date=t.date(events["date_to"].max()),
    )


def gaps_finding(gaps: pd.DataFrame, *, t: Language) -> str:
    """How many indicators still lack something; rows of ``indicator_gaps``."""
    if gaps.empty:
        return t("Nothing is missing: every series can be assessed")
    return t.n(
        "{count} indicator lacks a target, a baseline or a value",
        "{count} indicators lack a target, a baseline or a value",
        len(gaps),
    )


def break_text(row: pd.Series, *, t: Language) -> str:
    """From when on a series measures something else; one localised row of ``series_breaks``."""
    told = t("“{series}” measures something else from {date} on", series=row["name"], date=written_day(t, row["period_end"]))
    return told if is_missing(row["note"]) else t("{finding}: {note}", finding=told, note=row["note"])


def _latest(row: pd.Series, *, t: Language) -> str:
    known = {"value_kind": row["value_kind"], "unit": row["unit"]}
    return latest_value(t, row["latest_value"], row["period_end"], is_sum=bool(row["is_sum"]), **known)
