"""The annual report of a plan to take away, in each language."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics.errors import NapError
from nap_analytics.ui import components
from nap_analytics.ui.cache import warehouse
from nap_analytics.wording.language import language, language_codes

if TYPE_CHECKING:
    from datetime import date

    from nap_analytics.wording.language import Language

_LOG = logging.getLogger(__name__)
_DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def draw_annual_report(t: Language, *, plan_id: str, viewed_on: date) -> None:
    """Buttons that make the document only when they are pressed."""
    components.section(t("Annual report"))
    components.lead(
        t(
            "A Word document with the chapters that a year’s report needs: findings, charts and tables are filled in, "
            "what only its authors know is left to write."
        )
    )
    with st.container(horizontal=True):
        for code in language_codes():
            _draw_button(t, language(code), plan_id=plan_id, viewed_on=viewed_on)


def _draw_button(t: Language, written: Language, *, plan_id: str, viewed_on: date) -> None:
    components.file_button(
        t("Annual report in {language} (Word)", language=written.locale.get_language_name(t.code) or written.name),
        lambda: _document(written, plan_id=plan_id, viewed_on=viewed_on),
        file_name=written("report-{plan}-{lang}.docx", plan=plan_id, lang=written.code),
        mime=_DOCUMENT_TYPE,
        key=f"report-{written.code}",
    )


def _document(written: Language, *, plan_id: str, viewed_on: date) -> bytes:
    # Imported when a file is asked for: the writers are no part of drawing a page.
    from nap_analytics.kit.report import annual_report, report_that_failed

    # The browser takes a file or nothing: what went wrong reaches the reader as a document that says it.
    try:
        return annual_report(warehouse(), written, plan_id=plan_id, viewed_on=viewed_on)
    except NapError as error:
        return report_that_failed(written, reason=written(error.message, **error.params))
    except Exception:
        _LOG.exception("The annual report of %s could not be written.", plan_id)
        return report_that_failed(written)
