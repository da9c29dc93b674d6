"""Sheets with a title, a table under frozen headings, and formulas that name the cells of their own row."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell

from nap_analytics.palette import CELL_RULE, GAP, INK, NAVY, PAPER, PRINTED, STRONG_ROW
from nap_analytics.wording.language import known

if TYPE_CHECKING:
    import io
    from collections.abc import Iterable, Mapping, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from nap_analytics.wording.language import Language

TITLE_ROW, ABOUT_ROW, HEADING_ROW = 0, 1, 3
"""Rows of a sheet, counted from 0."""

_AMOUNT = "[=0]0;[<100]#,##0.00;#,##0"
_NUMBER_FORMATS = {
    "text": "General",
    "clipped": "General",
    "key": "General",
    "year": "0",
    "whole": "#,##0",
    "amount": _AMOUNT,
    "moved": "+#,##0;-#,##0;0",
    "rate": "#,##0.0000",
    "share": "0.0%",
    "ratio": "0.00",
    "date": "yyyy-mm-dd",
    "plain": "General",
    "thousands": "#,##0",
    "tenth": "#,##0.0",
    "hundredth": "#,##0.00",
    "part": "0.0%",
}
USUAL_HEIGHT = 15.0
"""Points of a row that is given no height."""

_LINE_HEIGHT, _MOST_HEIGHT = 13.5, 400
_PIXELS_OF_A_CHARACTER, _PIXELS_BESIDE, _POINTS_OF_A_PIXEL = 7, 5, 0.75
_A3, _A4, _MOST_WIDTH_OF_A4 = 8, 9, 200
_LEFT = ("text", "clipped", "key", "date")
_SET_OFF = ("plain", "thousands", "tenth", "hundredth", "part")
"""Kinds of numbers that stand close to words: with room at their right, under a heading at the right."""

TITLE: dict[str, Any] = {"bold": True, "font_size": 14, "font_color": NAVY}
ABOUT: dict[str, Any] = {"font_color": GAP, "italic": True}
_HEADING = {"bold": True, "font_color": PAPER, "bg_color": NAVY, "text_wrap": True, "valign": "vcenter", "indent": 1, "border": 1}


@dataclass(frozen=True)
class Formula:
    """A formula without its equals sign; `{key}` is the cell of that column in the same row, `{key_above}` in the row before.

    Attributes:
        text: The formula.
        value: Its result in the view shown, for viewers that do not compute; None is an empty text.
    """

    text: str
    value: Any = None


@dataclass(frozen=True)
class SheetColumn:
    """A column of a table.

    Attributes:
        key: The name by which formulas call it.
        heading: What stands over it, in the language shown.
        width: In characters.
        kind: One of the number formats.
        name: The workbook's name for its cells; empty for none.
        is_printed: Its numbers are taken from elsewhere as they are, written in blue; those of formulas are computed in any case.
    """

    key: str
    heading: str
    width: float = 12
    kind: str = "text"
    name: str = ""
    is_printed: bool = True


@dataclass(frozen=True)
class SheetTable:
    """Where a table stands on its sheet, rows and columns counted from 0."""

    sheet_name: str
    first_row: int
    last_row: int
    places: Mapping[str, int]

    def cells(self, key: str, first: int | None = None, last: int | None = None) -> str:
        """Cells of a column as a formula writes them: all, or those of some rows."""
        at = self.places[key]
        top, bottom = self.first_row if first is None else first, self.last_row if last is None else last
        return f"{quote_sheetname(self.sheet_name)}!{xl_range_abs(top, at, bottom, at)}"

    def cell(self, key: str, row: int) -> str:
        """One cell of a column as a formula writes it."""
        return f"{quote_sheetname(self.sheet_name)}!{xl_rowcol_to_cell(row, self.places[key], row_abs=True, col_abs=True)}"


@dataclass
class Book:
    """The workbook being written, in one language."""

    file: io.BytesIO
    t: Language
    formats: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the file so that no text of the data is ever run or linked."""
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.workbook = xlsxwriter.Workbook(self.file, options)

    def format(self, **traits: Any) -> Format:
        """The cell format with these traits, made once."""
        key = tuple(sorted(traits.items()))
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format({"font_name": "Calibri", "font_size": 10, "valign": "top", **traits})
        return self.formats[key]

    def cell_format(self, kind: str, *, is_printed: bool, is_strong: bool) -> Format:
        """The format of a cell of a table: printed numbers in blue, computed ones in black."""
        ink = GAP if kind == "key" else PRINTED if is_printed else INK
        traits = {"num_format": _NUMBER_FORMATS[kind], "font_color": ink, "bottom": 4, "bottom_color": CELL_RULE}
        wrapped = {"align": "left", "indent": 1, "text_wrap": kind == "text"} if kind in _LEFT else {"align": "right"}
        room = {"indent": 1} if kind in _SET_OFF else {}
        return self.format(**traits, **wrapped, **room, **({"bold": True, "bg_color": STRONG_ROW} if is_strong else {}))

    def name(self, name: str, cells: str) -> None:
        """Give cells a name that formulas of every sheet know."""
        self.workbook.define_name(name, f"={cells}")

    def sheet(self, name: str, *, title: str, about: str, colour: str = NAVY) -> Sheet:
        """A new sheet with its title, what it is about, and the colour of its tab."""
        page = self.page(name, colour=colour)
        page.sheet.write_string(TITLE_ROW, 0, title, self.format(**TITLE))
        page.sheet.write_string(ABOUT_ROW, 0, about, self.format(**ABOUT))
        return page

    def page(self, name: str, *, colour: str = NAVY) -> Sheet:
        """A new empty sheet, to be printed as wide as one page in landscape."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_tab_color(colour)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&A&R&P / &N")
        return Sheet(self, sheet, name)


@dataclass
class Sheet:
    """One sheet of the workbook, and how far it is printed: all rows, but not the keys of the formulas at the right.

    ``heights`` are those of the rows that are not as high as usual, ``widths`` those of the columns that are printed, in points.
    """

    book: Book
    sheet: Worksheet
    name: str
    last_row: int = 0
    last_column: int = 0
    heights: dict[int, float] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)

    def table(
        self,
        columns: Sequence[SheetColumn],
        rows: Sequence[Mapping[str, Any]],
        *,
        at: int = HEADING_ROW,
        is_frozen: bool = True,
        strong: Iterable[int] = (),
    ) -> SheetTable:
        """Write a table and name its columns.

        Args:
            columns: From left to right.
            rows: Cells by the key of their column: a text, a number, a day, a ``Formula``, or None.
            at: The row of its headings.
            is_frozen: Its headings stay in sight and on every printed page.
            strong: Rows, counted from 0 within the table, that stand out.
        """
        table = SheetTable(self.name, at + 1, at + max(len(rows), 1), {column.key: number for number, column in enumerate(columns)})
        for number, column in enumerate(columns):
            side = "right" if column.kind in _SET_OFF else "left"
            self.sheet.write_string(at, number, column.heading, self.book.format(**_HEADING, align=side))
            self.sheet.set_column(number, number, column.width)
            if column.name:
                self.book.name(column.name, table.cells(column.key))
        for number, row in enumerate(rows):
            self._write_row(columns, row, at=table.first_row + number, is_strong=number in set(strong))
        shown = [column.width for column in columns if column.kind != "key"]
        self.widths |= {number: column_points(width) for number, width in enumerate(shown)}
        self.reach(table.last_row, column=len(shown) - 1)
        self.sheet.set_paper(_A4 if sum(shown) < _MOST_WIDTH_OF_A4 else _A3)
        self.set_height(at, _height(((column.heading, column.width) for column in columns), widening=1.3))
        if is_frozen:
            self.sheet.freeze_panes(at + 1, 1)
            self.sheet.repeat_rows(at)
            self.sheet.autofilter(at, 0, table.last_row, len(columns) - 1)
        return table

    def reach(self, row: int, *, column: int = 0) -> None:
        """Print the sheet down to this row and to this column at least."""
        self.last_row, self.last_column = max(self.last_row, row), max(self.last_column, column)
        self.sheet.print_area(0, 0, self.last_row, self.last_column)

    def set_height(self, row: int, points: float) -> None:
        """Give a row its height."""
        self.heights[row] = points
        self.sheet.set_row(row, points)

    def height(self, rows: int) -> float:
        """Points that so many rows from the top take."""
        return sum(self.heights.get(row, USUAL_HEIGHT) for row in range(rows))

    @property
    def width(self) -> float:
        """Points that the printed columns take."""
        return sum(self.widths.values())

    def _write_row(self, columns: Sequence[SheetColumn], row: Mapping[str, Any], *, at: int, is_strong: bool) -> None:
        places = {column.key: xl_rowcol_to_cell(at, number, col_abs=True) for number, column in enumerate(columns)}
        places |= {f"{column.key}_above": xl_rowcol_to_cell(at - 1, number, col_abs=True) for number, column in enumerate(columns)}
        texts = [(row.get(column.key), column.width) for column in columns if column.kind == "text"]
        self.set_height(at, _height([(text, width) for text, width in texts if isinstance(text, str)], widening=1.0))
        for number, column in enumerate(columns):
            cell = row.get(column.key)
            filled = Formula(cell.text.format(**places), cell.value) if isinstance(cell, Formula) else cell
            is_printed = column.is_printed and not isinstance(cell, (Formula, str))
            self.write(at, number, filled, self.book.cell_format(column.kind, is_printed=is_printed, is_strong=is_strong))

    def write(self, row: int, column: int, cell: Any, style: Format) -> None:
        """Write one cell by what it is; a text is never a formula, and what is missing stays empty."""
        value = known(cell.value if isinstance(cell, Formula) else cell)
        if isinstance(cell, Formula):
            self.sheet.write_formula(row, column, f"={cell.text}", style, "" if value is None else value)
        elif value is None:
            self.sheet.write_blank(row, column, None, style)
        elif isinstance(value, str):
            self.sheet.write_string(row, column, value, style)
        elif isinstance(value, date):
            self.sheet.write_datetime(row, column, value, style)
        else:
            self.sheet.write_number(row, column, _Exact(value), style)


class _Exact(float):
    """A number that XlsxWriter writes with all its digits: the 16 that it would write are not always enough."""

    def __format__(self, form: str) -> str:
        usual = format(float(self), form)
        return usual if float(usual) == self else repr(float(self))


def column_points(width: float) -> float:
    """Points of a column as wide as so many characters of the usual type."""
    return (int(width * _PIXELS_OF_A_CHARACTER + 0.5) + _PIXELS_BESIDE) * _POINTS_OF_A_PIXEL


def characters(points: float) -> float:
    """Characters of the usual type that a column of so many points holds."""
    return (points / _POINTS_OF_A_PIXEL - _PIXELS_BESIDE) / _PIXELS_OF_A_CHARACTER


def _height(lengths: Iterable[tuple[str, float]], *, widening: float) -> float:
    """The height in points of a row that shows its texts whole, each in a width; not every program finds it by itself."""
    lines = [ceil(len(text) * widening / width) for text, width in lengths]
    return min(_LINE_HEIGHT * max([1, *lines]) + 2, _MOST_HEIGHT)


def if_numbers(keys: tuple[str, ...], result: str, *, otherwise: str = "") -> str:
    """The result where all these cells of the row hold a number, else a text."""
    checks = ",".join(f"ISNUMBER({{{key}}})" for key in keys)
    return f'IF({f"AND({checks})" if len(keys) > 1 else checks},{result},"{otherwise}")'
