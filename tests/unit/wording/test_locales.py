"""Every word that people read is translated, and nothing else is in the catalogues."""

from __future__ import annotations

import ast
import re
from functools import cache
from string import Formatter

import pytest

from tests import messages
from tests.messages import DOMAINS, forms, is_translated, key, source_files, translated_languages
from tests.reads import nodes

MISSET_FRENCH = re.compile(r"""['"“”]|\.\.\.|«(?![\u202f\xa0])|(?<![\u202f\xa0])(?:[;?!»]|:(?=\s|$)|%(?=\W|$))""")
"""Straight or English signs, three points, or one of « » ; : ? ! % without its no-break space."""

catalogue, wanted_messages = cache(messages.catalogue), cache(messages.wanted_messages)
"""Each read once for all tests."""

CATALOGUES = [(code, domain) for code in translated_languages() for domain in DOMAINS]


def places(text: str) -> set[str]:
    """The named places of a message."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(("code", "domain"), CATALOGUES)
def test_every_message_is_in_the_catalogue(code: str, domain: str) -> None:
    known = catalogue(code=code, domain=domain)
    wanted = wanted_messages(domain)
    missing = [f"{place}: {message}" for message, place in wanted.items() if key(message) not in known or known[key(message)].id != message]
    assert missing == [], "run `make messages` and translate"


@pytest.mark.parametrize(("code", "domain"), CATALOGUES)
def test_no_message_is_stale(code: str, domain: str) -> None:
    wanted = {key(message) for message in wanted_messages(domain)}
    assert [entry.id for entry in catalogue(code=code, domain=domain) if entry.id and key(entry.id) not in wanted] == []


@pytest.mark.parametrize(("code", "domain"), CATALOGUES)
def test_every_message_is_translated(code: str, domain: str) -> None:
    entries = catalogue(code=code, domain=domain)
    assert [entry.id for entry in entries if entry.id and (entry.fuzzy or not is_translated(entry.string))] == []


@pytest.mark.parametrize(("code", "domain"), CATALOGUES)
def test_no_obsolete_message_is_kept(code: str, domain: str) -> None:
    assert list(catalogue(code=code, domain=domain).obsolete) == []


@pytest.mark.parametrize("code", translated_languages())
def test_translations_have_the_places_of_their_message(code: str) -> None:
    """A form may tell its number in words: ``{count}`` may be left out where there is a plural."""
    wrong = []
    for entry in catalogue(code=code, domain="nap"):
        optional = {"count"} if entry.pluralizable else set()
        expected = {name for text in forms(entry.id) for name in places(text)}
        wrong += [text for text in forms(entry.string) if entry.id and (places(text) ^ expected) - optional]
    assert wrong == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_french_is_set_as_french_is_printed(domain: str) -> None:
    """Typographic apostrophes and « »; a no-break space before ; : ? ! % and inside « »."""
    texts = [text for entry in catalogue(code="fr", domain=domain) if entry.id for text in forms(entry.string)]
    assert [text for text in texts if MISSET_FRENCH.search(text)] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_english_has_typographic_apostrophes_and_quotation_marks(domain: str) -> None:
    found = {text: place for message, place in wanted_messages(domain).items() for text in forms(message)}
    assert {text: place for text, place in found.items() if "'" in text or '"' in text} == {}


def test_no_message_is_put_together_before_it_is_translated() -> None:
    """An f-string or a sum as a message can never be found in a catalogue."""
    found = []
    for path in source_files():
        for node in nodes(path):
            is_message = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"t", "N_"} and node.args
            if is_message and isinstance(node.args[0], ast.JoinedStr | ast.BinOp):
                found.append(f"{path}:{node.lineno}")
    assert found == []
