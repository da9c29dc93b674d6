"""The light page on a telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.findings import serious_findings
from tests.browser.test_present import begin, on_scene

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

TELEPHONE = {"width": 390, "height": 844}
MOST_BYTES = 150_000


@pytest.mark.parametrize("code", ["fr", "en"])
def test_light_page_fits_a_telephone_and_bars_nobody(visit: Visit, code: str) -> None:
    visit.page.set_viewport_size(TELEPHONE)
    answer = visit.page.goto(f"{visit.address}/light?lang={code}")
    assert answer is not None
    assert answer.status == 200
    assert len(answer.body()) < MOST_BYTES
    assert visit.page.evaluate("document.scrollingElement.scrollWidth") == TELEPHONE["width"]
    assert visit.page.evaluate("document.documentElement.lang") == code
    assert serious_findings(visit.page) == []


def test_light_page_leads_to_the_other_language_and_to_the_dashboard(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}/light")
    visit.page.get_by_role("link", name="English").click()
    visit.page.get_by_role("heading", name="the plans in brief").wait_for()
    visit.page.get_by_role("link", name="Open the whole dashboard").click()
    visit.wait()
    assert visit.page.get_by_role("heading", name="Overview").is_visible()


def test_every_page_leads_to_the_light_page(visit: Visit) -> None:
    page = visit.open("/budgets?lang=en")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Light page, for a telephone").click()
    opened.value.wait_for_load_state()
    assert opened.value.url == f"{visit.address}/light?lang=en"
    opened.value.close()


def test_no_code_where_telephones_cannot_reach_the_dashboard(visit: Visit) -> None:
    page = begin(visit, "fr")
    page.keyboard.press("End")
    on_scene(page, 7)
    assert page.locator(".light-code").count() == 0
