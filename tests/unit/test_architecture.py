"""The layers of the house hold: imports run downwards, each foreign package stays in its room."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

from nap_analytics.ui.navigation import PAGES

ROOT = Path(__file__).parents[2]
FILES = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "nap_analytics").rglob("*.py"))]

BASE, WAREHOUSE, SUBJECTS, SCREENS, ENTRIES = range(5)
LAYERS = {
    "app": ENTRIES,
    "pages": ENTRIES,
    "nap_analytics.__main__": ENTRIES,
    "nap_analytics.cli": ENTRIES,
    "nap_analytics.ui": SCREENS,
    "nap_analytics.queries": SUBJECTS,
    "nap_analytics.charts": SUBJECTS,
    "nap_analytics.exchange": SUBJECTS,
    "nap_analytics.story": SUBJECTS,
    "nap_analytics.warehouse": WAREHOUSE,
}
"""Layer of a module, the longest name that begins it; a module of nap_analytics that is not named is at the base."""

ROOMS = {
    "streamlit": ("app", "pages", "nap_analytics.ui"),
    "starlette": ("app", "nap_analytics.ui"),
    "duckdb": ("nap_analytics.warehouse",),
    "plotly": ("nap_analytics.charts",),
    "typer": ("nap_analytics.cli", "nap_analytics.__main__"),
}
"""Foreign package -> where it may be imported to be run (a type alone may be named anywhere)."""

VAGUE_NAMES = {"utils.py", "helpers.py", "common.py", "misc.py"}


@dataclass(frozen=True)
class Import:
    """One import: the file and line, the module imported, and whether it is run or only names a type."""

    path: Path
    line: int
    module: str
    is_run: bool

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line} imports {self.module}"


def module_name(path: Path) -> str:
    """The dotted name of a file of the project."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def is_in(module: str, room: str) -> bool:
    """True where the module is the room or lies in it."""
    return module == room or module.startswith(f"{room}.")


def layer(module: str) -> int:
    """The layer of a module of the project."""
    return next((height for room, height in LAYERS.items() if is_in(module, room)), BASE)


def imports(path: Path) -> list[Import]:
    """All imports of a file, those of types marked."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = [node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")]
    typed = {id(inner) for node in guarded for inner in ast.walk(node)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [Import(path, node.lineno, alias.name, id(node) not in typed) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found += [Import(path, node.lineno, name, id(node) not in typed) for name in names]
    return found


IMPORTS = [found for path in FILES for found in imports(path)]


def test_imports_run_downwards() -> None:
    ours = [found for found in IMPORTS if is_in(found.module, "nap_analytics") or is_in(found.module, "pages")]
    assert [str(found) for found in ours if layer(found.module) > layer(module_name(found.path))] == []


def test_no_page_imports_another() -> None:
    assert [str(found) for found in IMPORTS if is_in(found.module, "pages")] == []


@pytest.mark.parametrize("package", sorted(ROOMS))
def test_package_stays_in_its_room(package: str) -> None:
    used = [found for found in IMPORTS if is_in(found.module, package) and found.is_run]
    assert [str(found) for found in used if not any(is_in(module_name(found.path), room) for room in ROOMS[package])] == []


def test_charts_are_built_from_graph_objects() -> None:
    """plotly.express takes thirty times as long for the same figure."""
    assert [str(found) for found in IMPORTS if is_in(found.module, "plotly.express")] == []


def test_no_file_has_a_vague_name() -> None:
    assert [str(path.relative_to(ROOT)) for path in FILES if path.name in VAGUE_NAMES] == []


def test_no_html_is_let_through_markdown() -> None:
    assert [str(path.relative_to(ROOT)) for path in FILES if "unsafe_allow_html" in path.read_text(encoding="utf-8")] == []


def test_every_page_is_in_the_navigation_and_the_reverse() -> None:
    assert sorted(path.stem for path in (ROOT / "pages").glob("*.py")) == sorted(PAGES)


def test_nothing_of_python_names_a_plan() -> None:
    """Plans, pillars and indicators are data: another country's would need no change of code."""
    named = [path for path in FILES if "mli-" in "".join(_texts(path))]
    assert [str(path.relative_to(ROOT)) for path in named] == []


def _texts(path: Path) -> list[str]:
    """The texts of a file that are not documentation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = [node for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    told = {id(node.value) for node in documented}
    return [
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]
