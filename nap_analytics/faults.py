"""Faults of the data as a reader sees them, in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nap_analytics.errors import Fault
    from nap_analytics.language import Language


def fault_line(t: Language, fault: Fault) -> str:
    """A fault of the data in the language shown: where it is, what stands there, what was expected."""
    row = t("row {row}", row=fault.row) if fault.row is not None else ""
    column = t("column {column}", column=fault.column) if fault.column else ""
    place = ", ".join(part for part in (fault.file, row, column) if part)
    value = "" if fault.value is None else t(" “{value}”", value=fault.value)
    return t("{place}:{value} — expected: {expected}", place=place, value=value, expected=_expected(t, fault))


def _expected(t: Language, fault: Fault) -> str:
    """What was expected: a sentence of the program, or of a check, whose words stand with the database's comments."""
    told = t.comment(fault.expected)
    return t(fault.expected, **fault.named) if told == fault.expected else told
