"""Scenes on money."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING, Any

from nap_analytics import queries
from nap_analytics.charts.headed_rows import PLAN_COLOUR
from nap_analytics.charts.theme import pillar_colour
from nap_analytics.deck import Mark, Picture
from nap_analytics.errors import N_, NapError
from nap_analytics.findings import budget_shares, budget_totals, budgets
from nap_analytics.findings.plans import reading_name
from nap_analytics.kit.scenes.content import SceneContent, number, subject
from nap_analytics.wording.codes import word
from nap_analytics.wording.money import amount_text, gap_words, standing_words, written_amount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas as pd

    from nap_analytics.kit.scenes.request import SceneRequest
    from nap_analytics.wording.language import Language

_MOST_BARS = 8
_MOST_ACTIVITIES = 4


def totals(request: SceneRequest) -> SceneContent:
    """The totals of the plans side by side; per year of the plan and at the prices of one year where the storyboard says nothing."""
    t = request.t
    per, over = budget_totals.counted(*(None if name not in request.settings else str(request.settings[name]) for name in ("per", "over")))
    money = _money(request, is_compared=True)
    frame = request.localised(queries.budget_comparison, **money, per=per, over=over).tail(_MOST_BARS)
    title = budget_totals.totals_compared(frame, per=per, over=over, prices=budget_totals.price_level(frame, t=t), t=t)
    rows: Iterable[Any] = frame.itertuples()
    marks = tuple(
        Mark(row.short_name, number(row.amount), amount_text(t, row), PLAN_COLOUR, is_hatched=bool(standing_words(t, row))) for row in rows
    )
    unit = t("Planned amount, {unit}", unit=_unit(t, frame))
    unit = t("{unit}, {divisor}", unit=unit, divisor=budget_totals.counted_words(per, over, t=t))
    caveat = "" if per == "total" else budget_totals.population_caveat(request.localised_if_any(queries.population_differences), t=t)
    source = t("; ").join(filter(None, (*frame["budget_source"].dropna(), caveat)))
    return SceneContent(title, Picture("bars", unit, marks), source, "budgets", {"per": per, "over": over, **_filters(request, money)})


def years(request: SceneRequest) -> SceneContent:
    """What each plan sets aside for each of its years; one total is drawn at its mean per year, and says so."""
    t, money = request.t, _money(request, is_compared=True)
    frame = request.localised(queries.budget_timeline, **money)
    rows: Iterable[Any] = frame.itertuples()
    marks = tuple(
        Mark(
            str(row.year_from) if row.year_from == row.year_to else f"{row.year_from}-{row.year_to}",
            number(row.amount),
            # A column is narrow: why there is none is a note.
            written_amount(t, row.amount, row.currency_code) if number(row.amount) is not None else t("not known"),
            PLAN_COLOUR,
            note=_year_note(t, row),
            is_hatched=bool(standing_words(t, row)),
        )
        for row in rows
    )
    title = budgets.years_known(frame, t=t)
    unit = t("Planned amount per year, {unit}", unit=_unit(t, frame))
    source = t("the budget of each plan, as named on the page Budgets")
    return SceneContent(title, Picture("columns", unit, marks), source, "budgets", _filters(request, money))


def _year_note(t: Language, row: Any) -> str:
    """Why a year has no amount; that it is the mean of one total, and on what that rests where it is not the plan's own table."""
    if number(row.amount) is None:
        return gap_words(t, row)
    mean = t("yearly mean of one total") if row.known_by == "total" else ""
    return ", ".join(part for part in (mean, standing_words(t, row)) if part)


def pillars(request: SceneRequest) -> SceneContent:
    """One plan's money by its own pillars, the largest first."""
    t, plan_id = request.t, request.setting("plan")
    frame = request.localised(queries.budget_by_pillar, **_money(request))
    frame = _known(frame[(frame["plan_id"] == plan_id) & frame["pillar_code"].notna()]).sort_values("amount", ascending=False)
    title = budgets.pillar_shares(frame, t=t)
    marks = _marks(frame.head(_MOST_BARS), lambda row: f"{row.pillar_code}. {row.short_name}", t=t)
    unit = t("Planned amount, {unit}", unit=_unit(t, frame))
    filters = {"view": "division", "plan": plan_id, **_filters(request)}
    picture = Picture("bars", unit, marks, is_parts=_is_whole(frame.head(_MOST_BARS)))
    return SceneContent(title, picture, frame["budget_source"].iloc[0], "budgets", filters)


def themes(request: SceneRequest) -> SceneContent:
    """One plan's money placed under the themes of the agenda, in a reading of the crosswalk."""
    t, plan_id, reading = request.t, request.setting("plan"), str(request.settings.get("reading", "main"))
    frame = request.localised(queries.budget_by_theme, **_money(request))
    frame = _known(frame[(frame["plan_id"] == plan_id) & (frame["reading"] == reading)]).sort_values("amount", ascending=False)
    marks = _marks(frame, lambda row: word(t, row.wps_pillar), t=t)
    title = budget_shares.theme_shares(frame, t=t)
    if reading != "main":
        title = t("Reading “{reading}”: {finding}", reading=reading_name(t, reading), finding=title)
    unit = t("Planned amount, {unit}", unit=_unit(t, frame))
    unit = subject(unit, t("Reading of the crosswalk: {reading}", reading=reading_name(t, reading)))
    filters = {"view": "division", "plan": plan_id, "by": "theme", "reading": reading, **_filters(request)}
    source = t("the budget of each plan; assigned to themes by this dashboard’s crosswalk")
    return SceneContent(title, Picture("bars", unit, marks, is_parts=_is_whole(frame)), source, "budgets", filters)


def activities(request: SceneRequest) -> SceneContent:
    """The dearest activities of a plan."""
    t, plan_id = request.t, request.setting("plan")
    frame = _known(request.localised(queries.activity_costs, plan_id=plan_id, **_money(request)))
    title = budgets.cost_concentration(frame, shown_count=_MOST_ACTIVITIES, t=t)
    rows: Iterable[Any] = frame.head(_MOST_ACTIVITIES).itertuples()
    marks = tuple(
        Mark(
            f"{row.activity_code} {row.text}",
            number(row.amount),
            written_amount(t, row.amount, row.currency_code),
            pillar_colour(row.wps_pillar),
        )
        for row in rows
    )
    unit = subject(request.plan_name(plan_id), t("Planned amount, {unit}", unit=_unit(t, frame)))
    filters = {"view": "division", "plan": plan_id, **_filters(request)}
    return SceneContent(title, Picture("bars", unit, marks), frame["source_title"].iloc[0], "budgets", filters)


def _marks(frame: pd.DataFrame, name: Callable[[Any], str], *, t: Language) -> tuple[Mark, ...]:
    """Planned amounts with their shares of the whole, where these are known."""
    rows: Iterable[Any] = frame.itertuples()
    return tuple(Mark(name(row), number(row.amount), _amount_and_share(t, row), pillar_colour(row.wps_pillar)) for row in rows)


def _amount_and_share(t: Language, row: Any) -> str:
    amount = amount_text(t, row)
    return amount if number(row.share_pct) is None else t("{amount} · {share}", amount=amount, share=t.percent(row.share_pct))


def _is_whole(shown: pd.DataFrame) -> bool:
    """True where the shares of the rows shown make up all of the plan's money: none of it is unknown, or too small to be drawn."""
    return isclose(shown["share_pct"].sum(), 100)


def _known(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with an amount.

    Raises:
        NapError: there are none, or they cannot be converted to this money.
    """
    known = frame[frame["amount"].notna()]
    if known.empty and (frame["amount_state"] == "not_convertible").any():
        raise NapError(N_("the amounts cannot be converted into this currency at these prices: a rate or a price index is missing"))
    if known.empty:
        raise NapError(N_("there is no data for this scene"))
    return known


def _money(request: SceneRequest, *, is_compared: bool = False) -> dict[str, Any]:
    """Currency and prices as the storyboard says; where it does not, the plans' own currency, and where plans of other years are
    compared the prices of one year.
    """
    fair = budget_totals.fair_money(queries.money_choices(request.warehouse, viewed_on=request.viewed_on))
    year = str(request.settings.get("prices", fair["base_year"] if is_compared else ""))
    return {
        "viewed_on": request.viewed_on,
        "currency_code": str(request.settings.get("currency", fair["currency_code"])),
        "base_year": int(year) if year.isdigit() else None,
    }


def _filters(request: SceneRequest, money: dict[str, Any] | None = None) -> dict[str, str]:
    """What the screen behind the scene is opened with: what the storyboard says, and the prices that were chosen for it."""
    said = {name: str(request.settings[name]) for name in ("currency", "prices") if name in request.settings}
    return said if money is None else {"prices": str(money["base_year"] or "current"), **said}


def _unit(t: Language, frame: pd.DataFrame) -> str:
    """The currency in words, with its price level where it is a constant one."""
    currency = t.currency(str(frame["currency_code"].iloc[0]))
    if "base_year" not in frame.columns:
        return currency
    prices = budget_totals.price_level(frame, t=t)
    return f"{currency}, {prices}" if prices else currency
