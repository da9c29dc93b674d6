"""The zip for the stick: the dashboard, the data, the wheels and what starts it."""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from nap_analytics.bundle.shipped import shipped_files
from nap_analytics.bundle.wheels import PLATFORMS, WheelSet, fetched
from nap_analytics.warehouse import open_warehouse

STICK = Path(__file__).parent / "stick"
INSIDE = "nap-analytics"
"""The folder of the zip that holds everything but the two files that the user opens."""

_VERSION_DIGITS = 8


@dataclass(frozen=True)
class Bundle:
    """What was written.

    Attributes:
        path: the zip.
        version: the date of the data and a short code of all content.
        pythons: versions of Python that it holds wheels for.
        wheel_count: different wheels in it.
    """

    path: Path
    version: str
    pythons: tuple[str, ...]
    wheel_count: int


def write_bundle(root: Path, out: Path, *, platform: str, pythons: tuple[str, ...]) -> Bundle:
    """Write the zip of the project at the root into a folder; the same content gives the same bytes.

    Raises:
        DataError: the data is at fault; every fault is listed and nothing is written.
        NapError: a version of Python lacks a wheel, or files are not in git.
    """
    with tempfile.TemporaryDirectory(prefix="nap-bundle-") as name:
        nobody_reported = Path(name) / "workspace"
        day = open_warehouse(folder=root / "data", workspace=nobody_reported).data_date
        files = {f"{INSIDE}/{path.as_posix()}": (root / path).read_bytes() for path in shipped_files(root)}
        files[f"{INSIDE}/start.py"] = (STICK / "start.py").read_bytes()
        sets = [fetched(root / "requirements.txt", platform=platform, python=python, folder=Path(name) / python) for python in pythons]
        files |= {f"{INSIDE}/wheels/requirements-{each.python}.txt": each.requirements.encode() for each in sets}
        version = f"{day.isoformat()}-{_code(files)}"
        files |= _version_files(sets, version=version, platform=platform)
        wheels = {f"{INSIDE}/wheels/{path.name}": path for each in sets for path in each.paths}
        path = out / f"nap-analytics-{version}.zip"
        _write(path, files, wheels, date_time=(day.year, day.month, day.day, 0, 0, 0))
    return Bundle(path, version, pythons, len(wheels))


def _code(files: dict[str, bytes]) -> str:
    """A short code of the names and the content of files."""
    content = [(name, hashlib.sha256(content).hexdigest()) for name, content in sorted(files.items())]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:_VERSION_DIGITS]


def _version_files(sets: list[WheelSet], *, version: str, platform: str) -> dict[str, bytes]:
    """The files that name the version and the Pythons of the stick."""
    room = {each.python: each.room_bytes for each in sets}
    stick = {"version": version, "platform": PLATFORMS[platform].sysconfig_name, "room_bytes": room}
    starter = (STICK / "Demarrer.bat").read_text(encoding="ascii").format(pythons=" ".join(room))
    readme = (STICK / "LISEZMOI.txt").read_text(encoding="utf-8")
    readme = readme.format(version=version, pythons=", ".join(room), megabytes=max(room.values()) // 10**6)
    return {
        f"{INSIDE}/stick.json": json.dumps(stick, indent=1).encode(),
        "Demarrer.bat": _as_windows_has_it(starter).encode("ascii"),
        "LISEZMOI.txt": _as_windows_has_it(readme).encode("utf-8-sig"),  # by the mark the editor knows that it is UTF-8
    }


def _as_windows_has_it(text: str) -> str:
    return text.replace("\n", "\r\n")


def _write(path: Path, files: dict[str, bytes], wheels: dict[str, Path], *, date_time: tuple[int, int, int, int, int, int]) -> None:
    """Write the zip whole or not at all. Wheels are compressed already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.part")
    with zipfile.ZipFile(unfinished, "w") as archive:
        for name in sorted(files | wheels):
            entry = zipfile.ZipInfo(name, date_time)
            entry.external_attr = 0o644 << 16
            packing = zipfile.ZIP_STORED if name in wheels else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name] if name in files else wheels[name].read_bytes(), packing)
    unfinished.replace(path)
