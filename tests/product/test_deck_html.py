"""The deck as one HTML file, opened from the disk by a Chromium without network."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from nap_analytics.deck import Mark
from nap_analytics.documents.deck.html import deck_html
from nap_analytics.errors import NapError
from nap_analytics.wording.language import language
from tests.browser.findings import serious_findings
from tests.combinations import combinations
from tests.deck_case import CROWDED, deck

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route, ViewportSize

pytestmark = pytest.mark.slow

LANGUAGES = {code: language(code) for code in ("fr", "en")}
DECK = deck()
MODES = ("fr", "en", "fr+en")
THEMES = ("light", "dark")
LAPTOP: ViewportSize = {"width": 1280, "height": 720}
PROJECTOR: ViewportSize = {"width": 1920, "height": 1080}
PHONE: ViewportSize = {"width": 390, "height": 844}

MOST_BYTES = 60_000
SMALLEST_TYPE = 24.0
SMALLEST_TYPE_OF_A_CROWD = 18.0
"""Pixels in a window of 1280 x 720; the second for two languages side by side with more marks than half a window holds."""

_BOXES = """() => [...document.querySelectorAll('main h1, main .legend span, main .chart text, main .foot p')].map(element => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { text: element.textContent, left, top, right, bottom,
        size: parseFloat(getComputedStyle(element).fontSize), foot: element.matches('.foot p') };
})"""


@dataclass
class Screen:
    """The file in a tab, what it asked of the network and what its console said."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, place: str = "", size: ViewportSize = LAPTOP) -> Page:
        """Open the file cold at a place of its address."""
        self.page.goto("about:blank")
        self.page.set_viewport_size(size)
        self.page.goto(f"{self.address}{place}")
        return self.page

    def block(self, route: Route) -> None:
        """Let files through alone."""
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            self.asked.append(route.request.url)
            route.abort()


@pytest.fixture
def screen(chromium: Browser, tmp_path: Path) -> Iterator[Screen]:
    """The file of the story; afterwards nothing may have been asked of a network, and no error be on the console."""
    path = tmp_path / "story.html"
    path.write_bytes(deck_html(DECK, languages=LANGUAGES))
    context = chromium.new_context(offline=True, viewport=LAPTOP)
    seen = Screen(page=context.new_page(), address=path.as_uri())
    context.route("**/*", seen.block)
    seen.page.on("console", lambda message: seen.errors.append(message.text))
    seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
    yield seen
    context.close()
    assert seen.asked == []
    assert seen.errors == []


def titles(mode: str, at: int) -> list[str]:
    return [DECK.scenes[code][at].title for code in mode.split("+")]


def shown_titles(page: Page) -> list[str]:
    return page.locator("main h1").all_text_contents()


def boxes(page: Page) -> list[dict[str, Any]]:
    return page.evaluate(_BOXES)


def outside(found: list[dict[str, Any]], size: ViewportSize) -> list[str]:
    """The texts that reach beyond the window."""
    return [
        box["text"] for box in found if box["left"] < 0 or box["top"] < 0 or box["right"] > size["width"] or box["bottom"] > size["height"]
    ]


def overlapping(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The pairs of texts that cover each other by more than a pixel both ways."""
    return [
        (one["text"], other["text"])
        for number, one in enumerate(found)
        for other in found[number + 1 :]
        if min(one["right"], other["right"]) - max(one["left"], other["left"]) > 1
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 1
    ]


def test_the_file_is_small_and_the_same_for_the_same_deck() -> None:
    made = deck_html(DECK, languages=LANGUAGES)
    assert len(made) < MOST_BYTES
    assert made == deck_html(DECK, languages=LANGUAGES)


def test_ten_scenes_are_small_too() -> None:
    scenes = {code: tuple(replace(own[at % 4], code=str(at)) for at in range(10)) for code, own in DECK.scenes.items()}
    assert len(deck_html(replace(DECK, scenes=scenes), languages=LANGUAGES)) < MOST_BYTES + 20_000


def test_no_text_leaves_the_json() -> None:
    made = deck_html(DECK, languages=LANGUAGES).decode()
    held = re.search(r'<script type="application/json" id="deck">(.*?)</script>', made, re.DOTALL)
    assert held is not None
    assert "<" not in held[1]
    assert json.loads(held[1])["languages"]["fr"]["scenes"][3]["title"] == DECK.scenes["fr"][3].title
    assert made.count("</script") == 2
    assert "innerHTML" not in made
    assert not re.search(r"(?:src|href)=\"?https?:", made)


def test_a_deck_without_scenes_is_refused() -> None:
    with pytest.raises(NapError):
        deck_html(replace(DECK, scenes={"fr": ()}), languages=LANGUAGES)


@pytest.mark.parametrize(("mode", "theme", "size"), combinations(MODES, THEMES, (LAPTOP, PROJECTOR)))
def test_all_scenes_are_presented_by_keyboard(screen: Screen, mode: str, theme: str, size: ViewportSize) -> None:
    page = screen.open(f"#{mode}//{theme}", size)
    assert page.evaluate("document.documentElement.dataset.theme") == theme
    for at, key in enumerate(("Home", "ArrowRight", "PageDown", "Space")):
        page.keyboard.press(key)
        assert shown_titles(page) == titles(mode, at)
        assert [page.locator("main article").nth(number).get_attribute("lang") for number in range(len(mode.split("+")))] == mode.split("+")
        told = page.locator("main .foot p").all_text_contents()
        assert {DECK.stamps[code] for code in mode.split("+")} <= set(told)
        assert sum(DECK.scenes["fr"][at].source in text for text in told) == len(mode.split("+"))
        found = boxes(page)
        assert outside(found, size) == []
        assert overlapping(found) == []
        is_crowded = "+" in mode and DECK.scenes["fr"][at].code in CROWDED
        smallest = (SMALLEST_TYPE_OF_A_CROWD if is_crowded else SMALLEST_TYPE) * size["height"] / LAPTOP["height"]
        assert [box for box in found if box["size"] < smallest - 0.01 and not box["foot"]] == []
    for at, key in ((2, "ArrowLeft"), (1, "PageUp"), (3, "End"), (3, "ArrowRight"), (0, "Home"), (0, "PageUp")):
        page.keyboard.press(key)
        assert shown_titles(page) == titles(mode, at)


PLACES = (*(f"#fr+en/{scene.code.replace('/', '%2F')}" for scene in DECK.scenes["fr"]), "#fr/seats/table/notes", "#fr//list")


@pytest.mark.parametrize(("place", "theme"), combinations(PLACES, THEMES))
def test_no_barrier_to_those_who_cannot_see_or_click(screen: Screen, place: str, theme: str) -> None:
    assert serious_findings(screen.open(f"{place}/{theme}")) == []


def test_the_system_decides_on_light_and_dark_where_nobody_chose(screen: Screen) -> None:
    screen.page.emulate_media(color_scheme="dark")
    page = screen.open()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.get_by_role("button", name=LANGUAGES["fr"]("Dark")).click()
    assert page.evaluate("document.documentElement.dataset.theme") == "light"


@pytest.mark.parametrize(("at", "code"), combinations(range(4), LANGUAGES))
def test_the_table_tells_what_the_deck_tells(screen: Screen, code: str, at: int) -> None:
    page = screen.open(f"#{code}/{DECK.scenes[code][at].code.replace('/', '%2F')}")
    page.get_by_role("button", name=LANGUAGES[code]("Table")).click()
    rows = [row.locator("th, td").all_text_contents() for row in page.locator("main tbody tr").all()]
    assert rows == [_cells(mark, code, at) for mark in DECK.scenes[code][at].picture.marks]
    page.keyboard.press("t")
    assert page.locator("main svg .mark").count() == len(rows)


def _cells(mark: Mark, code: str, at: int) -> list[str]:
    marks = DECK.scenes[code][at].picture.marks
    number = LANGUAGES[code].number
    goals = ["" if mark.goal is None else number(mark.goal)] if any(own.goal is not None for own in marks) else []
    starts = ["" if mark.start is None else number(mark.start)] if any(own.start is not None for own in marks) else []
    notes = [mark.note] if any(own.note for own in marks) else []
    return [mark.name, mark.written, *goals, *starts, *notes]


def test_a_gap_is_an_outlined_slot_and_never_a_bar(screen: Screen) -> None:
    for scene in DECK.scenes["fr"]:
        page = screen.open(f"#fr/{scene.code.replace('/', '%2F')}")
        gaps = [number for number, mark in enumerate(scene.picture.marks) if mark.value is None]
        marks = page.locator("main .mark")
        assert [number for number in range(marks.count()) if marks.nth(number).locator(".gap").count()] == gaps
        assert [number for number in range(marks.count()) if not marks.nth(number).locator(".fill").count()] == gaps


def test_bars_are_as_long_as_their_values(screen: Screen) -> None:
    page = screen.open("#fr/seats")
    whole = page.locator("main .track").first.evaluate("element => element.getBoundingClientRect().width")
    lengths = page.locator("main .fill").evaluate_all("all => all.map(element => element.getBoundingClientRect().width)")
    assert [length / whole * 100 for length in lengths] == pytest.approx([31, 47.5, 0], abs=0.1)


def test_a_reload_keeps_the_place(screen: Screen) -> None:
    page = screen.open()
    page.keyboard.press("End")
    page.get_by_role("button", name="English").click()
    page.keyboard.press("n")
    page.get_by_role("button", name="Dark").click()
    page.reload()
    assert shown_titles(page) == titles("en", 3)
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.locator(".notes p").all_text_contents() == [DECK.scenes["en"][3].notes]
    assert page.title() == f"4. {DECK.scenes['en'][3].title} – {DECK.titles['en']}"


def test_the_list_leads_to_a_scene_and_the_change_is_told(screen: Screen) -> None:
    page = screen.open()
    page.keyboard.press("Escape")
    assert page.locator("main a").all_text_contents() == [scene.title for scene in DECK.scenes["fr"]]
    page.locator("main a").nth(2).click()
    assert shown_titles(page) == titles("fr", 2)
    assert page.locator("[aria-live]").text_content().endswith(titles("fr", 2)[0])
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert shown_titles(page) == titles("fr", 2)


def test_a_mark_tells_more_under_the_pointer_and_the_focus(screen: Screen) -> None:
    page = screen.open("#fr/seats")
    told = [DECK.scenes["fr"][0].picture.marks[0].name, "31\u202f%", "Cible", "Valeur de référence", "Six régions sur dix seulement"]
    first = page.locator("main .mark").first
    first.hover()
    assert all(text in page.locator(".tip").inner_text() for text in told)
    page.mouse.move(0, 0)
    assert page.locator(".tip").is_hidden()
    first.focus()
    assert page.locator(".tip").is_visible()
    assert all(text in (first.get_attribute("aria-label") or "") for text in told)


@pytest.mark.parametrize(("at", "mode"), combinations(range(4), MODES))
def test_a_phone_scrolls_and_cuts_nothing(screen: Screen, at: int, mode: str) -> None:
    page = screen.open(f"#{mode}/{DECK.scenes['fr'][at].code.replace('/', '%2F')}", PHONE)
    found = boxes(page)
    assert found
    assert [box["text"] for box in found if box["left"] < 0 or box["right"] > PHONE["width"]] == []
    assert overlapping(found) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
