"""Tables of indicators: baseline, latest value, target and status of each, every number with its source."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from nap_analytics import queries
from nap_analytics.charts.progress import group_name, node_note
from nap_analytics.charts.theme import MOVEMENT_SYMBOLS, STATUS_SYMBOLS
from nap_analytics.documents.report.parts import Cell, Row, Table
from nap_analytics.palette import MOVEMENT_COLOURS, STATUS_COLOURS
from nap_analytics.wording.codes import printed_words, shown_code
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.measure_codes import EVIDENCE, MOVEMENT
from nap_analytics.wording.status import absence_reason, dated_status, lost_level, movement_basis
from nap_analytics.wording.values import written_as, written_day, written_period, written_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from nap_analytics.kit.report.report_context import ReportContext
    from nap_analytics.wording.language import Language

_WIDTHS = (44, 13.5, 14, 13, 15.5)


class Numbers:
    """The series of a plan with their numbers, and the place of each number."""

    def __init__(self, context: ReportContext) -> None:
        """Ask for both."""
        self.series = context.of_plan(queries.plan_series)
        self.places = context.of_plan(queries.value_places)
        self._sources = self.places.groupby(["series_id", "part"])["source_id"].agg(list).to_dict()

    def of(self, indicator_id: str) -> pd.DataFrame:
        """The series of an indicator, in order."""
        return self.series[self.series["indicator_id"] == indicator_id]

    def sources(self, series_id: str, part: str) -> list[str]:
        """The documents behind a baseline, a latest value or a target."""
        return self._sources.get((series_id, part), [])


def indicator_name(t: Language, row: Any) -> str:
    """An indicator in words, under its code; those of the plan's chapters have none in the document."""
    if not is_missing(row.chapter):
        return str(row.text)
    return t("{code} {text}", code=shown_code(t, row.code, row.printed_code), text=row.text)


def indicator_table(
    context: ReportContext, indicators: pd.DataFrame, *, numbers: Numbers, code: str, caption: str, results: pd.DataFrame | None = None
) -> Table:
    """The indicators in the order of the plan; those of several series with a row for each series of which a number is known.

    Args:
        context: The report.
        indicators: Localised rows of ``indicator_progress``.
        numbers: The series of the plan.
        code: The name of the table.
        caption: What it lists.
        results: Localised rows of ``result_progress``: the results that head their indicators; None: none do.
    """
    t = context.t
    rows: list[Row] = []
    if results is None:
        rows += [row for indicator in indicators.itertuples() for row in _rows(context, indicator, numbers)]
    else:
        heads = {row.group_code: row for row in results.itertuples()}
        for group, own in groupby(indicators.itertuples(), key=lambda row: row.group_code):
            head = heads[group]
            rows.append(Row((Cell(group_name(head, t=t)),), is_group=True))
            rows += [row for indicator in own for row in _rows(context, indicator, numbers, place=node_note(indicator, head=head, t=t))]
    heads_of_columns = (t("Indicator"), t("Baseline"), t("Latest value"), t("Target"), t("Status"))
    return Table(code, caption, heads_of_columns, _WIDTHS, tuple(rows))


def _rows(context: ReportContext, indicator: Any, numbers: Numbers, *, place: str = "") -> Iterator[Row]:
    """One row, or for several series a row of the indicator and one of each series of which a number is known."""
    t, series = context.t, numbers.of(indicator.indicator_id)
    name = indicator_name(t, indicator)
    doubt = "" if indicator.placement_is_certain else t("Its place in the framework is doubtful")
    doubt = t("; ").join(filter(None, (printed_words(indicator, t=t), place, doubt)))
    if len(series) == 1:
        row = next(series.itertuples())
        yield Row((Cell(name, note=doubt), *number_cells(context, row, numbers), series_status_cell(t, row)))
        return
    known = series[series["is_known"]]
    counted = t.n(
        "{known} of {count} series with a number", "{known} of {count} series with a number", len(series), known=t.number(len(known))
    )
    # What is known is in the rows of the series; what nobody knows is said here.
    gaps = (t("no baseline"), t("not reported"), t("no target set")) if known.empty else ("", "", "")
    cells = [Cell(gap, is_quiet=True) for gap in gaps]
    yield Row(
        (Cell(name, note=t("; ").join(filter(None, (counted, doubt)))), *cells, status_cell(t, indicator.status, indicator.status_date))
    )
    for row in known.itertuples():
        yield Row((Cell(f"– {row.name}"), *number_cells(context, row, numbers), series_status_cell(t, row)))


def number_cells(context: ReportContext, row: Any, numbers: Numbers) -> Sequence[Cell]:
    """Baseline, latest value and target of a series, each with its day and its sources; a row of ``plan_series``."""
    t = context.t
    parts = (
        ("baseline", row.baseline_value, row.baseline_start, row.baseline_date, t("starts from 0") if row.is_sum else t("no baseline")),
        ("latest", row.latest_value, row.period_start, row.period_end, t("not reported")),
        ("target", row.target_value, None, row.target_date, t("no target set")),
    )
    cells = []
    for part, value, since, day, gap in parts:
        if is_missing(value):
            cells.append(Cell(gap, note=_outside(row, part, t=t), is_quiet=True))
        else:
            is_added_up = part == "latest" and not is_missing(row.summed_from)
            span = t("added up, {period}", period=written_period(t, row.summed_from, day)) if is_added_up else ""
            note = span or written_day(t, day, since=since)
            sources = context.cite(*numbers.sources(row.series_id, part))
            cells.append(Cell(written_value(t, value, **written_as(row)), note=note, sources=sources))
    return cells


def _outside(row: Any, part: str, *, t: Language) -> str:
    """That values exist, but none that counts: of another time, region or group than the plan's, or with a gap between them."""
    if part != "latest" or not row.value_count:
        return ""
    if row.absence_reason == "no_value":
        return t.n("{count} value outside the time that counts", "{count} values outside the time that counts", int(row.value_count))
    return absence_reason(t, row)


def status_cell(t: Language, status: str, day: Any = None, *, note: str = "") -> Cell:
    """A status with its sign and the date of the value it rests on; what is not assessed is said softly."""
    words = dated_status(t, status, day)
    return Cell(words, note=note, mark=STATUS_SYMBOLS[status], colour=STATUS_COLOURS[status], is_quiet=status == "not_assessed")


def series_status_cell(t: Language, row: Any) -> Cell:
    """The status of a series, with the value that answers for its target where that is not the latest; a row of ``plan_series``."""
    notes = []
    if row.evidence == "near":
        notes.append(t(EVIDENCE["near"]))
    if not is_missing(row.verdict_value) and row.verdict_date != row.period_end:
        notes.append(written_value(t, row.verdict_value, **written_as(row)))
    if not row.deadline_has_passed:
        notes.append(lost_level(t, row))
    return status_cell(t, row.status, row.status_date, note=", ".join(filter(None, notes)))


def direction_table(context: ReportContext, series: pd.DataFrame, *, code: str, caption: str) -> Table | None:
    """How the series move whose direction is known, near measures named as such; None where none is. Rows of ``plan_series``."""
    t = context.t
    shown = series[~series["movement"].isin(["unknown", "not_judged"])]
    if shown.empty:
        return None
    rows = tuple(_direction_row(t, row) for row in shown.itertuples())
    return Table(code, caption, (t("Series"), t("Direction of travel"), t("Based on")), (40, 20, 40), rows)


def _direction_row(t: Language, row: Any) -> Row:
    name = t("{code} {text}", code=shown_code(t, row.code, row.printed_code), text=row.name)
    near = t(EVIDENCE["near"]) if row.evidence == "near" else ""
    sign = Cell(t(MOVEMENT[row.movement]).capitalize(), mark=MOVEMENT_SYMBOLS[row.movement], colour=MOVEMENT_COLOURS[row.movement])
    return Row((Cell(name, note=near), sign, Cell(movement_basis(t, row))))
