"""All wheels of the dashboard for another platform, or for this one.

pip chooses wheels for the platform it is asked for, but judges conditions such as ``; sys_platform == 'win32'`` by the machine
it runs on, and would miss what only the other one needs. So uv resolves for the platform, and pip only fetches.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

from nap_analytics.errors import N_, NapError

ROOM_FOR_COMPILED_CODE = 1.25
"""Bytes on the disk for each byte of unpacked wheels: Python keeps the compiled form of what is used beside the source."""


@dataclass(frozen=True)
class Platform:
    """A kind of computer.

    Attributes:
        sysconfig_name: what ``sysconfig.get_platform()`` says there.
        uv: options of uv that resolve for it.
        pip: options of pip that fetch for it, the version of Python left out.
    """

    sysconfig_name: str
    uv: tuple[str, ...] = ()
    pip: tuple[str, ...] = ()


PLATFORMS = {
    "win_amd64": Platform(
        "win-amd64", ("--python-platform", "x86_64-pc-windows-msvc"), ("--platform", "win_amd64", "--implementation", "cp")
    ),
    "this": Platform(sysconfig.get_platform()),
}
"""The platforms that a stick can be made for: 64-bit Windows, and the machine that makes it, for its own version of Python."""


@dataclass(frozen=True)
class WheelSet:
    """The wheels that one version of Python needs.

    Attributes:
        python: the version, as 3.11.
        paths: the wheels, by name.
        requirements: text for ``pip install --require-hashes -r``.
        room_bytes: what an installation of them takes on the disk, estimated.
    """

    python: str
    paths: tuple[Path, ...]
    requirements: str
    room_bytes: int


def resolved(requirements: Path, *, platform: str, python: str) -> str:
    """Every package at its version, one a line, that the requirements need on the platform; each has a wheel for it.

    Raises:
        NapError: there is no such set, or the package index did not answer.
    """
    options = ("--quiet", "--no-python-downloads", "--only-binary", ":all:", "--no-header", "--no-annotate", "--python-version", python)
    message = N_("No wheels for Python {python} on {platform}: {reason}")
    command = ["uv", "pip", "compile", *options, *PLATFORMS[platform].uv, str(requirements)]
    return _answer(command, message, python=python, platform=platform)


def fetched(requirements: Path, *, platform: str, python: str, folder: Path) -> WheelSet:
    """Fetch the wheels that the requirements need on the platform into an empty folder.

    Raises:
        NapError: there is no such set, or the package index did not answer.
    """
    folder.mkdir(parents=True)
    wanted = folder / "wanted.txt"
    wanted.write_text(resolved(requirements, platform=platform, python=python), encoding="utf-8")
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:", "--python-version", python)
    message = N_("The wheels could not be fetched: {reason}")
    _answer(["pip", "download", *options, *PLATFORMS[platform].pip, "--dest", str(folder), "--requirement", str(wanted)], message)
    paths = tuple(sorted(folder.glob("*.whl")))
    return WheelSet(python, paths, "".join(map(_requirement, paths)), int(ROOM_FOR_COMPILED_CODE * sum(map(_unpacked_bytes, paths))))


def _requirement(wheel: Path) -> str:
    """The line by which pip installs this very file."""
    name, version = wheel.name.split("-")[:2]
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def _unpacked_bytes(wheel: Path) -> int:
    with zipfile.ZipFile(wheel) as content:
        return sum(entry.file_size for entry in content.infolist())


def _answer(module: list[str], message: str, **params: object) -> str:
    """What a module of this Python prints."""
    done = subprocess.run([sys.executable, "-m", *module], capture_output=True, check=False, text=True, encoding="utf-8")
    if done.returncode:
        raise NapError(message, reason=done.stderr.strip(), **params)
    return done.stdout
