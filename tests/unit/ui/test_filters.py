"""The options of a filter can be told apart, whatever they are called."""

from __future__ import annotations

from nap_analytics.ui.filters import told_apart


def test_options_that_are_called_the_same_bear_their_code() -> None:
    assert told_apart({"cop": "Meeting", "short": "Meeting", "donors": "Donors"}) == {
        "cop": "Meeting (cop)",
        "short": "Meeting (short)",
        "donors": "Donors",
    }
