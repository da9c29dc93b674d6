"""The sections of the page Data, one at a time."""
