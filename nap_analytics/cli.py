"""The command line: ask the data, check the data, write files to take away.

Exit status: 0 done, 1 the data is at fault (each fault on a line), 2 wrong usage.
"""

from __future__ import annotations

import csv
import os
import sys
import webbrowser
from datetime import date
from decimal import Decimal
from http import HTTPStatus
from math import isfinite
from pathlib import Path
from typing import Annotated, Any, NoReturn
from urllib.parse import urlencode
from urllib.request import urlopen

import typer

from nap_analytics.errors import DataError, NapError, QueryError
from nap_analytics.kit.formats import FORMATS, Export
from nap_analytics.kit.prepare import gaps, issue_line, prepare
from nap_analytics.kit.storyboard import read_story, story_deck
from nap_analytics.kit.write import write_whole
from nap_analytics.open_data.iati import PLACEHOLDER, REPORTING_NAME
from nap_analytics.warehouse import Sandbox, open_warehouse
from nap_analytics.wording.faults import fault_line, notice_line
from nap_analytics.wording.language import Language, language

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

_DASHBOARD = "http://localhost:8501"

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
        _stop(t(error.message, **error.params), status=2)
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
    """Check the data folder and the workspace; print each fault, or each warning on data that is sound, on a line."""
    t = _language(lang)
    try:
        warehouse = open_warehouse(folder=folder)
    except NapError as error:
        _report(error, t=t)
    for notice in warehouse.notices:
        typer.echo(notice_line(t, notice))
    counts = warehouse.row_counts()
    typer.echo(t("No fault in {rows} rows of {tables} tables.", rows=t.number(sum(counts.values())), tables=t.number(len(counts))))
    if warehouse.notices:
        typer.echo(t.n("{count} warning", "{count} warnings", len(warehouse.notices)))


@app.command()
def export(
    formats: Annotated[str, typer.Option("--format", help=f"One or several of: {', '.join(FORMATS)}; parted by commas.")],
    out: Annotated[Path, typer.Option(help="A folder, or the file where there is one format.")] = Path(),
    story: Annotated[str, typer.Option(help="The story that slides, workbook, page and paper tell.")] = "",
    plan: Annotated[str, typer.Option(help="The plan that the annual report is of; by default the newest.")] = "",
    reporting_org: Annotated[str, typer.Option(help="IATI identifier of the organisation that publishes the file.")] = PLACEHOLDER,
    reporting_name: Annotated[str, typer.Option(help="Name of that organisation.")] = REPORTING_NAME,
    lang: LanguageOption = "fr",
) -> None:
    """Write the plans' money and results, or a story, in formats to take away; print the path of each file."""
    t = _language(lang)
    names = list(dict.fromkeys(name.strip() for name in formats.split(",")))
    for name in names:
        if name not in FORMATS:
            _stop(t("There is no format “{name}”, only {known}.", name=name, known=", ".join(FORMATS)), status=2)
    if len(names) > 1 and not out.is_dir():
        _stop(t("Several formats need a folder: {path} is none.", path=out), status=2)
    try:
        request = Export(open_warehouse().remembering(), t, date.today(), reporting_org, reporting_name, story, plan)
    except NapError as error:
        _report(error, t=t)
    failed = []
    for name in names:
        try:
            content = FORMATS[name].write(request)
        except NapError as error:
            failed.append(t(error.message, **error.params))
            continue
        typer.echo(_write(out / FORMATS[name].name_of(request) if out.is_dir() else out, content, t=t))
    if failed:
        _stop("\n".join(failed), status=2)


@app.command("prepare")
def prepare_meeting(
    story: Annotated[str, typer.Option(help="The story of the meeting.")] = "cop",
    out: Annotated[Path | None, typer.Option(help="A folder for the files; by default one of the meeting in the workspace.")] = None,
    dashboard: Annotated[str, typer.Option(help="Where the dashboard answers; the browser opens it there to fill its cache.")] = _DASHBOARD,
    address: Annotated[str, typer.Option(help="Where telephones reach it, for the code on the last scene.", envvar="NAP_ADDRESS")] = "",
    lang: LanguageOption = "fr",
) -> None:
    """Prepare a meeting: draw every scene, write the files to take away, list what is missing, fill the browser's cache."""
    t = _language(lang)
    light = f"{address.rstrip('/')}/light" if address else ""
    try:
        opened: dict[str, Any] = {"warehouse": open_warehouse().remembering(), "viewed_on": date.today()}
        deck, faults = story_deck(read_story(story), **opened, address=light)
        prepared = prepare(deck, faults, **opened, folder=out)
    except NapError as error:
        _report(error, t=t)
    typer.echo(t("Scenes that can be drawn: {drawn} of {all}", drawn=prepared.drawn_count, all=len(deck.scenes[t.code])))
    for path in prepared.files:
        typer.echo(path)
    for issue in [*prepared.issues, *gaps(deck, t)]:
        typer.echo(t("Missing: {what}", what=issue_line(issue, t)))
    link = f"{dashboard.rstrip('/')}/present?{urlencode({'story': story, 'lang': t.code, 'prepare': '1'})}"
    if _answers(dashboard) and webbrowser.open(link):
        typer.echo(t("The browser fills its cache at {link}", link=link))
    else:
        typer.echo(t("Still to do: start the dashboard and open {link} in the browser of the meeting; it fills its cache.", link=link))
    if faults or prepared.drawn_count < len(deck.scenes[t.code]):
        raise typer.Exit(1)


def _answers(dashboard: str) -> bool:
    """True where a dashboard is ready at the address."""
    try:
        with urlopen(f"{dashboard.rstrip('/')}/ready", timeout=3) as answer:  # noqa: S310 (the address that the user gave)
            return bool(answer.status == HTTPStatus.OK)
    except (OSError, ValueError):
        return False


def _write(path: Path, content: bytes, *, t: Language) -> Path:
    try:
        return write_whole(path, content)
    except NapError as error:
        _stop(t(error.message, **error.params), status=2)


def _language(code: str) -> Language:
    try:
        return language(code)
    except NapError as error:
        _stop(str(error), status=2)


def _report(error: NapError, *, t: Language) -> NoReturn:
    if isinstance(error, DataError):
        for fault in error.faults:
            typer.echo(fault_line(t, fault), err=True)
    _stop(t(error.message, **error.params), status=1)


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
