"""The rows of a frame, whose columns are read as attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd


def rows_of(frame: pd.DataFrame) -> Iterator[Any]:
    """Each row of a frame, in order; what its columns hold is what the query of the frame declares."""
    return iter(frame.itertuples())
