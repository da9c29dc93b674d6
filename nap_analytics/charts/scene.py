"""The chart of a scene, for a projector: type of 18 points and more, one chart, gaps as gaps, light or dark."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from nap_analytics.charts.headed_rows import placed_rows
from nap_analytics.charts.theme import base_layout, outside, wrapped
from nap_analytics.palette import DARK_GAP, DARK_QUIET, DARK_STAGE, GAP, PAGE_INK, PAGE_TINT, PAPER, QUIET_INK

if TYPE_CHECKING:
    from nap_analytics.deck import Mark, Picture
    from nap_analytics.wording.language import Language

TEXT_PIXELS = 24
"""18 points at 96 dots per inch."""

_LINE, _GAP_UNDER, _LARGEST_BAR, _SMALLEST_BAR, _SMALLEST_GAP = 31, 5, 54, 12, 4.0
_CHARACTERS = 110
"""Of a heading over a bar, so that it fits 1,180 pixels."""

_WIDE_COLUMNS, _WIDE_LETTERS = 8, 14
_NARROW_LETTERS, _NARROW_SIZE = 168, 0.7
"""Notes under more columns than that are in smaller letters, so many under all columns together: those of neighbours do not meet."""


@dataclass(frozen=True)
class Look:
    """Colours of a scene: paper, ink, quiet ink, line of a gap; pixels of its text, and its scale."""

    paper: str
    ink: str
    quiet: str
    gap: str
    text: int = TEXT_PIXELS
    scale: float = 1


LOOKS = {
    "light": Look(PAPER, PAGE_INK, QUIET_INK, GAP),
    "dark": Look(DARK_STAGE, PAGE_TINT, DARK_QUIET, DARK_GAP),
}


def scene_figure(picture: Picture, *, look: str, height: int, scale: float = 1, t: Language) -> go.Figure:
    """The picture of a scene.

    Args:
        picture: What to draw.
        look: ``light`` or ``dark``.
        height: Pixels, before they are scaled.
        scale: How much larger everything is drawn, for a screen of more pixels.
        t: The language shown.
    """
    colours = replace(LOOKS[look], text=round(TEXT_PIXELS * scale), scale=scale)
    draw = _bars if picture.kind == "bars" else _columns
    base = base_layout(t=t, height=round(height * scale))
    ours = {
        "paper_bgcolor": colours.paper,
        "plot_bgcolor": colours.paper,
        "font": {**base["font"], "size": colours.text, "color": colours.ink},
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "barmode": "overlay",
    }
    return draw(picture, colours, layout={**base, **ours}, height=height)


def _bars(picture: Picture, colours: Look, *, layout: dict[str, Any], height: int) -> go.Figure:
    headings = [_heading(mark, colours) for mark in picture.marks]
    lines = list(map(_line_count, headings))
    room = (height - sum(count * _LINE + _GAP_UNDER for count in lines)) / max(len(headings), 1)
    bar = max(_SMALLEST_BAR, min(_LARGEST_BAR, room * 0.7))
    gap = max(_SMALLEST_GAP, min(34.0, room - bar))
    rows = placed_rows(headings, mark_height=bar, gap=gap, line_height=_LINE, under=_GAP_UNDER)
    annotations = [
        _text(heading, x=0, y=top, xref="paper", colours=colours) for heading, top in zip(headings, rows.heading_tops, strict=True)
    ]
    shapes = [
        shape for mark, middle in zip(picture.marks, rows.middles, strict=True) for shape in _marks_on(mark, picture, middle, bar, colours)
    ]
    axes = {
        "xaxis": {**layout["xaxis"], "range": [picture.smallest, picture.largest * 1.002], "visible": False},
        "yaxis": {**layout["yaxis"], "range": [height, 0], "visible": False},
    }
    trace = go.Bar(
        orientation="h",
        x=[mark.value for mark in picture.marks],
        y=rows.middles,
        width=bar,
        marker=_marker(picture, colours),
        hoverinfo="skip",
        name="values",
    )
    return go.Figure(data=[trace], layout={**layout, **axes, "annotations": annotations, "shapes": shapes})


def _marker(picture: Picture, colours: Look) -> dict[str, Any]:
    """The colours of the marks; outlined and hatched where a mark does not rest on the document itself."""
    own = [mark.colour for mark in picture.marks]
    shapes = ["/" if mark.is_hatched else "" for mark in picture.marks]
    pattern = {"shape": shapes, "fgcolor": own, "bgcolor": colours.paper, "size": 12}
    return {"color": own, "line": {"color": own, "width": 2}, "pattern": pattern} if any(shapes) else {"color": own}


def least_height(picture: Picture) -> float:
    """Pixels that the picture cannot do with less of, at full type; none for columns, which shrink."""
    if picture.kind != "bars":
        return 0
    headings = [_heading(mark, LOOKS["light"]) for mark in picture.marks]
    return sum(_line_count(heading) * _LINE + _GAP_UNDER + _SMALLEST_BAR + _SMALLEST_GAP for heading in headings)


def _line_count(heading: str) -> int:
    return heading.count("<br>") + 1


def _heading(mark: Mark, colours: Look) -> str:
    """Name, value and note over a bar, broken into lines; the value bold and whole, the note quiet."""
    words = [(word, "") for word in mark.name.split(" ")]
    if mark.value is not None:
        words += [("·", ""), (mark.written, "b")]
    if mark.note:
        words += [("·", ""), *((word, "quiet") for word in mark.note.split(" "))]
    lines: list[list[tuple[str, str]]] = [[]]
    for word, style in words:
        if lines[-1] and sum(len(known) + 1 for known, _ in lines[-1]) + len(word) > _CHARACTERS:
            lines.append([])
        lines[-1].append((word, style))
    return "<br>".join(" ".join(_styled(word, style, colours) for word, style in line) for line in lines)


def _styled(word: str, style: str, colours: Look) -> str:
    told = escape(word, quote=False)
    if style == "b":
        return f"<b>{told}</b>"
    return f'<span style="color:{colours.quiet}">{told}</span>' if style else told


def _marks_on(mark: Mark, picture: Picture, middle: float, bar: float, colours: Look) -> list[dict[str, Any]]:
    """The gap of a mark without a value, its goal as a line across, its start as a notch."""
    top, bottom = middle - bar / 2, middle + bar / 2
    shapes = []
    if mark.value is None:
        words = f"<i>{escape(mark.written, quote=False)}</i>"
        label = {"text": words, "font": {"size": colours.text, "color": colours.quiet}, "textposition": "middle left"}
        shapes.append({**_gap(colours), "x0": 0.001, "x1": 0.999, "xref": "paper", "y0": top, "y1": bottom, "label": label})
    for number, width in ((mark.goal, 5), (mark.start, 2)):
        if number is not None and picture.largest:
            line = {"color": colours.ink, "width": width}
            shapes.append({"type": "line", "x0": number, "x1": number, "y0": top - 2, "y1": bottom + 4, "line": line})
    return shapes


def _gap(colours: Look) -> dict[str, Any]:
    """An outlined empty slot, as a Plotly shape without its place."""
    return {"type": "rect", "line": {"color": colours.gap, "width": 2, "dash": "dash"}}


def _columns(picture: Picture, colours: Look, *, layout: dict[str, Any], height: int) -> go.Figure:
    names = [escape(mark.name, quote=False) for mark in picture.marks]
    places = list(range(len(names)))
    room = 2.4 * _LINE / height * (picture.largest - picture.smallest)
    foot_room = room if picture.smallest < 0 else 0
    gaps = [place for place, mark in zip(places, picture.marks, strict=True) if mark.value is None]
    labels = ["" if mark.value is None else escape(mark.written, quote=False) for mark in picture.marks]
    is_narrow = len(names) > _WIDE_COLUMNS
    width = _NARROW_LETTERS // len(names) if is_narrow else _WIDE_LETTERS
    note_size = round(colours.text * _NARROW_SIZE) if is_narrow else colours.text
    notes = [_column_note(mark, width=width, size=note_size) for mark in picture.marks]
    trace = go.Bar(
        x=places,
        y=[mark.value for mark in picture.marks],
        width=0.8,
        marker=_marker(picture, colours),
        **outside(labels, size=colours.text, ink=colours.ink),
        textangle=0,
        hoverinfo="skip",
        name="values",
    )
    shapes = [{**_gap(colours), "x0": at - 0.4, "x1": at + 0.4, "y0": 0, "y1": picture.largest} for at in gaps]
    words = [_column_gap(picture.marks[at], at=at, y=picture.largest / 2, colours=colours) for at in gaps]
    ticks = [f"{name}{note}" for name, note in zip(names, notes, strict=True)]
    foot = _LINE * (1 + max((tick.count("<br>") for tick in ticks), default=0)) + 12
    axis = {"tickvals": places, "ticktext": ticks, "range": [-0.55, len(names) - 0.45], "showgrid": False, "ticks": "", "tickangle": 0}
    axes = {
        "xaxis": {**layout["xaxis"], **axis, "automargin": False, "tickfont": {"size": colours.text, "color": colours.ink}},
        "yaxis": {**layout["yaxis"], "range": [picture.smallest - foot_room, picture.largest + room], "visible": False},
        "margin": {"l": 0, "r": 0, "t": 4, "b": round(foot * colours.scale)},
    }
    return go.Figure(data=[trace], layout={**layout, **axes, "annotations": words, "shapes": shapes})


def _column_note(mark: Mark, *, width: int, size: int) -> str:
    """What limits a column, under its name; empty for nothing."""
    if not mark.note:
        return ""
    return f'<br><span style="font-size:{size}px"><i>{wrapped(escape(mark.note, quote=False), width=width)}</i></span>'


def _column_gap(mark: Mark, *, at: int, y: float, colours: Look) -> dict[str, Any]:
    words = wrapped(escape(mark.written, quote=False), width=10)
    return {**_text(f"<i>{words}</i>", x=at, y=y, colours=colours), "xanchor": "center", "yanchor": "middle", "align": "center"}


def _text(text: str, *, x: float, y: float, colours: Look, xref: str = "x") -> dict[str, Any]:
    place = {"xref": xref, "x": x, "y": y, "xanchor": "left", "yanchor": "top", "align": "left"}
    return {"text": text, "showarrow": False, "font": {"size": colours.text, "color": colours.ink}, **place}
