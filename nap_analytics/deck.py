"""What one scene of a presentation shows, in one language: the same words and numbers for the screen, slides, pages and paper."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Kind = Literal["bars", "columns"]
"""Bars are under each other, each under its name, from zero; columns are side by side over the years, from zero."""

Aim = Literal["increase", "decrease", ""]
"""Whether a goal is reached from below or from above; empty: not said, so that no progress towards it can be computed."""


@dataclass(frozen=True)
class Mark:
    """One bar or column.

    Attributes:
        name: What it shows: a plan, a pillar, a year.
        value: Its length in the unit of the picture; None: not known, drawn as an outlined gap.
        written: The value as the language writes it with its unit; the words for a gap where it is None.
        colour: Its colour, as #RRGGBB.
        goal: A target drawn as a line across it; None: none.
        start: A baseline drawn as a notch; None: none.
        note: What limits it, in a few words; empty for nothing.
        aim: The direction of its goal.
        is_hatched: Drawn outlined and hatched: the value does not rest on the document itself, and its words say on what.
        progress: The share of the way from start to goal (1: there), as the measures have it; None: there is none.
    """

    name: str
    value: float | None
    written: str
    colour: str
    goal: float | None = None
    start: float | None = None
    note: str = ""
    aim: Aim = ""
    is_hatched: bool = False
    progress: float | None = None


@dataclass(frozen=True)
class Picture:
    """The one chart of a scene.

    Attributes:
        kind: How the marks are drawn.
        unit: What the numbers count, in words ("percent of activities completed").
        marks: In the order to draw; at most eight bars, at most sixteen columns.
        goal_name: What the lines of goals are called; empty where no mark has one.
        start_name: What the notches are called; empty where no mark has one.
        whole: The end of the scale where it is given (100 for percentages); None: the largest number.
        is_parts: The marks are all the parts of one whole, none of them twice: only then is there a total, and a share of it.
    """

    kind: Kind
    unit: str
    marks: tuple[Mark, ...]
    goal_name: str = ""
    start_name: str = ""
    whole: float | None = None
    is_parts: bool = False

    @property
    def largest(self) -> float:
        """The end of the scale, never zero."""
        numbers = [number for mark in self.marks for number in (mark.value, mark.goal, mark.start) if number is not None]
        return self.whole or max([0.0, *numbers]) or 1.0

    @property
    def smallest(self) -> float:
        """The beginning of the scale: zero, or the smallest number below it."""
        return min([0.0, *(number for mark in self.marks for number in (mark.value, mark.goal, mark.start) if number is not None)])


@dataclass(frozen=True)
class Scene:
    """One scene in one language.

    Attributes:
        code: Its name within the story, the same in all languages.
        title: The finding, computed.
        picture: The chart.
        source: Documents and places.
        notes: What the presenter says.
        page: The screen behind it, to drill down to.
        filters: The filters that the screen opens with.
    """

    code: str
    title: str
    picture: Picture
    source: str
    notes: str
    page: str
    filters: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Deck:
    """A story with the data of one day, in all languages.

    Attributes:
        story: The name of the storyboard.
        titles: Title of the story by code of language.
        scenes: Scenes by code of language, in the same order and number in each.
        data_date: The latest day that the data speaks of, ISO.
        viewed_on: The day on which the deck was made, ISO.
        version: The version of the data.
        stamps: By code of language, the line under every scene: date of the data, version, who made it.
        address: Where telephones in the room find the light page, without its language; empty where they cannot reach it.
    """

    story: str
    titles: dict[str, str]
    scenes: dict[str, tuple[Scene, ...]]
    data_date: str
    viewed_on: str
    version: str
    stamps: dict[str, str]
    address: str = ""

    def address_in(self, code: str) -> str:
        """The address of the light page in a language; empty where nobody can reach it."""
        return f"{self.address}?lang={code}" if self.address else ""

    def as_json(self) -> dict[str, Any]:
        """The deck as plain values, for a file."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Deck:
        """The deck that ``as_json`` gave.

        Raises:
            KeyError, TypeError: the values are of no deck.
        """
        scenes = {code: tuple(_scene(one) for one in own) for code, own in values["scenes"].items()}
        return cls(**{**values, "scenes": scenes})


def _scene(values: dict[str, Any]) -> Scene:
    picture = values["picture"]
    marks = tuple(Mark(**mark) for mark in picture["marks"])
    return Scene(**{**values, "picture": Picture(**{**picture, "marks": marks})})
