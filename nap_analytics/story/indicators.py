"""Findings about one indicator, its pace, and its figure explained with the numbers put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.errors import N_
from nap_analytics.language import is_missing
from nap_analytics.values import dated_value, latest_value, written_change, written_value
from nap_analytics.words import short_status, word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from nap_analytics.language import Language

_BANDS: Mapping[str, str] = {
    "achieved": N_("the latest value meets the target"),
    "on_track": N_("a pace of 0.95 or more"),
    "acceleration": N_("a pace from 0.60 to less than 0.95"),
    "limited": N_("a pace from 0 to less than 0.60"),
    "deterioration": N_("the value moved away from the target"),
}


def indicator_finding(series: pd.Series, *, t: Language) -> str:
    """Where one series stands: its localised row of ``indicator_series``."""
    known = _kind(series)
    if series["status"] != "not_assessed":
        return t(
            "{name}: {latest}, against {baseline} at the baseline and a target of {target}. {status}.",
            name=series["name"],
            latest=dated_value(t, series["latest_value"], series["period_end"], **known),
            baseline=dated_value(t, series["baseline_value"], series["baseline_date"], **known),
            target=dated_value(t, series["target_value"], series["target_date"], **known),
            status=word(t, series["status"]),
        )
    reason = word(t, series["not_assessed_reason"])
    if series["accumulation"] == "sum" and not is_missing(series["latest_value"]):
        return t(
            "{name}: {latest}, from the start of the plan. Not assessed: {reason}.",
            name=series["name"],
            latest=latest_value(t, series["latest_value"], series["period_end"], is_sum=True, **known),
            reason=reason,
        )
    if not is_missing(series["latest_value"]):
        return t(
            "{name}: {latest}. Not assessed: {reason}.",
            name=series["name"],
            latest=dated_value(t, series["latest_value"], series["period_end"], **known),
            reason=reason,
        )
    if series["value_count"]:
        return t.n(
            "{name}: {count} value outside the time that counts. Not assessed: {reason}.",
            "{name}: {count} values outside the time that counts. Not assessed: {reason}.",
            int(series["value_count"]),
            name=series["name"],
            reason=reason,
        )
    return t("{name}: no value reported. Not assessed: {reason}.", name=series["name"], reason=reason)


def values_finding(values: pd.DataFrame, *, series: pd.Series, t: Language) -> str:
    """How the values of a series moved; its localised rows of ``indicator_observations``, national ones."""
    preferred = values[values["is_preferred"] & values["value"].notna()]
    others = len(values[values["value"].notna()]) - len(preferred)
    if preferred.empty:
        return t.n("{count} value, none preferred over the others", "{count} values, none preferred over the others", others)
    first, last = preferred.iloc[0], preferred.iloc[-1]
    known = _kind(series)
    if len(preferred) == 1:
        told = t("One value: {value}", value=dated_value(t, last["value"], last["period_end"], **known))
    elif values["is_series_break"].any():
        told = t(
            "From {first} to {last}, with a break in between",
            first=dated_value(t, first["value"], first["period_end"], **known),
            last=dated_value(t, last["value"], last["period_end"], **known),
        )
    else:
        told = t(
            "From {first} to {last}",
            first=dated_value(t, first["value"], first["period_end"], **known),
            last=dated_value(t, last["value"], last["period_end"], **known),
        )
    if not others:
        return told
    return t.n(
        "{finding}; {count} more value disagrees or covers another span",
        "{finding}; {count} more values disagree or cover another span",
        others,
        finding=told,
    )


def values_alt(values: pd.DataFrame, *, series: pd.Series, plan: pd.Series, t: Language) -> str:
    """The chart of values in words."""
    told = values_finding(values, series=series, t=t)
    target = t("Target {value}", value=dated_value(t, series["target_value"], series["target_date"], **_kind(series)))
    aim = t("No target set") if is_missing(series["target_value"]) else target
    return t(
        "Values of “{name}” over time; the years of {plan} are shaded. {told}. {aim}.",
        name=series["name"],
        plan=plan["plan_name"],
        told=told,
        aim=aim,
    )


def dumbbells_finding(frame: pd.DataFrame, *, t: Language) -> str:
    """How many of the series met the target; localised rows of ``indicator_series`` of one unit."""
    count = int((frame["status"] == "achieved").sum())
    assessed = int((frame["status"] != "not_assessed").sum())
    if not assessed:
        return t("{count} series side by side, none of which can be assessed", count=t.number(len(frame)))
    return t.n(
        "{achieved} of {count} assessed series has reached its target",
        "{achieved} of {count} assessed series have reached their target",
        assessed,
        achieved=t.number(count),
    )


def dumbbells_alt(frame: pd.DataFrame, *, t: Language) -> str:
    """Each series in words."""
    told = [
        t(
            "{name}: baseline {baseline}, latest {latest}, target {target}",
            name=row["name"],
            baseline=dated_value(t, row["baseline_value"], row["baseline_date"], **_kind(row)),
            latest=dated_value(t, row["latest_value"], row["period_end"], **_kind(row)),
            target=dated_value(t, row["target_value"], row["target_date"], **_kind(row)),
        )
        for _, row in frame.iterrows()
    ]
    return "; ".join(told)


def explanation(series: pd.Series, *, t: Language) -> Sequence[tuple[str, str, str]]:
    """The figure of an assessed series step by step: what is computed, with the numbers put in, the outcome."""
    if series["is_to_hold"]:
        verdict = t("the target is still met") if series["status"] == "achieved" else t("a level to hold was lost")
        return [
            (t("Part of the target"), _progress_working(series, t=t), t.percent(series["progress_pct"])),
            (t("Status"), verdict, short_status(t, series["status"])),
        ]
    band = _BANDS[series["status"]]
    return [
        (t("Part of the way"), _progress_working(series, t=t), t.percent(series["progress_pct"])),
        (t("Expected by then"), _expected_working(series, t=t), t.percent(series["expected_pct"])),
        (
            t("Pace"),
            t("{progress} ÷ {expected}", progress=t.percent(series["progress_pct"]), expected=t.percent(series["expected_pct"])),
            t.number(series["pace"], 2),
        ),
        (t("Status"), t(band), short_status(t, series["status"])),
    ]


def pace_note(series: pd.Series, *, t: Language) -> str:
    """Why no pace can be given; nothing where it can."""
    if series["status"] == "not_assessed":
        return t("No pace can be computed: {reason}.", reason=word(t, series["not_assessed_reason"]))
    if series["deadline_has_passed"]:
        return t(
            "The deadline of {date} has passed: there is no remaining pace to ask for. "
            "Until the latest value counted, {change} a year were brought.",
            date=t.date(series["target_date"]),
            change=written_change(t, series["achieved_per_year"], **_kind(series)),
        )
    return ""


def pace_finding(series: pd.Series, *, t: Language) -> str:
    """Whether the present pace reaches the target by its date."""
    known = _kind(series)
    return t(
        "At the present pace the value would be {projected} on {date}, against a target of {target}",
        projected=written_value(t, series["projected_value"], **known),
        date=t.date(series["target_date"]),
        target=written_value(t, series["target_value"], **known),
    )


def needed(series: pd.Series, *, t: Language) -> str:
    """What must be supplied before a series can be assessed; nothing where it is."""
    wanted = [
        (is_missing(series["baseline_value"]), t("a baseline with its date")),
        (is_missing(series["target_value"]), t("a target with the day it is due")),
        (is_missing(series["latest_value"]), t("a value measured during the plan")),
    ]
    told = [text for is_wanted, text in wanted if is_wanted]
    return t("To assess it, supply: {list}, each with its source.", list=", ".join(told)) if told else ""


def _progress_working(series: pd.Series, *, t: Language) -> str:
    numbers = {
        "latest": t.number(series["latest_value"], _digits(series)),
        "baseline": t.number(series["baseline_value"], _digits(series)),
        "target": t.number(series["target_value"], _digits(series)),
    }
    if not series["is_to_hold"]:
        return t("(latest − baseline) ÷ (target − baseline) = ({latest} − {baseline}) ÷ ({target} − {baseline})", **numbers)
    if series["status"] == "achieved":
        return t("the baseline {baseline} already met the target {target}, and {latest} still does", **numbers)
    return t("the baseline {baseline} already met the target, which is to be held: 1 − |{target} − {latest}| ÷ {target}", **numbers)


def _expected_working(series: pd.Series, *, t: Language) -> str:
    return t(
        "time from the baseline ({baseline}) to the latest value ({latest}), "
        "of the time to the target ({target}), along its milestones if any",
        baseline=t.date(series["baseline_date"]),
        latest=t.date(series["period_end"]),
        target=t.date(series["target_date"]),
    )


def _digits(series: pd.Series) -> int | None:
    return 3 if series["value_kind"] in {"ratio", "index"} else None


def _kind(series: pd.Series) -> dict[str, str]:
    return {"value_kind": series["value_kind"], "unit": series["unit"]}
