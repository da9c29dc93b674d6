"""The words for the codes of the data, one dictionary for each kind of code.

A code means the same in every column, so `word` looks it up by the code alone.
"""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING, Any, NamedTuple

from nap_analytics.errors import N_, NapError
from nap_analytics.wording.document_codes import INSTRUMENT_REACH, MILESTONE_KIND, PASSAGE_KIND, THEORY_OF_CHANGE_KIND
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.measure_codes import (
    COVERAGE,
    EVIDENCE,
    MOVEMENT,
    MOVEMENT_REASON,
    NOT_ASSESSED_REASON,
    SET_BY,
    STATUS,
    STATUS_SHORT,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nap_analytics.wording.language import Language


MISSING_REASON: Mapping[str, str] = {
    "not_collected": N_("not collected"),
    "not_yet_due": N_("not yet due"),
    "not_applicable": N_("not applicable"),
    "refused": N_("refused"),
    "insecure_area": N_("insecure area"),
    "masked": N_("masked: a small count, or what would reveal one"),
    "no_published_figure": N_("no amount in the sources"),
    "not_convertible": N_("not convertible"),
}

VALUE_KIND: Mapping[str, str] = {
    "percent": N_("percentage"),
    "rate_of_change": N_("rate of change, in percent"),
    "gross_rate": N_("gross rate, in percent; it can exceed 100%"),
    "count": N_("number"),
    "ratio": N_("ratio"),
    "index": N_("index"),
    "level": N_("level on a scale of five"),
    "yes_no": N_("yes or no"),
}

DIRECTION: Mapping[str, str] = {
    "increase": N_("should rise"),
    "decrease": N_("should fall"),
}

ACCUMULATION: Mapping[str, str] = {
    "latest": N_("latest value"),
    "sum": N_("new cases of each period, added up"),
    "running_total": N_("running total"),
}

FREQUENCY: Mapping[str, str] = {
    "monthly": N_("monthly"),
    "quarterly": N_("quarterly"),
    "yearly": N_("yearly"),
    "irregular": N_("irregular"),
}

LEVEL: Mapping[str, str] = {
    "pillar": N_("Pillar"),
    "objective": N_("Objective"),
    "result": N_("Expected result"),
    "opportunity": N_("Opportunity"),
}

CHAPTER: Mapping[str, str] = {
    "leadership": N_("Leadership and coordination"),
    "monitoring": N_("Monitoring and evaluation"),
    "civil-society": N_("Cooperation with civil society"),
    "decentralisation": N_("Decentralisation"),
    "communication": N_("Communication"),
    "budget": N_("Budget"),
}

WPS_PILLAR: Mapping[str, str] = {
    "participation": N_("Participation"),
    "prevention": N_("Prevention"),
    "protection": N_("Protection"),
    "relief_recovery": N_("Relief and recovery"),
    "coordination": N_("Coordination"),
}

BASIS: Mapping[str, str] = {
    "indicators": N_("progress of indicators"),
    "activities": N_("completion of activities"),
}

BUDGET_STAGE: Mapping[str, str] = {
    "planned": N_("planned"),
    "committed": N_("committed"),
    "disbursed": N_("disbursed"),
    "spent": N_("spent"),
}

STANDING: Mapping[str, str] = {
    "document": N_("the plan’s own table"),
    "press": N_("press"),
    "asked_of_partners": N_("asked of partners"),
}
"""On what an amount of a plan rests."""

ACTIVITY_STATUS: Mapping[str, str] = {
    "not_started": N_("not started"),
    "in_progress": N_("in progress"),
    "completed": N_("completed"),
    "cancelled": N_("cancelled"),
}

SOURCE_KIND: Mapping[str, str] = {
    "official": N_("official document"),
    "unofficial_translation": N_("unofficial translation"),
    "statistics": N_("statistics"),
    "press": N_("press"),
}

CONFIDENCE: Mapping[str, str] = {
    "confirmed": N_("confirmed: primary data, or two sources that agree"),
    "likely": N_("likely: one credible source"),
    "weak": N_("weak: one press source, or a figure that may be confused with another"),
    "derived": N_("derived: arithmetic on other figures"),
}

ORGANISATION_KIND: Mapping[str, str] = {
    "ministry": N_("ministry"),
    "state_structure": N_("state structure"),
    "agreement_body": N_("body of the peace agreement"),
    "parliament": N_("parliament"),
    "civil_society": N_("civil society"),
    "united_nations": N_("United Nations"),
    "donor": N_("technical and financial partner"),
    "other": N_("other"),
}

ROLE: Mapping[str, str] = {
    "lead": N_("lead"),
    "responsible": N_("responsible"),
    "partner": N_("partner"),
}

RATE_KIND: Mapping[str, str] = {
    "annual_average": N_("average of the year"),
    "fixed_parity": N_("fixed parity"),
}

SEX: Mapping[str, str] = {
    "female": N_("women"),
    "male": N_("men"),
}

KINDS: Mapping[str, Mapping[str, str]] = {
    "status": STATUS,
    "not_assessed_reason": NOT_ASSESSED_REASON,
    "movement": MOVEMENT,
    "movement_reason": MOVEMENT_REASON,
    "evidence": EVIDENCE,
    "set_by": SET_BY,
    "coverage": COVERAGE,
    "missing_reason": MISSING_REASON,
    "value_kind": VALUE_KIND,
    "direction": DIRECTION,
    "accumulation": ACCUMULATION,
    "frequency": FREQUENCY,
    "level": LEVEL,
    "chapter": CHAPTER,
    "wps_pillar": WPS_PILLAR,
    "basis": BASIS,
    "stage": BUDGET_STAGE,
    "standing": STANDING,
    "activity_status": ACTIVITY_STATUS,
    "source_kind": SOURCE_KIND,
    "confidence": CONFIDENCE,
    "organisation_kind": ORGANISATION_KIND,
    "role": ROLE,
    "passage_kind": PASSAGE_KIND,
    "reach": INSTRUMENT_REACH,
    "milestone_kind": MILESTONE_KIND,
    "theory_of_change_kind": THEORY_OF_CHANGE_KIND,
    "rate_kind": RATE_KIND,
    "sex": SEX,
}
"""Every dictionary under the column that holds its codes (with the table where the column's name says too little)."""

_WORDS = ChainMap(*(dict(words) for words in KINDS.values()))


class UnknownCodeError(NapError):
    """A code for which there is no word."""

    def __init__(self, code: object) -> None:
        """Name the code."""
        super().__init__(N_("There is no word for the code “{code}”."), code=code)


class PillarWords(NamedTuple):
    """What a plan calls its pillars: one of them, and several."""

    one: str
    many: str


def pillar_words(t: Language, row: Any) -> PillarWords:
    """The plan’s own word for its pillars, such as axis or priority; the general one where its documents give none.

    Args:
        t: The language shown.
        row: A localised row of a plan, or of anything of one plan, with `pillar_word` and `pillar_words`.
    """
    if is_missing(row.pillar_word) or is_missing(row.pillar_words):
        return PillarWords(t("pillar"), t("pillars"))
    return PillarWords(row.pillar_word, row.pillar_words)


def counted_pillars(t: Language, count: int, row: Any) -> str:
    """How many pillars a plan has, in its own word for them; a row as for `pillar_words`."""
    words = pillar_words(t, row)
    return t("{count} {what}", count=t.number(count), what=words.one if t.is_one(count) else words.many)


def with_capital(text: str) -> str:
    """The text with a capital, to begin a sentence or a heading."""
    return text[:1].upper() + text[1:]


def word(t: Language, code: object) -> str:
    """The word for a code in the language; "not reported" for none.

    Raises:
        UnknownCodeError: no dictionary has the code.
    """
    return _word(t, code, words=_WORDS)


def short_status(t: Language, code: object) -> str:
    """The word for a status in few words, for a label on a mark.

    Raises:
        UnknownCodeError: it is no status.
    """
    return _word(t, code, words=STATUS_SHORT)


def shown_code(t: Language, code: object, printed_code: object) -> str:
    """The code of a node or an indicator, with the one under which the document prints it where that differs.

    Args:
        t: The language shown.
        code: Its code in the plan, as `indicator_code` or `framework_node` gives it.
        printed_code: As `differently_printed_node` gives it; NULL where the document prints the same or none.
    """
    return str(code) if is_missing(printed_code) else t("{code} (printed {printed})", code=code, printed=printed_code)


def printed_words(indicator: Any, *, t: Language) -> str:
    """That an indicator has a working title of ours, with the words that the document prints; empty where it has none.

    Args:
        indicator: A localised row with `printed_text` as `indicator_name` gives it; NULL: the printed words are its name.
        t: The language shown.
    """
    printed = indicator.printed_text
    return "" if is_missing(printed) else t("working title; printed: “{text}”", text=printed.rstrip("."))


def _word(t: Language, code: object, *, words: Mapping[str, str]) -> str:
    if is_missing(code):
        return t("not reported")
    if not isinstance(code, str) or code not in words:
        raise UnknownCodeError(code)
    return t(words[code])
