"""A code that the document prints otherwise is shown with what it prints, and an indicator is found by either."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nap_analytics import queries
from nap_analytics.charts.progress import group_name
from nap_analytics.warehouse.database import Warehouse
from nap_analytics.wording.codes import shown_code
from nap_analytics.wording.language import language
from tests.tiny import PLAN, VIEWED_ON, Tables, framework, tiny_warehouse

EN, FR = language("en"), language("fr")
ROOT = Path(__file__).parents[3]

PRINTED: Tables = {
    "framework_node": [
        *framework(PLAN, "1", results=0),
        {"node_code": "1.1", "parent_code": "O1", "printed_code": "1.1", "sort_order": 2},
        {"node_code": "1.3", "parent_code": "O1", "printed_code": "1.2", "sort_order": 3},
        {"node_code": "1.3.1", "parent_code": "1.3", "level": "opportunity", "printed_code": "1.2.1", "sort_order": 4},
    ],
    "indicator": [
        {"indicator_id": f"{PLAN}:1.1a", "node_code": "1.1", "text_en": "Judges trained"},
        {"indicator_id": f"{PLAN}:1.3.1b", "node_code": "1.3.1", "text_en": "Guides printed", "sort_order": 2},
        {"indicator_id": "bare", "node_code": "1.3", "text_en": "Meetings held", "sort_order": 3},
    ],
}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """A result and its opportunity are printed under other codes than those of their places."""
    return tiny_warehouse(tmp_path_factory.mktemp("codes"), PRINTED)


def test_code_of_an_indicator_is_that_of_its_node_and_a_letter(warehouse: Warehouse) -> None:
    assert warehouse.rows("SELECT indicator_id, code, printed_code FROM indicator_code ORDER BY indicator_id")[1] == [
        ("bare", "bare", "1.2"),
        (f"{PLAN}:1.1a", "1.1a", None),
        (f"{PLAN}:1.3.1b", "1.3.1b", "1.2.1"),
    ]


@pytest.mark.parametrize(("t", "words"), [(EN, "1.3.1b (printed 1.2.1)"), (FR, "1.3.1b (dans le document\xa0: 1.2.1)")])
def test_both_codes_are_shown_where_they_differ(t: object, words: str) -> None:
    assert shown_code(t, "1.3.1b", "1.2.1") == words
    assert shown_code(t, "1.1a", None) == shown_code(t, "1.1a", float("nan")) == "1.1a"


@pytest.mark.parametrize("words", ["1.3.1b", "1.2.1", "1.2.1b", "guides 1.2.1"])
def test_indicator_is_found_by_either_code(warehouse: Warehouse, words: str) -> None:
    assert queries.search(warehouse, words=words)["code"].tolist() == [f"{PLAN}:1.3.1b"]


def test_result_shows_both_codes_in_charts_and_registers(warehouse: Warehouse) -> None:
    results = EN.localise(queries.result_progress(warehouse, plan_id=PLAN, viewed_on=VIEWED_ON))
    assert [group_name(row, t=EN) for row in results.itertuples()] == ["1.1 1.1 (en)", "1.3 (printed 1.2) 1.3 (en)"]


@pytest.mark.parametrize("question", ["indicator_progress", "plan_series", "data_gaps", "indicator_gaps"])
def test_every_list_of_indicators_knows_both_codes(warehouse: Warehouse, question: str) -> None:
    found = getattr(queries, question)(warehouse, plan_id=PLAN, viewed_on=VIEWED_ON)
    codes = {shown_code(EN, row.code, row.printed_code) for row in found.itertuples()}
    assert codes == {"1.1a", "1.3.1b (printed 1.2.1)", "bare (printed 1.2)"}


def test_no_code_is_cut_out_of_an_identifier_for_show() -> None:
    """The view `indicator_code` alone says what the code of an indicator is."""
    cutting = re.compile(r"""indicator_id['"]?\]?\.(str\.)?(partition|split)\(['"]:['"]\)""")
    files = [path for folder in ("nap_analytics", "pages") for path in (ROOT / folder).rglob("*.py")]
    assert [path.name for path in files if cutting.search(path.read_text(encoding="utf-8"))] == []
