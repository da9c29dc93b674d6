"""The place of something in a source, translated: the words around what is quoted, the quotation as it is.

A place is written once, in English, beside each row of the data: “Strategic framework, Key priority 1, result 1.3”. Its words
(page, paragraph, line, the chapters of the documents) have their translation in the catalogue ``sources.po``, where # stands for a
number: “# women of #”. Names of files and series, codes, and all between quotation marks stay as they are.
"""

from __future__ import annotations

import re
from calendar import month_name
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_QUOTED = re.compile(r'(“[^”]*”|"[^"]*")')
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_FILE_OR_SITE = re.compile(r"\w+(?:[./=?-]+\w+)*[./]\w\S*")
_COUNT = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\d,]| milliard)")
_PERCENTAGE = re.compile(r"(?<![\w.,])(\d+(?:\.\d+)?) ?%")
_AMOUNT = re.compile(r"(?<![\w.,])\d+\.\d+(?= million| FCFA)")
_DAY = re.compile(rf"(?<![\w.,/-])\d{{1,2}} (?:{'|'.join(month_name[1:])}) \d{{4}}(?!\w)")
_COLON = re.compile(r"(?<=[\w)]): ")


class PlaceLanguage(Protocol):
    """What a place needs of a language."""

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in the language, with its values put in."""

    def number(self, value: float, *, most: int = 1) -> str:
        """A number as the language writes it."""

    def percent(self, value: float, *, most: int = 1) -> str:
        """A percentage as the language writes it."""

    def date(self, day: date) -> str:
        """A day in words."""


class PlaceWords:
    """Translates places into one language.

    Args:
        t: The language.
        words: English phrase -> the same in the language, at least one. The longest phrase that fits is taken; none inside a word.
    """

    def __init__(self, t: PlaceLanguage, words: Mapping[str, str]) -> None:
        self._t = t
        self._words = dict(words)
        longest_first = [re.escape(phrase).replace(r"\#", _NUMBER.pattern) for phrase in sorted(self._words, key=len, reverse=True)]
        self._phrases = re.compile(rf"(?<![\w’'-])(?:{'|'.join(longest_first)})(?![\w’'-])")
        self._cached = lru_cache(maxsize=4096)(self._translated)

    def __call__(self, place: str) -> str:
        """The place in the language."""
        return self._cached(place)

    def beside(self, text: str) -> str:
        """A text that is in the language except for its places: phrases and their marks are translated, numbers stay as they are."""
        return self._marked(self._phrases.sub(self._phrase, text))

    def left_over(self, place: str) -> list[str]:
        """The English words of a place that no phrase covers; days, names of files and sites, codes and numbers aside."""
        rest = _FILE_OR_SITE.sub(" ", _DAY.sub(" ", self._phrases.sub(" ", " ".join(_QUOTED.split(place)[::2]))))
        return [word for word in re.findall(r"[^\W\d_][\w’'-]*", rest) if not _is_code(word)]

    def _translated(self, place: str) -> str:
        parts = enumerate(_QUOTED.split(place))
        written = "".join(self._t("“{name}”", name=part[1:-1]) if at % 2 else self._own_words(part) for at, part in parts)
        return written[:1].upper() + written[1:] if place[:1].isupper() else written

    def _own_words(self, part: str) -> str:
        written = self._phrases.sub(self._phrase, part)
        written = _DAY.sub(lambda found: self._t.date(datetime.strptime(found[0], "%d %B %Y")), written)
        written = _PERCENTAGE.sub(lambda found: self._t.percent(float(found[1]), most=2), written)
        written = _COUNT.sub(lambda found: self._t.number(int(found[0].replace(",", ""))), written)
        written = _AMOUNT.sub(lambda found: self._t.number(float(found[0]), most=3), written)
        return self._marked(written)

    def _phrase(self, found: re.Match[str]) -> str:
        """The phrase in the language, its numbers in their order."""
        numbers = iter(_NUMBER.findall(found[0]))
        return re.sub("#", lambda _: next(numbers), self._words[_NUMBER.sub("#", found[0])])

    def _marked(self, text: str) -> str:
        """The text with colons, semicolons and apostrophes as the language prints them."""
        colon = self._t("{name}: {finding}", name="", finding="")
        return _COLON.sub(colon, text).replace("; ", self._t("; ")).replace("'", "’")


def _is_code(word: str) -> bool:
    """A word that no language translates: letters all large, a digit or an underscore in it, one letter alone."""
    return len(word) == 1 or word.isupper() or bool(re.search(r"[\d_]", word))
