"""What the data set is, told in a sentence: its size, the rules it keeps, where its sources fail and what they leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from nap_analytics.errors import N_
from nap_analytics.wording.codes import CONFIDENCE, SOURCE_KIND

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

    from nap_analytics.wording.language import Language

RELATION_KIND: Mapping[str, str] = {"table": N_("table"), "view": N_("view")}

DISCREPANCY_KIND: Mapping[str, str] = {
    "line": N_("Line total that is not the sum of its yearly cells"),
    "total": N_("Printed total that is not the sum of its parts"),
    "percentage": N_("Printed percentage that its own counts do not give"),
    "values": N_("Measured values that contradict each other"),
    "code": N_("Printed code that is not that of its place"),
    "numbering": N_("Gap in the numbering"),
    "statement": N_("Same thing stated differently in two places"),
    "wording": N_("Same activity worded differently in two tables"),
}
"""Kinds of faults inside the documents, those of arithmetic first."""

SECOND_VALUE: Mapping[str, str] = {
    "line": N_("beside it: the sum of the yearly cells"),
    "total": N_("beside it: the sum of the parts"),
    "percentage": N_("beside it: the share computed from the counts"),
    "values": N_("beside it: the value before, or the sum of the parts"),
    "code": N_("beside it: the code of its place in the framework"),
    "numbering": N_("beside it: the codes without a gap"),
    "statement": N_("beside it: what the other passage says"),
    "wording": N_("beside it: the wording of the other table"),
}
"""What stands beside the printed value, for each kind of fault."""

CALCULATED_KINDS = ("line", "total", "percentage", "values")
"""Kinds whose two values are numbers."""

DISCREPANCY_ORIGIN: Mapping[str, str] = {
    "document": N_("The plan’s own document"),
    "translation": N_("The unofficial translator’s wording"),
    "other_source": N_("Other sources"),
}
"""Whose contradiction it is; only the first speaks of the plan."""

MISSING: Mapping[str, str] = {
    "budget": N_("Budget of the plan as a whole"),
    "amount": N_("Activities with an amount"),
    "spent": N_("Pillars with amounts reported as spent"),
    "completion": N_("Pillars with a report on completed activities"),
    "schedule": N_("Activities with a date"),
    "target": N_("Series with a target"),
    "baseline": N_("Series with a baseline; sums start from 0 and are left out"),
    "value": N_("Series with a value that counts"),
    "assessment": N_("Indicators that can be assessed"),
    "region": N_("Indicators with a value for a region"),
    "frequency": N_("Indicators with a reporting frequency"),
}
"""What the sources should tell."""


def dictionary_finding(
    relations: Annotated[pd.DataFrame, "relations"], columns: Annotated[pd.DataFrame, "relation_columns"], *, t: Language
) -> str:
    """How much there is to look up."""
    kinds = relations["kind"].value_counts()
    return t(
        "{tables} and {views} hold {columns}.",
        tables=t.n("{count} table", "{count} tables", int(kinds.get("table", 0))),
        views=t.n("{count} view", "{count} views", int(kinds.get("view", 0))),
        columns=t.n("{count} column", "{count} columns", len(columns)),
    )


def checks_finding(declared: pd.DataFrame, *, check_count: int, t: Language) -> str:
    """What was checked. The sentence is only ever shown for data that passed: other data is not opened."""
    counts = declared[["type_count", "required_count", "code_list_count", "condition_count", "key_count", "reference_count"]]
    return t(
        "{rows} in {tables} passed {rules} before anything was shown.",
        rows=t.n("{count} row", "{count} rows", int(declared["row_count"].sum())),
        tables=t.n("{count} table", "{count} tables", len(declared)),
        rules=t.n("{count} rule", "{count} rules", int(counts.to_numpy().sum()) + check_count),
    )


def discrepancies_finding(discrepancies: Annotated[pd.DataFrame, "discrepancies"], *, t: Language, plan_name: str = "") -> str:
    """How often the plans' own documents contradict themselves, and in what; what a translator or another source did is not counted.

    Args:
        discrepancies: Rows of ``discrepancies``, of all plans or of one.
        t: The language shown.
        plan_name: The one plan that they are of.
    """
    own = discrepancies[discrepancies["origin"] == "document"]
    if own.empty and plan_name:
        return t("{plan}: no contradiction inside the plan’s own document was found.", plan=plan_name)
    if own.empty:
        return t("No contradiction inside the plans’ own documents was found.")
    counts = own["kind"].value_counts()
    arithmetic = int(sum(counts.get(kind, 0) for kind in CALCULATED_KINDS))
    counted = {
        "places": t.n("{count} place", "{count} places", len(own)),
        "arithmetic": t.n("{count} in the arithmetic", "{count} in the arithmetic", arithmetic),
        "codes": t.n("{count} in the numbering", "{count} in the numbering", int(counts.get("code", 0) + counts.get("numbering", 0))),
        "passages": t.n(
            "{count} between two passages", "{count} between two passages", int(counts.get("statement", 0) + counts.get("wording", 0))
        ),
    }
    if plan_name:
        return t(
            "{plan}: {places} where the plan’s own document contradicts itself: {arithmetic}, {codes}, {passages}.",
            plan=plan_name,
            **counted,
        )
    return t("{places} where the plans’ own documents contradict themselves: {arithmetic}, {codes}, {passages}.", **counted)


def translation_finding(discrepancies: Annotated[pd.DataFrame, "discrepancies"], *, t: Language) -> str:
    """How often the unofficial translator worded one thing in two ways."""
    count = int((discrepancies["origin"] == "translation").sum())
    return t.n(
        "In {count} place the unofficial translation words one thing in two ways; that is no contradiction of the plan.",
        "In {count} places the unofficial translation words one thing in two ways; that is no contradiction of the plan.",
        count,
    )


def other_sources_finding(discrepancies: Annotated[pd.DataFrame, "discrepancies"], *, t: Language) -> str:
    """How often a source that is not the plan contradicts itself or the plan's document."""
    count = int((discrepancies["origin"] == "other_source").sum())
    return t.n(
        "In {count} place a source other than the plan was found to disagree with itself or with the "
        "plan’s document. Where sources differ on a value, both are shown with the indicator.",
        "In {count} places sources other than the plan were found to disagree with themselves or with "
        "the plan’s document. Where sources differ on a value, both are shown with the indicator.",
        count,
    )


ORIGIN_FINDING: Mapping[str, Callable[..., str]] = {
    "document": discrepancies_finding,
    "translation": translation_finding,
    "other_source": other_sources_finding,
}
"""The sentence for each origin; all take the rows of ``discrepancies`` of any origin."""


def not_counted(discrepancies: Annotated[pd.DataFrame, "discrepancies"], *, t: Language) -> str:
    """What stands beside the contradictions of the plans' documents and is not counted among them; empty where there is nothing."""
    counts = discrepancies["origin"].value_counts()
    translated, others = int(counts.get("translation", 0)), int(counts.get("other_source", 0))
    told = [
        (translated, t.n("{count} wording of the unofficial translator", "{count} wordings of the unofficial translator", translated)),
        (others, t.n("{count} place in another source", "{count} places in other sources", others)),
    ]
    parts = ", ".join(text for count, text in told if count)
    return t("Not counted here: {what}.", what=parts) if parts else ""


def missing_finding(missing: Annotated[pd.DataFrame, "missing"], *, t: Language) -> str:
    """What is missing most for measuring progress: targets and values."""
    added = missing.groupby("what")[["missing_count", "total_count"]].sum()
    targets, values = added.loc["target"], added.loc["value"]
    if not targets["total_count"]:
        return t("The sources list no indicator.")
    return t(
        "{targets} of the {total} exact series have no target entered, and {values} have no value that counts.",
        targets=t.number(targets["missing_count"]),
        values=t.number(values["missing_count"]),
        total=t.number(targets["total_count"]),
    )


def placements_finding(placements: Annotated[pd.DataFrame, "uncertain_placements"], *, t: Language) -> str:
    """What the transcription could not settle."""
    row = placements.iloc[0]
    return t(
        "In doubt after two transcriptions: the place of {completions}, {indicators} and {achievements}.",
        completions=t.n("{count} completion count", "{count} completion counts", int(row["completion_count"])),
        indicators=t.n("{count} indicator", "{count} indicators", int(row["indicator_count"])),
        achievements=t.n("{count} achievement", "{count} achievements", int(row["achievement_count"])),
    )


def sources_finding(sources: Annotated[pd.DataFrame, "sources"], *, t: Language) -> str:
    """How many sources the data rests on, and of what kind; a source that no row rests on is not counted."""
    used = sources[sources["row_count"] > 0]
    return t(
        "{rows} rest on {sources}: {kinds}.",
        rows=t.n("{count} row of data", "{count} rows of data", int(used["row_count"].sum())),
        sources=t.n("{count} source", "{count} sources", len(used)),
        kinds=_counted(used["kind"], words=SOURCE_KIND, t=t),
    )


def confidence_finding(sources: Annotated[pd.DataFrame, "sources"], *, t: Language) -> str:
    """How sure the sources are, each level with what it means."""
    counts = sources.loc[sources["row_count"] > 0, "confidence"].value_counts()
    levels = [_level(t(text), count=int(counts[code]), t=t) for code, text in CONFIDENCE.items() if code in counts]
    return t("Confidence: {levels}.", levels=" · ".join(levels))


def _level(text: str, *, count: int, t: Language) -> str:
    """A level of confidence with its count before its explanation."""
    name, _, meaning = text.partition(":")
    return t(
        "{name}, {sources} ({meaning})", name=name.strip(), sources=t.n("{count} source", "{count} sources", count), meaning=meaning.strip()
    )


def _counted(codes: pd.Series, *, words: Mapping[str, str], t: Language) -> str:
    """Each code with its count, in the order of the words: "official document (18), press (55)"."""
    counts = codes.value_counts()
    return ", ".join(
        t("{what} ({count})", what=t(text).partition(":")[0].strip(), count=t.number(int(counts[code])))
        for code, text in words.items()
        if code in counts
    )
