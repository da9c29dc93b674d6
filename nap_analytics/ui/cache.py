"""What the server keeps in memory: the warehouse, opened once for all visitors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from nap_analytics.warehouse import open_warehouse

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from nap_analytics.warehouse import Warehouse


@st.cache_resource(show_spinner=False)
def warehouse() -> Warehouse:
    """The warehouse, loaded and checked at the first call."""
    return open_warehouse()


def ask(question: Callable[..., pd.DataFrame], /, **parameters: Any) -> pd.DataFrame:
    """The answer to a question of ``nap_analytics.queries``, remembered until the data changes.

    Each caller gets a frame of its own.
    """
    return _answer(question.__name__, question, parameters, version=warehouse().version)


@st.cache_data(show_spinner=False, max_entries=1000)
def _answer(name: str, _question: Callable[..., pd.DataFrame], parameters: dict[str, Any], *, version: str) -> pd.DataFrame:  # noqa: ARG001 - they are the key
    return _question(warehouse(), **parameters)


def warehouse_status() -> dict[str, Any]:
    """What the server says of its data when it is ready: the date of the data and the rows of each table."""
    opened = warehouse()
    return {"data_date": opened.data_date.isoformat(), "row_counts": opened.row_counts()}
