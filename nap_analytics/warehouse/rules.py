"""The rules that the data keeps: those declared with each table and those that look across tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from nap_analytics.warehouse.declaration import DeclaredTable, declared_tables, shown_name
from nap_analytics.warehouse.dictionary import expected_sentence
from nap_analytics.warehouse.sql import sql_names

if TYPE_CHECKING:
    from nap_analytics.warehouse.database import Warehouse


def check_rules() -> pd.DataFrame:
    """One row per rule of checks/*.sql: its file name, which is the rule in short, and what it expects, in English."""
    names = sql_names("checks")
    return pd.DataFrame(
        {
            "rule": [name.rpartition("/")[2].removesuffix(".sql") for name in names],
            "expected": [expected_sentence(name) for name in names],
        }
    )


def declared_rules(warehouse: Warehouse) -> pd.DataFrame:
    """One row per declared table, in the order of schema.sql: rows that were checked and rules of each kind that they keep."""
    rows = warehouse.row_counts()
    return pd.DataFrame([_rules_of(table, row_count=rows[shown_name(table)]) for table in declared_tables()])


def _rules_of(table: DeclaredTable, *, row_count: int) -> dict[str, object]:
    return {
        "relation": shown_name(table),
        "row_count": row_count,
        "type_count": len(table.columns),
        "required_count": sum(column.is_required for column in table.columns),
        "code_list_count": sum(bool(rule.allowed) for rule in table.rules),
        "condition_count": sum(not rule.allowed for rule in table.rules),
        "key_count": len(table.keys),
        "reference_count": len(table.references),
    }
