"""Sources and method: where the numbers come from, how they were transcribed and computed, what may be done with them."""

from __future__ import annotations

from nap_analytics.ui.filters import choose_one
from nap_analytics.ui.frame import open_page
from nap_analytics.ui.screens.sources.glossary import draw_glossary
from nap_analytics.ui.screens.sources.list import draw_sources
from nap_analytics.ui.screens.sources.method import draw_methods
from nap_analytics.ui.screens.sources.texts import draw_licence, draw_transcription

SECTIONS = {
    "sources": draw_sources,
    "method": draw_methods,
    "transcription": draw_transcription,
    "licence": draw_licence,
    "glossary": draw_glossary,
}

t = open_page("sources")
titles = {
    "sources": t("Sources"),
    "method": t("Methods"),
    "transcription": t("Transcription"),
    "licence": t("Licence and limits"),
    "glossary": t("Glossary"),
}
SECTIONS[choose_one(t, t("Section"), name="section", options=titles)](t)
