"""How the plan is steered: coordination, monitoring, civil society, decentralisation, communication; its indicators, and what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.documents.report.parts import Chapter, Note, Paragraph, Section, Table
from nap_analytics.errors import N_
from nap_analytics.kit.report.blank import form, prompt, quarters
from nap_analytics.kit.report.indicators import indicator_table
from nap_analytics.kit.report.says import bodies, commitments, says
from nap_analytics.wording.codes import CHAPTER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nap_analytics.documents.report.parts import Block
    from nap_analytics.kit.report.indicators import Numbers
    from nap_analytics.kit.report.report_context import ReportContext
    from nap_analytics.wording.language import Language

YEAR_TITLE = N_("What the year brought")
"""Over what is written in a chapter of the plan."""

MONEY = "budget"
"""The chapter that has a chapter of its own here."""

QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "leadership": (
        N_("What did the heads of the institutions concerned do for the plan this year?"),
        N_("What did the committees decide, and what became of their decisions?"),
        N_("How far has the coordination unit come with its operational plan?"),
    ),
    "monitoring": (
        N_("Which focal points sent their data, and how was it checked?"),
        N_("Which good practices and lessons did the meetings of the Community of Practice bring?"),
        N_("Which studies or evaluations were begun or finished?"),
    ),
    "civil-society": (
        N_("How did civil society take part in carrying out the plan and in following it up?"),
        N_("Which support did women’s organisations receive, and in which regions?"),
    ),
    "decentralisation": (
        N_("Which regional and local plans were drawn up, adopted or carried out?"),
        N_("How do they answer the needs of women where they live?"),
    ),
    "communication": (
        N_("How far is the communication strategy carried out: campaigns, media, local languages?"),
        N_("What changed in attitudes towards the participation of women, and how is it known?"),
    ),
    MONEY: (
        N_("What did each stakeholder put into the plan: State budget, mutual fund, partners, civil society?"),
        N_("What was committed, disbursed and spent this year, and why does it differ from what was planned?"),
        N_("What is not financed, and who could finance it?"),
    ),
}
"""What to write in each chapter of a plan."""


def steering(context: ReportContext, numbers: Numbers) -> Chapter:
    """A section for each chapter of a plan but that on money."""
    t = context.t
    sections = tuple(
        Section(
            t(title), (*SAID.get(code, _nothing)(context), *chapter_indicators(context, code, numbers), *_form(t, code), _prompt(t, code))
        )
        for code, title in CHAPTER.items()
        if code != MONEY
    )
    return Chapter(t("Steering of the plan"), (), sections)


def chapter_indicators(context: ReportContext, code: str, numbers: Numbers) -> list[Block]:
    """The indicators that the plan sets for one of its chapters, with what must be known of their series."""
    t = context.t
    indicators = context.of_plan(queries.indicator_progress)
    own = indicators[indicators["chapter"] == code]
    if own.empty:
        return [Paragraph(t("The sources list no indicator of this plan for this chapter."))]
    caption = t("Indicators: {name}", name=t(CHAPTER[code]))
    table = indicator_table(context, own, numbers=numbers, code=f"chapter.{code}", caption=caption)
    series = numbers.series[numbers.series["chapter"] == code]
    return [table, *(Note(t("{name}: {value}", name=row.name, value=row.note)) for row in series.dropna(subset="note").itertuples())]


def _prompt(t: Language, code: str) -> Block:
    return prompt(t, f"chapter.{code}", YEAR_TITLE, *QUESTIONS[code], is_headed=True)


def _form(t: Language, code: str) -> list[Table]:
    """The table to fill in for a chapter, where it needs one."""
    return [FORMS[code](t)] if code in FORMS else []


def _meetings(t: Language) -> Table:
    heads = (N_("Quarter"), N_("Body"), N_("Date"), N_("Decisions and recommendations"), N_("Follow-up"))
    caption = N_("Meetings of the bodies that steer the plan, to fill in")
    return form(t, "chapter.leadership.meetings", caption=caption, heads=heads, widths=(15, 18, 13, 29, 25), names=quarters(t))


def _exchanges(t: Language) -> Table:
    heads = (N_("Quarter"), N_("Date"), N_("Subject"), N_("Good practice or lesson"))
    caption = N_("Meetings of the Community of Practice, to fill in")
    return form(t, "chapter.monitoring.meetings", caption=caption, heads=heads, widths=(15, 15, 30, 40), names=quarters(t))


def _local_plans(t: Language) -> Table:
    heads = (N_("Region or commune"), N_("Plan"), N_("Drawn up, adopted or carried out"), N_("Date"))
    caption = N_("Regional and local plans, to fill in")
    return form(t, "chapter.decentralisation.plans", caption=caption, heads=heads, widths=(28, 28, 30, 14), count=5)


def _nothing(_: ReportContext) -> list[Table]:
    return []


SAID: Mapping[str, Callable[[ReportContext], list[Table]]] = {
    "leadership": bodies,
    "monitoring": lambda context: says(context, "reporting_rule"),
    "civil-society": lambda context: says(context, "consultation", "good_practice"),
    "decentralisation": lambda context: [*says(context, "localisation"), *commitments(context)],
}
"""What the document of the plan says of a chapter in words."""

FORMS: Mapping[str, Callable[[Language], Table]] = {
    "leadership": _meetings,
    "monitoring": _exchanges,
    "decentralisation": _local_plans,
}
"""Chapters with a table to fill in."""
