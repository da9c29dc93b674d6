"""What all tests share."""

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


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The shipped data, with nothing reported by anybody; opened once for all tests, none of which changes it."""
    from nap_analytics.warehouse import open_warehouse

    return open_warehouse(folder=ROOT / "data", workspace=tmp_path_factory.mktemp("workspace"))
