"""The workbook as one file: results first, then what they are computed from."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from nap_analytics.documents.budget_workbook.activities import write_activities
from nap_analytics.documents.budget_workbook.duplicate_reports import write_duplicate_reports
from nap_analytics.documents.budget_workbook.level_of_detail import write_level_of_detail
from nap_analytics.documents.budget_workbook.lines import write_lines
from nap_analytics.documents.budget_workbook.notes import write_notes
from nap_analytics.documents.budget_workbook.pillars import write_pillars
from nap_analytics.documents.budget_workbook.rates import write_plans, write_population, write_prices, write_printed_rates, write_unit_rates
from nap_analytics.documents.budget_workbook.related_funding import write_audit, write_related_funding
from nap_analytics.documents.budget_workbook.results import write_results
from nap_analytics.documents.budget_workbook.summary import write_codes, write_summary
from nap_analytics.documents.budget_workbook.themes import write_crosswalk, write_themes
from nap_analytics.documents.shared.sheet import Book

if TYPE_CHECKING:
    from nap_analytics.documents.budget_workbook.workbook_data import BudgetView, WorkbookData
    from nap_analytics.wording.language import Language


def workbook_bytes(data: WorkbookData, view: BudgetView, t: Language) -> bytes:
    """The workbook as an .xlsx file: the same data and view give the same bytes.

    What the settings change is a formula over amounts, rates, indices and populations as printed, and holds its result as well,
    for viewers that do not compute; level of detail, results, reports, related funding and audit are values. What is missing
    is empty. No text of the data is ever a formula or a link.
    """
    file = io.BytesIO()
    book = Book(file, t)
    day = data.data_date
    book.workbook.set_properties(
        {
            "title": t("Budgets of the national action plans"),
            "comments": data.version,
            "created": datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None),
        }
    )
    write_summary(book, data, view)
    write_pillars(book, data)
    write_themes(book, data, view)
    write_activities(book, data)
    write_results(book, data)
    write_level_of_detail(book, data)
    write_related_funding(book, data)
    write_duplicate_reports(book, data)
    write_audit(book, data)
    write_lines(book, data)
    write_crosswalk(book, data)
    write_plans(book, data)
    printed = write_printed_rates(book, data)
    write_unit_rates(book, data, printed=printed)
    write_prices(book, data)
    write_population(book, data)
    write_notes(book, data, view)
    write_codes(book, data)
    book.workbook.close()
    return file.getvalue()
