"""How deep the money of each plan is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.documents.shared.sheet import SheetColumn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nap_analytics.documents.budget_workbook.workbook_data import WorkbookData
    from nap_analytics.documents.shared.sheet import Book
    from nap_analytics.wording.language import Language


def write_level_of_detail(book: Book, data: WorkbookData) -> None:
    """One row per plan and depth: the amount known there, and what is not placed."""
    t = book.t
    sheet = book.sheet(
        t("How detailed it is"),
        title=t("How far the budget of each plan is broken down"),
        about=t("In XOF, whatever settings and rates are typed in. Empty: the sources give no amount at this level of detail."),
    )
    rows = [_row(row, words=data.words) for _, own in data.depths.groupby("plan_id", sort=False) for row in own.itertuples()]
    sheet.table(_columns(t), rows, strong=[number for number, row in enumerate(rows) if row["depth"] == "total"])


def _columns(t: Language) -> list[SheetColumn]:
    return [
        SheetColumn("short_name", t("Plan"), 15),
        SheetColumn("depth_word", t("Depth"), 20),
        SheetColumn("state", t("Known"), 14),
        SheetColumn("known_xof", t("XOF known"), 18, "amount", is_printed=False),
        SheetColumn("planned_xof", t("Planned, in XOF"), 18, "amount", is_printed=False),
        SheetColumn("not_placed_xof", t("XOF not allocated"), 18, "amount", is_printed=False),
        SheetColumn("line_without_amount_count", t("Lines without an amount"), 12, "whole", is_printed=False),
        SheetColumn("explanation", t("Explanation"), 70),
        SheetColumn("depth", t("Code of the depth"), 12, "key"),
        SheetColumn("plan_id", t("Code of the plan"), 11, "key"),
    ]


def _row(row: Any, *, words: Mapping[str, str]) -> dict[str, Any]:
    return {**row._asdict(), "depth_word": words[row.depth], "state": words[row.known_state]}
