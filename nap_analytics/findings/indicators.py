"""Findings about one indicator, its pace, and its figure explained with the numbers put in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from nap_analytics.errors import N_
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.status import (
    absence_reason,
    dated_status,
    lost_level,
    movement_ends,
    movement_text,
    no_progress_reason,
    status_counts,
    verdict_text,
    way_gone,
)
from nap_analytics.wording.values import (
    WORKING_DECIMALS,
    dated_value,
    held_value,
    latest_value,
    target_value,
    written_as,
    written_change,
    written_rate,
    written_value,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from nap_analytics.wording.language import Language

_BANDS: Mapping[str, str] = {
    "achieved": N_("the latest value meets the target"),
    "on_track": N_("a pace of 0.95 or more"),
    "acceleration": N_("a pace from 0.60 to less than 0.95"),
    "limited": N_("a pace from 0 to less than 0.60"),
    "deterioration": N_("the value moved away from the target"),
}


def indicator_finding(series: Annotated[pd.Series, "indicator_series"], *, t: Language) -> str:
    """Where one series stands: its localised row of ``indicator_series``."""
    if series["evidence"] == "near":
        told = _latest(series, t=t)
        note = t("A near measure: it lies close to the indicator and is not counted in progress")
        return t("{name}: {finding}. {note}. {movement}.", name=series["name"], finding=told, note=note, movement=_movement(series, t=t))
    if series["status"] == "not_assessed":
        told = _latest(series, t=t)
        reason = no_progress_reason(t, series)
        sentence = t("{name}: {finding}. Not assessed: {reason}.", name=series["name"], finding=told, reason=reason)
        return sentence if series["movement"] == "unknown" else f"{sentence} {_movement(series, t=t)}."
    if told := verdict_text(t, series):
        gone = way_gone(t, series)
        sentence = t("{name}: {finding}.", name=series["name"], finding=told[:1].lower() + told[1:])
        return f"{sentence} {t('Last value counted in progress, {way}.', way=gone)}" if gone else sentence
    params = {
        "name": series["name"],
        "latest": _latest(series, t=t),
        "target": target_value(t, series),
        "status": word(t, series["status"]),
        "way": way_gone(t, series, known_day=series["period_end"]),
    }
    if series["accumulation"] == "sum":
        return t("{name}: {latest}, for a target of {target}. {status}: {way}.", **params)
    baseline = dated_value(t, series["baseline_value"], series["baseline_date"], since=series["baseline_start"], **written_as(series))
    return t("{name}: {latest}, against {baseline} at the baseline and a target of {target}. {status}: {way}.", baseline=baseline, **params)


def _latest(series: pd.Series, *, t: Language) -> str:
    """The latest value that counts, or why none does."""
    if not is_missing(series["latest_value"]):
        return latest_value(t, series)
    if series["value_count"] and series["absence_reason"] == "no_value":
        return t.n("{count} value outside the time that counts", "{count} values outside the time that counts", int(series["value_count"]))
    return absence_reason(t, series) if series["value_count"] else t("no value reported")


def _movement(series: pd.Series, *, t: Language) -> str:
    return t("Direction of travel: {movement}", movement=movement_text(t, series))


def values_finding(
    values: Annotated[pd.DataFrame, "indicator_observations"], *, series: Annotated[pd.Series, "indicator_series"], t: Language
) -> str:
    """How a series moved in the time that counts, or what it adds up to; its national rows of ``indicator_observations``, localised."""
    preferred = values[values["is_preferred"] & values["value"].notna()]
    others = len(values[values["value"].notna()]) - len(preferred)
    if preferred.empty:
        return t.n("{count} value, which is not used", "{count} values, none of which is used", others)
    told = _span_told(preferred, series=series, has_break=bool(values["is_series_break"].any()), t=t)
    if not others:
        return told
    return t.n(
        "{finding}; {count} more value, not used, is in the table",
        "{finding}; {count} more values, not used, are in the table",
        others,
        finding=told,
    )


def _span_told(preferred: pd.DataFrame, *, series: pd.Series, has_break: bool, t: Language) -> str:
    """From the baseline to the latest value that counts, where both are known; else from the first value to the last."""
    known, first, last = written_as(series), preferred.iloc[0], preferred.iloc[-1]
    if series["accumulation"] == "sum":
        return _sum_told(preferred, series=series, t=t)
    if len(preferred) == 1:
        return t("One value: {value}", value=dated_value(t, last["value"], last["period_end"], since=last["period_start"], **known))
    if not is_missing(series["from_value"]) and not is_missing(series["to_value"]):
        told = t("From {first} to {last}", **movement_ends(t, series))
        return t("{finding}; after a break something else is measured", finding=told) if has_break else told
    ends = {
        "first": dated_value(t, first["value"], first["period_end"], since=first["period_start"], **known),
        "last": dated_value(t, last["value"], last["period_end"], since=last["period_start"], **known),
    }
    return t("From {first} to {last}, with a break in between", **ends) if has_break else t("From {first} to {last}", **ends)


def _sum_told(preferred: pd.DataFrame, *, series: pd.Series, t: Language) -> str:
    """What new cases add up to, or that they cannot be added up."""
    if not is_missing(series["latest_value"]):
        return _latest(series, t=t)
    told = t.n("{count} period reported", "{count} periods reported", len(preferred))
    return t("{finding}: {reason}", finding=told, reason=absence_reason(t, series))


def values_alt(
    values: Annotated[pd.DataFrame, "indicator_observations"],
    *,
    series: Annotated[pd.Series, "indicator_series"],
    indicator: Annotated[pd.Series, "indicator"],
    t: Language,
) -> str:
    """The chart of values in words."""
    told = values_finding(values, series=series, t=t)
    target = t("Target {value}", value=target_value(t, series))
    aim = t("No target set") if is_missing(series["target_value"]) else target
    return t(
        "Values of “{name}” over time; the years of {plan} are shaded. {told}. {aim}.",
        name=series["name"],
        plan=indicator["plan_name"],
        told=told,
        aim=aim,
    )


def dumbbells_finding(frame: Annotated[pd.DataFrame, "indicator_series"], *, t: Language) -> str:
    """What became of the targets of the series; localised rows of ``indicator_series`` of one unit."""
    held = frame.loc[frame["status"] != "not_assessed", "status"]
    if held.empty:
        return t("{count} series side by side, none of which can be compared with a target", count=t.number(len(frame)))
    told = ", ".join(status_counts(t, held))
    return t.n("{count} series against its target: {told}", "{count} series against their targets: {told}", len(held), told=told)


def dumbbells_alt(frame: Annotated[pd.DataFrame, "indicator_series"], *, t: Language) -> str:
    """Each series in words."""
    told = [
        t(
            "{name}: baseline {baseline}, latest value counted {latest}, target {target}",
            name=row["name"],
            baseline=dated_value(
                t, row["stated_baseline_value"], row["stated_baseline_date"], since=row["baseline_start"], **written_as(row)
            ),
            latest=held_value(t, row),
            target=target_value(t, row),
        )
        for _, row in frame.iterrows()
    ]
    return t("; ").join(told)


def explanation(series: Annotated[pd.Series, "indicator_series"], *, t: Language) -> Sequence[tuple[str, str, str]]:
    """The figures of a series step by step: what is computed, with the numbers put in, the outcome. Empty: nothing is computed."""
    steps: list[tuple[str, str, str]] = []
    if not is_missing(series["progress_pct"]):
        steps += _way_steps(series, t=t)
    if series["deadline_has_passed"] and series["status"] != "not_assessed":
        steps.append((t("Conclusion"), _verdict_working(series, t=t), dated_status(t, series["status"], series["status_date"])))
    if not is_missing(series["wanted_rate_pct"]):
        steps.append((t("Direction of travel"), _rate_working(series, t=t), word(t, series["movement"])))
    return steps


def _way_steps(series: pd.Series, *, t: Language) -> list[tuple[str, str, str]]:
    """How far the series had come, and before its deadline how that compares with what was expected."""
    if series["is_to_hold"]:
        verdict = t("the level is still held") if series["meets_target"] else lost_level(t, series)
        return [
            (t("Progress"), _progress_working(series, t=t), t.percent(series["progress_pct"])),
            (t("Level to hold"), verdict, ""),
        ]
    steps = [
        (t("Progress"), _progress_working(series, t=t), t.percent(series["progress_pct"])),
        (t("Expected by then"), _expected_working(series, t=t), t.percent(series["expected_pct"])),
    ]
    if series["deadline_has_passed"]:
        return steps
    shares = {"progress": t.percent(series["progress_pct"]), "expected": t.percent(series["expected_pct"])}
    return [
        *steps,
        (t("Pace"), t("{progress} ÷ {expected}", **shares), t.number(series["pace"], 2)),
        (t("Status"), t(_BANDS[series["status"]]), dated_status(t, series["status"], series["status_date"])),
    ]


def _verdict_working(series: pd.Series, *, t: Language) -> str:
    """Which value answers for the target, and how it compares."""
    if series["accumulation"] == "latest":
        window = t("a value of the 12 months before {date} to the 6 months after it", date=t.date(series["target_date"]))
    else:
        window = t("the total up to {date}, without a gap", date=t.date(series["target_date"]))
    if is_missing(series["verdict_value"]):
        return t("needed, with the same definition, and missing: {window}", window=window)
    known = written_as(series)
    return t(
        "{value} against the target of {target}; counted: {window}",
        value=dated_value(t, series["verdict_value"], series["verdict_date"], since=series["verdict_start"], **known),
        target=written_value(t, series["target_value"], **known),
        window=window,
    )


def _rate_working(series: pd.Series, *, t: Language) -> str:
    """The yearly rate with its two values, plus being the wanted way."""
    return t(
        "from {first} to {last}: {rate} a year, a plus sign being the desired direction",
        rate=written_rate(t, series["wanted_rate_pct"]),
        **movement_ends(t, series),
    )


def pace_note(series: Annotated[pd.Series, "indicator_series"], *, t: Language) -> str:
    """Why no pace can be given; nothing where it can."""
    if is_missing(series["progress_pct"]):
        return t("No pace can be computed: {reason}.", reason=no_progress_reason(t, series))
    if series["value_kind"] in {"yes_no", "level"}:
        return t("A yes-or-no value and an ordered level have no pace: they change in steps.")
    if series["deadline_has_passed"]:
        return t(
            "The target date of {date} has passed: no pace remains to be asked for. Up to the latest value "
            "counted, the change was {change} a year.",
            date=t.date(series["target_date"]),
            change=written_change(t, series["achieved_per_year"], **written_as(series)),
        )
    return ""


def pace_finding(series: Annotated[pd.Series, "indicator_series"], *, t: Language) -> str:
    """Whether the present pace reaches the target by its date."""
    known = written_as(series)
    return t(
        "At the present pace the value would be {projected} on {date}, against a target of {target}",
        projected=written_value(t, series["projected_value"], **known),
        date=t.date(series["target_date"]),
        target=written_value(t, series["target_value"], **known),
    )


def needed(series: Annotated[pd.Series, "indicator_series"], *, t: Language) -> str:
    """What must be supplied before a series can be assessed; nothing where it is."""
    wanted = [
        (is_missing(series["baseline_value"]), t("a baseline with its date")),
        (is_missing(series["target_value"]), t("a target with the day it is due")),
        (is_missing(series["latest_value"]) and not series["is_measured"], t("a value measured during the plan")),
        (series["absence_reason"] in {"gap", "overlap"}, t("the periods without a gap and none of them twice")),
        (series["absence_reason"] == "split_only", t("the value for the whole country")),
        (series["absence_reason"] == "none_preferred", t("which of the values counts, with the reason")),
    ]
    told = [text for is_wanted, text in wanted if is_wanted]
    return t("To compute progress, supply: {list}, each with its source.", list=", ".join(told)) if told else ""


def _progress_working(series: pd.Series, *, t: Language) -> str:
    parts = ("latest", "baseline", "target")
    # More decimals than elsewhere, so that the division can be done by hand.
    numbers = {part: t.number(series[f"{part}_value"], most=WORKING_DECIMALS) for part in parts}
    if not series["is_to_hold"]:
        return t("(latest − baseline) ÷ (target − baseline) = ({latest} − {baseline}) ÷ ({target} − {baseline})", **numbers)
    if series["meets_target"]:
        return t("the baseline {baseline} already met the target {target}, and {latest} still does", **numbers)
    return t("the baseline {baseline} already met the target {target}, and {latest} no longer does: the level is lost", **numbers)


def _expected_working(series: pd.Series, *, t: Language) -> str:
    return t(
        "time from the baseline ({baseline}) to the latest value ({latest}), out of the time to the "
        "target ({target}), along its interim targets if any",
        baseline=t.date(series["baseline_date"]),
        latest=t.date(series["period_end"]),
        target=t.date(series["target_date"]),
    )
