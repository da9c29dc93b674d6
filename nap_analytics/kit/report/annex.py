"""The annexes: how the numbers are made, the place of each in its source, where documents contradict themselves, the sources."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.documents.report.parts import Bullets, Cell, Chapter, Finding, Paragraph, Row, Section, SourceEntry, Table
from nap_analytics.errors import N_
from nap_analytics.findings import catalogue
from nap_analytics.kit.report.blank import grouped
from nap_analytics.kit.report.front import PLACES_TITLE
from nap_analytics.kit.report.indicators import indicator_name
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.values import dated_value, written_as, written_period

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    import pandas as pd

    from nap_analytics.documents.report.parts import Block
    from nap_analytics.kit.report.indicators import Numbers
    from nap_analytics.kit.report.report_context import ReportContext
    from nap_analytics.wording.language import Language

_PARTS = {"baseline": N_("Baseline"), "latest": N_("Latest value"), "verdict": N_("Value at the target date"), "target": N_("Target")}


def annex(context: ReportContext, numbers: Numbers) -> Chapter:
    """The list of sources comes last: it holds what all other chapters cite."""
    t = context.t
    method = Section(t("How the figures are made"), (_method(context, numbers),))
    places = Section(t(PLACES_TITLE), (_places(context, numbers),))
    faults = Section(t("Contradictions inside the documents"), tuple(_faults(context)))
    return Chapter(t("Annexes"), (), (method, places, faults, Section(t("Sources"), tuple(_sources(context)))))


def _method(context: ReportContext, numbers: Numbers) -> Bullets:
    t = context.t
    last = (
        t("Counts of survivors below five in a region or group are masked."),
        t("Amounts are stored as printed. A figure that no document publishes is left empty, with the reason, never 0."),
    )
    if context.is_of_activities:
        completion = t("Completion of activities: activities completed ÷ activities planned, as the document counts them.")
        return Bullets((completion, *last))
    items = (
        t("Progress of a series: (latest value − baseline) ÷ (target − baseline); 100% is the target."),
        t(
            "A level that the baseline already meets is to be held: 100% while it is held, 0% once it is "
            "lost; the shortfall is given in the unit of the indicator."
        ),
        t(
            "Expected progress: what the straight line from the baseline through the interim targets "
            "requires on the day of the latest value."
        ),
        *_rules_of_status(t, numbers.series),
        t("Only the latest national value within the plan’s time, and before any break in what is measured, is counted in progress."),
        t(
            "A near measure lies close to its indicator; it is shown as such and is not counted in progress. "
            "A partner’s target is never assessed."
        ),
        t(
            "Direction of travel: the latest value in the plan’s time against where the series started, as a "
            "yearly rate with a plus sign for the desired direction; never from reported cases or from "
            "values that are a minimum."
        ),
        t(
            "An indicator is the mean of its assessed series, a result of its indicators, a pillar of its results and objectives, "
            "the plan of its pillars."
        ),
        t("Bounds: the lowest and highest a figure could be if everything that is not assessed were at 0% or at 100%."),
        t("A mean whose bounds lie more than 50 points apart is not given as a finding: indicators are counted instead."),
        t("Indicators of the chapters are not included in any mean"),
    )
    return Bullets(tuple(item if item.endswith(".") else t("{sentence}.", sentence=item) for item in (*items, *last)))


def _rules_of_status(t: Language, series: pd.DataFrame) -> list[str]:
    """The rule of the pace while a target is still to come, that of the verdict once a date has passed: those that the plan needs."""
    aimed = series[series["target_value"].notna()]
    has_passed = aimed["deadline_has_passed"].astype(bool)
    rules = []
    if not has_passed.all():
        rules.append(
            t(
                "Status before the target date: achieved where the latest value meets the target, deterioration where it moved away from "
                "it or no longer holds it; else by progress ÷ expected progress: on track from 0.95, acceleration needed from 0.60, "
                "limited progress below."
            )
        )
    if has_passed.any():
        rules.append(
            t(
                "Status after the target date: achieved or missed according to the value nearest that date, from "
                "12 months before it to 6 months after it and before any break; not verified where there is "
                "none."
            )
        )
    return rules


def _places(context: ReportContext, numbers: Numbers) -> Block:
    t = context.t
    rows: list[Row] = []
    for indicator_id, own in numbers.places.groupby("indicator_id", sort=False):
        known = numbers.of(str(indicator_id)).set_index("series_id", drop=False)
        rows.append(Row((Cell(indicator_name(t, next(known.itertuples(index=False)))),), is_group=True))
        placed: Iterable[Any] = own.itertuples()
        rows += [_place(context, row, known.loc[row.series_id]) for row in placed]
    if not rows:
        return Paragraph(t("No figure for any indicator is known."))
    heads = (t("Series"), t("What"), t("Value"), t("Source and place in it"))
    return Table("annex.places", t(PLACES_TITLE), heads, (24, 16, 20, 40), tuple(rows))


def _place(context: ReportContext, row: Any, series: pd.Series) -> Row:
    t = context.t
    part = "verdict" if row.part == "latest" and row.day != series["period_end"] and row.day == series["verdict_date"] else row.part
    value, since, day = {
        "baseline": (series["baseline_value"], series["baseline_start"], series["baseline_date"]),
        "latest": (series["latest_value"], series["period_start"], series["period_end"]),
        "verdict": (series["verdict_value"], series["verdict_start"], series["verdict_date"]),
        "target": (series["target_value"], None, series["target_date"]),
    }[part]
    # The parts of a sum are its periods: the sum is in the table of its indicator.
    is_part = row.part == "latest" and series["is_sum"]
    written = (
        t("part of a sum, {date}", date=written_period(t, row.first_day, row.day)) if is_part else _written(t, value, since, day, series)
    )
    return Row((Cell(series["name"]), Cell(t(_PARTS[part])), Cell(written), Cell(row.locator, sources=context.cite(row.source_id))))


def _written(t: Language, value: Any, since: Any, day: Any, series: pd.Series) -> str:
    return dated_value(t, value, day, since=since, **written_as(series))


def _faults(context: ReportContext) -> list[Block]:
    t = context.t
    of_all = context.of_plan(queries.discrepancies)
    found = of_all[of_all["origin"] == "document"]
    blocks: list[Block] = [Finding(catalogue.discrepancies_finding(of_all, t=t, plan_name=str(context.plan["short_name"])))]
    beside = catalogue.not_counted(of_all, t=t)
    if beside:
        blocks.append(Paragraph(t("{sentence} The page Data lists them under Discrepancies.", sentence=beside)))
    if found.empty:
        return blocks
    blocks.append(Paragraph(t("Nothing was corrected. The printed value is kept, and what it was compared with is given beside it.")))
    kinds = [(title, found[found["kind"] == kind]) for kind, title in catalogue.DISCREPANCY_KIND.items()]
    rows = grouped((Cell(t(title)), [_fault(context, row) for row in own.itertuples()]) for title, own in kinds if len(own))
    heads = (t("What"), t("Printed"), t("Compared with"), t("Place in the document"))
    return [*blocks, Table("annex.faults", t("Contradictions found in the documents"), heads, (32, 21, 21, 26), rows)]


def _fault(context: ReportContext, row: Any) -> Row:
    t = context.t
    is_number = row.kind in catalogue.CALCULATED_KINDS
    values = [_shown(t, text) if is_number else text for text in (row.printed_value, row.computed_value)]
    place = Cell(row.locator, sources=context.cite(row.source_id), is_quiet=True)
    return Row((Cell(row.quantity), *(Cell("" if is_missing(value) else value) for value in values), place))


def _shown(t: Language, text: str) -> str:
    """A number that the discrepancies give as text, as the language writes it; anything else as it is."""
    try:
        value = Decimal(text)
    except (InvalidOperation, TypeError):
        return text
    return t.number(value, 0 if value == value.to_integral_value() else 2)


def _sources(context: ReportContext) -> list[Block]:
    """Every source cited, by its number."""
    known = {source["source_id"]: source for _, source in context.localised(queries.sources).iterrows()}
    return [_entry(context, number, known[source_id]) for source_id, number in context.numbers.items()]


def _entry(context: ReportContext, number: int, source: pd.Series) -> SourceEntry:
    t = context.t
    day = t("no date") if is_missing(source["published_date"]) else t.date(source["published_date"])
    confidence = word(t, source["confidence"]).partition(":")[0].strip()
    words = t(
        "{title}. {publisher}, {date}. Confidence: {confidence}.",
        title=str(source["title"]).rstrip("."),
        publisher=source["publisher"],
        date=day,
        confidence=confidence,
    )
    if not is_missing(source["citation"]):
        words = t("{finding} Citation asked for: {citation}", finding=words, citation=source["citation"])
    address = "" if is_missing(source["url"]) else str(source["url"])
    return SourceEntry(number, words, link=address if address.startswith(("http://", "https://")) else "")
