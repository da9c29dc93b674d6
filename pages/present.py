"""Present: the lobby of the stories, the stage, and the presenter's view."""

from __future__ import annotations

from datetime import date

import streamlit as st

from nap_analytics.ui.frame import current_language, open_page
from nap_analytics.ui.screens.present.lobby import draw_lobby
from nap_analytics.ui.screens.present.notes import draw_notes
from nap_analytics.ui.screens.present.place import VIEW, place_in_address
from nap_analytics.ui.screens.present.stage import draw_stage

place = place_in_address()
if place is None:
    draw_lobby(open_page("present"), viewed_on=date.today())
elif st.query_params.get(VIEW) == "notes":
    draw_notes(open_page("present"), place)
else:
    draw_stage(current_language(), place)
