"""What is known of the money of the plans, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from nap_analytics.errors import N_
from nap_analytics.money import written_amount
from nap_analytics.story.plans import listed

if TYPE_CHECKING:
    from nap_analytics.language import Language

UNITS = {
    "xof": N_("CFA francs"),
    "eur": N_("Euros"),
    "usd": N_("US dollars"),
    "xof-constant": N_("Constant CFA francs"),
    "usd-constant": N_("Constant US dollars"),
}
"""Units in which totals are compared -> English."""

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

_NEEDED = {
    "total": N_("the budget of the plan, or of its operational plan, as adopted"),
    "pillar": N_("the budget table of the plan by priority"),
    "activity": N_("the budget table of the plan by activity"),
    "year": N_("the budget table of the plan by year"),
    "funder": N_("the commitments of each partner and of the State budget"),
    "spent": N_("the yearly financial reports of the ministry and of the fund"),
}
"""What would fill a gap at each depth."""

MONEY_FAULTS = ("line", "total")
"""Kinds of findings of source_discrepancy that concern money."""


def price_level(frame: pd.DataFrame, *, unit: str, t: Language) -> str:
    """The words that follow an amount at constant prices; empty for current ones."""
    return t("at {year} prices", year=frame["price_base_year"].iloc[0]) if unit.endswith("-constant") else ""


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


def gaps(frame: pd.DataFrame, *, t: Language) -> list[str]:
    """What is not known of each plan's money, why, and what would fill the gap: one sentence for each plan and gap.

    Args:
        frame: plan_id, short_name, depth, known_state, not_placed_xof, line_without_amount_count, explanation.
        t: The language shown.
    """
    return [_gap(row, t=t) for _, rows in frame.groupby("plan_id", sort=False) for row in _open_depths(rows)]


def _open_depths(rows: pd.DataFrame) -> list[Any]:
    """The gaps of one plan; without a total, the total alone: nothing below it can be known either."""
    open_rows = [row for row in rows.itertuples() if row.known_state != "known"]
    return open_rows[:1] if open_rows and open_rows[0].depth == "total" else open_rows


def _gap(row: Any, *, t: Language) -> str:
    needed = t("To fill it: {needed}.", needed=t(_NEEDED[row.depth]))
    if row.depth == "total":
        return f"{t('{plan}: no published figure.', plan=row.short_name)} {row.explanation} {needed}"
    if row.depth == "activity" and row.line_without_amount_count:
        lines = t.n("{count} line has no amount.", "{count} lines have no amount.", int(row.line_without_amount_count))
        return f"{t('{plan}, by activity:', plan=row.short_name)} {lines} {needed}"
    if row.known_state == "partly":
        amount = written_amount(t, row.not_placed_xof, "XOF")
        return f"{t('{plan}, by year: the document gives {amount} to no year.', plan=row.short_name, amount=amount)} {needed}"
    return f"{t('{plan}, {depth}: nothing published.', plan=row.short_name, depth=t(DEPTHS[row.depth]).lower())} {needed}"


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


def not_broken_down(frame: pd.DataFrame, *, t: Language) -> str:
    """Which plans have a total that no source breaks down by pillar; empty where there is none.

    Args:
        frame: plan_name, pillar_code (NULL: not broken down), amount_xof.
        t: The language shown.
    """
    return " ".join(
        t("{plan}: {amount} in one total; no source breaks it down by pillar.", plan=row.plan_name, amount=written_amount(t, row.amount_xof, "XOF"))
        for row in frame[frame["pillar_code"].isna()].itertuples()
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


def unpriced_lines(frame: pd.DataFrame, *, t: Language) -> list[str]:
    """The budget lines of a plan that print no amount, each with the reason.

    Args:
        frame: activity_code, text, amount_xof (NULL: no amount printed), note.
        t: The language shown.
    """
    return [
        t("{code} “{text}”: {note}", code=row.activity_code, text=row.text, note=row.note if isinstance(row.note, str) else t("no amount is printed."))
        for row in frame[frame["amount_xof"].isna()].itertuples()
    ]


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


def parts_disagree(frame: pd.DataFrame, *, t: Language) -> list[str]:
    """The amounts whose printed parts add up to something else, one sentence for each.

    Args:
        frame: what, amount, parts_amount (NULL: no parts), currency_code.
        t: The language shown.
    """
    return [
        t(
            "{what}: {printed} printed, its parts add up to {added}.",
            what=row.what,
            printed=written_amount(t, row.amount, row.currency_code),
            added=written_amount(t, row.parts_amount, row.currency_code),
        )
        for row in frame.itertuples()
        if pd.notna(row.parts_amount) and float(row.parts_amount) != float(row.amount)
    ]


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
