-- Where a series starts, as the measure of progress has it: the plan's printed figure, else the latest preferred national value
-- before the plan's first day. New cases of each period start from nothing: theirs is the printed one or none.
-- Returns at most one row per series, at the end of its period; is_printed false: the latest value before the plan stands for it:
--   series_id VARCHAR
--   is_printed BOOLEAN
--   period_start DATE or NULL: printed for a day
--   period_end DATE
--   value DOUBLE
--   numerator, denominator DOUBLE or NULL: none is given
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   source_id, locator, source_en, source_fr VARCHAR
--   url VARCHAR or NULL: not on the web
WITH printed AS (
    SELECT
        s.series_id,
        TRUE AS is_printed,
        CAST(NULL AS DATE) AS period_start,
        s.baseline_date AS period_end,
        s.baseline_value AS value,
        CAST(NULL AS DOUBLE) AS numerator,
        CAST(NULL AS DOUBLE) AS denominator,
        CAST(NULL AS TEXT) AS note_en,
        CAST(NULL AS TEXT) AS note_fr,
        s.baseline_source_id AS source_id,
        s.baseline_locator AS locator
    FROM series AS s
    WHERE s.baseline_value IS NOT NULL
),
earlier AS (
    SELECT
        o.series_id,
        FALSE AS is_printed,
        o.period_start,
        o.period_end,
        o.value,
        o.numerator,
        o.denominator,
        o.note_en,
        o.note_fr,
        o.source_id,
        o.locator
    FROM observation($viewed_on) AS o
    JOIN series_rule AS r ON r.series_id = o.series_id
    WHERE r.baseline_value IS NULL
      AND r.accumulation <> 'sum'
      AND o.period_end < r.plan_start_date
      AND o.is_preferred
      AND o.value IS NOT NULL
      AND is_national(o.region_code, o.sex, o.age_group)
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY o.series_id ORDER BY o.period_end DESC, o.period_start DESC, o.source_id, o.submission_id NULLS FIRST
    ) = 1
),
together AS (
    SELECT * FROM printed
    UNION ALL
    SELECT * FROM earlier
)
SELECT
    t.*,
    f.title_en AS source_en,
    f.title_fr AS source_fr,
    f.url
FROM together AS t
JOIN source AS f ON f.source_id = t.source_id
ORDER BY t.series_id;
