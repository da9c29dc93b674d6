"""Long texts: each in every language, method pages ready to stand under a page's title."""

from __future__ import annotations

import re

import pytest

from nap_analytics.errors import NapError
from nap_analytics.wording.language import SOURCE_LANGUAGE, language, language_codes
from nap_analytics.wording.texts import CONTENT_FOLDER, METHODS_FOLDER, method, method_names, method_title, prose

CODES = [code for code in language_codes() if code != SOURCE_LANGUAGE]


@pytest.mark.parametrize("code", CODES)
def test_every_text_stands_in_every_language(code: str) -> None:
    names = {path.name for path in (CONTENT_FOLDER / SOURCE_LANGUAGE).glob("*.md")}
    assert names == {path.name for path in (CONTENT_FOLDER / code).glob("*.md")}
    assert names


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("path", sorted((CONTENT_FOLDER / SOURCE_LANGUAGE).glob("*.md")), ids=lambda path: path.stem)
def test_translated_text_has_the_same_shape_and_numbers(path: object, code: str) -> None:
    name = path.stem
    english, other = prose(language(SOURCE_LANGUAGE), name), prose(language(code), name)
    shape = re.compile(r"^(#+|-)", re.MULTILINE)
    years = re.compile(r"\b(?:19|20)\d\d\b")
    assert shape.findall(english) == shape.findall(other)
    assert sorted(years.findall(english)) == sorted(years.findall(other))


def test_french_signs_follow_french_spaces() -> None:
    for path in (CONTENT_FOLDER / "fr").glob("*.md"):
        assert re.findall(r"[^\u202f\s][;:?!»](?:\s|$)|'", path.read_text(encoding="utf-8")) == []


def test_unknown_text_is_an_error() -> None:
    with pytest.raises(NapError, match="There is no text “nothing”"):
        prose(language("fr"), "nothing")


def test_method_pages_are_named_once() -> None:
    names = method_names()
    assert {"progress", "rollup", "money", "masking"} <= set(names)
    assert not [name for name in names if "." in name]
    assert all((METHODS_FOLDER / f"{name}.md").is_file() for name in names)


@pytest.mark.parametrize("code", language_codes())
@pytest.mark.parametrize("name", method_names())
def test_method_page_stands_under_the_title_of_its_page(name: str, code: str) -> None:
    t = language(code)
    text = method(t, name)
    assert method_title(t, name) not in {line.lstrip("# ") for line in text.splitlines()}
    assert re.findall(r"^## ", text, re.MULTILINE) == []
    assert re.findall(r"^### ", text, re.MULTILINE)
    assert re.findall(r"\]\([^)]*\.md", text) == []


def test_links_between_methods_stay_in_the_dashboard() -> None:
    assert "](?section=method&method=activity-completion&lang=fr)" in method(language("fr"), "rollup")
    assert "](?section=method&method=activity-completion&lang=en)" in method(language("en"), "rollup")
