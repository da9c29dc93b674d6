"""Tables and what the data cannot know: rows under heads, places to write with guiding questions, tables to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.documents.report.parts import Cell, Prompt, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nap_analytics.wording.language import Language


def prompt(t: Language, code: str, title: str, *questions: str, is_headed: bool = False) -> Prompt:
    """A place to write; title and questions are English messages. A headed one shows its title."""
    return Prompt(code, t(title), tuple(t(question) for question in questions), is_headed=is_headed)


def form(
    t: Language, code: str, *, caption: str, heads: Sequence[str], widths: Sequence[float], names: Sequence[str] = (), count: int = 0
) -> Table:
    """A table to fill in: the first cell of each row is a name, or to be filled in like the others.

    Args:
        t: The language of the report.
        code: The name of the table.
        caption: What it lists, an English message.
        heads: Heading of each column, English messages: they are the prompts too.
        widths: The width of each column.
        names: The first cell of each row, in the language.
        count: How many rows follow that have no name.
    """
    headings = tuple(t(head) for head in heads)
    rows = [Row((Cell(name), *(Cell(prompt=head) for head in headings[1:]))) for name in names]
    rows += [Row(tuple(Cell(prompt=head) for head in headings)) for _ in range(count)]
    return Table(code, t(caption), headings, tuple(widths), tuple(rows))


def grouped(groups: Iterable[tuple[Cell, Iterable[Row]]]) -> tuple[Row, ...]:
    """The rows of each group under the cell that heads them."""
    return tuple(row for head, rows in groups for row in (Row((head,), is_group=True), *rows))


def quarters(t: Language) -> list[str]:
    """The four quarters of a year."""
    return [t("Quarter {number}", number=number) for number in range(1, 5)]
