"""A matrix of words or numbers: one column for each plan, one row for each thing compared, gaps drawn as gaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from nap_analytics.charts.headed_rows import LINE_HEIGHT, missing_box, placed_rows, quiet_text, rows_figure
from nap_analytics.charts.theme import TEXT_SIZE
from nap_analytics.palette import INK, PAPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nap_analytics.wording.language import Language

_CELL_WIDTH = 0.97
_PADDING = 12


@dataclass(frozen=True)
class MatrixCell:
    """One cell.

    Attributes:
        text: What stands in it, broken into lines by ``<br>``.
        fill: Its colour.
        ink: The colour of its text.
        hover: What a pointer finds.
        is_missing: The sources say nothing: outlined and empty but for the text.
        size: Pixels of the text.
    """

    text: str
    fill: str = PAPER
    ink: str = INK
    hover: str = ""
    is_missing: bool = False
    size: int = TEXT_SIZE


def matrix(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[MatrixCell]]], *, t: Language) -> go.Figure:
    """The matrix.

    Args:
        columns: Heading of each column.
        rows: Heading of each row with its cells, in the order of the columns.
        t: The language shown.
    """
    head = LINE_HEIGHT * (1 + max((column.count("<br>") for column in columns), default=0)) + 6
    heights = [max(_cell_height(cell) for cell in cells) for _, cells in rows]
    places = placed_rows([heading for heading, _ in rows], mark_height=heights, gap=9, top=head)
    placed = [
        (cell, at, middle, height)
        for (_, cells), middle, height in zip(rows, places.middles, heights, strict=True)
        for at, cell in enumerate(cells)
    ]
    gaps = [place for place in placed if place[0].is_missing]
    filled = [place for place in placed if not place[0].is_missing]
    return rows_figure(
        places,
        [_cells(filled)],
        t=t,
        x_range=[0, len(columns)],
        boxes=[missing_box(middle=middle, height=height, x0=at + 0.004, x1=at + _CELL_WIDTH, xref="x") for _, at, middle, height in gaps],
        notes=[
            *(_head(column, at=at, y=head) for at, column in enumerate(columns)),
            *(
                quiet_text(f"<i>{cell.text}</i>", x=at + _CELL_WIDTH / 2, y=middle, xref="x", xanchor="center")
                for cell, at, middle, _ in gaps
            ),
        ],
    )


def _cells(filled: Sequence[tuple[MatrixCell, int, float, int]]) -> go.Bar:
    """The cells that hold something: each with its column, the middle of its row and its height."""
    return go.Bar(
        orientation="h",
        base=[at for _, at, _, _ in filled],
        x=[_CELL_WIDTH] * len(filled),
        y=[middle for _, _, middle, _ in filled],
        width=[height for _, _, _, height in filled],
        marker={"color": [cell.fill for cell, *_ in filled], "line": {"width": 0}},
        text=[cell.text for cell, *_ in filled],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"color": [cell.ink for cell, *_ in filled], "size": [cell.size for cell, *_ in filled]},
        hovertext=[cell.hover or cell.text for cell, *_ in filled],
        hoverinfo="text",
        name="cells",
    )


def _cell_height(cell: MatrixCell) -> int:
    lines = cell.text.count("<br>") + 1
    return round(LINE_HEIGHT * cell.size / TEXT_SIZE * lines) + _PADDING


def _head(text: str, *, at: int, y: float) -> dict[str, object]:
    return {
        "text": f"<b>{text}</b>",
        "x": at + _CELL_WIDTH / 2,
        "y": y - 6,
        "xanchor": "center",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": TEXT_SIZE, "color": INK},
    }
