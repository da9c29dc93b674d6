"""Amounts of any size as a reader takes them in, on what they rest, and what is missing where one cannot be shown.

An amount is missing for one of two reasons: the sources have none, or the one they have cannot be converted because a rate, an
index or a population is missing. Rows carry which in ``amount_state``: known, not_convertible, none.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import pandas as pd

from nap_analytics.wording.codes import word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.values import listed, year_spans

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language

_FEW_UNITS = 100
_MILLION = 1_000_000
_FEW_MILLIONS = 10_000_000

OWN_TABLE = "document"
"""The standing of an amount that needs no word beside it: the plan's own table."""


def no_amount(t: Language) -> str:
    """That the sources of this dashboard hold no amount: all that can be said, whatever others may have published."""
    return t("no amount in the sources")


def written_amount(t: Language, amount: Any, currency_code: str) -> str:
    """An amount as the language writes it: "9 386 M FCFA", "648 416 EUR", "0,85 USD"; that there is none in the sources for none."""
    if is_missing(amount):
        return no_amount(t)
    if abs(amount) >= _MILLION:
        return t.millions(amount, currency_code)
    if abs(amount) >= _FEW_UNITS or amount == 0:
        return t.money(amount, currency_code)
    return t("{currency}\u00a0{number}", currency=t.currency(currency_code), number=t.number(amount, 2))


def gap_words(t: Language, row: Any) -> str:
    """Why a row has no amount: "no amount in the sources", or "not convertible (missing: price index of 2025 to 2028)"."""
    if getattr(row, "amount_state", None) != "not_convertible":
        return no_amount(t)
    missing = missing_words(t, row)
    return t("not convertible (missing: {missing})", missing=missing) if missing else t("not convertible")


def shared_gap(t: Language, rows: pd.DataFrame) -> str:
    """Why several rows of one `amount_state` have no amount, with all that they lack together."""
    lacking = {name: ", ".join(rows[name].dropna().unique()) or None for name in ("lacking_index_years", "lacking_rates")}
    return gap_words(t, pd.Series({"amount_state": rows["amount_state"].iloc[0], **lacking}))


def missing_words(t: Language, row: Any) -> str:
    """What is missing for a conversion: "the price index of 2025 to 2028 and the rate of the USD of 2025"; empty for nothing.

    Args:
        t: The language shown.
        row: lacking_index_years ("2025, 2026"), lacking_rates ("USD 2025, USD 2026"), lacking_population_year; all may be NULL or absent.
    """
    columns: list[Any] = [getattr(row, f"lacking_{name}", None) for name in ("index_years", "rates", "population_year")]
    indices, rates, population = columns
    parts = [] if is_missing(indices) else [t("price index of {years}", years=listed(t, year_spans(t, map(int, str(indices).split(", ")))))]
    if not is_missing(rates):
        places = [place.split(" ") for place in str(rates).split(", ")]
        for currency, own in groupby(sorted(places), key=lambda place: place[0]):
            parts.append(
                t("rate of {currency} of {years}", currency=currency, years=listed(t, year_spans(t, (int(year) for _, year in own))))
            )
    if not is_missing(population):
        parts.append(t("population of {year}", year=int(population)))
    return listed(t, parts)


def standing_words(t: Language, row: Any) -> str:
    """On what an amount rests where it is not the plan's own table: "press", "asked of partners"; else empty."""
    standing = getattr(row, "standing", None)
    return "" if is_missing(standing) or standing == OWN_TABLE else word(t, standing)


def amount_text(t: Language, row: Any, *, amount: str = "amount", currency: str = "currency_code") -> str:
    """The amount of a row with what it rests on beside it: "9 386 M FCFA (demandé aux partenaires)"; why there is none for none.

    Args:
        t: The language shown.
        row: The amount and its currency, standing, amount_state and what is missing for a conversion.
        amount: The column of the amount.
        currency: The column of its currency.
    """
    value = getattr(row, amount)
    if is_missing(value):
        return gap_words(t, row)
    return with_standing(t, written_amount(t, value, getattr(row, currency)), row)


def with_standing(t: Language, written: str, row: Any) -> str:
    """An amount already written, with what it rests on beside it where it is not the plan's own table."""
    words = standing_words(t, row)
    return t("{amount} ({standing})", amount=written, standing=words) if words else written


def in_millions(t: Language, amount: float, *, largest: float) -> str:
    """An amount in millions without its currency, for a label among others; to two decimals where all are below ten millions."""
    return t.number(amount / _MILLION, 2 if largest < _FEW_MILLIONS else None)
