"""The look that all charts share: colours with their reasons, type sizes, a bare figure to start from."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from nap_analytics.wording.language import Language

PILLAR_COLOURS = {
    "participation": "#0077BB",
    "prevention": "#C2560B",
    "protection": "#AA3377",
    "relief_recovery": "#00806F",
    "coordination": "#5F6B76",
}
"""One hue for each theme of the agenda, in every plan, screen and export.

From Paul Tol's colour-blind safe schemes (personal.sron.nl/~pault), orange, teal and grey darkened until each stands at
least 4.5 : 1 against white, for weak projectors.
"""

UNASSIGNED_COLOUR = "#5F6B76"
INK = "#1D2733"
QUIET_INK = "#52606D"
GRID = "#E3E8ED"
BAND = "#DCE3EA"
PAPER = "#FFFFFF"

STATUS_COLOURS = {
    "achieved": "#14532D",
    "on_track": "#4C8C2B",
    "acceleration": "#B98900",
    "limited": "#D1731F",
    "deterioration": "#A61C1C",
    "missed": "#7A1F3D",
    "not_verified": "#5F6B76",
    "not_assessed": "#9AA5B1",
}
STATUS_SYMBOLS = {
    "achieved": "★",
    "on_track": "▲",
    "acceleration": "◆",
    "limited": "■",
    "deterioration": "▼",
    "missed": "×",
    "not_verified": "◇",
    "not_assessed": "○",
}
"""Colour is never the only sign: each status has a symbol of its own, in text and on marks."""

STATUS_MARKERS = {
    "achieved": "star",
    "on_track": "triangle-up",
    "acceleration": "diamond",
    "limited": "square",
    "deterioration": "triangle-down",
    "missed": "x",
    "not_verified": "diamond-open",
    "not_assessed": "circle-open",
}

MOVEMENT_SYMBOLS = {
    "improved": "↗",
    "slightly_improved": "↗",
    "unchanged": "→",
    "mixed": "↕",
    "slightly_worsened": "↘",
    "worsened": "↘",
    "not_judged": "·",
    "unknown": "·",
}
MOVEMENT_COLOURS = {
    "improved": "#14532D",
    "slightly_improved": "#4C8C2B",
    "unchanged": "#52606D",
    "mixed": "#8A6100",
    "slightly_worsened": "#B4530A",
    "worsened": "#A61C1C",
    "not_judged": "#52606D",
    "unknown": "#52606D",
}
"""The arrow shows the wanted way, not the sign of the number: up is better."""

FONT = "Source Sans, Source Sans Pro, Segoe UI, Arial, sans-serif"
TEXT_SIZE = 15


def pillar_colour(wps_pillar: str | None) -> str:
    """Colour of a pillar by its theme; grey-blue where a plan's money or result belongs to none.

    Raises:
        KeyError: for a theme without a colour.
    """
    return PILLAR_COLOURS[wps_pillar] if isinstance(wps_pillar, str) else UNASSIGNED_COLOUR


def veiled(colour: str) -> str:
    """The colour at a third of its strength, for a band."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.35)"


def bare_figure(*, t: Language, height: int) -> go.Figure:
    """An empty figure with our type, margins and number separators, and nothing that is not data."""
    return go.Figure(layout=base_layout(t=t, height=height))


def base_layout(*, t: Language, height: int) -> dict[str, Any]:
    """The layout that all figures share. A figure made of its whole layout at once costs a tenth of one that is updated."""
    axis = {"automargin": True, "fixedrange": True, "gridcolor": GRID, "zeroline": False, "linecolor": GRID, "tickcolor": GRID}
    return {
        "template": "none",
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "font": {"family": FONT, "size": TEXT_SIZE, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "separators": t.separators,
        "showlegend": False,
        "hoverlabel": {"font": {"family": FONT, "size": TEXT_SIZE, "color": INK}, "bgcolor": PAPER, "bordercolor": BAND},
        "dragmode": False,
        "xaxis": dict(axis),
        "yaxis": dict(axis),
    }


def wrapped(text: str, *, width: int = 34) -> str:
    """Text broken into lines for a label, at spaces."""
    lines: list[str] = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)
