"""Questions and what they answer."""
