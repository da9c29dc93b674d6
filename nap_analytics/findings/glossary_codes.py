"""What the codes of the data mean, for the glossary: each code with its name and its definition, as messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from nap_analytics.errors import N_
from nap_analytics.wording.codes import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Term(NamedTuple):
    """A term and its definition, as messages."""

    name: str
    meaning: str


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


def code_terms() -> Iterable[tuple[str, tuple[Term, ...]]]:
    """The codes of each kind: its title and its terms."""
    for kind, title in CODE_KINDS.items():
        yield title, tuple(Term(CODE_NAMES.get(code, name), CODE_MEANINGS[code]) for code, name in KINDS[kind].items())
