"""Those who cannot see or click: where the keyboard goes, in which order, what is named, what moves (WCAG 2.2, level AA)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from nap_analytics.kit.files import KIT
from nap_analytics.kit.storyboard import read_story, story_deck
from nap_analytics.ui.navigation import PAGES
from nap_analytics.warehouse import open_warehouse
from nap_analytics.wording.language import language
from tests.browser.findings import serious_findings
from tests.browser.test_present import begin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

MOST_STOPS = 150

_STOP = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    const previous = window.previousStop;
    window.previousStop = one;
    const labels = [one.getAttribute('aria-label'), one.textContent, one.getAttribute('title'), one.getAttribute('placeholder'),
                    ...[...(one.labels || [])].map((label) => label.textContent), one.closest('[aria-label]')?.getAttribute('aria-label'),
                    document.getElementById(one.getAttribute('aria-labelledby'))?.textContent];
    const hasRing = (each) => {
        const look = getComputedStyle(each);
        return look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0 || look.boxShadow !== 'none';
    };
    const covers = (x, y) => {
        const top = document.elementFromPoint(Math.min(Math.max(x, 0), innerWidth - 1), Math.min(Math.max(y, 0), innerHeight - 1));
        return Boolean(top && (one.contains(top) || top.contains(one) || [...(one.labels || [])].some((label) => label.contains(top))));
    };
    let marked = one;
    while (marked && marked !== document.body && !hasRing(marked)) marked = marked.parentElement;
    return {
        html: one.outerHTML.slice(0, 160),
        name: labels.find((label) => label && label.trim()) || '',
        isForward: !previous || !previous.isConnected || Boolean(previous.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING),
        isOnScreen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        isMarked: Boolean(marked && marked !== document.body),
        isUncovered: covers(box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2),
    };
}"""


def stops(page: Page) -> Iterator[dict[str, object]]:
    """Where the Tab key stops, from the top of the page until it leaves the page."""
    page.evaluate("() => { window.previousStop = undefined; document.activeElement?.blur(); }")
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        page.wait_for_timeout(20)
        stop = page.evaluate(_STOP)
        if stop is None:
            return
        yield stop


def faults(found: Iterable[dict[str, object]]) -> list[tuple[str, object]]:
    """What is wrong with the stops of the keyboard."""
    wanted = {
        "name": "no name",
        "isForward": "backwards",
        "isOnScreen": "off the screen",
        "isMarked": "not marked",
        "isUncovered": "covered",
    }
    return [(fault, stop["html"]) for stop in found for trait, fault in wanted.items() if not stop[trait]]


@pytest.mark.parametrize("name", list(PAGES))
def test_tab_key_goes_forward_to_named_and_marked_stops_on_the_screen(visit: Visit, name: str) -> None:
    page = visit.open(f"/{name}?lang=fr" if name != next(iter(PAGES)) else "/?lang=fr")
    page.wait_for_timeout(800)
    found = list(stops(page))
    assert len(found) > len(PAGES)
    assert faults(found) == []


@pytest.mark.parametrize("look", ["light", "dark"])
def test_stage_and_presenters_view_bar_nobody(visit: Visit, look: str) -> None:
    page = begin(visit, "fr", look=look)
    assert serious_findings(page) == []
    page.goto(page.url + "&view=notes")
    page.locator(".timer").wait_for()
    assert serious_findings(page) == []


def test_controls_of_the_stage_are_reached_by_tab_and_seen_then(visit: Visit) -> None:
    page = begin(visit, "fr")
    bar = page.locator(".st-key-stage-bar")
    expect(bar).to_have_css("opacity", "0")
    assert faults(stops(page)) == []
    page.get_by_role("button", name="Suivant").focus()
    expect(bar).to_have_css("opacity", "1")


@pytest.mark.parametrize("name", ["", "budgets", "present"])
def test_nothing_moves_for_those_who_ask_for_rest(visit: Visit, name: str) -> None:
    """The tab asks for reduced motion: nothing of a page that stands is moving, or would move for longer than a blink."""
    page = visit.open(f"/{name}?lang=fr")
    page.wait_for_timeout(500)
    assert page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    lasting = "document.getAnimations().filter((one) => one.effect.getTiming().duration > 50).map((one) => String(one.animationName))"
    assert page.evaluate(lasting) == []
    moving = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid="stMain"] *')].filter((one) => {
            const style = getComputedStyle(one);
            const longest = (text) => Math.max(...text.split(',').map(parseFloat));
            return longest(style.transitionDuration) > 0.05 || longest(style.animationDuration) > 0.05;
        }).map((one) => one.outerHTML.slice(0, 120))"""
    )
    assert moving == []


@pytest.fixture(scope="module")
def deck_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped story as the HTML file of the take-away kit."""
    folder = tmp_path_factory.mktemp("deck")
    warehouse = open_warehouse(workspace=folder)
    deck, _ = story_deck(read_story("cop"), warehouse=warehouse, viewed_on=date(2026, 11, 22), address="http://192.0.2.7/light")
    path = folder / "cop.html"
    path.write_bytes(KIT["html"](deck, language("fr")))
    return path


@pytest.mark.parametrize("place", ["fr", "en/5-totals/table", "fr+en/6-missing/dark/notes", "fr/1-completion/list"])
def test_file_to_take_away_bars_nobody(tab: Page, deck_file: Path, place: str) -> None:
    tab.goto(f"{deck_file.as_uri()}#{place}")
    tab.reload()
    assert serious_findings(tab) == []
