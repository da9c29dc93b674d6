"""The crosswalk from the plans' own pillars to the pillars of the UN, and the money that each reading places where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics.documents.budget_workbook.charts import draw_readings
from nap_analytics.documents.budget_workbook.formulas import OF_PILLAR, OF_PLAN, line_sum, of_stage
from nap_analytics.documents.budget_workbook.workbook_data import looked_up, pillar_key
from nap_analytics.documents.shared.sheet import Formula, SheetColumn, if_numbers
from nap_analytics.palette import SAND
from nap_analytics.wording.codes import WPS_PILLAR, word
from nap_analytics.wording.language import known

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from nap_analytics.documents.budget_workbook.workbook_data import BudgetView, WorkbookData
    from nap_analytics.documents.shared.sheet import Book
    from nap_analytics.wording.language import Language


def write_crosswalk(book: Book, data: WorkbookData) -> None:
    """One row per plan, pillar, reading and UN pillar: the share that the reading gives, and the money it places."""
    t = book.t
    sheet = book.sheet(
        t("Crosswalk"),
        title=t("Which UN pillar each pillar of a plan belongs to, in each reading"),
        about=t("The shares are judgements, each with its reason. Change a share in blue, and the sheet by UN pillar follows."),
        colour=SAND,
    )
    columns = [
        SheetColumn("plan_name", t("Plan"), 15),
        SheetColumn("pillar_code", t("Pillar"), 7),
        SheetColumn("pillar_name", t("Name of the pillar"), 20),
        SheetColumn("reading_word", t("Reading of the crosswalk"), 19),
        SheetColumn("theme_word", t("UN pillar"), 18),
        SheetColumn("share", t("Share"), 9, "share", "crosswalk_share"),
        SheetColumn("pillar_share", t("All shares of the pillar: 100%"), 12, "share"),
        SheetColumn("pillar_amount", t("Planned amount of the pillar"), 16, "amount"),
        SheetColumn("placed", t("Amount allocated"), 16, "amount", "crosswalk_amount"),
        SheetColumn("rationale", t("Reason"), 90),
        SheetColumn("reading", t("Code of the reading"), 17, "key", "crosswalk_reading"),
        SheetColumn("wps_pillar", t("Code of the UN pillar"), 15, "key", "crosswalk_theme"),
        SheetColumn("plan_id", t("Code of the plan"), 11, "key", "crosswalk_plan"),
        SheetColumn("pillar_key", t("Key of the pillar"), 13, "key", "crosswalk_pillar"),
    ]
    amounts = looked_up(data.by_pillar, ("plan_id", "pillar_code"), "amount")
    shares = data.crosswalk.groupby(["plan_id", "pillar_code", "reading"])["share"].sum().to_dict()
    rows = [_crosswalk_row(row, amounts=amounts, shares=shares, data=data, t=t) for row in data.crosswalk.itertuples()]
    names = looked_up(data.pillar, ("plan_id", "pillar_code"), "short_name")
    plans = looked_up(data.plan, ("plan_id",), "short_name")
    for row in rows:
        row |= {"plan_name": plans[row["plan_id"],], "pillar_name": names[row["plan_id"], row["pillar_code"]]}
    sheet.table(columns, rows)


def _crosswalk_row(
    row: Any, *, amounts: Mapping[tuple[Any, ...], Any], shares: Mapping[Hashable, float], data: WorkbookData, t: Language
) -> dict[str, Any]:
    amount = amounts.get((row.plan_id, row.pillar_code))
    shares_of_pillar = "SUMIFS(crosswalk_share,crosswalk_pillar,{pillar_key},crosswalk_reading,{reading})"
    return {
        **row._asdict(),
        "reading_word": data.readings[row.reading],
        "theme_word": word(t, row.wps_pillar),
        "pillar_share": Formula(shares_of_pillar, shares[row.plan_id, row.pillar_code, row.reading]),
        "pillar_amount": Formula(line_sum("line_shown", OF_PILLAR, of_stage("planned"), is_whole=True), amount),
        "placed": Formula(if_numbers(("pillar_amount",), "{share}*{pillar_amount}"), None if amount is None else amount * row.share),
        "pillar_key": pillar_key(row.plan_id, row.pillar_code),
    }


def write_themes(book: Book, data: WorkbookData, view: BudgetView) -> None:
    """One row per plan and UN pillar: amount, share and what moves against the main reading, in each reading and in the one chosen."""
    t = book.t
    sheet = book.sheet(
        t("By UN pillar"),
        title=t("Planned amounts by UN pillar, in each reading of the crosswalk"),
        about=t("The first columns follow the reading chosen on the first sheet. Each check must show 100%."),
    )
    readings = list(data.readings)
    rows: list[dict[str, Any]] = []
    groups: dict[str, list[tuple[int, str]]] = {}
    strong = []
    for plan in data.comparison.itertuples():
        own = data.by_theme[(data.by_theme["plan_id"] == plan.plan_id) & data.by_theme["wps_pillar"].notna()]
        themes = [theme for theme in WPS_PILLAR if theme in set(own["wps_pillar"])]
        for theme in themes:
            groups.setdefault(str(plan.short_name), []).append((len(rows), theme))
            rows.append(_theme_row(plan, theme, readings=readings, view=view, data=data, t=t))
        strong.append(len(rows))
        rows.append(_check_row(plan, readings=readings, view=view, data=data, t=t, is_known=bool(themes)))
    table = sheet.table(_theme_columns(data, t), rows, strong=strong)
    placed = {name: [(table.first_row + number, theme) for number, theme in found] for name, found in groups.items()}
    draw_readings(sheet, table, amounts=[table.places[f"amount_{number}"] for number in range(len(readings))], groups=placed)


def _theme_columns(data: WorkbookData, t: Language) -> list[SheetColumn]:
    chosen = t("reading chosen")
    readings = list(enumerate(data.readings.values()))
    return [
        SheetColumn("plan_name", t("Plan"), 15),
        SheetColumn("theme_word", t("UN pillar"), 28),
        SheetColumn("amount", t("Amount, {reading}", reading=chosen), 16, "amount"),
        SheetColumn("share", t("Share, {reading}", reading=chosen), 10, "share"),
        SheetColumn("moved", t("Moved from the main reading, {reading}", reading=chosen), 16, "moved"),
        *(SheetColumn(f"amount_{number}", t("Amount, {reading}", reading=reading), 16, "amount") for number, reading in readings),
        *(SheetColumn(f"share_{number}", t("Share, {reading}", reading=reading), 14, "share") for number, reading in readings),
        *(
            SheetColumn(f"moved_{number}", t("Moved from the main reading, {reading}", reading=reading), 16, "moved")
            for number, reading in readings[1:]
        ),
        SheetColumn("theme", t("Code of the UN pillar"), 15, "key"),
        SheetColumn("plan_id", t("Code of the plan"), 11, "key"),
    ]


def _chosen(key: str, readings: list[str]) -> str:
    """The cell of the reading chosen among the cells of all readings."""
    return f'IFERROR(INDEX({{{key}_0}}:{{{key}_{len(readings) - 1}}},1,MATCH(chosen_reading,code_reading,0)),"")'


def _theme_row(plan: Any, theme: str, *, readings: list[str], view: BudgetView, data: WorkbookData, t: Language) -> dict[str, Any]:
    keys = ("plan_id", "reading", "wps_pillar")
    amount, share, moved = (looked_up(data.by_theme, keys, name) for name in ("amount", "share_pct", "moved_amount"))
    row: dict[str, Any] = {"plan_name": plan.short_name, "theme_word": word(t, theme), "theme": theme, "plan_id": plan.plan_id}
    for number, reading in enumerate(readings):
        at = (plan.plan_id, reading, theme)
        of_reading = f'crosswalk_plan,{{plan_id}},crosswalk_reading,"{reading}"'
        whole = f"SUMIFS(crosswalk_amount,{of_reading})"
        row[f"amount_{number}"] = Formula(
            f'IF(COUNTIFS({of_reading},crosswalk_amount,">=0")=0,"",SUMIFS(crosswalk_amount,{of_reading},crosswalk_theme,{{theme}}))',
            amount.get(at),
        )
        row[f"share_{number}"] = Formula(f'IFERROR({{amount_{number}}}/{whole},"")', _part(share.get(at)))
        if number:
            row[f"moved_{number}"] = Formula(
                if_numbers((f"amount_{number}", "amount_0"), f"{{amount_{number}}}-{{amount_0}}"), moved.get(at)
            )
    at = (plan.plan_id, view.reading, theme)
    row["amount"] = Formula(_chosen("amount", readings), amount.get(at))
    row["share"] = Formula(_chosen("share", readings), _part(share.get(at)))
    row["moved"] = Formula(if_numbers(("amount", "amount_0"), "{amount}-{amount_0}"), moved.get(at))
    return row


def _check_row(plan: Any, *, readings: list[str], view: BudgetView, data: WorkbookData, t: Language, is_known: bool) -> dict[str, Any]:
    """What a reading places in all, and its part of the planned money: 100%, or nothing where the money is not known by pillar."""
    words = t("All: check against the planned amount") if is_known else t("the budget is not known by pillar")
    row: dict[str, Any] = {"plan_name": plan.short_name, "theme_word": words, "plan_id": plan.plan_id}
    own = data.by_theme[data.by_theme["plan_id"] == plan.plan_id]
    planned = line_sum("line_shown", OF_PLAN, of_stage("planned"))
    for number, reading in enumerate(readings):
        amount = known(own.loc[own["reading"] == reading, "amount"].sum(min_count=1))
        total = known(plan.total_amount)
        of_reading = f'crosswalk_plan,{{plan_id}},crosswalk_reading,"{reading}"'
        row[f"amount_{number}"] = Formula(
            f'IF(COUNTIFS({of_reading},crosswalk_amount,">=0")=0,"",SUMIFS(crosswalk_amount,{of_reading}))', amount
        )
        row[f"share_{number}"] = Formula(
            f'IF(ISNUMBER({{amount_{number}}}),{{amount_{number}}}/{planned},"")', None if amount is None or not total else amount / total
        )
        if reading == view.reading:
            row |= {"amount": Formula(_chosen("amount", readings), amount), "share": row[f"share_{number}"]}
    value = row["share"].value if "share" in row else None
    return row | {"share": Formula(_chosen("share", readings), value)}


def _part(percent: float | None) -> float | None:
    return None if percent is None else percent / 100
