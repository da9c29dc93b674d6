"""What each kind of scene shows: the question request, its finding, its picture, its source, and the screen behind it."""

from nap_analytics.kit.scenes.makers import CHARTS, make_scene
from nap_analytics.kit.scenes.request import SceneRequest

__all__ = ["CHARTS", "SceneRequest", "make_scene"]
