"""The stick."""
