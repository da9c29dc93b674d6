"""The annual report as a Word document: its chapters, its numbers, its native charts, and the places left to write."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from nap_analytics import cli, queries
from nap_analytics.documents.report.document import report_docx
from nap_analytics.documents.report.parts import Bullets, Cell, Paragraph, Prompt, Row, SourceEntry, Table
from nap_analytics.errors import NapError
from nap_analytics.kit.report import annual_report, newest_plan
from nap_analytics.kit.report.document import describe
from nap_analytics.wording.language import is_missing, language
from nap_analytics.wording.values import unit_of, written_value
from tests.combinations import WHOLE
from tests.libreoffice import converted, printed_pages
from tests.processes import printed_elsewhere
from tests.report_case import BARE, COUNTED, HOSTILE, MEASURED, report_warehouse
from tests.tiny import VIEWED_ON

if TYPE_CHECKING:
    from nap_analytics.documents.report.parts import Report
    from nap_analytics.warehouse import Warehouse

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
CODES = ("fr", "en")
PLANS = (MEASURED, COUNTED, BARE)
CASES = [(plan, code) for plan in PLANS for code in CODES]
CHART_NAMES = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart", "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}

FRONT = ["1 Summary", "1.1 The message of the year", "1.2 What the data says"]
CONTEXT = ["2 Context and what changed", "2.1 What the sources record", "2.2 What changed this year", "2.3 Strategies to adapt"]
STEERING = [
    "5 Steering of the plan",
    "5.1 Leadership and coordination",
    "5.2 Monitoring and evaluation",
    "5.3 Cooperation with civil society",
    "5.4 Decentralisation",
    "5.5 Communication",
]
REST = [
    "6 Budget",
    "6.1 What the sources hold",
    "6.2 Related funding of the plan",
    "6.3 Use of funds",
    "7 What was not found in the sources",
    "7.1 What each indicator lacks, and who is to provide it",
    "7.2 What the sources should say",
    "7.3 Who was to send data",
    "8 Challenges, recommendations, next steps",
    "8.1 Challenges",
    "8.2 Recommendations",
    "8.3 Risks and how to lessen them",
    "8.4 Update of the operational plan",
    "8.5 Adoption of this report",
    "9 Annexes",
    "9.1 How the figures are made",
    "9.2 Where each figure comes from",
    "9.3 Contradictions inside the documents",
    "9.4 Sources",
]
RESULTS = {
    MEASURED: [
        "3 Results by pillar",
        "3.1 Participation of women",
        "3.2 Protection of women",
        "4 Objectives met and not met",
        "4.1 Met: a more ambitious target",
        "4.2 Not met: obstacle and solution",
        "4.3 Not verified: who will supply the value",
        "4.4 Measured, but with no target to be judged by",
    ],
    COUNTED: [
        "3 Results by pillar",
        "3.1 Care",
        "3.2 Law",
        "4 Objectives met and not met",
        "4.1 Met: a more ambitious objective",
        "4.2 Not met: obstacle and solution",
    ],
    BARE: ["3 Results by pillar", "3.1 Peace", "4 Objectives met and not met", "4.1 Measured, but with no target to be judged by"],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("report")


@pytest.fixture(scope="module")
def warehouse(folder: Path) -> Warehouse:
    return report_warehouse(folder)


@pytest.fixture(scope="module")
def made(warehouse: Warehouse) -> dict[tuple[str, str], bytes]:
    """The report of each plan in each language."""
    return {(plan, code): annual_report(warehouse, language(code), plan_id=plan, viewed_on=VIEWED_ON) for plan, code in CASES}


@pytest.fixture
def document(made: dict[tuple[str, str], bytes], plan: str, code: str) -> bytes:
    return made[plan, code]


def part(document: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(document)).read(name))


def names(document: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(document)).namelist()


def body(document: bytes) -> etree._Element:
    return part(document, "word/document.xml")[0]


def text(element: etree._Element) -> str:
    """The words of an element; a tab is a space."""
    return "".join(" " if each.tag == qn("w:tab") else each.text or "" for each in element.iter(qn("w:t"), qn("w:tab")))


def style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if found is None else found.get(qn("w:val"))


def headings(document: bytes) -> list[str]:
    """Each heading with the number that its list gives it."""
    found, chapter, section = [], 0, 0
    for paragraph in body(document).iter(qn("w:p")):
        if style(paragraph) == "Heading1":
            chapter, section = chapter + 1, 0
            found.append(f"{chapter} {text(paragraph)}")
        elif style(paragraph) == "Heading2":
            section += 1
            found.append(f"{chapter}.{section} {text(paragraph)}")
    return found


def tables(document: bytes) -> dict[str, list[list[str]]]:
    """The rows of each table by its caption, paragraphs of a cell parted by a stroke; no-break spaces as others."""
    found = {}
    for table in body(document).iter(qn("w:tbl")):
        caption = table.find(f".//{qn('w:tblCaption')}")
        if caption is not None:
            found[caption.get(qn("w:val"))] = [[cell_text(cell) for cell in row.iter(qn("w:tc"))] for row in table.iter(qn("w:tr"))]
    return found


def cell_text(cell: etree._Element) -> str:
    return " | ".join(map(text, cell.iter(qn("w:p")))).replace("\u00a0", " ")


def controls(document: bytes) -> list[etree._Element]:
    """The places left to write."""
    return [each for each in body(document).iter(qn("w:sdt")) if each.find(f"{qn('w:sdtPr')}/{qn('w:tag')}") is not None]


def value(element: etree._Element, path: str) -> str:
    found = element.find("/".join(qn(name) for name in path.split("/")))
    assert found is not None, path
    return found.get(qn("w:val"))


@pytest.mark.parametrize("plan", PLANS)
def test_chapters_are_those_that_the_plan_asks_for(made: dict[tuple[str, str], bytes], plan: str) -> None:
    assert headings(made[plan, "en"]) == [*FRONT, *CONTEXT, *RESULTS[plan], *STEERING, *REST]


@pytest.mark.parametrize(("plan", "code"), CASES)
def test_contents_list_every_heading_and_lead_to_it(document: bytes) -> None:
    entries = [each for each in body(document).iter(qn("w:p")) if style(each) in ("TOC1", "TOC2")]
    assert [text(each) for each in entries] == headings(document)
    leads = [link.get(qn("w:anchor")) for each in entries for link in each.iter(qn("w:hyperlink"))]
    marks = [each for each in body(document).iter(qn("w:p")) if style(each) in ("Heading1", "Heading2")]
    assert leads == [each.find(qn("w:bookmarkStart")).get(qn("w:name")) for each in marks]
    codes = [each.text.split() for each in body(document).iter(qn("w:instrText"))]
    assert [code for code in codes if code[0] == "TOC"] == [["TOC", "\\o", '"1-2"', "\\h", "\\z", "\\u"]]
    assert part(document, "word/settings.xml").find(qn("w:updateFields")) is not None


def test_every_indicator_stands_with_its_numbers_and_their_sources(made: dict[tuple[str, str], bytes]) -> None:
    known = tables(made[MEASURED, "en"])
    gap = ["no baseline", "not reported", "no target set", "○ Not assessed"]
    assert known["Indicators: Participation"] == [
        ["Indicator", "Baseline", "Latest value", "Target", "Status"],
        ["1.1 1.1 (en)"],
        [
            f"1a Judges {HOSTILE}",
            "10 persons (en) [1] | 2018",
            "25 persons (en) [2] | 2023",
            "20 persons (en) [1] | 2023",
            "★ Target achieved (2023)",
        ],
        ["1b Mayors", "10 persons (en) [1] | 2018", "11 persons (en) [2] | 2023", "20 persons (en) [1] | 2023", "× Target missed (2023)"],
        ["1c Soldiers", "no baseline", "7 persons (en) [2] | 2020", "no target set", "○ Not assessed"],
        ["1d Councils | 2 of 2 series with a number", "", "", "", "◇ Not verified"],
        ["– Town", "no baseline", "3 persons (en) [2] | 2022", "no target set", "○ Not assessed"],
        ["– Village", "no baseline", "not reported", "20 persons (en) [1] | 2023", "◇ Not verified"],
    ]
    assert known["Indicators: Protection"][2:] == [["2a tst-2019:2a (en)", *gap]]
    assert known["Indicators: Leadership and coordination"][1:] == [["Meetings", *gap]]


def test_what_was_met_asks_for_more_and_what_was_not_for_a_solution(made: dict[tuple[str, str], bytes]) -> None:
    known = tables(made[MEASURED, "en"])
    assert known["Targets that were met"][1:] == [
        [f"1a Judges {HOSTILE}"],
        ["– series a", "★ Target achieved (2023) | 25 persons (en) (2023), target 20 persons (en) (2023)", "new target", "when"],
    ]
    assert known["Targets that are not met"][1:] == [
        ["1b Mayors"],
        [
            f"– series b {HOSTILE}",
            "× Target missed (2023) | 11 persons (en) (2023), target 20 persons (en) (2023)",
            "obstacle",
            "solution, who, when",
        ],
    ]
    assert known["Target dates that have passed without a value to verify them"][1:] == [
        ["1d Councils"],
        ["– Village", "20 persons (en) (2023)", "no value entered for the time of the plan", "who, when"],
    ]
    assert [row[0] for row in known["Values that cannot be compared with a target"][1:]] == [
        "1c Soldiers",
        "– series c",
        "1d Councils",
        "– Town",
    ]


def test_gaps_say_what_is_missing_and_who_the_plan_makes_responsible(made: dict[tuple[str, str], bytes]) -> None:
    known = tables(made[MEASURED, "en"])
    assert known["What each indicator lacks"][1:] == [
        ["1. Participation of women"],
        ["1c Soldiers", "target, baseline", "Ministry of <Women>", "who, when"],
        [
            "1d Councils",
            "target (1), baseline (2), value that counts (1), value at the target date, 2023 (1) | in 2 series",
            "Ministry of <Women>",
            "who, when",
        ],
        ["2. Protection of women"],
        ["2a tst-2019:2a (en)", "target, baseline, value that counts", "nobody is designated", "who, when"],
        ["Leadership and coordination"],
        ["Meetings", "target, baseline, value that counts", "nobody is designated", "who, when"],
    ]


def test_money_stands_at_each_stage_and_what_is_unknown_is_no_zero(made: dict[tuple[str, str], bytes]) -> None:
    gap = "no amount in the sources"
    assert tables(made[MEASURED, "en"])["Amounts of the plan at each stage"][1:] == [
        ["1. Participation", "XOF 6 M", "XOF 1.5 M", gap, gap],
        ["2. Protection", "XOF 4 M", gap, gap, gap],
        ["The plan as a whole", "XOF 10 M", "XOF 1.5 M", gap, gap],
    ]
    assert tables(made[BARE, "en"])["Amounts of the plan at each stage"][1:] == [["The plan as a whole", gap, gap, gap, gap]]


def test_the_context_tells_events_up_to_the_day_and_figures_before_the_plan_and_in_its_time(made: dict[tuple[str, str], bytes]) -> None:
    told = tables(made[MEASURED, "en"])
    events = told["Dated events of the plan and of the country"]
    assert [row[0] for row in events[1:]] == ["2 May 2019", "18 August 2020"]
    assert [row[1].partition(" [")[0] for row in events[1:]][1] == "Coup"
    figures = told["The situation around the plan"]
    assert [(row[0].partition(" [")[0], *row[1:]) for row in figures[1:]] == [("Displaced", "20 (2018)", "40 (2020)")]


def test_a_plan_of_activities_tells_what_was_completed_in_both_readings(made: dict[tuple[str, str], bytes]) -> None:
    known = tables(made[COUNTED, "en"])
    assert known["The pillars side by side"][1:] == [["1. Care [2]", "6", "9", "66.7%", "4 of 15"], ["2. Law [2]", "5", "5", "100%", ""]]
    assert known["All planned activities completed"][1:] == [["2. Law", "5 of 5 | 100%", "new objective", "when"]]
    assert known["Planned activities not all completed"][1:] == [["1. Care", "6 of 9 | 66.7%", "obstacle", "solution, who, when"]]


def test_a_plan_without_indicators_says_so_and_shows_no_number(made: dict[tuple[str, str], bytes]) -> None:
    told = [text(each) for each in body(made[BARE, "en"]).iter(qn("w:p"))]
    assert "The sources list no indicator here." in told
    assert "No figure for any indicator is known." in told
    assert "tst-2012 (en): the sources give no amount at any stage." in told
    assert [name for name in names(made[BARE, "en"]) if "chart" in name] == []


def test_what_the_document_says_stands_in_its_chapter_with_its_place(made: dict[tuple[str, str], bytes]) -> None:
    known = tables(made[MEASURED, "en"])
    head = ["In the words of the document", "Place in the source"]
    assert known["Intervention strategies"] == [head, ["Dialogue: Talk to all. [1]", "p. 1"]]
    assert known["Challenges"] == [head, [f"Ownership {HOSTILE} [1] | Told by the review.", "p. 1"]]
    assert known["Reports and reviews"] == [head, ["Every quarter. [2]", "p. 1"]]
    assert known["Bodies that steer the plan"][1:] == [
        ["Steering committee [1]", "guides", "the document does not say", "the document does not say"],
        [
            "Unit [1] | Hosted by: Ministry of <Women>",
            "the document does not say | Small.",
            "the document does not say",
            "the document does not say",
        ],
    ]
    assert known["Dated commitments"][1:] == [["Local plans [1]", "22 March 2021 (this date has passed)", "Follow-up"]]
    assert [row[0].partition(" [")[0] for row in known["Dated events of the plan and of the country"][1:]] == [
        "2 May 2019",
        "18 August 2020",
    ]


def test_passages_stand_where_they_belong(made: dict[tuple[str, str], bytes]) -> None:
    """Each table of passages comes after the heading of its chapter and before the next."""
    kept, section = {}, ""
    for element in body(made[MEASURED, "en"]):
        if element.tag == qn("w:p") and style(element) in ("Heading1", "Heading2"):
            section = text(element)
        caption = element.find(f".//{qn('w:tblCaption')}")
        if caption is not None:
            kept[caption.get(qn("w:val"))] = section
    assert {name: kept[name] for name in kept if name in PASSAGE_PLACES} == PASSAGE_PLACES


PASSAGE_PLACES = {
    "How the plan was drawn up": "What the sources record",
    "Intervention strategies": "Strategies to adapt",
    "How the plan adapts": "Objectives met and not met",
    "Bodies that steer the plan": "Leadership and coordination",
    "Reports and reviews": "Monitoring and evaluation",
    "Good practices and examples": "Cooperation with civil society",
    "Regional and local plans": "Decentralisation",
    "Dated commitments": "Decentralisation",
    "Who pays, and the rules of funding": "What the sources hold",
    "Challenges": "Challenges",
}


def test_posts_of_a_unit_are_not_asked_for_data(made: dict[tuple[str, str], bytes]) -> None:
    senders = [row[0] for row in tables(made[MEASURED, "en"])["Members of the bodies that steer the plan"][1:]]
    assert senders == ["Steering committee [1]", "Ministry of <Women>", "Civil society | 4 seats"]


@pytest.mark.parametrize("plan", ["mli-2019", pytest.param("mli-2015", marks=WHOLE), pytest.param("mli-2012", marks=WHOLE)])
def test_numbers_of_the_real_plans_are_those_of_the_queries(plan: str, real: Warehouse) -> None:
    """Every known number of every series stands in a row of its own with all that is known of it."""
    t, viewed_on = language("en"), real.data_date
    known = tables(annual_report(real, t, plan_id=plan, viewed_on=viewed_on))
    rows = [row for table in known.values() if table[0][1:2] == ["Baseline"] for row in table[1:]]
    shown = {tuple(re.sub(r" \[\d+\]", "", cell).split(" | ")[0] for cell in row[1:4]) for row in rows}
    series = t.localise(queries.plan_series(real, plan_id=plan, viewed_on=viewed_on))
    for row in series[series["is_known"]].itertuples():
        kind = {"value_kind": row.value_kind, "unit": unit_of(row)}
        gaps = ("starts from 0" if row.is_sum else "no baseline", "not reported", "no target set")
        numbers = (row.baseline_value, row.latest_value, row.target_value)
        wanted = [gap if is_missing(number) else written_value(t, number, **kind) for gap, number in zip(gaps, numbers, strict=True)]
        assert tuple(wanted) in shown, row.series_id


@pytest.mark.parametrize(("plan", "code"), CASES)
def test_charts_are_native_with_their_workbooks_and_there_is_no_picture(document: bytes) -> None:
    charts = sorted(name for name in names(document) if re.fullmatch(r"word/charts/chart\d+\.xml", name))
    figures = [each for each in body(document).iter(qn("w:p")) if style(each) == "Figure"]
    assert len(charts) == len(figures)
    assert [name for name in names(document) if "media" in name or name.endswith((".png", ".jpeg", ".emf", ".bin"))] == []
    for number in range(1, len(charts) + 1):
        chart = part(document, f"word/charts/chart{number}.xml")
        (series, *_) = chart.iterfind(".//c:ser", CHART_NAMES)
        shown = [each.text for each in series.iterfind("c:cat//c:v", CHART_NAMES)]
        drawn = {int(each.get("idx")): float(each.find("c:v", CHART_NAMES).text) for each in series.iterfind("c:val//c:pt", CHART_NAMES)}
        links = part(document, f"word/charts/_rels/chart{number}.xml.rels")
        assert chart.find("c:externalData", CHART_NAMES).get(qn("r:id")) == links[0].get("Id")
        book = zipfile.ZipFile(io.BytesIO(document)).read(f"word/embeddings/chart{number}.xlsx")
        head, *rows = openpyxl.load_workbook(io.BytesIO(book))["Sheet1"].iter_rows(values_only=True)
        assert [row[0] for row in rows] == shown
        assert {at: row[1] for at, row in enumerate(rows) if row[1] is not None} == drawn
        assert head[1] == series.find("c:tx//c:v", CHART_NAMES).text


def test_the_chart_of_a_pillar_holds_baseline_value_and_target(made: dict[tuple[str, str], bytes]) -> None:
    chart = part(made[MEASURED, "en"], "word/charts/chart2.xml")
    told = [
        (each.find("c:tx//c:v", CHART_NAMES).text, [float(point.text) for point in each.iterfind("c:val//c:v", CHART_NAMES)])
        for each in chart.iterfind(".//c:ser", CHART_NAMES)
    ]
    assert told == [("Value compared with the target, in persons (en)", [25, 11]), ("Target", [20, 20, 20]), ("Baseline", [10, 10])]


@pytest.mark.parametrize(("plan", "code"), CASES)
def test_type_of_charts_suits_paper_and_every_chart_is_told_in_words(document: bytes, code: str) -> None:
    for name in (name for name in names(document) if re.fullmatch(r"word/charts/chart\d+\.xml", name)):
        sizes = {int(each.get("sz")) for each in part(document, name).iter() if each.get("sz")}
        assert sizes <= set(range(550, 901)), name
        assert sizes, name
    drawn = [each.get("descr") for each in body(document).iter(qn("wp:docPr"))]
    captions = [text(each) for each in body(document).iter(qn("w:p")) if style(each) == "Caption"]
    first = language(code)("Figure {number}. {finding}").partition(" ")[0]
    findings = [each.partition(". ")[2] for each in captions if each.startswith(f"{first} ")]
    assert [words.partition("\n")[0] for words in drawn] == findings
    assert all(len(words.splitlines()) > 1 for words in drawn)


@pytest.mark.parametrize(("plan", "code"), CASES)
def test_places_to_write_are_prompts_and_nothing_else(document: bytes) -> None:
    found = controls(document)
    tags = [value(each, "w:sdtPr/w:tag") for each in found]
    assert len(set(tags)) == len(tags)
    assert len({value(each, "w:sdtPr/w:id") for each in found}) == len(found)
    for each in found:
        assert each.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
        styles = {value(run, "w:rPr/w:rStyle") for run in each.iter(qn("w:r"))}
        assert styles == {"PlaceholderText"}, text(each)


@pytest.mark.parametrize("plan", PLANS)
def test_places_to_write_are_the_same_in_all_languages(made: dict[tuple[str, str], bytes], plan: str) -> None:
    tags = [[value(each, "w:sdtPr/w:tag") for each in controls(made[plan, code])] for code in CODES]
    assert tags[0] == tags[1]
    wanted = {"cover.period", "cover.author", "summary.message", "context.changes", "context.strategies", "results.1.explanation"}
    wanted |= {f"chapter.{code}" for code in ("leadership", "monitoring", "civil-society", "decentralisation", "communication", "budget")}
    wanted |= {"update.challenges", "update.recommendations.1.0", "update.actions.6.4", "update.risks.1.0"}
    assert wanted - set(tags[0]) == set()


@pytest.mark.parametrize(("plan", "code"), CASES)
def test_every_number_in_brackets_leads_to_its_source(document: bytes) -> None:
    links = {each.get(qn("w:anchor")): text(each) for each in body(document).iter(qn("w:hyperlink")) if text(each).startswith("[")}
    entries = [each for each in body(document).iter(qn("w:p")) if style(each) == "SourceEntry"]
    marks = {each.find(qn("w:bookmarkStart")).get(qn("w:name")): text(each).partition(" ")[0] for each in entries}
    assert set(links.items()) <= set(marks.items())
    assert list(marks.values()) == [f"[{number}]" for number in range(1, len(entries) + 1)]


def test_sources_are_listed_with_address_and_the_citation_they_ask_for(made: dict[tuple[str, str], bytes]) -> None:
    entries = [text(each) for each in body(made[MEASURED, "en"]).iter(qn("w:p")) if style(each) == "SourceEntry"]
    assert entries == [
        "[1] The plan. Ministry, no date. Confidence: confirmed. Citation asked for: Cite me",
        "[2] Survey. Ministry, no date. Confidence: confirmed. https://example.org/?a=1&b=2",
    ]
    links = part(made[MEASURED, "en"], "word/_rels/document.xml.rels")
    assert [each.get("Target") for each in links if each.get("TargetMode")] == ["https://example.org/?a=1&b=2"]


@pytest.mark.parametrize(("plan", "code"), CASES)
def test_every_text_has_its_language(document: bytes, code: str) -> None:
    tag = {"fr": "fr-FR", "en": "en-GB"}[code]
    assert value(part(document, "word/styles.xml"), "w:docDefaults/w:rPrDefault/w:rPr/w:lang") == tag
    assert value(part(document, "word/settings.xml"), "w:themeFontLang") == tag
    charts = [part(document, name) for name in names(document) if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
    runs = [each for chart in charts for each in chart.iterfind(".//a:r", CHART_NAMES)]
    assert {each.find("a:rPr", CHART_NAMES).get("lang") for each in runs} == ({tag} if charts else set())
    assert Document(io.BytesIO(document)).core_properties.language == tag


@pytest.mark.parametrize(("plan", "code"), CASES)
def test_pages_are_a4_with_head_foot_and_properties(document: bytes, plan: str, code: str) -> None:
    t, opened = language(code), Document(io.BytesIO(document))
    pages = opened.sections[0]
    assert (round(pages.page_width.mm), round(pages.page_height.mm)) == (210, 297)
    assert pages.header.paragraphs[0].text == t("{title} · {plan}", title=t("Annual national report"), plan=f"{plan} ({code})")
    foot = part(document, "word/footer1.xml")
    assert [each.text.strip() for each in foot.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    assert text(foot).startswith("NAP Analytics · ")
    known = opened.core_properties
    assert (known.title, known.author, f"{known.created:%Y-%m-%d}") == (t("Annual national report"), "NAP Analytics", VIEWED_ON.isoformat())


@pytest.mark.parametrize(("plan", "code"), CASES)
def test_headings_of_tables_are_repeated_and_no_row_is_torn_apart(document: bytes) -> None:
    for table in body(document).iter(qn("w:tbl")):
        rows = list(table.iter(qn("w:tr")))
        assert [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None] == []
        if table.find(f".//{qn('w:tblCaption')}") is not None:
            assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            widths = [int(each.get(qn("w:w"))) for each in table.find(qn("w:tblGrid"))]
            assert abs(sum(widths) - 9638) <= len(widths)


def test_texts_that_mean_something_in_xml_are_said_as_they_are(warehouse: Warehouse, made: dict[tuple[str, str], bytes]) -> None:
    words = [text(each) for each in body(made[MEASURED, "en"]).iter(qn("w:p"))]
    assert f"Plan {HOSTILE}" in words
    assert f"Launch {HOSTILE} [1]" in words
    signs = "\x00\x07\x0b\x1f\ufffe"
    plain = describe(warehouse, language("en"), plan_id=MEASURED, viewed_on=VIEWED_ON)
    assert report_docx(sprinkled(plain, signs), language("en")) == report_docx(sprinkled(plain, ""), language("en"))


def sprinkled(report: Report, signs: str) -> Report:
    """The report with signs that XML cannot hold in every kind of block."""
    words = f"Words{signs}"
    rows = (Row((Cell(words, note=words, link=f"https://example.org/{signs}"),)), Row((Cell(prompt=words),)))
    table = Table("t", words, (words,), (1,), rows)
    blocks = (Paragraph(words), Bullets((words,)), Prompt("p", words, (words,), is_headed=True), table, SourceEntry(99, words))
    chapter = replace(report.chapters[0], title=words, blocks=blocks)
    cover = replace(report.cover, title=words, subtitle=words)
    return replace(report, cover=cover, short_title=words, stamp=words, chapters=(chapter, *report.chapters[1:]))


def test_same_data_and_day_give_the_same_bytes_in_another_process_too(folder: Path, made: dict[tuple[str, str], bytes]) -> None:
    code = (
        "import hashlib; from nap_analytics.kit.report import annual_report; from nap_analytics.wording.language import language; "
        "from nap_analytics.warehouse import open_warehouse; from tests.tiny import VIEWED_ON; "
        "report = annual_report(open_warehouse(), language('fr'), plan_id='tst-2019', viewed_on=VIEWED_ON); "
        "print(hashlib.sha256(report).hexdigest())"
    )
    elsewhere = printed_elsewhere(code, NAP_DATA=str(folder / "data"), NAP_WORKSPACE=str(folder / "workspace"))
    assert elsewhere == sha256(made[MEASURED, "fr"]).hexdigest()
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(made[MEASURED, "fr"])).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_newest_plan_is_the_one_that_began_last_and_an_unknown_one_is_refused(warehouse: Warehouse) -> None:
    assert newest_plan(warehouse, viewed_on=VIEWED_ON) == MEASURED
    with pytest.raises(NapError, match="There is no such plan: nope"):
        annual_report(warehouse, language("en"), plan_id="nope", viewed_on=VIEWED_ON)


@pytest.mark.usefixtures("warehouse")
@pytest.mark.parametrize(("arguments", "name"), [((), f"report-{MEASURED}-en.docx"), (("--plan", BARE), f"report-{BARE}-en.docx")])
def test_command_writes_the_report_of_the_newest_plan_or_of_the_one_named(
    arguments: tuple[str, ...],
    name: str,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("NAP_DATA", str(folder / "data"))
    monkeypatch.setenv("NAP_WORKSPACE", str(folder / "workspace"))
    monkeypatch.chdir(tmp_path)
    assert cli.app(["export", "--format", "docx", "--lang", "en", *arguments], standalone_mode=False) is None
    assert capfd.readouterr().out.splitlines() == [name]
    assert Document(str(tmp_path / name)).core_properties.subject.startswith(("Plan ", BARE))


@pytest.fixture(scope="module")
def pages(made: dict[tuple[str, str], bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """The words of each report as LibreOffice prints it."""
    folder = tmp_path_factory.mktemp("pages")
    files = {case: folder / f"{'-'.join(case)}.docx" for case in CASES}
    for case, path in files.items():
        path.write_bytes(made[case])
    printed = converted(files.values(), "pdf")
    return {case: " ".join(printed_pages(path, "-layout")) for case, path in zip(files, printed, strict=True)}


@pytest.mark.parametrize(("plan", "code"), CASES)
def test_libreoffice_prints_every_heading_with_its_number(
    pages: dict[tuple[str, str], str], made: dict[tuple[str, str], bytes], plan: str, code: str
) -> None:
    printed = pages[plan, code]
    twice = [heading for heading in headings(made[plan, code]) if printed.count(" ".join(heading.split())) < 2]
    assert twice == [], "once in the contents, once in its place"
