"""The day as of which a page sees the data: today, or the end of an earlier year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from nap_analytics import queries
from nap_analytics.ui.cache import cached_query
from nap_analytics.ui.filters import choose_one

if TYPE_CHECKING:
    from nap_analytics.wording.language import Language

TODAY = "today"
PARAMETER = "as_of"


def choose_viewed_on(t: Language) -> date:
    """The day chosen, in the address as a date; today where it says nothing."""
    today = date.today()
    first_year = int(cached_query(queries.plan_overview, viewed_on=today)["start_year"].min())
    ends = [date(year, 12, 31) for year in range(today.year - 1, first_year - 1, -1)]
    options = {TODAY: t("Today")} | {end.isoformat(): t.date(end) for end in ends}
    chosen = choose_one(t, t("As of"), name=PARAMETER, options=options, default=TODAY, look="list")
    return today if chosen == TODAY else date.fromisoformat(chosen)


def as_of_label(t: Language, viewed_on: date) -> str:
    """The day in words, for what leaves the page; nothing for today."""
    return "" if viewed_on == date.today() else t("as of {date}", date=t.date(viewed_on))


def as_of_parameter(viewed_on: date) -> dict[str, str]:
    """The filter for a link to another page; nothing for today."""
    return {} if viewed_on == date.today() else {PARAMETER: viewed_on.isoformat()}
