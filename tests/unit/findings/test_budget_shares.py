"""The shares of the themes from plan to plan: only what both plans have is compared; what one lacks is named, never zero."""

from __future__ import annotations

from typing import Any

import pandas as pd

from nap_analytics.charts.budget_shares import share_slopes
from nap_analytics.findings import budget_shares as findings
from nap_analytics.wording.language import language

EN, FR = language("en"), language("fr")


def shares(plan: str, **cells: Any) -> list[dict[str, Any]]:
    """Rows of a plan: theme -> share; `amount_state` and what is lacking may be said beside."""
    said = {name: cells.pop(name) for name in ("amount_state", "lacking_index_years") if name in cells}
    usual = {"plan_id": plan, "plan_name": plan, "planned_xof": 1.0, "amount_state": "known", "lacking_index_years": None, **said}
    return [{**usual, "wps_pillar": theme, "share_pct": share} for theme, share in cells.items()]


def test_theme_that_one_plan_has_no_pillar_for_is_missing_and_not_zero() -> None:
    earlier = shares("A", participation=20.0, coordination=13.2, protection=66.8)
    frame = pd.DataFrame([*earlier, *shares("B", participation=25.0, protection=75.0)])
    assert findings.shares_over_plans(frame, t=EN) == (
        "From A to B, “Protection” went from 66.8% to 75% of the budget, the largest change. "
        "B has no pillar of its own for “Coordination”: not compared."
    )
    assert findings.shares_over_plans(frame, t=FR).endswith(
        "Le B n’a pas de volet propre pour «\xa0Coordination\xa0»\xa0: pas de comparaison."
    )


def test_plans_without_a_common_theme_are_not_compared() -> None:
    frame = pd.DataFrame([*shares("A", participation=100.0), *shares("B", protection=100.0)])
    assert findings.shares_over_plans(frame, t=EN) == (
        "A and B have no theme in common: no change can be shown. "
        "B has no pillar of its own for “Participation”: not compared. A has no pillar of its own for “Protection”: not compared."
    )


def test_plan_whose_money_cannot_be_told_is_not_called_undivided() -> None:
    lacking = {"amount_state": "not_convertible", "lacking_index_years": "2025, 2026"}
    frame = pd.DataFrame([*shares("A", participation=100.0), *shares("B", participation=None, **lacking)])
    assert findings.shares_over_plans(frame, t=EN) == (
        "Only the budget of A is known by theme: no change from plan to plan can be shown. "
        "B: not convertible (missing: price index of 2025 to 2026)."
    )
    slots = [note.text.replace("<br>", " ") for note in share_slopes(frame, t=EN).layout.annotations]
    assert slots[0] == "<i>not convertible (missing: price index of 2025 to 2026)</i>"


def test_line_of_a_theme_breaks_where_a_plan_has_no_pillar_for_it() -> None:
    frame = pd.DataFrame([*shares("A", participation=40.0, coordination=60.0), *shares("B", participation=100.0)])
    lines = {line.name: list(line.y) for line in share_slopes(frame, t=EN).data if line.name != "none"}
    assert lines == {"participation": [40.0, 100.0], "coordination": [60.0, None]}
