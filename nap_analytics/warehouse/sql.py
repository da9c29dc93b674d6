"""The .sql files of the warehouse, as text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def sql_text(name: str) -> str:
    """Text of an .sql file, named by its path below the warehouse folder."""
    return (FOLDER / name).read_text(encoding="utf-8")


def sql_names(folder: str) -> list[str]:
    """Paths of the .sql files of a folder, in the order of their names."""
    return sorted(f"{folder}/{path.name}" for path in (FOLDER / folder).glob("*.sql"))
