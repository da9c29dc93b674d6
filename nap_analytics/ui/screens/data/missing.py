"""What is missing: what the sources should say and do not, counted for each plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.errors import NoPlanError
from nap_analytics.findings.catalogue import MISSING, missing_finding
from nap_analytics.palette import INK, QUIET_INK
from nap_analytics.ui import components
from nap_analytics.ui.cache import localised_query, warehouse
from nap_analytics.ui.register import Group, TextCell, draw_register
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from typing import Any

    from nap_analytics.wording.language import Language


def draw_missing(t: Language) -> None:
    """What is known of each plan, and of how much the sources say nothing."""
    missing = localised_query(t, queries.missing, viewed_on=warehouse().data_date)
    if missing.empty:
        raise NoPlanError
    finding = missing_finding(missing, t=t)
    components.headline(finding)
    components.lead(t("Missing is not zero: what the documents do not say stays empty, is shown as not reported and enters no mean."))
    groups = [
        Group(str(name), "", [_row(t, row) for row in rows.itertuples()], is_open=True)
        for name, rows in missing.groupby("short_name", sort=False)
    ]
    draw_register([t("What the sources should say"), t("Known"), t("Missing")], groups)
    worded = missing.assign(what_word=missing["what"].map({code: t(text) for code, text in MISSING.items()}))
    columns = {"short_name": t("Plan"), "what_word": t("What"), "total_count": t("Total"), "missing_count": t("Missing")}
    source = t("counted over the tables of the dashboard")
    components.table_twin(
        t, HeadedTable(worded, columns), title=finding, key="missing", source=source, filename=file_stem(t("missing-data"))
    )


def _row(t: Language, row: Any) -> list[TextCell]:
    what = TextCell(t(MISSING[row.what]))
    if not row.total_count:
        return [what, TextCell(t("none listed in the sources"), is_quiet=True), TextCell("–", is_quiet=True)]
    known = row.total_count - row.missing_count
    share = t("{known} of {total}", known=t.number(known), total=t.number(row.total_count))
    mark = "●" if not row.missing_count else "◐" if known else "○"
    return [what, TextCell(share, mark=mark, colour=INK if known else QUIET_INK, is_whole=True), TextCell(t.number(row.missing_count))]
