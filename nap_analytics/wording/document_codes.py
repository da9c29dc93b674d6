"""The words for what a document holds: its passages, instruments, dated events, theory of change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

PASSAGE_KIND: Mapping[str, str] = {
    "drafting": N_("How the plan was drawn up"),
    "consultation": N_("Consultations"),
    "strategy": N_("Intervention strategies"),
    "change": N_("What is new in this plan"),
    "strength": N_("Strengths of the plan"),
    "challenge": N_("Challenges"),
    "adaptation_rule": N_("How the plan adapts"),
    "reporting_rule": N_("Reports and reviews"),
    "funding_rule": N_("Who pays, and the rules of funding"),
    "localisation": N_("Regional and local plans"),
    "good_practice": N_("Good practices and examples"),
}
"""What a passage of a plan's document is about."""

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
    "funding": N_("resource mobilisation"),
    "review": N_("review"),
    "event": N_("event"),
    "commitment": N_("dated commitment"),
}

THEORY_OF_CHANGE_KIND: Mapping[str, str] = {
    "outcome": N_("If these changes happen"),
    "actions": N_("through these actions"),
}
