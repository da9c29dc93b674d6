"""Progress: how far a plan, its pillars, results and indicators are, and what is missing."""
