"""Loading, checks and views, on a real DuckDB."""
