"""Sound data that lacks a whole subject: every page opens in both languages and every file is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sized
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import streamlit as st

from nap_analytics.kit.formats import FORMATS, Export
from nap_analytics.ui.cache import warehouse
from nap_analytics.ui.navigation import PAGES
from nap_analytics.wording.language import language, language_codes
from tests.combinations import WHOLE
from tests.tiny import PLAN, Tables, framework, measured, together, write_folder
from tests.visits import GAP, page_run, words_of

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

BUDGET: Tables = {
    "activity": [{"activity_id": "A1"}],
    "budget_line": [{"activity_id": "A1", "pillar_code": "1", "budget_year": 2019, "amount": 100, "printed_total": 100}],
    "printed_total": [{"pillar_code": "1", "amount": 100}, {"amount": 100}],
}
ABOVE_THE_RESULTS: Tables = {
    "framework_node": [
        *framework(PLAN, "1"),
        {"node_code": "O2", "parent_code": "1", "level": "objective", "sort_order": 4},
    ],
    "indicator": [
        {"indicator_id": "of-pillar", "node_code": "1"},
        {"indicator_id": "of-first", "node_code": "O1"},
        {"indicator_id": "of-second", "node_code": "O2"},
        {"indicator_id": "of-result", "node_code": "1.1"},
    ],
}

DATA: dict[str, Tables] = {
    "nothing-but-a-plan": {},
    "no-indicator-no-population": {**BUDGET, "population": []},
    "no-value": together(measured("mark", baseline=10, target=30, value_kind="percent", unit="percent"), BUDGET),
    "no-target-no-budget": measured("mark", baseline=10, values=20, value_kind="percent", unit="percent"),
    "only-chapters": {"indicator": [{"indicator_id": "led", "chapter": "leadership"}]},
    "above-the-results": ABOVE_THE_RESULTS,
    "below-zero": measured("fall", baseline=-4, target=20, values=-12.5, value_kind="rate_of_change", unit="percent"),
}
"""What the folder holds."""


@pytest.fixture(scope="module", params=DATA)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One of the folders, as the one that the dashboard uses."""
    made = tmp_path_factory.mktemp(request.param)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("NAP_DATA", str(write_folder(made / "data", DATA[request.param])))
        patched.setenv("NAP_WORKSPACE", str(made / "workspace"))
        st.cache_resource.clear()
        yield made / "data"
    st.cache_resource.clear()


@pytest.fixture(scope="module")
def export(folder: Path) -> Callable[[str], Export]:
    """What a writer of files is given, by language; with the warehouse that the pages have opened."""
    assert os.environ["NAP_DATA"] == str(folder)
    opened = warehouse().remembering()
    return lambda code: Export(opened, language(code), date(2026, 11, 27), "XM-EXAMPLE", "Example")


FILES = ("iati", "hxl", "sdmx", "xlsx", "light", "docx")


TURNS = [pytest.param(turn, marks=() if turn == 0 else WHOLE) for turn in range(len(language_codes()))]
"""What is asked in one language, the languages in turn; with `--whole` in each."""


def every_other(names: Sized) -> list[ParameterSet]:
    """Places of names that are asked with every folder: by default every other one; with `--whole` all."""
    return [pytest.param(at, marks=() if at % 2 == 0 else WHOLE) for at in range(len(names))]


def in_turn(names: Iterable[str], folder: Path, *, at: int, turn: int) -> tuple[str, str]:
    """Name and language of a place with a folder, beginning with another name and language for each folder."""
    row, codes, all_names = list(DATA).index(folder.parent.name.rstrip("0123456789")), language_codes(), list(names)
    place = (at + row) % len(all_names)
    return all_names[place], codes[(place // 2 + row + turn) % len(codes)]


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("at", every_other(PAGES))
def test_every_page_opens_and_no_gap_stands_inside_a_sentence(at: int, turn: int, folder: Path) -> None:
    name, code = in_turn(PAGES, folder, at=at, turn=turn)
    app = page_run(name, lang=code)
    assert [element.message for element in app.exception] + [element.value for element in app.error] == []
    assert GAP.findall(words_of(app)) == []


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("at", every_other(FILES))
def test_every_file_is_written(at: int, turn: int, folder: Path, export: Callable[[str], Export]) -> None:
    name, code = in_turn(FILES, folder, at=at, turn=turn)
    content = FORMATS[name].write(export(code))
    assert content
    if name == "light":
        assert GAP.findall(content.decode()) == []


def test_warnings_stand_on_the_page_of_checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    periods = [("2019-01-01", "2019-03-31"), ("2019-07-01", "2019-09-30")]
    tables: Tables = {
        "indicator": [{"indicator_id": "s", "accumulation": "sum"}],
        "series": [{"series_id": "s"}],
        "observation": [{"series_id": "s", "period_start": start, "period_end": end, "value": 5} for start, end in periods],
    }
    monkeypatch.setenv("NAP_DATA", str(write_folder(tmp_path / "data", tables)))
    monkeypatch.setenv("NAP_WORKSPACE", str(tmp_path / "workspace"))
    st.cache_resource.clear()
    app = page_run("data", lang="en", section="checks")
    texts = words_of(app)
    st.cache_resource.clear()
    assert "observation.csv, row 3, column period_start" in texts
    assert "s: 2019-04-01 – 2019-06-30" in texts
    assert "no row covers these days, so no sum is made over them" in texts
