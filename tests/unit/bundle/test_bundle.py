"""The zip for the stick: what goes in, what never does, and that the same content gives the same bytes. Nothing is fetched."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from nap_analytics.bundle import archive
from nap_analytics.bundle.shipped import shipped_files
from nap_analytics.bundle.wheels import WheelSet
from nap_analytics.errors import DataError, NapError

PYTHONS = ("3.11", "3.12")
DATA_DATE = date(2021, 12, 31)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A tiny project beside things that are nobody's business."""
    root = tmp_path / "project"
    shipped = (
        "app.py",
        "data/plan.csv",
        ".streamlit/config.toml",
        "README.md",
        "requirements.txt",
        "pages/a.py",
        "nap_analytics/a.sql",
        "docs/methods/a.md",
    )
    others = ("workspace/submissions/a.parquet", ".streamlit/secrets.toml", "tests/test_a.py", "docs/decisions.md", "letter.docx")
    caches = ("pages/__pycache__/a.pyc", "nap_analytics/.cache/a", "nap_analytics/bundle/__main__.py")
    for name in (*shipped, *others, *caches):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name, encoding="utf-8")
    return root


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """The data are taken as sound; each Python gets two wheels without asking anybody, one of them the same for all."""

    def fetched(_: Path, *, platform: str, python: str, folder: Path) -> WheelSet:
        folder.mkdir()
        paths = (folder / "pure-1-py3-none-any.whl", folder / f"own-1-cp{python.replace('.', '')}-{platform}.whl")
        for path in paths:
            path.write_bytes(b"wheel" * 1000)
        return WheelSet(python, paths, "pure==1\nown==1\n", room_bytes=900_000_000 if python == "3.12" else 5)

    monkeypatch.setattr(archive, "fetched", fetched)
    monkeypatch.setattr(archive, "open_warehouse", lambda **_: SimpleNamespace(data_date=DATA_DATE))


def bundle_of(project: Path, out: Path) -> Path:
    return archive.write_bundle(project, out, platform="win_amd64", pythons=PYTHONS).path


def names_in(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as content:
        return set(content.namelist())


def text_in(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as content:
        return content.read(name)


@pytest.mark.usefixtures("offline")
def test_zip_holds_the_dashboard_the_wheels_and_the_starter_and_nothing_else(project: Path, tmp_path: Path) -> None:
    path = bundle_of(project, tmp_path)
    assert names_in(path) == {
        "Demarrer.bat",
        "LISEZMOI.txt",
        "nap-analytics/.streamlit/config.toml",
        "nap-analytics/README.md",
        "nap-analytics/app.py",
        "nap-analytics/data/plan.csv",
        "nap-analytics/docs/methods/a.md",
        "nap-analytics/nap_analytics/a.sql",
        "nap-analytics/pages/a.py",
        "nap-analytics/requirements.txt",
        "nap-analytics/start.py",
        "nap-analytics/stick.json",
        "nap-analytics/wheels/own-1-cp311-win_amd64.whl",
        "nap-analytics/wheels/own-1-cp312-win_amd64.whl",
        "nap-analytics/wheels/pure-1-py3-none-any.whl",
        "nap-analytics/wheels/requirements-3.11.txt",
        "nap-analytics/wheels/requirements-3.12.txt",
    }
    assert path.parent == tmp_path
    assert path.name.startswith(f"nap-analytics-{DATA_DATE}-")


@pytest.mark.usefixtures("offline")
def test_stick_tells_its_version_its_platform_and_its_pythons(project: Path, tmp_path: Path) -> None:
    path = bundle_of(project, tmp_path)
    stick = json.loads(text_in(path, "nap-analytics/stick.json"))
    version = path.stem.removeprefix("nap-analytics-")
    assert stick == {"version": version, "platform": "win-amd64", "room_bytes": {"3.11": 5, "3.12": 900_000_000}}
    readme = text_in(path, "LISEZMOI.txt").decode("utf-8-sig")
    assert readme.startswith(f"NAP ANALYTICS {version}\r\n")
    assert "3.11, 3.12." in readme
    assert "900 Mo" in readme
    assert "900 MB" in readme


@pytest.mark.usefixtures("offline")
def test_starter_of_the_zip_tries_its_pythons_and_calls_what_is_there(project: Path, tmp_path: Path) -> None:
    path = bundle_of(project, tmp_path)
    starter = text_in(path, "Demarrer.bat").decode("ascii")
    assert "\r\nfor %%V in (3.11 3.12) do call :fits py -%%V\r\n" in starter
    assert starter.count("\n") == starter.count("\r\n") > 50
    called = {name.replace("\\", "/") for name in re.findall(r"(?<=%~dp0)[\w\\.-]+|\w+\.(?:txt|bat)\b", starter)}
    assert called == {"nap-analytics/start.py", "LISEZMOI.txt", "Demarrer.bat"}
    assert called <= names_in(path)


@pytest.mark.usefixtures("offline")
def test_same_content_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    first, second = bundle_of(project, tmp_path / "1"), bundle_of(project, tmp_path / "2")
    assert (first.name, first.read_bytes()) == (second.name, second.read_bytes())


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("name", ["pages/a.py", "requirements.txt", "data/stories/a.yaml"])
def test_other_content_is_another_version(project: Path, tmp_path: Path, name: str) -> None:
    before = bundle_of(project, tmp_path)
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text("changed", encoding="utf-8")
    assert bundle_of(project, tmp_path).name != before.name


@pytest.mark.usefixtures("offline")
def test_wheels_are_packed_once_and_not_compressed_again(project: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(bundle_of(project, tmp_path)) as content:
        packing = {entry.filename: entry.compress_type for entry in content.infolist() if entry.filename.endswith((".whl", ".py"))}
    assert set(packing.values()) == {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
    assert {name for name, kind in packing.items() if kind == zipfile.ZIP_STORED} == {name for name in packing if name.endswith(".whl")}


def test_data_at_fault_make_no_stick(project: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError):
        bundle_of(project, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def git(project: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(project), *arguments], check=True, capture_output=True)


def test_in_a_checkout_only_what_git_knows_is_shipped(project: Path) -> None:
    without_git = shipped_files(project)
    (project / ".gitignore").write_text("*.pyc\n.cache\n", encoding="utf-8")
    git(project, "init")
    git(project, "add", ".")
    (project / "pages" / "b.pyc").write_text("ignored", encoding="utf-8")
    assert shipped_files(project) == without_git


def test_a_file_that_git_does_not_know_is_neither_sent_nor_left_out_silently(project: Path) -> None:
    git(project, "init")
    git(project, "add", ".")
    (project / "data" / "names of survivors.csv").write_text("private", encoding="utf-8")
    (project / "elsewhere.txt").write_text("no matter", encoding="utf-8")
    with pytest.raises(NapError, match=r"not in git: data/names of survivors\.csv\. Add"):
        shipped_files(project)


def test_a_file_that_was_deleted_is_not_missed(project: Path) -> None:
    git(project, "init")
    git(project, "add", ".")
    (project / "README.md").unlink()
    assert Path("README.md") not in shipped_files(project)
