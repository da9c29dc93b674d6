"""Explain a mean: the series, indicators and results that it is made of, so that the sum can be done by hand."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from nap_analytics.charts.progress import group_name
from nap_analytics.ui import components
from nap_analytics.ui.register import Between, Group, TextCell, draw_register
from nap_analytics.wording.codes import pillar_words
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.status import lost_level, no_progress_reason
from nap_analytics.wording.values import WORKING_DECIMALS, listed, values_on_the_way

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pandas as pd

    from nap_analytics.wording.language import Language


def draw_mean_parts(t: Language, parts: pd.DataFrame, *, plan: pd.Series, pillars: pd.DataFrame, results: pd.DataFrame) -> None:
    """Each mean of the plan with its parts; nothing where no series is assessed.

    Args:
        t: The language shown.
        parts: Localised rows of ``mean_parts``, in the order of the plan.
        plan: The localised row of ``plan_overview``.
        pillars: Localised rows of ``pillar_progress`` of the plan.
        results: Localised rows of ``result_progress`` of the plan.
    """
    means = parts.drop_duplicates("pillar_code").set_index("pillar_code")["pillar_pct"].dropna()
    if means.empty:
        return
    components.section(t("Explain this figure"))
    components.lead(
        t(
            "An indicator is the mean of its assessed series, a result the mean of its indicators, a pillar the mean of its results and "
            "its objectives, the plan the mean of its pillars. A series counts at least 0 % and at most 100 %."
        )
    )
    whole = {"numbers": _numbers(t, means), "mean": t.percent(parts["plan_pct"].iloc[0], most=WORKING_DECIMALS)}
    components.finding(t("Mean over the assessed {pillars} ({numbers}) = {mean}", pillars=pillar_words(t, plan).many, **whole))
    if not plan["is_headline_mean"]:
        components.lead(
            t.n(
                "It rests on {count} of {total} indicators; with the others it could be anything from {lower} to "
                "{upper}. It should not be quoted alone.",
                "It rests on {count} of {total} indicators; with the others it could be anything from {lower} to "
                "{upper}. It should not be quoted alone.",
                int(plan["assessed_count"]),
                total=t.number(plan["indicator_count"]),
                lower=t.number(plan["lower_pct"]),
                upper=t.percent(plan["upper_pct"]),
            )
        )
    names = pillars.set_index("pillar_code")["short_name"]
    groups_of: Iterable[Any] = results.itertuples()
    heads = {(row.pillar_code, row.group_code): group_name(row, t=t) for row in groups_of}
    rows = list(parts.itertuples())
    groups = [
        Group(_pillar_title(t, code, names[code], own), "", list(_rows(t, own, heads=heads)))
        for code, own in ((code, list(own)) for code, own in groupby(rows, key=lambda row: row.pillar_code))
    ]
    draw_register([t("Series"), t("Baseline → latest → target"), t("Counts as")], groups, widths=(44, 34, 22))


def _numbers(t: Language, means: pd.Series) -> str:
    return listed(t, [t.percent(mean, most=WORKING_DECIMALS) for mean in means])


def _pillar_title(t: Language, code: str, name: str, rows: Sequence[Any]) -> str:
    """A pillar with the means that its own is the mean of."""
    groups = {row.group_code: row.group_pct for row in rows if not is_missing(row.group_pct)}
    title = t("{code}. {name}", code=code, name=name)
    if not groups:
        return t("{name}: no mean, because no series is assessed", name=title)
    numbers = listed(t, [t.percent(mean, most=WORKING_DECIMALS) for mean in groups.values()])
    return t("{name}: mean of {numbers} = {mean}", name=title, numbers=numbers, mean=t.percent(rows[0].pillar_pct, most=WORKING_DECIMALS))


def _rows(t: Language, rows: Sequence[Any], *, heads: dict[tuple[str, str], str]) -> Iterator[Sequence[TextCell] | Between]:
    for group_code, of_group in groupby(rows, key=lambda row: row.group_code):
        own = list(of_group)
        indicators = {row.indicator_id: row.indicator_pct for row in own if not is_missing(row.indicator_pct)}
        numbers = listed(t, [t.percent(mean, most=WORKING_DECIMALS) for mean in indicators.values()])
        mean = (
            t("mean of {numbers} = {mean}", numbers=numbers, mean=t.percent(own[0].group_pct, most=WORKING_DECIMALS))
            if indicators
            else t("not counted")
        )
        yield Between(heads[own[0].pillar_code, group_code], mean)
        for row in own:
            yield _cells(t, row)


def _cells(t: Language, row: Any) -> Sequence[TextCell]:
    values = values_on_the_way(t, row, most=WORKING_DECIMALS)
    name = row.text if row.name == row.text else t("{indicator}: {series}", indicator=row.text.rstrip("."), series=row.name)
    if is_missing(row.counted_pct):
        return [
            TextCell(name),
            TextCell(" → ".join(values), is_quiet=True),
            TextCell(t("not counted"), note=no_progress_reason(t, row), is_quiet=True),
        ]
    clipped = "" if row.counted_pct == row.progress_pct else t("computed: {progress}", progress=t.percent(row.progress_pct))
    return [
        TextCell(name),
        TextCell(" → ".join(values)),
        TextCell(t.percent(row.counted_pct, most=WORKING_DECIMALS), note=lost_level(t, row) or clipped),
    ]
