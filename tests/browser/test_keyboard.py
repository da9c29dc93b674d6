"""Everything is reached without a mouse: the pages, the language, the filters, the tables, on a telephone's width too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import TELEPHONE
from tests.browser.findings import at_the_top

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


def test_table_is_opened_by_keyboard(visit: Visit) -> None:
    page = at_the_top(visit.open("/budgets?lang=en"))
    tab_to(page, "[role=switch], input[type=checkbox]")
    page.keyboard.press("Space")
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()


def test_filter_is_changed_by_keyboard(visit: Visit) -> None:
    page = at_the_top(visit.open("/plans?lang=en"))
    tab_to(page, "[data-testid=stMainBlockContainer] [role=radio]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{visit.address}/plans?lang=en&view=results")
    visit.wait()


def test_group_of_a_register_unfolds_by_keyboard(visit: Visit) -> None:
    page = at_the_top(visit.open("/progress?lang=en&plan=mli-2015"))
    tab_to(page, "summary")
    before = page.locator("details[open]").count()
    page.keyboard.press("Enter")
    expect(page.locator("details[open]")).to_have_count(before + 1)


def test_pages_are_reached_by_keyboard_where_the_sidebar_is_closed(visit: Visit) -> None:
    visit.page.set_viewport_size(TELEPHONE)
    page = at_the_top(visit.open("/?lang=en"))
    tab_to(page, "[data-testid=stExpandSidebarButton], [data-testid=stExpandSidebarButton] *")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stSidebarNav")).to_be_in_viewport()
    tab_to(page, "[data-testid=stSidebarNavLink][href$='/budgets']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Budgets")
    visit.wait()
