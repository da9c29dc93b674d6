"""Amounts of any size as a reader takes them in: millions, whole units, or cents where there are only a few units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.language import is_missing

if TYPE_CHECKING:
    from nap_analytics.language import Language

_FEW_UNITS = 100
_MILLION = 1_000_000
_FEW_MILLIONS = 10_000_000


def written_amount(t: Language, amount: Any, currency_code: str) -> str:
    """An amount as the language writes it: "9 386 M FCFA", "648 416 EUR", "0,85 USD"; "no published figure" for none."""
    if is_missing(amount):
        return t("no published figure")
    if abs(amount) >= _MILLION:
        return t.millions(amount, currency_code)
    if abs(amount) >= _FEW_UNITS or amount == 0:
        return t.money(amount, currency_code)
    return t("{currency}\u00a0{number}", currency=t.currency(currency_code), number=t.number(amount, 2))


def in_millions(t: Language, amount: float, *, largest: float) -> str:
    """An amount in millions without its currency, for a label among others; to two decimals where all are below ten millions."""
    return t.number(amount / _MILLION, 2 if largest < _FEW_MILLIONS else None)
