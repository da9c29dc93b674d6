"""The language shown: words from gettext catalogues, numbers, money and dates as the language writes them.

English is the language of the message ids; every other language is a folder under ``locale/`` with three catalogues:
``nap.po`` (words of the interface), ``dictionary.po`` (comments of the database) and ``sources.po`` (words of the places in the
sources and of who published them). They are read as text, so the repository holds no compiled file.
"""

from __future__ import annotations

import gettext
import io
import math
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from nap_analytics.errors import N_, NapError
from nap_analytics.wording.french import fitted
from nap_analytics.wording.places import PlaceWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

LOCALE_FOLDER = Path(__file__).parents[1] / "locale"
DEFAULT_LANGUAGE = "fr"
SOURCE_LANGUAGE = "en"

_FORMATS = {SOURCE_LANGUAGE: "en_GB"}
"""Locale whose formats a language follows, where it is not the language itself (dates: 31 December 2019)."""

_CURRENCY_WORDS = {("fr", "XOF"): "FCFA"}
"""The word for a currency where it is not its ISO code."""

_SEVERAL = 2
"""A whole number that every language puts in the plural."""

_NARROW_SPACE = "\u202f"

_SOURCE_COLUMNS = frozenset({"publisher", "licence"})
"""Columns besides those of places whose English words are the data's own, around names that stay."""

_MILLION = 1_000_000
_SMALLEST_IN_MILLIONS = 100_000


class UnknownLanguageError(NapError):
    """There is no catalogue for the language requested."""

    def __init__(self, code: str) -> None:
        """Name the language and those that exist."""
        super().__init__(N_("There is no language “{code}”, only {known}."), code=code, known=", ".join(language_codes()))


def language_codes() -> tuple[str, ...]:
    """Codes of the languages offered: the default first, then English, then any other in alphabetical order."""
    found = {path.name for path in LOCALE_FOLDER.iterdir() if path.is_dir()}
    others = sorted(found - {DEFAULT_LANGUAGE, SOURCE_LANGUAGE})
    return (DEFAULT_LANGUAGE, SOURCE_LANGUAGE, *others)


@lru_cache(maxsize=16)
def language(code: str) -> Language:
    """The language with this code.

    Raises:
        UnknownLanguageError: there is no catalogue for it.
    """
    if code not in language_codes():
        raise UnknownLanguageError(code)
    return Language(
        code=code,
        messages=_catalogue(code=code, domain="nap"),
        comments=_catalogue(code=code, domain="dictionary"),
        sources=_texts(code=code, domain="sources"),
    )


def _catalogue(*, code: str, domain: str) -> gettext.NullTranslations:
    """The words of a catalogue; those of the source language are the message ids themselves."""
    path = LOCALE_FOLDER / code / "LC_MESSAGES" / f"{domain}.po"
    if code == SOURCE_LANGUAGE and not path.exists():
        return gettext.NullTranslations()
    with path.open("rb") as text:
        catalogue = read_po(text, locale=code, domain=domain)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _texts(*, code: str, domain: str) -> dict[str, str]:
    """The messages of a catalogue with their translations; none where there is no such catalogue."""
    path = LOCALE_FOLDER / code / "LC_MESSAGES" / f"{domain}.po"
    if not path.exists():
        return {}
    with path.open("rb") as text:
        return {str(entry.id): str(entry.string) for entry in read_po(text, locale=code, domain=domain) if entry.id and entry.string}


def is_missing(value: object) -> bool:
    """True for None, NaN, NA and NaT: what the sources do not say."""
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value))


def known(value: Any) -> Any:
    """The value, or None for every kind of missing."""
    return None if is_missing(value) else value


def _rounded(value: Any, *, digits: int) -> Decimal:
    """The value to so many decimals, halves away from zero as in a spreadsheet."""
    exact = Decimal(repr(float(value))) if isinstance(value, float) else Decimal(str(value))
    return exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


@dataclass(frozen=True)
class Language:
    """One language: call it with an English sentence, get the sentence in the language.

    Example:
        >>> t = language("fr")
        >>> t("{done} of {planned} activities", done=6, planned=9)
        '6 activités sur 9'
    """

    code: str
    messages: gettext.NullTranslations = field(repr=False, compare=False)
    comments: gettext.NullTranslations = field(repr=False, compare=False)
    sources: Mapping[str, str] = field(repr=False, compare=False)

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language, its named places filled with the values as they are given."""
        text = self.messages.gettext(message)
        return self._filled(text, values) if values else text

    def _filled(self, text: str, values: Mapping[str, object]) -> str:
        """The text with its places filled; French "de avril" becomes "d’avril"."""
        return (fitted(text, values) if self.code == "fr" else text).format(**values)

    def n(self, singular: str, plural: str, count: float, /, **values: object) -> str:
        """The message in the number that the count asks for; ``{count}`` is the count as the language writes it.

        1.5 is plural in English and singular in French, which the catalogues' rule for whole numbers does not know.
        """
        is_whole = count == int(count)
        whole = int(count) if is_whole else 1 if self.is_one(count) else _SEVERAL
        text = self.messages.ngettext(singular, plural, whole)
        return self._filled(text, {"count": self.number(count), **values})

    def is_one(self, number: float) -> bool:
        """True where the language writes what is counted in the singular: 1 in English, 0 to below 2 in French."""
        exact = Decimal(str(abs(number)))
        return self.locale.plural_form(int(exact) if exact == int(exact) else exact) == "one"

    def place(self, text: str) -> str:
        """A place in a source, a publisher or a licence with the words around what it quotes or names in this language."""
        return self._place_words(text) if self.sources else text

    def place_beside(self, text: str) -> str:
        """Sources with their places in one text: the titles are in this language already, so that only the places are translated."""
        return self._place_words.beside(text) if self.sources else text

    @cached_property
    def _place_words(self) -> PlaceWords:
        return PlaceWords(self, self.sources)

    def comment(self, text: str) -> str:
        """The comment of a table, view or column of the database in this language."""
        return self.comments.gettext(text)

    @cached_property
    def locale(self) -> Locale:
        """The locale whose formats the language follows."""
        return Locale.parse(_FORMATS.get(self.code, self.code))

    @cached_property
    def name(self) -> str:
        """The name of the language in itself: "Français", "English"."""
        return (Locale.parse(self.code).get_display_name() or self.code).capitalize()

    @cached_property
    def separators(self) -> str:
        """Decimal mark, then thousands mark: Plotly's ``layout.separators``."""
        symbols = self.locale.number_symbols["latn"]
        return f"{symbols['decimal']}{symbols['group']}"

    @property
    def decimal_mark(self) -> str:
        """The decimal mark: "," or "."."""
        return self.separators[0]

    def number(self, value: Any, digits: int | None = None, *, most: int = 1) -> str:
        """A number: to so many decimals, or to one (or `most`) at most where none is said ("1 276", "64,3")."""
        if is_missing(value):
            return self("not reported")
        shown = _rounded(value, digits=most if digits is None else digits)
        places = "0" * digits if digits is not None else "#" * most
        return format_decimal(shown + 0, format=f"#,##0.{places}", locale=self.locale)

    def percent(self, value: Any, digits: int | None = None, *, most: int = 1) -> str:
        """A percentage given as 0 to 100: "64,3 %" in French, "64.3%" in English; "64 %" where it is whole."""
        if is_missing(value):
            return self("not reported")
        pattern = self.locale.percent_formats[None].pattern
        sign = pattern.rpartition("0")[2].replace("\xa0", _NARROW_SPACE)
        return f"{self.number(value, digits, most=most)}{sign}"

    def money(self, amount: Any, currency_code: str) -> str:
        """A whole amount: "1 276 000 000 FCFA" in French, "XOF 1,276,000,000" in English."""
        if is_missing(amount):
            return self("not reported")
        return self._with_currency(self.number(amount, 0), currency_code)

    def millions(self, amount: Any, currency_code: str) -> str:
        """An amount in millions: "1 276 M FCFA", "XOF 1,276 M"; one below a tenth of a million in full."""
        if is_missing(amount):
            return self("not reported")
        if 0 < abs(amount) < _SMALLEST_IN_MILLIONS:
            return self.money(amount, currency_code)
        return self._with_currency(f"{self.number(float(amount) / _MILLION)}\xa0M", currency_code)

    def _with_currency(self, number: str, currency_code: str) -> str:
        word = _CURRENCY_WORDS.get((self.code, currency_code), currency_code)
        return f"{word}\xa0{number}" if self.code == SOURCE_LANGUAGE else f"{number}\xa0{word}"

    def currency(self, currency_code: str) -> str:
        """The word for a currency: "FCFA" for XOF in French, the ISO code elsewhere."""
        return _CURRENCY_WORDS.get((self.code, currency_code), currency_code)

    def month(self, day: date | datetime | pd.Timestamp | None) -> str:
        """The month of a day: "décembre 2019", "December 2019"."""
        return self._day(day, pattern="LLLL y")

    def _day(self, day: date | datetime | pd.Timestamp | None, *, pattern: str) -> str:
        if is_missing(day):
            return self("not reported")
        written = format_date(day, format=pattern, locale=self.locale)
        # French writes the first of a month as an ordinal, which CLDR leaves to the writer.
        return f"1er{written[1:]}" if self.code == "fr" and written.startswith("1 ") else written

    def date(self, day: date | datetime | pd.Timestamp | None) -> str:
        """A day: "31 décembre 2019", "31 December 2019"."""
        return self._day(day, pattern="d MMMM y")

    def localise(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The frame with one column ``x`` in this language for each set ``x_en``, ``x_fr``; the others are dropped.

        English is used where the data has no column of this language. The column takes the place of the first of its set.
        Places in a source (columns that end in ``locator``), publishers and licences are translated.

        Raises:
            NapError: the frame has a column ``x`` besides.
        """
        columns = {_bare(name, frame.columns): None for name in frame.columns}
        clashes = [name for name in columns if name in frame.columns and f"{name}_{SOURCE_LANGUAGE}" in frame.columns]
        if clashes:
            raise NapError(N_("Columns both plain and translated: {names}."), names=", ".join(clashes))
        chosen = {name: self._column(name, frame.columns) for name in columns}
        localised = frame[list(chosen.values())].set_axis(list(chosen), axis="columns")
        translations = self._place_columns(localised.columns)
        return localised.assign(**{name: localised[name].map(translate, na_action="ignore") for name, translate in translations})

    def _place_columns(self, columns: Iterable[str]) -> Iterable[tuple[str, Callable[[str], str]]]:
        """The columns that hold places, publishers or licences, each with the function that translates them."""
        for name in columns if self.sources else ():
            if name.endswith("locator") or name in _SOURCE_COLUMNS:
                yield name, self.place
            elif name.endswith("_source"):
                yield name, self.place_beside

    def _column(self, name: str, columns: Iterable[str]) -> str:
        """The column that holds the text ``name`` in this language."""
        for candidate in (name, f"{name}_{self.code}", f"{name}_{SOURCE_LANGUAGE}"):
            if candidate in columns:
                return candidate
        raise NapError(N_("There is no column “{name}” in this language or English."), name=name)


def _bare(name: str, columns: Iterable[str]) -> str:
    """The name without its language, where the data has the text in English too; else the name as it is."""
    stem, _, code = name.rpartition("_")
    is_translated = bool(stem) and code in language_codes() and f"{stem}_{SOURCE_LANGUAGE}" in columns
    return stem if is_translated else name
