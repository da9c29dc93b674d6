"""Findings of the overview: the plans in a line each, and what is known of the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from nap_analytics.errors import N_
from nap_analytics.findings.coverage import direction_sentence, verdict_sentence
from nap_analytics.findings.plans import as_counted, is_told
from nap_analytics.wording.codes import counted_pillars, with_capital
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.money import no_amount, with_standing
from nap_analytics.wording.status import status_counts
from nap_analytics.wording.texts import first_sentence
from nap_analytics.wording.values import dated_value, written_as, written_value

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language


def years_text(plan: Annotated[pd.Series, "plan_overview"], *, t: Language) -> str:
    """The length of a plan: "3 years, extended to 2018"."""
    years = t.n("{count} year", "{count} years", int(plan["end_year"] - plan["start_year"] + 1))
    if is_missing(plan["extended_to_year"]):
        return years
    return t("{years}, extended to {year}", years=years, year=int(plan["extended_to_year"]))


def budget_label(plan: Annotated[pd.Series, "plan_overview"], *, t: Language) -> str:
    """What the amount of a plan is: its own budget, or what the press tells or partners were asked for."""
    names = {"asked_of_partners": N_("Amount asked of partners"), "press": N_("Amount given by the press")}
    return t(names[plan["standing"]]) if plan["standing"] in names else t("Planned budget")


def budget_text(plan: Annotated[pd.Series, "plan_overview"], *, t: Language) -> str:
    """The planned money of a plan in its own currency, with what it rests on, or that the sources hold no amount."""
    if is_missing(plan["planned_amount"]):
        return with_capital(no_amount(t))
    return with_standing(t, t.millions(plan["planned_amount"], plan["currency_code"]), plan)


def budget_note(plan: Annotated[pd.Series, "plan_overview"], *, t: Language) -> str:
    """What a budget means for a year of the plan and for a person; without an amount, what the data says of why there is none."""
    if is_missing(plan["planned_amount"]):
        if is_missing(plan["explanation"]):
            return t("The sources of this dashboard give no amount.")
        return first_sentence(str(plan["explanation"]))
    per_year = t.millions(plan["planned_per_year"], plan["currency_code"])
    if is_missing(plan["planned_per_head"]):
        return t("{per_year} a year; the population is not known", per_year=per_year)
    per_head = t.money(plan["planned_per_head"], plan["currency_code"])
    return t("{per_year} a year; {per_capita} per head for the whole plan", per_year=per_year, per_capita=per_head)


def measure_text(plan: Annotated[pd.Series, "plan_overview"], *, t: Language) -> str:
    """What is known of a plan in one figure: activities completed, a mean that may stand alone, or how many indicators are measured."""
    if plan["basis"] == "activities" or plan["is_headline_mean"]:
        return t.percent(plan["progress_pct"], 0)
    if not plan["indicator_count"]:
        return t("Not measured")
    return t("{measured} of {all}", measured=t.number(plan["measured_count"]), all=t.number(plan["indicator_count"]))


def measure_note(plan: Annotated[pd.Series, "plan_overview"], *, t: Language) -> str:
    """What the figure counts, and what it rests on."""
    if plan["basis"] == "activities":
        told = t(
            "of its activities completed: {done} of {planned}",
            done=t.number(plan["completed_activity_count"]),
            planned=t.number(plan["planned_activity_count"]),
        )
        return as_counted(told, plan, t=t)
    if not plan["indicator_count"]:
        return t("The sources hold neither its indicators nor a report on its implementation.")
    if plan["is_headline_mean"]:
        counted = {"assessed": t.number(plan["assessed_count"]), "all": t.number(plan["indicator_count"])}
        if plan["lower_pct"] == plan["upper_pct"]:
            return t("progress towards the targets, on {assessed} of {all} indicators", **counted)
        return t(
            "progress towards the targets, on {assessed} of {all} indicators; possible {lower}–{upper}",
            **counted,
            lower=t.number(plan["lower_pct"], 0),
            upper=t.percent(plan["upper_pct"], 0),
        )
    if plan["is_to_come"]:
        return t("indicators are measured: the plan begins on {date}.", date=t.date(plan["first_date"]))
    told = t("indicators are measured.")
    if not plan["measured_count"] + plan["near_count"]:
        told = t("indicators are measured: no value from the plan’s time has been entered for them.")
    elif plan["near_count"]:
        told = t.n(
            "indicators are measured, {count} more by a near measure only.",
            "indicators are measured, {count} more by a near measure only.",
            int(plan["near_count"]),
        )
    return " ".join(filter(None, (told, direction_sentence(plan, t=t), verdict_sentence(plan, t=t))))


def shape_text(plan: Annotated[pd.Series, "plan_overview"], *, t: Language) -> str:
    """What a plan is made of, as far as the sources list it."""
    parts = [
        counted_pillars(t, int(plan["pillar_count"]), plan),
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


def plans_finding(plans: Annotated[pd.DataFrame, "plan_overview"], *, t: Language) -> str:
    """Of how many plans a planned amount is known, and of how many anything that was done or measured; rows of ``plan_overview``."""
    counts = {"budgeted": t.number(int(plans["planned_amount"].notna().sum())), "told": t.number(int(is_told(plans).sum()))}
    return t.n(
        "{count} plan since {year}: an amount is known for {budgeted}; what was done or measured is known in part for {told}",
        "{count} plans since {year}: an amount is known for {budgeted}; what was done or measured is known in part for {told}",
        len(plans),
        year=int(plans["start_year"].min()),
        **counts,
    )


def coverage_finding(frame: Annotated[pd.DataFrame, "indicator_coverage"], *, plan_name: str, t: Language) -> str:
    """How much of a plan is measured at all; rows of ``indicator_coverage``."""
    assessed, measured, near, silent = (int((frame["coverage"] == code).sum()) for code in ("assessed", "measured", "near", "silent"))
    parts = [
        (assessed, t.n("{count} can be assessed against a target", "{count} can be assessed against a target", assessed)),
        (measured, t.n("{count} is measured and cannot be assessed", "{count} are measured and cannot be assessed", measured)),
        (near, t.n("{count} has a near measure only", "{count} have a near measure only", near)),
        (silent, t.n("{count} has no value from the time of the plan", "{count} have no value from the time of the plan", silent)),
    ]
    told = [text for count, text in parts if count]
    return t.n(
        "{plan}: of {count} indicator, {told}", "{plan}: of {count} indicators, {told}", len(frame), plan=plan_name, told=", ".join(told)
    )


def coverage_alt(frame: Annotated[pd.DataFrame, "indicator_coverage"], *, plan_name: str, t: Language) -> str:
    """The squares in a sentence."""
    return t("One square for each indicator. {finding}", finding=coverage_finding(frame, plan_name=plan_name, t=t))


def target_finding(frame: Annotated[pd.DataFrame, "judged_series"], *, t: Language) -> str:
    """What became of the targets of series of one unit, and which one lies nearest to its own; localised rows of ``judged_series``."""
    told = ", ".join(status_counts(t, frame["status"]))
    if frame["indicator_id"].nunique() > 1:
        sentence = t.n("{count} target: {told}", "{count} targets: {told}", len(frame), told=told)
    else:
        sentence = t.n("{count} target of one indicator: {told}", "{count} targets of one indicator: {told}", len(frame), told=told)
    # After the target date, a value that does not answer for it is no sign of being near.
    answers = ~frame["deadline_has_passed"].astype(bool) | frame["verdict_value"].notna()
    open_ones = frame[(frame["distance_to_target"] > 0) & answers]
    if open_ones.empty or frame["held_value"].notna().sum() < 2:
        return sentence
    nearest = open_ones.iloc[open_ones["distance_to_target"].argmin()]
    known = written_as(nearest)
    return t(
        "{finding}. Of the values that count, nearest to its target without reaching it: “{name}”, {value} for a target of {target}",
        finding=sentence,
        name=nearest["name"],
        value=dated_value(t, nearest["held_value"], nearest["held_date"], since=nearest["held_start"], **known),
        target=written_value(t, nearest["target_value"], **known),
    )


def side_by_side(frame: Annotated[pd.DataFrame, "judged_series"]) -> pd.DataFrame:
    """The series that one chart can show: of the indicator with most, those of its most frequent unit; rows of ``judged_series``."""
    own = frame[frame["indicator_id"].eq(frame["indicator_id"].mode()[0])]
    return own[own["unit"].eq(own["unit"].mode()[0])]


def documents_behind(places: Annotated[pd.DataFrame, "value_places"], shown: Annotated[pd.DataFrame, "judged_series"]) -> list[str]:
    """The documents that the numbers of series come from, each once: localised rows of ``value_places`` and of the series shown."""
    return list(dict.fromkeys(places.loc[places["series_id"].isin(shown["series_id"]), "source_title"]))


def target_alt(frame: Annotated[pd.DataFrame, "judged_series"], *, t: Language) -> str:
    """The dumbbells in a sentence."""
    return t("For each series: baseline, value compared with the target, and target. {finding}", finding=target_finding(frame, t=t))
