"""Charts, each from a small frame."""
