"""What must be read with a baseline, a target or a value: who disagrees, what it cannot be compared with, where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.exchange.rows import Row, text_in
from nap_analytics.values import written_period, written_value
from nap_analytics.words import word

if TYPE_CHECKING:
    from nap_analytics.exchange.results import Measured
    from nap_analytics.language import Language


def baseline_notes(t: Language, baseline: Row) -> list[str]:
    """Sentences on a baseline."""
    stand_in = [] if baseline["is_printed"] else [t("The plan prints no baseline: the latest value before its first day stands for it.")]
    return [*stand_in, *_share(t, baseline), *_note(t, baseline)]


def target_notes(t: Language, target: Row, measured: Measured) -> list[str]:
    """Sentences on a target: when it was decided, what it replaces."""
    replaced = [
        t(
            "An earlier decision ({date}) set {value} for {due}.",
            date=t.date(row["decided_on"]),
            value=_written(t, row, measured),
            due=t.date(row["period_end"]),
        )
        for row in measured.earlier_targets
    ]
    return [t("Decided on {date}.", date=t.date(target["decided_on"])), *replaced, *_note(t, target)]


def value_notes(t: Language, row: Row, measured: Measured) -> list[str]:
    """Sentences on a value: its parts, what it cannot be compared with, what other sources say."""
    others = [
        t("Another source gives {value}: {source}.", value=_written(t, other, measured), source=_place(t, other))
        for other in measured.rivals(row)
    ]
    return [*_share(t, row), *_limits(t, row), *others, *_note(t, row)]


def missing_sentence(t: Language, row: Row) -> str:
    """Why there is no value, and for when and whom."""
    return t("No value for {cell} ({reason}).", cell=_cell(t, row), reason=word(t, row["missing_reason"]))


def source_sentence(t: Language, row: Row) -> str:
    """The document and the place in it."""
    return t("Source: {source}.", source=_place(t, row))


def sentence(text: str) -> str:
    """A text of the data as a sentence that others can follow."""
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."


def _limits(t: Language, row: Row) -> list[str]:
    limits = []
    if row["is_series_break"]:
        limits.append(t("Series break: not comparable with the values before."))
    if row["is_after_break"]:
        limits.append(t("After a break in the series: not assessed."))
    if row["assessment_scope"] == "after_plan":
        limits.append(t("After the plan’s last day: not assessed."))
    return limits


def _share(t: Language, row: Row) -> list[str]:
    if row["numerator"] is None or row["denominator"] is None:
        return []
    return [t("{part} of {whole}.", part=t.number(row["numerator"]), whole=t.number(row["denominator"]))]


def _note(t: Language, row: Row) -> list[str]:
    note = text_in(t, row, "note")
    return [sentence(note)] if note else []


def _cell(t: Language, row: Row) -> str:
    """The period and, where the value is split, the region, sex and age group."""
    period = written_period(t, row["period_start"], row["period_end"])
    region = text_in(t, row, "region")
    return ", ".join(part for part in (period, region, word(t, row["sex"]) if row["sex"] else "", row["age_group"]) if part)


def _written(t: Language, row: Row, measured: Measured) -> str:
    return written_value(t, row["value"], value_kind=measured.series["value_kind"], unit=text_in(t, measured.series, "unit"))


def _place(t: Language, row: Row) -> str:
    return f"{text_in(t, row, 'source')}, {row['locator']}".rstrip(".")
