"""The words of the code and of the database against the catalogues.

``python -m tests.messages`` adds to every catalogue what is new, empty, and takes out what is no longer used. What is
translated stays as it is; the files hold no dates and no places, so they change only where words do.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.pofile import generate_po, read_po

from nap_analytics.warehouse import comments
from nap_analytics.wording.language import LOCALE_FOLDER, SOURCE_LANGUAGE, language_codes
from tests.reads import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
DOMAINS = ("nap", "dictionary")

_MARKS = {"t", "self", "N_"}
"""Functions whose first argument is a message; the first two of ``t.n`` are its singular and its plural."""

_ONE_LINE = 0
"""Width that keeps each message on a line of its own, however long, so that it can be searched and compared."""

Message = str | tuple[str, str]
"""A message id, or the two of a message with a plural."""


def main() -> None:
    """Bring all catalogues up to the code and say what is left to translate."""
    for code in translated_languages():
        for domain in DOMAINS:
            empty = update(code=code, domain=domain)
            print(f"{catalogue_path(code=code, domain=domain).relative_to(ROOT)}: {empty} to translate")  # noqa: T201


def translated_languages() -> tuple[str, ...]:
    """Codes of the languages that need a catalogue."""
    return tuple(code for code in language_codes() if code != SOURCE_LANGUAGE)


def catalogue_path(*, code: str, domain: str) -> Path:
    """The file of a catalogue."""
    return LOCALE_FOLDER / code / "LC_MESSAGES" / f"{domain}.po"


def catalogue(*, code: str, domain: str) -> Catalog:
    """The catalogue as it lies in the repository; an empty one where there is none."""
    path = catalogue_path(code=code, domain=domain)
    if not path.exists():
        return Catalog(locale=code)
    with path.open("rb") as text:
        return read_po(text, locale=code, domain=domain)


def wanted_messages(domain: str) -> dict[Message, str]:
    """Each message that a catalogue of the domain must hold, and the place where it stands first."""
    if domain == "dictionary":
        return dict.fromkeys(sorted(comments()), "nap_analytics/warehouse")
    found: dict[Message, str] = {}
    for path in source_files():
        for line, message in messages_in(path):
            found.setdefault(message, f"{path.relative_to(ROOT)}:{line}")
    with_plural = {message[0] for message in found if isinstance(message, tuple)}
    return {message: place for message, place in found.items() if message not in with_plural}


def source_files() -> list[Path]:
    """The Python files whose words are shown to people."""
    return [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "nap_analytics").rglob("*.py"))]


def messages_in(path: Path) -> Iterator[tuple[int, Message]]:
    """Line and message of each call of a function that translates.

    Those inside f-strings too, which Babel's own reader passes over on Python 3.11.
    """
    for node in nodes(path):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS:
            yield from ((node.lineno, text) for text in _texts(node.args[:1]))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "n":
            texts = _texts(node.args[:2])
            yield from [(node.lineno, (texts[0], texts[1]))] if len(texts) > 1 else []


def _texts(arguments: list[ast.expr]) -> list[str]:
    return [node.value for node in arguments if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def update(*, code: str, domain: str) -> int:
    """Bring a catalogue up to the code; the number of messages left to translate."""
    known = catalogue(code=code, domain=domain)
    fresh = Catalog(locale=code)
    for message in wanted_messages(domain):
        old = known.get(key(message))
        is_kept = old is not None and old.id == message and not old.fuzzy
        fresh.add(message, old.string if is_kept else _untranslated(message, plural_count=fresh.num_plurals))
    path = catalogue_path(code=code, domain=domain)
    unfinished = path.with_suffix(".part")
    unfinished.write_text(_header(fresh) + _body(fresh), encoding="utf-8")
    unfinished.replace(path)
    return sum(not is_translated(entry.string) for entry in fresh if entry.id)


def is_translated(text: str | tuple[str, ...]) -> bool:
    """True where no form of the translation is empty."""
    return bool(text) and all(forms(text))


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """A message or its translation as one text for each number: one, or two and more where it has a plural."""
    return (text,) if isinstance(text, str) else tuple(text)


def key(message: Message) -> str:
    """The id by which a catalogue finds the message."""
    return forms(message)[0]


def _untranslated(message: Message, *, plural_count: int) -> str | tuple[str, ...]:
    return "" if isinstance(message, str) else ("",) * plural_count


def _header(fresh: Catalog) -> str:
    lines = ("Content-Type: text/plain; charset=utf-8", f"Language: {fresh.locale}", f"Plural-Forms: {fresh.plural_forms}")
    return "\n".join(['msgid ""', 'msgstr ""', *(rf'"{line}\n"' for line in lines)]) + "\n\n"


def _body(fresh: Catalog) -> str:
    return "".join(generate_po(fresh, width=_ONE_LINE, omit_header=True, sort_by="message")).strip("\n") + "\n"


if __name__ == "__main__":
    main()
