"""The whole annual report of a plan: its chapters are those that the plan's own chapter on monitoring asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.documents.report.document import report_docx, sentence_docx
from nap_analytics.documents.report.parts import Report
from nap_analytics.errors import N_, NapError, NoPlanError
from nap_analytics.kit.report import front
from nap_analytics.kit.report.adaptation import adaptation
from nap_analytics.kit.report.annex import annex
from nap_analytics.kit.report.budget import budget
from nap_analytics.kit.report.context import context_chapter
from nap_analytics.kit.report.gaps import gaps
from nap_analytics.kit.report.indicators import Numbers
from nap_analytics.kit.report.report_context import ReportContext
from nap_analytics.kit.report.results import results
from nap_analytics.kit.report.steering import steering
from nap_analytics.kit.report.update import update
from nap_analytics.kit.stamp import stamp

if TYPE_CHECKING:
    from datetime import date

    from nap_analytics.warehouse import Warehouse
    from nap_analytics.wording.language import Language


def annual_report(warehouse: Warehouse, t: Language, *, plan_id: str, viewed_on: date) -> bytes:
    """The report as a .docx file: the same data and day give the same bytes.

    Raises:
        NapError: there is no such plan.
    """
    return report_docx(describe(warehouse, t, plan_id=plan_id, viewed_on=viewed_on), t)


def report_that_failed(t: Language, *, reason: str = "") -> bytes:
    """A .docx file that says in words that the report could not be written, and why where that is known."""
    if reason:
        return sentence_docx(t("The annual report could not be written: {reason}", reason=reason))
    return sentence_docx(t("The annual report could not be written: an error that nobody foresaw. It is in the log of the dashboard."))


def newest_plan(warehouse: Warehouse, *, viewed_on: date) -> str:
    """The plan that began last.

    Raises:
        NoPlanError: the data holds no plan.
    """
    plans = queries.plan_overview(warehouse, viewed_on=viewed_on)
    if plans.empty:
        raise NoPlanError
    return str(plans["plan_id"].iloc[-1])


def describe(warehouse: Warehouse, t: Language, *, plan_id: str, viewed_on: date) -> Report:
    """What the report says, before it is written down.

    The passages of the third plan (2019-2023) that ask for each chapter are listed in docs/formats/annual-report.md.

    Raises:
        NapError: there is no such plan.
    """
    warehouse = warehouse.remembering()
    plans = t.localise(queries.plan_overview(warehouse, viewed_on=viewed_on))
    own = plans[plans["plan_id"] == plan_id]
    if own.empty:
        raise NapError(N_("There is no such plan: {plan}"), plan=plan_id)
    context = ReportContext(warehouse, t, viewed_on, own.iloc[0])
    numbers = Numbers(context)
    chapters = (
        front.summary(context),
        context_chapter(context),
        results(context, numbers),
        adaptation(context, numbers),
        steering(context, numbers),
        budget(context, numbers),
        gaps(context),
        update(context),
        annex(context, numbers),  # last: it lists the sources that the others cite
    )
    return Report(
        short_title=t("{title} · {plan}", title=t(front.TITLE), plan=context.plan["short_name"]),
        stamp=stamp(warehouse, t),
        made_on=viewed_on.isoformat(),
        cover=front.cover(context),
        guide=front.guide(context, [chapter.title for chapter in chapters]),
        chapters=chapters,
    )
