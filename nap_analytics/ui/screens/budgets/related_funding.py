"""The money around a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics import queries
from nap_analytics.charts import budgets as charts
from nap_analytics.findings import budgets as findings
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view, localised_query
from nap_analytics.ui.register import Group, TextCell, draw_register
from nap_analytics.ui.screens.budgets.price_basis import choose_plan
from nap_analytics.wording.codes import word
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    import pandas as pd

    from nap_analytics.wording.language import Language


def draw_related_funding(t: Language, *, viewed_on: date) -> None:
    """Money beside a plan: agreements, trust funds, baskets. Never part of it, never added up."""
    plan_id, plan_name = choose_plan(t, viewed_on=viewed_on)
    frame = localised_query(t, queries.contextual_funding)
    frame = frame[frame["plan_id"] == plan_id].fillna({"note": ""})
    if frame.empty:
        components.empty_note(t("No related funding has been entered for this plan."))
        return
    finding = findings.money_around(frame, plan_name=plan_name, t=t)
    wholes = frame[frame["part_of_funding_id"].isna()]
    components.chart(
        t,
        cached_view(charts.funding_dots, wholes, t=t),
        title=finding,
        lead_in=t("Each step of the scale is ten times the one before.")
        if wholes["is_preferred"].all()
        else t(
            "Each step of the scale is ten times the one before. Full dots: the figure preferred here. Open "
            "dots: another figure for the same funding."
        ),
        key="around",
        alt=t("Dots of the related funding on a logarithmic scale: {finding}", finding=finding),
        table=HeadedTable(frame.assign(confidence_word=[word(t, code) for code in frame["confidence"]]), _funding_columns(t)),
        source=wholes["source_title"],
        filename=file_stem(t("related-funding"), plan_id),
    )
    _reasons(t, frame)


def _funding_columns(t: Language) -> dict[str, str]:
    return {
        "what": t("What"),
        "amount": t("Amount"),
        "currency_code": t("Currency"),
        "amount_xof": t("About, in XOF"),
        "year_from": t("From"),
        "year_to": t("To"),
        "is_preferred": t("Preferred figure"),
        "confidence_word": t("Confidence"),
        "note": t("Note"),
        "source_title": t("Source"),
        "source_url": t("Address"),
        "locator": t("Place in the source"),
    }


def _reasons(t: Language, frame: pd.DataFrame) -> None:
    """Each amount with its confidence and its place in the source."""
    amounts: Iterable[Any] = frame.fillna({"source_url": ""}).itertuples()
    rows = [
        [
            TextCell(row.what, note=row.note),
            TextCell(word(t, row.confidence)),
            TextCell(row.source_title, note=row.locator, href=row.source_url),
        ]
        for row in amounts
    ]
    headings = [t("What"), t("Confidence"), t("Source")]
    title = t("Why a figure is preferred, how reliable each is, and where it comes from")
    draw_register(headings, widths=[50, 22, 28], groups=[Group(title, t.n("{count} amount", "{count} amounts", len(rows)), rows)])
