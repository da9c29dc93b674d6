"""The events that a chart draws, as a list: when, what, and the place in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.palette import PAGE_QUIET
from nap_analytics.ui.register import Group, TextCell, draw_register, web_address
from nap_analytics.wording.values import written_period

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from nap_analytics.wording.language import Language


def draw_events(t: Language, events: pd.DataFrame, *, is_numbered: bool = False) -> None:
    """Every event on the chart above with its day and its source, under one heading that unfolds; nothing where there is none.

    Args:
        t: The language shown.
        events: Localised rows of ``chart_events``, or of ``milestones``, that the chart draws, in order of time.
        is_numbered: The chart numbers them.
    """
    if events.empty:
        return
    numbered: Iterable[tuple[int, Any]] = enumerate(events.itertuples(), start=1)
    rows = [
        [
            TextCell(written_period(t, row.date_from, row.date_to), mark=f"[{number}]" if is_numbered else "", colour=PAGE_QUIET),
            TextCell(row.name),
            TextCell(row.source_title, note=row.locator, href=web_address(row.source_url)),
        ]
        for number, row in numbered
    ]
    if is_numbered:
        title = t.n("{count} event on the charts", "{count} events on the charts", len(rows))
    else:
        title = t.n("{count} event on the chart", "{count} events on the chart", len(rows))
    draw_register([t("Date"), t("Event"), t("Source")], [Group(title, "", rows)], widths=(20, 42, 38))
