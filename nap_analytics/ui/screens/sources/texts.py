"""The long texts of the page: how the plans were transcribed, what may be done with the data and what it cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics import queries
from nap_analytics.findings.catalogue import placements_finding, sources_finding
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_query
from nap_analytics.wording.texts import prose

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language


def draw_transcription(t: Language) -> None:
    """How the plans came from paper into tables, and what stays in doubt."""
    components.headline(placements_finding(cached_query(queries.uncertain_placements), t=t))
    st.markdown(prose(t, "transcription"), anchors=False)


def draw_licence(t: Language) -> None:
    """What may be done with the data, and what it cannot say."""
    components.headline(sources_finding(cached_query(queries.sources), t=t))
    st.markdown(prose(t, "licence"), anchors=False)
