"""The questions of the page Budgets, one at a time."""
