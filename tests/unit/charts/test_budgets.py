"""Charts of money: bars from zero, empty slots for what is not known, dots for what must not be added up."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from nap_analytics.charts import budgets as charts
from nap_analytics.palette import PILLAR_COLOURS
from nap_analytics.wording.language import language

EN, FR = language("en"), language("fr")


def texts(figure: go.Figure) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


def trace(figure: go.Figure, name: str) -> Any:
    return next(trace for trace in figure.data if trace.name == name)


def totals(*amounts: float | None, currency_code: str = "XOF") -> pd.DataFrame:
    names = [f"P{at}" for at in range(len(amounts))]
    return pd.DataFrame({"short_name": names, "amount": pd.Series(amounts, dtype="float64"), "currency_code": currency_code}).assign(
        standing="document"
    )


def test_total_that_is_not_the_plans_own_table_is_hatched_with_its_word() -> None:
    figure = charts.total_bars(totals(1_276e6, 9_386e6).assign(standing=["document", "asked_of_partners"]), t=EN)
    assert list(trace(figure, "planned").marker.pattern.shape) == ["", "/"]
    assert texts(figure) == ["<b>P0</b> · XOF\xa01,276\xa0M", "<b>P1</b> · XOF\xa09,386\xa0M (asked of partners)"]


def test_total_that_cannot_be_told_is_not_called_absent() -> None:
    frame = totals(1_276e6, None).assign(amount_state=["known", "not_convertible"], lacking_rates=[None, "USD 2025"])
    assert texts(charts.total_bars(frame, t=EN))[-1].replace("<br>", " ") == "<i>not convertible (missing: rate of USD of 2025)</i>"


def test_total_without_a_figure_is_an_empty_slot_not_a_bar_of_zero() -> None:
    figure = charts.total_bars(totals(1_276e6, 9_386e6, None), t=FR)
    assert list(trace(figure, "planned").x) == [1_276e6, 9_386e6, None]
    assert figure.layout.xaxis.range[0] == 0
    assert len(figure.layout.shapes) == 1
    assert texts(figure)[:3] == ["<b>P0</b> · 1\u202f276\xa0M\xa0FCFA", "<b>P1</b> · 9\u202f386\xa0M\xa0FCFA", "<b>P2</b>"]
    assert "aucun montant dans les sources" in texts(figure)[3]


def test_totals_that_are_all_unknown_still_draw() -> None:
    assert len(charts.total_bars(totals(None, None), t=EN).layout.shapes) == 2


def test_small_amounts_keep_their_cents() -> None:
    assert texts(charts.total_bars(totals(0.854, currency_code="USD"), t=EN)) == ["<b>P0</b> · USD\xa00.85"]


def pillars() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "pillar_code": ["1", "4"],
            "name": ["Prevention", "Gender"],
            "wps_pillar": ["prevention", None],
            "amount": [152e6, 500e6],
            "currency_code": "XOF",
            "share_pct": [23.3, 76.7],
        }
    )


def test_pillars_stand_with_the_largest_first_in_their_colours() -> None:
    figure = charts.pillar_bars(pillars(), t=EN)
    assert list(trace(figure, "planned").x) == [500e6, 152e6]
    assert trace(figure, "planned").marker.color[1] == PILLAR_COLOURS["prevention"]
    assert texts(figure)[0] == "<b>XOF\xa0500\xa0M</b> · 76.7% · 4. Gender"


def test_money_given_to_no_year_has_a_panel_of_its_own() -> None:
    frame = pd.DataFrame(
        {
            "pillar_code": ["1", "4", "4", "5"],
            "short_name": ["Prevention", "Gender", "Gender", "Coordination"],
            "wps_pillar": ["prevention", "relief_recovery", "relief_recovery", "coordination"],
            "budget_year": [2012, 2012, None, None],
            "amount": [122e6, 185e6, 5e6, None],
            "year_total": [307e6, 307e6, 5e6, 5e6],
        }
    )
    figure = charts.year_panels(frame, t=EN)
    assert [list(one.x) for one in figure.data] == [[122e6, 185e6], [5e6]]
    assert figure.layout.xaxis2.range == figure.layout.xaxis3.range
    assert figure.data[1].marker.pattern.shape == "/"
    assert {"<b>2012</b><br>307", "<b>no year</b><br>5"} <= set(texts(figure))
    assert "5. Coordination" in texts(figure)


def test_activities_take_the_colour_of_their_pillar() -> None:
    frame = pd.DataFrame(
        {
            "activity_code": ["A4.3"],
            "text": ["Messages"],
            "wps_pillar": ["relief_recovery"],
            "amount": [155e6],
            "currency_code": "XOF",
            "share_pct": [12.1],
        }
    )
    figure = charts.activity_bars(frame, t=EN)
    assert list(trace(figure, "planned").marker.color) == [PILLAR_COLOURS["relief_recovery"]]
    assert texts(figure) == ["<b>XOF\xa0155\xa0M</b> · 12.1% · A4.3 Messages"]


def test_depth_tells_known_in_part_and_unknown_apart_in_words() -> None:
    frame = pd.DataFrame(
        {
            "plan_id": ["a", "a", "a", "a"],
            "short_name": ["A", "A", "A", "A"],
            "depth": ["total", "pillar", "year", "spent"],
            "known_state": ["known", "known", "partly", "none"],
            "known_amount": [1_276e6, 1_276e6, 1_271e6, None],
            "currency_code": "XOF",
            "standing": "document",
        }
    )
    names = {"total": "Total", "pillar": "By pillar", "year": "By year", "spent": "Spent"}
    figure = charts.depth_matrix(frame, names=names, t=EN)
    assert list(trace(figure, "cells").text) == ["XOF\xa01,276\xa0M", "● known", "◐ in part"]
    assert "<i>not known</i>" in texts(figure)


def funding(**cells: Any) -> pd.DataFrame:
    row = {
        "what": "Agreement",
        "amount": 540_121_000,
        "currency_code": "XOF",
        "amount_xof": 540_121_000.0,
        "is_preferred": True,
        "year_from": 2022,
        "year_to": 2024,
        "confidence": "confirmed",
        "parts_amount": None,
    }
    return pd.DataFrame([{**row, **cells}])


def test_money_around_is_dots_and_another_figure_is_open() -> None:
    figure = charts.funding_dots(pd.concat([funding(), funding(is_preferred=False)]), t=EN)
    assert [one.type for one in figure.data] == ["scatter"]
    assert list(trace(figure, "amounts").marker.symbol) == ["circle", "circle-open"]
    assert "another figure" in texts(figure)[1].replace("<br>", " ")


def test_parts_that_add_up_to_something_else_are_named() -> None:
    assert "its parts add up to" in texts(charts.funding_dots(funding(parts_amount=525_121_000), t=EN))[0].replace("<br>", " ")
    assert "parts" not in texts(charts.funding_dots(funding(parts_amount=540_121_000), t=EN))[0]


def test_year_that_the_source_does_not_give_is_said() -> None:
    assert "year not given" in texts(charts.funding_dots(funding(year_from=None, year_to=None), t=EN))[0]
