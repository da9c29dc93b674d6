"""What is known of the indicators of a plan or a pillar: how many are measured, how they move, what became of their targets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language


def indicators_finding(row: Annotated[pd.Series, "plan_overview", "pillar_progress"], *, t: Language) -> str:
    """What is known of the indicators of a plan or a pillar, in sentences that follow its name and a colon.

    Args:
        row: A localised row of ``plan_overview`` or ``pillar_progress`` that counts at least one indicator.
        t: The language shown.
    """
    told = _mean_clause(row, t=t) if row["is_headline_mean"] else coverage_clause(row, t=t)
    return " ".join(filter(None, (f"{told}.", direction_sentence(row, t=t), verdict_sentence(row, t=t))))


def _mean_clause(row: pd.Series, *, t: Language) -> str:
    """The mean of what is assessed, with its bounds where some indicators are not."""
    progress, total = t.percent(row["progress_pct"], 0), int(row["indicator_count"])
    if row["assessed_count"] == total:
        return t.n(
            "its only indicator is assessed, with progress of {progress} towards its target",
            "all {count} indicators are assessed, with average progress of {progress} towards their targets",
            total,
            progress=progress,
        )
    return t.n(
        "{count} of {total} indicators is assessed, with progress of {progress} towards its target; with "
        "the others it could be anything from {lower} to {upper}",
        "{count} of {total} indicators are assessed, with average progress of {progress} towards their "
        "targets; with the others it could be anything from {lower} to {upper}",
        int(row["assessed_count"]),
        total=t.number(total),
        progress=progress,
        lower=t.number(row["lower_pct"]),
        upper=t.percent(row["upper_pct"]),
    )


def coverage_clause(row: Annotated[pd.Series, "plan_overview", "pillar_progress"], *, t: Language) -> str:
    """How many indicators are measured, measured only nearly, and silent."""
    total, measured, near, silent = (int(row[f"{name}_count"]) for name in ("indicator", "measured", "near", "silent"))
    if silent == total:
        return t.n(
            "its only indicator has no known value from the time of the plan",
            "none of its {count} indicators has a known value from the time of the plan",
            total,
        )
    told = t.n("{count} of {total} indicators is measured", "{count} of {total} indicators are measured", measured, total=t.number(total))
    parts = [told]
    if near:
        parts.append(t.n("{count} only by a near measure", "{count} only by a near measure", near))
    if silent:
        parts.append(t.n("{count} has no value from the time of the plan", "{count} have no value from the time of the plan", silent))
    return ", ".join(parts)


def direction_sentence(row: Annotated[pd.Series, "plan_overview", "pillar_progress"], *, t: Language) -> str:
    """How the indicators move whose direction can be told; nothing where none can."""
    kinds = ("improved", "slightly_improved", "unchanged", "mixed", "slightly_worsened", "worsened")
    improved, slightly_improved, unchanged, mixed, slightly_worsened, worsened = (int(row[f"{name}_count"]) for name in kinds)
    parts = [
        (improved, t.n("{count} improved", "{count} improved", improved)),
        (slightly_improved, t.n("{count} slightly improved", "{count} slightly improved", slightly_improved)),
        (unchanged, t.n("{count} unchanged", "{count} unchanged", unchanged)),
        (mixed, t.n("{count} mixed", "{count} mixed", mixed)),
        (slightly_worsened, t.n("{count} slightly worsened", "{count} slightly worsened", slightly_worsened)),
        (worsened, t.n("{count} worsened", "{count} worsened", worsened)),
    ]
    told = [text for count, text in parts if count]
    if not told:
        return t("No direction of travel can be established.") if row["measured_count"] else ""
    untold = int(row["measured_count"]) - sum(count for count, _ in parts)
    if untold > 0:
        told.append(t.n("{count} not established", "{count} not established", untold))
    return t("Direction of travel: {told}.", told=", ".join(told))


def verdict_sentence(row: Annotated[pd.Series, "plan_overview", "pillar_progress"], *, t: Language) -> str:
    """What became of the targets whose date has passed; nothing where none has."""
    achieved, missed, not_verified = (int(row[f"{name}_count"]) for name in ("achieved", "missed", "not_verified"))
    if not (missed or not_verified or (achieved and row.get("has_ended", False))):
        return ""
    parts = [
        (achieved, t.n("{count} achieved", "{count} achieved", achieved)),
        (missed, t.n("{count} missed", "{count} missed", missed)),
        (not_verified, t.n("{count} not verified", "{count} not verified", not_verified)),
    ]
    return t("Indicators past their target date: {told}.", told=", ".join(text for count, text in parts if count))
