"""What can be found wrong with a page that stands: parts wider than the screen, barriers to those who cannot see or click (WCAG AA)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Page

SERIOUS = {"serious", "critical"}
STREAMLIT_RULES: dict[str, str] = {}
"""Findings inside Streamlit's own widgets that no page can change: rule of axe -> where and why. None is known."""

CHARTS = ".js-plotly-plot .main-svg:first-of-type"
"""The charts that are drawn."""

_SCROLLING = '[data-testid="stDataFrame"], .js-plotly-plot, [role="radiogroup"], .scrolls'
"""Parts that may be wider than the screen, for they scroll by themselves."""

_TOO_WIDE = """scrolling => [...document.querySelectorAll('[data-testid="stMainBlockContainer"] *')]
    .filter(element => element.getBoundingClientRect().right > window.innerWidth + 1)
    .filter(element => !element.closest(scrolling))
    .map(element => element.outerHTML.slice(0, 120))"""

_SCROLLS_SIDEWAYS = """() => [document.scrollingElement, document.querySelector('[data-testid="stMain"]')]
    .some(element => element.scrollWidth > window.innerWidth)"""


_IS_DRAWN = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return document.readyState === 'complete' && document.fonts.status === 'loaded'
        && (!app || app.dataset.testScriptState === 'notRunning')
        && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
        && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(one => one.querySelector('.main-svg'))
        && document.getAnimations().every(one => one.playState !== 'running');
}"""

_IS_STILL = """([ticks, patience]) => new Promise((done, failed) => {
    const began = performance.now();
    let quiet = 0;
    const watch = new MutationObserver(() => { quiet = 0; });
    watch.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
    const look = () => {
        quiet += 1;
        if (quiet <= ticks && performance.now() - began < patience) return setTimeout(look, 16);
        watch.disconnect();
        return quiet > ticks ? done() : failed(new Error('the page does not come to rest'));
    };
    look();
})"""
QUIET_TICKS = 6
"""Turns of the browser in which nothing changed; a turn that takes long, on a machine with other work, is one all the same."""
MOST_UNREST_MILLISECONDS = 20_000

_MOVING = """() => [...document.querySelectorAll('[data-testid="stMain"] *')].filter((one) => {
    const style = getComputedStyle(one);
    const longest = (text) => Math.max(...text.split(',').map(parseFloat));
    return longest(style.transitionDuration) > 0.05 || longest(style.animationDuration) > 0.05;
}).map((one) => one.outerHTML.slice(0, 120))"""

_LASTING = """() => document.getAnimations().filter((one) => one.effect.getTiming().duration > 50)
    .map((one) => String(one.animationName))"""

MOST_STOPS = 150

_START_AT_THE_TOP = """() => {
    window.previousStop = window.firstStop = undefined;
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
}"""
"""Else the Tab key goes on from where the focus was last, which may be in the middle of the page."""

_STOP = """async () => {
    await new Promise(requestAnimationFrame);
    const one = document.activeElement;
    if (!one || one === document.body || one === window.firstStop) return null;
    window.firstStop ??= one;
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


def settle(page: Page) -> None:
    """Wait until all is drawn, every chart too, and nothing changes any more."""
    page.wait_for_function(_IS_DRAWN)
    page.evaluate(_IS_STILL, [QUIET_TICKS, MOST_UNREST_MILLISECONDS])


def too_wide(page: Page) -> list[str]:
    """The parts of the page that reach beyond the right edge of the screen; "the page" where it scrolls sideways as a whole."""
    settle(page)
    return page.evaluate(_TOO_WIDE, _SCROLLING) + ["the page"] * page.evaluate(_SCROLLS_SIDEWAYS)


def serious_findings(page: Page) -> list[str]:
    """The serious and critical findings of axe, each with the element."""
    settle(page)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    serious = [finding for finding in found if finding["impact"] in SERIOUS and finding["id"] not in STREAMLIT_RULES]
    return [f"{finding['id']}: {node['html'][:300]}" for finding in serious for node in finding["nodes"]]


def moving(page: Page) -> list[str]:
    """What moves on a page that stands, or would move for longer than a blink; it asks for rest where the browser is told so."""
    return page.evaluate(_LASTING) + page.evaluate(_MOVING)


def at_the_top(page: Page) -> Page:
    """The page at rest, with the next Tab key going to its first stop."""
    settle(page)
    page.evaluate(_START_AT_THE_TOP)
    return page


def stops(page: Page) -> Iterator[dict[str, object]]:
    """Where the Tab key stops, from the top of the page until it leaves the page or comes round to its first stop."""
    at_the_top(page)
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
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
