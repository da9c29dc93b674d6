"""python -m tests.bench: measure, print a table, write bench-results/bench.json."""

from __future__ import annotations

import json
import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.bench import many_plans, pages, rollup, stage

RESULTS = Path(__file__).parents[2] / "bench-results" / "bench.json"


def main() -> None:
    """Measure everything and say what was measured."""
    found = {
        "measured_at": datetime.now(tz=UTC).isoformat(timespec="seconds"),
        "machine": {"cores": os.cpu_count(), "python": platform.python_version()},
        "versions": {name: version(name) for name in ("streamlit", "duckdb", "plotly", "pandas", "pyarrow")},
        "rollup": rollup.measure(),
        **pages.measure(),
        "many_plans": many_plans.measure(),
        "stage": stage.measure(),
    }
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    _print_table("Pillar roll-up, national values out of all observations", found["rollup"])
    _print_table("Cold start and first load", [{"cold_start_s": found["cold_start_s"], **found["first_load"]}])
    _print_table("Rerun in Chromium, against an empty Streamlit page", found["reruns"])
    _print_table("Budgets with many plans", found["many_plans"])
    _print_table("Presenting", [found["stage"]])
    print(f"\nWritten to {RESULTS.relative_to(Path.cwd()) if RESULTS.is_relative_to(Path.cwd()) else RESULTS}")


def _print_table(title: str, rows: list[dict[str, object]]) -> None:
    columns = list(rows[0])
    width = {name: max(len(name), *(len(str(row[name])) for row in rows)) for name in columns}
    print(f"\n{title}")
    print("  ".join(name.rjust(width[name]) for name in columns))
    for row in rows:
        print("  ".join(str(row[name]).rjust(width[name]) for name in columns))


if __name__ == "__main__":
    main()
