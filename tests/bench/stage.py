"""Presenting in a real browser: the first load of a scene, and the time from a key to the next scene drawn."""

from __future__ import annotations

import re
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.pages import FLAGS, ROOT, chromium, server

STORY = "cop"
ROUNDS = 12

_DRAWN = """(number) => {
    const stage = document.querySelector('.stage');
    const running = document.querySelector('[data-testid="stApp"]').dataset.testScriptState !== 'notRunning';
    return stage && stage.dataset.scene === String(number) && !running && performance.now();
}"""


def measure() -> dict[str, object]:
    """Megabytes on the wire of a scene opened cold, and the median and longest milliseconds of a change of scene."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        with server(ROOT / "app.py", workspace=str(Path(scratch)), ready="/ready") as address:
            page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
            page.goto(f"{address}/present?story={STORY}")
            page.locator(".st-key-begin button").click()
            page.wait_for_url(re.compile("meeting="))
            page.wait_for_function(_DRAWN, arg=1)
            megabytes = _first_load(browser, page.url)
            changes = [_change_ms(page, key="ArrowRight" if at % 2 == 0 else "ArrowLeft", to=2 - at % 2) for at in range(ROUNDS)]
        browser.close()
    return {
        "first_load_mb": megabytes,
        "change_median_ms": round(statistics.median(changes), 1),
        "change_longest_ms": round(max(changes), 1),
    }


def _first_load(browser: Browser, url: str) -> float:
    """Megabytes received by a visitor who was never here, until the scene stands."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    received: list[int] = []
    wire.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
    page.goto(url)
    page.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
    page.wait_for_timeout(1500)
    context.close()
    return round(sum(received) / 1_000_000, 2)


def _change_ms(page: Page, *, key: str, to: int) -> float:
    """From the key to the scene drawn."""
    page.wait_for_timeout(400)
    page.evaluate("() => { addEventListener('keydown', () => { window.napPressed = performance.now(); }, {once: true, capture: true}); }")
    page.keyboard.press(key)
    drawn = page.wait_for_function(_DRAWN, arg=to, polling="raf").json_value()
    return float(drawn) - float(page.evaluate("() => window.napPressed"))
