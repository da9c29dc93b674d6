"""Scenes on what was done, what is measured, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nap_analytics import queries
from nap_analytics.charts.headed_rows import PLAN_COLOUR
from nap_analytics.charts.theme import MOVEMENT_SYMBOLS, STATUS_SYMBOLS, pillar_colour
from nap_analytics.deck import Mark, Picture
from nap_analytics.errors import N_, NapError
from nap_analytics.findings import indicators as indicator_findings
from nap_analytics.findings import overview
from nap_analytics.findings import progress as findings
from nap_analytics.findings.coverage import direction_sentence, verdict_sentence
from nap_analytics.kit.scenes.content import SceneContent, number, subject
from nap_analytics.kit.scenes.events import event_notes
from nap_analytics.palette import GREY, MOVEMENT_COLOURS, STATUS_COLOURS
from nap_analytics.wording.language import is_missing
from nap_analytics.wording.measure_codes import COVERAGE, MOVEMENT
from nap_analytics.wording.status import dated_status, lost_level
from nap_analytics.wording.texts import first_sentence
from nap_analytics.wording.values import held_value, is_written_as_percentage, target_value, written_as, written_period, written_value

if TYPE_CHECKING:
    import pandas as pd

    from nap_analytics.kit.scenes.request import SceneRequest
    from nap_analytics.wording.language import Language

_MOST_BARS, _MOST_COLUMNS, _MOST_NAMED, _MOST_TARGETS = 8, 12, 4, 4
COVERAGE_COLOURS = {
    "assessed": PLAN_COLOUR,
    "measured": STATUS_COLOURS["acceleration"],
    "near": STATUS_COLOURS["limited"],
    "silent": GREY,
}


def completion(request: SceneRequest) -> SceneContent:
    """Activities completed of those planned, by priority, with the other reading of the source."""
    t, plan_id = request.t, request.setting("plan")
    frame = request.localised(queries.reported_completion, plan_id=plan_id)
    marks = tuple(_completion_mark(row, t=t) for row in frame.itertuples())
    picture = Picture("bars", subject(request.plan_name(plan_id), t("percent of the planned activities completed")), marks, whole=100)
    source = f"{frame['source_title'].iloc[0]}, {frame['locator'].iloc[0].split(',')[0]}"
    return SceneContent(findings.completion_finding(frame, t=t), picture, source, "progress", {"plan": plan_id})


def _completion_mark(row: Any, *, t: Language) -> Mark:
    counts = t("{part} of {whole}", part=t.number(row.completed_count), whole=t.number(row.planned_count))
    note = "" if row.assignment_is_certain else t("another reading of the source: {share}", share=t.percent(row.other_completion_pct, 0))
    written = f"{t.percent(row.completion_pct, 0)} ({counts})"
    return Mark(f"{row.pillar_code}. {row.short_name}", number(row.completion_pct), written, pillar_colour(row.wps_pillar), note=note)


def coverage(request: SceneRequest) -> SceneContent:
    """How many indicators of a plan are assessed, measured, measured only nearly, or silent; a kind of which there is none stays."""
    t, plan_id = request.t, request.setting("plan")
    frame = request.localised(queries.indicator_coverage, plan_id=plan_id, viewed_on=request.viewed_on)
    plan_name = request.plan_name(plan_id)
    picture = Picture("bars", t("indicators of the plan"), coverage_marks(frame, t=t), is_parts=True)
    source = t("computed from the indicators of the plan; the page of each names its sources")
    return SceneContent(overview.coverage_finding(frame, plan_name=plan_name, t=t), picture, source, "progress", {"plan": plan_id})


def coverage_marks(frame: pd.DataFrame, *, t: Language) -> tuple[Mark, ...]:
    """How many indicators are of each kind of coverage; rows of ``indicator_coverage``."""
    counts = {code: int((frame["coverage"] == code).sum()) for code in COVERAGE}
    return tuple(
        Mark(t(name).capitalize(), float(counts[code]), t.number(counts[code]), COVERAGE_COLOURS[code]) for code, name in COVERAGE.items()
    )


def targets(request: SceneRequest) -> SceneContent:
    """The series of a plan that can be held against a target: baseline, value held against it, target; those of one unit."""
    t, plan_id = request.t, request.setting("plan")
    frame = overview.side_by_side(request.localised(queries.judged_series, plan_id=plan_id, viewed_on=request.viewed_on))
    # The title counts all of them; a bar needs a value, and four with their words fill the stage in two languages.
    # What was missed is never the part that is left out; then what is nearest to its target, which the title names.
    valued = frame[frame["held_value"].notna()].assign(is_missed=lambda rows: rows["status"] == "missed")
    valued = valued.sort_values(["is_missed", "distance_to_target"], ascending=[False, True], kind="stable")
    shown = valued.head(_MOST_TARGETS)
    if shown.empty:
        raise NapError(N_("there is no data for this scene"))
    # Where all have one target, it is said once: the words of four bodies in two languages fill the stage.
    is_alike = len(shown) > 1 and len(shown[["target_value", "target_date"]].drop_duplicates()) == 1
    marks = tuple(target_mark(row, t=t, has_target=not is_alike) for row in shown.itertuples())
    is_percentage = frame["value_kind"].map(is_written_as_percentage).all()
    has_percent_sign = is_percentage and "level" not in set(frame["value_kind"])
    drawn = "" if len(marks) == len(frame) else t("{part} of {whole} drawn", part=t.number(len(marks)), whole=t.number(len(frame)))
    unit = subject(
        request.plan_name(plan_id),
        frame["text"].iloc[0].rstrip("."),
        "" if has_percent_sign else str(frame["unit"].iloc[0]),
        _one_target(shown, t=t) if is_alike else "",
        drawn,
    )
    whole = max(50.0, frame[["held_value", "target_value"]].max().max()) if is_percentage else None
    picture = Picture("bars", unit, marks, goal_name=t("Target"), start_name=t("Baseline"), whole=whole)
    indicator_id = str(frame["indicator_id"].iloc[0])
    places = request.localised(queries.value_places, plan_id=plan_id, viewed_on=request.viewed_on)
    source = t("; ").join(overview.documents_behind(places, frame))
    filters = {"indicator": indicator_id}
    return SceneContent(overview.target_finding(frame, t=t), picture, source, "indicators", filters)


def _one_target(shown: pd.DataFrame, *, t: Language) -> str:
    """The target that all series shown have."""
    row: Any = next(shown.itertuples())
    return t("target {value}", value=target_value(t, row))


def target_mark(row: Any, *, t: Language, has_target: bool = True) -> Mark:
    """A series on its way from baseline to target, with its status; a localised row of ``judged_series``.

    Args:
        row: The series.
        t: The language shown.
        has_target: Its target is among its words; else it is said once for all.
    """
    start = written_value(t, row.stated_baseline_value, **written_as(row))
    baseline = "" if is_missing(row.stated_baseline_value) else t("baseline {value}", value=start)
    # A sum starts from 0 by rule, which nobody measured.
    baseline = t("from 0") if row.is_sum else baseline
    way = ", ".join(filter(None, (baseline, t("target {value}", value=target_value(t, row)) if has_target else "")))
    lost = "" if row.deadline_has_passed else lost_level(t, row)
    standing = t("{symbol} {status}", symbol=STATUS_SYMBOLS[row.status], status=dated_status(t, row.status, row.status_date))
    # Progress rests on the latest value in the plan's time: it is none of another value that answers for the target.
    is_of_shown = row.held_date == row.period_end and not is_missing(row.progress_pct)
    return Mark(
        row.name,
        number(row.held_value),
        t("no value") if is_missing(row.held_value) else held_value(t, row),
        pillar_colour(row.wps_pillar),
        goal=number(row.target_value),
        start=number(row.baseline_value),
        note=", ".join(filter(None, (way, standing, lost))),
        aim=row.direction,
        progress=row.progress_pct / 100 if is_of_shown else None,
    )


def pillars(request: SceneRequest) -> SceneContent:
    """The pillars of a plan: their means where each may stand alone, else how many of their indicators are measured.

    A plan that is known by its completed activities shows those.
    """
    t, plan_id = request.t, request.setting("plan")
    frame = request.localised(queries.pillar_progress, plan_id=plan_id, viewed_on=request.viewed_on)
    if (frame["basis"] == "activities").all():
        return completion(request)
    plan_name = request.plan_name(plan_id)
    if frame["is_headline_mean"].all():
        marks = tuple(_mean_mark(row, t=t) for row in frame.head(_MOST_BARS).itertuples())
        picture = Picture("bars", subject(plan_name, t("percent of progress towards the targets, on average")), marks, whole=100)
    else:
        marks = tuple(_measured_mark(row, t=t) for _, row in frame.head(_MOST_BARS).iterrows())
        whole = float(frame["indicator_count"].max()) or None
        picture = Picture("bars", subject(plan_name, t("indicators measured in the time of the plan")), marks, whole=whole)
    source = t("computed from the indicators of the plan; the page of each names its sources")
    return SceneContent(findings.pillars_finding(frame, t=t), picture, source, "progress", {"plan": plan_id})


def _mean_mark(row: Any, *, t: Language) -> Mark:
    """A pillar whose mean may stand alone, with what it rests on and its lowest and highest possible value."""
    counted = t("{part} of {whole} indicators assessed", part=t.number(row.assessed_count), whole=t.number(row.indicator_count))
    bounds = t("possible {lower}–{upper}", lower=t.number(row.lower_pct), upper=t.percent(row.upper_pct))
    note = counted if row.assessed_count == row.indicator_count else f"{counted}, {bounds}"
    name = f"{row.pillar_code}. {row.short_name}"
    return Mark(name, number(row.progress_pct), t.percent(row.progress_pct, 0), pillar_colour(row.wps_pillar), note=note)


def _measured_mark(row: pd.Series, *, t: Language) -> Mark:
    """A pillar by its measured indicators, with how they move and what became of their targets."""
    near = int(row["near_count"])
    sentences = [
        t.n("{count} indicator with a near measure only", "{count} indicators with a near measure only", near) if near else "",
        direction_sentence(row, t=t) if row["measured_count"] else "",
        verdict_sentence(row, t=t),
    ]
    written = t("{part} of {whole}", part=t.number(row["measured_count"]), whole=t.number(row["indicator_count"]))
    note = ". ".join(each.rstrip(".") for each in sentences if each)
    return Mark(
        f"{row['pillar_code']}. {row['short_name']}", float(row["measured_count"]), written, pillar_colour(row["wps_pillar"]), note=note
    )


def direction(request: SceneRequest) -> SceneContent:
    """The series of a plan that can be compared with where they started, by the way they move; near measures left out."""
    t, plan_id = request.t, request.setting("plan")
    frame = request.localised(queries.plan_series, plan_id=plan_id, viewed_on=request.viewed_on)
    exact = frame[frame["evidence"] == "exact"]
    compared = exact[~exact["movement"].isin(["unknown", "not_judged"])]
    if compared.empty:
        raise NapError(N_("there is no data for this scene"))
    marks = tuple(
        _movement_mark(code, compared.loc[compared["movement"] == code, "name"].tolist(), t=t)
        for code in MOVEMENT
        if (compared["movement"] == code).any()
    )
    others = len(exact) - len(compared)
    left_out = t.n("{count} more cannot be compared", "{count} more cannot be compared", others) if others else ""
    near = t("near measures apart") if (frame["evidence"] == "near").any() else ""
    unit = subject(request.plan_name(plan_id), t("series by direction of travel; improved means in the desired direction"), left_out, near)
    picture = Picture("bars", unit, marks)
    source = t("computed from the indicators of the plan; the page of each names its sources")
    return SceneContent(findings.movement_finding(frame, t=t), picture, source, "progress", {"plan": plan_id})


def _movement_mark(code: str, names: list[str], *, t: Language) -> Mark:
    """The series that move one way, the first of them by name."""
    more = len(names) - _MOST_NAMED
    shown = ", ".join(t("“{name}”", name=name) for name in names[:_MOST_NAMED])
    listed = shown if more <= 0 else t("{names} and {count} more", names=shown, count=t.number(more))
    name = t("{symbol} {status}", symbol=MOVEMENT_SYMBOLS[code], status=t(MOVEMENT[code]).capitalize())
    return Mark(name, float(len(names)), t.number(len(names)), MOVEMENT_COLOURS[code], note=listed)


def series(request: SceneRequest) -> SceneContent:
    """The preferred national values of one series over the years."""
    t, series_id = request.t, request.setting("series")
    indicator_id = series_id.partition("/")[0]
    params = {"indicator_id": indicator_id, "viewed_on": request.viewed_on}
    of_indicator = request.localised(queries.indicator_series, **params)
    chosen = of_indicator[of_indicator["series_id"] == series_id]
    if chosen.empty:
        raise NapError(N_("there is no series “{series}”"), series=series_id)
    values = request.localised(queries.indicator_observations, **params)
    national = values[(values["series_id"] == series_id) & values["is_national"] & values["value"].notna()]
    drawn = national[national["is_preferred"] & national["is_comparable"]].tail(_MOST_COLUMNS)
    if drawn.empty:
        raise NapError(N_("there is no data for this scene"))
    row = chosen.iloc[0]
    events = event_notes(request, drawn, indicator_id=indicator_id)
    marks = tuple(_value_mark(value, event=event, t=t) for value, event in zip(drawn.itertuples(), events, strict=True))
    finding = indicator_findings.values_finding(drawn, series=row, t=t)
    title = t("{series}: {finding}", series=row["name"], finding=finding[:1].lower() + finding[1:])
    if row["reads_reporting"]:
        title = t("{finding}. Reported cases are not prevalence", finding=title)
    caveat = "" if is_missing(row["note"]) else first_sentence(row["note"]).rstrip(".")
    near = t("near measure of the indicator") if row["evidence"] == "near" else ""
    unit = subject(request.plan_name(row["plan_id"]), str(row["unit"]), near, caveat)
    source = t("; ").join(dict.fromkeys(drawn["source_title"]))
    filters = {"indicator": indicator_id, "series": series_id.rpartition("/")[2]}
    return SceneContent(title, Picture("columns", unit, marks), source, "indicators", filters)


def _value_mark(row: Any, *, event: str, t: Language) -> Mark:
    """A value with the events of its time, and the break before it."""
    known = {"value_kind": row.value_kind, "unit": ""}
    after_break = t("first value after a break in the series") if row.is_series_break else ""
    note = " · ".join(filter(None, (after_break, event)))
    name = written_period(t, row.period_start, row.period_end)
    return Mark(name, number(row.value), written_value(t, row.value, **known).strip(), PLAN_COLOUR, note=note)


def missing(request: SceneRequest) -> SceneContent:
    """What is missing before more of a plan can be assessed or verified."""
    t, plan_id = request.t, request.setting("plan")
    frame = request.localised(queries.data_gaps, plan_id=plan_id, viewed_on=request.viewed_on)
    columns = {
        "target_is_missing": t("Target missing"),
        "baseline_is_missing": t("Baseline missing"),
        "value_is_missing": t("Value that counts missing"),
        "verdict_value_is_missing": t("Value at the target date missing"),
    }
    marks = tuple(_missing_mark(name, frame[column], t=t) for column, name in columns.items())
    unit = subject(request.plan_name(plan_id), t("series that wait for data"))
    picture = Picture("bars", unit, marks, whole=float(len(frame)))
    source = t("computed from the indicators of the plan; the page of each names its sources")
    return SceneContent(findings.missing_finding(frame, t=t), picture, source, "progress", {"plan": plan_id})


def _missing_mark(name: str, flags: pd.Series, *, t: Language) -> Mark:
    count = int(flags.fillna(value=False).sum())
    written = t("{part} of {whole}", part=t.number(count), whole=t.number(len(flags)))
    return Mark(name, float(count), written, PLAN_COLOUR)
