"""What a visitor sees when something is wrong: never a traceback."""

from __future__ import annotations

import json
import shutil
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from nap_analytics.warehouse.load import data_folder
from tests.browser.conftest import visiting
from tests.browser.servers import sharing
from tests.combinations import combinations

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
def faulty(common: Path) -> Iterator[str]:
    """Address of a dashboard over data with a fault."""
    with sharing(common / "faulty", lambda folder: {"NAP_DATA": str(with_fault(folder))}) as address:
        yield address


@pytest.mark.parametrize(("path", "code"), combinations(["/", "/data"], FAULTS))
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


def test_unknown_indicators_in_the_address_show_a_known_one(visit: Visit) -> None:
    for indicator in ("mli-2019:9.9z", "nothing", "", "<b>"):
        path = f"/indicators?indicator={indicator}"
        page = visit.turn_to(path) if visit.page.url.startswith(visit.address) else visit.open(path)
        expect(page.get_by_role("heading", level=1)).to_have_text("Indicateurs")
        expect(page.get_by_test_id("stAlert")).to_have_count(0)
        expect(page.get_by_role("combobox", name="Indicateur")).not_to_have_value("")
