"""The deck as an Excel workbook: whole numbers in cells, live formulas that LibreOffice computes alike, native charts of the cells."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import takewhile
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from lxml import etree
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from nap_analytics import queries
from nap_analytics.deck import Deck, Mark, Picture, Scene
from nap_analytics.documents.deck.xlsx import deck_xlsx
from nap_analytics.kit import storyboard
from nap_analytics.kit.scenes.progress import target_mark
from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.language import language
from tests.deck_case import HOSTILE, deck
from tests.libreoffice import converted, printed_pages
from tests.processes import printed_elsewhere
from tests.product.test_deck_pptx import sprinkled
from tests.tiny import HALF_TIME, measured, tiny_warehouse, together

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
CODES = ("fr", "en")
PAINT = "#0B5A6B"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ERROR = re.compile(r"#(?:REF!|NAME\?|VALUE!|DIV/0!|N/A|NUM!|NULL!)|Err:\d+")

DESIGN_CASES = (
    ("increase", 0, 100, 10, 0.1),
    ("decrease", 100, 50, 75, 0.5),
    ("increase", 40, 50, 38, -0.2),
    ("decrease", 20, 0, 5, 0.75),
    ("decrease", 20, 5, 0, 4 / 3),
    ("increase", 45, 50, 45, 0),
    ("increase", 10, 20, 60, 5),
    ("increase", 30, 30, 30, 1),
    ("increase", 34.4, 30, 21.4, 0),
)
"""The nine cases of docs/methods/progress.md: aim, baseline, target, value, progress."""

HELD_CASES = (
    ("increase", 34.375, 30, 15, 0),
    ("increase", 34.375, 30, 31, 1),
    ("increase", 40, 10, -20, 0),
    ("decrease", 0, 0, 5, 0),
    ("", 10, 20, 15, None),
)
"""Levels that the baseline already meets, held or lost, and a goal whose side is not said."""

PROGRESS = {
    1: ((31 - 9.5) / 40.5, 35.5 / 38, None, 0),
    4: (1, None, None, 5 / -12),
    5: tuple(case[-1] for case in DESIGN_CASES),
    6: tuple(case[-1] for case in HELD_CASES),
}
"""Number of a scene -> progress of its marks."""


def case() -> Deck:
    """The deck made by hand with the side of its goals said, a whole with a gap, and scenes of worked cases."""
    made = deck()
    return replace(made, scenes={code: _scenes(scenes) for code, scenes in made.scenes.items()})


def _scenes(scenes: tuple[Scene, ...]) -> tuple[Scene, ...]:
    seats, money, years, plans = scenes
    worked = (_progress_scene(seats, "design", DESIGN_CASES), _progress_scene(seats, "held", HELD_CASES))
    marks = tuple(Mark(f"={value}+1", value, f"={value}", PAINT) for value in (1.0, 5.0, 50.0))
    parts = replace(
        seats, code="parts", title="=1+1", notes="=SUM(A1)", source="@=1", picture=Picture("bars", "=unit", marks, is_parts=True)
    )
    whole_with_a_gap = replace(money, picture=replace(money.picture, is_parts=True))
    return (_aimed(seats, "increase", PROGRESS[1]), whole_with_a_gap, years, _aimed(plans, "decrease", PROGRESS[4]), *worked, parts)


def _aimed(scene: Scene, aim: Any, progress: tuple[float | None, ...]) -> Scene:
    marks = zip(scene.picture.marks, progress, strict=True)
    return replace(scene, picture=replace(scene.picture, marks=tuple(replace(mark, aim=aim, progress=share) for mark, share in marks)))


def _progress_scene(scene: Scene, name: str, cases: tuple[Any, ...]) -> Scene:
    marks = tuple(
        Mark(f"{name} {number}", value, f"{value}", PAINT, goal=goal, start=start, aim=aim, progress=share)
        for number, (aim, start, goal, value, share) in enumerate(cases)
    )
    return replace(scene, code=name, picture=Picture("bars", "unit", marks, goal_name="Goal", start_name="Start"))


CASE = case()
COUNT = len(CASE.scenes["fr"])
CASES = [(code, number) for code in CODES for number in range(1, COUNT + 1)]


@cache
def made(code: str) -> bytes:
    """The workbook of the deck with control characters in every text: it is to be that of the clean deck."""
    return deck_xlsx(Deck.from_json(sprinkled_except_aims(CASE)), language(code))


def sprinkled_except_aims(clean: Deck) -> dict[str, Any]:
    """The deck's values with signs that XML cannot hold in its texts."""
    values = sprinkled(clean.as_json())
    for code, scenes in values["scenes"].items():
        for scene, whole in zip(scenes, clean.scenes[code], strict=True):
            for mark, own in zip(scene["picture"]["marks"], whole.picture.marks, strict=True):
                mark["aim"] = own.aim
    return values


def scene_of(code: str, number: int) -> Scene:
    return CASE.scenes[code][number - 1]


def sheet_of(content: bytes, number: int, *, is_computed: bool = True) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(content), data_only=is_computed)[str(number)]


def heading_row(sheet: Worksheet, code: str) -> int:
    return next(cell.row for cell in sheet["A"] if cell.value == language(code)("Name"))


def rows_of(sheet: Worksheet, code: str) -> list[dict[str, Any]]:
    """The rows of the table by heading, an empty text as None."""
    head, *rows = sheet.iter_rows(min_row=heading_row(sheet, code), values_only=True)
    filled = takewhile(lambda row: row[0] is not None, rows)
    return [{name: None if cell == "" else cell for name, cell in zip(head, row, strict=True)} for row in filled]


def marks_of(sheet: Worksheet, code: str, picture: Picture) -> list[dict[str, Any]]:
    return rows_of(sheet, code)[: len(picture.marks)]


def column(rows: list[dict[str, Any]], heading: str) -> list[Any]:
    return [row[heading] for row in rows]


def lines_of(sheet: Worksheet) -> str:
    """The first column on one line."""
    return single(" ".join(str(cell.value) for cell in sheet["A"] if cell.value is not None))


def single(text: str) -> str:
    return " ".join(text.split())


def parts_of(content: bytes, pattern: str) -> list[etree._Element]:
    """The XML of the parts of the file whose names match, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(pattern, name)]
        return [etree.fromstring(archive.read(name)) for name in sorted(names, key=lambda name: int(re.findall(r"\d+", name)[-1]))]


def chart_of(code: str, number: int) -> etree._Element:
    return parts_of(made(code), r"xl/charts/chart\d+\.xml")[number - 1]


def pointed_at(sheet: Worksheet, formula: str) -> list[Any]:
    """The values of the cells that a chart takes."""
    name, _, cells = formula.rpartition("!")
    assert name == f"'{sheet.title}'"
    left, top, right, bottom = range_boundaries(cells)
    found = [cell for row in sheet.iter_rows(top, bottom, left, right, values_only=True) for cell in row]
    return [None if cell == "" else cell for cell in found]


def close(numbers: list[Any]) -> list[Any]:
    return [None if number is None else pytest.approx(number) for number in numbers]


@pytest.mark.parametrize("code", CODES)
def test_one_sheet_per_scene_each_with_a_native_chart_and_no_picture(code: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(code))) as archive:
        names = archive.namelist()
    assert openpyxl.load_workbook(io.BytesIO(made(code))).sheetnames == [language(code)("Scenes"), *map(str, range(1, COUNT + 1))]
    assert len([name for name in names if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]) == COUNT
    assert [name for name in names if "media" in name or "vba" in name.lower() or name.endswith((".png", ".jpeg", ".bin"))] == []


@pytest.mark.parametrize(("code", "number"), CASES)
def test_cells_hold_the_numbers_whole_and_leave_gaps_empty_beside_their_words(code: str, number: int) -> None:
    t, picture = language(code), scene_of(code, number).picture
    rows = marks_of(sheet_of(made(code), number), code, picture)
    assert column(rows, t("Name")) == [mark.name for mark in picture.marks]
    assert column(rows, t("Value")) == [mark.value for mark in picture.marks]
    assert column(rows, t("As shown")) == [mark.written for mark in picture.marks]
    assert column(rows, t("Note")) == [mark.note or None for mark in picture.marks]


@pytest.mark.parametrize(("code", "number"), CASES)
def test_goals_and_starts_have_columns_where_a_mark_has_one(code: str, number: int) -> None:
    t, picture = language(code), scene_of(code, number).picture
    rows = marks_of(sheet_of(made(code), number), code, picture)
    for values, name in (
        ([mark.goal for mark in picture.marks], picture.goal_name),
        ([mark.start for mark in picture.marks], picture.start_name),
    ):
        if set(values) == {None}:
            assert name not in rows[0]
        else:
            assert column(rows, name) == values
    assert (t("Share of the total") in rows[0]) == picture.is_parts
    assert (t("Progress") in rows[0]) == (number in PROGRESS)


@pytest.mark.parametrize(("code", "number"), CASES)
def test_measures_against_the_goal_are_those_worked_by_hand(code: str, number: int) -> None:
    t, picture = language(code), scene_of(code, number).picture
    rows = marks_of(sheet_of(made(code), number), code, picture)
    known = [(mark, mark.value is not None and mark.goal is not None) for mark in picture.marks]
    if picture.goal_name:
        left = [mark.goal - mark.value if is_known else None for mark, is_known in known]
        assert column(rows, t("{goal} − value", goal=picture.goal_name)) == close(left)
    if any(mark.goal is not None and mark.aim != "decrease" for mark in picture.marks):
        shares = [mark.value / mark.goal if is_known and mark.goal and mark.aim != "decrease" else None for mark, is_known in known]
        assert column(rows, t("Value / {goal}", goal=picture.goal_name)) == close(shares)
    if number in PROGRESS:
        assert column(rows, t("Progress")) == close(list(PROGRESS[number]))


@pytest.mark.parametrize("code", CODES)
def test_parts_of_a_whole_have_a_total_unless_one_of_them_is_missing(code: str) -> None:
    t = language(code)
    *rows, total = rows_of(sheet_of(made(code), COUNT), code)
    assert (total[t("Name")], total[t("Value")], total[t("Share of the total")]) == (t("Total"), 56, 1)
    assert column(rows, t("Share of the total")) == close([1 / 56, 5 / 56, 50 / 56])
    *rows, total = rows_of(sheet_of(made(code), 2), code)
    assert (total[t("Name")], total[t("Value")], set(column([*rows, total], t("Share of the total")))) == (t("Total"), None, {None})
    assert t("Total") not in column(rows_of(sheet_of(made(code), 3), code), t("Name"))


@pytest.mark.parametrize(("code", "number"), CASES)
def test_chart_takes_names_and_numbers_from_the_cells(code: str, number: int) -> None:
    picture, sheet, chart = scene_of(code, number).picture, sheet_of(made(code), number), chart_of(code, number)
    series = list(chart.iter(f"{C}ser"))
    sides = [(picture.goal_name, [mark.goal for mark in picture.marks]), (picture.start_name, [mark.start for mark in picture.marks])]
    expected = [
        (picture.unit, [mark.value for mark in picture.marks]),
        *((name, values) for name, values in sides if set(values) != {None}),
    ]
    assert [pointed_at(sheet, one.findtext(f"{C}val/{C}numRef/{C}f")) for one in series] == [values for _, values in expected]
    assert [pointed_at(sheet, one.findtext(f"{C}tx//{C}f")) for one in series] == [[name] for name, _ in expected]
    named = [mark.name if mark.value is not None else f"{mark.name} ({mark.written})" for mark in picture.marks]
    assert {tuple(pointed_at(sheet, one.findtext(f"{C}cat//{C}f"))) for one in series} == {tuple(named)}
    assert [chart.find(f".//{C}{tag}") for tag in ("numLit", "strLit")] == [None, None]


@pytest.mark.parametrize(("code", "number"), CASES)
def test_marks_have_their_colours_and_labels_as_written(code: str, number: int) -> None:
    picture, sheet = scene_of(code, number).picture, sheet_of(made(code), number)
    reached = next(chart_of(code, number).iter(f"{C}ser"))
    paints = [point.find(f".//{A}srgbClr").get("val") for point in reached.findall(f"{C}dPt")]
    assert [f"#{paint}" for paint in paints] == [mark.colour.upper() for mark in picture.marks]
    labels = [pointed_at(sheet, label.findtext(f".//{C}f")) for label in reached.iter(f"{C}dLbl")]
    assert labels == [[None if mark.value is None else mark.written] for mark in picture.marks]


@pytest.mark.parametrize(("code", "number"), CASES)
def test_axis_starts_at_zero_and_the_first_bar_is_on_top(code: str, number: int) -> None:
    picture, chart = scene_of(code, number).picture, chart_of(code, number)
    assert chart.find(f".//{C}valAx/{C}scaling/{C}min").get("val") == "0"
    end = chart.find(f".//{C}valAx/{C}scaling/{C}max")
    assert (None if end is None else float(end.get("val"))) == picture.whole
    turned = chart.find(f".//{C}catAx/{C}scaling/{C}orientation").get("val") == "maxMin"
    assert turned == (picture.kind == "bars")


@pytest.mark.parametrize(("code", "number"), CASES)
def test_sheet_tells_finding_unit_notes_source_and_stamp_without_merged_cells(code: str, number: int) -> None:
    t, scene, sheet = language(code), scene_of(code, number), sheet_of(made(code), number)
    told = lines_of(sheet)
    assert told.startswith(f"{single(scene.title)} {scene.picture.unit}")
    said = f"{t('Presenter’s notes')} {scene.notes} {t('Source: {source}', source=scene.source)} {CASE.stamps[code]}"
    assert told.endswith(single(said))
    assert sheet.merged_cells.ranges == set()


@pytest.mark.parametrize("code", CODES)
def test_charts_are_told_in_words(code: str) -> None:
    drawings = parts_of(made(code), r"xl/drawings/drawing\d+\.xml")
    told = [next(drawing.iter(f"{XDR}cNvPr")).get("descr") for drawing in drawings]
    for words, scene in zip(told, CASE.scenes[code], strict=True):
        assert words.startswith(f"{scene.title}\n{scene.picture.unit}\n")
        assert [mark.name for mark in scene.picture.marks if mark.name not in words or mark.written not in words] == []


@pytest.mark.parametrize("code", CODES)
def test_first_sheet_lists_the_scenes_and_leads_to_them(code: str) -> None:
    t, scenes = language(code), CASE.scenes[code]
    sheet = openpyxl.load_workbook(io.BytesIO(made(code)), data_only=True).worksheets[0]
    told = lines_of(sheet)
    assert told.startswith(f"{CASE.titles[code]} {t('Data as of {date}', date=t.date(date(2025, 6, 30)))} {CASE.stamps[code]}")
    first = next(cell.row for cell in sheet["A"] if cell.value == t("Scene"))
    assert sheet.freeze_panes == f"A{first + 1}"
    rows = list(sheet.iter_rows(first + 1, first + COUNT, 1, 4))
    expected = [[str(number), scene.title, scene.picture.unit, scene.source] for number, scene in enumerate(scenes, start=1)]
    assert [[cell.value for cell in row] for row in rows] == expected
    assert [row[1].hyperlink.location for row in rows] == [f"'{number}'!A1" for number in range(1, COUNT + 1)]
    assert {row[1].hyperlink.target for row in rows} == {None}


@pytest.mark.parametrize("code", CODES)
def test_each_scene_prints_on_one_page_with_stamp_and_number(code: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(code)))
    for sheet in book:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.oddHeader.left.text == CASE.titles[code]
        assert (sheet.oddFooter.left.text, sheet.oddFooter.right.text) == (CASE.stamps[code], "&P / &N")
    assert {(sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) for sheet in book.worksheets[1:]} == {(None, None)}
    assert all(sheet.sheet_properties.pageSetUpPr.fitToPage for sheet in book)
    known = book.properties
    assert (known.title, known.creator, f"{known.created:%Y-%m-%d}") == (CASE.titles[code], "NAP Analytics", CASE.viewed_on)


@pytest.mark.parametrize("title", ["R&Genre & paix &P", "&" * 300, "😀" * 300])
def test_no_title_is_a_mark_of_the_header(title: str) -> None:
    content = deck_xlsx(replace(CASE, titles={"fr": title, "en": title}), language("fr"))
    header = parts_of(content, r"xl/worksheets/sheet\d+\.xml")[1].findtext(f"{S}headerFooter/{S}oddHeader")
    assert header.startswith("&L")
    assert set(re.findall("&.", header.replace("&&", ""))) == {"&L"}
    assert len(header.encode("utf-16-le")) // 2 <= 255


def test_no_text_of_the_deck_is_a_formula_or_leads_out_of_the_file() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made("fr")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    texts = {cell.value: cell.data_type for cell in cells if isinstance(cell.value, str)}
    assert {texts[text] for text in ("=1+1", "=unit", "=SUM(A1)", "=5.0+1", "=5.0", HOSTILE)} == {"s"}
    formulas = [cell.value for cell in cells if cell.data_type == "f"]
    assert formulas
    assert {quoted for formula in formulas for quoted in re.findall(r'"([^"]*)"', formula)} <= {"", " (", ")"}
    assert {cell.hyperlink.target for cell in cells if cell.hyperlink} == {None}


def test_formulas_are_old_enough_for_every_spreadsheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made("en")))
    formulas = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    used = {name for formula in formulas for name in re.findall(r"([A-Z][A-Z.]+)\(", formula)}
    assert used == {"ABS", "AND", "COUNT", "FIXED", "IF", "INT", "ISNUMBER", "ROWS", "SUM"}


def test_same_deck_gives_the_same_bytes_in_another_process_too() -> None:
    code = (
        "import hashlib; from nap_analytics.documents.deck.xlsx import deck_xlsx; from nap_analytics.wording.language import language; "
        "from tests.product.test_deck_xlsx import CASE; print(hashlib.sha256(deck_xlsx(CASE, language('fr'))).hexdigest())"
    )
    assert printed_elsewhere(code) == sha256(made("fr")).hexdigest()
    assert deck_xlsx(CASE, language("fr")) == made("fr")


def test_deck_frozen_before_aims_and_parts_were_told_still_opens() -> None:
    values = CASE.as_json()
    for scene in (scene for scenes in values["scenes"].values() for scene in scenes):
        scene["picture"].pop("is_parts")
        for mark in scene["picture"]["marks"]:
            mark.pop("aim")
            mark.pop("progress")
    older = Deck.from_json(values)
    assert older == replace(CASE, scenes={code: tuple(map(_untold, scenes)) for code, scenes in CASE.scenes.items()})
    assert language("en")("Progress") not in rows_of(sheet_of(deck_xlsx(older, language("en")), 5), "en")[0]


def _untold(scene: Scene) -> Scene:
    aimless = _aimed(scene, "", (None,) * len(scene.picture.marks))
    return replace(aimless, picture=replace(aimless.picture, is_parts=False))


@pytest.fixture(scope="module")
def computed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The workbooks as LibreOffice computes them anew, one of them with other numbers typed into it."""
    folder = tmp_path_factory.mktemp("computed")
    for name, code in (("fr", "fr"), ("en", "en"), ("changed", "en")):
        book = openpyxl.load_workbook(io.BytesIO(made(code)))
        if name == "changed":
            _type_numbers(book)
        book.save(folder / f"{name}.xlsx")
    paths = converted([folder / f"{name}.xlsx" for name in ("fr", "en", "changed")], "xlsx")
    return {path.stem: path.read_bytes() for path in paths}


def _type_numbers(book: openpyxl.Workbook) -> None:
    """A value for the first scene's first mark and for its gap; one for the last part, and one for the gap in the other whole."""
    for number, at, value in ((1, 0, 45.5), (1, 2, 0), (COUNT, 2, 10), (2, 5, 36.4)):
        sheet = book[str(number)]
        sheet.cell(heading_row(sheet, "en") + 1 + at, 2).value = value


@pytest.mark.parametrize("code", CODES)
def test_stored_results_are_those_that_libreoffice_computes(code: str, computed: dict[str, bytes]) -> None:
    stored, anew = (openpyxl.load_workbook(io.BytesIO(content), data_only=True) for content in (made(code), computed[code]))
    wrong = []
    for sheet in stored:
        for row in sheet.iter_rows():
            for cell in row:
                found = anew[sheet.title][cell.coordinate].value
                is_number = isinstance(cell.value, (int, float))
                if (found or None) != (cell.value or None) if not is_number else found != pytest.approx(cell.value):
                    wrong.append((sheet.title, cell.coordinate, cell.value, found))
    assert wrong == []


def test_no_cell_is_an_error(computed: dict[str, bytes]) -> None:
    books = [openpyxl.load_workbook(io.BytesIO(content), data_only=True) for content in computed.values()]
    cells = [cell.value for book in books for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell for cell in cells if isinstance(cell, str) and ERROR.search(cell)] == []


def test_a_changed_number_changes_formulas_labels_and_names(computed: dict[str, bytes]) -> None:
    first, second, third, _ = rows_of(sheet_of(computed["changed"], 1), "en")
    measured = ("Target − value", "Value / Target", "Progress", "Label in the chart")
    assert [first[name] for name in measured] == [4.5, 0.91, pytest.approx(36 / 40.5), "45.5"]
    assert second["Label in the chart"] == "47.5%"
    assert [third[name] for name in ("Value", "Name in the chart", "Label in the chart", "Progress")] == [0, "2012-2014", "0", None]
    *parts, total = rows_of(sheet_of(computed["changed"], COUNT), "en")
    assert (total["Value"], column(parts, "Share of the total")) == (16, close([1 / 16, 5 / 16, 10 / 16]))


def test_a_whole_has_its_total_as_soon_as_its_gap_is_filled(computed: dict[str, bytes]) -> None:
    *parts, total = rows_of(sheet_of(computed["changed"], 2), "en")
    added = 276.4 + 64 + 1276 + 12.3 + 0.4 + 36.4 + 99 + 3.5
    assert (total["Value"], total["Share of the total"]) == (pytest.approx(added), pytest.approx(1))
    assert parts[5]["Share of the total"] == pytest.approx(36.4 / added)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The words of each page as LibreOffice prints the workbooks, by language."""
    folder = tmp_path_factory.mktemp("printed")
    for code in CODES:
        (folder / f"{code}.xlsx").write_bytes(made(code))
    return {path.stem: printed_pages(path) for path in converted([folder / f"{code}.xlsx" for code in CODES], "pdf")}


@pytest.mark.parametrize("code", CODES)
def test_libreoffice_prints_each_scene_on_a_page_with_its_finding_and_values(code: str, pages: dict[str, list[str]]) -> None:
    first, *own = pages[code]
    assert CASE.titles[code] in first
    assert len(own) == COUNT
    for scene, page in zip(CASE.scenes[code], own, strict=True):
        assert single(scene.title) in page
        assert single(scene.source) in page
        assert [mark.written for mark in scene.picture.marks if single(mark.written) not in page] == []
        assert CASE.stamps[code] in page


def test_progress_of_the_shipped_targets_is_that_of_the_warehouse(real: Warehouse) -> None:
    """A value that answers for a target and is not the latest in the plan's time has no progress beside it."""
    today = date(2026, 11, 22)
    told, _ = storyboard.story_deck(storyboard.read_story("committee"), warehouse=real, viewed_on=today)
    number = next(number for number, scene in enumerate(told.scenes["en"], start=1) if scene.code.endswith("-targets"))
    rows = rows_of(sheet_of(deck_xlsx(told, language("en")), number), "en")
    # Missed ones come first: none of their values is the latest in the plan’s time.
    assert {row["Name"]: row.get("Progress") for row in rows} == {
        "Government (ministers)": None,
        "Mayors": None,
        "Election authority (AIGE)": None,
        "Commission that finalised the constitution": None,
    }


@pytest.fixture(scope="module")
def nine(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    """The nine cases as series of one indicator with the progress that the view gives and the one that LibreOffice computes."""
    folder = tmp_path_factory.mktemp("nine")
    warehouse = tiny_warehouse(folder, together(*(_series_of(number, case) for number, case in enumerate(DESIGN_CASES))))
    frame = language("en").localise(queries.judged_series(warehouse, plan_id="tst-2019", viewed_on=HALF_TIME))
    marks = [target_mark(row, t=language("en")) for row in frame.itertuples()]
    scenes = tuple(
        replace(CASE.scenes["en"][0], code=name, picture=Picture("bars", "unit", tuple(part), goal_name="Goal", start_name="Start"))
        for name, part in (("first", marks[:5]), ("last", marks[5:]))
    )
    written = deck_xlsx(replace(CASE, scenes=dict.fromkeys(CODES, scenes)), language("en"))
    openpyxl.load_workbook(io.BytesIO(written)).save(folder / "nine.xlsx")
    anew = converted([folder / "nine.xlsx"], "xlsx")[0].read_bytes()
    read = {
        name: [row["Progress"] for number in (1, 2) for row in rows_of(sheet_of(content, number), "en")]
        for name, content in (("stored", written), ("anew", anew))
    }
    return frame.assign(**read)


def _series_of(number: int, case: tuple[Any, ...]) -> dict[str, list[dict[str, Any]]]:
    aim, start, goal, value, _ = case
    return measured(
        f"case-{number}", baseline=start, target=goal, values=value, direction=aim, value_kind="percent", unit="percent", sort_order=number
    )


def test_the_nine_cases_are_the_same_worked_by_hand_in_the_view_and_in_the_workbook(nine: pd.DataFrame) -> None:
    by_hand = close([case[-1] for case in DESIGN_CASES])
    assert [share / 100 for share in nine["progress_pct"]] == by_hand
    assert list(nine["stored"]) == by_hand
    assert list(nine["anew"]) == by_hand


def test_a_level_that_is_lost_is_told_in_the_unit_of_the_indicator(nine: pd.DataFrame) -> None:
    assert [target_mark(row, t=language("en")).note for row in nine.itertuples()][-1] == (
        "baseline 34.4%, target 30% (2023), ▼ Deterioration (July 2021), 8.6 points below the level to hold (30%)"
    )
