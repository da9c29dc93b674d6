"""A story as a PowerPoint presentation: one slide per scene, each with one native chart, its source, and the presenter's notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.util import Pt

from nap_analytics.deck import Deck
from nap_analytics.documents.shared import look
from nap_analytics.documents.shared.fit import fitting_size, text_height
from nap_analytics.documents.shared.native_chart import add_chart
from nap_analytics.documents.shared.pack import packed
from nap_analytics.documents.shared.words import cleaned, in_words, language_tag, notes_on_marks
from nap_analytics.palette import INK, PETROL, QUIET_INK

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Slides
    from pptx.slide import Slide

    from nap_analytics.deck import Scene
    from nap_analytics.wording.language import Language

_POINTS = 72
_LEFT = look.MARGIN * _POINTS
_WIDTH = look.INNER_WIDTH * _POINTS
_COVER_HEIGHT = look.COVER_HEIGHT * _POINTS / look.TITLE_LEADING
_TITLE_HEIGHT = look.TITLE_HEIGHT * _POINTS / look.TITLE_LEADING
_BOTTOM = look.BOTTOM * _POINTS
_CHART_TOP = (look.RULE_TOP + 0.16) * _POINTS
_AIR = 8.0
_COVER_SIZES = (44, 40, 36, 32, 28, 24)
_TITLE_SIZES = (28, 26, 24, 22, 20, 18)
_NOTE_SIZES = (14, 13, 12)
_FOOT_SIZES = (12, 11, 10)
_MOST_OF_NOTES, _MOST_OF_FOOT = 50.0, 84.0
"""Points of height that the notes on marks may take before they go to the presenter, and source and stamp before they shrink."""


def deck_pptx(deck: Deck, t: Language) -> bytes:
    """The story in the language as a file of 16 : 9; the same deck gives the same bytes.

    A value that is not known is an empty cell of the chart, and its name carries the words for it.

    Raises:
        KeyError: the deck is not told in the language.
    """
    clean = Deck.from_json(cleaned(deck.as_json()))
    slides = look.empty_slides()
    made_at = datetime.fromisoformat(clean.viewed_on)
    _name(slides, clean, t, made_at=made_at)
    _add_cover(slides, clean, t)
    for scene in clean.scenes[t.code]:
        _add_scene(slides, scene, t, stamp=clean.stamps[t.code], made_at=made_at)
    for slide in slides.slides:
        _speak(slide, language_tag(t))
    return packed(slides)


def _name(slides: Slides, deck: Deck, t: Language, *, made_at: datetime) -> None:
    known = slides.core_properties
    known.title, known.language = deck.titles[t.code][:255], t.code
    known.author = known.last_modified_by = "NAP Analytics"
    known.created = known.modified = made_at


def _add_cover(slides: Slides, deck: Deck, t: Language) -> None:
    slide = slides.slides.add_slide(slides.slide_layouts[look.COVER_LAYOUT])
    title, subtitle = slide.placeholders
    words, stamp = deck.titles[t.code], deck.stamps[t.code]
    left, width = look.COVER_LEFT * _POINTS, look.COVER_WIDTH * _POINTS
    size = fitting_size(words, _COVER_SIZES, width=width, height=_COVER_HEIGHT, is_bold=True)
    _write(title, words, size=size, colour=PETROL)
    _write(subtitle, t("Data as of {date}", date=t.date(date.fromisoformat(deck.data_date))), size=24, colour=INK)
    height = text_height(stamp, _FOOT_SIZES[0], width=width)
    _add_text(slide, stamp, size=_FOOT_SIZES[0], place=(left, _BOTTOM - height, width, height))


def _add_scene(slides: Slides, scene: Scene, t: Language, *, stamp: str, made_at: datetime) -> None:
    """The slide from its edges inwards: source and stamp, the notes on marks above them, the chart in the room that is left."""
    slide = slides.slides.add_slide(slides.slide_layouts[look.SCENE_LAYOUT])
    size = fitting_size(scene.title, _TITLE_SIZES, width=_WIDTH, height=_TITLE_HEIGHT, is_bold=True)
    _write(slide.shapes.title, scene.title, size=size, colour=INK)
    source, notes = t("Source: {source}", source=scene.source), notes_on_marks(scene.picture, t)
    below = _below(f"{source}\n{stamp}", notes, t)
    chart_bottom = below[0].place[1] - _AIR
    place = (_LEFT, _CHART_TOP, _WIDTH, chart_bottom - _CHART_TOP)
    frame, plan = add_chart(slide, scene.picture, t, place=place, made_at=made_at)
    told_in_words = in_words(scene.picture, t)
    next(frame._element.iter(qn("p:cNvPr"))).set("descr", f"{scene.title}\n{told_in_words}")
    for text in below:
        _add_text(slide, text.words, size=text.size, place=text.place)
    told = [scene.notes]
    if notes and below[0].words != notes:
        told.append(notes)
    if not plan.says_all(scene.picture):
        told.append(told_in_words)
    slide.notes_slide.notes_text_frame.text = "\n".join([*told, source])


@dataclass(frozen=True)
class _Text:
    """A small text: its words, their size, and left, top, width and height of its box in points."""

    words: str
    size: int
    place: tuple[float, float, float, float]


def _below(foot: str, notes: str, t: Language) -> list[_Text]:
    """What stands under the chart, from top to bottom: the notes on marks where there are any, source and stamp."""
    foot_width = _WIDTH - look.NUMBER_WIDTH * _POINTS - _AIR
    size = fitting_size(foot, _FOOT_SIZES, width=foot_width, height=_MOST_OF_FOOT)
    height = text_height(foot, size, width=foot_width)
    found = [_Text(foot, size, (_LEFT, _BOTTOM - height, foot_width, height))]
    if notes:
        words = _shown_notes(notes, t)
        size = fitting_size(words, _NOTE_SIZES, width=_WIDTH, height=_MOST_OF_NOTES)
        notes_height = text_height(words, size, width=_WIDTH)
        found.insert(0, _Text(words, size, (_LEFT, _BOTTOM - height - _AIR - notes_height, _WIDTH, notes_height)))
    return found


def _shown_notes(notes: str, t: Language) -> str:
    """The notes, or where to read them if there is no room on the slide."""
    if text_height(notes, _NOTE_SIZES[-1], width=_WIDTH) <= _MOST_OF_NOTES:
        return notes
    return t("Limitations of single values are given in the presenter’s notes.")


def _write(shape: Any, words: str, *, size: int, colour: str) -> None:
    text = shape.text_frame
    text.text = words
    for run in (run for paragraph in text.paragraphs for run in paragraph.runs):
        run.font.size, run.font.color.rgb = Pt(size), look.rgb(colour)


def _add_text(slide: Slide, words: str, *, size: int, place: tuple[float, float, float, float]) -> None:
    """A small quiet text in a box without margins."""
    box = slide.shapes.add_textbox(*(Pt(length) for length in place))
    text = box.text_frame
    text.word_wrap, text.auto_size, text.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.BOTTOM
    text.margin_left = text.margin_right = text.margin_top = text.margin_bottom = 0
    _write(box, words, size=size, colour=QUIET_INK)


def _speak(slide: Slide, tag: str) -> None:
    """Mark every text with its language, for spelling and for screen readers."""
    charts = [shape.chart._chartSpace for shape in slide.shapes if isinstance(shape, GraphicFrame) and shape.has_chart]
    notes = [slide.notes_slide._element] if slide.has_notes_slide else []
    for element in (slide._element, *notes, *charts):
        for run in element.iter(qn("a:r")):
            run.get_or_add_rPr().set("lang", tag)
