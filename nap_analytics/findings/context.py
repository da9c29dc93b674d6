"""Figures of the situation around the plans, in sentences: what a series did, where it cannot be compared, what disagrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from nap_analytics.wording.codes import with_capital
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.values import dated_figure, year_spans

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language


def series_of(figures: Annotated[pd.DataFrame, "context_figures"]) -> list[pd.DataFrame]:
    """The figures of each series, in the order of the frame; localised rows of ``context_figures``."""
    return [rows for _, rows in figures.groupby("series_code", sort=False)]


def figures_finding(figures: Annotated[pd.DataFrame, "context_figures"], *, t: Language) -> str:
    """How many figures there are, on how many subjects, and how many bear no date; localised rows of ``context_figures``."""
    if figures.empty:
        return t("The data holds no figure of the situation around the plans")
    subjects = figures["topic"].nunique()
    counted = t(
        "{figures} on {subjects}",
        figures=t.n("{count} figure", "{count} figures", len(figures)),
        subjects=t.n("{count} subject", "{count} subjects", subjects),
    )
    undated = int(figures["period_end"].isna().sum())
    if not undated:
        return counted
    without = t.n("{count} bears no date in its source", "{count} bear no date in their source", undated)
    return t("{finding}; {more}", finding=counted, more=without)


def series_finding(rows: Annotated[pd.DataFrame, "context_figures"], *, t: Language) -> str:
    """What a series is and what it did; rows as in ``series_change``."""
    return t("{name}: {value}", name=rows["name"].iloc[0], value=series_change(rows, t=t))


def series_change(rows: Annotated[pd.DataFrame, "context_figures"], *, t: Language) -> str:
    """What a series did since its last break, with its highest value where that is neither the first nor the last.

    Args:
        rows: Localised rows of ``context_figures`` of one series, in order of time.
        t: The language shown.
    """
    main = rows[rows["is_main"]]
    compared = main[main["is_series_break"].cumsum() == main["is_series_break"].sum()]
    first, last = (next(rows_of(part)) for part in (compared.head(1), compared.tail(1)))
    told = dated_figure(t, last)
    if len(compared) > 1:
        told = t("from {first} to {last}", first=dated_figure(t, first), last=told)
        highest = compared.iloc[compared["value"].argmax()]
        if highest["value"] > max(first.value, last.value):
            told = t("{finding}; highest {value}", finding=told, value=dated_figure(t, highest))
    if len(compared) < len(main):
        told = t("{finding}; what was measured before cannot be compared with it", finding=told)
    return told


def series_alt(rows: Annotated[pd.DataFrame, "context_figures"], *, t: Language) -> str:
    """Every value of a series, for those who do not see its chart; rows as in ``series_finding``."""
    values = ", ".join(dated_figure(t, row) for row in rows_of(rows[rows["is_main"]]))
    return t("{name}, value by value: {values}", name=rows["name"].iloc[0], values=values)


def series_extent(rows: Annotated[pd.DataFrame, "context_figures"], *, t: Language) -> str:
    """How many values a series has and from when to when: "20 values, 2005 to 2024"; rows as in ``series_finding``."""
    years = rows["figure_year"].dropna().astype(int)
    counted = t.n("{count} value", "{count} values", len(rows))
    if years.min() == years.max():
        return t("{count}, {year}", count=counted, year=years.min())
    return t("{count}, {first} to {last}", count=counted, first=years.min(), last=years.max())


def limits(row: Annotated[Any, "context_figures"], *, t: Language) -> str:
    """What limits a figure: that another one is preferred, that a break lies before it, what its row notes."""
    parts = []
    if not row.is_preferred:
        parts.append(t("not preferred"))
    if row.is_series_break:
        parts.append(t("cannot be compared with the value before"))
    if not is_missing(row.note):
        parts.append(row.note)
    return " · ".join(parts)


def series_notes(rows: Annotated[pd.DataFrame, "context_figures"], *, t: Language) -> list[str]:
    """The notes of a series, each once; with its years where it does not speak of all of them; rows as in ``series_change``."""
    notes = []
    for note, own in rows.dropna(subset="note").groupby("note", sort=False):
        if len(own) == len(rows) or own["figure_year"].isna().any():
            notes.append(str(note))
        else:
            years = ", ".join(year_spans(t, own["figure_year"]))
            notes.append(t("{name}: {value}", name=with_capital(years), value=note))
    return notes
