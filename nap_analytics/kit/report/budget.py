"""The money of the plan at each stage, as far as it is published, the money around it, and what is to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.charts.headed_rows import PLAN_COLOUR
from nap_analytics.deck import Mark, Picture
from nap_analytics.documents.report.parts import Bullets, Cell, Chapter, Finding, Note, Paragraph, ReportChart, Row, Section, Table
from nap_analytics.findings import budget_stages as findings
from nap_analytics.findings import budget_totals, budgets
from nap_analytics.kit.report.blank import prompt
from nap_analytics.kit.report.pictures import scene_chart
from nap_analytics.kit.report.says import says
from nap_analytics.kit.report.steering import MONEY, QUESTIONS, YEAR_TITLE, chapter_indicators
from nap_analytics.kit.scenes.content import number
from nap_analytics.wording.codes import pillar_words, with_capital, word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.money import amount_text, standing_words, written_amount
from nap_analytics.wording.values import written_years

if TYPE_CHECKING:
    from typing import Any

    import pandas as pd

    from nap_analytics.documents.report.parts import Block
    from nap_analytics.kit.report.indicators import Numbers
    from nap_analytics.kit.report.report_context import ReportContext


def budget(context: ReportContext, numbers: Numbers) -> Chapter:
    """What is published, the money around the plan, what is to be written."""
    t = context.t
    write = prompt(t, f"chapter.{MONEY}", YEAR_TITLE, *QUESTIONS[MONEY], is_headed=True)
    sections = (
        Section(t("What the sources hold"), tuple(_published(context))),
        Section(t("Related funding of the plan"), tuple(_around(context))),
        Section(t("Use of funds"), (*chapter_indicators(context, MONEY, numbers), write)),
    )
    return Chapter(t("Budget"), sections=sections)


def _published(context: ReportContext) -> list[Block]:
    t = context.t
    money = {"viewed_on": context.viewed_on, "currency_code": context.plan["currency_code"]}
    stages = context.own(queries.budget_stages, **money)
    whole = next(stages[stages["pillar_code"].isna()].itertuples())
    blocks: list[Block] = [Finding(findings.execution(whole, t=t))]
    if not is_missing(context.plan["explanation"]):
        blocks.append(Paragraph(str(context.plan["explanation"]), context.cite(context.plan["source_id"])))
    sources = context.of_plan(queries.money_sources)
    if any(not is_missing(getattr(whole, f"{stage}_amount")) for stage in findings.STAGES):
        blocks.append(_stages_chart(context, whole, sources))
    pillars = stages[stages["pillar_code"].notna()]
    if pillars["planned_amount"].notna().any():
        blocks.append(scene_chart(context, "pillar_money", plan=context.plan_id, currency=context.plan["currency_code"]))
    blocks.append(_stages_table(context, stages))
    blocks += [Note(_place(context, row), context.cite(row.source_id)) for row in sources.itertuples()]
    blocks += _population(context)
    blocks += says(context, "funding_rule")
    flows = context.localised(queries.budget_flows, plan_id=context.plan_id, base_year=None, **money)
    needed = tuple(t(text) for _, text in findings.what_is_needed(whole, flows))
    return [*blocks, Paragraph(t("To know more, these are needed:")), Bullets(needed)] if needed else blocks


def _population(context: ReportContext) -> list[Block]:
    """Where the report gives an amount per head: that a plan prints another population than the one it is divided by."""
    if is_missing(context.plan["planned_per_head"]):
        return []
    frame = context.localised(queries.population_differences)
    cited = [context.cite(row.used_source_id, row.printed_source_id) for row in frame.itertuples()]
    return [Note(note, numbers) for note, numbers in zip(budget_totals.population_notes(frame, t=context.t), cited, strict=True)]


def _place(context: ReportContext, row: Any) -> str:
    t = context.t
    return t("Source: {source}", source=t("the budget lines of the plan") if is_missing(row.locator) else row.locator)


def _stages_chart(context: ReportContext, whole: Any, sources: pd.DataFrame) -> ReportChart:
    """The plan's money at each stage; a stage of which nothing is published is a gap."""
    t = context.t
    rows = [findings.stage_row(whole, stage) for stage in findings.STAGES]
    marks = tuple(
        Mark(
            findings.stage_name(t, row.stage),
            number(row.amount),
            amount_text(t, row),
            PLAN_COLOUR,
            is_hatched=bool(standing_words(t, row)),
        )
        for row in rows
    )
    picture = Picture("bars", t("Amounts of the plan at each stage, {unit}", unit=t.currency(whole.currency_code)), marks)
    return ReportChart(findings.execution(whole, t=t).rstrip("."), picture, sources=context.cite(*sources["source_id"]))


def _stages_table(context: ReportContext, stages: pd.DataFrame) -> Table:
    """One row per pillar with money, then the plan as a whole."""
    t = context.t
    rows = [
        Row((Cell(t("{code}. {name}", code=row.pillar_code, name=row.short_name)), *_amounts(context, row)))
        for row in stages[stages["pillar_code"].notna()].itertuples()
    ]
    whole = next(stages[stages["pillar_code"].isna()].itertuples())
    rows.append(Row((Cell(t("The plan as a whole"), is_strong=True), *_amounts(context, whole)), is_total=True))
    heads = (with_capital(pillar_words(t, context.plan).one), *(findings.stage_name(t, stage) for stage in findings.STAGES))
    return Table("budget.stages", t("Amounts of the plan at each stage"), heads, (32, 17, 17, 17, 17), tuple(rows), frozenset(range(1, 5)))


def _amounts(context: ReportContext, row: Any) -> list[Cell]:
    t, found = context.t, []
    for stage in findings.STAGES:
        at_stage = findings.stage_row(row, stage)
        found.append(Cell(amount_text(t, at_stage), is_quiet=is_missing(at_stage.amount)))
    return found


def _around(context: ReportContext) -> list[Block]:
    """Money near the plan, never part of it: the preferred figure of each."""
    t = context.t
    frame = context.own(queries.contextual_funding)
    if frame.empty:
        return [Paragraph(t("No related funding has been entered for this plan."))]
    preferred = frame[frame["is_preferred"].astype(bool)]
    rows = tuple(_funding(context, row) for row in preferred.itertuples())
    heads = (t("What"), t("Amount"), t("Years"), t("Confidence"))
    finding = Paragraph(budgets.money_around(frame, plan_name=str(context.plan["short_name"]), t=t))
    caption = t("Related funding, never part of the plan")
    return [finding, Table("budget.around", caption, heads, (50, 20, 14, 16), rows, frozenset({1}))]


def _funding(context: ReportContext, row: Any) -> Row:
    t = context.t
    what = row.what if is_missing(row.part_of_funding_id) else t("of which: {what}", what=row.what)
    name = Cell(what, sources=context.cite(row.source_id))
    amount = Cell(written_amount(t, row.amount, row.currency_code))
    confidence = Cell(word(t, row.confidence).partition(":")[0].strip(), is_quiet=True)
    return Row((name, amount, Cell(written_years(t, row.year_from, row.year_to)), confidence))
