"""Measured values and their days as a reader writes them: 27.9 %, 9 women, yes; 2020, November 2021."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from nap_analytics.language import is_missing

if TYPE_CHECKING:
    from nap_analytics.language import Language

_DIGITS = {"ratio": 3, "index": 3, "count": 0}
_LAST_MONTH, _LAST_DAY = 12, 31


def written_value(t: Language, value: Any, *, value_kind: str, unit: str | None = None) -> str:
    """The value as its kind is written, with its unit after a count; "not reported" for none.

    Example:
        >>> written_value(language("en"), 9, value_kind="count", unit="women")
        '9 women'
    """
    if is_missing(value):
        return t("not reported")
    if value_kind in {"percent", "level"}:
        return t.percent(value)
    if value_kind == "yes_no":
        return t("yes") if value else t("no")
    number = t.number(value, _whole_or(value, _DIGITS.get(value_kind)))
    return f"{number} {unit}" if value_kind == "count" and isinstance(unit, str) else number


def written_change(t: Language, value: Any, *, value_kind: str, unit: str | None = None) -> str:
    """A difference of two values: percentage points for shares, else as the values are written, with its sign."""
    if is_missing(value):
        return t("not reported")
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{written_distance(t, abs(value), value_kind=value_kind, unit=unit)}"


def written_distance(t: Language, size: Any, *, value_kind: str, unit: str | None = None) -> str:
    """How far two values lie apart, without a sign: percentage points for shares, else as the values are written."""
    if value_kind in {"percent", "level"}:
        return t("{number} points", number=t.number(size))
    if value_kind == "count":
        return f"{t.number(size)} {unit or ''}".strip()
    return t.number(size, 3)


def written_rate(t: Language, percent: Any) -> str:
    """A rate of change with its sign: "+4.2 %", "−15.8 %"."""
    if is_missing(percent):
        return t("not reported")
    sign = "+" if percent > 0 else "−" if percent < 0 else ""
    return f"{sign}{t.percent(abs(percent))}"


def written_day(t: Language, day: Any) -> str:
    """The year for a 31 December, which stands for a year in the data; else the month."""
    if is_missing(day):
        return t("not reported")
    return str(day.year) if (day.month, day.day) == (_LAST_MONTH, _LAST_DAY) else t.month(day)


def dated_value(t: Language, value: Any, day: Any, *, value_kind: str, unit: str | None = None) -> str:
    """A value and its day: "27.9 % (2020)"; "not reported" for none."""
    if is_missing(value):
        return t("not reported")
    return f"{written_value(t, value, value_kind=value_kind, unit=unit)} ({written_day(t, day)})"


def latest_value(t: Language, value: Any, day: Any, *, is_sum: bool, value_kind: str, unit: str | None = None) -> str:
    """The latest value and its day; a sum of periods says so: "35,026 cases (added up to 2022)"."""
    known = {"value_kind": value_kind, "unit": unit}
    if not is_sum or is_missing(value):
        return dated_value(t, value, day, **known)
    return t("{value} (added up to {day})", value=written_value(t, value, **known), day=written_day(t, day))


def _whole_or(value: Any, digits: int | None) -> int | None:
    """No decimals for a whole count; one for a count that is not whole (a mean, a sum of parts)."""
    return digits if digits != 0 or float(value).is_integer() else 1


def written_period(t: Language, start: Any, end: Any) -> str:
    """The span that a value speaks of: a year, a month, a day, or from one to the other."""
    if (start.month, start.day, end.month, end.day) == (1, 1, _LAST_MONTH, _LAST_DAY):
        return str(end.year) if start.year == end.year else t("{first} to {last}", first=start.year, last=end.year)
    if start == end:
        return t.date(end)
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        return (
            t.month(end)
            if (start.year, start.month) == (end.year, end.month)
            else t("{first} to {last}", first=t.month(start), last=t.month(end))
        )
    return t("{first} to {last}", first=t.date(start), last=t.date(end))
