"""A scene in two languages at once, for a room that holds both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nap_analytics.deck import Mark, Scene


def in_both(scene: Scene, other: Scene) -> Scene:
    """The scene with the names of the other language beside its own; numbers, notes and sources are written once."""
    marks = tuple(_both(own, its) for own, its in zip(scene.picture.marks, other.picture.marks, strict=True))
    unit = _joined(scene.picture.unit, other.picture.unit)
    return replace(scene, picture=replace(scene.picture, marks=marks, unit=unit))


def _both(own: Mark, other: Mark) -> Mark:
    written = own.written if own.value is not None else _joined(own.written, other.written)
    return replace(own, name=_joined(own.name, other.name), written=written)


def _joined(own: str, other: str) -> str:
    return own if own == other or not other else f"{own} / {other}"
