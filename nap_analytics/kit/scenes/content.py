"""What the maker of a scene hands back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from nap_analytics.deck import Picture


@dataclass(frozen=True)
class SceneContent:
    """A finding with its picture, its source and the screen behind it."""

    title: str
    picture: Picture
    source: str
    page: str
    filters: dict[str, str] = field(default_factory=dict)


def subject(*parts: str) -> str:
    """What the numbers of a scene are about, under its title: the plan, what is counted, what limits it."""
    return " · ".join(part for part in parts if part)


def number(value: object) -> float | None:
    """The value as a plain number; None where it is missing."""
    return None if is_missing(value) else float(value)  # type: ignore[arg-type]
