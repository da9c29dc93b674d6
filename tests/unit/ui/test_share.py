"""What one view offers to others: its words, escaped; sources where room is short; a script that the page lets through."""

from __future__ import annotations

import re
from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest
from lxml.html import fragment_fromstring

from nap_analytics.ui import share
from nap_analytics.ui.as_of import as_of_label
from nap_analytics.ui.screens.budgets.price_basis import PriceBasis
from nap_analytics.ui.screens.indicators.sections import documents_behind
from nap_analytics.ui.share import SCRIPT, View, share_control, sources_text, subject_line
from nap_analytics.wording.language import language

EN = language("en")
SHORT = ["Plan 2012", "Plan 2015", "Plan 2019"]
LONG = ["A" * 100, "B" * 80, "C" * 60]


@pytest.fixture(autouse=True)
def _known_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """Data of the end of 2023."""
    opened = SimpleNamespace(data_date=date(2023, 12, 31), version="abcdef0123")
    monkeypatch.setattr(share, "warehouse", lambda: opened)


def control(**settings: object) -> dict[str, str]:
    """What the control of a chart says of it."""
    known = {"key": "totals", "title": "It grew.", "sources": ["A & B"], "filename": "totals", "has_picture": True}
    return dict(fragment_fromstring(share_control(EN, View(**{**known, **settings}))).attrib)


def test_control_has_the_words_of_the_picture() -> None:
    attributes = control(subject_line="Plan A", lead_in="Millions.", notes=["One.", "Two."])
    assert attributes == {
        "class": "share",
        "data-key": "totals",
        "data-lang": "en",
        "data-file": "totals-en",
        "data-sentence": "Plan A: It grew (source: A & B; data as of 31 December 2023)",
        "data-by-hand": "Press Ctrl+C to copy the marked text",
        "data-about": "Plan A",
        "data-title": "It grew.",
        "data-lead-in": "Millions.",
        "data-notes": "One.\nTwo.",
        "data-source": "Source: A & B",
        "data-stamp": "NAP Analytics · data as of 31 December 2023 · version abcdef01",
        "data-failed": "The picture could not be made in this browser",
    }


def test_sentence_that_tells_what_it_speaks_of_has_no_other_beginning() -> None:
    assert control()["data-sentence"] == "It grew (source: A & B; data as of 31 December 2023)"


def test_words_of_the_data_stay_words() -> None:
    hostile = '"><script>alert(1)</script>'
    written = share_control(EN, View("k", hostile, [hostile], "f", subject_line=hostile, notes=[hostile], has_picture=True))
    found = fragment_fromstring(written)
    assert list(found.iter("script")) == []
    assert found.get("data-title") == found.get("data-about") == found.get("data-notes") == hostile


def test_table_has_no_picture_to_save() -> None:
    found = fragment_fromstring(share_control(EN, View("k", "Found.", ["S"], "f")))
    assert [button.get("data-share") for button in found.iter("button")] == ["link", "sentence"]


@pytest.mark.parametrize(
    ("sources", "words"),
    [
        (["Plan 2012"], "Plan 2012"),
        (SHORT, "Plan 2012; Plan 2015; Plan 2019"),
        (LONG, f"{'A' * 100}; {'B' * 80} (and 1 more, in the table)"),
        (["A" * 300, "B"], f"{'A' * 300} (and 1 more, in the table)"),
        ([], ""),
    ],
)
def test_sources_are_named_as_far_as_two_lines_hold(sources: list[str], words: str) -> None:
    assert sources_text(EN, sources) == words


def test_picture_names_every_source() -> None:
    assert control(sources=LONG)["data-source"] == f"Source: {'; '.join(LONG)}"


def test_parts_that_say_nothing_are_left_out() -> None:
    assert subject_line("Plan A", "", "as of 31 December 2021") == "Plan A · as of 31 December 2021"


def test_day_is_told_unless_it_is_today() -> None:
    assert (as_of_label(EN, date(2021, 12, 31)), as_of_label(EN, date.today())) == ("as of 31 December 2021", "")


def test_prices_are_told_unless_each_year_has_its_own() -> None:
    moneys = [PriceBasis("USD", 2023, date.today()), PriceBasis("USD", None, date.today())]
    assert [money.prices_text(EN) for money in moneys] == ["Amounts at 2023 prices", ""]


def test_script_is_one_that_the_page_lets_through() -> None:
    """DOMPurify 3 removes a script in which this stands, and an element that closes early ends it."""
    assert re.findall(r"<[/\w!]", SCRIPT) == []


def test_documents_behind_series_are_those_of_the_values_drawn() -> None:
    series = pd.DataFrame(
        {
            "series_id": ["level", "cases"],
            "accumulation": ["latest", "sum"],
            "baseline_date": [date(2017, 12, 31), date(2018, 12, 31)],
            "period_end": [date(2021, 12, 31), date(2021, 12, 31)],
            "baseline_source_title": ["the plan", None],
        }
    )
    rows = [
        ("level", date(2017, 12, 31), "before", True, True, "baseline"),
        ("level", date(2020, 12, 31), "within", True, True, "an earlier value"),
        ("level", date(2021, 12, 31), "within", True, True, "latest"),
        ("level", date(2021, 12, 31), "within", False, True, "another source"),
        ("level", date(2021, 12, 31), "within", True, False, "a region"),
        ("cases", date(2020, 12, 31), "within", True, True, "cases of 2020"),
        ("cases", date(2021, 12, 31), "within", True, True, "cases of 2021"),
        ("else", date(2021, 12, 31), "within", True, True, "a series not drawn"),
    ]
    values = pd.DataFrame(rows, columns=["series_id", "period_end", "assessment_scope", "is_preferred", "is_national", "source_title"])
    assert list(documents_behind(series, values)) == ["the plan", "baseline", "latest", "cases of 2020", "cases of 2021"]
