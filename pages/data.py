"""Data: what there is, the rules it keeps, where the sources fail, what they leave open, and all of it to take away."""

from __future__ import annotations

from nap_analytics.ui.filters import choose_one
from nap_analytics.ui.frame import open_page
from nap_analytics.ui.screens.data.checks import draw_checks
from nap_analytics.ui.screens.data.dictionary import draw_dictionary
from nap_analytics.ui.screens.data.discrepancies import draw_discrepancies
from nap_analytics.ui.screens.data.downloads import draw_downloads
from nap_analytics.ui.screens.data.missing import draw_missing

SECTIONS = {
    "dictionary": draw_dictionary,
    "checks": draw_checks,
    "discrepancies": draw_discrepancies,
    "missing": draw_missing,
    "downloads": draw_downloads,
}

t = open_page("data")
titles = {
    "dictionary": t("Dictionary"),
    "checks": t("Checks"),
    "discrepancies": t("Discrepancies"),
    "missing": t("Missing"),
    "downloads": t("Downloads"),
}
SECTIONS[choose_one(t, t("Section"), name="section", options=titles)](t)
