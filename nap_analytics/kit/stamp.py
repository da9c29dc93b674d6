"""The line on everything taken away: who made it, the date of its data, their version."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nap_analytics.warehouse import Warehouse
    from nap_analytics.wording.language import Language


def stamp(warehouse: Warehouse, t: Language) -> str:
    """The line in the language."""
    return t(
        "NAP Analytics · data as of {date} · version {version}",
        date=t.date(warehouse.data_date),
        version=warehouse.version[:8],
    )
