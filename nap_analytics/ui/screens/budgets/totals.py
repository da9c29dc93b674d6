"""The totals of the plans side by side, over the years, and how each amount was worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics import queries
from nap_analytics.charts import budgets as charts
from nap_analytics.charts.plans import budget_years
from nap_analytics.findings import budget_totals as totals
from nap_analytics.findings import budgets as findings
from nap_analytics.findings import conversion
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view, localised_query
from nap_analytics.ui.filters import filter_row
from nap_analytics.ui.frame import page_link
from nap_analytics.ui.register import Group, TextCell, fold, register_html
from nap_analytics.ui.screens.budgets.downloads import draw_take_away
from nap_analytics.ui.screens.budgets.price_basis import PriceBasis, choose_counted, choose_plans, choose_price_basis
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.money import amount_text
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    import pandas as pd

    from nap_analytics.wording.language import Language


def draw_totals(t: Language, *, viewed_on: date) -> None:
    """Totals in the money chosen, the years they fall in, and the working of each."""
    with filter_row():
        per, over = choose_counted(t)
        basis = choose_price_basis(t, viewed_on=viewed_on, is_compared=True)
    plans = choose_plans(t, viewed_on=viewed_on)
    frame = localised_query(t, queries.budget_comparison, **basis.params, per=per, over=over)
    frame = frame[frame["plan_id"].isin(plans)]
    _side_by_side(t, frame, basis=basis, per=per, over=over)
    if per != "total":
        for topic in localised_query(t, queries.population_differences)["topic"].unique():
            page_link(t, "plans", label=t("Where the plan prints its population"), view="context", topic=topic)
    for row in frame[frame["explanation"].notna()].itertuples():
        components.empty_note(t("{plan}: {finding}", plan=row.short_name, finding=row.explanation))
    _working(t, frame, basis=basis, per=per, over=over)
    _over_the_years(t, plans=plans, basis=basis, source=frame["budget_source"].dropna())
    draw_take_away(t, basis=basis, per=per, over=over)


def _side_by_side(t: Language, frame: pd.DataFrame, *, basis: PriceBasis, per: str, over: str) -> None:
    finding = cached_view(totals.totals_compared, frame, per=per, over=over, prices=totals.price_level(frame, t=t), t=t)
    shown = frame.assign(state_word=[totals.state_words(row, t=t) for row in frame.itertuples()])
    columns = {
        "short_name": t("Plan"),
        "amount": t("Amount shown"),
        "currency_code": t("Currency"),
        "base_year": t("Prices of"),
        "state_word": t("Source of the amount, or why there is none"),
        "total_amount": t("Whole plan"),
        "divisor": t("Divided by"),
        "planned_xof": t("XOF"),
        "not_allocated_to_year_xof": t("XOF not allocated to a year"),
        "year_count": t("Years of the plan"),
        "person_count": t("Population of the first year"),
        "women_share_pct": t("Share of women"),
        "ratio_to_previous": t("Ratio to the previous plan"),
        "budget_source": t("Source"),
    }
    components.chart(
        t,
        cached_view(charts.total_bars, frame, t=t),
        title=finding,
        key="totals",
        alt=t("Bars of the totals of the plans: {finding}", finding=finding),
        table=HeadedTable(shown, columns),
        source=t("; ").join(frame["budget_source"].dropna()),
        filename=file_stem(t("budget-totals"), basis.file_part, t(totals.PER[per]), t(totals.OVER[over])),
        notes=[*totals.extension_notes(frame, t=t), *_population_notes(t, per=per)],
    )


def _population_notes(t: Language, *, per: str) -> list[str]:
    """Where amounts are divided by people: that a plan prints another number of them."""
    return [] if per == "total" else totals.population_notes(localised_query(t, queries.population_differences), t=t)


def _working(t: Language, frame: pd.DataFrame, *, basis: PriceBasis, per: str, over: str) -> None:
    """Every converted figure opened to its formula, rate, index, year, rule and source."""
    components.section(t("How each amount is worked out"))
    fold(t("The formula and its rules"), conversion.rules(basis.currency_code, basis.base_year, t=t))
    st.html(cached_view(_register, t, frame, basis=basis, per=per, over=over))


def _register(t: Language, frame: pd.DataFrame, *, basis: PriceBasis, per: str, over: str) -> str:
    """The steps of each plan as HTML."""
    steps = localised_query(t, queries.conversion_steps, **basis.params)
    found = conversion.steps(steps[steps["plan_id"].isin(frame["plan_id"])], t=t)
    divided = {row.short_name: conversion.division(row, per=per, over=over, t=t) for row in frame[frame["amount"].notna()].itertuples()}
    outcomes = {row.short_name: amount_text(t, row) for row in frame.itertuples()}
    groups = [Group(name, outcomes[name], _rows(steps, divided.get(name))) for name, steps in found.items()]
    headings = [t("Funding"), t("Prices"), t("Rate or divisor"), t("Amount"), t("Source")]
    return register_html(headings, groups, widths=[19, 14, 21, 16, 30])


def _rows(steps: list[conversion.Step], last: conversion.Step | None) -> list[list[TextCell]]:
    return [
        [
            TextCell(step.money, is_quiet=step.is_assumed),
            TextCell(step.prices),
            TextCell(step.rate),
            TextCell(step.outcome, is_whole=True),
            TextCell(step.source, is_quiet=True),
        ]
        for step in [*steps, *([last] if last else [])]
    ]


def _over_the_years(t: Language, *, plans: list[str], basis: PriceBasis, source: Iterable[str]) -> None:
    frame = localised_query(t, queries.budget_timeline, **basis.params)
    frame = frame[frame["plan_id"].isin(plans)]
    components.section(t("Over the years"))
    finding = cached_view(findings.years_known, frame, t=t)
    draw_years(
        t, frame, finding=finding, prices=basis.prices_text(t), source=source, filename=file_stem(t("budget-by-year"), basis.file_part)
    )


def draw_years(t: Language, frame: pd.DataFrame, *, finding: str, source: Iterable[str], filename: str, prices: str = "") -> None:
    """What each plan sets aside for each of its years.

    Args:
        t: The language shown.
        frame: Localised rows of ``budget_timeline``.
        finding: The title.
        source: Where the money of each plan is printed.
        filename: Name of the files to take away, without extension.
        prices: Words on the price level; empty for each year's own.
    """
    shown = frame.assign(state_word=[totals.state_words(row, t=t) for row in frame.itertuples()])
    columns = {
        "short_name": t("Plan"),
        "year_from": t("From"),
        "year_to": t("To"),
        "amount": t("Amount per year"),
        "state_word": t("Source of the amount, or why there is none"),
        "currency_code": t("Currency"),
        "total_amount": t("Whole plan"),
        "not_allocated_amount": t("Not allocated to a year"),
        "explanation": t("What the data says of why there is none"),
    }
    reading = t(
        "Millions of {currency} in total, never per head. Dark bars: amounts by year; what is not "
        "allocated to a year appears in the table alone. Pale: one total, drawn at its mean per year; "
        "hatched: not from the plan’s own table. Dashed: no amount, or one that cannot be converted.",
        currency=t.currency(frame["currency_code"].iloc[0]),
    )
    components.chart(
        t,
        cached_view(budget_years, frame, t=t),
        title=finding,
        subject_line=prices,
        lead_in=f"{prices}. {reading}" if prices else reading,
        key="years",
        alt=t("Bars of the amounts planned for each year of the plans: {finding}", finding=finding),
        table=HeadedTable(shown, columns),
        source=source,
        filename=filename,
    )
