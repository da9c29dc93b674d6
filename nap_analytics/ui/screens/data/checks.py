"""The checks: every rule that the data passed before it was shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.errors import N_
from nap_analytics.findings.catalogue import checks_finding
from nap_analytics.palette import STATUS_COLOURS
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_query, warehouse
from nap_analytics.ui.register import Group, TextCell, draw_register
from nap_analytics.warehouse.rules import check_rules, declared_rules
from nap_analytics.warehouse.sql import sql_names
from nap_analytics.wording.faults import fault_place

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from typing import Any

    from nap_analytics.wording.language import Language

_RULE_COUNTS: Mapping[str, str] = {
    "type_count": N_("typed columns"),
    "required_count": N_("never empty"),
    "code_list_count": N_("with a list of codes"),
    "condition_count": N_("conditions"),
    "key_count": N_("keys"),
    "reference_count": N_("references to other tables"),
}


def draw_checks(t: Language) -> None:
    """The rules with their result. That this page opens is the result: data that breaks one rule is not loaded at all."""
    declared, checks = cached_query(declared_rules), check_rules()
    components.headline(checks_finding(declared, check_count=len(checks), t=t))
    components.lead(
        t("Data that breaks a single rule is not loaded: the dashboard then lists every fault with its file, row, column and value.")
    )
    _draw_notices(t)
    passed = TextCell(t("passed"), mark="✓", colour=STATUS_COLOURS["achieved"], is_whole=True)
    components.section(t("Rules across rows and tables"))
    rows = [[TextCell(t.comment(expected), note=rule), passed] for rule, expected in zip(checks["rule"], checks["expected"], strict=True)]
    draw_register([t("What is expected"), t("Result")], [Group(t("Rules"), t.number(len(rows)), rows, is_open=True)])
    components.section(t("Rules declared with each table"))
    rows = [[*_declared_row(t, row), passed] for row in declared.to_dict("records")]
    draw_register([t("Tables"), t("Rows checked"), t("Rules"), t("Result")], [Group(t("Tables"), t.number(len(rows)), rows, is_open=True)])
    source = t("schema.sql, checks/ and notices/, computed when the data of version {version} was loaded", version=warehouse().version)
    components.footnote(t("Source: {source}", source=source))


def _draw_notices(t: Language) -> None:
    """What is sound and yet cannot be used, each with its place."""
    components.section(t("Warnings on data that is sound"))
    notices = warehouse().notices
    count = t.n("{count} kind of warning was looked for", "{count} kinds of warnings were looked for", len(sql_names("notices")))
    if not notices:
        components.empty_note(t("{count}, and none was found.", count=count))
        return
    components.lead(
        t(
            "{count}. What is found is loaded and shown; each line says what it prevents from being used, or what is to be checked.",
            count=count,
        )
    )
    rows = [[TextCell(fault_place(t, notice), note=notice.value or ""), TextCell(t.comment(notice.expected))] for notice in notices]
    draw_register([t("Place"), t("What follows from it")], [Group(t("Warnings"), t.number(len(rows)), rows, is_open=True)], widths=(40, 60))


def _declared_row(t: Language, row: Mapping[Hashable, Any]) -> list[TextCell]:
    link = TextCell(row["relation"], href=f"?section=dictionary&table={row['relation']}&lang={t.code}", is_whole=True)
    counted = [t("{what}: {count}", what=t(text), count=t.number(row[name])) for name, text in _RULE_COUNTS.items() if row[name]]
    return [link, TextCell(t.number(row["row_count"])), TextCell(" · ".join(counted))]
