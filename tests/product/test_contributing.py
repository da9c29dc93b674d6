"""The examples in CONTRIBUTING.md are changes that can be made today, and they do what is said of them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nap_analytics.warehouse import open_warehouse

ROOT = Path(__file__).parents[2]
COPIED = ("data", "docs", "nap_analytics", "pages", "tests")
EXAMPLE = re.compile(r"^### (.+?)$.*?^```diff\n(.*?)^```$", re.DOTALL | re.MULTILINE)
EXAMPLES: dict[str, str] = dict(EXAMPLE.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))
"""Heading -> diff."""


def run(command: list[str], *, folder: Path, given: str = "") -> None:
    """Run a command in a folder that no repository encloses; it must end well."""
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(folder.parent)}
    answer = subprocess.run(command, cwd=folder, env=environment, input=given, capture_output=True, encoding="utf-8", check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with all examples made."""
    folder = tmp_path_factory.mktemp("changed")
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for diff in EXAMPLES.values():
        run(["git", "apply"], folder=folder, given=diff)
    return folder


@pytest.mark.parametrize("heading", ["An indicator", "A chart", "A measure"])
def test_example_applies_by_itself(heading: str) -> None:
    run(["git", "apply", "--check"], folder=ROOT, given=EXAMPLES[heading])


def test_example_of_an_indicator_is_sound_and_has_no_value(changed: Path, tmp_path: Path) -> None:
    warehouse = open_warehouse(folder=changed / "data", workspace=tmp_path)
    rows = warehouse.rows("SELECT text_en, coverage FROM indicator_name JOIN indicator_progress USING (indicator_id)")[1]
    assert [coverage for text, coverage in rows if text.startswith("[")] == ["silent"]


def test_examples_of_a_chart_and_a_measure_pass_their_tests(changed: Path) -> None:
    tests = re.findall(r"^\+\+\+ b/(tests/.+)$", EXAMPLES["A chart"] + EXAMPLES["A measure"], re.MULTILINE)
    assert len(tests) == 2
    run([sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *tests], folder=changed)
