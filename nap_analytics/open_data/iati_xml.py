"""Elements of an IATI file: texts in every language that the dashboard speaks, and nothing that XML cannot hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from nap_analytics.queries.open_data.rows import Row, text_in
from nap_analytics.wording.language import Language, language, language_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Texts = dict[str, str]
"""A text by the code of its language."""


def languages() -> list[Language]:
    """The languages of a narrative, the default first."""
    return [language(code) for code in language_codes()]


def texts_of(row: Row, name: str) -> Texts:
    """A text of the data in every language that the dashboard speaks."""
    return {t.code: text_in(t, row, name) for t in languages()}


def in_each(sentences: Callable[[Language], Iterable[str]]) -> Texts:
    """What is said in each language, sentence after sentence."""
    return {t.code: " ".join(sentences(t)) for t in languages()}


def add(parent: etree._Element, name: str, attributes: Mapping[str, Any] | None = None, *, text: str | None = None) -> etree._Element:
    """A new last child. What XML cannot hold (control characters) becomes the sign for an unreadable character."""
    clean = {key: _NOT_XML.sub("\ufffd", value) for key, value in (attributes or {}).items()}
    child = etree.SubElement(parent, name, clean)
    child.text = None if text is None else _NOT_XML.sub("\ufffd", text)
    return child


def narratives(parent: etree._Element, texts: Texts) -> None:
    """One ``narrative`` for each language."""
    for code, text in texts.items():
        add(parent, "narrative", {XML_LANG: code}, text=text)
