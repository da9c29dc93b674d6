-- Who reports what reaches the dashboard through two doors: the reference files in git and the ledger of submissions.
-- recorded_observation is what was recorded, unmasked; only the national roll-up reads it. Everything else reads observation.
CREATE VIEW recorded_observation AS
SELECT
    *,
    CAST(NULL AS TEXT) AS submission_id,
    CAST(NULL AS DATE) AS submitted_on
FROM reference_observation
UNION ALL BY NAME
SELECT * FROM ledger_observation;

-- A line stops where a whole calendar year or more passed without a value. NULL: there is no value before.
CREATE MACRO leaves_out_a_year(previous_end, period_start) AS YEAR(period_start) - YEAR(previous_end) > 1;

-- Small counts of survivors are masked with their complement, before anybody sees a row (docs/methods/masking.md).
-- A cell is a region, sex and age group in a period; a line is the cells of one series and source that add up to one total;
-- a breakdown is all lines of an indicator that are split in the same way. What is not sensitive, or national, passes as it is.
CREATE MACRO observation(viewed_on) AS TABLE
WITH seen AS NOT MATERIALIZED (
    SELECT
        o.*,
        i.indicator_id,
        i.is_sensitive AND (o.region_code IS NOT NULL OR o.sex IS NOT NULL OR o.age_group IS NOT NULL) AS is_guarded,
        COALESCE(s.value_kind, i.value_kind) = 'count' AS is_count
    FROM recorded_observation AS o
    JOIN series AS s USING (series_id)
    JOIN indicator AS i USING (indicator_id)
    WHERE o.period_end <= CAST(viewed_on AS DATE)
      AND COALESCE(o.submitted_on <= CAST(viewed_on AS DATE), TRUE)
),
guarded AS (
    SELECT
        *,
        CASE WHEN region_code IS NULL THEN 0 ELSE 1 END
            + CASE WHEN sex IS NULL THEN 0 ELSE 1 END
            + CASE WHEN age_group IS NULL THEN 0 ELSE 1 END AS split_count,
        COALESCE(region_code, '') || '/' || COALESCE(sex, '') || '/' || COALESCE(age_group, '') AS cell_code,
        COALESCE(is_count AND value < 5, FALSE)
            OR COALESCE(numerator < 5, FALSE)
            OR COALESCE(denominator < 5, FALSE) AS is_below_five
    FROM seen
    WHERE is_guarded
),
cell AS (
    -- A count that is small in one series or source is small in all: a percentage must not give it away.
    SELECT
        *,
        BOOL_OR(is_below_five) OVER same_cell AS is_small,
        COALESCE(MIN(CASE WHEN is_count THEN value END) OVER same_cell, MIN(value) OVER same_cell) AS cell_size
    FROM guarded
    WINDOW same_cell AS (PARTITION BY indicator_id, period_start, period_end, cell_code)
),
line AS (
    SELECT
        *,
        MIN(CASE WHEN is_small THEN cell_code END) OVER same_line = MAX(CASE WHEN is_small THEN cell_code END) OVER same_line AS has_one_small,
        ROW_NUMBER() OVER (
            PARTITION BY series_id, period_start, period_end, source_id, region_code IS NULL, sex IS NULL, age_group IS NULL,
                is_small OR value IS NULL
            ORDER BY cell_size, cell_code
        ) AS size_rank,
        BOOL_OR(is_small) OVER same_breakdown AS has_small,
        MIN(CASE WHEN is_small THEN split_count END) OVER (PARTITION BY indicator_id, period_start, period_end) AS small_split_count
    FROM cell
    WINDOW
        same_line AS (PARTITION BY series_id, period_start, period_end, source_id, region_code IS NULL, sex IS NULL, age_group IS NULL),
        same_breakdown AS (PARTITION BY indicator_id, period_start, period_end, region_code IS NULL, sex IS NULL, age_group IS NULL)
),
hidden AS (
    -- The small cell, the next smallest of its line beside a single one, and every cell of a cross-table with small cells or margins.
    SELECT
        *,
        BOOL_OR(
            is_small
            OR (split_count = 1 AND COALESCE(has_one_small, FALSE) AND size_rank = 1 AND value IS NOT NULL)
            OR (split_count > 1 AND (has_small OR COALESCE(small_split_count < split_count, FALSE)))
        ) OVER (PARTITION BY indicator_id, period_start, period_end, cell_code) AS is_hidden
    FROM line
),
left_over AS (
    -- A line in which one cell alone is hidden and others are shown: its total would give the cell away.
    SELECT
        *,
        MIN(CASE WHEN is_hidden AND value IS NOT NULL THEN cell_code END) OVER same_line
            = MAX(CASE WHEN is_hidden AND value IS NOT NULL THEN cell_code END) OVER same_line
            AND BOOL_OR(NOT is_hidden AND value IS NOT NULL) OVER same_line AS is_alone
    FROM hidden
    WINDOW same_line AS (PARTITION BY series_id, period_start, period_end, source_id, region_code IS NULL, sex IS NULL, age_group IS NULL)
),
masked AS (
    SELECT
        *,
        is_hidden OR COALESCE(BOOL_OR(is_alone) OVER (
            PARTITION BY indicator_id, period_start, period_end, region_code IS NULL, sex IS NULL, age_group IS NULL
        ), FALSE) AS is_masked
    FROM left_over
)
SELECT
    series_id,
    period_start,
    period_end,
    region_code,
    sex,
    age_group,
    CASE WHEN NOT is_masked THEN value END AS value,
    CASE WHEN is_masked AND value IS NOT NULL THEN 'masked' ELSE missing_reason END AS missing_reason,
    CASE WHEN NOT is_masked THEN numerator END AS numerator,
    CASE WHEN NOT is_masked THEN denominator END AS denominator,
    source_id,
    locator,
    is_preferred,
    is_series_break,
    is_at_least,
    CASE WHEN NOT is_masked THEN note_en END AS note_en,
    CASE WHEN NOT is_masked THEN note_fr END AS note_fr,
    submission_id
FROM masked
UNION ALL
SELECT
    series_id,
    period_start,
    period_end,
    region_code,
    sex,
    age_group,
    value,
    missing_reason,
    numerator,
    denominator,
    source_id,
    locator,
    is_preferred,
    is_series_break,
    is_at_least,
    note_en,
    note_fr,
    submission_id
FROM seen
WHERE NOT is_guarded;

CREATE VIEW observation AS
SELECT * FROM observation(CURRENT_DATE);
