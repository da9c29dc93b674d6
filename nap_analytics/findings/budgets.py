"""What is known of the money of the plans, in sentences."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING, Annotated, Any

import pandas as pd

from nap_analytics.errors import N_
from nap_analytics.wording.codes import pillar_words
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.money import gap_words, in_millions, shared_gap, with_standing, written_amount
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.values import listed

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language

MONEY_FAULTS = ("line", "total")
"""Kinds of findings of source_discrepancy that concern money."""


def printed_amount(value: Any, *, t: Language) -> str:
    """An amount that the audit gives as text, as the language writes it."""
    return t("not reported") if is_missing(value) else t.number(float(value))


def pillar_shares(frame: Annotated[pd.DataFrame, "budget_by_pillar"], *, t: Language) -> str:
    """Which pillar of a plan holds the most money, and which the least.

    Args:
        frame: plan_name, name, amount, share_pct, amount_state; any order.
        t: The language shown.
    """
    stuck = not_convertible(frame, t=t)
    if stuck:
        return stuck
    ranked = frame[frame["amount"].notna()].sort_values("amount", ascending=False)
    return most_and_least(ranked, list(ranked["name"]), part_count=len(frame), t=t)


def most_and_least(
    ranked: Annotated[pd.DataFrame, "budget_by_pillar", "budget_by_theme"], names: list[str], *, part_count: int, t: Language
) -> str:
    """Which part of a plan holds the most money, and which the least.

    Args:
        ranked: plan_name, share_pct; the parts whose share is known, the largest first.
        names: What each of them is called.
        part_count: How many parts there are.
        t: The language shown.
    """
    most, least = ranked.iloc[0], ranked.iloc[-1]
    if part_count == 1:
        return t("“{only}” accounts for the whole budget of {plan}.", only=names[0], plan=most["plan_name"])
    if len(ranked) == part_count and isclose(most["share_pct"], least["share_pct"]):
        return t("The budget of {plan} is shared equally: {share} each.", plan=most["plan_name"], share=t.percent(most["share_pct"]))
    return t(
        "“{most}” accounts for {most_share} of the budget of {plan}, “{least}” for {least_share}.",
        most=names[0],
        most_share=t.percent(most["share_pct"]),
        plan=most["plan_name"],
        least=names[-1],
        least_share=t.percent(least["share_pct"]),
    )


def years_spread(frame: Annotated[pd.DataFrame, "budget_by_year"], *, t: Language) -> str:
    """What a plan sets aside for each year, and what it gives to no year.

    Args:
        frame: budget_year (NULL: not allocated to a year), amount_state, what is lacking, year_total, plan_total (NULL where one
            amount cannot be told), standing, currency_code.
        t: The language shown.
    """
    years = frame.drop_duplicates("budget_year")
    dated = years[years["budget_year"].notna()]
    stuck = frame[frame["amount_state"] == "not_convertible"].drop_duplicates("budget_year")
    largest = years["year_total"].max()
    amounts = [
        t("{amount} for {year}", amount=in_millions(t, row.year_total, largest=largest), year=int(row.budget_year))
        for row in rows_of(dated[dated["year_total"].notna()])
    ]
    undated = years.loc[years["budget_year"].isna(), "year_total"].dropna()
    if not undated.empty:
        amounts.append(t("{amount} not allocated to a year", amount=in_millions(t, undated.iloc[0], largest=largest)))
    if stuck.empty:
        total = with_standing(t, written_amount(t, years["plan_total"].iloc[0], years["currency_code"].iloc[0]), next(rows_of(years)))
        return t("The {total} are spread over the years: {amounts}.", total=total, amounts=listed(t, amounts))
    rest = [gap_words(t, row) for row in rows_of(stuck)]
    gaps = listed(t, list(dict.fromkeys(rest)))
    if not amounts:
        return t("No year can be converted: {gaps}.", gaps=gaps)
    return t("Years that can be converted: {amounts}. The others: {gaps}.", amounts=listed(t, amounts), gaps=gaps)


def not_convertible(frame: Annotated[pd.DataFrame, "budget_by_pillar", "budget_by_theme"], *, t: Language) -> str:
    """That a plan's money cannot be told in the currency and at the prices chosen, and what is missing; empty where it can be.

    Args:
        frame: plan_name, amount_state, what is lacking; of one plan.
        t: The language shown.
    """
    stuck = frame[frame["amount_state"] == "not_convertible"] if "amount_state" in frame else frame.iloc[:0]
    if stuck.empty:
        return ""
    row = max(rows_of(stuck), key=lambda one: len(gap_words(t, one)))
    return t("{plan}: {gap}.", plan=row.plan_name, gap=gap_words(t, row))


def structure(frame: Annotated[pd.DataFrame, "activity_costs"], *, t: Language) -> str:
    """The pillar with most money and the activity that takes most of it.

    Args:
        frame: pillar_code, short_name, activity_code, amount, currency_code; activities with an amount.
        t: The language shown.
    """
    pillars = frame.groupby("short_name")["amount"].sum()
    if len(pillars) > 1 and pillars.nunique() == 1:
        return t.n(
            "Each {pillar} holds the same amount; {count} activity has an amount.",
            "Each {pillar} holds the same amount; {count} activities have an amount.",
            len(frame),
            pillar=pillar_words(t, frame.iloc[0]).one,
        )
    inside = frame[frame["short_name"] == pillars.idxmax()]
    first = inside.iloc[inside["amount"].argmax()]
    return t.n(
        "“{pillar}” is the largest block; its costliest activity, {code}, accounts for {amount}; {count} activity has an amount.",
        "“{pillar}” is the largest block; its costliest activity, {code}, accounts for {amount}; {count} activities have an amount.",
        len(frame),
        pillar=pillars.idxmax(),
        code=first["activity_code"],
        amount=written_amount(t, first["amount"], first["currency_code"]),
    )


def years_known(frame: Annotated[pd.DataFrame, "budget_timeline"], *, t: Language) -> str:
    """Which plans give amounts to years, which are one total, which have none, and what cannot be told in this money.

    Args:
        frame: plan_id, short_name, known_by (year, total, none), amount_state, lacking_index_years, lacking_rates, standing.
        t: The language shown.
    """
    plans = frame.drop_duplicates("plan_id")
    sentences = {
        "year": N_("{plans}: amounts by year."),
        "total": N_("{plans}: one total for all years."),
        "none": N_("{plans}: the sources give no amount."),
    }
    parts = []
    for kind, sentence in sentences.items():
        named = [with_standing(t, row.short_name, row) for row in rows_of(plans[plans["known_by"] == kind])]
        parts += [t(sentence, plans=listed(t, named))] if named else []
    stuck = frame[frame["amount_state"] == "not_convertible"]
    for _, rows in stuck.groupby("plan_id", sort=False):
        parts.append(t("{plan}: {gap}.", plan=rows["short_name"].iloc[0], gap=shared_gap(t, rows)))
    return " ".join(parts)


def cost_concentration(frame: Annotated[pd.DataFrame, "activity_costs"], *, shown_count: int, t: Language) -> str:
    """Which part of the money the most costly activities take, and how many lines print no amount.

    Args:
        frame: amount (NULL: amount_state none, no amount printed, or not_convertible), priced_count, running_pct; dearest first.
        shown_count: How many are shown.
        t: The language shown.
    """
    stuck = frame[frame["amount_state"] == "not_convertible"]
    if not stuck.empty:
        return t.n(
            "{count} activity cannot be converted: {gap}.",
            "{count} activities cannot be converted: {gap}.",
            len(stuck),
            gap=shared_gap(t, stuck),
        )
    priced = frame[frame["amount"].notna()].head(shown_count)
    if priced.empty:
        return t("No activity of this plan has an amount in the sources.")
    return t(
        "The {count} costliest of the {priced} activities with an amount account for {percent} of the budget.",
        count=t.number(len(priced)),
        priced=t.number(int(priced["priced_count"].iloc[0])),
        percent=t.percent(priced["running_pct"].iloc[-1]),
    )


def money_around(frame: Annotated[pd.DataFrame, "contextual_funding"], *, plan_name: str, t: Language) -> str:
    """How many amounts stand around a plan, and that they are no part of it.

    Args:
        frame: part_of_funding_id (NULL: a whole), is_preferred.
        plan_name: The plan.
        t: The language shown.
    """
    wholes = frame[frame["part_of_funding_id"].isna()]
    preferred = int(wholes["is_preferred"].sum())
    sentence = t.n(
        "{count} amount is shown beside {plan} and is no part of it; amounts are never added up.",
        "{count} amounts are shown beside {plan} and are no part of it; they are never added up.",
        preferred,
        plan=plan_name,
    )
    others = len(wholes) - preferred
    if not others:
        return sentence
    return sentence + " " + t.n("Another source gives {count} other figure.", "Other sources give {count} other figures.", others)


def money_faults(frame: Annotated[pd.DataFrame, "discrepancies"], *, t: Language) -> str:
    """In how many places the plans' own money does not add up, and in how many that of other sources.

    Args:
        frame: origin; one row for each finding.
        t: The language shown.
    """
    own = int((frame["origin"] == "document").sum())
    others = len(frame) - own
    told = (
        t.n(
            "In {count} place of the plans, a printed amount is not what its parts add up to.",
            "In {count} places of the plans, a printed amount is not what its parts add up to.",
            own,
        )
        if own
        else t("Every total that the plans print equals the sum of its parts.")
    )
    if not others:
        return told
    return f"{told} {t.n('Another source has {count} such place.', 'Other sources have {count} such places.', others)}"
