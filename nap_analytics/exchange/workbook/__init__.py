"""The budgets as an Excel workbook with live formulas and native charts: change a setting or a rate, and every figure follows."""

from nap_analytics.exchange.workbook.money import Look, Money, View
from nap_analytics.exchange.workbook.whole import workbook_bytes

__all__ = ["Look", "Money", "View", "workbook_bytes"]
