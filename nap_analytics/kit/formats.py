"""Formats that a file can be written in from the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.errors import N_, NapError
from nap_analytics.findings.budget_totals import fair_money
from nap_analytics.kit.files import KIT
from nap_analytics.kit.light import LIGHT_FILE_NAME, light_page
from nap_analytics.kit.report import annual_report, newest_plan
from nap_analytics.kit.storyboard import read_story, story_deck
from nap_analytics.kit.workbook import budget_workbook
from nap_analytics.open_data.hxl import hxl_csv
from nap_analytics.open_data.iati import plan_activities
from nap_analytics.open_data.sdmx import sdmx_csv

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from nap_analytics.warehouse import Warehouse
    from nap_analytics.wording.language import Language


@dataclass(frozen=True)
class Export:
    """What a writer of a format is given; `story` is empty where none was named, `plan` where the newest is meant."""

    warehouse: Warehouse
    t: Language
    viewed_on: date
    reporting_organisation: str
    reporting_name: str
    story: str = ""
    plan: str = ""

    @property
    def plan_id(self) -> str:
        """The plan that was named, else the newest."""
        return self.plan or newest_plan(self.warehouse, viewed_on=self.viewed_on)


@dataclass(frozen=True)
class Format:
    """One format: the name of its file, and what writes it.

    Attributes:
        file_name: The name, a message where it has words, with places for the story, the plan and the language.
        write: Makes the content; may raise NapError.
        story_name: The name for one story, if it is another.
    """

    file_name: str
    write: Callable[[Export], bytes]
    story_name: str = ""

    def name_of(self, export: Export) -> str:
        """The name of the file for what is exported."""
        name = (export.story and self.story_name) or self.file_name
        plan = export.plan_id if "{plan}" in name else ""
        return export.t(name, story=export.story, plan=plan, lang=export.t.code)


def _iati(export: Export) -> bytes:
    organisation = {"reporting_organisation": export.reporting_organisation, "reporting_name": export.reporting_name}
    return plan_activities(export.warehouse, viewed_on=export.viewed_on, **organisation)


def _workbook(export: Export) -> bytes:
    """The story as a workbook where one is named, else the budgets."""
    if export.story:
        return _of_story("xlsx")(export)
    fair = fair_money(queries.money_choices(export.warehouse, viewed_on=export.viewed_on))
    return budget_workbook(export.warehouse, export.t, viewed_on=export.viewed_on, **fair)


def _of_story(ending: str) -> Callable[[Export], bytes]:
    """What writes a story in a format of the take-away kit."""

    def write(export: Export) -> bytes:
        if not export.story:
            raise NapError(N_("The format “{name}” needs a story: name one with --story."), name=ending)
        deck, _ = story_deck(read_story(export.story), warehouse=export.warehouse, viewed_on=export.viewed_on)
        if not deck.scenes[export.t.code]:
            raise NapError(N_("No scene of this story can be shown."))
        return KIT[ending](deck, export.t)

    return write


FORMATS: Mapping[str, Format] = {
    "iati": Format("plans-iati.xml", _iati),
    "hxl": Format("observations-hxl.csv", lambda asked: hxl_csv(asked.warehouse, asked.t, viewed_on=asked.viewed_on)),
    "sdmx": Format("observations-sdmx.csv", lambda asked: sdmx_csv(asked.warehouse, asked.t, viewed_on=asked.viewed_on)),
    "xlsx": Format("budgets.xlsx", _workbook, story_name="{story}-{lang}.xlsx"),
    "pptx": Format("{story}-{lang}.pptx", _of_story("pptx")),
    "html": Format("{story}.html", _of_story("html")),
    "pdf": Format("{story}-{lang}.pdf", _of_story("pdf")),
    "light": Format(LIGHT_FILE_NAME, lambda asked: light_page(asked.warehouse, asked.t, viewed_on=asked.viewed_on)),
    "docx": Format(
        N_("report-{plan}-{lang}.docx"),
        lambda asked: annual_report(asked.warehouse, asked.t, plan_id=asked.plan_id, viewed_on=asked.viewed_on),
    ),
}
"""Each format of ``export``."""
