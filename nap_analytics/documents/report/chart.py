"""A native chart in a document: drawn as a slide has it, at twice its size, then carried over with its workbook at half the type."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from lxml import etree
from pptx.oxml.ns import qn

from nap_analytics.deck import Mark, Picture
from nap_analytics.documents.report.text import element, paragraph
from nap_analytics.documents.shared.look import FONT, empty_slides
from nap_analytics.documents.shared.native_chart import add_chart
from nap_analytics.documents.shared.words import cleaned, in_words, language_tag

if TYPE_CHECKING:
    from datetime import datetime

    from docx.document import Document as Word
    from lxml.etree import _Element as Element

    from nap_analytics.wording.language import Language

SCALE = 2
"""The type of the slides, 18 points, is 9 on paper."""

WIDTH = 480.0
_HEAD, _PITCH, _PITCH_OF_GROUPS, _COLUMNS = 38.0, 25.0, 42.0, 190.0
_MOST_HEIGHT = 330.0
"""Points on paper: width; the room above and below bars, for one bar, for one with a goal or a start beside it; height of columns."""


def chart_paragraph(
    document: Word, picture: Picture, t: Language, *, alternative: str, number: int, identity: int, made_at: datetime
) -> Element:
    """A paragraph with the chart, which a reader can edit.

    Args:
        document: The document that takes the chart and its workbook in.
        picture: What to draw.
        t: The language of the numbers.
        alternative: What it shows, for those who do not see it; its marks are added in words.
        number: That of no other chart.
        identity: That of no other drawing.
        made_at: The time that the workbook bears.
    """
    plain = cleaned(asdict(picture))
    clean = Picture(**{**plain, "marks": tuple(Mark(**mark) for mark in plain["marks"])})
    height = chart_height(clean)
    slides = empty_slides()
    slide = slides.slides.add_slide(slides.slide_layouts[0])
    place = (0, 0, WIDTH * SCALE, height * SCALE)
    frame, _ = add_chart(slide, clean, t, place=place, made_at=made_at)
    drawn: Any = frame.chart.part
    link = _carry_over(document, drawn._element, drawn.chart_workbook.xlsx_part.blob, number=number, tag=language_tag(t))
    words = f"{cleaned(alternative)}\n{in_words(clean, t)}"
    return paragraph("Figure", _drawing(link, height=height, words=words, identity=identity))


def chart_height(picture: Picture) -> float:
    """Height on paper, in points: as many bars as there are need."""
    if picture.kind == "columns":
        return _COLUMNS
    is_grouped = any(mark.goal is not None or mark.start is not None for mark in picture.marks)
    pitch = _PITCH_OF_GROUPS if is_grouped else _PITCH
    return min(_MOST_HEIGHT, _HEAD + pitch * len(picture.marks) + (14 if picture.whole else 0))


def _carry_over(document: Word, chart: Element, workbook: bytes, *, number: int, tag: str) -> str:
    """Take the chart and its workbook into the document; the name of the link to the chart."""
    package = document.part.package
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), CONTENT_TYPE.SML_SHEET, workbook, package)
    held = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    root = etree.fromstring(etree.tostring(chart))
    next(root.iterfind(qn("c:externalData"))).set(qn("r:id"), held.relate_to(book, RELATIONSHIP_TYPE.PACKAGE))
    _set_for_paper(root, tag)
    held._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return document.part.relate_to(held, RELATIONSHIP_TYPE.CHART)


def _set_for_paper(root: Element, tag: str) -> None:
    """Type at its size on paper, every text marked with the language, no frame round the chart."""
    for each in root.iter(qn("a:defRPr"), qn("a:rPr"), qn("a:endParaRPr")):
        if size := each.get("sz"):
            each.set("sz", str(round(int(size) / SCALE)))
        each.set("lang", tag)
    for each in root.iter(qn("a:r")):
        if each.find(qn("a:rPr")) is None:
            each.insert(0, each.makeelement(qn("a:rPr"), {"lang": tag}))
    for each in root.iter(qn("c:axId"), qn("c:crossAx")):  # numbers that the format wants to be positive
        each.set("val", each.get("val", "").lstrip("-"))
    base = next(root.iterfind(f"{qn('c:txPr')}//{qn('a:defRPr')}"))
    for kind in ("latin", "cs"):
        etree.SubElement(base, qn(f"a:{kind}"), typeface=FONT)
    bare = f"<c:spPr {nsdecls('c', 'a')}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    next(root.iterfind(qn("c:chart"))).addnext(etree.fromstring(bare))


def _drawing(link: str, *, height: float, words: str, identity: int) -> Element:
    across, down = int(Pt(WIDTH)), int(Pt(height))
    drawing = parse_xml(
        f'<w:drawing {nsdecls("w", "wp", "a", "r")} xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{across}" cy="{down}"/>'
        f'<wp:docPr id="{identity}" name="Chart {identity}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{link}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    next(drawing.iter(f"{{{_DRAWING}}}docPr")).set("descr", words)
    return element("w:r", None, drawing)


_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
