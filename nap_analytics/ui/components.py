"""The parts that pages are made of: sentences, charts with their table twin, figures, notes on what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics.exchange.tables import csv_bytes
from nap_analytics.ui.shown_table import draw_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plotly.graph_objects import Figure

    from nap_analytics.exchange.tables import Table
    from nap_analytics.language import Language


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


def finding(sentence: str) -> None:
    """The computed finding that titles a chart."""
    st.html(f'<h3 class="finding">{escape(sentence)}</h3>')


def empty_note(text: str) -> None:
    """What is missing here, why, and what would fill it."""
    st.html(f'<p class="empty-note">{escape(text)}</p>')


def source_line(t: Language, source: str) -> None:
    """Where the numbers above come from."""
    st.html(f'<p class="source-line">{escape(t("Source: {source}", source=source))}</p>')


def key_figures(figures: Sequence[KeyFigure]) -> None:
    """A row of figures that stand alone."""
    st.html(f'<dl class="figures">{"".join(map(_key_figure, figures))}</dl>')


def _key_figure(figure: KeyFigure) -> str:
    note = f'<span class="note">{escape(figure.note)}</span>' if figure.note else ""
    return f"<div><dt>{escape(figure.name)}</dt><dd>{escape(figure.value)}{note}</dd></div>"


def chart(t: Language, figure: Figure, *, key: str, alt: str, table: Table, source: str, filename: str) -> None:
    """A chart with what makes it honest: told in a sentence, readable as a table, to take away, with its source.

    Args:
        t: The language shown.
        figure: The chart, made by ``nap_analytics.charts``.
        key: A name for the chart that no other chart of the page has.
        alt: The chart in one sentence, for those who do not see it.
        table: The numbers behind it.
        source: The document and the place in it.
        filename: Name of the files to take away, without extension.
    """
    st.plotly_chart(figure, theme=None, key=f"{key}-chart", alt=alt, config=_chart_settings(filename))
    table_twin(t, table, key=key, source=source, filename=filename)


@st.fragment
def table_twin(t: Language, table: Table, *, key: str, source: str, filename: str, is_open: bool = False) -> None:
    """A table drawn only while its switch is on, with its download and its source. Its switch redraws nothing else."""
    with st.container(key=f"{key}-foot", horizontal=True, vertical_alignment="center", gap="small"):
        is_shown = st.toggle(t("Show the table"), value=is_open, key=f"{key}-table")
        _download(t, table, key=key, filename=filename)
        source_line(t, source)
    if is_shown:
        draw_table(t, table, key=f"{key}-rows")


def _download(t: Language, table: Table, *, key: str, filename: str) -> None:
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


def _chart_settings(filename: str) -> dict[str, object]:
    """Plotly's toolbar with one button: the chart as a picture, at twice the size of the screen."""
    return {
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "scale": 2, "filename": filename},
        "scrollZoom": False,
        "doubleClick": False,
    }
