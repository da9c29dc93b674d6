"""The parts that pages are made of: sentences, charts with their table twin, figures, notes on what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics.ui.share import View, share_control, sources_text
from nap_analytics.ui.shown_table import draw_table
from nap_analytics.wording.tables import csv_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from plotly.graph_objects import Figure

    from nap_analytics.wording.language import Language
    from nap_analytics.wording.tables import HeadedTable

_CHART_SETTINGS = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
"""No toolbar: its picture would lack title and source, which those of ``nap_analytics.ui.share`` have."""


@dataclass(frozen=True)
class KeyFigure:
    """A figure that stands alone: what it is, the figure as the language writes it, and what limits it."""

    name: str
    value: str
    note: str = ""


def headline(sentence: str) -> None:
    """The finding of the whole page, under its title."""
    st.html(f'<p class="headline">{escape(sentence)}</p>')


def lead(text: str) -> None:
    """What a reader must know before the charts, in plain words."""
    st.html(f'<p class="lead">{escape(text)}</p>')


def section(title: str) -> None:
    """A heading within the page."""
    st.html(f'<h2 class="section">{escape(title)}</h2>')


def finding(sentence: str, *, anchor: str = "") -> None:
    """The computed finding that titles a chart; a link may lead to its anchor."""
    place = f' data-anchor="{escape(anchor)}"' if anchor else ""
    st.html(f'<h3 class="finding"{place}>{escape(sentence)}</h3>')


def empty_note(text: str) -> None:
    """What is missing here, why, and what would fill it."""
    st.html(f'<p class="empty-note">{escape(text)}</p>')


def footnote(text: str) -> None:
    """What limits a figure above, or where it comes from, in small letters."""
    st.html(f'<p class="source-line">{escape(text)}</p>')


def key_figures(figures: Sequence[KeyFigure]) -> None:
    """A row of figures that stand alone."""
    st.html(f'<dl class="figures">{"".join(map(_key_figure, figures))}</dl>')


def _key_figure(figure: KeyFigure) -> str:
    note = f'<span class="note">{escape(figure.note)}</span>' if figure.note else ""
    return f"<div><dt>{escape(figure.name)}</dt><dd>{escape(figure.value)}{note}</dd></div>"


def chart(
    t: Language,
    figure: Figure,
    *,
    title: str,
    key: str,
    alt: str,
    table: HeadedTable,
    source: str | Iterable[str],
    filename: str,
    subject_line: str = "",
    lead_in: str = "",
    notes: Sequence[str] = (),
) -> None:
    """A chart with what makes it honest: its finding as a sentence, readable as a table, to take away, with its source.

    Args:
        t: The language shown.
        figure: The chart, made by ``nap_analytics.charts``.
        title: Its finding.
        key: A name for the chart that no other chart of the page has.
        alt: The chart in one sentence, for those who do not see it.
        table: The numbers behind it.
        source: The document and the place in it; where there are several, the most telling first.
        filename: Name of the files to take away, without extension.
        subject_line: What it speaks of, for pictures and messages, where the title leaves that to the rest of the page.
        lead_in: What a reader must know before the chart.
        notes: What limits it, in plain words, below it.
    """
    finding(title, anchor=key)
    if lead_in:
        lead(lead_in)
    st.plotly_chart(figure, theme=None, key=f"{key}-chart", alt=alt, config=_CHART_SETTINGS)
    _foot(t, table, View(key, title, _listed(source), filename, subject_line, lead_in, notes, has_picture=True))
    for note in notes:
        lead(note)


def table_twin(
    t: Language, table: HeadedTable, *, title: str, key: str, source: str | Iterable[str], filename: str, subject_line: str = ""
) -> None:
    """The numbers behind a register or a text, as a table, to take away, with their source.

    Args:
        t: The language shown.
        table: The numbers.
        title: The finding that they explain.
        key: A name for the table that nothing else of the page has.
        source: The document and the place in it; where there are several, the most telling first.
        filename: Name of the files to take away, without extension.
        subject_line: What it speaks of, for messages, where the title leaves that to the rest of the page.
    """
    _foot(t, table, View(key, title, _listed(source), filename, subject_line))


@st.fragment
def _foot(t: Language, table: HeadedTable, view: View) -> None:
    """A table drawn only while its switch is on, its download, ways to share, the source. Its switch redraws nothing else."""
    with st.container(key=f"{view.key}-foot", horizontal=True, vertical_alignment="center", gap="small"):
        is_shown = st.toggle(t("Show the table"), key=f"{view.key}-table")
        _download(t, table, key=view.key, filename=view.filename)
        source = escape(t("Source: {source}", source=sources_text(t, view.sources))) if view.sources else ""
        st.html(f'{share_control(t, view)}<p class="source-line">{source}</p>')
    if is_shown:
        draw_table(t, table, key=f"{view.key}-rows")


def _listed(source: str | Iterable[str]) -> list[str]:
    """The sources in their order, each once; none where nothing is known that could have one."""
    return [each for each in dict.fromkeys([source] if isinstance(source, str) else source) if each]


def file_button(label: str, make: Callable[[], bytes], *, file_name: str, mime: str | None = None, key: str | None = None) -> None:
    """A button that makes the file only when it is pressed, and redraws nothing."""
    st.download_button(
        label, data=make, file_name=file_name, mime=mime, key=key or file_name, icon=":material/download:", on_click="ignore"
    )


def _download(t: Language, table: HeadedTable, *, key: str, filename: str) -> None:
    """A button that makes the file only when it is pressed."""
    st.download_button(
        t("CSV"),
        data=lambda: csv_bytes(table.headed(), t),
        file_name=f"{filename}-{t.code}.csv",
        mime="text/csv",
        key=f"{key}-csv",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        help=t("Download the table as a CSV file"),
    )
