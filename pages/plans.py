"""Plans compared: structure and time, what was done, money per year, themes that stay, come and go, what the plans say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.charts import plans as charts
from nap_analytics.charts.crosswalk import crosswalk_sankey, theme_matrix
from nap_analytics.charts.progress import pillar_bounds
from nap_analytics.charts.theme import pillar_colour
from nap_analytics.charts.timeline import plan_timeline
from nap_analytics.findings import budget_totals as money_findings
from nap_analytics.findings import plans as findings
from nap_analytics.ui import components
from nap_analytics.ui.budgets.money_choice import Money
from nap_analytics.ui.budgets.totals import draw_years
from nap_analytics.ui.cache import ask, made_of, told
from nap_analytics.ui.context.sections import draw_context
from nap_analytics.ui.events import draw_events
from nap_analytics.ui.filters import choose_one
from nap_analytics.ui.frame import open_page, page_link
from nap_analytics.ui.plan_says import draw_what_plans_say
from nap_analytics.ui.register import Cell, Group, draw_register
from nap_analytics.wording.codes import counted_pillars, pillar_words, with_capital, word
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.tables import Table

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language


TODAY = date.today()


def main() -> None:
    """Open, choose what to compare, compare."""
    t = open_page("plans")
    components.headline(findings.measures_differ(told(t, queries.plan_overview, viewed_on=TODAY), t=t))
    questions = {
        "structure": t("Structure and time"),
        "results": t("What was done"),
        "money": t("Budget per year"),
        "themes": t("Themes"),
        "context": t("Context"),
        "says": t("What the plans say"),
    }
    view = choose_one(t, t("What to compare"), name="view", options=questions)
    draw = {
        "structure": structure,
        "results": results,
        "money": money,
        "themes": themes,
        "context": draw_context,
        "says": draw_what_plans_say,
    }
    draw[view](t)


def structure(t: Language) -> None:
    """How the plans are built, and when they ran."""
    elements = told(t, queries.plan_structure)
    finding = findings.structure_change(elements, t=t)
    components.chart(
        t,
        made_of(t, charts.structure_matrix, elements),
        title=finding,
        key="structure",
        alt=t("Table of the elements that each plan lists: {finding}", finding=finding),
        table=Table(
            elements.assign(element_word=[t(charts.ELEMENTS[code]) for code in elements["element"]]),
            {"short_name": t("Plan"), "element_word": t("Element"), "element_count": t("Number")},
        ),
        source=t("The documents of the plans, each element counted where it is printed"),
        filename=file_stem(t("structure-of-plans")),
    )
    timeline(t)


def timeline(t: Language) -> None:
    """The years of the plans with their steps, and the events of the country that fell into them."""
    spans = told(t, queries.milestone_spans)
    finding = findings.launches_late(spans, t=t)
    milestones = told(t, queries.milestones)
    components.chart(
        t,
        made_of(t, plan_timeline, spans),
        title=finding,
        key="timeline",
        alt=t("Timeline of the plans with their steps and the events of the country: {finding}", finding=finding),
        table=Table(
            milestones.assign(kind_word=[word(t, code) for code in milestones["kind"]]),
            {
                "short_name": t("Plan"),
                "date_from": t("From"),
                "date_to": t("To"),
                "kind_word": t("Kind"),
                "name": t("Event"),
                "party": t("Who"),
                "source_title": t("Source"),
                "locator": t("Place in the source"),
            },
        ),
        source=t("The plans’ chapters on their development; for launches and events, the sources in the table"),
        filename=file_stem(t("timeline-of-plans")),
    )
    draw_events(t, milestones[milestones["label"].notna()])


def results(t: Language) -> None:
    """What is known to have been done, each plan in its own measure, never on one axis."""
    overview = told(t, queries.plan_overview, viewed_on=TODAY)
    components.lead(
        t("Completed activities say what was done; indicators say what changed. Each has its own chart, and they share no axis.")
    )
    is_told = findings.is_told(overview)
    for _, plan in overview[is_told].iterrows():
        if plan["basis"] == "activities":
            completion(t, plan)
        else:
            indicator_progress(t, plan)
    for plan in overview[~is_told].itertuples():
        components.empty_note(
            t(
                "{plan}: the sources include no report on its implementation, so nothing can be said of its "
                "progress. A final report would fill this gap.",
                plan=plan.short_name,
            )
        )


def completion(t: Language, plan: pd.Series) -> None:
    """Activities planned and completed, by pillar, in both readings of the source."""
    frame = told(t, queries.reported_completion, plan_id=plan["plan_id"])
    finding, words = findings.completion(plan, frame, t=t), pillar_words(t, plan)
    components.chart(
        t,
        made_of(t, charts.completion_bars, frame),
        title=finding,
        key=f"completion-{plan['plan_id']}",
        alt=t("Bars of planned and completed activities by {pillar}: {finding}", pillar=words.one, finding=finding),
        table=Table(
            frame,
            {
                "pillar_code": t("Code"),
                "name": with_capital(words.one),
                "planned_count": t("Planned"),
                "completed_count": t("Completed"),
                "completion_pct": t("Computed share"),
                "printed_pct": t("Printed share"),
                "other_planned_count": t("Planned, other reading"),
                "other_completed_count": t("Completed, other reading"),
                "rationale": t("Why there are two readings"),
                "locator": t("Place in the source"),
            },
        ),
        source=f"{frame['source_title'].iloc[0]}, {frame['locator'].iloc[0].split(',')[0]}",
        filename=file_stem(t("completion rate"), plan["plan_id"]),
    )


def indicator_progress(t: Language, plan: pd.Series) -> None:
    """Progress of a plan's indicators, by pillar, with its bounds."""
    frame = told(t, queries.pillar_progress, plan_id=plan["plan_id"], viewed_on=TODAY)
    finding, words = findings.indicators_told(plan, t=t), pillar_words(t, plan)
    components.chart(
        t,
        made_of(t, pillar_bounds, frame),
        title=finding,
        key=f"progress-{plan['plan_id']}",
        alt=t("Progress of the indicators with its bounds, by {pillar}: {finding}", pillar=words.one, finding=finding),
        table=Table(
            frame,
            {
                "pillar_code": with_capital(words.one),
                "name": t("Name"),
                "progress_pct": t("Progress"),
                "lower_pct": t("Lowest possible"),
                "upper_pct": t("Highest possible"),
                "indicator_count": t("Indicators"),
                "assessed_count": t("Assessed"),
            },
        ),
        source=t("computed from the indicators of “{title}”; the page of each indicator names its sources", title=plan["title"]),
        filename=file_stem(t("progress"), plan["plan_id"]),
    )
    page_link(t, "progress", label=t("Progress, result by result"), plan=plan["plan_id"])


def money(t: Language) -> None:
    """What each plan sets aside for each of its years."""
    shown = {"viewed_on": TODAY, **money_findings.fair_money(ask(queries.money_choices, viewed_on=TODAY))}
    frame = told(t, queries.budget_timeline, **shown)
    compared = told(t, queries.budget_comparison, **shown, per="total", over="year")
    prices = money_findings.price_level(compared, t=t)
    finding = money_findings.totals_compared(compared, per="total", over="year", prices=prices, t=t)
    told_prices = Money(**shown).prices_told(t)
    file = file_stem(t("budget-by-year"))
    draw_years(t, frame, finding=finding, source=compared["budget_source"].dropna(), filename=file, prices=told_prices)
    page_link(t, "budgets", label=t("Budgets in detail"))


def themes(t: Language) -> None:
    """Which themes of the agenda each plan gives a pillar to, in a reading of the crosswalk."""
    readings = {code: findings.reading_name(t, code) for code in ask(queries.crosswalk_readings)["reading"]}
    reading = choose_one(t, t("Reading of the crosswalk"), name="reading", options=readings)
    frame = told(t, queries.pillar_themes, reading=reading)
    source = t("Pillars as the plans print them; the correspondence is this dashboard’s, with its reason in the table")
    finding = findings.lasting_themes(frame, t=t)
    table = theme_table(t, frame)
    components.chart(
        t,
        made_of(t, theme_matrix, frame),
        title=finding,
        about=readings[reading],
        key="themes",
        alt=t("Table of the pillars that each plan gives to each theme: {finding}", finding=finding),
        table=table,
        source=source,
        filename=file_stem(t("themes"), readings[reading]),
    )
    finding = findings.reading_moves(frame, told(t, queries.pillar_themes, reading=next(iter(readings))), reading=reading, t=t)
    components.chart(
        t,
        made_of(t, crosswalk_sankey, frame),
        title=finding,
        about=readings[reading],
        key="crosswalk",
        alt=t("Bands from the pillars of the plans to the themes of the agenda: {finding}", finding=finding),
        table=table,
        source=source,
        filename=file_stem(t("correspondence"), readings[reading]),
    )
    components.finding(t("Why each pillar belongs where it does"))
    draw_register(
        [t("Pillar"), t("Theme of the agenda"), t("Why")],
        widths=[28, 20, 52],
        groups=[reasons(t, name, rows) for name, rows in frame.groupby("plan_name", sort=False)],
    )


def theme_table(t: Language, frame: pd.DataFrame) -> Table:
    """Each pillar's share of each theme, with the reason."""
    columns = {
        "plan_name": t("Plan"),
        "pillar_code": t("Code"),
        "name": t("Pillar"),
        "theme_word": t("Theme of the agenda"),
        "share_pct": t("Share"),
        "rationale": t("Why"),
    }
    return Table(frame.assign(theme_word=[word(t, code) for code in frame["wps_pillar"]]), columns)


def reasons(t: Language, plan_name: str, rows: pd.DataFrame) -> Group:
    """The pillars of one plan with their themes and the reason of each."""
    cells = [
        [
            Cell(f"{row.pillar_code}. {row.name}"),
            Cell(
                word(t, row.wps_pillar),
                note=t.percent(row.share_pct) if row.share < 1 else "",
                mark="■",
                colour=pillar_colour(row.wps_pillar),
            ),
            Cell(row.rationale),
        ]
        for row in rows.itertuples()
    ]
    return Group(plan_name, counted_pillars(t, rows["pillar_code"].nunique(), rows.iloc[0]), cells, is_open=True)


main()
