"""The take-away kit of a story: slides, a workbook, a file that opens by itself, paper. All are made from one deck, so all say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.documents.deck.html import deck_html
from nap_analytics.documents.deck.pdf import deck_pdf
from nap_analytics.documents.deck.pptx import deck_pptx
from nap_analytics.documents.deck.xlsx import deck_xlsx
from nap_analytics.wording.language import language, language_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nap_analytics.deck import Deck
    from nap_analytics.wording.language import Language


def page(deck: Deck, t: Language) -> bytes:  # noqa: ARG001 (holds all languages)
    """The story as one file that any browser opens without a server or a network, in all languages."""
    return deck_html(deck, languages={code: language(code) for code in language_codes()})


def paper(deck: Deck, t: Language) -> bytes:
    """The same scenes on paper, as PDF, in one language.

    Raises:
        NapError: no Edge, Chrome or Chromium is on the machine.
    """
    return deck_pdf(page(deck, t), language_code=t.code)


KIT: Mapping[str, Callable[[Deck, Language], bytes]] = {"pptx": deck_pptx, "xlsx": deck_xlsx, "html": page, "pdf": paper}
"""Ending of the file -> what makes it."""

_IN_ALL_LANGUAGES = frozenset({"html"})


def kit_file_name(ending: str, deck: Deck, t: Language) -> str:
    """The name of a file of the kit; one that holds all languages has the code of none."""
    return f"{deck.story}.{ending}" if ending in _IN_ALL_LANGUAGES else f"{deck.story}-{t.code}.{ending}"
