"""Who pays and what is spent: stages, gap, funders, implementers, flows, and what is reported twice."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pandas as pd

from nap_analytics import queries
from nap_analytics.charts import budget_stages as charts
from nap_analytics.findings import budget_stages as findings
from nap_analytics.ui import components
from nap_analytics.ui.cache import cached_view, localised_query
from nap_analytics.ui.filters import filter_row
from nap_analytics.ui.register import Group, TextCell, draw_register
from nap_analytics.ui.screens.budgets.price_basis import choose_plan, choose_price_basis
from nap_analytics.ui.share import subject_line
from nap_analytics.wording.codes import pillar_words, with_capital, word
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.money import gap_words, standing_words, written_amount
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from nap_analytics.wording.codes import PillarWords
    from nap_analytics.wording.language import Language


def draw_stages(t: Language, *, viewed_on: date) -> None:
    """What became of a plan's money; an honest empty state, with what to supply, where nothing is reported."""
    with filter_row():
        plan_id, plan_name = choose_plan(t, viewed_on=viewed_on)
        basis = choose_price_basis(t, viewed_on=viewed_on)
    stages = localised_query(t, queries.budget_stages, **basis.params)
    stages = stages[stages["plan_id"] == plan_id]
    whole, pillars = stages[stages["pillar_code"].isna()], stages[stages["pillar_code"].notna()]
    pairs = localised_query(t, queries.report_pairs, plan_id=plan_id, viewed_on=viewed_on)
    plan_and_subject = {"plan_id": plan_id, "subject": subject_line(plan_name, basis.prices_text(t))}
    _stages(t, whole.iloc[0], plan_id=plan_id, prices=basis.prices_text(t))
    doubt = findings.doubtful_note(pairs, t=t)
    if doubt:
        components.empty_note(doubt)
    _gap(t, pillars[pillars["gap_amount"].notna()], **plan_and_subject)
    flows = localised_query(t, queries.budget_flows, plan_id=plan_id, **basis.params)
    if flows["amount"].notna().all():  # else shares would be of a part
        _parts(t, flows, column="funder_name", title=t("Sources of funding"), key="funders", **plan_and_subject)
        kinds: list[Any] = [None if pd.isna(kind) else word(t, kind) for kind in flows["implementer_kind"]]
        _parts(t, flows.assign(implementer=kinds), column="implementer", title=t("Implementation"), key="implementers", **plan_and_subject)
        reach = localised_query(t, queries.budget_reach, plan_id=plan_id, **basis.params)
        _flows(t, reach, words=pillar_words(t, whole.iloc[0]), **plan_and_subject)
    _pairs(t, pairs)
    _needed(t, whole.iloc[0], flows)


def _stages(t: Language, whole: pd.Series, *, plan_id: str, prices: str) -> None:
    rows = [findings.stage_row(whole, stage) for stage in findings.STAGES]
    frame = pd.DataFrame(map(asdict, rows)).assign(
        stage_word=[findings.stage_name(t, row.stage) for row in rows],
        state_word=[gap_words(t, row) if pd.isna(row.amount) else standing_words(t, row) for row in rows],
    )
    finding = findings.execution(whole, t=t)
    columns = {"stage_word": t("Stage"), "amount": t("Amount"), "currency_code": t("Currency"), "state_word": t("Note")}
    components.chart(
        t,
        cached_view(charts.stage_bars, frame, t=t),
        title=finding,
        subject_line=prices,
        lead_in=t("Planned, committed, disbursed and spent describe the same funds at different times: they are never added."),
        key="stages",
        alt=t("Bars of the amounts at each stage: {finding}", finding=finding),
        table=HeadedTable(frame, columns),
        source=t("the budget lines of the plan; each with its place on the page Data"),
        filename=file_stem(t("stages-of-funding"), plan_id),
    )


def _gap(t: Language, pillars: pd.DataFrame, *, plan_id: str, subject: str) -> None:
    if pillars.empty:
        return
    components.section(t("What is not financed yet"))
    finding = findings.gap(pillars, t=t)
    words = pillar_words(t, pillars.iloc[0])
    components.chart(
        t,
        cached_view(charts.gap_bars, pillars, t=t),
        title=finding,
        subject_line=subject,
        key="gap",
        alt=t("Bars of planned and committed amounts by {pillar}: {finding}", pillar=words.one, finding=finding),
        table=HeadedTable(
            pillars,
            {
                "pillar_code": with_capital(words.one),
                "short_name": t("Name"),
                "planned_amount": t("Planned"),
                "committed_amount": t("Committed"),
                "gap_amount": t("Funding gap"),
                "spent_amount": t("Spent"),
                "execution_pct": t("Spent of planned"),
                "currency_code": t("Currency"),
            },
        ),
        source=t("the budget lines of the plan; each with its place on the page Data"),
        filename=file_stem(t("funding-gap"), plan_id),
    )


def _parts(t: Language, flows: pd.DataFrame, *, column: str, title: str, key: str, plan_id: str, subject: str) -> None:
    """Shares by funder or by kind of implementer, at the last stage that names them; nothing where none does."""
    known = flows[flows[column].notna()]
    if known.empty:
        return
    stage = known["stage"].iloc[-1]
    at_stage = flows[flows["stage"] == stage]
    added = (
        at_stage.fillna({column: t("not said")})
        .groupby(column, as_index=False)
        .agg(amount=("amount", "sum"), currency_code=("currency_code", "first"))
    )
    added = added.rename(columns={column: "name"}).sort_values("amount", ascending=False)
    added = added.assign(share_pct=100 * added["amount"] / added["amount"].sum())
    components.section(title)
    finding = findings.largest_part(added, stage=stage, t=t)
    components.chart(
        t,
        cached_view(charts.part_bars, added, t=t),
        title=finding,
        subject_line=subject,
        key=key,
        alt=t("Bars of the shares of the budget: {finding}", finding=finding),
        table=HeadedTable(added, {"name": t("Name"), "amount": t("Amount"), "share_pct": t("Share"), "currency_code": t("Currency")}),
        source=t("the budget lines of the plan; each with its place on the page Data"),
        filename=file_stem(title, plan_id),
    )


def _flows(t: Language, reach: pd.DataFrame, *, words: PillarWords, plan_id: str, subject: str) -> None:
    """From funder to pillar to the last stage that the money reached; nothing where no funder is named."""
    if reach.empty:
        return
    names = [t(findings.REACHED[stage]).capitalize() for stage in reach["stage"]]
    frame = reach.assign(pillar_name=reach["short_name"].fillna(t("no {pillar}", pillar=words.one)), stage_name=names)
    components.section(t("From funder through {pillar} to stage", pillar=words.one))
    finding = findings.flows_finding(frame, t=t)
    columns = {"funder_name": t("Funder"), "pillar_name": with_capital(words.one), "stage_name": t("Last stage reached")}
    components.chart(
        t,
        cached_view(charts.money_flows, frame, t=t),
        title=finding,
        subject_line=subject,
        key="flows",
        alt=t("Flows from funder through {pillar} to the last stage reached: {finding}", pillar=words.one, finding=finding),
        table=HeadedTable(frame, {**columns, "amount": t("Amount"), "currency_code": t("Currency")}),
        source=t("the budget lines of the plan; each with its place on the page Data"),
        filename=file_stem(t("flows-of-funds"), plan_id),
    )


def _pairs(t: Language, pairs: pd.DataFrame) -> None:
    """Amounts reported by two bodies: how they were recognised, and which wait for a decision."""
    if pairs.empty:
        return
    components.section(t("Reported twice"))
    components.finding(findings.pairs_finding(pairs, t=t))
    doubles: Iterable[Any] = pairs.itertuples()
    rows = [
        [
            TextCell(f"{row.first_reporter} · {row.first_line_id}", note=written_amount(t, row.first_amount_xof, "XOF")),
            TextCell(f"{row.second_reporter} · {row.second_line_id}", note=written_amount(t, row.second_amount_xof, "XOF")),
            TextCell(t(findings.VERDICTS[row.verdict]), note="" if pd.isna(row.reason) else row.reason),
            TextCell("" if pd.isna(row.counted_line_id) else row.counted_line_id, is_quiet=True),
        ]
        for row in doubles
    ]
    title = t.n("{count} pair", "{count} pairs", len(rows))
    headings = [t("First report"), t("Second report"), t("Basis"), t("Line that counts")]
    draw_register(headings, [Group(title, "", rows, is_open=True)], widths=[27, 27, 30, 16])


def _needed(t: Language, whole: pd.Series, flows: pd.DataFrame) -> None:
    """What is missing and the rows that would fill it."""
    names = {"funder": t("Funder"), "implementer": t("Implementer")}
    rows = [
        [TextCell(names.get(code) or findings.stage_name(t, code)), TextCell(t(text), is_quiet=True)]
        for code, text in findings.what_is_needed(whole, flows)
    ]
    if rows:
        components.section(t("What is missing, and what would fill the gap"))
        components.lead(
            t("Each as rows of budget_line.csv with their stage, funder, source and place; the page then draws them by itself.")
        )
        title = t.n("{count} thing is missing", "{count} things are missing", len(rows))
        draw_register([t("Missing"), t("What would fill it")], [Group(title, "", rows, is_open=True)], widths=[30, 70])
