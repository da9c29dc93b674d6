"""A meeting presented from end to end with the keyboard alone, with no other host, in both languages, light and dark."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from nap_analytics.kit.storyboard import read_story
from nap_analytics.wording.language import language
from tests.browser.conftest import LAPTOP, free_port, serving, visiting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

PROJECTOR = {"width": 1920, "height": 1080}
REACHED = "http://192.0.2.7:8501"
SMALLEST_PIXELS = 24
"""18 points, at 1280 x 720."""

_WORDS = """() => {
    const seen = (one) => { const box = one.getBoundingClientRect(); return box.width > 1 && box.height > 1; };
    const marks = ['.annotation-text', '.bartext', '.xtick text', '.shape-label text'].map((name) => '.js-plotly-plot ' + name);
    const svg = [...document.querySelectorAll(marks.join(', '))];
    const html = [...document.querySelectorAll('.scene-head h1, .scene-head h2, .scene-head p, .scene-foot p')];
    return [...html, ...svg].filter((one) => one.textContent.trim() && seen(one)).map((one) => {
        const box = one.getBoundingClientRect();
        const zoom = Number(getComputedStyle(document.querySelector('[data-testid="stMain"]')).zoom) || 1;
        return {text: one.textContent, left: box.left, right: box.right, top: box.top, bottom: box.bottom,
                limit: one.closest('svg')?.getBoundingClientRect().bottom || Infinity,
                size: parseFloat(getComputedStyle(one).fontSize) * 1, zoom};
    });
}"""


@pytest.fixture(scope="module")
def reachable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a dashboard that telephones are said to reach."""
    with serving(tmp_path_factory.mktemp("reachable"), NAP_ADDRESS=f"{REACHED}/") as address:
        yield address


@pytest.fixture
def telephones(tab: Page, reachable: str) -> Iterator[Visit]:
    """A visit to that dashboard."""
    with visiting(tab, reachable) as visit:
        yield visit


def begin(visit: Visit, code: str, *, story: str = "cop", **switches: str) -> Page:
    """Begin the meeting from the lobby."""
    t = language(code)
    page = visit.open(f"/present?story={story}&lang={code}")
    page.get_by_role("button", name=t("Begin the meeting")).click()
    on_scene(page, 1)
    if switches:
        page.goto(page.url + "".join(f"&{name}={value}" for name, value in switches.items()))
        on_scene(page, 1)
    return page


def on_scene(page: Page, number: int) -> None:
    """Wait until the scene stands, its chart drawn."""
    expect(page.locator(f'.stage[data-scene="{number}"]')).to_be_attached()
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_timeout(400)


def faults_of_layout(page: Page) -> list[str]:
    """Words that leave the window, are too small, or lie over others."""
    window = page.viewport_size or LAPTOP
    words = page.evaluate(_WORDS)
    out = [
        word["text"] for word in words if word["left"] < 0 or word["right"] > window["width"] + 1 or word["bottom"] > window["height"] + 1
    ]
    small = [word["text"] for word in words if word["size"] < SMALLEST_PIXELS - 0.5]
    over = [
        f"{one['text']} | {other['text']}"
        for at, one in enumerate(words)
        for other in words[at + 1 :]
        if min(one["right"], other["right"]) - max(one["left"], other["left"]) > 2
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 3
    ]
    cut = [word["text"] for word in words if word["bottom"] > word["limit"] + 1]
    return [
        *(f"cut: {text}" for text in cut),
        *(f"outside: {text}" for text in out),
        *(f"small: {text}" for text in small),
        *(f"over: {text}" for text in over),
    ]


@pytest.mark.parametrize("size", [LAPTOP, PROJECTOR], ids=["1280x720", "1920x1080"])
@pytest.mark.parametrize(("code", "switches"), [("fr", {}), ("en", {"look": "dark"}), ("fr", {"both": "1", "look": "dark"})])
def test_whole_story_is_presented_with_the_keyboard(visit: Visit, code: str, switches: dict[str, str], size: dict[str, int]) -> None:
    page = begin(visit, code, **switches)
    page.set_viewport_size(size)  # type: ignore[arg-type]
    expect(page.locator(".stage.large")).to_have_count(int(size == PROJECTOR))
    keys = ("ArrowRight", "PageDown", "Space", "ArrowRight", "PageDown", "Space")
    for number in range(1, len(keys) + 2):
        on_scene(page, number)
        assert faults_of_layout(page) == []
        if number <= len(keys):
            page.keyboard.press(keys[number - 1])
    page.keyboard.press("Home")
    on_scene(page, 1)
    page.keyboard.press("End")
    on_scene(page, len(keys) + 1)
    page.keyboard.press("PageUp")
    on_scene(page, len(keys))


@pytest.mark.parametrize("both", ["", "1"], ids=["one language", "both languages"])
@pytest.mark.parametrize("story", ["committee", "cop", "donors"])
def test_stories_fit_the_stage_with_the_code_of_the_light_page(telephones: Visit, story: str, both: str) -> None:
    page = begin(telephones, "fr", story=story, both=both, look="dark" if both else "light")
    count = len(read_story(story).entries)
    for number in range(1, count + 1):
        on_scene(page, number)
        assert faults_of_layout(page) == []
        page.keyboard.press("ArrowRight")
    picture = Image.open(io.BytesIO(page.screenshot()))
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [f"{REACHED}/light?lang=fr"]


@pytest.mark.parametrize("code", ["fr", "en"])
def test_drill_down_and_back_returns_to_the_scene(visit: Visit, code: str) -> None:
    t = language(code)
    page = begin(visit, code, look="dark", both="1")
    page.keyboard.press("ArrowRight")
    on_scene(page, 2)
    page.get_by_role("link", name=t("Drill down")).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/progress\?.*plan=mli-2019"))
    back = page.get_by_role("link", name=t("← Back to scene {scene}", scene=2))
    expect(back).to_be_visible()
    back.focus()
    page.keyboard.press("Enter")
    on_scene(page, 2)
    expect(page.locator(".stage.dark")).to_be_attached()
    expect(page.locator(".scene-head h2")).to_be_visible()


def test_reload_keeps_the_scene(visit: Visit) -> None:
    page = begin(visit, "fr")
    page.keyboard.press("End")
    on_scene(page, 7)
    page.reload()
    on_scene(page, 7)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=language("fr")("Begin the meeting"))).to_be_visible()


def test_presenters_view_follows_the_stage(visit: Visit) -> None:
    page = begin(visit, "fr")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name=language("fr")("Presenter’s view")).click()
    second = opened.value
    expect(second.get_by_text("Diapositive 1 sur 7")).to_be_visible()
    page.keyboard.press("ArrowRight")
    on_scene(page, 2)
    expect(second.get_by_text("Diapositive 2 sur 7")).to_be_visible()
    expect(second.locator(".timer")).to_have_text(re.compile(r"^\d+:\d\d$"))
    second.close()


def test_story_goes_on_after_the_server_was_killed(tab: Page, tmp_path: Path) -> None:
    port = free_port()
    with serving(tmp_path, port=port) as address, visiting(tab, address) as visit:
        page = begin(visit, "fr")
        page.keyboard.press("ArrowRight")
        on_scene(page, 2)
        where = page.url
    with serving(tmp_path, port=port) as address, visiting(tab, address) as visit:
        visit.page.goto(where)
        on_scene(visit.page, 2)
        visit.page.keyboard.press("ArrowRight")
        on_scene(visit.page, 3)
