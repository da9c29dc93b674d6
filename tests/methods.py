"""The worked examples of docs/methods/, read from the pages: their numbers are typed there and nowhere else."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from nap_analytics.wording.language import DEFAULT_LANGUAGE, SOURCE_LANGUAGE

FOLDER = Path(__file__).parents[1] / "docs" / "methods"

HEADINGS = {
    SOURCE_LANGUAGE: ["Definition", "Formula", "Worked example", "Why", "What is excluded", "Source"],
    DEFAULT_LANGUAGE: ["Définition", "Formule", "Exemple chiffré", "Pourquoi", "Ce qui est exclu", "Source"],
}

NAMES = [path.stem for path in sorted(FOLDER.glob("*.md")) if not path.stem.endswith(f".{DEFAULT_LANGUAGE}")]

Number = int | float

_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
_CODE = r"\d+(?:\.\d+){2,}"
_NUMBER = re.compile(rf"{_CODE}|(?<![\w)])-?\d+(?:\.\d+)?|\d+(?:\.\d+)?")
_RECKONED = re.compile(r"([(\d][\d ./()+x^-]*[\d)]) = (-?[\d.]+)")


def page(name: str, code: str = SOURCE_LANGUAGE) -> str:
    """The text of a page, its numbers written as Python writes them: 1750000 and 47.5."""
    suffix = "" if code == SOURCE_LANGUAGE else f".{code}"
    text = (FOLDER / f"{name}{suffix}.md").read_text(encoding="utf-8")
    thousands, point = (",", ".") if code == SOURCE_LANGUAGE else ("[\u00a0\u202f]", ",")
    text = re.sub(rf"(?<=\d){thousands}(?=\d{{3}}(?!\d))", "", text)
    return re.sub(rf"(?<=\d){re.escape(point)}(?=\d)", ".", text).replace("\u00a0", " ").replace("\u202f", " ")


def section(name: str, number: int, code: str = SOURCE_LANGUAGE) -> str:
    """What stands under a heading of a page, counted as in `HEADINGS`."""
    return page(name, code).partition(f"## {HEADINGS[code][number]}\n")[2].partition("\n## ")[0].strip()


def example(name: str) -> list[str]:
    """The paragraphs, tables and points of the worked example, in their order."""
    return re.split(r"\n\n|\n(?=- )", section(name, HEADINGS[SOURCE_LANGUAGE].index("Worked example")))


def rows(table: str) -> list[list[str]]:
    """The cells of a table, its head left out."""
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def figures(text: str) -> list[str]:
    """The numbers of a text as they stand there; a dotted code is one."""
    return _NUMBER.findall(text)


def numbers(text: str) -> list[Number]:
    """The numbers of a text, those of days left out; a whole one is an int."""
    return [float(figure) if "." in figure else int(figure) for figure in figures(_DAY.sub("", text))]


def days(text: str) -> list[date]:
    """The days of a text that are written with their month."""
    return [datetime.strptime(day, "%d %B %Y").date() for day in _DAY.findall(text)]


def reckoned(text: str) -> list[tuple[str, Number]]:
    """What a text reckons, such as `(80 + 50) / 2`, as SQL, and the result that it gives."""
    found = _RECKONED.findall(text.replace("`", ""))
    return [(f"1.0 * {left.replace('x', '*')}", numbers(right)[0]) for left, right in found]


def printed(number: Number) -> object:
    """Equal to every number that a page writes so: rounded to the decimals of this one, or exactly a whole one."""
    decimals = len(repr(number).partition(".")[2])
    return pytest.approx(number, abs=0.5001 * 10**-decimals if decimals else 1e-6, rel=0)
