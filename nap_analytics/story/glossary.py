"""The words of the field and of the dashboard, each with a sentence that defines it; both are English messages with a translation.

The terms follow the documents of the third plan, the ministry, the United Nations in Mali and the bilingual method page of
Statistics Canada; both languages come from the catalogues, so a new language fills its own column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from nap_analytics.errors import N_
from nap_analytics.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Term(NamedTuple):
    """A term and its definition, as messages."""

    name: str
    meaning: str


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
        N_("money around a plan"),
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

BODY_TERMS = (
    Term(
        N_("United Nations Security Council"),
        N_("The body of the United Nations in charge of international peace and security; it adopted resolution 1325."),
    ),
    Term(
        N_("ministry for the promotion of women, children and the family (MPFEF)"),
        N_("The ministry that leads the three plans."),
    ),
    Term(
        N_("regional gender committees"),
        N_("Committees on gender at the level of a region."),
    ),
    Term(
        N_("civil society organisations (CSO)"),
        N_("Associations and other organisations that belong neither to the State nor to business."),
    ),
    Term(
        N_("Agreement for Peace and Reconciliation in Mali"),
        N_("The peace agreement of 2015 between the government and armed movements, from the Algiers process."),
    ),
    Term(
        N_("Agreement Monitoring Committee"),
        N_("The committee that followed how the peace agreement was carried out."),
    ),
    Term(
        N_("Truth, Justice and Reconciliation Commission"),
        N_("The commission that heard the victims of Mali’s crises since 1960."),
    ),
    Term(
        N_("national commission for disarmament, demobilisation and reintegration"),
        N_("The commission in charge of former fighters’ way back to civilian life."),
    ),
    Term(
        N_("Integration Commission"),
        N_("The commission in charge of admitting former fighters to the forces and the services of the State."),
    ),
    Term(
        N_("national security sector reform council"),
        N_("The council that guides the reform of the security sector."),
    ),
    Term(
        N_("National Transition Council"),
        N_("The appointed assembly that took the place of the parliament dissolved in 2020."),
    ),
    Term(
        N_("defence and security forces"),
        N_("The army, the gendarmerie, the national guard, the police and the other armed services of the State."),
    ),
)

SUBJECT_TERMS = (
    Term(
        N_("gender-based violence (GBV)"),
        N_("Violence against persons because of their gender, most often against women and girls."),
    ),
    Term(
        N_("conflict-related sexual violence"),
        N_("Sexual violence that is linked, directly or indirectly, to an armed conflict."),
    ),
    Term(
        N_("survivor"),
        N_("A person who has suffered violence; the plan of 2012-2014 says victim."),
    ),
    Term(
        N_("one-stop centre"),
        N_("A centre that offers survivors medical, psychological, legal and police help in one place."),
    ),
    Term(
        N_("holistic care"),
        N_("Care that covers all the needs of a survivor: medical, psychological, legal, social and economic."),
    ),
    Term(
        N_("GBV information management system (GBVIMS)"),
        N_("The system in which services for survivors record the cases reported to them; it does not count those that nobody reports."),
    ),
    Term(
        N_("female genital mutilation"),
        N_("The removal of, or injury to, the genital organs of girls or women for no medical reason."),
    ),
    Term(
        N_("forced marriage, early marriage"),
        N_("Marriage without free consent; marriage of a child."),
    ),
    Term(
        N_("denial of resources"),
        N_("Keeping a person from money, property, school, care or work to which that person has a right."),
    ),
    Term(
        N_("internally displaced persons"),
        N_("Persons who had to leave their homes and stayed within their country."),
    ),
    Term(
        N_("appointed and elected posts"),
        N_("The two kinds of public posts to which the law of 2015 applies: those filled by decision and those filled by vote."),
    ),
    Term(
        N_("quota law: Act 2015-052"),
        N_("The law that asks for at least 30% of each sex in appointments and on lists of candidates."),
    ),
    Term(
        N_("empowerment"),
        N_("Women’s gaining of the means, the rights and the confidence to decide for themselves."),
    ),
    Term(
        N_("peacebuilding"),
        N_("Work on what causes conflict, so that it does not begin or begin again."),
    ),
    Term(
        N_("security sector reform (SSR)"),
        N_("The change of forces, courts and their oversight towards safety for all under the law."),
    ),
)

CODE_KINDS: Mapping[str, str] = {
    "status": N_("Status of an indicator"),
    "missing_reason": N_("Why a value is missing"),
    "value_kind": N_("Kind of value"),
    "accumulation": N_("How values add up over time"),
    "wps_pillar": N_("Pillars of the United Nations agenda"),
    "stage": N_("Stage of money"),
    "confidence": N_("Confidence in a source"),
}
"""Kinds of codes whose words are worth a place in the glossary."""

CODE_NAMES: Mapping[str, str] = {
    "confirmed": N_("confirmed"),
    "likely": N_("likely"),
    "weak": N_("weak"),
    "derived": N_("derived"),
    "masked": N_("masked"),
    "gross_rate": N_("gross rate"),
}
"""Names of codes whose word on the screens already says what they mean."""

CODE_MEANINGS: Mapping[str, str] = {
    "achieved": N_("A value has reached the target."),
    "on_track": N_("Progress is at least 95% of what was expected by the date of the value."),
    "acceleration": N_("Progress is at least 60% and less than 95% of what was expected."),
    "limited": N_("Progress is at least 0% and less than 60% of what was expected."),
    "deterioration": N_("The value lies on the wrong side of the baseline, or a level to be kept was lost."),
    "missed": N_("The target date has passed, and the value that counts for it does not reach the target."),
    "not_verified": N_("The target date has passed, and no value tells whether the target was reached."),
    "not_assessed": N_("A baseline, a target or a value is missing, so nothing can be said of progress."),
    "not_collected": N_("Nobody gathered the value."),
    "not_yet_due": N_("The value is to come at a later date."),
    "not_applicable": N_("The value makes no sense for this case."),
    "refused": N_("The body asked did not give the value."),
    "insecure_area": N_("The place could not be reached for reasons of security."),
    "masked": N_("The count is so small that it could point to a person, or it would give away such a count."),
    "no_published_figure": N_("The public sources searched give no amount; that none was published is not claimed."),
    "not_convertible": N_("An exchange rate or a price index is missing for the year."),
    "percent": N_("A part of a whole, from 0% to 100%."),
    "rate_of_change": N_("How much a quantity rose or fell, in percent of what it was."),
    "gross_rate": N_("All pupils of a level, whatever their age, over the population of the age for it."),
    "count": N_("How many persons, acts or things."),
    "ratio": N_("One quantity divided by another."),
    "index": N_("A figure put together from several measures by a rule of its author."),
    "level": N_("One of five steps from nothing to full achievement, as judged by those who report."),
    "yes_no": N_("Whether something exists or was done."),
    "latest": N_("Each value stands for itself, and the last one counts."),
    "sum": N_("Each value counts only what is new in its period; the periods are added up."),
    "running_total": N_("Each value already counts everything since the beginning."),
    "participation": N_("Women’s part in decisions, in politics, in peace processes and in the forces."),
    "prevention": N_("Preventing conflict and violence against women and girls."),
    "protection": N_("Keeping women and girls safe, and justice and care for survivors."),
    "relief_recovery": N_("Aid in crisis and rebuilding that meet the needs of women and girls."),
    "coordination": N_("What serves a plan itself, such as steering, monitoring and finding funds; it is none of the four pillars."),
    "planned": N_("Written into a budget."),
    "committed": N_("Promised in a binding way, such as by an agreement."),
    "disbursed": N_("Paid out by the funder."),
    "spent": N_("Used by the implementer for goods, work and services."),
    "confirmed": N_("Primary data, or two sources that agree."),
    "likely": N_("One credible source."),
    "weak": N_("One press source, or a figure that may be confused with another."),
    "derived": N_("Arithmetic on other figures."),
}


def glossary() -> Iterable[tuple[str, tuple[Term, ...]]]:
    """Each group of the glossary: its title and its terms, as messages."""
    yield N_("The plans"), PLAN_TERMS
    yield N_("Measuring"), MEASURE_TERMS
    yield N_("Funding"), MONEY_TERMS
    yield N_("Bodies"), BODY_TERMS
    yield N_("Subjects"), SUBJECT_TERMS
    for kind, title in CODE_KINDS.items():
        yield title, tuple(Term(CODE_NAMES.get(code, name), CODE_MEANINGS[code]) for code, name in KINDS[kind].items())
