"""The words of the field and of the dashboard, each with a sentence that defines it; both are English messages with a translation.

The terms follow the documents of the third plan, the ministry, the United Nations in Mali and the bilingual method page of
Statistics Canada; both languages come from the catalogues, so a new language fills its own column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.errors import N_
from nap_analytics.findings.glossary_codes import Term, code_terms
from nap_analytics.findings.glossary_field import BODY_TERMS, SUBJECT_TERMS

if TYPE_CHECKING:
    from collections.abc import Iterable

PLAN_TERMS = (
    Term(
        N_("national action plan (NAP)"),
        N_("A government’s plan, over a set period, for carrying out resolution 1325 in its country."),
    ),
    Term(
        N_("women, peace and security (WPS)"),
        N_("The agenda that began with resolution 1325: women’s part in peace and security, and their protection in conflict."),
    ),
    Term(
        N_("resolution 1325 and related resolutions"),
        N_("The Security Council’s resolution of 31 October 2000 on women, peace and security, and those that followed on it."),
    ),
    Term(
        N_("strategic framework"),
        N_("The part of a plan that arranges its aims: pillars, objectives, expected results and opportunities."),
    ),
    Term(
        N_("operational plan"),
        N_("The document that turns a plan into activities with dates, responsible structures and costs."),
    ),
    Term(
        N_("logical framework"),
        N_("A table that sets objectives, activities, results, indicators and responsible structures side by side."),
    ),
    Term(
        N_("results framework"),
        N_("The chain of expected results with the indicators that measure each of them."),
    ),
    Term(
        N_("theory of change"),
        N_("The reasoning of a plan: if these actions are taken, these changes will follow."),
    ),
    Term(
        N_("pillar"),
        N_("A main part of a plan, whatever its own word: axis in 2012-2014, priority in 2015-2017 and 2019-2023."),
    ),
    Term(
        N_("axis"),
        N_("The word of the plan of 2012-2014 for its five main parts."),
    ),
    Term(
        N_("priority"),
        N_("The word of the plans of 2015-2017 and 2019-2023 for their main parts."),
    ),
    Term(
        N_("pillar of the United Nations agenda"),
        N_("One of the four subjects of the agenda: participation, prevention, protection, relief and recovery."),
    ),
    Term(
        N_("expected result"),
        N_("The change that a plan wants to see in a part of its framework by its end."),
    ),
    Term(
        N_("opportunity"),
        N_("In the plan of 2019-2023, the level below the expected result: what can be done to reach it."),
    ),
    Term(
        N_("activity"),
        N_("A piece of work that a plan provides for, such as a training course or a law to be revised."),
    ),
    Term(
        N_("risk-mitigation toolbox"),
        N_("The tools announced by the plan of 2019-2023 for monitoring and evaluation, which include a framework for reducing risks."),
    ),
)

MEASURE_TERMS = (
    Term(
        N_("indicator"),
        N_("A figure or a fact by which a plan wants to see whether a result is reached."),
    ),
    Term(
        N_("baseline"),
        N_("The value from which progress is counted, usually that of the time just before the plan."),
    ),
    Term(
        N_("target"),
        N_("The value to be reached by a given date."),
    ),
    Term(
        N_("measured value"),
        N_("A value found in a source for a period, as opposed to a baseline or a target."),
    ),
    Term(
        N_("milestone"),
        N_("A dated event in the life of a plan, such as its adoption, its launch or a review."),
    ),
    Term(
        N_("series"),
        N_("One way of measuring an indicator, such as the share of women in one body; an indicator can have several."),
    ),
    Term(
        N_("near measure"),
        N_("A series that lies close to an indicator without measuring exactly what it names; it is shown and never assessed."),
    ),
    Term(
        N_("series break"),
        N_("A change after which values no longer count the same thing as before, so that they are not compared."),
    ),
    Term(
        N_("progress"),
        N_("How far a series has come from its baseline (0%) to its target (100%)."),
    ),
    Term(
        N_("expected progress"),
        N_("The progress that should have been made by the date of a value, on a straight line from the baseline to the target."),
    ),
    Term(
        N_("direction of travel"),
        N_("Whether a series moves the wanted way between its baseline and its latest value, with or without a target."),
    ),
    Term(
        N_("coverage"),
        N_("How many of the indicators are assessed, out of all."),
    ),
    Term(
        N_("bounds"),
        N_("The lowest and the highest that a mean could be if what is not assessed stood at 0% or at 100%."),
    ),
    Term(
        N_("completion rate"),
        N_("The share of the planned activities that were completed; it says nothing of their effect."),
    ),
    Term(
        N_("financial execution rate"),
        N_("The share of the planned amount that was spent."),
    ),
    Term(
        N_("monitoring and evaluation"),
        N_("Following regularly what a plan brings about, and judging at set times whether it works."),
    ),
    Term(
        N_("disaggregated by sex"),
        N_("Counted for women and men apart."),
    ),
    Term(
        N_("means of verification"),
        N_("The document or data in which the value of an indicator can be checked."),
    ),
)

MONEY_TERMS = (
    Term(
        N_("budget line"),
        N_("One row of a budget: an activity, its amounts by year and who is to carry it out."),
    ),
    Term(
        N_("printed total"),
        N_("The total as the document gives it, even where its parts add up to another."),
    ),
    Term(
        N_("funder"),
        N_("Whoever gives the money for an activity: the State, a technical and financial partner or another."),
    ),
    Term(
        N_("implementer"),
        N_("Whoever carries out an activity with the money received."),
    ),
    Term(
        N_("related funding"),
        N_("Agreements, trust funds and programmes on the same subject, shown beside a plan’s budget and never added to it."),
    ),
    Term(
        N_("basket fund"),
        N_("One account into which several partners pay for the same plan."),
    ),
    Term(
        N_("funding gap"),
        N_("What is planned and not committed."),
    ),
    Term(
        N_("constant prices"),
        N_("Amounts of different years set at the prices of one year, so that inflation does not blur the comparison."),
    ),
    Term(
        N_("exchange rate"),
        N_("The price of one currency in another; here the average of a year."),
    ),
    Term(
        N_("gender-responsive budgeting"),
        N_("Drawing up and following budgets so that they serve women and men fairly."),
    ),
    Term(
        N_("technical and financial partners (donors)"),
        N_("The States and organisations that support Mali with money or expertise."),
    ),
    Term(
        N_("donors’ round table"),
        N_("A meeting at which a government presents a plan to partners and asks them to fund it."),
    ),
)


def glossary() -> Iterable[tuple[str, tuple[Term, ...]]]:
    """Each group of the glossary: its title and its terms, as messages."""
    yield N_("The plans"), PLAN_TERMS
    yield N_("Measuring"), MEASURE_TERMS
    yield N_("Funding"), MONEY_TERMS
    yield N_("Bodies"), BODY_TERMS
    yield N_("Subjects"), SUBJECT_TERMS
    yield from code_terms()
