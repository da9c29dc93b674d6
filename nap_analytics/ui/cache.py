"""What the server keeps in memory: the warehouse, opened once for all visitors."""

from __future__ import annotations

from collections import OrderedDict
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast

import streamlit as st

from nap_analytics.warehouse import open_warehouse

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    import pandas as pd

    from nap_analytics.warehouse import Warehouse
    from nap_analytics.wording.language import Language

Made = TypeVar("Made")

_MOST_REMEMBERED = 2000
_NOTHING = object()


@st.cache_resource(show_spinner=False)
def warehouse() -> Warehouse:
    """The warehouse, loaded and checked at the first call."""
    return open_warehouse()


def ask(question: Callable[..., pd.DataFrame], /, **parameters: Any) -> pd.DataFrame:
    """The answer to a question of ``nap_analytics.queries``, remembered until the data changes.

    Each caller gets a frame of its own: pandas copies what a caller changes.
    """
    key = ("answer", question.__name__, *sorted(parameters.items()))
    return _remembered(key, lambda: question(warehouse(), **parameters)).copy(deep=False)


def told(t: Language, question: Callable[..., pd.DataFrame], /, **parameters: Any) -> pd.DataFrame:
    """The answer to a question in the language shown, remembered until the data changes."""
    key = ("told", question.__name__, t.code, *sorted(parameters.items()))
    return _remembered(key, lambda: t.localise(ask(question, **parameters))).copy(deep=False)


def made_of(t: Language, make: Callable[..., Made], frame: pd.DataFrame, /, **settings: Any) -> Made:
    """What a chart or a sentence of the story makes of a frame, made once for each view of it.

    It is shared by all visitors: nobody changes it.
    """
    traits = (frame.shape, *frame.columns, *frame.iloc[:, 0])
    return view_of(t, f"{make.__module__}.{make.__name__}", lambda: make(frame, **settings, t=t), *traits)


def view_of(t: Language, name: str, make: Callable[[], Made], /, *traits: Hashable) -> Made:
    """Something that a page shows, made once for each view of it and remembered until the data changes.

    A view is told whole by its address: all filters are in it. The day counts too, as today is the default day to look from.

    Args:
        t: The language shown.
        name: What is made.
        make: Makes it; nobody changes what it returns.
        traits: What else tells two things of this name apart.
    """
    filters = tuple((name, *st.query_params.get_all(name)) for name in sorted(st.query_params))
    return _remembered(("view", name, t.code, date.today(), filters, traits), make)


def _remembered(key: Hashable, make: Callable[[], Made]) -> Made:
    shelf = _shelf(warehouse().version)
    made = shelf.get(key, _NOTHING)
    if made is _NOTHING:
        made = make()
        shelf[key] = made
        if len(shelf) > _MOST_REMEMBERED:
            shelf.popitem(last=False)
    return cast("Made", made)


@st.cache_resource(show_spinner=False, max_entries=2)
def _shelf(version: str) -> OrderedDict[Hashable, Any]:  # noqa: ARG001 (new data, new shelf)
    """What was made of one version of the data, the oldest first."""
    return OrderedDict()


def warehouse_status() -> dict[str, Any]:
    """What the server says of its data when it is ready: the date of the data and the rows of each table."""
    opened = warehouse()
    return {"data_date": opened.data_date.isoformat(), "row_counts": opened.row_counts()}
