"""Findings about progress: what can be said of a plan, its pillars and its indicators, and how surely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from nap_analytics.errors import N_
from nap_analytics.findings.coverage import indicators_finding
from nap_analytics.findings.plans import as_counted
from nap_analytics.wording.codes import pillar_words, short_status
from nap_analytics.wording.measure_codes import MOVEMENT, NOT_ASSESSED_REASON, STATUS
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.status import BEHIND, dated_status, status_counts, way_gone
from nap_analytics.wording.values import listed

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language

_MOST_NAMED = 3


def plan_finding(plan: Annotated[pd.Series, "plan_overview"], *, t: Language) -> str:
    """Where a plan stands: one row of ``plan_overview``, localised. A mean where its bounds allow one, else counts."""
    if plan["basis"] == "activities":
        told = t(
            "{plan}: {done} of {planned} planned activities were completed, {share}",
            plan=plan["short_name"],
            done=t.number(plan["completed_activity_count"]),
            planned=t.number(plan["planned_activity_count"]),
            share=t.percent(plan["progress_pct"], 0),
        )
        return as_counted(told, plan, t=t)
    name = plan["short_name"]
    if plan["has_ended"]:
        name = t("{plan} (ended {date})", plan=name, date=t.date(plan["last_date"]))
    if not plan["indicator_count"]:
        return t("{plan}: the sources list no indicator of its framework", plan=name)
    if plan["is_to_come"]:
        return t("{plan}: it begins on {date}, so nothing is due yet", plan=name, date=t.date(plan["first_date"]))
    return t("{plan}: {finding}", plan=name, finding=indicators_finding(plan, t=t))


def pillars_finding(frame: Annotated[pd.DataFrame, "pillar_progress"], *, t: Language) -> str:
    """Which pillar is furthest, where means may be told; else which is measured most; localised rows of ``pillar_progress``."""
    if frame["is_headline_mean"].all():
        return _order_of_means(frame, t=t)
    counted = frame[frame["indicator_count"] > 0]
    if counted.empty or not counted["measured_count"].sum():
        return t("No indicator is measured")
    shares = counted["measured_count"] / counted["indicator_count"]
    if shares.max() == shares.min():
        return t(
            "{measured} of {all} indicators are measured, the same share in each {pillar} that has any",
            pillar=pillar_words(t, counted.iloc[0]).one,
            measured=t.number(int(counted["measured_count"].sum())),
            all=t.number(int(counted["indicator_count"].sum())),
        )
    most, least = counted.iloc[shares.argmax()], counted[shares == shares.min()]
    told = t(
        "{pillar} has the largest share of indicators measured ({measured} of {all})",
        pillar=most["short_name"],
        measured=t.number(int(most["measured_count"])),
        all=t.number(int(most["indicator_count"])),
    )
    if len(least) > 1 and not least["measured_count"].sum():
        return t("{finding}; none is measured in {pillars}", finding=told, pillars=listed(t, least["short_name"]))
    last = least.iloc[0]
    return t(
        "{finding}, {pillar} least ({measured} of {all})",
        finding=told,
        pillar=last["short_name"],
        measured=t.number(int(last["measured_count"])),
        all=t.number(int(last["indicator_count"])),
    )


def _order_of_means(frame: pd.DataFrame, *, t: Language) -> str:
    """The first and the last pillar by their means, and whether the order is sure."""
    known = frame.sort_values("progress_pct", ascending=False, kind="stable")
    first, last = known.iloc[0], known.iloc[-1]
    if len(known) == 1:
        return t(
            "{pillar}: progress of {progress}, on {assessed} of {count} indicators",
            pillar=first["short_name"],
            progress=t.percent(first["progress_pct"], 0),
            assessed=t.number(first["assessed_count"]),
            count=t.number(first["indicator_count"]),
        )
    if t.percent(first["progress_pct"], 0) == t.percent(last["progress_pct"], 0):
        words = pillar_words(t, first)
        return t("Progress stands at {progress} for all {pillars}", pillars=words.many, progress=t.percent(first["progress_pct"], 0))
    order = {
        "first": first["short_name"],
        "first_progress": t.percent(first["progress_pct"], 0),
        "last": last["short_name"],
        "last_progress": t.percent(last["progress_pct"], 0),
    }
    if first["lower_pct"] <= last["upper_pct"]:
        return t(
            "{first} is ahead with {first_progress}, {last} behind with {last_progress}; given what cannot "
            "be assessed, the order is not certain",
            **order,
        )
    return t("{first} is ahead with {first_progress}, {last} behind with {last_progress}", **order)


def completion_finding(frame: Annotated[pd.DataFrame, "reported_completion"], *, t: Language) -> str:
    """Where most and least of the planned activities were completed; localised rows of ``reported_completion``."""
    ordered = frame.sort_values("completion_pct", ascending=False, kind="stable")
    first, last = ordered.iloc[0], ordered.iloc[-1]
    sentence = t(
        "The share of planned activities completed is highest in {first} ({first_share}), lowest in {last} ({last_share})",
        first=first["short_name"],
        first_share=t.percent(first["completion_pct"], 0),
        last=last["short_name"],
        last_share=t.percent(last["completion_pct"], 0),
    )
    uncertain = frame[~frame["assignment_is_certain"].astype(bool)]
    if uncertain.empty:
        return sentence
    doubt = t(
        "the counts of {pillars} {codes} may be exchanged",
        pillars=pillar_words(t, uncertain.iloc[0]).many,
        codes=listed(t, uncertain["pillar_code"]),
    )
    return t("{finding}; {doubt}", finding=sentence, doubt=doubt)


def results_finding(frame: Annotated[pd.DataFrame, "result_progress"], *, t: Language) -> str:
    """How many groups of indicators rest on anything; localised rows of ``result_progress``."""
    known = frame.dropna(subset="progress_pct")
    if known.empty:
        return t("None of the results here rests on an assessed indicator")
    if len(known) == len(frame):
        return (
            t("Every result and objective here rests on an assessed indicator")
            if (frame["group_code"] == "objective").any()
            else t("Every result here rests on an assessed indicator")
        )
    return t.n(
        "{count} of {total} results and objectives rests on an assessed indicator",
        "{count} of {total} results and objectives rest on an assessed indicator",
        len(known),
        total=t.number(len(frame)),
    )


def series_finding(frame: Annotated[pd.DataFrame, "judged_series"], *, t: Language) -> str:
    """What became of the series that are held against a target; localised rows of ``judged_series``."""
    if frame.empty:
        return t("No series here can be compared with a target")
    told = ", ".join(status_counts(t, frame["status"]))
    sentence = t.n("{count} series against its target: {told}", "{count} series against their targets: {told}", len(frame), told=told)
    behind = frame.loc[frame["status"].isin(BEHIND), "name"].tolist()
    if not 0 < len(behind) <= _MOST_NAMED:
        return sentence
    if (frame.loc[frame["status"].isin(BEHIND), "status"] == "missed").all():
        return t("{finding}. Missed: {names}.", finding=sentence, names=", ".join(behind))
    if not (frame["status"] == "missed").any():
        return t("{finding}. Behind: {names}.", finding=sentence, names=", ".join(behind))
    return t("{finding}. Behind or missed: {names}.", finding=sentence, names=", ".join(behind))


def movement_finding(frame: Annotated[pd.DataFrame, "plan_series"], *, t: Language) -> str:
    """How the exact series move whose direction can be told; rows of ``plan_series``. The wanted way counts as better."""
    exact = frame[(frame["evidence"] == "exact") & ~frame["movement"].isin(["unknown", "not_judged"])]
    if exact.empty:
        near = int(((frame["evidence"] == "near") & (frame["movement"] != "unknown")).sum())
        told = t("No exact series was measured twice at least a year apart")
        return (
            told
            if not near
            else t.n(
                "{finding}; {count} near measure is given separately",
                "{finding}; {count} near measures are given separately",
                near,
                finding=told,
            )
        )
    counts = exact["movement"].value_counts()
    moved = [
        t("{count} {movement}", count=t.number(int(counts[code])), movement=t(text)) for code, text in MOVEMENT.items() if code in counts
    ]
    return t.n("{count} series can be compared: {told}", "{count} series can be compared: {told}", len(exact), told=", ".join(moved))


def missing_finding(frame: Annotated[pd.DataFrame, "data_gaps"], *, t: Language) -> str:
    """What is missing before more can be assessed or verified; rows of ``data_gaps``."""
    if frame.empty:
        return t("Nothing is missing: every series can be assessed")
    lacks = {
        "target_is_missing": N_("{count} without a target"),
        "baseline_is_missing": N_("{count} without a baseline"),
        "value_is_missing": N_("{count} without a value that counts"),
        "verdict_value_is_missing": N_("{count} without a value to verify the target, whose date has passed"),
    }
    told = [t(text, count=t.number(int(frame[column].sum()))) for column, text in lacks.items() if frame[column].sum()]
    waiting = int(frame[list(lacks)].any(axis="columns").sum())
    parts = []
    if waiting:
        sentence = t.n("{count} series waits for data", "{count} series wait for data", waiting)
        parts.append(t("{finding}: {told}", finding=sentence, told=", ".join(told)))
    if waiting < len(frame):
        # Everything is there: it is the target that cannot be reached the way the series is counted.
        stuck = t.n(
            "{count} series cannot be judged by its target", "{count} series cannot be judged by their targets", len(frame) - waiting
        )
        parts.append(stuck)
    return t("; ").join(parts)


def empty_plan(plan: Annotated[pd.Series, "plan_overview"], *, value_count: int, t: Language) -> str:
    """Why nothing of a plan is assessed, and what would be needed."""
    if not plan["indicator_count"]:
        return t(
            "The available sources list neither indicators nor completed activities of this plan. Its results framework would be needed."
        )
    if plan["is_to_come"]:
        return t("The plan had not begun on that day.")
    if not value_count:
        return t(
            "The sources include no report on the implementation of this plan, so there is no measured "
            "value: progress is not zero, it is unknown. Needed: the plan’s implementation or evaluation "
            "report or, for each indicator, a baseline, a target with its date, and a value."
        )
    return t("Values exist, but none can be compared with a target. The list below says for each indicator what is missing.")


def list_finding(frame: Annotated[pd.DataFrame, "indicator_progress"], *, t: Language) -> str:
    """How many of the indicators listed have which status, and what keeps the others from one; rows of ``indicator_progress``."""
    if frame.empty:
        return t("No indicator matches")
    counts = frame.loc[frame["status"] != "not_assessed", "status"].value_counts()
    told = [
        t("{status}: {count}", status=short_status(t, status).lower(), count=t.number(int(counts[status])))
        for status in STATUS
        if status in counts
    ]
    reasons = frame.loc[frame["status"] == "not_assessed", "not_assessed_reason"].value_counts()
    told += [
        t("{reason}: {count}", count=t.number(int(reasons[code])), reason=t(text))
        for code, text in NOT_ASSESSED_REASON.items()
        if code in reasons
    ]
    return t.n("{count} indicator: {told}", "{count} indicators: {told}", len(frame), told=", ".join(told))


def series_alt(frame: Annotated[pd.DataFrame, "judged_series"], *, t: Language) -> str:
    """Each series that is held against a target in words; localised rows of ``judged_series``."""
    told = [
        t(
            "{name}: {standing}",
            name=row.name,
            standing=", ".join(filter(None, (dated_status(t, row.status, row.status_date), way_gone(t, row, known_day=row.status_date)))),
        )
        for row in rows_of(frame.set_index("series_id"))
    ]
    return t("Progress against expected progress. {told}", told=t("; ").join(told))


def completion_alt(frame: Annotated[pd.DataFrame, "reported_completion"], *, t: Language) -> str:
    """The completion of each priority in words; localised rows of ``reported_completion``."""
    told = [
        t(
            "{name}: {done} of {planned} ({share})",
            name=row.short_name,
            done=t.number(row.completed_count),
            planned=t.number(row.planned_count),
            share=t.percent(row.completion_pct, 0),
        )
        for row in rows_of(frame)
    ]
    return t("Activities completed out of those planned. {told}", told=t("; ").join(told))


def bounds_alt(frame: Annotated[pd.DataFrame, "pillar_progress", "result_progress", "+short_name"], *, t: Language) -> str:
    """The bounds of each row in words, for those who do not see the chart; localised rows with a name."""
    told = [t("{name}: {finding}", name=row.short_name, finding=_bounds_told(row, t=t)) for row in rows_of(frame)]
    return t("Progress with its bounds. {told}", told=t("; ").join(told))


def _bounds_told(row: Any, *, t: Language) -> str:
    """The mean where it may stand alone, with what it could be where that differs; else the bounds."""
    bounds = {"lower": t.number(row.lower_pct), "upper": t.percent(row.upper_pct)}
    if not row.indicator_count:
        return t("no indicator in the sources")
    if not row.is_headline_mean:
        return t("anything from {lower} to {upper}", **bounds)
    progress = t.percent(row.progress_pct, 0)
    return progress if row.assessed_count == row.indicator_count else t("{progress}, possible {lower}–{upper}", progress=progress, **bounds)


def reason_text(code: object, *, t: Language) -> str:
    """Why an indicator is not assessed; nothing where it is."""
    return t(NOT_ASSESSED_REASON[code]) if isinstance(code, str) else ""
