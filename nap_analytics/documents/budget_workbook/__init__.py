"""The budgets as an Excel workbook with live formulas and native charts: change a setting or a rate, and the amounts shown follow."""

from nap_analytics.documents.budget_workbook.document import workbook_bytes
from nap_analytics.documents.budget_workbook.workbook_data import BudgetView, WorkbookData

__all__ = ["BudgetView", "WorkbookData", "workbook_bytes"]
