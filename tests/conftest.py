"""What a run asks: a choice of the combinations, and with `--whole` all of them and what takes long."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that asks for everything."""
    parser.addoption("--whole", action="store_true", help="ask every combination, not only the balanced choice (tests/combinations.py)")


def pytest_configure(config: pytest.Config) -> None:
    """The mark of what is asked with that option alone."""
    config.addinivalue_line("markers", "whole: asked with the option --whole alone")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is asked with the option alone."""
    if config.getoption("--whole"):
        return
    left_out = [item for item in items if item.get_closest_marker("whole")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("whole")]
