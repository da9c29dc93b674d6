"""The budgeted activities of each plan: what each costs, which is dearest, and where its printed total does not add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.documents.budget_workbook.formulas import line_sum, of_stage
from nap_analytics.documents.budget_workbook.workbook_data import pillar_key
from nap_analytics.documents.shared.sheet import Formula, SheetColumn
from nap_analytics.wording.language import known

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from nap_analytics.documents.budget_workbook.workbook_data import WorkbookData
    from nap_analytics.documents.shared.sheet import Book
    from nap_analytics.wording.language import Language

_OWN_PLAN = "activity_plan,{plan_id}"


def write_activities(book: Book, data: WorkbookData) -> None:
    """One row per budgeted activity, dearest first as the workbook opens; rank and shares follow the settings."""
    t = book.t
    sheet = book.sheet(
        t("Activities"),
        title=t("Planned cost of each activity"),
        about=t(
            "Empty: the line prints no amount, which is not zero. The rows are in the order of the ranks "
            "when the file was made; the ranks follow the settings."
        ),
    )
    planned = data.lines[(data.lines["stage"] == "planned") & data.lines["activity_id"].notna()]
    lines = dict(tuple(planned.groupby("activity_id")))
    plans = dict(zip(data.plan["plan_id"], data.plan["short_name"], strict=True))
    rows = [_row(row, plans=plans, lines=lines) for row in data.activities.itertuples()]
    sheet.table(_columns(t), rows)


def _columns(t: Language) -> list[SheetColumn]:
    return [
        SheetColumn("plan_name", t("Plan"), 15),
        SheetColumn("activity_code", t("Activity"), 9),
        SheetColumn("pillar_code", t("Pillar"), 7),
        SheetColumn("pillar_name", t("Name of the pillar"), 17),
        SheetColumn("text", t("Text"), 60),
        SheetColumn("amount", t("Amount shown"), 16, "amount", "activity_amount"),
        SheetColumn("rank", t("Rank"), 7, "whole", "activity_rank"),
        SheetColumn("share", t("Share of the plan"), 9, "share"),
        SheetColumn("running", t("Cumulative share"), 10, "share"),
        SheetColumn("years", t("Years"), 14),
        SheetColumn("printed_total", t("Printed total of the line"), 16, "amount"),
        SheetColumn("cell_sum", t("Sum of its yearly amounts, as printed"), 16, "amount"),
        SheetColumn("difference", t("Difference"), 14, "moved"),
        SheetColumn("note", t("Note"), 50),
        SheetColumn("source", t("Source"), 40, "clipped"),
        SheetColumn("locator", t("Place in the source"), 40),
        SheetColumn("order", t("Place in the plan"), 9, "key", "activity_order"),
        SheetColumn("activity_id", t("Code of the activity"), 15, "key"),
        SheetColumn("plan_id", t("Code of the plan"), 11, "key", "activity_plan"),
        SheetColumn("pillar_key", t("Key of the pillar"), 13, "key"),
    ]


def _row(row: Any, *, plans: Mapping[str, str], lines: Mapping[Any, pd.DataFrame]) -> dict[str, Any]:
    own = lines[row.activity_id]
    printed = known(own["printed_total"].max())
    cell_sum = known(own.loc[own["budget_year"].notna(), "amount"].sum(min_count=1))
    return {
        **row._asdict(),
        "plan_name": plans[row.plan_id],
        "pillar_name": row.short_name,
        "years": row.budget_years,
        "printed_total": printed,
        "source": row.source_title,
        "order": own["activity_order"].iloc[0],
        "pillar_key": pillar_key(row.plan_id, row.pillar_code),
        **_computed(row),
        "cell_sum": Formula(line_sum("line_amount", "line_activity,{activity_id}", of_stage("planned"), 'line_year,">0"'), cell_sum),
        "difference": Formula(
            'IF(AND(ISNUMBER({printed_total}),ISNUMBER({cell_sum})),{printed_total}-{cell_sum},"")',
            None if printed is None or cell_sum is None else printed - cell_sum,
        ),
    }


def _computed(row: Any) -> dict[str, Formula]:
    """Amount, rank and shares; neither rank nor share where one activity of the plan cannot be told.

    Ranks compare the numbers themselves; a criterion would round them to fifteen digits.
    """
    dearer = "SUMPRODUCT((activity_plan={plan_id})*ISNUMBER(activity_amount)*(activity_amount>{amount}))"
    before = f'SUMIFS(activity_amount,{_OWN_PLAN},activity_rank,"<"&{{rank}})'
    equal = f'SUMIFS(activity_amount,{_OWN_PLAN},activity_rank,{{rank}},activity_order,"<="&{{order}})'
    whole = f"SUMIFS(activity_amount,{_OWN_PLAN})"
    lines = f'line_plan,{{plan_id}},{of_stage("planned")},line_activity,"?*"'
    is_told = f'AND(ISNUMBER({{amount}}),COUNTIFS(line_shown,">=0",{lines})=COUNTIFS(line_amount,">=0",{lines}))'
    share, running = known(row.share_pct), known(row.running_pct)
    return {
        "amount": Formula(line_sum("line_shown", "line_activity,{activity_id}", of_stage("planned"), is_whole=True), row.amount),
        "rank": Formula(f'IF({is_told},{dearer}+1,"")', row.cost_rank),
        "share": Formula(f'IF({is_told},{{amount}}/{whole},"")', None if share is None else share / 100),
        "running": Formula(f'IF({is_told},({before}+{equal})/{whole},"")', None if running is None else running / 100),
    }
