"""What the documents of the project say of its files, commands and names is so today."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

import pytest

from nap_analytics.cli import app
from nap_analytics.kit.formats import FORMATS

ROOT = Path(__file__).parents[2]
PROSE = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "data" / "LICENSE.md", *sorted((ROOT / "docs").glob("*.md"))]
DOCUMENTS = [*PROSE, *sorted((ROOT / "docs" / "formats").glob("*.md"))]
"""Documents in which whatever ends like a file is one of ours; those of the formats name elements of the formats too."""

ROOMS = ("app.py", "data", "docs", "nap_analytics", "pages", "tests")
FILE = re.compile(r"[\w*<>/.-]+\.(py|sql|md|csv|po|yaml|toml|txt|js|css|html|svg|bat|xml|json)")
MADE_BY_USE = ("workspace/", "dist/")
"""Folders that are there once the program has run."""

USED_BY_OTHERS = {"orjson"}
"""Packages that the program does not import itself, as requirements.txt says."""

LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def code(path: Path) -> list[str]:
    """What a document sets as code: in backticks, and the lines of its blocks; the diffs of examples left out."""
    text = re.sub(r"^```diff\n.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    blocks = re.findall(r"^```\w*\n(.*?)^```$", text, flags=re.DOTALL | re.MULTILINE)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE))
    return inline + [line for block in blocks for line in block.splitlines()]


@cache
def files() -> list[str]:
    """Every file and folder of the project, below its root, and the files that the examples of CONTRIBUTING.md add."""
    found = [path for room in ROOMS for path in [ROOT / room, *(ROOT / room).rglob("*")] if "__pycache__" not in path.parts]
    found += [path for path in ROOT.iterdir() if path.is_file()] + [ROOT / ".streamlit" / "config.toml"]
    added = re.findall(r"^\+\+\+ b/(.+)$", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)
    return [*added, *(path.relative_to(ROOT).as_posix() for path in found)]


def is_there(name: str) -> bool:
    """True where a file or folder has this path, or a path that ends so; `*`, `<name>` and `NN` stand for any name."""
    wanted = re.sub(r"<[^<>]+>|\bNN(?=_)", "*", name.strip("/"))
    ending = re.compile("(.*/)?" + r"[^/]*".join(map(re.escape, wanted.split("*"))))
    return any(ending.fullmatch(path) for path in files())


def cases(paths: list[Path]) -> list[object]:
    """The documents as cases, each called by its path."""
    return [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in paths]


@pytest.mark.parametrize("path", cases(DOCUMENTS))
def test_links_lead_somewhere(path: Path) -> None:
    assert [link for link in LINK.findall(path.read_text(encoding="utf-8")) if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", cases(DOCUMENTS))
def test_every_path_from_the_root_is_there(path: Path) -> None:
    plain = [re.sub(r"<[^<>]+>", "*", text) for text in code(path)]
    named = [word for text in plain for word in text.split() if word.startswith(tuple(f"{room}/" for room in ROOMS))]
    assert [name for name in named if not is_there(name)] == []


@pytest.mark.parametrize("path", cases(PROSE))
def test_every_file_is_there(path: Path) -> None:
    named = [text for text in code(path) if FILE.fullmatch(text) and not text.startswith(MADE_BY_USE)]
    assert [name for name in named if not is_there(name)] == []


@pytest.mark.parametrize("path", cases(DOCUMENTS))
def test_every_command_is_there(path: Path) -> None:
    text = "\n".join(code(path))
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    commands = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    assert set(re.findall(r"\bmake ([\w-]+)", text)) - targets == set()
    assert set(re.findall(r"-m nap_analytics (\w+)", text)) - commands == set()
    assert {name for names in re.findall(r"--format ([\w,]+)", text) for name in names.split(",")} - FORMATS.keys() == set()
    assert [module for module in re.findall(r"-m ((?:nap_analytics|tests)[\w.]*)", text) if not find_spec(module)] == []


@pytest.mark.parametrize("path", cases(DOCUMENTS))
def test_every_setting_is_read_by_the_program(path: Path) -> None:
    assert [name for name in re.findall(r"\bNAP_[A-Z]+\b", "\n".join(code(path))) if name not in source()] == []


def test_every_name_that_stands_as_an_example_is_in_use() -> None:
    """A prefix, a suffix or a whole name; of a call, the function and what it is given."""
    text = (ROOT / "docs" / "names.md").read_text(encoding="utf-8")
    named = [name for part in re.findall(r"`([^`\n]+)`", text) for name in re.findall(r"[a-z_]{3,}", part)]
    wanted = {name: re.compile((r"\w" if name[0] == "_" else r"\b") + name + (r"\w" if name[-1] == "_" else r"\b")) for name in named}
    assert [name for name, pattern in wanted.items() if not pattern.search(source())] == []


@cache
def source() -> str:
    """The text of the program: Python, SQL and the dictionary."""
    paths = [path for suffix in ("py", "sql", "csv") for path in (ROOT / "nap_analytics").rglob(f"*.{suffix}")]
    return "\n".join(path.read_text(encoding="utf-8") for path in [ROOT / "Makefile", *paths])


def test_every_decision_says_what_would_change_it_and_the_newest_comes_first() -> None:
    sections = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8").split("\n## ")[1:]
    assert [section.partition("\n")[0] for section in sections if len(re.findall(r"^↻ \S", section, re.MULTILINE)) != 1] == []
    days = [section[:10] for section in sections]
    assert days == sorted(days, reverse=True)


def test_every_package_that_is_shipped_is_imported_or_used_by_another() -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.partition("==")[0].lower() for line in lines if not line.startswith("#")}
    owners = {module: {name.lower() for name in names} for module, names in packages_distributions().items()}
    imported = set(re.findall(r"^\s*(?:from|import) (\w+)", source(), re.MULTILINE))
    assert {name for name in pinned if not any(name in owners.get(module, set()) for module in imported)} == USED_BY_OTHERS
