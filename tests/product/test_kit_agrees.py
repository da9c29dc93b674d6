"""The same numbers on slides, in the workbook, in the HTML file, on paper and on the screen: each read back, held against the deck."""

from __future__ import annotations

import io
import json
import re
import subprocess
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pptx import Presentation

from nap_analytics.charts.scene import scene_figure
from nap_analytics.deck import Deck, Mark
from nap_analytics.kit import storyboard
from nap_analytics.kit.files import KIT
from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.language import Language, language, language_codes

ROOT = Path(__file__).parents[2]
MILLION = 1_000_000

Numbers = list[list[float | None]]
"""For each scene, the number of each mark; None: not known."""


@dataclass(frozen=True)
class Taken:
    """What was taken away of a story in one language, read back."""

    deck: Deck
    t: Language
    folder: Path

    @property
    def in_deck(self) -> Numbers:
        """The numbers of the deck."""
        return [[mark.value for mark in scene.picture.marks] for scene in self.deck.scenes[self.t.code]]

    @cached_property
    def on_slides(self) -> Numbers:
        """The numbers of the native charts' first series."""
        slides = Presentation(io.BytesIO(KIT["pptx"](self.deck, self.t))).slides
        charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
        return [list(chart.plots[0].series[0].values) for chart in charts]

    @cached_property
    def in_workbook(self) -> Numbers:
        """The numbers of the column of values, down to the total or the end of the table."""
        _, *sheets = openpyxl.load_workbook(io.BytesIO(KIT["xlsx"](self.deck, self.t)), data_only=True)
        return [self._values_of(sheet) for sheet in sheets]

    def _values_of(self, sheet: Any) -> list[float | None]:
        rows = [row[:2] for row in sheet.iter_rows(values_only=True)]
        names = [name for name, _ in rows]
        first = names.index(self.t("Name")) + 1
        ends = [at for at in range(first, len(names)) if names[at] in (None, self.t("Total"))]
        return [value for _, value in rows[first : ends[0]]]

    @cached_property
    def on_page(self) -> list[list[dict[str, Any]]]:
        """The marks of the HTML file."""
        text = KIT["html"](self.deck, self.t).decode("utf-8")
        found = json.loads(re.search(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', text, re.DOTALL)[1])  # type: ignore[index]
        return [scene["picture"]["marks"] for scene in found["languages"][self.t.code]["scenes"]]

    @cached_property
    def on_paper(self) -> list[str]:
        """The words of each printed page without their spaces."""
        path = self.folder / f"{self.deck.story}-{self.t.code}.pdf"
        path.write_bytes(KIT["pdf"](self.deck, self.t))
        text = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True).stdout.decode("utf-8")
        return [squeezed(page) for page in text.removesuffix("\f").split("\f")]

    @cached_property
    def on_screen(self) -> Numbers:
        """The numbers of the figures that the stage draws."""
        figures = [scene_figure(scene.picture, look="light", height=400, t=self.t) for scene in self.deck.scenes[self.t.code]]
        return [list(figure.data[0].x if figure.data[0].orientation == "h" else figure.data[0].y) for figure in figures]

    def parsed(self, mark: Mark, *, on: str) -> float | None:
        """The number that a page says for a mark, to the decimals that it says; None where it says that there is none."""
        written = squeezed(mark.written.split(" · ")[0])
        assert written in on, f"{mark.name}: {mark.written}"
        decimal, group = (re.escape(sign) for sign in self.t.separators)
        group = "" if squeezed(self.t.separators) == self.t.decimal_mark else group
        found = re.search(rf"\d+(?:{group}\d{{3}})*(?:{decimal}\d+)?(M?)", written)
        if mark.value is None:
            assert found is None
            return None
        assert found is not None
        plain = re.sub(group, "", found[0].removesuffix("M")) if group else found[0].removesuffix("M")
        whole, _, decimals = plain.partition(self.t.decimal_mark)
        scale = MILLION if found[1] else 1
        said, step = float(f"{whole}.{decimals or 0}") * scale, scale / 10 ** len(decimals)
        return mark.value if abs(said - mark.value) <= step * 0.5001 else said


def squeezed(text: str) -> str:
    """The text without spaces of any kind."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module", params=storyboard.story_names())
def deck(request: pytest.FixtureRequest, real: Warehouse) -> Deck:
    """Each shipped story with the shipped data."""
    return storyboard.story_deck(storyboard.read_story(request.param), warehouse=real, viewed_on=date(2026, 11, 22))[0]


@pytest.fixture(scope="module", params=language_codes())
def taken(request: pytest.FixtureRequest, deck: Deck, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    """Each story in each language."""
    return Taken(deck, language(request.param), tmp_path_factory.mktemp("paper"))


def test_slides_hold_the_numbers_of_the_deck(taken: Taken) -> None:
    assert taken.on_slides == taken.in_deck


def test_workbook_holds_the_numbers_of_the_deck(taken: Taken) -> None:
    assert taken.in_workbook == taken.in_deck


def test_html_file_holds_the_numbers_of_the_deck_and_what_is_written(taken: Taken) -> None:
    assert [[mark.get("value") for mark in marks] for marks in taken.on_page] == taken.in_deck
    written = [[mark.written for mark in scene.picture.marks] for scene in taken.deck.scenes[taken.t.code]]
    assert [[mark["written"] for mark in marks] for marks in taken.on_page] == written


def test_paper_says_the_numbers_of_the_deck(taken: Taken) -> None:
    assert _on_paper(taken) == taken.in_deck


def test_screen_draws_the_numbers_of_the_deck(taken: Taken) -> None:
    assert taken.on_screen == taken.in_deck


def test_slides_workbook_html_paper_and_screen_say_the_same(taken: Taken) -> None:
    """Each number is read from the file itself; what is on paper is read as far as its decimals go."""
    in_html = [[mark.get("value") for mark in marks] for marks in taken.on_page]
    for all_of_a_scene in zip(taken.in_deck, taken.on_slides, taken.in_workbook, in_html, _on_paper(taken), taken.on_screen, strict=True):
        deck, *others = all_of_a_scene
        assert deck
        assert others == [deck] * len(others)


def _on_paper(taken: Taken) -> Numbers:
    scenes = taken.deck.scenes[taken.t.code]
    return [[taken.parsed(mark, on=page) for mark in scene.picture.marks] for scene, page in zip(scenes, taken.on_paper, strict=True)]
