"""What the database holds, where it comes from, and where its sources fail."""

from __future__ import annotations

from datetime import date

import pandas as pd

from nap_analytics.queries.answer import answer
from nap_analytics.warehouse import HIDDEN, Warehouse


def discrepancies(warehouse: Warehouse, *, plan_id: str | None = None, viewed_on: date) -> pd.DataFrame:
    """One row per contradiction of a source with itself, of whatever `origin`; of one plan, or of all where `plan_id` is None."""
    return answer(warehouse, "discrepancies", plan_id=plan_id, viewed_on=viewed_on)


def uncertain_placements(warehouse: Warehouse) -> pd.DataFrame:
    """One row: how many transcribed things have an uncertain place."""
    return answer(warehouse, "uncertain_placements")


def sources(warehouse: Warehouse) -> pd.DataFrame:
    """One row per source with the number of rows that rest on it."""
    return answer(warehouse, "sources")


def relations(warehouse: Warehouse) -> pd.DataFrame:
    """One row per table and view that people may see, tables first, with its meaning in English.

    `has_past`: it can be asked as of a past day.
    """
    return answer(warehouse, "relations", hidden=list(HIDDEN))


def relation_columns(warehouse: Warehouse) -> pd.DataFrame:
    """One row per column of the tables and views that people may see, in order, with its type and meaning in English."""
    return answer(warehouse, "relation_columns", hidden=list(HIDDEN))


def missing(warehouse: Warehouse, *, viewed_on: date) -> pd.DataFrame:
    """One row per plan and kind of thing that its sources should tell: how many there are, and how many lack it.

    `total_count` 0: the sources list no such thing.
    """
    return answer(warehouse, "missing", viewed_on=viewed_on)
