"""The sections of the page Sources and method, one at a time."""
