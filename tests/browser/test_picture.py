"""The picture in the README shows the overview as it is today; with --whole, NAP_DRAW_PICTURE=1 draws it anew."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.browser.findings import settle

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

PICTURE = Path(__file__).parents[2] / "docs" / "overview.png"
SMALL = (160, 90)
"""Size at which the pictures are compared: the layout remains, the shapes of letters do not."""

TOLERANCE = 1.0
"""Mean difference of grey, of 255, that another browser may make; one plan's card that is missing makes 1.6."""

CARD = (332, 156, 628, 526)
"""Where the card of the first plan stands."""


@pytest.fixture
def overview(visit: Visit) -> bytes:
    """The overview in French on a screen of 1280 by 720, as a picture."""
    page = visit.open("/")
    _wait_for_charts(page)
    return page.screenshot(animations="disabled", caret="hide")


@pytest.mark.whole
def test_picture_of_the_readme_shows_the_overview(overview: bytes) -> None:
    if os.environ.get("NAP_DRAW_PICTURE"):
        PICTURE.write_bytes(overview)
    assert PICTURE.exists(), "draw it by `make picture`"
    told, found = Image.open(PICTURE), Image.open(io.BytesIO(overview))
    assert difference(_small(told), _small(found)) < TOLERANCE, "draw it anew by `make picture`, and look at it"


def test_a_picture_without_one_of_its_cards_is_noticed() -> None:
    whole = Image.open(PICTURE).convert("L")
    lacking = whole.copy()
    lacking.paste(255, CARD)
    assert difference(_small(whole), _small(lacking)) > TOLERANCE


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of grey, from 0 (the same) to 255."""
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


def _small(picture: Image.Image) -> Image.Image:
    return picture.convert("L").resize(SMALL, Image.Resampling.BOX)


def _wait_for_charts(page: Page) -> None:
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    settle(page)
