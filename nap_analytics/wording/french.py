"""What French makes of the small words before what fills a message: "de avril" becomes "d’avril", "de 2 avril" "du 2 avril"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Mapping

_BEFORE_A_PLACE = re.compile(r"\b(?P<word>[Dd]e|[Qq]ue|[Àà]) (?=\{(?P<name>\w+)\})")
"""The words that change, right before a place of a message."""

_OPENS_WITH_A_VOWEL = re.compile(r"[aâàeéèêëiîïoôuûùœæ]|ha(?:bitant|bitude)|heure|homme", re.IGNORECASE)
"""What "de" and "que" are elided before; an h that is not heard in the words that the texts have."""

_MONTHS = "|".join(Locale("fr").months["format"]["wide"].values())
_DAY = re.compile(rf"(?:1er|\d{{1,2}}) (?:{_MONTHS})\b")

_CONTRACTED = {"de": "du", "De": "Du", "à": "au", "À": "Au"}
"""Before a day, which takes an article."""


def fitted(text: str, values: Mapping[str, object]) -> str:
    """The message with its small words as the values ask for them; its places are still to be filled."""

    def fit(found: re.Match[str]) -> str:
        word, value = found["word"], str(values[found["name"]])
        if word in _CONTRACTED and _DAY.match(value):
            return f"{_CONTRACTED[word]} "
        is_elided = word.endswith("e") and _OPENS_WITH_A_VOWEL.match(value)
        return f"{word[:-1]}’" if is_elided else found[0]

    return _BEFORE_A_PLACE.sub(fit, text)
