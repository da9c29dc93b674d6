"""Tables as Parquet files, which keep types, exact amounts and missing values."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pyarrow import parquet

if TYPE_CHECKING:
    import pyarrow as pa


def parquet_bytes(rows: pa.Table) -> bytes:
    """The rows as one Parquet file."""
    file = io.BytesIO()
    parquet.write_table(rows, file)
    return file.getvalue()
