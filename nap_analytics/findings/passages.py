"""What the documents say in words: how much of it is entered for a plan, and what became due of what a plan promises by a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from nap_analytics.wording.language import Language


def passages_finding(
    passages: Annotated[pd.DataFrame, "passages"],
    bodies: Annotated[pd.DataFrame, "bodies"],
    commitments: Annotated[pd.DataFrame, "milestones"],
    *,
    plan_name: str,
    t: Language,
) -> str:
    """How many passages on how many subjects, how many dated commitments and how many bodies are entered for a plan.

    Args:
        passages: kind of each passage of the plan.
        bodies: One row per body of the plan.
        commitments: One row per milestone that the plan promises by a day.
        plan_name: The short name of the plan.
        t: The language shown.
    """
    if passages.empty and bodies.empty and commitments.empty:
        return t("No passage, body or dated commitment of {plan} is entered", plan=plan_name)
    parts = []
    if not passages.empty:
        subjects = passages["kind"].nunique()
        counted = t.n("{count} passage", "{count} passages", len(passages))
        parts.append(t.n("{passages} on {count} subject", "{passages} on {count} subjects", subjects, passages=counted))
    if not commitments.empty:
        parts.append(t.n("{count} dated commitment", "{count} dated commitments", len(commitments)))
    if not bodies.empty:
        parts.append(t.n("{count} body that steers it", "{count} bodies that steer it", len(bodies)))
    return t("{plan}: {finding}", plan=plan_name, finding=", ".join(parts))


def due_text(row: Annotated[Any, "milestones"], *, viewed_on: date, t: Language) -> str:
    """The day by which something was promised, and that it has passed where it has; a row of ``milestones``."""
    day = t.date(row.date_to)
    return t("{date} (this date has passed)", date=day) if row.date_to.date() < viewed_on else day


def titled(title: object, text: object, *, t: Language) -> str:
    """A passage or a body under its title, where it has one; the title alone where there is no text."""
    if is_missing(title):
        return str(text)
    return str(title) if is_missing(text) else t("{name}: {value}", name=title, value=text)
