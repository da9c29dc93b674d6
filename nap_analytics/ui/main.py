"""The main script: runs at each interaction, draws the frame and the page requested."""

from __future__ import annotations

from nap_analytics.ui.frame import draw_frame

draw_frame()
