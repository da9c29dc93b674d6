"""Every colour of pages, charts and files, written once, as #RRGGBB.

Style sheets, scripts and XML name a colour in lower case between two signs (@petrol@); ``painted`` puts it there.
"""

from __future__ import annotations

import re

PAPER = "#FFFFFF"
PETROL = "#0B5A6B"
"""The house: heads of pages, and a plan as a whole, which belongs to no theme."""

INK, QUIET_INK, GREY = "#1D2733", "#52606D", "#5F6B76"
"""Words of charts and files, quiet words, and what belongs to no theme."""

GAP, LEADER, RULE = "#7B8794", "#9AA5B1", "#C5CDD5"
"""The outline of what is not known, and goals; leaders and axes; thin rules, and baselines."""

GRID, BAND, SLOT = "#E3E8ED", "#DCE3EA", "#BAC4CE"
"""Lines behind a chart, the frame of words on it, the room up to the whole."""

PALE, PARTLY = "#E4EEF0", "#D5E5E8"
"""Petrol, thinned: a total without its years, and what is known in part."""

SILENT, SILENT_RIM = "#F3F5F7", "#B8C2CC"
"""The square of an indicator without any value, and its rim."""

DEEP_GREEN, GREEN, GOLD, ORANGE, RED, WINE = "#14532D", "#4C8C2B", "#B98900", "#D1731F", "#A61C1C", "#7A1F3D"
OCHRE, RUST = "#8A6100", "#B4530A"

PILLAR_COLOURS = {
    "participation": "#0077BB",
    "prevention": "#C2560B",
    "protection": "#AA3377",
    "relief_recovery": "#00806F",
    "coordination": GREY,
}
"""One hue for each theme of the agenda, in every plan, screen and export.

From Paul Tol's colour-blind safe schemes (personal.sron.nl/~pault), orange, teal and grey darkened until each stands at
least 4.5 : 1 against white, for weak projectors.
"""

STATUS_COLOURS = {
    "achieved": DEEP_GREEN,
    "on_track": GREEN,
    "acceleration": GOLD,
    "limited": ORANGE,
    "deterioration": RED,
    "missed": WINE,
    "not_verified": GREY,
    "not_assessed": LEADER,
}
MOVEMENT_COLOURS = {
    "improved": DEEP_GREEN,
    "slightly_improved": GREEN,
    "unchanged": QUIET_INK,
    "mixed": OCHRE,
    "slightly_worsened": RUST,
    "worsened": RED,
    "not_judged": QUIET_INK,
    "unknown": QUIET_INK,
}

NAVY, SAND, PRINTED, TYPED = "#24476B", "#8A6D1F", "#0B4F9E", "#FFF3BF"
"""Workbooks: headings, sheets of what figures start from, numbers as the sources print them, cells to type in."""

CELL_RULE, STRONG_ROW = "#C4CDD5", "#EEF3F8"
GROUP_ROW, PROMPT = "#EEF2F5", "#E9EDF1"
"""The report: a row that heads others, and a place to write."""

PAGE_INK, PAGE_QUIET, PAGE_LEAD = "#1C2A33", "#51626D", "#3A4A54"
"""Words of the pages, quiet ones (6.4 : 1 on white), and those that lead into a finding."""

PAGE_LINE, PAGE_TINT, PAGE_POINTED, PAGE_EDGE, PAGE_HAIR = "#D5DDE1", "#F3F6F7", "#F8FAFB", "#B9C4CA", "#E6EBEE"

SUN = "#F2C14E"
"""The third bar of the logo."""

DARK_STAGE, DARK_QUIET, DARK_GAP = "#101A20", "#B9C6CE", "#8FA1AC"
"""A scene in the dark, its words in the tint of the pages."""

FILE_QUIET, FILE_LINE, FILE_TRACK = "#4A5A64", "#CFD8DD", "#EDF1F3"
"""The presentation as one file."""

DARK_FILE, DARK_FILE_INK, DARK_FILE_QUIET = "#10191F", "#EEF3F5", "#B7C4CB"
DARK_FILE_TRACK, DARK_FILE_PETROL, DARK_FILE_BAND = "#1D2A32", "#7CC7D6", "#083F4B"

_BY_NAME = {name.lower(): colour for name, colour in globals().items() if isinstance(colour, str) and colour.startswith("#")}
_PLACE = re.compile(f"@({'|'.join(_BY_NAME)})@")


def painted(template: str, *, is_bare: bool = False) -> str:
    """A template with the colours in the places of their names; bare where it is of an Office file."""
    return _PLACE.sub(lambda place: bare(_BY_NAME[place[1]]) if is_bare else _BY_NAME[place[1]], template)


def bare(colour: str) -> str:
    """A colour as Office files write it, without its sign."""
    return colour.removeprefix("#")
