"""The view of the situation around the plans: choice of a subject, small charts, the chart of each series, the list of figures."""
