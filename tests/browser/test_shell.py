"""The frame of every page: opens cold in both languages, is reached by keyboard, fits a telephone, asks nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from nap_analytics.ui.navigation import FIRST_PAGE, PAGES
from nap_analytics.wording.language import DEFAULT_LANGUAGE, language, language_codes
from tests.browser.findings import serious_findings, too_wide

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Visit

VIEWS = [(name, code) for name in PAGES for code in language_codes()]
TELEPHONE = {"width": 390, "height": 844}
PROJECTOR = {"width": 1920, "height": 1080}
WIDEST_TEXT_PIXELS = 1200


def address(name: str, code: str) -> str:
    """The deep link of a page in a language."""
    path = "/" if name == FIRST_PAGE else f"/{name}"
    return path if code == DEFAULT_LANGUAGE else f"{path}?lang={code}"


def sidebar_link(page: Page, name: str, code: str) -> Locator:
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


def test_first_page_is_found_under_its_name_too(visit: Visit) -> None:
    page = visit.open(f"/{FIRST_PAGE}?lang=en")
    expect(page).to_have_url(f"{visit.address}/?lang=en")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("code", language_codes())
def test_sidebar_is_open_and_lists_every_page(visit: Visit, code: str) -> None:
    page = visit.open(address(FIRST_PAGE, code))
    expect(page.get_by_test_id("stSidebarNav").get_by_role("link")).to_have_count(len(PAGES))
    for name in PAGES:
        expect(sidebar_link(page, name, code)).to_be_in_viewport()


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_a_telephone(visit: Visit, name: str) -> None:
    """The sidebar is closed, nothing is wider than the screen."""
    visit.page.set_viewport_size(TELEPHONE)
    page = visit.open(address(name, DEFAULT_LANGUAGE))
    expect(page.get_by_test_id("stSidebarNav")).not_to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert too_wide(page) == []


@pytest.mark.parametrize(("name", "code"), VIEWS)
def test_page_has_no_serious_accessibility_finding(visit: Visit, name: str, code: str) -> None:
    page = visit.open(address(name, code))
    assert serious_findings(page) == []


def test_language_switch_keeps_the_page_and_its_filters(visit: Visit) -> None:
    page = visit.open("/progress?as_of=2021-12-31&lang=en")
    visit.click(page.get_by_test_id("stSidebar").get_by_text("fr", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Avancement")
    assert page.url == f"{visit.address}/progress?as_of=2021-12-31"
    assert page.evaluate("document.documentElement.lang") == "fr"
    visit.click(page.get_by_test_id("stSidebar").get_by_text("en", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Progress")
    assert parse_qs(urlsplit(page.url).query) == {"as_of": ["2021-12-31"], "lang": ["en"]}
    assert page.evaluate("document.documentElement.lang") == "en"


def test_language_stays_from_page_to_page(visit: Visit) -> None:
    page = visit.open("/?lang=en")
    visit.click(sidebar_link(page, "budgets", "en"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Budgets")
    assert page.url == f"{visit.address}/budgets?lang=en"
    visit.click(page.locator(".st-key-footer").get_by_role("link").last)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sources and method")
    assert page.url == f"{visit.address}/sources?lang=en"


def test_filter_is_in_the_address_and_the_back_button_undoes_it(visit: Visit) -> None:
    page = visit.open("/progress?lang=en")
    page.get_by_role("combobox", name="As of").click()
    visit.click(page.get_by_role("option", name="31 December 2021"))
    assert parse_qs(urlsplit(page.url).query)["as_of"] == ["2021-12-31"]
    page.go_back()
    visit.wait()
    assert "as_of" not in page.url
    expect(page.get_by_role("combobox", name="As of")).to_have_value("Today")


def test_unknown_values_in_the_address_do_no_harm(visit: Visit) -> None:
    page = visit.open("/progress?lang=xx&as_of=yesterday&plan=<script>")
    expect(page.get_by_role("heading", level=1)).to_have_text("Avancement")
    expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)


def test_every_page_is_reached_by_keyboard(visit: Visit) -> None:
    page = visit.open("/?lang=en")
    reached = []
    for _ in range(len(PAGES) + 6):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.innerText.split('\\n').pop()"))
        if reached[-1] == "Sources and method":
            break
    assert [title for title in reached if title in {entry.title for entry in PAGES.values()}] == [entry.title for entry in PAGES.values()]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sources and method")
    visit.wait()


def test_language_is_chosen_by_keyboard(visit: Visit) -> None:
    page = visit.open("/budgets")
    page.get_by_test_id("stSidebar").get_by_text("fr", exact=True).focus()
    page.locator(".st-key-lang button").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".data-date")).to_contain_text("Data as of")
    visit.wait()


def test_projector_shows_title_and_finding_without_scrolling(visit: Visit) -> None:
    visit.page.set_viewport_size(PROJECTOR)
    page = visit.open("/")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.locator(".headline").first).to_be_in_viewport()
    assert page.locator('[data-testid="stMainBlockContainer"]').bounding_box()["width"] <= WIDEST_TEXT_PIXELS
