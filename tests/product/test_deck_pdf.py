"""The HTML file of a deck, printed to PDF by a browser of the machine."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from nap_analytics.documents.deck import pdf as printing
from nap_analytics.documents.deck.html import deck_html
from nap_analytics.documents.deck.pdf import deck_pdf
from nap_analytics.errors import NapError
from nap_analytics.wording.language import language
from tests.deck_case import deck

pytestmark = pytest.mark.slow

LANGUAGES = {code: language(code) for code in ("fr", "en")}
DECK = deck()
MODES = ("fr", "en", "fr+en")


@pytest.mark.parametrize("mode", MODES)
def test_each_scene_is_printed_on_one_page_as_text(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "deck.pdf"
    path.write_bytes(deck_pdf(deck_html(DECK, languages=LANGUAGES), language_code=mode))
    pages = _pages(path)
    assert len(pages) == len(DECK.scenes["fr"])
    for at, page in enumerate(pages):
        for code in mode.split("+"):
            assert _squeezed(DECK.scenes[code][at].title) in page
            assert _squeezed(DECK.stamps[code]) in page
            picture = DECK.scenes[code][at].picture
            values = [mark.written for mark in picture.marks if picture.kind == "bars" and mark.value is not None]
            assert [value for value in values if _squeezed(value) not in page] == []


def _pages(path: Path) -> list[str]:
    """The text of each page in the order in which it was drawn, without spaces."""
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, timeout=60)
    return [_squeezed(page) for page in done.stdout.decode().split("\f")[:-1]]


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_without_a_browser_the_reader_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing.shutil, "which", lambda _: None)
    for root in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData"):
        monkeypatch.delenv(root, raising=False)
    with pytest.raises(NapError, match="No Edge"):
        deck_pdf(b"", language_code="fr")


def test_a_browser_in_the_folders_of_windows_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "Microsoft" / "Edge" / "Application" / "msedge.exe"
    program.parent.mkdir(parents=True)
    program.write_text(
        "#!/bin/sh\nfor given; do case $given in --print-to-pdf=*) printf %%PDF-made > ${given#*=};; esac; done\n", encoding="utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setattr(printing.shutil, "which", lambda _: None)
    monkeypatch.setenv("ProgramFiles(x86)", str(tmp_path))
    assert deck_pdf(b"", language_code="fr") == b"%PDF-made"


def test_a_browser_that_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    failing = shutil.which("false")
    monkeypatch.setattr(printing.shutil, "which", lambda _: failing)
    with pytest.raises(NapError, match="could not be printed with false"):
        deck_pdf(b"", language_code="fr")
