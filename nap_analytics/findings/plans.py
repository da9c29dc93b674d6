"""What the plans show side by side, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import pandas as pd

from nap_analytics.errors import N_
from nap_analytics.findings.coverage import indicators_finding
from nap_analytics.wording.codes import WPS_PILLAR, pillar_words, word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.values import listed, written_period

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language

READINGS = {
    "main": N_("Main reading"),
    "by_activity": N_("Split by activity"),
    "participation_first": N_("Participation first"),
    "even_split": N_("Even split"),
}
"""Readings of the crosswalk -> English; one that only the data knows bears its own code."""


def reading_name(t: Language, reading: str) -> str:
    """The name of a reading of the crosswalk; its code in plain words where the catalogues have none."""
    return t(READINGS[reading]) if reading in READINGS else reading.replace("_", " ").capitalize()


def measures_differ(frame: Annotated[pd.DataFrame, "plan_overview"], *, t: Language) -> str:
    """How many plans there are, and what the progress of each is counted in.

    Args:
        frame: Rows of ``plan_overview``, oldest plan first.
        t: The language shown.
    """
    is_known = is_told(frame)
    known = frame[is_known]
    by_activities = list(known.loc[known["basis"] == "activities", "short_name"])
    by_indicators = list(known.loc[known["basis"] == "indicators", "short_name"])
    unknown = list(frame.loc[~is_known, "short_name"])
    parts = [t.n("{count} plan since {year}.", "{count} plans since {year}.", len(frame), year=frame["start_year"].min())]
    if by_activities and by_indicators:
        parts.append(
            t(
                "Progress is counted in completed activities for {by_activities} and in indicators for "
                "{by_indicators}: the two cannot be compared.",
                by_activities=listed(t, by_activities),
                by_indicators=listed(t, by_indicators),
            )
        )
    elif by_activities:
        parts.append(t("Progress is counted in completed activities for {plans}.", plans=listed(t, by_activities)))
    elif by_indicators:
        parts.append(t("Progress is counted in indicators for {plans}.", plans=listed(t, by_indicators)))
    if unknown:
        parts.append(t("Nothing is known of the progress of {plans}.", plans=listed(t, unknown)))
    return " ".join(parts)


def as_counted(told: str, row: Annotated[Any, "plan_overview"], *, t: Language) -> str:
    """A count of completed activities with the time of the review, from `counted_from` to `counted_to`, where the source says it."""
    if is_missing(row["counted_to"]):
        return told
    return t("{finding} (review of {period})", finding=told, period=written_period(t, row["counted_from"], row["counted_to"]))


def is_told(plans: Annotated[pd.DataFrame, "plan_overview"]) -> pd.Series:
    """For each plan whether anything is known of what it brought: completed activities, or a value of an indicator, if only a near one."""
    return (plans["basis"] == "activities") | (plans["measured_count"] + plans["near_count"] > 0)


def structure_change(frame: Annotated[pd.DataFrame, "plan_structure"], *, t: Language) -> str:
    """How the structure changed from the first plan to the last, and for which plans the sources list little.

    Args:
        frame: plan_id, short_name, element, element_count (NULL: not listed); oldest plan first.
        t: The language shown.
    """
    names = list(frame.drop_duplicates("plan_id")["short_name"])
    pillars, results, indicators, chapters = (_counts(frame, element) for element in ("pillar", "result", "indicator", "chapter_indicator"))
    parts = []
    if _is_known(pillars, names[0], names[-1]) and _is_known(indicators, names[0], names[-1]) and len(names) > 1:
        parts.append(
            t(
                "From {first} to {last}, pillars go from {pillars_before} to {pillars_after} and indicators from {before} to {after}.",
                first=names[0],
                last=names[-1],
                pillars_before=t.number(pillars[names[0]]),
                pillars_after=t.number(pillars[names[-1]]),
                before=_with_chapters(t, indicators[names[0]], chapters.get(names[0])),
                after=_with_chapters(t, indicators[names[-1]], chapters.get(names[-1])),
            )
        )
    bare = [name for name in names if not _is_known(results, name) and not _is_known(indicators, name)]
    if bare:
        parts.append(t("The sources list neither results nor indicators of {plans}.", plans=listed(t, bare)))
    return " ".join(parts) or t("What the sources list of each plan")


def _with_chapters(t: Language, count: Any, of_chapters: Any) -> str:
    """How many indicators a plan has, and how many of them belong to no pillar."""
    if pd.isna(of_chapters) or not of_chapters:
        return t.number(count)
    return t.n(
        "{all} ({count} of them on how the plan is run)",
        "{all} ({count} of them on how the plan is run)",
        int(of_chapters),
        all=t.number(count),
    )


def _counts(frame: pd.DataFrame, element: str) -> dict[str, Any]:
    """Name of the plan -> how many elements of this kind its sources list."""
    rows = frame[frame["element"] == element]
    return dict(zip(rows["short_name"], rows["element_count"], strict=True))


def _is_known(counts: dict[str, Any], *names: str) -> bool:
    return all(pd.notna(counts.get(name)) for name in names)


def launches_late(frame: Annotated[pd.DataFrame, "milestone_spans"], *, t: Language) -> str:
    """How long after its first day each plan was launched.

    Args:
        frame: short_name, kind, months_after_start (NULL: no step is dated); oldest plan first.
        t: The language shown.
    """
    launches = frame[frame["kind"] == "launch"]
    if launches.empty:
        return t("No dated launch of a plan has been entered.")
    waits = [
        t.n("{count} month into {plan}", "{count} months into {plan}", int(row.months_after_start), plan=row.short_name)
        for row in rows_of(launches)
    ]
    return t("The official launch came {waits}.", waits=listed(t, waits))


def completion(plan: Annotated[pd.Series, "plan_overview"], frame: Annotated[pd.DataFrame, "reported_completion"], *, t: Language) -> str:
    """How many of a plan's planned activities were completed, and for which pillars the source allows two readings.

    Args:
        plan: short_name, progress_pct, planned_activity_count, completed_activity_count, counted_from, counted_to.
        frame: pillar_code, assignment_is_certain.
        t: The language shown.
    """
    counted = t(
        "{done} of the {planned} planned activities of {plan} were completed, {percent}",
        done=t.number(int(plan["completed_activity_count"])),
        planned=t.number(int(plan["planned_activity_count"])),
        plan=plan["short_name"],
        percent=t.percent(plan["progress_pct"]),
    )
    sentence = f"{as_counted(counted, plan, t=t)}."
    doubtful = list(frame.loc[~frame["assignment_is_certain"].astype(bool), "pillar_code"])
    if not doubtful:
        return sentence
    return (
        sentence
        + " "
        + t("For {pillars} {codes}, the source allows two readings.", pillars=pillar_words(t, plan).many, codes=listed(t, doubtful))
    )


def indicators_told(plan: Annotated[pd.Series, "plan_overview"], *, t: Language) -> str:
    """What is known of the indicators of a plan that counts them: its mean where it may stand alone, else counts.

    Args:
        plan: A localised row of ``plan_overview`` with at least one indicator.
        t: The language shown.
    """
    return t("{plan}, measured by indicators: {finding}", plan=plan["short_name"], finding=indicators_finding(plan, t=t))


def lasting_themes(frame: Annotated[pd.DataFrame, "pillar_themes"], *, t: Language) -> str:
    """Which themes have a pillar in every plan, and which do not.

    Args:
        frame: plan_id, plan_name, wps_pillar; oldest plan first.
        t: The language shown.
    """
    plans = list(frame.drop_duplicates("plan_id")["plan_name"])
    held = {theme: set(frame.loc[frame["wps_pillar"] == theme, "plan_name"]) for theme in WPS_PILLAR if theme in set(frame["wps_pillar"])}
    lasting = [word(t, theme) for theme, holders in held.items() if len(holders) == len(plans)]
    parts = []
    if lasting:
        parts.append(t("{themes}: in every plan.", themes=listed(t, lasting)))
    for theme, holders in held.items():
        missing = [plan for plan in plans if plan not in holders]
        if missing:
            parts.append(t("{theme}: no pillar of its own in {plans}.", theme=word(t, theme), plans=listed(t, missing)))
    return " ".join(parts)


def reading_moves(
    frame: Annotated[pd.DataFrame, "pillar_themes"], main: Annotated[pd.DataFrame, "pillar_themes"], *, reading: str, t: Language
) -> str:
    """Which pillars a reading of the crosswalk places otherwise than the main one.

    Args:
        frame: plan_id, start_year, pillar_code, short_name, wps_pillar, share in this reading.
        main: The same in the main reading.
        reading: The code of the reading.
        t: The language shown.
    """
    placed, usual = _places(frame), _places(main)
    moved = [name for name, themes in placed.items() if themes != usual.get(name)]
    if not moved:
        split = [name for name, themes in placed.items() if len(themes) > 1]
        if split:
            return t("{pillars}: split between several themes of the agenda.", pillars=listed(t, split))
        return t("Each of the {count} pillars of the plans belongs to one theme of the agenda.", count=t.number(len(placed)))
    return t.n(
        "In the reading “{reading}”, {pillars} moves to another theme; the others stay.",
        "In the reading “{reading}”, {pillars} move to other themes; the others stay.",
        len(moved),
        reading=reading_name(t, reading),
        pillars=listed(t, moved),
    )


def _places(frame: pd.DataFrame) -> dict[str, frozenset[tuple[str, float]]]:
    """Pillar with the first year of its plan -> its themes with their shares."""
    return {
        f"{short_name} ({year})": frozenset(zip(rows["wps_pillar"], rows["share"], strict=True))
        for (year, _, short_name), rows in frame.groupby(["start_year", "pillar_code", "short_name"])
    }
