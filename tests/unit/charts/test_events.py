"""Events on a chart over time: what lies within, and words that never meet."""

from __future__ import annotations

import pandas as pd

from nap_analytics.charts.events import event_marks, events_within
from nap_analytics.wording.language import language

EN = language("en")
SPAN = {"first": pd.Timestamp("2011-01-01"), "last": pd.Timestamp("2024-12-31")}
LETTER, GAP, PLOT = 6.2, 6, 265


def events(**days: str) -> pd.DataFrame:
    rows = [{"label": label.replace("_", " "), "name": label, "date_from": day, "date_to": day} for label, day in days.items()]
    frame = pd.DataFrame(rows, columns=["label", "name", "date_from", "date_to"]).assign(source_title="Report <1>")
    return frame.assign(date_from=pd.to_datetime(frame["date_from"]), date_to=pd.to_datetime(frame["date_to"]))


MANY = events(
    Coup_2012="2012-03-22",
    Peace_Agreement="2015-06-20",
    Coup_2020="2020-08-18",
    Coup_2021="2021-05-24",
    End_of_the_mandate="2023-06-30",
    End_of_the_Agreement="2024-01-25",
)


def spans(marks) -> list[tuple[float, float, float]]:
    """Height, begin and end of the words of each event on the narrowest plot."""
    whole = (SPAN["last"] - SPAN["first"]) / pd.Timedelta(days=1)
    found = []
    for note in marks.notes:
        place = (pd.Timestamp(note["x"]) - SPAN["first"]) / pd.Timedelta(days=1) / whole * PLOT
        width = GAP + len(note["text"]) * LETTER
        begin = place - width if note["xanchor"] == "right" else place
        found.append((note["yshift"], begin, begin + width))
    return found


def test_words_of_events_never_meet_on_the_narrowest_plot() -> None:
    placed = spans(event_marks(MANY, **SPAN, top=1, t=EN))
    assert len(placed) == len(MANY)
    pairs = [(one, other) for at, one in enumerate(placed) for other in placed[at + 1 :] if one[0] == other[0]]
    assert [pair for pair in pairs if pair[0][1] < pair[1][2] and pair[1][1] < pair[0][2]] == []
    assert min(begin for _, begin, _ in placed) >= 0


def test_room_is_left_for_the_highest_words() -> None:
    marks = event_marks(MANY, **SPAN, top=1, t=EN)
    assert marks.room > max(height for height, *_ in spans(marks))


def test_an_event_lies_in_a_span_by_its_last_day() -> None:
    frame = events(vote="2013-12-15").assign(date_from=pd.Timestamp("2013-11-24"))
    assert len(events_within(frame, "2013-12-01", "2013-12-31")) == 1
    assert events_within(frame, "2013-11-01", "2013-12-14").empty


def test_an_event_is_a_dotted_line_with_a_leader_to_its_words() -> None:
    marks = event_marks(events(Coup="2020-08-18"), **SPAN, top=40, t=EN)
    assert [(shape["name"], shape["line"].get("dash")) for shape in marks.shapes] == [("event", "dot"), ("leader", None)]
    (pointer,) = marks.traces
    assert list(pointer.y) == [40]
    assert "18 August 2020: Coup" in pointer.hovertext[0]
    assert "Report &lt;1&gt;" in pointer.hovertext[0]


def test_without_an_event_nothing_is_added() -> None:
    marks = event_marks(events(), **SPAN, top=1, t=EN)
    assert (marks.shapes, marks.notes, marks.traces, marks.room) == ([], [], [], 0)
    assert event_marks(events(Later="2030-01-01"), **SPAN, top=1, t=EN).room == 0
