"""The same numbers on the slides, in the HTML file, on paper and on the screen: each format read back and held against the deck."""

from __future__ import annotations

import io
import json
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
from pptx import Presentation

from nap_analytics.charts.scene import scene_figure
from nap_analytics.kit import storyboard
from nap_analytics.kit.files import KIT
from nap_analytics.language import language
from nap_analytics.scene import Deck
from nap_analytics.warehouse import open_warehouse

ROOT = Path(__file__).parents[2]
FR = language("fr")

Numbers = list[list[float | None]]


@pytest.fixture(scope="module", params=storyboard.story_names())
def deck(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Deck:
    """Each shipped story with the shipped data."""
    warehouse = open_warehouse(folder=ROOT / "data", workspace=tmp_path_factory.mktemp("workspace"))
    return storyboard.tell(storyboard.read_story(request.param), warehouse=warehouse, viewed_on=date(2026, 11, 22))[0]


def values(deck: Deck) -> Numbers:
    """The numbers of each scene."""
    return [[mark.value for mark in scene.picture.marks] for scene in deck.scenes["fr"]]


def test_slides_hold_the_numbers_of_the_deck(deck: Deck) -> None:
    slides = Presentation(io.BytesIO(KIT["pptx"](deck, FR))).slides
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    units = [scene.picture.unit for scene in deck.scenes["fr"]]
    named = [{series.name: list(series.values) for series in chart.plots[0].series} for chart in charts]
    drawn = [own[unit] for own, unit in zip(named, units, strict=True)]
    assert [sorted(own, key=str) for own in drawn] == [sorted(own, key=str) for own in values(deck)]


def test_html_file_holds_the_numbers_of_the_deck(deck: Deck) -> None:
    text = KIT["html"](deck, FR).decode("utf-8")
    found = json.loads(re.search(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', text, re.DOTALL)[1])  # type: ignore[index]
    told = json.dumps(found, ensure_ascii=False)
    for scene in deck.scenes["fr"]:
        for mark in scene.picture.marks:
            assert json.dumps(mark.written, ensure_ascii=False) in told


def test_paper_says_the_numbers_of_the_deck(deck: Deck, tmp_path: Path) -> None:
    (tmp_path / "deck.pdf").write_bytes(KIT["pdf"](deck, FR))
    subprocess.run(["pdftotext", "-raw", "deck.pdf", "deck.txt"], cwd=tmp_path, check=True)
    plain = re.sub(r"\s+", "", (tmp_path / "deck.txt").read_text(encoding="utf-8"))
    missing = [
        mark.written
        for scene in deck.scenes["fr"]
        for mark in scene.picture.marks
        if mark.value is not None and re.sub(r"\s+", "", mark.written.split(" · ")[0]) not in plain
    ]
    assert missing == []


def test_screen_draws_the_numbers_of_the_deck(deck: Deck) -> None:
    figures = [scene_figure(scene.picture, look="light", height=400, t=FR) for scene in deck.scenes["fr"]]
    assert [list(figure.data[0].x if figure.data[0].orientation == "h" else figure.data[0].y) for figure in figures] == values(deck)
