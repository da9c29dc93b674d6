"""The budgets page with a hundred plans of five thousand budget lines each, against an empty page."""

from __future__ import annotations

import csv
import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.pages import FLAGS, ROOT, chromium, empty_server, rerun_row, server

PLAN_COUNT = 100
LINES_PER_PLAN = 5_000
PILLAR_COUNT = 5
ACTIVITIES_PER_PILLAR = 20
FIRST_YEAR = 2012
YEAR_COUNT = 5
VIEWS = ("", "?currency=SEK&prices=2023&per=head", "?view=division", "?view=shares", "?view=stages")
THEMES = ("prevention", "protection", "participation", "relief_recovery", "coordination")

Row = dict[str, object]


def measure() -> list[dict[str, object]]:
    """One row per view of the page: its rerun against an empty page's; the first has the seconds of the start."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        data = write_plans(Path(scratch) / "data")
        empty_script = Path(scratch) / "empty.py"
        empty_script.write_text('import streamlit as st\n\nst.write("")\n', encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        began = time.perf_counter()
        with server(ROOT / "app.py", workspace=scratch, ready="/ready", data=data) as address:
            seconds = time.perf_counter() - began
            with empty_server(empty_script, folder=Path(scratch)) as empty, empty_server(empty_script, folder=ROOT) as tuned:
                rows = [rerun_row(browser, f"{address}/budgets{view}", empty=empty, tuned=tuned) for view in VIEWS]
        browser.close()
    return [{"plans": PLAN_COUNT, "lines": PLAN_COUNT * LINES_PER_PLAN, "start_s": round(seconds, 1), **row} for row in rows]


def write_plans(folder: Path) -> Path:
    """The shipped data and the plans beside it; the folder is returned."""
    shutil.copytree(ROOT / "data", folder)
    readings = {row["reading"] for row in _rows(folder / "reference" / "crosswalk.csv")}
    crosswalk: list[Row] = []
    for number in range(PLAN_COUNT):
        plan_id = f"big-{number:03d}"
        _write_plan(folder / "plans" / plan_id, like=folder / "plans" / "mli-2012", plan_id=plan_id, number=number)
        crosswalk += [
            {"plan_id": plan_id, "pillar_code": str(at + 1), "wps_pillar": THEMES[at], "reading": reading, "share": 1}
            | {"rationale_en": "bench", "rationale_fr": "bench"}
            for reading in sorted(readings)
            for at in range(PILLAR_COUNT)
        ]
    _append(folder / "reference" / "crosswalk.csv", crosswalk, like=folder / "reference" / "crosswalk.csv")
    return folder


def _write_plan(folder: Path, *, like: Path, plan_id: str, number: int) -> None:
    own = {"plan_id": plan_id, "is_own_translation": "true", "source_id": "nap-mli-2012-en", "locator": "bench"}
    named = {f"{kind}_{code}": f"Bench {number}" for kind in ("title", "short_name", "name", "text") for code in ("en", "fr")}
    codes = [str(at + 1) for at in range(PILLAR_COUNT)]
    activities = [(code, f"{plan_id}:A{code}.{at}") for code in codes for at in range(1, ACTIVITIES_PER_PILLAR + 1)]
    years = [None, *range(FIRST_YEAR, FIRST_YEAR + YEAR_COUNT)]
    cells = [(code, activity, year, stage) for code, activity in activities for year in years for stage in ("planned", "spent")]
    funders = [row["organisation_id"] for row in _rows(like.parents[1] / "reference" / "organisation.csv")]
    lines = [
        {
            **own,
            "pillar_code": code,
            "activity_id": activity,
            "budget_year": year,
            "stage": stage,
            "amount": 1000 + at,
            "currency_code": "XOF",
        }
        | {"funder": funders[at // len(cells) % len(funders)]}
        for at, (code, activity, year, stage) in enumerate((cells * 5)[:LINES_PER_PLAN])
    ]
    spent = {"start_year": FIRST_YEAR, "end_year": FIRST_YEAR + YEAR_COUNT - 1, "currency_code": "XOF", "country_code": "MLI"}
    planned = sum(int(str(line["amount"])) for line in lines if line["stage"] == "planned")
    tables: dict[str, list[Row]] = {
        "plan": [{**own, **named, **spent, "women_share_pct": 49.8}],
        "pillar": [{**own, **named, "pillar_code": code} for code in codes],
        "framework_node": [
            {**own, **named, "node_code": code, "pillar_code": code, "level": "pillar", "sort_order": code} for code in codes
        ],
        "activity": [
            {**own, **named, "activity_id": activity, "pillar_code": code, "sort_order": at}
            for at, (code, activity) in enumerate(activities)
        ],
        "budget_line": lines,
        "printed_total": [{**own, "stage": "planned", "amount": planned, "currency_code": "XOF"}],
    }
    for name, rows in tables.items():
        _append(folder / f"{name}.csv", rows, like=like / f"{name}.csv")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _append(path: Path, rows: list[Row], *, like: Path) -> None:
    """Add rows to a CSV file with the columns of another; cells of other columns are left out."""
    header = like.read_text(encoding="utf-8").splitlines()[0].split(",")
    is_new = not path.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, extrasaction="ignore", lineterminator="\n")
        if is_new:
            writer.writeheader()
        writer.writerows(rows)
