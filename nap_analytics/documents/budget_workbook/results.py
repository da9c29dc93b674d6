"""The money of each pillar beside what is known of its results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.documents.budget_workbook.workbook_data import pillar_key
from nap_analytics.documents.shared.sheet import SheetColumn
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from nap_analytics.documents.budget_workbook.workbook_data import WorkbookData
    from nap_analytics.documents.shared.sheet import Book
    from nap_analytics.wording.language import Language


def write_results(book: Book, data: WorkbookData) -> None:
    """One row per plan and pillar: its money; its results as reported, or as their indicators say."""
    t = book.t
    sheet = book.sheet(
        t("Budget and results"),
        title=t("The planned amount of each pillar beside its results"),
        about=t(
            "In XOF, whatever settings and rates are typed in. Blue: taken from the page of progress, because amounts say "
            "nothing of results. A share of the budget says nothing about the effort behind a result."
        ),
    )
    sheet.table(_columns(t), [_row(row, t=t) for row in data.results.itertuples()])


def _columns(t: Language) -> list[SheetColumn]:
    return [
        SheetColumn("plan_name", t("Plan"), 15),
        SheetColumn("pillar_code", t("Pillar"), 7),
        SheetColumn("short_name", t("Name of the pillar"), 24),
        SheetColumn("amount_xof", t("Planned, in XOF"), 17, "amount", is_printed=False),
        SheetColumn("share", t("Share of the budget"), 10, "share", is_printed=False),
        SheetColumn("basis_word", t("Counted in"), 22),
        SheetColumn("count", t("Indicators or activities"), 12, "whole"),
        SheetColumn("done_count", t("Assessed or completed"), 12, "whole"),
        SheetColumn("progress", t("Progress"), 10, "share"),
        SheetColumn("lower", t("Lowest possible"), 10, "share"),
        SheetColumn("upper", t("Highest possible"), 10, "share"),
        SheetColumn("note", t("Note"), 70),
        SheetColumn("basis", t("Code of what is counted"), 15, "key"),
        SheetColumn("plan_id", t("Code of the plan"), 11, "key"),
        SheetColumn("pillar_key", t("Key of the pillar"), 13, "key"),
    ]


def _row(row: Any, *, t: Language) -> dict[str, Any]:
    is_completion = row.basis == "activities"
    return {
        **row._asdict(),
        "share": row.share_pct / 100,
        "basis_word": word(t, row.basis),
        "count": row.planned_activity_count if is_completion else row.indicator_count,
        "done_count": row.completed_activity_count if is_completion else row.assessed_count,
        "progress": row.progress_pct / 100,
        "lower": row.lower_pct / 100,
        "upper": row.upper_pct / 100,
        "note": _note(t, row),
        "pillar_key": pillar_key(row.plan_id, row.pillar_code),
    }


def _note(t: Language, row: Any) -> str:
    if row.basis == "activities":
        return t(
            "Activities completed / activities planned, as reported. Lowest and highest: activities whose "
            "place is uncertain are counted in one pillar, then in the other."
        )
    told = t(
        "From the indicators, not from the money: the average progress of the results that can be assessed. "
        "Lowest and highest: the others at 0%, then at 100%. Empty: none can be assessed."
    )
    if is_missing(row.progress_pct) or row.is_headline_mean:
        return told
    return t("{finding} The two lie more than 50 points apart: the average is not given as a finding.", finding=told)
