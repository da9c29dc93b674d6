"""Filters live in the address: a choice is written there, and stays through a reload and a change of language."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal, get_args
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from nap_analytics.wording.language import language
from tests.browser.findings import settle
from tests.combinations import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Visit

Role = Literal["radiogroup", "combobox", "toolbar", "textbox"]


@dataclass(frozen=True)
class Filter:
    """One filter of a page.

    Attributes:
        page: The page it stands on, with what must be chosen before it appears.
        parameter: Its name in the address.
        label: Its label in English.
        role: What it is to a screen reader.
        position: The option to choose, none of which is the one shown at first.
    """

    page: str
    parameter: str
    label: str
    role: Role
    position: int = 1

    def __str__(self) -> str:
        return f"{self.page.partition('?')[0]}-{self.parameter}"


FILTERS = [
    Filter("progress", "plan", "Plan", "radiogroup"),
    Filter("progress", "as_of", "As of", "combobox", position=3),
    Filter("progress", "pillar", "Priority", "combobox"),
    Filter("progress", "status", "Status", "toolbar"),
    Filter("indicators", "plan", "Plan", "radiogroup"),
    Filter("indicators", "pillar", "Priority", "combobox", position=2),
    Filter("indicators", "indicator", "Indicator", "combobox", position=0),
    Filter("indicators", "q", "Search", "textbox"),
    Filter("plans", "view", "What to compare", "radiogroup", position=3),
    Filter("plans?view=themes", "reading", "Reading of the crosswalk", "radiogroup"),
    Filter("budgets", "view", "Question", "radiogroup", position=1),
    Filter("budgets", "currency", "Currency", "radiogroup", position=2),
    Filter("budgets", "prices", "Prices", "combobox"),
    Filter("budgets?view=division", "by", "Grouped by", "radiogroup"),
    Filter("budgets", "per", "What is counted", "radiogroup", position=2),
    Filter("budgets", "over", "Over what time", "radiogroup", position=1),
    Filter("data", "section", "Section", "radiogroup", position=2),
    Filter("data", "table", "Table or view", "combobox", position=4),
    Filter("sources", "section", "Section", "radiogroup", position=3),
]

TOGETHER = [
    ("progress", ("pillar", "status")),
    ("indicators", ("indicator", "q")),
    ("plans", ("view", "reading")),
    ("budgets", ("currency", "prices")),
    ("data", ("section",)),
]
"""Filters of a page that are chosen in one visit, one after the other, each seen once the one before it is chosen."""

OTHERS = [
    ("progress", ("plan",)),
    ("progress", ("as_of",)),
    ("indicators", ("plan",)),
    ("indicators", ("pillar",)),
    ("budgets", ("per", "over")),
    ("budgets", ("view", "by")),
    ("data", ("table",)),
    ("sources", ("section",)),
]
"""The same, of filters that are built as those above."""


def _group(page: str, parameters: tuple[str, ...]) -> list[Filter]:
    own = {asked.parameter: asked for asked in FILTERS if asked.page.partition("?")[0] == page}
    return [own[parameter] for parameter in parameters]


GROUPS = [
    pytest.param(_group(page, parameters), id=f"{page}-{'-'.join(parameters)}", marks=WHOLE if (page, parameters) in OTHERS else ())
    for page, parameters in TOGETHER + OTHERS
]

SETTLED_WITHIN_SECONDS = 10

WORDS = "Mopti"
"""Words to search for that are the same in both languages."""


def widget(page: Page, asked: Filter, *, code: str) -> Locator:
    """The filter as it stands on the page in a language."""
    return page.get_by_role(asked.role, name=language(code)(asked.label), exact=True)


def choose(page: Page, asked: Filter, *, code: str) -> None:
    """Choose the option as a visitor does."""
    found = widget(page, asked, code=code)
    if asked.role == "combobox":
        found.click()
        page.get_by_role("option").nth(asked.position).click()
    elif asked.role == "textbox":
        found.fill(WORDS)
        found.press("Enter")
    else:
        found.get_by_role("radio" if asked.role == "radiogroup" else "button").nth(asked.position).click()


def shown(page: Page, asked: Filter, *, code: str) -> str:
    """What the filter shows, told without words of a language: the place of what is chosen, or its code or numbers."""
    found = widget(page, asked, code=code)
    if asked.role == "radiogroup":
        return found.get_by_role("radio").evaluate_all("all => all.findIndex(one => one.getAttribute('aria-checked') === 'true')")
    if asked.role == "toolbar":
        return found.get_by_role("button").evaluate_all("all => all.map(one => one.getAttribute('aria-pressed')).join()")
    text = found.input_value()
    return " ".join(re.findall(r"\d+", text.partition(" · ")[0])) or text


def written(page: Page, asked: Filter) -> list[str]:
    """The values of the filter in the address."""
    return parse_qs(urlsplit(page.url).query).get(asked.parameter, [])


Told = dict[str, tuple[list[str], object]]
"""Of each filter, by its parameter: the values in the address, and what is shown."""


def told(page: Page, all_asked: Iterable[Filter], *, code: str) -> Told:
    """What the address and the filters say."""
    return {asked.parameter: (written(page, asked), shown(page, asked, code=code)) for asked in all_asked}


def expect_told(page: Page, all_asked: Iterable[Filter], *, code: str, wanted: Told) -> None:
    """Wait until address and filters say what is wanted."""
    deadline = time.monotonic() + SETTLED_WITHIN_SECONDS
    while (found := told(page, all_asked, code=code)) != wanted and time.monotonic() < deadline:
        page.evaluate("() => new Promise(requestAnimationFrame)")
    assert found == wanted


@pytest.mark.parametrize("all_asked", [*GROUPS, *(pytest.param([asked], id=f"alone-{asked}", marks=WHOLE) for asked in FILTERS)])
def test_choice_stays_through_a_reload_and_in_the_other_language(visit: Visit, all_asked: list[Filter]) -> None:
    page = visit.open(f"/{all_asked[0].page}")
    for asked in all_asked:
        settle(page)
        at_first = shown(page, asked, code="fr")
        visit.answered(partial(choose, page, asked, code="fr"))
        expect(page).to_have_url(re.compile(rf"[?&]{asked.parameter}=."))
        assert shown(page, asked, code="fr") != at_first
    chosen = told(page, all_asked, code="fr")
    assert all(values for values, _ in chosen.values())
    page.reload()
    visit.wait()
    expect_told(page, all_asked, code="fr", wanted=chosen)
    page.get_by_test_id("stSidebar").get_by_text("en", exact=True).click()
    expect(widget(page, all_asked[0], code="en")).to_be_visible()
    visit.wait()
    expect_told(page, all_asked, code="en", wanted=chosen)


def test_every_filter_is_chosen_in_one_of_the_visits() -> None:
    visited = [(asked.page.partition("?")[0], asked.parameter) for group in GROUPS for asked in group.values[0]]
    assert sorted(visited) == sorted((asked.page.partition("?")[0], asked.parameter) for asked in FILTERS)


def test_every_kind_of_filter_is_chosen_by_default() -> None:
    assert {asked.role for group in TOGETHER for asked in _group(*group)} == set(get_args(Role))
