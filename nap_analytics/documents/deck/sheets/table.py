"""The marks of a scene as a table: names, whole numbers, what is written on the slide, goals and starts, formulas, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from nap_analytics.documents.deck.sheets import measures
from nap_analytics.documents.shared.sheet import SheetColumn, characters, column_points

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nap_analytics.deck import Mark, Picture
    from nap_analytics.documents.shared.sheet import Sheet, SheetTable
    from nap_analytics.wording.language import Language

PAGE_WIDTH = 780.0
"""Points between the margins of a page of A4 in landscape."""

_NARROWEST_NOTE = 28
_MANY = 1000
_LARGE = 100_000
_SMALL = 10


def write_marks(page: Sheet, picture: Picture, *, at: int) -> SheetTable:
    """Write the table with its headings in the row ``at``; where the marks are parts of a whole, their total is its last row."""
    t, marks = page.book.t, picture.marks
    columns = _columns(picture, t)
    places = {column.key: number for number, column in enumerate(columns)}
    last = at + len(marks)
    whole = xl_rowcol_to_cell(last + 1, places["value"], row_abs=True, col_abs=True)
    rows = [_row(mark, picture, whole=whole) for mark in marks]
    if picture.is_parts:
        values, parts = (xl_range_abs(at + 1, places[key], last, places[key]) for key in ("value", "part"))
        added = {"value": measures.total(picture, cells=values), "part": measures.all_parts(picture, cells=parts)}
        rows.append({"name": t("Total"), **added})
    page.sheet.ignore_errors({"number_stored_as_text": xl_range_abs(at + 1, 0, last, places["told"])})
    return page.table(columns, rows, at=at, is_frozen=False, strong=range(len(marks), len(rows)))


def _columns(picture: Picture, t: Language) -> list[SheetColumn]:
    """The columns that the marks fill; the notes take what is left of the page's width, the keys of the chart lie beyond it."""
    marks = picture.marks
    goal_name, start_name = side_names(picture, t)
    goals, starts = [mark.goal for mark in marks], [mark.start for mark in marks]
    kind = number_kind([*(mark.value for mark in marks), *goals, *starts])
    has_goal, has_start = set(goals) != {None}, set(starts) != {None}
    has_share = any(mark.goal is not None and mark.aim != "decrease" for mark in marks)
    has_progress = any(mark.aim and mark.progress is not None for mark in marks)
    offered = [
        (True, SheetColumn("name", t("Name"), _fitting((mark.name for mark in marks), least=22, most=40))),
        (True, SheetColumn("value", t("Value"), 16, kind)),
        (True, SheetColumn("written", t("As shown"), _fitting((mark.written for mark in marks), least=14, most=30))),
        (has_goal, SheetColumn("goal", goal_name, 12.5, kind)),
        (has_start, SheetColumn("start", start_name, 12.5, kind)),
        (has_goal, SheetColumn("to_goal", t("{goal} − value", goal=goal_name), 12.5, kind)),
        (has_share, SheetColumn("of_goal", t("Value / {goal}", goal=goal_name), 12.5, "part")),
        (has_progress, SheetColumn("progress", t("Progress"), 12.5, "part")),
        (picture.is_parts, SheetColumn("part", t("Share of the total"), 12.5, "part")),
    ]
    shown = [column for is_wanted, column in offered if is_wanted]
    left = characters(PAGE_WIDTH - sum(column_points(column.width) for column in shown))
    return [
        *shown,
        SheetColumn("note", t("Note"), max(_NARROWEST_NOTE, left)),
        SheetColumn("in_chart", t("Name in the chart"), 30, "key"),
        SheetColumn("label", t("Label in the chart"), 36, "key"),
        SheetColumn("told", t("Value as first written"), 30, "key"),
    ]


def side_names(picture: Picture, t: Language) -> tuple[str, str]:
    """What goals and starts are called."""
    return picture.goal_name or t("Target"), picture.start_name or t("Baseline")


def _row(mark: Mark, picture: Picture, *, whole: str) -> dict[str, Any]:
    return {
        "name": mark.name,
        "value": mark.value,
        "written": mark.written,
        "goal": mark.goal,
        "start": mark.start,
        "to_goal": measures.to_the_goal(mark),
        "of_goal": measures.share_of_goal(mark),
        "progress": measures.progress(mark),
        "part": measures.part(mark, picture, whole=whole),
        "note": mark.note or None,
        "in_chart": measures.name_in_chart(mark),
        "label": measures.label_in_chart(mark),
        "told": mark.value,
    }


def number_kind(numbers: Iterable[float | None]) -> str:
    """How numbers of one kind are shown: as many decimals as tell them apart; the cells hold them whole."""
    known = [abs(number) for number in numbers if number is not None]
    largest = max(known, default=0)
    if all(number.is_integer() for number in map(float, known)):
        return "thousands" if largest >= _MANY else "plain"
    if largest >= _LARGE:
        return "thousands"
    return "hundredth" if largest < _SMALL else "tenth"


def _fitting(texts: Iterable[str], *, least: float, most: float) -> float:
    """Width of a column in characters that shows its texts on one line, or as many as it may take."""
    return min(max(least, *(len(text) * 1.05 + 3 for text in texts)), most)
