"""The money of a plan beside its results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.charts.budget_results import money_beside_results
from nap_analytics.findings import budget_shares as findings
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view, localised_query
from nap_analytics.ui.frame import page_link
from nap_analytics.ui.screens.budgets.price_basis import choose_plan
from nap_analytics.wording.codes import pillar_words, with_capital, word
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from datetime import date

    from nap_analytics.wording.codes import PillarWords
    from nap_analytics.wording.language import Language


def draw_results(t: Language, *, viewed_on: date) -> None:
    """A plan's money beside its results, pillar by pillar."""
    plan_id, plan_name = choose_plan(t, viewed_on=viewed_on)
    frame = localised_query(t, queries.money_against_results, viewed_on=viewed_on)
    frame = frame[frame["plan_id"] == plan_id]
    words = pillar_words(t, frame.iloc[0])
    finding = cached_view(findings.money_and_results, frame, plan_name=plan_name, t=t)
    in_brackets = t("In brackets: the lowest and the highest that a result could be, given what is missing or uncertain.")
    shown = frame.assign(basis_word=[word(t, basis) for basis in frame["basis"]])
    components.chart(
        t,
        cached_view(money_beside_results, frame, t=t),
        title=finding,
        key="results",
        alt=t("Two columns of bars, the share of the budget and the results by {pillar}: {finding}", pillar=words.one, finding=finding),
        table=HeadedTable(shown, _result_columns(t, words, is_of_activities=bool((frame["basis"] == "activities").all()))),
        source=t("the budget and the reports of the plan; see Progress for each result"),
        filename=file_stem(t("funding-and-results"), plan_id),
        notes=[
            *([in_brackets] if (frame["progress_pct"].notna() & (frame["lower_pct"] != frame["upper_pct"])).any() else []),
            t(
                "A share of the budget says nothing about the effort behind a result: the funds of one area can "
                "serve another. Read the two columns side by side, not as cause and effect."
            ),
        ],
    )
    page_link(t, "progress", label=t("Progress, result by result"), plan=plan_id)


def _result_columns(t: Language, words: PillarWords, *, is_of_activities: bool) -> dict[str, str]:
    """Columns of a pillar's money beside its results, which are counted in activities or in indicators."""
    counted = (
        {"planned_activity_count": t("Activities planned"), "completed_activity_count": t("Activities completed")}
        if is_of_activities
        else {"indicator_count": t("Indicators"), "assessed_count": t("Assessed")}
    )
    return {
        "pillar_code": with_capital(words.one),
        "short_name": t("Name"),
        "amount_xof": t("XOF"),
        "share_pct": t("Share of the budget"),
        "basis_word": t("Counted in"),
        "progress_pct": t("Progress"),
        "lower_pct": t("Lowest possible"),
        "upper_pct": t("Highest possible"),
        **counted,
    }
