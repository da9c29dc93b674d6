"""The scene that a presentation is at: all of it is in the address, so that a reload or a lost connection costs nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics.kit.meeting import freeze, open_meeting

if TYPE_CHECKING:
    from nap_analytics.deck import Deck

MEETING, SCENE, VIEW, BOTH, LOOK, SIZE = "meeting", "scene", "view", "both", "look", "size"
"""Parameters of the address."""


@dataclass(frozen=True)
class Place:
    """A meeting, its deck, and the scene shown, from 1."""

    meeting: str
    deck: Deck
    scene: int

    @property
    def count(self) -> int:
        """How many scenes the story has."""
        return len(next(iter(self.deck.scenes.values())))


def place_in_address() -> Place | None:
    """The place that the address names; None: no meeting.

    Raises:
        NapError: the meeting does not exist.
    """
    meeting = st.query_params.get(MEETING)
    if not meeting:
        return None
    deck = _deck(meeting)
    count = len(next(iter(deck.scenes.values())))
    requested = st.query_params.get(SCENE, "1")
    return Place(meeting, deck, min(max(int(requested) if requested.isdigit() else 1, 1), max(count, 1)))


@st.cache_resource(show_spinner=False, max_entries=16)
def _deck(meeting: str) -> Deck:
    """The deck of a meeting, read once: it changes only when the meeting begins anew."""
    return open_meeting(meeting)


def enter(deck: Deck) -> None:
    """Freeze the deck and bring its first scene into the address."""
    meeting = freeze(deck)
    _deck.clear(meeting)
    st.query_params[MEETING] = meeting
    go_to(1)


def go_to(scene: int) -> None:
    """Bring a scene into the address."""
    st.query_params[SCENE] = str(scene)


def leave() -> None:
    """Take the meeting out of the address: back to the lobby."""
    for name in (MEETING, SCENE, VIEW):
        st.query_params.pop(name, None)


@st.cache_resource(show_spinner=False)
def scenes_shown() -> dict[str, int]:
    """Meeting -> the scene that its stage showed last, for the presenter's view on another screen."""
    return {}
