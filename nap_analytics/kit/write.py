"""Files written whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from nap_analytics.errors import N_, NapError

if TYPE_CHECKING:
    from pathlib import Path


def make_folder(path: Path) -> None:
    """Make the folder, and those above it, where there is none.

    Raises:
        NapError: there can be no such folder.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritten(path, error) from error


def write_whole(path: Path, content: bytes) -> Path:
    """Write the file under another name first, then put it in the place of an older one; the path.

    Raises:
        NapError: it cannot be written; an older file stays as it was.
    """
    unfinished = path.with_name(f"{path.name}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise _unwritten(path, error) from error
    return path


def _unwritten(path: Path, error: OSError) -> NapError:
    return NapError(N_("{path} cannot be written: {reason}"), path=path, reason=error.strerror)
