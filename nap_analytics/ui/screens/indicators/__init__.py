"""One indicator: how it is found, its values, its targets, its meaning."""
