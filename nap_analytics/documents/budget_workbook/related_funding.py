"""Money near the plans, and what does not add up in the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.documents.budget_workbook import formulas
from nap_analytics.documents.budget_workbook.formulas import line_sum
from nap_analytics.documents.budget_workbook.workbook_data import pillar_key
from nap_analytics.documents.shared.sheet import Column, Formula, if_numbers
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import known

if TYPE_CHECKING:
    from nap_analytics.documents.budget_workbook.workbook_data import WorkbookData
    from nap_analytics.documents.shared.sheet import Book
    from nap_analytics.wording.language import Language


def write_related_funding(book: Book, data: WorkbookData) -> None:
    """One row per amount near a plan; nothing is added up, because amounts overlap and none is part of a plan's budget."""
    t = book.t
    sheet = book.sheet(
        t("Related funding of the plans"),
        title=t("Related funding: agreements, trust funds, baskets"),
        about=t("Never part of a plan’s budget and never added up: amounts overlap, and several figures may refer to the same funding."),
        colour="#52606D",
    )
    columns = [
        Column("plan_name", t("Plan"), 15),
        Column("what", t("What"), 55),
        Column("part_of", t("Part of"), 40),
        Column("amount", t("Printed amount"), 16, "amount"),
        Column("currency", t("Currency"), 9),
        Column("year_from", t("From"), 7, "year"),
        Column("year_to", t("To"), 7, "year"),
        Column("rate_year", t("Year of the rate"), 8, "year"),
        Column("is_assumed", t("First year of the plan, as none is given"), 12),
        Column("unit_xof", t("XOF per unit of the printed currency"), 12, "rate"),
        Column("amount_xof", t("About, in XOF"), 18, "amount"),
        Column("is_preferred", t("Preferred figure"), 10),
        Column("confidence", t("Confidence"), 26),
        Column("note", t("Note"), 50),
        Column("source", t("Source"), 45),
        Column("locator", t("Place in the source"), 35),
        Column("url", t("Address"), 45),
        Column("plan_id", t("Code of the plan"), 11, "key"),
        Column("funding_id", t("Code of the amount"), 26, "key"),
    ]
    names = dict(zip(data.around["funding_id"], data.around["what"], strict=True))
    sheet.table(columns, [_around_row(row, names=names, t=t) for row in data.around.itertuples()])


def _around_row(row: Any, *, names: dict[str, str], t: Language) -> dict[str, Any]:
    amount_xof, amount = known(row.amount_xof), known(row.amount)
    year = f"IF(ISNUMBER({{year_from}}),{{year_from}},{formulas.PLAN_FIRST_YEAR})"
    return {
        "plan_name": row.short_name,
        "what": row.what,
        "part_of": names.get(known(row.part_of_funding_id)),
        "amount": amount,
        "currency": row.currency_code,
        "year_from": row.year_from,
        "year_to": row.year_to,
        "rate_year": Formula(year, row.rate_year),
        "is_assumed": Formula(f'IF(ISNUMBER({{year_from}}),"","{t("yes")}")', t("yes") if row.rate_year_is_assumed else None),
        "unit_xof": Formula(formulas.rate("{rate_year}", "{currency}"), None if amount_xof is None or not amount else amount_xof / amount),
        "amount_xof": Formula(if_numbers(("amount", "unit_xof"), "{amount}*{unit_xof}"), amount_xof),
        "is_preferred": t("yes") if row.is_preferred else t("no"),
        "confidence": word(t, row.confidence),
        "note": row.note,
        "source": row.source_title,
        "locator": row.locator,
        "url": row.source_url,
        "plan_id": row.plan_id,
        "funding_id": row.funding_id,
    }


def write_audit(book: Book, data: WorkbookData) -> None:
    """Each printed total against what its lines add up to, then the contradictions found in the documents."""
    t = book.t
    sheet = book.sheet(
        t("Audit"),
        title=t("Do the figures add up? Printed totals against the sums of their lines"),
        about=t("In the currency as printed. A difference is a slip of the document; it is kept, not corrected."),
        colour="#A61C1C",
    )
    table = sheet.table(_total_columns(t), [_total_row(row, t=t) for row in data.totals.itertuples()])
    at = table.last_row + 3
    sheet.sheet.write_string(at - 1, 0, t("Amounts that do not add up where they are printed"), book.format(bold=True, font_size=12))
    columns = [
        Column("plan_name", t("Plan"), 15),
        Column("pillar_code", t("Kind"), 9),
        Column("what", t("Text of the document"), 30),
        Column("printed", t("Printed"), 12, "amount"),
        Column("computed", t("Sum of its parts"), 16, "amount"),
        Column("difference", t("Difference"), 16, "moved"),
        Column("locator", t("Place in the source"), 16),
        Column("origin", t("Origin of the contradiction"), 24),
    ]
    kinds = {"line": t("budget line"), "total": t("total")}
    rows = [
        {
            "plan_name": row.short_name,
            "pillar_code": kinds.get(row.kind, row.kind),
            "what": row.quantity,
            "printed": _number(row.printed_value),
            "computed": _number(row.computed_value),
            "difference": Formula(if_numbers(("printed", "computed"), "{printed}-{computed}"), known(row.difference)),
            "locator": row.locator,
            "origin": row.origin_word,
        }
        for row in data.findings.itertuples()
    ]
    sheet.table(columns, rows, at=at, is_frozen=False)
    for number, column in enumerate(_total_columns(t)):
        sheet.sheet.set_column(number, number, column.width)


def _total_columns(t: Language) -> list[Column]:
    return [
        Column("plan_name", t("Plan"), 15),
        Column("pillar_code", t("Pillar"), 10),
        Column("name", t("Name of the pillar"), 40),
        Column("stage_word", t("Stage"), 16),
        Column("printed", t("Printed total"), 18, "amount", "printed_amount"),
        Column("line_sum", t("Sum of all lines"), 18, "amount"),
        Column("line_difference", t("Difference"), 45, "moved"),
        Column("dated_sum", t("Sum of the yearly amounts"), 18, "amount"),
        Column("dated_difference", t("Difference"), 14, "moved"),
        Column("total_sum", t("Sum of the printed totals of the lines"), 18, "amount"),
        Column("total_difference", t("Difference"), 14, "moved"),
        Column("currency", t("Currency"), 9, name="printed_currency"),
        Column("source", t("Source"), 45),
        Column("locator", t("Place in the source"), 40),
        Column("stage", t("Code of the stage"), 11, "key"),
        Column("plan_id", t("Code of the plan"), 11, "key"),
        Column("pillar_key", t("Key of the pillar"), 13, "key"),
        Column("printed_key", t("Key of the total"), 20, "key", "printed_key"),
    ]


def _total_row(row: Any, *, t: Language) -> dict[str, Any]:
    is_plan = known(row.pillar_code) is None
    key = pillar_key(row.plan_id, row.pillar_code)
    where = (formulas.OF_PLAN if is_plan else formulas.OF_PILLAR, "line_stage,{stage}", "line_currency,{currency}")
    of_activity = "activity_plan,{plan_id}" if is_plan else "activity_pillar,{pillar_key}"
    counted = f'COUNTIFS({of_activity},activity_printed,">=0")'
    printed_lines = f'IF(OR({{stage}}<>"planned",{counted}=0),"",SUMIFS(activity_printed,{of_activity}))'
    sums = {
        "line": (line_sum("line_amount", *where), known(row.line_sum)),
        "dated": (line_sum("line_amount", *where, 'line_year,">0"'), known(row.dated_sum)),
        "total": (printed_lines, known(row.printed_line_sum)),
    }
    computed = {f"{name}_sum": Formula(text, value) for name, (text, value) in sums.items()}
    differences = {
        f"{name}_difference": Formula(
            if_numbers(("printed", f"{name}_sum"), f"{{printed}}-{{{name}_sum}}"), None if value is None else row.amount - value
        )
        for name, (_, value) in sums.items()
    }
    return (
        computed
        | differences
        | {
            "plan_name": row.plan_name,
            "pillar_code": row.pillar_code,
            "name": t("Whole plan") if is_plan else row.pillar_name,
            "stage_word": word(t, row.stage),
            "printed": row.amount,
            "currency": row.currency_code,
            "source": row.source_title,
            "locator": row.locator,
            "stage": row.stage,
            "plan_id": row.plan_id,
            "pillar_key": key,
            "printed_key": Formula("{pillar_key}&{stage}", f"{key}{row.stage}"),
        }
    )


def _number(text: Any) -> Any:
    """A number that the audit gives as text; another text as it is."""
    try:
        return float(text)
    except (TypeError, ValueError):
        return text
