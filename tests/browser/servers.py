"""Dashboards to visit: one that all workers share, and others that are started, broken and stopped."""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from nap_analytics.warehouse.load import data_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]

STARTED_WITHIN_SECONDS = 90
REACHED = "http://192.0.2.7:8501"
"""Where telephones are said to reach the dashboard that all tests share."""

SHORT_STORY = "short"
"""A story of that dashboard beside the shipped ones: the first scenes of one, for claims that hold of any story."""
SHORT_SCENES = 2


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("localhost", 0))
        return int(listener.getsockname()[1])


@contextmanager
def serving(folder: Path, *, port: int | None = None, **environment: str) -> Iterator[str]:
    """Address of a dashboard that has just started, with its workspace and its log in the folder; nobody has visited it.

    The same folder and port once more are the same dashboard after a restart.
    """
    workspace, log = folder / "workspace", folder / "server.log"
    workspace.mkdir(exist_ok=True)
    port = port or free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
            cwd=ROOT,
            env={**os.environ, "NAP_WORKSPACE": str(workspace), **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    address = f"http://localhost:{port}"
    try:
        deadline = time.monotonic() + STARTED_WITHIN_SECONDS
        while not is_up(address):
            if process.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"the server did not start: {log.read_text(encoding='utf-8')}")
            time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def is_up(address: str) -> bool:
    """True once the server answers; it has not loaded the data for that."""
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=60) as answer:
            return answer.status == 200
    except OSError:
        return False


@contextmanager
def sharing(folder: Path, environment: Callable[[Path], dict[str, str]]) -> Iterator[str]:
    """Address of a dashboard that all workers of a run visit: the first who comes starts it, and stops it when the others have gone.

    Args:
        folder: The same for all workers; the dashboard's workspace and log lie in it.
        environment: What the dashboard is told, from that folder; asked once.
    """
    folder.mkdir(exist_ok=True)
    address = folder / "address"
    with (folder / "door").open("w") as door, (folder / "visitors").open("w") as visitors, ExitStack() as started:
        fcntl.flock(door, fcntl.LOCK_EX)
        is_host = not address.exists()
        if is_host:
            address.write_text(started.enter_context(serving(folder, **environment(folder))), encoding="utf-8")
        fcntl.flock(visitors, fcntl.LOCK_SH)
        fcntl.flock(door, fcntl.LOCK_UN)
        yield address.read_text(encoding="utf-8")
        fcntl.flock(visitors, fcntl.LOCK_UN)
        if is_host:
            fcntl.flock(door, fcntl.LOCK_EX)
            fcntl.flock(visitors, fcntl.LOCK_EX)
            address.unlink()


def with_short_story(folder: Path) -> Path:
    """A copy of the data with the short story beside the shipped ones."""
    copy = shutil.copytree(data_folder(), folder / "data")
    shipped = yaml.safe_load((copy / "stories" / "cop.yaml").read_text(encoding="utf-8"))
    short = yaml.safe_dump({**shipped, "scenes": shipped["scenes"][:SHORT_SCENES]}, allow_unicode=True)
    (copy / "stories" / f"{SHORT_STORY}.yaml").write_text(short, encoding="utf-8")
    return copy
