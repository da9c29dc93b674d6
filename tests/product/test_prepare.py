"""Preparing a meeting: every scene is drawn, the kit is written, and all that is missing is listed."""

from __future__ import annotations

import webbrowser
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from nap_analytics import cli
from nap_analytics.documents.deck import pdf as deck_pdf
from nap_analytics.kit.files import KIT
from nap_analytics.kit.meeting import open_meeting
from nap_analytics.kit.prepare import Issue, gaps, issue_line, prepare
from nap_analytics.kit.storyboard import StoryFault, read_story, story_deck
from nap_analytics.wording.language import language

if TYPE_CHECKING:
    from nap_analytics.deck import Deck
    from nap_analytics.warehouse import Warehouse

ROOT = Path(__file__).parents[2]
VIEWED_ON = date(2026, 11, 22)
EN = language("en")
ALONE = Issue(None, "telephones cannot reach this dashboard, so the last scene shows no code of the light page")


@pytest.fixture(scope="module")
def story(real: Warehouse) -> Deck:
    """The shipped story of the Community of Practice."""
    return story_deck(read_story("cop"), warehouse=real, viewed_on=VIEWED_ON, address="http://192.0.2.7:8501/light")[0]


@pytest.fixture
def deck(story: Deck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Deck:
    """The story on a machine without a browser that prints, with an empty workspace."""
    monkeypatch.setenv("NAP_WORKSPACE", str(tmp_path / "workspace"))
    monkeypatch.setattr(deck_pdf, "_browsers", lambda: iter(()))
    return story


def test_kit_holds_each_format_in_each_language_and_the_meeting_is_frozen(deck: Deck, real: Warehouse, tmp_path: Path) -> None:
    prepared = prepare(deck, (), warehouse=real, viewed_on=VIEWED_ON)
    folder = tmp_path / "workspace" / "kits" / prepared.meeting
    each = {f"cop-{code}.{ending}" for code in ("fr", "en") for ending in KIT if ending not in {"html", "pdf"}}
    assert {path.name for path in folder.iterdir()} == each | {"cop.html", "page-legere-fr.html", "light-en.html"}
    assert set(prepared.files) == set(folder.iterdir())
    assert prepared.drawn_count == len(deck.scenes["fr"]) == 7
    assert open_meeting(prepared.meeting) == deck


def test_what_cannot_be_written_is_named_once_for_each_file(deck: Deck, real: Warehouse) -> None:
    missing = [issue_line(lack, EN) for lack in prepare(deck, (), warehouse=real, viewed_on=VIEWED_ON).issues]
    assert [line.split(";")[0] for line in missing] == ["No Edge, Chrome or Chromium was found on this machine"] * 2


def test_scene_that_does_not_draw_is_named_and_the_others_count(deck: Deck, real: Warehouse) -> None:
    first, *others = deck.scenes["fr"]
    marks = (replace(first.picture.marks[0], colour="no colour"), *first.picture.marks[1:])
    broken = replace(first, picture=replace(first.picture, marks=marks))
    prepared = prepare(replace(deck, scenes={**deck.scenes, "fr": (broken, *others)}), (), warehouse=real, viewed_on=VIEWED_ON)
    undrawn = [lack for lack in prepared.issues if lack.scene is not None]
    assert [(lack.scene, lack.message) for lack in undrawn] == [(1, "the chart cannot be drawn ({reason})")]
    assert prepared.drawn_count == 6


def test_faults_of_the_story_and_a_missing_address_are_listed(deck: Deck, real: Warehouse) -> None:
    fault = StoryFault("cop.yaml", 7, "notes in “{code}”", {"code": "en"})
    prepared = prepare(replace(deck, address=""), (fault,), warehouse=real, viewed_on=VIEWED_ON)
    assert prepared.issues[0] == Issue(7, "notes in “{code}”", {"code": "en"})
    assert prepared.issues[-1] == ALONE


def test_marks_without_a_value_are_listed_in_the_language(deck: Deck) -> None:
    assert [issue_line(lack, EN) for lack in gaps(deck, EN)] == [
        "Scene 6: NAP 2019-2023: no amount in the sources",
    ]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was asked to open."""
    asked: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda link: not asked.append(link))
    return asked


def command(*arguments: str) -> int | None:
    """Status of the command; None: done."""
    return cli.app(["prepare", "--lang", "en", *arguments], standalone_mode=False)


@pytest.mark.usefixtures("deck")
def test_command_lists_files_and_what_is_left_to_do(tmp_path: Path, opened: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert command("--story", "cop", "--out", str(tmp_path / "kit"), "--dashboard", "http://localhost:9") is None
    lines = capfd.readouterr().out.splitlines()
    assert lines[0] == "Scenes that can be drawn: 7 of 7"
    assert {line for line in lines if line.startswith(str(tmp_path))} == set(map(str, (tmp_path / "kit").iterdir()))
    assert "Missing: Scene 6: NAP 2019-2023: no amount in the sources" in lines
    assert f"Missing: {ALONE.message}" in lines
    link = "http://localhost:9/present?story=cop&lang=en&prepare=1"
    assert lines[-1] == f"Still to do: start the dashboard and open {link} in the browser of the meeting; it fills its cache."
    assert opened == []


@pytest.mark.usefixtures("deck")
def test_command_opens_the_browser_where_the_dashboard_answers(
    tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "_answers", lambda dashboard: dashboard == "http://localhost:8501")
    command("--story", "cop", "--out", str(tmp_path / "kit"))
    assert opened == ["http://localhost:8501/present?story=cop&lang=en&prepare=1"]
    assert capfd.readouterr().out.splitlines()[-1] == f"The browser fills its cache at {opened[0]}"


@pytest.mark.usefixtures("deck")
def test_unknown_story_has_status_1_and_names_those_there_are(capfd: pytest.CaptureFixture[str]) -> None:
    assert command("--story", "nothing") == 1
    assert capfd.readouterr().err == "There is no story “nothing”, only committee, cop, donors.\n"


@pytest.mark.usefixtures("deck")
def test_folder_that_cannot_be_made_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert command("--story", "cop", "--out", str(tmp_path / "file" / "kit")) == 1
    assert "cannot be written" in capfd.readouterr().err
