"""Formulas that several sheets share. Nothing in them is newer than Excel 2010. A missing cell gives an empty text, never 0."""

from __future__ import annotations

PLAN_FIRST_YEAR = "INDEX(plan_first_year,MATCH({plan_id},plan_code,0))"
PLAN_COUNTRY = "INDEX(plan_country,MATCH({plan_id},plan_code,0))"
IS_CURRENT = 'chosen_prices="current"'

OF_PLAN = "line_plan,{plan_id}"
OF_PILLAR = "line_pillar,{pillar_key}"


def of_stage(stage: str) -> str:
    """The condition that a budget line is of a stage."""
    return f'line_stage,"{stage}"'


def line_sum(measure: str, *conditions: str, is_whole: bool = False, otherwise: str = '""') -> str:
    """The sum of a measure of the budget lines that meet the conditions.

    Args:
        measure: The name of a column of lines.
        conditions: Pairs of a name and a criterion, as SUMIFS takes them.
        is_whole: Empty also where the measure of one line with a printed amount is missing: the rest would pass for the whole.
        otherwise: What stands where no line has the measure.
    """
    where = ",".join(conditions)
    known_count = f'COUNTIFS({measure},">=0",{where})'
    printed_count = f'COUNTIFS(line_amount,">=0",{where})'
    added = f"SUMIFS({measure},{where})"
    if is_whole:
        added = f'IF({known_count}<>{printed_count},"",{added})'
    return f"IF({known_count if not is_whole else printed_count}=0,{otherwise},{added})"


def rate(year: str, currency: str) -> str:
    """XOF per unit of a currency in a year, from the sheet of rates; empty where none is known."""
    return f'IFERROR(INDEX(rate_table,MATCH({year},rate_years,0),MATCH({currency},rate_currencies,0)),"")'


def index(year: str) -> str:
    """The price index of the plan's country in a year; empty where none is known."""
    return f'IFERROR(INDEX(index_value,MATCH({PLAN_COUNTRY}&"#"&{year},index_key,0)),"")'


def of_the_plan(name: str) -> str:
    """What the sheet of plans says of the row's plan, empty where it says nothing."""
    found = f"INDEX({name},MATCH({{plan_id}},plan_code,0))"
    return f'IF(ISNUMBER({found}),{found},"")'
