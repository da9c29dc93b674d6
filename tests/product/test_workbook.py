"""The budget workbook: recomputed by LibreOffice at other settings and rates, it gives what the queries answer."""

from __future__ import annotations

import io
import math
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from nap_analytics import queries
from nap_analytics.findings.plans import reading_name
from nap_analytics.kit.workbook import budget_workbook
from nap_analytics.warehouse import Warehouse, open_warehouse
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import language, language_codes
from tests.combinations import WHOLE
from tests.libreoffice import converted
from tests.tiny import Row, Tables, tiny_warehouse
from tests.workbook_case import ENGLISH, HAND_WORKED, HEADINGS, SUMMARY_HEADINGS, TODAY, Case, Settings, code, differences, rows_of, same
from tests.workbook_sheets import LIVE, PLAIN, Sheet

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
CHANGED_RATE = 600.0
ERROR = re.compile(r"#(?:REF!|NAME\?|VALUE!|DIV/0!|N/A|NUM!|NULL!)|Err:\d+")


FRANCS = Settings()
DOLLARS = Settings("USD", 2023, "head", "plan", "by_activity")
KRONOR = Settings("SEK", 2019, "woman", "year", "even_split")
CHANGED = Settings("USD", None, "total", "year", "participation_first")


def report(line_id: str, by: str, amount: float, **cells: Any) -> Row:
    """A line that the donor pays and the organisation carries out."""
    usual = {"pillar_code": "1", "budget_year": 2019, "stage": "spent", "funder": "donor", "implementer": "ngo"}
    return {**usual, "line_id": line_id, "reported_by": by, "amount": amount, **cells}


TINY: Tables = {
    "organisation": [
        {"organisation_id": "donor", "name_en": "@Donor", "name_fr": "@Bailleur", "kind": "donor"},
        {"organisation_id": "ngo", "kind": "civil_society"},
    ],
    "plan": [
        {"plan_id": "tst-2019"},
        {"plan_id": "tst-2021", "start_year": 2021, "end_year": 2023},
        {"plan_id": "tst-2023", "start_year": 2023, "end_year": 2024, "budget_missing_reason_en": "=none", "budget_missing_reason_fr": "="},
    ],
    "pillar": [{"pillar_code": "1"}, {"plan_id": "tst-2021", "pillar_code": "1"}, {"plan_id": "tst-2023", "pillar_code": "1"}],
    "activity": [{"activity_id": "tst-2019:A1", "text_en": "=1+1", "text_fr": "=1+1"}],
    "budget_line": [
        {"pillar_code": "1", "activity_id": "tst-2019:A1", "budget_year": 2019, "amount": 1500000.5, "note_en": "+1", "note_fr": "+1"},
        {"pillar_code": "1", "amount": None, "budget_year": 2020},
        {"pillar_code": "1", "stage": "committed", "budget_year": 2020, "amount": 1000, "currency_code": "USD", "funder": "donor"},
        {"pillar_code": "1", "stage": "disbursed", "budget_year": 2020, "amount": 500, "currency_code": "USD", "funder": "donor"},
        {"pillar_code": "1", "stage": "spent", "amount": 100, "currency_code": "EUR"},
        report("a1", "donor", 100, currency_code="USD"),
        report("a2", "ngo", 49_900),
        report("b1", "donor", 4000),
        report("b2", "ngo", 4100, budget_year=None),
        report("c1", "donor", 900, stage="disbursed"),
        report("c2", "ngo", 800, stage="disbursed"),
        {"plan_id": "tst-2021", "pillar_code": "1", "budget_year": 2021, "amount": 7, "funder": "donor"},
        {"plan_id": "tst-2021", "pillar_code": "1", "budget_year": 2023, "amount": 9, "currency_code": "EUR"},
    ],
    "same_money": [
        {
            "first_line_id": "c2",
            "second_line_id": "c1",
            "is_same_money": True,
            "decided_on": "2021-01-01",
            "reason_en": "-1",
            "reason_fr": "-1",
        }
    ],
    "reported_completion": [{"plan_id": "tst-2021", "pillar_code": "1", "planned_count": 7, "completed_count": 3}],
    "contextual_funding": [{"funding_id": "fund", "amount": 7, "currency_code": "USD"}],
    "printed_total": [{"amount": "1500000.50"}],
}
"""Texts that a spreadsheet would run, every stage, a line without amount, a year without rate or index, a plan without a figure,
and three pairs of reports: one recognised, one doubtful, one settled."""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    return tiny_warehouse(tmp_path_factory.mktemp("tiny"), TINY)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The warehouse of a copy of the data in which one rate is another."""
    folder = tmp_path_factory.mktemp("changed")
    shutil.copytree(ROOT / "data", folder / "data")
    path = folder / "data" / "reference" / "exchange_rate.csv"
    text, count = re.subn(r"^USD,XOF,2013,[^,]+", f"USD,XOF,2013,{CHANGED_RATE}", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert count == 1
    path.write_text(text, encoding="utf-8")
    return open_warehouse(folder=folder / "data", workspace=folder / "workspace")


@pytest.fixture(scope="module")
def made(real: Warehouse) -> bytes:
    """The workbook as a reader gets it."""
    return budget_workbook(real, ENGLISH, viewed_on=TODAY)


CASES = {
    "francs": ("real", FRANCS),
    "dollars": ("real", DOLLARS),
    "kronor": ("real", KRONOR),
    "changed": ("changed", CHANGED),
    "tiny": ("tiny", FRANCS),
    "tiny_dollars": ("tiny", Settings("USD", 2023, "head")),
    "tiny_current": ("tiny", Settings("USD", None, "woman")),
}
"""The data and the settings of each workbook that is recomputed."""

ASKED_WITH_WHOLE = ("kronor", "tiny_dollars")
NAMES = [pytest.param(name, marks=WHOLE if name in ASKED_WITH_WHOLE else ()) for name in CASES]


@pytest.fixture(scope="module")
def cases(request: pytest.FixtureRequest, made: bytes, tiny: Warehouse, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Case]:
    """All workbooks, recomputed in one go; their settings are typed into the cells, as a reader does."""
    folder = tmp_path_factory.mktemp("recomputed")
    of_tiny = budget_workbook(tiny, ENGLISH, viewed_on=TODAY)
    wanted = {name: case for name, case in CASES.items() if request.config.getoption("--whole") or name not in ASKED_WITH_WHOLE}
    for name, (data, settings) in wanted.items():
        book = openpyxl.load_workbook(io.BytesIO(of_tiny if data == "tiny" else made))
        _set(book, settings)
        if name == "changed":
            _change_rate(book["Rates"])
        book.save(folder / f"{name}.xlsx")
    recomputed = converted([folder / f"{name}.xlsx" for name in wanted], "xlsx")
    books = {path.stem: openpyxl.load_workbook(path, data_only=True) for path in recomputed}
    return {name: Case(books[name], request.getfixturevalue(data), settings) for name, (data, settings) in wanted.items()}


def _set(book: Workbook, settings: Settings) -> None:
    price_level: Any = "current" if settings.base_year is None else settings.base_year
    cells = (settings.currency_code, price_level, settings.per, settings.over, settings.reading)
    for row, value in enumerate(cells, start=4):
        assert book["Summary"].cell(row, 2).value is not None
        book["Summary"].cell(row, 2).value = value


def _change_rate(sheet: Worksheet) -> None:
    rows = [row for row in sheet.iter_rows(min_row=HEADINGS + 1) if [cell.value for cell in row[:3]] == ["USD", "XOF", 2013]]
    assert len(rows) == 1
    rows[0][3].value = CHANGED_RATE


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sheet", LIVE)
def test_formulas_give_what_the_queries_answer(sheet: Sheet, name: str, cases: dict[str, Case]) -> None:
    agree(cases[name], sheet)


@pytest.mark.parametrize("name", ["francs", "tiny"])
@pytest.mark.parametrize("sheet", PLAIN)
def test_values_are_what_the_queries_answer(sheet: Sheet, name: str, cases: dict[str, Case]) -> None:
    agree(cases[name], sheet)


def agree(case: Case, sheet: Sheet) -> None:
    compared = list(sheet(case))
    assert [found for shown, expected in compared for found in differences(shown, expected)] == []
    assert any(expected for _, expected in compared)


@pytest.mark.parametrize("sheet", HAND_WORKED)
def test_values_are_those_worked_by_hand(sheet: str, tiny: Warehouse) -> None:
    book = openpyxl.load_workbook(io.BytesIO(budget_workbook(tiny, ENGLISH, viewed_on=TODAY)))
    assert [cell.coordinate for row in book[sheet].iter_rows() for cell in row if cell.data_type == "f"] == []
    headings, expected = HAND_WORKED[sheet]
    shown = {tuple(row.values())[:2]: [row[heading] for heading in headings] for row in rows_of(book[sheet])}
    assert {key: shown[key] for key in expected} == {key: pytest.approx(cells) for key, cells in expected.items()}


def test_the_changed_rate_changes_the_answer(real: Warehouse, changed: Warehouse) -> None:
    """Else the case of the changed rate would prove nothing."""
    before, after = (queries.budget_comparison(one, **CHANGED.shown)["amount"].iloc[0] for one in (real, changed))
    assert not math.isclose(before, after, rel_tol=1e-4)


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_is_an_error(name: str, cases: dict[str, Case]) -> None:
    cells = [(sheet.title, cell.coordinate, cell.value) for sheet in cases[name].book for row in sheet.iter_rows() for cell in row]
    assert [cell for cell in cells if isinstance(cell[2], str) and ERROR.search(cell[2])] == []


@pytest.mark.parametrize("name", ["francs", "tiny"])
def test_stored_results_are_those_of_the_formulas(name: str, cases: dict[str, Case], made: bytes, tiny: Warehouse) -> None:
    """A viewer that does not compute shows the same."""
    content = made if name == "francs" else budget_workbook(tiny, ENGLISH, viewed_on=TODAY)
    stored = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    wrong = []
    for sheet in stored:
        for row in sheet.iter_rows():
            for cell in row:
                computed = cases[name].book[sheet.title][cell.coordinate].value
                is_same = same(computed, cell.value) if isinstance(cell.value, (int, float)) else code(computed) == code(cell.value)
                if not is_same:
                    wrong.append((sheet.title, cell.coordinate, cell.value, computed))
    assert wrong == []


def test_an_amount_that_nobody_publishes_is_words_or_empty_but_never_zero(cases: dict[str, Case]) -> None:
    for row in rows_of(cases["dollars"].book["Summary"], at=SUMMARY_HEADINGS):
        if row["Explanation"]:
            assert (row["Printed total"], row["Total in XOF"], row["Amount shown"]) == ("no amount in the sources",) * 3
    lines = rows_of(cases["francs"].book["Budget lines"])
    empty = [row for row in lines if row["Printed amount"] is None]
    assert empty
    assert {code(row[name]) for row in empty for name in ("Amount in XOF", "Amount shown")} == {None}


def test_charts_are_native_and_follow_the_cells(made: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
    assert len(charts) >= 3
    assert all("<c:f>" in chart for chart in charts)
    assert any('val="stacked"' in chart for chart in charts)


def test_formulas_are_old_enough_for_every_spreadsheet(made: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made))
    texts = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert {name for text in texts for name in re.findall(r"([A-Z][A-Z.]+)\(", text)} <= {
        "ABS", "AND", "COUNTIFS", "IF", "IFERROR", "INDEX", "ISNUMBER", "LOWER", "MATCH", "MAX", "OR", "SUMIFS", "SUMPRODUCT",
    }  # fmt: skip
    assert not [text for text in texts if "_xlfn" in text or "{" in text]


def test_a_text_of_the_data_is_never_a_formula(tiny: Warehouse) -> None:
    book = openpyxl.load_workbook(io.BytesIO(budget_workbook(tiny, ENGLISH, viewed_on=TODAY)))
    texts = {cell.value: cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}
    with_signs = {"=1+1", "+1", "@Donor", "=none"}
    assert with_signs <= texts.keys()
    links = [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links == []
    with zipfile.ZipFile(io.BytesIO(budget_workbook(tiny, ENGLISH, viewed_on=TODAY))) as archive:
        sheets = "".join(archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))
        strings = archive.read("xl/sharedStrings.xml").decode()
    assert "<f>1+1</f>" not in sheets
    assert "<t>=1+1</t>" in strings


def test_each_language_has_its_own_names_and_headings(real: Warehouse) -> None:
    books = {name: openpyxl.load_workbook(io.BytesIO(budget_workbook(real, language(name), viewed_on=TODAY))) for name in language_codes()}
    names = [name for book in books.values() for name in book.sheetnames if name != "Audit"]
    assert len(names) == len(set(names))
    assert [name for name in names if len(name) > 31 or re.search(r"[\[\]:*?/\\]", name)] == []
    for book in books.values():
        for number, sheet in enumerate(book):
            if sheet.freeze_panes or number == 0:
                row = sheet[HEADINGS if number else SUMMARY_HEADINGS]
                assert all(cell.value for cell in row), sheet.title


def test_words_of_the_codes_are_in_the_language(real: Warehouse) -> None:
    for name in language_codes():
        t = language(name)
        book = openpyxl.load_workbook(io.BytesIO(budget_workbook(real, t, viewed_on=TODAY)), data_only=True)
        assert book.worksheets[0]["C8"].value == reading_name(t, "main")
        assert word(t, "planned") in {cell.value for row in book[t("Budget lines")].iter_rows() for cell in row}


def test_the_same_data_gives_the_same_bytes(real: Warehouse, made: bytes) -> None:
    assert budget_workbook(real, ENGLISH, viewed_on=TODAY) == made


@pytest.mark.parametrize("settings", [DOLLARS, pytest.param(KRONOR, marks=WHOLE)])
def test_the_workbook_opens_in_the_view_shown(settings: Settings, real: Warehouse) -> None:
    content = budget_workbook(real, ENGLISH, **settings.shown, per=settings.per, over=settings.over, reading=settings.reading)
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    case = Case(book, real, settings)
    wrong = [found for sheet in (*LIVE, *PLAIN) for shown, expected in sheet(case) for found in differences(shown, expected)]
    assert wrong == []
