"""The interactive HTML file of a deck on paper: a browser found on the machine prints it, one scene to a landscape page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from nap_analytics.documents.deck.html import BOTH
from nap_analytics.errors import N_, NapError

if TYPE_CHECKING:
    from collections.abc import Iterator

TIMEOUT_SECONDS = 120

_NAMES = (
    "msedge",
    "microsoft-edge",
    "microsoft-edge-stable",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "chromium",
    "chromium-browser",
)

_WINDOWS_ROOTS = ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
_WINDOWS_PATHS = ("Microsoft/Edge/Application/msedge.exe", "Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe")

_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pdf-header-footer",
)


def deck_pdf(html: bytes, *, language_code: str) -> bytes:
    """The file that ``deck_html`` gave, printed to PDF, its text as text.

    Args:
        html: The file.
        language_code: The language to print, or two that stand side by side: "fr+en".

    Raises:
        NapError: there is no Edge, Chrome or Chromium on this machine, or none of them prints.
    """
    browsers = list(dict.fromkeys(_browsers()))
    if not browsers:
        raise NapError(N_("No Edge, Chrome or Chromium was found on this machine; open the HTML file in any browser and print it to PDF."))
    with tempfile.TemporaryDirectory(prefix="nap-deck-", ignore_cleanup_errors=True) as name:
        source = Path(name) / "deck.html"
        source.write_bytes(html)
        address = f"{source.as_uri()}#{quote(language_code, safe=BOTH)}"
        for number, browser in enumerate(browsers):
            printed = _printed(browser, address, folder=Path(name) / str(number))
            if printed.startswith(b"%PDF-"):
                return printed
    names = ", ".join(Path(browser).stem for browser in browsers)
    raise NapError(N_("The PDF could not be printed with {browser}; open the HTML file in any browser and print it to PDF."), browser=names)


def _browsers() -> Iterator[str]:
    """Paths of the browsers that can print, the likeliest first."""
    yield from (path for path in map(shutil.which, _NAMES) if path)
    roots = [Path(os.environ[root]) for root in _WINDOWS_ROOTS if os.environ.get(root)]
    yield from (str(root / path) for path in _WINDOWS_PATHS for root in roots if (root / path).is_file())


def _printed(browser: str, address: str, *, folder: Path) -> bytes:
    """What the browser prints, with a profile of its own that nobody else uses; nothing where it fails."""
    folder.mkdir()
    target = folder / "deck.pdf"
    command = [browser, *_FLAGS, *_rootless(), f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}", address]
    try:
        subprocess.run(  # noqa: S603 (the browser found and our own file)
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=TIMEOUT_SECONDS, check=True
        )
        return target.read_bytes()
    except (OSError, subprocess.SubprocessError):
        return b""


def _rootless() -> list[str]:
    """Chromium keeps no sandbox for root on Linux, the usual user inside a container."""
    is_root = sys.platform.startswith("linux") and os.geteuid() == 0
    return ["--no-sandbox"] if is_root else []
