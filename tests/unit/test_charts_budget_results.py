"""Money beside results: what is not known is an outlined slot, and what is uncertain says between what and what."""

from __future__ import annotations

from typing import Any

import pandas as pd

from nap_analytics.charts.budget_results import money_beside_results
from nap_analytics.language import language

EN = language("en")


def pillar(**cells: Any) -> dict[str, Any]:
    usual = {"pillar_code": "3", "short_name": "Participation", "wps_pillar": "participation", "share_pct": None, "basis": "activities"}
    known = {"progress_pct": 66.7, "lower_pct": 66.7, "upper_pct": 66.7, "indicator_count": 9, "assessed_count": 6}
    return {**usual, **known, **cells}


def labels(*rows: dict[str, Any]) -> list[str]:
    figure = money_beside_results(pd.DataFrame(rows), t=EN)
    return list(next(trace for trace in figure.data if trace.name == "results").text)


def test_result_says_what_it_rests_on() -> None:
    assert labels(pillar()) == ["66.7% (6 of 9)"]


def test_other_reading_of_a_result_is_never_hidden() -> None:
    assert labels(pillar(lower_pct=26.7)) == ["66.7% (6 of 9)<br>[26.7% – 66.7%]"]


def test_what_is_not_known_is_a_slot_and_no_bar() -> None:
    figure = money_beside_results(pd.DataFrame([pillar(progress_pct=None, lower_pct=0, upper_pct=100)]), t=EN)
    assert [len(trace.x) for trace in figure.data] == [0, 0]
    assert len(figure.layout.shapes) == 2
