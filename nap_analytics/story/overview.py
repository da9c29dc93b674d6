"""Findings of the overview: the plans in a line each, and what is known of the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.language import is_missing
from nap_analytics.values import dated_value, written_value

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.language import Language


def years_text(plan: pd.Series, *, t: Language) -> str:
    """The length of a plan: "3 years, extended to 2018"."""
    years = t.n("{count} year", "{count} years", int(plan["end_year"] - plan["start_year"] + 1))
    if is_missing(plan["extended_to_year"]):
        return years
    return t("{years}, extended to {year}", years=years, year=int(plan["extended_to_year"]))


def budget_text(plan: pd.Series, *, t: Language) -> str:
    """The planned budget of a plan, or that none is published."""
    if is_missing(plan["planned_xof"]):
        return t("No published figure")
    return t.millions(plan["planned_xof"], "XOF")


def budget_note(plan: pd.Series, *, t: Language) -> str:
    """What a budget means for a year of the plan and for a person, or what is known instead of a figure."""
    if is_missing(plan["planned_xof"]):
        if is_missing(plan["explanation"]):
            return t("The sources print no amount.")
        return t("The document describes how the plan is funded and prints no amount.")
    return t(
        "{per_year} a year, {per_capita} a person",
        per_year=t.millions(plan["per_year"], "XOF"),
        per_capita=t.money(plan["per_capita"], "XOF"),
    )


def measure_text(plan: pd.Series, *, t: Language) -> str:
    """How far a plan can be said to have come: completed activities, assessed indicators, or nothing."""
    if is_missing(plan["progress_pct"]):
        return t("Not assessed")
    if plan["basis"] == "activities":
        return t.percent(plan["progress_pct"], 0)
    return t("{assessed} of {all}", assessed=t.number(plan["assessed_count"]), all=t.number(plan["indicator_count"]))


def measure_note(plan: pd.Series, *, t: Language) -> str:
    """What the measure of a plan rests on."""
    if is_missing(plan["progress_pct"]):
        if plan["value_count"]:
            return t("Values are known, but none that can be assessed.")
        return t("The sources hold no report on its implementation.")
    if plan["basis"] == "activities":
        return t(
            "of its activities completed: {done} of {planned}",
            done=t.number(plan["assessed_count"]),
            planned=t.number(plan["indicator_count"]),
        )
    return t(
        "indicators can be assessed; the plan stands somewhere between {lower} and {upper}",
        lower=t.percent(plan["lower_pct"]),
        upper=t.percent(plan["upper_pct"]),
    )


def shape_text(plan: pd.Series, *, t: Language) -> str:
    """What a plan is made of, as far as the sources list it."""
    parts = [
        t.n("{count} pillar", "{count} pillars", int(plan["pillar_count"])),
        t.n("{count} result", "{count} results", int(plan["result_count"])) if plan["result_count"] else "",
        _indicators_text(plan, t=t),
        t.n("{count} activity", "{count} activities", int(plan["activity_count"])) if plan["activity_count"] else "",
    ]
    return " · ".join(part for part in parts if part)


def _indicators_text(plan: pd.Series, *, t: Language) -> str:
    """How many indicators a plan prints, and how many of them are about how it is run, which no pillar counts."""
    printed = int(plan["printed_indicator_count"])
    chapters = printed - int(plan["indicator_count"]) if plan["basis"] == "indicators" else 0
    told = t.n("{count} indicator", "{count} indicators", printed) if printed else ""
    return told if chapters <= 0 else t("{indicators}, {count} of them on how the plan is run", indicators=told, count=t.number(chapters))


def plans_finding(plans: pd.DataFrame, *, t: Language) -> str:
    """What the plans together show: money known, work reported, results measured."""
    budgeted = int(plans["planned_xof"].notna().sum())
    reported = int(plans["progress_pct"].notna().sum())
    return t(
        "{plans} plans since {year}: a budget is published for {budgeted} of them, progress can be measured for {reported}",
        plans=t.number(len(plans)),
        year=int(plans["start_year"].min()),
        budgeted=t.number(budgeted),
        reported=t.number(reported),
    )


def coverage_finding(frame: pd.DataFrame, *, plan_name: str, t: Language) -> str:
    """How much of a plan is measured at all; rows of ``indicator_coverage``."""
    counts = frame["coverage"].value_counts()
    return t(
        "{plan}: of {all} indicators, {assessed} can be assessed, {measured} are measured but have no target, "
        "for {silent} nothing was reported",
        plan=plan_name,
        all=t.number(len(frame)),
        assessed=t.number(int(counts.get("assessed", 0))),
        measured=t.number(int(counts.get("measured", 0))),
        silent=t.number(int(counts.get("silent", 0))),
    )


def coverage_alt(frame: pd.DataFrame, *, plan_name: str, t: Language) -> str:
    """The squares in a sentence."""
    return t("One square for each indicator. {finding}", finding=coverage_finding(frame, plan_name=plan_name, t=t))


def target_finding(frame: pd.DataFrame, *, t: Language) -> str:
    """How many series of an indicator have reached their target, and which one is highest; localised rows of ``judged_series``."""
    reached = int((frame["status"] == "achieved").sum())
    nearest = frame.sort_values("progress_pct", ascending=False).iloc[0]
    known = {"value_kind": nearest["value_kind"], "unit": nearest["unit"]}
    return t.n(
        "{reached} of {count} measured against a target has reached it; the nearest is “{name}”: {value} for a target of {target}",
        "{reached} of {count} measured against a target have reached it; the nearest is “{name}”: {value} for a target of {target}",
        len(frame),
        reached=t.number(reached),
        name=nearest["name"],
        value=dated_value(t, nearest["latest_value"], nearest["period_end"], **known),
        target=written_value(t, nearest["target_value"], **known),
    )


def documents_behind(places: pd.DataFrame, shown: pd.DataFrame) -> list[str]:
    """The documents that the numbers of series come from, each once: localised rows of ``value_places`` and of the series shown."""
    return list(dict.fromkeys(places.loc[places["series_id"].isin(shown["series_id"]), "source_title"]))


def target_alt(frame: pd.DataFrame, *, t: Language) -> str:
    """The dumbbells in a sentence."""
    return t("For each series: baseline, latest value and target. {finding}", finding=target_finding(frame, t=t))
