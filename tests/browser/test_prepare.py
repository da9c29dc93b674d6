"""Preparing a meeting in the browser: every scene and screen is opened, and afterwards lies in the browser's cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from nap_analytics.wording.language import language
from tests.browser.conftest import LAPTOP, PATIENCE_MILLISECONDS, visiting
from tests.browser.servers import SHORT_STORY
from tests.browser.test_present import on_scene
from tests.combinations import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.browser.conftest import Visit

PREPARED_WITHIN_MILLISECONDS = 240_000

STORIES = [SHORT_STORY, *(pytest.param(story, marks=WHOLE) for story in ("cop", "donors"))]
"""A meeting of two scenes is prepared as one of seven."""

_OVER_THE_WIRE = """() => performance.getEntriesByType('resource')
    .filter((one) => one.name.includes('/static/') && one.transferSize > 0)
    .map((one) => one.name)"""
"""Scripts, styles and fonts that the page did not find in the cache."""


@pytest.fixture
def fresh(chromium: Browser, server: str) -> Iterator[Visit]:
    """A visit with a browser that has never been here."""
    context = chromium.new_context(viewport=LAPTOP, locale="fr-FR")
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    with visiting(context.new_page(), server) as visit:
        yield visit
    context.close()


@pytest.mark.parametrize("story", STORIES)
def test_prepared_meeting_needs_nothing_more_from_the_server(fresh: Visit, common: Path, story: str) -> None:
    t = language("fr")
    page = fresh.open(f"/present?story={story}&lang=fr")
    page.get_by_role("button", name=t("Prepare the meeting")).click()
    expect(page.locator(".browser-check[data-state]")).to_have_attribute("data-state", "ready", timeout=PREPARED_WITHIN_MILLISECONDS)
    expect(page.locator(".browser-check")).to_have_text(t("This browser has opened all that the meeting shows; it is in its cache."))
    assert page.locator("iframe").count() == 0
    folder = next((common / "server" / "workspace" / "kits").glob(f"{story}-*"))
    kit = {f"{story}.html", f"{story}-fr.pptx", f"{story}-en.xlsx", f"{story}-en.pdf", "page-legere-fr.html"}
    assert kit <= {path.name for path in folder.iterdir()}
    page.get_by_role("button", name=t("Begin the meeting")).click()
    on_scene(page, 1)
    page.reload()
    on_scene(page, 1)
    assert page.evaluate(_OVER_THE_WIRE) == []
    page.locator(".st-key-stage-table button").focus()
    page.keyboard.press("Enter")
    page.locator('[data-testid="stDataFrame"] canvas').first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("link", name=t("Drill down")).focus()
    page.keyboard.press("Enter")
    page.locator(".page-foot").wait_for()
    assert page.evaluate(_OVER_THE_WIRE) == []


@pytest.mark.parametrize("story", STORIES)
def test_address_of_the_command_prepares_at_once_and_a_screen_that_fails_is_named(fresh: Visit, story: str) -> None:
    """One of the pages is made to fail in the browser: its scripts get no answer for it."""
    fresh.page.context.route("**/progress?**", lambda route: route.fulfill(status=200, content_type="text/html", body=_FAILED))
    page = fresh.open(f"/present?story={story}&lang=en&prepare=1")
    expect(page.get_by_text("scenes can be drawn with the data as of")).to_be_visible(timeout=PREPARED_WITHIN_MILLISECONDS)
    assert "prepare" not in page.url
    check = page.locator(".browser-check[data-state]")
    expect(check).to_have_attribute("data-state", "failed", timeout=PREPARED_WITHIN_MILLISECONDS)
    expect(page.locator(".browser-check")).to_contain_text("the screen behind scene 1")


_FAILED = '<div data-testid="stApp" data-test-script-state="notRunning"><div data-testid="stAlert">no</div></div>'
