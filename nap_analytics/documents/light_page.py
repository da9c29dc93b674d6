"""The overview as one small HTML page without scripts, for telephones on poor links: light.html filled in, charts as inline SVG."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template

from nap_analytics.palette import painted

SQUARES_PER_LINE = 20

_TEMPLATE = Path(__file__).parent / "light.html"
_AXIS_LEFT, _AXIS_LENGTH = 6, 328


@dataclass(frozen=True)
class Figure:
    """A figure that stands alone: what it is, the figure as the language writes it, what it rests on."""

    name: str
    value: str
    note: str


@dataclass(frozen=True)
class Card:
    """One plan: its name, its years, its figures, what it is made of."""

    name: str
    years: str
    figures: tuple[Figure, ...]
    shape: str


@dataclass(frozen=True)
class SquareRow:
    """One square for each indicator of a pillar: ``assessed``, ``measured``, ``near`` or ``silent``; told in words besides."""

    name: str
    told: str
    colour: str
    squares: tuple[str, ...]


@dataclass(frozen=True)
class WayRow:
    """The way of a series from its baseline to its target, in the unit of the chart; None: not known. Told in words besides."""

    name: str
    told: str
    colour: str
    start: float | None
    latest: float | None
    goal: float | None


@dataclass(frozen=True)
class LightChart:
    """A chart: the heading over it, its finding, what leads into it, its rows, how to read them, the source line."""

    section: str
    finding: str
    lead: str
    rows: tuple[SquareRow, ...] | tuple[WayRow, ...]
    key: str
    source: str

    @property
    def largest(self) -> float:
        """The end of the axis of ways; never zero."""
        ways = [row for row in self.rows if isinstance(row, WayRow)]
        return max((number for row in ways for number in (row.start, row.latest, row.goal) if number is not None), default=1) or 1


@dataclass(frozen=True)
class Link:
    """A way to go on; the code of its language where that is another."""

    name: str
    address: str
    language_code: str = ""


@dataclass(frozen=True)
class LightPage:
    """All words and numbers of the page in one language."""

    language_code: str
    title: str
    as_of: str
    headline: str
    cards: tuple[Card, ...]
    source: str
    charts: tuple[LightChart, ...]
    stamp: str
    links: tuple[Link, ...] = ()


def light_html(page: LightPage) -> bytes:
    """The page as HTML in UTF-8: no script, no other file, all words escaped."""
    return _template().render(page=page, place=_place, per_line=SQUARES_PER_LINE).encode()


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(painted(_TEMPLATE.read_text(encoding="utf-8")))


def _place(number: float, largest: float) -> str:
    """Where a number stands on the axis, which begins at zero; a negative one stands at zero."""
    return f"{_AXIS_LEFT + _AXIS_LENGTH * max(0.0, number) / largest:.1f}"
