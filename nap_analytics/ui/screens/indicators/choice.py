"""Finding an indicator: by words, by plan and pillar, or by its code in the address."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics import queries
from nap_analytics.ui import components
from nap_analytics.ui.as_of import choose_viewed_on
from nap_analytics.ui.cache import cached_view, localised_query
from nap_analytics.ui.filters import choose_one
from nap_analytics.ui.screens.indicators.found import draw_found
from nap_analytics.ui.screens.indicators.region_mentions import draw_region_mentions, region_mentions
from nap_analytics.wording.codes import pillar_words, shown_code, with_capital

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language

ALL = "all"
CHAPTERS = "chapters"


def choose_indicator(t: Language) -> tuple[str, date]:
    """The indicator chosen by words, by plan and pillar, or by its code in the address; and the day it is seen as of."""
    top = st.container(horizontal=True, vertical_alignment="bottom")
    main, aside = st.columns([3, 1], vertical_alignment="bottom")
    with top:
        words = st.text_input(t("Search"), key="q", bind="query-params", placeholder=t("Words, a code or a region"))
    with aside:
        viewed_on = choose_viewed_on(t)
    choices = localised_query(t, queries.indicator_choices, viewed_on=viewed_on)
    found = _found_by(t, words, choices=choices) if words and words.strip() else None
    with top:
        narrowed = _narrowed_by(t, choices) if found is None else found
    options, best = cached_view(_options, t, narrowed, has_plan_names=found is not None)
    with main:
        return choose_one(t, t("Indicator"), name="indicator", options=options, default=best, look="list"), viewed_on


def _options(t: Language, narrowed: pd.DataFrame, *, has_plan_names: bool) -> tuple[dict[str, str], str]:
    """Code -> label of each indicator offered, and the one with most values."""
    names = localised_query(t, queries.plan_overview, viewed_on=date.today()).set_index("plan_id")["short_name"]
    plan_names = [f"{names[plan_id]} · " if has_plan_names else "" for plan_id in narrowed["plan_id"]]
    codes = [shown_code(t, row.code, row.printed_code) for row in narrowed.itertuples()]
    labels = [f"{plan}{code} · {text}" for plan, code, text in zip(plan_names, codes, narrowed["text"], strict=True)]
    best = narrowed["indicator_id"].iloc[narrowed["value_count"].argmax()]
    return dict(zip(narrowed["indicator_id"], labels, strict=True)), best


def _found_by(t: Language, words: str, *, choices: pd.DataFrame) -> pd.DataFrame | None:
    """The indicators that contain the words, in any plan; whatever else contains them is listed. None: no indicator does.

    Where the words name a region, all that the data says of it is listed, and indicators are found by it.
    """
    hits = localised_query(t, queries.search, words=words)
    mentions = region_mentions(t, words)
    found = {*hits["code"], *(() if mentions.empty else mentions["indicator_id"].dropna())}
    indicators = choices[choices["indicator_id"].isin(found)]
    message = t.n("{count} indicator found", "{count} indicators found", len(indicators))
    components.lead(message if not indicators.empty else t("No indicator contains “{words}”: all are offered.", words=words))
    if not mentions.empty:
        draw_region_mentions(t, mentions, words=words)
    draw_found(t, hits)
    return None if indicators.empty else indicators


def _narrowed_by(t: Language, choices: pd.DataFrame) -> pd.DataFrame:
    """The indicators of the plan and pillar chosen; an indicator in the address brings its plan."""
    plans = localised_query(t, queries.plan_overview, viewed_on=date.today()).sort_values("start_year", ascending=False)
    plans = plans[plans["plan_id"].isin(choices["plan_id"])]
    default = choices["plan_id"].iloc[choices["value_count"].argmax()]
    plan_of_address = choices.loc[choices["indicator_id"] == st.query_params.get("indicator"), "plan_id"]
    if "plan" not in st.query_params and not plan_of_address.empty and plan_of_address.iloc[0] != default:
        st.query_params["plan"] = plan_of_address.iloc[0]
    plan_names = dict(zip(plans["plan_id"], plans["short_name"], strict=True))
    plan_id = choose_one(t, t("Plan"), name="plan", options=plan_names, default=default)
    own = choices[choices["plan_id"] == plan_id]
    pillars = localised_query(t, queries.pillar_progress, plan_id=plan_id, viewed_on=date.today())
    names = {code: f"{code}. {name}" for code, name in zip(pillars["pillar_code"], pillars["short_name"], strict=True)}
    chapters = {CHAPTERS: t("Indicators of the plan’s chapters")} if own["pillar_code"].isna().any() else {}
    words = pillar_words(t, pillars.iloc[0])
    options = {ALL: t("All {pillars}", pillars=words.many)} | names | chapters
    pillar = choose_one(t, with_capital(words.one), name="pillar", options=options, look="list")
    if pillar == ALL:
        return own
    inside = own[own["pillar_code"].isna()] if pillar == CHAPTERS else own[own["pillar_code"] == pillar]
    return inside if not inside.empty else own


def choose_series(t: Language, series: pd.DataFrame) -> pd.Series:
    """One series of the indicator; the headline where none is chosen."""
    by_id = series.set_index(series["series_id"].str.rpartition("/")[2])
    headline = by_id.index[by_id["is_headline"]][0]
    if len(by_id) == 1:
        return by_id.iloc[0]
    counts = [t.n("{count} value", "{count} values", int(count)) for count in by_id["value_count"]]
    options = {code: f"{name} ({count})" for code, name, count in zip(by_id.index, by_id["name"], counts, strict=True)}
    chosen = choose_one(t, t("Series"), name="series", options=options, default=headline, look="list")
    return by_id[by_id.index == chosen].iloc[0]
