"""The charts that a storyboard can ask for by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nap_analytics.deck import Scene
from nap_analytics.errors import N_, NapError
from nap_analytics.kit.scenes import money, progress

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nap_analytics.kit.scenes.content import SceneContent
    from nap_analytics.kit.scenes.request import SceneRequest


@dataclass(frozen=True)
class SceneMaker:
    """One chart that a storyboard can ask for.

    Attributes:
        make: Makes it.
        settings: The settings that it knows.
    """

    make: Callable[[SceneRequest], SceneContent]
    settings: frozenset[str] = frozenset()


CHARTS: Mapping[str, SceneMaker] = {
    "totals": SceneMaker(money.totals, frozenset({"currency", "prices", "per", "over"})),
    "years": SceneMaker(money.years, frozenset({"currency", "prices"})),
    "pillar_money": SceneMaker(money.pillars, frozenset({"plan", "currency", "prices"})),
    "theme_money": SceneMaker(money.themes, frozenset({"plan", "reading", "currency", "prices"})),
    "activities": SceneMaker(money.activities, frozenset({"plan", "currency", "prices"})),
    "completion": SceneMaker(progress.completion, frozenset({"plan"})),
    "coverage": SceneMaker(progress.coverage, frozenset({"plan"})),
    "targets": SceneMaker(progress.targets, frozenset({"plan"})),
    "progress": SceneMaker(progress.pillars, frozenset({"plan"})),
    "direction": SceneMaker(progress.direction, frozenset({"plan"})),
    "series": SceneMaker(progress.series, frozenset({"series"})),
    "missing": SceneMaker(progress.missing, frozenset({"plan"})),
}
"""Name in a storyboard -> what makes the scene."""


def make_scene(request: SceneRequest, *, chart: str, code: str, notes: str) -> Scene:
    """The scene that a storyboard asks for.

    Raises:
        NapError: unknown chart or setting, or no data.
    """
    known = CHARTS.get(chart)
    if known is None:
        raise NapError(N_("there is no chart “{chart}”, only {known}"), chart=chart, known=", ".join(CHARTS))
    unknown = sorted(set(request.settings) - known.settings)
    if unknown:
        params = {"names": ", ".join(unknown), "known": ", ".join(sorted(known.settings))}
        raise NapError(N_("the chart knows no setting “{names}”, only {known}"), **params)
    drawn = known.make(request)
    return Scene(code, drawn.title, drawn.picture, drawn.source, notes, drawn.page, drawn.filters)
