"""The workbook as one file: results first, then what they are computed from."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from nap_analytics.documents.budget_workbook.activities import write_activities
from nap_analytics.documents.budget_workbook.around import write_around, write_audit
from nap_analytics.documents.budget_workbook.depth import write_depth
from nap_analytics.documents.budget_workbook.lines import write_lines
from nap_analytics.documents.budget_workbook.notes import write_notes
from nap_analytics.documents.budget_workbook.pairs import write_pairs
from nap_analytics.documents.budget_workbook.pillars import write_pillars
from nap_analytics.documents.budget_workbook.rates import write_plans, write_population, write_prices, write_printed_rates, write_unit_rates
from nap_analytics.documents.budget_workbook.results import write_results
from nap_analytics.documents.budget_workbook.summary import write_codes, write_summary
from nap_analytics.documents.budget_workbook.themes import write_crosswalk, write_themes
from nap_analytics.documents.shared.sheet import Book

if TYPE_CHECKING:
    from nap_analytics.documents.budget_workbook.money import Look, Money, View
    from nap_analytics.wording.language import Language


def workbook_bytes(money: Money, view: View, t: Language, *, look: Look) -> bytes:
    """The workbook as an .xlsx file: the same data and view give the same bytes.

    Every figure is a formula over amounts, rates, indices and populations as printed, and holds its result as well, for viewers
    that do not compute. What is missing is empty. No text of the data is ever a formula or a link.
    """
    file = io.BytesIO()
    book = Book(file, t)
    day = money.data_date
    book.workbook.set_properties(
        {
            "title": t("Budgets of the national action plans"),
            "comments": money.version,
            "created": datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None),
        }
    )
    write_summary(book, money, view)
    write_pillars(book, money, look)
    write_themes(book, money, view, look)
    write_activities(book, money)
    write_results(book, money)
    write_depth(book, money)
    write_around(book, money)
    write_pairs(book, money)
    write_audit(book, money)
    write_lines(book, money)
    write_crosswalk(book, money)
    write_plans(book, money)
    printed = write_printed_rates(book, money)
    write_unit_rates(book, money, printed=printed)
    write_prices(book, money)
    write_population(book, money)
    write_notes(book, money, view)
    write_codes(book, money)
    book.workbook.close()
    return file.getvalue()
