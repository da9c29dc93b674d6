"""What the server keeps in memory: the warehouse, opened once for all visitors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from nap_analytics.language import language
from nap_analytics.warehouse import open_warehouse

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    from plotly.graph_objects import Figure

    from nap_analytics.language import Language
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


def told(t: Language, question: Callable[..., pd.DataFrame], /, **parameters: Any) -> pd.DataFrame:
    """The answer to a question in the language shown, remembered until the data changes."""
    return _told(question.__name__, t.code, question, parameters, version=warehouse().version)


@st.cache_data(show_spinner=False, max_entries=1000)
def _told(name: str, code: str, _question: Callable[..., pd.DataFrame], parameters: dict[str, Any], *, version: str) -> pd.DataFrame:
    return language(code).localise(_answer(name, _question, parameters, version=version))


def figure_of(t: Language, chart: Callable[..., Figure], frame: pd.DataFrame, /, **settings: Any) -> Figure:
    """The figure that a chart makes of a frame, drawn once for the same frame, settings and language.

    It is shared by all visitors: nobody changes it.
    """
    return _figure_of(f"{chart.__module__}.{chart.__name__}", t.code, chart, frame, settings)


@st.cache_resource(show_spinner=False, max_entries=500)
def _figure_of(name: str, code: str, _chart: Callable[..., Figure], frame: pd.DataFrame, settings: dict[str, Any]) -> Figure:  # noqa: ARG001 (the name is part of what is remembered)
    return _chart(frame, **settings, t=language(code))


def warehouse_status() -> dict[str, Any]:
    """What the server says of its data when it is ready: the date of the data and the rows of each table."""
    opened = warehouse()
    return {"data_date": opened.data_date.isoformat(), "row_counts": opened.row_counts()}
