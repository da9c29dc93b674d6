"""Money beside results: what is not known is an outlined slot, and what is uncertain says between what and what."""

from __future__ import annotations

from typing import Any

import pandas as pd

from nap_analytics.charts.budget_results import money_beside_results
from nap_analytics.wording.language import language

EN = language("en")


def pillar(**cells: Any) -> dict[str, Any]:
    usual = {"pillar_code": "3", "short_name": "Participation", "wps_pillar": "participation", "share_pct": None, "basis": "activities"}
    known = {"progress_pct": 66.7, "lower_pct": 66.7, "upper_pct": 66.7, "is_headline_mean": True}
    counts = {"planned_activity_count": 9, "completed_activity_count": 6, "indicator_count": 0, "assessed_count": 0}
    return {**usual, **known, **counts, **cells}


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


def test_mean_that_may_not_stand_alone_is_a_slot_that_says_between_what_it_lies() -> None:
    counts = {"indicator_count": 11, "assessed_count": 1}
    wide = pillar(basis="indicators", progress_pct=52.7, lower_pct=3.3, upper_pct=97, is_headline_mean=False, **counts)
    figure = money_beside_results(pd.DataFrame([wide]), t=EN)
    assert [len(trace.x) for trace in figure.data] == [0, 0]
    assert "<i>3.3–97%, 1 of 11 assessed</i>" in [note.text for note in figure.layout.annotations]
