"""Values of one source that contradict each other: what is found, and what is not comparable and so is none."""

from __future__ import annotations

from typing import Any

import pytest

from nap_analytics.warehouse.database import Warehouse
from tests.tiny import VIEWED_ON, Row, Tables, rows_seen, tiny_warehouse, together

REGIONS: Tables = {"region": [{"region_code": "TS-1", "name_en": "North", "name_fr": "Nord"}, {"region_code": "TS-2"}]}
YEAR = {"period_start": "2020-01-01", "period_end": "2020-12-31"}


def counted(name: str, values: list[Row], **indicator: Any) -> Tables:
    """An indicator that counts, with one series of its name and these values."""
    return {
        "indicator": [{"indicator_id": name, "value_kind": "count", **indicator}],
        "series": [{"series_id": name, "indicator_id": name}],
        "observation": [{"series_id": name, **row} for row in values],
    }


def parts(*, total: int = 100, north: int = 80, south: int | None = 60, women: int = 60, men: int = 40) -> list[Row]:
    """The values of a year: the country, its two regions, both sexes."""
    rows: list[Row] = [{**YEAR, "value": total}, {**YEAR, "region_code": "TS-1", "value": north}]
    rows += [{**YEAR, "region_code": "TS-2", "value": south}]
    return [*rows, {**YEAR, "sex": "female", "value": women}, {**YEAR, "sex": "male", "value": men}]


def ends(*values: tuple[str, int], **row: Any) -> list[Row]:
    """A running total at the ends of periods."""
    return [{"period_end": day, "value": value, **row} for day, value in values]


CASES: dict[str, Tables] = {
    "falls": counted("falls", ends(("2019-12-31", 90), ("2020-12-31", 70), ("2021-12-31", 95)), accumulation="running_total"),
    "latest": counted("latest", ends(("2019-12-31", 90), ("2020-12-31", 70))),
    "broken": counted(
        "broken",
        [*ends(("2019-12-31", 90)), *ends(("2020-12-31", 70), is_series_break=True)],
        accumulation="running_total",
    ),
    "two sources": counted(
        "two sources",
        [*ends(("2019-12-31", 90)), *ends(("2020-12-31", 70), source_id="survey")],
        accumulation="running_total",
    ),
    "regions": counted("regions", parts(north=90, south=35)),
    "sexes": counted("sexes", parts(south=20, women=60, men=45)),
    "agrees": counted("agrees", parts(south=20)),
    "a region is silent": counted("a region is silent", parts(south=None)),
    "shares": counted("shares", parts(), value_kind="percent", unit="percent"),
    "sensitive": counted("sensitive", parts(north=90, south=35), is_sensitive=True),
    "floor": counted("floor", [{**row, "is_at_least": row.get("region_code") is None} for row in parts(north=90, south=35)]),
    "other source": counted("other source", [{**row, "source_id": "survey"} for row in parts(south=20, women=61)]),
    "in a region": counted(
        "in a region",
        [{**YEAR, "region_code": "TS-1", "value": 9}, *({**YEAR, "region_code": "TS-1", "sex": s, "value": 4} for s in ("female", "male"))],
    ),
}

FOUND: dict[str, list[tuple]] = {
    "falls": [
        (
            "document",
            "Running total lower than before: falls (en) (falls), 2020-12-31 after 2019-12-31",
            "Cumul inférieur au précédent\xa0: falls (fr) (falls), 31/12/2020 après 31/12/2019",
            "70",
            "90",
            -20,
        )
    ],
    "regions": [
        (
            "document",
            "Total against the sum of the regions: regions (en) (regions), 2020-01-01 to 2020-12-31",
            "Total comparé à la somme des régions\xa0: regions (fr) (regions), du 01/01/2020 au 31/12/2020",
            "100",
            "125",
            -25,
        )
    ],
    "sexes": [
        (
            "document",
            "Total against the sum of women and men: sexes (en) (sexes), 2020-01-01 to 2020-12-31",
            "Total comparé à la somme des femmes et des hommes\xa0: sexes (fr) (sexes), du 01/01/2020 au 31/12/2020",
            "100",
            "105",
            -5,
        )
    ],
    "other source": [
        (
            "other_source",
            "Total against the sum of women and men: other source (en) (other source), 2020-01-01 to 2020-12-31",
            "Total comparé à la somme des femmes et des hommes\xa0: other source (fr) (other source), du 01/01/2020 au 31/12/2020",
            "100",
            "101",
            -1,
        )
    ],
    "in a region": [
        (
            "document",
            "Total against the sum of women and men: in a region (en) (in a region), 2020-01-01 to 2020-12-31, North",
            "Total comparé à la somme des femmes et des hommes\xa0: in a region (fr) (in a region), du 01/01/2020 au 31/12/2020, Nord",
            "9",
            "8",
            1,
        )
    ],
}

PLACES = counted("places", [{**row, "locator": "table 2" if row.get("region_code") else "table 1"} for row in parts(north=90, south=35)])


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """All cases in one warehouse."""
    sources: Tables = {"source": [{"source_id": "doc"}, {"source_id": "survey", "kind": "statistics"}]}
    return tiny_warehouse(tmp_path_factory.mktemp("values"), together(sources, REGIONS, *CASES.values(), PLACES))


@pytest.mark.parametrize("name", CASES)
def test_contradiction_of_values(warehouse: Warehouse, name: str) -> None:
    statement = (
        "SELECT origin, quantity_en, quantity_fr, printed_value, computed_value, difference FROM source_discrepancy($viewed_on)"
        " WHERE kind = 'values' AND CONTAINS(quantity_en, '(' || $name || ')') ORDER BY ALL"
    )
    assert rows_seen(warehouse, statement, viewed_on=VIEWED_ON, name=name) == FOUND.get(name, [])


def test_place_of_the_total_stands_before_the_places_of_its_parts(warehouse: Warehouse) -> None:
    found = warehouse.rows("SELECT locator FROM discrepancy_of_values WHERE CONTAINS(quantity_en, '(places)')")[1]
    assert found == [("table 1 / table 2",)]
