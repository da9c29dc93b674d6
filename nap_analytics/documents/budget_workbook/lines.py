"""Every counted budget line as printed, and the formulas that lead from it to the amount shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.documents.budget_workbook import formulas
from nap_analytics.documents.budget_workbook.workbook_data import pillar_key
from nap_analytics.documents.shared.sheet import Formula, SheetColumn, if_numbers
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import known

if TYPE_CHECKING:
    from nap_analytics.documents.budget_workbook.workbook_data import WorkbookData
    from nap_analytics.documents.shared.sheet import Book
    from nap_analytics.wording.language import Language


def write_lines(book: Book, data: WorkbookData) -> None:
    """One row per budget line of any stage; an amount that is not printed stays empty all the way."""
    t = book.t
    sheet = book.sheet(
        t("Budget lines"),
        title=t("Budget lines, and each step to the amount shown"),
        about=t(
            "Blue: as the sources print it. Black: computed by a formula. Stages are never added together: "
            "planned amounts are what a plan asks for, spent amounts what was paid out of it."
        ),
    )
    sheet.table(_columns(t), [_row(line, t=t) for line in data.lines.itertuples()])


def _columns(t: Language) -> list[SheetColumn]:
    return [
        SheetColumn("plan_name", t("Plan"), 15),
        SheetColumn("pillar_code", t("Pillar"), 7),
        SheetColumn("pillar_name", t("Name of the pillar"), 17),
        SheetColumn("activity_code", t("Activity"), 9),
        SheetColumn("text", t("Text"), 48),
        SheetColumn("year", t("Year"), 7, "year", "line_year"),
        SheetColumn("stage_word", t("Stage"), 11),
        SheetColumn("funder", t("Funder"), 16),
        SheetColumn("implementer", t("Implementer"), 16),
        SheetColumn("implementer_kind", t("Kind of implementer"), 14),
        SheetColumn("amount", t("Printed amount"), 15, "amount", "line_amount"),
        SheetColumn("currency", t("Currency"), 9),
        SheetColumn("printed_total", t("Printed total of the line"), 15, "amount"),
        SheetColumn("rate_year", t("Year of the rate and index"), 10, "year"),
        SheetColumn("is_assumed", t("First year of the plan, as none is given"), 12, name="line_assumed"),
        SheetColumn("unit_xof", t("XOF per unit of the printed currency"), 13, "rate"),
        SheetColumn("amount_xof", t("Amount in XOF"), 15, "amount", "line_xof"),
        SheetColumn("year_index", t("Price index of the year"), 10, "rate"),
        SheetColumn("base_index", t("Price index of the base year"), 10, "rate"),
        SheetColumn("into_xof", t("XOF per unit of the currency shown"), 13, "rate"),
        SheetColumn("shown", t("Amount shown"), 15, "amount", "line_shown"),
        SheetColumn("source", t("Source"), 40, "clipped"),
        SheetColumn("locator", t("Place in the source"), 40),
        SheetColumn("note", t("Note"), 50),
        SheetColumn("stage", t("Code of the stage"), 11, "key", "line_stage"),
        SheetColumn("plan_id", t("Code of the plan"), 11, "key", "line_plan"),
        SheetColumn("pillar_key", t("Key of the pillar"), 13, "key", "line_pillar"),
        SheetColumn("activity_id", t("Code of the activity"), 15, "key", "line_activity"),
        SheetColumn("line_id", t("Code of the line"), 15, "key"),
    ]


def _row(line: Any, *, t: Language) -> dict[str, Any]:
    kind = known(line.implementer_kind)
    return {
        **line._asdict(),
        "year": line.budget_year,
        "stage_word": word(t, line.stage),
        "implementer_kind": kind and word(t, kind),
        "currency": line.currency_code,
        "source": line.source_title,
        "pillar_key": pillar_key(line.plan_id, line.pillar_code),
        **_steps(line, t=t),
    }


def _steps(line: Any, *, t: Language) -> dict[str, Formula]:
    """The columns that are computed, from left to right."""
    current = formulas.IS_CURRENT
    at_current = if_numbers(("amount_xof", "into_xof"), "{amount_xof}/{into_xof}")
    at_base_year = if_numbers(("amount_xof", "into_xof", "base_index", "year_index"), "{amount_xof}*{base_index}/{year_index}/{into_xof}")
    return {
        "rate_year": Formula(f"IF(ISNUMBER({{year}}),{{year}},{formulas.PLAN_FIRST_YEAR})", line.rate_year),
        "is_assumed": Formula(f'IF(ISNUMBER({{year}}),"","{t("yes")}")', t("yes") if line.rate_year_is_assumed else None),
        "unit_xof": Formula(formulas.rate("{rate_year}", "{currency}"), line.printed_xof_per_unit),
        "amount_xof": Formula(if_numbers(("amount", "unit_xof"), "{amount}*{unit_xof}"), line.amount_xof),
        "year_index": Formula(formulas.index("{rate_year}"), line.year_index),
        "base_index": Formula(f'IF({current},"",{formulas.index("chosen_prices")})', line.base_index),
        "into_xof": Formula(formulas.rate(f"IF({current},{{rate_year}},chosen_prices)", "chosen_currency"), line.xof_per_unit),
        "shown": Formula(f"IF({current},{at_current},{at_base_year})", line.priced_amount),
    }
