"""One plan's money: by pillar or by theme of the agenda, by activity, by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.charts import budget_shares, budgets
from nap_analytics.findings import budget_depth
from nap_analytics.findings import budget_shares as share_findings
from nap_analytics.findings import budgets as findings
from nap_analytics.findings.plans import reading_name
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view, localised_query
from nap_analytics.ui.filters import choose_one, filter_row
from nap_analytics.ui.register import Group, TextCell, draw_register
from nap_analytics.ui.screens.budgets.price_basis import PriceBasis, choose_plan, choose_price_basis, choose_reading
from nap_analytics.ui.share import subject_line
from nap_analytics.wording.codes import pillar_words, with_capital
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from nap_analytics.wording.codes import PillarWords
    from nap_analytics.wording.language import Language

_SHOWN_ACTIVITIES = 10


def draw_division(t: Language, *, viewed_on: date) -> None:
    """Where a plan's money goes; said plainly where no source divides it."""
    with filter_row():
        plan_id, plan_name = choose_plan(t, viewed_on=viewed_on)
        basis = choose_price_basis(t, viewed_on=viewed_on)
    pillars = localised_query(t, queries.budget_by_pillar, **basis.params)
    pillars = pillars[pillars["plan_id"] == plan_id]
    frame = pillars[pillars["pillar_code"].notna()]
    if frame["amount_own"].isna().all():
        components.empty_note(budget_depth.no_division(pillars, plan_name=plan_name, t=t))
        return
    words = pillar_words(t, frame.iloc[0])
    options = {"pillar": t("By {pillar}, as printed", pillar=words.one), "theme": t("By theme of the agenda")}
    if choose_one(t, t("Grouped by"), name="by", options=options) == "pillar":
        _by_pillar(t, frame, words=words, plan_id=plan_id, basis=basis)
    else:
        _by_theme(t, plan_id=plan_id, source=frame["budget_source"].iloc[0], basis=basis)
    costs = localised_query(t, queries.activity_costs, plan_id=plan_id, **basis.params)
    prices = basis.prices_text(t)
    subject = subject_line(plan_name, prices)
    _structure(t, costs, words=words, plan_id=plan_id, plan_name=plan_name, prices=prices)
    _by_year(t, localised_query(t, queries.budget_by_year, plan_id=plan_id, **basis.params), words=words, plan_id=plan_id, subject=subject)
    _by_activity(t, costs, words=words, plan_id=plan_id, subject=subject)


def _by_pillar(t: Language, frame: pd.DataFrame, *, words: PillarWords, plan_id: str, basis: PriceBasis) -> None:
    finding = cached_view(findings.pillar_shares, frame, t=t)
    columns = {
        "pillar_code": with_capital(words.one),
        "name": t("Name"),
        "amount": t("Amount"),
        "currency_code": t("Currency"),
        "base_year": t("Prices of"),
        "share_pct": t("Share"),
        "amount_xof": t("XOF"),
        "allocated_to_years_xof": t("XOF allocated to years"),
        "line_without_amount_count": t("Lines without an amount"),
    }
    components.chart(
        t,
        cached_view(budgets.pillar_bars, frame, t=t),
        title=finding,
        subject_line=basis.prices_text(t),
        key="pillars",
        alt=t("Bars of the amounts by {pillar}: {finding}", pillar=words.one, finding=finding),
        table=HeadedTable(frame, columns),
        source=frame["budget_source"].iloc[0],
        filename=file_stem(t("budget-by-{what}", what=words.one), plan_id, basis.file_part),
    )


def _by_theme(t: Language, *, plan_id: str, source: str, basis: PriceBasis) -> None:
    reading = choose_reading(t)
    frame = localised_query(t, queries.budget_by_theme, **basis.params)
    frame = frame[(frame["plan_id"] == plan_id) & (frame["reading"] == reading)]
    finding = cached_view(share_findings.theme_shares, frame, t=t)
    components.chart(
        t,
        cached_view(budget_shares.theme_bars, frame, t=t),
        title=finding,
        subject_line=subject_line(reading_name(t, reading), basis.prices_text(t)),
        key="themes",
        alt=t("Bars of the amount for each theme of the agenda: {finding}", finding=finding),
        table=HeadedTable(frame, theme_columns(t)),
        source=t("{source}; assigned to themes by this dashboard’s crosswalk", source=source),
        filename=file_stem(t("budget-by-theme"), plan_id, reading_name(t, reading), basis.file_part),
    )


def theme_columns(t: Language) -> dict[str, str]:
    """Columns of money placed under the themes of the agenda."""
    return {
        "plan_name": t("Plan"),
        "reading": t("Reading of the crosswalk"),
        "wps_pillar": t("Theme of the agenda"),
        "pillars": t("Pillars of the plan"),
        "amount": t("Amount"),
        "currency_code": t("Currency"),
        "share_pct": t("Share"),
        "moved_amount": t("More or less than in the main reading"),
    }


def _structure(t: Language, costs: pd.DataFrame, *, words: PillarWords, plan_id: str, plan_name: str, prices: str) -> None:
    """Pillars and activities in one picture."""
    priced = costs[costs["amount"] > 0]
    if priced.empty or priced["share_pct"].isna().any():
        return
    finding = cached_view(findings.structure, priced, t=t)
    components.chart(
        t,
        cached_view(budget_shares.pillar_icicle, priced, plan_name=plan_name, t=t),
        title=finding,
        subject_line=subject_line(plan_name, prices),
        key="structure",
        alt=t("Block of the plan’s budget divided into its parts and activities: {finding}", finding=finding),
        table=HeadedTable(priced, _activity_columns(t, words)),
        source=costs["source_title"].iloc[0],
        filename=file_stem(t("structure-of-budget"), plan_id),
    )


def _by_year(t: Language, frame: pd.DataFrame, *, words: PillarWords, plan_id: str, subject: str) -> None:
    """Amount of each pillar in each year; what is given to no year is apart."""
    if frame["budget_year"].isna().all():
        components.empty_note(t("No source breaks this budget down by year."))
        return
    finding = cached_view(findings.years_spread, frame, t=t)
    components.chart(
        t,
        cached_view(budgets.year_panels, frame, t=t),
        title=finding,
        subject_line=subject,
        key="years",
        alt=t("Small bars of the amounts by {pillar} and year: {finding}", pillar=words.one, finding=finding),
        table=HeadedTable(
            frame[frame["amount"].notna()],
            {
                "budget_year": t("Year"),
                "pillar_code": with_capital(words.one),
                "short_name": t("Name"),
                "amount": t("Amount"),
                "currency_code": t("Currency"),
            },
        ),
        source=frame["budget_source"].iloc[0],
        filename=file_stem(t("budget-by-year"), plan_id),
    )


def _by_activity(t: Language, frame: pd.DataFrame, *, words: PillarWords, plan_id: str, subject: str) -> None:
    """The dearest activities, and the lines that print no amount."""
    if frame.empty:
        components.empty_note(t("No source breaks this budget down by activity."))
        return
    priced = frame[frame["amount"].notna()].head(_SHOWN_ACTIVITIES)
    finding = cached_view(findings.cost_concentration, frame, shown_count=_SHOWN_ACTIVITIES, t=t)
    if priced.empty:
        components.empty_note(finding)
        return
    components.chart(
        t,
        cached_view(budgets.activity_bars, priced, t=t),
        title=finding,
        subject_line=subject,
        key="activities",
        alt=t("Bars of the costliest activities: {finding}", finding=finding),
        table=HeadedTable(frame, _activity_columns(t, words)),
        source=frame["source_title"].iloc[0],
        filename=file_stem(t("budget-by-activity"), plan_id),
    )
    _lines_without_amount(t, frame[frame["amount_state"] == "none"].fillna({"note": t("no amount is printed")}))


def _activity_columns(t: Language, words: PillarWords) -> dict[str, str]:
    return {
        "cost_rank": t("Rank"),
        "activity_code": t("Activity"),
        "text": t("Text"),
        "short_name": with_capital(words.one),
        "amount": t("Amount"),
        "currency_code": t("Currency"),
        "share_pct": t("Share"),
        "running_pct": t("Cumulative share"),
        "budget_years": t("Years"),
        "note": t("Note"),
        "locator": t("Place in the source"),
    }


def _lines_without_amount(t: Language, lines: pd.DataFrame) -> None:
    """The budget lines that print no amount, with what the document says instead; nothing where there are none."""
    if lines.empty:
        return
    title = t.n("{count} line of the budget has no amount", "{count} lines of the budget have no amount", len(lines))
    activities = zip(lines["activity_code"], lines["text"], lines["note"], strict=True)
    rows = [[TextCell(f"{code} {text}"), TextCell(note, is_quiet=True)] for code, text, note in activities]
    group = Group(title, t("not zero: not known"), rows, is_open=True)
    draw_register([t("Activity"), t("What the document says")], widths=[45, 55], groups=[group])
