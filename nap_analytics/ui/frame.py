"""The frame of every page: settings, sidebar, language, title, date of the data, footer, kind errors."""

from __future__ import annotations

from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics import queries
from nap_analytics.errors import DataError, NapError, NoPlanError
from nap_analytics.palette import painted
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_query, warehouse
from nap_analytics.ui.light import LIGHT_PATH
from nap_analytics.ui.navigation import FIRST_PAGE, PAGES, page_path
from nap_analytics.ui.share import SCRIPT
from nap_analytics.wording.faults import fault_line
from nap_analytics.wording.language import DEFAULT_LANGUAGE, language, language_codes

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

    from nap_analytics.wording.language import Language

PRODUCT_NAME = "NAP Analytics"
LANGUAGE_KEY = "lang"

_FOLDER = Path(__file__).parent


@cache
def style(path: Path) -> str:
    """A style sheet of ours with the colours in it."""
    return f"<style>{painted(path.read_text(encoding='utf-8'))}</style>"


def draw_frame() -> None:
    """Draw everything around the page, and the page itself."""
    st.set_page_config(page_title=PRODUCT_NAME, page_icon=_FOLDER / "icon.svg", layout="wide", initial_sidebar_state="auto")
    st.html(style(_FOLDER / "style.css"))
    st.logo(_FOLDER / "logo.svg", size="large", icon_image=_FOLDER / "logo.svg")
    t = _choose_language()
    _tell_browser(t)
    page = st.navigation(_pages(t), expanded=True)
    try:
        _run(page, t)
        _footer(t)
    except NapError as error:
        error_box(t, error)


def _run(page: Page, t: Language) -> None:
    """The page itself, or in its place the note that there is no plan."""
    try:
        page.run()
    except NoPlanError as error:
        components.headline(t(error.message))
        components.empty_note(
            t("A plan comes as a folder of its own under plans/, which begins with plan.csv. Until then there is nothing to show.")
        )


def open_page(name: str) -> Language:
    """Begin a page: its title, the date of the data, and the language of everything on it.

    Raises:
        NoPlanError: the page is about plans, and the data holds none.
    """
    t = current_language()
    title = t(PAGES[name].title)
    st.set_page_config(page_title=f"{title} · {PRODUCT_NAME}")
    _way_back(t)
    has_plan = not cached_query(queries.plan_overview, viewed_on=date.today()).empty
    as_of = t("Data as of {date}", date=t.date(warehouse().data_date)) if has_plan else ""
    st.html(f'<header class="page-head"><h1>{escape(title)}</h1><p class="data-date">{escape(as_of)}</p></header>')
    if PAGES[name].needs_plan and not has_plan:
        raise NoPlanError
    return t


def _way_back(t: Language) -> None:
    """On the screen behind a scene: the way back to it; nothing where nobody came from a scene."""
    meeting, _, place = st.query_params.get("back", "").partition("~")
    scene, *switches = place.split("~")
    if meeting and scene.isdigit():
        kept = dict(switch.split("-", 1) for switch in switches if "-" in switch)
        page_link(t, "present", label=t("← Back to scene {scene}", scene=scene), **{**kept, "meeting": meeting, "scene": scene})


def current_language() -> Language:
    """The language that the visitor chose."""
    return language(st.session_state.get(LANGUAGE_KEY) or DEFAULT_LANGUAGE)


def page_link(t: Language, name: str, *, label: str | None = None, **query: str | list[str]) -> None:
    """A link to another page with the filters it opens with; Streamlit keeps the language, which is bound to the address."""
    st.page_link(page_path(name), label=label or t(PAGES[name].title), query_params=query)


def error_box(t: Language, error: NapError) -> None:
    """Say what is wrong in the language shown, each fault of the data on a line, without a traceback."""
    st.error(t("This page cannot be shown."), icon=":material/error:")
    faults = error.faults if isinstance(error, DataError) else []
    st.code("\n".join([t(error.message, **error.params), *(fault_line(t, fault) for fault in faults)]), language=None, wrap_lines=True)


def unexpected_error_box(_: Exception) -> bool:
    """Say that something failed that nobody foresaw; the server's log has the details.

    Returns:
        True: Streamlit's own box, which is in English alone, is not drawn.
    """
    t = current_language()
    st.error(
        t("Something went wrong on this page. Reload it; if it fails again, tell the maintainer what you clicked."),
        icon=":material/error:",
    )
    return True


def _choose_language() -> Language:
    """The language switch in the sidebar; the choice is in the address and stays from page to page.

    The labels are the codes: Streamlit writes the label of a bound widget into the address.
    """
    with st.sidebar:
        code = st.segmented_control(
            "Langue · Language",
            options=language_codes(),
            default=DEFAULT_LANGUAGE,
            key=LANGUAGE_KEY,
            bind="query-params",
            required=True,
            label_visibility="collapsed",
            width="stretch",
        )
    return language(code or DEFAULT_LANGUAGE)


def _tell_browser(t: Language) -> None:
    """Set the language of the document, which a screen reader speaks in, when it changes without a reload; install what shares views."""
    st.html(f"<script>document.documentElement.lang = '{t.code}';\n{SCRIPT}</script>", unsafe_allow_javascript=True)


def _pages(t: Language) -> list[Page]:
    """The pages for the sidebar, titled in the language."""
    return [
        st.Page(page_path(name), title=t(entry.title), icon=entry.icon, url_path=name, default=name == FIRST_PAGE)
        for name, entry in PAGES.items()
    ]


def _footer(t: Language) -> None:
    """The end of every page: where the figures come from."""
    with st.container(key="footer"):
        text = t("Every figure has its source. What the documents do not say is shown as not reported, never as zero.")
        light = f'<a href="{LIGHT_PATH}?lang={t.code}" target="_blank">{escape(t("Light page, for a telephone"))}</a>'
        st.html(f'<footer class="page-foot">{escape(text)} {light}</footer>')
        page_link(t, "sources")
