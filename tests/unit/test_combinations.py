"""The combinations that the default run asks: each value of each axis, in turn."""

from __future__ import annotations

import pytest

from tests.combinations import WHOLE, chosen, combinations


@pytest.mark.parametrize("lengths", [(8, 2), (2, 8), (3, 3, 2), (4, 2, 2), (2, 2), (5,), (3, 2, 3, 2)])
@pytest.mark.parametrize("turn", [0, 1])
def test_each_value_of_each_axis_occurs_as_often_as_the_others(lengths: tuple[int, ...], turn: int) -> None:
    found = chosen(lengths, turn=turn)
    assert len(found) == max(lengths)
    for axis, length in enumerate(lengths):
        times = [sum(place[axis] == value for place in found) for value in range(length)]
        assert min(times) >= 1
        assert max(times) <= -(-max(lengths) // length) + 1


def test_pairs_of_the_shorter_axes_all_occur_where_the_longest_is_long_enough() -> None:
    assert {(look, code) for _, look, code in chosen((4, 2, 2))} == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_two_claims_ask_one_page_in_different_languages() -> None:
    assert chosen((8, 2)).isdisjoint(chosen((8, 2), turn=1))


def test_the_others_are_marked_to_be_asked_with_the_option_alone() -> None:
    told = combinations(["a", "b"], ["fr", "en"])
    assert [entry.values for entry in told] == [("a", "fr"), ("a", "en"), ("b", "fr"), ("b", "en")]
    assert [WHOLE in entry.marks for entry in told] == [False, True, True, False]
