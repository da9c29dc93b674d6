"""The table of series that are held against a target: the same columns under the same headings everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.wording.codes import word
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language


def series_table(t: Language, series: pd.DataFrame, *, identity: dict[str, str] | None = None) -> HeadedTable:
    """The series with their status and direction in words.

    Args:
        t: The language shown.
        series: Rows of ``judged_series`` or ``indicator_series``.
        identity: Columns that say of which indicator each is, before its name -> their headings.
    """
    shown = series.assign(
        status_word=[word(t, code) for code in series["status"]], movement_word=[word(t, code) for code in series["movement"]]
    )
    return HeadedTable(
        shown,
        {
            **(identity or {}),
            "name": t("Series"),
            "status_word": t("Status"),
            "status_date": t("Date of the status"),
            "movement_word": t("Direction of travel"),
            "progress_pct": t("Progress"),
            "expected_pct": t("Expected"),
            "stated_baseline_value": t("Baseline"),
            "stated_baseline_date": t("Date of the baseline"),
            "latest_value": t("Latest value"),
            "period_end": t("Date of the value"),
            "target_value": t("Target"),
            "target_date": t("Date of the target"),
            "verdict_value": t("Value at the target date"),
            "verdict_date": t("Date of that value"),
            "unit": t("Unit"),
        },
    )
