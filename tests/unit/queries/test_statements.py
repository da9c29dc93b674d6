"""One .sql file, one function, one question; nothing is pasted into a statement."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from nap_analytics import queries
from tests.reads import nodes, parsed

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "nap_analytics" / "queries"
STATEMENTS = sorted((ROOT / "nap_analytics").rglob("*.sql"))
NAMES = sorted(path.stem for path in FOLDER.glob("*.sql"))
PLUMBING = {"__init__", "answer"}
"""Modules of the folder that hold no question."""


@cache
def functions() -> dict[str, ast.FunctionDef]:
    """Every public function of the folder by its name."""
    trees = [parsed(path) for path in FOLDER.glob("*.py") if path.stem not in PLUMBING]
    defined = [node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {node.name: node for node in defined if not node.name.startswith("_")}


def answered(function: ast.FunctionDef) -> list[tuple[str, set[str]]]:
    """Name of the statement and names of the parameters of each call of ``answer`` in a function."""
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and ast.unparse(node.func) == "answer"]
    return [(ast.literal_eval(call.args[1]), {str(keyword.arg) for keyword in call.keywords}) for call in calls]


def parameters(name: str) -> set[str]:
    """The named parameters of a statement; its comments are left out."""
    text = re.sub(r"--[^\n]*", "", (FOLDER / f"{name}.sql").read_text(encoding="utf-8"))
    return set(re.findall(r"\$(\w+)", text))


def test_every_statement_has_a_function_and_the_reverse() -> None:
    assert sorted(functions()) == NAMES


def test_every_function_is_offered_by_the_package() -> None:
    assert sorted(name for name, offered in vars(queries).items() if callable(offered)) == NAMES


def test_every_question_is_asked_by_somebody() -> None:
    """By the program, not by a test alone."""
    files = [*(ROOT / "pages").rglob("*.py"), *(path for path in (ROOT / "nap_analytics").rglob("*.py") if FOLDER not in path.parents)]
    read = [node for path in files for node in nodes(path) if isinstance(node, ast.Attribute)]
    asked = {node.attr for node in read if ast.unparse(node.value) == "queries"}
    assert [name for name in NAMES if name not in asked] == []


@pytest.mark.parametrize("name", NAMES)
def test_function_asks_the_statement_of_its_name_with_its_parameters(name: str) -> None:
    assert answered(functions()[name]) == [(name, parameters(name))]


@pytest.mark.parametrize("path", STATEMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_statement_has_a_place_to_paste_into(path: Path) -> None:
    assert "{" not in path.read_text(encoding="utf-8")
