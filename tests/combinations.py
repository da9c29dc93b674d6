"""Combinations of pages, languages, windows, looks and stories: a balanced choice by default, the whole product with `--whole`.

A claim that holds of every combination is written once, with all of them::

    @pytest.mark.parametrize(("name", "code"), combinations(PAGES, language_codes()))
    def test_page_has_its_title(name: str, code: str) -> None: ...

`make test` asks it of as many combinations as the longest axis has values: each page once, the languages in turn, so that each
value of each axis occurs and the choice is the same in every run. Where the axes are long enough, every pair of values of the
shorter ones occurs too. With the option `--whole` it is asked of all. What is asked with that option alone, for a reason other
than a combination, bears the mark `whole`.
"""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from _pytest.mark.structures import ParameterSet

WHOLE = pytest.mark.whole
"""Left out unless the option `--whole` is given."""


def combinations(*axes: Iterable[object], turn: int = 0) -> list[ParameterSet]:
    """Every combination of one value of each axis, for `parametrize`; those outside the choice of the default run are marked.

    Args:
        axes: The values of each axis, in the order of the test's parameters.
        turn: By how many places the shorter axes are turned, so that two claims about one page ask it in different languages.
    """
    values = [list(axis) for axis in axes]
    kept = chosen([len(axis) for axis in values], turn=turn)
    places = product(*(range(len(axis)) for axis in values))
    told = ((place, [axis[at] for axis, at in zip(values, place, strict=True)]) for place in places)
    return [pytest.param(*combination, marks=() if place in kept else WHOLE) for place, combination in told]


def chosen(lengths: Sequence[int], *, turn: int = 0) -> set[tuple[int, ...]]:
    """The places of the values in the combinations of the default run: one for each value of the longest axis."""
    order = sorted(range(len(lengths)), key=lambda axis: -lengths[axis])
    found = set()
    for at in range(lengths[order[0]]):
        place = {order[0]: at}
        for rank, axis in enumerate(order[1:], start=1):
            round_of_earlier = at // prod(lengths[earlier] for earlier in order[1:rank]) if rank > 1 else 0
            place[axis] = (at + round_of_earlier + turn) % lengths[axis]
        found.add(tuple(place[axis] for axis in range(len(lengths))))
    return found
