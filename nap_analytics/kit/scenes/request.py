"""What a scene is made from: the warehouse, the language, the day, and the settings of the storyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nap_analytics import queries
from nap_analytics.errors import N_, NapError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    import pandas as pd

    from nap_analytics.warehouse import Warehouse
    from nap_analytics.wording.language import Language


@dataclass(frozen=True)
class SceneRequest:
    """One scene as the storyboard asks for it, in one language.

    Attributes:
        warehouse: The data.
        t: The language.
        viewed_on: The day as of which the data is seen.
        settings: What the storyboard says under ``with``.
    """

    warehouse: Warehouse
    t: Language
    viewed_on: date
    settings: Mapping[str, Any]

    def localised(self, question: Callable[..., pd.DataFrame], /, **parameters: Any) -> pd.DataFrame:
        """The answer to a question in the language.

        Raises:
            NapError: there is no row: the scene has no data.
        """
        frame = self.localised_if_any(question, **parameters)
        if frame.empty:
            raise NapError(N_("there is no data for this scene"))
        return frame

    def localised_if_any(self, question: Callable[..., pd.DataFrame], /, **parameters: Any) -> pd.DataFrame:
        """The same where no row is no fault."""
        return self.t.localise(question(self.warehouse, **parameters))

    def setting(self, name: str) -> str:
        """A setting that the chart cannot do without.

        Raises:
            NapError: the storyboard does not say it.
        """
        if name not in self.settings:
            raise NapError(N_("“{name}” is missing under “with”"), name=name)
        return str(self.settings[name])

    def plan_name(self, plan_id: str) -> str:
        """The short name of a plan.

        Raises:
            NapError: there is no such plan.
        """
        plans = self.localised(queries.plan_overview, viewed_on=self.viewed_on)
        own = plans[plans["plan_id"] == plan_id]
        if own.empty:
            raise NapError(N_("There is no such plan: {plan}"), plan=plan_id)
        return str(own["short_name"].iloc[0])
