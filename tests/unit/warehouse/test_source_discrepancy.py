"""Where a document contradicts itself: each kind of finding (docs/methods/source-discrepancies.md)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from nap_analytics.warehouse.database import Warehouse
from tests.tiny import VIEWED_ON, Row, Tables, framework, of_plan, rows_seen, tiny_warehouse, together


def cell(activity: str, year: int | None, amount: int, *, printed: int, pillar: str = "1") -> Row:
    """A cell of a budget line with the total that the document prints for the line."""
    return {
        "activity_id": activity,
        "pillar_code": pillar,
        "budget_year": year,
        "amount": amount,
        "printed_total": printed,
        "locator": f"Budget table, line {activity}, Year {year}",
    }


BUDGET: Tables = {
    # Line A1 prints 120 for cells of 50 and 60; A2 adds up. Pillar 1 prints 170: its lines add up to it, its cells do not.
    "pillar": [{"pillar_code": "1"}],
    "activity": [{"activity_id": "A1"}, {"activity_id": "A2"}],
    "budget_line": [
        cell("A1", 2019, 50, printed=120),
        cell("A1", 2020, 60, printed=120),
        cell("A1", None, 10, printed=120),
        cell("A2", 2019, 50, printed=50),
    ],
    "printed_total": [
        {"pillar_code": "1", "amount": 170, "locator": "Budget table, total of pillar 1"},
        {"amount": 170, "locator": "Budget table, overall total"},
    ],
}

COMPLETION: Tables = {
    "pillar": [{"pillar_code": code} for code in "12345"],
    "reported_completion": [
        {"pillar_code": "1", "planned_count": 14, "completed_count": 9, "printed_pct": 64},
        {"pillar_code": "2", "planned_count": 13, "completed_count": 4, "printed_pct": 30},
        {"pillar_code": "3", "planned_count": 3, "completed_count": 2, "printed_pct": 66.7},
        {"pillar_code": "4", "planned_count": 4, "completed_count": 1, "printed_pct": 30},
        {"pillar_code": "5", "planned_count": 3, "completed_count": 2},
    ],
}

CODES: Tables = {
    "framework_node": [
        *framework("codes", "1", results=0),
        {"node_code": "1.1", "parent_code": "O1", "printed_code": "1.1", "sort_order": 2},
        {"node_code": "1.1.1", "parent_code": "1.1", "level": "opportunity", "printed_code": "1.2.1", "sort_order": 3},
        {"node_code": "1.3", "parent_code": "O1", "printed_code": "1.3", "sort_order": 4},
        {"node_code": "1.3.1", "parent_code": "1.3", "level": "opportunity", "printed_code": "1.3.1", "sort_order": 5},
        {"node_code": "1.3.2", "parent_code": "1.3", "level": "opportunity", "printed_code": "1.3.1", "sort_order": 6},
        {"node_code": "1.3.3", "parent_code": "1.3", "level": "opportunity", "sort_order": 7},
    ]
}

STATEMENTS: Tables = {
    "printed_quantity": [
        {"quantity_id": "centres", "value_text": "12", "value": 12, "locator": "p. 1"},
        {"quantity_id": "centres", "value_text": "14", "value": 14, "locator": "p. 2", "sort_order": 2},
        {"quantity_id": "centres", "value_text": "12", "value": 12, "locator": "p. 3", "sort_order": 3},
        {"quantity_id": "period", "value_text": "2019-2023", "locator": "p. 1"},
        {"quantity_id": "period", "value_text": "2019-2024", "locator": "p. 9", "sort_order": 2},
    ]
}

WORDING: Tables = {
    "activity": [
        {"activity_id": "W1", "text_en": "Train judges", "framework_text": "Train the judges", "schedule_text": "Train judges"},
        {"activity_id": "W2", "text_en": "Print a guide", "sort_order": 2},
    ]
}

FUNDING: Tables = {
    "contextual_funding": [
        {"funding_id": "agreement", "amount": 540, "locator": "press release"},
        {"funding_id": "regions", "part_of_funding_id": "agreement", "amount": 206},
        {"funding_id": "institutions", "part_of_funding_id": "agreement", "amount": 300},
        {"funding_id": "fund", "amount": 9},
        {"funding_id": "share", "part_of_funding_id": "fund", "amount": 9},
    ]
}

COLUMNS = "kind, origin, locator, quantity_en, quantity_fr, printed_value, computed_value, difference"

FINDINGS: dict[str, tuple[Tables, list[tuple]]] = {
    "budget": (
        BUDGET,
        [
            (
                "line",
                "document",
                "Budget table, line A1",
                "Total of the budget line: A1 (en)",
                "Total de la ligne budgétaire\xa0: A1 (fr)",
                "120",
                "110",
                10,
            ),
            (
                "total",
                "document",
                "Budget table, overall total",
                "Overall total against the sum of the yearly cells",
                "Total général, comparé à la somme des montants annuels",
                "170",
                "160",
                10,
            ),
            (
                "total",
                "document",
                "Budget table, total of pillar 1",
                "Total of pillar 1 (1 (en)) against the sum of the yearly cells",
                "Total, volet 1 (1 (fr)), comparé à la somme des montants annuels",
                "170",
                "160",
                10,
            ),
        ],
    ),
    "completion": (
        COMPLETION,
        [
            (
                "percentage",
                "document",
                "p. 1",
                "Completion rate of pillar 2 (2 (en)), percent: 4 of 13",
                "Taux de réalisation, volet 2 (2 (fr)), en pourcentage\xa0: 4 sur 13",
                "30",
                "30.77",
                pytest.approx(30 - 400 / 13),
            ),
            (
                "percentage",
                "document",
                "p. 1",
                "Completion rate of pillar 4 (4 (en)), percent: 1 of 4",
                "Taux de réalisation, volet 4 (4 (fr)), en pourcentage\xa0: 1 sur 4",
                "30",
                "25",
                5,
            ),
        ],
    ),
    "codes": (
        CODES,
        [
            ("code", "document", "p. 1", "Code of “1.1.1 (en)”", "Code de «\xa01.1.1 (fr)\xa0»", "1.2.1", "1.1.1", None),
            (
                "code",
                "document",
                "p. 1",
                "Code of “1.3.2 (en)” (printed 2 times)",
                "Code de «\xa01.3.2 (fr)\xa0» (figure 2 fois)",
                "1.3.1",
                "1.3.2",
                None,
            ),
            (
                "numbering",
                "document",
                "p. 1",
                "Numbering of the results of pillar 1 (1 (en))",
                "Numérotation des résultats, volet 1 (1 (fr))",
                "1.1, 1.3",
                "1.1, 1.2",
                None,
            ),
        ],
    ),
    "statements": (
        STATEMENTS,
        [
            ("statement", "document", "p. 1 / p. 2", "centres (en)", "centres (fr)", "12", "14", -2),
            ("statement", "document", "p. 1 / p. 9", "period (en)", "period (fr)", "2019-2023", "2019-2024", None),
        ],
    ),
    "wording": (
        WORDING,
        [
            (
                "wording",
                "document",
                "p. 1 / logical framework",
                "Wording of the activity in two tables",
                "Libellé de l’activité dans deux tableaux",
                "Train judges",
                "Train the judges",
                None,
            )
        ],
    ),
    "funding": (
        FUNDING,
        [
            (
                "total",
                "document",
                "press release",
                "Total against the sum of its parts: agreement (en)",
                "Total comparé à la somme de ses éléments\xa0: agreement (fr)",
                "540",
                "506",
                34,
            )
        ],
    ),
}
"""Rows, and all that they must give."""


UNREACHED: Tables = {
    # The lines print 120 and 50; the document prints 180 for both, and a line of no activity carries the missing 10.
    "activity": [{"activity_id": "B1"}, {"activity_id": "B2"}],
    "budget_line": [
        cell("B1", 2019, 110, printed=120),
        cell("B1", None, 10, printed=120),
        cell("B2", 2019, 50, printed=50),
        {"pillar_code": "1", "amount": 10},
    ],
    "printed_total": [{"pillar_code": "1", "amount": 180}],
}

CONSISTENT: Tables = {
    "activity": [{"activity_id": "C1"}],
    "budget_line": [cell("C1", 2019, 50, printed=50)],
    "printed_total": [{"pillar_code": "1", "amount": 50}],
}

LATE: Tables = {"printed_quantity": [{**row, "source_id": "late"} for row in STATEMENTS["printed_quantity"]]}

DOCUMENTS = {name: tables for name, (tables, _) in FINDINGS.items()} | {
    "unreached": UNREACHED,
    "consistent": CONSISTENT,
    "late": LATE,
}
"""The rows of each document, under a plan of its name."""

ORIGINS: Tables = {
    # The plan's document is an unofficial translation; a press article tells of it, and an agreement around it does not add up.
    "pillar": [{"pillar_code": "1"}],
    "framework_node": framework("origins", "1"),
    "printed_quantity": [
        {"quantity_id": "centres", "value_text": "12"},
        {"quantity_id": "centres", "value_text": "14", "sort_order": 2},
        {"quantity_id": "centres", "value_text": "15", "sort_order": 3, "source_id": "article"},
        {"quantity_id": "role", "value_text": "committee"},
        {"quantity_id": "role", "value_text": "commission", "sort_order": 2, "origin": "translation"},
        {"quantity_id": "role", "value_text": "board", "sort_order": 3, "origin": "translation"},
        {"quantity_id": "role", "value_text": "board", "sort_order": 4},
        {"quantity_id": "launch", "value_text": "1 May", "source_id": "article"},
        {"quantity_id": "launch", "value_text": "2 May", "sort_order": 2, "source_id": "article"},
    ],
    "activity": [{"activity_id": "T1", "text_en": "Train judges", "schedule_text": "Train the judges"}],
    "contextual_funding": [
        {"funding_id": "whole", "amount": 540, "source_id": "agreement"},
        {"funding_id": "part", "part_of_funding_id": "whole", "amount": 500, "source_id": "agreement"},
    ],
}

SOURCES: Tables = {
    "source": [
        {"source_id": "doc"},
        {"source_id": "late", "published_date": VIEWED_ON},
        {"source_id": "translation", "kind": "unofficial_translation"},
        {"source_id": "article", "kind": "press"},
        {"source_id": "agreement", "kind": "official"},
    ]
}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """All documents in one warehouse."""
    parts = [of_plan(name, tables) for name, tables in DOCUMENTS.items()]
    told = {name: [{"source_id": "translation", **row} for row in rows] for name, rows in ORIGINS.items()}
    parts.append(of_plan("origins", told, source_id="translation"))
    return tiny_warehouse(tmp_path_factory.mktemp("documents"), together(SOURCES, *parts))


def findings(warehouse: Warehouse, plan_id: str, *, viewed_on: date = VIEWED_ON) -> list[tuple]:
    """Everything in source_discrepancy about a document, on a day."""
    statement = f"SELECT {COLUMNS} FROM source_discrepancy($viewed_on) WHERE plan_id = $plan_id ORDER BY ALL"
    return rows_seen(warehouse, statement, viewed_on=viewed_on, plan_id=plan_id)


@pytest.mark.parametrize("name", FINDINGS)
def test_contradiction_is_found(warehouse: Warehouse, name: str) -> None:
    _, expected = FINDINGS[name]
    assert findings(warehouse, name) == expected


def test_total_that_its_lines_do_not_reach_is_found(warehouse: Warehouse) -> None:
    assert [row[3:] for row in findings(warehouse, "unreached") if row[0] == "total"] == [
        (
            "Total of pillar 1 (1 (en)) against the sum of the lines",
            "Total, volet 1 (1 (fr)), comparé à la somme des lignes",
            "180",
            "170",
            10,
        ),
        (
            "Total of pillar 1 (1 (en)) against the sum of the yearly cells",
            "Total, volet 1 (1 (fr)), comparé à la somme des montants annuels",
            "180",
            "160",
            20,
        ),
    ]


def test_consistent_document_has_no_finding(warehouse: Warehouse) -> None:
    assert findings(warehouse, "consistent") == []


@pytest.mark.parametrize(("viewed_on", "count"), [(VIEWED_ON - timedelta(days=1), 0), (VIEWED_ON, 2)])
def test_finding_is_known_from_the_day_its_document_is_published(warehouse: Warehouse, viewed_on: date, count: int) -> None:
    assert len(findings(warehouse, "late", viewed_on=viewed_on)) == count


def test_each_contradiction_says_whose_it_is(warehouse: Warehouse) -> None:
    statement = "SELECT kind, computed_value, origin FROM source_discrepancy WHERE plan_id = 'origins' ORDER BY ALL"
    found = warehouse.rows(statement)[1]
    assert found == [
        ("statement", "14", "document"),
        ("statement", "15", "other_source"),
        ("statement", "2 May", "other_source"),
        ("statement", "board", "document"),
        ("statement", "commission", "translation"),
        ("total", "500", "other_source"),
        ("wording", "Train the judges", "translation"),
    ]
