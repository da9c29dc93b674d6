"""What an indicator means, its place in its plan, and where that is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nap_analytics.ui import components
from nap_analytics.ui.register import TextCell, facts, web_address
from nap_analytics.wording.codes import pillar_words, shown_code, with_capital, word
from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from nap_analytics.wording.language import Language


def draw_indicator_facts(t: Language, indicator: pd.Series, *, place: pd.DataFrame, bodies: pd.DataFrame, texts: pd.Series) -> None:
    """What the indicator means, its place in its plan and where that is printed.

    Args:
        t: The language shown.
        indicator: The localised indicator.
        place: The localised nodes above it, from the pillar down.
        bodies: The localised organisations responsible for it.
        texts: The indicator as stored, with its text in both languages.
    """
    components.section(t("About this indicator"))
    facts(_facts(t, indicator, place=place, bodies=bodies, texts=texts))


def _facts(
    t: Language, indicator: pd.Series, *, place: pd.DataFrame, bodies: pd.DataFrame, texts: pd.Series
) -> Iterator[tuple[str, TextCell]]:
    yield t("Code"), TextCell(shown_code(t, indicator["indicator_id"], indicator["printed_code"]))
    if not is_missing(indicator["printed_text"]):
        yield (
            t("Working title"),
            TextCell(indicator["name"], note=t("given by this dashboard, because the printed words cannot be understood alone")),
        )
    yield t("English"), TextCell(texts["text_en"], note=t("wording of the source"))
    yield t("French"), TextCell(texts["text_fr"], note=t("our translation") if indicator["is_own_translation"] else t("published wording"))
    for node in place.itertuples():
        level = with_capital(pillar_words(t, indicator).one) if node.level == "pillar" else word(t, node.level)
        yield level, TextCell(f"{shown_code(t, node.node_code, node.printed_code)} {node.text}")
    if not is_missing(indicator["chapter"]):
        yield t("Chapter"), TextCell(word(t, indicator["chapter"]), note=t("Indicators of the chapters are not included in any mean"))
    yield t("Place in the framework"), TextCell(t("certain") if indicator["placement_is_certain"] else t("doubtful, see the note"))
    if not is_missing(indicator["note"]):
        yield t("Note"), TextCell(indicator["note"])
    yield t("Unit"), TextCell(indicator["unit"], note=word(t, indicator["value_kind"]))
    yield t("Desired direction"), TextCell(word(t, indicator["direction"]))
    yield t("How values count"), TextCell(word(t, indicator["accumulation"]))
    yield t("Frequency"), TextCell(word(t, indicator["frequency"]))
    if not is_missing(indicator["sdg_code"]):
        yield t("Related SDG indicator"), TextCell(indicator["sdg_code"])
    if indicator["is_sensitive"]:
        yield t("Privacy"), TextCell(t("Counts below five in a region or group are masked"))
    names = t("; ").join(bodies["name"])
    yield t("Who it concerns"), TextCell(names or t("The plan names no body responsible for it"), is_quiet=not names)
    yield t("Source"), TextCell(indicator["source_title"], note=indicator["locator"], href=web_address(indicator["source_url"]))
