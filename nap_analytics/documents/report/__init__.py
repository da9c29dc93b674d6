"""A report as a Word document: its parts as plain values, the empty page they are written on, and the writer of each part."""

from nap_analytics.documents.report.document import report_docx, sentence_docx
from nap_analytics.documents.report.parts import (
    Block,
    Bullets,
    Cell,
    Chapter,
    Cover,
    Figures,
    Finding,
    Note,
    Paragraph,
    Prompt,
    Report,
    ReportChart,
    Row,
    Section,
    SourceEntry,
    Table,
)

__all__ = [
    "Block",
    "Bullets",
    "Cell",
    "Chapter",
    "Cover",
    "Figures",
    "Finding",
    "Note",
    "Paragraph",
    "Prompt",
    "Report",
    "ReportChart",
    "Row",
    "Section",
    "SourceEntry",
    "Table",
    "report_docx",
    "sentence_docx",
]
