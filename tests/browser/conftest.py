"""One server for all browser tests, a Chromium for each worker; every visit must leave the console and the network clean."""

from __future__ import annotations

import os
import re
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.servers import REACHED, STARTED_WITHIN_SECONDS, sharing, with_short_story

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Error, Locator, Page, Request, ViewportSize, WebSocket

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "test-results"
"""Where the pictures of failing tests go."""

LAPTOP: ViewportSize = {"width": 1280, "height": 720}
TELEPHONE: ViewportSize = {"width": 390, "height": 844}
PROJECTOR: ViewportSize = {"width": 1920, "height": 1080}
PATIENCE_MILLISECONDS = 60_000
"""Far more than any page takes, for machines with other work to do."""
MOST_BYTES_OF_AN_END = 1_000
"""The message that a run has finished is far smaller; what pages are drawn from is not read."""

expect.set_options(timeout=PATIENCE_MILLISECONDS)

STREAMLIT_PROBES = ("/_stcore/health", "/_stcore/host-config")
"""On a deep link Streamlit asks for these below the page first, and gets 404."""

_STANDS = """() => document.querySelector('.page-foot')?.checkVisibility()
    && document.querySelector('[data-testid="stApp"]').dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-stale="true"]')"""
_TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
_TURN = """path => {
    history.pushState({}, '', path);
    window.dispatchEvent(new PopStateEvent('popstate', {state: {}}));
}"""


@dataclass
class Visit:
    """A visit in a browser tab, and what went wrong in it.

    Attributes:
        page: The tab.
        address: Address of the dashboard.
        outside: What the pages asked of other hosts; none was reached.
        errors: What the console complained of, but for Streamlit's own probes.
        socket: By which the server answers, once a page was opened.
    """

    page: Page
    address: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    socket: WebSocket | None = None

    def open(self, path: str) -> Page:
        """Open a page of the dashboard cold and wait until it is drawn."""
        self.page.goto(f"{self.address}{path}")
        self.wait()
        return self.page

    def wait(self) -> None:
        """Wait until the script has run and its page stands."""
        self.page.wait_for_function(_STANDS)

    def click(self, target: Locator) -> None:
        """Click and wait until the answer stands."""
        self.answered(target.click)

    def turn_to(self, path: str) -> Page:
        """Show another view in the tab, as the buttons back and forward do: turning is far quicker than opening it cold."""
        self.answered(lambda: self.page.evaluate(_TURN, path))
        return self.page

    def answered(self, act: Callable[[], object]) -> None:
        """Do something that lets the script run, and wait until it has run and its page stands.

        The server tells when a run has finished. The page may draw the beginning and the end of a quick run in one go.
        """
        assert self.socket is not None
        with self.socket.expect_event("framereceived", tells_the_end_of_a_run, timeout=PATIENCE_MILLISECONDS):
            act()
        self.page.evaluate(_TWO_FRAMES)
        self.wait()

    def note_request(self, request: Request) -> None:
        """Remember a request that is not for the dashboard."""
        self._note_address(request.url)

    def note_socket(self, socket: WebSocket) -> None:
        """Remember the connection by which the server answers, and whether it is not to the dashboard."""
        self._note_address(socket.url)
        self.socket = socket

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


def tells_the_end_of_a_run(payload: bytes | str) -> bool:
    """True where a message of the server says that a run of the script has finished, and was not broken off for another."""
    if isinstance(payload, str) or len(payload) > MOST_BYTES_OF_AN_END:
        return False
    told = ForwardMsg.FromString(payload)
    return told.WhichOneof("type") == "script_finished" and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


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
def common(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the workers of a run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def server(common: Path) -> Iterator[str]:
    """Address of a dashboard with the real data loaded and an empty workspace, which telephones are said to reach."""
    with sharing(common / "server", lambda folder: {"NAP_ADDRESS": f"{REACHED}/", "NAP_DATA": str(with_short_story(folder))}) as address:
        with urllib.request.urlopen(f"{address}/ready", timeout=STARTED_WITHIN_SECONDS) as answer:
            assert answer.status == 200
        yield address


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
