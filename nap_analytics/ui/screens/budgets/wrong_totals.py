"""Totals of the documents that do not add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics import queries
from nap_analytics.findings import budgets as findings
from nap_analytics.ui import components
from nap_analytics.ui.cache import localised_query
from nap_analytics.ui.register import Group, TextCell, draw_register
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from nap_analytics.wording.language import Language


def draw_wrong_totals(t: Language, *, viewed_on: date) -> None:
    """Where the money of the documents does not add up."""
    frame = localised_query(t, queries.discrepancies, plan_id=None, viewed_on=viewed_on)
    frame = frame[frame["kind"].isin(findings.MONEY_FAULTS)].sort_values("origin", key=lambda origin: origin != "document", kind="stable")
    finding = findings.money_faults(frame, t=t)
    components.finding(finding, anchor="audit")
    faults: Iterable[Any] = frame.itertuples()
    rows = [
        [
            TextCell(row.quantity, note=_place(t, row)),
            TextCell(findings.printed_amount(row.printed_value, t=t), is_whole=True),
            TextCell(findings.printed_amount(row.computed_value, t=t), is_whole=True),
            TextCell(findings.printed_amount(row.difference, t=t), is_whole=True),
        ]
        for row in faults
    ]
    headings = [t("Text of the document, and its place"), t("Printed"), t("Sum of its parts"), t("Difference")]
    by_plan = [
        (name, [row for row, plan in zip(rows, frame["short_name"], strict=True) if plan == name]) for name in frame["short_name"].unique()
    ]
    draw_register(headings, widths=[49, 17, 17, 17], groups=[Group(name, str(len(found)), found, is_open=True) for name, found in by_plan])
    components.table_twin(
        t,
        HeadedTable(
            frame,
            {
                "short_name": t("Plan"),
                "quantity": t("Text of the document"),
                "printed_value": t("Printed"),
                "computed_value": t("Computed"),
                "difference": t("Difference"),
                "locator": t("Place in the source"),
            },
        ),
        title=finding,
        key="audit",
        source=t("The documents themselves, recomputed from their cells"),
        filename=file_stem(t("totals-that-do-not-add-up")),
    )


def _place(t: Language, row: Any) -> str:
    """The place of a total in its source, and that it is not the plan's own where it is another source's."""
    return row.locator if row.origin == "document" else t("{place}; not the plan’s own: another source", place=row.locator)
