"""A laptop with Windows and Python 3.11 can install the dashboard: every package has a wheel for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).parents[2] / "requirements.txt"


@pytest.mark.slow
def test_every_package_has_a_wheel_for_windows(tmp_path: Path) -> None:
    """The pins and all that they need, resolved for 64-bit Windows without building anything."""
    asked = [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--disable-pip-version-check", "--ignore-installed"]
    target = ["--target", str(tmp_path), "--platform", "win_amd64", "--python-version", "3.11", "--only-binary", ":all:"]
    answer = subprocess.run([*asked, *target, "-r", str(REQUIREMENTS)], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr


def test_every_requirement_is_pinned() -> None:
    lines = [line for line in REQUIREMENTS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if "==" not in line] == []
