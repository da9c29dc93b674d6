"""What all tests share: the shipped data, what can be made anew, and how much a run asks."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from nap_analytics.warehouse import Warehouse

ROOT = Path(__file__).parents[1]

os.environ.setdefault("NAP_CACHE", str(ROOT / ".pytest_cache" / "made"))
"""The servers and warehouses of all runs keep here what can be made anew: the scripts packed, the structure of the warehouse."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that asks for everything."""
    parser.addoption("--whole", action="store_true", help="ask every combination, not only the balanced choice (tests/combinations.py)")


def pytest_configure(config: pytest.Config) -> None:
    """The mark of what is asked with that option alone."""
    config.addinivalue_line("markers", "whole: asked with the option --whole alone")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests of a file together, which share what takes long to make; leave out what is asked with the option alone."""
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.path.name))
    if config.getoption("--whole"):
        return
    left_out = [item for item in items if item.get_closest_marker("whole")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("whole")]


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The shipped data, with nothing reported by anybody; opened once for all tests, none of which changes it."""
    from nap_analytics.warehouse import open_warehouse

    return open_warehouse(folder=ROOT / "data", workspace=tmp_path_factory.mktemp("workspace"))
