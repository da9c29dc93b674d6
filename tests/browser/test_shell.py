"""The frame of every page: opens cold in both languages, is reached by keyboard, fits a telephone, asks nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from nap_analytics.ui.navigation import FIRST_PAGE, PAGES
from nap_analytics.wording.language import DEFAULT_LANGUAGE, language, language_codes
from tests.browser.conftest import LAPTOP, PROJECTOR, TELEPHONE
from tests.browser.findings import CHARTS, faults, moving, serious_findings, stops, too_wide
from tests.combinations import combinations

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Visit

WITH_CHARTS = {"overview", "progress", "indicators", "plans", "budgets"}
"""Pages that open with a chart."""

WIDEST_TEXT_PIXELS = 1200


def address(name: str, code: str) -> str:
    """The deep link of a page in a language."""
    path = "/" if name == FIRST_PAGE else f"/{name}"
    return path if code == DEFAULT_LANGUAGE else f"{path}?lang={code}"


def sidebar_link(page: Page, name: str, code: str) -> Locator:
    """The link to a page in the sidebar."""
    return page.get_by_test_id("stSidebarNav").get_by_role("link", name=language(code)(PAGES[name].title), exact=True)


@pytest.mark.parametrize(("name", "code"), combinations(PAGES, language_codes()))
def test_page_opens_cold_in_its_language_and_bars_nobody(visit: Visit, name: str, code: str) -> None:
    """On a laptop: its frame, its findings, the way of the Tab key; nothing of it moves, for the tab asks for reduced motion."""
    page = visit.open(address(name, code))
    title = language(code)(PAGES[name].title)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert page.title() == f"{title} · NAP Analytics"
    assert page.evaluate("document.documentElement.lang") == code
    expect(page.locator(".data-date")).to_be_visible()
    expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_test_id("stSidebarNav").get_by_role("link")).to_have_count(len(PAGES))
    for other in PAGES:
        expect(sidebar_link(page, other, code)).to_be_in_viewport()
    expect(page.locator(".page-foot").get_by_role("link")).to_have_attribute("href", f"light?lang={code}")
    assert serious_findings(page) == []
    assert bool(page.locator(CHARTS).count()) == (name in WITH_CHARTS)
    assert page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    assert moving(page) == []
    found = list(stops(page))
    assert len(found) > len(PAGES)
    assert faults(found) == []
    assert fits_every_screen(page)


def fits_every_screen(page: Page) -> bool:
    """True where nothing is wider than the screen, and title and finding are seen at once; on a telephone the sidebar is closed."""
    for size in (LAPTOP, PROJECTOR, TELEPHONE):
        page.set_viewport_size(size)
        assert too_wide(page) == [], size
        page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
        expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
        if size == PROJECTOR:
            assert page.locator('[data-testid="stMainBlockContainer"]').bounding_box()["width"] <= WIDEST_TEXT_PIXELS
            expect(page.locator(".headline").first).to_be_in_viewport()
    expect(page.get_by_test_id("stSidebarNav")).not_to_be_in_viewport()
    return True


@pytest.mark.whole
@pytest.mark.parametrize("name", PAGES)
def test_page_that_is_opened_on_a_telephone_fits_it(visit: Visit, name: str) -> None:
    """As it fits one that a wide window has become narrow to: the sidebar is closed. `test_keyboard.py` asks it of one by default."""
    visit.page.set_viewport_size(TELEPHONE)
    page = visit.open(address(name, DEFAULT_LANGUAGE))
    expect(page.get_by_test_id("stSidebarNav")).not_to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert too_wide(page) == []


def test_unknown_values_in_the_address_do_no_harm(visit: Visit) -> None:
    page = visit.open("/progress?lang=xx&as_of=yesterday&plan=<script>")
    expect(page.get_by_role("heading", level=1)).to_have_text("Avancement")
    expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)


def test_every_page_is_reached_by_keyboard_and_the_language_stays_until_another_is_chosen(visit: Visit) -> None:
    """From the first page under its own name, by the Tab key, then by its links."""
    page = visit.open(f"/{FIRST_PAGE}?lang=en")
    expect(page).to_have_url(f"{visit.address}/?lang=en")
    expect(page.get_by_role("dialog")).to_have_count(0)
    reached = []
    for _ in range(len(PAGES) + 6):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.innerText.split('\\n').pop()"))
        if reached[-1] == "Sources and method":
            break
    assert [title for title in reached if title in {entry.title for entry in PAGES.values()}] == [entry.title for entry in PAGES.values()]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    visit.answered(lambda: page.keyboard.press("Enter"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Sources and method")
    visit.click(sidebar_link(page, "budgets", "en"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Budgets")
    assert page.url == f"{visit.address}/budgets?lang=en"
    visit.click(page.locator(".st-key-footer").get_by_role("link").last)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sources and method")
    assert page.url == f"{visit.address}/sources?lang=en"
    page.locator(".st-key-lang button").first.focus()
    visit.answered(lambda: page.keyboard.press("Enter"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Sources et méthode")
    expect(page.locator(".data-date")).to_contain_text("Données au")
    assert page.url == f"{visit.address}/sources"
