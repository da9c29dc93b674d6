"""What must be read with a baseline, a target or a value: who disagrees, what it cannot be compared with, where it comes from."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from nap_analytics.queries.open_data.results import PARTNER
from nap_analytics.queries.open_data.rows import Row, text_in
from nap_analytics.wording.codes import word
from nap_analytics.wording.status import dated_status, movement_text, verdict_text, way_gone
from nap_analytics.wording.values import Unit, written_period, written_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nap_analytics.queries.open_data.results import Measured
    from nap_analytics.wording.language import Language


def baseline_notes(t: Language, baseline: Row) -> list[str]:
    """Sentences on a baseline."""
    stand_in = [] if baseline["is_printed"] else [t("The plan gives no baseline: the latest value before its first day is used instead.")]
    return [*stand_in, *_share(t, baseline), *_note(t, baseline)]


def target_notes(t: Language, target: Row, measured: Measured) -> list[str]:
    """Sentences on a target: who set it and when, what it replaces, what became of it."""
    day = t.date(target["decided_on"])
    if target["set_by"] == PARTNER:
        named = t("A partner’s target, decided on {date}: it is named and never compared with a value.", date=day)
        return [named, *_note(t, target)]
    decided = t("Set by {who}, decided on {date}.", who=word(t, target["set_by"]), date=day)
    others = [_other_decision(t, row, target, measured) for row in measured.earlier_targets]
    verdict = verdict_sentence(t, measured) if target["is_final"] else ""
    return [decided, *others, *([verdict] if verdict else []), *_note(t, target)]


def _other_decision(t: Language, row: Row, target: Row, measured: Measured) -> str:
    """A decision that a later one replaced, or that does not count beside the plan's own."""
    said = {"date": t.date(row["decided_on"]), "value": _written(t, row, measured), "due": t.date(row["period_end"])}
    if row["set_by"] == target["set_by"] and row["decided_on"] < target["decided_on"]:
        return t("An earlier decision ({date}) set {value} for {due}.", **said)
    return t("Another decision ({who}, {date}) set {value} for {due}; it does not count here.", who=word(t, row["set_by"]), **said)


def verdict_sentence(t: Language, measured: Measured) -> str:
    """What became of the target of a series whose date has passed; nothing before it, or where nothing can be held against it."""
    verdict = verdict_text(t, _as_row(t, measured))
    return f"{verdict}." if verdict else ""


def standing_sentences(t: Language, measured: Measured) -> Iterator[str]:
    """How to read a series: what it is evidence of, what its cases mean, its status with the date, and which way it moves."""
    row = _as_row(t, measured)
    if measured.series["evidence"] == "near":
        yield t("A near measure: it lies close to the indicator and is not counted in progress.")
    if measured.series["reads_reporting"]:
        yield t("It counts reported cases: a rise can mean better reporting.")
    verdict = verdict_text(t, row)
    if verdict:
        yield f"{verdict}."
    elif row.status != "not_assessed":
        yield t("{name}: {finding}.", name=t("Status"), finding=dated_status(t, row.status, row.status_date, is_short=False))
    gone = way_gone(t, row)
    if gone:
        yield t("Last value counted in progress, {way}.", way=gone) if verdict else t("{sentence}.", sentence=gone)
    if row.movement != "unknown":
        yield t("Direction of travel: {told}.", told=movement_text(t, row))


def _as_row(t: Language, measured: Measured) -> SimpleNamespace:
    """The standing of a series as the sentences on statuses take it."""
    series = measured.series
    words = {name: text_in(t, series, name) for name in ("unit", "unit_one")}
    return SimpleNamespace(**measured.standing, value_kind=series["value_kind"], **words)


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
    limits = {
        "is_at_least": t("At least this many: the source counts what it knows of."),
        "is_series_break": t("Series break: not comparable with the values before."),
        "is_after_break": t("After a break in the series: not counted in progress."),
        "is_after_plan": t("After the plan’s last day: not counted in progress."),
    }
    return [words for name, words in limits.items() if row[name]]


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
    unit = Unit(text_in(t, measured.series, "unit"), text_in(t, measured.series, "unit_one"))
    return written_value(t, row["value"], value_kind=measured.series["value_kind"], unit=unit)


def _place(t: Language, row: Row) -> str:
    return f"{text_in(t, row, 'source')}, {t.place(row['locator'])}".rstrip(".")
