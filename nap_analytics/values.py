"""Measured values and their days as a reader writes them: 27.9 %, 9 women, yes; 2020, November 2021."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.errors import N_
from nap_analytics.language import is_missing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nap_analytics.language import Language

UNIT: Mapping[str, str] = {
    "%": N_("percent"),
    "actions": N_("actions"),
    "activities": N_("activities"),
    "cases": N_("cases"),
    "centres": N_("centres"),
    "courts": N_("courts"),
    "documents": N_("documents"),
    "financial backers": N_("financial backers"),
    "fora": N_("fora"),
    "girls": N_("girls"),
    "index": N_("index"),
    "initiatives": N_("initiatives"),
    "laws": N_("laws"),
    "level": N_("level (0 to 100 %)"),
    "measures": N_("measures"),
    "meetings": N_("meetings"),
    "men and boys": N_("men and boys"),
    "missions": N_("missions"),
    "percent": N_("percent"),
    "persons": N_("persons"),
    "places": N_("places"),
    "plans": N_("plans"),
    "policies": N_("policies"),
    "policies and laws": N_("policies and laws"),
    "questions": N_("questions"),
    "ratio": N_("ratio"),
    "reports": N_("reports"),
    "structures": N_("structures"),
    "texts": N_("texts"),
    "types": N_("types"),
    "women": N_("women"),
    "women and girls": N_("women and girls"),
    "yes/no": N_("yes or no"),
}
"""The words for the units of the data."""

_DIGITS = {"ratio": 3, "index": 3, "count": 0}
_LAST_MONTH, _LAST_DAY = 12, 31


def unit_word(t: Language, unit: str | None) -> str:
    """The unit in the language shown; a unit that nobody has translated yet stands as the data gives it."""
    if is_missing(unit):
        return ""
    return t(UNIT[unit]) if unit in UNIT else str(unit)


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
    return f"{number} {unit_word(t, unit)}" if value_kind == "count" and unit else number


def written_change(t: Language, value: Any, *, value_kind: str, unit: str | None = None) -> str:
    """A difference of two values: percentage points for shares, else as the values are written, with its sign."""
    if is_missing(value):
        return t("not reported")
    sign = "+" if value > 0 else "−" if value < 0 else ""
    size = abs(value)
    if value_kind in {"percent", "level"}:
        return t("{sign}{number} points", sign=sign, number=t.number(size))
    if value_kind == "count":
        return f"{sign}{t.number(size)} {unit_word(t, unit)}".strip()
    return f"{sign}{t.number(size, 3)}"


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


def _whole_or(value: Any, digits: int | None) -> int | None:
    """No decimals for a whole count; one for a count that is not whole (a mean, a sum of parts)."""
    return digits if digits != 0 or float(value).is_integer() else 1
