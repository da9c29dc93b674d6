"""What is known of the money of the plans, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.errors import N_
from nap_analytics.language import is_missing
from nap_analytics.money import in_millions, written_amount
from nap_analytics.story.plans import listed

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.language import Language

PER = {
    "plan": N_("Whole plan"),
    "year": N_("Per year"),
    "head": N_("Per head"),
    "woman": N_("Per woman"),
}
"""What a total is divided by -> English."""

_RATIO = {
    "plan": N_("{plan} asked for {ratio} times the money of {earlier}: {amount} against {earlier_amount}."),
    "year": N_("Per year, {plan} asked for {ratio} times the money of {earlier}: {amount} against {earlier_amount}."),
    "head": N_("Per head, {plan} asked for {ratio} times the money of {earlier}: {amount} against {earlier_amount}."),
    "woman": N_("Per woman, {plan} asked for {ratio} times the money of {earlier}: {amount} against {earlier_amount}."),
}

MONEY_FAULTS = ("line", "total")
"""Kinds of findings of source_discrepancy that concern money."""


def price_level(frame: pd.DataFrame, *, t: Language) -> str:
    """The words that follow an amount at constant prices; empty for current ones.

    Args:
        frame: base_year, the same in all rows; NULL: current prices.
        t: The language shown.
    """
    year = frame["base_year"].iloc[0]
    return "" if is_missing(year) else t("at {year} prices", year=int(year))


def totals_compared(frame: pd.DataFrame, *, per: str, t: Language, prices: str = "") -> str:
    """How much more the last plan with a figure asked for than the one before it, and which plans have no figure.

    Args:
        frame: short_name, amount (NULL: no published figure), currency_code, ratio_to_previous; oldest plan first.
        per: What the totals are divided by.
        t: The language shown.
        prices: Words on the price level, put after the comparison.
    """
    known = frame[frame["amount"].notna()]
    parts = []
    if len(known) > 1:
        earlier, last = known.iloc[-2], known.iloc[-1]
        sentence = t(
            _RATIO[per],
            plan=last["short_name"],
            ratio=t.number(last["ratio_to_previous"]),
            earlier=earlier["short_name"],
            amount=written_amount(t, last["amount"], last["currency_code"]),
            earlier_amount=written_amount(t, earlier["amount"], earlier["currency_code"]),
        )
        parts.append(f"{sentence.removesuffix('.')} ({prices})." if prices else sentence)
    elif len(known) == 1:
        amount = written_amount(t, known["amount"].iloc[0], known["currency_code"].iloc[0])
        parts.append(t("{plan} asked for {amount}.", plan=known["short_name"].iloc[0], amount=amount))
    missing = list(frame.loc[frame["amount"].isna(), "short_name"])
    if missing:
        parts.append(t("No figure is published for {plans}.", plans=listed(t, missing)))
    return " ".join(parts)


def printed_amount(value: Any, *, t: Language) -> str:
    """An amount that the audit gives as text, as the language writes it."""
    return t("not reported") if is_missing(value) else t.number(float(value))


def pillar_shares(frame: pd.DataFrame, *, t: Language) -> str:
    """Which pillar of a plan holds the most money, and which the least.

    Args:
        frame: plan_name, name, amount, share_pct; any order.
        t: The language shown.
    """
    ranked = frame.sort_values("amount", ascending=False)
    most, least = ranked.iloc[0], ranked.iloc[-1]
    return t(
        "“{most}” holds {most_share} of the money of {plan}, “{least}” {least_share}.",
        most=most["name"],
        most_share=t.percent(most["share_pct"]),
        plan=most["plan_name"],
        least=least["name"],
        least_share=t.percent(least["share_pct"]),
    )


def years_spread(frame: pd.DataFrame, *, t: Language) -> str:
    """What a plan sets aside for each year, and what it gives to no year.

    Args:
        frame: budget_year (NULL: not allocated to a year), year_total, plan_total,
            currency_code.
        t: The language shown.
    """
    years = frame.drop_duplicates("budget_year")
    dated = years[years["budget_year"].notna()]
    largest = years["year_total"].max()
    amounts = [
        t("{amount} for {year}", amount=in_millions(t, row.year_total, largest=largest), year=int(row.budget_year))
        for row in dated.itertuples()
    ]
    undated = years.loc[years["budget_year"].isna(), "year_total"].dropna()
    if not undated.empty:
        amounts.append(t("{amount} given to no year", amount=in_millions(t, undated.iloc[0], largest=largest)))
    total = written_amount(t, years["plan_total"].iloc[0], years["currency_code"].iloc[0])
    return t("The {total} are spread over the years: {amounts}.", total=total, amounts=listed(t, amounts))


def structure(frame: pd.DataFrame, *, t: Language) -> str:
    """The pillar with most money and the activity that takes most of it.

    Args:
        frame: pillar_code, short_name, activity_code, amount, currency_code; activities with an amount.
        t: The language shown.
    """
    pillars = frame.groupby("short_name")["amount"].sum()
    inside = frame[frame["short_name"] == pillars.idxmax()]
    first = inside.loc[inside["amount"].idxmax()]
    return t.n(
        "“{pillar}” is the largest block; its dearest activity, {code}, takes {amount}; {count} activity has an amount.",
        "“{pillar}” is the largest block; its dearest activity, {code}, takes {amount}; {count} activities have an amount.",
        len(frame),
        pillar=pillars.idxmax(),
        code=first["activity_code"],
        amount=written_amount(t, first["amount"], first["currency_code"]),
    )


def years_known(frame: pd.DataFrame, *, t: Language) -> str:
    """Which plans give amounts to years, which are one total, which have no figure.

    Args:
        frame: plan_id, short_name, known_by (year, total, none).
        t: The language shown.
    """
    plans = frame.drop_duplicates("plan_id")
    named = {kind: list(plans.loc[plans["known_by"] == kind, "short_name"]) for kind in ("year", "total", "none")}
    parts = []
    if named["year"]:
        parts.append(t("{plans}: amounts by year.", plans=listed(t, named["year"])))
    if named["total"]:
        parts.append(t("{plans}: one total for all years.", plans=listed(t, named["total"])))
    if named["none"]:
        parts.append(t("{plans}: no published figure.", plans=listed(t, named["none"])))
    return " ".join(parts)


def cost_concentration(frame: pd.DataFrame, *, shown_count: int, t: Language) -> str:
    """Which part of the money the dearest activities take, and how many lines print no amount.

    Args:
        frame: amount (NULL: no amount printed), priced_count, running_pct; dearest first.
        shown_count: How many are shown.
        t: The language shown.
    """
    priced = frame[frame["amount"].notna()].head(shown_count)
    if priced.empty:
        return t("No activity of this plan has a published amount.")
    return t(
        "The {count} dearest of {priced} activities with an amount take {percent} of the money.",
        count=t.number(len(priced)),
        priced=t.number(int(priced["priced_count"].iloc[0])),
        percent=t.percent(priced["running_pct"].iloc[-1]),
    )


def money_around(frame: pd.DataFrame, *, plan_name: str, t: Language) -> str:
    """How many amounts stand around a plan, and that they are no part of it.

    Args:
        frame: part_of_funding_id (NULL: a whole), is_preferred.
        plan_name: The plan.
        t: The language shown.
    """
    wholes = frame[frame["part_of_funding_id"].isna()]
    preferred = int(wholes["is_preferred"].sum())
    sentence = t.n(
        "{count} amount stands beside {plan} and is no part of it; amounts are never added up.",
        "{count} amounts stand beside {plan} and are no part of it; they are never added up.",
        preferred,
        plan=plan_name,
    )
    others = len(wholes) - preferred
    if not others:
        return sentence
    return sentence + " " + t.n("Another source gives {count} other figure.", "Other sources give {count} other figures.", others)


def money_faults(frame: pd.DataFrame, *, t: Language) -> str:
    """In how many places the documents' money does not add up.

    Args:
        frame: one row for each finding.
        t: The language shown.
    """
    if frame.empty:
        return t("Every printed total is reached by its parts.")
    return t.n(
        "In {count} place, a printed amount is not what its parts add up to.",
        "In {count} places, a printed amount is not what its parts add up to.",
        len(frame),
    )
