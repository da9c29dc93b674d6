"""A story as an Excel workbook: a list of its scenes, then one sheet for each with its numbers, formulas over them and a native chart."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from nap_analytics.deck import Deck
from nap_analytics.documents.deck.sheets import PAGE_WIDTH, draw_chart, needed_points, write_marks
from nap_analytics.documents.shared.fit import broken
from nap_analytics.documents.shared.sheet import ABOUT, ABOUT_ROW, TITLE, USUAL_HEIGHT, Book, Formula, SheetColumn
from nap_analytics.documents.shared.words import cleaned
from nap_analytics.palette import CELL_RULE, NAVY, PRINTED, QUIET_INK

if TYPE_CHECKING:
    from nap_analytics.deck import Scene
    from nap_analytics.documents.shared.sheet import Sheet, SheetTable
    from nap_analytics.wording.language import Language

_LIST_HEADING_ROW = 5
_PAGE_HEIGHT = 480.0
"""Points on a page of A4 in landscape within the margins, header and footer left out."""

_MEASURE = 0.9 * PAGE_WIDTH
"""Width of a line of text: less than the page, since another typeface may be wider."""

_TEXT, _TITLE_SIZE, _TITLE_LINE, _AIR = 10, 14, 19.5, 6.0
_MOST_OF_A_FOOTER = 120
_JOINER = "\u2060"
_QUIET = {"font_color": QUIET_INK}


def deck_xlsx(deck: Deck, t: Language) -> bytes:
    """The story in the language as an .xlsx file; the same deck gives the same bytes.

    The cells hold the numbers whole; a value that is not known is an empty cell beside the words for it. Every formula holds
    its result as well, for viewers that do not compute. No text is ever a formula.

    Raises:
        KeyError: the deck is not told in the language.
    """
    clean = Deck.from_json(cleaned(deck.as_json()))
    file = io.BytesIO()
    book = Book(file, t)
    book.workbook.set_properties(
        {
            "title": clean.titles[t.code][:255],
            "author": "NAP Analytics",
            "comments": clean.stamps[t.code],
            "created": datetime.fromisoformat(clean.viewed_on),
        }
    )
    names = [str(number) for number in range(1, len(clean.scenes[t.code]) + 1)]
    _write_list(book, clean, names)
    for name, scene in zip(names, clean.scenes[t.code], strict=True):
        _write_scene(book, clean, scene, name=name)
    book.workbook.close()
    return file.getvalue()


def _write_list(book: Book, deck: Deck, names: list[str]) -> None:
    """The scenes, each with a link to its sheet."""
    t, scenes = book.t, deck.scenes[book.t.code]
    day = t("Data as of {date}", date=t.date(date.fromisoformat(deck.data_date)))
    page = book.sheet(t("Scenes"), title=deck.titles[t.code], about=day)
    hint = t("Numbers in blue can be changed: the chart and the formulas of their sheet follow.")
    _write_lines(page, [deck.stamps[t.code], hint], at=ABOUT_ROW + 1, **ABOUT)
    columns = [
        SheetColumn("number", t("Scene"), 8),
        SheetColumn("finding", t("Finding"), 62),
        SheetColumn("unit", t("Unit"), 24),
        SheetColumn("source", t("Source"), 70),
        SheetColumn("told", t("Finding"), 20, "key"),
    ]
    rows = [
        {"number": name, "finding": scene.title, "unit": scene.picture.unit, "source": scene.source, "told": scene.title}
        for name, scene in zip(names, scenes, strict=True)
    ]
    table = page.table(columns, rows, at=_LIST_HEADING_ROW, is_frozen=False)
    for row, (name, scene) in enumerate(zip(names, scenes, strict=True), start=table.first_row):
        _link(page, table, row, name=name, finding=scene.title)
    page.sheet.freeze_panes(table.first_row, 0)
    page.sheet.repeat_rows(_LIST_HEADING_ROW)
    page.sheet.ignore_errors({"number_stored_as_text": f"A{table.first_row + 1}:A{table.last_row + 1}"})
    _set_margins(page, deck)


def _link(page: Sheet, table: SheetTable, row: int, *, name: str, finding: str) -> None:
    """Link the finding to the sheet of that name; as the result of a formula it is broken into lines in LibreOffice as well."""
    at = table.places["finding"]
    look = page.book.format(font_color=PRINTED, underline=1, text_wrap=True, indent=1, bottom=4, bottom_color=CELL_RULE)
    page.sheet.write_url(row, at, f"internal:'{name}'!A1", look, string=finding)
    page.write(row, at, Formula(table.cell("told", row), finding), look)


def _write_scene(book: Book, deck: Deck, scene: Scene, *, name: str) -> None:
    """The finding, the table, the chart in the room that is left of the page, what the presenter says, the source, the stamp."""
    t = book.t
    page = book.page(name)
    unit_row = _write_lines(page, _balanced(scene.title), at=0, height=_TITLE_LINE, **TITLE)
    page.sheet.write_string(unit_row, 0, scene.picture.unit, book.format(**ABOUT))
    page.set_height(unit_row + 1, _AIR)
    table = write_marks(page, scene.picture, at=unit_row + 2)
    foot = _foot(scene, t, stamp=deck.stamps[t.code])
    chart_row = table.last_row + 2
    page.set_height(chart_row - 1, _AIR)
    used = page.height(chart_row) + (len(foot) + 1) * USUAL_HEIGHT
    width = page.width
    least = needed_points(scene.picture, t, width=width)
    free = _PAGE_HEIGHT * max(1.0, width / PAGE_WIDTH) - used
    chart_rows = int(max(least, free) // USUAL_HEIGHT)
    size = (width, chart_rows * USUAL_HEIGHT)
    unit = f"'{name}'!$A${unit_row + 1}"
    draw_chart(page, table, scene.picture, at=chart_row, unit=unit, title=scene.title, size=size)
    for row, (line, look) in enumerate(foot, start=chart_row + chart_rows + 1):
        _write_lines(page, [line], at=row, **look)
    page.sheet.fit_to_pages(1, 1)
    page.sheet.center_horizontally()
    _set_margins(page, deck)


def _balanced(title: str) -> list[str]:
    """The lines of a title, as few as can be and then as even."""
    settings = [broken(title, _TITLE_SIZE, width=_MEASURE * percent / 100, is_bold=True) for percent in range(70, 101, 5)]
    return min(settings, key=len)


def _foot(scene: Scene, t: Language, *, stamp: str) -> list[tuple[str, dict[str, Any]]]:
    """The lines under the chart with their look."""
    said = broken(scene.notes, _TEXT, width=_MEASURE) if scene.notes else []
    source = broken(t("Source: {source}", source=scene.source), _TEXT, width=_MEASURE) if scene.source else []
    spoken = [(t("Presenter’s notes"), {"bold": True, "font_color": NAVY}), *((line, {}) for line in said)] if said else []
    return [*spoken, *((line, _QUIET) for line in source), (stamp, _QUIET)]


def _write_lines(page: Sheet, lines: list[str], *, at: int, height: float = USUAL_HEIGHT, **look: Any) -> int:
    """Write lines of text, one to a row: they run over the empty cells beside, so that none is merged. The row after them."""
    for row, line in enumerate(lines, start=at):
        page.sheet.write_string(row, 0, line, page.book.format(**look))
        if height != USUAL_HEIGHT:
            page.set_height(row, height)
        page.reach(row)
    return at + len(lines)


def _set_margins(page: Sheet, deck: Deck) -> None:
    """Header and footer: the story above; below, the stamp and the page."""
    title, stamp = (_unmarked(words[page.book.t.code]) for words in (deck.titles, deck.stamps))
    page.sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.75)
    page.sheet.set_header(f"&L{title}")
    page.sheet.set_footer(f"&L{stamp}&R&P / &N")


def _unmarked(text: str) -> str:
    """A text for header or footer, where "&" begins a mark: "&G" asks for a picture."""
    told = text.replace("&", f"&&{_JOINER}")
    return told if len(told) <= _MOST_OF_A_FOOTER else f"{told[: _MOST_OF_A_FOOTER - 1].rstrip(f'&{_JOINER}')}…"
