"""What nobody reported: what is missing of each indicator and who is to bring it, what the sources should say, who was to send data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.documents.report.parts import Cell, Chapter, Finding, Paragraph, Row, Section, Table
from nap_analytics.errors import N_
from nap_analytics.findings import report as findings
from nap_analytics.findings.catalogue import MISSING
from nap_analytics.kit.report.blank import form, grouped
from nap_analytics.kit.report.front import GAPS_TITLE
from nap_analytics.kit.report.indicators import indicator_name
from nap_analytics.wording.codes import CHAPTER
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.values import written_day

if TYPE_CHECKING:
    from typing import Any

    import pandas as pd

    from nap_analytics.documents.report.parts import Block
    from nap_analytics.kit.report.report_context import ReportContext
    from nap_analytics.wording.language import Language


def gaps(context: ReportContext) -> Chapter:
    """The to-do list of the coordinator."""
    t = context.t
    sections = (
        Section(t("What each indicator lacks, and who is to provide it"), tuple(_indicators(context))),
        Section(t("What the sources should say"), (_gap_kinds(context),)),
        Section(t("Who was to send data"), tuple(_senders(context))),
    )
    return Chapter(t(GAPS_TITLE), sections=sections)


def _indicators(context: ReportContext) -> list[Block]:
    t = context.t
    indicator_gaps = context.of_plan(queries.indicator_gaps)
    if indicator_gaps.empty and (context.is_of_activities or not context.plan["indicator_count"]):
        return [Paragraph(t("The sources list no indicator of this plan: its results framework is needed first."))]
    blocks: list[Block] = [Finding(t("{sentence}.", sentence=findings.gaps_finding(indicator_gaps, t=t)))]
    if indicator_gaps.empty:
        return blocks
    has_bodies = bool(indicator_gaps["responsible"].notna().any())
    heads = [t("Indicator"), t("What is missing"), t("Responsible, as the plan says"), t("Who is to provide it, by when")]
    widths = [36, 17, 30, 17]
    if not has_bodies:
        told = t("The plan names no body responsible for any of these indicators: whoever is to provide the data must be named here.")
        blocks.append(Paragraph(told))
        del heads[2], widths[2]
    rows = _rows(context, indicator_gaps, has_bodies=has_bodies)
    return [*blocks, Table("gaps.indicators", t("What each indicator lacks"), tuple(heads), tuple(widths), rows)]


def _rows(context: ReportContext, indicator_gaps: pd.DataFrame, *, has_bodies: bool) -> tuple[Row, ...]:
    """The indicators under their pillar, then those of the chapters under theirs."""
    t = context.t
    pillars = context.of_plan(queries.pillar_progress).set_index("pillar_code")["name"]
    is_of_pillar = indicator_gaps["pillar_code"].notna()
    under_pillars = indicator_gaps[is_of_pillar].groupby("pillar_code", sort=False)
    under_chapters = indicator_gaps[~is_of_pillar].groupby("chapter", sort=False)
    groups = [(t("{code}. {name}", code=code, name=pillars[code]), own) for code, own in under_pillars]
    groups += [(t(CHAPTER[str(code)]), own) for code, own in under_chapters]
    return grouped((Cell(name), [_row(t, row, has_bodies=has_bodies) for row in own.itertuples()]) for name, own in groups)


def _row(t: Language, row: Any, *, has_bodies: bool) -> Row:
    name = Cell(indicator_name(t, row))
    due = t("value at the target date, {date}", date=written_day(t, row.verdict_target_date))
    parts = (
        (t("target"), row.target_missing_count),
        (t("baseline"), row.baseline_missing_count),
        (t("value that counts"), row.value_missing_count),
        (due, row.verdict_value_missing_count),
    )
    if row.series_count == 1:
        what = Cell(", ".join(part for part, count in parts if count))
    else:
        counted = [t("{what} ({count})", what=part, count=t.number(count)) for part, count in parts if count]
        what = Cell(", ".join(counted), note=t.n("in {count} series", "in {count} series", int(row.series_count)))
    body = t("nobody is designated") if is_missing(row.responsible) else row.responsible
    bodies = (Cell(body, is_quiet=is_missing(row.responsible)),) if has_bodies else ()
    return Row((name, what, *bodies, Cell(prompt=t("who, when"))))


def _gap_kinds(context: ReportContext) -> Table:
    t = context.t
    own = context.own(queries.missing, viewed_on=context.viewed_on)
    rows = []
    row: Any
    for row in own.itertuples():
        missing_count = Cell(t.number(row.missing_count)) if row.total_count else Cell(t("none listed in the sources"), is_quiet=True)
        whole = Cell(t.number(row.total_count)) if row.total_count else Cell()
        rows.append(Row((Cell(t(MISSING[row.what])), missing_count, whole)))
    heads = (t("What"), t("Not reported"), t("Total"))
    return Table("gaps.kinds", t("What the sources should say about the plan"), heads, (48, 37, 15), tuple(rows), frozenset({1, 2}))


def _senders(context: ReportContext) -> list[Block]:
    """The organisations in the bodies that steer the plan, each with the day its data came; posts of a unit send none."""
    t = context.t
    members = context.localised(queries.committee_members, plan_id=context.plan_id)
    members = members[~members["is_post"].astype(bool)]
    heads = (N_("Institution"), N_("Focal point"), N_("Data sent on"))
    if members.empty:
        nobody = Paragraph(t("The sources do not say who sits on the committees of this plan."))
        caption = N_("Institutions that send data, to fill in")
        return [nobody, form(t, "gaps.senders", caption=caption, heads=heads, widths=(50, 28, 22), count=5)]
    rows = grouped(
        (
            Cell(str(name), sources=context.cite(*own["source_id"])),
            [Row((_member(t, row), *(Cell(prompt=t(head)) for head in heads[1:]))) for row in own.itertuples()],
        )
        for name, own in members.groupby("body_name", sort=False)
    )
    caption = t("Members of the bodies that steer the plan")
    return [Table("gaps.senders", caption, tuple(t(head) for head in heads), (50, 28, 22), rows)]


def _member(t: Language, row: Any) -> Cell:
    seats = "" if is_missing(row.seat_count) else t.n("{count} seat", "{count} seats", int(row.seat_count))
    return Cell(row.name, note=seats)
