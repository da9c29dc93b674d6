"""The overview: the plans side by side, and what is known of the newest."""
