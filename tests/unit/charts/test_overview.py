"""Charts of the overview: every row of squares has its label in sight."""

from __future__ import annotations

import pandas as pd

from nap_analytics.charts.overview import coverage_squares
from nap_analytics.wording.language import language

COVERAGE = pd.DataFrame(
    {
        "pillar_code": ["1", "1", "2"],
        "short_name": ["Participation", "Participation", "Prevention"],
        "wps_pillar": ["participation", "participation", "prevention"],
        "text": ["a", "b", "c"],
        "coverage": ["assessed", "silent", "measured"],
        "position": [1, 2, 1],
        "indicator_count": [2, 2, 1],
        "assessed_count": [1, 1, 0],
        "measured_count": [0, 0, 1],
        "near_count": [0, 0, 0],
    }
)


def test_labels_stand_within_the_axis_where_plotly_draws_them() -> None:
    figure = coverage_squares(COVERAGE, t=language("en"))
    labels = figure.data[0]
    first, last = figure.layout.xaxis.range
    assert [text.partition("<br>")[0] for text in labels.text] == ["<b>1. Participation</b>", "<b>2. Prevention</b>"]
    assert all(first <= place <= last for place in labels.x)
