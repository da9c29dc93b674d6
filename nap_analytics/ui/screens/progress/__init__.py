"""Progress: where a plan, its pillars, results and indicators stand, and what is missing."""
