"""A laptop with Windows and Python 3.11 can install the dashboard: every package has a wheel for it.

pip chooses wheels for the platform it is asked for, but judges conditions such as ``; sys_platform == 'win32'`` by the machine
it runs on, so it would miss what is needed on Windows alone. Those requirements are gathered here from the installed
packages and asked for besides. What pip cannot tell at all: whether the wheels run there.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REQUIREMENTS = Path(__file__).parents[2] / "requirements.txt"
TARGET = ("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp", "--only-binary", ":all:")
WINDOWS = {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows", "platform_machine": "AMD64", "extra": ""}


def pins() -> list[str]:
    """The lines of requirements.txt that name a package."""
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def is_needed(requirement: Requirement, **machine: str) -> bool:
    """True where the requirement holds on the machine, without extras; on this one where none is described."""
    return requirement.marker is None or requirement.marker.evaluate({"extra": "", **machine})


def needed_on_windows_alone() -> set[str]:
    """Requirements of the pinned packages, and of all that these need, that do not hold on this machine."""
    waiting, seen, found = [Requirement(line) for line in pins()], set(), set()
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name in seen:
            continue
        seen.add(name)
        wanted = [each for each in map(Requirement, requirements_of(name)) if is_needed(each, **WINDOWS)]
        found |= {f"{each.name}{each.specifier}" for each in wanted if not is_needed(each)}
        waiting += wanted
    return found


def requirements_of(name: str) -> list[str]:
    """What an installed package asks for; nothing for one that is not installed."""
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


@pytest.mark.slow
def test_every_package_has_a_wheel_for_windows(tmp_path: Path) -> None:
    """The pins and all that they need, resolved for 64-bit Windows without building or installing anything."""
    asked = [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--disable-pip-version-check", "--ignore-installed"]
    command = [*asked, "--target", str(tmp_path), *TARGET, "-r", str(REQUIREMENTS), *sorted(needed_on_windows_alone())]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr


def test_what_windows_alone_needs_is_asked_for() -> None:
    """The command line tools colour their output by colorama there."""
    assert "colorama" in {Requirement(line).name for line in needed_on_windows_alone()}


def test_every_requirement_is_pinned() -> None:
    assert [line for line in pins() if "==" not in line] == []
