"""What a report is made of, in one language: plain values that know neither the data nor the file format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nap_analytics.deck import Picture


@dataclass(frozen=True)
class Paragraph:
    """A text to read.

    Attributes:
        words: The text.
        sources: Numbers of entries of the list of sources, written behind it.
    """

    words: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True)
class Finding:
    """A computed sentence, set off from the text."""

    words: str


@dataclass(frozen=True)
class Note:
    """A small quiet text under a table or chart: its source, what limits it."""

    words: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True)
class Bullets:
    """Texts in a list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Figures:
    """Figures that stand alone, side by side: the figure, what it is, what limits it."""

    figures: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class ReportChart:
    """A native chart.

    Attributes:
        finding: What it shows, its caption.
        picture: Its marks.
        sources: Numbers of entries of the list of sources.
        origin: Where the numbers come from, where that is no entry of the list.
    """

    finding: str
    picture: Picture
    sources: tuple[int, ...] = ()
    origin: str = ""


@dataclass(frozen=True)
class Prompt:
    """A place for the author to write: nothing is written in it, only what to write.

    Attributes:
        code: Its name, the same in all languages and in every report.
        title: What it is for, shown on its handle.
        questions: What to write, shown until somebody writes.
        is_headed: The title stands above it, for readers of what was written.
    """

    code: str
    title: str
    questions: tuple[str, ...]
    is_headed: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell of a table.

    Attributes:
        words: What it says.
        note: Small, on a line of its own under it.
        mark: A sign before the words.
        colour: Its colour and that of the words, as #RRGGBB; empty: that of the text.
        sources: Numbers of entries of the list of sources, written behind the words.
        link: A web address that the words lead to.
        is_quiet: Said softly: what is not known.
        is_strong: In bold.
        prompt: What to write here; the cell is a place for the author to write, and says nothing else.
    """

    words: str = ""
    note: str = ""
    mark: str = ""
    colour: str = ""
    sources: tuple[int, ...] = ()
    link: str = ""
    is_quiet: bool = False
    is_strong: bool = False
    prompt: str = ""


@dataclass(frozen=True)
class Row:
    """One row of a table.

    Attributes:
        cells: As many as there are heads; of a group, one.
        is_group: The one cell heads the rows that follow.
        is_total: The row sums up the others.
    """

    cells: tuple[Cell, ...]
    is_group: bool = False
    is_total: bool = False


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        code: Its name, the same in all languages and in every report.
        caption: What it lists.
        heads: The heading of each column.
        widths: The width of each column, as a part of the sum.
        rows: Its rows.
        numbers: Places of the columns that hold figures, set to the right.
    """

    code: str
    caption: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True)
class SourceEntry:
    """One entry of the list of sources: its number, its text, its address; what refers to the number leads here."""

    number: int
    words: str
    link: str = ""


Block = Paragraph | Finding | Note | Bullets | Figures | ReportChart | Prompt | Table | SourceEntry


@dataclass(frozen=True)
class Section:
    """A part of a chapter under a heading of its own."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Chapter:
    """A chapter: what stands before its first section, and its sections."""

    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Cover:
    """The first page.

    Attributes:
        title: What the document is.
        subtitle: What it is about.
        facts: Name and value of each thing to know before reading; a prompt is left to write.
        note: What state the document is in.
    """

    title: str
    subtitle: str
    facts: tuple[tuple[str, str | Prompt], ...]
    note: str


@dataclass(frozen=True)
class Report:
    """A whole report in one language.

    Attributes:
        short_title: At the head of each page.
        stamp: At the foot of each page: who made it, the date and the version of the data.
        made_on: The day that the file bears as its making, ISO.
        cover: The first page.
        guide: How to read it, before the table of contents, which does not list it.
        chapters: In order; they are numbered by it.
    """

    short_title: str
    stamp: str
    made_on: str
    cover: Cover
    guide: Chapter
    chapters: tuple[Chapter, ...]
