"""Money of each plan by its own pillars: planned, year by year, and what later stages report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.documents.budget_workbook.charts import PillarRow, draw_years
from nap_analytics.documents.budget_workbook.formulas import OF_PILLAR, OF_PLAN, line_sum, of_stage
from nap_analytics.documents.budget_workbook.workbook_data import looked_up, pillar_key
from nap_analytics.documents.shared.sheet import Book, Formula, SheetColumn, if_numbers
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import known
from nap_analytics.wording.money import no_amount

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.documents.budget_workbook.workbook_data import WorkbookData
    from nap_analytics.wording.language import Language

_LATER_STAGES = ("committed", "disbursed", "spent")


def budget_years(data: WorkbookData) -> list[int]:
    """Years to which any plan gives planned money."""
    return sorted({int(year) for year in data.by_year["budget_year"].dropna()})


def places(data: WorkbookData) -> list[PillarRow]:
    """Each plan, then its pillars with data, then what is not broken down."""
    found = []
    for plan_id, plan_name in zip(data.comparison["plan_id"], data.comparison["short_name"], strict=True):
        planned, reported = (
            [known(code) for code in frame.loc[frame["plan_id"] == plan_id, "pillar_code"]] for frame in (data.by_pillar, data.stages)
        )
        found.append(PillarRow(plan_id, plan_name, None, is_plan=True))
        found += [PillarRow(plan_id, plan_name, code, is_plan=False) for code in sorted({*planned, *reported} - {None})]
        if None in planned:
            found.append(PillarRow(plan_id, plan_name, None, is_plan=False))
    return found


def write_pillars(book: Book, data: WorkbookData) -> None:
    """One row per plan and pillar: amount, share, years, stages, execution and gap; charts of the years."""
    t = book.t
    sheet = book.sheet(
        t("By pillar"),
        title=t("Amounts of each plan by its own pillars"),
        about=t(
            "In the currency and at the prices chosen on the first sheet. Empty: no source reports it. Stages are never added together."
        ),
    )
    shown = places(data)
    rows = [_row(place, data=data, t=t) for place in shown]
    table = sheet.table(_columns(data, t), rows, strong=[number for number, place in enumerate(shown) if place.is_plan])
    draw_years(sheet, table, shown, data=data)


def _columns(data: WorkbookData, t: Language) -> list[SheetColumn]:
    return [
        SheetColumn("plan_name", t("Plan"), 15),
        SheetColumn("pillar_code", t("Pillar"), 7),
        SheetColumn("name", t("Name of the pillar"), 30),
        SheetColumn("theme", t("UN pillar"), 18),
        SheetColumn("planned", word(t, "planned").capitalize(), 17, "amount"),
        SheetColumn("share", t("Share of the plan"), 9, "share"),
        SheetColumn("planned_xof", t("Planned, in XOF"), 17, "amount"),
        *(SheetColumn(f"year_{year}", str(year), 15, "amount") for year in budget_years(data)),
        SheetColumn("no_year", t("Not allocated to a year"), 15, "amount"),
        SheetColumn("empty_count", t("Lines without an amount"), 10, "whole"),
        *(SheetColumn(stage, word(t, stage).capitalize(), 15, "amount") for stage in _LATER_STAGES),
        SheetColumn("execution", t("Spent of planned"), 10, "share"),
        SheetColumn("gap", t("Planned less committed"), 15, "amount"),
        SheetColumn("plan_id", t("Code of the plan"), 11, "key"),
        SheetColumn("pillar_key", t("Key of the pillar"), 13, "key"),
    ]


def _row(place: PillarRow, *, data: WorkbookData, t: Language) -> dict[str, Any]:
    where = OF_PLAN if place.is_plan else OF_PILLAR
    pillars = data.pillar.set_index(["plan_id", "pillar_code"])
    themes = looked_up(data.by_pillar, ("plan_id", "pillar_code"), "wps_pillar")
    theme = themes.get((place.plan_id, place.pillar_code)) if place.pillar_code else None
    words = t("Whole plan") if place.is_plan else t("not broken down by pillar")
    named = {
        "plan_name": place.plan_name,
        "pillar_code": place.pillar_code,
        "name": pillars.loc[(place.plan_id, place.pillar_code), "name"] if place.pillar_code else words,
        "theme": theme and word(t, theme),
        "plan_id": place.plan_id,
        "pillar_key": None if place.is_plan else pillar_key(place.plan_id, place.pillar_code),
    }
    return named | _planned(place, where, data=data, t=t) | _years(place, where, data=data) | _stages(place, where, data=data)


def _planned(place: PillarRow, where: str, *, data: WorkbookData, t: Language) -> dict[str, Formula]:
    """Amount, share and lines of the stage planned; a plan without any line says that no figure is published."""
    frame = data.by_pillar
    if place.is_plan:
        plan = data.comparison.set_index("plan_id").loc[place.plan_id]
        empty_count = frame.loc[frame["plan_id"] == place.plan_id, "line_without_amount_count"].sum()
        found: list[Any] = [plan["total_amount"], plan["planned_xof"], 100, empty_count]
    else:
        names = ("amount", "amount_xof", "share_pct", "line_without_amount_count")
        found = [looked_up(frame, ("plan_id", "pillar_code"), name).get((place.plan_id, place.pillar_code)) for name in names]
    amount, amount_xof, share_pct, empty = found
    missing = no_amount(t) if place.is_plan else None
    planned = of_stage("planned")
    total = f"{line_sum('line_shown', OF_PLAN, planned, is_whole=True)}"
    share = None if known(amount) is None or known(share_pct) is None else share_pct / 100
    otherwise = f'"{missing or ""}"'
    return {
        "planned": Formula(
            line_sum("line_shown", where, planned, is_whole=True, otherwise=otherwise), missing if known(amount_xof) is None else amount
        ),
        "share": Formula(f'IF(ISNUMBER({{planned}}),IFERROR({{planned}}/{total},""),"")', share),
        "planned_xof": Formula(line_sum("line_xof", where, planned, is_whole=True), amount_xof),
        "empty_count": Formula(
            f'COUNTIFS({where},{planned})-COUNTIFS({where},{planned},line_amount,">=0")', 0 if known(empty) is None else int(empty)
        ),
    }


def _years(place: PillarRow, where: str, *, data: WorkbookData) -> dict[str, Formula]:
    """The planned amount of each year, and of none."""
    frame = data.by_year
    own = frame[frame["plan_id"] == place.plan_id]
    if not place.is_plan:
        code = own["pillar_code"]
        own = own[code.isna() if place.pillar_code is None else code == place.pillar_code]
    planned = of_stage("planned")
    cells = {}
    for year in budget_years(data):
        formula = line_sum("line_shown", where, planned, f"line_year,{year}", is_whole=True)
        cells[f"year_{year}"] = Formula(formula, _whole(own[own["budget_year"] == year]))
    assumed = 'line_assumed,"?*"'
    undated = Formula(line_sum("line_shown", where, planned, assumed, is_whole=True), _whole(own[own["budget_year"].isna()]))
    return cells | {"no_year": undated}


def _whole(rows: pd.DataFrame) -> float | None:
    """The sum of amounts; none where one of them cannot be told: the rest would pass for the whole."""
    return None if (rows["amount_state"] == "not_convertible").any() else rows["amount"].sum(min_count=1)


def _stages(place: PillarRow, where: str, *, data: WorkbookData) -> dict[str, Formula]:
    """What later stages report, beside the planned amount and never added to it."""
    key = (place.plan_id, place.pillar_code)
    is_shown = place.is_plan or place.pillar_code is not None
    found = {
        name: looked_up(data.stages, ("plan_id", "pillar_code"), name).get(key) if is_shown else None
        for name in (*(f"{stage}_amount" for stage in _LATER_STAGES), "execution_pct", "gap_amount")
    }
    execution = found["execution_pct"]
    amounts = {
        stage: Formula(line_sum("line_shown", where, of_stage(stage), is_whole=True), found[f"{stage}_amount"]) for stage in _LATER_STAGES
    }
    return amounts | {
        "execution": Formula(
            f'IFERROR({if_numbers(("planned", "spent"), "{spent}/{planned}")},"")', None if execution is None else execution / 100
        ),
        "gap": Formula(if_numbers(("planned", "committed"), "{planned}-{committed}"), found["gap_amount"]),
    }
