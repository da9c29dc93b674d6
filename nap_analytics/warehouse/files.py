"""Read CSV files as text, cell by cell, naming every fault instead of guessing."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from pathlib import Path

from nap_analytics.errors import N_, Fault

_OTHER_SEPARATOR = re.compile(r"\w[;\t]\w")


@dataclass
class StagedTable:
    """The rows of one table as text, before any type is given.

    Attributes:
        columns: the table's columns, in the order in which `rows` holds them.
        optional: those of them that a file may leave out, because an empty cell has a declared meaning.
        rows: one tuple of cells per row; an empty cell is None.
        places: file and line of each row, in the same order.
        is_complete: false when a file is missing or unreadable, so that nothing can be said of what refers to it.
    """

    columns: list[str]
    optional: frozenset[str] = frozenset()
    rows: list[tuple[str | None, ...]] = field(default_factory=list)
    places: list[tuple[str, int]] = field(default_factory=list)
    is_complete: bool = True


def read_csv_into(table: StagedTable, *, path: Path, shown_as: str) -> list[Fault]:
    """Append the rows of a CSV file to a staged table and return the file's faults.

    The file must be UTF-8, comma-separated, with the table's columns in any order; a column with a default may be left out.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        return [Fault(shown_as, None, None, None, N_("a file that can be read ({reason})"), {"reason": error.strerror})]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        found = raw[max(0, error.start - 10) : error.start + 10].decode("cp1252", "replace")
        return [Fault(shown_as, line, None, found.strip(), N_("text in UTF-8 (this looks like Windows Excel text)"))]
    if not text.strip():
        return [Fault(shown_as, None, None, None, N_("a header and rows; the file is empty"))]
    if "\0" in text:
        return [Fault(shown_as, text[: text.index("\0")].count("\n") + 1, None, None, N_("text without NUL bytes"))]
    return _read_records(table, text=text, shown_as=shown_as)


def _read_records(table: StagedTable, *, text: str, shown_as: str) -> list[Fault]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    faults: list[Fault] = []
    line = 1
    try:
        header = next(reader)
        if len(header) == 1 and _OTHER_SEPARATOR.search(header[0]):
            return [Fault(shown_as, 1, None, header[0], N_("commas between the cells (this looks like semicolons or tabs)"))]
        faults += _header_faults(header, table=table, shown_as=shown_as)
        if faults:
            return faults
        position = [header.index(column) if column in header else None for column in table.columns]
        line = reader.line_num + 1
        for record in reader:
            if len(record) != len(header):
                if record:
                    faults.append(_length_fault(record, line=line, header=header, shown_as=shown_as))
            else:
                table.rows.append(tuple(None if index is None else record[index] or None for index in position))
                table.places.append((shown_as, line))
            line = reader.line_num + 1
    except csv.Error:
        faults.append(Fault(shown_as, line, None, None, N_("quotation marks that are closed, and doubled within a text")))
    return faults


def _length_fault(record: list[str], *, line: int, header: list[str], shown_as: str) -> Fault:
    return Fault(
        shown_as,
        line,
        None,
        None,
        N_("{expected_count} cells, as in the header; this row has {found_count}"),
        {"expected_count": len(header), "found_count": len(record)},
    )


def _header_faults(header: list[str], *, table: StagedTable, shown_as: str) -> list[Fault]:
    columns = table.columns
    missing = [
        Fault(shown_as, 1, column, None, N_("this column in the header; it is missing"))
        for column in columns
        if column not in header and column not in table.optional
    ]
    unknown = [
        Fault(shown_as, 1, name, None, N_("no such column; the table has: {columns}"), {"columns": ", ".join(columns)})
        for name in dict.fromkeys(header)
        if name not in columns
    ]
    repeated = [
        Fault(shown_as, 1, name, None, N_("this column once in the header")) for name in dict.fromkeys(header) if header.count(name) > 1
    ]
    return missing + unknown + repeated
