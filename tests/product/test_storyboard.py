"""Storyboards: every fault of a story is named with its scene, and the other scenes are told all the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from nap_analytics import queries
from nap_analytics.deck import Deck
from nap_analytics.errors import NapError
from nap_analytics.kit import meeting, storyboard
from nap_analytics.kit.scenes import SceneRequest, make_scene
from nap_analytics.kit.scenes.progress import target_mark
from nap_analytics.warehouse import Warehouse
from nap_analytics.wording.language import language, language_codes
from nap_analytics.wording.texts import SENTENCE_END
from tests.tiny import VIEWED_ON, Row, Tables, measured, tiny_warehouse, together

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)

GOOD = """
  - chart: completion
    with: {plan: mli-2015}
    notes: {fr: "à dire", en: "to say"}
"""
HEAD = 'title: {fr: "Titre", en: "Title"}\nscenes:'


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, real: Warehouse) -> Callable[[str], tuple[list[str], list[tuple]]]:
    """The scenes and the faults of a storyboard of this text."""

    def deck_of(text: str) -> tuple[list[str], list[tuple]]:
        (tmp_path / "stories").mkdir(exist_ok=True)
        (tmp_path / "stories" / "test.yaml").write_text(text, encoding="utf-8")
        monkeypatch.setenv("NAP_DATA", str(tmp_path))
        deck, faults = storyboard.story_deck(storyboard.read_story("test"), warehouse=real, viewed_on=TODAY)
        t = language("en")
        return [scene.code for scene in deck.scenes["fr"]], [(fault.scene, t(fault.message, **fault.params)) for fault in faults]

    return deck_of


@pytest.mark.parametrize("name", storyboard.story_names())
def test_shipped_story_has_no_fault_and_the_same_scenes_in_every_language(name: str, real: Warehouse) -> None:
    deck, faults = storyboard.story_deck(storyboard.read_story(name), warehouse=real, viewed_on=TODAY)
    assert faults == ()
    codes = {code: [scene.code for scene in deck.scenes[code]] for code in language_codes()}
    assert len(set(map(tuple, codes.values()))) == 1
    marks = [[mark for scene in own for mark in scene.picture.marks] for own in deck.scenes.values()]
    # Threads add up in any order, so that the sixteenth digit of a sum of converted amounts is not always the same.
    numbers = [[mark.value if mark.value is None else f"{mark.value:.12g}" for mark in own] for own in marks]
    assert all(own == numbers[0] for own in numbers)
    assert all(scene.title and scene.notes and scene.source and scene.picture.marks for own in deck.scenes.values() for scene in own)


def test_sound_scene_is_told_without_a_fault(made: Callable[[str], tuple[list[str], list[tuple]]]) -> None:
    assert made(HEAD + GOOD) == (["1-completion"], [])


@pytest.mark.parametrize(
    ("scene", "fault"),
    [
        ("\n  - chart: pie\n    notes: {fr: a, en: b}\n", "there is no chart “pie”, only "),
        ("\n  - chart: completion\n    with: {plan: mli-2015}\n    notes: {fr: a}\n", "notes in “en”"),
        ("\n  - notes: {fr: a, en: b}\n", "a scene with “chart”"),
        ("\n  - chart: completion\n    with: {plan: mli-2012}\n    notes: {fr: a, en: b}\n", "there is no data for this scene"),
        ("\n  - chart: completion\n    notes: {fr: a, en: b}\n", "“plan” is missing under “with”"),
        (
            "\n  - chart: totals\n    with: {color: red}\n    notes: {fr: a, en: b}\n",
            "the chart knows no setting “color”, only currency, over, per, prices",
        ),
        ("\n  - chart: series\n    with: {series: none}\n    notes: {fr: a, en: b}\n", "there is no data for this scene"),
        ("\n  - chart: totals\n    with: [plan]\n    notes: {fr: a, en: b}\n", "settings by name under “with”"),
    ],
)
def test_faulty_scene_is_named_and_the_other_is_told(made: Callable[[str], tuple[list[str], list[tuple]]], scene: str, fault: str) -> None:
    codes, faults = made(HEAD + scene + GOOD)
    assert codes == ["2-completion"]
    assert [number for number, _ in faults] == [1]
    assert faults[0][1].startswith(fault)


def test_text_that_is_no_yaml_is_named_with_its_line(made: Callable[[str], tuple[list[str], list[tuple]]]) -> None:
    assert made("title: [\nscenes") == ([], [(None, "YAML that can be read (2:7 expected ',' or ']', but got '<stream end>')")])


def test_title_that_lacks_a_language_is_named(made: Callable[[str], tuple[list[str], list[tuple]]]) -> None:
    assert made('title: {en: "Title"}\nscenes:' + GOOD) == (["1-completion"], [(None, "a title in “fr”")])


def test_meeting_keeps_the_deck_as_it_was(real: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAP_WORKSPACE", str(tmp_path))
    deck, _ = storyboard.story_deck(storyboard.read_story("cop"), warehouse=real, viewed_on=TODAY)
    name = meeting.freeze(deck)
    assert meeting.open_meeting(name) == deck
    assert Deck.from_json(deck.as_json()) == deck


def test_story_may_bear_a_french_name(real: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAP_WORKSPACE", str(tmp_path))
    deck, _ = storyboard.story_deck(storyboard.read_story("cop"), warehouse=real, viewed_on=TODAY)
    french = replace(deck, story="réunion d’été".replace("’", " "))
    assert meeting.open_meeting(meeting.freeze(french)) == french


@pytest.mark.parametrize("name", ["no-such-meeting", "../../etc/passwd", ""])
def test_meeting_that_does_not_exist_is_said_kindly(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAP_WORKSPACE", str(tmp_path))
    with pytest.raises(NapError):
        meeting.open_meeting(name)


def test_meeting_whose_file_is_broken_is_said_kindly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAP_WORKSPACE", str(tmp_path))
    (tmp_path / "meetings").mkdir()
    (tmp_path / "meetings" / "broken.json").write_text("{", encoding="utf-8")
    with pytest.raises(NapError, match="cannot be read"):
        meeting.open_meeting("broken")


@pytest.mark.parametrize(
    ("line", "is_whole"),
    [
        ({"pillar_code": "2", "amount": 30}, True),
        ({"pillar_code": None, "amount": 30}, False),
    ],
)
def test_money_of_pillars_is_a_whole_only_where_all_of_it_has_a_pillar(line: Row, is_whole: bool, tmp_path: Path) -> None:  # noqa: FBT001
    tables: Tables = {
        "pillar": [{"pillar_code": "1"}, {"pillar_code": "2"}],
        "budget_line": [{"pillar_code": "1", "amount": 70}, line],
    }
    request = SceneRequest(tiny_warehouse(tmp_path, tables), language("en"), VIEWED_ON, {"plan": "tst-2019"})
    assert make_scene(request, chart="pillar_money", code="1", notes="").picture.is_parts is is_whole


@pytest.mark.parametrize(
    ("chart", "settings", "is_whole"), [("coverage", {"plan": "mli-2019"}, True), ("totals", {}, False), ("years", {}, False)]
)
def test_plans_and_years_are_never_parts_of_a_whole(chart: str, settings: dict[str, str], is_whole: bool, real: Warehouse) -> None:  # noqa: FBT001
    request = SceneRequest(real, language("en"), TODAY, settings)
    assert make_scene(request, chart=chart, code="1", notes="").picture.is_parts is is_whole


@pytest.mark.parametrize(
    ("note", "first"),
    [
        ("All cases, p. 27 of the report. A rise can mean more reports.", "All cases, p. 27 of the report."),
        ("Tous les cas signalés. À lire avec prudence.", "Tous les cas signalés."),
        ("One sentence", "One sentence"),
    ],
)
def test_what_a_series_counts_is_the_first_sentence_of_its_note(note: str, first: str) -> None:
    assert SENTENCE_END.split(note)[0] == first


def test_a_sum_starts_from_zero_by_rule_and_is_told_with_its_span(tmp_path: Path) -> None:
    years = [{"series_id": "met", "period_start": f"{year}-01-01", "period_end": f"{year}-12-31", "value": 2} for year in (2019, 2020)]
    counted = measured("met", target=11, accumulation="sum", value_kind="count", unit="meetings")
    tables = together(counted, {"observation": years})
    frame = language("en").localise(queries.judged_series(tiny_warehouse(tmp_path, tables), plan_id="tst-2019", viewed_on=VIEWED_ON))
    (mark,) = [target_mark(row, t=language("en")) for row in frame.itertuples()]
    assert mark.written == "4 meetings (en) (added up, 2019 to 2020)"
    assert mark.note.startswith("from 0, target 11 meetings (en) (2023)")
    assert "baseline" not in mark.note
