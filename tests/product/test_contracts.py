"""Every query returns what the head of its statement declares with the shipped data too."""

from __future__ import annotations

import pytest

from nap_analytics.warehouse import Warehouse
from tests.contracts import STATEMENTS, answers, contract


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_query_returns_what_it_declares(name: str, real: Warehouse) -> None:
    columns, nulls = answers(real, name)
    assert columns == [(column.name, column.type) for column in contract(name)]
    assert nulls - {column.name for column in contract(name) if column.may_be_null} == set()
