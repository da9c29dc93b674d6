"""Presenting live: the lobby, the stage, the presenter's view."""
