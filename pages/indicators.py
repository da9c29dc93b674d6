"""Indicators: one indicator with its values, its sources, its pace and its meaning."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics import queries
from nap_analytics.story import indicators as story
from nap_analytics.ui import components, indicator_sections as sections
from nap_analytics.ui.as_of import choose_viewed_on
from nap_analytics.ui.cache import ask
from nap_analytics.ui.filters import choose_one
from nap_analytics.ui.frame import open_page
from nap_analytics.ui.register import Cell, Group, draw_register

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.language import Language

ALL = "all"


def main() -> None:
    """Open, find the indicator, fetch what is known of it, draw."""
    t = open_page("indicators")
    indicator_id, viewed_on = choose_indicator(t)
    texts = ask(queries.indicator, indicator_id=indicator_id).iloc[0]
    indicator = t.localise(ask(queries.indicator, indicator_id=indicator_id)).iloc[0]
    named = {"indicator_id": indicator_id, "viewed_on": viewed_on}
    series = t.localise(ask(queries.indicator_series, **named))
    values = t.localise(ask(queries.indicator_observations, **named))
    path = ask(queries.indicator_paths, **named)
    place = t.localise(ask(queries.indicator_place, indicator_id=indicator_id))
    bodies = t.localise(ask(queries.indicator_bodies, indicator_id=indicator_id))

    components.section(f"{indicator_id.partition(':')[2]} {indicator['text']}")
    chosen = choose_series(t, series)
    components.headline(story.indicator_finding(chosen, t=t))
    source = t("the documents listed under “What the sources say”")
    if chosen["value_count"]:
        sections.draw_values(t, values, series=chosen, path=path, plan=indicator, source=source)
    else:
        components.empty_note(story.needed(chosen, t=t))
    if chosen["value_count"] or chosen["status"] != "not_assessed":
        sections.draw_explanation(t, chosen)
        sections.draw_pace(t, chosen)
    sections.draw_dumbbells(t, series, chosen=chosen, plan=indicator, source=source)
    if not values.empty:
        sections.draw_sources(t, values, series=series, chosen_id=chosen["series_id"])
    sections.draw_metadata(t, indicator, place=place, bodies=bodies, texts=texts)


def choose_indicator(t: Language) -> tuple[str, date]:
    """The indicator chosen by words, by plan and pillar, or by its code in the address; and the day it is seen as of."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(t("Search"), key="q", bind="query-params", placeholder=t("Words of an indicator or activity"))
        viewed_on = choose_viewed_on(t)
    choices = t.localise(ask(queries.indicator_choices, viewed_on=viewed_on))
    found = found_by(t, words, choices=choices) if words and words.strip() else None
    narrowed = narrowed_by(t, choices) if found is None else found
    best = narrowed.loc[narrowed["value_count"].idxmax(), "indicator_id"]
    labels = [f"{row.indicator_id.partition(':')[2]} · {row.text}" for row in narrowed.itertuples()]
    options = dict(zip(narrowed["indicator_id"], labels, strict=True))
    return choose_one(t, t("Indicator"), name="indicator", options=options, default=best, look="list"), viewed_on


def found_by(t: Language, words: str, *, choices: pd.DataFrame) -> pd.DataFrame | None:
    """The indicators that contain the words, in any plan; activities that contain them are listed. None: no indicator does."""
    hits = t.localise(ask(queries.search, words=words))
    indicators = choices[choices["indicator_id"].isin(hits["code"])]
    activities = hits[hits["kind"] == "activity"]
    told = t.n("{count} indicator found", "{count} indicators found", len(indicators))
    components.lead(told if not indicators.empty else t("No indicator contains “{words}”: all are offered.", words=words))
    if not activities.empty:
        rows = [[Cell(row.code), Cell(row.text)] for row in activities.itertuples()]
        title = t.n("{count} activity found", "{count} activities found", len(activities))
        draw_register([t("Code"), t("Activity")], [Group(title, "", rows)])
    return None if indicators.empty else indicators


def narrowed_by(t: Language, choices: pd.DataFrame) -> pd.DataFrame:
    """The indicators of the plan and pillar chosen; an indicator in the address brings its plan."""
    plans = t.localise(ask(queries.plan_overview, viewed_on=date.today())).sort_values("start_year", ascending=False)
    plans = plans[plans["plan_id"].isin(choices["plan_id"])]
    asked = choices[choices["indicator_id"] == st.query_params.get("indicator")]
    fullest = asked if not asked.empty else choices.loc[[choices["value_count"].idxmax()]]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        options = dict(zip(plans["plan_id"], plans["short_name"], strict=True))
        plan_id = choose_one(t, t("Plan"), name="plan", options=options, default=fullest["plan_id"].iloc[0])
        own = choices[choices["plan_id"] == plan_id]
        pillars = t.localise(ask(queries.pillar_progress, plan_id=plan_id, viewed_on=date.today()))
        names = {row.pillar_code: f"{row.pillar_code}. {row.short_name}" for row in pillars.itertuples()}
        chapters = {"chapters": t("Indicators of the plan’s chapters")} if own["pillar_code"].isna().any() else {}
        pillar = choose_one(t, t("Pillar"), name="pillar", options={ALL: t("All pillars")} | names | chapters, look="list")
    if pillar == ALL:
        return own
    inside = own[own["pillar_code"].isna()] if pillar == "chapters" else own[own["pillar_code"] == pillar]
    return inside if not inside.empty else own


def choose_series(t: Language, series: pd.DataFrame) -> pd.Series:
    """One series of the indicator; the headline where none is chosen."""
    by_id = series.set_index(series["series_id"].str.rpartition("/")[2])
    headline = by_id.index[by_id["is_headline"]][0]
    if len(by_id) == 1:
        return by_id.iloc[0]
    options = {code: f"{row.name} ({t.n('{count} value', '{count} values', row.value_count)})" for code, row in zip(by_id.index, by_id.itertuples(index=False), strict=True)}
    return by_id.loc[choose_one(t, t("Series"), name="series", options=options, default=headline, look="list")]


main()
