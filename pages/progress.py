"""Progress: how far a plan, its pillars, results and indicators are, how surely, and what is missing."""

from __future__ import annotations

from datetime import date

import streamlit as st

from nap_analytics import queries
from nap_analytics.findings import progress as findings
from nap_analytics.ui import components
from nap_analytics.ui.as_of import choose_viewed_on
from nap_analytics.ui.cache import localised_query
from nap_analytics.ui.filters import choose_one
from nap_analytics.ui.frame import open_page
from nap_analytics.ui.screens.progress.activities import draw_achievements, draw_completion
from nap_analytics.ui.screens.progress.annual_report import draw_annual_report
from nap_analytics.ui.screens.progress.choice import ALL
from nap_analytics.ui.screens.progress.indicators import draw_indicators
from nap_analytics.wording.codes import pillar_words, with_capital


def main() -> None:
    """Open, filter, fetch, draw."""
    t = open_page("progress")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        plans = localised_query(t, queries.plan_overview, viewed_on=date.today()).sort_values("start_year", ascending=False)
        plan_id = choose_one(t, t("Plan"), name="plan", options=dict(zip(plans["plan_id"], plans["short_name"], strict=True)))
        viewed_on = choose_viewed_on(t)
        pillars = localised_query(t, queries.pillar_progress, plan_id=plan_id, viewed_on=viewed_on)
        names = (pillars["pillar_code"] + ". " + pillars["short_name"]).tolist()
        words = pillar_words(t, pillars.iloc[0])
        options = {ALL: t("All {pillars}", pillars=words.many)} | dict(zip(pillars["pillar_code"], names, strict=True))
        pillar_code = choose_one(t, with_capital(words.one), name="pillar", options=options, look="list")
    overview = localised_query(t, queries.plan_overview, viewed_on=viewed_on)
    plan = overview[overview["plan_id"] == plan_id].iloc[0]
    components.headline(findings.plan_finding(plan, t=t))
    if plan["basis"] == "activities":
        draw_completion(t, plan_id=plan_id, pillar_code=pillar_code, subject=plan["short_name"])
    else:
        source = t("computed from the indicators of “{title}”; the page of each indicator names its sources", title=plan["title"])
        part = "" if pillar_code == ALL else options[pillar_code]
        draw_indicators(t, plan, pillars, pillar_code=pillar_code, part=part, viewed_on=viewed_on, source=source)
        draw_achievements(t, pillars, plan_id=plan_id, pillar_code=pillar_code, subject=plan["short_name"])
    draw_annual_report(t, plan_id=plan_id, viewed_on=viewed_on)


main()
