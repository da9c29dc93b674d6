"""The icon font that is shipped holds every icon that is drawn."""

from __future__ import annotations

import re
from pathlib import Path

from fontTools.ttLib import TTFont

from nap_analytics.ui.compression import ICON_FONT
from nap_analytics.ui.navigation import PAGES
from tests.icons import STREAMLIT, icon_ligatures, wanted_icons

LARGEST_BYTES = 20_000


def test_every_icon_of_streamlit_and_ours_is_in_the_font() -> None:
    """Run ``python -m tests.icons`` after a change of icons or of Streamlit."""
    whole = icon_ligatures(TTFont(next(STREAMLIT.glob("static/static/media/MaterialSymbols-Rounded.*.woff2"))))
    assert (wanted_icons() & set(whole)) - set(icon_ligatures(TTFont(ICON_FONT))) == set()


def test_icons_of_the_pages_exist() -> None:
    names = {re.sub(r":material/(.*):", r"\1", entry.icon) for entry in PAGES.values()}
    assert names - set(icon_ligatures(TTFont(ICON_FONT))) == set()


def test_font_is_light() -> None:
    assert Path(ICON_FONT).stat().st_size < LARGEST_BYTES
