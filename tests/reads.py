"""Which columns of which query's answer the functions of the package read, found in their source alone.

A parameter names the queries whose rows it takes: ``frame: Annotated[pd.DataFrame, "pillar_progress"]``, ``row: Annotated[Any, "bodies"]``.
From there the source is followed through masks, loops, sorting and calls of other functions of the package, each as it is called.
What cannot be followed is not read.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


@cache
def parsed(path: Path) -> ast.Module:
    """A file of Python as a tree, read once for all tests of a process."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All that stands in a file of Python, from the outside in."""
    return tuple(ast.walk(parsed(path)))


NAMING = {"sort_values", "drop_duplicates", "groupby", "set_index", "pivot", "dropna", "nlargest", "nsmallest"}
"""Methods of a frame or row whose texts are names of columns."""
KEEPING = NAMING | {"head", "tail", "copy", "reset_index", "assign", "iterrows", "loc", "iloc", "localise", "set_axis"} - {"pivot"}
"""Methods and attributes of a frame that give a frame of the same columns."""
PASSING = {"list", "tuple", "sorted", "reversed", "iter", "set"}
"""Functions of Python that hand on what they are given, one by one."""


@dataclass(frozen=True)
class Told:
    """A frame or a row of the answers of some queries; `added`: columns that the program gave it besides."""

    queries: frozenset[str]
    is_tuple: bool = False
    added: frozenset[str] = frozenset()

    def __str__(self) -> str:
        """The queries, then what was added."""
        return " ".join([*sorted(self.queries), *sorted(f"+{column}" for column in self.added)])


@dataclass(frozen=True)
class Many:
    """Something that holds one kind of thing again and again: rows, groups, the values of a dictionary."""

    each: Any
    is_mapping: bool = False


@dataclass(frozen=True)
class Read:
    """A column that a function reads, and where."""

    path: str
    line: int
    function: str
    column: str
    queries: frozenset[str]

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.function} reads {self.column} of {', '.join(sorted(self.queries))}"


@dataclass
class Function:
    """A function of the package, the module it stands in, and the queries that its parameters name."""

    module: str
    path: Path
    node: ast.FunctionDef

    @property
    def name(self) -> str:
        """Its name with that of its module."""
        return f"{self.module}.{self.node.name}"

    @property
    def parameters(self) -> list[ast.arg]:
        """All its parameters, in order."""
        return [*self.node.args.posonlyargs, *self.node.args.args, *self.node.args.kwonlyargs]

    @cached_property
    def declared(self) -> dict[str, Any]:
        """What the annotations say of the parameters."""
        found = {each.arg: declared(each.annotation) for each in self.parameters if each.annotation}
        return {name: value for name, value in found.items() if value is not None}

    @cached_property
    def readers(self) -> set[str]:
        """Parameters that hold a frame, and those of which the function reads columns by their names."""
        kinds = {each.arg: ast.unparse(each.annotation) for each in self.parameters if each.annotation}
        inner = [node for node in ast.walk(self.node) if isinstance(node, ast.Attribute | ast.Subscript)]
        named = {name for node in inner if isinstance(node, READS.get(kinds.get(name := ast.unparse(node.value), ""), ()))}
        return named | {name for name, kind in kinds.items() if "DataFrame" in kind}


READS: dict[str, Any] = {"pd.Series": ast.Subscript, "Any": ast.Attribute}
"""Kind of a row -> how columns are read of it."""


def declared(annotation: ast.expr) -> Any:
    """What an annotation says: `Annotated[pd.DataFrame, "a", "b"]`, alone or in a list."""
    if not (isinstance(annotation, ast.Subscript)):
        return None
    inside = annotation.slice
    if ast.unparse(annotation.value) == "Annotated" and isinstance(inside, ast.Tuple):
        names = [text for each in inside.elts[1:] for text in texts(each)]
        added = frozenset(name.removeprefix("+") for name in names if name.startswith("+"))
        return Told(frozenset(names) - {f"+{name}" for name in added}, is_tuple=ast.unparse(inside.elts[0]) == "Any", added=added)
    parts = inside.elts if isinstance(inside, ast.Tuple) else [inside]
    each = declared(parts[-1])
    return None if each is None else Many(each, is_mapping=len(parts) > 1)


def texts(node: ast.expr | None) -> list[str]:
    """The texts of a constant, or of a list or tuple of them."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return [text for part in parts for text in texts(part)]
    return []


class Package:
    """All functions of some folders of the package by their full name."""

    def __init__(self, *folders: str) -> None:
        """Read every file of the folders."""
        self.functions: dict[str, Function] = {}
        self.names: dict[str, dict[str, str]] = {}
        for folder in folders:
            for path in sorted((ROOT / "nap_analytics" / folder).rglob("*.py")):
                self._take(path)

    def _take(self, path: Path) -> None:
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        names = self.names[module] = {}
        for node in nodes(path):
            if isinstance(node, ast.ImportFrom):
                names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
        for node in parsed(path).body:
            if isinstance(node, ast.FunctionDef):
                names[node.name] = f"{module}.{node.name}"
                self.functions[f"{module}.{node.name}"] = Function(module, path, node)

    def called(self, module: str, node: ast.expr) -> Function | None:
        """The function of the package that an expression names."""
        match node:
            case ast.Name(id=name):
                return self.functions.get(self.names[module].get(name, ""))
            case ast.Attribute(value=ast.Name(id=name), attr=attribute):
                return self.functions.get(f"{self.names[module].get(name, '')}.{attribute}")
        return None


@dataclass
class Reader:
    """Follows frames through the functions of a package and keeps what is read of them."""

    package: Package
    reads: set[Read] = field(default_factory=set)
    taken: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    """Function and parameter -> queries whose rows came there."""
    refused: set[str] = field(default_factory=set)
    """Calls that hand over rows of a query that the parameter does not name, or without a column that it asks for."""
    known: dict[tuple[str, Any], Any] = field(default_factory=dict)

    def enter(self, function: Function, given: dict[str, Any]) -> Any:
        """Follow a function with what its parameters are given, or name themselves; what it returns."""
        bound = {**given, **function.declared}
        for name, value in given.items():
            wanted = function.declared.get(name)
            if (
                isinstance(value, Told)
                and isinstance(wanted, Told)
                and not (value.queries <= wanted.queries and wanted.added <= value.added)
            ):
                self.refused.add(f"{function.name} takes {wanted} as {name}, not {value}")
        key = (function.name, frozenset(bound.items()))
        if key not in self.known:
            self.known[key] = None
            for name, value in bound.items():
                self.taken.setdefault((function.name, name), set()).update(queries_of(value))
            self.known[key] = Body(self, function).follow(bound)
        return self.known[key]


def queries_of(value: Any) -> frozenset[str]:
    """Names of the queries that a value comes from."""
    match value:
        case Told():
            return value.queries
        case Many():
            return queries_of(value.each)
        case tuple():
            return frozenset[str]().union(*map(queries_of, value))
    return frozenset()


class Body:
    """The body of one function, followed once with what its names hold."""

    def __init__(self, reader: Reader, function: Function) -> None:
        """Begin with nothing known."""
        self.reader = reader
        self.function = function
        self.held: dict[str, Any] = {}
        self.returned: Any = None

    def follow(self, bound: dict[str, Any]) -> Any:
        """Read all statements in order; what the function returns."""
        self.held = dict(bound)
        for statement in self.function.node.body:
            self.visit(statement)
        return self.returned

    def read(self, told: Told, columns: Iterable[str], node: ast.AST) -> None:
        """Keep that these columns are read here."""
        path, line = str(self.function.path.relative_to(ROOT)), getattr(node, "lineno", 0)
        for column in columns:
            if column not in told.added:
                self.reader.reads.add(Read(path, line, self.function.node.name, column, told.queries))

    def bind(self, target: ast.expr, value: Any) -> None:
        """Give a value to a name, or its parts to several."""
        match target:
            case ast.Name(id=name):
                self.held[name] = value
            case ast.Tuple(elts=parts):
                values = (
                    value if isinstance(value, tuple) else [value.each] * len(parts) if isinstance(value, Many) else [None] * len(parts)
                )
                for part, each in zip(parts, values, strict=False):
                    self.bind(part, each)
            case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=str(column))) if isinstance(self.held.get(name), Told):
                self.held[name] = replace(self.held[name], added=self.held[name].added | {column})

    def visit(self, node: ast.AST) -> None:
        """Go through a statement with all that it holds; follow an expression."""
        match node:
            case ast.expr():
                self.of(node)
            case ast.Assign(targets=targets, value=value):
                held = self.of(value)
                for target in targets:
                    self.bind(target, held)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                self.bind(target, self.of(value))
            case ast.For(target=target, iter=iterated):
                self.bind(target, element(self.of(iterated)))
                for statement in [*node.body, *node.orelse]:
                    self.visit(statement)
            case ast.Return(value=value):
                self.returned = self.of(value) or self.returned
            case _:
                for child in ast.iter_child_nodes(node):
                    self.visit(child)

    def of(self, node: ast.expr | None) -> Any:
        """What an expression holds: a frame, a row, several of them, or None for all else."""
        match node:
            case ast.Name(id=name):
                return self.held.get(name)
            case ast.Attribute():
                return self._attribute(node)
            case ast.Subscript():
                return self._subscript(node)
            case ast.Call():
                return self._call(node)
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
                return self._comprehension(node)
        return self._parts(node) if node else None

    def _parts(self, node: ast.expr) -> Any:
        """What an expression made of others holds."""
        values = tuple(self.of(child) for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr))
        match node:
            case ast.Tuple():
                return values
            case ast.List():
                return next((Many(each) for each in values if each), None)
            case ast.IfExp():
                return next(filter(None, values[1:]), None)
            case ast.Starred():
                return values[0]
            case ast.NamedExpr(target=target):
                self.bind(target, values[1])
                return values[1]
        return None

    def _attribute(self, node: ast.Attribute) -> Any:
        value = self.of(node.value)
        if not isinstance(value, Told):
            return None
        if value.is_tuple:
            self.read(value, [node.attr] if not node.attr.startswith("_") else [], node)
            return None
        return value if node.attr in KEEPING else None

    def _subscript(self, node: ast.Subscript) -> Any:
        value = self.of(node.value)
        self.of(node.slice)
        if isinstance(value, Many):
            return value if isinstance(node.slice, ast.Slice) else value.each
        if not isinstance(value, Told):
            return None
        named = texts(node.slice.elts[-1] if isinstance(node.slice, ast.Tuple) else node.slice)
        self.read(value, named, node)
        is_column = bool(named) and not isinstance(node.slice.elts[-1] if isinstance(node.slice, ast.Tuple) else node.slice, ast.List)
        return None if is_column else value

    def _comprehension(self, node: Any) -> Any:
        for generator in node.generators:
            self.bind(generator.target, element(self.of(generator.iter)))
            for test in generator.ifs:
                self.of(test)
        if isinstance(node, ast.DictComp):
            self.of(node.key)
            return Many(self.of(node.value), is_mapping=True)
        return Many(self.of(node.elt))

    def _call(self, node: ast.Call) -> Any:
        function, arguments = node.func, list(node.args)
        if isinstance(function, ast.Name) and function.id in VIEWS and arguments:
            function, arguments = arguments[0], arguments[1:]
        if (asked := self._asked(node)) is not None:
            return asked
        for keyword in node.keywords:
            self._argument(keyword.value, arguments)
        if target := self.reader.package.called(self.function.module, function):
            return self.reader.enter(target, self._given(target, arguments, node.keywords))
        values = [self._argument(each, arguments) for each in arguments]
        if isinstance(function, ast.Name):
            return passed(function.id, values)
        return self._method(function, node, values) if isinstance(function, ast.Attribute) else None

    def _asked(self, node: ast.Call) -> Told | None:
        """The answer to a question of the package, where the call asks one."""
        named = [each for each in (node.func, *node.args) if isinstance(each, ast.Attribute) and ast.unparse(each.value) == "queries"]
        return Told(frozenset({named[0].attr})) if named else None

    def _argument(self, node: ast.expr, others: list[ast.expr]) -> Any:
        """A value that is handed over; a small function takes what stands beside it one by one."""
        if isinstance(node, ast.Lambda) and node.args.args:
            beside = next((each for other in others if other is not node and (each := element(self.of(other)))), None)
            self.held[node.args.args[0].arg] = beside
        return self.of(node)

    def _given(self, target: Function, arguments: list[ast.expr], keywords: list[ast.keyword]) -> dict[str, Any]:
        pairs = [
            *zip([each.arg for each in target.parameters], arguments, strict=False),
            *((keyword.arg, keyword.value) for keyword in keywords),
        ]
        found = {name: self.of(each) for name, each in pairs if name}
        return {name: value for name, value in found.items() if value is not None}

    def _method(self, function: ast.Attribute, node: ast.Call, values: list[Any]) -> Any:
        value, name = self.of(function.value), function.attr
        if isinstance(value, Many) and value.is_mapping:
            return {"items": Many((None, value.each)), "values": Many(value.each), "get": value.each, "pop": value.each}.get(name)
        if name == "localise" and values:
            return values[0]
        if not isinstance(value, Told) or value.is_tuple:
            return None
        if name in NAMING:
            named = [
                *node.args,
                *(keyword.value for keyword in node.keywords if keyword.arg in {"by", "subset", "index", "columns", "values"}),
            ]
            self.read(value, [text for each in named for text in texts(each)], node)
        return made(name, value, node)


VIEWS = ("cached_view",)
"""Functions that call the function they are given with the rest."""


def made(name: str, value: Told, node: ast.Call) -> Any:
    """What a method makes of a frame."""
    match name:
        case "itertuples":
            return Many(replace(value, is_tuple=True))
        case "iterrows" | "groupby":
            return Many((None, value))
        case "to_dict":
            return Many(value)
        case "assign":
            return replace(value, added=value.added | {str(keyword.arg) for keyword in node.keywords})
    return value if name in KEEPING else None


def passed(name: str, values: list[Any]) -> Any:
    """What a function of Python makes of what it is given."""
    if name == "zip":
        return Many(tuple(element(value) for value in values))
    if name == "enumerate" and values:
        return Many((None, element(values[0])))
    if name in {"next", "min", "max"} and values:
        return element(values[0])
    return values[0] if name in PASSING and values else None


def element(value: Any) -> Any:
    """What a loop over a value meets."""
    return value.each if isinstance(value, Many) and not value.is_mapping else None
