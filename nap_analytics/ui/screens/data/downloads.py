"""The downloads: the whole data set, or one table or view, made when the button is pressed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from nap_analytics import queries
from nap_analytics.open_data.datapackage import DESCRIPTOR_NAME, Catalogue, descriptor_bytes, package_zip
from nap_analytics.open_data.parquet import parquet_bytes
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_query, warehouse
from nap_analytics.ui.filters import choose_one
from nap_analytics.wording.language import language, language_codes
from nap_analytics.wording.tables import csv_bytes

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language


def draw_downloads(t: Language) -> None:
    """Buttons for the whole set and for the table or view that the address names."""
    relations = cached_query(queries.relations)
    components.headline(t.n("{count} table or view to take away.", "{count} tables and views to take away.", len(relations)))
    components.lead(
        t(
            "Empty means that the sources do not say, never zero. Counts of survivors below five in a region "
            "or group are masked in every file."
        )
    )
    components.section(t("The complete set"))
    components.lead(
        t(
            "One zip: every table and view as CSV and as Parquet, with a Frictionless datapackage.json that "
            "gives each column’s type, keys and meaning."
        )
    )
    with st.container(horizontal=True):
        for code in language_codes():
            _draw_package(t, language(code))
    components.section(t("One table or view"))
    name = choose_one(t, t("Table or view"), name="table", options={name: name for name in relations["relation"]}, look="list")
    comment = relations.set_index("relation")["comment"][name]
    if comment:
        components.lead(t.comment(comment))
    with st.container(horizontal=True):
        for code in language_codes():
            _draw_csv(t, language(code), name=name)
        label = t("{name} as Parquet", name=name)
        components.file_button(
            label, lambda: parquet_bytes(warehouse().arrow(name)), file_name=f"{name}.parquet", mime="application/vnd.apache.parquet"
        )
    components.empty_note(
        t(
            "French CSV files have semicolons and decimal commas and open in a French Excel by double click; "
            "English ones have commas and points. Parquet keeps types and exact amounts, for R, Python or DuckDB."
        )
    )
    _draw_exchange(t)


def _draw_exchange(t: Language) -> None:
    """Buttons for the formats in which other systems take the results in."""
    components.section(t("For other systems"))
    components.lead(
        t(
            "IATI: each plan’s finances and results, as the registry of aid activities reads them. HXL: "
            "every observation, tagged as humanitarian data is. SDMX: baselines, targets and values, as "
            "statistical offices exchange them."
        )
    )
    with st.container(horizontal=True):
        components.file_button(t("IATI file (XML)"), _iati, file_name="plans-iati.xml", mime="application/xml")
        components.file_button(t("Observations with HXL tags (CSV)"), lambda: _hxl(t), file_name="observations-hxl.csv", mime="text/csv")
        components.file_button(t("Observations as SDMX (CSV)"), lambda: _sdmx(t), file_name="observations-sdmx.csv", mime="text/csv")


def _draw_package(t: Language, written: Language) -> None:
    """The whole set in the formats of one language, and its descriptor alone."""
    components.file_button(
        t("All as zip, {language} format", language=_language_name(t, written)),
        lambda: package_zip(_catalogue(), written, warehouse=warehouse()),
        file_name=f"nap-analytics-{written.code}.zip",
        mime="application/zip",
    )
    components.file_button(
        t("datapackage.json, {language} format", language=_language_name(t, written)),
        lambda: descriptor_bytes(_catalogue(), written),
        file_name=DESCRIPTOR_NAME,
        mime="application/json",
        key=f"descriptor-{written.code}",
    )


def _draw_csv(t: Language, written: Language, *, name: str) -> None:
    label = t("{name} as CSV, {language} format", name=name, language=_language_name(t, written))
    components.file_button(
        label, lambda: csv_bytes(warehouse().table(name), written), file_name=f"{name}-{written.code}.csv", mime="text/csv"
    )


def _iati() -> bytes:
    # Imported when a file is asked for: the writers are no part of drawing a page.
    from nap_analytics.open_data.iati import plan_activities

    return plan_activities(warehouse(), viewed_on=date.today())


def _hxl(t: Language) -> bytes:
    from nap_analytics.open_data.hxl import hxl_csv

    return hxl_csv(warehouse(), t, viewed_on=date.today())


def _sdmx(t: Language) -> bytes:
    from nap_analytics.open_data.sdmx import sdmx_csv

    return sdmx_csv(warehouse(), t, viewed_on=date.today())


def _language_name(t: Language, written: Language) -> str:
    """The name of a language in the language shown: "anglais", "English"."""
    return written.locale.get_language_name(t.code) or written.name


def _catalogue() -> Catalogue:
    opened = warehouse()
    return Catalogue(queries.relations(opened), queries.relation_columns(opened), queries.sources(opened), opened.version)
