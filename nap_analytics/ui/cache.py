"""What the server keeps in memory: the warehouse, opened once for all visitors."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import blake2b
from numbers import Number
from typing import TYPE_CHECKING, Any, TypeVar, cast

import pandas as pd
import streamlit as st
from pandas.util import hash_pandas_object

from nap_analytics.warehouse import Warehouse, open_warehouse
from nap_analytics.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Made = TypeVar("Made")

_MOST_REMEMBERED = 2000
_NOTHING = object()


@st.cache_resource(show_spinner=False)
def warehouse() -> Warehouse:
    """The warehouse, loaded and checked at the first call."""
    return open_warehouse()


def cached_query(question: Callable[..., pd.DataFrame], /, **parameters: Any) -> pd.DataFrame:
    """The answer to a question of ``nap_analytics.queries``, remembered until the data changes.

    Each caller gets a frame of its own: pandas copies what a caller changes.
    """
    key = ("answer", key_of(question), key_of(parameters))
    return _remembered(key, lambda: question(warehouse(), **parameters)).copy(deep=False)


def localised_query(t: Language, question: Callable[..., pd.DataFrame], /, **parameters: Any) -> pd.DataFrame:
    """The answer to a question in the language shown, remembered until the data changes."""
    key = ("localised answer", key_of(question), t.code, key_of(parameters))
    return _remembered(key, lambda: t.localise(cached_query(question, **parameters))).copy(deep=False)


def cached_view(make: Callable[..., Made], /, *parts: Any, **settings: Any) -> Made:
    """What a chart, a sentence or a register makes of its arguments, made once for them and for the day, until the data changes.

    The content of every argument is in the key, so that nothing can be left out of it: two visitors who may see different rows
    get different views. Visitors with the same view share it: nobody changes it.

    Raises:
        TypeError: an argument of a kind that `key_of` makes no key of.
    """
    key = ("view", key_of(make), date.today(), key_of(parts), key_of(settings))
    return _remembered(key, lambda: make(*parts, **settings))


def key_of(value: Any) -> Hashable:
    """The content of an argument as a part of a key: equal where the contents are equal, kept apart by kind (1 is not True).

    Raises:
        TypeError: no key can be made of its content.
    """
    match value:
        case pd.DataFrame() | pd.Series():
            names = value.columns if isinstance(value, pd.DataFrame) else value.index
            return (type(value).__name__, value.shape, tuple(names), _content(value))
        case dict():
            return ("mapping", tuple((name, key_of(each)) for name, each in sorted(value.items())))
        case list() | tuple():
            return ("sequence", tuple(map(key_of, value)))
        case Language():
            return ("language", value.code)
        case Warehouse():
            return ("warehouse", value.version)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return (type(value).__qualname__, tuple(key_of(getattr(value, each.name)) for each in fields(value)))
        case None | str() | bool() | Number() | date() | Enum() | pd.Timestamp():
            return (type(value).__name__, value)
        case _ if callable(value) and "<" not in value.__qualname__:
            return ("function", value.__module__, value.__qualname__)
    raise TypeError(f"{type(value).__name__} cannot be part of the key of a view")


def _content(value: pd.DataFrame | pd.Series) -> bytes:
    """The content of a frame in a few bytes; cells that hold lists count by their text."""
    try:
        hashes = hash_pandas_object(value)
    except TypeError:
        hashes = hash_pandas_object(value.astype(str))
    return blake2b(hashes.to_numpy().tobytes(), digest_size=16).digest()


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
