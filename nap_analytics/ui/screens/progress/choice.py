"""What can be chosen on the progress page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

ALL = "all"
"""The choice of all pillars."""

WORSENING = "worsening-series"
"""The choice of indicators with a series that worsened, whatever the indicator as a whole does."""


def of_pillar(frame: pd.DataFrame, pillar_code: str) -> pd.DataFrame:
    """The rows of the pillar chosen, or all."""
    return frame if pillar_code == ALL else frame[frame["pillar_code"] == pillar_code]
