"""Money: totals, currencies, constant prices, per year and per head, worked by hand (docs/methods/money.md)."""

from __future__ import annotations

from datetime import date

import pytest

from nap_analytics import queries
from nap_analytics.warehouse.database import Warehouse
from tests.tiny import MINIMUM, PLAN, VIEWED_ON, Row, Tables, of_plan, rows_seen, tiny_warehouse, together

# The worked example: 1,000,000 in 2019, 550,000 in 2020, and 200,000 that the document gives to no year.

LINES: list[Row] = [
    {"pillar_code": "1", "activity_id": "A1", "budget_year": 2019, "amount": 1_000_000},
    {"pillar_code": "1", "activity_id": "A1", "budget_year": 2020, "amount": 550_000},
    {"pillar_code": "2", "activity_id": "A2", "amount": 200_000},
    {"pillar_code": "2", "activity_id": "A3"},
]

EXAMPLE: Tables = {
    "pillar": [{"pillar_code": "1"}, {"pillar_code": "2"}],
    "activity": [
        {"activity_id": "A1"},
        {"activity_id": "A2", "pillar_code": "2"},
        {"activity_id": "A3", "pillar_code": "2"},
    ],
    "budget_line": LINES,
}

NO_FIGURE = {"budget_missing_reason_en": "not in the document", "budget_missing_reason_fr": "absent du document"}

RATES: list[Row] = [
    *MINIMUM["exchange_rate"],
    {"from_currency_code": "USD", "to_currency_code": "SEK", "rate_year": 2020, "rate": 10},
    {"from_currency_code": "EUR", "to_currency_code": "SEK", "rate_year": 2020, "rate": 11},
]


def plan_with(plan_id: str, *lines: Row) -> Tables:
    """A plan with these budget lines."""
    return of_plan(plan_id, {"budget_line": list(lines)})


PLANS = together(
    {"source": [{"source_id": "doc"}, {"source_id": "late", "published_date": date(2021, 1, 1)}], "exchange_rate": RATES},
    of_plan(PLAN, EXAMPLE, women_share_pct=50, extended_to_year=2024),
    of_plan("no-lines", {}, **NO_FIGURE),
    plan_with("no-amount", {"amount": None}),
    plan_with("spent", {"budget_year": 2019, "amount": 1000}, {"budget_year": 2019, "amount": 300, "stage": "spent"}),
    plan_with("euro", {"budget_year": 2020, "amount": 1000, "currency_code": "EUR"}),
    plan_with("krona", {"budget_year": 2020, "amount": 1000, "currency_code": "SEK"}),
    plan_with("no-rate", {"budget_year": 2019, "amount": 1000}, {"budget_year": 2021, "amount": 1000}),
    plan_with("late", {"amount": 1000, "source_id": "late"}),
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The worked example of the method page and the plans that differ from it in one thing."""
    return tiny_warehouse(tmp_path_factory.mktemp("budget"), PLANS)


def total(warehouse: Warehouse, *columns: str, plan_id: str = PLAN, viewed_on: date = VIEWED_ON) -> tuple:
    """Columns of the plan's row in budget_total."""
    statement = f"SELECT {', '.join(columns)} FROM budget_total($viewed_on) WHERE plan_id = $plan_id"
    return rows_seen(warehouse, statement, viewed_on=viewed_on, plan_id=plan_id)[0]


def test_total_is_the_sum_of_all_lines(warehouse: Warehouse) -> None:
    assert total(warehouse, "planned_xof", "not_allocated_to_year_xof", "missing_reason") == (1_750_000, 200_000, None)


def test_euro_is_at_its_fixed_parity(warehouse: Warehouse) -> None:
    assert total(warehouse, "planned_eur") == (pytest.approx(1_750_000 / 655.957),)


def test_dollar_is_at_the_average_of_each_year_and_of_the_first_for_a_line_without_year(warehouse: Warehouse) -> None:
    assert total(warehouse, "planned_usd") == (1_000_000 / 500 + 550_000 / 550 + 200_000 / 500,)


def test_constant_prices_move_each_year_to_2023_and_convert_there(warehouse: Warehouse) -> None:
    # 1,000,000 x 120/100 + 550,000 x 120/110 + 200,000 x 120/100 = 2,040,000; at 680 a dollar 3,000.
    assert total(warehouse, "planned_xof_constant", "planned_usd_constant") == (pytest.approx(2_040_000), pytest.approx(3000))


def test_total_is_shared_by_year_by_head_and_by_woman(warehouse: Warehouse) -> None:
    assert total(warehouse, "per_year", "per_capita", "per_woman") == (350_000, 1750, 3500)


@pytest.mark.parametrize(
    ("per", "over", "amount"),
    [
        ("total", "plan", 1_750_000),
        ("total", "year", 350_000),
        ("head", "plan", 1750),
        ("head", "year", 350),
        ("woman", "plan", 3500),
        ("woman", "year", 700),
    ],
)
def test_what_is_counted_and_over_what_time_are_two_choices(warehouse: Warehouse, per: str, over: str, amount: float) -> None:
    frame = queries.budget_comparison(warehouse, viewed_on=VIEWED_ON, per=per, over=over).set_index("plan_id")
    assert frame.loc[PLAN, "amount"] == pytest.approx(amount)


def test_plan_without_lines_has_no_figure_and_a_reason(warehouse: Warehouse) -> None:
    columns = ("planned_xof", "planned_usd", "per_capita", "missing_reason", "explanation_en", "explanation_fr")
    assert total(warehouse, *columns, plan_id="no-lines") == (
        None,
        None,
        None,
        "no_published_figure",
        "not in the document",
        "absent du document",
    )


def test_line_without_amount_is_not_zero(warehouse: Warehouse) -> None:
    assert total(warehouse, "planned_xof", "missing_reason", plan_id="no-amount") == (None, "no_published_figure")


def test_amounts_stand_by_pillar_and_year(warehouse: Warehouse) -> None:
    statement = (
        "SELECT pillar_code, budget_year, stage, amount_xof, line_count, line_without_amount_count"
        " FROM budget_by_pillar_year($viewed_on) WHERE plan_id = $plan_id ORDER BY ALL"
    )
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON, plan_id=PLAN) == [
        ("1", 2019, "planned", 1_000_000, 1, 0),
        ("1", 2020, "planned", 550_000, 1, 0),
        ("2", None, "planned", 200_000, 1, 1),
    ]


def test_line_says_which_year_its_rate_is_of(warehouse: Warehouse) -> None:
    statement = (
        "SELECT activity_id, budget_year, rate_year, rate_year_is_assumed, amount_usd"
        " FROM budget_line_converted($viewed_on) WHERE plan_id = $plan_id AND amount IS NOT NULL ORDER BY ALL"
    )
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON, plan_id=PLAN) == [
        ("A1", 2019, 2019, False, 2000),
        ("A1", 2020, 2020, False, 1000),
        ("A2", None, 2019, True, 400),
    ]


def test_spent_is_not_added_to_planned(warehouse: Warehouse) -> None:
    assert total(warehouse, "planned_xof", plan_id="spent") == (1000,)


def test_amount_in_another_currency_is_moved_to_xof(warehouse: Warehouse) -> None:
    assert total(warehouse, "planned_xof", "planned_eur", plan_id="euro") == (pytest.approx(655_957), pytest.approx(1000))


def test_currency_is_reached_through_the_dollar(warehouse: Warehouse) -> None:
    assert total(warehouse, "planned_xof", plan_id="krona") == (55_000,)


def test_total_is_unknown_where_one_year_has_no_rate(warehouse: Warehouse) -> None:
    columns = ("planned_xof", "planned_eur", "planned_usd", "planned_usd_constant")
    assert total(warehouse, *columns, plan_id="no-rate") == (2000, pytest.approx(2000 / 655.957), None, None)


@pytest.mark.parametrize(("viewed_on", "planned"), [(date(2020, 12, 31), None), (date(2021, 1, 1), 1000)])
def test_budget_is_known_from_the_day_its_source_is_published(warehouse: Warehouse, viewed_on: date, planned: int | None) -> None:
    assert total(warehouse, "planned_xof", plan_id="late", viewed_on=viewed_on) == (planned,)


def test_every_plan_has_a_row(warehouse: Warehouse) -> None:
    assert warehouse.rows("SELECT plan_id FROM budget_total ORDER BY ALL")[1] == sorted((row["plan_id"],) for row in PLANS["plan"])
