"""The views of each page that draw something of their own, by the parameters of their address."""

from __future__ import annotations

from urllib.parse import urlencode

from nap_analytics.wording.language import language_codes
from tests.combinations import chosen

VIEWS: dict[str, list[dict[str, str]]] = {
    "overview": [{}],
    "progress": [{}, {"plan": "mli-2015"}, {"plan": "mli-2012"}, {"pillar": "1", "status": "not_assessed", "as_of": "2021-12-31"}],
    "indicators": [{}, {"indicator": "mli-2012:1.1a"}, {"q": "parlement"}, {"q": "ML07"}, {"q": "zzz"}, {"q": "coup"}, {"q": "gao"}],
    "plans": [{"view": view} for view in ("structure", "results", "money", "themes", "context", "says")]
    + [{"view": "context", "topic": topic} for topic in ("theme-violence", "births-attended", "candidates")]
    + [{"view": "says", "plan": plan} for plan in ("mli-2012", "mli-2015")]
    + [{"view": "says", "plan": "mli-2019", "subject": subject, "words": "both"} for subject in ("bodies", "consultation", "commitment")],
    "budgets": [
        {},
        {"currency": "SEK", "prices": "2023", "per": "head"},
        {"view": "division"},
        {"view": "division", "by": "theme", "reading": "by_activity", "currency": "USD"},
        *({"view": view} for view in ("shares", "results", "stages", "unknown", "around", "audit")),
    ],
    "present": [{}, {"story": "donors"}],
    "data": [{"section": section} for section in ("dictionary", "checks", "discrepancies", "missing", "downloads")]
    + [{"section": "discrepancies", "origin": origin} for origin in ("translation", "other_source")],
    "sources": [{"section": section} for section in ("sources", "method", "transcription", "licence", "glossary")],
}
"""The states of each page that draw something of their own."""

CHARTS: dict[str, int] = {
    "overview": 2,
    "progress": 3,
    "progress?plan=mli-2015": 1,
    "progress?pillar=1&status=not_assessed&as_of=2021-12-31": 3,
    "indicators": 2,
    "indicators?q=parlement": 2,
    "indicators?q=ML07": 1,
    "indicators?q=zzz": 2,
    "indicators?q=coup": 2,
    "indicators?q=gao": 1,
    "plans?view=structure": 2,
    "plans?view=results": 2,
    "plans?view=money": 1,
    "plans?view=themes": 2,
    "budgets": 2,
    "budgets?currency=SEK&prices=2023&per=head": 2,
    "budgets?view=division": 4,
    "budgets?view=division&by=theme&reading=by_activity&currency=USD": 4,
    "budgets?view=shares": 2,
    "budgets?view=results": 1,
    "budgets?view=stages": 1,
    "budgets?view=unknown": 1,
    "budgets?view=around": 1,
}
"""How many charts each view draws at least, by its address; one that is not listed draws none."""


def address(name: str, state: dict[str, str]) -> str:
    """The address of a view of a page, as in `CHARTS`."""
    return f"{name}?{urlencode(state)}" if state else name


def views_in(code: str, *, is_whole: bool) -> list[tuple[str, dict[str, str]]]:
    """Page and parameters of each view that is read in a language: by default the languages in turn, all with `--whole`."""
    views = [(name, state) for name, states in VIEWS.items() for state in states]
    at = language_codes().index(code)
    asked = chosen([len(views), len(language_codes())])
    return [view for number, view in enumerate(views) if is_whole or (number, at) in asked]
