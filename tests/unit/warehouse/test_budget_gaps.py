"""Money that is absent, money that cannot be converted, and on what the rest stands: told apart in every answer."""

from __future__ import annotations

import pandas as pd
import pytest

from nap_analytics import queries
from nap_analytics.findings import budgets as findings
from nap_analytics.kit.workbook import budget_workbook
from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.language import language
from tests.tiny import VIEWED_ON, of_plan, tiny_warehouse, together

EN = language("en")

# The prices known are those of 2019, 2020 and 2023 (100, 110, 120); dollar rates of the same years (500, 550, 680).
LINES = [
    {"pillar_code": "1", "budget_year": 2020, "amount": 1100, "locator": "Annex 2, row 1"},
    {"pillar_code": "1", "budget_year": 2021, "amount": 500, "locator": "Annex 2, row 2"},
]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """`years`: a year without price index, no printed total. `press`, `empty`: one total of the press, and nothing."""
    tables = together(
        {"source": [{"source_id": name, "title_en": name.title()} for name in ("doc", "paper", "other")]},
        of_plan("years", {"budget_line": LINES}, start_year=2019, end_year=2023),
        of_plan(
            "press",
            {
                "budget_line": [{"amount": 3000, "standing": "press", "source_id": "paper"}],
                "printed_total": [
                    {"amount": 3000, "standing": "press", "source_id": "paper", "locator": "line 1"},
                    {"amount": 3000, "standing": "asked_of_partners", "source_id": "other", "locator": "title"},
                ],
            },
            start_year=2019,
            end_year=2021,
        ),
        of_plan("empty", {}, start_year=2023, end_year=2024),
    )
    return tiny_warehouse(tmp_path_factory.mktemp("gaps"), tables)


def by_plan(frame: pd.DataFrame, *columns: str) -> dict[str, list[object]]:
    """The columns of each plan, missing as None."""
    shown = frame.set_index("plan_id")[list(columns)].astype(object)
    return {str(plan): [None if pd.isna(value) else value for value in values] for plan, values in shown.iterrows()}


def test_total_is_known_not_convertible_or_absent(warehouse: Warehouse) -> None:
    frame = queries.budget_comparison(warehouse, viewed_on=VIEWED_ON, base_year=2023, over="year")
    assert by_plan(frame, "amount_state", "amount", "lacking_index_years") == {
        "years": ["not_convertible", None, "2021"],
        "press": ["known", 1200.0, None],
        "empty": ["none", None, None],
    }


def test_currency_names_the_rate_that_is_missing_and_stays_on_offer(warehouse: Warehouse) -> None:
    frame = queries.budget_comparison(warehouse, viewed_on=VIEWED_ON, currency_code="USD")
    assert by_plan(frame, "amount_state", "lacking_rates")["years"] == ["not_convertible", "USD 2021"]
    assert by_plan(frame, "amount")["press"] == [6.0]
    choices = queries.money_choices(warehouse, viewed_on=VIEWED_ON)
    assert choices.loc[choices["kind"] == "currency", "code"].tolist() == ["XOF", "EUR", "USD"]
    assert choices.loc[choices["is_default"].astype(bool), "code"].tolist() == ["2023"]


def test_person_that_cannot_be_counted_is_what_is_missing(warehouse: Warehouse) -> None:
    frame = queries.budget_comparison(warehouse, viewed_on=VIEWED_ON, per="woman")
    assert by_plan(frame, "amount_state", "lacking_population_year")["press"] == ["not_convertible", 2019]


def test_year_that_cannot_be_converted_is_no_mean_of_the_rest(warehouse: Warehouse) -> None:
    frame = queries.budget_timeline(warehouse, viewed_on=VIEWED_ON, base_year=2023)
    found = frame[["plan_id", "year_from", "year_to", "amount", "known_by", "amount_state"]].astype(object)
    assert found.where(found.notna(), None).values.tolist() == [
        ["press", 2019, 2021, 1200.0, "total", "known"],
        ["years", 2020, 2020, 1200.0, "year", "known"],
        ["years", 2021, 2021, None, "year", "not_convertible"],
        ["empty", 2023, 2024, None, "none", "none"],
    ]
    assert findings.years_known(EN.localise(frame), t=EN) == (
        "years (en): amounts by year. press (en) (asked of partners): one total for all years. empty (en): the sources give no amount. "
        "years (en): not convertible (missing: price index of 2021)."
    )


def test_part_that_can_be_converted_is_never_told_as_the_total(warehouse: Warehouse) -> None:
    asked = {"viewed_on": VIEWED_ON, "base_year": 2023}
    pillars = queries.budget_by_pillar(warehouse, **asked)
    assert pillars.loc[pillars["plan_id"] == "years", ["amount", "share_pct"]].isna().all(axis=None)
    years = queries.budget_by_year(warehouse, plan_id="years", **asked)
    assert years["plan_total"].isna().all()
    stages = queries.budget_stages(warehouse, **asked)
    assert stages.loc[stages["plan_id"] == "years", "planned_state"].tolist() == ["not_convertible"] * 2


def test_total_stands_on_the_document_that_vouches_for_least(warehouse: Warehouse) -> None:
    frame = warehouse.frame("SELECT plan_id, standing, budget_source_en FROM budget_standing ORDER BY plan_id", {})
    assert frame.values.tolist() == [
        ["press", "asked_of_partners", "Other, title; Paper, line 1"],
        ["years", "document", "Doc, Annex 2"],
    ]


def test_plan_without_a_printed_total_names_the_source_of_its_lines_everywhere(warehouse: Warehouse) -> None:
    asked = {"viewed_on": VIEWED_ON}
    source = "Doc, Annex 2"
    pillars = queries.budget_by_pillar(warehouse, **asked)
    assert set(pillars.loc[pillars["plan_id"] == "years", "budget_source_en"]) == {source}
    assert set(queries.budget_by_year(warehouse, plan_id="years", **asked)["budget_source_en"]) == {source}
    assert by_plan(queries.budget_comparison(warehouse, **asked), "budget_source_en")["years"] == [source]
    assert queries.money_sources(warehouse, plan_id="years", **asked).values.tolist() == [["doc", "Annex 2"]]
    assert budget_workbook(warehouse, EN, **asked)


def test_two_documents_of_one_total_do_not_double_a_row(warehouse: Warehouse) -> None:
    asked = {"viewed_on": VIEWED_ON}
    assert queries.budget_by_pillar(warehouse, **asked)["plan_id"].tolist() == ["press", "years"]
    assert queries.budget_comparison(warehouse, **asked)["plan_id"].is_unique
