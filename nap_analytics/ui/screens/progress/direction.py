"""Which way the indicators move, with or without a target: every series that was measured twice, by pillar."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from nap_analytics.charts.theme import MOVEMENT_SYMBOLS
from nap_analytics.findings import progress as findings
from nap_analytics.palette import MOVEMENT_COLOURS
from nap_analytics.ui import components
from nap_analytics.ui.as_of import as_of_parameter
from nap_analytics.ui.register import Between, Group, TextCell, address, draw_register
from nap_analytics.ui.screens.progress.choice import of_pillar
from nap_analytics.wording.codes import shown_code
from nap_analytics.wording.measure_codes import MOVEMENT
from nap_analytics.wording.status import movement_basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    import pandas as pd

    from nap_analytics.wording.language import Language


def draw_direction(t: Language, series: pd.DataFrame, *, pillars: pd.DataFrame, pillar_code: str, viewed_on: date) -> None:
    """Every series whose direction is known or on purpose not judged; near measures are apart, they enter no indicator.

    Args:
        t: The language shown.
        series: Localised rows of ``plan_series``.
        pillars: Localised rows of ``pillar_progress`` of the plan.
        pillar_code: The pillar chosen, or all.
        viewed_on: The day as of which the data is seen; links keep it.
    """
    chosen = of_pillar(series[series["pillar_code"].notna() & (series["movement"] != "unknown")], pillar_code)
    components.section(t("Direction of travel"))
    components.finding(findings.movement_finding(chosen, t=t), anchor="direction")
    if chosen.empty:
        return
    names = pillars.set_index("pillar_code")["short_name"]
    groups = [
        Group(t("{code}. {name}", code=code, name=names[code]), "", list(_rows(t, list(own), viewed_on=viewed_on)), is_open=True)
        for code, own in groupby(chosen.itertuples(), key=lambda row: row.pillar_code)
    ]
    draw_register([t("Series"), t("Direction of travel")], groups, widths=(46, 54))


def _rows(t: Language, rows: Sequence[Any], *, viewed_on: date) -> Iterator[Sequence[TextCell] | Between]:
    exact, near = ([row for row in rows if row.evidence == kind] for kind in ("exact", "near"))
    yield from (_cells(t, row, viewed_on=viewed_on) for row in exact)
    if near:
        yield Between(t("Near measures"), t("they lie close to the indicator and are not counted"))
        yield from (_cells(t, row, viewed_on=viewed_on) for row in near)


def _cells(t: Language, row: Any, *, viewed_on: date) -> Sequence[TextCell]:
    code = shown_code(t, row.code, row.printed_code)
    series = row.series_id.rpartition("/")[2]
    link = address(t, "indicators", indicator=row.indicator_id, series=series, **as_of_parameter(viewed_on))
    sign: dict[str, Any] = {"mark": MOVEMENT_SYMBOLS[row.movement], "colour": MOVEMENT_COLOURS[row.movement]}
    return [
        TextCell(f"{code} {row.name}", href=link),
        TextCell(t(MOVEMENT[row.movement]).capitalize(), note=movement_basis(t, row), **sign),
    ]
