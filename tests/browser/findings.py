"""What can be found wrong with a page that stands: parts wider than the screen, barriers to those who cannot see or click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

SERIOUS = {"serious", "critical"}
STREAMLIT_RULES: dict[str, str] = {}
"""Findings inside Streamlit's own widgets that no page can change: rule of axe -> where and why. None is known."""

_SCROLLING = '[data-testid="stDataFrame"], .js-plotly-plot, [role="radiogroup"], .scrolls'
"""Parts that may be wider than the screen, for they scroll by themselves."""

_TOO_WIDE = """scrolling => [...document.querySelectorAll('[data-testid="stMainBlockContainer"] *')]
    .filter(element => element.getBoundingClientRect().right > window.innerWidth + 1)
    .filter(element => !element.closest(scrolling))
    .map(element => element.outerHTML.slice(0, 120))"""

_SCROLLS_SIDEWAYS = """() => [document.scrollingElement, document.querySelector('[data-testid="stMain"]')]
    .some(element => element.scrollWidth > window.innerWidth)"""


def too_wide(page: Page) -> list[str]:
    """The parts of the page that reach beyond the right edge of the screen; "the page" where it scrolls sideways as a whole."""
    return page.evaluate(_TOO_WIDE, _SCROLLING) + ["the page"] * page.evaluate(_SCROLLS_SIDEWAYS)


def serious_findings(page: Page) -> list[str]:
    """The serious and critical findings of axe, each with the element."""
    page.wait_for_timeout(500)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    serious = [finding for finding in found if finding["impact"] in SERIOUS and finding["id"] not in STREAMLIT_RULES]
    return [f"{finding['id']}: {node['html'][:300]}" for finding in serious for node in finding["nodes"]]
