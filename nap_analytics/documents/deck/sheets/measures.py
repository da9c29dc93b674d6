"""What a reader computes from the marks of a scene: each a live formula with its result. What is missing gives an empty text, never 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.documents.shared.plan import full_name
from nap_analytics.documents.shared.sheet import Formula, if_numbers

if TYPE_CHECKING:
    from nap_analytics.deck import Mark, Picture


def to_the_goal(mark: Mark) -> Formula:
    """Goal minus value, in the unit of the picture; negative where the value is beyond it."""
    left = None if mark.value is None or mark.goal is None else mark.goal - mark.value
    return Formula(if_numbers(("value", "goal"), "{goal}-{value}"), left)


def share_of_goal(mark: Mark) -> Formula | None:
    """Value / goal; nothing for a goal of zero or one that is reached from above: a larger share would not be better."""
    if mark.aim == "decrease":
        return None
    share = mark.value / mark.goal if mark.value is not None and mark.goal else None
    return Formula(if_numbers(("value", "goal"), 'IF({goal}=0,"",{value}/{goal})'), share)


def progress(mark: Mark) -> Formula | None:
    """The share of the way from the start to the goal by the rule of docs/methods/progress.md, with the result that the measures give.

    Nothing where the aim is not said, or where the measures hold another value against the goal than the one shown.
    """
    is_known = mark.value is not None and mark.goal is not None and mark.start is not None
    if not mark.aim or (is_known and mark.progress is None):
        return None
    meets = ">=" if mark.aim == "increase" else "<="
    held = "IF({value}@{goal},1,0)"
    way = "({value}-{start})/({goal}-{start})"
    text = if_numbers(("value", "goal", "start"), f"IF({{start}}@{{goal}},{held},{way})").replace("@", meets)
    return Formula(text, mark.progress)


def total(picture: Picture, *, cells: str) -> Formula:
    """The sum of the marks; nothing while one of them is missing, because the rest would pass for the whole."""
    return Formula(f'IF(COUNT({cells})<ROWS({cells}),"",SUM({cells}))', known_total(picture))


def part(mark: Mark, picture: Picture, *, whole: str) -> Formula:
    """The mark's share of the total in the cell ``whole``."""
    added = known_total(picture)
    text = if_numbers(("value",), f'IF(ISNUMBER({whole}),IF({whole}=0,"",{{value}}/{whole}),"")')
    return Formula(text, mark.value / added if mark.value is not None and added else None)


def all_parts(picture: Picture, *, cells: str) -> Formula:
    """The shares added up: 100 % where there is a total."""
    return Formula(f'IF(COUNT({cells})=0,"",SUM({cells}))', 1.0 if known_total(picture) else None)


def known_total(picture: Picture) -> float | None:
    """The sum of the marks; None where one of them is missing."""
    values = [mark.value for mark in picture.marks if mark.value is not None]
    return sum(values) if len(values) == len(picture.marks) else None


def name_in_chart(mark: Mark) -> Formula:
    """The name; of a gap with the words for it, until a reader fills it."""
    return Formula('IF(ISNUMBER({value}),{name},{name}&" ("&{written}&")")', full_name(mark))


def label_in_chart(mark: Mark) -> Formula:
    """The value as it is written; a number that a reader types instead, as the reader's program writes numbers."""
    typed = "FIXED({value},IF({value}=INT({value}),0,IF(ABS({value})<10,2,1)))"
    text = if_numbers(("value",), f"IF(AND(ISNUMBER({{told}}),{{told}}={{value}}),{{written}},{typed})")
    return Formula(text, None if mark.value is None else mark.written)
