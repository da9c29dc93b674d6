"""One server and one Chromium for all browser tests; every visit must leave the console and the network clean."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "test-results"
"""Where the pictures of failing tests go."""

STARTED_WITHIN_SECONDS = 90
PACKED_SCRIPTS = ROOT / ".pytest_cache" / "packed-scripts"
"""Where the servers of all runs keep Streamlit's scripts packed: packing them takes a third of a minute of a core."""

PATIENCE_MILLISECONDS = 60_000
"""Far more than any page takes, for machines with other work to do."""

STREAMLIT_PROBES = ("/_stcore/health", "/_stcore/host-config")
"""On a deep link Streamlit asks for these below the page first, and gets 404."""

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
)
"""No other host can be reached: Chromium finds the address of none."""


@dataclass
class Visit:
    """A browser tab that remembers what went wrong in it."""

    page: Page
    address: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Open a page of the dashboard cold and wait until it is drawn."""
        self.page.goto(f"{self.address}{path}")
        self.wait()
        return self.page

    def wait(self) -> None:
        """Wait until the script has run and its page stands."""
        self.page.wait_for_selector(".page-foot")
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')

    def click(self, target: Locator) -> None:
        """Click and wait until the answer stands."""
        target.click()
        self.page.wait_for_timeout(150)
        self.wait()

    def note_request(self, request: Request) -> None:
        """Remember a request that is not for the dashboard."""
        if request.url.startswith(("http:", "https:", "ws:", "wss:")) and urlsplit(request.url).netloc != urlsplit(self.address).netloc:
            self.outside.append(request.url)

    def note_console(self, message: ConsoleMessage) -> None:
        """Remember an error of the console."""
        url = message.location.get("url", "") if message.location else ""
        path = urlsplit(url).path
        is_probe = path.endswith(STREAMLIT_PROBES) and path not in STREAMLIT_PROBES
        if message.type == "error" and not is_probe:
            self.errors.append(f"{message.text} ({url})")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("localhost", 0))
        return int(listener.getsockname()[1])


@contextmanager
def serving(folder: Path, **environment: str) -> Iterator[str]:
    """Address of a dashboard that has just started, with its workspace and its log in the folder; nobody has visited it."""
    workspace, log = folder / "workspace", folder / "server.log"
    workspace.mkdir()
    PACKED_SCRIPTS.mkdir(parents=True, exist_ok=True)
    (workspace / "cache").symlink_to(PACKED_SCRIPTS)
    port = free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
            cwd=ROOT,
            env={**os.environ, "NAP_WORKSPACE": str(workspace), **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    address = f"http://localhost:{port}"
    try:
        deadline = time.monotonic() + STARTED_WITHIN_SECONDS
        while not is_up(address):
            if process.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"the server did not start: {log.read_text(encoding='utf-8')}")
            time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def is_up(address: str) -> bool:
    """True once the server answers; it has not loaded the data for that."""
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=60) as answer:
            return answer.status == 200
    except OSError:
        return False


@contextmanager
def visiting(context: BrowserContext, address: str) -> Iterator[Visit]:
    """A tab on the dashboard; afterwards nothing may have been asked of another host, and no error be on the console."""
    tab = Visit(page=context.new_page(), address=address)
    tab.page.on("request", tab.note_request)
    tab.page.on("websocket", lambda opened: tab.outside.append(opened.url) if urlsplit(address).netloc not in opened.url else None)
    tab.page.on("console", tab.note_console)
    tab.page.on("pageerror", lambda error: tab.errors.append(str(error)))
    yield tab
    tab.page.close()
    assert tab.outside == []
    assert tab.errors == []


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a dashboard with the real data loaded and an empty workspace."""
    with serving(tmp_path_factory.mktemp("server")) as address:
        with urllib.request.urlopen(f"{address}/ready", timeout=STARTED_WITHIN_SECONDS) as answer:
            assert answer.status == 200
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("no Chromium on this machine: run tests/install_browser.sh")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A visitor with a laptop's screen, whose browser keeps the scripts once loaded; each tab is a session of its own."""
    visitor = chromium.new_context(viewport={"width": 1280, "height": 720}, locale="fr-FR", reduced_motion="reduce")
    visitor.set_default_timeout(PATIENCE_MILLISECONDS)
    yield visitor
    visitor.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep a picture of what a failing test saw last."""
    report = yield
    tab = getattr(item, "funcargs", {}).get("visit")
    if report.failed and report.when == "call" and tab is not None:
        PICTURES.mkdir(exist_ok=True)
        name = re.sub(r"[^\w-]+", "-", item.name)
        tab.page.screenshot(path=PICTURES / f"{name}.png")
    return report


@pytest.fixture
def visit(context: BrowserContext, server: str) -> Iterator[Visit]:
    """A tab on the dashboard that all tests share."""
    with visiting(context, server) as tab:
        yield tab
