"""The keys of what the server remembers: equal for equal content, another one for anything else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd
import pytest

from nap_analytics.ui.cache import key_of
from nap_analytics.wording.language import language

FRAME = pd.DataFrame({"name": ["a", "b"], "value": [1.0, 2.0]})


@dataclass(frozen=True)
class Choice:
    """Settings of a view."""

    currency_code: str
    base_year: int | None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FRAME, FRAME.copy()),
        (FRAME["value"], FRAME["value"].copy()),
        ({"per": "head", "over": "year"}, {"over": "year", "per": "head"}),
        (Choice("XOF", None), Choice("XOF", None)),
        (language("fr"), language("fr")),
        (date(2026, 1, 1), date(2026, 1, 1)),
        (pd.DataFrame({"codes": [["a"], []]}), pd.DataFrame({"codes": [["a"], []]})),
    ],
)
def test_equal_content_has_one_key(one: object, other: object) -> None:
    assert key_of(one) == key_of(other)
    assert hash(key_of(one)) == hash(key_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FRAME, FRAME.assign(value=[1.0, 3.0])),
        (FRAME, FRAME.rename(columns={"value": "amount"})),
        (FRAME, FRAME.iloc[::-1]),
        (FRAME, FRAME.head(1)),
        ({"per": "head"}, {"per": "woman"}),
        (Choice("XOF", None), Choice("XOF", 2023)),
        (language("fr"), language("en")),
        (1, True),
        ("1", 1),
        (key_of, language),
        (pd.DataFrame({"codes": [["a"], []]}), pd.DataFrame({"codes": [["a"], ["b"]]})),
    ],
)
def test_other_content_has_another_key(one: object, other: object) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize("value", [object(), lambda: None, {1, 2}])
def test_what_cannot_be_told_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be part of the key of a view"):
        key_of(value)
