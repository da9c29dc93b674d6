"""Rates as printed, and what one unit of each currency is worth in XOF: formulas over the printed rates, by the rules of the warehouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlsxwriter.utility import quote_sheetname, xl_range_abs

from nap_analytics.documents.shared.sheet import Formula, SheetColumn, if_numbers
from nap_analytics.palette import SAND
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import known

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.documents.budget_workbook.workbook_data import WorkbookData
    from nap_analytics.documents.shared.sheet import Book, Sheet, SheetTable


def write_printed_rates(book: Book, data: WorkbookData) -> SheetTable:
    """One row per exchange rate as printed: the cells that everything else starts from."""
    t = book.t
    sheet = book.sheet(
        t("Rates"),
        title=t("Exchange rates as published"),
        about=t("One unit of the first currency is worth this many of the second. Change a rate, and the amounts shown follow."),
        colour=SAND,
    )
    columns = [
        SheetColumn("from_currency_code", t("One unit of"), 11),
        SheetColumn("to_currency_code", t("is worth, in"), 11),
        SheetColumn("rate_year", t("Year"), 8, "year"),
        SheetColumn("rate", t("Rate"), 12, "rate"),
        SheetColumn("kind", t("Kind of rate"), 20),
        SheetColumn("source", t("Source"), 60, "clipped"),
        SheetColumn("locator", t("Place in the source"), 70, "clipped"),
    ]
    return sheet.table(columns, [data.sourced(row) | {"kind": word(t, row.rate_kind)} for row in data.exchange_rate.itertuples()])


def write_unit_rates(book: Book, data: WorkbookData, *, printed: SheetTable) -> None:
    """One row per year and one column per currency: XOF per unit, each cell a formula over the printed rates."""
    t = book.t
    sheet = book.sheet(
        t("XOF per unit"),
        title=t("What one unit of each currency is worth in XOF"),
        about=t(
            "The average of the year as printed; else the latest fixed parity; else through another currency: "
            "XOF per dollar divided by units per dollar. Empty: no rate is known."
        ),
        colour=SAND,
    )
    currencies = list(dict.fromkeys(data.rates["currency_code"]))
    columns = [SheetColumn("year", t("Year"), 10, "year", "rate_years"), *(SheetColumn(code, code, 14, "rate") for code in currencies)]
    cells = _formulas(data, printed=printed)
    rows = [
        {"year": year, **{code: cells.get((code, year), Formula('""')) for code in currencies}}
        for year in sorted(set(data.rates["rate_year"]))
    ]
    table = sheet.table(columns, rows)
    place = quote_sheetname(table.sheet_name)
    book.name("rate_currencies", f"{place}!{xl_range_abs(table.first_row - 1, 1, table.first_row - 1, len(currencies))}")
    book.name("rate_table", f"{place}!{xl_range_abs(table.first_row, 1, table.last_row, len(currencies))}")


def _formulas(data: WorkbookData, *, printed: SheetTable) -> dict[tuple[Any, ...], Formula]:
    """The formula of each currency and year for which a rate is known."""
    frame = data.exchange_rate
    keys = zip(frame["from_currency_code"], frame["to_currency_code"], frame["rate_year"], strict=True)
    places = {key: printed.cell("rate", printed.first_row + number) for number, key in enumerate(keys)}
    return {(row.currency_code, row.rate_year): _formula(row, places=places) for row in data.rates.itertuples()}


def _formula(row: Any, *, places: dict[tuple[Any, ...], str]) -> Formula:
    if row.rate_rule == "same_currency":
        return Formula("1", row.xof_per_unit)
    cell = places[row.printed_from_code, row.printed_to_code, row.printed_year]
    if row.rate_rule == "through_another":
        through = f"{{{row.through_currency_code}}}"
        return Formula(f'IF(AND(ISNUMBER({through}),ISNUMBER({cell})),{through}/{cell},"")', row.xof_per_unit)
    return Formula(f'IF(ISNUMBER({cell}),{cell},"")', row.xof_per_unit)


def write_prices(book: Book, data: WorkbookData) -> None:
    """One row per country and year: the price index."""
    t = book.t
    sheet = book.sheet(
        t("Prices"),
        title=t("Price index of each year"),
        about=t("Amounts at the prices of a base year: amount × index of the base year / index of the year."),
        colour=SAND,
    )
    measures = [
        SheetColumn("index_value", t("Index"), 12, "rate", "index_value"),
        SheetColumn("inflation_pct", t("Inflation, in %"), 12, "ratio"),
    ]
    _write_years(sheet, data, data.price_index, year="index_year", measures=measures, key="index_key")


def write_population(book: Book, data: WorkbookData) -> None:
    """One row per country and year: the number of people."""
    t = book.t
    sheet = book.sheet(
        t("Population by year"),
        title=t("Population of each year"),
        about=" ".join(
            (t("Amounts per head and per woman are divided by the population of the first year of the plan."), data.population_caveat)
        ).strip(),
        colour=SAND,
    )
    measures = [SheetColumn("person_count", t("Persons"), 14, "whole", "population_count")]
    _write_years(sheet, data, data.population, year="population_year", measures=measures, key="population_key")


def _write_years(sheet: Sheet, data: WorkbookData, frame: pd.DataFrame, *, year: str, measures: list[SheetColumn], key: str) -> None:
    """One row per country and year with what is measured, and the key of both by which formulas find the row."""
    t = sheet.book.t
    columns = [
        SheetColumn("country_code", t("Country"), 10),
        SheetColumn(year, t("Year"), 8, "year"),
        *measures,
        SheetColumn("source", t("Source"), 60, "clipped"),
        SheetColumn("locator", t("Place in the source"), 70, "clipped"),
        SheetColumn("key", t("Key"), 14, "key", key),
    ]
    text = f'{{country_code}}&"#"&{{{year}}}'
    rows = map(data.sourced, frame.itertuples())
    sheet.table(columns, [row | {"key": Formula(text, f"{row['country_code']}#{row[year]}")} for row in rows])


def write_plans(book: Book, data: WorkbookData) -> None:
    """One row per plan: its years, and the people of its first year."""
    t = book.t
    sheet = book.sheet(
        t("The plans"),
        title=t("Years and population of each plan"),
        about=t("Blue: as the sources print it. Black: computed by a formula."),
        colour=SAND,
    )
    columns = [
        SheetColumn("short_name", t("Plan"), 18),
        SheetColumn("title", t("Title"), 60),
        SheetColumn("country_code", t("Country"), 10, name="plan_country"),
        SheetColumn("start_year", t("First year"), 9, "year", "plan_first_year"),
        SheetColumn("end_year", t("Last year"), 9, "year"),
        SheetColumn("years", t("Years of the plan"), 10, "whole", "plan_years"),
        SheetColumn("persons", t("Population of the first year"), 14, "whole", "plan_persons"),
        SheetColumn("women_share", t("Share of women"), 10, "share"),
        SheetColumn("women", t("Women"), 14, "whole", "plan_women"),
        SheetColumn("source", t("Source"), 50, "clipped"),
        SheetColumn("locator", t("Place in the source"), 70, "clipped"),
        SheetColumn("plan_id", t("Key"), 12, "key", "plan_code"),
    ]
    oldest_first = data.plan.sort_values(["start_year", "plan_id"])
    sheet.table(columns, [data.sourced(row) | _computed(row, data=data) for row in oldest_first.itertuples()])


def _computed(row: Any, *, data: WorkbookData) -> dict[str, Any]:
    """How many years the plan has, and how many people and women its country has in the first of them."""
    compared = data.comparison.set_index("plan_id").loc[row.plan_id]
    persons, women_pct = known(compared["person_count"]), known(row.women_share_pct)
    women = None if persons is None or women_pct is None else persons * women_pct / 100
    found = 'INDEX(population_count,MATCH({country_code}&"#"&{start_year},population_key,0))'
    return {
        "years": Formula("{end_year}-{start_year}+1", row.end_year - row.start_year + 1),
        "persons": Formula(f'IFERROR({found},"")', persons),
        "women_share": None if women_pct is None else women_pct / 100,
        "women": Formula(if_numbers(("persons", "women_share"), "{persons}*{women_share}"), women),
    }
