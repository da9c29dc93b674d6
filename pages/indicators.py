"""Indicators: one indicator with its values, its sources, its pace and its meaning."""

from __future__ import annotations

from datetime import date

from nap_analytics import queries
from nap_analytics.findings import indicators as findings
from nap_analytics.ui import components
from nap_analytics.ui.as_of import as_of_label
from nap_analytics.ui.cache import cached_query, localised_query
from nap_analytics.ui.frame import open_page
from nap_analytics.ui.screens.indicators import sections
from nap_analytics.ui.screens.indicators.choice import choose_indicator, choose_series
from nap_analytics.ui.screens.indicators.facts import draw_indicator_facts
from nap_analytics.ui.screens.indicators.targets import draw_targets
from nap_analytics.wording.codes import printed_words, shown_code
from nap_analytics.wording.language import is_missing


def main() -> None:
    """Open, find the indicator, fetch what is known of it, draw."""
    t = open_page("indicators")
    if localised_query(t, queries.indicator_choices, viewed_on=date.today()).empty:
        components.headline(t("The plans in the data have no indicator"))
        components.empty_note(
            t("Indicators come with indicator.csv and series.csv in the folder of a plan. Until then none can be chosen.")
        )
        return
    indicator_id, viewed_on = choose_indicator(t)
    texts = cached_query(queries.indicator, indicator_id=indicator_id).iloc[0]
    indicator = localised_query(t, queries.indicator, indicator_id=indicator_id).iloc[0]
    named = {"indicator_id": indicator_id, "viewed_on": viewed_on}
    series = localised_query(t, queries.indicator_series, **named)
    values = localised_query(t, queries.indicator_observations, **named)
    path = cached_query(queries.indicator_paths, **named)
    targets = localised_query(t, queries.indicator_targets, **named)
    place = localised_query(t, queries.indicator_place, indicator_id=indicator_id)
    bodies = localised_query(t, queries.indicator_bodies, indicator_id=indicator_id)
    theme = None if is_missing(indicator["wps_pillar"]) else indicator["wps_pillar"]
    events = localised_query(t, queries.chart_events, plan_id=indicator["plan_id"], wps_pillar=theme, viewed_on=viewed_on)

    components.section(f"{shown_code(t, indicator['code'], indicator['printed_code'])} {indicator['name']}")
    printed = printed_words(indicator, t=t)
    if printed:
        components.lead(printed)
    chosen = choose_series(t, series)
    components.headline(findings.indicator_finding(chosen, t=t))
    day = as_of_label(t, viewed_on)
    if chosen["value_count"]:
        sections.draw_values(t, values, series=chosen, path=path, targets=targets, indicator=indicator, events=events, day=day)
    else:
        sections.draw_needed(t, chosen)
    if chosen["value_count"] or chosen["status"] != "not_assessed":
        sections.draw_explanation(t, chosen)
        sections.draw_pace(t, chosen)
    draw_targets(t, targets, chosen_id=chosen["series_id"])
    sections.draw_dumbbells(t, series, chosen=chosen, values=values, indicator=indicator, day=day)
    if not values.empty:
        sections.draw_sources(t, values, series=series, chosen_id=chosen["series_id"])
    draw_indicator_facts(t, indicator, place=place, bodies=bodies, texts=texts)


main()
