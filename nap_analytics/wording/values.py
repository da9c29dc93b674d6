"""Measured values and their days as a reader writes them: 27.9 %, 9 women, yes; 2020, November 2021."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from babel.lists import format_list

from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nap_analytics.wording.language import Language

_PERCENTAGES = frozenset({"percent", "rate_of_change", "gross_rate", "level"})
_MOST_DECIMALS = {"ratio": 3, "index": 3}
_LAST_MONTH, _LAST_DAY = 12, 31
_ONE_DECIMAL_FROM = 10
WORKING_DECIMALS = 2
"""Of numbers that a reader is to work with: one more than elsewhere, so that a mean or a share of the way can be done by hand."""


class Unit(NamedTuple):
    """The word for what a value counts: in the plural, and for one of it."""

    many: str
    one: str


def unit_of(row: Any) -> Unit | None:
    """The unit of a localised row that has `unit` and, where the data knows it, `unit_one`."""
    if is_missing(row.unit):
        return None
    one = getattr(row, "unit_one", None)
    return Unit(row.unit, row.unit if is_missing(one) else str(one))


def written_as(row: Any) -> dict[str, Any]:
    """How the values of a localised row are written: `value_kind` and `unit` for the functions below."""
    return {"value_kind": row.value_kind, "unit": unit_of(row)}


def is_written_as_percentage(value_kind: str) -> bool:
    """True for the kinds whose values are written with a percent sign and whose differences are points: shares, rates, levels."""
    return value_kind in _PERCENTAGES


def written_value(t: Language, value: Any, *, value_kind: str, unit: Unit | str | None = None, most: int | None = None) -> str:
    """The value as its kind is written, with the unit that it counts in; "not reported" for none.

    With `most` decimals where a reader is to work with the number; else as few as its kind has.

    Example:
        >>> written_value(language("en"), 1, value_kind="count", unit=Unit("women", "woman"))
        '1 woman'
    """
    if is_missing(value):
        return t("not reported")
    if is_written_as_percentage(value_kind):
        decimals = 1 if most is None else most
        return f"−{t.percent(-value, most=decimals)}" if value < 0 else t.percent(value, most=decimals)
    if value_kind == "yes_no":
        return t("yes") if value else t("no")
    return _with_unit(t, value, value_kind=value_kind, unit=unit)


def written_number(t: Language, value: Any, *, value_kind: str) -> str:
    """The number alone, without unit or sign: one decimal at most, three of a ratio or an index; "not reported" for none."""
    return t.number(value, most=_decimals(value_kind))


def _decimals(value_kind: str) -> int:
    return _MOST_DECIMALS.get(value_kind, 1)


def _with_unit(t: Language, value: Any, *, value_kind: str, unit: Unit | str | None) -> str:
    """The number with its unit after it in the number that it asks for, unless the unit only repeats that it is a ratio or an index."""
    number = written_number(t, value, value_kind=value_kind)
    unit = Unit(unit, unit) if isinstance(unit, str) else unit
    if unit is None or not unit.many or unit.many.casefold() in {value_kind, t(value_kind)}:
        return number
    return f"{number} {unit.one if t.is_one(round(value, _decimals(value_kind))) else unit.many}"


def written_change(t: Language, value: Any, *, value_kind: str, unit: Unit | str | None = None) -> str:
    """A difference of two values: percentage points for shares, else as the values are written, with its sign."""
    if is_missing(value):
        return t("not reported")
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{written_distance(t, abs(value), value_kind=value_kind, unit=unit)}"


def written_distance(t: Language, size: Any, *, value_kind: str, unit: Unit | str | None = None) -> str:
    """The distance between two values, without a sign: percentage points for shares, else as the values are written."""
    if is_written_as_percentage(value_kind):
        return t.n("{number} point", "{number} points", round(size, 1), number=t.number(size))
    return _with_unit(t, size, value_kind=value_kind, unit=unit)


def written_rate(t: Language, percent: Any) -> str:
    """A rate of change with its sign: "+4.2 %", "−15.8 %"."""
    if is_missing(percent):
        return t("not reported")
    sign = "+" if percent > 0 else "−" if percent < 0 else ""
    return f"{sign}{t.percent(abs(percent))}"


def written_day(t: Language, day: Any, *, since: Any = None) -> str:
    """The year for a 31 December, which stands for a year in the data; else the month.

    Args:
        t: The language shown.
        day: The last day that a value speaks of.
        since: The first one; a value that speaks of more than one year says from when to when.
    """
    if is_missing(day):
        return t("not reported")
    if not is_missing(since) and since.year < day.year:
        return _whole_years(since, day) or written_period(t, since, day)
    return str(day.year) if (day.month, day.day) == (_LAST_MONTH, _LAST_DAY) else t.month(day)


def _whole_years(first: Any, last: Any) -> str:
    """Several whole years: "2022-2023"; nothing for any other span."""
    is_whole = (first.month, first.day, last.month, last.day) == (1, 1, _LAST_MONTH, _LAST_DAY)
    return f"{first.year}-{last.year}" if is_whole else ""


def dated_value(
    t: Language, value: Any, day: Any, *, value_kind: str, since: Any = None, unit: Unit | str | None = None, most: int | None = None
) -> str:
    """A value and its day: "27.9 % (2020)", "6 % (2022-2023)"; "not reported" for none.

    Args:
        t: The language shown.
        value: The value.
        day: The last day that it speaks of.
        value_kind: How the value is written.
        since: The first day that it speaks of, where that is known.
        unit: What it counts.
        most: Decimals where a reader is to work with the number.
    """
    if is_missing(value):
        return t("not reported")
    return f"{written_value(t, value, value_kind=value_kind, unit=unit, most=most)} ({written_day(t, day, since=since)})"


def start_value(t: Language, row: Any, *, most: int | None = None) -> str:
    """Where a series starts: its baseline and day, or 0 where its periods are added up; a row with `is_sum` and `baseline_value`."""
    if row.is_sum:
        return t("from 0")
    if is_missing(row.baseline_value):
        return t("no baseline")
    return dated_value(t, row.baseline_value, row.baseline_date, since=row.baseline_start, most=most, **written_as(row))


def target_value(t: Language, row: Any, *, most: int | None = None) -> str:
    """The target of a series and its day; "not reported" for none."""
    return dated_value(t, row.target_value, row.target_date, most=most, **written_as(row))


def latest_value(t: Language, row: Any, *, most: int | None = None) -> str:
    """The latest value of a series and its day; a sum of periods says which: "35,026 cases (added up, 2019 to 2022)"."""
    return _latest_of(t, row, row.latest_value, row.period_end, since=row.period_start, most=most)


def held_value(t: Language, row: Any) -> str:
    """The value of a series that is held against its target, written as the latest one is."""
    return _latest_of(t, row, row.held_value, row.held_date, since=row.held_start, most=None)


def _latest_of(t: Language, row: Any, value: Any, day: Any, *, since: Any, most: int | None) -> str:
    if is_missing(row.summed_from) or is_missing(value):
        return dated_value(t, value, day, since=since, most=most, **written_as(row))
    written = written_value(t, value, most=most, **written_as(row))
    return t("{value} (added up, {period})", value=written, period=written_period(t, row.summed_from, day))


def values_on_the_way(t: Language, row: Any, *, most: int | None = None) -> list[str]:
    """Where a series starts, its latest value, its target; or that there is none."""
    return [
        start_value(t, row, most=most),
        t("no value that counts") if is_missing(row.latest_value) else latest_value(t, row, most=most),
        t("no target") if is_missing(row.target_value) else target_value(t, row, most=most),
    ]


def written_years(t: Language, first: Any, last: Any) -> str:
    """The years of an amount: "2014", "2012-2017"; "since 2013" where the last is not known."""
    if is_missing(first):
        return t("year not given")
    if is_missing(last):
        return t("since {year}", year=int(first))
    return str(int(first)) if first == last else f"{int(first)}-{int(last)}"


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
            else t("{first} – {last}", first=t.month(start), last=t.month(end))
        )
    return t("{first} – {last}", first=t.date(start), last=t.date(end))


def figure_text(t: Language, row: Any) -> str:
    """A figure of the context: a percent sign for shares, as many decimals as suit its size; a localised row of ``context_figures``."""
    size = abs(row.value)
    most = 1 if size >= _ONE_DECIMAL_FROM else 2 if size >= 1 else 3
    return t.percent(row.value, most=most) if row.is_percentage else t.number(row.value, most=most)


def figure_date(t: Language, row: Any) -> str:
    """The time that a figure of the context speaks of, or that its source prints none."""
    return t("no date printed") if is_missing(row.period_end) else written_period(t, row.period_start, row.period_end)


def dated_figure(t: Language, row: Any) -> str:
    """A figure of the context and its time: "360,591 (2024)"."""
    return t("{value} ({date})", value=figure_text(t, row), date=figure_date(t, row))


def listed(t: Language, names: Iterable[str]) -> str:
    """Names one after the other as the language writes them: "A, B and C"; empty for none."""
    return format_list(list(names), locale=t.locale)


def year_spans(t: Language, years: Iterable[float]) -> list[str]:
    """Years in order, those that follow each other as one span: "2020" and "2025 to 2028"."""
    spans: list[list[int]] = []
    for year in sorted({int(year) for year in years}):
        if spans and year == spans[-1][-1] + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return [str(span[0]) if len(span) == 1 else t("{first} to {last}", first=span[0], last=span[-1]) for span in spans]
