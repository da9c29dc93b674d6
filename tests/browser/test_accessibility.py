"""The stage, the presenter's view and the file to take away, for those who cannot see or click (WCAG 2.2, level AA)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from nap_analytics.wording.language import language
from tests.browser.conftest import visiting
from tests.browser.findings import faults, serious_findings, stops
from tests.browser.test_present import begin
from tests.combinations import WHOLE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit


@pytest.mark.parametrize("look", ["dark", pytest.param("light", marks=WHOLE)])
def test_stage_and_presenters_view_bar_nobody(visit: Visit, look: str) -> None:
    """The controls of the stage are reached by the Tab key, and seen then. `test_present.py` reads both aloud in the other look too."""
    page = begin(visit, "fr", look=look)
    assert serious_findings(page) == []
    bar = page.locator(".st-key-stage-bar")
    expect(bar).to_have_css("opacity", "0")
    found = list(stops(page))
    assert found
    assert faults(found) == []
    page.get_by_role("button", name="Suivant").focus()
    expect(bar).to_have_css("opacity", "1")
    page.goto(page.url + "&view=notes")
    page.locator(".timer").wait_for()
    assert serious_findings(page) == []


@pytest.fixture(scope="module")
def deck_file(tab: Page, server: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped story as the HTML file of the take-away kit, taken from the lobby."""
    path = tmp_path_factory.mktemp("deck") / "cop.html"
    with visiting(tab, server) as visit:
        page = visit.open("/present?story=cop&lang=fr")
        with page.expect_download() as taken:
            page.get_by_role("button", name=language("fr")("One HTML file for a USB stick")).click()
        taken.value.save_as(path)
    return path


@pytest.mark.parametrize("place", ["fr", "en/5-totals/table", "fr+en/6-missing/dark/notes", "fr/1-completion/list"])
def test_file_to_take_away_bars_nobody(tab: Page, deck_file: Path, place: str) -> None:
    tab.goto(f"{deck_file.as_uri()}#{place}")
    tab.reload()
    assert serious_findings(tab) == []
