"""The views behind the filters: each fits a telephone, and has no serious accessibility finding."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from nap_analytics.ui.navigation import FIRST_PAGE, PAGES
from tests.browser.conftest import LAPTOP, TELEPHONE
from tests.browser.findings import CHARTS, serious_findings, too_wide
from tests.views import VIEWS

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

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


WHICH_VIEW = {"view", "section", "words"}
"""Parameters that decide which view is drawn; the others say of what."""


def _addresses(name: str) -> list[str]:
    """The views behind the filters of a page, those to be read aloud among them."""
    path = f"/{'' if name == FIRST_PAGE else name}"
    states = [f"{path}?{urlencode(state)}" for state in VIEWS.get(name, []) if state]
    return list(dict.fromkeys([*states, *(address for address in READ_ALOUD if urlsplit(address).path == path)]))


def _unlike(addresses: list[str]) -> list[str]:
    """One of those that ask one view for different things, the one to be read aloud before others."""
    found: dict[frozenset[tuple[str, str]], str] = {}
    for address in addresses:
        asked = parse_qsl(urlsplit(address).query)
        kind = frozenset((name, value if name in WHICH_VIEW else "") for name, value in asked)
        if kind not in found or address in READ_ALOUD:
            found[kind] = address
    return list(found.values())


ADDRESSES = {name: _addresses(name) for name in PAGES}

WITHOUT_CHART = {"data", "present", "sources"}
"""Pages none of whose views draws a chart."""


@pytest.mark.parametrize("name", [name for name in PAGES if ADDRESSES[name]])
def test_views_of_a_page_fit_a_telephone_and_are_read_aloud(visit: Visit, name: str) -> None:
    """One after the other in one tab, as the browser's own buttons turn from one to the other; of like views, one."""
    first, *others = _unlike(ADDRESSES[name])
    visit.page.set_viewport_size(TELEPHONE)
    visit.open(first)
    found = {first: _found(visit.page, first)}
    charts = visit.page.locator(CHARTS).count()
    for address in others:
        found[address] = _found(visit.turn_to(address), address)
        charts += visit.page.locator(CHARTS).count()
    assert {address: wrong for address, wrong in found.items() if wrong} == {}
    assert bool(charts) == (name not in WITHOUT_CHART)


@pytest.mark.whole
@pytest.mark.parametrize("address", [address for name in PAGES for address in ADDRESSES[name]])
def test_view_that_is_opened_cold_fits_a_telephone_and_is_read_aloud(visit: Visit, address: str) -> None:
    """On a laptop too."""
    visit.page.set_viewport_size(TELEPHONE)
    assert _found(visit.open(address), address) == []
    visit.page.set_viewport_size(LAPTOP)
    assert _found(visit.page, address) == []


def test_every_view_that_is_read_aloud_is_visited() -> None:
    assert set(READ_ALOUD) <= {address for own in ADDRESSES.values() for address in _unlike(own)}


def _found(page: Page, address: str) -> list[str]:
    """What is wrong with a view on a telephone, and with the reading aloud of those that are to be."""
    asked, shown = (parse_qsl(urlsplit(place).query) for place in (address, page.url))
    assert set(asked) <= set(shown)
    found = too_wide(page)
    if address in READ_ALOUD:
        found += serious_findings(page)
    return found
