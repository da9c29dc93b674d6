"""Tables as files that a spreadsheet opens: a comma-separated file in the habits of the language."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pandas.api.types import is_bool, is_float, is_integer

from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from nap_analytics.wording.language import Language

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class HeadedTable:
    """Numbers to read and to take away, under headings in the language shown.

    Attributes:
        frame: The rows, under the columns' own names; a name that ends in ``_pct`` or ``_year`` is written as such.
        columns: The columns to show, in order, each with its heading in the language shown.
        digits: Decimals of a column that needs more than one.
    """

    frame: pd.DataFrame
    columns: Mapping[str, str]
    digits: Mapping[str, int] = field(default_factory=dict)

    def headed(self) -> pd.DataFrame:
        """The columns shown, in order, under their headings; the values as they are, unrounded."""
        return self.frame[list(self.columns)].set_axis(list(self.columns.values()), axis="columns")


def csv_bytes(frame: pd.DataFrame, t: Language) -> bytes:
    """The frame as CSV that the language's spreadsheet opens by double click.

    UTF-8 with a byte order mark. Where the decimal mark is a comma, cells are parted by semicolons. Missing is empty,
    dates are ISO, and no text cell can start a formula.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if t.decimal_mark == "," else ",", lineterminator="\r\n")
    writer.writerow(harmless_text(str(name)) for name in frame.columns)
    columns = (frame.iloc[:, at] for at in range(frame.shape[1]))
    writer.writerows([_cell(value, t) for value in row] for row in zip(*columns, strict=True))
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any, t: Language) -> str:
    """One value as the language's spreadsheet reads it."""
    if is_missing(value):
        return ""
    if is_bool(value):
        return t("yes") if value else t("no")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if is_integer(value):
        return str(value)
    if is_float(value) or isinstance(value, Decimal):
        return plain_number(value if isinstance(value, Decimal) else float(value)).replace(".", t.decimal_mark)
    return harmless_text(str(value))


def plain_number(value: float | Decimal) -> str:
    """The number without exponent and without zeros that say nothing."""
    exact = format(value if isinstance(value, Decimal) else Decimal(repr(float(value))), "f")
    return exact.rstrip("0").rstrip(".") if "." in exact else exact


def harmless_text(value: str) -> str:
    """The text with an apostrophe before what a spreadsheet would run as a formula; a number written as text is none."""
    is_formula = value.lstrip(" ").startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(value)
    return f"'{value}" if is_formula else value
