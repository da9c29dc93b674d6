"""Files that are the same bytes whenever they are made of the same."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Protocol

from xlsxwriter import Workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import BinaryIO

Series = tuple[str, "Sequence[float | None]"]
"""Name and values of one series of a chart."""


class Saved(Protocol):
    """What can be saved as a zip: a presentation, a document."""

    def save(self, path_or_stream: BinaryIO, /) -> None:
        """Write it."""


def packed(made: Saved) -> bytes:
    """The presentation or document as a file without the time of its making."""
    saved, packed_again = io.BytesIO(), io.BytesIO()
    made.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed_again, "w") as new:
        for name in old.namelist():
            # An entry without a time of its own is of 1980.
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return packed_again.getvalue()


def chart_workbook(names: Sequence[str], series: Sequence[Series], *, made_at: datetime) -> bytes:
    """What opens on "edit data": the cells that the chart points to. Texts stay texts, what is not known is empty."""
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    book.set_properties({"created": made_at})
    sheet = book.add_worksheet("Sheet1")
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, len(series), 18)
    for row, name in enumerate(names, start=1):
        sheet.write_string(row, 0, name)
    for column, (title, values) in enumerate(series, start=1):
        sheet.write_string(0, column, title)
        for row, value in enumerate(values, start=1):
            if value is not None:
                sheet.write_number(row, column, value)
    book.close()
    return written.getvalue()
