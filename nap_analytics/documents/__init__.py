"""Files for people: a deck in four formats, the budget workbook, the annual report, the light page. Each is written from plain values."""
