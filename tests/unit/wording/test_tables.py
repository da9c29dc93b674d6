"""CSV files open in the spreadsheet of their language, and no cell of them runs."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nap_analytics.wording.language import language
from nap_analytics.wording.tables import HeadedTable, csv_bytes

FRENCH, ENGLISH = language("fr"), language("en")


def rows(content: bytes, *, delimiter: str) -> list[list[str]]:
    """The cells of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


@pytest.fixture
def frame() -> pd.DataFrame:
    """One row for each kind of value."""
    return pd.DataFrame(
        {
            "pillar": ["Prévention; paix", None],
            "progress_pct": [64.25, None],
            "amount": [Decimal("1250.50"), Decimal("1000000000.00")],
            "count": [1276, 0],
            "day": [date(2019, 12, 31), None],
            "is_certain": [True, False],
        }
    )


def test_french_file_has_semicolons_and_decimal_commas(frame: pd.DataFrame) -> None:
    content = csv_bytes(frame, FRENCH)
    assert content.startswith(b"\xef\xbb\xbfpillar;progress_pct;")
    assert rows(content, delimiter=";")[1:] == [
        ["Prévention; paix", "64,25", "1250,5", "1276", "2019-12-31", "oui"],
        ["", "", "1000000000", "0", "", "non"],
    ]


def test_english_file_has_commas_and_decimal_points(frame: pd.DataFrame) -> None:
    assert rows(csv_bytes(frame, ENGLISH), delimiter=",")[1:] == [
        ["Prévention; paix", "64.25", "1250.5", "1276", "2019-12-31", "yes"],
        ["", "", "1000000000", "0", "", "no"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+33 cmd", "-a", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_text_that_would_run_gets_an_apostrophe(text: str) -> None:
    assert rows(csv_bytes(pd.DataFrame({text: [text]}), ENGLISH), delimiter=",") == [[f"'{text}"], [f"'{text}"]]


@pytest.mark.parametrize("text", ["-5", "+3,5", "-0.25", "% of women", "a = b", "–", ""])
def test_numbers_and_harmless_text_stay_as_they_are(text: str) -> None:
    assert rows(csv_bytes(pd.DataFrame({"a": [text], "b": [1]}), ENGLISH), delimiter=",")[1] == [text, "1"]


@pytest.mark.parametrize("value", [1e-7, 123456789012.0, 0.1 + 0.2, -2.5])
def test_numbers_are_unrounded_and_without_exponent(value: float) -> None:
    cell = rows(csv_bytes(pd.DataFrame({"a": [value]}), ENGLISH), delimiter=",")[1][0]
    assert "e" not in cell
    assert float(cell) == value


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00")), min_size=1, max_size=5))
def test_no_text_cell_can_start_a_formula(texts: list[str]) -> None:
    for [cell] in rows(csv_bytes(pd.DataFrame({"a": texts}, dtype=object).assign(a=lambda f: f["a"] + "x"), FRENCH), delimiter=";"):
        assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_table_shows_its_columns_in_order_under_their_headings(frame: pd.DataFrame) -> None:
    table = HeadedTable(frame, columns={"count": "Nombre", "pillar": "Pilier"})
    assert table.headed().to_dict("list")["Nombre"] == [1276, 0]
    assert list(table.headed().columns) == ["Nombre", "Pilier"]
