"""Registers: long lists to read, in folding groups, whose text wraps and whose rows become cards on a telephone.

They are plain HTML of escaped text, so they print, can be searched by the browser and read aloud.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from nap_analytics.wording.language import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nap_analytics.wording.language import Language


@dataclass(frozen=True)
class TextCell:
    """One cell: a text, with a title over it, a symbol before it, a quieter note under it, a link on it.

    Attributes:
        text: What the cell says.
        note: What limits it.
        href: Address that the text links to.
        mark: A symbol before the text.
        colour: Colour of the symbol.
        is_quiet: True for what is missing.
        is_whole: True for a number or a code, which never breaks over two lines.
        title: The title of the text, over it.
    """

    text: str
    note: str = ""
    href: str = ""
    mark: str = ""
    colour: str = ""
    is_quiet: bool = False
    is_whole: bool = False
    title: str = ""


@dataclass(frozen=True)
class Between:
    """A row that spans the register: the result that the next rows belong to."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Group:
    """Rows under one heading that folds."""

    title: str
    note: str
    rows: Sequence[Sequence[TextCell] | Between]
    is_open: bool = False


def address(t: Language, page: str, **query: str) -> str:
    """The address of another page with its filters, the language kept."""
    kept = {} if t.code == DEFAULT_LANGUAGE else {"lang": t.code}
    return f"{page}?{urlencode({**query, **kept})}"


def web_address(url: object) -> str:
    """An address of the web as it is; none for anything else."""
    return str(url) if isinstance(url, str) and url.startswith(("https://", "http://")) else ""


def draw_register(headings: Sequence[str], groups: Iterable[Group], *, widths: Sequence[int] = ()) -> None:
    """Draw the groups, each a table under the headings, whose columns have these widths in percent, or as their texts need."""
    st.html(register_html(headings, groups, widths=widths))


def register_html(headings: Sequence[str], groups: Iterable[Group], *, widths: Sequence[int] = ()) -> str:
    """The groups as HTML of escaped text, for those who remember it."""
    columns = "".join(f'<col style="width:{width}%">' for width in widths)
    return f'<div class="register">{"".join(_group(headings, group, columns=columns) for group in groups)}</div>'


def fold(title: str, paragraphs: Sequence[str]) -> None:
    """A text that unfolds under its title."""
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    st.html(f'<details class="fold"><summary>{escape(title)}</summary>{body}</details>')


def facts(rows: Iterable[tuple[str, TextCell]]) -> None:
    """Names and their values, in two columns."""
    body = "".join(f"<div><dt>{escape(name)}</dt><dd>{_inside(cell)}</dd></div>" for name, cell in rows)
    st.html(f'<dl class="facts">{body}</dl>')


def steps(lines: Sequence[tuple[str, str, str]]) -> None:
    """A calculation: what is computed, the sum with its numbers, the outcome."""
    body = "".join(
        f"<div><dt>{escape(name)}</dt><dd><span>{escape(working)}</span><b>{escape(outcome)}</b></dd></div>"
        for name, working, outcome in lines
    )
    st.html(f'<dl class="steps">{body}</dl>')


def _group(headings: Sequence[str], group: Group, *, columns: str) -> str:
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    body = "".join(_row(row, headings) for row in group.rows)
    look = "fixed" if columns else "loose"
    return (
        f"<details{' open' if group.is_open else ''}>"
        f'<summary><b>{escape(group.title)}</b> <span class="note">{escape(group.note)}</span></summary>'
        f'<table class="{look}"><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></details>'
    )


def _row(row: Sequence[TextCell] | Between, headings: Sequence[str]) -> str:
    if isinstance(row, Between):
        note = f'<span class="note">{escape(row.note)}</span>' if row.note else ""
        return f'<tr class="between"><th colspan="{len(headings)}" scope="rowgroup">{escape(row.text)}{note}</th></tr>'
    cells = zip(row, headings, strict=True)
    return f"<tr>{''.join(_cell(cell, heading) for cell, heading in cells)}</tr>"


def _cell(cell: TextCell, heading: str) -> str:
    looks = " ".join(["quiet"] * cell.is_quiet + ["whole"] * cell.is_whole)
    look = f' class="{looks}"' if looks else ""
    return f'<td{look} data-heading="{escape(heading)}">{_inside(cell)}</td>'


def _inside(cell: TextCell) -> str:
    mark = f'<i class="mark" style="color:{escape(cell.colour)}" aria-hidden="true">{escape(cell.mark)}</i> ' if cell.mark else ""
    text = f'<a href="{escape(cell.href)}">{escape(cell.text)}</a>' if cell.href else escape(cell.text)
    note = f'<span class="note">{escape(cell.note)}</span>' if cell.note else ""
    title = f'<b class="title">{escape(cell.title)}</b>' if cell.title else ""
    return f"{title}{mark}{text}{note}"
