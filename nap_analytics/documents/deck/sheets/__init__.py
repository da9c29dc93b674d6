"""A scene on a sheet of a workbook: its marks as a table, formulas over them, a native chart of the cells."""

from nap_analytics.documents.deck.sheets.chart import draw_chart, needed_points
from nap_analytics.documents.deck.sheets.table import PAGE_WIDTH, write_marks

__all__ = ["PAGE_WIDTH", "draw_chart", "needed_points", "write_marks"]
