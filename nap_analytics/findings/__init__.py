"""Findings: the one sentence that a chart shows, computed from its frame, in the language shown."""
