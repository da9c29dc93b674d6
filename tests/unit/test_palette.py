"""Every colour is written once, in palette.py; who needs it names it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nap_analytics import palette

ROOT = Path(__file__).parents[2]
KINDS = {".py", ".css", ".js", ".html", ".xml", ".svg"}
COLOUR = re.compile(r"""#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![\w-])|(?<=["'])[0-9A-F]{6}(?=["'])""", re.IGNORECASE)

READ_AS_THEY_ARE = {
    ROOT / "nap_analytics" / "ui" / "icon.svg": "the browser's own icon, a picture",
    ROOT / "nap_analytics" / "ui" / "logo.svg": "a picture, too",
    ROOT / ".streamlit" / "config.toml": "Streamlit reads it before any of our code runs",
}
"""Files that hold colours of their own -> why."""

FILES = [path for path in sorted((ROOT / "nap_analytics").rglob("*")) if path.suffix in KINDS and path not in READ_AS_THEY_ARE]


def written(path: Path) -> list[str]:
    """The colours that a file holds, as #RRGGBB."""
    found = [colour.removeprefix("#").upper() for colour in COLOUR.findall(path.read_text(encoding="utf-8"))]
    return [f"#{colour if len(colour) == 6 else ''.join(sign * 2 for sign in colour)}" for colour in found]


def test_no_file_but_the_palette_holds_a_colour() -> None:
    assert {str(path.relative_to(ROOT)): written(path) for path in FILES if written(path)}.keys() == {"nap_analytics/palette.py"}


def test_no_colour_stands_twice_in_the_palette() -> None:
    colours = written(Path(palette.__file__))
    assert len(colours) > 50
    assert sorted({colour for colour in colours if colours.count(colour) > 1}) == []


@pytest.mark.parametrize("path", READ_AS_THEY_ARE, ids=lambda path: path.name)
def test_files_that_hold_colours_of_their_own_hold_those_of_the_palette(path: Path) -> None:
    assert set(written(path)) <= set(written(Path(palette.__file__)))


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix != ".py"], ids=lambda path: path.name)
def test_every_colour_that_is_named_exists(path: Path) -> None:
    left = palette.painted(path.read_text(encoding="utf-8"))
    told = set(re.findall(r"@\w+@", left))
    assert told <= {"@language@", "@title@", "@unscripted@", "@deck@"}
