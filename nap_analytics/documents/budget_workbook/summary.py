"""The settings, and the totals of the plans that follow them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlsxwriter.utility import quote_sheetname

from nap_analytics.documents.budget_workbook import formulas
from nap_analytics.documents.budget_workbook.charts import draw_totals
from nap_analytics.documents.budget_workbook.formulas import line_sum, of_stage, of_the_plan
from nap_analytics.documents.budget_workbook.workbook_data import CURRENT_PRICES, pillar_key
from nap_analytics.documents.shared.sheet import Book, Formula, Sheet, SheetColumn, if_numbers
from nap_analytics.palette import GOLD, NAVY, QUIET_INK, TYPED
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import known
from nap_analytics.wording.money import OWN_TABLE, no_amount

if TYPE_CHECKING:
    from nap_analytics.documents.budget_workbook.workbook_data import BudgetView, WorkbookData
    from nap_analytics.wording.language import Language

_FIRST_SETTING, _HEADING_ROW = 3, 11
_TOTALS_TITLE_ROW = _HEADING_ROW - 2


def code_lists(data: WorkbookData, t: Language) -> dict[str, dict[Any, str]]:
    """The values that each setting takes, with their words."""
    return {
        "currency": {code: t.currency(code) for code in data.currencies},
        "prices": {CURRENT_PRICES: t("current prices"), **{year: t("at {year} prices", year=year) for year in data.base_years}},
        "divisor": {"total": t("Total amount"), "head": t("Per head"), "woman": t("Per woman")},
        "over": {"year": t("Per year of the plan"), "plan": t("Whole plan")},
        "reading": dict(data.readings),
    }


def _headings(t: Language) -> dict[str, str]:
    """What each setting is called."""
    return {
        "currency": t("Currency"),
        "prices": t("Price level"),
        "divisor": t("What is counted"),
        "over": t("Over what time"),
        "reading": t("Reading of the crosswalk"),
    }


def write_codes(book: Book, data: WorkbookData) -> None:
    """The values that the settings take, and what they mean."""
    t = book.t
    sheet = book.sheet(
        t("List of codes"), title=t("Values of the settings"), about=t("The lists of the cells on the first sheet."), colour=QUIET_INK
    )
    lists = code_lists(data, t)
    columns = []
    for name, heading in _headings(t).items():
        columns += [SheetColumn(name, heading, 24), SheetColumn(f"{name}_word", t("Meaning"), 26)]
    rows: list[dict[str, Any]] = [{} for _ in range(max(map(len, lists.values())))]
    for name, words in lists.items():
        for row, (code, meaning) in zip(rows, words.items(), strict=False):
            row |= {name: code, f"{name}_word": meaning}
    table = sheet.table(columns, rows, is_frozen=False)
    for name, words in lists.items():
        last = table.first_row + len(words) - 1
        for key in (name, f"{name}_word"):
            book.name(f"code_{key}", table.cells(key, last=last))


def write_summary(book: Book, data: WorkbookData, view: BudgetView) -> None:
    """The settings, the totals of the plans, and their chart."""
    t = book.t
    sheet = book.sheet(
        t("Summary"),
        title=t("Budgets of the national action plans"),
        about=t("Change the yellow cells: the amounts shown and every chart follow. Amounts in blue are printed in the sources."),
    )
    _write_settings(sheet, data, view)
    strong = book.format(bold=True, font_size=12, font_color=NAVY)
    sheet.write(_TOTALS_TITLE_ROW, 0, _title(data, view, t), strong)
    rows = [_row(row, number=number, data=data, t=t) for number, row in enumerate(data.comparison.itertuples())]
    table = sheet.table(_columns(t), rows, at=_HEADING_ROW, is_frozen=False)
    is_full = [known(code) in (None, OWN_TABLE) for code in data.comparison["standing"]]
    draw_totals(sheet, table, title_row=_TOTALS_TITLE_ROW, is_full=is_full)


def _title(data: WorkbookData, view: BudgetView, t: Language) -> Formula:
    """What the totals are told in, as the settings stand."""
    told = ("currency", "prices", "divisor", "over")
    lists = code_lists(data, t)
    words = [lists[name][view.settings[name]] for name in told]
    found = [f"IFERROR(INDEX(code_{name}_word,MATCH(chosen_{name},code_{name},0)),chosen_{name})" for name in told]
    start = t("Planned amounts")
    title = ", ".join([start, *words[:2], words[2].lower(), words[3].lower()])
    return Formula(f'"{start}, "&{found[0]}&", "&{found[1]}&", "&LOWER({found[2]})&", "&LOWER({found[3]})', title)


def _write_settings(sheet: Sheet, data: WorkbookData, view: BudgetView) -> None:
    """The five cells that a reader changes, each with its list and the words for its value."""
    book, t = sheet.book, sheet.book.t
    label = book.format(bold=True)
    changed = book.format(bg_color=TYPED, border=1, border_color=GOLD, bold=True, align="left")
    error = {"error_title": t("Not on the list"), "error_message": t("Choose a value of the list.")}
    lists = code_lists(data, t)
    for row, (name, heading) in enumerate(_headings(t).items(), start=_FIRST_SETTING):
        value = view.settings[name]
        sheet.sheet.write_string(row, 0, heading, label)
        sheet.write(row, 1, value, changed)
        meaning = Formula(f'IFERROR(INDEX(code_{name}_word,MATCH(chosen_{name},code_{name},0)),"")', lists[name].get(value))
        sheet.write(row, 2, meaning, book.format())
        sheet.sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": f"=code_{name}", **error})
        book.name(f"chosen_{name}", f"{quote_sheetname(sheet.name)}!$B${row + 1}")


def _columns(t: Language) -> list[SheetColumn]:
    return [
        SheetColumn("short_name", t("Plan"), 34),
        SheetColumn("printed", t("Printed total"), 18, "amount"),
        SheetColumn("standing", t("Source of the amount"), 18),
        SheetColumn("currency", t("Currency"), 16),
        SheetColumn("total_xof", t("Total in XOF"), 18, "amount"),
        SheetColumn("total", t("Total as shown, whole plan"), 18, "amount"),
        SheetColumn("divisor", t("Divided by"), 14, "whole"),
        SheetColumn("amount", t("Amount shown"), 18, "amount"),
        SheetColumn("previous", t("Previous plan with a figure"), 18, "amount"),
        SheetColumn("ratio", t("Ratio to the previous plan"), 11, "ratio"),
        SheetColumn("explanation", t("Explanation"), 60),
        SheetColumn("budget_source", t("Source"), 50),
        SheetColumn("plan_id", t("Code of the plan"), 12, "key"),
    ]


def _row(row: Any, *, number: int, data: WorkbookData, t: Language) -> dict[str, Any]:
    amounts = [known(amount) for amount in data.comparison["amount"]]
    earlier = [amount for amount in amounts[:number] if amount is not None]
    total = data.totals[(data.totals["plan_id"] == row.plan_id) & (data.totals["stage"] == "planned") & data.totals["pillar_code"].isna()]
    printed = None if total.empty else total.iloc[0]
    missing, stuck = no_amount(t), t("not convertible")
    planned = (formulas.OF_PLAN, of_stage("planned"))
    found = f'MATCH("{pillar_key(row.plan_id, None)}planned",printed_key,0)'
    return {
        **row._asdict(),
        "standing": known(row.standing) and word(t, row.standing),
        "printed": Formula(f'IFERROR(INDEX(printed_amount,{found}),"{missing}")', missing if printed is None else printed["amount"]),
        "currency": Formula(f'IFERROR(INDEX(printed_currency,{found}),"")', None if printed is None else printed["currency_code"]),
        "total_xof": Formula(
            line_sum("line_xof", *planned, is_whole=True, otherwise=f'"{missing}"'),
            missing if known(row.planned_xof) is None else row.planned_xof,
        ),
        "total": Formula(line_sum("line_shown", *planned, is_whole=True), row.total_amount),
        "divisor": Formula(
            f'IFERROR(IF(chosen_over="year",{of_the_plan("plan_years")},1)*'
            f'IF(chosen_divisor="total",1,IF(chosen_divisor="head",{of_the_plan("plan_persons")},{of_the_plan("plan_women")})),"")',
            row.divisor,
        ),
        "amount": Formula(
            f'IF(ISNUMBER({{total_xof}}),{if_numbers(("total", "divisor"), "{total}/{divisor}", otherwise=stuck)},"{missing}")',
            {"none": missing, "not_convertible": stuck}.get(row.amount_state, row.amount),
        ),
        "previous": Formula(
            "IF(ISNUMBER({amount_above}),{amount_above},{previous_above})" if number else '""', earlier[-1] if earlier else None
        ),
        "ratio": Formula(if_numbers(("amount", "previous"), "{amount}/{previous}"), row.ratio_to_previous),
    }
