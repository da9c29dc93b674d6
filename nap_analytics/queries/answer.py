"""One .sql file, one function, one frame."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from nap_analytics.warehouse import Warehouse

FOLDER = Path(__file__).parent


@cache
def _statement(name: str) -> str:
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def answer(warehouse: Warehouse, name: str, /, **parameters: Any) -> pd.DataFrame:
    """Answer the query of that name with its parameters bound."""
    return warehouse.frame(_statement(name), parameters)
