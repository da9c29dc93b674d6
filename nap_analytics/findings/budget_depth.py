"""How deep the money of the plans is known, what is not known, and what would fill the gaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from nap_analytics.errors import N_
from nap_analytics.wording.codes import pillar_words, with_capital
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.money import amount_text, written_amount
from nap_analytics.wording.rows import rows_of

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language

DEPTHS = {
    "total": N_("Total"),
    "pillar": N_("By pillar"),
    "activity": N_("By activity"),
    "year": N_("By year"),
    "funder": N_("By funder"),
    "spent": N_("Amount spent"),
}
"""How deep money can be known -> English."""

STATES = {
    "known": N_("known"),
    "partly": N_("in part"),
    "none": N_("not known"),
}
"""How far money is known at a depth -> English."""

_MOST_TOLD = 5

_NEEDED = {
    "total": N_("the budget of the plan, or of its operational plan, as adopted"),
    "pillar": N_("the budget table of the plan by pillar"),
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
    """Something that is not known, and what would fill it; where it is the total, nothing below it is known either."""

    missing: str
    needed: str
    is_whole: bool = False


def known_depth(frame: Annotated[pd.DataFrame, "budget_depth"], *, t: Language) -> str:
    """For each plan its total and how deep it is known; for many plans, how many have a total.

    Args:
        frame: plan_id, short_name, depth, known_state, planned_amount, currency_code, standing; oldest plan first at each depth.
        t: The language shown.
    """
    totals = frame[frame["depth"] == "total"]
    if len(totals) > _MOST_TOLD:
        known = int((totals["known_state"] != "none").sum())
        return t(
            "{count} plans: {known} with a total in the sources, {unknown} without.",
            count=len(totals),
            known=known,
            unknown=len(totals) - known,
        )
    return t("; ").join(_plan_depth(rows, t=t) for _, rows in frame.groupby("plan_id", sort=False)) + "."


def _plan_depth(rows: pd.DataFrame, *, t: Language) -> str:
    known = set(rows.loc[rows["known_state"] != "none", "depth"])
    first = next(rows_of(rows))
    name = first.short_name
    if "total" not in known:
        return t("{plan}: the sources give no amount", plan=name)
    amount = amount_text(t, first, amount="planned_amount")
    if {"activity", "year"} <= known:
        states = dict(zip(rows["depth"], rows["known_state"], strict=True))
        if "partly" in {states["activity"], states["year"]}:
            return t("{plan}: {amount}, known in part by activity and by year", plan=name, amount=amount)
        return t("{plan}: {amount}, known by activity and year", plan=name, amount=amount)
    if "pillar" in known:
        return t("{plan}: {amount}, known by {pillar}", plan=name, amount=amount, pillar=pillar_words(t, first).one)
    return t("{plan}: {amount}, known as one total", plan=name, amount=amount)


def depth_reached(frame: Annotated[pd.DataFrame, "budget_depth"], *, t: Language) -> str:
    """Which plan is known deepest, and that nothing is known of what was spent, where that is so.

    Args:
        frame: plan_id, short_name, depth, known_state; oldest plan first at each depth.
        t: The language shown.
    """
    known = frame[frame["known_state"] != "none"]
    parts = []
    if known.empty:
        return t("No plan’s budget is known.")
    reached = known.groupby("short_name", sort=False)["depth"].nunique()
    if reached.nunique() > 1:
        parts.append(t("The budget of {plan} is known in the most detail.", plan=reached.idxmax()))
    if "funder" not in set(known["depth"]):
        parts.append(t("The sources do not say for any plan how much each funder pays."))
    if "spent" not in set(known["depth"]):
        parts.append(t("The sources do not say for any plan what was spent."))
    return " ".join(parts) or t("How far the budget of each plan is broken down")


def gaps(frame: Annotated[pd.DataFrame, "budget_depth"], *, t: Language) -> dict[str, list[Gap]]:
    """What is not known of each plan's money: plan -> its gaps, with what would fill each.

    Without a total, the total alone is a gap: nothing below it can be known either.

    Args:
        frame: plan_id, short_name, depth, known_state, not_placed_amount, currency_code, line_without_amount_count, explanation.
        t: The language shown.
    """
    return {
        rows["short_name"].iloc[0]: [
            Gap(missing=_missing(row, t=t), needed=with_capital(_needed(row, t=t)), is_whole=row.depth == "total")
            for row in _open_depths(rows)
        ]
        for _, rows in frame.groupby("plan_id", sort=False)
    }


def _open_depths(rows: pd.DataFrame) -> list[Any]:
    found = [row for row in rows_of(rows) if row.known_state != "known"]
    return found[:1] if found and found[0].depth == "total" else found


def _needed(row: Any, *, t: Language) -> str:
    is_rest = row.known_state == "partly" and row.depth in _NEEDED_FOR_REST
    return t(_NEEDED_FOR_REST[row.depth] if is_rest else _NEEDED[row.depth])


def _missing(row: Any, *, t: Language) -> str:
    """What is missing at one depth of one plan, and why."""
    if row.depth == "total":
        reason = "" if is_missing(row.explanation) else str(row.explanation)
        return t("Total: the sources give no amount. {reason}", reason=reason).strip()
    if row.known_state == "none":
        return t("{depth}: the sources give no amount.", depth=t(DEPTHS[row.depth]))
    if row.line_without_amount_count:
        return t.n(
            "By activity: {count} line of the budget has no amount.",
            "By activity: {count} lines of the budget have no amount.",
            int(row.line_without_amount_count),
        )
    if row.depth == "funder":
        return t("By funder: none is named for {amount}.", amount=written_amount(t, row.not_placed_amount, row.currency_code))
    return t(
        "{depth}: {amount} cannot be allocated.",
        depth=t(DEPTHS[row.depth]),
        amount=written_amount(t, row.not_placed_amount, row.currency_code),
    )


def no_division(frame: Annotated[pd.DataFrame, "budget_by_pillar"], *, plan_name: str, t: Language) -> str:
    """That a plan's money is not broken down, with its total where there is one.

    Args:
        frame: amount_own in own_currency_code of the plan as a whole, with its standing; no row: no amount in the sources.
        plan_name: The plan.
        t: The language shown.
    """
    is_unknown = frame["amount_own"].isna().all()
    needed = t(_NEEDED["total" if is_unknown else "pillar"])
    if is_unknown:
        return t("{plan}: the sources give no amount, so there is nothing to break down. Needed: {needed}.", plan=plan_name, needed=needed)
    amount = amount_text(t, next(rows_of(frame)), amount="amount_own", currency="own_currency_code")
    return t(
        "{plan}: {amount} in one total. No source breaks it down by {pillar}, year or activity. Needed: {needed}.",
        plan=plan_name,
        amount=amount,
        pillar=pillar_words(t, frame.iloc[0]).one,
        needed=needed,
    )
