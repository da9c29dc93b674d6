"""Run a user's own SELECT where it can reach the tables and views alone.

Two locks, each enough by itself: the parsed statement may only name what is shown to everybody,
and the database it runs in has no access to files, network or settings.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from nap_analytics.errors import N_, QueryError
from nap_analytics.warehouse.database import HIDDEN, Warehouse, open_warehouse

TABLE_FUNCTIONS = frozenset({"unnest", "range", "generate_series"})
CLOSED_FUNCTIONS = frozenset({"getenv", "current_setting", "getvariable", "set_config", "write_log", "nextval", "currval"})


class Sandbox:
    """A sealed warehouse that answers one SELECT at a time."""

    def __init__(self, *, folder: Path | None = None, workspace: Path | None = None) -> None:
        self._warehouse: Warehouse = open_warehouse(folder=folder, workspace=workspace, is_sealed=True)
        macros = self._warehouse.rows("SELECT function_name FROM duckdb_functions() WHERE function_type LIKE '%macro' AND NOT internal")[1]
        self._relations = set(self._warehouse.relation_names())
        self._macros = {name for (name,) in macros}

    def answer(self, statement: str) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Answer one SELECT as column names and rows.

        Raises:
            QueryError: when it is not one SELECT, names anything but tables and views, or fails.
        """
        self._admit(statement)
        try:
            return self._warehouse.rows(statement)
        except duckdb.Error as error:
            raise QueryError(N_("The query cannot be answered: {reason}"), reason=str(error)) from error

    def _admit(self, statement: str) -> None:
        tree = self._parsed(statement)
        for node in _nodes(tree):
            kind = node.get("type")
            name = str(node.get("table_name") or node.get("function_name") or "").lower()
            if kind == "SHOW_REF":
                raise QueryError(N_("Only one SELECT is accepted."))
            if kind == "BASE_TABLE" and not self._is_shown(node, tree=tree):
                raise QueryError(N_("No table or view of this name: {name}"), name=node["table_name"])
            if kind == "TABLE_FUNCTION":
                function = node["function"]["function_name"].lower()
                if function not in self._macros | TABLE_FUNCTIONS:
                    raise QueryError(N_("This function cannot be used in a query: {name}"), name=function)
            if node.get("class") == "FUNCTION" and name in CLOSED_FUNCTIONS:
                raise QueryError(N_("This function cannot be used in a query: {name}"), name=name)

    def _parsed(self, statement: str) -> dict[str, Any]:
        serialized = self._warehouse.rows("SELECT json_serialize_sql($statement)", {"statement": statement})[1][0][0]
        tree: dict[str, Any] = json.loads(serialized)
        if tree.get("error") and tree.get("error_type") == "parser":
            raise QueryError(N_("The query cannot be answered: {reason}"), reason=tree.get("error_message", ""))
        if tree.get("error") or len(tree["statements"]) != 1:
            raise QueryError(N_("Only one SELECT is accepted."))
        return tree

    def _is_shown(self, node: dict[str, Any], *, tree: dict[str, Any]) -> bool:
        name = node["table_name"].lower()
        if node.get("catalog_name") or node.get("schema_name") not in ("", "main"):
            return False
        return name in self._relations or (name in _named_parts(tree) and name not in HIDDEN)


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        yield tree
        for value in tree.values():
            yield from _nodes(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _nodes(value)


def _named_parts(tree: dict[str, Any]) -> set[str]:
    """Names given by WITH."""
    return {
        entry["key"].lower()
        for node in _nodes(tree)
        for entry in (node.get("cte_map") or {}).get("map", [])
        if isinstance(entry, dict) and "key" in entry
    }
