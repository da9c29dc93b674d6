"""Small charts side by side, one for each series, as plain HTML: they wrap at any width, print, and need no script."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from nap_analytics.charts.theme import pillar_colour
from nap_analytics.findings import context as findings
from nap_analytics.ui.register import address
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.values import dated_figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nap_analytics.wording.language import Language

_WIDE_OF_SLOT = 0.72
_NUMBER_PIXELS, _PLOT_PIXELS = 11, 220
_LEVEL_PIXELS = 13


@dataclass(frozen=True)
class Axis:
    """The years that all panels share.

    Attributes:
        first: First year.
        last: Last year.
    """

    first: int
    last: int

    @property
    def slot(self) -> float:
        """The width of a year, in percent of the plot."""
        return 100 / (self.last - self.first + 1)

    def place(self, day: Any) -> float:
        """The position of a day, in percent of the width of the plot."""
        begin, end = pd.Timestamp(self.first, 1, 1), pd.Timestamp(self.last + 1, 1, 1)
        return 100 * ((pd.Timestamp(day) - begin) / (end - begin))


def shared_axis(figures: pd.DataFrame) -> Axis:
    """The years from the first to the last value of any series; rows of ``context_figures`` that are drawn."""
    years = figures["figure_year"].dropna().astype(int)
    return Axis(years.min(), years.max())


def panels_html(figures: pd.DataFrame, events: pd.DataFrame, *, t: Language) -> str:
    """A panel for each series, all over the same years, with the events as numbered lines.

    Args:
        figures: Localised rows of ``context_figures`` that are drawn.
        events: Localised rows of ``chart_events`` within the years shown, in order of time.
        t: The language shown.
    """
    axis = shared_axis(figures)
    lines, room = _event_lines(events, axis)
    panels = "".join(_panel(rows, axis=axis, lines=lines, room=room, t=t) for rows in findings.series_of(figures))
    return f'<div class="panels">{panels}</div>'


def _panel(rows: pd.DataFrame, *, axis: Axis, lines: str, room: int, t: Language) -> str:
    name, unit = rows["name"].iloc[0], "" if rows["is_percentage"].iloc[0] else rows["unit"].iloc[0]
    link = address(t, "plans", view="context", topic=rows["topic"].iloc[0])
    limits = "" if rows.loc[rows["is_main"], "is_preferred"].all() else t("another series is preferred")
    note = " · ".join(filter(None, (unit, limits)))
    alt = escape(findings.series_alt(rows, t=t))
    return (
        f'<article class="panel"><h4><a href="{escape(link)}">{escape(name)}</a></h4>'
        f'<p class="finding">{escape(findings.series_change(rows, t=t))}</p><p class="note">{escape(note)}</p>'
        f'<div class="plot" role="img" aria-label="{alt}" style="padding-top:{room}px">{lines}'
        f'<div class="bars">{"".join(_bars(rows, axis=axis, t=t))}</div></div>'
        f'<p class="years"><span>{axis.first}</span><span>{axis.last}</span></p></article>'
    )


def _bars(rows: pd.DataFrame, *, axis: Axis, t: Language) -> Iterator[str]:
    """A bar for each value from zero; hollow where another one is used, a dashed line where there is a break before it."""
    low, high = min(0.0, rows["value"].min()), max(0.0, rows["value"].max())
    scale = 100 / ((high - low) or 1)
    colour = pillar_colour(rows["wps_pillar"].iloc[0])
    for row in rows_of(rows.dropna(subset="figure_year")):
        left = (int(row.figure_year) - axis.first) * axis.slot
        if row.is_main and row.is_series_break:
            yield f'<i class="break" style="left:{left:.2f}%"></i>'
        bottom, height = (min(0.0, row.value) - low) * scale, abs(row.value) * scale
        place = f"left:{left + axis.slot * (1 - _WIDE_OF_SLOT) / 2:.2f}%;width:{axis.slot * _WIDE_OF_SLOT:.2f}%"
        look = f"background:{colour}" if row.is_main else f"border-color:{colour}"
        kind = "bar" if row.is_main else "bar other"
        words = escape(dated_figure(t, row))
        yield f'<i class="{kind}" title="{words}" style="{place};bottom:{bottom:.2f}%;height:{height:.2f}%;{look}"></i>'


def _event_lines(events: pd.DataFrame, axis: Axis) -> tuple[str, int]:
    """The numbered lines of the events as HTML, numbers that would meet one above the other, and the pixels that the numbers need."""
    ends: list[float] = []
    parts = []
    for number, row in enumerate(rows_of(events), start=1):
        place = axis.place(row.date_to)
        pixels = place / 100 * _PLOT_PIXELS
        level = next((level for level, end in enumerate(ends) if pixels - end >= _NUMBER_PIXELS), len(ends))
        ends[level : level + 1] = [pixels]
        parts.append((place, level, number, escape(row.label)))
    room = _LEVEL_PIXELS * len(ends)
    lines = "".join(
        f'<i class="event" title="{label}" style="left:{place:.2f}%;top:{room - _LEVEL_PIXELS * (level + 1)}px"><b>{number}</b></i>'
        for place, level, number, label in parts
    )
    return lines, room
