"""Results by pillar: finding, chart and table of each; and what was met, what was not, what cannot be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.documents.report.parts import Cell, Chapter, Finding, Paragraph, Row, Section, Table
from nap_analytics.errors import N_
from nap_analytics.findings import achievements as achieved
from nap_analytics.findings import progress
from nap_analytics.findings import report as findings
from nap_analytics.kit.report.blank import prompt
from nap_analytics.kit.report.front import GAPS_TITLE
from nap_analytics.kit.report.indicators import direction_table, indicator_table
from nap_analytics.kit.report.pictures import completion_chart, pillar_chart
from nap_analytics.wording.codes import pillar_words, shown_code, with_capital
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.measure_codes import COVERAGE

if TYPE_CHECKING:
    from collections.abc import Hashable
    from typing import Any

    import pandas as pd

    from nap_analytics.documents.report.parts import Block, Prompt
    from nap_analytics.kit.report.indicators import Numbers
    from nap_analytics.kit.report.report_context import ReportContext


def results(context: ReportContext, numbers: Numbers) -> Chapter:
    """The pillars side by side, then a section for each."""
    t = context.t
    pillars = context.of_plan(queries.pillar_progress)
    coverage = context.of_plan(queries.indicator_coverage)
    make = _activities if context.is_of_activities else _indicators
    sections = [Section(str(row["name"]), tuple(make(context, row, numbers, coverage))) for _, row in pillars.iterrows()]
    return Chapter(
        t("Results by {pillar}", pillar=pillar_words(t, context.plan).one), tuple(_overview(context, pillars, coverage)), tuple(sections)
    )


def _overview(context: ReportContext, pillars: pd.DataFrame, coverage: pd.DataFrame) -> list[Block]:
    t = context.t
    if context.is_of_activities:
        known = t(
            "This is the completion of activities, as the document counts them. "
            "It is not the progress of indicators and cannot be compared with it."
        )
        return [Paragraph(known), _completion_table(context), *_other_achievements(context)]
    if coverage.empty:
        return [Paragraph(progress.empty_plan(context.plan, value_count=0, t=t)), *_other_achievements(context)]
    counts = coverage.groupby(["pillar_code", "coverage"]).size().to_dict()
    rows = tuple(_pillar_row(context, row, counts) for row in pillars.itertuples())
    counted = (t("Assessed"), t("Measured, not assessed"), t("Near measure"), t("No value"))
    words = pillar_words(t, context.plan)
    heads = (with_capital(words.one), t("Indicators"), *counted, t("Mean"), t("Possible"))
    caption = t("The {pillars} side by side", pillars=words.many)
    table = Table("results.pillars", caption, heads, (22, 12, 11, 14, 10, 10, 9, 12), rows, frozenset(range(1, 8)))
    finding = Finding(t("{sentence}.", sentence=progress.pillars_finding(pillars, t=t)))
    note = t(
        "Mean: the average progress of what can be assessed. Possible: the lowest and highest it could "
        "be if every other indicator were at 0% or at 100%. Where the two lie more than 50 points apart, "
        "the mean is not given as a finding."
    )
    return [finding, table, Paragraph(note), *_other_achievements(context)]


def _pillar_row(context: ReportContext, row: Any, counts: dict[Hashable, int]) -> Row:
    t = context.t
    known = [t.number(counts.get((row.pillar_code, code), 0)) for code in COVERAGE]
    mean = t.percent(row.progress_pct, 0) if row.assessed_count else t("not assessed")
    possible = t("{lower}–{upper}", lower=t.number(row.lower_pct), upper=t.percent(row.upper_pct))
    name = t("{code}. {name}", code=row.pillar_code, name=row.short_name)
    counted = (Cell(words) for words in (name, t.number(row.indicator_count), *known))
    return Row((*counted, Cell(mean, is_quiet=not row.is_headline_mean), Cell(possible, is_quiet=True)))


def _indicators(context: ReportContext, pillar: pd.Series, numbers: Numbers, coverage: pd.DataFrame) -> list[Block]:
    """A pillar that is known by its indicators."""
    t, code = context.t, str(pillar["pillar_code"])
    own_coverage = coverage[coverage["pillar_code"] == code]
    blocks: list[Block] = [Finding(t("{sentence}.", sentence=findings.pillar_finding(pillar, t=t)))]
    chart = pillar_chart(context, pillar, numbers=numbers, coverage=own_coverage)
    if chart:
        blocks.append(chart)
    indicators = context.of_plan(queries.indicator_progress)
    indicators = indicators[indicators["pillar_code"] == code]
    if not indicators.empty:
        groups = context.of_plan(queries.result_progress)
        groups = groups[groups["pillar_code"] == code]
        caption = t("Indicators: {name}", name=pillar["short_name"])
        blocks.append(indicator_table(context, indicators, numbers=numbers, code=f"results.{code}", caption=caption, results=groups))
        silent = indicators[indicators["indicator_id"].isin(own_coverage[own_coverage["coverage"] == "silent"]["indicator_id"])]
        codes = [shown_code(t, row.code, row.printed_code) for row in silent.itertuples()]
        blocks.append(Paragraph(findings.silent_note(codes, total=len(indicators), chapter=t(GAPS_TITLE), t=t)))
        caption = t("Direction of travel: {name}", name=pillar["short_name"])
        own = numbers.series[numbers.series["pillar_code"] == code]
        moves = direction_table(context, own, code=f"results.{code}.direction", caption=caption)
        blocks += [moves] if moves else []
    if not context.localised(queries.achievements, plan_id=context.plan_id).empty:
        blocks += _achievements(context, pillar)
    return [*blocks, _explanation(context, code)]


def _activities(context: ReportContext, pillar: pd.Series, numbers: Numbers, coverage: pd.DataFrame) -> list[Block]:  # noqa: ARG001 (as for indicators)
    """A pillar that is known by its completed activities."""
    t, code = context.t, str(pillar["pillar_code"])
    completion = context.localised(queries.reported_completion, plan_id=context.plan_id)
    blocks: list[Block] = [Finding(t("{sentence}.", sentence=findings.pillar_finding(pillar, t=t)))]
    blocks += [completion_chart(context, row) for row in completion[completion["pillar_code"] == code].itertuples()]
    return [*blocks, *_achievements(context, pillar), _explanation(context, code)]


def _achievements(context: ReportContext, pillar: pd.Series) -> list[Block]:
    """What the documents list as achieved under a pillar."""
    t, code = context.t, str(pillar["pillar_code"])
    listed = context.localised(queries.achievements, plan_id=context.plan_id)
    listed = listed[listed["pillar_code"] == code]
    blocks: list[Block] = [Paragraph(t("{sentence}.", sentence=achieved.achievements_finding(listed, t=t)))]
    if not listed.empty:
        caption = t("Achievements: {name}", name=pillar["short_name"])
        blocks.append(_achievement_table(context, listed, code=f"results.{code}.achievements", caption=caption))
    return blocks


def _achievement_table(context: ReportContext, listed: pd.DataFrame, *, code: str, caption: str) -> Table:
    """Achievements, each once."""
    t = context.t
    rows = tuple(_achievement(context, row) for row in listed.itertuples())
    return Table(code, caption, (t("Achievement"), t("Planned?"), t("Place in the source")), (62, 12, 26), rows)


def _other_achievements(context: ReportContext) -> list[Block]:
    """The achievements of no single priority: how many the documents list in all, and these."""
    t = context.t
    listed = context.localised(queries.achievements, plan_id=context.plan_id)
    if listed.empty:
        return []
    tables = [
        _achievement_table(context, own, code=f"results.other.{number}", caption=t("Achievements: {what}", what=name))
        for number, (name, own) in enumerate(achieved.without_priority(listed, t=t), start=1)
        if len(own)
    ]
    return [Paragraph(t("{sentence}.", sentence=achieved.achievements_finding(listed, t=t))), *tables]


def _achievement(context: ReportContext, row: Any) -> Row:
    t = context.t
    others = () if is_missing(row.other_locator) else row.other_source_ids
    place = Cell(achieved.achievement_place(row, t=t), sources=context.cite(row.source_id, *others), is_quiet=True)
    return Row((Cell(row.text, note=achieved.achievement_note(row, t=t)), Cell(achieved.planned_word(row.is_planned, t=t)), place))


def _completion_table(context: ReportContext) -> Table:
    t = context.t
    rows = []
    for row in context.localised(queries.reported_completion, plan_id=context.plan_id).itertuples():
        other = ""
        if not row.assignment_is_certain:
            counts = {"part": t.number(row.other_completed_count), "whole": t.number(row.other_planned_count)}
            other = t("{part} of {whole}", **counts)
        name = Cell(t("{code}. {name}", code=row.pillar_code, name=row.name), sources=context.cite(row.source_id))
        figures = (t.number(row.completed_count), t.number(row.planned_count), t.percent(row.completion_pct))
        rows.append(Row((name, *(Cell(figure) for figure in figures), Cell(other, is_quiet=True))))
    words = pillar_words(t, context.plan)
    heads = (with_capital(words.one), t("Completed"), t("Planned"), t("Completion"), t("Other reading"))
    caption = t("The {pillars} side by side", pillars=words.many)
    return Table("results.pillars", caption, heads, (48, 12, 12, 14, 14), tuple(rows), frozenset(range(1, 5)))


def _explanation(context: ReportContext, code: str) -> Prompt:
    return prompt(
        context.t,
        f"results.{code}.explanation",
        N_("What explains the results"),
        N_("What explains these results?"),
        N_("Which activities of the year contributed, where, and for how many women and girls?"),
        N_("What do women and civil society say of them?"),
        is_headed=True,
    )
