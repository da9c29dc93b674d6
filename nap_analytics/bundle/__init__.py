"""A stick for the field: one zip with the dashboard, its data and all its packages, for a computer without internet.

`python -m nap_analytics.bundle` writes it; the dashboard itself uses nothing of this room. `stick/` holds what starts it there.
"""
