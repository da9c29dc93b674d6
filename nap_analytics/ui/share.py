"""What one view offers to those who are not here: its link, a sentence for a message, pictures with title and source.

Everything that the browser needs is in the control itself; ``share.js`` and ``picture.js``, drawn once with every page, do the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from nap_analytics.kit.stamp import stamp
from nap_analytics.palette import painted
from nap_analytics.ui.cache import warehouse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nap_analytics.wording.language import Language

_FOLDER = Path(__file__).parent
SCRIPT = painted("\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in ("picture.js", "share.js")))
"""Installs what the controls do; run again, it changes nothing."""

_MOST_CHARACTERS = 190
"""Of a line of sources: what two lines of a page hold."""


@dataclass(frozen=True)
class View:
    """One view, as it appears where its page is not seen.

    Attributes:
        key: Its name, which no other view of the page has.
        title: Its finding.
        sources: The documents and the places in them, the most telling first.
        filename: Name of the files to take away, without extension.
        subject_line: The plan, indicator or day that it speaks of, where the title leaves that to the rest of the page.
        lead_in: What a reader must know before the chart.
        notes: What limits it.
        has_picture: True for a chart.
    """

    key: str
    title: str
    sources: Sequence[str]
    filename: str
    subject_line: str = ""
    lead_in: str = ""
    notes: Sequence[str] = ()
    has_picture: bool = False


def share_control(t: Language, view: View) -> str:
    """The control as HTML of escaped text: a name that unfolds to buttons."""
    attributes = {
        "key": view.key,
        "lang": t.code,
        "file": f"{view.filename}-{t.code}",
        "sentence": _sentence(t, view),
        "by-hand": t("Press Ctrl+C to copy the marked text"),
    }
    if view.has_picture:
        attributes |= {
            "about": view.subject_line,
            "title": view.title,
            "lead-in": view.lead_in,
            "notes": "\n".join(view.notes),
            "source": t("Source: {source}", source=t("; ").join(view.sources)) if view.sources else "",
            "stamp": stamp(warehouse(), t),
            "failed": t("The picture could not be made in this browser"),
        }
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in attributes.items())
    name = escape(t("Share this: {finding}", finding=view.title))
    return (
        f'<details class="share"{data}><summary aria-label="{name}">{escape(t("Share this"))}</summary>'
        f'<div role="group" aria-label="{escape(t("Ways to share it"))}">{_buttons(t, view)}<p role="status"></p>'
        f'<textarea rows="4" readonly hidden aria-label="{escape(t("Text to copy"))}"></textarea></div></details>'
    )


def subject_line(*parts: str) -> str:
    """What a view speaks of: its plan, its series, its prices, its day; parts that say nothing are left out."""
    return " · ".join(part for part in parts if part)


def sources_text(t: Language, sources: Sequence[str], *, most_characters: int = _MOST_CHARACTERS) -> str:
    """The sources where room is short: as many as the characters hold, and how many more the table has. A picture has them all."""
    kept = 1
    while kept < len(sources) and len("; ".join(sources[: kept + 1])) <= most_characters:
        kept += 1
    listed = t("; ").join(sources[:kept])
    return listed if kept >= len(sources) else t("{sources} (and {count} more, in the table)", sources=listed, count=len(sources) - kept)


def _sentence(t: Language, view: View) -> str:
    """The finding in one sentence with its source and the date of the data; a link follows it."""
    subject = view.subject_line.rstrip(".")
    finding = view.title.rstrip(".")
    return t(
        "{finding} (source: {source}; data as of {date})",
        finding=t("{series}: {finding}", series=subject, finding=finding) if subject else finding,
        source=sources_text(t, view.sources),
        date=t.date(warehouse().data_date),
    )


def _buttons(t: Language, view: View) -> str:
    buttons = [
        ("link", t("Copy the link"), t("Link copied")),
        ("sentence", t("Copy a sentence for a message"), t("Sentence copied")),
    ]
    if view.has_picture:
        buttons += [
            ("png", t("Picture (PNG)"), t("Picture saved")),
            ("svg", t("Drawing (SVG)"), t("Drawing saved")),
        ]
    return "".join(
        f'<button type="button" data-share="{code}" data-done="{escape(done)}">{escape(name)}</button>' for code, name, done in buttons
    )
