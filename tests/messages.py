"""The words of the code and of the database against the catalogues.

``python -m tests.messages`` adds what is new to every catalogue, empty, and takes out what is no longer used.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from nap_analytics.language import LOCALE_FOLDER, SOURCE_LANGUAGE, language_codes
from nap_analytics.warehouse import comments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[1]
KEYWORDS = {"t": None, "self": None, "_": None, "N_": None, "n": (1, 2)}
"""Names of the functions whose first argument is a message (``n``: its first two are singular and plural)."""

DOMAINS = ("nap", "dictionary")
LINE_WIDTH = 120

Message = str | tuple[str, str]
"""A message id, or the two of one with a plural."""


def source_files() -> list[Path]:
    """The Python files whose words are shown to people."""
    return [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "nap_analytics").rglob("*.py"))]


def messages_of_code() -> dict[Message, str]:
    """Each message of the code and the place where it stands first."""
    found: dict[Message, str] = {}
    for path in source_files():
        for line, message in _messages(path):
            found.setdefault(message, f"{path.relative_to(ROOT)}:{line}")
    return found


def _messages(path: Path) -> Iterator[tuple[int, Message]]:
    for line, message, _, _ in extract_from_file("python", path, keywords=KEYWORDS):
        yield line, tuple(message) if isinstance(message, Sequence_) else message


def messages_of_domain(domain: str) -> dict[Message, str]:
    """Each message that a catalogue of the domain must hold, and where it stands."""
    return messages_of_code() if domain == "nap" else {text: "nap_analytics/warehouse" for text in sorted(comments())}


def catalogue_path(code: str, domain: str) -> Path:
    """The catalogue of a language and domain."""
    return LOCALE_FOLDER / code / "LC_MESSAGES" / f"{domain}.po"


def catalogue(code: str, domain: str) -> Catalog:
    """The catalogue as it lies in the repository."""
    with catalogue_path(code, domain).open("rb") as text:
        return read_po(text, locale=code, domain=domain)


def translated_languages() -> tuple[str, ...]:
    """Codes of the languages that need a catalogue."""
    return tuple(code for code in language_codes() if code != SOURCE_LANGUAGE)


def update(code: str, domain: str) -> tuple[int, int]:
    """Bring a catalogue up to the code: the number of messages added and taken out."""
    known, wanted = catalogue(code, domain), messages_of_domain(domain)
    fresh = Catalog(locale=code, fuzzy=False)
    for message in sorted(wanted, key=str):
        old = known.get(_id(message))
        kept = old.string if old is not None and old.pluralizable == isinstance(message, tuple) else ""
        fresh.add(message, kept)
    with catalogue_path(code, domain).open("wb") as text:
        write_po(text, fresh, width=LINE_WIDTH, omit_header=True)
    return 0, 0


def _id(message: Message) -> str:
    return message if isinstance(message, str) else message[0]
