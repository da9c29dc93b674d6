"""The plans side by side, one card each: span, money, measure, shape."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics.findings import overview

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language


def plan_cards(t: Language, plans: pd.DataFrame) -> None:
    """One card per plan, oldest first."""
    st.html(f'<div class="plan-cards">{"".join(_card(plan, t=t) for _, plan in plans.iterrows())}</div>')


def _card(plan: pd.Series, *, t: Language) -> str:
    figures = (
        (overview.budget_label(plan, t=t), overview.budget_text(plan, t=t), overview.budget_note(plan, t=t)),
        (t("What is known of its progress"), overview.measure_text(plan, t=t), overview.measure_note(plan, t=t)),
    )
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}<span>{escape(note)}</span></dd>" for name, value, note in figures)
    return (
        f'<section class="plan-card"><h3>{escape(plan["short_name"])}</h3>'
        f'<p class="years">{escape(overview.years_text(plan, t=t))}</p><dl>{rows}</dl>'
        f'<p class="shape">{escape(overview.shape_text(plan, t=t))}</p></section>'
    )
