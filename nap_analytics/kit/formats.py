"""Formats that a file can be written in from the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nap_analytics.errors import N_, NapError
from nap_analytics.exchange.iati import budget_activities
from nap_analytics.kit.files import KIT
from nap_analytics.kit.storyboard import read_story, tell
from nap_analytics.kit.workbook import budget_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from nap_analytics.language import Language
    from nap_analytics.warehouse import Warehouse


@dataclass(frozen=True)
class Export:
    """What a writer of a format is given; `story` is empty where none was named."""

    warehouse: Warehouse
    t: Language
    viewed_on: date
    reporting_organisation: str
    reporting_name: str
    story: str = ""


@dataclass(frozen=True)
class Format:
    """One format: the name of its file, and what writes it.

    Attributes:
        file_name: The name, with places for the story and the language.
        write: Makes the content; may raise NapError.
    """

    file_name: str
    write: Callable[[Export], bytes]

    def name_of(self, asked: Export) -> str:
        """The name of the file for what is asked."""
        return self.file_name.format(story=asked.story, lang=asked.t.code)


def _iati(asked: Export) -> bytes:
    organisation = {"reporting_organisation": asked.reporting_organisation, "reporting_name": asked.reporting_name}
    return budget_activities(asked.warehouse, viewed_on=asked.viewed_on, **organisation)


def _workbook(asked: Export) -> bytes:
    return budget_workbook(asked.warehouse, asked.t, viewed_on=asked.viewed_on)


def _of_story(ending: str) -> Callable[[Export], bytes]:
    """What writes a story in a format of the take-away kit."""

    def write(asked: Export) -> bytes:
        if not asked.story:
            raise NapError(N_("The format “{name}” tells a story: name one with --story."), name=ending)
        deck, _ = tell(read_story(asked.story), warehouse=asked.warehouse, viewed_on=asked.viewed_on)
        if not deck.scenes[asked.t.code]:
            raise NapError(N_("No scene of this story can be shown."))
        return KIT[ending](deck, asked.t)

    return write


FORMATS: Mapping[str, Format] = {
    "iati": Format("budgets-iati.xml", _iati),
    "xlsx": Format("budgets.xlsx", _workbook),
    "pptx": Format("{story}-{lang}.pptx", _of_story("pptx")),
    "html": Format("{story}.html", _of_story("html")),
    "pdf": Format("{story}-{lang}.pdf", _of_story("pdf")),
}
"""Each format of ``export``."""
