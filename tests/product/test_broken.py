"""Broken inputs: each fault is named with file, row, column, value and what was expected; nothing is loaded."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from nap_analytics.cli import app
from nap_analytics.errors import DataError, NapError
from nap_analytics.warehouse import open_warehouse
from nap_analytics.warehouse.dictionary import expected_sentence
from nap_analytics.wording.faults import fault_line
from nap_analytics.wording.language import language
from tests.tiny import Tables, measured, together, write_folder

SOUND: Tables = together(
    measured("s", baseline=0, target=100, values={"2020-12-31": 10, "2021-12-31": 20}),
    {
        "activity": [{"activity_id": "A1"}],
        "budget_line": [
            {"activity_id": "A1", "pillar_code": "1", "budget_year": 2019, "amount": 60, "printed_total": 100},
            {"activity_id": "A1", "pillar_code": "1", "budget_year": 2020, "amount": 40, "printed_total": 100},
        ],
        "printed_total": [{"pillar_code": "1", "amount": 100}, {"amount": 100}],
    },
)
"""One indicator with a target and two values, one activity with a budget of two years. It loads."""

Change = Callable[[Path], object]
FoundFault = tuple[str, int | None, str | None, str | None, str]
"""File, row, column, value, what was expected."""


class Case(NamedTuple):
    """A change to the sound folder and all faults that must be listed for it."""

    change: Change
    faults: list[FoundFault]


def replaced(file: str, old: str, new: str) -> Change:
    """The first place of a text in a file replaced."""

    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8", newline="")

    return change


def rewritten(file: str, make: Callable[[str], bytes]) -> Change:
    """The whole file written anew from its text."""
    return lambda folder: (folder / file).write_bytes(make((folder / file).read_text(encoding="utf-8")))


def added(file: str, text: str) -> Change:
    """A new file, or a line more."""

    def change(folder: Path) -> None:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        with (folder / file).open("a", encoding="utf-8", newline="") as opened:
            opened.write(text)

    return change


def together_changed(*changes: Change) -> Change:
    """Several changes."""
    return lambda folder: [change(folder) for change in changes]


def rule(name: str) -> str:
    """What a rule of checks/ expects."""
    return expected_sentence(f"checks/{name}.sql")


WHOLE = "a whole number such as 2019"
NUMBER = "a number with a decimal point, without spaces, such as 1250.5"
AMOUNT = "an amount with a decimal point, without spaces, such as 1250000 or 0.25"
DAY = "a date as year-month-day, such as 2019-12-31"
UTF_8 = "text in UTF-8 (this looks like Windows Excel text)"
COMMAS = "commas between the cells (this looks like semicolons or tabs)"
QUOTES = "quotation marks that are closed, and doubled within a text"
RATE_YEAR = "the rule: rate_year BETWEEN 1960 AND 2100"
CROSSWALK_COLUMNS = "no such column; the table has: plan_id, pillar_code, wps_pillar, reading, share, rationale_en, rationale_fr"
PILLAR_HEADER = "plan_id,pillar_code,name_en,name_fr,short_name_en,short_name_fr,is_own_translation,source_id,locator"
REACHED = rule("amounts_reach_printed_totals")
REGION_ROW = "{code},TST,{pcode},2021-12-20,doc,p. 1,,,,{name},{name},,,1,1,,,doc,p. 1\n"
"""A row of region.csv with its P-code."""

PCODE_COLUMNS = "pcode, pcode_valid_from, pcode_source_id, pcode_locator"
PCODE_RULE = "(pcode IS NULL) OR ((pcode_valid_from IS NOT NULL) AND (pcode_source_id IS NOT NULL) AND (pcode_locator IS NOT NULL))"
PASSAGE = "tst-2019,{id},strategy,{order},,,{text},Texte,false,,,doc,p. 1\n"
BODY = "a code that stands in body.csv, column plan_id, organisation_id"
VALUE_OR_REASON = "the rule: (value IS NULL) = (missing_reason IS NOT NULL)"

FILES = {
    "wrong-encoding": Case(
        rewritten("pillar.csv", lambda text: text.replace("1 (fr)", "Prévention", 1).encode("cp1252")),
        [("pillar.csv", 2, None, ",1 (en),Prévention,1", UTF_8)],
    ),
    "utf-16": Case(rewritten("pillar.csv", lambda text: text.encode("utf-16")), [("pillar.csv", 1, None, "ÿþp\0l\0a\0n\0", UTF_8)]),
    "workbook-renamed": Case(
        rewritten("pillar.csv", lambda _: b"PK\x03\x04\x14\x00\x08\x00\xe9\x00"),
        [("pillar.csv", 1, None, "PK\x03\x04\x14\0\x08\0é\0", UTF_8)],
    ),
    "semicolons": Case(
        rewritten("pillar.csv", lambda text: text.replace(",", ";").encode()),
        [("pillar.csv", 1, None, PILLAR_HEADER.replace(",", ";"), COMMAS)],
    ),
    "tabs": Case(
        rewritten("pillar.csv", lambda text: text.replace(",", "\t").encode()),
        [("pillar.csv", 1, None, PILLAR_HEADER.replace(",", "\t"), COMMAS)],
    ),
    "empty-file": Case(rewritten("pillar.csv", lambda _: b""), [("pillar.csv", None, None, None, "a header and rows; the file is empty")]),
    "only-spaces": Case(
        rewritten("pillar.csv", lambda _: b"\n \n"), [("pillar.csv", None, None, None, "a header and rows; the file is empty")]
    ),
    "missing-file": Case(lambda folder: (folder / "pillar.csv").unlink(), [("pillar.csv", None, None, None, "this file; it is missing")]),
    "plan-without-pillars": Case(
        added(
            "plans/tst-2024/plan.csv",
            "plan_id,country_code,title_en,title_fr,short_name_en,short_name_fr,aim_en,aim_fr,"
            "is_own_translation,start_year,end_year,extended_to_year,currency_code,budget_missing_reason_en,"
            "budget_missing_reason_fr,women_share_pct,source_id,locator\n",
        ),
        [("plans/tst-2024/pillar.csv", None, None, None, "this file; it is missing")],
    ),
    "nul-byte": Case(replaced("target.csv", "p. 1", "p.\0 1"), [("target.csv", 2, None, None, "text without NUL bytes")]),
    "unclosed-quote": Case(replaced("target.csv", "p. 1", '"p. 1'), [("target.csv", 2, None, None, QUOTES)]),
    "stray-quote": Case(replaced("target.csv", "p. 1", '"p." 1'), [("target.csv", 2, None, None, QUOTES)]),
    "too-few-cells": Case(
        replaced("target.csv", ",2019-01-01,,false,,,doc,p. 1", ""),
        [("target.csv", 2, None, None, "10 cells, as in the header; this row has 3")],
    ),
    "unquoted-comma": Case(
        replaced("target.csv", "p. 1", "p. 1, line 3"),
        [("target.csv", 2, None, None, "10 cells, as in the header; this row has 11")],
    ),
    "unknown-column": Case(
        replaced("crosswalk.csv", "share", "weight"),
        [
            ("crosswalk.csv", 1, "share", None, "this column in the header; it is missing"),
            ("crosswalk.csv", 1, "weight", None, CROSSWALK_COLUMNS),
        ],
    ),
    "missing-column": Case(
        rewritten("crosswalk.csv", lambda text: "\n".join(line.rpartition(",")[0] for line in text.splitlines()).encode()),
        [("crosswalk.csv", 1, "rationale_fr", None, "this column in the header; it is missing")],
    ),
    "repeated-column": Case(
        replaced("crosswalk.csv", "rationale_fr", "rationale_en"),
        [
            ("crosswalk.csv", 1, "rationale_en", None, "this column once in the header"),
            ("crosswalk.csv", 1, "rationale_fr", None, "this column in the header; it is missing"),
        ],
    ),
}
"""Faults of a file as a whole or of a row's shape: the cells of the file are not judged."""

CELLS = {
    "swapped-headings": Case(
        replaced("exchange_rate.csv", "rate_year,rate,", "rate,rate_year,"),
        [
            ("exchange_rate.csv", 2, "rate_year", "655.957", WHOLE),
            ("exchange_rate.csv", 3, "rate_year", "500", RATE_YEAR),
            ("exchange_rate.csv", 4, "rate_year", "550", RATE_YEAR),
            ("exchange_rate.csv", 5, "rate_year", "680", RATE_YEAR),
        ],
    ),
    "swapped-cells": Case(
        replaced("observation.csv", "s,2020-12-31,2020-12-31,,,,10,", "s,10,2020-12-31,,,,2020-12-31,"),
        [("observation.csv", 2, "period_start", "10", DAY), ("observation.csv", 2, "value", "2020-12-31", NUMBER)],
    ),
    "text-in-number": Case(replaced("observation.csv", ",10,,", ",about 10,,"), [("observation.csv", 2, "value", "about 10", NUMBER)]),
    "decimal-comma": Case(replaced("exchange_rate.csv", "655.957", '"655,957"'), [("exchange_rate.csv", 2, "rate", "655,957", NUMBER)]),
    "thousands-space": Case(replaced("budget_line.csv", ",60,", ",1\u202f250,"), [("budget_line.csv", 2, "amount", "1\u202f250", AMOUNT)]),
    "infinite": Case(replaced("observation.csv", ",10,,", ",1e999,,"), [("observation.csv", 2, "value", "1e999", NUMBER)]),
    "not-a-number": Case(replaced("observation.csv", ",10,,", ",NaN,,"), [("observation.csv", 2, "value", "NaN", NUMBER)]),
    "too-large": Case(
        replaced("population.csv", "1000", "99999999999999999999"),
        [("population.csv", 2, "person_count", "99999999999999999999", WHOLE)],
    ),
    "french-date": Case(replaced("target.csv", "2023-12-31", "31/12/2023"), [("target.csv", 2, "target_date", "31/12/2023", DAY)]),
    "impossible-date": Case(replaced("target.csv", "2023-12-31", "2023-02-30"), [("target.csv", 2, "target_date", "2023-02-30", DAY)]),
    "french-boolean": Case(
        replaced("observation.csv", "p. 1,true", "p. 1,oui"), [("observation.csv", 2, "is_preferred", "oui", "true or false")]
    ),
    "empty-required": Case(replaced("pillar.csv", ",1 (en)", ","), [("pillar.csv", 2, "name_en", None, "a value; the cell is empty")]),
    "unknown-code": Case(
        replaced("crosswalk.csv", "participation", "peace"),
        [("crosswalk.csv", 2, "wps_pillar", "peace", "one of: participation, prevention, protection, relief_recovery, coordination")],
    ),
    "negative-amount": Case(replaced("budget_line.csv", ",60,", ",-60,"), [("budget_line.csv", 2, "amount", "-60.00", "zero or more")]),
    "end-before-start": Case(
        replaced("plan.csv", "2019,2023", "2023,2019"),
        [("plan.csv", 2, "end_year, start_year", "2019 / 2023", "the rule: end_year >= start_year")],
    ),
    "member-without-a-name": Case(
        added("committee_member.csv", "tst-2019,board,,,,1,,,,doc,p. 1\n"),
        [
            ("committee_member.csv", 2, "organisation_id, post_en", "", "the rule: (organisation_id IS NULL) = (post_en IS NOT NULL)"),
            ("committee_member.csv", 2, "plan_id, committee", "tst-2019 / board", BODY),
        ],
    ),
    "commitment-of-many-days": Case(
        added("milestone.csv", "tst-2019,m,commitment,2019-01-01,2021-01-01,Plans,Plans,false,,,,,doc,p. 1,,,\n"),
        [
            (
                "milestone.csv",
                2,
                "kind, date_from, date_to",
                "commitment / 2019-01-01 / 2021-01-01",
                "the rule: (kind != 'commitment') OR (date_from = date_to)",
            )
        ],
    ),
    "value-and-reason": Case(
        replaced("observation.csv", ",10,,", ",10,refused,"),
        [("observation.csv", 2, "value, missing_reason", "10.0 / refused", VALUE_OR_REASON)],
    ),
}
"""Faults of a single cell, or of cells of one row that contradict each other."""

KEYS = {
    "duplicate-key": Case(
        added("target.csv", "s,2023-12-31,90,2019-01-01,,,,,doc,p. 2\n"),
        [
            (
                "target.csv",
                3,
                "series_id, target_date, decided_on, set_by",
                "s / 2023-12-31 / 2019-01-01 / plan",
                "a key that is used once; it stands already in target.csv, row 2",
            )
        ],
    ),
    "unknown-plan": Case(
        replaced("crosswalk.csv", "tst-2019,1,part", "tst-2020,1,part"),
        [("crosswalk.csv", 2, "plan_id, pillar_code", "tst-2020 / 1", "a code that stands in pillar.csv, column plan_id, pillar_code")],
    ),
    "unknown-source": Case(
        replaced("target.csv", ",doc,", ",page,"),
        [("target.csv", 2, "source_id", "page", "a code that stands in source.csv, column source_id")],
    ),
    "committee-that-no-body-is": Case(
        added("committee_member.csv", "tst-2019,board,,Driver,Chauffeur,1,,,,doc,p. 1\n"),
        [
            (
                "committee_member.csv",
                2,
                "plan_id, committee",
                "tst-2019 / board",
                "a code that stands in body.csv, column plan_id, organisation_id",
            )
        ],
    ),
    "two-passages-in-one-place": Case(
        added("passage.csv", PASSAGE.format(id="a", order=1, text="Adapt") + PASSAGE.format(id="b", order=1, text="Report")),
        [
            (
                "passage.csv",
                3,
                "plan_id, kind, sort_order",
                "tst-2019 / strategy / 1",
                "a key that is used once; it stands already in passage.csv, row 2",
            )
        ],
    ),
    "unknown-indicator": Case(
        replaced("series.csv", "s,s,", "s,t,"),
        [("series.csv", 2, "indicator_id", "t", "a code that stands in indicator.csv, column indicator_id")],
    ),
    "pcode-of-a-region": Case(
        together_changed(
            added("region.csv", REGION_ROW.format(code="TS-CAP", pcode="TS09", name="Capital")),
            replaced("observation.csv", "s,2020-12-31,2020-12-31,,", "s,2020-12-31,2020-12-31,TS09,"),
        ),
        [("observation.csv", 2, "region_code", "TS09", "a code that stands in region.csv, column region_code")],
    ),
    "pcode-of-two-regions": Case(
        added("region.csv", "".join(REGION_ROW.format(code=code, pcode="TS09", name="Capital") for code in ("TS-CAP", "TS-9"))),
        [("region.csv", 3, "pcode", "TS09", "a key that is used once; it stands already in region.csv, row 2")],
    ),
    "pcode-without-its-source": Case(
        added("region.csv", REGION_ROW.format(code="TS-CAP", pcode="TS09", name="Capital").replace("2021-12-20,doc,p. 1", ",,")),
        [("region.csv", 2, PCODE_COLUMNS, "TS09", f"the rule: {PCODE_RULE}")],
    ),
}
"""Faults between rows: keys and references."""

RULES = {
    "shares-below-one": Case(
        replaced("crosswalk.csv", "main,1,", "main,0.9,"),
        [("crosswalk.csv", 2, "share", "tst-2019 / 1 / main = 0.9", rule("shares_add_to_one"))],
    ),
    "year-outside-plan": Case(
        replaced("budget_line.csv", ",2020,", ",2025,"),
        [("budget_line.csv", 3, "budget_year", "2025", rule("budget_years_lie_in_the_plan"))],
    ),
    "total-not-reached": Case(
        replaced("budget_line.csv", ",40,", ",30,"),
        [("printed_total.csv", 2, "amount", "100.00", REACHED), ("printed_total.csv", 3, "amount", "100.00", REACHED)],
    ),
    "unknown-currency": Case(
        replaced("budget_line.csv", ",XOF,", ",CFA,"),
        [("budget_line.csv", 2, "currency_code", "CFA", rule("currencies_have_rates"))],
    ),
    "broken-parent": Case(
        replaced("framework_node.csv", "O1,1,1,obj", "O1,9,1,obj"),
        [("framework_node.csv", 3, "parent_code", "9", rule("parents_exist"))],
    ),
    "part-of-a-count": Case(
        replaced("observation.csv", ",10,,", ",10.5,,"),
        [
            (
                "observation.csv",
                2,
                "value",
                "10.5",
                rule("values_fit_their_kind"),
            )
        ],
    ),
    "target-and-baseline-beyond-their-kind": Case(
        together_changed(replaced("target.csv", ",100,", ",100.5,"), replaced("series.csv", ",0,2018", ",-2,2018")),
        [
            ("series.csv", 2, "baseline_value", "-2.0", rule("values_fit_their_kind")),
            ("target.csv", 2, "target_value", "100.5", rule("values_fit_their_kind")),
        ],
    ),
    "baseline-beyond-its-kind": Case(
        together_changed(replaced("indicator.csv", "count", "percent"), replaced("series.csv", ",0,2018", ",2000,2018")),
        [("series.csv", 2, "baseline_value", "2000.0", rule("values_fit_their_kind"))],
    ),
    "share-that-is-summed": Case(
        replaced("indicator.csv", "count,increase,latest", "percent,increase,sum"),
        [("indicator.csv", 2, "accumulation", "percent / sum", rule("only_counts_add_up"))],
    ),
    "level-that-runs-on": Case(
        together_changed(
            replaced("series.csv", ",1,,,,,0,", ",1,,level,,running_total,0,"),
            replaced("observation.csv", ",10,,", ",25,,"),
            replaced("observation.csv", ",20,,", ",50,,"),
        ),
        [("series.csv", 2, "accumulation", "level / running_total", rule("only_counts_add_up"))],
    ),
    "target-behind-its-baseline": Case(
        replaced("indicator.csv", ",increase,", ",decrease,"),
        [("target.csv", 2, "target_value", "0.0 → 100.0 / decrease", rule("targets_lie_ahead_of_their_baseline"))],
    ),
    "held-and-not-yet-reached": Case(
        replaced("target.csv", ",false,", ",true,"),
        [("target.csv", 2, "is_level_to_hold", "0.0 → 100.0 / increase", rule("levels_to_hold_are_met_at_the_start"))],
    ),
    "decided-too-late": Case(
        replaced("target.csv", "2019-01-01", "2024-01-01"),
        [("target.csv", 2, "decided_on", "2024-01-01", rule("targets_are_decided_before_they_are_due"))],
    ),
    "two-preferred": Case(
        replaced("observation.csv", "s,2021-12-31,2021-12-31", "s,2020-01-01,2020-12-31"),
        [
            (
                "observation.csv",
                3,
                "is_preferred",
                "s / 2020-12-31",
                rule("one_value_is_preferred"),
            )
        ],
    ),
    "pcode-in-place-of-the-iso-code": Case(
        added(
            "region.csv",
            REGION_ROW.format(code="TS-CAP", pcode="TS09", name="Capital") + REGION_ROW.format(code="ts09", pcode="TS10", name="East"),
        ),
        [("region.csv", 3, "region_code", "ts09", rule("region_codes_are_no_pcodes"))],
    ),
    "passage-entered-twice": Case(
        added("passage.csv", PASSAGE.format(id="a", order=1, text="Adapt") + PASSAGE.format(id="b", order=2, text="adapt ")),
        [("passage.csv", 3, "text_en", "adapt ", rule("passages_stand_once"))],
    ),
    "achievement-repeats-itself": Case(
        added("achievement.csv", "tst-2019,a1,1,1,true,Done,Fait,false,,,true,a1,,,doc,p. 1\n"),
        [("achievement.csv", 2, "same_as_achievement_id", "a1", rule("repeated_achievements_name_the_first"))],
    ),
}
"""Faults that only several rows or tables together show."""

SEVERAL = {
    "one-of-each": Case(
        together_changed(
            FILES["wrong-encoding"].change, CELLS["decimal-comma"].change, CELLS["french-date"].change, RULES["total-not-reached"].change
        ),
        [
            *CELLS["decimal-comma"].faults,
            *FILES["wrong-encoding"].faults,
            *RULES["total-not-reached"].faults,
            *CELLS["french-date"].faults,
        ],
    ),
    "three-in-one-row": Case(
        replaced("observation.csv", "s,2020-12-31,2020-12-31,,,,10,", "t,31/12/2020,2020-12-31,,women,,ten,"),
        [
            ("observation.csv", 2, "period_start", "31/12/2020", DAY),
            ("observation.csv", 2, "series_id", "t", "a code that stands in series.csv, column series_id"),
            ("observation.csv", 2, "sex", "women", "one of: female, male"),
            ("observation.csv", 2, "value", "ten", NUMBER),
        ],
    ),
}

CASES = {**FILES, **CELLS, **KEYS, **RULES, **SEVERAL}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sound folder, to be broken."""
    return write_folder(tmp_path / "data", SOUND)


def found_faults(error: DataError) -> list[FoundFault]:
    """The faults of an error, as tuples."""
    return [(fault.file, fault.row, fault.column, fault.value, fault.expected.format(**fault.params)) for fault in error.faults]


def test_sound_folder_loads(folder: Path, tmp_path: Path) -> None:
    assert open_warehouse(folder=folder, workspace=tmp_path / "workspace").row_counts()["budget_line"] == 2


@pytest.mark.parametrize("name", CASES)
def test_every_fault_is_named_and_nothing_is_loaded(name: str, folder: Path, tmp_path: Path) -> None:
    CASES[name].change(folder)
    with pytest.raises(DataError) as raised:
        open_warehouse(folder=folder, workspace=tmp_path / "workspace")
    assert found_faults(raised.value) == CASES[name].faults


def test_a_file_of_unknown_name_is_a_fault(folder: Path, tmp_path: Path) -> None:
    added("indicators.csv", "a,b\n1,2\n")(folder)
    with pytest.raises(DataError) as raised:
        open_warehouse(folder=folder, workspace=tmp_path / "workspace")
    [(file, row, column, value, expected)] = found_faults(raised.value)
    assert (file, row, column, value) == ("indicators.csv", None, None, None)
    assert expected.startswith("a file named after a table: achievement.csv, activity.csv, ")


@pytest.mark.parametrize(
    ("line_end", "mark"), [("\r\n", ""), ("\r", ""), ("\n", "\ufeff"), ("\r\n", "\ufeff")], ids=["windows", "old-mac", "bom", "excel-utf-8"]
)
def test_line_ends_and_byte_order_marks_are_no_faults(line_end: str, mark: str, folder: Path, tmp_path: Path) -> None:
    rewritten("pillar.csv", lambda text: (mark + text.replace("\n", line_end)).encode())(folder)
    assert open_warehouse(folder=folder, workspace=tmp_path / "workspace").row_counts()["pillar"] == 1


def test_rows_are_counted_as_an_editor_counts_lines(folder: Path, tmp_path: Path) -> None:
    together_changed(replaced("observation.csv", "p. 1", '"p. 1,\nnote 2"'), replaced("observation.csv", ",20,,", ",twenty,,"))(folder)
    with pytest.raises(DataError) as raised:
        open_warehouse(folder=folder, workspace=tmp_path / "workspace")
    assert found_faults(raised.value) == [("observation.csv", 4, "value", "twenty", NUMBER)]


def test_an_empty_folder_misses_every_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with pytest.raises(DataError) as raised:
        open_warehouse(folder=tmp_path / "data", workspace=tmp_path / "workspace")
    assert {fault.expected for fault in raised.value.faults} == {"this file; it is missing"}
    assert {"plan.csv", "observation.csv", "source.csv"} <= {fault.file for fault in raised.value.faults}


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(NapError, match="nowhere does not exist"):
        open_warehouse(folder=tmp_path / "nowhere", workspace=tmp_path)


def test_reports_that_cannot_be_read_are_named(folder: Path, tmp_path: Path) -> None:
    added("../workspace/submissions/a.parquet", "no parquet")(folder)
    with pytest.raises(NapError, match=r"What was reported cannot be read in .*workspace: .*too small to be a Parquet file"):
        open_warehouse(folder=folder, workspace=tmp_path / "workspace")


FOUR_LINES = {
    "en": """\
exchange_rate.csv, row 2, column rate: “655,957” — expected: a number with a decimal point, without spaces, such as 1250.5
pillar.csv, row 2: “,1 (en),Prévention,1” — expected: text in UTF-8 (this looks like Windows Excel text)
printed_total.csv, row 2, column amount: “100.00” — expected: {total}
printed_total.csv, row 3, column amount: “100.00” — expected: {total}
target.csv, row 2, column target_date: “31/12/2023” — expected: a date as year-month-day, such as 2019-12-31
The data has 5 faults; nothing was loaded.
""",
    "fr": """\
exchange_rate.csv, ligne 2, colonne rate : « 655,957 » — attendu : un nombre avec un point décimal, sans espaces, tel que 1250.5
pillar.csv, ligne 2 : « ,1 (en),Prévention,1 » — attendu : du texte en UTF-8 (ceci ressemble à du texte d’Excel sous Windows)
printed_total.csv, ligne 2, colonne amount : « 100.00 » — attendu : {total}
printed_total.csv, ligne 3, colonne amount : « 100.00 » — attendu : {total}
target.csv, ligne 2, colonne target_date : « 31/12/2023 » — attendu : une date en année-mois-jour, telle que 2019-12-31
Les données contiennent 5 erreurs ; rien n’a été chargé.
""",
}


@pytest.mark.parametrize("code", FOUR_LINES)
def test_check_prints_each_fault_on_a_line(
    code: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NAP_WORKSPACE", str(tmp_path / "workspace"))
    SEVERAL["one-of-each"].change(folder)
    assert app(["check", str(folder), "--lang", code], standalone_mode=False) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    spaces = re.compile("[\u00a0\u202f]")
    total = spaces.sub(" ", language(code).comment(REACHED))
    assert spaces.sub(" ", printed.err) == FOUR_LINES[code].format(total=total)


def test_rates_may_fall_below_zero_and_gross_rates_exceed_a_hundred(tmp_path: Path) -> None:
    tables = together(
        measured("change", baseline=-4, target=20, values=-12.5, value_kind="rate_of_change", unit="percent"),
        measured("gross", baseline=96, target=115, values=104.2, value_kind="gross_rate", unit="percent"),
    )
    warehouse = open_warehouse(folder=write_folder(tmp_path / "data", tables), workspace=tmp_path / "workspace")
    assert warehouse.rows("SELECT series_id, value FROM observation ORDER BY ALL")[1] == [("change", -12.5), ("gross", 104.2)]


def test_a_gross_rate_below_zero_is_a_fault(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "data", measured("gross", values=-1, value_kind="gross_rate", unit="percent"))
    with pytest.raises(DataError) as raised:
        open_warehouse(folder=folder, workspace=tmp_path / "workspace")
    assert found_faults(raised.value) == [("observation.csv", 2, "value", "-1.0", rule("values_fit_their_kind"))]


def test_a_target_at_its_baseline_is_a_level_to_hold_without_saying_so(tmp_path: Path) -> None:
    tables = together(measured("s", baseline=30, value_kind="percent"), {"target": [{"series_id": "s", "target_value": 30}]})
    folder = write_folder(tmp_path / "data", tables)
    assert open_warehouse(folder=folder, workspace=tmp_path / "workspace").row_counts()["target"] == 1


def test_a_level_below_the_baseline_is_said_to_be_one_to_hold(tmp_path: Path) -> None:
    tables = together(measured("s", baseline=34.4, value_kind="percent"), {"target": [{"series_id": "s", "target_value": 30}]})
    folder = write_folder(tmp_path / "data", tables)
    with pytest.raises(DataError) as raised:
        open_warehouse(folder=folder, workspace=tmp_path / "workspace")
    value = "34.4 → 30.0 / increase"
    assert found_faults(raised.value) == [("target.csv", 2, "target_value", value, rule("targets_lie_ahead_of_their_baseline"))]
    replaced("target.csv", ",2019-01-01,,,", ",2019-01-01,,true,")(folder)
    assert open_warehouse(folder=folder, workspace=tmp_path / "workspace").row_counts()["target"] == 1


def test_only_the_last_target_of_a_decision_must_lie_ahead_of_the_baseline(tmp_path: Path) -> None:
    first_worse = [{"series_id": "s", "target_date": "2020-12-31", "target_value": 40}, {"series_id": "s", "target_value": 60}]
    tables = together(measured("s", baseline=50, value_kind="percent"), {"target": first_worse})
    assert open_warehouse(folder=write_folder(tmp_path / "data", tables), workspace=tmp_path / "workspace").row_counts()["target"] == 2


def test_check_says_that_sound_data_is_sound(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NAP_WORKSPACE", str(tmp_path / "workspace"))
    assert app(["check", str(folder), "--lang", "en"], standalone_mode=False) is None
    assert capsys.readouterr().out.startswith("No fault in ")


def test_a_long_value_with_line_breaks_stays_on_one_line(folder: Path, tmp_path: Path) -> None:
    long_text = '"ten\n' + "x" * 500 + '"'
    replaced("observation.csv", ",10,,", f",{long_text},,")(folder)
    with pytest.raises(DataError) as raised:
        open_warehouse(folder=folder, workspace=tmp_path / "workspace")
    [line] = [fault_line(language("en"), fault) for fault in raised.value.faults]
    assert line.startswith("observation.csv, row 2, column value: “ten xxx")
    assert line.endswith("x…” — expected: " + NUMBER)
    assert "\n" not in line
    assert len(line) < 260
