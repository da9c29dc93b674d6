"""Contrast of the colours that are ours, by the formula of WCAG 2.2 (1.4.3 text 4.5 : 1, 1.4.11 graphics 3 : 1)."""

from __future__ import annotations

import pytest

from nap_analytics import palette
from nap_analytics.charts.headed_rows import MISSING_LINE, PLAN_COLOUR
from nap_analytics.charts.scene import LOOKS

TEXT, GRAPHIC = 4.5, 3.0


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_formula_gives_the_known_ends() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colour", [palette.INK, palette.QUIET_INK, PLAN_COLOUR, *palette.PILLAR_COLOURS.values()])
def test_words_on_paper_and_paper_words_on_colours_can_be_read(colour: str) -> None:
    assert contrast(colour, palette.PAPER) >= TEXT


@pytest.mark.parametrize("look", LOOKS)
def test_words_of_a_scene_can_be_read(look: str) -> None:
    colours = LOOKS[look]
    assert min(contrast(ink, colours.paper) for ink in (colours.ink, colours.quiet)) >= TEXT
    assert contrast(colours.gap, colours.paper) >= GRAPHIC


@pytest.mark.parametrize("colour", [PLAN_COLOUR, *palette.PILLAR_COLOURS.values()])
def test_bars_stand_out_in_the_light(colour: str) -> None:
    assert contrast(colour, LOOKS["light"].paper) >= GRAPHIC


def test_outline_of_a_gap_stands_out() -> None:
    assert contrast(str(MISSING_LINE["color"]), palette.PAPER) >= GRAPHIC
