"""How deep the money of each plan is known, and what would fill the gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.charts import budgets as charts
from nap_analytics.findings import budget_depth as depth
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view, localised_query
from nap_analytics.ui.register import Group, TextCell, draw_register
from nap_analytics.wording.codes import word
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from datetime import date

    from nap_analytics.wording.language import Language


def draw_level_of_detail(t: Language, *, viewed_on: date) -> None:
    """How deep the money of each plan is known, and what would fill the gaps."""
    depths = localised_query(t, queries.budget_depth, viewed_on=viewed_on)
    finding = depth.depth_reached(depths, t=t)
    components.chart(
        t,
        cached_view(charts.depth_matrix, depths, names={code: t(name) for code, name in depth.DEPTHS.items()}, t=t),
        title=finding,
        key="depth",
        alt=t("Table of how far the budget of each plan is broken down: {finding}", finding=finding),
        table=HeadedTable(
            depths.assign(
                depth_word=[t(depth.DEPTHS[code]) for code in depths["depth"]],
                state_word=[t(depth.STATES[code]) for code in depths["known_state"]],
                standing_word=["" if is_missing(code) else word(t, code) for code in depths["standing"]],
            ),
            {
                "short_name": t("Plan"),
                "depth_word": t("Depth"),
                "state_word": t("Known"),
                "known_amount": t("Amount known"),
                "not_placed_amount": t("Amount not allocated"),
                "currency_code": t("Currency"),
                "standing_word": t("Source of the total"),
                "line_without_amount_count": t("Lines without an amount"),
            },
        ),
        source=t("Computed from every budget line in the sources"),
        filename=file_stem(t("detail-of-budgets")),
    )
    components.finding(t("What is not known, and what would fill the gap"))
    groups = [_gaps(t, name, gaps) for name, gaps in depth.gaps(depths, t=t).items() if gaps]
    draw_register([t("What is missing"), t("What would fill it")], groups, widths=[60, 40])


def _gaps(t: Language, name: str, gaps: list[depth.Gap]) -> Group:
    """What is not known of one plan's money."""
    count = t("no amount at all") if gaps[0].is_whole else t.n("{count} gap", "{count} gaps", len(gaps))
    return Group(name, count, [[TextCell(gap.missing), TextCell(gap.needed)] for gap in gaps], is_open=True)
