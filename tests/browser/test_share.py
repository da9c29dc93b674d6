"""One view handed on: its link, a sentence, pictures that bear title and source; on a telephone, without a clipboard."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import etree
from PIL import Image
from playwright.sync_api import expect

from nap_analytics.wording.language import language
from tests.browser.conftest import TELEPHONE
from tests.browser.findings import serious_findings, settle, too_wide
from tests.combinations import WHOLE

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Visit

SVG = "{http://www.w3.org/2000/svg}"
LEAST_SCALE = 2
LEAST_PIXELS_FOR_PAPER = 1600

VIEWS = [
    pytest.param("/", "coverage", id="overview-fr", marks=WHOLE),
    pytest.param("/budgets?lang=en", "totals", id="totals-en"),
    pytest.param("/budgets?prices=2023", "years", id="years-fr", marks=WHOLE),
    pytest.param("/progress?lang=en&as_of=2021-12-31", "series", id="series-en"),
    pytest.param("/indicators", "values", id="values-fr"),
]

MEETING_PARTS = """svg => {
    const sheet = document.createElement("div");
    sheet.style.cssText = "position:absolute;top:0;left:0;z-index:100";
    sheet.innerHTML = svg;
    document.body.append(sheet);
    const whole = sheet.firstElementChild.getBoundingClientRect();
    const plot = sheet.querySelector(".plot");
    const frame = sheet.querySelector("#plot-frame rect");
    const shift = plot.transform.baseVal.getItem(0).matrix.f;
    const [plotTop, plotEnd] = [whole.top + shift, whole.top + shift + Number(frame.getAttribute("height"))];
    const words = [...sheet.querySelectorAll("svg > text")];
    const boxes = words.map(text => ({text: text.textContent, box: text.getBoundingClientRect()}));
    const isInside = box => box.left >= whole.left && box.right <= whole.right && box.top >= whole.top && box.bottom <= whole.bottom;
    const cut = boxes.filter(({box}) => !isInside(box));
    const onPlot = boxes.filter(({box}) => box.bottom > plotTop + 1 && box.top < plotEnd - 1);
    const onEachOther = boxes.slice(1).filter(({box}, at) => box.top < boxes[at].box.bottom - 2);
    sheet.remove();
    return [...cut, ...onPlot, ...onEachOther].map(({text}) => text);
}"""
"""Words of a picture that are cut, or stand on the chart or on other words."""


WITHOUT_CLIPBOARD = "() => { Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true}); }"
"""What a browser offers at a plain http address that is not its own computer."""


@dataclass(frozen=True)
class Shared:
    """The opened control of one view."""

    page: Page
    control: Locator

    def open(self) -> None:
        """Open the control."""
        self.control.locator("summary").click()

    def press(self, task: str) -> None:
        """Press one of its buttons."""
        self.control.locator(f"[data-share={task}]").click()

    def copied(self, task: str) -> str:
        """What lies in the clipboard once the button has been pressed and has said so."""
        self.control.get_by_role("status").evaluate("told => { told.textContent = ''; }")
        self.press(task)
        expect(self.control.get_by_role("status")).not_to_be_empty()
        return self.page.evaluate("navigator.clipboard.readText()")

    def saved(self, task: str) -> tuple[str, bytes]:
        """Name and bytes of the file that the button saves."""
        with self.page.expect_download() as download:
            self.press(task)
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

    def attribute(self, name: str) -> str:
        """What the control knows of its view."""
        return self.control.get_attribute(f"data-{name}") or ""


def share(visit: Visit, path: str, key: str, *, is_opened: bool = True) -> Shared:
    """Open a page and the control of one of its views."""
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=visit.address)
    page = visit.open(path)
    drawn = page.locator(f".st-key-{key}-chart .main-svg").first
    if page.locator(f".st-key-{key}-chart").count():
        drawn.wait_for(state="attached")
    shared = Shared(page, page.locator(f".share[data-key={key}]"))
    if is_opened:
        shared.open()
    return shared


def squeezed(text: str) -> str:
    """The text with one plain space for each gap, so that the line it is broken on does not count."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/budgets?view=division&plan=mli-2012&currency=USD", "fr"),
        pytest.param("/budgets?view=division&lang=en", "en", marks=WHOLE),
    ],
)
def test_link_has_address_filters_and_chart_and_sentence_has_finding_source_and_date(visit: Visit, path: str, code: str) -> None:
    """The link opens at its chart."""
    shared = share(visit, f"{path}#activities", "activities", is_opened=False)
    page, t = shared.page, language(code)
    expect(page.locator("[data-anchor=activities]")).to_be_focused()
    page.wait_for_function("document.querySelector('[data-anchor=activities]').getBoundingClientRect().top < 120")
    shared.open()
    assert shared.copied("link") == f"{visit.address}{path}#activities"
    finding = page.locator("[data-anchor=pillars]").inner_text()
    source = page.locator(".st-key-pillars-foot .source-line").inner_text().partition(":")[2].strip()
    date = page.locator(".data-date").inner_text().removeprefix(t("Data as of {date}", date=""))
    pillars = Shared(page, page.locator(".share[data-key=pillars]"))
    pillars.open()
    sentence, link = pillars.copied("sentence"), f"{visit.address}{path}#pillars"
    known = t("{finding} (source: {source}; data as of {date})", finding=finding.rstrip("."), source=source, date=date)
    assert squeezed(sentence) == squeezed(f"{known} {link}")


def test_register_offers_link_and_sentence_alone_and_no_link_tells_which_scene_its_sender_came_from(visit: Visit) -> None:
    shared = share(visit, "/progress?lang=en&pillar=1&back=meeting~3", "to-do")
    names = shared.control.get_by_role("button").all_inner_texts()
    assert names == ["Copy the link", "Copy a sentence for a message"]
    assert shared.copied("link") == f"{visit.address}/progress?lang=en&pillar=1#to-do"
    chart = Shared(shared.page, shared.page.locator(".share[data-key=pillars]"))
    chart.open()
    assert parse_qs(urlsplit(chart.copied("link")).query) == {"lang": ["en"], "pillar": ["1"]}


@pytest.mark.parametrize(("path", "key"), VIEWS)
def test_drawing_and_picture_bear_title_source_date_and_every_word_of_the_chart(visit: Visit, path: str, key: str) -> None:
    """Drawn on a laptop and, after the window has become narrow, on a telephone."""
    shared = share(visit, path, key)
    expect(shared.page.locator(".modebar-btn")).to_have_count(0)
    on_page = shared.page.locator(f".st-key-{key}-chart .main-svg text").all_text_contents()
    name, content = shared.saved("svg")
    drawing = etree.fromstring(content)
    words = [squeezed("".join(text.itertext())) for text in drawing.iter(f"{SVG}text")]
    assert name == f"{shared.attribute('file')}.svg"
    for part in ("about", "title", "lead-in", "source", "stamp"):
        assert squeezed(shared.attribute(part)) in words or not shared.attribute(part), part
    assert [text for text in on_page if squeezed(text) not in words] == []
    assert any(re.search(r"\d", text) for text in on_page)
    assert_asks_nothing_of_anybody(drawing)
    assert shared.page.evaluate(MEETING_PARTS, content.decode("utf-8")) == []
    assert_is_the_drawing_at_twice_its_size(shared, drawing)
    shared.page.set_viewport_size(TELEPHONE)
    settle(shared.page)
    assert shared.page.evaluate(MEETING_PARTS, shared.saved("svg")[1].decode("utf-8")) == []
    assert Image.open(io.BytesIO(shared.saved("png")[1])).width >= LEAST_PIXELS_FOR_PAPER


@pytest.mark.whole
@pytest.mark.parametrize(("path", "key"), VIEWS)
def test_drawing_on_a_telephone_from_the_start_is_whole_and_stands_clear_of_the_chart(visit: Visit, path: str, key: str) -> None:
    visit.page.set_viewport_size(TELEPHONE)
    shared = share(visit, path, key)
    assert shared.page.evaluate(MEETING_PARTS, shared.saved("svg")[1].decode("utf-8")) == []
    assert Image.open(io.BytesIO(shared.saved("png")[1])).width >= LEAST_PIXELS_FOR_PAPER


def assert_asks_nothing_of_anybody(drawing: etree._Element) -> None:
    """Its fonts are in it, and it has neither scripts nor pictures from elsewhere."""
    referred = [value for part in drawing.iter() for name, value in part.attrib.items() if name.endswith(("href", "src"))]
    urls = re.findall(r"url\((?:['\"]|&quot;)?([^)'\"&]{1,20})", etree.tostring(drawing, encoding="unicode"))
    assert [value for value in [*referred, *urls] if not value.startswith(("#", "data:font/woff2"))] == []
    assert list(drawing.iter(f"{SVG}script", f"{SVG}image", f"{SVG}foreignObject")) == []
    assert any(value.startswith("data:font/woff2") for value in urls)


def assert_is_the_drawing_at_twice_its_size(shared: Shared, drawing: etree._Element) -> None:
    """The picture that is saved has title, chart and source in their places, on white."""
    name, content = shared.saved("png")
    picture = Image.open(io.BytesIO(content)).convert("L")
    width, height = (float(drawing.get(side)) for side in ("width", "height"))
    assert name == f"{shared.attribute('file')}.png"
    assert picture.size == pytest.approx((LEAST_SCALE * width, LEAST_SCALE * height), abs=LEAST_SCALE)
    parts = {"title": (0, 0.14), "chart": (0.25, 0.7), "source": (0.88, 1)}
    inked = {part: darkest(picture, *span) for part, span in parts.items()}
    assert {part: level for part, level in inked.items() if level > 140} == {}
    assert picture.getpixel((2, 2)) == 255


def darkest(picture: Image.Image, top: float, bottom: float) -> int:
    """The darkest grey in a band of the picture, from 0 (black) to 255."""
    return picture.crop((0, int(top * picture.height), picture.width, int(bottom * picture.height))).getextrema()[0]


def test_control_closes_when_the_reader_goes_on_and_works_after_a_rerun(visit: Visit) -> None:
    shared = share(visit, "/budgets?lang=en", "totals")
    other = shared.page.locator(".share[data-key=years] > summary")
    other.click()
    assert shared.page.locator(".share[open]").evaluate_all("all => all.map(one => one.dataset.key)") == ["years"]
    shared.page.get_by_role("heading", level=1).click()
    expect(shared.page.locator(".share[open]")).to_have_count(0)
    visit.click(shared.page.get_by_role("radiogroup", name="Currency").get_by_role("radio").nth(1))
    again = Shared(shared.page, shared.page.locator(".share[data-key=totals]"))
    again.open()
    assert "currency=EUR" in again.copied("link")
    assert again.saved("svg")[0] == "budget-totals-eur-2023-total-amount-per-year-of-the-plan-en.svg"


def test_without_a_clipboard_the_text_is_copied_all_the_same_or_marked_to_copy_by_hand(visit: Visit) -> None:
    """The control is open on a telephone, fits it, and bars nobody."""
    visit.page.set_viewport_size(TELEPHONE)
    shared = share(visit, "/budgets?lang=en", "totals")
    assert too_wide(shared.page) == []
    sizes = shared.control.locator("summary, button").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(sizes) >= 24
    assert serious_findings(shared.page) == []
    shared.page.evaluate(WITHOUT_CLIPBOARD)
    shared.press("link")
    expect(shared.control.get_by_role("status")).to_have_text("Link copied")
    expect(shared.control.locator("textarea")).to_be_hidden()
    shared.page.evaluate("() => { document.execCommand = () => false; }")
    shared.press("link")
    expect(shared.control.get_by_role("textbox")).to_have_value(f"{visit.address}/budgets?lang=en#totals")
    expect(shared.control.get_by_role("status")).to_have_text("Press Ctrl+C to copy the marked text")
    marked = "field => field.value.slice(field.selectionStart, field.selectionEnd) === field.value"
    assert shared.control.get_by_role("textbox").evaluate(marked)
