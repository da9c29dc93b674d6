"""The presenter's view on a second screen: the notes of the scene shown, what comes next, and a timer; it follows the stage."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics.ui.screens.present.place import scenes_shown

if TYPE_CHECKING:
    from nap_analytics.ui.screens.present.place import Place
    from nap_analytics.wording.language import Language

_TIMER = """<p class="timer" role="timer">0:00</p><script>
(() => {
  const key = "nap-began-" + new URLSearchParams(location.search).get("meeting");
  const began = Number(sessionStorage.getItem(key)) || Date.now();
  sessionStorage.setItem(key, began);
  const shown = document.querySelector(".timer");
  clearInterval(window.napTimer);
  window.napTimer = setInterval(() => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    if (shown) shown.textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
  }, 500);
})();
</script>"""


def draw_notes(t: Language, place: Place) -> None:
    """Timer, notes and the next scene; looks every second which scene the stage shows."""
    st.html(_TIMER, unsafe_allow_javascript=True)
    _follow(t, place)


@st.fragment(run_every=1)
def _follow(t: Language, place: Place) -> None:
    scenes = place.deck.scenes[t.code]
    here = min(scenes_shown().get(place.meeting, place.scene), len(scenes))
    scene = scenes[here - 1]
    coming = scenes[here].title if here < len(scenes) else t("the end")
    parts = [
        f'<p class="data-date">{escape(t("Scene {scene} of {count}", scene=here, count=len(scenes)))}</p>',
        f'<h2 class="section">{escape(scene.title)}</h2>',
        f'<p class="headline">{escape(scene.notes)}</p>',
        f'<p class="source-line">{escape(t("Source: {source}", source=scene.source))}</p>',
        f'<p class="lead">{escape(t("Next: {title}", title=coming))}</p>',
    ]
    st.html("".join(parts))
