"""One indicator: what it means, what was measured, where it should be."""

from __future__ import annotations

from datetime import date

import pandas as pd

from nap_analytics.queries.answer import answer
from nap_analytics.warehouse import Warehouse


def indicator(warehouse: Warehouse, *, indicator_id: str) -> pd.DataFrame:
    """One row, or none where the indicator is unknown: the indicator with its plan, pillar, node and source."""
    return answer(warehouse, "indicator", indicator_id=indicator_id)


def indicator_series(warehouse: Warehouse, *, indicator_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per series, in order: baseline, target, latest assessed value, progress, pace."""
    return answer(warehouse, "indicator_series", indicator_id=indicator_id, viewed_on=viewed_on)


def indicator_observations(warehouse: Warehouse, *, indicator_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per observation, by series and date, small counts masked; disagreeing values follow the preferred one."""
    return answer(warehouse, "indicator_observations", indicator_id=indicator_id, viewed_on=viewed_on)


def indicator_paths(warehouse: Warehouse, *, indicator_id: str, viewed_on: date) -> pd.DataFrame:
    """Corner points of the path from baseline to target, by series and date. Empty: no baseline."""
    return answer(warehouse, "indicator_paths", indicator_id=indicator_id, viewed_on=viewed_on)


def indicator_targets(warehouse: Warehouse, *, indicator_id: str, viewed_on: date) -> pd.DataFrame:
    """One row per target decided by the viewed date, by series, the latest decision first.

    `is_current`: of the decision that counts; `is_final`: its last date, which progress and verdict are held against. `set_by` partner:
    shown and never assessed.
    """
    return answer(warehouse, "indicator_targets", indicator_id=indicator_id, viewed_on=viewed_on)


def indicator_place(warehouse: Warehouse, *, indicator_id: str) -> pd.DataFrame:
    """One row per node above the indicator, from the pillar down to its own; none for a chapter's indicator."""
    return answer(warehouse, "indicator_place", indicator_id=indicator_id)


def indicator_bodies(warehouse: Warehouse, *, indicator_id: str) -> pd.DataFrame:
    """One row per organisation that the plan makes responsible for the indicator's node; none where it names nobody."""
    return answer(warehouse, "indicator_bodies", indicator_id=indicator_id)


def indicator_choices(warehouse: Warehouse, *, viewed_on: date) -> pd.DataFrame:
    """One row per indicator of every plan, newest plan first, with its number of values."""
    return answer(warehouse, "indicator_choices", viewed_on=viewed_on)


def regions_named(warehouse: Warehouse, *, words: str) -> pd.DataFrame:
    """One row per region that the words name, by a name in either language, its ISO code or its P-code; in the order of the law.

    `pattern`: what `region_mentions` looks for in texts.
    """
    return answer(warehouse, "regions_named", words=words)


def region_mentions(warehouse: Warehouse, *, region_codes: tuple[str, ...], pattern: str, viewed_on: date) -> pd.DataFrame:
    """One row per row of the data, of the table `relation`, that speaks of one of the regions by its code or by a name in its texts.

    At most 100 of a `kind`, of `kind_count`; what is the region's own first, then the newest plan. `part`: series of an indicator, codes of
    a region. `said`: the note or what else the row says.
    """
    return answer(warehouse, "region_mentions", region_codes=list(region_codes), pattern=pattern, viewed_on=viewed_on)


def search(warehouse: Warehouse, *, words: str) -> pd.DataFrame:
    """Up to 50 of each `kind` that contain all words, accents and case aside: indicators (by their text and the names of their series),
    activities, achievements, dated events (milestone), subjects of the context (by the names and notes of their figures), passages and
    bodies of the plans (a body by its members too).

    `subject`: the kind of a passage.
    """
    return answer(warehouse, "search", words=words)
