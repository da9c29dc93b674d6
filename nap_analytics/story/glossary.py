"""The words of the field and of the dashboard, each an English message whose translation is the term in the other language.

The terms follow the documents of the third plan, the ministry, the United Nations in Mali and the bilingual method page of
Statistics Canada; both languages come from the catalogues, so a new language fills its own column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.errors import N_
from nap_analytics.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PLAN_TERMS = (
    N_("national action plan (NAP)"),
    N_("women, peace and security (WPS)"),
    N_("resolution 1325 and related resolutions"),
    N_("strategic framework"),
    N_("operational plan"),
    N_("logical framework"),
    N_("results framework"),
    N_("theory of change"),
    N_("axis"),
    N_("pillar"),
    N_("priority"),
    N_("expected result"),
    N_("activity"),
    N_("risk-mitigation toolbox"),
    N_("localisation (regional and local plans)"),
)

MEASURE_TERMS = (
    N_("indicator"),
    N_("baseline"),
    N_("target"),
    N_("measured value"),
    N_("milestone"),
    N_("series"),
    N_("series break"),
    N_("progress"),
    N_("expected progress"),
    N_("coverage"),
    N_("bounds"),
    N_("completion rate"),
    N_("execution rate"),
    N_("monitoring and evaluation"),
    N_("disaggregated by sex"),
    N_("means of verification"),
)

MONEY_TERMS = (
    N_("budget line"),
    N_("printed total"),
    N_("basket fund"),
    N_("funding gap"),
    N_("constant prices"),
    N_("exchange rate"),
    N_("gender-responsive budgeting"),
    N_("technical and financial partners (donors)"),
    N_("donors’ round table"),
)

BODY_TERMS = (
    N_("United Nations Security Council"),
    N_("ministry for the promotion of women, children and the family (MPFEF)"),
    N_("regional gender committees"),
    N_("civil society organisations (CSO)"),
    N_("Agreement for Peace and Reconciliation in Mali"),
    N_("Agreement Monitoring Committee"),
    N_("Truth, Justice and Reconciliation Commission"),
    N_("national commission for disarmament, demobilisation and reintegration"),
    N_("Integration Commission"),
    N_("national security sector reform council"),
    N_("National Transition Council"),
    N_("defence and security forces"),
)

SUBJECT_TERMS = (
    N_("gender-based violence (GBV)"),
    N_("conflict-related sexual violence"),
    N_("survivor"),
    N_("one-stop centre"),
    N_("holistic care"),
    N_("GBV information management system (GBVIMS)"),
    N_("female genital mutilation"),
    N_("forced marriage, early marriage"),
    N_("denial of resources"),
    N_("internally displaced persons"),
    N_("appointed and elected posts"),
    N_("quota law: Act 2015-052"),
    N_("empowerment"),
    N_("peacebuilding"),
    N_("relief and recovery"),
    N_("security sector reform (SSR)"),
)

CODE_KINDS: Mapping[str, str] = {
    "status": N_("Status of an indicator"),
    "not_assessed_reason": N_("Why an indicator is not assessed"),
    "missing_reason": N_("Why a value is missing"),
    "value_kind": N_("Kind of value"),
    "accumulation": N_("How values add up over time"),
    "wps_pillar": N_("Pillars of the United Nations agenda"),
    "stage": N_("Stage of money"),
    "confidence": N_("Confidence in a source"),
}
"""Kinds of codes whose words are worth a place in the glossary."""


def glossary() -> Iterable[tuple[str, tuple[str, ...]]]:
    """Each group of the glossary: its title and its terms, as messages."""
    yield N_("The plans"), PLAN_TERMS
    yield N_("Measuring"), MEASURE_TERMS
    yield N_("Money"), MONEY_TERMS
    yield N_("Bodies"), BODY_TERMS
    yield N_("Subjects"), SUBJECT_TERMS
    for kind, title in CODE_KINDS.items():
        yield title, tuple(KINDS[kind].values())
