"""The warehouse works out the examples of the method pages on money, masking and contradictions, as docs/methods/ prints them."""

from __future__ import annotations

import pytest

from nap_analytics import queries
from nap_analytics.warehouse.database import Warehouse
from tests.methods import NAMES, example, figures, numbers, printed, reckoned, rows
from tests.tiny import LAST_DAY, MINIMUM, USUAL, VIEWED_ON, Tables, framework, measured, of_plan, rows_seen, tiny_warehouse, together

FIRST_YEAR = USUAL["plan"]["start_year"]
YEAR = {"period_start": f"{FIRST_YEAR}-01-01", "period_end": f"{FIRST_YEAR}-12-31"}
NEXT_YEAR = {"period_start": f"{FIRST_YEAR + 1}-01-01", "period_end": f"{FIRST_YEAR + 1}-12-31"}


def read_money() -> Tables:
    intro, results = example("money")
    first, year, second, next_year, without_year, rate, next_rate, base, base_rate, index, next_index, _, base_index, people = numbers(
        intro
    )
    _, parity = numbers(rows(results)[1][1])
    rates = [(year, rate), (next_year, next_rate), (base, base_rate)]
    amounts = [(year, first), (next_year, second), (None, without_year)]
    lines = [{"pillar_code": "1", "budget_year": budget_year, "amount": amount} for budget_year, amount in amounts]
    return together(
        {
            "exchange_rate": [
                {"from_currency_code": "EUR", "rate_year": 1999, "rate": parity, "rate_kind": "fixed_parity"},
                *({"from_currency_code": "USD", "rate_year": rate_year, "rate": dollar} for rate_year, dollar in rates),
            ],
            "price_index": [
                {"index_year": n, "index_value": value} for n, value in ((year, index), (next_year, next_index), (base, base_index))
            ],
            "population": [{"population_year": year, "person_count": people}],
        },
        of_plan("money", {"budget_line": lines}, women_share_pct=50),
    )


def test_money(warehouse: Warehouse) -> None:
    intro, results = example("money")
    columns = "planned_xof, planned_eur, planned_usd, planned_xof_constant, planned_usd_constant, per_year, per_capita, per_woman"
    statement = f"SELECT {columns} FROM budget_total($viewed_on) WHERE plan_id = 'money'"
    [found] = rows_seen(warehouse, statement, viewed_on=VIEWED_ON)
    yearly = queries.budget_comparison(warehouse, viewed_on=VIEWED_ON, per="woman", over="year").set_index("plan_id").loc["money", "amount"]
    assert [*found, yearly] == [printed(numbers(result)[0]) for *_, result in rows(results)]
    assert numbers(rows(results)[1][1])[0] == numbers(rows(results)[0][2])[0]
    years = [number for number in numbers(intro) if FIRST_YEAR <= number <= LAST_DAY.year]
    assert years == [FIRST_YEAR, FIRST_YEAR + 1, LAST_DAY.year, LAST_DAY.year]
    assert [numbers(label)[0] for label, *_ in rows(results) if numbers(label)] == years[2:]


def test_reckonings_of_the_money(warehouse: Warehouse) -> None:
    """Each result of the table, from its own reckoning; one that begins with a sign goes on from the total."""
    (_, _, total), *others = rows(example("money")[1])
    for _, reckoning, result in others:
        whole = f"{numbers(total)[0]} {reckoning}" if reckoning.startswith("/") else reckoning
        assert warehouse.rows(f"SELECT 1.0 * {whole}")[1] == [(printed(numbers(result)[0]),)]


def read_stages() -> Tables:
    parts = []
    for n, (reports, _, verdict, _) in enumerate(rows(example("stages")[1])):
        usual = {"pillar_code": "1", "budget_year": FIRST_YEAR, "stage": "spent", "funder": "donor", "implementer": "ngo"}
        lines = [
            {**usual, "line_id": f"{n}-{by}", "reported_by": by, "amount": amount}
            for by, amount in zip(("donor", "ngo"), numbers(reports), strict=True)
        ]
        parts.append(of_plan(f"stages {n}", {"budget_line": lines}))
        if verdict == "decided":
            reason = {"reason_en": "as agreed", "reason_fr": "selon l’accord"}
            pair = {"first_line_id": f"{n}-donor", "second_line_id": f"{n}-ngo"}
            parts.append({"same_money": [{**pair, **reason, "is_same_money": True, "decided_on": VIEWED_ON}]})
    return together(
        {"organisation": [{"organisation_id": "donor", "kind": "donor"}, {"organisation_id": "ngo", "kind": "civil_society"}]}, *parts
    )


def test_stages(warehouse: Warehouse) -> None:
    verdicts = {"recognised": "recognised", "doubtful": "doubtful", "two amounts": None, "decided": "settled_same"}
    for n, (reports, difference, verdict, counted) in enumerate(rows(example("stages")[1])):
        statement = "SELECT verdict, difference_pct FROM budget_report_pair($viewed_on) WHERE plan_id = $plan"
        pairs = rows_seen(warehouse, statement, viewed_on=VIEWED_ON, plan=f"stages {n}")
        assert pairs == ([(verdicts[verdict], printed(numbers(difference)[0]))] if verdicts[verdict] else [])
        high, low = numbers(reports)
        assert 100 * (high - low) / high == printed(numbers(difference)[0])
        statement = "SELECT SUM(amount_xof) FROM budget_by_pillar_year($viewed_on) WHERE plan_id = $plan AND stage = 'spent'"
        assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON, plan=f"stages {n}") == [(numbers(counted)[0],)]


def read_masking() -> Tables:
    country, *regions = numbers(*example("masking"))[:4]
    places = zip((None, "A", "B", "C"), (country, *regions), strict=True)
    values = [{"series_id": "masking", "period_end": LAST_DAY, "region_code": region, "value": value} for region, value in places]
    return {**measured("masking", is_sensitive=True), "region": [{"region_code": code} for code in "ABC"], "observation": values}


def test_masking(warehouse: Warehouse) -> None:
    country, a, b, c, *told, shown, region, whole, shown_region, both = numbers(*example("masking"))
    statement = "SELECT value, missing_reason FROM observation($viewed_on) WHERE series_id = 'masking' ORDER BY region_code NULLS FIRST"
    found = [value or reason for value, reason in rows_seen(warehouse, statement, viewed_on=VIEWED_ON)]
    assert found == [shown, "masked", "masked", region]
    assert ([country, b, c], [country, c]) == (told, [whole, shown_region])
    assert (country - b - c, country - c) == (a, both) == (a, a + b)


def read_discrepancies() -> Tables:
    line, completion, code, values = example("source-discrepancies")
    total, *cells, _, _, rest = numbers(line)
    usual = {"activity_id": "A1", "pillar_code": "1", "printed_total": total}
    lines = [
        {**usual, "budget_year": year, "amount": amount}
        for year, amount in zip((FIRST_YEAR, FIRST_YEAR + 1, None), (*cells, rest), strict=True)
    ]
    pct, done, planned, _, _, other_pct, other_done, other_planned, _ = numbers(completion)
    shares = [(done, planned, pct), (other_done, other_planned, other_pct)]
    result, printed_code, own_code = figures(code)
    before, after, _, country, north, south, _, _ = numbers(values)
    opportunity = {"node_code": own_code, "parent_code": result, "level": "opportunity", "printed_code": printed_code, "sort_order": 9}
    running = [{"series_id": "running", **period, "value": value} for period, value in ((YEAR, before), (NEXT_YEAR, after))]
    regions = [
        {"series_id": "split", **YEAR, "region_code": code, "value": n} for code, n in ((None, country), ("TWO-1", north), ("TWO-2", south))
    ]
    return together(
        {"region": [{"region_code": code, "country_code": "TWO"} for code in ("TWO-1", "TWO-2")]},
        of_plan("line", {"activity": [{"activity_id": "A1"}], "budget_line": lines}),
        of_plan(
            "percentage",
            {
                "pillar": [{"pillar_code": str(n)} for n in range(len(shares))],
                "reported_completion": [
                    {"pillar_code": str(n), "completed_count": k, "planned_count": of, "printed_pct": share}
                    for n, (k, of, share) in enumerate(shares)
                ],
            },
        ),
        of_plan("code", {"framework_node": [*framework("code", "1"), opportunity]}),
        of_plan("running", {**measured("running", accumulation="running_total"), "observation": running}),
        of_plan("split", {**measured("split"), "observation": regions}, country_code="TWO"),
    )


def test_source_discrepancies(warehouse: Warehouse) -> None:
    line, completion, code, values = example("source-discrepancies")
    total, *_, of_cells, beyond, rest = figures(line)
    pct, _, _, share, below, sound, sound_done, sound_planned, sound_share = figures(completion)
    result, printed_code, own_code = figures(code)
    pillar, _, order = result.partition(".")
    assert (own_code, printed_code) == (f"{result}.1", f"{pillar}.{int(order) + 1}.1"), (
        "the first of its result, printed as that of the next"
    )
    before, after, fall, country, _, _, of_regions, missing = figures(values)
    expected = {
        "line": (total, of_cells, float(beyond)),
        "percentage": (pct, share, printed(float(below))),
        "code": (printed_code, own_code, None),
        "running": (after, before, float(fall)),
        "split": (country, of_regions, float(missing)),
    }
    statement = (
        "SELECT plan_id, printed_value, computed_value, difference FROM source_discrepancy($viewed_on) WHERE list_contains($plans, plan_id)"
    )
    found = rows_seen(warehouse, statement, viewed_on=VIEWED_ON, plans=list(expected))
    assert {plan: row for plan, *row in found} == {plan: [*row] for plan, row in expected.items()}
    assert len(found) == len(expected)
    assert rest == beyond
    assert 100 * int(sound_done) / int(sound_planned) == printed(float(sound_share)) == pytest.approx(float(sound), abs=0.5)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The examples of all these pages in one warehouse."""
    usual = {name: MINIMUM[name] for name in ("source", "plan", "pillar")}
    return tiny_warehouse(
        tmp_path_factory.mktemp("worked"), together(usual, read_money(), read_stages(), read_masking(), read_discrepancies())
    )


@pytest.mark.parametrize("name", NAMES)
def test_what_a_page_reckons_comes_out(warehouse: Warehouse, name: str) -> None:
    for reckoning, result in (found for part in example(name) for found in reckoned(part)):
        assert warehouse.rows(f"SELECT {reckoning}")[1] == [(printed(result),)], reckoning
