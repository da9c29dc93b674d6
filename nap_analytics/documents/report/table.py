"""A native table: its heading is repeated on each page, no row is torn apart, and it is named for those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from nap_analytics.documents.report.page import INNER_WIDTH
from nap_analytics.documents.report.parts import Prompt
from nap_analytics.documents.report.text import control, element, paragraph, run, source_links
from nap_analytics.documents.shared.words import cleaned
from nap_analytics.palette import GRID, GROUP_ROW, bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document as Word
    from lxml.etree import _Element as Element

    from nap_analytics.documents.report.parts import Cell, Figures, Row, Table

_TWIPS = 56.6929
"""Twentieths of a point in a millimetre."""

_SIGNS = "Segoe UI Symbol"
_MOST_TOGETHER = 8
"""Rows of a table that is not torn apart by the end of a page."""


def table_element(document: Word, table: Table, *, numbers: Iterator[int]) -> Element:
    """The table.

    Args:
        document: The document that takes in the addresses of links.
        table: What it says.
        numbers: Numbers for the places to write, each taken once.
    """
    widths = _widths(table.widths)
    made = _empty("ReportTable", widths, caption=table.caption, description=", ".join(table.heads), has_head=True)
    made.append(_head(table, widths))
    rows = [_row(document, row, table, widths, place=place, numbers=numbers) for place, row in enumerate(table.rows, start=1)]
    if len(rows) <= _MOST_TOGETHER:
        _keep_together(rows[:-1])
    made.extend(rows)
    return made


def _keep_together(rows: Sequence[Element]) -> None:
    """Keep each row on the page of the next; a style may ask for it already."""
    for each in (traits for row in rows for traits in row.iter(qn("w:pPr"))):
        each.insert(1, element("w:keepNext"))


def facts_element(facts: Sequence[tuple[str, str | Prompt]], *, numbers: Iterator[int]) -> Element:
    """A form of two columns: the name of each thing, and what it is or is to be."""
    first, second = _widths((1, 2.4))
    made = _empty("FormTable", [first, second], caption="", description="", has_head=False)
    for name, value in facts:
        if isinstance(value, Prompt):
            filled = _prompt_cell(second, " ".join(value.questions), code=value.code, title=value.title, number=next(numbers))
        else:
            filled = _cell(second, paragraph("TableText", run(value)))
        made.append(element("w:tr", None, _unbroken(), _cell(first, paragraph("TableText", run(name, style="Quiet"))), filled))
    return made


def figures_element(figures: Figures) -> Element:
    """Figures side by side, each with its name above and its note under it."""
    widths = _widths((1,) * len(figures.figures))
    made = _empty("TableNormal", widths, caption="", description="", has_head=False)
    cells = [
        _cell(
            width, paragraph("TableText", run(name, style="Quiet")), paragraph("BigFigure", run(figure)), paragraph("TableText", run(note))
        )
        for width, (figure, name, note) in zip(widths, figures.figures, strict=True)
    ]
    made.append(element("w:tr", None, _unbroken(), *cells))
    return made


def _widths(shares: Sequence[float]) -> list[int]:
    whole = INNER_WIDTH * _TWIPS
    return [round(whole * share / sum(shares)) for share in shares]


def _empty(style: str, widths: Sequence[int], *, caption: str, description: str, has_head: bool) -> Element:
    traits = [
        element("w:tblStyle", {"w:val": style}),
        element("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"}),
        element("w:tblLayout", {"w:type": "fixed"}),
        element("w:tblLook", {"w:val": "0020" if has_head else "0000", "w:firstRow": str(int(has_head)), "w:noVBand": "1"}),
    ]
    if caption:
        traits.append(element("w:tblCaption", {"w:val": cleaned(caption)}))
        traits.append(element("w:tblDescription", {"w:val": cleaned(description)}))
    columns = [element("w:gridCol", {"w:w": str(width)}) for width in widths]
    return element("w:tbl", None, element("w:tblPr", None, *traits), element("w:tblGrid", None, *columns))


def _unbroken(*more: Element) -> Element:
    return element("w:trPr", None, element("w:cantSplit"), *more)


def _head(table: Table, widths: Sequence[int]) -> Element:
    cells = [
        _cell(width, _aligned(paragraph("TableHead", run(head)), table, at))
        for at, (width, head) in enumerate(zip(widths, table.heads, strict=True))
    ]
    return element("w:tr", None, _unbroken(element("w:tblHeader")), *cells)


def _row(document: Word, row: Row, table: Table, widths: Sequence[int], *, place: int, numbers: Iterator[int]) -> Element:
    if row.is_group:
        content = _content(document, row.cells[0], style="TableGroup")
        return element("w:tr", None, _unbroken(), _cell(sum(widths), *content, span=len(widths), shade=GROUP_ROW))
    shade = GRID if row.is_total else ""
    cells = []
    for at, (width, cell) in enumerate(zip(widths, row.cells, strict=True)):
        if cell.prompt:
            cells.append(_prompt_cell(width, cell.prompt, code=f"{table.code}.{place}.{at}", title=table.heads[at], number=next(numbers)))
        else:
            content = _content(document, cell, style="TableText")
            cells.append(_cell(width, *(_aligned(each, table, at) for each in content), shade=shade))
    return element("w:tr", None, _unbroken(), *cells)


def _prompt_cell(width: int, words: str, *, code: str, title: str, number: int) -> Element:
    """A cell that is a place to write as a whole."""
    content = paragraph("TableText", run(words, style="PlaceholderText"))
    return control(_cell(width, content), code=code, title=title, number=number)


def _content(document: Word, cell: Cell, *, style: str) -> list[Element]:
    """The paragraphs of a cell."""
    content = []
    if cell.mark:
        content.append(run(f"{cell.mark}\u00a0", colour=cell.colour, font=_SIGNS))
    words = run(cell.words, style="Quiet" if cell.is_quiet else "", is_strong=cell.is_strong, colour="" if cell.mark else cell.colour)
    content.append(web_link(document, cell.link, cell.words) if cell.link else words)
    content += source_links(cell.sources)
    made = [paragraph(style, *content)]
    if cell.note:
        made.append(paragraph("TableNote", run(cell.note)))
    return made


def web_link(document: Word, address: str, words: str) -> Element:
    """Words that lead to an address of the web."""
    link = document.part.relate_to(cleaned(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    return element("w:hyperlink", {"r:id": link, "w:history": "1"}, run(words, style="Hyperlink"))


def _aligned(made: Element, table: Table, at: int) -> Element:
    """The paragraph, set to the right in a column of figures."""
    if at in table.numbers:
        made[0].append(element("w:jc", {"w:val": "right"}))
    return made


def _cell(width: int, *content: Element, span: int = 1, shade: str = "") -> Element:
    traits = [element("w:tcW", {"w:w": str(width), "w:type": "dxa"})]
    if span > 1:
        traits.append(element("w:gridSpan", {"w:val": str(span)}))
    if shade:
        traits.append(element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": bare(shade)}))
    return element("w:tc", None, element("w:tcPr", None, *traits), *content)
