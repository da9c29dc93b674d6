"""A data folder small enough to work by hand: the test states the rows that matter, the rest is filled in.

    folder = write_folder(tmp_path, {"indicator": [{"indicator_id": "i", "is_sensitive": True}]})
    warehouse = tiny_warehouse(tmp_path, {"plan": [{"plan_id": "tst-2019", "extended_to_year": 2024}]})

A row is a dictionary of the cells that matter. Missing cells take the value of `USUAL`, else they are empty. Tables that are
not named hold `MINIMUM`: one source, one plan `tst-2019` of the country TST (2019 to 2023) with pillar 1 and its framework,
a euro parity, three dollar rates, three price indices, one population. Rows that the checks ask for are added where they are not
given: the framework of each plan, its crosswalk, an indicator for each series, a headline series for each indicator, a body for each
committee, the units.

Opening a warehouse takes most of a second: put the cases of a file into one, each under a plan (`of_plan`) or an indicator
(`measured`) of its own, and join them with `together`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from nap_analytics.warehouse.database import Warehouse, open_warehouse
from nap_analytics.warehouse.declaration import declared_tables

Row = Mapping[str, Any]
Tables = Mapping[str, list[Row]]

PLAN = "tst-2019"
BASELINE_DATE = date(2018, 12, 31)
HALF_TIME = date(2021, 7, 1)
"""913 of the 1,826 days from the baseline to the plan's last day: exactly half."""
LAST_DAY = date(2023, 12, 31)
VIEWED_ON = date(2024, 6, 30)
"""The day on which the tests look at the data, unless they say another."""

USUAL: dict[str, dict[str, Any]] = {
    "source": {
        "is_own_translation": False,
        "publisher": "Ministry",
        "kind": "official",
        "confidence": "confirmed",
    },
    "organisation": {"kind": "ministry", "is_own_translation": False},
    "region": {"country_code": "TST", "tile_row": 1, "tile_column": 1},
    "exchange_rate": {"to_currency_code": "XOF", "rate_kind": "annual_average"},
    "price_index": {"country_code": "TST", "inflation_pct": 0},
    "population": {"country_code": "TST"},
    "plan": {
        "country_code": "TST",
        "is_own_translation": False,
        "start_year": 2019,
        "end_year": 2023,
        "currency_code": "XOF",
    },
    "pillar": {"is_own_translation": False},
    "crosswalk": {"wps_pillar": "participation", "reading": "main", "share": 1},
    "framework_node": {"pillar_code": "1", "level": "result", "sort_order": 1, "is_own_translation": False},
    "theory_of_change": {"is_own_translation": False, "sort_order": 1},
    "indicator": {
        "node_code": "1.1",
        "pillar_code": "1",
        "sort_order": 1,
        "is_own_translation": False,
        "unit": "persons",
        "value_kind": "count",
        "direction": "increase",
        "accumulation": "latest",
        "placement_is_certain": True,
        "is_sensitive": False,
    },
    "series": {"sort_order": 1},
    "target": {"target_date": LAST_DAY, "decided_on": "2019-01-01"},
    "observation": {"is_preferred": True, "is_series_break": False},
    "activity": {"pillar_code": "1", "sort_order": 1, "is_own_translation": False},
    "reported_completion": {"assignment_is_certain": True},
    "achievement": {"sort_order": 1, "is_own_translation": False, "placement_is_certain": True},
    "budget_line": {"stage": "planned", "currency_code": "XOF"},
    "printed_total": {"stage": "planned", "currency_code": "XOF"},
    "contextual_funding": {
        "is_own_translation": False,
        "currency_code": "XOF",
        "is_preferred": True,
        "confidence": "likely",
    },
    "responsibility": {"role": "lead"},
    "body": {"sort_order": 1, "is_own_translation": False},
    "committee_member": {"committee": "committee", "sort_order": 1},
    "passage": {"kind": "strategy", "sort_order": 1, "is_own_translation": False, "title_en": None, "title_fr": None},
    "instrument": {"reach": "national", "sort_order": 1, "is_own_translation": False},
    "milestone": {"kind": "event", "is_own_translation": False},
    "context_theme": {"sort_order": 1},
    "context_topic": {"sort_order": 1, "is_population": False},
    "context_figure": {"sort_order": 1, "is_own_translation": False, "is_preferred": True, "is_series_break": False},
    "printed_quantity": {"sort_order": 1},
}
"""The cells of each table that a test need not state."""

MINIMUM: dict[str, list[Row]] = {
    "source": [{"source_id": "doc"}],
    "plan": [{"plan_id": PLAN}],
    "pillar": [{"pillar_code": "1"}],
    "exchange_rate": [
        {"from_currency_code": "EUR", "rate_year": 1999, "rate": 655.957, "rate_kind": "fixed_parity"},
        {"from_currency_code": "USD", "rate_year": 2019, "rate": 500},
        {"from_currency_code": "USD", "rate_year": 2020, "rate": 550},
        {"from_currency_code": "USD", "rate_year": 2023, "rate": 680},
    ],
    "price_index": [
        {"index_year": 2019, "index_value": 100},
        {"index_year": 2020, "index_value": 110},
        {"index_year": 2023, "index_value": 120},
    ],
    "population": [{"population_year": 2019, "person_count": 1000}],
}
"""The rows of the tables that a test does not name."""


def tiny_warehouse(folder: Path, tables: Tables | None = None) -> Warehouse:
    """Open the warehouse of a tiny data folder, with nothing reported by anybody; what is asked of it is remembered."""
    return open_warehouse(folder=write_folder(folder / "data", tables), workspace=folder / "workspace").remembering()


def write_folder(folder: Path, tables: Tables | None = None) -> Path:
    """Write one CSV file for each declared table; the folder is returned."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = _completed({**MINIMUM, **(tables or {})})
    unknown = rows.keys() - {_subject(table.file_name) for table in declared_tables()}
    assert not unknown, f"no such tables: {unknown}"
    for table in declared_tables():
        subject = _subject(table.file_name)
        cells = [_cells(subject, row, columns=table.column_names) for row in rows.get(subject, [])]
        write_rows(folder / table.file_name, columns=table.column_names, rows=cells)
    return folder


def completed_rows(tables: Tables) -> dict[str, list[dict[str, Any]]]:
    """The rows, each with all its cells, by table of the database, in the order in which the tables are filled."""
    rows = _completed({**MINIMUM, **tables})
    return {
        table.name: [_cells(subject, row, columns=table.column_names) for row in rows.get(subject, [])]
        for table in declared_tables()
        for subject in [_subject(table.file_name)]
    }


def write_rows(path: Path, *, columns: list[str], rows: Iterable[Row]) -> None:
    """Write a CSV file with exactly these columns; what a row does not say is empty."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _text(value) for name, value in row.items()} for row in rows)


def measured(
    name: str = "s",
    *,
    baseline: float | None = None,
    target: float | None = None,
    values: Mapping[date | str, float | None] | float | None = None,
    **indicator: Any,
) -> dict[str, list[Row]]:
    """Rows of one indicator with one series of the same name.

    Args:
        name: of the indicator and of its series.
        baseline: the printed baseline, at `BASELINE_DATE`.
        target: decided on 2019-01-01 and due on the plan's last day; a level to hold where the baseline meets it.
        values: national values by day; a number alone stands at `HALF_TIME`.
        indicator: cells of the indicator.
    """
    is_to_hold = None not in (baseline, target) and (baseline <= target if indicator.get("direction") == "decrease" else baseline >= target)
    by_day = values if isinstance(values, Mapping) else {} if values is None else {HALF_TIME: values}
    return {
        "indicator": [{"indicator_id": name, **indicator}],
        "series": [{"series_id": name, "indicator_id": name, "baseline_value": baseline}],
        "target": [] if target is None else [{"series_id": name, "target_value": target, "is_level_to_hold": is_to_hold}],
        "observation": [{"series_id": name, "period_end": day, "value": value} for day, value in by_day.items()],
    }


def together(*parts: Tables) -> dict[str, list[Row]]:
    """The rows of several parts in one set of tables."""
    return {name: [row for part in parts for row in part.get(name, [])] for part in parts for name in part}


def of_plan(plan_id: str, tables: Tables, **plan: Any) -> dict[str, list[Row]]:
    """The rows under a plan of their own, with pillar 1 where they name none.

    Args:
        plan_id: the new plan.
        tables: rows that name no plan.
        plan: cells of the plan.
    """
    rows = {"pillar": [{"pillar_code": "1"}], **tables}
    return {"plan": [{"plan_id": plan_id, **plan}]} | {name: [{**row, "plan_id": plan_id} for row in given] for name, given in rows.items()}


def framework(plan_id: str, pillar_code: str, *, results: int = 1) -> list[Row]:
    """Nodes of one pillar: itself, its objective and so many results (1.1, 1.2 ...)."""
    objective = f"O{pillar_code}"
    nodes = [(pillar_code, None, "pillar"), (objective, pillar_code, "objective")]
    nodes += [(f"{pillar_code}.{number}", objective, "result") for number in range(1, results + 1)]
    return [
        {
            "plan_id": plan_id,
            "pillar_code": pillar_code,
            "node_code": code,
            "parent_code": parent,
            "level": level,
            "sort_order": order,
        }
        for order, (code, parent, level) in enumerate(nodes)
    ]


def _completed(tables: Tables) -> dict[str, list[Row]]:
    """The tables with the rows that the checks ask for and the test did not state."""
    rows = {name: list(given) for name, given in tables.items()}
    pillars = [(row.get("plan_id", PLAN), row["pillar_code"]) for row in rows["pillar"]]
    rows["framework_node"] = _with_frameworks(rows.get("framework_node", []), pillars=pillars)
    rows.setdefault("crosswalk", [{"plan_id": plan, "pillar_code": code} for plan, code in pillars])
    rows["indicator"] = _with_indicators(rows.get("indicator", []), series=rows.get("series", []))
    rows["series"] = _with_headlines(rows.get("series", []), indicators=rows["indicator"])
    rows["body"] = _with_bodies(rows.get("body", []), members=rows.get("committee_member", []))
    rows["organisation"] = _with_organisations(rows.get("organisation", []), bodies=rows["body"])
    rows.setdefault("unit", [{"unit": name} for name in sorted(_units(rows))])
    return rows


def _units(rows: Tables) -> set[str]:
    """Units that the rows of any table speak of, the usual one included."""
    named = {str(row["unit"]) for table in rows.values() for row in table if row.get("unit")}
    return named | {USUAL["indicator"]["unit"]}


def _with_frameworks(nodes: list[Row], *, pillars: list[tuple[str, str]]) -> list[Row]:
    """The nodes given, and one objective with one result for each pillar of the other plans."""
    planned = {row.get("plan_id", PLAN) for row in nodes}
    return nodes + [node for plan, code in pillars if plan not in planned for node in framework(plan, code)]


def _with_bodies(bodies: list[Row], *, members: list[Row]) -> list[Row]:
    """The bodies given, and one for each committee of which members are named."""
    known = {(row.get("plan_id", PLAN), row["organisation_id"]) for row in bodies}
    usual = USUAL["committee_member"]["committee"]
    wanted = dict.fromkeys((row.get("plan_id", PLAN), row.get("committee", usual)) for row in members)
    return bodies + [{"plan_id": plan, "organisation_id": name} for plan, name in wanted if (plan, name) not in known]


def _with_organisations(organisations: list[Row], *, bodies: list[Row]) -> list[Row]:
    """The organisations given, and one for each body that is none of them."""
    known = {row["organisation_id"] for row in organisations}
    wanted = dict.fromkeys(row["organisation_id"] for row in bodies)
    return organisations + [{"organisation_id": name, "name_en": name, "name_fr": name} for name in wanted if name not in known]


def _with_indicators(indicators: list[Row], *, series: list[Row]) -> list[Row]:
    known = {row["indicator_id"] for row in indicators}
    wanted = dict.fromkeys(row.get("indicator_id", row["series_id"]) for row in series)
    return indicators + [{"indicator_id": name} for name in wanted if name not in known]


def _with_headlines(series: list[Row], *, indicators: list[Row]) -> list[Row]:
    """The series of each indicator, the first being the headline; one without values where there is none."""
    seen: set[str] = set()
    completed: list[Row] = []
    for row in series:
        indicator = row.get("indicator_id", row["series_id"])
        completed.append({"indicator_id": indicator, "is_headline": indicator not in seen, **row})
        seen.add(indicator)
    names = [row["indicator_id"] for row in indicators if row["indicator_id"] not in seen]
    return completed + [{"series_id": name, "indicator_id": name, "is_headline": True} for name in names]


def _cells(subject: str, row: Row, *, columns: list[str]) -> dict[str, Any]:
    """A row with its usual cells, a text for every title and name, and the only source."""
    filled = {"plan_id": PLAN, "source_id": "doc", "locator": "p. 1", **USUAL.get(subject, {}), **row}
    if subject == "observation":
        filled = {"period_start": filled["period_end"], **filled}
        filled.setdefault("missing_reason", "not_collected" if filled.get("value") is None else None)
    if subject == "series":
        filled.setdefault("category", filled["series_id"] if filled["series_id"] != filled["indicator_id"] else "")
        if filled.get("baseline_value") is not None:
            filled = {"baseline_date": BASELINE_DATE, "baseline_source_id": "doc", "baseline_locator": "p. 1", **filled}
    if filled.get("chapter"):
        filled |= {"node_code": None, "pillar_code": None}
    if filled.get("pcode"):
        filled = {"pcode_valid_from": "2021-12-20", "pcode_source_id": "doc", "pcode_locator": "p. 1", **filled}
    if filled.get("later_pcode"):
        filled = {"later_pcode_source_id": "doc", "later_pcode_locator": "p. 1", **filled}
    words = {name: _words(name, filled) for name in columns if name.rpartition("_")[0] in _TEXTS and name not in filled}
    return {name: value for name, value in {**words, **filled}.items() if name in columns}


_TEXTS = {"title", "name", "short_name", "text", "rationale", "what", "quantity"}


def _words(column: str, row: Row) -> str:
    """A text that tells the row and the language apart: `s (fr)`."""
    keys = (
        "indicator_id",
        "activity_id",
        "node_code",
        "series_id",
        "funding_id",
        "quantity_id",
        "topic",
        "theme",
        "unit",
        "pillar_code",
        "plan_id",
    )
    name = next((str(row[key]) for key in keys if row.get(key)), "text")
    return f"{name} ({column.rpartition('_')[2]})"


def _subject(file_name: str) -> str:
    return file_name.removesuffix(".csv")


def _text(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def rows_seen(warehouse: Warehouse, statement: str, *, viewed_on: date, **parameters: Any) -> list[tuple[Any, ...]]:
    """Rows of a statement as seen on a day, its measures computed once (`seen_once`)."""
    return warehouse.rows(*seen_once(warehouse, statement, {"viewed_on": viewed_on, **parameters}))[1]


def seen_once(warehouse: Warehouse, statement: str, parameters: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The statement reading tables instead of the measures of a day, with the parameters that it still has.

    Each measure, such as ``observation($viewed_on)``, is computed once for the warehouse and its parameters, be it one that the program
    keeps or not: a hundred tests of one measure would otherwise compute it for all series a hundred times.
    """
    statement, rest = warehouse.measures.read_by(re.sub(r"--[^\n]*", "", statement), parameters)
    for call in set(_MEASURE.findall(statement)):
        given = {name: rest[name] for name in _PARAMETER.findall(call)}
        table = f'seen."once {call.partition("(")[0]} {" ".join(map(str, given.values()))}"'
        warehouse.frame(f"CREATE TABLE IF NOT EXISTS {table} AS FROM {call}", given)
        statement = statement.replace(call, table)
    return statement, {name: rest[name] for name in _PARAMETER.findall(statement)}


_MEASURE = re.compile(r"(?<=FROM |JOIN )\w+\(\$viewed_on(?:, \$\w+)*\)")
_PARAMETER = re.compile(r"\$(\w+)")
