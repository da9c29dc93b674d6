"""The comparison as files: a workbook whose formulas live, and the international standard's XML."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics.ui import components
from nap_analytics.ui.cache import warehouse

if TYPE_CHECKING:
    from nap_analytics.ui.screens.budgets.price_basis import PriceBasis
    from nap_analytics.wording.language import Language

_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_take_away(t: Language, *, basis: PriceBasis, per: str, over: str) -> None:
    """Buttons that make the files only when they are pressed."""
    components.section(t("Files to take away"))
    components.lead(
        t("The workbook holds every budget line, rate and index; change a rate, a currency or a price level and its formulas recompute.")
    )
    with st.container(horizontal=True):
        workbook = partial(_workbook, t, basis=basis, per=per, over=over)
        components.file_button(t("Excel workbook"), workbook, file_name=f"budgets-{t.code}.xlsx", mime=_WORKBOOK_TYPE, key="workbook")
        iati = partial(_iati, viewed_on=basis.viewed_on)
        components.file_button(t("IATI file (XML)"), iati, file_name="plans-iati.xml", mime="application/xml", key="iati")


def _workbook(t: Language, *, basis: PriceBasis, per: str, over: str) -> bytes:
    # Imported when a file is asked for: the writers are no part of drawing a page.
    from nap_analytics.kit.workbook import budget_workbook

    return budget_workbook(warehouse(), t, **basis.params, per=per, over=over)


def _iati(*, viewed_on: date) -> bytes:
    from nap_analytics.open_data.iati import plan_activities

    return plan_activities(warehouse(), viewed_on=viewed_on)
