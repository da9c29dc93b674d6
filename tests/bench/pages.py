"""Cold start, first load and reruns in a real browser, each page against an empty Streamlit page of the same run."""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
EMPTY_PAGE = 'import streamlit as st\n\nst.write("")\n'
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
ROUNDS = 15

_WATCH_SOCKET = """() => {
    window.nap = {isArmed: false, asked: null, drawn: null, last: null};
    window.WebSocket = class extends window.WebSocket {
        constructor(...given) {
            super(...given);
            this.addEventListener('message', () => {
                window.nap.last = performance.now();
                requestAnimationFrame(() => requestAnimationFrame(() => { window.nap.drawn = performance.now(); }));
            });
        }
        send(data) {
            if (window.nap.isArmed) { window.nap.asked = performance.now(); window.nap.isArmed = false; }
            super.send(data);
        }
    };
}"""
"""Notes when the browser asks for a rerun and when it has drawn the last message that came of it."""

_QUIET_MS = 250
"""So long after the last message, a rerun is over."""


def measure() -> dict[str, object]:
    """Cold start in seconds, first load in bytes and seconds, and one row per page with its rerun against an empty page's."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        empty_script = Path(scratch) / "empty.py"
        empty_script.write_text(EMPTY_PAGE, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        began = time.perf_counter()
        with server(ROOT / "app.py", workspace=scratch, ready="/ready") as address:
            cold_start = time.perf_counter() - began
            with empty_server(empty_script, folder=Path(scratch)) as empty, empty_server(empty_script, folder=ROOT) as tuned:
                first = _first_load(browser, address=address)
                pages = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
                reruns = [rerun_row(browser, f"{address}/{name}", empty=empty, tuned=tuned) for name in pages]
        browser.close()
    return {"cold_start_s": round(cold_start, 2), "first_load": first, "reruns": reruns}


def empty_server(script: Path, *, folder: Path) -> AbstractContextManager[str]:
    """An empty page; the folder it starts in decides the settings: Streamlit's own, or those of the project."""
    return server(script, folder=folder, workspace=str(folder), ready="/_stcore/health")


@contextmanager
def server(script: Path, *, folder: Path = ROOT, workspace: str, ready: str, data: Path | None = None) -> Iterator[str]:
    """A Streamlit server on a free port, with the settings of the folder it starts in; its address once it is ready."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), "--server.headless", "true"]
    environment = {**os.environ, "NAP_WORKSPACE": workspace} | ({"NAP_DATA": str(data)} if data else {})
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(address + ready, process=process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(url: str, *, process: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                if answer.status == 200:
                    return
        except OSError:
            pass
        time.sleep(0.05)
    raise TimeoutError(url)


def _first_load(browser: Browser, *, address: str) -> dict[str, object]:
    """Bytes on the wire and seconds until the first chart stands, for a visitor who was never here."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    received: list[int] = []
    wire.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
    began = time.perf_counter()
    page.goto(address)
    page.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
    seconds = time.perf_counter() - began
    _wait_until_idle(page)
    page.wait_for_timeout(1000)
    context.close()
    return {"megabytes": round(sum(received) / 1_000_000, 2), "requests": len(received), "first_chart_s": round(seconds, 2)}


def rerun_row(browser: Browser, url: str, *, empty: str, tuned: str) -> dict[str, object]:
    """Median milliseconds from the key press to the end of the rerun: the page, an empty page as Streamlit runs it, and an
    empty page with this project's settings, in turn.
    """
    tabs = {"rerun": _opened(browser, url), "empty": _opened(browser, empty), "tuned_empty": _opened(browser, tuned)}
    found: dict[str, list[float]] = {name: [] for name in tabs}
    for _ in range(ROUNDS):
        for name, tab in tabs.items():
            found[name].append(_rerun_ms(tab))
    for tab in tabs.values():
        tab.context.close()
    median = {name: statistics.median(times) for name, times in found.items()}
    return {
        "page": url.rsplit("/", 1)[-1],
        **{f"{name}_ms": round(milliseconds, 1) for name, milliseconds in median.items()},
        "ratio": round(median["rerun"] / median["empty"], 2),
        "ratio_tuned": round(median["rerun"] / median["tuned_empty"], 2),
    }


def _opened(browser: Browser, url: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
    page.add_init_script(f"({_WATCH_SOCKET})()")
    page.goto(url)
    page.locator('[data-testid="stApp"]').wait_for()
    _wait_until_idle(page)
    page.wait_for_timeout(1500)
    _rerun_ms(page)
    return page


def _rerun_ms(page: Page) -> float:
    """From the browser's asking for a rerun until it has drawn the last message that came of it."""
    page.evaluate("() => { Object.assign(window.nap, {isArmed: true, asked: null, drawn: null, last: null}); }")
    page.keyboard.press("r")
    page.wait_for_function(
        f"() => window.nap.drawn !== null && performance.now() - window.nap.last > {_QUIET_MS} && window.nap.drawn >= window.nap.last",
        timeout=30_000,
    )
    return float(page.evaluate("() => window.nap.drawn - window.nap.asked"))


def _wait_until_idle(page: Page) -> None:
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(timeout=60_000)


def chromium() -> str:
    """The path of the browser."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        raise RuntimeError("Chromium is not installed; tests/install_browser.sh installs it")
    return found
