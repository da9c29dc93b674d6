"""`make bundle`: the zip has every wheel that Windows needs, and on this machine it installs and runs from the zip alone.

What cannot be tested here is whether the wheels and the batch file run on Windows.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from nap_analytics.bundle.archive import write_bundle
from nap_analytics.bundle.shipped import SHIPPED
from nap_analytics.bundle.wheels import resolved
from tests.combinations import WHOLE

ROOT = Path(__file__).parents[2]
REQUIREMENTS = ROOT / "requirements.txt"
TESTED = "3.11"
OFFERED = re.findall(r"^PYTHONS \?= (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[0].split()
"""Versions of Python that `make bundle` packs wheels for."""

WINDOWS = {
    "os_name": "nt",
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "python_version": TESTED,
    "python_full_version": f"{TESTED}.0",
}

LONGEST_FOLDER = r"C:\Users\a-name-of-20-letters\AppData\Local\NAP-Analytics\python-3.11-12345678\Lib\site-packages"
LONGEST_PATH = 259
"""Characters that Windows takes where nobody has lifted the limit."""

UNREACHABLE = "http://127.0.0.1:9"
PATIENCE_SECONDS = 240

SERVES = "Leave this window open"
INSTALLS = "Installing, the first time only"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a download without git: what is not yet in git is tried too."""
    copy = tmp_path_factory.mktemp("project")
    for name in SHIPPED:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    return copy


def pins() -> list[Requirement]:
    """The packages that requirements.txt names."""
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def test_every_requirement_is_pinned() -> None:
    assert [str(each) for each in pins() if not re.fullmatch(r"==[^*]+", str(each.specifier))] == []


@pytest.mark.parametrize("python", OFFERED)
def test_every_package_has_a_wheel_for_windows(python: str) -> None:
    """Colorama is what only Windows needs: the command line tools colour their output by it there."""
    packages = set(resolved(REQUIREMENTS, platform="win_amd64", python=python).split())
    assert {f"{canonicalize_name(pin.name)}{pin.specifier}" for pin in pins()} <= packages
    assert "colorama" in {line.split("==")[0] for line in packages}


@pytest.fixture(scope="session")
def windows(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The unpacked zip for Windows and the Python that the dashboard is tested with; taken away again, it is large."""
    folder = tmp_path_factory.mktemp("windows")
    made = write_bundle(project, folder, platform="win_amd64", pythons=(TESTED,))
    with zipfile.ZipFile(made.path) as content:
        content.extractall(folder)
    yield folder / "nap-analytics"
    shutil.rmtree(folder)


@WHOLE
def test_windows_wheels_install_from_the_zip_alone(windows: Path, tmp_path: Path) -> None:
    wheels = windows / "wheels"
    target = ("--platform", "win_amd64", "--implementation", "cp", "--python-version", TESTED, "--target", str(tmp_path / "site"))
    options = ("--isolated", "--quiet", "--disable-pip-version-check", "install", "--no-index", "--only-binary", ":all:", "--no-compile")
    source = ("--find-links", str(wheels), "--require-hashes", "--requirement", str(wheels / f"requirements-{TESTED}.txt"))
    command = [sys.executable, "-m", "pip", *options, *target, *source]
    environment = {**os.environ, "PIP_CONFIG_FILE": os.devnull}
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    installed = {folder.name.split("-")[0].lower() for folder in (tmp_path / "site").glob("*.dist-info")}
    shutil.rmtree(tmp_path / "site")
    assert installed == {wheel.name.split("-")[0].lower() for wheel in wheels.glob("*.whl")}


@WHOLE
def test_windows_wheels_ask_for_nothing_that_is_not_in_the_zip(windows: Path) -> None:
    """Each wheel's own list, judged as Windows would, which neither pip nor this machine does."""
    wheels = {canonicalize_name(wheel.name.split("-")[0]): wheel for wheel in (windows / "wheels").glob("*.whl")}
    waiting, seen, lacking = pins(), set(), set()
    while waiting:
        asked = waiting.pop()
        wheel = wheels.get(canonicalize_name(asked.name))
        if wheel is None or not asked.specifier.contains(wheel.name.split("-")[1], prereleases=True):
            lacking.add(str(asked))
        elif (wheel, *sorted(asked.extras)) not in seen:
            seen.add((wheel, *sorted(asked.extras)))
            waiting += needed_on_windows(wheel, extras=asked.extras)
    assert lacking == set()
    assert {wheel for wheel, *_ in seen} == set(wheels.values())


def needed_on_windows(wheel: Path, *, extras: set[str]) -> list[Requirement]:
    """What a wheel asks for there, with the extras."""
    with zipfile.ZipFile(wheel) as content:
        name = next(name for name in content.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
        requirements = HeaderParser().parsestr(content.read(name).decode()).get_all("Requires-Dist") or []
    wanted = map(Requirement, requirements)
    return [each for each in wanted if not each.marker or any(each.marker.evaluate({**WINDOWS, "extra": extra}) for extra in {"", *extras})]


@WHOLE
def test_no_path_is_too_long_for_windows(windows: Path) -> None:
    installed = [f"{LONGEST_FOLDER}/{name}" for wheel in (windows / "wheels").glob("*.whl") for name in zipfile.ZipFile(wheel).namelist()]
    assert [path for path in installed if len(path) > LONGEST_PATH] == []


@dataclass
class Started:
    """A process of `start.py` and all that it started, and the file that it prints to."""

    process: subprocess.Popen[bytes]
    output: Path

    def printed(self) -> str:
        """What it has printed so far."""
        return self.output.read_text(encoding="utf-8")

    def wait_for(self, words: str) -> str:
        """What it has printed once the words are among it."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while words not in self.printed():
            if self.process.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"never came to “{words}”: {self.printed()}")
            time.sleep(0.1)
        return self.printed()

    def kill(self) -> None:
        """End it and all that it started at once, as a power cut or a closed window does."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@dataclass(frozen=True)
class Stick:
    """The zip for this machine, unpacked in a folder with a space and an accent in its name."""

    folder: Path
    home: Path
    port: int

    def start(self) -> Started:
        """Start it by a Python without packages, where no package index and no proxy answers."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "NAP_", "XDG_", "UV_"))}
        nowhere = dict.fromkeys(("PIP_INDEX_URL", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), UNREACHABLE)
        output = self.home / f"output-{len(list(self.home.glob('output-*')))}.txt"
        command = [sys.executable, str(self.folder / "nap-analytics" / "start.py"), "--no-browser", "--port", str(self.port)]
        environment = {**kept, **nowhere, "HOME": str(self.home), "PYTHONUTF8": "1"}
        with output.open("wb") as written:
            process = subprocess.Popen(command, env=environment, stdout=written, stderr=subprocess.STDOUT, start_new_session=True)
        return Started(process, output)

    @property
    def installed(self) -> list[Path]:
        """The stamps of whole installations."""
        return list((self.home / ".local" / "share" / "NAP-Analytics").glob("*/installed"))


@pytest.fixture(scope="session")
def stick(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stick]:
    """A stick for this machine; nothing is installed yet."""
    folder = tmp_path_factory.mktemp("stick") / "clé USB (1)"
    made = write_bundle(project, folder, platform="this", pythons=(f"{sys.version_info[0]}.{sys.version_info[1]}",))
    with zipfile.ZipFile(made.path) as content:
        content.extractall(folder)
    made.path.unlink()
    home = tmp_path_factory.mktemp("home")
    with socket.socket() as listener:
        listener.bind(("localhost", 0))
        port = listener.getsockname()[1]
    yield Stick(folder, home, port)
    shutil.rmtree(folder)
    shutil.rmtree(home)


def ask(address: str) -> bytes:
    request = urllib.request.Request(address, headers={"Accept": "text/html"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        assert answer.status == 200
        return answer.read()


@dataclass(frozen=True)
class Story:
    """What happened to a stick: the power was cut while it installed, then it was started twice at once, then on another day.

    Attributes:
        whole_after_cut: whole installations after the power cut.
        whole: whole installations after the two starts.
        printed: what the two starts printed, that of the one which serves first.
        exits: exit status of each when the dashboard was ready; None: it runs on.
        ready: what `/ready` answered.
        page: what `/` answered.
        told_later: what the last start printed.
    """

    whole_after_cut: int
    whole: int
    printed: tuple[str, str]
    exits: tuple[int | None, int | None]
    ready: dict[str, Any]
    page: bytes
    printed_later: str


@pytest.fixture(scope="session")
def story(stick: Stick) -> Story:
    """It is lived through once: each step takes seconds."""
    cut_off = stick.start()
    while not list(stick.home.glob(".local/share/NAP-Analytics/*/lib/*/site-packages/streamlit")):
        assert cut_off.process.poll() is None, cut_off.printed()
        time.sleep(0.1)
    cut_off.kill()
    whole_after_cut = len(stick.installed)

    address = f"http://localhost:{stick.port}"
    is_ready = f"The dashboard is ready: {address}\n"
    starts = [stick.start(), stick.start()]
    try:
        for each in starts:
            each.wait_for(is_ready)
        stays, leaves = sorted(starts, key=lambda each: SERVES not in each.printed())
        leaves.process.wait(timeout=20)
        exits = (stays.process.poll(), leaves.process.poll())
        ready, page = json.loads(ask(f"{address}/ready")), ask(f"{address}/")
    finally:
        for each in starts:
            each.kill()

    later = stick.start()
    try:
        printed_later = later.wait_for(SERVES)
    finally:
        later.kill()
    return Story(whole_after_cut, len(stick.installed), (stays.printed(), leaves.printed()), exits, ready, page, printed_later)


@WHOLE
def test_dashboard_runs_from_the_zip_alone(stick: Stick, story: Story) -> None:
    about = json.loads((stick.folder / "nap-analytics" / "stick.json").read_text(encoding="utf-8"))
    assert (story.ready["status"], story.ready["version"]) == ("ready", about["version"])
    assert b"<title>NAP Analytics</title>" in story.page


@WHOLE
def test_installation_that_a_power_cut_ended_is_done_anew(story: Story) -> None:
    assert story.whole_after_cut == 0
    assert story.whole == 1


@WHOLE
def test_of_two_starts_at_once_one_serves_and_the_other_only_shows(story: Story) -> None:
    assert [SERVES in printed for printed in story.printed] == [True, False]
    assert [INSTALLS in printed for printed in story.printed] == [True, False]
    assert ["Another start is under way" in printed for printed in story.printed] == [False, True]
    assert story.exits == (None, 0)


@WHOLE
def test_second_start_installs_nothing(story: Story) -> None:
    assert INSTALLS not in story.printed_later


@WHOLE
def test_what_users_enter_lies_apart_from_stick_and_packages(stick: Stick, story: Story) -> None:
    assert f"; what you enter is kept in {stick.home / 'NAP-Analytics'}\n" in story.printed_later
    assert not (stick.folder / "nap-analytics" / "workspace").exists()
