"""What changed around the plan: what the sources record, and what only those who were there can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.errors import N_
from nap_analytics.exchange.report import Bullets, Cell, Chapter, Finding, Paragraph, Row, Section, Table
from nap_analytics.kit.report.blank import prompt
from nap_analytics.kit.report.says import COMMITMENT, says
from nap_analytics.language import is_missing
from nap_analytics.story import report as story
from nap_analytics.words import word

if TYPE_CHECKING:
    from typing import Any

    from nap_analytics.exchange.report import Block
    from nap_analytics.kit.report.ask import Asked
    from nap_analytics.language import Language

_MAKING = "development"
"""Steps of this kind made the plan; they are no event of a year of its life."""


def context(asked: Asked) -> Chapter:
    """Dated events and breaks in what is measured; then the year's changes and the strategies to adapt, to be written."""
    t = asked.t
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
    return Chapter(
        t("Context and what changed"),
        (),
        (
            Section(t("What the sources record"), tuple(_recorded(asked))),
            Section(t("What changed this year"), (changed,)),
            Section(t("Strategies to adapt"), (rule, *says(asked, "strategy", "change"), adapt)),
        ),
    )


def _recorded(asked: Asked) -> list[Block]:
    t = asked.t
    events = asked.told(queries.milestones)
    events = events[(events["plan_id"] == asked.plan_id) & ~events["kind"].isin((_MAKING, COMMITMENT))]
    blocks: list[Block] = [Finding(t("{sentence}.", sentence=story.events_finding(events, t=t)))]
    if not events.empty:
        rows = tuple(_event(asked, row) for row in events.itertuples())
        blocks.append(Table("context.events", t("Dated events of the plan"), (t("Date"), t("Event"), t("Kind")), (18, 62, 20), rows))
    breaks = asked.of_plan(queries.series_breaks)
    if not breaks.empty:
        blocks.append(Paragraph(t("Breaks in what is measured:"), asked.cite(*breaks["source_id"])))
        blocks.append(Bullets(tuple(t("{sentence}.", sentence=story.break_text(row, t=t).rstrip(".")) for _, row in breaks.iterrows())))
    return [*blocks, *says(asked, "drafting")]


def _event(asked: Asked, row: Any) -> Row:
    t = asked.t
    party = "" if is_missing(row.party) else row.party
    return Row((Cell(_day(t, row)), Cell(row.name, note=party, sources=asked.cite(row.source_id)), Cell(word(t, row.kind), is_quiet=True)))


def _day(t: Language, row: Any) -> str:
    if row.date_from == row.date_to:
        return t.date(row.date_to)
    return t("{first} to {last}", first=t.date(row.date_from), last=t.date(row.date_to))
