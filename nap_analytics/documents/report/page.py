"""An empty document in our look: A4, our styles and theme, head and foot of the pages, nothing left of the template's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from nap_analytics.documents.report.text import field, filled, run
from nap_analytics.documents.shared.look import LEFT_OUT_OF_PACKAGE, drop_links, themed
from nap_analytics.documents.shared.words import cleaned, language_tag
from nap_analytics.palette import painted

if TYPE_CHECKING:
    from datetime import datetime

    from docx.document import Document as Word
    from docx.section import Section as Pages

    from nap_analytics.documents.report.parts import Report
    from nap_analytics.wording.language import Language

PAGE_WIDTH, PAGE_HEIGHT = 210, 297
MARGIN, TOP, BOTTOM = 20, 24, 22
INNER_WIDTH = PAGE_WIDTH - 2 * MARGIN
"""Millimetres of an A4 page."""

_FOLDER = Path(__file__).parent
_STYLES_WITH_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
_LEFT_OUT_OF_DOCUMENT = (_STYLES_WITH_EFFECTS, RELATIONSHIP_TYPE.CUSTOM_XML, RELATIONSHIP_TYPE.WEB_SETTINGS)
"""Older copies of the template's styles, and what its author's program knew of it."""


def empty_document(report: Report, t: Language, *, made_at: datetime) -> Word:
    """A document without text, named and marked with the language, whose pages bear head and foot."""
    document = Document()
    document._body.clear_content()
    drop_links(document.part.package.rels, LEFT_OUT_OF_PACKAGE)
    drop_links(document.part.rels, _LEFT_OUT_OF_DOCUMENT)
    _set_parts(document, language_tag(t))
    _set_pages(document.sections[0], report, t)
    known = document.core_properties
    known.title, known.language = cleaned(report.cover.title)[:255], language_tag(t)
    known.subject, known.comments = cleaned(report.cover.subtitle)[:255], ""
    known.author = known.last_modified_by = "NAP Analytics"
    known.created = known.modified = made_at
    known.revision = 1
    return document


def _set_parts(document: Word, tag: str) -> None:
    """Our own styles, lists, settings and fonts in the place of the template's."""
    part = document.part
    styles = _read("styles.xml")
    spoken = styles.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    spoken.set(qn("w:val"), tag)
    spoken.set(qn("w:eastAsia"), tag)
    part._styles_part._element = styles
    part.numbering_part._element = _read("numbering.xml")
    settings = _read("settings.xml")
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), tag)
    part._settings_part._element = settings
    part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)._blob = (_FOLDER / "fonts.xml").read_bytes()
    theme = part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = themed(theme.blob)


def _read(name: str) -> Any:
    return parse_xml(painted((_FOLDER / name).read_text(encoding="utf-8"), is_bare=True).encode())


def _set_pages(pages: Pages, report: Report, t: Language) -> None:
    """A4 with margins; the cover bears neither head nor foot."""
    pages.page_width, pages.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
    pages.left_margin = pages.right_margin = Mm(MARGIN)
    pages.top_margin, pages.bottom_margin = Mm(TOP), Mm(BOTTOM)
    pages.header_distance = pages.footer_distance = Mm(11)
    pages.different_first_page_header_footer = True
    pages.header.paragraphs[0]._p.append(run(report.short_title))
    foot = pages.footer.paragraphs[0]
    foot._p.append(run(f"{report.stamp}\t"))
    for part in filled(t("page {page} of {pages}"), page=field("PAGE", "1"), pages=field("NUMPAGES", "1")):
        foot._p.append(part)
