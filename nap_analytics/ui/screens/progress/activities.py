"""The sections of a plan known by its activities: how many were completed, and what the documents say was achieved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from nap_analytics import queries
from nap_analytics.charts import progress as charts
from nap_analytics.findings import achievements as achieved
from nap_analytics.findings import progress as findings
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view, localised_query
from nap_analytics.ui.register import Group, TextCell, draw_register, fold
from nap_analytics.ui.screens.progress.choice import ALL, of_pillar
from nap_analytics.wording.codes import pillar_words, with_capital
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nap_analytics.wording.language import Language


def draw_completion(t: Language, *, plan_id: str, pillar_code: str, subject: str) -> None:
    """A plan known by its activities: how many of those planned were completed, and what they brought."""
    completion = localised_query(t, queries.reported_completion, plan_id=plan_id)
    components.lead(
        t(
            "This is the completion of activities, as the document counts them. "
            "It is not the progress of indicators and cannot be compared with it."
        )
    )
    words = pillar_words(t, completion.iloc[0])
    components.section(with_capital(words.many))
    columns = {
        "pillar_code": with_capital(words.one),
        "name": t("Name"),
        "completed_count": t("Completed"),
        "planned_count": t("Planned"),
        "completion_pct": t("Completion"),
        "printed_pct": t("Printed in the source"),
        "other_completed_count": t("Completed, other reading"),
        "other_planned_count": t("Planned, other reading"),
        "other_completion_pct": t("Completion, other reading"),
        "locator": t("Place in the source"),
    }
    components.chart(
        t,
        cached_view(charts.completion_readings, completion, t=t),
        title=cached_view(findings.completion_finding, completion, t=t),
        subject_line=subject,
        key="completion",
        alt=cached_view(findings.completion_alt, completion, t=t),
        table=HeadedTable(completion, columns),
        source=t("; ").join(completion["source_title"].drop_duplicates()),
        filename=file_stem(t("completion rate"), t("by-pillar")),
    )
    rationales = completion["rationale"].dropna().drop_duplicates().tolist()
    if rationales:
        fold(t("Why two readings are possible"), rationales)
    draw_achievements(t, completion, plan_id=plan_id, pillar_code=pillar_code, subject=subject)


def draw_achievements(t: Language, pillars: pd.DataFrame, *, plan_id: str, pillar_code: str, subject: str) -> None:
    """What the documents say was achieved, planned or not, by priority; nothing for a plan of which they list no achievement."""
    achievements = localised_query(t, queries.achievements, plan_id=plan_id)
    if achievements.empty:
        return
    components.section(t("Achievements listed in the documents"))
    chosen = of_pillar(achievements, pillar_code)
    finding = cached_view(achieved.achievements_finding, chosen, t=t)
    components.finding(finding, anchor="achievements")
    is_open = pillar_code != ALL
    names = [(row.pillar_code, f"{row.pillar_code}. {row.name}") for row in pillars.itertuples()]
    groups = [_achievement_group(t, name, chosen[chosen["pillar_code"] == code], is_open=is_open) for code, name in names]
    for name, rows in achieved.without_priority(chosen, t=t):
        groups.append(_achievement_group(t, name, rows, is_open=is_open))
    shown = [group for group in groups if group.rows]
    draw_register([t("Achievement"), t("Planned?"), t("Place in the source")], shown, widths=(60, 15, 25))
    if chosen.empty:
        return
    components.table_twin(
        t,
        achievement_table(t, chosen, pillars),
        title=finding,
        subject_line=subject,
        key="achievements",
        source=chosen["source_title"],
        filename=f"achievements-{plan_id}",
    )


def achievement_table(t: Language, achievements: pd.DataFrame, pillars: pd.DataFrame) -> HeadedTable:
    """The achievements with all that is known of each."""
    names = dict(zip(pillars["pillar_code"], pillars["name"], strict=True))
    shown = achievements.assign(
        pillar_name=achievements["pillar_code"].map(names),
        planned_word=[achieved.planned_word(value, t=t) for value in achievements["is_planned"]],
    )
    columns = {
        "pillar_code": t("Priority"),
        "pillar_name": t("Name"),
        "text": t("Achievement"),
        "planned_word": t("Planned?"),
        "value": t("Number that it names"),
        "unit": t("Unit"),
        "placement_is_certain": t("Place is certain"),
        "other_text": t("Other wording"),
        "source_title": t("Source"),
        "locator": t("Place in the source"),
        "other_locator": t("Also stated in"),
        "note": t("Note"),
    }
    return HeadedTable(shown, columns)


def _achievement_group(t: Language, name: str, rows: pd.DataFrame, *, is_open: bool) -> Group:
    """The achievements of one priority."""
    achieved_rows: Iterable[Any] = rows.itertuples()
    cells: list[Sequence[TextCell]] = [
        [
            TextCell(row.text, note=achieved.achievement_note(row, t=t)),
            TextCell(achieved.planned_word(row.is_planned, t=t), is_quiet=pd.isna(row.is_planned)),
            TextCell(achieved.achievement_place(row, t=t), is_quiet=True),
        ]
        for row in achieved_rows
    ]
    return Group(name, achieved.planned_note(rows, t=t), cells, is_open=is_open)
