"""Charts of rows whose label stands above its bar: nothing is cut at the width of a telephone."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from nap_analytics.charts.theme import TEXT_SIZE, bare_figure, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    import plotly.graph_objects as go

    from nap_analytics.language import Language

LABEL_WIDTH = 44
"""Characters in a line of a label, so that it fits 390 pixels."""

_LINE_PIXELS, _BAR_PIXELS, _BELOW_PIXELS, _FOOT_PIXELS = 19, 34, 20, 74


def label(title: str, *notes: str, most_lines: int | None = None) -> str:
    """A label of a row: its title in bold, and its notes, each wrapped and written as text.

    Args:
        title: What the row is.
        notes: What is to be known of it, in plain text.
        most_lines: The title is shortened to so many lines.
    """
    lines = wrapped(title, width=LABEL_WIDTH).split("<br>")
    if most_lines is not None and len(lines) > most_lines:
        lines = [*lines[: most_lines - 1], f"{lines[most_lines - 1]} …"]
    heading = "<br>".join(f"<b>{escape(line, quote=False)}</b>" for line in lines)
    texts = [wrapped(escape(note, quote=False), width=LABEL_WIDTH) for note in notes if note]
    return "<br>".join([heading, *texts])


def labelled_rows(labels: Sequence[str], *, t: Language) -> go.Figure:
    """A figure with one row for each label, the first on top; row n is at y = n."""
    line_count = max(text.count("<br>") + 1 for text in labels)
    row_pixels = line_count * _LINE_PIXELS + _BAR_PIXELS
    below = _BELOW_PIXELS / row_pixels
    figure = bare_figure(t=t, height=len(labels) * row_pixels + _FOOT_PIXELS)
    figure.update_layout(margin={"l": 10, "r": 24, "t": 4, "b": 8})
    figure.update_yaxes(range=[len(labels) - 1 + below, below - 1], visible=False)
    for row, text in enumerate(labels):
        figure.add_annotation(
            x=0,
            xref="paper",
            y=row,
            yshift=14,
            text=text,
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
            align="left",
            font={"size": TEXT_SIZE},
        )
    return figure


def percent_axis(figure: go.Figure, *, t: Language, title: str) -> None:
    """An axis from 0 to 100 %, with what it measures."""
    figure.update_xaxes(
        range=[0, 100],
        tickvals=[0, 25, 50, 75, 100],
        ticktext=[t.percent(value) for value in (0, 25, 50, 75, 100)],
        title={"text": wrapped(title, width=LABEL_WIDTH), "font": {"size": TEXT_SIZE}, "standoff": 8},
        tickfont={"size": TEXT_SIZE - 1},
    )
