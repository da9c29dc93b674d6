"""Words on the page: runs, fields, links, bookmarks, and the places where the author writes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from nap_analytics.documents.shared.words import cleaned
from nap_analytics.palette import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_PLACE = re.compile(r"\{(\w+)\}")


def element(tag: str, attributes: dict[str, str] | None = None, *children: Element) -> Element:
    """An element of the document, its name and those of its attributes with their prefixes."""
    made = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(name) if ":" in name else name, value)
    made.extend(children)
    return made


def run(words: str, *, style: str = "", is_strong: bool = False, colour: str = "", font: str = "") -> Element:
    """A piece of text; a tab and the end of a line in it stay."""
    made = element("w:r")
    looks = []
    if style:
        looks.append(element("w:rStyle", {"w:val": style}))
    if font:
        looks.append(element("w:rFonts", {"w:ascii": font, "w:hAnsi": font, "w:cs": font}))
    if is_strong:
        looks.append(element("w:b"))
    if colour:
        looks.append(element("w:color", {"w:val": bare(colour)}))
    if looks:
        made.append(element("w:rPr", None, *looks))
    for part in re.split(r"([\t\n])", cleaned(words)):
        if part in ("\t", "\n"):
            made.append(element("w:tab" if part == "\t" else "w:br"))
        elif part:
            text = element("w:t", {"xml:space": "preserve"})
            text.text = part
            made.append(text)
    return made


def paragraph(style: str, *content: Element) -> Element:
    """A paragraph in a style."""
    return element("w:p", None, element("w:pPr", None, element("w:pStyle", {"w:val": style})), *content)


def field(instruction: str, shown: str) -> list[Element]:
    """A field that Word computes anew, with what is shown until then."""
    code = element("w:instrText", {"xml:space": "preserve"})
    code.text = f" {instruction} "
    return [
        element("w:r", None, element("w:fldChar", {"w:fldCharType": "begin"})),
        element("w:r", None, code),
        element("w:r", None, element("w:fldChar", {"w:fldCharType": "separate"})),
        run(shown),
        element("w:r", None, element("w:fldChar", {"w:fldCharType": "end"})),
    ]


def filled(sentence: str, **places: list[Element]) -> Iterator[Element]:
    """A sentence whose named places are filled with elements, in the order in which the language has them."""
    for at, part in enumerate(_PLACE.split(sentence)):
        if at % 2:
            yield from places[part]
        elif part:
            yield run(part)


def source_links(numbers: tuple[int, ...], *, before: str = " ") -> list[Element]:
    """The numbers of sources in brackets, each leading to its entry of the list; a space sets them off from what stands before."""
    found: list[Element] = []
    for number in dict.fromkeys(numbers):
        found.append(run("\u00a0" if found else before))
        leads = {"w:anchor": source_bookmark(number), "w:history": "1"}
        found.append(element("w:hyperlink", leads, run(f"[{number}]", style="SourceNumber")))
    return found


def source_bookmark(number: int) -> str:
    """The name of the place of a source in the list."""
    return f"source_{number}"


def bookmarked(name: str, number: int, *content: Element) -> list[Element]:
    """Content that can be led to by a name; the number is that of no other bookmark."""
    return [
        element("w:bookmarkStart", {"w:id": str(number), "w:name": name}),
        *content,
        element("w:bookmarkEnd", {"w:id": str(number)}),
    ]


def control(*content: Element, code: str, title: str, number: int) -> Element:
    """A content control whose content is a prompt: it is gone as soon as somebody writes.

    Args:
        content: The prompt: paragraphs, or a cell of a table.
        code: Its name for programs.
        title: Its name for readers.
        number: That of no other control.
    """
    traits = [
        element("w:alias", {"w:val": cleaned(title)[:64]}),
        element("w:tag", {"w:val": code[:64]}),
        element("w:id", {"w:val": str(number)}),
        element("w:showingPlcHdr"),
    ]
    return element("w:sdt", None, element("w:sdtPr", None, *traits), element("w:sdtContent", None, *content))
