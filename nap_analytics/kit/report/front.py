"""Cover, how to read the report, and its summary."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.charts.theme import STATUS_SYMBOLS
from nap_analytics.documents.report.parts import Bullets, Cell, Chapter, Cover, Figures, Row, Section, Table
from nap_analytics.errors import N_, NapError
from nap_analytics.findings import budget_stages, catalogue, overview, progress
from nap_analytics.findings import report as findings
from nap_analytics.kit.report.blank import prompt
from nap_analytics.kit.report.pictures import scene_chart
from nap_analytics.wording.codes import pillar_words, short_status
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.measure_codes import STATUS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nap_analytics.documents.report.parts import Block
    from nap_analytics.kit.report.report_context import ReportContext

TITLE = N_("Annual national report")
GAPS_TITLE = N_("What was not found in the sources")
PLACES_TITLE = N_("Where each figure comes from")
"""Titles that other chapters name."""


def cover(context: ReportContext) -> Cover:
    """What the report is, of which data, and who answers for it: to be written."""
    t = context.t
    facts = (
        (t("Period covered"), prompt(t, "cover.period", N_("Period covered"), N_("from … to …"))),
        (t("Written by"), prompt(t, "cover.author", N_("Written by"), N_("name, office"))),
        (t("Adopted on, by"), prompt(t, "cover.adoption", N_("Adopted on, by"), N_("date, body"))),
        (t("Date of the data"), t.date(context.warehouse.data_date)),
        (t("As of"), t.date(context.viewed_on)),
        (t("Version of the data"), context.warehouse.version[:8]),
    )
    note = t("Draft: figures, tables and charts come from the data; the grey fields are left to whoever coordinates the report.")
    return Cover(t(TITLE), str(context.plan["title"]), facts, note)


WHOLE = N_("nothing")
SHARED = (
    (N_("figures and findings"), N_("the message of the year")),
    (N_("dated events, breaks in what is measured"), N_("what changed, which strategies to adapt")),
    (N_("finding, chart and table by {pillar}"), N_("what explains the results")),
    (N_("the status of every target"), N_("obstacles, solutions, new targets")),
    (N_("bodies and rules as the plan words them, the indicators of its chapters"), N_("meetings, lessons, regional and local plans")),
    (N_("the amounts published at each stage"), N_("who contributed, what was spent and why")),
    (N_("what each indicator lacks"), N_("who is to provide it, by when; who sent data")),
    (WHOLE, N_("challenges, recommendations, risks, changes to the operational plan")),
    (N_("method, place of each number, contradictions, sources"), WHOLE),
)
"""What comes from the data and what is left to write, chapter by chapter."""


def guide(context: ReportContext, titles: Sequence[str]) -> Chapter:
    """What is filled in and what is left to write, in the chapters of these titles."""
    t = context.t
    pillar = pillar_words(t, context.plan).one
    rows = tuple(
        Row(
            (
                Cell(t("{number}. {title}", number=number, title=title)),
                *(Cell(t(part, pillar=pillar), is_quiet=part == WHOLE) for part in parts),
            )
        )
        for number, (title, parts) in enumerate(zip(titles, SHARED, strict=True), start=1)
    )
    heads = (t("Chapter"), t("From the data"), t("Still to be written"))
    shared = Table("guide.chapters", t("What comes from the data, and what is left to write"), heads, (32, 34, 34), rows)
    used = {*context.of_plan(queries.plan_series)["status"], *context.of_plan(queries.indicator_progress)["status"]}
    signs = " · ".join(f"{STATUS_SYMBOLS[code]} {short_status(t, code)}" for code in STATUS if code in used)
    items = (
        t(
            "Filled in from the data: every figure, finding, table and chart. A number in brackets leads to the document in the list "
            "of sources; “{place}” in the annexes says where in it.",
            place=t(PLACES_TITLE),
        ),
        t(
            "Still to be written: the grey fields. Click into one and write; its questions disappear. What "
            "nobody writes stays grey, so that nothing unfinished passes for finished."
        ),
        t("Missing is not zero: what the documents do not say stays empty, is shown as not reported and enters no mean."),
        *_translated(context),
        *([t("Status symbols: {signs}. The date in brackets is that of the value on which it rests.", signs=signs)] if signs else []),
        t(
            "Word adds the page numbers of the table of contents when it opens the document and asks whether to update its fields. "
            "Later: click into the table and press F9."
        ),
    )
    return Chapter(t("How to read this report"), (Bullets(items), shared))


def _translated(context: ReportContext) -> list[str]:
    """Whose the words of the passages are, where the plan has any."""
    t = context.t
    sentence = t("Passages of the plan are quoted from the English text at hand; their French is our translation.")
    return [sentence] if context.own(queries.passages)["is_own_translation"].any() else []


def summary(context: ReportContext) -> Chapter:
    """The year in a few sentences, to be written, beside what the data says."""
    t = context.t
    message = prompt(
        t,
        "summary.message",
        N_("The message of the year"),
        N_("What is the most important result of the year?"),
        N_("What held it back most?"),
        N_("Which decision does this report ask for?"),
    )
    known: list[Block] = [_figures(context), Bullets(tuple(t("{sentence}.", sentence=each.rstrip(".")) for each in _findings(context)))]
    chart = "completion" if context.is_of_activities else "coverage"
    with suppress(NapError):  # a plan without indicators: the findings say so
        known.append(scene_chart(context, chart, plan=context.plan_id))
    return Chapter(t("Summary"), (), (Section(t("The message of the year"), (message,)), Section(t("What the data says"), tuple(known))))


def _figures(context: ReportContext) -> Figures:
    t, plan = context.t, context.plan
    measured = t("Activities completed") if context.is_of_activities else t("What is known of its progress")
    known = overview.measure_note(plan, t=t)
    spread = "" if is_missing(plan["planned_amount"]) else overview.budget_note(plan, t=t)
    return Figures(((overview.measure_text(plan, t=t), measured, known), (overview.budget_text(plan, t=t), t("Budget"), spread)))


def _findings(context: ReportContext) -> Iterator[str]:
    """The findings of the chapters that follow, in their order."""
    t, plan = context.t, context.plan
    yield progress.plan_finding(plan, t=t)
    if context.is_of_activities:
        yield progress.completion_finding(context.localised(queries.reported_completion, plan_id=context.plan_id), t=t)
    elif plan["indicator_count"]:
        yield progress.pillars_finding(context.of_plan(queries.pillar_progress), t=t)
        yield findings.met_finding(context.of_plan(queries.plan_series), t=t)
        yield findings.gaps_finding(context.of_plan(queries.indicator_gaps), t=t)
    stages = context.own(queries.budget_stages, viewed_on=context.viewed_on, currency_code=plan["currency_code"])
    yield budget_stages.execution(next(stages[stages["pillar_code"].isna()].itertuples()), t=t)
    yield catalogue.discrepancies_finding(context.of_plan(queries.discrepancies), t=t, plan_name=str(context.plan["short_name"]))
