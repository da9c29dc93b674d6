"""The pillar roll-up over many observations, in DuckDB straight from Parquet, against the same in pandas."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from nap_analytics.warehouse import Warehouse, open_warehouse
from tests.tiny import write_folder

Answer = TypeVar("Answer", pd.DataFrame, pd.Series)

SIZES = (10_000, 1_000_000, 10_000_000)
SERIES_COUNT = 5_000
PILLAR_COUNT = 5
RESULTS_PER_PILLAR = 20
CELLS_PER_PERIOD = 34
FILE_COUNT = 200
REPEATS = 5
BASELINE, TARGET = 10.0, 80.0
VIEWED_ON = "2023-12-31"


def measure() -> list[dict[str, object]]:
    """One row per size: median seconds of the roll-up in DuckDB and in pandas, and their ratio."""
    rows = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            rows.append(_measure_size(size, root=Path(folder)))
    return rows


def _measure_size(size: int, *, root: Path) -> dict[str, object]:
    series_count = min(SERIES_COUNT, size // 2)
    data = write_folder(root / "data", _reference_rows(series_count))
    megabytes = _write_ledger(root / "workspace" / "submissions", size=size, series_count=series_count)
    warehouse = open_warehouse(folder=data, workspace=root / "workspace")
    warehouse.connection.execute("SET threads = 2")
    in_duckdb, answer = _median_seconds(lambda: _roll_up_in_duckdb(warehouse))
    in_pandas, same = _median_seconds(lambda: _roll_up_in_pandas(root / "workspace" / "submissions", data=warehouse))
    np.testing.assert_allclose(answer["progress_pct"].to_numpy(), same.to_numpy(), rtol=1e-9)
    return {
        "observations": size,
        "parquet_mb": round(megabytes, 1),
        "duckdb_s": round(in_duckdb, 3),
        "pandas_s": round(in_pandas, 3),
        "ratio": round(in_duckdb / in_pandas, 3),
    }


def _median_seconds(work: Callable[[], Answer]) -> tuple[float, Answer]:
    result = work()
    seconds = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds), result


def _roll_up_in_duckdb(warehouse: Warehouse) -> pd.DataFrame:
    return warehouse.frame(
        f"SELECT pillar_code, progress_pct FROM pillar_progress(DATE '{VIEWED_ON}') WHERE plan_id = 'big' ORDER BY pillar_code"
    )


def _roll_up_in_pandas(files: Path, *, data: Warehouse) -> pd.Series:
    """The same measure: latest preferred national value, progress, then indicator, result and pillar means."""
    columns = ["series_id", "period_end", "region_code", "sex", "age_group", "value", "is_preferred"]
    seen = pd.read_parquet(files, columns=columns)
    national = seen[
        seen["is_preferred"] & seen["value"].notna() & seen["region_code"].isna() & seen["sex"].isna() & seen["age_group"].isna()
    ]
    national = national[pd.to_datetime(national["period_end"]) <= pd.Timestamp(VIEWED_ON)]
    latest = national.sort_values("period_end").groupby("series_id")["value"].last()
    progress = (100 * (latest - BASELINE) / (TARGET - BASELINE)).clip(0, 100).rename("progress_pct").reset_index()
    placed = data.frame(
        "SELECT s.series_id, i.indicator_id, i.pillar_code, i.node_code FROM series AS s JOIN indicator AS i USING (indicator_id)"
        " WHERE i.plan_id = 'big'"
    )
    joined = placed.merge(progress, on="series_id", how="left")
    indicators = joined.groupby(["pillar_code", "node_code", "indicator_id"])["progress_pct"].mean()
    results = indicators.groupby(["pillar_code", "node_code"]).mean()
    return results.groupby("pillar_code").mean().sort_index()


def _reference_rows(series_count: int) -> dict[str, list[dict[str, object]]]:
    """A plan of five pillars and a hundred results, one indicator and one series for each series of the ledger."""
    placed = [(at, at % PILLAR_COUNT + 1, at // PILLAR_COUNT % RESULTS_PER_PILLAR + 1) for at in range(series_count)]
    pillars = [{"plan_id": "big", "pillar_code": str(p)} for p in range(1, PILLAR_COUNT + 1)]
    results = [
        {"plan_id": "big", "node_code": f"{p}.{r}", "parent_code": str(p), "pillar_code": str(p), "level": "result"}
        for p in range(1, PILLAR_COUNT + 1)
        for r in range(1, RESULTS_PER_PILLAR + 1)
    ]
    nodes = [{**row, "node_code": row["pillar_code"], "level": "pillar"} for row in pillars] + results
    return {
        "plan": [{"plan_id": "big", "start_year": 2019, "end_year": 2023}],
        "pillar": pillars,
        "crosswalk": [{**row, "wps_pillar": "prevention", "reading": "main", "share": 1} for row in pillars],
        "framework_node": nodes,
        "indicator": [{"indicator_id": f"i{at}", "plan_id": "big", "node_code": f"{p}.{r}", "pillar_code": str(p)} for at, p, r in placed],
        "series": [
            {"series_id": f"s{at}", "indicator_id": f"i{at}", "baseline_value": BASELINE, "baseline_date": "2018-12-31"}
            for at in range(series_count)
        ],
        "target": [
            {"series_id": f"s{at}", "target_date": "2023-12-31", "target_value": TARGET, "decided_on": "2019-01-01"}
            for at in range(series_count)
        ],
    }


def _write_ledger(folder: Path, *, size: int, series_count: int) -> float:
    """Monthly values of each series for the nation, eleven regions and each sex there; returns megabytes written."""
    folder.mkdir(parents=True)
    connection = duckdb.connect()
    per_file = -(-series_count // FILE_COUNT)
    for at in range(0, series_count, per_file):
        span = {"first": at, "last": min(at + per_file, series_count), "each": size // series_count}
        table: pa.Table = connection.sql(_LEDGER_SQL, params=span).to_arrow_table()
        pq.write_table(table, folder / f"{at:06d}.parquet", compression="zstd")
    return sum(path.stat().st_size for path in folder.iterdir()) / 1_000_000


_LEDGER_SQL = f"""
SELECT
    's' || series AS series_id,
    CAST(DATE '2019-01-01' + TO_MONTHS(CAST(cell // {CELLS_PER_PERIOD} AS INTEGER)) AS DATE) AS period_start,
    CAST(DATE '2019-02-01' + TO_MONTHS(CAST(cell // {CELLS_PER_PERIOD} AS INTEGER)) AS DATE) - 1 AS period_end,
    CASE WHEN cell % {CELLS_PER_PERIOD} > 0 THEN 'ML-' || ((cell % {CELLS_PER_PERIOD} - 1) // 3) END AS region_code,
    CASE (cell % {CELLS_PER_PERIOD} - 1) % 3 WHEN 1 THEN 'female' WHEN 2 THEN 'male' END AS sex,
    CAST(NULL AS TEXT) AS age_group,
    ROUND(100 * RANDOM(), 2) AS value,
    CAST(NULL AS TEXT) AS missing_reason,
    CAST(NULL AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator,
    'src' AS source_id,
    'cell ' || cell AS locator,
    TRUE AS is_preferred,
    FALSE AS is_series_break,
    FALSE AS is_at_least,
    CAST(NULL AS TEXT) AS note_en,
    CAST(NULL AS TEXT) AS note_fr,
    'submission-' || series // {FILE_COUNT} AS submission_id,
    CAST(DATE '2019-02-01' + TO_MONTHS(CAST(cell // {CELLS_PER_PERIOD} AS INTEGER)) AS DATE) AS submitted_on
FROM RANGE($first, $last) AS a (series), RANGE($each) AS b (cell)
ORDER BY series, cell
"""
