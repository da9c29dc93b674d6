"""What became of the money that was planned: stages, funders, implementers, double reports; in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from nap_analytics.errors import N_
from nap_analytics.wording.codes import pillar_words, word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.money import amount_text, gap_words, written_amount

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language

STAGES = ("planned", "committed", "disbursed", "spent")
"""Stages of money in their order. They are never added to each other."""

VERDICTS = {
    "recognised": N_("the same funds: same funder, pillar, year and stage, amounts within 0.5 %"),
    "settled_same": N_("the same funds, as decided in same_money.csv"),
    "settled_different": N_("two amounts, as decided in same_money.csv"),
    "doubtful": N_("perhaps the same funds: to be decided in same_money.csv; counted as two until then"),
}
"""How it is known that two reports are one amount -> English."""

REACHED = {
    "planned": N_("planned, not committed"),
    "committed": N_("committed, not disbursed"),
    "disbursed": N_("disbursed, not spent"),
    "spent": N_("spent"),
}
"""The last stage that money reached -> English."""

NEEDED = (
    ("committed", N_("the agreements signed by each partner, by pillar and year")),
    ("disbursed", N_("the transfers of each partner and of the State budget, by year")),
    ("spent", N_("the yearly financial reports of the ministry and of the fund")),
    ("funder", N_("the partner or budget that funds each line")),
    ("implementer", N_("the implementer of each line: ministry, region, civil society")),
)
"""What is missing -> what would fill it, as rows of budget_line.csv."""


def what_is_needed(whole: Annotated[Any, "budget_stages"], flows: Annotated[pd.DataFrame, "budget_flows"]) -> list[tuple[str, str]]:
    """What no line of a plan's money says, with what would fill it.

    Args:
        whole: The row of ``budget_stages`` of the plan as a whole.
        flows: Rows of ``budget_flows`` of the plan.
    """
    has = {stage: getattr(whole, f"{stage}_state") != "none" for stage in STAGES}
    has |= {"funder": flows["funder"].notna().any(), "implementer": flows["implementer_kind"].notna().any()}
    return [(code, text) for code, text in NEEDED if not has[code]]


def execution(row: Annotated[Any, "budget_stages"], *, t: Language) -> str:
    """How much of a plan's money was spent, or at which stage its trace ends.

    Args:
        row: plan_name, planned_amount, committed_amount, disbursed_amount, spent_amount (NULL: nothing reported),
            execution_pct, currency_code, standing (of what is planned); planned_state, committed_state, disbursed_state, spent_state
            and what is lacking; of the plan as a whole.
        t: The language shown.
    """
    if any(getattr(row, f"{stage}_state") == "not_convertible" for stage in STAGES):
        return t("{plan}: {gap}.", plan=row.plan_name, gap=gap_words(t, stage_row(row, "planned", state="not_convertible")))
    if not is_missing(row.execution_pct):
        return t(
            "{plan}: {spent} spent of {planned} planned, {share}.",
            plan=row.plan_name,
            spent=written_amount(t, row.spent_amount, row.currency_code),
            planned=amount_text(t, stage_row(row, "planned")),
            share=t.percent(row.execution_pct),
        )
    reached = [stage for stage in STAGES if not is_missing(getattr(row, f"{stage}_amount"))]
    if not reached:
        return t("{plan}: the sources give no amount at any stage.", plan=row.plan_name)
    last = reached[-1]
    return t(
        "{plan}: {amount} {stage}; no source says what came after.",
        plan=row.plan_name,
        amount=amount_text(t, stage_row(row, last)),
        stage=word(t, last),
    )


@dataclass(frozen=True)
class StageRow:
    """One stage of a plan or pillar: its amount, what that rests on, and why there is none."""

    stage: str
    amount: Any
    currency_code: str
    amount_state: str
    lacking_index_years: Any
    lacking_rates: Any
    standing: Any


def stage_row(row: Annotated[Any, "budget_stages"], stage: str, *, state: str = "") -> StageRow:
    """One stage of a row of ``budget_stages``; only planned money has a standing of its own there.

    Args:
        row: The row.
        stage: The stage.
        state: The state to tell, where it is not the stage's own.
    """
    standing = row.standing if stage == "planned" else None
    amount, own_state = getattr(row, f"{stage}_amount"), getattr(row, f"{stage}_state")
    return StageRow(stage, amount, row.currency_code, state or own_state, row.lacking_index_years, row.lacking_rates, standing)


def flows_finding(frame: Annotated[pd.DataFrame, "budget_reach"], *, t: Language) -> str:
    """How much of the money whose funder is known was spent; each amount stands once, at its last stage.

    Args:
        frame: stage (the last one reached), amount, currency_code; rows of ``budget_reach``.
        t: The language shown.
    """
    whole, spent = frame["amount"].sum(), frame.loc[frame["stage"] == "spent", "amount"].sum()
    return t(
        "Of the {whole} whose funder is known, {spent} were spent ({share}); each amount appears once, at the last stage reported.",
        whole=written_amount(t, whole, frame["currency_code"].iloc[0]),
        spent=written_amount(t, spent, frame["currency_code"].iloc[0]),
        share=t.percent(100 * spent / whole),
    )


def doubtful_note(pairs: Annotated[pd.DataFrame, "report_pairs"], *, t: Language) -> str:
    """How much may be counted twice until somebody decides; empty where no pair is doubtful.

    Args:
        pairs: verdict, first_amount_xof, second_amount_xof.
        t: The language shown.
    """
    doubtful = pairs[pairs["verdict"] == "doubtful"]
    if doubtful.empty:
        return ""
    amount = doubtful[["first_amount_xof", "second_amount_xof"]].min(axis="columns").sum()
    return t("Up to {amount} may be counted twice: see “Reported twice”.", amount=written_amount(t, amount, "XOF"))


def gap(frame: Annotated[pd.DataFrame, "budget_stages"], *, t: Language) -> str:
    """Which pillar lacks most of its planned money.

    Args:
        frame: short_name, planned_amount, committed_amount, gap_amount, currency_code; pillars with a commitment.
        t: The language shown.
    """
    widest = frame.iloc[frame["gap_amount"].argmax()]
    if len(frame) > 1 and frame["gap_amount"].nunique() == 1:
        return t(
            "Each {pillar} has a gap of {gap}, planned and not committed.",
            pillar=pillar_words(t, widest).one,
            gap=written_amount(t, widest["gap_amount"], widest["currency_code"]),
        )
    return t(
        "“{pillar}” has the largest gap: {gap} of {planned} planned are not committed.",
        pillar=widest["short_name"],
        gap=written_amount(t, widest["gap_amount"], widest["currency_code"]),
        planned=written_amount(t, widest["planned_amount"], widest["currency_code"]),
    )


def largest_part(frame: pd.DataFrame, *, stage: str, t: Language) -> str:
    """Who holds most of the money at a stage.

    Args:
        frame: name, amount, share_pct, currency_code; largest first.
        stage: The stage.
        t: The language shown.
    """
    first = frame.iloc[0]
    return t(
        "{name}: {share} of the amounts {stage}, {amount}.",
        name=first["name"],
        share=t.percent(first["share_pct"]),
        stage=word(t, stage),
        amount=written_amount(t, first["amount"], first["currency_code"]),
    )


def pairs_finding(frame: Annotated[pd.DataFrame, "report_pairs"], *, t: Language) -> str:
    """How many amounts are reported twice, and how many pairs wait for a decision.

    Args:
        frame: verdict; one row per pair.
        t: The language shown.
    """
    one = int(frame["verdict"].isin(("recognised", "settled_same")).sum())
    doubtful = int((frame["verdict"] == "doubtful").sum())
    parts = [t.n("{count} amount is reported twice and counted once.", "{count} amounts are reported twice and counted once.", one)]
    if doubtful:
        parts.append(t.n("{count} pair waits for a decision.", "{count} pairs wait for a decision.", doubtful))
    return " ".join(parts)


def stage_name(t: Language, stage: str) -> str:
    """The word for a stage, with a capital."""
    return word(t, stage).capitalize()
