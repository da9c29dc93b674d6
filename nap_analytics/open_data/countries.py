"""Codes of countries: the data has the three letters of ISO 3166-1, most exchange formats want the two."""

from __future__ import annotations

from babel.core import get_global


def alpha_2(country_code: str) -> str | None:
    """The two letters of a country from its three (ISO 3166-1), as the Unicode CLDR knows them; None for a code of no country."""
    known = get_global("territory_aliases").get(country_code, [])
    return known[0] if len(country_code) == 3 and len(known) == 1 else None
