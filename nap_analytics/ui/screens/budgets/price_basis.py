"""In what money the page speaks: currency, price level, what is counted over what time, plan, reading; all in the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from nap_analytics import queries
from nap_analytics.findings.budget_totals import OVER, PER, counted, fair_money
from nap_analytics.findings.plans import reading_name
from nap_analytics.ui.cache import cached_query, localised_query
from nap_analytics.ui.filters import Look, choose_many, choose_one

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language

CURRENT = "current"
"""The choice of each year's own prices."""

_MOST_SEGMENTS = 8
_MOST_COMPARED = 8


@dataclass(frozen=True)
class PriceBasis:
    """The money in which amounts are shown.

    Attributes:
        currency_code: The currency.
        base_year: The year whose prices they are in; None: each year's own.
        viewed_on: The day as of which the data is seen.
    """

    currency_code: str
    base_year: int | None
    viewed_on: date

    @property
    def params(self) -> dict[str, Any]:
        """The parameters of a query."""
        return {"viewed_on": self.viewed_on, "currency_code": self.currency_code, "base_year": self.base_year}

    @property
    def file_part(self) -> str:
        """What a file's name says of it."""
        return self.currency_code.lower() + (f"-{self.base_year}" if self.base_year else "")

    def prices_text(self, t: Language) -> str:
        """The price level in words, for what leaves the page; nothing where each year has its own prices."""
        return t("Amounts at {year} prices", year=self.base_year) if self.base_year else ""


def choose_price_basis(t: Language, *, viewed_on: date, is_compared: bool = False) -> PriceBasis:
    """The currency and the price level chosen.

    Args:
        t: The language shown.
        viewed_on: The day as of which the data is seen.
        is_compared: Plans of other years stand side by side: the prices of one year are the fair choice where nothing is chosen.
    """
    choices = cached_query(queries.money_choices, viewed_on=viewed_on)
    currencies = choices.loc[choices["kind"] == "currency", "code"].tolist()
    years = choices.loc[choices["kind"] == "base_year", "code"].tolist()
    fair_year = fair_money(choices)["base_year"]
    look: Look = "segments" if len(currencies) <= _MOST_SEGMENTS else "list"
    currency_code = choose_one(t, t("Currency"), name="currency", options={code: t.currency(code) for code in currencies}, look=look)
    prices = {CURRENT: t("of each year")} | {year: t("constant, of {year}", year=year) for year in years}
    default = str(fair_year) if is_compared and fair_year else CURRENT
    chosen = choose_one(t, t("Prices"), name="prices", options=prices, default=default, look="list", width=200)
    return PriceBasis(currency_code, None if chosen == CURRENT else int(chosen), viewed_on)


def choose_counted(t: Language) -> tuple[str, str]:
    """What is counted, and over what time; an address of before, when both were one choice, opens as it was meant."""
    meant = counted(st.query_params.get("per"), st.query_params.get("over"))
    for name, code, fair in zip(("per", "over"), meant, counted(None, None), strict=True):
        if code == fair:
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = code
    per = choose_one(t, t("What is counted"), name="per", options={code: t(name) for code, name in PER.items()})
    return per, choose_one(t, t("Over what time"), name="over", options={code: t(name) for code, name in OVER.items()})


def choose_plan(t: Language, *, viewed_on: date) -> tuple[str, str]:
    """The plan chosen: its identifier and its name."""
    plans = localised_query(t, queries.plan_overview, viewed_on=viewed_on)
    options = dict(zip(plans["plan_id"], plans["short_name"], strict=True))
    plan_id = choose_one(t, t("Plan"), name="plan", options=options, look="segments" if len(options) <= _MOST_SEGMENTS else "list")
    return plan_id, options[plan_id]


def choose_plans(t: Language, *, viewed_on: date) -> list[str]:
    """The plans to compare, oldest first: all of them, or where there are many the newest until the reader picks others."""
    plans = localised_query(t, queries.plan_overview, viewed_on=viewed_on)
    options = dict(zip(plans["plan_id"], plans["short_name"], strict=True))
    if len(options) <= _MOST_COMPARED:
        return list(options)
    newest = list(options)[-_MOST_COMPARED:]
    return list(choose_many(t, t("Plans"), name="plans", options=options, look="list", nothing=t("the newest"))) or newest


def choose_reading(t: Language) -> str:
    """The reading of the crosswalk."""
    readings = {code: reading_name(t, code) for code in cached_query(queries.crosswalk_readings)["reading"]}
    return choose_one(t, t("Reading of the crosswalk"), name="reading", options=readings)
