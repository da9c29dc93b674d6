"""Native charts: they redraw when a setting changes, and a slide program takes them over as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell

from nap_analytics.documents.budget_workbook.workbook_data import looked_up
from nap_analytics.palette import GREY, GRID, NAVY, PAPER, PILLAR_COLOURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nap_analytics.documents.budget_workbook.workbook_data import WorkbookData
    from nap_analytics.documents.shared.sheet import Sheet, SheetTable

_AXIS_FORMAT = '[>=10000000]#,##0,," M";[>=10]#,##0;General'
"""Millions on an axis where amounts are large, units where they are small."""

_LABEL_FORMAT = '[=0]"";[<100]#,##0.00;#,##0'
_GRID = {"visible": True, "line": {"color": GRID}}
_WIDTH, _HEIGHT, _ROWS_OF_A_CHART = 860, 340, 19


@dataclass(frozen=True)
class PillarRow:
    """A row of the sheet: a whole plan, or one of its pillars; `pillar_code` None: not broken down, or the whole plan."""

    plan_id: str
    plan_name: str
    pillar_code: str | None
    is_plan: bool


def draw_totals(sheet: Sheet, table: SheetTable, *, title_row: int, is_full: Sequence[bool]) -> None:
    """Bars of the amounts shown of each plan, hatched where one is not from the plan's own table; no bar and no label for no amount."""
    hatch = {"pattern": "wide_upward_diagonal", "fg_color": NAVY, "bg_color": PAPER}
    chart = sheet.book.workbook.add_chart({"type": "bar"})
    chart.add_series(
        {
            "categories": f"={table.cells('short_name')}",
            "values": f"={table.cells('amount')}",
            "fill": {"color": NAVY},
            "points": [None if full else {"pattern": hatch, "border": {"color": NAVY}} for full in is_full],
            "gap": 60,
            "data_labels": {"value": True, "num_format": _LABEL_FORMAT},
        }
    )
    chart.set_title({"name": f"={quote_sheetname(sheet.name)}!$A${title_row + 1}", "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"num_format": _AXIS_FORMAT, "min": 0, "major_gridlines": _GRID, "label_position": "high"})
    chart.set_size({"width": _WIDTH, "height": _HEIGHT})
    sheet.sheet.insert_chart(table.last_row + 2, 0, chart)
    sheet.reach(table.last_row + 2 + _ROWS_OF_A_CHART)


def draw_years(sheet: Sheet, table: SheetTable, places: Sequence[PillarRow], *, data: WorkbookData) -> None:
    """For each plan that is broken down by pillar, stacked columns of its years in the colours of the UN pillars."""
    themes = looked_up(data.by_pillar, ("plan_id", "pillar_code"), "wps_pillar")
    years = [at for key, at in table.places.items() if key.startswith("year_") or key == "no_year"]
    at, t = table.last_row + 2, sheet.book.t
    for plan_id in dict.fromkeys(place.plan_id for place in places):
        rows = [(table.first_row + number, place) for number, place in enumerate(places) if place.plan_id == plan_id and place.pillar_code]
        series = [
            {
                "name": _cell(sheet, row, table.places["name"]),
                "categories": _across(sheet, table.first_row - 1, years),
                "values": _across(sheet, row, years),
                "fill": {"color": PILLAR_COLOURS.get(themes.get((plan_id, place.pillar_code), ""), GREY)},
            }
            for row, place in rows
        ]
        if series:
            title = t("{plan}: planned amounts by pillar and year", plan=rows[0][1].plan_name)
            _draw_stack(sheet, series, kind="column", title=title, at=at)
            at += _ROWS_OF_A_CHART


def draw_readings(sheet: Sheet, table: SheetTable, *, amounts: Sequence[int], groups: dict[str, list[tuple[int, str]]]) -> None:
    """For each plan whose money is known by pillar, one stacked bar per reading of the crosswalk.

    Args:
        sheet: The sheet of the table, on which the charts stand too.
        table: One row per plan and UN pillar.
        amounts: Places of the columns of amounts, one per reading.
        groups: For each plan's name, the rows of its UN pillars with their codes.
    """
    at, t = table.last_row + 2, sheet.book.t
    for plan_name, rows in groups.items():
        series = [
            {
                "name": _cell(sheet, row, table.places["theme_word"]),
                "categories": "=code_reading_word",
                "values": _across(sheet, row, amounts),
                "fill": {"color": PILLAR_COLOURS.get(theme, GREY)},
            }
            for row, theme in rows
        ]
        title = t("{plan}: planned amounts by UN pillar, in each reading", plan=plan_name)
        _draw_stack(sheet, series, kind="bar", title=title, at=at)
        at += _ROWS_OF_A_CHART


def _draw_stack(sheet: Sheet, series: list[dict[str, Any]], *, kind: str, title: str, at: int) -> None:
    chart = sheet.book.workbook.add_chart({"type": kind, "subtype": "stacked"})
    for one in series:
        chart.add_series({**one, "gap": 50})
    amounts = {"num_format": _AXIS_FORMAT, "min": 0, "major_gridlines": _GRID}
    if kind == "bar":
        chart.set_y_axis({"reverse": True})
        chart.set_x_axis({**amounts, "label_position": "high"})
    else:
        chart.set_y_axis(amounts)
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": _WIDTH, "height": _HEIGHT})
    sheet.sheet.insert_chart(at, 0, chart)
    sheet.reach(at + _ROWS_OF_A_CHART)


def _cell(sheet: Sheet, row: int, column: int) -> str:
    return f"={quote_sheetname(sheet.name)}!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"


def _across(sheet: Sheet, row: int, columns: Sequence[int]) -> str:
    return f"={quote_sheetname(sheet.name)}!{xl_range_abs(row, min(columns), row, max(columns))}"
