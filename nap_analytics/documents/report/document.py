"""The whole report: cover, how to read it, table of contents, chapters; the same report gives the same bytes."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn

from nap_analytics.documents.report.chart import chart_paragraph
from nap_analytics.documents.report.contents import contents_element, heading_bookmark
from nap_analytics.documents.report.page import empty_document
from nap_analytics.documents.report.parts import (
    Bullets,
    Figures,
    Finding,
    Note,
    Paragraph,
    Prompt,
    ReportChart,
    SourceEntry,
    Table,
)
from nap_analytics.documents.report.table import facts_element, figures_element, table_element, web_link
from nap_analytics.documents.report.text import bookmarked, control, element, field, filled, paragraph, run, source_bookmark, source_links
from nap_analytics.documents.shared.pack import packed
from nap_analytics.documents.shared.words import notes_on_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document as Word
    from lxml.etree import _Element as Element

    from nap_analytics.documents.report.parts import Block, Chapter, Report
    from nap_analytics.wording.language import Language


def report_docx(report: Report, t: Language) -> bytes:
    """The report as a .docx file."""
    return packed(_Writer(report, t).write())


def sentence_docx(words: str) -> bytes:
    """A Word document of one sentence: what is handed out where the report could not be written."""
    document, file = Document(), BytesIO()
    document.add_paragraph(words)
    document.save(file)
    return file.getvalue()


class _Writer:
    """Writes one report; counts its tables, figures, controls and bookmarks."""

    def __init__(self, report: Report, t: Language) -> None:
        self.report, self.t = report, t
        self.made_at = datetime.fromisoformat(report.made_on)
        self.document = empty_document(report, t, made_at=self.made_at)
        self.tables, self.figures, self.controls, self.bookmarks = count(1), count(1), count(1001), count(1)

    def write(self) -> Word:
        """The document."""
        body = self.document.element.body
        pages = body[-1]
        before: Element | None = None
        for each in self._all():
            if before is not None and before.tag == qn("w:tbl"):
                _set_apart(each)
            pages.addprevious(each)
            before = each
        return self.document

    def _all(self) -> Iterator[Element]:
        yield from self._cover()
        guide = self.report.guide
        title = paragraph("TOCHeading", run(guide.title))
        title[0].append(element("w:pageBreakBefore"))
        yield title
        yield from self._blocks(guide.blocks)
        yield contents_element(self.report, self.t)
        for number, chapter in enumerate(self.report.chapters, start=1):
            yield from self._chapter(str(number), chapter)

    def _cover(self) -> Iterator[Element]:
        cover = self.report.cover
        yield paragraph("Title", run(cover.title))
        yield paragraph("Subtitle", run(cover.subtitle))
        yield facts_element(cover.facts, numbers=self.controls)
        yield paragraph("SmallNote", run(cover.note))

    def _chapter(self, number: str, chapter: Chapter) -> Iterator[Element]:
        yield self._heading("Heading1", number, chapter.title)
        yield from self._blocks(chapter.blocks)
        for place, section in enumerate(chapter.sections, start=1):
            yield self._heading("Heading2", f"{number}.{place}", section.title)
            yield from self._blocks(section.blocks)

    def _heading(self, style: str, number: str, title: str) -> Element:
        """Its number is that of the list of headings: one that is added renumbers those that follow."""
        return paragraph(style, *bookmarked(heading_bookmark(number), next(self.bookmarks), run(title)))

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Element]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Element]:
        match block:
            case Paragraph():
                yield paragraph("Normal", run(block.words), *source_links(block.sources))
            case Finding():
                yield paragraph("Finding", run(block.words))
            case Note():
                yield paragraph("SmallNote", run(block.words), *source_links(block.sources))
            case Bullets():
                yield from (paragraph("ListBullet", run(item)) for item in block.items)
            case Figures():
                yield figures_element(block)
            case ReportChart():
                yield from self._chart(block)
            case Prompt():
                yield from self._prompt(block)
            case Table():
                yield from self._table(block)
            case SourceEntry():
                yield self._entry(block)

    def _chart(self, chart: ReportChart) -> Iterator[Element]:
        t, number = self.t, next(self.figures)
        caption = filled(t("Figure {number}. {finding}"), number=field("SEQ Figure", str(number)), finding=[run(chart.finding)])
        yield paragraph("Caption", *caption)
        yield chart_paragraph(
            self.document,
            chart.picture,
            self.t,
            alternative=chart.finding,
            number=number,
            identity=next(self.bookmarks),
            made_at=self.made_at,
        )
        notes = notes_on_marks(chart.picture, t)
        has_source = bool(chart.sources or chart.origin)
        if notes:
            told = paragraph("SmallNote", run(notes))
            if has_source:
                told[0].append(element("w:keepNext"))
            yield told
        if has_source:
            links = [run(chart.origin), *source_links(chart.sources, before=" " if chart.origin else "")]
            yield paragraph("SmallNote", *filled(t("Source: {source}"), source=links))

    def _table(self, table: Table) -> Iterator[Element]:
        t, number = self.t, next(self.tables)
        caption = filled(t("Table {number}. {caption}"), number=field("SEQ Table", str(number)), caption=[run(table.caption)])
        yield paragraph("Caption", *caption)
        yield table_element(self.document, table, numbers=self.controls)

    def _prompt(self, prompt: Prompt) -> Iterator[Element]:
        t = self.t
        if prompt.is_headed:
            yield paragraph("Subheading", run(prompt.title))
        words = [("Normal", t("Click here and write.")), *(("ListBullet", question) for question in prompt.questions)]
        content = [paragraph(style, run(text, style="PlaceholderText")) for style, text in words]
        for each in content[:-1]:
            each[0].append(element("w:keepNext"))
        yield control(*content, code=prompt.code, title=prompt.title, number=next(self.controls))

    def _entry(self, entry: SourceEntry) -> Element:
        number = bookmarked(source_bookmark(entry.number), next(self.bookmarks), run(f"[{entry.number}]"))
        content = [*number, run(f"\t{entry.words}")]
        if entry.link:
            content += [run(" "), web_link(self.document, entry.link, entry.link)]
        return paragraph("SourceEntry", *content)


_CLOSE_STYLES = ("Normal", "ListBullet", "SmallNote")
"""Styles whose paragraphs have no room above them; captions and headings have."""


def _set_apart(each: Element) -> None:
    """Keep what follows a table away from it."""
    first = each if each.tag == qn("w:p") else each.find(f".//{qn('w:p')}")
    if first is not None and first[0][0].get(qn("w:val")) in _CLOSE_STYLES:
        first[0].append(element("w:spacing", {"w:before": "200"}))
