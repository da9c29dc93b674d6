"""What the data says of a region: every row that carries its code or names it, with its place in the source and the way to its screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from nap_analytics import queries
from nap_analytics.errors import N_
from nap_analytics.ui import components
from nap_analytics.ui.cache import localised_query
from nap_analytics.ui.register import Group, TextCell, address, draw_register, web_address
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.values import written_as, written_period, written_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nap_analytics.wording.language import Language

KINDS: Mapping[str, str] = {
    "value": N_("Values of indicators"),
    "indicator": N_("Indicators, series and targets"),
    "activity": N_("Activities"),
    "achievement": N_("Achievements listed in the documents"),
    "event": N_("Dated events"),
    "context": N_("Figures of the context"),
    "plan": N_("Texts of the plans"),
    "money": N_("Money"),
    "region": N_("Regions"),
    "source": N_("Sources and bodies"),
}
"""Kind of ``region_mentions`` -> its heading, in the order to show."""

_CLOSED = ("region", "source")
"""Kinds about codes and documents: their groups are folded."""

_TABLE = {"section": "dictionary"}
SCREENS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "activity": ("budgets", {"view": "division"}),
    "achievement": ("progress", {}),
    "milestone": ("plans", {}),
    "context_figure": ("plans", {"view": "context"}),
    "context_topic": ("plans", {"view": "context"}),
    "context_theme": ("plans", {"view": "context"}),
    "passage": ("plans", {"view": "says"}),
    "body": ("plans", {"view": "says", "subject": "bodies"}),
    "committee_member": ("plans", {"view": "says", "subject": "bodies"}),
    "framework_node": ("progress", {}),
    "theory_of_change": ("progress", {}),
    "pillar": ("progress", {}),
    "plan": ("plans", {}),
    "instrument": ("data", {**_TABLE, "table": "instrument"}),
    "reported_completion": ("progress", {}),
    "crosswalk": ("plans", {"view": "themes"}),
    "printed_quantity": ("data", {"section": "discrepancies"}),
    "budget_line": ("budgets", {"view": "division"}),
    "same_money": ("budgets", {"view": "stages"}),
    "contextual_funding": ("budgets", {"view": "around"}),
    "organisation": ("data", {**_TABLE, "table": "organisation"}),
    "region": ("data", {**_TABLE, "table": "region"}),
    "source": ("sources", {}),
}
"""Table -> the page, and the view of it, that shows its rows; rows of indicators open their indicator."""


def region_mentions(t: Language, words: str) -> pd.DataFrame:
    """Localised rows of the data that speak of a region which the words name; none where they name no region."""
    regions = localised_query(t, queries.regions_named, words=words)
    if regions.empty:
        return pd.DataFrame()
    pattern = "|".join(regions["pattern"])
    return localised_query(t, queries.region_mentions, region_codes=tuple(regions["region_code"]), pattern=pattern, viewed_on=date.today())


def draw_region_mentions(t: Language, mentions: pd.DataFrame, *, words: str) -> None:
    """How many rows speak of the regions that the words name, and the rows, by kind."""
    names = [_region_name(t, row) for row in localised_query(t, queries.regions_named, words=words).itertuples()]
    counts = mentions.groupby("kind")["kind_count"].first()
    listed = t("; ").join(names)
    components.lead(
        t.n("{regions}: {count} mention in the data", "{regions}: {count} mentions in the data", int(counts.sum()), regions=listed)
    )
    groups = [_group(t, kind, mentions[mentions["kind"] == kind], count=int(counts[kind])) for kind in KINDS if kind in counts.index]
    draw_register([t("What is said"), t("Place in the source")], groups, widths=(68, 32))


def _region_name(t: Language, row: Any) -> str:
    """A region with its codes: "Gao (ML-7, P-code ML07)"."""
    if is_missing(row.pcode):
        return t("{name} ({code})", name=row.name, code=row.region_code)
    return t("{name} ({code}, P-code {pcode})", name=row.name, code=row.region_code, pcode=row.pcode)


def _group(t: Language, kind: str, rows: pd.DataFrame, *, count: int) -> Group:
    shown = "" if count == len(rows) else t("the first {count} are shown", count=t.number(len(rows)))
    note = t("; ").join(filter(None, (t.number(count), shown)))
    return Group(t(KINDS[kind]), note, [_cells(t, row) for row in rows.itertuples()], is_open=kind not in _CLOSED)


def _cells(t: Language, row: Any) -> list[TextCell]:
    limits = [_value(t, row), _period(t, row), *(text for text in (row.part, row.plan_name) if not is_missing(text) and text != row.name)]
    said = "" if is_missing(row.said) else row.said
    note = " — ".join(filter(None, (" · ".join(filter(None, limits)), said)))
    name = row.code if is_missing(row.name) else row.name
    source = TextCell("", is_quiet=True)
    if row.relation == "series":
        source = TextCell(t("name and note given by this dashboard"), is_quiet=True)
    elif not is_missing(row.source_title):
        source = TextCell(row.source_title, note="" if is_missing(row.locator) else row.locator, href=web_address(row.source_url))
    return [TextCell(name, note=note, href=_address(t, row)), source]


def _value(t: Language, row: Any) -> str:
    if not is_missing(row.missing_reason):
        return word(t, row.missing_reason)
    return "" if is_missing(row.value) else written_value(t, row.value, **written_as(row))


def _period(t: Language, row: Any) -> str:
    return "" if is_missing(row.period_end) else written_period(t, row.period_start, row.period_end)


def _address(t: Language, row: Any) -> str:
    """The screen that shows the row."""
    if not is_missing(row.indicator_id):
        series = {} if row.code == row.indicator_id else {"series": row.code.rpartition("/")[2]}
        return address(t, "indicators", indicator=row.indicator_id, **series)
    page, view = SCREENS[row.relation]
    query = dict(view)
    if page in ("progress", "budgets") and not is_missing(row.plan_id):
        query["plan"] = row.plan_id
    if page == "progress" and not is_missing(row.pillar_code):
        query["pillar"] = row.pillar_code
    if row.relation in ("context_figure", "context_topic"):
        query["topic"] = row.code
    if query.get("view") == "says":
        query |= {"plan": row.plan_id, "subject": query.get("subject", row.code)}
    return address(t, page, **query)
