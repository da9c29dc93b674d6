"""Everything is reached without a mouse: the pages, the language, the filters, the tables, on a telephone's width too."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from nap_analytics.ui.navigation import PAGES
from nap_analytics.wording.language import language
from tests.browser.conftest import TELEPHONE
from tests.browser.findings import at_the_top, too_wide

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

MOST_TABS = 30
"""More than this many steps to a part of the page is too far."""


def tab_to(page: Page, selector: str) -> None:
    """Press the tabulator until the focus is on an element that the selector finds."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached in {MOST_TABS} steps")


def test_link_is_copied_and_table_opened_by_keyboard(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=visit.address)
    page = at_the_top(visit.open("/budgets?lang=en"))
    tab_to(page, ".share > summary")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".share[open]").get_by_role("status")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{visit.address}/budgets?lang=en#totals"
    page.keyboard.press("Escape")
    expect(page.locator(".share[open]")).to_have_count(0)
    expect(page.locator(".share > summary").first).to_be_focused()
    tab_to(page, "[role=switch], input[type=checkbox]")
    page.keyboard.press("Space")
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()


def test_filter_is_changed_by_keyboard_and_is_in_the_address_through_back_button_and_language_switch(visit: Visit) -> None:
    page = at_the_top(visit.open("/plans?lang=en"))
    tab_to(page, "[data-testid=stMainBlockContainer] [role=radio]")
    page.keyboard.press("ArrowRight")
    visit.answered(lambda: page.keyboard.press("Enter"))
    assert page.url == f"{visit.address}/plans?lang=en&view=results"
    visit.answered(page.go_back)
    assert "view" not in page.url
    views = page.get_by_role("radiogroup", name="What to compare")
    expect(views.get_by_role("radio").first).to_have_attribute("aria-checked", "true")
    visit.answered(page.go_forward)
    for code, asked in (("fr", "view=results"), ("en", "lang=en&view=results")):
        visit.click(page.get_by_test_id("stSidebar").get_by_text(code, exact=True))
        expect(page.get_by_role("heading", level=1)).to_have_text(language(code)(PAGES["plans"].title))
        assert parse_qs(urlsplit(page.url).query) == parse_qs(asked)
        assert page.evaluate("document.documentElement.lang") == code


def test_group_of_a_register_unfolds_by_keyboard(visit: Visit) -> None:
    page = at_the_top(visit.open("/progress?lang=en&plan=mli-2015"))
    tab_to(page, "summary")
    before = page.locator("details[open]").count()
    page.keyboard.press("Enter")
    expect(page.locator("details[open]")).to_have_count(before + 1)


def test_page_opened_on_a_telephone_fits_it_and_the_others_are_reached_by_keyboard_though_the_sidebar_is_closed(visit: Visit) -> None:
    visit.page.set_viewport_size(TELEPHONE)
    page = visit.open("/?lang=en")
    expect(page.get_by_test_id("stSidebarNav")).not_to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert too_wide(page) == []
    at_the_top(page)
    tab_to(page, "[data-testid=stExpandSidebarButton], [data-testid=stExpandSidebarButton] *")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stSidebarNav")).to_be_in_viewport()
    tab_to(page, "[data-testid=stSidebarNavLink][href$='/budgets']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Budgets")
    visit.wait()
