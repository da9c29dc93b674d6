"""What a search finds beside indicators: activities, passages and bodies of the plans, subjects, events, achievements, each with a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics import queries
from nap_analytics.findings.passages import titled
from nap_analytics.ui.cache import localised_query
from nap_analytics.ui.register import Group, TextCell, address, draw_register
from nap_analytics.wording.document_codes import PASSAGE_KIND
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.values import written_period

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from nap_analytics.wording.language import Language

    _Found = tuple[str, Sequence[str], Sequence[Sequence[TextCell]]]
    """What was found of one kind: how much, the headings of the list, its rows."""


def draw_found(t: Language, hits: pd.DataFrame) -> None:
    """A list for each kind of thing found that is no indicator; nothing where there is none.

    Args:
        t: The language shown.
        hits: Localised rows of ``search``.
    """
    kinds = {
        "activity": _activities,
        "passage": _passages,
        "body": _bodies,
        "context": _subjects,
        "milestone": _milestones,
        "achievement": _achievements,
    }
    for kind, listed in kinds.items():
        own = hits[hits["kind"] == kind]
        if not own.empty:
            title, headings, rows = listed(t, own)
            draw_register(headings, [Group(title, "", rows)], widths=(22, 78))


def _activities(t: Language, found: pd.DataFrame) -> _Found:
    rows = [[TextCell(code), TextCell(text)] for code, text in zip(found["code"], found["text"], strict=True)]
    return t.n("{count} activity found", "{count} activities found", len(rows)), [t("Code"), t("Activity")], rows


def _subjects(t: Language, found: pd.DataFrame) -> _Found:
    """Each subject with a link to its figures, and how many there are."""
    counts = localised_query(t, queries.context_figures)["topic"].value_counts()
    rows = [
        [
            TextCell(t.n("{count} figure", "{count} figures", int(counts[topic]))),
            TextCell(text, href=address(t, "plans", view="context", topic=topic)),
        ]
        for topic, text in zip(found["code"], found["text"], strict=True)
    ]
    title = t.n("{count} subject of the context found", "{count} subjects of the context found", len(rows))
    return title, [t("Figures"), t("Subject")], rows


def _milestones(t: Language, found: pd.DataFrame) -> _Found:
    """Each dated event with its plan; the timeline of the plans has them all."""
    milestones = localised_query(t, queries.milestones).set_index(["plan_id", "milestone_id"])
    events = milestones.loc[list(zip(found["plan_id"], found["code"], strict=True))]
    rows = [
        [TextCell(written_period(t, row.date_from, row.date_to), note=row.short_name), TextCell(row.name, href=address(t, "plans"))]
        for row in rows_of(events)
    ]
    return t.n("{count} dated event found", "{count} dated events found", len(rows)), [t("Date"), t("Event")], rows


def _achievements(t: Language, found: pd.DataFrame) -> _Found:
    rows = [[TextCell(row.plan_name), TextCell(row.text, href=address(t, "progress", plan=row.plan_id))] for row in rows_of(found)]
    return t.n("{count} achievement found", "{count} achievements found", len(rows)), [t("Plan"), t("Achievement")], rows


def _passages(t: Language, found: pd.DataFrame) -> _Found:
    """The passages of the plans, each with a link to it among the others."""
    rows = [_says(t, row, subject=row.subject, name=t(PASSAGE_KIND[row.subject])) for row in rows_of(found)]
    title = t.n("{count} passage of the plans found", "{count} passages of the plans found", len(rows))
    return title, [t("Subject"), t("In the words of the document")], rows


def _bodies(t: Language, found: pd.DataFrame) -> _Found:
    """The bodies that steer a plan, each with what its document says of it."""
    rows = [_says(t, row, subject="bodies", name=t("Bodies that steer the plan")) for row in rows_of(found)]
    title = t.n("{count} body of the plans found", "{count} bodies of the plans found", len(rows))
    return title, [t("Subject"), t("In the words of the document")], rows


def _says(t: Language, row: Any, *, subject: str, name: str) -> list[TextCell]:
    link = address(t, "plans", view="says", plan=row.plan_id, subject=subject)
    return [TextCell(name, note=row.plan_name, href=link), TextCell(titled(row.title, row.text, t=t))]
