"""The glossary: each term with its definition in every language of the dashboard, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from nap_analytics.exchange.tables import Table
from nap_analytics.language import language, language_codes
from nap_analytics.story.glossary import glossary
from nap_analytics.ui import components
from nap_analytics.ui.register import Cell, Group, draw_register

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nap_analytics.language import Language
    from nap_analytics.story.glossary import Term


def draw_glossary(t: Language) -> None:
    """All terms, by subject."""
    written = [language(code) for code in (t.code, *(code for code in language_codes() if code != t.code))]
    groups = [
        Group(
            t(title),
            t.number(len(terms)),
            [[Cell(each(term.name), note=each(term.meaning)) for each in written] for term in terms],
            is_open=True,
        )
        for title, terms in glossary()
    ]
    term_count = sum(len(group.rows) for group in groups)
    finding = t.n("{count} term, defined in each language.", "{count} terms, defined in each language.", term_count)
    components.headline(finding)
    components.lead(
        t("The French of the plans is used where it is known; the rest is the usual French of the United Nations and of the OECD.")
    )
    draw_register([each.name for each in written], groups)
    rows = pd.DataFrame([{"group": t(title), **_cells(written, term)} for title, terms in glossary() for term in terms])
    columns = {"group": t("Subject")}
    for each in written:
        columns |= {each.code: each.name, _meaning(each): t("{name}: definition", name=each.name)}
    source = t("words of the dashboard")
    components.table_twin(t, Table(rows, columns), title=finding, key="glossary", source=source, filename="glossary")


def _cells(written: Iterable[Language], term: Term) -> dict[str, str]:
    cells = {}
    for each in written:
        cells |= {each.code: each(term.name), _meaning(each): each(term.meaning)}
    return cells


def _meaning(t: Language) -> str:
    """The column with the definitions in a language."""
    return f"{t.code}_definition"
