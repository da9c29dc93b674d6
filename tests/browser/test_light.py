"""The light page on a telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import TELEPHONE
from tests.browser.findings import serious_findings
from tests.combinations import WHOLE

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

MOST_BYTES = 150_000


@pytest.mark.parametrize("code", ["fr", pytest.param("en", marks=WHOLE)])
def test_light_page_fits_a_telephone_and_bars_nobody(visit: Visit, code: str) -> None:
    visit.page.set_viewport_size(TELEPHONE)
    answer = visit.page.goto(f"{visit.address}/light?lang={code}")
    assert answer is not None
    assert answer.status == 200
    assert len(answer.body()) < MOST_BYTES
    assert visit.page.evaluate("document.scrollingElement.scrollWidth") == TELEPHONE["width"]
    assert visit.page.evaluate("document.documentElement.lang") == code
    assert serious_findings(visit.page) == []


def test_light_page_and_dashboard_lead_to_each_other(visit: Visit) -> None:
    """From the light page to the one in the other language, to the dashboard, and back."""
    page = visit.page
    page.goto(f"{visit.address}/light")
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", name="the plans in brief").wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_role("link", name="Open the whole dashboard").click()
    visit.wait()
    assert page.get_by_role("heading", name="Overview").is_visible()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Light page, for a telephone").click()
    opened.value.wait_for_load_state()
    assert opened.value.url == f"{visit.address}/light?lang=en"
    opened.value.close()
