"""What the document of the plan says in words, in the chapter where it belongs: its passages, its bodies, what it promises by a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.documents.report.parts import Cell, Row, Table
from nap_analytics.findings.passages import due_text, titled
from nap_analytics.wording.document_codes import PASSAGE_KIND
from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from nap_analytics.kit.report.report_context import ReportContext
    from nap_analytics.wording.language import Language

COMMITMENT = "commitment"
"""Milestones of this kind did not happen: the plan promises them by a day."""


def says(context: ReportContext, *kinds: str) -> list[Table]:
    """The passages of the plan of each of these kinds, with their places; nothing of a kind that it has none of."""
    t = context.t
    own = context.own(queries.passages)
    heads = (t("In the words of the document"), t("Place in the source"))
    return [
        Table(f"says.{kind}", t(PASSAGE_KIND[kind]), heads, (76, 24), tuple(_passage(context, row) for row in rows.itertuples()))
        for kind in kinds
        for rows in [own[own["kind"] == kind]]
        if not rows.empty
    ]


def _passage(context: ReportContext, row: Any) -> Row:
    note = "" if is_missing(row.note) else row.note
    words = Cell(titled(row.title, row.text, t=context.t), note=note, sources=context.cite(row.source_id))
    return Row((words, Cell(row.locator, is_quiet=True)))


def bodies(context: ReportContext) -> list[Table]:
    """The bodies that steer the plan as its document describes them; nothing where none is entered."""
    t = context.t
    rows = tuple(_body(context, row) for row in context.own(queries.bodies).itertuples())
    heads = (t("Body"), t("Role"), t("How often it meets"), t("Composition"))
    return [Table("says.bodies", t("Bodies that steer the plan"), heads, (22, 28, 24, 26), rows)] if rows else []


def _body(context: ReportContext, row: Any) -> Row:
    t = context.t
    host = "" if is_missing(row.host) else t("Hosted by: {name}", name=row.host)
    note = "" if is_missing(row.note) else row.note
    name = Cell(row.name, note=host, sources=context.cite(row.source_id))
    return Row((name, replace(_said(t, row.role), note=note), _said(t, row.rhythm), _said(t, row.composition)))


def _said(t: Language, text: object) -> Cell:
    return Cell(t("the document does not say"), is_quiet=True) if is_missing(text) else Cell(str(text))


def commitments(context: ReportContext) -> list[Table]:
    """What the plan promises by a day, with the day, and room for what became of it; nothing where it promises nothing so."""
    t = context.t
    own = context.own(queries.milestones)
    promised: Iterable[Any] = own[own["kind"] == COMMITMENT].itertuples()
    rows = tuple(
        Row(
            (
                Cell(row.name, sources=context.cite(row.source_id)),
                Cell(due_text(row, viewed_on=context.viewed_on, t=t)),
                Cell(prompt=t("Follow-up")),
            )
        )
        for row in promised
    )
    heads = (t("Commitment"), t("Due"), t("Follow-up"))
    return [Table("says.commitments", t("Dated commitments"), heads, (46, 24, 30), rows)] if rows else []
