"""Measurements: what the dashboard costs, as ratios within one run."""
