"""How the money is shared out, through the crosswalk and from plan to plan, and what it stands against; in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from nap_analytics.findings.budget_totals import price_level
from nap_analytics.findings.budgets import most_and_least, not_convertible
from nap_analytics.findings.plans import reading_name
from nap_analytics.wording.codes import pillar_words, word
from nap_analytics.wording.money import gap_words, written_amount
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.values import listed

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language


def theme_shares(frame: Annotated[pd.DataFrame, "budget_by_theme"], *, t: Language) -> str:
    """Which theme of the agenda holds most of a plan's money, and which least.

    Args:
        frame: plan_name, wps_pillar, share_pct (NULL: amount_state and what is lacking say why); of one plan in one reading.
        t: The language shown.
    """
    stuck = not_convertible(frame, t=t)
    if stuck:
        return stuck
    ranked = frame.sort_values("share_pct", ascending=False)
    return most_and_least(ranked, [word(t, theme) for theme in ranked["wps_pillar"]], part_count=len(frame), t=t)


def moved_by_reading(frame: Annotated[pd.DataFrame, "budget_by_theme"]) -> pd.DataFrame:
    """One row per plan and reading but the first: `moved_amount` that changes theme against the main reading, and its share.

    Args:
        frame: plan_id, plan_name, start_year, reading, wps_pillar, amount, moved_amount, currency_code, base_year; the main reading first.
    """
    known = frame[frame["wps_pillar"].notna()]
    gains = known.assign(moved_amount=known["moved_amount"].clip(lower=0))
    keys = ["plan_id", "plan_name", "reading", "currency_code", "base_year"]
    grouped = gains.groupby(keys, sort=False, as_index=False, dropna=False)
    added = grouped[["amount", "moved_amount"]].sum(min_count=1)
    main = known["reading"].iloc[0] if len(known) else None
    return added[added["reading"] != main].assign(moved_pct=lambda rows: 100 * rows["moved_amount"] / rows["amount"])


def sensitivity(moves: pd.DataFrame, *, t: Language) -> str:
    """How much of the money changes theme under another reading, at most.

    Args:
        moves: Rows of ``moved_by_reading``.
        t: The language shown.
    """
    if not moves.empty and moves["moved_amount"].isna().all():
        return t("What another reading of the crosswalk moves cannot be converted into this currency at these prices.")
    if moves.empty or not moves["moved_amount"].max() > 0:
        return t("No other reading of the crosswalk moves any of the budget.")
    most = moves.iloc[moves["moved_pct"].argmax()]
    return t(
        "The reading of the crosswalk moves up to {share} of the budget of {plan} from one theme to another: {amount} under “{reading}”.",
        share=t.percent(most["moved_pct"]),
        plan=most["plan_name"],
        amount=" ".join(filter(None, (written_amount(t, most["moved_amount"], most["currency_code"]), price_level(moves, t=t)))),
        reading=reading_name(t, most["reading"]),
    )


def shares_over_plans(frame: Annotated[pd.DataFrame, "budget_by_theme"], *, t: Language) -> str:
    """Which shares changed most between the last two plans whose money is divided, or that there are no two.

    Only themes that both plans have are compared; a theme for which one has no pillar is named, never counted as zero.

    Args:
        frame: plan_id, plan_name, wps_pillar (NULL: not divided), share_pct, planned_xof (NULL: no amount), amount_state and what is
            lacking; one reading, oldest first.
        t: The language shown.
    """
    known = frame[frame["wps_pillar"].notna() & frame["share_pct"].notna()]
    plans = list(dict.fromkeys(known["plan_id"]))
    parts = []
    if len(plans) >= 2:
        earlier, later = (known[known["plan_id"] == plan].set_index("wps_pillar") for plan in plans[-2:])
        parts += [_largest_change(earlier, later, t=t), *_pillars_lacking(earlier, later, t=t)]
    elif plans:
        name = known["plan_name"].iloc[0]
        parts.append(t("Only the budget of {plan} is known by theme: no change from plan to plan can be shown.", plan=name))
    else:
        parts.append(t("No plan’s budget is known by theme."))
    return " ".join([*parts, *_without_shares(frame, is_whole=len(plans) < 2, t=t)])


def _without_shares(frame: pd.DataFrame, *, is_whole: bool, t: Language) -> list[str]:
    """The plans that have no shares, and why: those that this money cannot tell always, the others where nothing is compared."""
    stuck = frame[frame["amount_state"] == "not_convertible"].drop_duplicates("plan_id")
    parts = [t("{plan}: {gap}.", plan=row.plan_name, gap=gap_words(t, row)) for row in rows_of(stuck)]
    rest = frame[frame["wps_pillar"].isna() & (frame["amount_state"] != "not_convertible")]
    undivided = list(rest.loc[rest["planned_xof"].notna(), "plan_name"])
    unknown = list(rest.loc[rest["planned_xof"].isna(), "plan_name"])
    if is_whole and undivided:
        parts.append(t("{plans}: one total, not broken down.", plans=listed(t, undivided)))
    if is_whole and unknown:
        parts.append(t("{plans}: the sources give no amount.", plans=listed(t, unknown)))
    return parts


def _largest_change(earlier: pd.DataFrame, later: pd.DataFrame, *, t: Language) -> str:
    """The theme whose share changed most, of those that both plans have.

    Args:
        earlier: Rows of a plan by their theme.
        later: Those of the plan after it.
        t: The language shown.
    """
    plans = {"earlier": earlier["plan_name"].iloc[0], "later": later["plan_name"].iloc[0]}
    change = later["share_pct"].sub(earlier["share_pct"]).dropna()
    if change.empty:
        return t("{earlier} and {later} have no theme in common: no change can be shown.", **plans)
    theme = str(change.abs().idxmax())
    return t(
        "From {earlier} to {later}, “{theme}” went from {before} to {after} of the budget, the largest change.",
        **plans,
        theme=word(t, theme),
        before=t.percent(earlier["share_pct"][theme]),
        after=t.percent(later["share_pct"][theme]),
    )


def _pillars_lacking(earlier: pd.DataFrame, later: pd.DataFrame, *, t: Language) -> list[str]:
    """The themes that one of two plans has and the other has no pillar for."""
    return [
        t(
            "{plan} has no pillar of its own for {themes}: not compared.",
            plan=without["plan_name"].iloc[0],
            themes=listed(t, [t("“{theme}”", theme=word(t, theme)) for theme in alone]),
        )
        for has, without in ((earlier, later), (later, earlier))
        if (alone := [theme for theme in has.index if theme not in without.index])
    ]


def money_and_results(frame: Annotated[pd.DataFrame, "money_against_results"], *, plan_name: str, t: Language) -> str:
    """For how many pillars of a plan both the money and the result are known, and what is missing where they are not.

    Args:
        frame: share_pct (NULL: money not known by pillar), progress_pct (NULL: nothing known), planned_xof; of one plan.
        plan_name: The plan.
        t: The language shown.
    """
    both = frame[frame["share_pct"].notna() & frame["progress_pct"].notna()]
    words = pillar_words(t, frame.iloc[0])
    if len(both):
        return t.n(
            "{plan}: both the budget and the result are known for {count} {pillar} of {all}.",
            "{plan}: both the budget and the results are known for {count} {pillar} of {all}.",
            len(both),
            plan=plan_name,
            pillar=words.one if t.is_one(len(both)) else words.many,
            all=t.number(len(frame)),
        )
    has_money, has_results = frame["share_pct"].notna().any(), frame["progress_pct"].notna().any()
    if has_money:
        return t(
            "{plan}: the planned amount of each {pillar} is known, its results are not: the sources include no report on the plan.",
            plan=plan_name,
            pillar=words.one,
        )
    if has_results and frame["planned_xof"].notna().any():
        return t("{plan}: results are known in part, but its budget is one total that no source breaks down.", plan=plan_name)
    if has_results:
        return t("{plan}: results are known in part, but the sources give no amount of its budget.", plan=plan_name)
    return t("{plan}: neither the budget nor the results are known by {pillar}.", plan=plan_name, pillar=words.one)
