"""The stage: one scene, no menus, keys of a clicker, light or dark, one language or both."""

from __future__ import annotations

from html import escape
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from nap_analytics.charts.scene import LOOKS, least_height, scene_figure
from nap_analytics.documents.shared.qr import qr_data_uri
from nap_analytics.kit.both import in_both
from nap_analytics.ui.cache import cached_view, warehouse
from nap_analytics.ui.frame import page_link, style
from nap_analytics.ui.register import address
from nap_analytics.ui.screens.present.place import BOTH, LOOK, MEETING, SCENE, SIZE, VIEW, go_to, leave, scenes_shown
from nap_analytics.ui.share import sources_text
from nap_analytics.ui.shown_table import draw_table
from nap_analytics.wording.language import language_codes
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from nap_analytics.deck import Scene
    from nap_analytics.ui.screens.present.place import Place
    from nap_analytics.wording.language import Language

_STYLE = Path(__file__).parent / "stage.css"
_STAGE_PIXELS, _MARGINS, _LEAST_CHART = 720, 64, 220
_TITLE_LINE, _TEXT_LINE = 36, 30
_TITLE_CHARACTERS, _TEXT_CHARACTERS = 70, 100
"""In a line of the title and of other words, on a stage 1,280 pixels wide."""

_LARGE, _LARGE_SCALE = "large", 1.5
_ENLARGE = """<script>
(() => {
  const enlarge = (tries) => {
    if (innerWidth < 1800 || new URLSearchParams(location.search).has("size") || tries > 40) return;
    document.querySelector(".st-key-size button")?.click();
    setTimeout(enlarge, 250, tries + 1);
  };
  if (!window.napEnlarge) addEventListener("resize", () => window.napEnlarge(0));
  window.napEnlarge = enlarge;
  setTimeout(enlarge, 250, 0);
})();
</script>"""
"""On a screen of many pixels the type grows by itself, once; the choice is in the address."""

_CODE_PIXELS, _CODE_CHARACTERS = 170, 16
"""Side of the code of the light page, and what it takes of each line beside it."""

_SOURCE_CHARACTERS = 2 * _TEXT_CHARACTERS - 44
"""What two lines hold besides the words that say how many more there are."""


def draw_stage(t: Language, place: Place) -> None:
    """The scene that the address names."""
    scenes_shown()[place.meeting] = place.scene
    look = st.query_params.get(LOOK, "light")
    look = look if look in LOOKS else "light"
    both = st.query_params.get(BOTH) == "1"
    own = place.deck.scenes[t.code][place.scene - 1]
    code = place.deck.address_in(t.code) if place.scene == place.count else ""
    invitation = [t("The plans in brief, on your telephone:") + f" {code}"] if code else []
    foot = [_source(t, own), _stamp(t, place), *invitation]
    scene, height = _fitting(t, place, [_scene(t, place, both=both), own], foot=foot, both=both, has_code=bool(code))
    st.html(style(_STYLE))
    size = _LARGE if st.query_params.get(SIZE) == _LARGE else ""
    st.html(f'<div class="stage {look} {size}" data-scene="{place.scene}"></div>')
    st.html(f'<header class="scene-head {look}">{_titles(scene, t=t, place=place, both=both)}<p>{escape(_counted(t, scene))}</p></header>')
    scale = _LARGE_SCALE if size else 1
    figure = cached_view(scene_figure, scene.picture, look=look, height=height, scale=scale, t=t)
    st.plotly_chart(figure, theme=None, key="scene-chart", alt=_in_words(t, scene), config={"displayModeBar": False, "staticPlot": True})
    st.html(f'<footer class="scene-foot {look}"><div>{"".join(f"<p>{escape(text)}</p>" for text in foot)}</div>{_code(code)}</footer>')
    _controls(t, place, scene, look=look, both=both)
    st.html(_ENLARGE, unsafe_allow_javascript=True)


def _fitting(t: Language, place: Place, scenes: list[Scene], *, foot: list[str], both: bool, has_code: bool) -> tuple[Scene, int]:
    """The first of the scenes whose chart finds room, or the last of them, with the pixels that the words leave to its chart."""
    for scene in scenes:
        height = _chart_height(t, place, [_counted(t, scene)], foot=foot, both=both, has_code=has_code)
        if least_height(scene.picture) <= height:
            break
    return scene, height


def _scene(t: Language, place: Place, *, both: bool) -> Scene:
    own = place.deck.scenes[t.code][place.scene - 1]
    others = [place.deck.scenes[code][place.scene - 1] for code in language_codes() if code != t.code]
    return in_both(own, others[0]) if both and others else own


def _titles(scene: Scene, *, t: Language, place: Place, both: bool) -> str:
    title = f"<h1>{escape(scene.title)}</h1>"
    if not both:
        return title
    others = [(code, place.deck.scenes[code][place.scene - 1].title) for code in language_codes() if code != t.code]
    return title + "".join(f'<h2 lang="{code}">{escape(text)}</h2>' for code, text in others)


def _counted(t: Language, scene: Scene) -> str:
    """What the numbers count, and what the strokes across the bars are."""
    picture = scene.picture
    strokes = [
        t("thick stroke: {what}", what=picture.goal_name.lower()) if any(mark.goal is not None for mark in picture.marks) else "",
        t("thin stroke: {what}", what=picture.start_name.lower()) if any(mark.start is not None for mark in picture.marks) else "",
    ]
    return " · ".join(part for part in [picture.unit, *strokes] if part)


def _source(t: Language, scene: Scene) -> str:
    """The source line: as many sources as two lines hold, and how many more the table lists."""
    return t("Source: {source}", source=sources_text(t, scene.source.split(t("; ")), most_characters=_SOURCE_CHARACTERS))


def _code(address: str) -> str:
    """The address as a QR code; nothing where there is none."""
    return f'<img class="light-code" src="{escape(qr_data_uri(address))}" alt="{escape(address)}">' if address else ""


def _chart_height(t: Language, place: Place, texts: list[str], *, foot: list[str], both: bool, has_code: bool) -> int:
    """What the words, and the code beside the foot, leave of the stage."""
    titles = [own[place.scene - 1].title for code, own in place.deck.scenes.items() if code != t.code and both]
    used = _TITLE_LINE * ceil(len(place.deck.scenes[t.code][place.scene - 1].title) / _TITLE_CHARACTERS)
    used += sum(_TEXT_LINE * ceil(len(text) / _TEXT_CHARACTERS) for text in [*titles, *texts])
    characters = _TEXT_CHARACTERS - (_CODE_CHARACTERS if has_code else 0)
    below = sum(_TEXT_LINE * ceil(len(text) / characters) for text in foot)
    return max(_LEAST_CHART, _STAGE_PIXELS - _MARGINS - used - max(below, _CODE_PIXELS if has_code else 0))


def _in_words(t: Language, scene: Scene) -> str:
    """The scene in words, for those who do not see it."""
    marks = t("; ").join(t("{name}: {value}", name=mark.name, value=mark.written) for mark in scene.picture.marks)
    return f"{scene.title} {marks}"


def _stamp(t: Language, place: Place) -> str:
    """Scene, date of the data, and a mark where newer data has come."""
    parts = [f"{place.scene} / {place.count}", place.deck.stamps[t.code]]
    if warehouse().version != place.deck.version:
        parts.append(t("● newer data has come since this meeting began"))
    return " · ".join(parts)


def _controls(t: Language, place: Place, scene: Scene, *, look: str, both: bool) -> None:
    """Buttons with the keys of a keyboard and of a clicker; quiet until pointed at."""
    last, here = place.count, place.scene
    back, on = max(here - 1, 1), min(here + 1, last)
    with st.container(key="stage-bar", horizontal=True, vertical_alignment="center", gap="small"):
        st.button(t("Back"), key="back", shortcut="Left", on_click=go_to, args=(back,), disabled=here == 1)
        st.button(t("Next"), key="on", shortcut="Right", on_click=go_to, args=(on,), disabled=here == last)
        page_link(t, scene.page, label=t("Drill down"), **scene.filters, back=_way_back(place))
        with st.popover(t("Scenes")):
            for number, one in enumerate(place.deck.scenes[t.code], start=1):
                st.button(f"{number}. {one.title}", key=f"to-{number}", on_click=go_to, args=(number,), type="tertiary")
        with st.popover(t("Table"), key="stage-table"):
            draw_table(t, _table(t, scene), key="scene-rows")
            st.html(f'<p class="source-line">{escape(t("Source: {source}", source=scene.source))}</p>')
        st.button(t("Light") if look == "dark" else t("Dark"), key="look", on_click=_set, args=(LOOK, "" if look == "dark" else "dark"))
        st.button(t("One language") if both else t("Both languages"), key="both", on_click=_set, args=(BOTH, "" if both else "1"))
        is_large = st.query_params.get(SIZE) == _LARGE
        size = t("Smaller type") if is_large else t("Larger type")
        st.button(size, key="size", on_click=_set, args=(SIZE, "usual" if is_large else _LARGE))
        notes = address(t, "present", **{MEETING: place.meeting, SCENE: str(here), VIEW: "notes"})
        st.html(f'<a class="stage-link" href="{escape(notes)}" target="_blank">{escape(t("Presenter’s view"))}</a>')
        st.button(t("Leave"), key="leave", shortcut="Esc", on_click=leave)
    with st.container(key="stage-keys"):
        for key, scene_number in (("PageUp", back), ("PageDown", on), ("Space", on), ("Home", 1), ("End", last)):
            st.button(
                t("Key {key}: scene {scene}", key=key, scene=scene_number),
                key=f"key-{key}",
                shortcut=key,
                on_click=go_to,
                args=(scene_number,),
            )


def _way_back(place: Place) -> str:
    """The scene, and how it is shown, for the screen behind it: "<meeting>~3~look-dark~both-1"."""
    switches = [f"{name}-{st.query_params[name]}" for name in (LOOK, BOTH, SIZE) if name in st.query_params]
    return "~".join([place.meeting, str(place.scene), *switches])


def _table(t: Language, scene: Scene) -> HeadedTable:
    frame = pd.DataFrame([{"name": mark.name, "written": mark.written, "note": mark.note} for mark in scene.picture.marks])
    return HeadedTable(frame, {"name": t("What"), "written": t("Value"), "note": t("Note")})


def _set(name: str, value: str) -> None:
    """Bring a switch into the address, or take it out."""
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)
