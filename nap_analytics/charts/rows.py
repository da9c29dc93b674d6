"""Charts of rows whose label stands above its bar: nothing is cut at the width of a telephone."""

from __future__ import annotations

from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING

from nap_analytics.charts.theme import TEXT_SIZE, bare_figure, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    import plotly.graph_objects as go

    from nap_analytics.language import Language

LABEL_WIDTH = 52
"""Characters in a line of a label, so that it fits 390 pixels."""

_LINE_PIXELS, _BAR_PIXELS, _FOOT_PIXELS = 19, 36, 62


def label(title: str, *notes: str, most_lines: int | None = None) -> str:
    """A label of a row: its title in bold, and its notes, each wrapped and written as text.

    Args:
        title: What the row is.
        notes: What is to be known of it, in plain text.
        most_lines: The title is shortened to so many lines.
    """
    lines = wrapped(title, width=LABEL_WIDTH - 4).split("<br>")
    if most_lines is not None and len(lines) > most_lines:
        lines = [*lines[: most_lines - 1], f"{lines[most_lines - 1]} …"]
    heading = "<br>".join(f"<b>{escape(line, quote=False)}</b>" for line in lines)
    texts = ["<br>".join(escape(line, quote=False) for line in wrapped(note, width=LABEL_WIDTH).split("<br>")) for note in notes if note]
    return "<br>".join([heading, *texts])


def labelled_rows(labels: Sequence[str], *, t: Language) -> tuple[go.Figure, list[float]]:
    """A figure with one row for each label, the first on top, and the height at which the bar of each row stands."""
    heights = [(text.count("<br>") + 1) * _LINE_PIXELS + _BAR_PIXELS for text in labels]
    bottoms = list(accumulate(heights))
    places = [bottom - _BAR_PIXELS / 2 for bottom in bottoms]
    figure = bare_figure(t=t, height=bottoms[-1] + _FOOT_PIXELS)
    figure.update_layout(margin={"l": 10, "r": 26, "t": 0, "b": _FOOT_PIXELS})
    figure.update_yaxes(range=[bottoms[-1], 0], visible=False)
    for text, place in zip(labels, places, strict=True):
        figure.add_annotation(
            x=0,
            xref="paper",
            y=place,
            yshift=12,
            text=text,
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
            align="left",
            font={"size": TEXT_SIZE},
        )
    return figure, places


def percent_axis(figure: go.Figure, *, t: Language, title: str) -> None:
    """An axis from 0 to 100 %, with what it measures."""
    figure.update_xaxes(
        range=[0, 100],
        tickvals=[0, 25, 50, 75, 100],
        ticktext=[t.percent(value) for value in (0, 25, 50, 75, 100)],
        title={"text": wrapped(title, width=LABEL_WIDTH), "font": {"size": TEXT_SIZE}, "standoff": 4},
        tickfont={"size": TEXT_SIZE - 1},
    )
