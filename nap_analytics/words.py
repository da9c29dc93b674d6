"""The words for the codes of the data, one dictionary for each kind of code.

A code means the same wherever it stands, so `word` looks it up without being told the kind.
"""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING

from nap_analytics.errors import N_, NapError
from nap_analytics.language import is_missing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nap_analytics.language import Language


STATUS: Mapping[str, str] = {
    "achieved": N_("Target achieved"),
    "on_track": N_("On track"),
    "acceleration": N_("Progress made but acceleration needed"),
    "limited": N_("Limited progress"),
    "deterioration": N_("Deterioration"),
    "missed": N_("Target missed"),
    "not_verified": N_("Target date passed, not verified"),
    "not_assessed": N_("Not assessed"),
}
"""Bands of progress against the expected progress, from the best to the worst, as Statistics Canada words them; then, once the
target date has passed, what became of the target."""

STATUS_SHORT: Mapping[str, str] = {**STATUS, "acceleration": N_("Acceleration needed"), "not_verified": N_("Not verified")}
"""The same in few words, for a label on a mark."""

NOT_ASSESSED_REASON: Mapping[str, str] = {
    "no_target_no_value": N_("neither target nor value published"),
    "no_target": N_("no target set"),
    "no_baseline": N_("no baseline published"),
    "no_value": N_("no value reported since the baseline"),
    "gap": N_("a period is missing, so nothing is added up"),
    "overlap": N_("a period is covered twice, so nothing is added up"),
    "none_preferred": N_("values reported, none of which is preferred"),
    "split_only": N_("values by region, sex or age only"),
    "after_break_only": N_("values only after a break in the series"),
    "after_plan_only": N_("values only after the plan’s last day"),
    "near_measure": N_("near measure: it lies close to the indicator and enters no progress"),
    "sum_that_should_fall": N_("new cases that are added up cannot fall to a target"),
    "targets_do_not_rise": N_("the targets of a sum must rise from date to date; these do not"),
}
"""Why there is no progress, as a clause."""

MOVEMENT: Mapping[str, str] = {
    "improved": N_("improved"),
    "slightly_improved": N_("slightly improved"),
    "unchanged": N_("unchanged"),
    "mixed": N_("mixed: some series improved, some worsened"),
    "slightly_worsened": N_("slightly worsened"),
    "worsened": N_("worsened"),
    "not_judged": N_("not judged"),
    "unknown": N_("direction unknown"),
}
"""Direction of travel, with or without a target; the bands are Eurostat’s for indicators without a target."""

MOVEMENT_REASON: Mapping[str, str] = {
    "reads_reporting": N_("reported cases: a rise can mean better reporting"),
    "floor": N_("the source counts only what it knows of"),
    "no_whole_year_before": N_("no whole year before the plan"),
    "no_whole_year": N_("no whole year in the plan"),
    "break": N_("a break in the series lies between"),
    "less_than_a_year": N_("less than a year between the two values"),
}
"""Why no direction is told; the reasons of NOT_ASSESSED_REASON besides."""

EVIDENCE: Mapping[str, str] = {
    "exact": N_("exact measure"),
    "near": N_("near measure"),
}

SET_BY: Mapping[str, str] = {
    "plan": N_("the plan"),
    "law": N_("the law"),
    "government": N_("the government"),
    "partner": N_("a partner"),
}

COVERAGE: Mapping[str, str] = {
    "assessed": N_("assessed against a target"),
    "measured": N_("measured, cannot be assessed"),
    "near": N_("near measure only"),
    "silent": N_("no value in the time of the plan"),
}
"""What is known of an indicator."""

MISSING_REASON: Mapping[str, str] = {
    "not_collected": N_("not collected"),
    "not_yet_due": N_("not yet due"),
    "not_applicable": N_("not applicable"),
    "refused": N_("refused"),
    "insecure_area": N_("insecure area"),
    "masked": N_("masked: fewer than five people"),
    "no_published_figure": N_("no published figure"),
}

VALUE_KIND: Mapping[str, str] = {
    "percent": N_("percentage"),
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

COMMITTEE: Mapping[str, str] = {
    "national_monitoring_committee": N_("National Monitoring Committee"),
    "support_steering_committee": N_("Support Steering Committee"),
    "technical_management_unit": N_("Technical Management Unit"),
}

INSTRUMENT_REACH: Mapping[str, str] = {
    "resolution": N_("Security Council resolution"),
    "international": N_("international instrument"),
    "regional": N_("regional instrument"),
    "national": N_("national instrument"),
}

MILESTONE_KIND: Mapping[str, str] = {
    "development": N_("development of the plan"),
    "adoption": N_("adoption"),
    "launch": N_("launch"),
    "funding": N_("funding"),
    "review": N_("review"),
    "event": N_("event"),
}

THEORY_OF_CHANGE_KIND: Mapping[str, str] = {
    "outcome": N_("If these changes happen"),
    "actions": N_("through these actions"),
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
    "activity_status": ACTIVITY_STATUS,
    "source_kind": SOURCE_KIND,
    "confidence": CONFIDENCE,
    "organisation_kind": ORGANISATION_KIND,
    "role": ROLE,
    "committee": COMMITTEE,
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


def _word(t: Language, code: object, *, words: Mapping[str, str]) -> str:
    if is_missing(code):
        return t("not reported")
    if not isinstance(code, str) or code not in words:
        raise UnknownCodeError(code)
    return t(words[code])
