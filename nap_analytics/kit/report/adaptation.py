"""Objectives met and not met: for each the next step, to be written, as the rule of adaptation asks."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.documents.report.parts import Cell, Chapter, Finding, Paragraph, Row, Section, Table
from nap_analytics.findings import report as findings
from nap_analytics.kit.report.blank import grouped
from nap_analytics.kit.report.indicators import indicator_name, status_cell
from nap_analytics.kit.report.says import says
from nap_analytics.wording.codes import pillar_words, with_capital
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.status import BEHIND, absence_reason, lost_level, movement_text, no_progress_reason, way_gone
from nap_analytics.wording.values import held_value, latest_value, target_value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    import pandas as pd

    from nap_analytics.documents.report.parts import Block
    from nap_analytics.kit.report.indicators import Numbers
    from nap_analytics.kit.report.report_context import ReportContext
    from nap_analytics.wording.language import Language

_WIDTHS = (36, 22, 19, 23)


def adaptation(context: ReportContext, numbers: Numbers) -> Chapter:
    """What was met, what was not, what cannot be judged."""
    t = context.t
    usual = t(
        "When an objective is not met, its obstacles are named and possible solutions sought. When it is met, a more ambitious one is set."
    )
    rules: Sequence[Block] = says(context, "adaptation_rule") or [Paragraph(usual)]
    if context.is_of_activities:
        return Chapter(t("Objectives met and not met"), tuple(rules), _of_activities(context))
    finding = Finding(t("{sentence}.", sentence=findings.met_finding(numbers.series, t=t)))
    exact = numbers.series[numbers.series["evidence"] == "exact"]
    near = numbers.series[(numbers.series["evidence"] == "near") & numbers.series["latest_value"].notna()]
    status = exact["status"]
    sections = []
    if (status != "not_assessed").any():
        sections.append(Section(t("Met: a more ambitious target"), (_met(context, exact[status == "achieved"]),)))
        missed = _obstacles(context, exact[status == "missed"], code="missed", caption=t("Targets that are not met"))
        sections.append(Section(t("Not met: obstacle and solution"), (missed,)))
    behind = exact[status.isin(BEHIND) & (status != "missed")]
    if not behind.empty:
        late = _obstacles(context, behind, code="behind", caption=t("Targets still to come, behind schedule"))
        sections.append(Section(t("Behind before the target date: obstacle and solution"), (late,)))
    if (status == "not_verified").any():
        sections.append(Section(t("Not verified: who will supply the value"), (_unverified(context, exact[status == "not_verified"]),)))
    if (status == "on_track").any():
        sections.append(Section(t("Under way"), (_on_the_way(context, exact[status == "on_track"]),)))
    sections.append(Section(t("Measured, but with no target to be judged by"), (_unjudged(context, numbers, exact),)))
    if not near.empty:
        sections.append(Section(t("Near measures, never assessed"), (_near(context, numbers, near),)))
    return Chapter(t("Objectives met and not met"), (*rules, finding), tuple(sections))


def _met(context: ReportContext, series: pd.DataFrame) -> Block:
    t = context.t
    rows = _grouped(t, series, lambda row: Row((_name(row), _status(t, row), *_prompts(t("new target"), t("when")))))
    heads = (t("Indicator"), t("Status"), t("New target"), t("By when"))
    return _or(rows, "met", t("Targets that were met"), heads, t("No series is known to have met its target."))


def _obstacles(context: ReportContext, series: pd.DataFrame, *, code: str, caption: str) -> Block:
    """Series that missed their target, or are behind while its date is still to come: the obstacle, and who removes it."""
    t = context.t
    rows = _grouped(t, series, lambda row: Row((_name(row), _status(t, row), *_prompts(t("obstacle"), t("solution, who, when")))))
    heads = (t("Indicator"), t("Status"), t("Obstacle"), t("Solution, who, by when"))
    return _or(rows, code, caption, heads, t("No series is known to have missed its target."))


def _unverified(context: ReportContext, series: pd.DataFrame) -> Block:
    """Past their target date without a value at it: how far they had come, and who brings the value."""
    t = context.t

    def row_of(row: Any) -> Row:
        target = target_value(t, row)
        return Row((_name(row), Cell(target), Cell(_last_known(t, row), is_quiet=True), *_prompts(t("who, when"))))

    heads = (t("Indicator"), t("Target, past its date"), t("Latest value counted"), t("Who is to provide it, by when"))
    caption = t("Target dates that have passed without a value to verify them")
    return Table("adaptation.not_verified", caption, heads, _WIDTHS, _grouped(t, series, row_of))


def _last_known(t: Language, row: Any) -> str:
    """The latest value that counts and how far it had come, without a word of a status; or why there is none."""
    if is_missing(row.latest_value):
        return absence_reason(t, row)
    gone = way_gone(t, row, known_day=row.period_end)
    return t("{value}: {finding}", value=latest_value(t, row), finding=gone) if gone else latest_value(t, row)


def _on_the_way(context: ReportContext, series: pd.DataFrame) -> Block:
    t = context.t
    rows = _grouped(t, series, lambda row: Row((_name(row), _status(t, row), Cell(way_gone(t, row)), *_prompts(t("who, when")))))
    heads = (t("Indicator"), t("Status"), t("Progress"), t("Who sees to it"))
    return Table("adaptation.on_track", t("Targets still to come, on track"), heads, _WIDTHS, rows)


def _unjudged(context: ReportContext, numbers: Numbers, exact: pd.DataFrame) -> Block:
    """Series with a value that nothing can be held against: what to propose."""
    t = context.t

    def row_of(row: Any) -> Row:
        value = Cell(latest_value(t, row), sources=context.cite(*numbers.sources(row.series_id, "latest")))
        reason = Cell(no_progress_reason(t, row), is_quiet=True)
        return Row((_name(row), value, reason, *_prompts(_to_propose(t, row))))

    rows = _grouped(t, exact[(exact["status"] == "not_assessed") & exact["latest_value"].notna()], row_of)
    heads = (t("Indicator"), t("Latest value"), t("Why"), t("To propose"))
    return _or(rows, "unjudged", t("Values that cannot be compared with a target"), heads, t("No other series has a value."))


def _to_propose(t: Language, row: Any) -> str:
    """What would let the value be judged: a target, a baseline, or a target that can be reached the way the series is counted."""
    if is_missing(row.target_value):
        return t("target, when")
    return t("baseline, date") if is_missing(row.baseline_value) and not row.is_sum else t("a suitable target, by when")


def _near(context: ReportContext, numbers: Numbers, near: pd.DataFrame) -> Block:
    """What measures something close to an indicator: its value, its direction, and who could measure the indicator itself."""
    t = context.t

    def row_of(row: Any) -> Row:
        value = Cell(latest_value(t, row), sources=context.cite(*numbers.sources(row.series_id, "latest")))
        return Row((_name(row), value, Cell(movement_text(t, row), is_quiet=True), *_prompts(t("who, when"))))

    heads = (t("Near measure"), t("Latest value"), t("Direction of travel"), t("Who measures the indicator itself"))
    caption = t("Measures that lie close to an indicator and are not counted in progress")
    return Table("adaptation.near", caption, heads, _WIDTHS, _grouped(t, near, row_of))


def _of_activities(context: ReportContext) -> tuple[Section, ...]:
    """Priorities whose activities were all completed, and the others."""
    t = context.t
    rows: list[Any] = list(context.localised(queries.reported_completion, plan_id=context.plan_id).itertuples())
    met = [_priority(t, row, t("new objective"), t("when")) for row in rows if row.completed_count == row.planned_count]
    missed = [_priority(t, row, t("obstacle"), t("solution, who, when")) for row in rows if row.completed_count != row.planned_count]
    words = pillar_words(t, context.plan)
    met_heads = (with_capital(words.one), t("Completed"), t("New objective"), t("By when"))
    missed_heads = (with_capital(words.one), t("Completed"), t("Obstacle"), t("Solution, who, by when"))
    none_met = t("Planned activities remain to be completed for every {pillar}.", pillar=words.one)
    none_missed = t("All planned activities are completed for every {pillar}.", pillar=words.one)
    done = _or(met, "met", t("All planned activities completed"), met_heads, none_met)
    undone = _or(missed, "missed", t("Planned activities not all completed"), missed_heads, none_missed)
    return (Section(t("Met: a more ambitious objective"), (done,)), Section(t("Not met: obstacle and solution"), (undone,)))


def _grouped(t: Language, series: pd.DataFrame, row_of: Callable[[Any], Row]) -> tuple[Row, ...]:
    """The series, each under its indicator."""
    indicators = (list(own) for _, own in groupby(series.itertuples(), key=lambda row: row.indicator_id))
    return grouped((Cell(indicator_name(t, own[0])), map(row_of, own)) for own in indicators)


def _or(rows: Sequence[Row], code: str, caption: str, heads: tuple[str, ...], sentence: str) -> Block:
    """The table, or where it would be empty a sentence that says so."""
    return Table(f"adaptation.{code}", caption, heads, _WIDTHS, tuple(rows)) if rows else Paragraph(sentence)


def _prompts(*words: str) -> tuple[Cell, ...]:
    return tuple(Cell(prompt=each) for each in words)


def _name(row: Any) -> Cell:
    return Cell(f"– {row.name}")


def _status(t: Language, row: Any) -> Cell:
    """The status with its date, the value compared with the target, and the target; before the deadline the distance from a lost level."""
    compared = t("{latest}, target {target}", latest=held_value(t, row), target=target_value(t, row))
    lost = "" if row.deadline_has_passed else lost_level(t, row)
    return status_cell(t, row.status, row.status_date, note=", ".join(filter(None, (compared, lost))))


def _priority(t: Language, row: Any, *words: str) -> Row:
    done = t("{part} of {whole}", part=t.number(row.completed_count), whole=t.number(row.planned_count))
    name = t("{code}. {name}", code=row.pillar_code, name=row.name)
    return Row((Cell(name), Cell(done, note=t.percent(row.completion_pct)), *_prompts(*words)))
