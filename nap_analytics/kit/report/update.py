"""Challenges, recommendations, risks, and the update of the operational plan: all of it to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.documents.report.parts import Chapter, Paragraph, Section
from nap_analytics.errors import N_
from nap_analytics.kit.report.blank import form, prompt
from nap_analytics.kit.report.says import says

if TYPE_CHECKING:
    from nap_analytics.documents.report.parts import Table
    from nap_analytics.kit.report.report_context import ReportContext
    from nap_analytics.wording.language import Language


def update(context: ReportContext) -> Chapter:
    """What the next year is to do differently, and who adopts it."""
    t = context.t
    challenges = prompt(
        t,
        "update.challenges",
        N_("Challenges"),
        N_("Which challenges did the year raise: security, institutions, money, data?"),
        N_("Whom do they affect, and where?"),
    )
    rule = Paragraph(
        t("The operational plan is updated in the light of the results, the challenges and the recommendations of this report.")
    )
    sections = (
        Section(t("Challenges"), (*says(context, "strength", "challenge"), challenges)),
        Section(t("Recommendations"), (_recommendations(t),)),
        Section(t("Risks and how to lessen them"), (_risks(t),)),
        Section(t("Update of the operational plan"), (rule, _actions(t))),
        Section(t("Adoption of this report"), (_adoption(context),)),
    )
    return Chapter(t("Challenges, recommendations, next steps"), sections=sections)


def _recommendations(t: Language) -> Table:
    heads = (N_("Recommendation"), N_("To whom"), N_("By when"))
    return form(t, "update.recommendations", caption=N_("Recommendations, to fill in"), heads=heads, widths=(56, 26, 18), count=5)


def _risks(t: Language) -> Table:
    heads = (N_("Risk"), N_("Likelihood"), N_("Effect"), N_("How to lessen it"), N_("Who"))
    return form(t, "update.risks", caption=N_("Risks, to fill in"), heads=heads, widths=(26, 15, 19, 26, 14), count=4)


def _actions(t: Language) -> Table:
    heads = (N_("Action"), N_("Keep, adapt, stop or add"), N_("Why"), N_("Who"), N_("By when"))
    caption = N_("Changes to the operational plan, to fill in")
    return form(t, "update.actions", caption=caption, heads=heads, widths=(28, 18, 26, 14, 14), count=6)


def _adoption(context: ReportContext) -> Table:
    """The bodies that steer the plan, where the sources name their members."""
    t = context.t
    heads = (N_("Body"), N_("Date"), N_("Decision"))
    names = list(context.localised(queries.committee_members, plan_id=context.plan_id)["body_name"].drop_duplicates())
    caption = N_("Adoption of this report, to fill in")
    return form(t, "update.adoption", caption=caption, heads=heads, widths=(40, 20, 40), names=names, count=0 if names else 3)
