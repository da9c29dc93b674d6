"""Start the dashboard from the folder that `make bundle` packs, on a computer without internet.

Python's standard library only, in a syntax that Python 3.8 reads: it runs before anything is installed, and says what
is missing where Python does not fit. For the same reason its words are here in both languages, not in the catalogues.

What is installed is in the user's folder for local program data, one folder for each Python and set of packages: the stick
may be read-only, and a newer one with the same packages starts at once. What users report is in NAP-Analytics in their
home folder and outlives both.
"""

from __future__ import annotations

import argparse
import errno
import hashlib
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import sysconfig
import tempfile
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
HERE = Path(os.path.abspath(__file__)).parent  # resolve() would take a mapped drive's letter away
NAME = "NAP-Analytics"
FIRST_PORT = 8501
PORTS_TRIED = 50
STARTED_WITHIN_SECONDS = 600
INSTALLED_WITHIN_SECONDS = 3600

ALONE = ("-I", "-X", "utf8")
"""Options that shut out the computer's other Python code and settings, and read files as UTF-8."""

PIP = ("pip", "--isolated", "--disable-pip-version-check", "--no-cache-dir", "install", "--no-index", "--only-binary", ":all:")


class Trouble(Exception):  # noqa: N818 (no fault of the program: what the user can mend)
    """What stops the start, in French and in English."""

    def __init__(self, french: str, english: str) -> None:
        super().__init__(french, english)


def main() -> int:
    """Start the dashboard and stay until it ends; exit status 0, or 1 with a message that says what to do."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    parser = argparse.ArgumentParser(description="NAP Analytics")
    parser.add_argument("--fits", action="store_true", help="only tell by the exit status whether this Python can run it")
    parser.add_argument("--no-browser", action="store_true", help="open no browser")
    parser.add_argument("--host", default="localhost", help="0.0.0.0: other computers and telephones of the network see it too")
    parser.add_argument("--port", type=int, default=FIRST_PORT, help="first port to try")
    options = parser.parse_args()
    try:
        stick = contents()
        check_python(stick)
        if not options.fits:
            start(stick, host=options.host, first_port=options.port, opens_browser=not options.no_browser)
    except KeyboardInterrupt:
        return 0
    except Trouble as trouble:
        say(*trouble.args)
        return 1
    except Exception as error:  # whatever it is, the user gets a sentence
        say(f"Le démarrage a échoué : {error}", f"The start failed: {error}")
        return 1
    return 0


def say(french: str, english: str) -> None:
    """Say something in both languages."""
    print(f"\n{french}\n{english}", flush=True)


def contents() -> dict[str, Any]:
    """What the stick says of itself: version, platform, room on the disk for each Python; Trouble where the folder is not whole."""
    if not all((HERE / name).exists() for name in ("stick.json", "wheels", "app.py")):
        raise Trouble(
            "Le dossier est incomplet. Extrayez d’abord tout le ZIP (clic droit, « Extraire tout… »), puis démarrez du nouveau dossier.",
            "The folder is not complete. First extract the whole ZIP (right click, “Extract All…”), then start from the new folder.",
        )
    stick: dict[str, Any] = json.loads((HERE / "stick.json").read_text(encoding="utf-8"))
    return stick


def check_python(stick: dict[str, Any]) -> None:
    """Trouble where the stick holds no wheels for this Python: another version, 32 bits, another system."""
    fitting = ", ".join(stick["room_bytes"])
    if PYTHON not in stick["room_bytes"]:
        raise Trouble(
            f"Python {PYTHON} ne convient pas. Il faut Python {fitting} en 64 bits (3.11 de préférence), de python.org.",
            f"Python {PYTHON} does not fit. What is needed is Python {fitting}, 64 bit (preferably 3.11), from python.org.",
        )
    platform, expected = sysconfig.get_platform(), stick["platform"]
    if platform != expected:
        raise Trouble(
            f"Ce Python est fait pour {platform}, les paquets pour {expected}. Sous Windows, installez un Python 64 bits.",
            f"This Python is made for {platform}, the packages for {expected}. On Windows, install a 64 bit Python.",
        )


def start(stick: dict[str, Any], *, host: str, first_port: int, opens_browser: bool) -> None:
    """Install what is missing, start the server or find the one that runs, open the browser, and stay until the server ends."""
    home, version = own_folder(), stick["version"]
    record = home / f"running-{version}"
    server = None
    try:
        with one_at_a_time(home):
            port = running(record, version=version)
            if port is None:
                python, stamp = installed(home, stick=stick)
                port = free_port(first_port)
                log = home / f"server-{port}.log"
                server = serve(python, host=host, port=port, version=version, log=log)
                wait_until_ready(server, port=port, version=version, stamp=stamp, log=log)
                record.write_text(str(port), encoding="utf-8")
        address = f"http://localhost:{port}"
        say(f"Le tableau de bord est prêt : {address}", f"The dashboard is ready: {address}")
        if opens_browser:
            webbrowser.open(address)
        if server is not None:
            say("Laissez cette fenêtre ouverte : la fermer arrête tout.", "Leave this window open: closing it stops everything.")
            server.wait()
    finally:
        if server is not None:
            server.terminate()
            server.wait()
            with suppress(OSError):
                record.unlink()


def own_folder() -> Path:
    """The folder for what is installed: in the user's local program data, else beside the stick's files; Trouble where neither."""
    local = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    own = Path(local) / NAME
    if "WindowsApps" in sys.base_prefix:  # Microsoft Store's Python really writes elsewhere, by paths too long for Windows
        own = Path.home() / f"{NAME}-packages"
    for folder in (own, HERE / "local"):
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=folder).close()
            return folder
    raise Trouble(f"Aucun dossier où écrire : {own}", f"No folder can be written: {own}")


@contextmanager
def one_at_a_time(home: Path) -> Iterator[None]:
    """Let a second start wait until the first has installed and started.

    The lock is SQLite's on an empty file: the same on Windows and Linux, and gone with the process that held it.
    """
    with closing(sqlite3.connect(home / "start.lock", timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            say("Un autre démarrage est en cours ; patientez.", "Another start is under way; please wait.")
            lock.execute(f"PRAGMA busy_timeout = {INSTALLED_WITHIN_SECONDS * 1000}")
            lock.execute("BEGIN EXCLUSIVE")
        yield


def running(record: Path, *, version: str) -> int | None:
    """The port of a server of this version that an earlier start left running; None where there is none."""
    with suppress(OSError, ValueError):
        port = int(record.read_text(encoding="utf-8"))
        return port if says_ready(port, version=version) else None
    return None


def says_ready(port: int, *, version: str) -> bool:
    """True where a dashboard of this version answers; one whose data are at fault shows the faults itself.

    The request passes by any proxy that the computer prescribes for all addresses.
    """
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        try:
            answer = opener.open(f"http://localhost:{port}/ready", timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return bool(json.load(answer).get("version") == version)
    except (OSError, ValueError, AttributeError):
        return False


def free_port(first: int) -> int:
    """The first port from here up that nobody listens on."""
    return next((port for port in range(first, first + PORTS_TRIED) if is_free(port)), first)


def is_free(port: int) -> bool:
    """True where a server can listen by every protocol that the computer has."""
    for family, kind, protocol, _, address in socket.getaddrinfo("localhost", port, type=socket.SOCK_STREAM):
        try:
            with socket.socket(family, kind, protocol) as trial:
                if os.name != "nt":  # there the option means that two may listen on one port
                    trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                trial.bind(address)
        except OSError as error:
            if error.errno not in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                return False
    return True


def installed(home: Path, *, stick: dict[str, Any]) -> tuple[Path, Path]:
    """The Python that has the packages, installed now where they were not, and the stamp that says that they are.

    From the stick alone, each wheel as it was when the stick was made. What is half done is done anew next time.
    """
    wheels = HERE / "wheels"
    requirements = wheels / f"requirements-{PYTHON}.txt"
    folder = home / f"python-{PYTHON}-{hashlib.sha256(requirements.read_bytes()).hexdigest()[:8]}"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp, log = folder / "installed", home / "install.log"
    if not stamp.is_file():
        check_room(home, needed=stick["room_bytes"][PYTHON])
        say("Installation, la première fois seulement : quelques minutes.", "Installing, the first time only: a few minutes.")
        log.write_bytes(b"")
        follow([sys.executable, *ALONE, "-m", "venv", "--clear", str(folder)], log=log)
        pip = [str(python), *ALONE, "-m", *PIP, "--no-compile"]  # Python compiles what is used
        follow([*pip, "--find-links", str(wheels), "--require-hashes", "-r", str(requirements)], log=log)
        stamp.write_bytes(b"")
    return python, stamp


def check_room(home: Path, *, needed: int) -> None:
    """Compare the room on the disk with what an installation takes, in bytes; Trouble where there is less."""
    free = shutil.disk_usage(home).free
    if free < needed:
        raise Trouble(
            f"Il faut {needed // 10**6} Mo libres sur le disque de {home} ; il en reste {free // 10**6}.",
            f"{needed // 10**6} MB must be free on the disk of {home}; {free // 10**6} are left.",
        )


def follow(command: list[str], *, log: Path) -> None:
    """Run a step with its words in the log and a point every few seconds; Trouble where it fails."""
    settings = {**os.environ, "PIP_CONFIG_FILE": os.devnull}  # no settings of the computer's for pip
    with log.open("ab") as output:
        step = subprocess.Popen(command, env=settings, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        try:
            while step.poll() is None:
                print(".", end="", flush=True)
                with suppress(subprocess.TimeoutExpired):
                    step.wait(timeout=3)
        finally:
            step.kill()
            step.wait()
    if step.returncode:
        raise Trouble(
            f"L’installation a échoué ; le détail est dans {log}. La copie est peut-être abîmée : extrayez de nouveau le ZIP.",
            f"The installation failed; {log} has the details. The copy may be damaged: extract the ZIP once more.",
        )


def serve(python: Path, *, host: str, port: int, version: str, log: Path) -> subprocess.Popen[bytes]:
    """Start the server."""
    workspace = os.environ.get("NAP_WORKSPACE") or str(Path.home() / NAME)
    Path(workspace).mkdir(parents=True, exist_ok=True)
    say(f"Démarrage ; ce que vous saisissez est gardé dans {workspace}", f"Starting; what you enter is kept in {workspace}")
    command = [str(python), *ALONE, "-m", "streamlit", "run", "app.py", "--server.address", host, "--server.port", str(port)]
    settings = {**os.environ, "NAP_VERSION": version, "NAP_WORKSPACE": workspace}
    with log.open("wb") as output:
        return subprocess.Popen(command, cwd=HERE, env=settings, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)


def wait_until_ready(server: subprocess.Popen[bytes], *, port: int, version: str, stamp: Path, log: Path) -> None:
    """Wait until the data are loaded; Trouble where the server ends, and then the next start installs anew: files may be damaged."""
    deadline = time.monotonic() + STARTED_WITHIN_SECONDS
    while not says_ready(port, version=version):
        if server.poll() is not None or time.monotonic() > deadline:
            with suppress(OSError):
                stamp.unlink()
            raise Trouble(
                f"Le tableau de bord n’a pas démarré ; le détail est dans {log}. Démarrez de nouveau : l’installation sera refaite.",
                f"The dashboard did not start; {log} has the details. Start once more: it will be installed anew.",
            )
        print(".", end="", flush=True)
        time.sleep(1)


if __name__ == "__main__":
    sys.exit(main())
