"""A budget, a currency, a plan, money reported: rows of CSV files change the page as a reader expects, and nothing else does."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from nap_analytics.errors import DataError
from nap_analytics.ui import cache
from nap_analytics.ui.navigation import page_path
from nap_analytics.warehouse import open_warehouse

ROOT = Path(__file__).parents[2]
MAIN = ROOT / "nap_analytics" / "ui" / "main.py"

Rows = list[dict[str, object]]


def append(path: Path, rows: Rows, *, like: Path | None = None) -> None:
    """Add rows to a CSV file; a new file takes its header from another plan's."""
    header = (like or path).read_text(encoding="utf-8").splitlines()[0].split(",")
    is_new = not path.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        if is_new:
            writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the shipped data that the page reads."""
    folder = shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.setenv("NAP_DATA", str(folder))
    monkeypatch.setenv("NAP_WORKSPACE", str(tmp_path / "workspace"))
    cache.warehouse.clear()
    yield folder
    cache.warehouse.clear()


def page(**parameters: str) -> str:
    """All that the budgets page says in English, its charts included."""
    app = AppTest.from_file(MAIN, default_timeout=60).switch_page(page_path("budgets"))
    for name, value in {"lang": "en", **parameters}.items():
        app.query_params[name] = value
    app.run()
    assert [element.message for element in app.exception] + [element.value for element in app.error] == []
    texts = [element.proto.body for element in app.get("html")]
    texts += [element.proto.alt + element.proto.spec for element in app.get("plotly_chart")]
    texts += [" ".join(element.proto.options) for element in app.get("selectbox")]
    texts += [" ".join(option.content for option in element.proto.options) for element in app.get("button_group")]
    return "\n".join(texts)


def line(plan_id: str, **cells: object) -> dict[str, object]:
    """A budget line from the press of the second plan."""
    usual = {"stage": "planned", "currency_code": "XOF", "source_id": "abamako-119016", "locator": "test"}
    return {"plan_id": plan_id, **usual, **cells}


def add_third_budget(data: Path) -> None:
    """12,000 million in 2019 for two pillars, with the printed total."""
    folder, like = data / "plans" / "mli-2019", data / "plans" / "mli-2012"
    lines = [
        line("mli-2019", pillar_code=code, budget_year=2019, amount=amount) for code, amount in (("1", 9_000_000_000), ("2", 3_000_000_000))
    ]
    append(folder / "budget_line.csv", lines, like=like / "budget_line.csv")
    append(folder / "printed_total.csv", [line("mli-2019", amount=12_000_000_000)], like=like / "printed_total.csv")


def test_a_budget_of_the_third_plan_takes_the_place_of_the_gap(data: Path) -> None:
    assert "The sources give no amount for NAP 2019-2023." in page()
    add_third_budget(data)
    cache.warehouse.clear()
    words = page()
    assert "The sources give no amount" not in words
    # 12,000 / 5 x 126.9699 / 108.7308 (prices of 2023 and 2019) against 9,386 / 3 x 126.9699 / 110.3091 (of 2015)
    assert "NAP 2019-2023 asked for 22.2% less than NAP 2015-2017 per year, at 2023 prices" in words
    assert (
        "NAP 2019-2023 asked for 27.8% more than NAP 2015-2017 in total: XOF\xa012,000\xa0M for 5 years against "
        "XOF\xa09,386\xa0M (asked of partners) for 3 years."
    ) in page(per="plan", prices="current")
    shares = page(view="shares")
    assert "From NAP 2012-2014 to NAP 2019-2023, “Participation” went from 9.9% to 75% of the budget" in shares
    assert "both the budget and the result are known for 1 priority of 4" in page(view="results", plan="mli-2019")


def test_a_new_currency_is_offered_without_a_line_of_python(data: Path) -> None:
    assert "JPY" not in page()
    rates = [
        {
            "from_currency_code": "USD",
            "to_currency_code": "JPY",
            "rate_year": year,
            "rate": 100,
            "rate_kind": "annual_average",
            "source_id": "fed-fx",
            "locator": "test",
        }
        for year in range(2012, 2024)
    ]
    append(data / "reference" / "exchange_rate.csv", rates)
    cache.warehouse.clear()
    words = page(currency="JPY", over="plan", prices="current")
    # 9,386,000,000 / 591.2117 x 100 = 1,587.59 million yen.
    assert "JPY\xa01,587.6\xa0M (asked of partners) against JPY\xa0254.4\xa0M" in words


def test_a_fourth_plan_stands_beside_the_others(data: Path) -> None:
    like, folder = data / "plans" / "mli-2012", data / "plans" / "mli-2024"
    named = {"is_own_translation": "true", "source_id": "abamako-119016", "locator": "test"}
    texts = {"title_en": "NAP four", "title_fr": "PAN quatre", "short_name_en": "NAP 2024-2028", "short_name_fr": "PAN 2024-2028"}
    plan = {"plan_id": "mli-2024", "country_code": "MLI", "start_year": 2024, "end_year": 2028, "currency_code": "XOF", **texts, **named}
    pillar = {"plan_id": "mli-2024", "pillar_code": "1", "name_en": "Participation", "name_fr": "Participation", **named}
    pillar |= {"short_name_en": "Participation", "short_name_fr": "Participation"}
    node = {"plan_id": "mli-2024", "node_code": "1", "pillar_code": "1", "level": "pillar", "sort_order": 1, **named}
    node |= {"text_en": "Participation", "text_fr": "Participation"}
    append(folder / "plan.csv", [plan], like=like / "plan.csv")
    append(folder / "pillar.csv", [pillar], like=like / "pillar.csv")
    append(folder / "framework_node.csv", [node], like=like / "framework_node.csv")
    append(
        folder / "budget_line.csv",
        [line("mli-2024", pillar_code="1", budget_year=2024, amount=20_000_000_000)],
        like=like / "budget_line.csv",
    )
    append(folder / "printed_total.csv", [line("mli-2024", amount=20_000_000_000)], like=like / "printed_total.csv")
    readings = ("main", "by_activity", "participation_first", "even_split")
    crosswalk = [
        {
            "plan_id": "mli-2024",
            "pillar_code": "1",
            "wps_pillar": "participation",
            "reading": reading,
            "share": 1,
            "rationale_en": "named so",
            "rationale_fr": "nommé ainsi",
        }
        for reading in readings
    ]
    append(data / "reference" / "crosswalk.csv", crosswalk)
    words = page(over="plan", prices="current")
    assert (
        "NAP 2024-2028 asked for 2.1 times as much as NAP 2015-2017 in total: XOF\xa020,000\xa0M for 5 years against "
        "XOF\xa09,386\xa0M (asked of partners) for 3 years."
    ) in words


def reported(stage: str, amount: int, by: str, line_id: str) -> dict[str, object]:
    """Money that Sweden gives for the first pillar and UN Women carries out."""
    who = {"funder": "sweden", "implementer": "un-women", "reported_by": by, "line_id": line_id}
    return line("mli-2012", pillar_code="1", budget_year=2013, stage=stage, amount=amount, **who)


@pytest.fixture
def organisations(data: Path) -> Callable[[str], str]:
    """Real organisations of the data by a word of their name."""
    rows = list(csv.DictReader((data / "reference" / "organisation.csv").read_text(encoding="utf-8").splitlines()))
    return lambda kind: next(row["organisation_id"] for row in rows if row["kind"] == kind)


def test_money_committed_and_spent_draws_stages_gap_funders_and_flows(data: Path, organisations: Callable[[str], str]) -> None:
    empty = page(view="stages", plan="mli-2012")
    assert "no source says what came after" in empty
    assert "5 things are missing" in empty
    funder, body = organisations("donor"), organisations("united_nations")
    who = {"sweden": funder, "un-women": body}
    lines = [
        reported("committed", 100_000_000, "sweden", "r1"),
        reported("spent", 76_000_000, "sweden", "r2"),
        reported("spent", 76_000_000, "un-women", "r3"),
    ]
    named = [{name: who.get(str(value), value) for name, value in row.items()} for row in lines]
    append(data / "plans" / "mli-2012" / "budget_line.csv", named)
    cache.warehouse.clear()
    words = page(view="stages", plan="mli-2012")
    assert "NAP 2012-2014: XOF\xa076\xa0M spent of XOF\xa01,276\xa0M planned, 6%." in words
    assert "“Prevention” has the largest gap: XOF\xa052\xa0M of XOF\xa0152\xa0M planned are not committed." in words
    assert "1 amount is reported twice and counted once." in words
    assert '"sankey"' in words
    assert "1 thing is missing" in words


FAULTY = """mli-2012,1,mli-2012:A1.1,2012,planned,12000000,ABC,,,,,12000000,,,,nap-mli-2012-en,unknown currency
mli-2012,1,,2013,planned,-5,XOF,,,,,,,,,nap-mli-2012-en,negative amount
mli-2012,1,,1999,planned,5,XOF,,,,,,,,,nap-mli-2012-en,year outside the plan
mli-2012,2,,2013,committed,100,XOF,,,,,,,,,nap-mli-2012-en,committed
mli-2012,2,,2013,spent,150,XOF,,,,,,,,,nap-mli-2012-en,spent above committed
mli-2012,3,,2013,planned,7,XOF,,,,,,,,,nap-mli-2012-en,once
mli-2012,3,,2013,planned,7,XOF,,,,,,,,,nap-mli-2012-en,twice
mli-2012,3,,2014,planned,"1 250 000,50",XOF,,,,,,,,,nap-mli-2012-en,French number
mli-2012,3,,2014,planned,"1.250.000",XOF,,,,,,,,,nap-mli-2012-en,dots between thousands
"""
"""Rows as somebody types them in a hurry, each with one fault, after the shipped lines."""


def test_a_budget_file_with_faults_is_refused_with_every_fault(data: Path) -> None:
    path, totals = (data / "plans" / "mli-2012" / name for name in ("budget_line.csv", "printed_total.csv"))
    first = len(path.read_text(encoding="utf-8").splitlines()) + 1
    with path.open("a", encoding="utf-8") as file:
        file.write(FAULTY)
    totals.write_text(totals.read_text(encoding="utf-8").replace("5,planned,169000000", "5,planned,170000000"), encoding="utf-8")
    with pytest.raises(DataError) as raised:
        open_warehouse(folder=data, workspace=data.parent / "workspace")
    lines = [fault for fault in raised.value.faults if fault.file.endswith("budget_line.csv")]
    assert [(fault.row - first, fault.column, fault.value) for fault in lines] == [
        (0, "currency_code", "ABC"),
        (1, "amount", "-5.00"),
        (2, "budget_year", "1999"),
        (4, "amount", "150.00"),
        (6, "amount", "7.00"),
        (7, "amount", "1 250 000,50"),
        (8, "amount", "1.250.000"),
    ]
    others = [(fault.file, fault.row, fault.value) for fault in raised.value.faults if fault not in lines]
    assert others == [("plans/mli-2012/printed_total.csv", 6, "170000000.00")]
