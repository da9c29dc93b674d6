"""The layers of the house hold: imports run downwards, each foreign package stays in its room."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from nap_analytics.ui.navigation import PAGES
from tests.reads import nodes

ROOT = Path(__file__).parents[2]
FILES = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "nap_analytics").rglob("*.py"))]

LEVELS = (
    ("nap_analytics.errors", "nap_analytics.palette"),
    ("nap_analytics.wording",),
    ("nap_analytics.deck",),
    ("nap_analytics.warehouse",),
    ("nap_analytics.charts", "nap_analytics.documents", "nap_analytics.findings", "nap_analytics.queries"),
    ("nap_analytics.open_data",),
    ("nap_analytics.kit",),
    ("nap_analytics.cli", "nap_analytics.ui"),
    ("app", "nap_analytics.__main__", "nap_analytics.bundle", "pages"),
)
"""Rooms of the house from the ground up. A module imports from lower levels, and from its own room; never from a neighbour."""

WITHOUT_DATABASE = ("nap_analytics.charts", "nap_analytics.findings")
"""Rooms whose functions take a frame, so that they are tested without a database."""

ROOMS = {
    "streamlit": ("app", "pages", "nap_analytics.ui"),
    "starlette": ("app", "nap_analytics.ui"),
    "duckdb": ("nap_analytics.warehouse",),
    "plotly": ("nap_analytics.charts",),
    "typer": ("nap_analytics.cli", "nap_analytics.__main__"),
}
"""Foreign package -> where it may be imported to be run (a type alone may be named anywhere)."""

VAGUE_NAMES = {"utils.py", "helpers.py", "common.py", "misc.py"}

STATEMENTS = sorted((ROOT / "nap_analytics").rglob("*.sql"))
MOST_SIGNS_OF_A_STATEMENTS_LINE = 150
MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 40
"""Of its body, the documentation left out: what a screen shows at once. A longer one has two subjects."""


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


def place(module: str) -> tuple[int, str]:
    """The level and the room of a module of the project."""
    found = [(level, room) for level, rooms in enumerate(LEVELS) for room in rooms if is_in(module, room)]
    assert found, f"{module} has no place in LEVELS"
    return found[0]


def is_downwards(found: Import) -> bool:
    """True where an import of ours goes to a lower level, or stays in its room."""
    (from_level, from_room), (to_level, to_room) = place(module_name(found.path)), place(found.module)
    return to_level < from_level or to_room == from_room


@cache
def imports(path: Path) -> list[Import]:
    """All imports of a file, those of types marked."""
    guarded = [node for node in nodes(path) if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")]
    typed = {id(inner) for node in guarded for inner in ast.walk(node)}
    found = []
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found += [Import(path, node.lineno, alias.name, id(node) not in typed) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found += [Import(path, node.lineno, name, id(node) not in typed) for name in names]
    return found


def all_imports() -> list[Import]:
    """Those of all files."""
    return [found for path in FILES for found in imports(path)]


def ours() -> list[Import]:
    """Imports of the project's own modules."""
    return [found for found in all_imports() if is_in(found.module, "nap_analytics") or is_in(found.module, "pages")]


def test_imports_run_downwards() -> None:
    assert [str(found) for found in ours() if not is_downwards(found)] == []


@pytest.mark.parametrize("room", WITHOUT_DATABASE)
def test_charts_and_sentences_know_no_database(room: str) -> None:
    own = [found for found in ours() if is_in(module_name(found.path), room)]
    assert [str(found) for found in own if is_in(found.module, "nap_analytics.warehouse")] == []


def test_no_page_imports_another() -> None:
    assert [str(found) for found in all_imports() if is_in(found.module, "pages")] == []


@pytest.mark.parametrize("package", sorted(ROOMS))
def test_package_stays_in_its_room(package: str) -> None:
    used = [found for found in all_imports() if is_in(found.module, package) and found.is_run]
    assert [str(found) for found in used if not any(is_in(module_name(found.path), room) for room in ROOMS[package])] == []


def test_statements_live_with_the_queries_and_in_the_warehouse() -> None:
    rooms = (ROOT / "nap_analytics" / "queries", ROOT / "nap_analytics" / "warehouse")
    assert [str(path) for path in STATEMENTS if not any(path.is_relative_to(room) for room in rooms)] == []
    assert len(STATEMENTS) > len(rooms)


def test_every_page_has_a_folder_of_its_own_among_the_screens() -> None:
    screens = ROOT / "nap_analytics" / "ui" / "screens"
    assert {path.name for path in screens.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(PAGES)


def test_no_module_needs_itself() -> None:
    """No circle: a module can be understood, tested and moved with those below it."""
    names = {module_name(path) for path in FILES}
    needed = {name: {target for found in own if (target := _module_of(found.module, names))} - {name} for name, own in _by_module().items()}
    left = dict(needed)
    while ready := [name for name, needs in left.items() if not needs & left.keys()]:
        left = {name: needs for name, needs in left.items() if name not in ready}
    assert sorted(left) == []


def _by_module() -> dict[str, list[Import]]:
    return {module_name(path): imports(path) for path in FILES}


def _module_of(imported: str, names: set[str]) -> str | None:
    """The module of ours that an import names: itself, or the one whose part it takes."""
    return next((name for name in (imported, imported.rpartition(".")[0]) if name in names), None)


def test_charts_are_built_from_graph_objects() -> None:
    """plotly.express takes thirty times as long for the same figure."""
    assert [str(found) for found in all_imports() if is_in(found.module, "plotly.express")] == []


def test_no_file_has_a_vague_name() -> None:
    assert [str(path.relative_to(ROOT)) for path in FILES if path.name in VAGUE_NAMES] == []


def test_no_file_is_too_long() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES_OF_A_FILE} == {}


def test_no_line_of_a_statement_is_too_long() -> None:
    """But for the first of a check or a notice, the sentence that people read."""
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in STATEMENTS
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > MOST_SIGNS_OF_A_STATEMENTS_LINE and not (number == 1 and path.parent.name in {"checks", "notices"})
    ]
    assert found == []


def test_no_function_is_too_long() -> None:
    lengths = {f"{path.relative_to(ROOT)}: {name}": length for path in FILES for name, length in _body_lengths(path)}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES_OF_A_FUNCTION} == {}


def test_no_html_is_let_through_markdown() -> None:
    assert [str(path.relative_to(ROOT)) for path in FILES if "unsafe_allow_html" in path.read_text(encoding="utf-8")] == []


def test_every_page_is_in_the_navigation_and_the_reverse() -> None:
    assert sorted(path.stem for path in (ROOT / "pages").glob("*.py")) == sorted(PAGES)


def test_nothing_of_python_names_a_plan() -> None:
    """Plans, pillars and indicators are data; what of another country is not yet, the README says."""
    named = [path for path in FILES if "mli-" in "".join(_texts(path))]
    assert [str(path.relative_to(ROOT)) for path in named] == []


def _texts(path: Path) -> list[str]:
    """The texts of a file that are not documentation."""
    documented = [node for node in nodes(path) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    docstrings = {id(node.value) for node in documented}
    return [
        node.value for node in nodes(path) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


def _body_lengths(path: Path) -> list[tuple[str, int]]:
    """Name and lines of the body of each function of a file."""
    functions = [node for node in nodes(path) if isinstance(node, ast.FunctionDef)]
    bodies = [(node.name, node.body[1:] if ast.get_docstring(node) else node.body) for node in functions]
    return [(name, (body[-1].end_lineno or 0) - body[0].lineno + 1) for name, body in bodies if body]
