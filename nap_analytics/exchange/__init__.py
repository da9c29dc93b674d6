"""Tables and files that leave the dashboard: spreadsheets, slides, open formats."""
