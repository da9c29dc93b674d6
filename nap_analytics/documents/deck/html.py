"""A deck as one interactive HTML file that needs no network: the scenes, their tables, the notes, in all its languages.

The file is deck.html with the deck as JSON in it; a small script there draws it. Its address tells what is shown, so that a
reload keeps the place: ``#fr/<code of the scene>/table/dark``.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nap_analytics.documents.shared.qr import qr_data_uri
from nap_analytics.errors import N_, NapError
from nap_analytics.palette import painted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nap_analytics.deck import Deck, Mark, Picture, Scene
    from nap_analytics.wording.language import Language

BOTH = "+"
"""What stands between two languages shown side by side: "fr+en"."""

_TEMPLATE = Path(__file__).parent / "deck.html"
_PLACE = re.compile("@(language|title|unscripted|deck)@")
_NO_BREAK_SPACE = "\u00a0"


def deck_html(deck: Deck, *, languages: Mapping[str, Language]) -> bytes:
    """The deck as a file in UTF-8 that opens by a double click; the same deck gives the same bytes.

    Args:
        deck: The story.
        languages: By code, in the order offered; the file opens in the first. Those that the deck does not speak are left out.

    Returns:
        Each scene in each language; where there are two or more, the first two side by side as well.

    Raises:
        NapError: the deck has no scene in any of the languages.
    """
    spoken = {code: t for code, t in languages.items() if deck.scenes.get(code)}
    if not spoken:
        raise NapError(N_("The presentation has no scene."))
    codes = list(spoken)
    modes = [[code] for code in codes] + ([codes[:2]] if len(codes) > 1 else [])
    told = {code: _told(deck, t) for code, t in spoken.items()}
    parts = {
        "language": html.escape(codes[0]),
        "title": html.escape(deck.titles[codes[0]]),
        "unscripted": " ".join(html.escape(t("This presentation needs JavaScript, which is switched off here.")) for t in spoken.values()),
        "deck": _inert({"modes": modes, "languages": told}),
    }
    template = painted(_TEMPLATE.read_text(encoding="utf-8"))
    return _PLACE.sub(lambda place: parts[place[1]], template).encode()


def _inert(values: dict[str, Any]) -> str:
    """JSON that no HTML parser takes for the end of its script or for a comment."""
    text = json.dumps(values, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.replace("<", r"\u003c").replace(">", r"\u003e").replace("\u2028", r"\u2028").replace("\u2029", r"\u2029")


def _told(deck: Deck, t: Language) -> dict[str, Any]:
    """All that the file says in one language."""
    return {
        "name": t.name,
        "title": deck.titles[t.code],
        "stamp": deck.stamps[t.code],
        "address": deck.address_in(t.code),
        "qr": qr_data_uri(deck.address_in(t.code)) if deck.address else "",
        "words": _words(t),
        "scenes": [_scene(scene, t) for scene in deck.scenes[t.code]],
    }


def _words(t: Language) -> dict[str, str]:
    """The words of the file itself; ``{number}`` and ``{count}`` are filled in by its script."""
    return {
        "scenes": t("Scenes"),
        "previous": t("Previous scene"),
        "next": t("Next scene"),
        "place": t("Scene {number} of {count}"),
        "both": t("Both"),
        "languages": t("Languages"),
        "table": t("Table"),
        "notes": t("Notes"),
        "spoken": t("Presenter’s notes"),
        "dark": t("Dark"),
        "name": t("Name"),
        "value": t("Value"),
        "note": t("Note"),
        "scan": t("The plans in brief, on your telephone:"),
        "keys": t(
            "Keys: → and ← change the scene, Home and End go to the first and the last, "
            "Esc lists the scenes, N shows the notes, T the table."
        ),
    }


def _scene(scene: Scene, t: Language) -> dict[str, Any]:
    signs = _note_signs(scene.picture)
    return {
        "code": scene.code,
        "title": scene.title,
        "source": t("Source: {source}", source=scene.source) if scene.source else "",
        "footnotes": [f"{sign} {note}" for note, sign in signs.items()],
        "notes": scene.notes,
        "picture": _picture(scene.picture, t, signs=signs),
    }


def _note_signs(picture: Picture) -> dict[str, str]:
    """A letter for each note of the marks; equal notes share theirs."""
    notes = dict.fromkeys(mark.note for mark in picture.marks if mark.note)
    return {note: f"({chr(ord('a') + place)})" for place, note in enumerate(notes)}


def _picture(picture: Picture, t: Language, *, signs: Mapping[str, str]) -> dict[str, Any]:
    """The chart with its numbers written; what all its marks share stands once, in the legend."""
    goals, starts = {mark.goal for mark in picture.marks}, {mark.start for mark in picture.marks}
    goal_name, start_name = picture.goal_name or t("Target"), picture.start_name or t("Baseline")
    return {
        "kind": picture.kind,
        "unit": picture.unit,
        "end": max([picture.largest, *_numbers(picture.marks)]),
        "goal": _legend(goal_name, goals, t),
        "start": _legend(start_name, starts, t),
        "goalName": goal_name,
        "startName": start_name,
        "pair": t("{name}: {value}"),
        "marks": [_mark(mark, t, sign=signs.get(mark.note, ""), goal_name=goal_name if len(goals) > 1 else "") for mark in picture.marks],
    }


def _numbers(marks: tuple[Mark, ...]) -> list[float]:
    return [number for mark in marks for number in (mark.value, mark.goal, mark.start) if number is not None]


def _legend(name: str, numbers: set[float | None], t: Language) -> str:
    """The name of goals or starts, with their number where it is one for all marks; empty where there are none."""
    known = [each for each in numbers if each is not None]
    if not known:
        return ""
    return t("{name}: {value}", name=name, value=t.number(known[0])) if len(numbers) == 1 else name


def _mark(mark: Mark, t: Language, *, sign: str, goal_name: str) -> dict[str, Any]:
    """A mark; ``goalLabel`` is what stands beside it, where the goals differ."""
    goal = "" if mark.goal is None else t.number(mark.goal)
    start = "" if mark.start is None else t.number(mark.start)
    values = {
        "name": mark.name,
        "value": mark.value,
        "written": mark.written,
        "label": f"{mark.written}{_NO_BREAK_SPACE}{sign}" if sign else mark.written,
        "colour": mark.colour,
        "hatched": mark.is_hatched or None,
        "goal": mark.goal,
        "goalWritten": goal,
        "goalLabel": t("{name}: {value}", name=goal_name, value=goal) if goal and goal_name else "",
        "start": mark.start,
        "startWritten": start,
        "note": mark.note,
    }
    return {name: value for name, value in values.items() if value not in (None, "")}
