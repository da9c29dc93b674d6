"""Which files of the project go on the stick: those that the dashboard reads, and nothing that is not in git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from nap_analytics.errors import N_, NapError

SHIPPED = (
    ".streamlit/config.toml",
    "LICENSE",
    "README.md",
    "app.py",
    "data",
    "docs/methods",
    "nap_analytics",
    "pages",
    "requirements.txt",
)
"""What the dashboard reads when it runs; a workspace, tests and settings of one machine are none of it."""

_BUNDLER = "nap_analytics/bundle/"
_MOST_NAMED = 5


def shipped_files(root: Path) -> list[Path]:
    """The files to ship, in the order of their names, as paths below the root.

    In a checkout those that git knows. In a copy without git all of the named folders, without hidden and compiled ones.

    Raises:
        NapError: files that git does not know lie among them: sent along they might be private, left out they might be missed.
    """
    if (root / ".git").exists():
        strays = _shipped(_git_files(root, "--others", "--exclude-standard"))
        if strays:
            listed = ", ".join(strays[:_MOST_NAMED]) + ("…" if len(strays) > _MOST_NAMED else "")
            raise NapError(N_("These files are not in git: {names}. Add them with `git add`, or move them away."), names=listed)
        names = _git_files(root, "--cached")
    else:
        names = [path.relative_to(root).as_posix() for name in SHIPPED for path in [root / name, *(root / name).rglob("*")]]
        names = [name for name in names if "__pycache__" not in name and "/." not in name]
    return [Path(name) for name in _shipped(names) if (root / name).is_file()]


def _shipped(names: list[str]) -> list[str]:
    inside = tuple(f"{name}/" for name in SHIPPED)
    return sorted(name for name in names if (name in SHIPPED or name.startswith(inside)) and not name.startswith(_BUNDLER))


def _git_files(root: Path, *options: str) -> list[str]:
    command = ["git", "-C", str(root), "ls-files", "-z", *options]
    try:
        return subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout.split("\0")
    except (OSError, subprocess.CalledProcessError) as error:
        reason = (getattr(error, "stderr", "") or str(error)).strip()
        raise NapError(N_("git cannot list the files: {reason}"), reason=reason) from error
