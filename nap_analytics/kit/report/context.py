"""What changed around the plan: what the sources record, and what only those who were there know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from nap_analytics import queries
from nap_analytics.documents.report.parts import Bullets, Cell, Chapter, Finding, Paragraph, Row, Section, Table
from nap_analytics.errors import N_
from nap_analytics.findings import report as findings
from nap_analytics.findings.context import series_of
from nap_analytics.kit.report.blank import prompt
from nap_analytics.kit.report.says import COMMITMENT, says
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.values import dated_figure, written_period

if TYPE_CHECKING:
    from typing import Any

    from nap_analytics.documents.report.parts import Block
    from nap_analytics.kit.report.report_context import ReportContext

_MAKING = "development"
"""Steps of this kind made the plan; they are no event of a year of its life."""


def context_chapter(context: ReportContext) -> Chapter:
    """Dated events and breaks in what is measured; then the year's changes and the strategies to adapt, to be written."""
    t = context.t
    changed = prompt(
        t,
        "context.changes",
        N_("What changed this year"),
        N_("Security: what changed, where, and for whom?"),
        N_("Institutions, laws and policies: what changed?"),
        N_("Displacement, climate, prices: what weighed on women and girls?"),
    )
    adapt = prompt(
        t,
        "context.strategies",
        N_("Strategies to adapt"),
        N_("Which strategy or activity no longer fits, and how should it be adapted?"),
    )
    rule = Paragraph(t("When the context changes, political and programmatic strategies can be adapted."))
    sections = (
        Section(t("What the sources record"), tuple(_recorded(context))),
        Section(t("What changed this year"), (changed,)),
        Section(t("Strategies to adapt"), (rule, *says(context, "strategy", "change"), adapt)),
    )
    return Chapter(t("Context and what changed"), sections=sections)


def _recorded(context: ReportContext) -> list[Block]:
    t = context.t
    events = context.own(queries.milestones)
    is_past = pd.to_datetime(events["date_from"]) <= pd.Timestamp(context.viewed_on)
    events = events[~events["kind"].isin((_MAKING, COMMITMENT)) & is_past]
    blocks: list[Block] = [Finding(t("{sentence}.", sentence=findings.events_finding(events, t=t)))]
    if not events.empty:
        rows = tuple(_event(context, row) for row in events.itertuples())
        heads = (t("Date"), t("Event"), t("Kind"))
        blocks.append(Table("context.events", t("Dated events of the plan and of the country"), heads, (18, 62, 20), rows))
    breaks = context.of_plan(queries.series_breaks)
    if not breaks.empty:
        blocks.append(Paragraph(t("Breaks in what is measured:"), context.cite(*breaks["source_id"])))
        blocks.append(Bullets(tuple(t("{sentence}.", sentence=findings.break_text(row, t=t).rstrip(".")) for _, row in breaks.iterrows())))
    return [*blocks, *_situation(context), *says(context, "drafting")]


def _situation(context: ReportContext) -> list[Block]:
    """Series of the situation around the plan: the last value before it, and the last in its time, as of the day."""
    t, plan = context.t, context.plan
    figures = context.localised(queries.context_figures)
    last_day = min(pd.Timestamp(context.viewed_on), pd.Timestamp(plan["last_date"]))
    figures = figures[figures["is_drawn"] & figures["is_preferred"] & (pd.to_datetime(figures["period_end"]) <= last_day)]
    rows = [_figure(context, series) for series in series_of(figures)]
    shown = tuple(row for row in rows if row)
    if not shown:
        return []
    heads = (t("Figure"), t("Before the plan"), t("Latest in the plan period"))
    note = t("Each figure is given with its date. Where a break lies between the two, they cannot be compared.")
    return [Table("context.figures", t("The situation around the plan"), heads, (56, 22, 22), shown), Paragraph(note)]


def _figure(context: ReportContext, series: pd.DataFrame) -> Row | None:
    """A series with a value in the plan's time; None for another."""
    t = context.t
    is_within = pd.to_datetime(series["period_end"]) >= pd.Timestamp(context.plan["first_date"])
    if not is_within.any():
        return None
    last: Any = next(series[is_within].tail(1).itertuples())
    before = [dated_figure(t, row) for row in series[~is_within].tail(1).itertuples()]
    unit = "" if last.is_percentage else last.unit
    limits = t("a break lies between") if before and series[is_within]["is_series_break"].any() else ""
    name = Cell(last.name, note=" · ".join(filter(None, (unit, limits))), sources=context.cite(*series["source_id"].unique()))
    return Row((name, Cell(before[0] if before else t("no value before"), is_quiet=not before), Cell(dated_figure(t, last))))


def _event(context: ReportContext, row: Any) -> Row:
    t = context.t
    party = "" if is_missing(row.party) else row.party
    when = Cell(written_period(t, row.date_from, row.date_to))
    return Row((when, Cell(row.name, note=party, sources=context.cite(row.source_id)), Cell(word(t, row.kind), is_quiet=True)))
