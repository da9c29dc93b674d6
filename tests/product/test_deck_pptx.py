"""The deck as slides: native charts that hold the deck's numbers, and pages that LibreOffice draws."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from nap_analytics.deck import Deck, Mark, Scene
from nap_analytics.documents.deck.pptx import deck_pptx
from nap_analytics.wording.language import language
from tests.deck_case import deck
from tests.libreoffice import converted, printed_pages
from tests.processes import printed_elsewhere

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.slide import Slide

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
CODES = ("fr", "en")
CONTROL = "\x00\x07\x0b\x1b\x1f\ufffe"
ELLIPSIS = "…"


def sprinkled(value: Any) -> Any:
    """The value with signs that XML cannot hold at the end of every text that is drawn or said."""
    if isinstance(value, dict):
        kept = ("code", "page", "kind", "colour", "viewed_on", "data_date", "filters", "version", "story", "address")
        return {name: each if name in kept else sprinkled(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [sprinkled(each) for each in value]
    return value + CONTROL if isinstance(value, str) and value else value


CLEAN = deck()
CASES = [(code, at) for code in CODES for at in range(len(CLEAN.scenes["fr"]))]


@cache
def made(code: str) -> bytes:
    """The slides of the deck with control characters in every text: they are to be those of the clean deck."""
    return deck_pptx(Deck.from_json(sprinkled(CLEAN.as_json())), language(code))


def slide_of(code: str, at: int) -> tuple[Scene, Slide]:
    """A scene and its slide; the cover stands before."""
    return CLEAN.scenes[code][at], list(Presentation(io.BytesIO(made(code))).slides)[at + 1]


def chart_of(slide: Slide) -> Chart:
    charts = [shape.chart for shape in slide.shapes if shape.has_chart]
    assert len(charts) == 1
    return charts[0]


def series_of(scene: Scene) -> list[tuple[str, list[float | None]]]:
    """Names and values that the chart is to have."""
    picture = scene.picture
    found = [(picture.unit, [mark.value for mark in picture.marks])]
    sides = ((picture.goal_name, [mark.goal for mark in picture.marks]), (picture.start_name, [mark.start for mark in picture.marks]))
    return found + [(name, values) for name, values in sides if set(values) != {None}]


def named(mark: Mark) -> str:
    return mark.name if mark.value is not None else f"{mark.name} ({mark.written})"


def texts_of(slide: Slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def single(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


@pytest.mark.parametrize("code", CODES)
def test_one_slide_per_scene_each_with_a_native_chart_and_no_picture(code: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(code))) as archive:
        names = archive.namelist()
    count = len(CLEAN.scenes[code])
    assert len([name for name in names if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]) == count + 1
    assert len([name for name in names if re.fullmatch(r"ppt/charts/chart\d+\.xml", name)]) == count
    assert [name for name in names if "media" in name or name.endswith((".jpeg", ".png", ".bin"))] == []


@pytest.mark.parametrize(("code", "at"), CASES)
def test_chart_and_its_workbook_hold_the_numbers_and_leave_gaps_empty(code: str, at: int) -> None:
    scene, slide = slide_of(code, at)
    chart = chart_of(slide)
    categories = list(chart.plots[0].categories)
    expected = series_of(scene)
    assert [(series.name, list(series.values)) for series in chart.plots[0].series] == expected
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))["Sheet1"]
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert head[1:] == [name for name, _ in expected]
    assert [row[0] for row in rows] == categories
    assert [list(column) for column in zip(*(row[1:] for row in rows), strict=True)] == [values for _, values in expected]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


@pytest.mark.parametrize(("code", "at"), CASES)
def test_names_are_whole_or_told_in_the_notes_and_carry_the_words_for_a_gap(code: str, at: int) -> None:
    scene, slide = slide_of(code, at)
    notes = slide.notes_slide.notes_text_frame.text
    for mark, shown in zip(scene.picture.marks, chart_of(slide).plots[0].categories, strict=True):
        if single(shown) != named(mark):
            assert shown.startswith(mark.name[: shown.index(ELLIPSIS)].strip())
            assert mark.name in notes
        assert mark.value is not None or mark.written in single(shown)


@pytest.mark.parametrize(("code", "at"), CASES)
def test_labels_are_as_written_in_the_colour_of_the_mark(code: str, at: int) -> None:
    scene, slide = slide_of(code, at)
    first = chart_of(slide).plots[0].series[0]
    for place, mark in enumerate(scene.picture.marks):
        label = first.points[place].data_label
        assert label.has_text_frame == (mark.value is not None)
        if mark.value is not None:
            assert label.text_frame.text == mark.written
        assert f"#{first.points[place].format.fill.fore_color.rgb}" == mark.colour.upper()


@pytest.mark.parametrize(("code", "at"), CASES)
def test_axis_starts_at_zero_and_the_first_bar_is_on_top(code: str, at: int) -> None:
    scene, slide = slide_of(code, at)
    chart = chart_of(slide)
    assert chart.value_axis.minimum_scale == 0
    assert chart.value_axis.maximum_scale >= scene.picture.largest
    assert chart.category_axis.reverse_order == (scene.picture.kind == "bars")
    assert chart.has_legend == (len(series_of(scene)) > 1)
    assert chart.has_title != chart.has_legend


@pytest.mark.parametrize(("code", "at"), CASES)
def test_title_source_stamp_and_notes_are_there(code: str, at: int) -> None:
    scene, slide = slide_of(code, at)
    t, notes = language(code), slide.notes_slide.notes_text_frame.text
    assert slide.shapes.title.text_frame.text == scene.title
    assert t("Source: {source}", source=scene.source) in texts_of(slide)
    assert CLEAN.stamps[code] in texts_of(slide)
    assert notes.startswith(scene.notes)
    assert notes.endswith(t("Source: {source}", source=scene.source))
    assert [mark.note for mark in scene.picture.marks if mark.note not in texts_of(slide) + notes] == []


@pytest.mark.parametrize(("code", "at"), CASES)
def test_chart_is_told_in_words_and_every_text_has_its_language(code: str, at: int) -> None:
    scene, slide = slide_of(code, at)
    frame = next(shape for shape in slide.shapes if shape.has_chart)
    words = frame._element.nvGraphicFramePr.cNvPr.get("descr")
    assert words.startswith(scene.title)
    assert [mark.name for mark in scene.picture.marks if mark.name not in words or mark.written not in words] == []
    runs = [*slide._element.iter(qn("a:r")), *frame.chart._chartSpace.iter(qn("a:r"))]
    assert {run.rPr.get("lang") for run in runs} == {{"fr": "fr-FR", "en": "en-GB"}[code]}


@pytest.mark.parametrize("code", CODES)
def test_cover_and_properties(code: str) -> None:
    slides = Presentation(io.BytesIO(made(code)))
    words = texts_of(slides.slides[0])
    assert CLEAN.titles[code] == slides.slides[0].shapes.title.text_frame.text
    assert CLEAN.stamps[code] in words
    assert CLEAN.data_date[:4] in words
    known = slides.core_properties
    assert (known.title, known.language, known.author) == (CLEAN.titles[code], code, "NAP Analytics")
    assert {f"{known.created:%Y-%m-%d}", f"{known.modified:%Y-%m-%d}"} == {CLEAN.viewed_on}
    assert round(slides.slide_width / slides.slide_height, 2) == round(16 / 9, 2)


def test_bars_that_lie_too_close_for_labels_are_told_in_the_notes() -> None:
    """Eight bars with goals and baselines under a long source: only what was reached is written beside its bar."""
    scene = CLEAN.scenes["en"][0]
    marks = tuple(
        Mark(f"Plan {n}", 10.0 + n, f"{10 + n}", "#0B5A6B", goal=20.25 + n, start=5.5, note=f"Only {n} regions " * 9) for n in range(8)
    )
    crowded = replace(
        scene, source="Report, page 12. " * 40, picture=replace(scene.picture, marks=marks, goal_name="Goal", start_name="Start")
    )
    slides = Presentation(io.BytesIO(deck_pptx(replace(CLEAN, scenes={"en": (crowded,)}), language("en"))))
    slide = slides.slides[1]
    reached, goals, starts = chart_of(slide).plots[0].series
    assert [reached.points[n].data_label.text_frame.text for n in range(8)] == [mark.written for mark in marks]
    assert not any(series.points[n].data_label.has_text_frame for series in (goals, starts) for n in range(8))
    notes = slide.notes_slide.notes_text_frame.text
    assert [text for n in range(8) for text in (f"Goal: {20.3 + n:.1f}", f"Only {n} regions") if text not in notes] == []


def test_same_deck_gives_the_same_bytes_in_another_process_too() -> None:
    code = (
        "import hashlib; from nap_analytics.documents.deck.pptx import deck_pptx; from nap_analytics.wording.language import language; "
        "from tests.product.test_deck_pptx import CLEAN; print(hashlib.sha256(deck_pptx(CLEAN, language('fr'))).hexdigest())"
    )
    assert printed_elsewhere(code) == sha256(made("fr")).hexdigest()
    assert deck_pptx(CLEAN, language("fr")) == made("fr")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The words of each page as LibreOffice prints the slides, by language."""
    folder = tmp_path_factory.mktemp("slides")
    files = [folder / f"{code}.pptx" for code in CODES]
    for code, path in zip(CODES, files, strict=True):
        path.write_bytes(made(code))
    return {path.stem: printed_pages(path) for path in converted(files, "pdf")}


@pytest.mark.parametrize("code", CODES)
def test_libreoffice_draws_each_slide_with_its_title_and_values(code: str, pages: dict[str, list[str]]) -> None:
    scenes = CLEAN.scenes[code]
    assert len(pages[code]) == len(scenes) + 1
    for title, page in zip([CLEAN.titles[code], *(scene.title for scene in scenes)], pages[code], strict=True):
        assert single(title) in page
    for scene, page in zip(scenes, pages[code][1:], strict=True):
        if scene.picture.kind == "bars":
            assert [mark.written for mark in scene.picture.marks if mark.value is not None and single(mark.written) not in page] == []
