"""Long texts: prose in content/<language>/ and the method pages in docs/methods/, one Markdown file for each language."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from nap_analytics.errors import N_, NapError
from nap_analytics.wording.language import SOURCE_LANGUAGE, language_codes

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language

SENTENCE_END = re.compile(r"(?<=\.)\s+(?=[^\W\d_])(?![a-zà-ÿ])")
"""Between two sentences: a full stop, and a capital after it."""

CONTENT_FOLDER = Path(__file__).parents[1] / "content"
METHODS_FOLDER = Path(__file__).parents[2] / "docs" / "methods"

_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_METHOD_LINK = re.compile(r"\]\((?P<name>[\w-]+?)(?:\.[a-z]{2})?\.md(?:#[\w-]*)?\)")


def first_sentence(text: str) -> str:
    """The text up to the end of its first sentence, its full stop included."""
    return SENTENCE_END.split(text)[0]


def prose(t: Language, name: str) -> str:
    """A text of content/ in the language shown, in English where it is not translated.

    Raises:
        NapError: there is no such text.
    """
    return _text(CONTENT_FOLDER / t.code / f"{name}.md", otherwise=CONTENT_FOLDER / SOURCE_LANGUAGE / f"{name}.md")


def method_names() -> list[str]:
    """Names of the method pages, in alphabetical order."""
    translated = tuple(f".{code}" for code in language_codes())
    return sorted(path.stem for path in METHODS_FOLDER.glob("*.md") if path.stem != "README" and not path.stem.endswith(translated))


def method_title(t: Language, name: str) -> str:
    """The title of a method page: its first heading."""
    return next((line.lstrip("# ").strip() for line in _method(t, name).splitlines() if line.startswith("#")), name)


def method(t: Language, name: str) -> str:
    """A method page under a page's own title: its title left out, links to other methods made links of the dashboard."""
    body = _method(t, name).lstrip().partition("\n")[2] if _method(t, name).lstrip().startswith("# ") else _method(t, name)
    return _METHOD_LINK.sub(rf"](?section=method&method=\g<name>&lang={t.code})", _HEADING.sub(r"#\1 ", body))


def _method(t: Language, name: str) -> str:
    plain = METHODS_FOLDER / f"{name}.md"
    return _text(plain if t.code == SOURCE_LANGUAGE else METHODS_FOLDER / f"{name}.{t.code}.md", otherwise=plain)


@cache
def _text(path: Path, *, otherwise: Path) -> str:
    chosen = path if path.is_file() else otherwise
    if not chosen.is_file():
        raise NapError(N_("There is no text “{name}”."), name=otherwise.stem)
    return chosen.read_text(encoding="utf-8")
