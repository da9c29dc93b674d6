"""A plan whose document prints no total: its money is told with the source of its lines; an export that fails says so in words."""

from __future__ import annotations

import io
import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from nap_analytics.errors import N_, NapError
from nap_analytics.kit import report
from nap_analytics.kit.files import KIT
from nap_analytics.kit.storyboard import read_story, story_deck
from nap_analytics.ui.screens.progress import annual_report as page
from nap_analytics.warehouse import Warehouse, open_warehouse
from nap_analytics.wording.language import language, language_codes

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
PLAN = "mli-2012"


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The shipped data without the printed totals of the first plan."""
    folder = shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("without") / "data")
    path = folder / "plans" / PLAN / "printed_total.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    return open_warehouse(folder=folder, workspace=folder.parent / "workspace")


def test_every_scene_of_its_money_names_the_source_of_its_lines(warehouse: Warehouse) -> None:
    deck, faults = story_deck(read_story("donors"), warehouse=warehouse, viewed_on=TODAY)
    assert faults == ()
    for code in language_codes():
        assert not re.search(r"\bnan\b", json.dumps(deck.as_json()["scenes"][code]), re.IGNORECASE)
        scene = next(scene for scene in deck.scenes[code] if scene.code == "4-pillar_money")
        assert scene.source.endswith(f", {language(code).place('VI. Estimated budget')}")
        assert all(KIT[ending](deck, language(code)) for ending in ("pptx", "html", "xlsx"))


@pytest.mark.parametrize("code", language_codes())
def test_its_annual_report_can_be_written(code: str, warehouse: Warehouse) -> None:
    written = report.annual_report(warehouse, language(code), plan_id=PLAN, viewed_on=TODAY)
    texts = [paragraph.text for paragraph in Document(io.BytesIO(written)).paragraphs]
    assert any(language(code).place("VI. Estimated budget") in text for text in texts)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            NapError(N_("There is no such plan: {plan}"), plan="x"),
            "Le rapport annuel n’a pas pu être produit\xa0: Ce plan n’existe pas\xa0: x",
        ),
        (KeyError("x"), "Le rapport annuel n’a pas pu être produit\xa0: une erreur imprévue s’est produite."),
    ],
)
def test_report_that_fails_tells_the_reader_in_words(error: Exception, sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise error

    monkeypatch.setattr(report, "annual_report", fail)
    monkeypatch.setattr(page, "warehouse", lambda: None)
    written = page._document(language("fr"), plan_id="x", viewed_on=TODAY)
    texts = [paragraph.text for paragraph in Document(io.BytesIO(written)).paragraphs]
    assert len(texts) == 1
    assert texts[0].startswith(sentence)
