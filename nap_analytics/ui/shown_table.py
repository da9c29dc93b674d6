"""Tables on screen: values stay values, so a click on a heading sorts them, and are written as the language writes them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st
from pandas.api.types import is_bool, is_number

from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from nap_analytics.wording.language import Language
    from nap_analytics.wording.tables import HeadedTable

_MOST_STYLED_CELLS = 60_000
_ROW_PIXELS, _HEAD_PIXELS, _MOST_ROWS_SEEN = 35, 38, 12


def draw_table(t: Language, table: HeadedTable, *, key: str) -> None:
    """Draw the table; one too large to be written cell by cell is shown with plain numbers."""
    shown = table.headed()
    is_small = shown.size <= _MOST_STYLED_CELLS and shown.columns.is_unique
    st.dataframe(
        shown.style.format(_formats(t, table)) if is_small else shown,
        key=key,
        hide_index=True,
        width="stretch",
        height=_height(len(shown)),
        placeholder=t("not reported"),
    )


def _height(row_count: int) -> int:
    """Pixels for all rows, or for as many as a screen can hold."""
    return _HEAD_PIXELS + _ROW_PIXELS * max(1, min(row_count, _MOST_ROWS_SEEN))


def _formats(t: Language, table: HeadedTable) -> dict[Any, str | Callable[[object], str] | None]:
    """How each column is written, under its heading."""
    return {heading: _format(t, name, digits=table.digits.get(name)) for name, heading in table.columns.items()}


def _format(t: Language, name: str, *, digits: int | None) -> Callable[[Any], str]:
    """How the values of a column are written: by its name and by each value."""

    def written(value: Any) -> str:
        if is_missing(value):
            return t("not reported")
        if is_bool(value):
            return t("yes") if value else t("no")
        if isinstance(value, date):
            return t.date(value)
        if not is_number(value) or name == "year" or name.endswith("_year"):
            return str(value)
        return t.percent(value, digits) if name.endswith("_pct") else t.number(value, digits)

    return written
