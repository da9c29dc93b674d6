"""What every chapter is made from: the warehouse, the language, the day, the plan, and the list of sources as it grows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nap_analytics.wording.language import is_missing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    import pandas as pd

    from nap_analytics.warehouse import Warehouse
    from nap_analytics.wording.language import Language


@dataclass(frozen=True)
class ReportContext:
    """One report.

    Attributes:
        warehouse: The data; several chapters need the same answers, so it remembers them.
        t: The language.
        viewed_on: The day as of which the data is seen.
        plan: The plan: a localised row of ``plan_overview``.
        numbers: Number of each source mentioned so far, in the order of their first mention.
    """

    warehouse: Warehouse
    t: Language
    viewed_on: date
    plan: pd.Series
    numbers: dict[str, int] = field(default_factory=dict)

    @property
    def plan_id(self) -> str:
        """The plan that the report is of."""
        return str(self.plan["plan_id"])

    @property
    def is_of_activities(self) -> bool:
        """The plan is known by its completed activities, not by its indicators."""
        return bool(self.plan["basis"] == "activities")

    def localised(self, question: Callable[..., pd.DataFrame], /, **parameters: Any) -> pd.DataFrame:
        """The answer to a question in the language; it may be empty."""
        return self.t.localise(question(self.warehouse, **parameters))

    def of_plan(self, question: Callable[..., pd.DataFrame], /, **parameters: Any) -> pd.DataFrame:
        """The answer to a question about the plan as of the day."""
        return self.localised(question, plan_id=self.plan_id, viewed_on=self.viewed_on, **parameters)

    def own(self, question: Callable[..., pd.DataFrame], /, **parameters: Any) -> pd.DataFrame:
        """The plan's rows of the answer to a question about all plans."""
        found = self.localised(question, **parameters)
        return found[found["plan_id"] == self.plan_id]

    def cite(self, *source_ids: object) -> tuple[int, ...]:
        """The numbers of sources in the list at the end; a source that is mentioned for the first time is added to it."""
        known = [str(each) for each in source_ids if not is_missing(each)]
        return tuple(self.numbers.setdefault(each, len(self.numbers) + 1) for each in dict.fromkeys(known))
