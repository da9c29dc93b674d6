"""The method pages, one at a time: definition, formula, worked example, why, what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics.ui import components
from nap_analytics.ui.filters import choose_one
from nap_analytics.wording.texts import method, method_names, method_title

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language


def draw_methods(t: Language) -> None:
    """The method page that the address names."""
    names = method_names()
    components.headline(
        t.n(
            "{count} measure, explained with its formula and an example worked by hand.",
            "{count} measures, each explained with its formula and an example worked by hand.",
            len(names),
        )
    )
    components.lead(
        t("The numbers of each example are those that a test of the dashboard computes, so that text and program cannot diverge.")
    )
    if not names:
        components.empty_note(t("The method pages are not installed: docs/methods is empty."))
        return
    chosen = choose_one(t, t("Measure"), name="method", options={name: method_title(t, name) for name in names}, look="list")
    components.section(method_title(t, chosen))
    st.markdown(method(t, chosen), anchors=False)
