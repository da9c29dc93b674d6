"""How much room words take in the typeface of the slides, in points, and what to do where there is less.

A slide program breaks the lines itself; these widths, measured on Segoe UI and rounded up, only decide sizes and margins.
"""

from __future__ import annotations

import math

LINE = 1.33
"""Height of a line of text, in its size."""

_NARROW = frozenset("iljtfrI.,;:'’!|()[]-  \u00a0\u202f")
_WIDE = frozenset("mwMWŒœ%@—…")
_BOLD = 1.07


def text_width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Width of a text on one line."""
    return sum(_em(sign) for sign in text) * size * (_BOLD if is_bold else 1)


def _em(sign: str) -> float:
    if sign in _NARROW:
        return 0.34
    if sign in _WIDE:
        return 0.86
    return 0.67 if sign.isupper() else 0.56


def line_count(text: str, size: float, *, width: float, is_bold: bool = False) -> int:
    """Lines that a text takes in the width, broken at spaces; at least one."""
    return sum(_paragraph_lines(paragraph, size, width=width, is_bold=is_bold) for paragraph in text.split("\n"))


def _paragraph_lines(text: str, size: float, *, width: float, is_bold: bool) -> int:
    lines, used, space = 1, 0.0, text_width(" ", size)
    for word in text.split(" "):
        wide = text_width(word, size, is_bold=is_bold)
        if used and used + space + wide > width:
            lines, used = lines + 1, 0.0
        if wide > width:
            lines += math.ceil(wide / width) - 1
            wide %= width
        used += wide + (space if used else 0)
    return lines


def broken(text: str, size: float, *, width: float, is_bold: bool = False) -> list[str]:
    """The lines of a text set in the width, broken at spaces; a word that is wider stays whole."""
    lines = []
    for paragraph in text.splitlines() or [""]:
        line, *words = paragraph.split(" ")
        for word in words:
            if text_width(f"{line} {word}", size, is_bold=is_bold) <= width:
                line = f"{line} {word}"
            else:
                lines.append(line)
                line = word
        lines.append(line)
    return lines


def text_height(text: str, size: float, *, width: float, is_bold: bool = False) -> float:
    """Height of a text set in the width."""
    return line_count(text, size, width=width, is_bold=is_bold) * size * LINE


def fitting_size(text: str, sizes: tuple[int, ...], *, width: float, height: float, is_bold: bool = False) -> int:
    """The first of the sizes at which the text fits; the last where it fits at none."""
    fits = (size for size in sizes if text_height(text, size, width=width, is_bold=is_bold) <= height)
    return next(fits, sizes[-1])


def longest_word(text: str, size: float) -> float:
    """Width of the widest word, which no line may be narrower than."""
    return max((text_width(word, size) for word in text.split()), default=0.0)


def shortened(text: str, size: float, *, width: float, lines: int, tail: str = "") -> str:
    """The text with its tail; where that does not fit, as many of its first words as do, an ellipsis, and the tail."""
    if line_count(text + tail, size, width=width) <= lines:
        return text + tail
    words = text.split(" ")
    while len(words) > 1 and line_count(f"{' '.join(words)} …{tail}", size, width=width) > lines:
        words.pop()
    return f"{' '.join(words)} …{tail}"
