"""Achievements that the documents list: how many, whether they were planned, where each stands and how else it is worded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from typing import Any

    import pandas as pd

    from nap_analytics.wording.language import Language


def achievements_finding(frame: Annotated[pd.DataFrame, "achievements"], *, t: Language) -> str:
    """How many achievements the documents list, each counted once, and how many of them were planned; rows of ``achievements``."""
    if frame.empty:
        return t("The documents list no achievement here")
    note = planned_note(frame, t=t)
    listed = t.n(
        "The documents list {count} achievement ({note})", "The documents list {count} achievements ({note})", len(frame), note=note
    )
    told_again = int(frame["other_locator"].notna().sum())
    if not told_again:
        return listed
    again = t.n("{count} of them is mentioned in two places", "{count} of them are mentioned in two places", told_again)
    return t("{listed}; {again}", listed=listed, again=again)


def planned_note(frame: Annotated[pd.DataFrame, "achievements"], *, t: Language) -> str:
    """How many achievements were planned and how many were not; rows of ``achievements``."""
    said = frame["is_planned"].dropna().astype(bool)
    planned, not_planned, not_said = int(said.sum()), int((~said).sum()), len(frame) - len(said)
    told = [
        (planned, t.n("{count} planned", "{count} planned", planned)),
        (not_planned, t.n("{count} not planned", "{count} not planned", not_planned)),
        (not_said, t.n("{count} not known to be planned or not", "{count} not known to be planned or not", not_said)),
    ]
    return ", ".join(text for count, text in told if count)


def planned_word(is_planned: object, *, t: Language) -> str:
    """Whether an achievement was planned."""
    if is_missing(is_planned):
        return t("not known")
    return t("yes") if is_planned else t("no")


def without_priority(frame: Annotated[pd.DataFrame, "achievements"], *, t: Language) -> list[tuple[str, pd.DataFrame]]:
    """Heading and rows of the achievements of no single priority: those of one that cannot be known, and those of the whole plan."""
    rest = frame[frame["pillar_code"].isna()]
    is_certain = rest["placement_is_certain"].astype(bool)
    return [(t("Place not known"), rest[~is_certain]), (t("The plan as a whole"), rest[is_certain])]


def achievement_note(row: Annotated[Any, "achievements"], *, t: Language) -> str:
    """What limits an achievement, and how the other place words it; empty where there is neither; a localised row of ``achievements``."""
    doubt = "" if row.placement_is_certain else t("It is not certain that it belongs here")
    doubt = doubt if is_missing(row.note) else str(row.note)
    again = "" if is_missing(row.other_text) or row.other_text == row.text else t("Also worded: “{text}”", text=row.other_text)
    return " · ".join(filter(None, (doubt, again)))


def achievement_place(row: Annotated[Any, "achievements"], *, t: Language) -> str:
    """Where an achievement stands, and where it is told again; a localised row of ``achievements``."""
    return (
        row.locator if is_missing(row.other_locator) else t("{place}; also mentioned: {other}", place=row.locator, other=row.other_locator)
    )
