"""Who set which target, by when, and which of them counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.ui import components
from nap_analytics.ui.register import Group, TextCell, draw_register, web_address
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.values import target_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from nap_analytics.wording.language import Language


def draw_targets(t: Language, targets: pd.DataFrame, *, chosen_id: str) -> None:
    """Every target of the series chosen, the latest decision first; nothing where none was set.

    Args:
        t: The language shown.
        targets: Localised rows of ``indicator_targets``.
        chosen_id: The series.
    """
    own = targets[targets["series_id"] == chosen_id]
    if own.empty:
        return
    components.section(t("Targets"))
    title = t.n("{count} target set", "{count} targets set", len(own))
    headings = [t("Target"), t("Set by"), t("Source"), t("Note")]
    group = Group(title, "", [_cells(t, row) for row in own.itertuples()], is_open=True)
    draw_register(headings, [group], widths=(24, 18, 28, 30))


def _cells(t: Language, row: Any) -> Sequence[TextCell]:
    value = target_value(t, row)
    decided = t("decided on {date}", date=t.date(row.decided_on))
    return [
        TextCell(value, note=_role(t, row), is_quiet=not row.is_current),
        TextCell(word(t, row.set_by), note=decided),
        TextCell(row.source_title, note=row.locator, href=web_address(row.source_url)),
        TextCell("" if is_missing(row.note) else row.note),
    ]


def _role(t: Language, row: Any) -> str:
    """What a target is for: assessed, a step on the way, replaced, or a partner's."""
    if row.is_final:
        return t("the target that counts")
    if row.is_current:
        return t("an interim target")
    if row.set_by == "partner":
        return t("a partner’s: shown, never assessed")
    return t("does not count: another decision prevails")
