"""Pages of the dashboard with the shipped data, each run once for all tests that read it."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from nap_analytics.ui.navigation import page_path

ROOT = Path(__file__).parents[1]
MAIN = ROOT / "nap_analytics" / "ui" / "main.py"
PATIENCE_SECONDS = 120

GAP = re.compile(r"\b(None|nan|NaN|NaT|[Nn]ot reported (?:a|per|people)|[Nn]on communiqué (?:par|personnes?))\b")
"""A gap word where another word was meant."""


@cache
def _workspace() -> str:
    return tempfile.mkdtemp()


def page_run(page: str, **state: str) -> AppTest:
    """The page as a visitor finds it under an address; the language is the parameter `lang`."""
    app = AppTest.from_file(MAIN, default_timeout=PATIENCE_SECONDS).switch_page(page_path(page))
    for parameter, value in state.items():
        app.query_params[parameter] = value
    return app.run()


@cache
def visited(page: str, **state: str) -> AppTest:
    """The same with the shipped data and nothing reported by anybody, run once.

    Whoever opens the dashboard with another folder clears Streamlit's resources before and after.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.delenv("NAP_DATA", raising=False)
        patched.setenv("NAP_WORKSPACE", _workspace())
        return page_run(page, **state)


def words_of(app: AppTest) -> str:
    """What the page says, its charts included, without markup."""
    texts = [element.proto.body for element in app.get("html") if not element.proto.unsafe_allow_javascript]
    drawn = [text for element in app.get("plotly_chart") for text in (element.proto.alt, element.proto.spec)]
    return unescape(re.sub(r"<[^>]+>", " | ", "\n".join([*texts, *drawn])))
