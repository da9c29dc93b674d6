"""Filters whose state is the address: any view can be sent as a link and opens the same, in either language.

Streamlit's own binding writes the label shown into the address, so a link made in French would not open in English. These
filters write codes, and the address wins whenever it and the widget disagree (a link opened, the browser's back button).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streamlit.delta_generator import DeltaGenerator

    from nap_analytics.wording.language import Language

Look = Literal["segments", "list"]
"""Segments are open side by side, for few options; a list unfolds and can be searched, for many."""


def filter_row() -> DeltaGenerator:
    """A row for filters, which breaks where the screen is narrow."""
    return st.container(horizontal=True, vertical_alignment="bottom")


def told_apart(options: Mapping[str, str]) -> dict[str, str]:
    """Code -> label, with the code behind the labels of which there are several: Streamlit knows an option of a list by its label."""
    count = Counter(options.values())
    return {code: label if count[label] == 1 else f"{label} ({code})" for code, label in options.items()}


def choose_one(
    t: Language,
    label: str,
    *,
    name: str,
    options: Mapping[str, str],
    default: str | None = None,
    look: Look = "segments",
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """One of the options.

    Args:
        t: The language shown.
        label: What is chosen.
        name: The parameter of the address; one filter of a page has it.
        options: Code -> label in the language shown, in the order to show.
        default: The code chosen where the address says nothing; the first if none is given. It is never in the address.
        look: How the options are shown.
        width: Pixels of a list.

    Returns:
        The code chosen.
    """
    fallback = default if default is not None else next(iter(options))
    requested = st.query_params.get(name, fallback)
    chosen = requested if requested in options else fallback
    key = f"{name}-{t.code}"
    st.session_state[key] = chosen
    settings: dict[str, Any] = {"options": list(options), "format_func": told_apart(options).__getitem__, "key": key}
    settings |= {"on_change": _write_one, "kwargs": {"key": key, "name": name, "default": fallback}}
    if look == "segments":
        st.segmented_control(label, required=True, **settings)
    else:
        st.selectbox(label, filter_mode="fuzzy", width=width, **settings)
    return chosen


def choose_many(
    t: Language, label: str, *, name: str, options: Mapping[str, str], look: Look = "segments", nothing: str = ""
) -> Sequence[str]:
    """Any of the options; none chosen means all.

    Args:
        t: The language shown.
        label: What is chosen.
        name: The parameter of the address, repeated for each option chosen.
        options: Code -> label in the language shown, in the order to show.
        look: How the options are shown.
        nothing: What a list shows while nothing is chosen.

    Returns:
        The codes chosen, in the order of the options; empty for all.
    """
    requested = st.query_params.get_all(name)
    chosen = [code for code in options if code in requested]
    key = f"{name}-{t.code}"
    st.session_state[key] = chosen
    settings: dict[str, Any] = {"options": list(options), "format_func": told_apart(options).__getitem__, "key": key}
    settings |= {"on_change": _write_many, "kwargs": {"key": key, "name": name}}
    if look == "segments":
        st.pills(label, selection_mode="multi", **settings)
    else:
        st.multiselect(label, placeholder=nothing or t("All"), **settings)
    return chosen


def _write_one(*, key: str, name: str, default: str) -> None:
    """Bring the choice into the address."""
    chosen = st.session_state[key]
    if chosen is None or chosen == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = chosen


def _write_many(*, key: str, name: str) -> None:
    """Bring the choices into the address, one parameter for each."""
    if st.session_state[key]:
        st.query_params[name] = list(st.session_state[key])
    else:
        st.query_params.pop(name, None)
