"""LibreOffice, as a reader has it who opens a file: it computes every formula anew, and prints."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PATIENCE_SECONDS = 300


def converted(files: Iterable[Path], ending: str) -> list[Path]:
    """The files as LibreOffice saves them with an ending, in the folder `out` beside the first, in the same order.

    All in one run, in the profile that the process of the tests keeps: a new one takes longer to make than a file to convert.
    """
    paths = list(files)
    profile = Path(os.environ["NAP_CACHE"]) / f"libreoffice-{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    out = paths[0].parent / "out"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", ending, "--outdir", str(out)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=PATIENCE_SECONDS)
    return [out / f"{path.stem}.{ending}" for path in paths]


def printed_pages(path: Path, *options: str) -> list[str]:
    """The words of each page of a PDF file, each space an ordinary one; the options say in which order (`-raw`, `-layout`)."""
    told = subprocess.run(["pdftotext", *options, str(path), "-"], check=True, capture_output=True, encoding="utf-8").stdout
    return [" ".join(page.split()) for page in told.removesuffix("\f").split("\f")]
