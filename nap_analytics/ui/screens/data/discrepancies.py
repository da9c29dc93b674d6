"""The discrepancies: where a source contradicts itself, the printed value beside the computed one; the plans' documents first."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.findings.catalogue import (
    CALCULATED_KINDS,
    DISCREPANCY_KIND,
    DISCREPANCY_ORIGIN,
    ORIGIN_FINDING,
    SECOND_VALUE,
    not_counted,
)
from nap_analytics.ui import components
from nap_analytics.ui.cache import localised_query, warehouse
from nap_analytics.ui.filters import choose_one, filter_row
from nap_analytics.ui.register import Group, TextCell, draw_register
from nap_analytics.wording.file_names import file_stem
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.tables import HeadedTable

if TYPE_CHECKING:
    from typing import Any

    import pandas as pd

    from nap_analytics.wording.language import Language


def draw_discrepancies(t: Language) -> None:
    """The contradictions of the plans' own documents, or of the origin and plan that the address names."""
    found = localised_query(t, queries.discrepancies, viewed_on=warehouse().data_date)
    with filter_row():
        plan = _choose_plan(t, found)
        of_plan = found[found["plan_id"] == plan] if plan else found
        origin = _choose_origin(t, of_plan)
    shown = of_plan[of_plan["origin"] == origin]
    finding = ORIGIN_FINDING[origin](of_plan, t=t)
    components.headline(finding)
    beside = not_counted(of_plan, t=t)
    if origin == "document" and beside:
        components.lead(beside)
    components.lead(t("Nothing was corrected. The printed value is kept, and what it was compared with is given beside it."))
    for name, rows in shown.groupby("short_name", sort=False):
        components.section(str(name))
        headings = [t("What"), t("Printed"), t("Compared with"), t("Difference"), t("Place in the document")]
        draw_register(
            headings, [_group(t, kind, rows=rows[rows["kind"] == kind]) for kind in DISCREPANCY_KIND if kind in set(rows["kind"])]
        )
    source = t("the documents, compared with themselves")
    components.table_twin(t, _table(t, shown), title=finding, key="discrepancies", source=source, filename=file_stem(t("contradictions")))


def _choose_plan(t: Language, found: pd.DataFrame) -> str:
    names = dict(zip(found["plan_id"], found["short_name"], strict=True))
    return choose_one(t, t("Plan"), name="plan", options={"": t("All plans"), **names})


def _choose_origin(t: Language, found: pd.DataFrame) -> str:
    """Whose contradictions are shown: the plans' own documents' where the address says nothing."""
    counts = found["origin"].value_counts()
    options = {
        code: t("{what} ({count})", what=t(text), count=t.number(int(counts.get(code, 0)))) for code, text in DISCREPANCY_ORIGIN.items()
    }
    return choose_one(t, t("Origin of the contradiction"), name="origin", options=options)


def _group(t: Language, kind: str, *, rows: pd.DataFrame) -> Group:
    note = t("{count} · {second}", count=t.number(len(rows)), second=t(SECOND_VALUE[kind]))
    return Group(t(DISCREPANCY_KIND[kind]), note, [_row(t, row) for row in rows.itertuples()], is_open=kind in CALCULATED_KINDS)


def _row(t: Language, row: Any) -> list[TextCell]:
    is_calculated = row.kind in CALCULATED_KINDS
    difference = TextCell("") if is_missing(row.difference) else TextCell(_signed(t, row.difference), is_whole=True)
    return [
        TextCell(row.quantity),
        *(
            TextCell(shown_value(t, text) if is_calculated else text, is_whole=is_calculated)
            for text in (row.printed_value, row.computed_value)
        ),
        difference,
        TextCell(row.locator, is_quiet=True),
    ]


def shown_value(t: Language, text: str) -> str:
    """A value of a discrepancy as the language writes it: a number with all its decimals, anything else as it is."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    return t.number(value, 0 if value == value.to_integral_value() else 2)


def _signed(t: Language, difference: float) -> str:
    sign = "+" if difference > 0 else "−"
    return sign + shown_value(t, format(Decimal(repr(abs(float(difference)))).quantize(Decimal("0.01")), "f"))


def _table(t: Language, found: pd.DataFrame) -> HeadedTable:
    worded = found.assign(
        kind_word=found["kind"].map({kind: t(text) for kind, text in DISCREPANCY_KIND.items()}),
        origin_word=found["origin"].map({origin: t(text) for origin, text in DISCREPANCY_ORIGIN.items()}),
    )
    columns = {
        "short_name": t("Plan"),
        "kind_word": t("Kind"),
        "origin_word": t("Origin of the contradiction"),
        "quantity": t("What"),
        "printed_value": t("Printed"),
        "computed_value": t("Compared with"),
        "difference": t("Difference"),
        "locator": t("Place in the document"),
        "source_id": t("Source"),
    }
    return HeadedTable(worded, columns, digits={"difference": 2})
