"""A meeting: the deck as it was when it began, kept in a file of the workspace, so that neither new data nor a restart changes it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from nap_analytics.deck import Deck
from nap_analytics.errors import N_, NapError
from nap_analytics.kit.write import make_folder, write_whole
from nap_analytics.warehouse import workspace_folder

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile(r"[\w -]{1,120}")
"""Letters of any language, and nothing that leads out of the folder: no point, no slash."""


def freeze(deck: Deck) -> str:
    """Keep the deck as it is; the name of the meeting. The same story, data and day are the same meeting.

    Raises:
        NapError: the workspace cannot be written.
    """
    name = f"{deck.story}-{deck.viewed_on}-{deck.version[:12]}"
    path = _path(name)
    make_folder(path.parent)
    write_whole(path, json.dumps(deck.as_json(), ensure_ascii=False).encode())
    return name


def open_meeting(name: str) -> Deck:
    """The deck of a meeting.

    Raises:
        NapError: there is no such meeting, or its file cannot be read.
    """
    path = _path(name)
    try:
        return Deck.from_json(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise NapError(N_("There is no meeting “{name}” on this machine. Start it again from its story."), name=name) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NapError(N_("The meeting “{name}” cannot be read. Start it again from its story."), name=name) from error


def _path(name: str) -> Path:
    """The file of a meeting.

    Raises:
        NapError: the name is no name of a meeting.
    """
    if not _NAME.fullmatch(name):
        raise NapError(N_("There is no meeting “{name}” on this machine. Start it again from its story."), name=name)
    return workspace_folder() / "meetings" / f"{name}.json"
