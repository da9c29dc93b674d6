"""The names of the files to take away, in the words of the language."""

from __future__ import annotations

import re
import unicodedata


def file_stem(*parts: str) -> str:
    """The name of a file without its extension: the parts in small letters without accents, joined by hyphens.

    Any system keeps such a name as it is, and it needs no quotation marks in a command.
    """
    plain = unicodedata.normalize("NFKD", "-".join(parts).replace("’", "-")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
