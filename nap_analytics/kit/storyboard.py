"""Storyboards: YAML files that say which scenes a story has. A faulty scene is named; the others are made all the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from nap_analytics.deck import Deck, Scene
from nap_analytics.errors import N_, NapError
from nap_analytics.kit.scenes import SceneRequest, make_scene
from nap_analytics.kit.stamp import stamp
from nap_analytics.warehouse import data_folder
from nap_analytics.wording.language import language, language_codes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from nap_analytics.warehouse import Warehouse


@dataclass(frozen=True)
class StoryFault:
    """Something wrong in a storyboard: the file, the scene (from 1; None: the file), what, and what its words name."""

    file: str
    scene: int | None
    message: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """One scene as the storyboard writes it: its number, its chart, its settings, its notes by code of language."""

    number: int
    chart: str
    settings: Mapping[str, Any]
    notes: Mapping[str, str]


@dataclass(frozen=True)
class Story:
    """A storyboard that was read: its name, its titles by code of language, its sound scenes, its faults."""

    name: str
    titles: dict[str, str]
    entries: tuple[Entry, ...]
    faults: tuple[StoryFault, ...]


def story_names() -> list[str]:
    """Names of the storyboards of the data folder, in alphabetical order."""
    return sorted(path.stem for path in _folder().glob("*.yaml"))


def read_story(name: str) -> Story:
    """Read a storyboard; every fault is listed, sound scenes are kept.

    Raises:
        NapError: there is no such storyboard.
    """
    if name not in story_names():
        raise NapError(N_("There is no story “{name}”, only {known}."), name=name, known=", ".join(story_names()))
    path = _folder() / f"{name}.yaml"
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        fault = StoryFault(path.name, None, N_("YAML that can be read ({reason})"), {"reason": _place(error)})
        return Story(name, _titles({}, name), (), (fault,))
    if not isinstance(content, dict) or not isinstance(content.get("scenes"), list):
        return Story(name, _titles({}, name), (), (StoryFault(path.name, None, N_("a title, and scenes as a list")),))
    titles = content.get("title")
    faults = [StoryFault(path.name, None, N_("a title in “{code}”"), {"code": code}) for code in _missing_languages(titles)]
    entries = []
    for number, written in enumerate(content["scenes"], start=1):
        found = _scene_faults(written, number=number, file=path.name)
        faults += found
        if not found:
            entries.append(Entry(number, str(written["chart"]), written.get("with") or {}, written["notes"]))
    return Story(name, _titles(titles if isinstance(titles, dict) else {}, name), tuple(entries), tuple(faults))


def _scene_faults(written: object, *, number: int, file: str) -> list[StoryFault]:
    if not isinstance(written, dict) or not written.get("chart"):
        return [StoryFault(file, number, N_("a scene with “chart”, “notes” and, where the chart asks for it, “with”"))]
    faults = [StoryFault(file, number, N_("notes in “{code}”"), {"code": code}) for code in _missing_languages(written.get("notes"))]
    if not isinstance(written.get("with") or {}, dict):
        faults.append(StoryFault(file, number, N_("settings by name under “with”")))
    return faults


def _missing_languages(texts: object) -> list[str]:
    """Codes of the languages in which a text is missing."""
    known = texts if isinstance(texts, dict) else {}
    return [code for code in language_codes() if not isinstance(known.get(code), str) or not known[code].strip()]


def _titles(known: Mapping[str, Any], name: str) -> dict[str, str]:
    return {code: str(known.get(code) or name) for code in language_codes()}


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "UTF-8"
    return f"{mark.line + 1}:{mark.column + 1} {problem}" if mark else str(problem)


def story_deck(story: Story, *, warehouse: Warehouse, viewed_on: date, address: str = "") -> tuple[Deck, tuple[StoryFault, ...]]:
    """The story with the data of a day, in all languages, and its faults, those of the scenes without data among them.

    Args:
        story: The storyboard.
        warehouse: The warehouse to ask.
        viewed_on: The day as of which the data is seen.
        address: Where telephones find the light page, for the code on the last scene.
    """
    faults, warehouse = list(story.faults), warehouse.remembering()
    scenes: dict[str, list[Scene]] = {code: [] for code in language_codes()}
    for entry in story.entries:
        try:
            by_language = {code: _scene(entry, code=code, warehouse=warehouse, viewed_on=viewed_on) for code in language_codes()}
        except NapError as error:
            faults.append(StoryFault(f"{story.name}.yaml", entry.number, error.message, dict(error.params)))
            continue
        for code, scene in by_language.items():
            scenes[code].append(scene)
    deck = Deck(
        story=story.name,
        titles=story.titles,
        scenes={code: tuple(own) for code, own in scenes.items()},
        data_date=warehouse.data_date.isoformat(),
        viewed_on=viewed_on.isoformat(),
        version=warehouse.version,
        stamps={code: stamp(warehouse, language(code)) for code in language_codes()},
        address=address,
    )
    return deck, tuple(faults)


def _scene(entry: Entry, *, code: str, warehouse: Warehouse, viewed_on: date) -> Scene:
    request = SceneRequest(warehouse, language(code), viewed_on, entry.settings)
    return make_scene(request, chart=entry.chart, code=f"{entry.number}-{entry.chart}", notes=entry.notes[code].strip())


def _folder() -> Path:
    return data_folder() / "stories"
