"""The views behind the filters: each fits a telephone, and has no serious accessibility finding."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from nap_analytics.ui.navigation import FIRST_PAGE, PAGES
from tests.browser.findings import serious_findings, too_wide
from tests.browser.test_shell import TELEPHONE
from tests.views import VIEWS

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

ADDRESSES = [f"/{'' if name == FIRST_PAGE else name}?{urlencode(state)}" for name in PAGES for state in VIEWS.get(name, []) if state]

READ_ALOUD = [
    "/progress?plan=mli-2015",
    "/plans?view=results",
    "/plans?view=themes",
    "/plans?view=context",
    "/plans?view=context&topic=displacement",
    "/budgets?view=division",
    "/budgets?view=around",
    "/data?section=checks",
    "/sources?section=method",
]
"""Views that hold parts which no page opens with."""


@pytest.mark.parametrize("address", ADDRESSES)
def test_view_fits_a_telephone(visit: Visit, address: str) -> None:
    visit.page.set_viewport_size(TELEPHONE)
    assert too_wide(visit.open(address)) == []


@pytest.mark.parametrize("address", READ_ALOUD)
def test_view_has_no_serious_accessibility_finding(visit: Visit, address: str) -> None:
    assert serious_findings(visit.open(address)) == []


def test_open_table_has_no_serious_accessibility_finding(visit: Visit) -> None:
    page = visit.open("/budgets")
    page.get_by_text("Afficher le tableau").first.click()
    page.get_by_test_id("stDataFrame").first.wait_for()
    assert serious_findings(page) == []
