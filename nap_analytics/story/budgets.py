"""What is known of the money of the plans, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.errors import N_
from nap_analytics.language import is_missing
from nap_analytics.money import written_amount
from nap_analytics.story.plans import listed

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.language import Language

UNITS = {
    "xof": ("XOF", False),
    "eur": ("EUR", False),
    "usd": ("USD", False),
    "xof-constant": ("XOF", True),
    "usd-constant": ("USD", True),
}
"""Units in which totals are compared -> currency, and whether at constant prices."""

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


def unit_name(t: Language, unit: str) -> str:
    """The name of a unit on a filter."""
    currency_code, is_constant = UNITS[unit]
    currency = t.currency(currency_code)
    return t("constant {currency}", currency=currency) if is_constant else currency


def price_level(frame: pd.DataFrame, *, unit: str, t: Language) -> str:
    """The words that follow an amount at constant prices; empty for current ones."""
    return t("at {year} prices", year=frame["price_base_year"].iloc[0]) if UNITS[unit][1] else ""


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


def conversion_rules(frame: pd.DataFrame, *, t: Language) -> list[str]:
    """How amounts are converted and divided, with the rates and counts used.

    Args:
        frame: short_name, amount, xof_per_eur, xof_per_usd, start_year, year_count, person_count, women_share_pct,
            price_base_year, not_allocated_to_year_xof.
        t: The language shown.
    """
    known = frame[frame["amount"].notna()]
    rules = [
        t(
            "Amounts are stored in CFA francs, as printed. Each year’s amount is converted at the average rate "
            "of that year, the euro at its fixed parity."
        ),
        t("An amount given to no year is converted, and moved to constant prices, as if it fell in the plan’s first year."),
        t("Constant prices move each year’s amount to {year} by the consumer price index.", year=frame["price_base_year"].iloc[0]),
        t("Per head: the population of the plan’s first year. Per woman: the share of women recorded with the plan."),
    ]
    rules += [
        t(
            "{plan}: {years} years; in {year}, 1 EUR = {eur} XOF and 1 USD = {usd} XOF; {people} people, {women} "
            "of them women; {undated} given to no year.",
            plan=row.short_name,
            years=t.number(row.year_count),
            year=row.start_year,
            eur=t.number(row.xof_per_eur, 3),
            usd=t.number(row.xof_per_usd, 2),
            people=t.number(row.person_count),
            women=t.percent(row.women_share_pct),
            undated=t.millions(row.not_allocated_to_year_xof, "XOF"),
        )
        for row in known.itertuples()
    ]
    return rules


def printed_amount(value: Any, *, t: Language) -> str:
    """An amount that the audit gives as text, as the language writes it."""
    return t("not reported") if is_missing(value) else t.number(float(value))


def pillar_shares(frame: pd.DataFrame, *, t: Language) -> str:
    """Which pillar of a plan holds the most money, and which the least.

    Args:
        frame: plan_name, name, amount_xof, share_pct; any order.
        t: The language shown.
    """
    ranked = frame.sort_values("amount_xof", ascending=False)
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
        frame: budget_year (NULL: not allocated to a year), year_total_xof, plan_total_xof.
        t: The language shown.
    """
    years = frame.drop_duplicates("budget_year")
    dated = years[years["budget_year"].notna()]
    amounts = [
        t("{amount} for {year}", amount=t.number(row.year_total_xof / 1_000_000), year=int(row.budget_year)) for row in dated.itertuples()
    ]
    undated = years.loc[years["budget_year"].isna(), "year_total_xof"].dropna()
    if not undated.empty:
        amounts.append(t("{amount} given to no year", amount=t.number(undated.iloc[0] / 1_000_000)))
    total = t.millions(years["plan_total_xof"].iloc[0], "XOF")
    return t("The {total} are spread over the years: {amounts}.", total=total, amounts=listed(t, amounts))


def cost_concentration(frame: pd.DataFrame, *, shown_count: int, t: Language) -> str:
    """Which part of the money the dearest activities take, and how many lines print no amount.

    Args:
        frame: amount_xof (NULL: no amount printed), priced_count, running_pct; dearest first.
        shown_count: How many are shown.
        t: The language shown.
    """
    priced = frame[frame["amount_xof"].notna()].head(shown_count)
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
