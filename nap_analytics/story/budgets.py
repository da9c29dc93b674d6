"""What is known of the money of the plans, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
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

DEPTHS = {
    "total": N_("Total"),
    "pillar": N_("By pillar"),
    "activity": N_("By activity"),
    "year": N_("By year"),
    "funder": N_("By funder"),
    "spent": N_("Money spent"),
}
"""How deep money can be known -> English."""

STATES = {
    "known": N_("known"),
    "partly": N_("in part"),
    "none": N_("not known"),
}
"""How far money is known at a depth -> English."""

_NEEDED = {
    "total": N_("the budget of the plan, or of its operational plan, as adopted"),
    "pillar": N_("the budget table of the plan by priority"),
    "activity": N_("the budget table of the plan by activity"),
    "year": N_("the budget table of the plan by year"),
    "funder": N_("the commitments of each partner and of the State budget"),
    "spent": N_("the yearly financial reports of the ministry and of the fund"),
}
"""What would fill a gap at each depth."""

_NEEDED_FOR_REST = {
    "activity": N_("the amounts of these lines, from the ministry"),
    "year": N_("the year of this amount, from the ministry"),
}
"""What would fill the rest where a depth is known in part."""


@dataclass(frozen=True)
class Gap:
    """Something that is not known, and what would fill it."""

    missing: str
    needed: str


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


def known_depth(frame: pd.DataFrame, *, t: Language) -> str:
    """For each plan its total and how deep it is known.

    Args:
        frame: plan_id, short_name, depth, known_state, planned_xof; oldest plan first at each depth.
        t: The language shown.
    """
    return t("; ").join(_plan_depth(rows, t=t) for _, rows in frame.groupby("plan_id", sort=False)) + "."


def _plan_depth(rows: pd.DataFrame, *, t: Language) -> str:
    known = set(rows.loc[rows["known_state"] != "none", "depth"])
    name, total = rows["short_name"].iloc[0], rows["planned_xof"].iloc[0]
    amount = written_amount(t, total, "XOF")
    if "total" not in known:
        return t("{plan}: no published figure", plan=name)
    if {"activity", "year"} <= known:
        return t("{plan}: {amount}, known by activity and year", plan=name, amount=amount)
    if "pillar" in known:
        return t("{plan}: {amount}, known by pillar", plan=name, amount=amount)
    return t("{plan}: {amount}, known as one total", plan=name, amount=amount)


def depth_reached(frame: pd.DataFrame, *, t: Language) -> str:
    """Which plan is known deepest, and that nothing is known of what was spent, where that is so.

    Args:
        frame: plan_id, short_name, depth, known_state; oldest plan first at each depth.
        t: The language shown.
    """
    known = frame[frame["known_state"] != "none"]
    parts = []
    if known.empty:
        return t("No money of any plan is known.")
    reached = known.groupby("short_name", sort=False)["depth"].nunique()
    if reached.nunique() > 1:
        parts.append(t("The money of {plan} is known deepest.", plan=reached.idxmax()))
    if "funder" not in set(known["depth"]):
        parts.append(t("Who pays is published for no plan."))
    if "spent" not in set(known["depth"]):
        parts.append(t("What was spent is published for no plan."))
    return " ".join(parts) or t("How deep the money of each plan is known")


def gaps(frame: pd.DataFrame, *, t: Language) -> dict[str, list[Gap]]:
    """What is not known of each plan's money: plan -> its gaps, with what would fill each.

    Without a total, the total alone is a gap: nothing below it can be known either.

    Args:
        frame: plan_id, short_name, depth, known_state, not_placed_xof, line_without_amount_count, explanation.
        t: The language shown.
    """
    return {
        rows["short_name"].iloc[0]: [Gap(missing=_missing(row, t=t), needed=_sentence(_needed(row, t=t))) for row in _open_depths(rows)]
        for _, rows in frame.groupby("plan_id", sort=False)
    }


def _open_depths(rows: pd.DataFrame) -> list[Any]:
    found = [row for row in rows.itertuples() if row.known_state != "known"]
    return found[:1] if found and found[0].depth == "total" else found


def _needed(row: Any, *, t: Language) -> str:
    is_rest = row.known_state == "partly" and row.depth in _NEEDED_FOR_REST
    return t(_NEEDED_FOR_REST[row.depth] if is_rest else _NEEDED[row.depth])


def _missing(row: Any, *, t: Language) -> str:
    """What is missing at one depth of one plan, and why."""
    if row.depth == "total":
        return t("Total: no published figure. {reason}", reason=row.explanation)
    if row.known_state == "none":
        return t("{depth}: nothing is published.", depth=t(DEPTHS[row.depth]))
    if row.line_without_amount_count:
        return t.n(
            "By activity: {count} line of the budget has no amount.",
            "By activity: {count} lines of the budget have no amount.",
            int(row.line_without_amount_count),
        )
    return t("{depth}: {amount} cannot be placed.", depth=t(DEPTHS[row.depth]), amount=written_amount(t, row.not_placed_xof, "XOF"))


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


def no_division(frame: pd.DataFrame, *, plan_name: str, t: Language) -> str:
    """That a plan's money is not broken down, with its total where there is one.

    Args:
        frame: amount_xof of the plan as a whole; no row: no published figure.
        plan_name: The plan.
        t: The language shown.
    """
    depth = "total" if frame.empty else "pillar"
    needed = t(_NEEDED[depth])
    if frame.empty:
        return t("{plan}: no figure is published, so there is nothing to divide. To fill this: {needed}.", plan=plan_name, needed=needed)
    amount = written_amount(t, frame["amount_xof"].sum(), "XOF")
    return t(
        "{plan}: {amount} in one total. No source divides it by pillar, by year or by activity. To fill this: {needed}.",
        plan=plan_name,
        amount=amount,
        needed=needed,
    )


def _sentence(text: str) -> str:
    """The text with a capital, to begin a sentence."""
    return text[:1].upper() + text[1:]


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
