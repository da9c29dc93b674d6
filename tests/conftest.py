"""What all tests share: the shipped data, what can be made anew, and how much a run asks."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from xdist.scheduler import LoadFileScheduling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from xdist.remote import Producer
    from xdist.scheduler import Scheduling

    from nap_analytics.warehouse import Warehouse

ROOT = Path(__file__).parents[1]

os.environ.setdefault("NAP_CACHE", str(ROOT / ".pytest_cache" / "made"))
"""The servers and warehouses of all runs keep here what can be made anew: the scripts packed, the structure of the warehouse."""

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
"""A command or server that a test starts finds the modules that the one before it compiled."""


TOGETHER = (
    ("product/test_pages.py", "product/test_deadlines_and_means.py", "product/test_plan_says.py"),
    ("unit/test_architecture.py", "unit/queries/test_reads.py", "unit/queries/test_statements.py", "unit/wording/test_locales.py"),
)
"""Files whose tests read the same pages (`tests/visits.py`), and files whose tests read the same sources (`tests/reads.py`)."""

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

LONG = (
    "product/test_deadlines_and_means.py",
    "product/test_sparse_data.py",
    *(f"browser/test_{name}.py" for name in ("present", "shell", "views", "filters", "share", "prepare", "keyboard", "faults")),
    *(f"product/test_{name}.py" for name in ("report_docx", "workbook", "broken", "budget_additions", "datapackage", "deck_xlsx")),
)
"""Files that take longest: they are begun first, so that no process waits at the end for the other's last."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that asks for everything."""
    parser.addoption("--whole", action="store_true", help="ask every combination, not only the balanced choice (tests/combinations.py)")


def pytest_configure(config: pytest.Config) -> None:
    """The mark of what is asked with that option alone; on how many numbers that nobody chose a claim about measures is tried."""
    config.addinivalue_line("markers", "whole: asked with the option --whole alone")
    settings.register_profile("measures", max_examples=50 if config.getoption("--whole") else 6, deadline=None, derandomize=True)


class _ByFile(LoadFileScheduling):
    """The tests of a file run in one process, where they share what takes long to make, and so do those of the files in `TOGETHER`."""

    def _split_scope(self, nodeid: str) -> str:
        path = str(super()._split_scope(nodeid))
        return next((group[0] for group in TOGETHER if path.removeprefix("tests/") in group), path)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling:
    """How tests are given to the processes of a run."""
    return _ByFile(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the long files first; leave out what is asked with the option alone."""
    places = {file: place for place, file in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.nodeid.partition("::")[0].removeprefix("tests/"), len(places)))
    if config.getoption("--whole"):
        return
    left_out = [item for item in items if item.get_closest_marker("whole")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("whole")]


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The shipped data, with nothing reported by anybody; opened once for all tests, none of which changes it.

    What one test asks of it is remembered for the others.
    """
    from nap_analytics.warehouse import open_warehouse

    return open_warehouse(folder=ROOT / "data", workspace=tmp_path_factory.mktemp("workspace")).remembering()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, one for all tests of a process."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("no Chromium on this machine: run tests/install_browser.sh")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()
