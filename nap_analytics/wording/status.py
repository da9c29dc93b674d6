"""What a status, a reason, a lost level and a direction are called, with the dates and values that they rest on.

Every function takes a row of a series (or of an indicator where it says so), localised, as any query on series gives it: screens,
slides, reports and files say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.wording.codes import short_status, word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.measure_codes import MOVEMENT, MOVEMENT_REASON, NOT_ASSESSED_REASON, STATUS
from nap_analytics.wording.values import (
    dated_value,
    target_value,
    written_as,
    written_change,
    written_day,
    written_distance,
    written_period,
    written_value,
)

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language


def dated_status(t: Language, status: str, day: Any, *, is_short: bool = True) -> str:
    """A status with the date of the value it rests on: "Target missed (March 2024)"; alone where it rests on none."""
    name = short_status(t, status) if is_short else word(t, status)
    return name if is_missing(day) else t("{status} ({day})", status=name, day=written_day(t, day))


def status_counts(t: Language, statuses: pd.Series) -> list[str]:
    """How many targets have which status, from the best to the worst, as parts of a sentence on targets; none of what is zero."""
    counts = statuses.value_counts()
    number = {code: int(counts.get(code, 0)) for code in STATUS}
    parts = {
        "achieved": t.n("{count} achieved", "{count} achieved", number["achieved"]),
        "on_track": t.n("{count} on track", "{count} on track", number["on_track"]),
        "acceleration": t.n("{count} needing acceleration", "{count} needing acceleration", number["acceleration"]),
        "limited": t.n("{count} with limited progress", "{count} with limited progress", number["limited"]),
        "deterioration": t.n("{count} moving away", "{count} moving away", number["deterioration"]),
        "missed": t.n("{count} missed", "{count} missed", number["missed"]),
        "not_verified": t.n("{count} not verified", "{count} not verified", number["not_verified"]),
    }
    return [text for code, text in parts.items() if number[code]]


def no_progress_reason(t: Language, row: Any) -> str:
    """Why there is no progress, as a clause; the missing or doubled period by its name; nothing where there is one."""
    return _reason(t, row, row.not_assessed_reason)


def absence_reason(t: Language, row: Any) -> str:
    """Why no value counts although the plan's time has some, or that none was reported; nothing where one counts."""
    return _reason(t, row, row.absence_reason)


def _reason(t: Language, row: Any, code: Any) -> str:
    if is_missing(code):
        return ""
    if code not in {"gap", "overlap"} or is_missing(getattr(row, "sum_fault_start", None)):
        return t(NOT_ASSESSED_REASON[code])
    period = written_period(t, row.sum_fault_start, row.sum_fault_end)
    if code == "gap":
        return t("{period} is missing, so nothing is added up", period=period)
    return t("{period} is covered twice, so nothing is added up", period=period)


def lost_level(t: Language, row: Any) -> str:
    """The distance of a value from a level that was to be held and is lost, in its unit; nothing for any other series."""
    if not row.is_to_hold or is_missing(row.progress_pct) or row.progress_pct >= _WHOLE:
        return ""
    distance = written_distance(t, abs(row.target_value - row.latest_value), **written_as(row))
    level = written_value(t, row.target_value, **written_as(row))
    if row.latest_value < row.target_value:
        return t("{distance} below the level to hold ({level})", distance=distance, level=level)
    return t("{distance} above the level to hold ({level})", distance=distance, level=level)


def way_gone(t: Language, row: Any, *, known_day: Any = None) -> str:
    """How far a series had come by its latest value, beside the time that had passed; a level lost in its unit.

    No word of a status: it holds before a deadline and after it. Nothing where there is no progress.

    Args:
        t: The language shown.
        row: A row of a series.
        known_day: A day that the sentence before names; the same day is not named again.
    """
    if is_missing(row.progress_pct):
        return ""
    if row.is_to_hold:
        sentence = lost_level(t, row) or t("level held")
    else:
        sentence = t(
            "progress of {progress}, with {expected} expected by then",
            progress=t.percent(row.progress_pct, 0),
            expected=t.percent(row.expected_pct, 0),
        )
    if not is_missing(known_day) and known_day == row.period_end:
        return sentence
    return t("{day}: {finding}", day=written_day(t, row.period_end, since=row.period_start), finding=sentence)


def verdict_text(t: Language, row: Any) -> str:
    """What became of a target whose date has passed, as a sentence without full stop; nothing before that date."""
    if not row.deadline_has_passed or is_missing(row.target_value) or row.status not in _VERDICTS:
        return ""
    target = target_value(t, row)
    if row.status == "not_verified":
        if row.only_floor_when_due:
            reason = t("the source counts only what it knows of, which is not enough to decide")
        else:
            reason = absence_reason(t, row) if getattr(row, "absence_reason", None) not in {None, "no_value"} else ""
        return t(
            "The target of {target} is past its date and could not be verified: {reason}",
            target=target,
            reason=reason
            or (t("no value at the deadline") if is_missing(row.break_date) else t("no value of the same definition at the deadline")),
        )
    value = dated_value(t, row.verdict_value, row.verdict_date, since=row.verdict_start, **written_as(row))
    if row.status == "achieved":
        return t("The target of {target} was achieved: {value}", target=target, value=value)
    return t("The target of {target} was missed: {value}", target=target, value=value)


def movement_text(t: Language, row: Any) -> str:
    """The direction of travel with what it rests on; or why there is none."""
    movement, basis = t(MOVEMENT[row.movement]), movement_basis(t, row)
    return t("{movement} – {basis}", movement=movement, basis=basis) if basis else movement


def movement_basis(t: Language, row: Any) -> str:
    """The two values that a direction rests on, with the yearly change of shares; or why there is none."""
    if row.movement in {"unknown", "not_judged"}:
        reasons = {**NOT_ASSESSED_REASON, **MOVEMENT_REASON}
        return "" if is_missing(row.movement_reason) else t(reasons[row.movement_reason])
    ends = movement_ends(t, row)
    if is_missing(row.points_per_year):
        return t("from {first} to {last}", **ends)
    return t("from {first} to {last}, {change} a year", change=written_change(t, row.points_per_year, value_kind="percent"), **ends)


def movement_ends(t: Language, row: Any) -> dict[str, str]:
    """The two values that a direction rests on, `first` and `last`, each with its day."""
    return {
        "first": dated_value(t, row.from_value, row.from_date, since=row.from_start, **written_as(row)),
        "last": dated_value(t, row.to_value, row.to_date, since=row.to_start, **written_as(row)),
    }


BEHIND = ("acceleration", "limited", "deterioration", "missed")
"""Statuses of a target that is missed, or behind before its date: an obstacle is to be named."""

_WHOLE = 100
_VERDICTS = frozenset({"achieved", "missed", "not_verified"})
