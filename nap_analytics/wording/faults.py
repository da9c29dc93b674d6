"""Faults of the data as a reader sees them, in any language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nap_analytics.wording.language import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from nap_analytics.errors import Fault, RegionGuess
    from nap_analytics.wording.language import Language


_LONGEST_VALUE = 120


def fault_line(t: Language, fault: Fault) -> str:
    """A fault of the data in the language shown: its place, the value there, and what was expected."""
    place, value = _place_and_value(t, fault)
    return t("{place}:{value} — expected: {expected}", place=place, value=value, expected=_expected(t, fault))


def notice_line(t: Language, notice: Fault) -> str:
    """A notice on sound data in the language shown: its place, the value there, and what a reader should know."""
    place, value = _place_and_value(t, notice)
    return t("{place}:{value} — warning: {told}", place=place, value=value, told=_expected(t, notice))


def fault_place(t: Language, fault: Fault) -> str:
    """File, row and column in the language shown."""
    row = t("row {row}", row=fault.row) if fault.row is not None else ""
    column = t("column {column}", column=fault.column) if fault.column else ""
    return ", ".join(part for part in (fault.file, row, column) if part)


def _place_and_value(t: Language, fault: Fault) -> tuple[str, str]:
    return fault_place(t, fault), "" if fault.value is None else t(" “{value}”", value=_in_one_line(fault.value))


def _in_one_line(value: str) -> str:
    """The value without line breaks and no longer than a line holds; its spaces stay, they may be the fault."""
    flat = re.sub(r"[\r\n\t]+", " ", value)
    return flat if len(flat) <= _LONGEST_VALUE else f"{flat[: _LONGEST_VALUE - 1]}…"


def _expected(t: Language, fault: Fault) -> str:
    """What was expected: a sentence of the program, or of a check, whose words are with the database's comments."""
    comment = t.comment(fault.expected)
    sentence = t(fault.expected, **fault.params) if comment == fault.expected else comment
    guesses = [_guess(t, guess) for guess in fault.guesses]
    if guesses:
        sentence = t("{expected}; did you mean {guess}", expected=sentence, guess=guesses[0])
    for guess in guesses[1:]:
        sentence = t("{told} Or {guess}", told=sentence, guess=guess)
    return sentence


def _guess(t: Language, guess: RegionGuess) -> str:
    """A region that may be meant, with its code, the P-code that looks alike, and its name, which alone settles it."""
    params = {"code": guess.region_code, "pcode": guess.pcode, "name": guess.names.get(t.code, guess.names[SOURCE_LANGUAGE])}
    if guess.pcode is None:
        return t("{code}? Its name: {name}.", **params)
    if guess.is_later:
        return t("{code} (P-code {pcode} in a later edition)? Its name: {name}.", **params)
    return t("{code} (P-code {pcode})? Its name: {name}.", **params)
