"""The look that all charts share: signs, type sizes, a layout to start from."""

from __future__ import annotations

from typing import Any

from nap_analytics.palette import BAND, GREY, GRID, INK, PAPER, PILLAR_COLOURS
from nap_analytics.wording.language import Language

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
"""The arrow shows the wanted way, not the sign of the number: up is better."""

FONT = "Source Sans, Source Sans Pro, Segoe UI, Arial, sans-serif"
TEXT_SIZE = 15


def pillar_colour(wps_pillar: str | None) -> str:
    """Colour of a pillar by its theme; grey-blue where a plan's money or result belongs to none.

    Raises:
        KeyError: for a theme without a colour.
    """
    return PILLAR_COLOURS[wps_pillar] if isinstance(wps_pillar, str) else GREY


def veiled(colour: str) -> str:
    """The colour at a third of its strength, for a band."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.35)"


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


def outside(labels: list[str], *, size: float = TEXT_SIZE, ink: str = INK) -> dict[str, Any]:
    """The labels beyond the ends of bars, whole and at their size."""
    look = {"textposition": "outside", "constraintext": "none", "cliponaxis": False}
    return {"text": labels, "textfont": {"size": size, "color": ink}, **look}


def wrapped(text: str, *, width: int = 34) -> str:
    """Text broken into lines for a label, at spaces."""
    lines: list[str] = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)
