"""`python -m nap_analytics export`: files in open formats, each written whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from nap_analytics import cli
from nap_analytics.kit.formats import FORMATS, Format
from tests.tiny import write_folder

ROOT = Path(__file__).parents[2]


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command reads tiny data and runs in an empty folder."""
    write_folder(tmp_path / "data")
    monkeypatch.setenv("NAP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("NAP_WORKSPACE", str(tmp_path / "workspace"))
    monkeypatch.delenv("NAP_LANG", raising=False)
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path / "home")
    return tmp_path / "home"


def export(*arguments: str) -> int | None:
    """Status of the command; None: done."""
    return cli.app(["export", *arguments], standalone_mode=False)


def test_command_writes_the_file_and_prints_its_path(at_home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert export("--format", "iati") is None
    assert export("--format", "iati", "--out", "mine.xml", "--reporting-org", "ML-1") is None
    assert capfd.readouterr().out.splitlines() == ["plans-iati.xml", "mine.xml"]
    assert sorted(path.name for path in at_home.iterdir()) == ["mine.xml", "plans-iati.xml"]
    assert b"<iati-identifier>XX-NAP-ANALYTICS-tst-2019<" in (at_home / "plans-iati.xml").read_bytes()
    assert b"<iati-identifier>ML-1-" in (at_home / "mine.xml").read_bytes()


def test_command_itself_refuses_an_unknown_format_in_french(at_home: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "nap_analytics", "export", "--format", "iati,fax"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("Il n’existe pas de format «\u00a0fax\u00a0», seulement iati")
    assert list(at_home.iterdir()) == []


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--format", "fax"), "There is no format “fax”"),
        (("--format", ""), "There is no format “”"),
        (("--format", "iati", "--reporting-org", "a/b"), "“a/b” cannot be the identifier"),
        (("--format", "iati", "--out", "nowhere/mine.xml"), "cannot be written"),
    ],
)
def test_wrong_usage_has_status_2(arguments: tuple[str, ...], reason: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert export(*arguments, "--lang", "en") == 2
    printed = capfd.readouterr()
    assert (printed.out, reason in printed.err) == ("", True)


def test_several_formats_need_a_folder(at_home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(FORMATS, "text", Format("budgets.txt", lambda _: b"text"))
    assert export("--format", "iati,text", "--out", "mine.xml", "--lang", "en") == 2
    assert "Several formats need a folder" in capfd.readouterr().err
    assert export("--format", "text, iati,text") is None
    assert sorted(path.name for path in at_home.iterdir()) == ["budgets.txt", "plans-iati.xml"]


def test_older_file_stays_whole_where_the_new_one_cannot_be_written(at_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (at_home / "mine.xml").write_text("older", encoding="utf-8")

    def full(path: Path, content: bytes) -> None:
        with path.open("wb") as file:
            file.write(content[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert export("--format", "iati", "--out", "mine.xml", "--lang", "en") == 2
    assert [(path.name, path.read_text(encoding="utf-8")) for path in at_home.iterdir()] == [("mine.xml", "older")]


STORY = """
title: {fr: "Titre", en: "Title"}
scenes:
  - chart: totals
    notes: {fr: "à dire", en: "to say"}
"""


def test_workbook_is_that_of_the_budgets_or_of_the_story_named(at_home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    stories = at_home.parent / "data" / "stories"
    stories.mkdir(exist_ok=True)
    (stories / "short.yaml").write_text(STORY, encoding="utf-8")
    assert export("--format", "xlsx") is None
    assert export("--format", "xlsx", "--story", "short") is None
    assert capfd.readouterr().out.splitlines() == ["budgets.xlsx", "short-fr.xlsx"]
    sheets = {path.name: openpyxl.load_workbook(path).sheetnames for path in at_home.iterdir()}
    assert (len(sheets["budgets.xlsx"]) > 2, sheets["short-fr.xlsx"]) == (True, ["Diapositives", "1"])
