"""What can go wrong for a reader, each error carrying words that can be shown in any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def N_(message: str) -> str:  # noqa: N802 (the mark that catalogues look for)
    """Mark a message for translation where it is declared; it is translated where it is shown."""
    return message


class NapError(Exception):
    """An error with a message for the reader.

    Attributes:
        message: English text with named placeholders; the msgid of its translation.
        params: values of the placeholders.
    """

    def __init__(self, message: str, **params: object) -> None:
        self.message = message
        self.params = params
        super().__init__(message.format(**params) if params else message)


class NoPlanError(NapError):
    """The data holds no plan, so that there is nothing to show."""

    def __init__(self) -> None:
        super().__init__(N_("The data holds no plan."))


@dataclass(frozen=True)
class RegionGuess:
    """A region that a refused code may mean.

    Attributes:
        region_code: the code that would be right.
        pcode: the humanitarian P-code that the guess rests on, else the region's own; None: it has none.
        is_later: the P-code is that of a later edition.
        names: name of the region by language.
    """

    region_code: str
    pcode: str | None
    is_later: bool
    names: Mapping[str, str]


@dataclass(frozen=True)
class Fault:
    """One thing wrong with the data, and where.

    Attributes:
        file: path below the data folder.
        row: line of the file as a text editor counts them (the header is line 1); None for the file as a whole.
        column: name of the column; None where the whole row or file is meant.
        value: the value there; None for nothing.
        expected: English sentence with named placeholders, the msgid of its translation.
        params: values of the placeholders in `expected`.
        guesses: what a refused region may mean, the likeliest first; none of them is taken.
    """

    file: str
    row: int | None
    column: str | None
    value: str | None
    expected: str
    params: Mapping[str, object] = field(default_factory=dict)
    guesses: tuple[RegionGuess, ...] = ()

    def __str__(self) -> str:
        place = ", ".join(
            part
            for part in (
                self.file,
                f"row {self.row}" if self.row is not None else "",
                f"column {self.column}" if self.column else "",
            )
            if part
        )
        shown = "" if self.value is None else f" “{self.value}”"
        return f"{place}:{shown} — {self.expected.format(**self.params)}"


class DataError(NapError):
    """The data is at fault; every fault is listed and nothing was loaded.

    Attributes:
        faults: all faults found, in the order of files and rows.
    """

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(faults, key=lambda fault: (fault.file, fault.row or 0, fault.column or ""))
        one = N_("The data has one fault; nothing was loaded.")
        many = N_("The data has {count} faults; nothing was loaded.")
        super().__init__(one if len(faults) == 1 else many, count=len(faults))

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *map(str, self.faults)])


class QueryError(NapError):
    """A user's query is refused or cannot be answered."""
