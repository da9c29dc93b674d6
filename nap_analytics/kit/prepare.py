"""Before a meeting: does every scene draw with today's data, what is missing, and the take-away kit in a folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from nap_analytics.charts.scene import LOOKS, scene_figure
from nap_analytics.errors import N_, NapError
from nap_analytics.kit.files import KIT, kit_file_name
from nap_analytics.kit.light import LIGHT_FILE_NAME, light_page
from nap_analytics.kit.meeting import freeze
from nap_analytics.kit.write import make_folder, write_whole
from nap_analytics.warehouse import workspace_folder
from nap_analytics.wording.language import language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from nap_analytics.deck import Deck
    from nap_analytics.kit.storyboard import StoryFault
    from nap_analytics.warehouse import Warehouse
    from nap_analytics.wording.language import Language

_CHART_PIXELS = 480


@dataclass(frozen=True)
class Issue:
    """Something that is missing: the scene (from 1; None: the whole), what, and what its words name."""

    scene: int | None
    message: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Preparation:
    """What was prepared for a meeting.

    Attributes:
        meeting: Its name; its data is frozen under it.
        drawn_count: Scenes that draw, in every language and look.
        files: The take-away kit.
        issues: What is wrong with the storyboard, does not draw, or could not be written.
    """

    meeting: str
    drawn_count: int
    files: tuple[Path, ...]
    issues: tuple[Issue, ...]


def prepare(
    deck: Deck, faults: tuple[StoryFault, ...], *, warehouse: Warehouse, viewed_on: date, folder: Path | None = None
) -> Preparation:
    """Draw every scene, freeze the data, write the kit.

    Args:
        deck: The story with the data of the day.
        faults: What is wrong with its storyboard.
        warehouse: The warehouse, for the light page.
        viewed_on: The day as of which the data is seen.
        folder: Where to write the kit; None: a folder of the meeting in the workspace.

    Raises:
        NapError: the deck has no scene, or there can be no such folder.
    """
    if not _scene_count(deck):
        raise NapError(N_("No scene of this story can be shown."))
    meeting = freeze(deck)
    undrawn = tuple(_undrawn(deck))
    issues = [*(Issue(fault.scene, fault.message, fault.params) for fault in faults), *undrawn]
    place = folder or workspace_folder() / "kits" / meeting
    make_folder(place)
    files = []
    for name, make in _kit(deck, warehouse=warehouse, viewed_on=viewed_on).items():
        try:
            files.append(write_whole(place / name, make()))
        except NapError as error:
            issues.append(Issue(None, error.message, dict(error.params)))
        except Exception as error:  # A scene that one format cannot hold spoils that file alone.
            issues.append(Issue(None, N_("{name} could not be written ({reason})"), {"name": name, "reason": _reason(error)}))
    if not deck.address:
        issues.append(Issue(None, N_("telephones cannot reach this dashboard, so the last scene shows no code of the light page")))
    return Preparation(meeting, _scene_count(deck) - len(undrawn), tuple(files), tuple(issues))


def gaps(deck: Deck, t: Language) -> list[Issue]:
    """Marks of the scenes that have no value, in the language: what the sources do not say."""
    return [
        Issue(number, N_("{name}: {value}"), {"name": mark.name, "value": mark.written})
        for number, scene in enumerate(deck.scenes[t.code], start=1)
        for mark in scene.picture.marks
        if mark.value is None
    ]


def issue_line(issue: Issue, t: Language) -> str:
    """What is missing, in a line: "Scene 5: NAP 2019-2023: no published figure"."""
    what = t(issue.message, **issue.params)
    return what if issue.scene is None else t("Scene {scene}: {what}", scene=issue.scene, what=what)


def _scene_count(deck: Deck) -> int:
    return min(map(len, deck.scenes.values()))


def _undrawn(deck: Deck) -> Iterator[Issue]:
    """Scenes whose chart fails in some language or look, each once."""
    for at in range(_scene_count(deck)):
        try:
            for code, scenes in deck.scenes.items():
                for look in LOOKS:
                    scene_figure(scenes[at].picture, look=look, height=_CHART_PIXELS, t=language(code)).to_json()
        except Exception as error:
            yield Issue(at + 1, N_("the chart cannot be drawn ({reason})"), {"reason": _reason(error)})


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _kit(deck: Deck, *, warehouse: Warehouse, viewed_on: date) -> dict[str, Callable[[], bytes]]:
    """Name of each file of the kit -> what makes it; a file that holds all languages stands once."""
    files: dict[str, Callable[[], bytes]] = {}
    for t in map(language, deck.scenes):
        for ending, make in KIT.items():
            files.setdefault(kit_file_name(ending, deck, t), partial(make, deck, t))
        files[t(LIGHT_FILE_NAME, lang=t.code)] = partial(light_page, warehouse, t, viewed_on=viewed_on)
    return files
