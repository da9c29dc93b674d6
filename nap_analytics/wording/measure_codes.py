"""The words for what is measured: statuses, why there is none, directions of travel, evidence, coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    "no_target_no_value": N_("neither target nor value entered for the time of the plan"),
    "no_target": N_("no target set"),
    "no_baseline": N_("no baseline entered"),
    "no_value": N_("no value entered for the time of the plan"),
    "gap": N_("a period is missing, so nothing is added up"),
    "overlap": N_("a period is covered twice, so nothing is added up"),
    "none_preferred": N_("values reported, none of which is preferred"),
    "split_only": N_("values by region, sex or age only"),
    "after_break_only": N_("values only after a break in the series"),
    "after_plan_only": N_("values only after the plan’s last day"),
    "near_measure": N_("near measure, which is not counted in progress"),
    "sum_that_should_fall": N_("new cases that are added up cannot fall to a target"),
    "targets_do_not_rise": N_("the targets of a sum must rise from date to date; these do not"),
    "floor_of_a_fall": N_("the source counts only what it knows of, so that no fall can be established"),
}
"""Why there is no progress, as a clause."""

MOVEMENT: Mapping[str, str] = {
    "improved": N_("improved"),
    "slightly_improved": N_("slightly improved"),
    "unchanged": N_("unchanged"),
    "mixed": N_("mixed (some series improved, some worsened)"),
    "slightly_worsened": N_("slightly worsened"),
    "worsened": N_("worsened"),
    "not_judged": N_("not judged"),
    "unknown": N_("unknown"),
}
"""Direction of travel, with or without a target; the bands are Eurostat’s for indicators without a target."""

MOVEMENT_REASON: Mapping[str, str] = {
    "reads_reporting": N_("reported cases: a rise can mean better reporting"),
    "floor": N_("the source counts only what it knows of"),
    "depends_on_year": N_("it depends on which year before the plan is compared"),
    "no_whole_year_before": N_("no whole year before the plan"),
    "no_whole_year": N_("no whole year in the plan"),
    "break": N_("a break in the series lies between"),
    "less_than_a_year": N_("less than a year between the two values"),
}
"""Why there is no direction; the reasons of NOT_ASSESSED_REASON besides."""

EVIDENCE: Mapping[str, str] = {
    "exact": N_("exact measure"),
    "near": N_("near measure"),
}

SET_BY: Mapping[str, str] = {
    "plan": N_("the plan"),
    "law": N_("the law"),
    "government": N_("the government"),
    "partner": N_("partner"),
}

COVERAGE: Mapping[str, str] = {
    "assessed": N_("assessed against a target"),
    "measured": N_("measured, cannot be assessed"),
    "near": N_("near measure"),
    "silent": N_("no value from the time of the plan"),
}
"""What is known of an indicator."""
