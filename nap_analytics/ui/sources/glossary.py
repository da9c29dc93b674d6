"""The glossary: each term in every language of the dashboard, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from nap_analytics import queries
from nap_analytics.exchange.tables import Table
from nap_analytics.language import is_missing, language, language_codes
from nap_analytics.story.glossary import glossary
from nap_analytics.ui import components
from nap_analytics.ui.cache import ask
from nap_analytics.ui.register import Cell, Group, address, draw_register

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nap_analytics.language import Language


def draw_glossary(t: Language) -> None:
    """All terms, by subject."""
    written = [language(code) for code in (t.code, *(code for code in language_codes() if code != t.code))]
    groups = [
        Group(t(title), t.number(len(terms)), [[Cell(each(term)) for each in written] for term in terms], is_open=True)
        for title, terms in glossary()
    ]
    bodies = ask(queries.bodies).drop_duplicates("organisation_id", keep="last")
    if not bodies.empty:
        groups.append(Group(t("Bodies that steer a plan"), t.number(len(bodies)), _bodies(written, bodies), is_open=True))
    term_count = sum(len(group.rows) for group in groups)
    finding = t.n("{count} term in each language.", "{count} terms in each language.", term_count)
    components.headline(finding)
    components.lead(
        t("The French of the plans is used where it is known; the rest is the usual French of the United Nations and of the OECD.")
    )
    draw_register([each.name for each in written], groups)
    terms = [{each.code: each(term) for each in written} | {"group": t(title)} for title, terms in glossary() for term in terms]
    names = {each.code: each.localise(bodies)["name"] for each in written}
    rows = pd.concat([pd.DataFrame(terms), pd.DataFrame(names).assign(group=t("Bodies that steer a plan"))])
    columns = {"group": t("Subject"), **{each.code: each.name for each in written}}
    source = t("words of the dashboard")
    components.table_twin(t, Table(rows, columns), title=finding, key="glossary", source=source, filename="glossary")


def _bodies(written: Sequence[Language], bodies: pd.DataFrame) -> list[list[Cell]]:
    """The bodies of the plans in each language, each with what its document says that it is for; the first leads to what else it says."""
    rows = zip(*(each.localise(bodies).itertuples() for each in written), strict=True)
    return [[_body(each, row) for each, row in zip(written, told, strict=True)] for told in rows]


def _body(t: Language, row: Any) -> Cell:
    link = address(t, "plans", view="says", plan=row.plan_id, subject="bodies")
    role = t("the document does not say what it is for") if is_missing(row.role) else row.role
    return Cell(row.name, note=t("{plan}: {finding}", plan=row.plan_name, finding=role), href=link)
