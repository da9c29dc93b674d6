"""What a reader must know to use the figures: rules, sources, citations, and the stamp of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.documents.shared.sheet import HEADING_ROW, SheetColumn
from nap_analytics.palette import QUIET_INK
from nap_analytics.wording.codes import word

if TYPE_CHECKING:
    from nap_analytics.documents.budget_workbook.workbook_data import BudgetView, WorkbookData
    from nap_analytics.documents.shared.sheet import Book
    from nap_analytics.wording.language import Language


def write_notes(book: Book, data: WorkbookData, view: BudgetView) -> None:
    """The rules of the conversion, then one row per source."""
    t = book.t
    sheet = book.sheet(
        t("Notes and sources"),
        title=t("How the figures are made, and where they come from"),
        about=_stamp(data, view, t),
        colour=QUIET_INK,
    )
    wrapped = book.format(text_wrap=True)
    rules = [*_rules(t), *data.population_notes]
    for number, rule in enumerate(rules):
        row = HEADING_ROW + number
        sheet.sheet.merge_range(row, 0, row, 3, "", wrapped)
        sheet.sheet.write_string(row, 0, rule, wrapped)
        sheet.sheet.set_row(row, 15 * (1 + len(rule) // 150))
    columns = [
        SheetColumn("title", t("Source"), 70),
        SheetColumn("publisher", t("Published by"), 32),
        SheetColumn("published_date", t("Published on"), 12, "date"),
        SheetColumn("licence", t("Licence"), 16),
        SheetColumn("citation", t("How to cite it"), 60),
        SheetColumn("kind", t("Kind of source"), 20),
        SheetColumn("confidence", t("Confidence"), 30),
        SheetColumn("url", t("Address"), 60),
        SheetColumn("note", t("Note"), 60),
        SheetColumn("source_id", t("Code of the source"), 24, "key"),
    ]
    rows = [_source(row, t=t) for row in data.sources.itertuples()]
    sheet.table(columns, rows, at=HEADING_ROW + len(rules) + 1, is_frozen=False)


def _stamp(data: WorkbookData, view: BudgetView, t: Language) -> str:
    return t(
        "Data of {version}, up to {data_date}, seen as of {viewed_on}.",
        version=data.version,
        data_date=t.date(data.data_date),
        viewed_on=t.date(view.viewed_on),
    )


def _rules(t: Language) -> list[str]:
    return [
        t("Amounts are stored as printed. An amount that no source gives is left empty, with the reason, never 0."),
        t(
            "A total comes from the plan’s own table, from the press, or from what partners were asked for: "
            "the first sheet says which, and its chart hatches whatever is not the plan’s own table."
        ),
        t("Planned amounts are never added to spent amounts: committed, disbursed and spent are later stages of the same funds."),
        t(
            "The same funds reported by their funder and by their implementer are counted once: the sheet of "
            "budget lines holds the line that counts."
        ),
        t(
            "Where the yearly amounts of a line do not add up to its printed total, the difference is a line "
            "without a year. Its rate and index are those of the first year of the plan, and a column says "
            "so."
        ),
        t(
            "Amounts in XOF: the printed amount × XOF per unit of its currency in the year of the line. A "
            "currency without a rate in XOF is converted through the dollar."
        ),
        t(
            "Other currencies, current prices: amount in XOF / XOF per unit of the currency chosen, in the year of the line. "
            "The euro has a fixed parity."
        ),
        t(
            "Prices of a base year: amount in XOF × index of the base year / index of the year of the line, "
            "then divided by the rate of the base year."
        ),
        t(
            "Per year: total / years of the plan as adopted, its extension not counted. Per head: total / population of its first "
            "year. Per woman: the same, with the share of women. What is counted and over what time are two settings."
        ),
        t("A total of which one line has no rate or index cannot be converted and is not shown: the rest would pass for the whole."),
        t("Related funding (agreements, trust funds) is shown beside a plan and is never added to it or to other related funding."),
        t("UN pillars: the crosswalk assigns each pillar of a plan to one or more of them. Its readings are judgements; all are shown."),
    ]


def _source(row: Any, *, t: Language) -> dict[str, Any]:
    return {**row._asdict(), "kind": word(t, row.kind), "confidence": word(t, row.confidence)}
