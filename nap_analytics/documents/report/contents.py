"""The table of contents: a field that Word computes anew, holding its entries already, so that it is never empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.documents.report.text import element, field, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from nap_analytics.documents.report.parts import Report
    from nap_analytics.wording.language import Language

_INSTRUCTION = r'TOC \o "1-2" \h \z \u'
"""Headings of the first two levels, as links."""


def headings(report: Report) -> Iterator[tuple[int, str, str]]:
    """Level, number and title of each heading, in the order of the document."""
    for number, chapter in enumerate(report.chapters, start=1):
        yield 1, str(number), chapter.title
        for place, section in enumerate(chapter.sections, start=1):
            yield 2, f"{number}.{place}", section.title


def heading_bookmark(number: str) -> str:
    """The name of the place of a heading; Word gives such names to those that a table of contents lists."""
    chapter, _, section = number.partition(".")
    return f"_Toc{int(chapter):04d}{int(section or 0):05d}"


def contents_element(report: Report, t: Language) -> Element:
    """The table of contents in the container by which Word knows it."""
    title = paragraph("TOCHeading", run(t("Contents")))
    title[0].append(element("w:pageBreakBefore"))
    entries = [_entry(level, number, name) for level, number, name in headings(report)]
    *begin, _, end = field(_INSTRUCTION, "")
    for at, each in enumerate(begin, start=1):
        entries[0].insert(at, each)
    entries.append(element("w:p", None, end))
    gallery = element("w:docPartObj", None, element("w:docPartGallery", {"w:val": "Table of Contents"}), element("w:docPartUnique"))
    return element("w:sdt", None, element("w:sdtPr", None, gallery), element("w:sdtContent", None, title, *entries))


def _entry(level: int, number: str, title: str) -> Element:
    """One line: number and title, leading to the heading. Word adds the page when it computes the field."""
    link = element("w:hyperlink", {"w:anchor": heading_bookmark(number), "w:history": "1"}, run(f"{number}\t{title}"))
    return paragraph(f"TOC{level}", link)
