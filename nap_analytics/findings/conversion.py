"""How an amount came from the printed francs to the currency, price level and share shown: each step with its numbers and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from nap_analytics.errors import N_
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.money import written_amount
from nap_analytics.wording.rows import rows_of

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language

_RATE_DIGITS, _INDEX_DIGITS = 3, 2

_YEARS = N_("Divided by the {count} years of the plan as adopted, {first} to {last}")
_PERSONS = {
    "head": N_("Divided by the {count} inhabitants of {year}, the plan’s first year"),
    "woman": N_("Divided by {count} women: {share} of the {people} inhabitants of {year}, the share recorded with the plan"),
}
"""The persons that a total is divided by -> English."""


@dataclass(frozen=True)
class Step:
    """One step of a conversion.

    Attributes:
        money: The year of the money and its amount in CFA francs.
        prices: The factor of the price level; what else it is worked with; empty where nothing is moved.
        rate: The rate, or how it is worked out.
        outcome: The amount in the currency and at the prices shown.
        source: Documents and places of the rate and of the index.
        is_assumed: True where the line bears no year and the plan's first year stands in.
    """

    money: str
    prices: str
    rate: str
    outcome: str
    source: str
    is_assumed: bool = False


def rules(currency_code: str, base_year: int | None, *, t: Language) -> list[str]:
    """The formula of the view shown, and the rules on lines without a year and on missing rates."""
    if currency_code == "XOF":
        formula = t("Amount = amount printed in CFA francs")
    else:
        formula = t("Amount = amount in CFA francs / CFA francs per {currency}", currency=currency_code)
    if base_year is not None:
        formula = t(
            "{formula}, after each year’s francs are brought to the prices of {year}: × index of {year} / "
            "index of the year of the amount; the rate is that of {year}",
            formula=formula,
            year=base_year,
        )
    return [
        t("{sentence}.", sentence=formula),
        t("An amount with no year is converted, and brought to constant prices, as if it fell in the plan’s first year."),
        t("Where a rate or an index is missing, the total is not shown: a part would pass for the whole."),
    ]


def steps(frame: Annotated[pd.DataFrame, "conversion_steps"], *, t: Language) -> dict[str, list[Step]]:
    """Plan -> its steps, one for each year of its money.

    Args:
        frame: Rows of ``conversion_steps``, localised.
        t: The language shown.
    """
    return {str(rows["short_name"].iloc[0]): [_step(row, t=t) for row in rows_of(rows)] for _, rows in frame.groupby("plan_id", sort=False)}


def _step(row: Any, *, t: Language) -> Step:
    year = t("no year, as {year}", year=row.rate_year) if row.rate_year_is_assumed else str(row.rate_year)
    sources = [text for text in (row.rate_source, row.through_source, row.index_source) if not is_missing(text)]
    return Step(
        money=t("{year}: {amount}", year=year, amount=written_amount(t, row.amount_xof, "XOF")),
        prices=_prices(row, t=t),
        rate=_rate(row, t=t),
        outcome=written_amount(t, row.amount, row.currency_code)
        if not is_missing(row.amount)
        else t("not known: a rate or an index is missing"),
        source=t("; ").join(sources) or t("as printed"),
        is_assumed=bool(row.rate_year_is_assumed),
    )


def _prices(row: Any, *, t: Language) -> str:
    if is_missing(row.base_year):
        return t("prices of the year")
    if is_missing(row.year_index):
        return t("no index is known")
    base, own = t.number(row.base_index, _INDEX_DIGITS), t.number(row.year_index, _INDEX_DIGITS)
    return f"× {base} / {own}"


def _rate(row: Any, *, t: Language) -> str:
    if is_missing(row.xof_per_unit):
        return t("no rate is known")
    if row.rate_rule == "same_currency":
        return t("none needed")
    rate = t.number(row.xof_per_unit, _RATE_DIGITS)
    if row.rate_rule == "fixed_parity":
        return t("÷ {rate}, fixed parity", rate=rate)
    if row.rate_rule == "annual_average":
        return t("÷ {rate}, average of {year}", rate=rate, year=row.into_rate_year)
    return t(
        "÷ {rate} = {xof} XOF per {through} / {units} {currency} per {through}, averages of {year}",
        rate=rate,
        xof=t.number(row.xof_per_through, _RATE_DIGITS),
        units=t.number(row.units_per_through, 4),
        through=row.through_currency_code,
        currency=row.currency_code,
        year=row.into_rate_year,
    )


def division(row: Annotated[Any, "budget_comparison"], *, per: str, over: str, t: Language) -> Step:
    """The last step: the plan's total divided by its years, its people or its women.

    Args:
        row: A row of ``budget_comparison``, localised, with an amount.
        per: What is counted.
        over: Over what time.
        t: The language shown.
    """
    parts, sources = [], []
    if over == "year":
        parts.append(t(_YEARS, count=t.number(row.year_divisor), first=row.start_year, last=row.end_year))
        sources.append(t("the plan’s years"))
    if per in _PERSONS:
        women = {"people": t.number(row.person_count), "share": t.percent(row.women_share_pct)}
        parts.append(t(_PERSONS[per], count=t.number(row.person_divisor, 0), year=row.start_year, **women))
        sources.append(row.population_source)
    return Step(
        money=t("All years: {amount}", amount=written_amount(t, row.total_amount, row.currency_code)),
        prices="",
        rate=t("; ").join(parts) or t("The whole plan, not divided"),
        outcome=written_amount(t, row.amount, row.currency_code),
        source=t("; ").join(sources) or t("the plan’s years"),
    )
