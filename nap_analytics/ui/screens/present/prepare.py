"""Preparing a meeting: every scene is drawn here and in the browser, the kit is written, what is missing is listed."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics.kit.prepare import gaps, prepare
from nap_analytics.ui import components
from nap_analytics.ui.cache import warehouse
from nap_analytics.ui.register import Group, TextCell, address, draw_register
from nap_analytics.ui.screens.present.place import MEETING, SCENE

if TYPE_CHECKING:
    from datetime import date

    from nap_analytics.deck import Deck
    from nap_analytics.kit.prepare import Issue, Preparation
    from nap_analytics.kit.storyboard import StoryFault
    from nap_analytics.wording.language import Language

PREPARE = "prepare"
"""Parameter of the address: the meeting is prepared as soon as the page opens."""

_SCRIPT = f"<script>{(Path(__file__).parent / 'prepare.js').read_text(encoding='utf-8')}</script>"
_PREPARED = "prepared"


def draw_preparation(t: Language, deck: Deck, faults: tuple[StoryFault, ...], *, viewed_on: date, is_requested: bool) -> None:
    """Prepare when the button or the address requests it; show what was prepared for the story and the data shown."""
    if is_requested or st.query_params.pop(PREPARE, ""):
        with st.spinner(t("Every scene is being drawn and the files written …")):
            st.session_state[_PREPARED] = (deck, prepare(deck, faults, warehouse=warehouse(), viewed_on=viewed_on))
    known, prepared = st.session_state.get(_PREPARED, (None, None))
    if known == deck:
        _report(t, deck, prepared)


def _report(t: Language, deck: Deck, prepared: Preparation) -> None:
    components.section(t("Ready for the meeting"))
    count = len(deck.scenes[t.code])
    components.finding(
        t(
            "{drawn} of {all} scenes can be drawn with the data as of {date}; {files} files are written",
            drawn=t.number(prepared.drawn_count),
            all=t.number(count),
            date=t.date(warehouse().data_date),
            files=t.number(len(prepared.files)),
        )
    )
    _browser_check(t, deck, prepared.meeting)
    issues = [*prepared.issues, *gaps(deck, t)]
    rows = [[TextCell(_place(t, issue)), TextCell(t(issue.message, **issue.params))] for issue in issues]
    if rows:
        title = t.n("{count} thing is missing", "{count} things are missing", len(rows))
        draw_register([t("Where"), t("What is missing")], [Group(title, "", rows, is_open=True)], widths=[30, 70])
    if prepared.files:
        sizes = [t("{size} kB", size=t.number(path.stat().st_size / 1000, 0)) for path in prepared.files]
        files = [[TextCell(path.name), TextCell(size, is_whole=True)] for path, size in zip(prepared.files, sizes, strict=True)]
        heading = Group(t("The files to take away"), str(prepared.files[0].parent.resolve()), files)
        draw_register([t("File"), t("Size")], [heading], widths=[70, 30])


def _place(t: Language, issue: Issue) -> str:
    return t("As a whole") if issue.scene is None else t("Scene {scene}", scene=issue.scene)


def _browser_check(t: Language, deck: Deck, meeting: str) -> None:
    """Draws every scene, and every screen behind one, in this browser, out of sight."""
    attributes = {
        "addresses": json.dumps(_addresses(t, deck, meeting), ensure_ascii=False),
        "running": t("This browser opens what the meeting shows: {done} of {all}", done="{done}", all="{all}"),
        "ready": t("This browser has opened all that the meeting shows; it is in its cache."),
        "failed": t("This browser could not open: {names}", names="{names}"),
    }
    data = " ".join(f'data-{name}="{escape(value)}"' for name, value in attributes.items())
    st.html(f'<div class="browser-check" {data}><p class="lead" role="status"></p></div>')
    st.html(_SCRIPT, unsafe_allow_javascript=True)


def _addresses(t: Language, deck: Deck, meeting: str) -> list[dict[str, str]]:
    """Each scene, and each screen behind one, with its name."""
    scenes = deck.scenes[t.code]
    numbers = range(1, len(scenes) + 1)
    found = {address(t, "present", **{MEETING: meeting, SCENE: str(number)}): t("Scene {scene}", scene=number) for number in numbers}
    for number, scene in enumerate(scenes, start=1):
        found.setdefault(address(t, scene.page, **scene.filters), t("the screen behind scene {scene}", scene=number))
    return [{"name": name, "address": place} for place, name in found.items()]
