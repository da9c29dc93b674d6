"""The light page: small, without scripts, each number and each square that of the queries."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from lxml import html

from nap_analytics import queries
from nap_analytics.documents.light_page import Card, Figure, LightChart, LightPage, SquareRow, WayRow, light_html
from nap_analytics.findings.overview import documents_behind, side_by_side
from nap_analytics.kit.light import light_page
from nap_analytics.wording.language import language

if TYPE_CHECKING:
    from nap_analytics.warehouse import Warehouse

ROOT = Path(__file__).parents[2]
VIEWED_ON = date(2026, 11, 22)
EN = language("en")
MOST_BYTES = 150_000
HOSTILE = "</p><script>alert(1)</script> & \"x\" 'y'"


@pytest.mark.parametrize("code", ["fr", "en"])
def test_page_is_small_and_asks_for_nothing_else(real: Warehouse, code: str) -> None:
    written = light_page(real, language(code), viewed_on=VIEWED_ON)
    page = html.fromstring(written)
    assert len(written) < MOST_BYTES
    assert page.xpath("//script | //link | //img | //iframe | //@src | //@href | //@onclick") == []
    assert page.get("lang") == code


def test_one_square_for_each_indicator_and_one_way_for_each_series(real: Warehouse) -> None:
    page = html.fromstring(light_page(real, language("en"), viewed_on=VIEWED_ON))
    newest = queries.plan_overview(real, viewed_on=VIEWED_ON)["plan_id"].iloc[-1]
    coverage = queries.indicator_coverage(real, plan_id=newest, viewed_on=VIEWED_ON)
    assert len(page.xpath("//*[local-name()='rect']")) == len(coverage)
    titles = [row.xpath("string(h3)") for row in page.xpath("//div[@class='row']")]
    held = side_by_side(EN.localise(queries.judged_series(real, plan_id=newest, viewed_on=VIEWED_ON)))
    assert titles[len(coverage["pillar_code"].unique()) :] == list(held["name"])


def test_figures_of_the_plans_are_those_of_the_overview(real: Warehouse) -> None:
    page = html.fromstring(light_page(real, language("fr"), viewed_on=VIEWED_ON))
    figures = [" ".join(each.text.split()) for each in page.xpath("//dd")]
    budgets = ["1 276 M FCFA", "9 386 M FCFA (demandé aux partenaires)", "Aucun montant dans les sources"]
    assert figures[::2] == budgets
    assert figures[1::2] == ["0 sur 40", "49 %", "5 sur 56"]


def drawn(row: SquareRow | WayRow) -> html.HtmlElement:
    """A page with one chart of one row, every word of it hostile."""
    chart = LightChart(HOSTILE, HOSTILE, HOSTILE, (row,), HOSTILE, HOSTILE)  # type: ignore[arg-type]
    card = Card(HOSTILE, HOSTILE, (Figure(HOSTILE, HOSTILE, HOSTILE),), HOSTILE)
    return html.fromstring(light_html(LightPage("en", HOSTILE, HOSTILE, HOSTILE, (card,), HOSTILE, (chart,), HOSTILE)))


def test_words_of_the_data_stay_words() -> None:
    page = drawn(SquareRow(HOSTILE, HOSTILE, "#000000", ("assessed",)))
    assert page.xpath("//script") == []
    assert page.xpath("string(//h1)") == HOSTILE


def test_squares_say_how_each_indicator_stands() -> None:
    page = drawn(SquareRow("1", "", "#aa3377", ("assessed", "measured", "silent")))
    assert [square.get("fill") for square in page.xpath("//*[local-name()='rect']")] == ["#aa3377", "#FFFFFF", "#F3F5F7"]


def test_way_stands_to_scale_from_zero() -> None:
    """The axis is 328 wide and begins at 6; its end is the largest number, 40."""
    page = drawn(WayRow("1", "", "#aa3377", start=10, latest=20, goal=40))
    assert [dot.get("cx") for dot in page.xpath("//*[local-name()='circle']")] == ["88.0", "170.0"]
    assert page.xpath("//*[local-name()='path']/@d") == ["M6 11H334", "M88.0 11H170.0", "M334.0 1V21"]


def test_what_is_not_known_of_a_way_is_not_drawn() -> None:
    page = drawn(WayRow("1", "", "#aa3377", start=None, latest=20, goal=None))
    assert page.xpath("//*[local-name()='path']/@d") == ["M6 11H334"]
    assert [dot.get("cx") for dot in page.xpath("//*[local-name()='circle']")] == ["334.0"]


def test_documents_named_are_those_of_the_numbers_shown() -> None:
    """Baseline, latest value and target of what is drawn; not those of another series."""
    places = pd.DataFrame({"series_id": ["a", "a", "b", "c", "a"], "source_title": ["Plan", "Bank", "Press", "Other", "Plan"]})
    assert documents_behind(places, pd.DataFrame({"series_id": ["a", "b"]})) == ["Plan", "Bank", "Press"]
