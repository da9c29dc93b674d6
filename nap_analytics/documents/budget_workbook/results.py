"""The money of each pillar beside what is known of its results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.documents.budget_workbook.formulas import OF_PILLAR, line_sum, of_stage
from nap_analytics.documents.budget_workbook.workbook_data import pillar_key
from nap_analytics.documents.shared.sheet import Column, Formula, if_numbers
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import is_missing, known

if TYPE_CHECKING:
    from nap_analytics.documents.budget_workbook.workbook_data import WorkbookData
    from nap_analytics.documents.shared.sheet import Book
    from nap_analytics.wording.language import Language


def write_results(book: Book, data: WorkbookData) -> None:
    """One row per plan and pillar: its money by formulas; its results as reported, or as their indicators say."""
    t = book.t
    sheet = book.sheet(
        t("Budget and results"),
        title=t("The planned amount of each pillar beside its results"),
        about=t(
            "In XOF, whatever the settings. Blue: taken from the page of progress, because amounts say "
            "nothing of results. A share of the budget says nothing about the effort behind a result."
        ),
        colour="#24476B",
    )
    sheet.table(_columns(t), [_row(row, t=t) for row in data.results.itertuples()])


def _columns(t: Language) -> list[Column]:
    return [
        Column("plan_name", t("Plan"), 15),
        Column("pillar_code", t("Pillar"), 7),
        Column("pillar_name", t("Name of the pillar"), 24),
        Column("amount_xof", t("Planned, in XOF"), 17, "amount", "result_xof"),
        Column("share", t("Share of the budget"), 10, "share"),
        Column("basis_word", t("Counted in"), 22),
        Column("count", t("Indicators or activities"), 12, "whole"),
        Column("done_count", t("Assessed or completed"), 12, "whole"),
        Column("progress", t("Progress"), 10, "share"),
        Column("lower", t("Lowest possible"), 10, "printed_share"),
        Column("upper", t("Highest possible"), 10, "printed_share"),
        Column("note", t("Note"), 70),
        Column("basis", t("Code of what is counted"), 15, "key"),
        Column("plan_id", t("Code of the plan"), 11, "key", "result_plan"),
        Column("pillar_key", t("Key of the pillar"), 13, "key"),
    ]


def _row(row: Any, *, t: Language) -> dict[str, Any]:
    is_completion = row.basis == "activities"
    progress = _part(row.progress_pct)
    return {
        "plan_name": row.plan_name,
        "pillar_code": row.pillar_code,
        "pillar_name": row.short_name,
        "amount_xof": Formula(line_sum("line_xof", OF_PILLAR, of_stage("planned")), known(row.amount_xof)),
        "share": Formula(
            f'IFERROR({if_numbers(("amount_xof",), "{amount_xof}/SUMIFS(result_xof,result_plan,{plan_id})")},"")', _part(row.share_pct)
        ),
        "basis_word": word(t, row.basis),
        "count": row.planned_activity_count if is_completion else row.indicator_count,
        "done_count": row.completed_activity_count if is_completion else row.assessed_count,
        "progress": Formula("{done_count}/{count}", progress) if is_completion else progress,
        "lower": _part(row.lower_pct),
        "upper": _part(row.upper_pct),
        "note": _note(t, row),
        "basis": row.basis,
        "plan_id": row.plan_id,
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


def _part(percent: Any) -> float | None:
    found = known(percent)
    return None if found is None else found / 100
