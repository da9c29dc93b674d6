"""What a visitor sees at the first visit after a start, and when something is wrong: never a traceback."""

from __future__ import annotations

import json
import shutil
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from nap_analytics.ui.navigation import PAGES
from nap_analytics.warehouse.load import data_folder
from tests.browser.conftest import serving, visiting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

RATES = "reference/exchange_rate.csv"
FAULTS = {
    "fr": ("exchange_rate.csv, ligne 2, colonne rate : « beaucoup » — attendu : un nombre", "Les données contiennent"),
    "en": ("exchange_rate.csv, row 2, column rate: “beaucoup” — expected: a number", "The data has"),
}


def with_fault(folder: Path) -> Path:
    """A copy of the data whose first exchange rate is a word."""
    copy = shutil.copytree(data_folder(), folder / "data")
    header, first, *rest = (copy / RATES).read_text(encoding="utf-8").splitlines()
    place = header.split(",").index("rate")
    cells = first.split(",")
    broken = ",".join([*cells[:place], "beaucoup", *cells[place + 1 :]])
    (copy / RATES).write_text("\n".join([header, broken, *rest, ""]), encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a dashboard over data with a fault."""
    folder = tmp_path_factory.mktemp("faulty")
    with serving(folder, NAP_DATA=str(with_fault(folder))) as address:
        yield address


def test_first_visitor_after_a_start_finds_the_page_in_its_frame(tab: Page, tmp_path: Path) -> None:
    with serving(tmp_path) as address, visiting(tab, address) as visit:
        page = visit.open("/budgets?lang=en")
        expect(page.get_by_role("heading", level=1)).to_have_text("Budgets")
        expect(page.get_by_test_id("stSidebarNav").get_by_role("link")).to_have_count(len(PAGES))


@pytest.mark.parametrize("code", FAULTS)
@pytest.mark.parametrize("path", ["/", "/data"])
def test_fault_of_the_data_is_told_in_the_language(tab: Page, faulty: str, path: str, code: str) -> None:
    with visiting(tab, faulty) as visit:
        visit.page.goto(f"{faulty}{path}?lang={code}")
        shown = visit.page.get_by_test_id("stMain")
        for sentence in FAULTS[code]:
            expect(shown).to_contain_text(sentence)
        expect(shown).not_to_contain_text("Traceback")


def test_server_is_not_ready_while_the_data_has_a_fault(faulty: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{faulty}/ready", timeout=60)
    assert refused.value.code == 503
    assert "exchange_rate.csv" in json.load(refused.value)["error"]


@pytest.mark.parametrize("indicator", ["mli-2019:9.9z", "nothing", "", "<b>"])
def test_unknown_indicator_in_the_address_shows_a_known_one(visit: Visit, indicator: str) -> None:
    page = visit.open(f"/indicators?indicator={indicator}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Indicateurs")
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
    expect(page.get_by_role("combobox", name="Indicateur")).not_to_have_value("")
