"""Money near the plans, and what does not add up in the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.documents.budget_workbook.workbook_data import pillar_key
from nap_analytics.documents.shared.sheet import SheetColumn
from nap_analytics.palette import QUIET_INK, RED
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
        colour=QUIET_INK,
    )
    columns = [
        SheetColumn("short_name", t("Plan"), 15),
        SheetColumn("what", t("What"), 55),
        SheetColumn("part_of", t("Part of"), 40),
        SheetColumn("amount", t("Printed amount"), 16, "amount"),
        SheetColumn("currency_code", t("Currency"), 9),
        SheetColumn("year_from", t("From"), 7, "year"),
        SheetColumn("year_to", t("To"), 7, "year"),
        SheetColumn("rate_year", t("Year of the rate"), 8, "year", is_printed=False),
        SheetColumn("is_assumed", t("First year of the plan, as none is given"), 12),
        SheetColumn("unit_xof", t("XOF per unit of the printed currency"), 12, "rate", is_printed=False),
        SheetColumn("amount_xof", t("About, in XOF"), 18, "amount", is_printed=False),
        SheetColumn("is_preferred", t("Preferred figure"), 10),
        SheetColumn("confidence", t("Confidence"), 26),
        SheetColumn("note", t("Note"), 50),
        SheetColumn("source_title", t("Source"), 45),
        SheetColumn("locator", t("Place in the source"), 35),
        SheetColumn("source_url", t("Address"), 45),
        SheetColumn("plan_id", t("Code of the plan"), 11, "key"),
        SheetColumn("funding_id", t("Code of the amount"), 26, "key"),
    ]
    names = dict(zip(data.around["funding_id"], data.around["what"], strict=True))
    sheet.table(columns, [_around_row(row, names=names, t=t) for row in data.around.itertuples()])


def _around_row(row: Any, *, names: dict[str, str], t: Language) -> dict[str, Any]:
    return {
        **row._asdict(),
        "part_of": names.get(known(row.part_of_funding_id)),
        "is_assumed": t("yes") if row.rate_year_is_assumed else None,
        "unit_xof": row.amount_xof / row.amount if row.amount else None,
        "is_preferred": t("yes") if row.is_preferred else t("no"),
        "confidence": word(t, row.confidence),
    }


def write_audit(book: Book, data: WorkbookData) -> None:
    """Each printed total against what its lines add up to, then the contradictions found in the documents."""
    t = book.t
    sheet = book.sheet(
        t("Audit"),
        title=t("Do the figures add up? Printed totals against the sums of their lines"),
        about=t("In the currency as printed. A difference is a slip of the document; it is kept, not corrected."),
        colour=RED,
    )
    table = sheet.table(_total_columns(t), [_total_row(row, t=t) for row in data.totals.itertuples()])
    at = table.last_row + 3
    sheet.sheet.write_string(at - 1, 0, t("Amounts that do not add up where they are printed"), book.format(bold=True, font_size=12))
    columns = [
        SheetColumn("short_name", t("Plan"), 15),
        SheetColumn("kind", t("Kind"), 9),
        SheetColumn("quantity", t("Text of the document"), 30),
        SheetColumn("printed_value", t("Printed"), 12, "amount"),
        SheetColumn("computed_value", t("Sum of its parts"), 16, "amount"),
        SheetColumn("difference", t("Difference"), 16, "moved", is_printed=False),
        SheetColumn("locator", t("Place in the source"), 16),
        SheetColumn("origin_word", t("Origin of the contradiction"), 24),
    ]
    sheet.table(columns, [_fault_row(row, t=t) for row in data.findings.itertuples()], at=at, is_frozen=False)
    for number, column in enumerate(_total_columns(t)):
        sheet.sheet.set_column(number, number, column.width)


def _total_columns(t: Language) -> list[SheetColumn]:
    return [
        SheetColumn("plan_name", t("Plan"), 15),
        SheetColumn("pillar_code", t("Pillar"), 10),
        SheetColumn("name", t("Name of the pillar"), 40),
        SheetColumn("stage_word", t("Stage"), 16),
        SheetColumn("amount", t("Printed total"), 18, "amount", "printed_amount"),
        SheetColumn("line_sum", t("Sum of all lines"), 18, "amount", is_printed=False),
        SheetColumn("line_difference", t("Difference"), 45, "moved", is_printed=False),
        SheetColumn("dated_sum", t("Sum of the yearly amounts"), 18, "amount", is_printed=False),
        SheetColumn("dated_difference", t("Difference"), 14, "moved", is_printed=False),
        SheetColumn("printed_line_sum", t("Sum of the printed totals of the lines"), 18, "amount", is_printed=False),
        SheetColumn("total_difference", t("Difference"), 14, "moved", is_printed=False),
        SheetColumn("currency_code", t("Currency"), 9, name="printed_currency"),
        SheetColumn("source_title", t("Source"), 45),
        SheetColumn("locator", t("Place in the source"), 40),
        SheetColumn("stage", t("Code of the stage"), 11, "key"),
        SheetColumn("plan_id", t("Code of the plan"), 11, "key"),
        SheetColumn("pillar_key", t("Key of the pillar"), 13, "key"),
        SheetColumn("printed_key", t("Key of the total"), 20, "key", "printed_key"),
    ]


def _total_row(row: Any, *, t: Language) -> dict[str, Any]:
    key = pillar_key(row.plan_id, row.pillar_code)
    return {
        **row._asdict(),
        "name": t("Whole plan") if known(row.pillar_code) is None else row.pillar_name,
        "stage_word": word(t, row.stage),
        "line_difference": row.amount - row.line_sum,
        "dated_difference": row.amount - row.dated_sum,
        "total_difference": row.amount - row.printed_line_sum,
        "pillar_key": key,
        "printed_key": f"{key}{row.stage}",
    }


def _fault_row(row: Any, *, t: Language) -> dict[str, Any]:
    kinds = {"line": t("budget line"), "total": t("total")}
    numbers = {name: _number(getattr(row, name)) for name in ("printed_value", "computed_value")}
    return {**row._asdict(), **numbers, "kind": kinds.get(row.kind, row.kind)}


def _number(text: Any) -> Any:
    """A number that the audit gives as text; another text as it is."""
    try:
        return float(text)
    except (TypeError, ValueError):
        return text
