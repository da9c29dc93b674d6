"""Where everything in a chart stands, decided before it is drawn: sizes of type, room for names and labels, the end of the axis.

All lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nap_analytics.documents.shared.fit import LINE, line_count, longest_word, shortened, text_width

if TYPE_CHECKING:
    from nap_analytics.deck import Mark, Picture
    from nap_analytics.wording.language import Language

TYPE = 18
"""Size of names, values and the unit: read from the last row."""

_GAP, _GAP_OF_GROUPS = 0.5, 0.35
"""Room between two marks, in widths of a bar: where each has one bar, and where goals or starts stand beside."""

PAD = 14.0
_SMALLER = (TYPE, 16, 14)
_SMALLEST_NAME = 12
_SMALLEST_LABEL = 11
_FIGURE, _COMMA = 0.72, 0.53
"""Height of a figure, and from its middle to the foot of a comma, in sizes of the type."""

_MOST_OF_WIDTH = 0.4
_MOST_OF_HEIGHT = 0.5
_MOST_LINES = 4


@dataclass(frozen=True)
class Series:
    """One series of the chart: its name, its numbers, and what is written at each."""

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """The names of the marks: as they are shown, their size, the room kept for them, whether they stand upright."""

    shown: tuple[str, ...]
    size: int
    room: float
    is_turned: bool = False


@dataclass(frozen=True)
class Plan:
    """A chart that fits.

    Attributes:
        series: What was reached first, then goals, then starts, where there are any.
        names: The names under or beside the marks.
        head: Height kept above the plot, for the unit or the legend.
        left: Width kept beside the plot.
        below: Height kept under the plot.
        gap: Room between two marks, in widths of a bar.
        sizes: Size of the labels of what was reached, and of those of goals and starts; 0 where there is no room for these.
        is_turned: The labels stand upright.
        end: The number at the end of the plot, such that the labels beyond the marks still lie within it.
    """

    series: tuple[Series, ...]
    names: Names
    head: float
    left: float
    below: float
    gap: float
    sizes: tuple[int, int]
    is_turned: bool
    end: float

    def says_all(self, picture: Picture) -> bool:
        """False where a name had to be shortened or a label left out."""
        names = tuple(name.replace("\n", " ") for name in self.names.shown)
        return names == tuple(full_name(mark) for mark in picture.marks) and (len(self.series) == 1 or self.sizes[1] > 0)


def plan_chart(picture: Picture, t: Language, *, width: float, height: float) -> Plan:
    """The chart of a picture in so much room."""
    series = chart_series(picture, t)
    head = _head(series, width=width)
    if picture.kind == "bars":
        return _plan_bars(picture, series, head=head, width=width, height=height - head)
    return _plan_columns(picture, series, t=t, head=head, width=width, height=height - head)


def _plan_bars(picture: Picture, series: tuple[Series, ...], *, head: float, width: float, height: float) -> Plan:
    below = TYPE * LINE + 6 if picture.whole else 4.0
    names = _names_beside(picture, width=width, height=height - below)
    gap = _gap(series)
    pitch = (height - below) / len(picture.marks) / (len(series) + gap)
    end = _axis_end(picture, series, along=width - names.room - 2 * PAD, is_upright=False)
    return Plan(series, names, head, names.room, below, gap, _label_sizes(pitch), is_turned=False, end=end)


def _plan_columns(picture: Picture, series: tuple[Series, ...], *, t: Language, head: float, width: float, height: float) -> Plan:
    left = text_width(t.number(picture.whole), TYPE) + PAD if picture.whole else PAD
    slot = (width - left - 2 * PAD) / len(picture.marks)
    names = _names_below(picture, slot=slot, height=height)
    gap = _gap(series)
    across = slot if len(series) == 1 else slot / (len(series) + gap)
    is_turned = max(text_width(label, TYPE, is_bold=True) for each in series for label in each.labels) + 4 > across
    end = _axis_end(picture, series, along=height - names.room, is_upright=not is_turned)
    sizes = _label_sizes(across) if is_turned else (TYPE, TYPE)
    return Plan(series, names, head, left, names.room, gap, sizes, is_turned, end)


def _gap(series: tuple[Series, ...]) -> float:
    return _GAP if len(series) == 1 else _GAP_OF_GROUPS


def _label_sizes(pitch: float) -> tuple[int, int]:
    """Sizes of the labels of neighbouring bars such that their figures do not touch; smaller than the rest where bars are many.

    A second size of 0: the bars lie too close for labels of their own.
    """
    for size in _SMALLER:
        beside = int((pitch - size * _COMMA) * 2 / _FIGURE)
        if beside >= _SMALLEST_LABEL:
            return size, min(size, beside)
    return _SMALLER[-1], 0


def chart_series(picture: Picture, t: Language) -> tuple[Series, ...]:
    """The marks as a spreadsheet has them: one column for what was reached, one each for goals and starts."""
    marks = picture.marks
    written = tuple("" if mark.value is None else mark.written for mark in marks)
    found = [Series(picture.unit, tuple(mark.value for mark in marks), written)]
    sides = ((picture.goal_name, [mark.goal for mark in marks]), (picture.start_name, [mark.start for mark in marks]))
    for name, values in sides:
        if any(value is not None for value in values):
            labels = tuple("" if value is None else t.number(value) for value in values)
            found.append(Series(name, tuple(values), labels))
    return tuple(found)


def full_name(mark: Mark) -> str:
    """The name; of a gap with the words for it, as a bar that is not there cannot tell them."""
    return f"{mark.name}{_tail(mark)}"


def _tail(mark: Mark) -> str:
    return f" ({mark.written})" if mark.value is None else ""


def _head(series: tuple[Series, ...], *, width: float) -> float:
    """Height of the unit as a heading, or of the legend; a heading is broken before it is as wide as the chart."""
    if len(series) == 1:
        return line_count(series[0].name, TYPE, width=width * 0.75) * TYPE * LINE + 8
    wanted = sum(text_width(each.name, TYPE) + 40 for each in series)
    return TYPE * LINE * (1 + int(wanted / width)) + 6


def _names_beside(picture: Picture, *, width: float, height: float) -> Names:
    marks, pitch = picture.marks, height / len(picture.marks)
    room = min(max(text_width(full_name(mark), TYPE) for mark in marks) + PAD, width * _MOST_OF_WIDTH)
    for size in _SMALLER:
        lines = max(line_count(full_name(mark), size, width=room - PAD) for mark in marks)
        if lines == 1 or lines * size * LINE <= pitch:
            return Names(tuple(full_name(mark) for mark in marks), size, room)
    size = _SMALLER[-1]
    lines = max(1, int(pitch / (size * LINE)))
    return Names(tuple(shortened(mark.name, size, width=room - PAD, lines=lines, tail=_tail(mark)) for mark in marks), size, room)


def _names_below(picture: Picture, *, slot: float, height: float) -> Names:
    names = tuple(full_name(mark) for mark in picture.marks)
    for size in (*_SMALLER, _SMALLEST_NAME):
        lines = max(line_count(name, size, width=slot - 4) for name in names)
        if lines <= _MOST_LINES and max(longest_word(name, size) for name in names) <= slot - 4:
            return Names(names, size, lines * size * LINE + 8)
    return _names_upright(picture, slot=slot, height=height)


def _names_upright(picture: Picture, *, slot: float, height: float) -> Names:
    """Names that stand upright, the words for a gap on a second line."""
    size = min(_SMALLER[-1], max(_SMALLEST_NAME, int(slot / LINE)))
    tails = [_tail(mark).strip() for mark in picture.marks]
    widest = max(text_width(line, size) for mark, tail in zip(picture.marks, tails, strict=True) for line in (mark.name, tail))
    room = min(widest + PAD, height * _MOST_OF_HEIGHT)
    names = [shortened(mark.name, size, width=room - PAD, lines=1) for mark in picture.marks]
    shown = tuple("\n".join(filter(None, pair)) for pair in zip(names, tails, strict=True))
    return Names(shown, size, room, is_turned=True)


def _axis_end(picture: Picture, series: tuple[Series, ...], *, along: float, is_upright: bool) -> float:
    """The end of the scale, or further where a label would not fit behind its mark."""
    ends = [picture.largest]
    for each in series:
        for value, label in zip(each.values, each.labels, strict=True):
            if value is not None:
                needed = TYPE * LINE + 6 if is_upright else text_width(label, TYPE, is_bold=True) + PAD
                ends.append(value * along / max(along - needed, along * 0.25))
    return max(ends)
