"""The sections of the budgets page on one plan's money, on the money around it, and on what does not add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.charts import budgets as charts
from nap_analytics.exchange.tables import Table
from nap_analytics.story import budget_depth as depth
from nap_analytics.story import budgets as story
from nap_analytics.ui import components
from nap_analytics.ui.cache import made_of, told
from nap_analytics.ui.register import Cell, Group, draw_register
from nap_analytics.words import word

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from nap_analytics.language import Language

_SHOWN_ACTIVITIES = 10


def draw_division(t: Language, *, plan_id: str, plan_name: str, viewed_on: date) -> None:
    """A plan's money by pillar, by year and by activity."""
    pillars = told(t, queries.budget_by_pillar, viewed_on=viewed_on)
    pillars = pillars[pillars["plan_id"] == plan_id]
    frame = pillars[pillars["pillar_code"].notna()]
    if frame.empty:
        components.empty_note(depth.no_division(pillars, plan_name=plan_name, t=t))
        return
    _by_pillar(t, frame, plan_id=plan_id)
    _by_year(t, told(t, queries.budget_by_year, plan_id=plan_id, viewed_on=viewed_on), plan_id=plan_id)
    _by_activity(t, told(t, queries.activity_costs, plan_id=plan_id, viewed_on=viewed_on), plan_id=plan_id)


def _by_pillar(t: Language, frame: pd.DataFrame, *, plan_id: str) -> None:
    """Amount and share of each pillar."""
    finding = story.pillar_shares(frame, t=t)
    components.finding(finding)
    components.chart(
        t,
        made_of(t, charts.pillar_bars, frame),
        key="pillars",
        alt=t("Bars of the money of each pillar: {finding}", finding=finding),
        table=Table(
            frame,
            {
                "pillar_code": t("Pillar"),
                "name": t("Name"),
                "amount_xof": t("XOF"),
                "share_pct": t("Share"),
                "allocated_to_years_xof": t("XOF given to years"),
                "line_without_amount_count": t("Lines without an amount"),
            },
        ),
        source=frame["budget_source"].iloc[0],
        filename=f"budget-by-pillar-{plan_id}",
    )


def _by_year(t: Language, frame: pd.DataFrame, *, plan_id: str) -> None:
    """Amount of each pillar in each year; what is given to no year stands apart."""
    if frame["budget_year"].isna().all():
        components.empty_note(t("No source divides this money by year."))
        return
    finding = story.years_spread(frame, t=t)
    components.finding(finding)
    components.chart(
        t,
        made_of(t, charts.year_panels, frame),
        key="years",
        alt=t("Small bars of the money of each pillar in each year: {finding}", finding=finding),
        table=Table(
            frame[frame["amount_xof"].notna()],
            {"budget_year": t("Year"), "pillar_code": t("Pillar"), "short_name": t("Name"), "amount_xof": t("XOF")},
        ),
        source=frame["budget_source"].iloc[0],
        filename=f"budget-by-year-{plan_id}",
    )


def _by_activity(t: Language, frame: pd.DataFrame, *, plan_id: str) -> None:
    """The dearest activities, and the lines that print no amount."""
    if frame.empty:
        components.empty_note(t("No source divides this money by activity."))
        return
    priced = frame[frame["amount_xof"].notna()].head(_SHOWN_ACTIVITIES)
    finding = story.cost_concentration(frame, shown_count=_SHOWN_ACTIVITIES, t=t)
    components.finding(finding)
    components.chart(
        t,
        made_of(t, charts.activity_bars, priced),
        key="activities",
        alt=t("Bars of the dearest activities: {finding}", finding=finding),
        table=Table(
            frame,
            {
                "cost_rank": t("Rank"),
                "activity_code": t("Activity"),
                "text": t("Text"),
                "short_name": t("Pillar"),
                "amount_xof": t("XOF"),
                "share_pct": t("Share"),
                "running_pct": t("Share with those before"),
                "budget_years": t("Years"),
                "note": t("Note"),
                "locator": t("Place in the source"),
            },
        ),
        source=frame["source_title"].iloc[0],
        filename=f"budget-by-activity-{plan_id}",
    )
    _lines_without_amount(t, frame[frame["amount_xof"].isna()].fillna({"note": t("no amount is printed")}))


def _lines_without_amount(t: Language, lines: pd.DataFrame) -> None:
    """The budget lines that print no amount, with what the document says instead; nothing where there are none."""
    if lines.empty:
        return
    title = t.n("{count} line of the budget has no amount", "{count} lines of the budget have no amount", len(lines))
    rows = [[Cell(f"{row.activity_code} {row.text}"), Cell(row.note, is_quiet=True)] for row in lines.itertuples()]
    group = Group(title, t("not zero: not known"), rows, is_open=True)
    draw_register([t("Activity"), t("What the document says")], widths=[45, 55], groups=[group])


def draw_around(t: Language, *, plan_id: str, plan_name: str) -> None:
    """Money beside a plan: agreements, trust funds, baskets. Never part of it, never added up."""
    frame = told(t, queries.contextual_funding)
    frame = frame[frame["plan_id"] == plan_id].fillna({"note": ""})
    if frame.empty:
        components.empty_note(t("The sources name no money beside this plan."))
        return
    finding = story.money_around(frame, plan_name=plan_name, t=t)
    components.finding(finding)
    components.lead(
        t(
            "Each step of the scale is ten times the one before. Full dots: the figure preferred here. Open "
            "dots: another figure for the same money."
        )
    )
    wholes = frame[frame["part_of_funding_id"].isna()]
    components.chart(
        t,
        made_of(t, charts.funding_dots, wholes),
        key="around",
        alt=t("Dots of the amounts beside the plan on a logarithmic scale: {finding}", finding=finding),
        table=Table(frame.assign(confidence_word=[word(t, code) for code in frame["confidence"]]), _funding_columns(t)),
        source=t("one for each amount: see the table"),
        filename=f"money-around-{plan_id}",
    )
    _reasons(t, frame)


def _funding_columns(t: Language) -> dict[str, str]:
    return {
        "what": t("What"),
        "amount": t("Amount"),
        "currency_code": t("Currency"),
        "amount_xof": t("About, in XOF"),
        "year_from": t("From"),
        "year_to": t("To"),
        "is_preferred": t("Preferred figure"),
        "confidence_word": t("Confidence"),
        "note": t("Note"),
        "source_title": t("Source"),
        "source_url": t("Address"),
        "locator": t("Place in the source"),
    }


def _reasons(t: Language, frame: pd.DataFrame) -> None:
    """Each amount with how sure it is, and where it stands."""
    rows = [
        [Cell(row.what, note=row.note), Cell(word(t, row.confidence)), Cell(row.source_title, note=row.locator, href=row.source_url)]
        for row in frame.fillna({"source_url": ""}).itertuples()
    ]
    headings = [t("What"), t("Confidence"), t("Source")]
    title = t("Why a figure is preferred, how sure each is, and where it stands")
    draw_register(headings, widths=[50, 22, 28], groups=[Group(title, t.n("{count} amount", "{count} amounts", len(rows)), rows)])


def draw_audit(t: Language, *, viewed_on: date) -> None:
    """Where the money of the documents does not add up."""
    frame = told(t, queries.discrepancies, plan_id=None, viewed_on=viewed_on)
    frame = frame[frame["kind"].isin(story.MONEY_FAULTS)]
    components.finding(story.money_faults(frame, t=t))
    rows = [
        [
            Cell(row.quantity, note=row.locator),
            Cell(story.printed_amount(row.printed_value, t=t), is_whole=True),
            Cell(story.printed_amount(row.computed_value, t=t), is_whole=True),
            Cell(story.printed_amount(row.difference, t=t), is_whole=True),
        ]
        for row in frame.itertuples()
    ]
    headings = [t("What is printed, and where"), t("Printed"), t("Its parts add up to"), t("Difference")]
    by_plan = [
        (name, [row for row, plan in zip(rows, frame["short_name"], strict=True) if plan == name]) for name in frame["short_name"].unique()
    ]
    draw_register(headings, widths=[49, 17, 17, 17], groups=[Group(name, str(len(found)), found, is_open=True) for name, found in by_plan])
    components.table_twin(
        t,
        Table(
            frame,
            {
                "short_name": t("Plan"),
                "quantity": t("What is printed"),
                "printed_value": t("Printed"),
                "computed_value": t("Computed"),
                "difference": t("Difference"),
                "locator": t("Place in the source"),
            },
        ),
        key="audit",
        source=t("The documents themselves, recomputed from their cells"),
        filename="money-that-does-not-add-up",
    )
