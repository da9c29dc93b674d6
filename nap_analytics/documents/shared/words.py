"""What a chart says in words, the language that a text is marked with, and texts that an XML file can hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.core import get_global

from nap_analytics.documents.shared.plan import chart_series, full_name

if TYPE_CHECKING:
    from nap_analytics.deck import Picture
    from nap_analytics.wording.language import Language

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that an XML file cannot hold."""


def cleaned(value: Any) -> Any:
    """The text, or all texts of dictionaries and lists, without signs that an XML file cannot hold."""
    if isinstance(value, str):
        return _NO_XML.sub("", value)
    if isinstance(value, dict):
        return {name: cleaned(each) for name, each in value.items()}
    return [cleaned(each) for each in value] if isinstance(value, (list, tuple)) else value


def in_words(picture: Picture, t: Language) -> str:
    """The chart for those who do not see it: what is counted, then every mark."""
    reached, *sides = chart_series(picture, t)
    told = [picture.unit]
    for at, mark in enumerate(picture.marks):
        first = full_name(mark) if mark.value is None else t("{name}: {value}", name=mark.name, value=reached.labels[at])
        beside = [t("{name}: {value}", name=side.name, value=side.labels[at]) for side in sides if side.labels[at]]
        told.append(t("; ").join([first, *beside]))
    return "\n".join(told)


def notes_on_marks(picture: Picture, t: Language) -> str:
    """What limits the marks: each note once, after the names of those it is about; empty where nothing does."""
    about: dict[str, list[str]] = {}
    for mark in picture.marks:
        if mark.note:
            about.setdefault(mark.note, []).append(mark.name)
    return " · ".join(t("{name}: {value}", name=", ".join(names), value=note) for note, names in about.items())


def language_tag(t: Language) -> str:
    """The language with its country, as office programs want it: "fr-FR", "en-GB"."""
    likely = get_global("likely_subtags").get(t.code)
    territory = t.locale.territory or (Locale.parse(likely).territory if likely else None)
    return f"{t.locale.language}-{territory}" if territory else t.locale.language
