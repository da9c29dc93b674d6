"""What an indicator means, where it stands in its plan, and where that is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.ui import components
from nap_analytics.ui.register import Cell, facts, web_address
from nap_analytics.wording.codes import pillar_words, shown_code, with_capital, word
from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from nap_analytics.wording.language import Language


def draw_indicator_facts(t: Language, indicator: pd.Series, *, place: pd.DataFrame, bodies: pd.DataFrame, texts: pd.Series) -> None:
    """What the indicator means, where it stands and where that is printed.

    Args:
        t: The language shown.
        indicator: The localised indicator.
        place: The localised nodes above it, from the pillar down.
        bodies: The localised organisations responsible for it.
        texts: The indicator as stored, with its text in both languages.
    """
    components.section(t("About this indicator"))
    facts(_facts(t, indicator, place=place, bodies=bodies, texts=texts))


def _facts(t: Language, indicator: pd.Series, *, place: pd.DataFrame, bodies: pd.DataFrame, texts: pd.Series) -> Iterator[tuple[str, Cell]]:
    yield t("Code"), Cell(shown_code(t, indicator["indicator_id"], indicator["printed_code"]))
    if not is_missing(indicator["printed_text"]):
        yield (
            t("Working title"),
            Cell(indicator["name"], note=t("given by this dashboard, because the printed words cannot be understood alone")),
        )
    yield t("English"), Cell(texts["text_en"], note=t("wording of the source"))
    yield t("French"), Cell(texts["text_fr"], note=t("our translation") if indicator["is_own_translation"] else t("published wording"))
    for node in place.itertuples():
        level = with_capital(pillar_words(t, indicator).one) if node.level == "pillar" else word(t, node.level)
        yield level, Cell(f"{shown_code(t, node.node_code, node.printed_code)} {node.text}")
    if not is_missing(indicator["chapter"]):
        yield t("Chapter"), Cell(word(t, indicator["chapter"]), note=t("Indicators of the chapters are not included in any mean"))
    yield t("Place in the framework"), Cell(t("certain") if indicator["placement_is_certain"] else t("doubtful, see the note"))
    if not is_missing(indicator["note"]):
        yield t("Note"), Cell(indicator["note"])
    yield t("Unit"), Cell(indicator["unit"], note=word(t, indicator["value_kind"]))
    yield t("Desired direction"), Cell(word(t, indicator["direction"]))
    yield t("How values count"), Cell(word(t, indicator["accumulation"]))
    yield t("Frequency"), Cell(word(t, indicator["frequency"]))
    if not is_missing(indicator["sdg_code"]):
        yield t("Related SDG indicator"), Cell(indicator["sdg_code"])
    if indicator["is_sensitive"]:
        yield t("Privacy"), Cell(t("Counts below five in a region or group are masked"))
    names = t("; ").join(bodies["name"])
    yield t("Who it concerns"), Cell(names or t("The plan names no body responsible for it"), is_quiet=not names)
    yield t("Source"), Cell(indicator["source_title"], note=indicator["locator"], href=web_address(indicator["source_url"]))
