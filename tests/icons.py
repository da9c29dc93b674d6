"""The icon font, cut down to the icons that are drawn: 15 KB on the wire in place of Streamlit's 375.

``python -m tests.icons`` cuts it anew from the font that the installed Streamlit ships (Material Symbols, Apache License 2.0).
"""

from __future__ import annotations

import re
from pathlib import Path

import streamlit
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from nap_analytics.ui.compression import ICON_FONT

ROOT = Path(__file__).parents[1]
STREAMLIT = Path(streamlit.__file__).parent

_NAMED = re.compile(r":material/([a-z0-9_]+):")


def main() -> None:
    """Cut the font and say its size."""
    font = TTFont(next(STREAMLIT.glob("static/static/media/MaterialSymbols-Rounded.*.woff2")))
    ligatures = icon_ligatures(font)
    drawn = wanted_icons() & set(ligatures)
    letters = {font.getBestCmap()[ord(letter)] for name in drawn for letter in name}
    options = Options(layout_closure=False, layout_features=["*"], flavor="woff2", notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(glyphs=[".notdef", *letters, *(ligatures[name] for name in drawn)])
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(ICON_FONT)
    print(f"{ICON_FONT.relative_to(ROOT)}: {len(drawn)} icons, {ICON_FONT.stat().st_size} bytes")  # noqa: T201


def wanted_icons() -> set[str]:
    """Names of all icons that our code or Streamlit's own names."""
    ours = [*(ROOT / "pages").rglob("*.py"), *(ROOT / "nap_analytics").rglob("*.py")]
    theirs = [*(STREAMLIT / "static").rglob("*.js"), *(STREAMLIT / "elements").rglob("*.py")]
    return {name for path in [*ours, *theirs] for name in _NAMED.findall(path.read_text(encoding="utf-8"))}


def icon_ligatures(font: TTFont) -> dict[str, str]:
    """Name of each icon of a font -> its glyph."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    found = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for first, ligatures in getattr(getattr(table, "ExtSubTable", table), "ligatures", {}).items():
                for ligature in ligatures:
                    found["".join(letters[glyph] for glyph in (first, *ligature.Component))] = ligature.LigGlyph
    return found


if __name__ == "__main__":
    main()
