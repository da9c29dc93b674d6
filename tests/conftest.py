"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("NAP_CACHE", str(Path(__file__).parents[1] / ".pytest_cache" / "made"))
"""The servers and warehouses of all runs keep here what can be made anew: the scripts packed, the structure of the warehouse."""
