"""What the documents of the plans say in words: who steers a plan, and its passages by subject, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from nap_analytics import queries
from nap_analytics.findings import passages as findings
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_query, localised_query
from nap_analytics.ui.filters import choose_one, filter_row
from nap_analytics.ui.register import Group, TextCell, draw_register
from nap_analytics.wording.codes import ORGANISATION_KIND
from nap_analytics.wording.document_codes import PASSAGE_KIND
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.language import is_missing, language, language_codes
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from nap_analytics.wording.language import Language

ALL, BODIES, COMMITMENTS = "all", "bodies", "commitment"
ONE, BOTH = "one", "both"


@dataclass(frozen=True)
class Said:
    """What is entered of one plan.

    Attributes:
        name: The short name of the plan.
        passages: Localised rows of ``passages``.
        stored: The same rows with the texts of every language.
        bodies: Localised rows of ``bodies``.
        members: Localised rows of ``committee_members``.
        consulted: Localised rows of ``milestones`` that say how many took part in making the plan.
        commitments: Localised rows of ``milestones`` that the plan promises by a day.
    """

    name: str
    passages: pd.DataFrame
    stored: pd.DataFrame
    bodies: pd.DataFrame
    members: pd.DataFrame
    consulted: pd.DataFrame
    commitments: pd.DataFrame


def draw_what_plans_say(t: Language) -> None:
    """Choose a plan and a subject, read what its document says."""
    plans = localised_query(t, queries.plan_overview, viewed_on=date.today())
    if cached_query(queries.passages).empty and cached_query(queries.bodies).empty:
        components.empty_note(
            t("No plan has a passage or a body in the data. They come with passage.csv and body.csv in the folder of a plan.")
        )
        return
    with filter_row():
        said = _choose_plan(t, plans)
        subject, is_in_both = _choose_subject(t, said), False
        if not said.passages.empty:
            languages = {ONE: t.name, BOTH: t("Both languages")}
            is_in_both = choose_one(t, t("Language of the passages"), name="words", options=languages) == BOTH
    finding = findings.passages_finding(said.passages, said.bodies, said.commitments, plan_name=said.name, t=t)
    components.finding(finding, anchor="says")
    if said.passages.empty and said.bodies.empty:
        components.empty_note(t("Passages and bodies come with passage.csv and body.csv in the folder of the plan."))
    if [*said.passages["is_own_translation"], *said.bodies["is_own_translation"]].count(True):
        components.lead(t("In English as the document at hand words it; the French is our translation of it."))
    _draw_passages(t, said, subject=subject, finding=finding, is_in_both=is_in_both)
    _draw_commitments(t, said, subject=subject)
    _draw_bodies(t, said, subject=subject)


def _choose_plan(t: Language, plans: pd.DataFrame) -> Said:
    """The plan chosen: by default the newest that has a passage or a body."""
    passages, bodies, milestones = (localised_query(t, question) for question in (queries.passages, queries.bodies, queries.milestones))
    entered = plans[plans["plan_id"].isin([*passages["plan_id"], *bodies["plan_id"]])]
    options = dict(zip(plans["plan_id"], plans["short_name"], strict=True))
    plan_id = choose_one(t, t("Plan"), name="plan", options=options, default=entered["plan_id"].iloc[-1])
    stored, own = cached_query(queries.passages), milestones[milestones["plan_id"] == plan_id]
    return Said(
        name=options[plan_id],
        passages=passages[passages["plan_id"] == plan_id],
        stored=stored[stored["plan_id"] == plan_id],
        bodies=bodies[bodies["plan_id"] == plan_id],
        members=localised_query(t, queries.committee_members, plan_id=plan_id),
        consulted=own[(own["kind"] == "development") & own["participant_count"].notna()],
        commitments=own[own["kind"] == "commitment"],
    )


def _choose_subject(t: Language, said: Said) -> str:
    """All subjects, or one of those that the plan says something of."""
    options = {ALL: t("All subjects")} | {kind: t(PASSAGE_KIND[kind]) for kind in said.passages["kind"]}
    options |= {COMMITMENTS: t("Dated commitments")} if not said.commitments.empty else {}
    options |= {BODIES: t("Bodies that steer the plan")} if not said.bodies.empty else {}
    return choose_one(t, t("Subject"), name="subject", options=options, look="list", width=272)


def _draw_bodies(t: Language, said: Said, *, subject: str) -> None:
    """The bodies with what each is for, how often it meets and who is in it; then the members of each."""
    if said.bodies.empty or subject not in (ALL, BODIES):
        return
    is_open = subject == BODIES or said.passages.empty
    rows = [_body(t, row) for row in said.bodies.itertuples()]
    headings = [t("Body"), t("Role"), t("How often it meets"), t("Composition"), t("Place in the source")]
    title = t("Bodies that steer the plan")
    draw_register(headings, [Group(title, t.number(len(rows)), rows, is_open=is_open)], widths=(17, 23, 19, 22, 19))
    if not said.members.empty:
        groups = [_members(t, name, own, is_open=is_open) for name, own in said.members.groupby("body_name", sort=False)]
        draw_register([t("Member"), t("Kind"), t("Note")], groups, widths=(46, 18, 36))
    table, source = _bodies_table(t, said), said.bodies["source_title"]
    components.table_twin(
        t, table, title=title, subject_line=said.name, key="bodies", source=source, filename=file_stem(said.name, t("Bodies"))
    )


def _body(t: Language, row: Any) -> list[TextCell]:
    silent = TextCell(t("the document does not say"), is_quiet=True)
    host = "" if is_missing(row.host) else t("Hosted by: {name}", name=row.host)
    parts = [silent if is_missing(text) else TextCell(text) for text in (row.role, row.rhythm, row.composition)]
    role = replace(parts[0], note=_note(row))
    return [TextCell(row.name, note=host), role, *parts[1:], TextCell(row.locator, is_quiet=True)]


def _members(t: Language, name: object, own: pd.DataFrame, *, is_open: bool) -> Group:
    rows = [[TextCell(row.name), TextCell(_member_kind(t, row), is_quiet=True), TextCell(_member_note(t, row))] for row in rows_of(own)]
    return Group(str(name), t.n("{count} entry", "{count} entries", len(rows)), rows, is_open=is_open)


def _member_kind(t: Language, row: Any) -> str:
    return t("post") if row.is_post else t(ORGANISATION_KIND[row.kind])


def _member_note(t: Language, row: Any) -> str:
    seats = "" if is_missing(row.seat_count) else t.n("{count} seat", "{count} seats", int(row.seat_count))
    return " · ".join(filter(None, (seats, _note(row))))


def _draw_passages(t: Language, said: Said, *, subject: str, finding: str, is_in_both: bool) -> None:
    """The passages by subject, those of the subject chosen alone; the consultations with those who were heard."""
    shown = said.passages if subject == ALL else said.passages[said.passages["kind"] == subject]
    if shown.empty:
        return
    written = [t, *(language(code) for code in language_codes() if code != t.code and is_in_both)]
    texts = [each.localise(said.stored.loc[shown.index]) for each in written]
    groups = [
        Group(t(PASSAGE_KIND[str(kind)]), t.number(len(own)), _passages([each.loc[own.index] for each in texts]), is_open=position == 0)
        for position, (kind, own) in enumerate(shown.groupby("kind", sort=False))
    ]
    words = [each.name for each in written] if is_in_both else [t("In the words of the document")]
    draw_register([*words, t("Place in the source")], groups, widths=(41, 41, 18) if is_in_both else (78, 22))
    if "consultation" in set(shown["kind"]) and not said.consulted.empty:
        _draw_consulted(t, said.consulted, is_open=subject != ALL)
    source = shown["source_title"]
    components.table_twin(
        t, _passages_table(t, said, shown), title=finding, key="says", source=source, filename=file_stem(said.name, t("What the plans say"))
    )


def _passages(texts: Sequence[pd.DataFrame]) -> list[list[TextCell]]:
    """One row per passage: its words in each language, then its place in the first."""
    rows = zip(*(frame.itertuples() for frame in texts), strict=True)
    return [[*(_words(each) for each in row), TextCell(row[0].locator, is_quiet=True)] for row in rows]


def _words(row: Any) -> TextCell:
    return TextCell(row.text, note=_note(row), title="" if is_missing(row.title) else row.title)


def _note(row: Any) -> str:
    return "" if is_missing(row.note) else str(row.note)


def _draw_consulted(t: Language, consulted: pd.DataFrame, *, is_open: bool) -> None:
    """Who took part in the making of the plan, in numbers."""
    rows = [
        [
            TextCell(row.name),
            TextCell(t.number(row.participant_count)),
            TextCell(t.number(row.women_count)),
            TextCell(row.locator, is_quiet=True),
        ]
        for row in rows_of(consulted)
    ]
    headings = [t("Who was consulted, and where"), t("Participants"), t("Women"), t("Place in the source")]
    draw_register(headings, [Group(t("Consultations in numbers"), t.number(len(rows)), rows, is_open=is_open)], widths=(50, 14, 14, 22))


def _draw_commitments(t: Language, said: Said, *, subject: str) -> None:
    """What the plan promises by a day, and whether the day has passed."""
    if said.commitments.empty or subject not in (ALL, COMMITMENTS, "localisation"):
        return
    rows = [
        [TextCell(row.name), TextCell(findings.due_text(row, viewed_on=date.today(), t=t)), TextCell(row.locator, is_quiet=True)]
        for row in rows_of(said.commitments)
    ]
    title, headings = t("Dated commitments"), [t("Commitment"), t("Due"), t("Place in the source")]
    draw_register(headings, [Group(title, t.number(len(rows)), rows, is_open=True)], widths=(48, 24, 28))


def _bodies_table(t: Language, said: Said) -> HeadedTable:
    """Each member of each body beside what the document says of the body; a body without members has a row of its own."""
    members = said.members.rename(columns={"name": "member", "note": "member_note"})[["committee", "member", "seat_count", "member_note"]]
    rows = said.bodies.merge(members, how="left", left_on="organisation_id", right_on="committee")
    columns = {
        "name": t("Body"),
        "role": t("Role"),
        "rhythm": t("How often it meets"),
        "composition": t("Composition"),
        "host": t("Hosted by"),
        "member": t("Member"),
        "seat_count": t("Seats"),
        "member_note": t("Note on the member"),
        "note": t("Note"),
        "source_title": t("Source"),
        "locator": t("Place in the source"),
    }
    return HeadedTable(rows, columns)


def _passages_table(t: Language, said: Said, shown: pd.DataFrame) -> HeadedTable:
    """The passages in every language of the dashboard."""
    texts = {code: language(code).localise(said.stored.loc[shown.index])["text"] for code in language_codes()}
    rows = shown.assign(subject=[t(PASSAGE_KIND[kind]) for kind in shown["kind"]], **{f"text_{code}": text for code, text in texts.items()})
    columns = {
        "subject": t("Subject"),
        "title": t("Title"),
        **{f"text_{code}": language(code).name for code in texts},
        "note": t("Note"),
        "source_title": t("Source"),
        "locator": t("Place in the source"),
    }
    return HeadedTable(rows, columns)
