"""Marks of targets that do not count: a partner's is drawn and named, and nothing is held against it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Annotated

import plotly.graph_objects as go

from nap_analytics.palette import QUIET_INK
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.values import target_value

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language


def partner_targets(targets: Annotated[pd.DataFrame, "indicator_targets"], *, t: Language) -> list[go.Scatter]:
    """Open triangles at the targets that partners set; nothing where none did.

    Args:
        targets: Localised rows of ``indicator_targets`` of one series.
        t: The language shown.
    """
    own = targets[targets["set_by"] == "partner"]
    if own.empty:
        return []
    told = [escape(target_value(t, row), quote=False) for row in rows_of(own)]
    marker = {"symbol": "triangle-up-open", "size": 11, "color": QUIET_INK, "line": {"width": 2}}
    name = t("Target of a partner: not assessed")
    place = {"x": own["target_date"], "y": own["target_value"], "mode": "markers", "cliponaxis": False}
    return [go.Scatter(**place, marker=marker, name=name, hovertext=told, hoverinfo="text")]
