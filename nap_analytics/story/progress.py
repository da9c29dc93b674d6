"""Findings about progress: what can be said of a plan, its pillars and its indicators, and how surely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.language import is_missing
from nap_analytics.words import NOT_ASSESSED_REASON, STATUS, short_status

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.language import Language

_BEHIND = ("acceleration", "limited", "deterioration")
_MOST_NAMED = 3


def plan_finding(plan: pd.Series, *, t: Language) -> str:
    """Where a plan stands, with its coverage: one row of ``plan_overview``, localised."""
    if plan["basis"] == "activities":
        return t(
            "{plan}: {done} of {planned} planned activities were completed ({share})",
            plan=plan["short_name"],
            done=t.number(plan["assessed_count"]),
            planned=t.number(plan["indicator_count"]),
            share=t.percent(plan["progress_pct"], 0),
        )
    if not plan["indicator_count"]:
        return t("{plan}: the sources list no indicator of its framework", plan=plan["short_name"])
    if is_missing(plan["progress_pct"]):
        return t.n(
            "{plan}: nothing can be assessed; its only indicator lacks baseline, target or value",
            "{plan}: nothing can be assessed; none of its {count} indicators has all of baseline, target and value",
            int(plan["indicator_count"]),
            plan=plan["short_name"],
        )
    return t.n(
        "{plan}: {count} of {total} indicators can be assessed. What is measured stands at {progress} of the way to its targets; "
        "the plan as a whole could stand anywhere from {lower} to {upper}.",
        "{plan}: {count} of {total} indicators can be assessed. What is measured stands at {progress} of the way to its targets; "
        "the plan as a whole could stand anywhere from {lower} to {upper}.",
        int(plan["assessed_count"]),
        plan=plan["short_name"],
        total=t.number(plan["indicator_count"]),
        progress=t.percent(plan["progress_pct"], 0),
        lower=t.number(plan["lower_pct"]),
        upper=t.percent(plan["upper_pct"]),
    )


def pillars_finding(frame: pd.DataFrame, *, t: Language) -> str:
    """Which pillar is furthest, and whether that is sure; localised rows of ``pillar_progress``."""
    known = frame.dropna(subset="progress_pct").sort_values("progress_pct", ascending=False, kind="stable")
    if known.empty:
        return t("No pillar can be assessed")
    first, last = known.iloc[0], known.iloc[-1]
    if len(known) == 1:
        return t(
            "{pillar} alone can be assessed: {progress}, on {assessed} of {count} indicators",
            pillar=first["short_name"],
            progress=t.percent(first["progress_pct"], 0),
            assessed=t.number(first["assessed_count"]),
            count=t.number(first["indicator_count"]),
        )
    order = {
        "first": first["short_name"],
        "first_progress": t.percent(first["progress_pct"], 0),
        "last": last["short_name"],
        "last_progress": t.percent(last["progress_pct"], 0),
    }
    if first["lower_pct"] <= last["upper_pct"]:
        return t(
            "{first} is ahead with {first_progress}, {last} behind with {last_progress}, but too little is known to be sure of the order",
            **order,
        )
    return t("{first} is ahead with {first_progress}, {last} behind with {last_progress}", **order)


def completion_finding(frame: pd.DataFrame, *, t: Language) -> str:
    """Where most and least of the planned activities were completed; localised rows of ``reported_completion``."""
    ordered = frame.sort_values("completion_pct", ascending=False, kind="stable")
    first, last = ordered.iloc[0], ordered.iloc[-1]
    sentence = t(
        "{first} completed most of its planned activities ({first_share}), {last} fewest ({last_share})",
        first=first["short_name"],
        first_share=t.percent(first["completion_pct"], 0),
        last=last["short_name"],
        last_share=t.percent(last["completion_pct"], 0),
    )
    uncertain = frame[~frame["assignment_is_certain"].astype(bool)]
    if uncertain.empty:
        return sentence
    doubt = t(
        "the counts of priorities {priorities} may be exchanged",
        priorities=_listed(uncertain["pillar_code"].tolist(), t=t),
    )
    return t("{finding}; {doubt}", finding=sentence, doubt=doubt)


def results_finding(frame: pd.DataFrame, *, t: Language) -> str:
    """How many groups of indicators rest on anything; localised rows of ``result_progress``."""
    known = frame.dropna(subset="progress_pct")
    if known.empty:
        return t("None of the results here rests on an assessed indicator")
    return t.n(
        "{count} of {total} results and objectives rests on an assessed indicator",
        "{count} of {total} results and objectives rest on an assessed indicator",
        len(known),
        total=t.number(len(frame)),
    )


def series_finding(frame: pd.DataFrame, *, t: Language) -> str:
    """How many of the assessed series are where they should be; localised rows of ``judged_series``."""
    if frame.empty:
        return t("No indicator here can be assessed")
    counts = frame["status"].value_counts()
    told = [
        t("{count} {status}", count=t.number(int(counts[status])), status=short_status(t, status).lower())
        for status in STATUS
        if status in counts
    ]
    sentence = t.n("{count} series can be assessed: {told}", "{count} series can be assessed: {told}", len(frame), told=", ".join(told))
    behind = frame.loc[frame["status"].isin(_BEHIND), "name"].tolist()
    if not 0 < len(behind) <= _MOST_NAMED:
        return sentence
    return t("{finding}. Behind: {names}.", finding=sentence, names=", ".join(behind))


def missing_finding(frame: pd.DataFrame, *, t: Language) -> str:
    """What is missing before more can be assessed; rows of ``to_do``."""
    if frame.empty:
        return t("Nothing is missing: every series can be assessed")
    told = [
        t("{count} lack a target", count=t.number(int(frame["target_is_missing"].sum()))),
        t("{count} lack a baseline", count=t.number(int(frame["baseline_is_missing"].sum()))),
        t("{count} lack a value", count=t.number(int(frame["value_is_missing"].sum()))),
    ]
    return t.n("{count} series cannot be assessed: {told}", "{count} series cannot be assessed: {told}", len(frame), told=", ".join(told))


def empty_plan(plan: pd.Series, *, value_count: int, t: Language) -> str:
    """Why nothing of a plan is assessed, and what would be needed."""
    if not plan["indicator_count"]:
        return t(
            "The sources at hand list neither indicators nor completed activities of this plan. Its results framework would be needed."
        )
    if not value_count:
        return t(
            "No report on the implementation of this plan is among the sources, so there is no measured value: "
            "this is not zero progress, "
            "it is unknown. Needed: the plan’s implementation or evaluation report, "
            "or, for each indicator, a baseline, a target with its date, and a value."
        )
    return t(
        "Values exist, but no indicator has all three of baseline, target and value. Needed: what the list below names for each indicator."
    )


def list_finding(frame: pd.DataFrame, *, t: Language) -> str:
    """How many of the indicators listed are assessed, and what keeps the others from it; rows of ``indicator_progress``."""
    if frame.empty:
        return t("No indicator matches")
    told = [t("{count} assessed", count=t.number(int((frame["status"] != "not_assessed").sum())))]
    reasons = frame.loc[frame["status"] == "not_assessed", "not_assessed_reason"].value_counts()
    told += [
        t("{reason}: {count}", count=t.number(int(reasons[code])), reason=t(text))
        for code, text in NOT_ASSESSED_REASON.items()
        if code in reasons
    ]
    return t.n("{count} indicator: {told}", "{count} indicators: {told}", len(frame), told=", ".join(told))


def series_alt(frame: pd.DataFrame, *, t: Language) -> str:
    """Each assessed series in words; localised rows of ``judged_series``."""
    told = [
        t(
            "{name}: {status}, {progress} of the way, {expected} expected",
            name=row.name,
            status=short_status(t, row.status),
            progress=t.percent(row.progress_pct, 0),
            expected=t.percent(row.expected_pct, 0),
        )
        for row in frame.set_index("series_id").itertuples(index=False)
    ]
    return t("Progress against expected progress. {told}", told="; ".join(told))


def completion_alt(frame: pd.DataFrame, *, t: Language) -> str:
    """The completion of each priority in words; localised rows of ``reported_completion``."""
    told = [
        t(
            "{name}: {done} of {planned} ({share})",
            name=row.short_name,
            done=t.number(row.completed_count),
            planned=t.number(row.planned_count),
            share=t.percent(row.completion_pct, 0),
        )
        for row in frame.itertuples()
    ]
    return t("Activities completed of those planned. {told}", told="; ".join(told))


def achievements_finding(frame: pd.DataFrame, *, t: Language) -> str:
    """How many achievements the documents list, and how many of them were not planned; rows of ``achievement``."""
    if frame.empty:
        return t("The documents list no achievement here")
    note = planned_note(frame, t=t)
    return t.n("The documents list {count} achievement ({note})", "The documents list {count} achievements ({note})", len(frame), note=note)


def planned_note(frame: pd.DataFrame, *, t: Language) -> str:
    """How many achievements were planned and how many were not; rows of ``achievement``."""
    said = frame["is_planned"].dropna().astype(bool)
    planned, not_planned, not_said = int(said.sum()), int((~said).sum()), len(frame) - len(said)
    told = [
        (planned, t.n("{count} planned", "{count} planned", planned)),
        (not_planned, t.n("{count} not planned", "{count} not planned", not_planned)),
        (not_said, t.n("{count} not said to be planned", "{count} not said to be planned", not_said)),
    ]
    return ", ".join(text for count, text in told if count)


def planned_word(is_planned: object, *, t: Language) -> str:
    """Whether an achievement was planned."""
    if is_missing(is_planned):
        return t("the document does not say")
    return t("yes") if is_planned else t("no")


def bounds_alt(frame: pd.DataFrame, *, t: Language) -> str:
    """The bounds of each row in words, for those who do not see the chart; localised rows with a name."""
    told = [
        t("{name}: not assessed", name=row.short_name)
        if is_missing(row.progress_pct)
        else t(
            "{name}: {progress}, possible {lower}–{upper}",
            name=row.short_name,
            progress=t.percent(row.progress_pct, 0),
            lower=t.number(row.lower_pct),
            upper=t.percent(row.upper_pct),
        )
        for row in frame.itertuples()
    ]
    return t("Progress with its bounds. {told}", told="; ".join(told))


def _listed(codes: list[str], *, t: Language) -> str:
    """Codes in a row, the last joined by a word."""
    return codes[0] if len(codes) == 1 else t("{first} and {last}", first=", ".join(codes[:-1]), last=codes[-1])


def reason_text(code: object, *, t: Language) -> str:
    """Why an indicator is not assessed; nothing where it is."""
    return t(NOT_ASSESSED_REASON[code]) if isinstance(code, str) else ""
