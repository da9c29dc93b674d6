"""The glossary: each term with its definition in every language of the dashboard, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from nap_analytics import queries
from nap_analytics.findings.glossary import glossary
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_query
from nap_analytics.ui.register import Group, TextCell, address, draw_register
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.language import is_missing, language, language_codes
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nap_analytics.findings.glossary_codes import Term
    from nap_analytics.wording.language import Language


def draw_glossary(t: Language) -> None:
    """All terms, by subject."""
    written = [language(code) for code in (t.code, *(code for code in language_codes() if code != t.code))]
    groups = [
        Group(
            t(title),
            t.number(len(terms)),
            [[TextCell(each(term.name), note=each(term.meaning)) for each in written] for term in terms],
            is_open=True,
        )
        for title, terms in glossary()
    ]
    bodies = cached_query(queries.bodies).drop_duplicates("organisation_id", keep="last")
    if not bodies.empty:
        groups.append(Group(t("Bodies that steer a plan"), t.number(len(bodies)), _bodies(written, bodies), is_open=True))
    term_count = sum(len(group.rows) for group in groups)
    finding = t.n("{count} term, defined in each language.", "{count} terms, defined in each language.", term_count)
    components.headline(finding)
    components.lead(
        t("The French of the plans is used where it is known; the rest is the usual French of the United Nations and of the OECD.")
    )
    draw_register([each.name for each in written], groups)
    rows = [{"group": t(title), **_cells(written, term)} for title, terms in glossary() for term in terms]
    rows += [{"group": t("Bodies that steer a plan"), **row} for row in _body_rows(written, bodies)]
    columns = {"group": t("Subject")}
    for each in written:
        columns |= {each.code: each.name, _meaning(each): t("{name}: definition", name=each.name)}
    table, source = HeadedTable(pd.DataFrame(rows), columns), t("words of the dashboard")
    components.table_twin(t, table, title=finding, key="glossary", source=source, filename=file_stem(t("Glossary")))


def _cells(written: Iterable[Language], term: Term) -> dict[str, str]:
    cells: dict[str, str] = {}
    for each in written:
        cells |= {each.code: each(term.name), _meaning(each): each(term.meaning)}
    return cells


def _meaning(t: Language) -> str:
    """The column with the definitions in a language."""
    return f"{t.code}_definition"


def _bodies(written: Sequence[Language], bodies: pd.DataFrame) -> list[list[TextCell]]:
    """The bodies of the plans in each language, each with what its document says that it is for; each leads to what else it says."""
    rows = zip(*(each.localise(bodies).itertuples() for each in written), strict=True)
    return [[_body(each, row) for each, row in zip(written, names, strict=True)] for names in rows]


def _body(t: Language, row: Any) -> TextCell:
    link = address(t, "plans", view="says", plan=row.plan_id, subject="bodies")
    return TextCell(row.name, note=_purpose(t, row), href=link)


def _purpose(t: Language, row: Any) -> str:
    """What a body is for, in the words of its plan."""
    role = t("the document does not say what it is for") if is_missing(row.role) else row.role
    return t("{plan}: {finding}", plan=row.plan_name, finding=role)


def _body_rows(written: Sequence[Language], bodies: pd.DataFrame) -> Iterable[dict[str, str]]:
    for names in zip(*(each.localise(bodies).itertuples() for each in written), strict=True):
        cells: dict[str, str] = {}
        for each, row in zip(written, names, strict=True):
            cells |= {each.code: row.name, _meaning(each): _purpose(each, row)}
        yield cells
