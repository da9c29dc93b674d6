"""A deck to take away: an interactive HTML file, its pages as PDF, PowerPoint slides, an Excel workbook."""
