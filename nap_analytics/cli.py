"""The command line: ask the data, check the data.

Exit status: 0 done, 1 the data is at fault (each fault on a line), 2 wrong usage.
"""

from __future__ import annotations

import csv
import os
import sys
from datetime import date
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from nap_analytics.errors import DataError, NapError, QueryError
from nap_analytics.faults import fault_line
from nap_analytics.language import Language, language
from nap_analytics.warehouse import Sandbox, open_warehouse

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

LanguageOption = Annotated[str, typer.Option("--lang", help="Language of the messages: fr or en.", envvar="NAP_LANG")]


@app.callback()
def main() -> None:
    """NAP Analytics: national action plans on women, peace and security."""


@app.command()
def query(
    statement: Annotated[str, typer.Argument(help="One SELECT over the tables and views.")],
    lang: LanguageOption = "fr",
) -> None:
    """Print the answer to one SELECT as UTF-8 CSV: NULL empty, ISO dates, true / false, percentages 0-100 unrounded."""
    t = _language(lang)
    try:
        columns, rows = Sandbox().answer(statement)
    except QueryError as error:
        _stop(t(error.message, **error.named), status=2)
    except NapError as error:
        _report(error, t=t)
    with open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False) as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(value) for value in row] for row in rows)


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="A data folder; by default the one that the dashboard uses.")] = None,
    lang: LanguageOption = "fr",
) -> None:
    """Check the data folder and the workspace; print each fault on a line."""
    t = _language(lang)
    try:
        warehouse = open_warehouse(folder=folder)
    except NapError as error:
        _report(error, t=t)
    counts = warehouse.row_counts()
    typer.echo(t("No fault in {rows} rows of {tables} tables.", rows=t.number(sum(counts.values())), tables=t.number(len(counts))))


def _language(code: str) -> Language:
    try:
        return language(code)
    except NapError as error:
        _stop(str(error), status=2)


def _report(error: NapError, *, t: Language) -> NoReturn:
    if isinstance(error, DataError):
        for fault in error.faults:
            typer.echo(fault_line(t, fault), err=True)
    _stop(t(error.message, **error.named), status=1)


def _stop(message: str, *, status: int) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(status)


def _cell(value: Any) -> str | int:
    """One cell of the CSV: no rounding, no thousands separators, no trailing zeros."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (float, Decimal)) and isfinite(value) and value == int(value):
        return int(value)
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, int) else str(value)


if os.name == "nt":  # Windows consoles default to an old code page
    sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
