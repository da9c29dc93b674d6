"""What starts the dashboard from the stick: Python's own library alone, one clear message for whatever is missing."""

from __future__ import annotations

import ast
import json
import re
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from nap_analytics.bundle.archive import STICK
from nap_analytics.bundle.stick import start

STARTER = STICK / "start.py"
BATCH = (STICK / "Demarrer.bat").read_text(encoding="utf-8")


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick for this Python, with nothing to install, and a home of its own."""
    folder = tmp_path / "clé"
    (folder / "wheels").mkdir(parents=True)
    (folder / "app.py").touch()
    (folder / "wheels" / f"requirements-{start.PYTHON}.txt").touch()
    stick = {"version": "1", "platform": start.sysconfig.get_platform(), "room_bytes": {start.PYTHON: 1}}
    (folder / "stick.json").write_text(json.dumps(stick), encoding="utf-8")
    monkeypatch.setattr(start, "HERE", folder)
    monkeypatch.setattr(sys, "argv", ["start.py", "--no-browser"])
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return folder


def printed_by_start(capsys: pytest.CaptureFixture[str]) -> str:
    """What the user reads when the start fails."""
    assert start.main() == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


def test_starter_imports_nothing_that_has_to_be_installed() -> None:
    nodes = list(ast.walk(ast.parse(STARTER.read_text(encoding="utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_an_old_python_can_read_the_starter_and_say_that_it_is_too_old() -> None:
    ast.parse(STARTER.read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("name", ["stick.json", "app.py"])
def test_folder_opened_inside_the_zip_is_told_to_be_extracted_first(stick: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (stick / name).unlink()
    printed = printed_by_start(capsys)
    assert "Extrayez d’abord tout le ZIP" in printed
    assert "First extract the whole ZIP" in printed


@pytest.mark.usefixtures("stick")
def test_another_version_of_python_is_told_which_fits(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    fitting = start.PYTHON
    monkeypatch.setattr(start, "PYTHON", "3.8")
    printed = printed_by_start(capsys)
    assert f"Python 3.8 ne convient pas. Il faut Python {fitting} en 64 bits" in printed
    assert f"Python 3.8 does not fit. What is needed is Python {fitting}, 64 bit" in printed


@pytest.mark.usefixtures("stick")
def test_python_of_32_bits_is_told_so(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.sysconfig, "get_platform", lambda: "win32")
    printed = printed_by_start(capsys)
    assert "Ce Python est fait pour win32" in printed
    assert "install a 64 bit Python" in printed


@pytest.mark.usefixtures("stick")
def test_full_disk_is_told_before_anything_is_installed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = start.shutil.disk_usage(tmp_path)._replace(free=0)
    monkeypatch.setattr(start.shutil, "disk_usage", lambda _: room)
    (start.HERE / "stick.json").write_text((start.HERE / "stick.json").read_text().replace(": 1}", ": 548000000}"), encoding="utf-8")
    printed = printed_by_start(capsys)
    assert "Il faut 548 Mo libres sur le disque" in printed
    assert "548 MB must be free on the disk" in printed
    assert list((tmp_path / "local").rglob("pyvenv.cfg")) == []


@pytest.mark.usefixtures("stick")
def test_step_that_fails_is_told_with_its_log(tmp_path: Path) -> None:
    log = tmp_path / "install.log"
    with pytest.raises(start.Trouble, match=re.escape(str(log))):
        start.follow([sys.executable, "-c", "raise SystemExit('no such wheel')"], log=log)
    assert log.read_text(encoding="utf-8") == "no such wheel\n"


@pytest.mark.usefixtures("stick")
def test_what_nobody_foresaw_is_a_sentence_and_no_traceback(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "own_folder", lambda: 1 // 0)
    assert "Le démarrage a échoué" in printed_by_start(capsys)


@pytest.mark.usefixtures("stick")
def test_server_that_ends_is_installed_anew_by_the_next_start(tmp_path: Path) -> None:
    stamp, log = tmp_path / "installed", tmp_path / "server.log"
    stamp.touch()
    server = subprocess.Popen([sys.executable, "-c", ""])
    server.wait()
    with pytest.raises(start.Trouble, match=re.escape(str(log))):
        start.wait_until_ready(server, port=unused_port(), version="1", stamp=stamp, log=log)
    assert not stamp.exists()


def test_folder_that_cannot_be_written_gives_way_to_the_one_of_the_stick(
    stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "file"))
    assert start.own_folder() == stick / "local"


def test_python_of_the_store_installs_where_it_is_not_led_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "base_prefix", r"C:\Program Files\WindowsApps\PythonSoftwareFoundation.Python.3.11")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert start.own_folder() == tmp_path / "NAP-Analytics-packages"


def test_port_that_somebody_listens_on_is_passed_over() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        taken = listener.getsockname()[1]
        assert not start.is_free(taken)
        assert start.free_port(taken) > taken


def test_nobody_on_the_recorded_port_means_that_nothing_runs(tmp_path: Path) -> None:
    record = tmp_path / "running"
    assert start.running(record, version="1") is None
    record.write_text(str(unused_port()), encoding="utf-8")
    assert start.running(record, version="1") is None


def test_start_is_locked_while_another_runs_and_free_once_that_is_killed(tmp_path: Path) -> None:
    code = f"import sys; sys.path.insert(0, {str(STICK)!r}); import start, time, pathlib\n"
    code += f"with start.one_at_a_time(pathlib.Path({str(tmp_path)!r})): print('locked', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        with (
            closing(start.sqlite3.connect(tmp_path / "start.lock", timeout=0, isolation_level=None)) as lock,
            pytest.raises(start.sqlite3.OperationalError, match="locked"),
        ):
            lock.execute("BEGIN EXCLUSIVE")
        other.kill()
    began = time.monotonic()
    with start.one_at_a_time(tmp_path):
        assert time.monotonic() - began < 5


def unused_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("localhost", 0))
        return int(listener.getsockname()[1])


def test_batch_file_is_plain_ascii() -> None:
    assert BATCH.isascii()


def test_batch_file_quotes_the_path_of_its_folder() -> None:
    """It may bear a space, an accent, parentheses or an ampersand."""
    assert re.findall(r".*%~dp0.*", BATCH) == ['set "START=%~dp0nap-analytics\\start.py"']
    assert BATCH.count('"%START%"') == BATCH.count("%START%") == 3


def test_batch_file_writes_nothing_and_stays_where_it_is() -> None:
    """The stick may be read-only."""
    assert set(re.findall(r">\s*(\S+)", BATCH)) == {"nul"}
    assert re.findall(r"^\s*(?:cd|chdir|pushd|md|mkdir|copy|move|del)\b", BATCH, re.MULTILINE) == []


def test_batch_file_jumps_to_labels_that_exist() -> None:
    labels = set(re.findall(r"^:(\w+)", BATCH, re.MULTILINE))
    assert set(re.findall(r"(?:goto|call) :?(\w+)", BATCH)) == labels


def test_batch_file_pauses_whenever_it_fails() -> None:
    """A window that closes at once would take the message with it."""
    assert BATCH.rstrip().endswith(":failed\necho.\npause\nexit /b 1")
    assert BATCH.count("exit /b 1") == 1


def test_batch_file_tells_each_message_in_french_and_in_english() -> None:
    echoes = [
        re.findall(r"^echo (.+)", part, re.MULTILINE) for part in re.split(r"^:(?:zipped|missing|failed)$", BATCH, flags=re.MULTILINE)
    ]
    assert [len(lines) for lines in echoes] == [0, 4, 4, 0]
