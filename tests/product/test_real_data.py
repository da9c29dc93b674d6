"""The shipped data against the documents: counts, totals and faults that a reader can find again on the printed page."""

from __future__ import annotations

from datetime import date

from nap_analytics.warehouse import Warehouse

MILLION = 1_000_000


def rows(real: Warehouse, statement: str) -> list[tuple]:
    """The answer to a statement."""
    return real.rows(statement)[1]


def pairs(real: Warehouse, statement: str) -> dict:
    """The answer to a statement of two columns."""
    return dict(rows(real, statement))


def test_budget_of_2012_by_axis_is_as_printed(real: Warehouse) -> None:
    added = pairs(real, "SELECT pillar_code, SUM(amount) FROM budget_line WHERE plan_id = 'mli-2012' GROUP BY ALL")
    assert {code: amount / MILLION for code, amount in added.items()} == {"1": 152, "2": 329, "3": 126, "4": 500, "5": 169}


def test_budget_of_2012_by_axis_and_year_is_what_is_allocated(real: Warehouse) -> None:
    cells = rows(
        real,
        "SELECT pillar_code, LIST(millions ORDER BY budget_year) FROM ("
        "SELECT pillar_code, budget_year, CAST(SUM(amount) / 1000000 AS INTEGER) AS millions"
        " FROM budget_line WHERE plan_id = 'mli-2012' AND budget_year IS NOT NULL GROUP BY ALL) GROUP BY ALL ORDER BY ALL",
    )
    assert cells == [
        ("1", [122, 15, 15]),
        ("2", [199, 90, 40]),
        ("3", [20, 76, 30]),
        ("4", [185, 125, 185]),
        ("5", [63, 53, 53]),
    ]


def test_what_no_year_holds_is_a_line_of_its_own(real: Warehouse) -> None:
    assert rows(
        real,
        "SELECT activity_id, pillar_code, CAST(amount AS INTEGER) FROM budget_line"
        " WHERE plan_id = 'mli-2012' AND budget_year IS NULL AND amount IS NOT NULL",
    ) == [("mli-2012:A4.1", "4", 5 * MILLION)]


def test_plan_budgets_are_the_printed_totals_or_missing_with_a_reason(real: Warehouse) -> None:
    assert rows(real, "SELECT plan_id, planned_xof, missing_reason FROM budget_total ORDER BY plan_id") == [
        ("mli-2012", 1276 * MILLION, None),
        ("mli-2015", 9386 * MILLION, None),
        ("mli-2019", None, "no_published_figure"),
    ]


def test_framework_has_the_printed_number_of_nodes(real: Warehouse) -> None:
    assert pairs(
        real,
        "SELECT plan_id, MAP(LIST(level ORDER BY level), LIST(node_count ORDER BY level))"
        " FROM (SELECT plan_id, level, COUNT(*) AS node_count FROM framework_node GROUP BY ALL) GROUP BY ALL",
    ) == {
        "mli-2012": {"objective": 12, "pillar": 5, "result": 27},
        "mli-2015": {"pillar": 5},
        "mli-2019": {"objective": 4, "opportunity": 35, "pillar": 4, "result": 15},
    }


def test_each_pillar_has_the_printed_number_of_indicators(real: Warehouse) -> None:
    counts = rows(real, "SELECT plan_id, pillar_code, COUNT(*) FROM indicator GROUP BY ALL ORDER BY ALL NULLS LAST")
    assert [count for plan, _, count in counts if plan == "mli-2012"] == [5, 9, 10, 6, 10]
    assert [(pillar, count) for plan, pillar, count in counts if plan == "mli-2019"] == [
        ("1", 11),
        ("2", 10),
        ("3", 19),
        ("4", 16),
        (None, 7),
    ]
    assert "mli-2015" not in {plan for plan, _, _ in counts}


def test_chapters_of_2019_have_their_indicators(real: Warehouse) -> None:
    assert pairs(real, "SELECT chapter, COUNT(*) FROM indicator WHERE chapter IS NOT NULL GROUP BY ALL") == {
        "leadership": 2,
        "monitoring": 1,
        "civil-society": 1,
        "decentralisation": 1,
        "communication": 1,
        "budget": 1,
    }


def test_rates_of_the_plans_have_the_kind_of_their_wording(real: Warehouse) -> None:
    kinds = "SELECT series_id, value_kind FROM series_rule WHERE value_kind IN ('rate_of_change', 'gross_rate') ORDER BY ALL"
    assert rows(real, kinds) == [
        ("mli-2012:2.6a", "rate_of_change"),
        ("mli-2012:3.1a", "rate_of_change"),
        ("mli-2012:4.1b", "rate_of_change"),
        ("mli-2019:4.4.1a/access-general-secondary", "gross_rate"),
        ("mli-2019:4.4.1a/completion-lower-secondary", "gross_rate"),
        ("mli-2019:4.4.1a/completion-primary", "gross_rate"),
        ("mli-2019:4.4.1a/enrolment", "gross_rate"),
        ("mli-2019:4.4.1a/enrolment-fundamental-2", "gross_rate"),
        ("mli-2019:4.4.1a/enrolment-primary", "gross_rate"),
        ("mli-2019:4.4.1a/enrolment-secondary", "gross_rate"),
        ("mli-2019:4.4.1a/primary-completion", "gross_rate"),
    ]


def test_activities_of_2012_stand_in_their_axes(real: Warehouse) -> None:
    counts = rows(real, "SELECT pillar_code, COUNT(*) FROM activity WHERE plan_id = 'mli-2012' GROUP BY ALL ORDER BY ALL")
    assert counts == [("1", 4), ("2", 8), ("3", 7), ("4", 4), ("5", 10)]
    assert sum(count for _, count in counts) == 33


def test_activities_without_an_amount_are_kept_without_one(real: Warehouse) -> None:
    assert rows(
        real,
        "SELECT activity_id FROM budget_line WHERE plan_id = 'mli-2012' GROUP BY ALL HAVING COUNT(amount) = 0 ORDER BY ALL",
    ) == [("mli-2012:A2.7",), ("mli-2012:A5.8",), ("mli-2012:A5.9",)]


def test_results_of_2019_skip_4_2(real: Warehouse) -> None:
    codes = rows(
        real,
        "SELECT node_code FROM framework_node WHERE plan_id = 'mli-2019' AND level = 'result' AND pillar_code = '4' ORDER BY sort_order",
    )
    assert codes == [("4.1",), ("4.3",), ("4.4",), ("4.5",)]


def test_completion_of_2015_is_counted_with_both_readings(real: Warehouse) -> None:
    completions = rows(
        real,
        "SELECT pillar_code, completed_count, planned_count, CAST(printed_pct AS INTEGER), other_completed_count, other_planned_count"
        " FROM reported_completion WHERE plan_id = 'mli-2015' ORDER BY ALL",
    )
    assert completions == [
        ("1", 9, 14, 64, None, None),
        ("2", 14, 24, 58, None, None),
        ("3", 6, 9, 67, 4, 15),
        ("4", 4, 15, 27, 6, 9),
        ("5", 4, 13, 30, None, None),
    ]


def test_progress_of_2015_is_the_completion_of_each_priority(real: Warehouse) -> None:
    progress = rows(
        real,
        "SELECT pillar_code, ROUND(progress_pct, 1), ROUND(lower_pct, 1), ROUND(upper_pct, 1), basis"
        " FROM pillar_progress WHERE plan_id = 'mli-2015' ORDER BY ALL",
    )
    assert progress == [
        ("1", 64.3, 64.3, 64.3, "activities"),
        ("2", 58.3, 58.3, 58.3, "activities"),
        ("3", 66.7, 26.7, 66.7, "activities"),
        ("4", 26.7, 26.7, 66.7, "activities"),
        ("5", 30.8, 30.8, 30.8, "activities"),
    ]


def test_progress_of_2012_is_not_known(real: Warehouse) -> None:
    progress = rows(
        real, "SELECT DISTINCT progress_pct, lower_pct, upper_pct, assessed_count FROM pillar_progress WHERE plan_id = 'mli-2012'"
    )
    assert progress == [(None, 0, 100, 0)]


SEATS = "mli-2019:1.3.1a"
"""Women in elected and appointed posts: the only indicator of the third plan with targets."""


def test_half_way_the_seats_are_told_by_their_pace(real: Warehouse) -> None:
    found = rows(
        real,
        "SELECT category, status, ROUND(progress_pct, 1), ROUND(expected_pct, 1), ROUND(target_value - latest_value, 1), status_date"
        f" FROM series_progress('2021-12-31') WHERE indicator_id = '{SEATS}' AND progress_pct IS NOT NULL ORDER BY category",
    )
    assert found == [
        ("appointed-posts", "on_track", 68.4, 50, 2, date(2019, 12, 31)),
        ("government", "deterioration", 0, 51.9, 8.6, date(2021, 6, 11)),
        ("parliament", "on_track", 89.7, 50, 2.1, date(2020, 12, 31)),
    ]
    statement = f"SELECT ROUND(progress_pct, 1), status FROM indicator_progress('2021-12-31') WHERE indicator_id = '{SEATS}'"
    assert rows(real, statement) == [(52.7, "acceleration")]


def test_after_the_plan_the_seats_are_told_by_their_verdicts(real: Warehouse) -> None:
    found = rows(
        real,
        "SELECT category, status, ROUND(verdict_value, 1), verdict_date, break_date"
        f" FROM series_progress('2024-12-31') WHERE indicator_id = '{SEATS}' AND target_value IS NOT NULL ORDER BY category",
    )
    assert found == [
        ("appointed-posts", "not_verified", None, None, None),
        ("central-directors", "not_verified", None, None, None),
        ("communal-councillors", "not_verified", None, None, None),
        ("constitution-commission", "missed", 15.9, date(2023, 1, 31), None),
        ("election-authority", "missed", 26.7, date(2023, 1, 31), None),
        ("government", "missed", 21.4, date(2024, 3, 31), None),
        ("governors", "not_verified", None, None, None),
        ("high-administration", "not_verified", None, None, None),
        ("mayors", "missed", 2.4, date(2024, 2, 29), None),
        ("parliament", "not_verified", None, None, date(2021, 12, 31)),
        ("prefects", "not_verified", None, None, None),
        ("sub-prefects", "not_verified", None, None, None),
    ]
    statement = f"SELECT status, status_date FROM indicator_progress('2024-12-31') WHERE indicator_id = '{SEATS}'"
    assert rows(real, statement) == [("missed", date(2024, 3, 31))]


def test_seats_are_on_no_axis_with_the_appointed_council(real: Warehouse) -> None:
    found = pairs(
        real,
        f"SELECT YEAR(period_end), assessment_scope FROM scoped_observation WHERE series_id = '{SEATS}/parliament'"
        " AND is_preferred AND period_end >= '2019-01-01'",
    )
    assert found == {2019: "within", 2020: "within"} | dict.fromkeys(range(2021, 2026), "after_break")


def test_direction_of_2019_is_known_for_two_indicators(real: Warehouse) -> None:
    found = rows(
        real,
        "SELECT series_id, movement, movement_reason FROM series_direction('2024-12-31') WHERE plan_id = 'mli-2019'"
        " AND (movement <> 'unknown' OR to_value IS NOT NULL AND from_value IS NOT NULL) ORDER BY ALL",
    )
    assert found == [
        ("mli-2019:1.1.1a/csa", "improved", None),
        ("mli-2019:1.3.1a/appointed-posts", "improved", None),
        ("mli-2019:1.3.1a/government", "worsened", None),
        ("mli-2019:1.3.1a/institution-staff", "improved", None),
        ("mli-2019:1.3.1a/parliament", "improved", None),
        ("mli-2019:2.1.1a/cases-reported", "not_judged", "reads_reporting"),
        ("mli-2019:4.4.1a/completion-lower-secondary", "improved", None),
        ("mli-2019:4.4.1a/completion-primary", "improved", None),
        ("mli-2019:4.4.1a/enrolment-fundamental-2", "unknown", "less_than_a_year"),
        ("mli-2019:4.4.1a/enrolment-primary", "not_judged", "depends_on_year"),
        ("mli-2019:4.4.1a/enrolment-secondary", "improved", None),
        ("mli-2019:4.4.1a/gender-parity", "improved", None),
        ("mli-2019:4.4.1a/girls-out-of-school", "improved", None),
        ("mli-2019:4.4.1a/primary-completion", "slightly_improved", None),
        ("mli-2019:O3a/legislation-index", "unchanged", None),
    ]
    moved = "SELECT indicator_id, movement FROM indicator_direction('2024-12-31') WHERE movement NOT IN ('unknown', 'not_judged')"
    assert pairs(real, moved) == {"mli-2019:1.1.1a": "improved", SEATS: "mixed"}


def test_five_indicators_of_2019_are_measured_and_nineteen_have_a_near_measure(real: Warehouse) -> None:
    framework = "FROM indicator_progress('2024-12-31') WHERE plan_id = 'mli-2019' AND pillar_code IS NOT NULL"
    assert pairs(real, f"SELECT coverage, COUNT(*) {framework} GROUP BY ALL") == {
        "assessed": 1,
        "measured": 4,
        "near": 19,
        "silent": 32,
    }
    measured = f"SELECT indicator_id {framework} AND coverage IN ('assessed', 'measured') ORDER BY ALL"
    assert [code for (code,) in rows(real, measured)] == [
        "mli-2019:1.1.1a",
        SEATS,
        "mli-2019:2.3.2a",
        "mli-2019:3.3.1a",
        "mli-2019:3.3.2a",
    ]


def test_a_figure_that_repeats_the_baseline_is_not_preferred(real: Warehouse) -> None:
    found = rows(
        real,
        "SELECT value, is_preferred, note_en IS NOT NULL, note_fr IS NOT NULL"
        " FROM observation WHERE series_id = 'mli-2019:1.1.1a/all-bodies'",
    )
    assert found == [(3, False, True, True)]


def test_no_mean_of_2019_is_a_headline(real: Warehouse) -> None:
    statement = "SELECT DISTINCT is_headline_mean(progress_pct, lower_pct, upper_pct) FROM {}('2024-12-31') WHERE plan_id = 'mli-2019'"
    assert [rows(real, statement.format(view)) for view in ("pillar_progress", "plan_progress")] == [[(False,)], [(False,)]]


def test_progress_of_2019_rests_on_measured_values(real: Warehouse) -> None:
    [(progress, lower, upper, assessed, total)] = rows(
        real,
        "SELECT progress_pct, lower_pct, upper_pct, assessed_count, indicator_count"
        " FROM pillar_progress WHERE plan_id = 'mli-2019' AND pillar_code = '1'",
    )
    assert 0 < lower < progress < upper < 100
    assert 1 <= assessed < total == 11


def test_documents_contradict_themselves_where_a_reader_finds_it(real: Warehouse) -> None:
    found = rows(
        real,
        "SELECT plan_id, kind, printed_value, computed_value, ROUND(difference, 2) FROM source_discrepancy"
        " WHERE kind IN ('line', 'total', 'percentage', 'numbering') ORDER BY plan_id, kind, printed_value",
    )
    assert found == [
        ("mli-2012", "line", "95000000", "90000000", 5_000_000),
        ("mli-2012", "total", "1276000000", "1271000000", 5_000_000),
        ("mli-2012", "total", "500000000", "495000000", 5_000_000),
        ("mli-2015", "percentage", "30", "30.77", -0.77),
        ("mli-2019", "numbering", "4.1, 4.3, 4.4, 4.5", "4.1, 4.2, 4.3, 4.4", None),
        ("mli-2019", "total", "540121000", "525121000", 15_000_000),
    ]


def test_codes_printed_twice_are_found(real: Warehouse) -> None:
    found = rows(
        real,
        "SELECT printed_value, computed_value FROM source_discrepancy WHERE kind = 'code' AND printed_value <> computed_value ORDER BY ALL",
    )
    assert found == [
        ("3.2.1", "3.1.1"),
        ("3.2.2", "3.1.2"),
        ("4.2.1", "4.1.1"),
        ("4.2.1", "4.3.1"),
        ("4.2.2", "4.1.2"),
        ("4.2.2", "4.3.2"),
        ("4.2.3", "4.3.3"),
        ("4.3.1", "4.4.1"),
        ("4.3.2", "4.4.2"),
        ("4.3.3", "4.4.3"),
    ]


def test_translator_and_other_sources_are_told_apart_from_the_plans(real: Warehouse) -> None:
    found = rows(
        real, "SELECT plan_id, kind, origin, COUNT(*) FROM source_discrepancy WHERE origin <> 'document' GROUP BY ALL ORDER BY ALL"
    )
    assert found == [
        ("mli-2012", "statement", "translation", 3),
        ("mli-2012", "wording", "translation", 16),
        ("mli-2019", "statement", "translation", 10),
        ("mli-2019", "total", "other_source", 1),
    ]


def test_passages_that_disagree_are_found(real: Warehouse) -> None:
    found = rows(
        real,
        "SELECT plan_id, quantity_id, LIST(value_text ORDER BY sort_order) FROM printed_quantity WHERE quantity_id IN"
        " ('agreement-bodies-women', 'committee-role', 'sexual-violence-resolution-count', 'draft-bill-2018', 'planned-years',"
        " 'annual-report-role', 'axis-1-name') AND origin = 'document' GROUP BY ALL ORDER BY ALL",
    )
    assert found == [
        (
            "mli-2012",
            "axis-1-name",
            ["Prevention of gender-based conflict and violence", "The prevention of gender-based violence during conflicts in the north"],
        ),
        ("mli-2015", "draft-bill-2018", ["2018 saw the development of a draft bill", "A draft legislation … finalized in 2018"]),
        ("mli-2019", "agreement-bodies-women", ["3", "9"]),
        (
            "mli-2019",
            "annual-report-role",
            [
                "an annual national report which will be coordinated by the MPFEF through the Technical Management Unit",
                "acting as an independent mid-term evaluation",
            ],
        ),
        (
            "mli-2019",
            "committee-role",
            [
                "an advisory body for guidance, action and monitoring",
                "the primary responsible party for the implementation process",
                "an advisory boarding providing guidance, decision-making and monitoring",
            ],
        ),
        (
            "mli-2019",
            "planned-years",
            [
                "the next five years (2019 - 2023)",
                "the three-year operational plan",
                "the key actions planned for the first three years",
            ],
        ),
        ("mli-2019", "sexual-violence-resolution-count", ["Three", "4"]),
    ]


def test_achievements_of_the_summary_that_the_annex_repeats_are_counted_once(real: Warehouse) -> None:
    pairs = rows(
        real,
        "SELECT SPLIT_PART(achievement_id, '-', 3), SPLIT_PART(same_as_achievement_id, '-', 3) FROM achievement"
        " WHERE same_as_achievement_id IS NOT NULL ORDER BY sort_order",
    )
    assert pairs == [("1", "24"), ("2", "22"), ("3", "27"), ("4", "16"), ("5", "12"), ("6", "17"), ("7", "31")]
    assert rows(real, "SELECT COUNT(*), COUNT(*) FILTER (WHERE same_as_achievement_id IS NULL) FROM achievement") == [(35, 28)]


def test_one_heading_serves_one_priority(real: Warehouse) -> None:
    found = rows(
        real,
        "SELECT sort_order, pillar_code, is_planned, note_en IS NOT NULL AND note_fr IS NOT NULL FROM achievement"
        " WHERE NOT placement_is_certain ORDER BY sort_order",
    )
    assert found == [(19, None, None, True), (20, None, None, True), (21, None, None, True), (26, "3", False, True), (27, "3", None, True)]


def test_passages_of_the_documents_are_all_there(real: Warehouse) -> None:
    counts = rows(real, "SELECT plan_id, kind, COUNT(*) FROM passage GROUP BY ALL ORDER BY ALL")
    assert counts == [
        ("mli-2012", "drafting", 5),
        ("mli-2012", "funding_rule", 2),
        ("mli-2012", "reporting_rule", 3),
        ("mli-2012", "strategy", 6),
        ("mli-2015", "challenge", 4),
        ("mli-2015", "strength", 5),
        ("mli-2019", "adaptation_rule", 5),
        ("mli-2019", "change", 7),
        ("mli-2019", "consultation", 5),
        ("mli-2019", "drafting", 2),
        ("mli-2019", "funding_rule", 5),
        ("mli-2019", "good_practice", 4),
        ("mli-2019", "localisation", 4),
        ("mli-2019", "reporting_rule", 4),
    ]
    assert rows(real, "SELECT COUNT(*) FROM passage WHERE NOT is_own_translation") == [(0,)]


def test_bodies_of_2019_have_the_members_that_the_plan_names(real: Warehouse) -> None:
    found = rows(
        real,
        "SELECT b.organisation_id, b.hosted_by, b.rhythm_en IS NOT NULL, COUNT(m.organisation_id), COUNT(m.post_en), SUM(m.seat_count)"
        " FROM body AS b LEFT JOIN committee_member AS m ON m.plan_id = b.plan_id AND m.committee = b.organisation_id"
        " WHERE b.plan_id = 'mli-2019' GROUP BY ALL ORDER BY MIN(b.sort_order)",
    )
    assert found == [
        ("national-monitoring-committee", None, True, 27, 0, 8),
        ("support-steering-committee", None, False, 5, 0, None),
        ("technical-management-unit", "mpfef", False, 0, 5, None),
        ("community-of-practice", None, True, 0, 0, None),
    ]


def test_the_promise_of_regional_and_local_plans_is_a_dated_commitment_and_no_target(real: Warehouse) -> None:
    assert rows(real, "SELECT plan_id, CAST(date_to AS TEXT) FROM milestone WHERE kind = 'commitment'") == [("mli-2019", "2021-03-22")]
    assert rows(real, "SELECT COUNT(*) FROM target WHERE series_id LIKE 'mli-2019:decentralisation%'") == [(0,)]


def test_crosswalk_adds_to_one_in_every_reading(real: Warehouse) -> None:
    assert (
        rows(
            real,
            "SELECT plan_id, pillar_code, reading FROM crosswalk GROUP BY ALL HAVING ABS(SUM(share) - 1) > 1e-9",
        )
        == []
    )
    assert rows(real, "SELECT COUNT(DISTINCT (plan_id, pillar_code)) FROM crosswalk WHERE reading = 'main'") == [(14,)]


def test_every_text_has_both_languages(real: Warehouse) -> None:
    columns = rows(
        real,
        "SELECT table_name, column_name, replace(column_name, '_en', '_fr') FROM duckdb_columns()"
        " WHERE schema_name = 'main' AND NOT internal AND column_name LIKE '%\\_en' ESCAPE '\\'"
        " AND table_name IN (SELECT table_name FROM duckdb_tables())",
    )
    assert columns
    lacking = [
        (table, column)
        for table, column, other in columns
        if rows(real, f'SELECT 1 FROM "{table}" WHERE ("{column}" IS NULL) <> ("{other}" IS NULL) LIMIT 1')
    ]
    assert lacking == []


def test_unofficial_translation_asks_for_its_citation(real: Warehouse) -> None:
    [(citation,)] = rows(real, "SELECT citation FROM source WHERE source_id = 'nap-mli-2012-en'")
    assert "Unofficial translation, funded by ARC DP160100212 (CI Shepherd)." in citation


def test_no_source_is_without_rows_that_rest_on_it(real: Warehouse) -> None:
    from nap_analytics import queries

    counted = queries.sources(real)
    assert counted["row_count"].min() >= 0
    assert counted["source_id"].is_unique
    assert counted.loc[counted["source_id"] == "nap-mli-2019-en", "row_count"].item() > 300
