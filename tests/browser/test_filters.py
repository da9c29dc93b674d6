"""Filters live in the address: a choice is written there, and stays through a reload and a change of language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from nap_analytics.wording.language import language

if TYPE_CHECKING:
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
    Filter("plans", "view", "What to compare", "radiogroup", position=2),
    Filter("plans?view=themes", "reading", "Reading of the crosswalk", "radiogroup"),
    Filter("budgets", "view", "Question", "radiogroup", position=4),
    Filter("budgets", "currency", "Currency", "radiogroup", position=2),
    Filter("budgets", "prices", "Prices", "combobox"),
    Filter("budgets?view=division", "by", "Grouped by", "radiogroup"),
    Filter("budgets", "per", "What is counted", "radiogroup", position=2),
    Filter("budgets", "over", "Over what time", "radiogroup", position=1),
    Filter("data", "section", "Section", "radiogroup", position=2),
    Filter("data", "table", "Table or view", "combobox", position=4),
    Filter("sources", "section", "Section", "radiogroup", position=3),
]

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


def settled(page: Page, asked: Filter, *, code: str, wanted: tuple[list[str], object]) -> tuple[list[str], object]:
    """What the address and the filter say, once they say what is wanted, or after some seconds of waiting for it."""
    for _ in range(50):
        found = (written(page, asked), shown(page, asked, code=code))
        if found == wanted:
            break
        page.wait_for_timeout(100)
    return found


@pytest.mark.parametrize("asked", FILTERS, ids=str)
def test_choice_stays_through_a_reload_and_in_the_other_language(visit: Visit, asked: Filter) -> None:
    page = visit.open(f"/{asked.page}")
    at_first = shown(page, asked, code="fr")
    choose(page, asked, code="fr")
    expect(page).to_have_url(re.compile(rf"[?&]{asked.parameter}=."))
    visit.wait()
    in_address, chosen = written(page, asked), shown(page, asked, code="fr")
    assert chosen != at_first
    page.reload()
    visit.wait()
    assert settled(page, asked, code="fr", wanted=(in_address, chosen)) == (in_address, chosen)
    page.get_by_test_id("stSidebar").get_by_text("en", exact=True).click()
    expect(widget(page, asked, code="en")).to_be_visible()
    visit.wait()
    assert settled(page, asked, code="en", wanted=(in_address, chosen)) == (in_address, chosen)
