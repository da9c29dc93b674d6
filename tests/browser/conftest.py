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
from playwright.sync_api import expect, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Error, Locator, Page, Request, ViewportSize, WebSocket

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "test-results"
"""Where the pictures of failing tests go."""

STARTED_WITHIN_SECONDS = 90
PACKED_SCRIPTS = ROOT / ".pytest_cache" / "packed-scripts"
"""Where the servers of all runs keep Streamlit's scripts packed: packing them takes a third of a minute of a core."""

LAPTOP: ViewportSize = {"width": 1280, "height": 720}
PATIENCE_MILLISECONDS = 60_000
"""Far more than any page takes, for machines with other work to do."""

expect.set_options(timeout=PATIENCE_MILLISECONDS)

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
    """A visit in a browser tab, and what went wrong in it.

    Attributes:
        page: The tab.
        address: Address of the dashboard.
        outside: What the pages asked of other hosts; none was reached.
        errors: What the console complained of, but for Streamlit's own probes.
    """

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
        self._note_address(request.url)

    def note_socket(self, socket: WebSocket) -> None:
        """Remember a connection that is not to the dashboard."""
        self._note_address(socket.url)

    def note_failure(self, error: Error) -> None:
        """Remember an error that no script caught."""
        self.errors.append(str(error))

    def note_console(self, message: ConsoleMessage) -> None:
        """Remember an error of the console."""
        url = message.location.get("url", "") if message.location else ""
        path = urlsplit(url).path
        is_probe = path.endswith(STREAMLIT_PROBES) and path not in STREAMLIT_PROBES
        if message.type == "error" and not is_probe:
            self.errors.append(f"{message.text} ({url})")

    def _note_address(self, url: str) -> None:
        is_of_a_host = url.startswith(("http:", "https:", "ws:", "wss:"))
        if is_of_a_host and urlsplit(url).netloc != urlsplit(self.address).netloc:
            self.outside.append(url)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("localhost", 0))
        return int(listener.getsockname()[1])


@contextmanager
def serving(folder: Path, *, port: int | None = None, **environment: str) -> Iterator[str]:
    """Address of a dashboard that has just started, with its workspace and its log in the folder; nobody has visited it.

    The same folder and port once more are the same dashboard after a restart.
    """
    workspace, log = folder / "workspace", folder / "server.log"
    workspace.mkdir(exist_ok=True)
    PACKED_SCRIPTS.mkdir(parents=True, exist_ok=True)
    if not (workspace / "cache").exists():
        (workspace / "cache").symlink_to(PACKED_SCRIPTS)
    port = port or free_port()
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
def visiting(tab: Page, address: str) -> Iterator[Visit]:
    """A visit to a dashboard; afterwards nothing may have been asked of another host, and no error be on the console."""
    visit = Visit(page=tab, address=address)
    listeners = {
        "request": visit.note_request,
        "websocket": visit.note_socket,
        "console": visit.note_console,
        "pageerror": visit.note_failure,
    }
    for event, listener in listeners.items():
        tab.on(event, listener)
    tab.set_viewport_size(LAPTOP)
    try:
        yield visit
        tab.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        tab.goto("about:blank")
    finally:
        for event, listener in listeners.items():
            tab.remove_listener(event, listener)
    assert visit.outside == []
    assert visit.errors == []


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
def tab(chromium: Browser) -> Iterator[Page]:
    """The tab that one visitor after the other sits at: opening a new one takes longer than opening a page in it.

    To the server each page opened is a session of its own, and nothing that one visitor did is remembered for the next.
    """
    context = chromium.new_context(viewport=LAPTOP, locale="fr-FR", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    yield context.new_page()
    context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep a picture of what a failing test saw last."""
    report = yield
    visit = getattr(item, "funcargs", {}).get("visit")
    if report.failed and report.when == "call" and visit is not None:
        PICTURES.mkdir(exist_ok=True)
        name = re.sub(r"[^\w-]+", "-", item.name)
        visit.page.screenshot(path=PICTURES / f"{name}.png")
    return report


@pytest.fixture
def visit(tab: Page, server: str) -> Iterator[Visit]:
    """A visit to the dashboard that all tests share."""
    with visiting(tab, server) as somebody:
        yield somebody
