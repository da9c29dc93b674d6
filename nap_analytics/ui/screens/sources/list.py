"""The list of sources, and the citation that one of them asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics import queries
from nap_analytics.findings.catalogue import confidence_finding, sources_finding
from nap_analytics.ui import components
from nap_analytics.ui.cache import localised_query
from nap_analytics.ui.filters import choose_many
from nap_analytics.ui.register import Group, TextCell, draw_register, web_address
from nap_analytics.wording.codes import CONFIDENCE, SOURCE_KIND, with_capital, word
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from typing import Any

    import pandas as pd

    from nap_analytics.wording.language import Language


def draw_sources(t: Language) -> None:
    """All sources by kind, or those of the confidence that the address names."""
    sources = localised_query(t, queries.sources)
    if sources.empty:
        components.headline(t("The data names no source yet"))
        components.empty_note(t("Sources are entered in source.csv; every row of the other files names one."))
        return
    finding = sources_finding(sources, t=t)
    components.headline(finding)
    components.lead(confidence_finding(sources, t=t))
    _draw_citations(t, sources)
    components.section(t("All sources"))
    levels = [code for code in CONFIDENCE if code in set(sources["confidence"])]
    chosen = choose_many(t, t("Confidence"), name="confidence", options={code: _short(t, code) for code in levels})
    shown = sources[sources["confidence"].isin(chosen)] if chosen else sources
    draw_register([t("Source"), t("Date"), t("Confidence"), t("Rows"), t("Address and licence")], _groups(t, shown, is_open=bool(chosen)))
    source = t("table source of the dashboard")
    components.table_twin(t, _table(t, shown), title=finding, key="sources", source=source, filename=file_stem(t("Sources")))


def _draw_citations(t: Language, sources: pd.DataFrame) -> None:
    """The citations that sources ask for, to the letter, each with a button that copies it."""
    cited = sources.dropna(subset=["citation"])
    if cited.empty:
        return
    components.section(t("How to cite"))
    for row in cited.itertuples():
        components.finding(t("{title} asks for this citation:", title=row.title))
        st.code(row.citation, language=None, wrap_lines=True)


def _groups(t: Language, sources: pd.DataFrame, *, is_open: bool) -> list[Group]:
    """The sources by kind, in the order of the first of each: those that most rows rest on come first, unfolded."""
    return [
        Group(
            with_capital(t(SOURCE_KIND[str(kind)])),
            t.n("{count} source", "{count} sources", len(rows)),
            [_row(t, row) for row in rows.itertuples()],
            is_open=is_open or position == 0,
        )
        for position, (kind, rows) in enumerate(sources.groupby("kind", sort=False))
    ]


def _row(t: Language, row: Any) -> list[TextCell]:
    published = (
        TextCell(t("no date"), is_quiet=True) if is_missing(row.published_date) else TextCell(t.date(row.published_date), is_whole=True)
    )
    return [
        TextCell(row.title, note=row.publisher if is_missing(row.note) else f"{row.publisher}. {row.note}"),
        published,
        TextCell(_short(t, row.confidence), is_whole=True),
        TextCell(t.number(row.row_count)),
        _address(t, row),
    ]


def _short(t: Language, confidence: str) -> str:
    """The word for a confidence without its explanation."""
    return word(t, confidence).partition(":")[0].strip()


def _address(t: Language, row: Any) -> TextCell:
    licence = t("licence not stated") if is_missing(row.licence) else row.licence
    if is_missing(row.url):
        return TextCell(t("not on the web"), note=licence, is_quiet=True)
    return TextCell(row.url, note=licence, href=web_address(row.url))


def _table(t: Language, sources: pd.DataFrame) -> HeadedTable:
    worded = sources.assign(
        kind_word=sources["kind"].map(lambda code: word(t, code)), confidence_word=sources["confidence"].map(lambda code: word(t, code))
    )
    columns = {
        "source_id": t("Code"),
        "title": t("Title"),
        "publisher": t("Publisher"),
        "published_date": t("Date"),
        "kind_word": t("Kind"),
        "confidence_word": t("Confidence"),
        "row_count": t("Rows that rest on it"),
        "url": t("Address"),
        "licence": t("Licence"),
        "citation": t("Citation"),
        "note": t("Note"),
    }
    return HeadedTable(worded, columns)
