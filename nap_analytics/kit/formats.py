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
from nap_analytics.kit.storyboard import read_story, tell
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
        story_name: The name where a story is asked for, if it is another.
    """

    file_name: str
    write: Callable[[Export], bytes]
    story_name: str = ""

    def name_of(self, asked: Export) -> str:
        """The name of the file for what is asked."""
        name = (asked.story and self.story_name) or self.file_name
        plan = asked.plan_id if "{plan}" in name else ""
        return asked.t(name, story=asked.story, plan=plan, lang=asked.t.code)


def _iati(asked: Export) -> bytes:
    organisation = {"reporting_organisation": asked.reporting_organisation, "reporting_name": asked.reporting_name}
    return plan_activities(asked.warehouse, viewed_on=asked.viewed_on, **organisation)


def _hxl(asked: Export) -> bytes:
    return hxl_csv(asked.warehouse, asked.t, viewed_on=asked.viewed_on)


def _sdmx(asked: Export) -> bytes:
    return sdmx_csv(asked.warehouse, asked.t, viewed_on=asked.viewed_on)


def _workbook(asked: Export) -> bytes:
    """The story as a workbook where one is named, else the budgets."""
    if asked.story:
        return _of_story("xlsx")(asked)
    fair = fair_money(queries.money_choices(asked.warehouse, viewed_on=asked.viewed_on))
    return budget_workbook(asked.warehouse, asked.t, viewed_on=asked.viewed_on, **fair)


def _of_story(ending: str) -> Callable[[Export], bytes]:
    """What writes a story in a format of the take-away kit."""

    def write(asked: Export) -> bytes:
        if not asked.story:
            raise NapError(N_("The format “{name}” needs a story: name one with --story."), name=ending)
        deck, _ = tell(read_story(asked.story), warehouse=asked.warehouse, viewed_on=asked.viewed_on)
        if not deck.scenes[asked.t.code]:
            raise NapError(N_("No scene of this story can be shown."))
        return KIT[ending](deck, asked.t)

    return write


def _light(asked: Export) -> bytes:
    return light_page(asked.warehouse, asked.t, viewed_on=asked.viewed_on)


def _report(asked: Export) -> bytes:
    return annual_report(asked.warehouse, asked.t, plan_id=asked.plan_id, viewed_on=asked.viewed_on)


FORMATS: Mapping[str, Format] = {
    "iati": Format("plans-iati.xml", _iati),
    "hxl": Format("observations-hxl.csv", _hxl),
    "sdmx": Format("observations-sdmx.csv", _sdmx),
    "xlsx": Format("budgets.xlsx", _workbook, story_name="{story}-{lang}.xlsx"),
    "pptx": Format("{story}-{lang}.pptx", _of_story("pptx")),
    "html": Format("{story}.html", _of_story("html")),
    "pdf": Format("{story}-{lang}.pdf", _of_story("pdf")),
    "light": Format(LIGHT_FILE_NAME, _light),
    "docx": Format(N_("report-{plan}-{lang}.docx"), _report),
}
"""Each format of ``export``."""
