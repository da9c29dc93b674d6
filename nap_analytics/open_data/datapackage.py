"""The whole data set as a Frictionless data package: every table and view with its types, keys and meanings.

The descriptor is made from schema.sql and the database's comments; nothing about a column is said a second time.
Specification: https://specs.frictionlessdata.io/data-package/
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nap_analytics.errors import N_
from nap_analytics.open_data.parquet import parquet_bytes
from nap_analytics.warehouse.declaration import DeclaredColumn, DeclaredTable, Reference, declared_tables, shown_name
from nap_analytics.wording.tables import csv_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from nap_analytics.warehouse import Warehouse
    from nap_analytics.wording.language import Language

PACKAGE_NAME = "nap-analytics"
DESCRIPTOR_NAME = "datapackage.json"

TITLE = N_("National action plans on women, peace and security: plans, measures and sources")
DESCRIPTION = N_(
    "Every table and view of the dashboard NAP Analytics. Empty means that the sources do not say, "
    "never zero. Counts of survivors below five in a region or group are masked. In the CSV files an "
    "apostrophe precedes any text that a spreadsheet would take for a formula; the Parquet files "
    "hold it as it is."
)

_TYPES = {"VARCHAR": "string", "INTEGER": "integer", "BIGINT": "integer", "HUGEINT": "integer", "DATE": "date", "BOOLEAN": "boolean"}


@dataclass(frozen=True)
class Catalogue:
    """What the package holds, as the queries of the same names answer.

    Attributes:
        relations: One row per table and view.
        columns: One row per column of each.
        sources: One row per source.
        version: Changes when the data does.
    """

    relations: pd.DataFrame
    columns: pd.DataFrame
    sources: pd.DataFrame
    version: str


def package_zip(catalogue: Catalogue, t: Language, *, warehouse: Warehouse) -> bytes:
    """The package as one zip: datapackage.json, a CSV file in the language's format and a Parquet file for each relation."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        # An entry without a time of its own is of 1980, so that the same data gives the same bytes.
        archive.writestr(zipfile.ZipInfo(DESCRIPTOR_NAME), descriptor_bytes(catalogue, t), zipfile.ZIP_DEFLATED)
        for name in catalogue.relations["relation"]:
            rows = warehouse.arrow(name)
            archive.writestr(zipfile.ZipInfo(_csv_path(name)), csv_bytes(rows.to_pandas(), t), zipfile.ZIP_DEFLATED)
            archive.writestr(zipfile.ZipInfo(f"parquet/{name}.parquet"), parquet_bytes(rows), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def descriptor_bytes(catalogue: Catalogue, t: Language) -> bytes:
    """The descriptor as the file datapackage.json."""
    return json.dumps(descriptor(catalogue, t), ensure_ascii=False, indent=2).encode()


def descriptor(catalogue: Catalogue, t: Language) -> dict[str, Any]:
    """What datapackage.json says: the CSV files in the language's format, their columns, keys and sources."""
    declared = {shown_name(table): table for table in declared_tables()}
    columns = dict(tuple(catalogue.columns.groupby("relation")))
    relations: Iterable[Any] = catalogue.relations.itertuples()
    return {
        "profile": "tabular-data-package",
        "name": PACKAGE_NAME,
        "title": t(TITLE),
        "description": t(DESCRIPTION),
        "version": catalogue.version,
        "sources": [_source(row) for row in t.localise(catalogue.sources).itertuples()],
        "resources": [
            _resource(row.relation, comment=row.comment, columns=columns[row.relation], table=declared.get(row.relation), t=t)
            for row in relations
        ],
    }


def _resource(name: str, *, comment: str | None, columns: pd.DataFrame, table: DeclaredTable | None, t: Language) -> dict[str, Any]:
    is_comma = t.decimal_mark == ","
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": _csv_path(name),
        "description": t.comment(comment) if comment else name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ";" if is_comma else ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(columns, table=table, t=t),
    }


def _primary_key(table: DeclaredTable | None) -> list[str]:
    """The first key whose cells are never empty; a package knows no key that is empty in places."""
    required = {column.name for column in table.columns if column.is_required} if table else set()
    return next((list(key) for key in (table.keys if table else ()) if required.issuperset(key)), [])


def _schema(columns: pd.DataFrame, *, table: DeclaredTable | None, t: Language) -> dict[str, Any]:
    rows: Iterable[Any] = columns.itertuples()
    fields = [_field(row.column_name, row.data_type, row.comment, table=table, t=t) for row in rows]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    key = _primary_key(table)
    if key:
        schema["primaryKey"] = key
    references = [
        {"fields": list(reference.columns), "reference": {"resource": reference.to_table, "fields": list(reference.to_columns)}}
        for reference in (_complete_references(table) if table else [])
    ]
    return {**schema, "foreignKeys": references} if references else schema


def _field(name: str, data_type: str, comment: str | None, *, table: DeclaredTable | None, t: Language) -> dict[str, Any]:
    kind = _TYPES.get(data_type, "number")
    field: dict[str, Any] = {"name": name, "type": kind, "description": t.comment(comment) if comment else name}
    if kind == "number":
        field["decimalChar"] = t.decimal_mark
    if kind == "boolean":
        field |= {"trueValues": [t("yes")], "falseValues": [t("no")]}
    constraints = _constraints(name, table=table)
    return {**field, "constraints": constraints} if constraints else field


def _constraints(name: str, *, table: DeclaredTable | None) -> dict[str, Any]:
    """What schema.sql asks of the column. A masked observation keeps its keys but neither its value nor the declared reasons."""
    if table is None or shown_name(table) != table.name:
        return {}
    column = _column(table, name)
    allowed = [rule.allowed for rule in table.rules if rule.allowed and rule.columns == (name,)]
    required = {"required": True} if column.is_required and column.default is None else {}
    return {**required, "enum": list(allowed[0])} if allowed else required


def _complete_references(table: DeclaredTable) -> list[Reference]:
    """References that every row keeps whole. One of several columns, some of them empty, cannot be declared in a data package."""
    return [
        reference
        for reference in table.references
        if len(reference.columns) == 1 or all(_column(table, name).is_required for name in reference.columns)
    ]


def _column(table: DeclaredTable, name: str) -> DeclaredColumn:
    return next(column for column in table.columns if column.name == name)


def _source(row: Any) -> dict[str, str]:
    is_linked = isinstance(row.url, str) and row.url.startswith(("http://", "https://"))
    return {"title": row.title, **({"path": row.url} if is_linked else {})}


def _csv_path(name: str) -> str:
    return f"csv/{name}.csv"
