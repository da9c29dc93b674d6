"""The lobby: the stories, what each shows, what is wrong with it, and the button that begins the meeting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics.kit.files import KIT
from nap_analytics.kit.storyboard import read_story, story_deck, story_names
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view, warehouse
from nap_analytics.ui.filters import choose_one
from nap_analytics.ui.light import light_address
from nap_analytics.ui.register import Group, TextCell, draw_register
from nap_analytics.ui.screens.present.place import enter
from nap_analytics.ui.screens.present.prepare import draw_preparation

if TYPE_CHECKING:
    from datetime import date

    from nap_analytics.deck import Deck
    from nap_analytics.kit.storyboard import StoryFault
    from nap_analytics.wording.language import Language


def draw_lobby(t: Language, *, viewed_on: date) -> None:
    """Choose a story, see its scenes and its faults, begin."""
    names = story_names()
    if not names:
        components.empty_note(t("There is no story yet. A file in the folder stories of the data makes one."))
        return
    titles = {name: read_story(name).titles[t.code] for name in names}
    story = choose_one(t, t("Story"), name="story", options=titles, look="list")
    address = light_address()
    deck, faults = cached_view(story_deck, read_story(story), warehouse=warehouse(), viewed_on=viewed_on, address=address)
    components.headline(titles[story])
    _faults(t, faults)
    scenes = deck.scenes[t.code]
    if not scenes:
        components.empty_note(t("No scene of this story can be shown."))
        return
    components.lead(
        t(
            "The data is frozen when the meeting begins. Keys: arrows, space and page keys move, Home and End jump, Esc leaves; "
            "pointing at the foot of a scene shows the controls. Preparing draws every scene, fills the browser’s cache and writes "
            "the files to take away; it takes less than a minute."
        )
    )
    with st.container(horizontal=True):
        st.button(t("Begin the meeting"), key="begin", type="primary", on_click=enter, args=(deck,))
        is_requested = st.button(t("Prepare the meeting"), key="prepare")
    draw_preparation(t, deck, faults, viewed_on=viewed_on, is_requested=is_requested)
    _kit(t, deck)
    components.section(t("Scenes"))
    rows = [
        [TextCell(str(number)), TextCell(scene.title), TextCell(scene.notes, is_quiet=True)] for number, scene in enumerate(scenes, start=1)
    ]
    title = t.n("{count} scene", "{count} scenes", len(rows))
    draw_register(["", t("Finding"), t("Presenter’s notes")], [Group(title, "", rows, is_open=True)], widths=[6, 54, 40])


def _kit(t: Language, deck: Deck) -> None:
    """The same scenes to take away, made when a button is pressed."""
    names = {
        "pptx": t("PowerPoint slides"),
        "xlsx": t("Excel workbook"),
        "html": t("One HTML file for a USB stick"),
        "pdf": t("PDF to print"),
    }
    with st.container(horizontal=True):
        for ending, name in names.items():
            file_name = f"{deck.story}-{t.code}.{ending}"
            components.file_button(name, partial(KIT[ending], deck, t), file_name=file_name, key=f"kit-{ending}")


def _faults(t: Language, faults: tuple[StoryFault, ...]) -> None:
    """What is wrong with the story; the other scenes are shown all the same."""
    if not faults:
        return
    rows = []
    for fault in faults:
        where = fault.file if fault.scene is None else t("{file}, scene {scene}", file=fault.file, scene=fault.scene)
        rows.append([TextCell(where), TextCell(t(fault.message, **fault.params))])
    title = t.n("{count} error in the story", "{count} errors in the story", len(rows))
    group = Group(title, t("the other scenes are shown"), rows, is_open=True)
    draw_register([t("Where"), t("What is wrong, or was expected")], [group], widths=[30, 70])
