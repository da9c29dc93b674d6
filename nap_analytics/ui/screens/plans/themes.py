"""Themes of the agenda that stay, come and go, in a reading of the crosswalk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics import queries
from nap_analytics.charts.crosswalk import crosswalk_sankey, theme_matrix
from nap_analytics.charts.theme import pillar_colour
from nap_analytics.findings import plans as findings
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_query, cached_view, localised_query
from nap_analytics.ui.filters import choose_one
from nap_analytics.ui.register import Group, TextCell, draw_register
from nap_analytics.wording.codes import counted_pillars, word
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from nap_analytics.wording.language import Language


def draw_themes(t: Language) -> None:
    """Which themes of the agenda each plan gives a pillar to, in a reading of the crosswalk."""
    readings = {code: findings.reading_name(t, code) for code in cached_query(queries.crosswalk_readings)["reading"]}
    reading = choose_one(t, t("Reading of the crosswalk"), name="reading", options=readings)
    frame = localised_query(t, queries.pillar_themes, reading=reading)
    source = t("Pillars as the plans print them; the correspondence is this dashboard’s, with its reason in the table")
    shared: dict[str, Any] = {"subject_line": readings[reading], "table": _theme_table(t, frame), "source": source}
    finding = findings.lasting_themes(frame, t=t)
    components.chart(
        t,
        cached_view(theme_matrix, frame, t=t),
        title=finding,
        key="themes",
        alt=t("Table of the pillars that each plan gives to each theme: {finding}", finding=finding),
        filename=file_stem(t("themes"), readings[reading]),
        **shared,
    )
    finding = findings.reading_moves(frame, localised_query(t, queries.pillar_themes, reading=next(iter(readings))), reading=reading, t=t)
    components.chart(
        t,
        cached_view(crosswalk_sankey, frame, t=t),
        title=finding,
        key="crosswalk",
        alt=t("Bands from the pillars of the plans to the themes of the agenda: {finding}", finding=finding),
        filename=file_stem(t("correspondence"), readings[reading]),
        **shared,
    )
    components.finding(t("Why each pillar belongs where it does"))
    draw_register(
        [t("Pillar"), t("Theme of the agenda"), t("Why")],
        widths=[28, 20, 52],
        groups=[_reasons(t, str(name), rows) for name, rows in frame.groupby("plan_name", sort=False)],
    )


def _theme_table(t: Language, frame: pd.DataFrame) -> HeadedTable:
    """Each pillar's share of each theme, with the reason."""
    columns = {
        "plan_name": t("Plan"),
        "pillar_code": t("Code"),
        "name": t("Pillar"),
        "theme_word": t("Theme of the agenda"),
        "share_pct": t("Share"),
        "rationale": t("Why"),
    }
    return HeadedTable(frame.assign(theme_word=[word(t, code) for code in frame["wps_pillar"]]), columns)


def _reasons(t: Language, plan_name: str, rows: pd.DataFrame) -> Group:
    """The pillars of one plan with their themes and the reason of each."""
    placed: Iterable[Any] = rows.itertuples()
    cells = [
        [
            TextCell(f"{row.pillar_code}. {row.name}"),
            TextCell(
                word(t, row.wps_pillar),
                note=t.percent(row.share_pct) if row.share < 1 else "",
                mark="■",
                colour=pillar_colour(row.wps_pillar),
            ),
            TextCell(row.rationale),
        ]
        for row in placed
    ]
    return Group(plan_name, counted_pillars(t, rows["pillar_code"].nunique(), rows.iloc[0]), cells, is_open=True)
