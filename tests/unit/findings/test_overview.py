"""The sentences of the overview."""

from __future__ import annotations

import pandas as pd

from nap_analytics.findings import overview
from nap_analytics.wording.language import language

EN = language("en")

LATE = {
    "indicator_id": "a",
    "name": "Mayors",
    "status": "missed",
    "value_kind": "percent",
    "unit": "percent",
    "unit_one": "percent",
    "distance_to_target": 13.0,
    "held_value": 17.0,
    "held_date": pd.Timestamp("2023-12-31"),
    "held_start": pd.Timestamp("2023-01-01"),
    "target_value": 30.0,
    "deadline_has_passed": True,
    "verdict_value": 17.0,
}
OLD = LATE | {
    "name": "Appointed posts",
    "status": "not_verified",
    "distance_to_target": 2.0,
    "held_value": 28.0,
    "held_date": pd.Timestamp("2019-12-31"),
    "held_start": pd.Timestamp("2019-01-01"),
    "verdict_value": float("nan"),
}


def test_after_the_deadline_a_value_that_does_not_answer_for_it_is_not_the_nearest() -> None:
    assert overview.target_finding(pd.DataFrame([LATE, OLD]), t=EN) == (
        "2 targets of one indicator: 1 missed, 1 not verified. Of the values that count, nearest to its target without reaching it: "
        "“Mayors”, 17% (2023) for a target of 30%"
    )


def test_before_the_deadline_any_value_that_counts_can_be_the_nearest() -> None:
    open_rows = pd.DataFrame([LATE, OLD]).assign(deadline_has_passed=False, status="limited")
    assert "“Appointed posts”, 28% (2019)" in overview.target_finding(open_rows, t=EN)
