"""How deep the money of each plan is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.documents.budget_workbook.formulas import OF_PLAN, line_sum, of_stage
from nap_analytics.documents.shared.sheet import Column, Formula, if_numbers
from nap_analytics.wording.language import known

if TYPE_CHECKING:
    from nap_analytics.documents.budget_workbook.workbook_data import WorkbookData
    from nap_analytics.documents.shared.sheet import Book
    from nap_analytics.wording.language import Language

_PLANNED = (OF_PLAN, of_stage("planned"))
_PLACED = {
    "pillar": 'line_pillar,{plan_id}&"#?*"',
    "activity": 'line_activity,"?*"',
    "year": 'line_year,">0"',
    "funder": 'line_funder,"?*"',
}
"""The condition that a line can be placed at a depth; a key of a pillar ends after its sign where there is none."""


def write_level_of_detail(book: Book, data: WorkbookData) -> None:
    """One row per plan and depth: the amount known there, and what is not placed."""
    t = book.t
    sheet = book.sheet(
        t("How detailed it is"),
        title=t("How far the budget of each plan is broken down"),
        about=t("In XOF, whatever the settings. Empty: the sources give no amount at this level of detail."),
        colour="#24476B",
    )
    rows = [_row(row, words=data.words) for _, own in data.depths.groupby("plan_id", sort=False) for row in own.itertuples()]
    sheet.table(_columns(t), rows, strong=[number for number, row in enumerate(rows) if row["depth"] == "total"])


def _columns(t: Language) -> list[Column]:
    return [
        Column("plan_name", t("Plan"), 15),
        Column("depth_word", t("Depth"), 20),
        Column("state", t("Known"), 14),
        Column("known_xof", t("XOF known"), 18, "amount"),
        Column("planned_xof", t("Planned, in XOF"), 18, "amount"),
        Column("not_placed", t("XOF not allocated"), 18, "amount"),
        Column("empty_count", t("Lines without an amount"), 12, "whole"),
        Column("explanation", t("Explanation"), 70),
        Column("depth", t("Code of the depth"), 12, "key"),
        Column("plan_id", t("Code of the plan"), 11, "key"),
    ]


def _row(row: Any, *, words: Any) -> dict[str, Any]:
    lines = ",".join(_PLANNED)
    is_partly = 'OR({empty_count}>0,AND({depth}<>"spent",ISNUMBER({not_placed}),{not_placed}>0))'
    return {
        "plan_name": row.short_name,
        "depth_word": words[row.depth],
        "state": Formula(
            f'IF(ISNUMBER({{known_xof}}),IF({is_partly},"{words["partly"]}","{words["known"]}"),"{words["none"]}")', words[row.known_state]
        ),
        "known_xof": Formula(_known(row.depth), known(row.known_xof)),
        "planned_xof": Formula(line_sum("line_xof", *_PLANNED, is_whole=True), known(row.planned_xof)),
        "not_placed": Formula(if_numbers(("planned_xof", "known_xof"), "{planned_xof}-{known_xof}"), known(row.not_placed_xof)),
        "empty_count": Formula(
            f'IF({{depth}}="activity",COUNTIFS({lines})-COUNTIFS({lines},line_amount,">=0"),0)', row.line_without_amount_count
        ),
        "explanation": row.explanation,
        "depth": row.depth,
        "plan_id": row.plan_id,
    }


def _known(depth: str) -> str:
    """The sum of the lines that can be placed at a depth; money spent stands beside what is planned, never within it."""
    if depth == "spent":
        return line_sum("line_xof", OF_PLAN, of_stage("spent"))
    if depth == "total":
        return line_sum("line_xof", *_PLANNED, is_whole=True)
    if depth == "funder":
        return _most_at_one_stage(_PLACED[depth])
    return line_sum("line_xof", *_PLANNED, _PLACED[depth])


def _most_at_one_stage(condition: str) -> str:
    """The sum at the stage at which most of the money meets the condition: stages are never added to each other."""
    sums = ",".join(f"SUMIFS(line_xof,{OF_PLAN},{of_stage(stage)},{condition})" for stage in ("planned", "committed", "disbursed", "spent"))
    return f'IF(COUNTIFS(line_xof,">=0",{OF_PLAN},{condition})=0,"",MAX({sums}))'
