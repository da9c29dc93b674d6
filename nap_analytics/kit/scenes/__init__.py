"""What each kind of scene shows: the question asked, its finding, its picture, its source, and the screen behind it."""

from nap_analytics.kit.scenes.ask import Asked
from nap_analytics.kit.scenes.makers import CHARTS, make_scene

__all__ = ["CHARTS", "Asked", "make_scene"]
