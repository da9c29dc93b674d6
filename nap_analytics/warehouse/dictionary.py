"""What every relation and column means, in the words of dictionary.csv and of the checks."""

from __future__ import annotations

import csv
import io
from functools import cache

from nap_analytics.warehouse.sql import FOLDER, sql_names, sql_text


@cache
def dictionary() -> tuple[tuple[str, str, str], ...]:
    """Relation, column and meaning of everything in the database.

    Relation `*` means every relation that has the column and no row of its own; an empty column means the relation.
    """
    text = (FOLDER / "dictionary.csv").read_text(encoding="utf-8")
    return tuple((row["relation"], row["column"], row["comment"]) for row in csv.DictReader(io.StringIO(text)))


def expected_sentence(name: str) -> str:
    """What a check or a notice says: the first line of its file, a comment."""
    return sql_text(name).splitlines()[0].removeprefix("--").strip()


def comments() -> set[str]:
    """All texts of the database that people read, for translation: meanings, and what the checks and notices say."""
    rules = [*sql_names("checks"), *sql_names("notices")]
    return {comment for _, _, comment in dictionary()} | {expected_sentence(name) for name in rules}
