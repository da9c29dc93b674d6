"""Each sheet of the budget workbook beside the query behind it: numbers shown, and numbers expected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from nap_analytics import queries
from nap_analytics.findings.budget_depth import STATES
from nap_analytics.findings.budget_stages import VERDICTS
from nap_analytics.findings.plans import reading_name
from nap_analytics.wording.language import is_missing
from tests.workbook_case import ENGLISH, HEADINGS, SUMMARY_HEADINGS, TODAY, Case, code, rows_of


def summary(case: Case) -> Iterator[tuple[Any, Any]]:
    frame = queries.budget_comparison(case.warehouse, **case.settings.shown, per=case.settings.per, over=case.settings.over)
    columns = ("Total in XOF", "Total as shown, whole plan", "Divided by", "Amount shown", "Ratio to the previous plan")
    shown = {row["Code of the plan"]: [row[name] for name in columns] for row in rows_of(case.book["Summary"], at=SUMMARY_HEADINGS)}
    names = ("planned_xof", "total_amount", "divisor", "amount", "ratio_to_previous")
    yield shown, {row["plan_id"]: [row[name] for name in names] for _, row in frame.iterrows()}


def by_pillar(case: Case) -> Iterator[tuple[Any, Any]]:
    rows = [row for row in rows_of(case.book["By pillar"]) if code(row["Key of the pillar"])]
    frame = queries.budget_by_pillar(case.warehouse, **case.settings.shown)
    columns = ("Planned", "Planned, in XOF", "Lines without an amount")
    shown = {(row["Code of the plan"], code(row["Pillar"])): [row[name] for name in columns] for row in rows}
    names = ("amount", "amount_xof", "line_without_amount_count")
    yield shown, {(row["plan_id"], code(row["pillar_code"])): [row[name] for name in names] for _, row in frame.iterrows()}
    whole = queries.budget_comparison(case.warehouse, **case.settings.shown).set_index("plan_id")["total_amount"]
    shares = {(row["Code of the plan"], code(row["Pillar"])): [row["Share of the plan"]] for row in rows}
    # A part of an unknown whole is unknown.
    yield (
        shares,
        {
            (row["plan_id"], code(row["pillar_code"])): [None if is_missing(whole[row["plan_id"]]) else row["share_pct"] / 100]
            for _, row in frame.iterrows()
        },
    )


def by_year(case: Case) -> Iterator[tuple[Any, Any]]:
    rows = rows_of(case.book["By pillar"])
    for plan_id in {row["Code of the plan"] for row in rows}:
        frame = queries.budget_by_year(case.warehouse, plan_id=plan_id, **case.settings.shown)
        years = [heading for heading in rows[0] if str(heading).isdigit()]
        cells = {
            ("plan" if not code(row["Key of the pillar"]) else code(row["Pillar"]), year): row[year]
            for row in rows
            for year in [*years, "Not allocated to a year"]
            if row["Code of the plan"] == plan_id
        }
        shown = {key: [value] for key, value in cells.items() if isinstance(value, (int, float))}
        dated = [("Not allocated to a year" if is_missing(year) else str(int(year))) for year in frame["budget_year"]]
        expected = {
            (code(row.pillar_code), year): [row.amount]
            for row, year in zip(frame.itertuples(), dated, strict=True)
            if not is_missing(row.amount)
        }
        expected |= {
            ("plan", year): [row.year_total] for row, year in zip(frame.itertuples(), dated, strict=True) if not is_missing(row.year_total)
        }
        yield shown, expected


def stages(case: Case) -> Iterator[tuple[Any, Any]]:
    frame = queries.budget_stages(case.warehouse, **case.settings.shown)
    columns = ("Planned", "Committed", "Disbursed", "Spent", "Spent of planned", "Planned less committed")
    shown = {
        (row["Code of the plan"], code(row["Pillar"])): [row[name] for name in columns]
        for row in rows_of(case.book["By pillar"])
        if code(row["Pillar"]) or not code(row["Key of the pillar"])
    }
    names = ("planned_amount", "committed_amount", "disbursed_amount", "spent_amount", "execution_pct", "gap_amount")
    expected = {(row["plan_id"], code(row["pillar_code"])): [row[name] for name in names] for _, row in frame.iterrows()}
    for numbers in expected.values():
        numbers[4] = numbers[4] / 100
    yield shown, expected


def moved(row: dict[str, Any], reading_name: str) -> Any:
    """What moves from the main reading, which has no column of its own as nothing moves in it."""
    return 0 if reading_name == "Main reading" else row[f"Moved from the main reading, {reading_name}"]


def by_theme(case: Case) -> Iterator[tuple[Any, Any]]:
    frame = queries.budget_by_theme(case.warehouse, **case.settings.shown)
    rows = [row for row in rows_of(case.book["By UN pillar"]) if code(row["Code of the UN pillar"])]
    known = frame[frame["wps_pillar"].notna()]
    readings = {reading: reading_name(ENGLISH, reading) for reading in known["reading"]}
    for reading, name in {**readings, case.settings.reading: "reading chosen"}.items():
        shown = {
            (row["Code of the plan"], row["Code of the UN pillar"]): [row[f"Amount, {name}"], row[f"Share, {name}"], moved(row, name)]
            for row in rows
        }
        read = known[known["reading"] == reading]
        yield shown, {(row.plan_id, row.wps_pillar): [row.amount, row.share_pct / 100, row.moved_amount] for row in read.itertuples()}
    for row in rows_of(case.book["By UN pillar"]):
        checks = [row[heading] for heading in row if str(heading).startswith("Share, ") and not code(row["Code of the UN pillar"])]
        yield {"check": checks}, {"check": [1 if isinstance(share, (int, float)) else None for share in checks]}


def activities(case: Case) -> Iterator[tuple[Any, Any]]:
    rows = rows_of(case.book["Activities"])
    for plan_id in queries.budget_comparison(case.warehouse, viewed_on=TODAY)["plan_id"]:
        frame = queries.activity_costs(case.warehouse, plan_id=plan_id, **case.settings.shown)
        columns = ("Amount shown", "Rank", "Share of the plan", "Cumulative share")
        shown = {row["Code of the activity"]: [row[name] for name in columns] for row in rows if row["Code of the plan"] == plan_id}
        yield (
            shown,
            {row.activity_id: [row.amount, row.cost_rank, row.share_pct / 100, row.running_pct / 100] for row in frame.itertuples()},
        )


def steps(case: Case) -> Iterator[tuple[Any, Any]]:
    """Each step of each line, in the order of the sheet, and what they add up to for each year."""
    frame = queries.workbook_lines(case.warehouse, **case.settings.shown)
    columns = (
        "Year of the rate and index",
        "XOF per unit of the printed currency",
        "Amount in XOF",
        "Price index of the year",
        "Price index of the base year",
        "XOF per unit of the currency shown",
        "Amount shown",
    )
    names = ("rate_year", "printed_xof_per_unit", "amount_xof", "year_index", "base_index", "xof_per_unit", "priced_amount")
    rows = rows_of(case.book["Budget lines"])
    yield (
        {number: [row[name] for name in columns] for number, row in enumerate(rows)},
        {number: [row[name] for name in names] for number, (_, row) in enumerate(frame.iterrows())},
    )
    added: dict[Any, list[Any]] = {}
    for row in rows:
        if row["Code of the stage"] == "planned" and isinstance(row["Amount shown"], (int, float)):
            key = (row["Code of the plan"], row["Year of the rate and index"], bool(code(row["First year of the plan, as none is given"])))
            sums = added.setdefault(key, [0, 0])
            sums[0], sums[1] = sums[0] + row["Amount in XOF"], sums[1] + row["Amount shown"]
    converted = queries.conversion_steps(case.warehouse, **case.settings.shown).dropna(subset=["amount"])
    yield (
        added,
        {(row.plan_id, row.rate_year, row.rate_year_is_assumed): [row.amount_xof, row.amount] for row in converted.itertuples()},
    )


def around(case: Case) -> Iterator[tuple[Any, Any]]:
    frame = queries.contextual_funding(case.warehouse)
    rows = rows_of(case.book["Related funding of the plans"])
    shown = {row["Code of the amount"]: [row["Printed amount"], row["About, in XOF"]] for row in rows}
    yield shown, {row.funding_id: [row.amount, row.amount_xof] for row in frame.itertuples()}


def rates(case: Case) -> Iterator[tuple[Any, Any]]:
    frame = queries.workbook_rates(case.warehouse)
    rows = rows_of(case.book["XOF per unit"])
    shown = {
        (currency, row["Year"]): [rate]
        for row in rows
        for currency, rate in row.items()
        if currency != "Year" and isinstance(rate, (int, float))
    }
    yield shown, {(row.currency_code, row.rate_year): [row.xof_per_unit] for row in frame.itertuples()}


def audit(case: Case) -> Iterator[tuple[Any, Any]]:
    frame = queries.workbook_totals(case.warehouse, viewed_on=TODAY)
    columns = ("Printed total", "Sum of all lines", "Sum of the yearly amounts", "Sum of the printed totals of the lines")
    shown = {row["Key of the total"]: [row[name] for name in columns] for row in rows_of(case.book["Audit"])}
    yield (
        shown,
        {
            f"{row.plan_id}#{code(row.pillar_code) or ''}{row.stage}": [row.amount, row.line_sum, row.dated_sum, row.printed_line_sum]
            for row in frame.itertuples()
        },
    )


def results(case: Case) -> Iterator[tuple[Any, Any]]:
    frame = queries.money_against_results(case.warehouse, viewed_on=TODAY)
    columns = ("Planned, in XOF", "Indicators or activities", "Assessed or completed")
    shares = ("Share of the budget", "Progress", "Lowest possible", "Highest possible")
    shown = {
        (row["Code of the plan"], row["Pillar"], row["Code of what is counted"]): [row[name] for name in (*columns, *shares)]
        for row in rows_of(case.book["Budget and results"])
    }
    expected = {
        (row.plan_id, row.pillar_code, row.basis): [
            *(row.amount_xof, *_counts(row)),
            *(percent / 100 for percent in (row.share_pct, row.progress_pct, row.lower_pct, row.upper_pct)),
        ]
        for row in frame.itertuples()
    }
    yield shown, expected


def _counts(row: Any) -> tuple[int, int]:
    """Activities planned and completed, or indicators and how many of them are assessed."""
    if row.basis == "activities":
        return row.planned_activity_count, row.completed_activity_count
    return row.indicator_count, row.assessed_count


def depths(case: Case) -> Iterator[tuple[Any, Any]]:
    frame = queries.budget_depth(case.warehouse, viewed_on=TODAY)
    columns = ("XOF known", "Planned, in XOF", "XOF not allocated", "Lines without an amount")
    shown = {
        (row["Code of the plan"], row["Code of the depth"], row["Known"]): [row[name] for name in columns]
        for row in rows_of(case.book["How detailed it is"])
    }
    names = ("known_xof", "planned_xof", "not_placed_xof", "line_without_amount_count")
    yield (
        shown,
        {(row["plan_id"], row["depth"], STATES[row["known_state"]]): [row[name] for name in names] for _, row in frame.iterrows()},
    )


def pairs(case: Case) -> Iterator[tuple[Any, Any]]:
    """Both reports of each pair, and the line that counts; or the sentence that there is none."""
    plan_ids = queries.budget_comparison(case.warehouse, viewed_on=TODAY)["plan_id"]
    frames = [queries.report_pairs(case.warehouse, plan_id=plan_id, viewed_on=TODAY) for plan_id in plan_ids]
    found = [row for frame in frames for row in frame.itertuples()]
    sheet = case.book["Reported twice"]
    columns = ("First report: Amount in XOF", "Second report: Amount in XOF", "Difference", "Difference, in % of the larger")
    texts = ("First report: Code of the line", "Second report: Code of the line", "Basis", "Line that counts", "Reason")
    shown = {tuple(code(row[name]) for name in texts): [row[name] for name in columns] for row in rows_of(sheet)}
    expected = {
        (row.first_line_id, row.second_line_id, VERDICTS[row.verdict], code(row.counted_line_id), code(row.reason_en)): [
            *(row.first_amount_xof, row.second_amount_xof),
            *(row.first_amount_xof - row.second_amount_xof, row.difference_pct / 100),
        ]
        for row in found
    }
    yield shown, expected
    lines = {row["Code of the line"] for row in rows_of(case.book["Budget lines"])}
    both = [(line, code(row.counted_line_id)) for row in found for line in (row.first_line_id, row.second_line_id)]
    yield {line: [line in lines] for line, _ in both}, {line: [counted in (None, line)] for line, counted in both}
    sentence = str(sheet.cell(HEADINGS, 1).value)
    yield {"sentence": [sentence.startswith("No two reports")]}, {"sentence": [not found]}


Sheet = Callable[[Case], Iterator[tuple[Any, Any]]]
"""Reads a sheet and asks the query behind it: pairs of the numbers shown and expected."""

LIVE: tuple[Sheet, ...] = (summary, by_pillar, by_year, stages, by_theme, activities, steps, rates)
"""Sheets of formulas: they follow the settings and the rates typed in."""

PLAIN: tuple[Sheet, ...] = (around, audit, results, depths, pairs)
"""Sheets of values."""
