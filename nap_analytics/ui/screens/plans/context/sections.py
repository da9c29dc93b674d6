"""The situation around the plans: a subject chosen in the address, its series drawn, every figure listed with its source."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics import queries
from nap_analytics.charts.context import figure_over_years, time_span
from nap_analytics.charts.events import events_within
from nap_analytics.findings import context as findings
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view, localised_query
from nap_analytics.ui.events import draw_events
from nap_analytics.ui.filters import choose_one
from nap_analytics.ui.screens.plans.context.listing import figures_register, figures_table, theme_name
from nap_analytics.ui.screens.plans.context.panels import panels_html, shared_axis
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from nap_analytics.wording.language import Language

ALL = "all"
_OF_THEME = "theme-"
"""Before the code of a group of subjects in the address, which may be the code of a subject too."""

_MOST_CHARTS = 6


def draw_context(t: Language) -> None:
    """The subject chosen, or all: small charts side by side, or the chart of each series; then the list of figures."""
    figures = localised_query(t, queries.context_figures)
    if figures.empty:
        components.empty_note(t("The data holds no figure of the situation around the plans. They come with context_figure.csv."))
        return
    chosen = choose_one(t, t("Subject"), name="topic", options=cached_view(_options, t, figures), look="list")
    shown = _chosen(figures, chosen)
    if chosen != ALL and not chosen.startswith(_OF_THEME):
        _draw_subject(t, shown, filename=file_stem(t("Context"), shown["topic_name"].iloc[0]))
        return
    components.finding(cached_view(findings.figures_finding, shown, t=t))
    _draw_panels(t, shown[shown["is_drawn"]])
    components.section(t("All figures"))
    subject = [] if chosen == ALL else [theme_name(t, shown["theme_name"].iloc[0])]
    _draw_list(t, shown, is_open=chosen != ALL, filename=file_stem(t("Context"), *subject))


def _draw_subject(t: Language, shown: pd.DataFrame, *, filename: str) -> None:
    """One subject: the chart of each series, and the list of what is no series."""
    drawn, others = shown[shown["is_drawn"]], shown[~shown["is_drawn"]]
    _draw_series(t, drawn)
    if others.empty:
        return
    if drawn.empty:
        components.finding(cached_view(findings.figures_finding, others, t=t))
    else:
        components.section(t("Other figures on the subject"))
    _draw_list(t, others, is_open=True, filename=filename)


def _draw_list(t: Language, figures: pd.DataFrame, *, is_open: bool, filename: str) -> None:
    """Figures with their sources, to read and to take away."""
    st.html(cached_view(figures_register, t, figures, is_open=is_open))
    components.table_twin(
        t,
        cached_view(figures_table, t, figures),
        title=cached_view(findings.figures_finding, figures, t=t),
        key="context",
        source=list(figures["source_title"]),
        filename=filename,
        subject_line=t("Context"),
    )


def _options(t: Language, figures: pd.DataFrame) -> dict[str, str]:
    """Code in the address -> label: all, then each group of subjects followed by its subjects."""
    options = {ALL: t("All subjects")}
    for theme, own in figures.groupby("theme", sort=False):
        name = theme_name(t, own["theme_name"].iloc[0])
        options[f"{_OF_THEME}{theme}"] = name
        subjects = own.drop_duplicates("topic")
        options |= {topic: f"{name} · {topic_name}" for topic, topic_name in zip(subjects["topic"], subjects["topic_name"], strict=True)}
    return options


def _chosen(figures: pd.DataFrame, chosen: str) -> pd.DataFrame:
    if chosen == ALL:
        return figures
    if chosen.startswith(_OF_THEME):
        return figures[figures["theme"] == chosen.removeprefix(_OF_THEME)]
    return figures[figures["topic"] == chosen]


def _events(t: Language, figures: pd.DataFrame) -> pd.DataFrame:
    """Events for charts of these figures: with those of their theme where they share one."""
    themes = figures["wps_pillar"].unique()
    theme = themes[0] if len(themes) == 1 and not is_missing(themes[0]) else None
    return localised_query(t, queries.chart_events, wps_pillar=theme, viewed_on=date.today())


def _draw_panels(t: Language, drawn: pd.DataFrame) -> None:
    """Small charts over the same years; nothing where no series has three years."""
    if drawn.empty:
        return
    axis = shared_axis(drawn)
    events = events_within(_events(t, drawn), f"{axis.first}-01-01", f"{axis.last}-12-31")
    components.lead(" ".join(_how_to_read(t, drawn, has_events=not events.empty)))
    st.html(cached_view(panels_html, drawn, events, t=t))
    draw_events(t, events, is_numbered=True)


def _how_to_read(t: Language, drawn: pd.DataFrame, *, has_events: bool) -> Iterator[str]:
    """What the marks of the small charts mean, those that occur."""
    yield t("Each bar is a year, from zero; where there is no bar there is no value.")
    if not drawn["is_main"].all():
        yield t("A hollow bar is a value that is not used: another source gives it, or it is doubtful.")
    if drawn["is_series_break"].any():
        yield t("A dashed line is a break: the values on either side cannot be compared.")
    if has_events:
        yield t("Dotted lines with a number are the events listed below.")


def _draw_series(t: Language, drawn: pd.DataFrame) -> None:
    """The chart of each series of a subject, the first ones where they are many."""
    for number, rows in enumerate(findings.series_of(drawn)[:_MOST_CHARTS], start=1):
        events = _events(t, rows)
        components.chart(
            t,
            cached_view(figure_over_years, rows, events=events, t=t),
            title=cached_view(findings.series_finding, rows, t=t),
            key=f"context-{number}",
            alt=cached_view(findings.series_alt, rows, t=t),
            table=figures_table(t, rows),
            source=list(rows["source_title"]),
            filename=file_stem(t("Context"), rows["topic_name"].iloc[0], str(number)),
            notes=findings.series_notes(rows, t=t),
        )
        draw_events(t, events_within(events, *time_span(rows)))
