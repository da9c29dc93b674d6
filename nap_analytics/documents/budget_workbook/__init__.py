"""The budgets as an Excel workbook with live formulas and native charts: change a setting or a rate, and every figure follows."""

from nap_analytics.documents.budget_workbook.document import workbook_bytes
from nap_analytics.documents.budget_workbook.money import Look, Money, View

__all__ = ["Look", "Money", "View", "workbook_bytes"]
