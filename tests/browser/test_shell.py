"""The frame of every page: opens cold in both languages, is reached by keyboard, fits a telephone, asks nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from nap_analytics.language import DEFAULT_LANGUAGE, language, language_codes
from nap_analytics.ui.navigation import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

FIRST_PAGE = next(iter(PAGES))
VIEWS = [(name, code) for name in PAGES for code in language_codes()]
TELEPHONE = {"width": 390, "height": 844}
PROJECTOR = {"width": 1920, "height": 1080}

RULES_OF_STREAMLIT: dict[str, str] = {}
"""Findings of axe inside Streamlit's own widgets that no page can change: rule -> where."""


def address(name: str, code: str) -> str:
    """The deep link of a page in a language."""
    path = "/" if name == FIRST_PAGE else f"/{name}"
    return path if code == DEFAULT_LANGUAGE else f"{path}?lang={code}"


def sidebar_link(page: Page, name: str, code: str) -> object:
    """The link to a page in the sidebar."""
    return page.get_by_test_id("stSidebarNav").get_by_role("link", name=language(code)(PAGES[name].title), exact=True)


@pytest.mark.parametrize(("name", "code"), VIEWS)
def test_page_opens_cold_in_its_language(visit: Visit, name: str, code: str) -> None:
    page = visit.open(address(name, code))
    title = language(code)(PAGES[name].title)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert page.title() == f"{title} · NAP Analytics"
    assert page.evaluate("document.documentElement.lang") == code
    expect(page.locator(".data-date")).to_be_visible()
    expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("code", language_codes())
def test_sidebar_is_open_and_lists_every_page(visit: Visit, code: str) -> None:
    page = visit.open(address(FIRST_PAGE, code))
    links = page.get_by_test_id("stSidebarNav").get_by_role("link")
    assert links.all_inner_texts() == [language(code)(entry.title) for entry in PAGES.values()]
    for name in PAGES:
        expect(sidebar_link(page, name, code)).to_be_in_viewport()
