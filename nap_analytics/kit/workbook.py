"""The workbook of the budgets: asks the queries and hands the answers, in the language shown, to what writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from nap_analytics import queries
from nap_analytics.documents.budget_workbook import BudgetView, WorkbookData, workbook_bytes
from nap_analytics.findings.budget_depth import DEPTHS, STATES
from nap_analytics.findings.budget_stages import VERDICTS
from nap_analytics.findings.budget_totals import population_caveat, population_notes
from nap_analytics.findings.budgets import MONEY_FAULTS
from nap_analytics.findings.catalogue import DISCREPANCY_ORIGIN
from nap_analytics.findings.plans import reading_name

if TYPE_CHECKING:
    from datetime import date

    from nap_analytics.warehouse import Warehouse
    from nap_analytics.wording.language import Language

_TABLES = ("plan", "pillar", "crosswalk", "exchange_rate", "price_index", "population")


def budget_workbook(
    warehouse: Warehouse,
    t: Language,
    *,
    viewed_on: date,
    currency_code: str = "XOF",
    base_year: int | None = None,
    per: str = "total",
    over: str = "year",
    reading: str = "main",
) -> bytes:
    """The budgets as an .xlsx file with live formulas and native charts, opening in this view.

    Args:
        warehouse: The warehouse to ask.
        t: The language of its words.
        viewed_on: The day as of which the data is seen.
        currency_code: The currency of the amounts shown, one of ``money_choices``.
        base_year: The year whose prices they are in; None: the prices of each line's own year.
        per: What is counted: ``total``, ``head`` or ``woman``.
        over: Over what time: ``year`` or ``plan``.
        reading: The reading of the crosswalk.
    """
    view = BudgetView(viewed_on, currency_code, base_year, per, over, reading)
    return workbook_bytes(_money(warehouse, t, view=view), view, t)


def _money(warehouse: Warehouse, t: Language, *, view: BudgetView) -> WorkbookData:
    """The frames that the workbook is made from, in the language shown."""
    shown: dict[str, Any] = {"viewed_on": view.viewed_on, "currency_code": view.currency_code, "base_year": view.base_year}
    findings = queries.discrepancies(warehouse, plan_id=None, viewed_on=view.viewed_on)
    findings["origin_word"] = [t(DISCREPANCY_ORIGIN[origin]) for origin in findings["origin"]]
    choices = queries.money_choices(warehouse, viewed_on=view.viewed_on)
    answers = {
        "comparison": queries.budget_comparison(warehouse, **shown, per=view.per, over=view.over),
        "lines": queries.workbook_lines(warehouse, **shown),
        "by_pillar": queries.budget_by_pillar(warehouse, **shown),
        "by_theme": queries.budget_by_theme(warehouse, **shown),
        "stages": queries.budget_stages(warehouse, **shown),
        "results": queries.money_against_results(warehouse, viewed_on=view.viewed_on),
        "depths": queries.budget_depth(warehouse, viewed_on=view.viewed_on),
        "around": queries.contextual_funding(warehouse),
        "totals": queries.workbook_totals(warehouse, viewed_on=view.viewed_on),
        "findings": findings[findings["kind"].isin(MONEY_FAULTS)],
        "rates": queries.workbook_rates(warehouse),
        "sources": queries.workbook_sources(warehouse),
        **{name: warehouse.table(name) for name in _TABLES},
    }
    plan_ids = list(answers["comparison"]["plan_id"])
    by_year = [queries.budget_by_year(warehouse, plan_id=plan_id, **shown) for plan_id in plan_ids]
    costs = [queries.activity_costs(warehouse, plan_id=plan_id, **shown).assign(plan_id=plan_id) for plan_id in plan_ids]
    pairs = [queries.report_pairs(warehouse, plan_id=plan_id, viewed_on=view.viewed_on) for plan_id in plan_ids]
    of_plans = {"by_year": by_year, "activities": costs, "pairs": pairs}
    answers |= {name: pd.concat(frames, ignore_index=True) for name, frames in of_plans.items()}
    populations = t.localise(queries.population_differences(warehouse))
    caveat = population_caveat(populations, t=t)
    return WorkbookData(
        **{name: t.localise(frame) for name, frame in answers.items()},
        currencies=tuple(choices.loc[choices["kind"] == "currency", "code"]),
        base_years=tuple(int(code) for code in choices.loc[choices["kind"] == "base_year", "code"]),
        readings={code: reading_name(t, code) for code in queries.crosswalk_readings(warehouse)["reading"]},
        words={code: t(words) for code, words in {**DEPTHS, **STATES, **VERDICTS}.items()},
        population_notes=tuple(population_notes(populations, t=t)),
        population_caveat=f"{caveat[:1].upper()}{caveat[1:]}." if caveat else "",
        version=warehouse.version,
        data_date=warehouse.data_date,
    )
