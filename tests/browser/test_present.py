"""A meeting presented from end to end with the keyboard alone, with no other host, in both languages, light and dark."""

from __future__ import annotations

import io
import re
from itertools import product
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from nap_analytics.kit.storyboard import read_story
from nap_analytics.ui.navigation import PAGES
from nap_analytics.wording.language import language
from tests.browser.conftest import LAPTOP, PROJECTOR, visiting
from tests.browser.findings import serious_findings, settle
from tests.browser.servers import REACHED, SHORT_SCENES, SHORT_STORY, free_port, serving, with_short_story
from tests.combinations import WHOLE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

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


BEGUN: dict[tuple[str, str, str], str] = {}
"""The address of the first scene of each meeting that was begun: by dashboard, story and language."""


def begin(visit: Visit, code: str, *, story: str = "cop", **switches: str) -> Page:
    """Begin the meeting from the lobby; one that was begun is opened at its first scene."""
    page, meeting = visit.page, (visit.address, story, code)
    is_begun = meeting in BEGUN
    if not is_begun:
        visit.open(lobby(story, code))
        leave_the_lobby(page, code)
        BEGUN[meeting] = page.url
    if is_begun or switches:
        page.goto(BEGUN[meeting] + "".join(f"&{name}={value}" for name, value in switches.items()))
        on_scene(page, 1)
    return page


def lobby(story: str, code: str) -> str:
    """Where the meeting begins."""
    return f"/present?story={story}&lang={code}"


def leave_the_lobby(page: Page, code: str) -> None:
    """Begin the meeting whose lobby is open."""
    page.get_by_role("button", name=language(code)("Begin the meeting")).click()
    on_scene(page, 1)


def on_scene(page: Page, number: int) -> None:
    """Wait until the scene stands, its chart drawn."""
    expect(page.locator(f'.stage[data-scene="{number}"]')).to_be_attached()
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    settle(page)


def faults_of_layout(page: Page) -> list[str]:
    """Words that leave the window, are too small, or lie over others."""
    window = page.viewport_size or LAPTOP
    words = page.evaluate(_WORDS)
    assert any(word["limit"] != float("inf") for word in words), "no word of a chart is seen"
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


KEYS = ("ArrowRight", "PageDown", "Space")
SWITCHES = {
    "fr": ("fr", {}),
    "en dark": ("en", {"look": "dark"}),
    "fr both dark": ("fr", {"both": "1", "look": "dark"}),
}
SIZES = {"1280x720": LAPTOP, "1920x1080": PROJECTOR}
KEPT = [("committee", "fr both dark", "1280x720"), (SHORT_STORY, "en dark", "1920x1080")]
"""Presented by default: a shipped story with the most words on each scene, and the scenes of the short one on a projector."""
OTHERS = [one for one in product(["cop", "donors", "committee"], SWITCHES, SIZES) if one not in KEPT]


@pytest.mark.parametrize(("story", "switches", "size"), [*KEPT, *(pytest.param(*one, marks=WHOLE) for one in OTHERS)])
def test_whole_story_is_presented_with_the_keyboard(visit: Visit, story: str, switches: str, size: str) -> None:
    """Every scene fits the stage; the last one has the code of the light page."""
    code, chosen = SWITCHES[switches]
    page = begin(visit, code, story=story, **chosen)
    page.set_viewport_size(SIZES[size])
    expect(page.locator(".stage.large")).to_have_count(int(SIZES[size] == PROJECTOR))
    last = SHORT_SCENES if story == SHORT_STORY else len(read_story(story).entries)
    for number in range(1, last + 1):
        on_scene(page, number)
        assert faults_of_layout(page) == []
        page.keyboard.press(KEYS[number % len(KEYS)])
    picture = Image.open(io.BytesIO(page.screenshot()))
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [f"{REACHED}/light?lang={code}"]
    for key, number in (("Home", 1), ("End", last), ("PageUp", last - 1)):
        page.keyboard.press(key)
        on_scene(page, number)


@pytest.mark.parametrize("code", ["fr", pytest.param("en", marks=WHOLE)])
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


def test_presenters_view_follows_the_stage_and_a_reload_keeps_the_scene(visit: Visit) -> None:
    """A tab that lies behind another draws slowly: the stage is looked at once the view is closed. Both bar nobody, in the light look."""
    page = begin(visit, "fr")
    assert serious_findings(page) == []
    with page.context.expect_page() as opened:
        page.get_by_role("link", name=language("fr")("Presenter’s view")).click()
    second = opened.value
    expect(second.get_by_text("Diapositive 1 sur 7")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(second.get_by_text("Diapositive 2 sur 7")).to_be_visible()
    expect(second.locator(".timer")).to_have_text(re.compile(r"^\d+:\d\d$"))
    assert serious_findings(second) == []
    second.close()
    on_scene(page, 2)
    page.keyboard.press("End")
    on_scene(page, 7)
    page.reload()
    on_scene(page, 7)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=language("fr")("Begin the meeting"))).to_be_visible()


def test_first_visitor_finds_the_page_in_its_frame_and_a_story_goes_on_after_the_server_was_killed(tab: Page, tmp_path: Path) -> None:
    """Nobody has visited the dashboard after its start; telephones cannot reach it, so that the last scene has no code."""
    port, data = free_port(), str(with_short_story(tmp_path))
    with serving(tmp_path, port=port, NAP_DATA=data) as address, visiting(tab, address) as visit:
        page = visit.open(lobby(SHORT_STORY, "en"))
        expect(page.get_by_role("heading", level=1)).to_have_text(PAGES["present"].title)
        expect(page.get_by_test_id("stSidebarNav").get_by_role("link")).to_have_count(len(PAGES))
        leave_the_lobby(page, "en")
        page.keyboard.press("End")
        on_scene(page, SHORT_SCENES)
        assert page.locator(".light-code").count() == 0
        where = page.url
    with serving(tmp_path, port=port, NAP_DATA=data) as address, visiting(tab, address) as visit:
        visit.page.goto(where)
        on_scene(visit.page, SHORT_SCENES)
        visit.page.keyboard.press("Home")
        on_scene(visit.page, 1)
