"""An empty presentation in our look: 16 : 9, two layouts, our typeface and colours in the theme, nothing left of the template's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from nap_analytics.palette import GRID, INK, PETROL, PILLAR_COLOURS, QUIET_INK, bare

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element as Element
    from pptx.presentation import Presentation as Slides
    from pptx.slide import SlideLayout, SlideMaster

WIDTH, HEIGHT = 13.333, 7.5
MARGIN = 0.6
INNER_WIDTH = WIDTH - 2 * MARGIN
COVER_LEFT, COVER_WIDTH = 1.1, WIDTH - 2.2
COVER_TOP, COVER_HEIGHT = 1.3, 2.9
TITLE_TOP, TITLE_HEIGHT = 0.28, 1.27
RULE_TOP = 1.62
BOTTOM = 7.2
NUMBER_WIDTH = 0.6
"""Inches from the left and top edges of the slide."""

COVER_LAYOUT, SCENE_LAYOUT = 0, 1
"""Places of the two layouts."""

TITLE_LEADING = 0.9
"""Distance of the lines of a title, in that of other text."""

FONT = "Segoe UI"
_SHAPE_OF_FONT = "020B0502040204020203"
"""PANOSE of Segoe UI: where it is missing, a program chooses its nearest neighbour (Calibri, Open Sans) by it."""

_THEME_COLOURS = {
    "dk1": INK,
    "dk2": PETROL,
    "lt2": GRID,
    "accent1": PETROL,
    **{f"accent{number}": colour for number, colour in enumerate(PILLAR_COLOURS.values(), start=2)},
    "hlink": PETROL,
    "folHlink": QUIET_INK,
}
_TEMPLATE_LAYOUTS = ("Title Slide", "Title Only")
LEFT_OUT_OF_PACKAGE = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
"""A picture of the empty template, and what its author's program knew of it."""


def rgb(colour: str) -> RGBColor:
    """A colour of the palette as python-pptx takes it."""
    return RGBColor.from_string(bare(colour))  # type: ignore[no-untyped-call, no-any-return]  # python-pptx gives it no types


def empty_slides() -> Slides:
    """A presentation without slides; its layouts are a cover and a scene."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = Inches(WIDTH), Inches(HEIGHT)
    slides.core_properties.comments = ""
    for layout in [layout for layout in slides.slide_layouts if layout.name not in _TEMPLATE_LAYOUTS]:
        slides.slide_layouts.remove(layout)
    drop_links(slides.part.package._rels, LEFT_OUT_OF_PACKAGE)
    drop_links(slides.part.rels, (RELATIONSHIP_TYPE.PRINTER_SETTINGS,))
    _set_theme(slides)
    _set_master(slides)
    cover, scene = slides.slide_layouts
    _set_cover(cover)
    _set_scene(scene)
    return slides


def drop_links(links: Any, kinds: Collection[str]) -> None:
    """Take the links of these kinds away from a part of a template, and with them what they lead to."""
    for name in [name for name, link in links.items() if link.reltype in kinds]:
        links.pop(name)


def _set_theme(slides: Slides) -> None:
    part = slides.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    part._blob = themed(part.blob)


def themed(blob: bytes) -> bytes:
    """A template's theme with our colours and typeface, so that what a reader adds looks the same."""
    theme = etree.fromstring(blob)
    theme.set("name", "NAP Analytics")
    for name, colour in _THEME_COLOURS.items():
        place = _part(theme, qn("a:" + name))
        for old in list(place):
            place.remove(old)
        etree.SubElement(place, qn("a:srgbClr"), val=bare(colour))
    for kind in ("majorFont", "minorFont"):
        font = _part(theme, qn("a:" + kind), qn("a:latin"))
        font.set("typeface", FONT)
        font.set("panose", _SHAPE_OF_FONT)
    return etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _part(element: Element, *path: str) -> Element:
    """The first part of an element at the end of a path."""
    return next(element.iterfind(f".//{'/'.join(path)}"))


def _set_master(slides: Slides) -> None:
    master = slides.slide_master
    _keep_placeholders(master, ("TITLE", "BODY"))
    for shape in master.placeholders:
        is_title = shape.placeholder_format.type.name == "TITLE"
        top, height = (TITLE_TOP, TITLE_HEIGHT) if is_title else (RULE_TOP + 0.1, BOTTOM - RULE_TOP - 0.1)
        _place(shape, MARGIN, top, INNER_WIDTH, height)
    style = _part(master._element, qn("p:titleStyle"), qn("a:lvl1pPr"))
    style.set("algn", "l")
    style.insert(0, parse_xml(f'<a:lnSpc {nsdecls("a")}><a:spcPct val="{TITLE_LEADING * 100_000:.0f}"/></a:lnSpc>'))
    words = _part(style, qn("a:defRPr"))
    words.set("sz", "2800")
    words.set("b", "1")


def _set_cover(layout: SlideLayout) -> None:
    _keep_placeholders(layout, ("CENTER_TITLE", "SUBTITLE"))
    title, subtitle = list(layout.placeholders)
    _place(title, COVER_LEFT, COVER_TOP, COVER_WIDTH, COVER_HEIGHT)
    _place(subtitle, COVER_LEFT, 4.65, COVER_WIDTH, 0.8)
    _anchor(title, "b")
    _anchor(subtitle, "t")
    style = _part(subtitle._element, qn("a:lvl1pPr"))
    style.set("algn", "l")
    _add_rule(layout, number=90, left=0, top=0, width=0.35, height=HEIGHT)
    _add_rule(layout, number=91, left=COVER_LEFT, top=4.35, width=COVER_WIDTH, height=0.055)


def _set_scene(layout: SlideLayout) -> None:
    _keep_placeholders(layout, ("TITLE",))
    title = layout.placeholders[0]
    _place(title, MARGIN, TITLE_TOP, INNER_WIDTH, TITLE_HEIGHT)
    _anchor(title, "b")
    _add_rule(layout, number=90, left=MARGIN, top=RULE_TOP, width=INNER_WIDTH, height=0.035)
    _add_number(layout)


def _keep_placeholders(layout: SlideLayout | SlideMaster, kinds: tuple[str, ...]) -> None:
    shape: Any
    for shape in list(layout.placeholders):
        if shape.placeholder_format.type.name not in kinds:
            shape._element.getparent().remove(shape._element)


def _place(shape: Any, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Inches(left), Inches(top), Inches(width), Inches(height)


def _anchor(shape: Any, side: str) -> None:
    """The text at the top or bottom of its box, flush with the margin; a text typed in later shrinks to fit."""
    body = _part(shape._element, qn("a:bodyPr"))
    for name in ("lIns", "rIns", "tIns", "bIns"):
        body.set(name, "0")
    body.set("anchor", side)
    if body.find(qn("a:normAutofit")) is None:
        etree.SubElement(body, qn("a:normAutofit"))


def _add_rule(layout: SlideLayout, *, number: int, left: float, top: float, width: float, height: float) -> None:
    places = {"x": Inches(left), "y": Inches(top), "cx": Inches(width), "cy": Inches(height)}
    layout.shapes._spTree.append(
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="Rule {number}"/><p:cNvSpPr/>'
            '<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
            f'<a:xfrm><a:off x="{places["x"]}" y="{places["y"]}"/><a:ext cx="{places["cx"]}" cy="{places["cy"]}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
        )
    )


def _add_number(layout: SlideLayout) -> None:
    """The number of the slide, at the right of the last line."""
    left, top = Inches(WIDTH - MARGIN - NUMBER_WIDTH), Inches(BOTTOM - 0.22)
    layout.shapes._spTree.append(
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="91" name="Number"/><p:cNvSpPr txBox="1"/>'
            '<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
            f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{Inches(NUMBER_WIDTH)}" cy="{Inches(0.22)}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
            '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/><a:lstStyle/><a:p><a:pPr algn="r"/>'
            '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr sz="1200">'
            f'<a:solidFill><a:srgbClr val="{bare(QUIET_INK)}"/></a:solidFill></a:rPr><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>'
        )
    )
