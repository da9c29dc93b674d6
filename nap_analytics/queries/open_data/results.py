"""What is measured of the plans, for every format of exchange: the same baselines, targets and values in each file.

Small counts are masked before these rows are made: nothing here reads what was recorded, only the view ``observation``.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from nap_analytics.queries.open_data.rows import Row, grouped, told_rows

if TYPE_CHECKING:
    from datetime import date

    from nap_analytics.warehouse import Warehouse


PARTNER = "partner"
"""Who set a target that never counts."""

Cell = tuple[Any, ...]
"""Period, region, sex and age group of a value: what several sources can speak of."""


@dataclass(frozen=True)
class Measured:
    """One series with all that is known of it on the day viewed.

    Attributes:
        series: What it measures, of which indicator, node and plan.
        baseline: Where it starts; None: no baseline is known.
        targets: One row per target decided by then, by decision and date; those of partners too, which never count.
        observations: One row per observation, by period and breakdown, the preferred before those that disagree with it.
        standing: Its status, what that rests on, and its direction of travel.
    """

    series: Row
    baseline: Row | None
    targets: list[Row]
    observations: list[Row]
    standing: Row

    @property
    def current_targets(self) -> list[Row]:
        """The targets of the decision that counts, by date."""
        return [row for row in self.targets if row["is_current"]]

    @property
    def earlier_targets(self) -> list[Row]:
        """The targets of other decisions than the one that counts, those of partners left out."""
        return [row for row in self.targets if not row["is_current"] and row["set_by"] != PARTNER]

    @property
    def partner_targets(self) -> list[Row]:
        """The targets of the latest decision of a partner, by date: named, never held against a value."""
        rows = [row for row in self.targets if row["set_by"] == PARTNER]
        return [row for row in rows if row["decided_on"] == rows[-1]["decided_on"]]

    @property
    def final_target(self) -> Row | None:
        """The last target of the decision that counts, against which progress is measured."""
        return next((row for row in self.targets if row["is_final"]), None)

    @property
    def cells(self) -> list[Row]:
        """The observations that stand for their cells: at most one for each period, region, sex and age group."""
        return [row for row in self.observations if row["stands_for_its_cell"]]

    def rivals(self, shown: Row) -> list[Row]:
        """The other values of a cell that sources give."""
        return [row for row in self._by_cell[_cell(shown)] if row is not shown and row["value"] is not None]

    @cached_property
    def _by_cell(self) -> dict[Cell, list[Row]]:
        found: dict[Cell, list[Row]] = defaultdict(list)
        for row in self.observations:
            found[_cell(row)].append(row)
        return found


def _cell(row: Row) -> Cell:
    return tuple(row[name] for name in ("period_start", "period_end", "region_code", "sex", "age_group"))


def measured_series(warehouse: Warehouse, *, viewed_on: date) -> list[Measured]:
    """Every series of every plan, oldest plan first, in the order of the framework; those without any value are there too."""
    baselines = {row["series_id"]: row for row in baseline_rows(warehouse, viewed_on=viewed_on)}
    targets = grouped(target_rows(warehouse, viewed_on=viewed_on), "series_id")
    observations = grouped(observation_rows(warehouse, viewed_on=viewed_on), "series_id")
    standings = {row["series_id"]: row for row in standing_rows(warehouse, viewed_on=viewed_on)}
    known = [(row, row["series_id"]) for row in series_rows(warehouse)]
    return [Measured(row, baselines.get(name), targets.get(name, []), observations.get(name, []), standings[name]) for row, name in known]


def series_rows(warehouse: Warehouse) -> list[Row]:
    """One row per series."""
    return told_rows(warehouse, "result_series")


def baseline_rows(warehouse: Warehouse, *, viewed_on: date) -> list[Row]:
    """At most one row per series, at the end of its period; `is_printed` false: the latest value before the plan stands for it."""
    return told_rows(warehouse, "result_baseline", viewed_on=viewed_on)


def target_rows(warehouse: Warehouse, *, viewed_on: date) -> list[Row]:
    """One row per series, target date (`period_end`) and decision; `is_current`: of the decision that counts, `is_final`: its last."""
    return told_rows(warehouse, "result_target", viewed_on=viewed_on)


def standing_rows(warehouse: Warehouse, *, viewed_on: date) -> list[Row]:
    """One row per series: its status with the value that it rests on, and its direction of travel."""
    return told_rows(warehouse, "result_standing", viewed_on=viewed_on)


def observation_rows(warehouse: Warehouse, *, viewed_on: date) -> list[Row]:
    """One row per observation.

    `assessment_scope` says what the value is to the plan: before it (up to the printed baseline, else before its first day), after_break
    (a break in the series since then, whenever), after_plan or within, which alone is assessed. `is_after_plan`: after its last day, with a
    break or without.
    """
    return told_rows(warehouse, "result_observation", viewed_on=viewed_on)
