"""Amounts that a funder and an implementer both report, and which of the two lines counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.documents.shared.sheet import HEADING_ROW, SheetColumn
from nap_analytics.palette import QUIET_INK
from nap_analytics.wording.codes import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nap_analytics.documents.budget_workbook.workbook_data import WorkbookData
    from nap_analytics.documents.shared.sheet import Book
    from nap_analytics.wording.language import Language

_SIDES = ("first", "second")


def write_duplicate_reports(book: Book, data: WorkbookData) -> None:
    """One row per pair of reports, both as printed and in XOF; one sentence where there is none."""
    t = book.t
    sheet = book.sheet(
        t("Reported twice"),
        title=t("Two reports of what is, or may be, the same funds"),
        about=t("In XOF, whatever settings and rates are typed in. The line that does not count appears here and in no other sheet."),
        colour=QUIET_INK,
    )
    if data.pairs.empty:
        sheet.write(HEADING_ROW, 0, t("No two reports of the same funds are known: every line counts."), book.format())
        sheet.reach(HEADING_ROW)
        return
    plans = dict(zip(data.plan["plan_id"], data.plan["short_name"], strict=True))
    rows = [_row(row, plan_name=plans[row.plan_id], words=data.words, t=t) for row in data.pairs.itertuples()]
    sheet.table(_columns(t), rows)


def _columns(t: Language) -> list[SheetColumn]:
    headings = {"first": t("First report"), "second": t("Second report")}
    return [
        SheetColumn("plan_name", t("Plan"), 15),
        SheetColumn("stage_word", t("Stage"), 11),
        SheetColumn("funder_name", t("Funder"), 18),
        *(column for side in _SIDES for column in _report_columns(side, headings[side], t)),
        SheetColumn("difference", t("Difference"), 15, "moved", is_printed=False),
        SheetColumn("difference_share", t("Difference, in % of the larger"), 12, "share", is_printed=False),
        SheetColumn("verdict_word", t("Basis"), 40),
        SheetColumn("counted_line_id", t("Line that counts"), 16),
        SheetColumn("reason", t("Reason"), 50),
        SheetColumn("verdict", t("Code of the verdict"), 16, "key"),
        SheetColumn("plan_id", t("Code of the plan"), 11, "key"),
    ]


def _report_columns(side: str, report: str, t: Language) -> list[SheetColumn]:
    """The columns of one of the two reports."""
    parts = (
        ("line_id", t("Code of the line"), 16, "text"),
        ("reporter", t("Reported by"), 18, "text"),
        ("year", t("Year"), 9, "year"),
        ("amount", t("Printed amount"), 15, "amount"),
        ("currency_code", t("Currency"), 9, "text"),
        ("amount_xof", t("Amount in XOF"), 15, "amount"),
    )
    return [
        SheetColumn(f"{side}_{key}", t("{name}: {value}", name=report, value=heading), width, kind, is_printed=key != "amount_xof")
        for key, heading, width, kind in parts
    ]


def _row(row: Any, *, plan_name: str, words: Mapping[str, str], t: Language) -> dict[str, Any]:
    return {
        **row._asdict(),
        "plan_name": plan_name,
        "stage_word": word(t, row.stage),
        "difference": row.first_amount_xof - row.second_amount_xof,
        "difference_share": row.difference_pct / 100,
        "verdict_word": words[row.verdict],
    }
