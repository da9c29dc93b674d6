"""The dictionary: every table and view, what it and its columns mean, its first rows, and SQL to ask for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics import queries
from nap_analytics.errors import N_
from nap_analytics.findings.catalogue import RELATION_KIND, dictionary_finding
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_query
from nap_analytics.ui.filters import choose_one
from nap_analytics.ui.register import Group, TextCell, draw_register
from nap_analytics.ui.shown_table import draw_table
from nap_analytics.warehouse import Warehouse
from nap_analytics.warehouse.declaration import DeclaredTable, declared_tables, shown_name
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import pandas as pd

    from nap_analytics.wording.language import Language

ROWS_SHOWN = 10
COLUMN_TYPE: Mapping[str, str] = {
    "VARCHAR": N_("text"),
    "INTEGER": N_("whole number"),
    "BIGINT": N_("whole number"),
    "HUGEINT": N_("whole number"),
    "DOUBLE": N_("number"),
    "DATE": N_("date"),
    "BOOLEAN": N_("true or false"),
}
_UNIT = re.compile(r"\s*\[(?P<unit>[^\]]+)\]\.?\s*$")


def draw_dictionary(t: Language) -> None:
    """All tables and views, or the one that the address names."""
    relations, columns = cached_query(queries.relations), cached_query(queries.relation_columns)
    components.headline(dictionary_finding(relations, columns, t=t))
    components.lead(
        t("Tables hold what the sources say; views hold what is computed from them. The files are authoritative: nothing is typed in here.")
    )
    name = choose_relation(t, relations)
    if name:
        row = relations[relations["relation"] == name].iloc[0]
        _draw_relation(t, name, row=row, columns=columns[columns["relation"] == name])
    else:
        _draw_list(t, relations)


def choose_relation(t: Language, relations: pd.DataFrame) -> str:
    """The table or view that the address names; empty for all."""
    options = {"": t("All tables and views"), **{name: name for name in relations["relation"]}}
    return choose_one(t, t("Table or view"), name="table", options=options, look="list")


def _draw_list(t: Language, relations: pd.DataFrame) -> None:
    sizes = cached_query(Warehouse.relation_sizes).set_index("relation")["row_count"]
    groups = [
        Group(
            t(title),
            t(note),
            [
                [_link(t, name), _meaning(t, comment), TextCell(t.number(sizes[name]), is_whole=True)]
                for name, comment in zip(rows["relation"], rows["comment"], strict=True)
            ],
            is_open=True,
        )
        for kind, title, note in (
            ("table", N_("Tables"), N_("what the sources say")),
            ("view", N_("Views"), N_("what is computed from it")),
        )
        if not (rows := relations[relations["kind"] == kind]).empty
    ]
    draw_register([t("Name"), t("Meaning"), t("Rows")], groups)


def _draw_relation(t: Language, name: str, *, row: pd.Series, columns: pd.DataFrame) -> None:
    size = int(cached_query(Warehouse.relation_sizes).set_index("relation")["row_count"][name])
    components.finding(
        t(
            "{name}: {kind} of {rows} and {columns}",
            name=name,
            kind=t(RELATION_KIND[row["kind"]]),
            rows=t.n("{count} row", "{count} rows", size),
            columns=t.n("{count} column", "{count} columns", len(columns)),
        )
    )
    if row["comment"]:
        components.lead(t.comment(row["comment"]))
    declared = next((table for table in declared_tables() if shown_name(table) == name), None)
    headings = [t("Column"), t("Meaning"), t("Unit"), t("Type"), *([t("Rule")] if declared else [])]
    rows = [_column_row(t, column, declared=declared) for column in columns.itertuples()]
    draw_register(headings, [Group(t("Columns"), t.number(len(rows)), rows, is_open=True)])
    _draw_rows(t, name, columns=columns)
    _draw_sql(t, name, columns=columns, has_past=bool(row["has_past"]))


def _draw_rows(t: Language, name: str, *, columns: pd.DataFrame) -> None:
    components.finding(t("First rows"))
    first = cached_query(Warehouse.table, name=name, row_limit=ROWS_SHOWN)
    draw_table(t, HeadedTable(first, {column: column for column in columns["column_name"]}), key="first-rows")


def _draw_sql(t: Language, name: str, *, columns: pd.DataFrame, has_past: bool) -> None:
    components.finding(t("Query it in SQL"))
    components.lead(t("Copy a line into a terminal in the folder of the dashboard. The answer is CSV; nothing can be changed."))
    statements = example_statements(name, columns=columns, has_past=has_past)
    st.code(
        "\n".join(f'python -m nap_analytics query "{statement}"' for statement in statements),
        language="bash",
        wrap_lines=True,
    )


def example_statements(name: str, *, columns: pd.DataFrame, has_past: bool) -> list[str]:
    """SQL that asks for the rows, counts them by plan, and sees them as of a past day, as far as the relation allows.

    It is text to copy; nothing here runs it.
    """
    has_plan = "plan_id" in set(columns["column_name"])
    examples = ["SELECT * FROM {name} LIMIT 10"]
    examples += ["SELECT plan_id, COUNT(*) AS row_count FROM {name} GROUP BY ALL ORDER BY ALL"] * has_plan
    examples += ["SELECT * FROM {name}(DATE '2021-12-31')"] * has_past
    return [example.format(name=name) for example in examples]


def _link(t: Language, name: str) -> TextCell:
    return TextCell(name, href=f"?section=dictionary&table={name}&lang={t.code}", is_whole=True)


def _meaning(t: Language, comment: str | None) -> TextCell:
    return TextCell(_UNIT.sub("", t.comment(comment))) if comment else TextCell(t("not described"), is_quiet=True)


def _column_row(t: Language, column: Any, *, declared: DeclaredTable | None) -> list[TextCell]:
    unit = _UNIT.search(t.comment(column.comment)) if column.comment else None
    return [
        TextCell(column.column_name, is_whole=True),
        _meaning(t, column.comment),
        TextCell(unit["unit"] if unit else ""),
        TextCell(t(COLUMN_TYPE.get(column.data_type, COLUMN_TYPE["DOUBLE"])), is_whole=True),
        *([_rule(t, column.column_name, declared=declared)] if declared else []),
    ]


def _rule(t: Language, name: str, *, declared: DeclaredTable) -> TextCell:
    """What the declaration asks of a column: key, never empty, codes, reference."""
    parts = [t("key")] * any(name in key for key in declared.keys)
    parts += [t("never empty") for column in declared.columns if column.name == name and column.is_required]
    parts += [t("appears in {table}", table=reference.to_table) for reference in declared.references if name in reference.columns]
    parts += [
        t("one of: {allowed}", allowed=", ".join(rule.allowed)) for rule in declared.rules if rule.columns == (name,) and rule.allowed
    ]
    return TextCell(t("; ").join(dict.fromkeys(parts)))
