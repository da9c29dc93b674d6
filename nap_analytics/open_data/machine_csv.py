"""CSV for machines: the same in every country and on every day, and still harmless to whoever opens it in a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING, Any

from nap_analytics.wording.tables import harmless_text, plain_number

if TYPE_CHECKING:
    from collections.abc import Iterable


def machine_csv(rows: Iterable[Iterable[Any]]) -> bytes:
    """The rows as RFC 4180 has it: UTF-8 without byte order mark, commas, lines ended by CR and LF, every row one line.

    None is empty, truth is ``true`` or ``false``, days are ISO, numbers have a decimal point and neither exponent nor rounding.
    White space in a text becomes one space, since line breaks in a cell are what readers stumble over; a text that a spreadsheet
    would run as a formula gets an apostrophe before it.
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    return plain_number(value) if isinstance(value, float) else harmless_text(" ".join(str(value).split()))
