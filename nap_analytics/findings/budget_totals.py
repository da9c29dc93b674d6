"""The totals of the plans side by side: what is counted over what time, in which money, and the comparison in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from nap_analytics.errors import N_, NoPlanError
from nap_analytics.wording.codes import word
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.money import amount_text, gap_words
from nap_analytics.wording.rows import rows_of
from nap_analytics.wording.values import listed

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.wording.language import Language

PER = {
    "total": N_("Total amount"),
    "head": N_("Per head"),
    "woman": N_("Per woman"),
}
"""What is counted -> English."""

OVER = {
    "year": N_("Per year of the plan"),
    "plan": N_("Whole plan"),
}
"""Over what time it is counted, the fair choice first -> English."""

_COUNTED = {
    ("total", "year"): N_("per year"),
    ("head", "year"): N_("per head and year"),
    ("woman", "year"): N_("per woman and year"),
    ("total", "plan"): N_("in total"),
    ("head", "plan"): N_("per head"),
    ("woman", "plan"): N_("per woman"),
}
"""Both together, in a sentence -> English."""

_FORMER = {"plan": ("total", "plan"), "year": ("total", "year")}
"""What stood for both before they were two choices."""

_MILLION = 1_000_000
_TIMES_FROM = 1.5
"""From this ratio on "times" reads better than "more by so many percent"."""


def price_level(
    frame: Annotated[pd.DataFrame, "budget_by_pillar", "budget_by_theme", "budget_comparison", "budget_timeline"], *, t: Language
) -> str:
    """The words that follow an amount at constant prices; empty for current ones.

    Args:
        frame: base_year, the same in all rows; NULL: current prices.
        t: The language shown.
    """
    year = frame["base_year"].iloc[0]
    return "" if is_missing(year) else t("at {year} prices", year=int(year))


def fair_money(choices: Annotated[pd.DataFrame, "money_choices"]) -> dict[str, Any]:
    """The money in which plans of other years compare fairly: the plans' own currency, at the prices of one year.

    Args:
        choices: Rows of ``money_choices``.

    Returns:
        `currency_code` and `base_year` (None where no price index is known).

    Raises:
        NoPlanError: no plan names a currency, because the data holds none.
    """
    if not (choices["kind"] == "currency").any():
        raise NoPlanError
    years = choices.loc[(choices["kind"] == "base_year") & choices["is_default"].astype(bool), "code"]
    currency_code = choices.loc[choices["kind"] == "currency", "code"].iloc[0]
    return {"currency_code": currency_code, "base_year": int(years.iloc[0]) if len(years) else None}


def counted(per: str | None, over: str | None) -> tuple[str, str]:
    """What is counted and over what time; the fair choice where nothing is said, and the choice meant by an address or story of before.

    Example:
        >>> counted("plan", None)
        ('total', 'plan')
    """
    if per in _FORMER and over is None:
        return _FORMER[per]
    return per if per in PER else "total", over if over in OVER else "year"


def counted_words(per: str, over: str, *, t: Language) -> str:
    """What is counted over what time, in a few words: "per head and year"."""
    return t(_COUNTED[per, over])


def totals_compared(frame: Annotated[pd.DataFrame, "budget_comparison"], *, per: str, over: str, t: Language, prices: str = "") -> str:
    """How much more or less the last plan with an amount asks for than the one before it, and which plans have none, and why.

    Where whole plans of unlike length are compared, their lengths stand in the sentence.

    Args:
        frame: short_name, amount (NULL: amount_state and what is lacking say why), currency_code, standing, ratio_to_previous,
            year_count; oldest plan first.
        per: What is counted.
        over: Over what time.
        t: The language shown.
        prices: Words on the price level, put after the comparison.
    """
    known = frame[frame["amount"].notna()]
    parts = []
    if len(known) > 1:
        parts.append(_compared(known.iloc[-2], known.iloc[-1], per=per, over=over, prices=prices, t=t))
    elif len(known) == 1:
        only = known.iloc[0]
        parts.append(
            t(
                "{plan} asked for {amount} {counted}.",
                plan=only["short_name"],
                amount=amount_text(t, only),
                counted=_noted([counted_words(per, over, t=t), prices]),
            )
        )
    return " ".join([*parts, *gaps_told(frame, t=t)])


def _compared(earlier: pd.Series, last: pd.Series, *, per: str, over: str, prices: str, t: Language) -> str:
    unlike = over == "plan" and last["year_count"] != earlier["year_count"]
    both = {
        "plan": last["short_name"],
        "earlier": earlier["short_name"],
        "amount": _amount_of(last, is_told_with_years=unlike, t=t),
        "earlier_amount": _amount_of(earlier, is_told_with_years=unlike, t=t),
        "counted": _noted([counted_words(per, over, t=t), prices]),
    }
    ratio = float(last["ratio_to_previous"])
    if round(ratio, 2) == 1:
        return t("{plan} asked for about as much as {earlier} {counted}: {amount} against {earlier_amount}.", **both)
    if ratio < 1:
        share = t.percent(100 * (1 - ratio))
        return t("{plan} asked for {share} less than {earlier} {counted}: {amount} against {earlier_amount}.", share=share, **both)
    if ratio < _TIMES_FROM:
        share = t.percent(100 * (ratio - 1))
        return t("{plan} asked for {share} more than {earlier} {counted}: {amount} against {earlier_amount}.", share=share, **both)
    return t(
        "{plan} asked for {ratio} times as much as {earlier} {counted}: {amount} against {earlier_amount}.",
        ratio=t.number(ratio),
        **both,
    )


def _amount_of(plan: pd.Series, *, is_told_with_years: bool, t: Language) -> str:
    """A plan's amount with what it rests on, and the years it is for where they matter."""
    told = amount_text(t, plan)
    if not is_told_with_years:
        return told
    return t("{amount} for {years}", amount=told, years=t.n("{count} year", "{count} years", int(plan["year_count"])))


def _noted(parts: list[str]) -> str:
    """What is counted, with the price level after a comma."""
    return ", ".join(part for part in parts if part)


def state_words(row: Annotated[Any, "budget_comparison", "budget_timeline"], *, t: Language) -> str:
    """For a table: on what an amount rests; where there is none, why."""
    return gap_words(t, row) if is_missing(row.amount) else word(t, row.standing)


def extension_notes(frame: Annotated[pd.DataFrame, "budget_comparison"], *, t: Language) -> list[str]:
    """That the years by which a plan was extended are not among those its money is counted over.

    Args:
        frame: short_name, start_year, end_year, extended_to_year (NULL: none), amount.
        t: The language shown.
    """
    extended = frame[frame["extended_to_year"].notna() & frame["amount"].notna()]
    return [
        t(
            "{plan} ran on to {year}; its budget is counted over the years of the plan as adopted, {first} to {last}.",
            plan=row.short_name,
            year=int(row.extended_to_year),
            first=int(row.start_year),
            last=int(row.end_year),
        )
        for row in rows_of(extended)
    ]


def population_notes(differences: Annotated[pd.DataFrame, "population_differences"], *, t: Language) -> list[str]:
    """That a plan prints another population than the one by which figures per head are divided, and what that does to them.

    Args:
        differences: Localised rows of ``population_differences``.
        t: The language shown.
    """
    return [_population_note(row, t=t) for row in rows_of(differences)]


def _population_note(row: Any, *, t: Language) -> str:
    named = {
        "year": int(row.population_year),
        "used": t.number(row.used_count / _MILLION),
        "used_source": row.used_source_title,
        "plan": row.short_name,
        "printed": t.number(row.printed_count / _MILLION),
        "percent": t.percent(abs(row.per_head_change_pct)),
    }
    if row.per_head_change_pct > 0:
        return t(
            "Population of {year}: {used} million in the series used here ({used_source}), {printed} million in {plan}. "
            "With the plan’s figure, an amount per head of that year would be {percent} higher.",
            **named,
        )
    return t(
        "Population of {year}: {used} million in the series used here ({used_source}), {printed} million in {plan}. "
        "With the plan’s figure, an amount per head of that year would be {percent} lower.",
        **named,
    )


def population_caveat(differences: Annotated[pd.DataFrame, "population_differences"], *, t: Language) -> str:
    """The same in a few words, for a line of sources; empty where no population differs."""
    return "; ".join(
        t(
            "population of {year}: {used} million here, {printed} million in {plan}",
            year=int(row.population_year),
            used=t.number(row.used_count / _MILLION),
            printed=t.number(row.printed_count / _MILLION),
            plan=row.short_name,
        )
        for row in rows_of(differences)
    )


def gaps_told(frame: Annotated[pd.DataFrame, "budget_comparison"], *, t: Language) -> list[str]:
    """One sentence for the plans without an amount in the sources, and one for each plan whose amount cannot be told in this money.

    Args:
        frame: short_name, amount_state, what is lacking; one row for each plan.
        t: The language shown.
    """
    none = list(frame.loc[frame["amount_state"] == "none", "short_name"])
    stuck = frame[frame["amount_state"] == "not_convertible"]
    parts = [t("The sources give no amount for {plans}.", plans=listed(t, none))] if none else []
    return parts + [t("{plan}: {gap}.", plan=row.short_name, gap=gap_words(t, row)) for row in rows_of(stuck)]
