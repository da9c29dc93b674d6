"""The figures of the context as a list to read, and as a table to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.findings import context as findings
from nap_analytics.palette import PAGE_INK
from nap_analytics.ui.register import Between, Group, TextCell, address, register_html, web_address
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.tables import HeadedTable
from nap_analytics.wording.values import figure_date, figure_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from nap_analytics.wording.language import Language


def theme_name(t: Language, name: Any) -> str:
    """The name of a group of subjects; that of what belongs to none."""
    return t("Other figures") if is_missing(name) else str(name)


def figures_register(t: Language, figures: pd.DataFrame, *, is_open: bool) -> str:
    """Every figure with its time, source, place and limits, by group of subjects, as HTML; a series that is drawn is one row.

    Args:
        t: The language shown.
        figures: Localised rows of ``context_figures``.
        is_open: The groups are unfolded.
    """
    headings = [t("Figure"), t("Value"), t("Source"), t("What limits it")]
    groups = []
    for _, own in figures.groupby("theme", sort=False):
        note = t.n("{count} figure", "{count} figures", len(own))
        rows = [row for _, topic in own.groupby("topic", sort=False) for row in _topic_rows(t, topic)]
        groups.append(Group(theme_name(t, own["theme_name"].iloc[0]), note, rows, is_open=is_open))
    return register_html(headings, groups, widths=(31, 17, 27, 25))


def _topic_rows(t: Language, topic: pd.DataFrame) -> Iterator[Sequence[TextCell] | Between]:
    """The rows of one subject, under its name where there are several."""
    rows = [row for series in findings.series_of(topic) for row in _series_rows(t, series)]
    if len(rows) > 1:
        yield Between(topic["topic_name"].iloc[0])
    yield from rows


def _series_rows(t: Language, series: pd.DataFrame) -> Iterator[Sequence[TextCell]]:
    if not series["is_drawn"].iloc[0]:
        yield from (_cells(t, row, note="") for row in series.itertuples())
        return
    latest: Any = next(series[series["is_main"]].tail(1).itertuples())
    yield _cells(t, latest, note=findings.series_extent(series, t=t), href=address(t, "plans", view="context", topic=latest.topic))


def _cells(t: Language, row: Any, *, note: str, href: str = "") -> Sequence[TextCell]:
    plan = "" if is_missing(row.plan_name) else row.plan_name
    unit = "" if row.is_percentage else row.unit
    return [
        TextCell(row.name, note=" · ".join(filter(None, (plan, note))), href=href),
        TextCell(
            figure_text(t, row),
            note=" · ".join(filter(None, (unit, figure_date(t, row)))),
            mark="●" if row.is_preferred else "○",
            colour=PAGE_INK,
        ),
        TextCell(row.source_title, note=row.locator, href=web_address(row.source_url)),
        TextCell(findings.limits(row, t=t), is_quiet=True),
    ]


def figures_table(t: Language, figures: pd.DataFrame) -> HeadedTable:
    """The figures with all that is known of each."""
    worded = figures.assign(
        theme_word=[theme_name(t, name) for name in figures["theme_name"]],
        confidence_word=[word(t, code) for code in figures["confidence"]],
    )
    columns = {
        "theme_word": t("Group of subjects"),
        "topic_name": t("Subject"),
        "name": t("Figure"),
        "period_start": t("From"),
        "period_end": t("To"),
        "value": t("Value"),
        "unit": t("Unit"),
        "is_preferred": t("Preferred"),
        "is_series_break": t("Break before it"),
        "plan_name": t("Plan"),
        "source_title": t("Source"),
        "locator": t("Place in the source"),
        "confidence_word": t("Confidence"),
        "note": t("Note"),
    }
    return HeadedTable(worded, columns)
