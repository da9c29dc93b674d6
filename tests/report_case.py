"""Data of three plans small enough to know each line of their annual reports, with texts that mean something in XML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.tiny import framework, tiny_warehouse, together

if TYPE_CHECKING:
    from nap_analytics.warehouse import Warehouse
    from tests.tiny import Row

MEASURED, COUNTED, BARE = "tst-2019", "tst-2015", "tst-2012"
"""A plan with indicators, one known by its completed activities, one of which nothing but its pillar is known."""

HOSTILE = "</w:t><b>&=1+1</b> ]]> [9] {plan} 'x' \"y\""
"""A text that would break a document that does not escape it."""


def report_warehouse(folder: Path) -> Warehouse:
    """The three plans."""
    return tiny_warehouse(folder, together(_measured(), _counted(), _bare()))


def _measured() -> dict[str, list[Row]]:
    """Pillar 1: a target met, one missed, one past its date without a value, values without a target; pillar 2 and a chapter: nothing."""
    return {
        "source": [
            {"source_id": "doc", "title_en": "The plan", "title_fr": "Le plan", "citation": "Cite me"},
            {"source_id": "survey", "title_en": "Survey", "title_fr": "Enquête", "url": "https://example.org/?a=1&b=2"},
        ],
        "organisation": [
            {"organisation_id": "ministry", "name_en": "Ministry of <Women>", "name_fr": "Ministère des <Femmes>"},
            {"organisation_id": "committee", "name_en": "Steering committee", "name_fr": "Comité de pilotage"},
            {"organisation_id": "unit", "name_en": "Unit", "name_fr": "Unité"},
            {"organisation_id": "csos", "name_en": "Civil society", "name_fr": "Société civile", "kind": "civil_society"},
        ],
        "plan": [{"plan_id": MEASURED, "title_en": f"Plan {HOSTILE}", "title_fr": f"Plan {HOSTILE}"}],
        "pillar": [
            {"pillar_code": "1", "name_en": "Participation of women", "short_name_en": "Participation"},
            {"pillar_code": "2", "name_en": "Protection of women", "short_name_en": "Protection"},
        ],
        "framework_node": [*framework(MEASURED, "1"), *framework(MEASURED, "2")],
        "indicator": [
            {"indicator_id": f"{MEASURED}:1a", "sort_order": 1, "text_en": f"Judges {HOSTILE}", "text_fr": f"Juges {HOSTILE}"},
            {"indicator_id": f"{MEASURED}:1b", "sort_order": 2, "text_en": "Mayors", "text_fr": "Maires"},
            {"indicator_id": f"{MEASURED}:1c", "sort_order": 3, "text_en": "Soldiers", "text_fr": "Soldates"},
            {"indicator_id": f"{MEASURED}:1d", "sort_order": 4, "text_en": "Councils", "text_fr": "Conseils"},
            {"indicator_id": f"{MEASURED}:2a", "sort_order": 5, "node_code": "2.1", "pillar_code": "2"},
            {"indicator_id": f"{MEASURED}:leadership-a", "sort_order": 6, "chapter": "leadership", "text_en": "Meetings"},
        ],
        "series": [
            *(_series(f"1{letter}", letter, order) for order, letter in enumerate("abc", start=1)),
            {"series_id": f"{MEASURED}:1d/town", "indicator_id": f"{MEASURED}:1d", "name_en": "Town", "sort_order": 4},
            {"series_id": f"{MEASURED}:1d/village", "indicator_id": f"{MEASURED}:1d", "name_en": "Village", "sort_order": 5},
        ],
        "target": [{"series_id": f"{MEASURED}:{name}", "target_value": 20} for name in ("1a", "1b", "1d/village")],
        "observation": [
            {"series_id": f"{MEASURED}:1a", "period_end": "2023-12-31", "value": 25, "source_id": "survey", "locator": "p. 4"},
            {"series_id": f"{MEASURED}:1b", "period_end": "2023-12-31", "value": 11, "source_id": "survey", "locator": "p. 5"},
            {"series_id": f"{MEASURED}:1c", "period_end": "2020-12-31", "value": 7, "source_id": "survey", "locator": "p. 6"},
            {"series_id": f"{MEASURED}:1d/town", "period_end": "2022-12-31", "value": 3, "source_id": "survey", "locator": "p. 7"},
        ],
        "milestone": [
            {"milestone_id": "m1", "kind": "launch", "date_from": "2019-05-02", "date_to": "2019-05-02", "name_en": f"Launch {HOSTILE}"},
            {"milestone_id": "m2", "kind": "development", "date_from": "2018-01-01", "date_to": "2018-02-01", "name_en": "Drafting"},
            {
                "milestone_id": "commitment",
                "kind": "commitment",
                "date_from": "2021-03-22",
                "date_to": "2021-03-22",
                "name_en": "Local plans",
            },
            {
                "milestone_id": "m3",
                "date_from": "2020-08-18",
                "date_to": "2020-08-18",
                "name_en": "Coup",
                "label_en": "Coup",
                "label_fr": "Coup",
            },
            {"milestone_id": "m4", "date_from": "2035-01-25", "date_to": "2035-01-25", "name_en": "Not yet"},
        ],
        "passage": [
            _passage("drafting", "Drawn up in a workshop."),
            _passage("strategy", "Talk to all.", title_en="Dialogue", title_fr="Dialogue"),
            _passage("challenge", f"Ownership {HOSTILE}", note_en="Told by the review."),
            _passage("adaptation_rule", "Met: aim higher."),
            _passage("reporting_rule", "Every quarter.", source_id="survey"),
            _passage("localisation", "From region to commune."),
            _passage("funding_rule", "State and donors."),
            _passage("good_practice", "A peace hut."),
        ],
        "body": [
            {"organisation_id": "committee", "role_en": "guides", "role_fr": "oriente", "locator": "p. 24"},
            {"organisation_id": "unit", "sort_order": 2, "hosted_by": "ministry", "note_en": "Small."},
        ],
        "context_figure": [
            {
                "topic": "displaced",
                "name_en": "Displaced",
                "plan_id": None,
                "unit": "persons",
                "period_start": f"{year}-01-01",
                "period_end": f"{year}-12-31",
                "value": value,
                "source_id": "survey",
            }
            for year, value in ((2017, 10), (2018, 20), (2019, 30), (2020, 40))
        ],
        "responsibility": [{"code": "1.1", "organisation_id": "ministry"}],
        "committee_member": [
            {"organisation_id": "ministry", "sort_order": 1},
            {"organisation_id": "csos", "sort_order": 2, "seat_count": 4},
            {"committee": "unit", "organisation_id": None, "post_en": "Driver", "post_fr": "Chauffeur"},
        ],
        "budget_line": [
            {"pillar_code": "1", "amount": 6_000_000},
            {"pillar_code": "2", "amount": 4_000_000},
            {"pillar_code": "1", "stage": "committed", "amount": 1_500_000},
        ],
        "printed_total": [{"amount": 10_000_000, "locator": "p. 40"}],
        "contextual_funding": [
            {"funding_id": "f", "what_en": "Trust fund", "what_fr": "Fonds", "amount": 5_000_000, "year_from": 2020, "year_to": 2021}
        ],
    }


def _passage(kind: str, text: str, **cells: str) -> Row:
    return {"passage_id": kind, "kind": kind, "text_en": text, **cells}


def _series(name: str, letter: str, order: int) -> Row:
    baseline = 10 if letter != "c" else None
    named = f"series {letter} {HOSTILE}" if letter == "b" else f"series {letter}"
    return {"series_id": f"{MEASURED}:{name}", "name_en": named, "sort_order": order, "baseline_value": baseline}


def _counted() -> dict[str, list[Row]]:
    """One priority with an uncertain count, one that completed everything."""
    plan = {"plan_id": COUNTED, "start_year": 2015, "end_year": 2017}
    pillars = [{"plan_id": COUNTED, "pillar_code": "1", "name_en": "Care"}, {"plan_id": COUNTED, "pillar_code": "2", "name_en": "Law"}]
    uncertain = {"assignment_is_certain": False, "other_planned_count": 15, "other_completed_count": 4}
    return {
        "plan": [plan],
        "pillar": pillars,
        "reported_completion": [
            {"plan_id": COUNTED, "pillar_code": "1", "planned_count": 9, "completed_count": 6, **uncertain},
            {"plan_id": COUNTED, "pillar_code": "2", "planned_count": 5, "completed_count": 5},
        ],
        "achievement": [{"plan_id": COUNTED, "achievement_id": "a1", "pillar_code": "1", "is_planned": True, "text_en": "A centre"}],
    }


def _bare() -> dict[str, list[Row]]:
    plan = {"plan_id": BARE, "start_year": 2012, "end_year": 2014}
    return {"plan": [plan], "pillar": [{"plan_id": BARE, "pillar_code": "1", "name_en": "Peace"}]}
