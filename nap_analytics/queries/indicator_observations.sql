-- The line stops at a break and where a year is left out.
-- Returns one row per observation, small counts masked, by series and date; disagreeing values follow the preferred one:
--   series_id, name_en, name_fr VARCHAR
--   period_start, period_end DATE
--   region_code, region_en, region_fr VARCHAR or NULL: the whole country
--   sex VARCHAR or NULL: not split by sex
--   age_group VARCHAR or NULL: not split by age
--   value DOUBLE or NULL: missing for its missing_reason
--   unit_en, unit_fr, unit_one_en, unit_one_fr, value_kind VARCHAR
--   missing_reason VARCHAR or NULL: there is a value
--   numerator, denominator DOUBLE or NULL: the source gives none, or it is masked
--   is_preferred, is_series_break, is_at_least, is_national BOOLEAN
--   assessment_scope VARCHAR
--   is_comparable BOOLEAN
--   segment HUGEINT
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   source_id, source_title_en, source_title_fr VARCHAR
--   source_url VARCHAR or NULL: not on the web
--   confidence, locator VARCHAR
WITH scoped_value AS (
    SELECT
        *,
        MAX(CASE WHEN is_preferred AND is_national AND value IS NOT NULL THEN period_end END) OVER (
            PARTITION BY series_id ORDER BY period_end, is_preferred DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS previous_end
    FROM scoped_observation($viewed_on)
)
SELECT
    o.series_id,
    s.name_en,
    s.name_fr,
    o.period_start,
    o.period_end,
    o.region_code,
    r.name_en AS region_en,
    r.name_fr AS region_fr,
    o.sex,
    o.age_group,
    o.value,
    u.* EXCLUDE (unit),
    COALESCE(s.value_kind, i.value_kind) AS value_kind,
    o.missing_reason,
    o.numerator,
    o.denominator,
    o.is_preferred,
    o.is_series_break,
    o.is_at_least,
    o.is_national,
    o.assessment_scope,
    -- A total of several years, or of part of one, does not stand on one axis with yearly totals.
    l.accumulation <> 'sum' OR o.is_preferred OR DATE_DIFF('day', o.period_start, o.period_end) BETWEEN 360 AND 370 AS is_comparable,
    SUM(CASE WHEN o.is_preferred AND (o.is_series_break OR leaves_out_a_year(o.previous_end, o.period_start)) THEN 1 ELSE 0 END) OVER (
        PARTITION BY o.series_id ORDER BY o.period_end, o.is_preferred DESC ROWS UNBOUNDED PRECEDING
    ) AS segment,
    o.note_en,
    o.note_fr,
    o.source_id,
    f.title_en AS source_title_en,
    f.title_fr AS source_title_fr,
    f.url AS source_url,
    f.confidence,
    o.locator
FROM scoped_value AS o
JOIN series AS s USING (series_id)
JOIN indicator AS i USING (indicator_id)
JOIN series_rule AS l ON l.series_id = o.series_id
JOIN unit_words AS u ON u.unit = COALESCE(s.unit, i.unit)
JOIN source AS f ON f.source_id = o.source_id
LEFT JOIN region AS r ON r.region_code = o.region_code
WHERE s.indicator_id = $indicator_id
ORDER BY
    s.sort_order, o.period_end, o.is_preferred DESC, o.region_code NULLS FIRST, o.sex NULLS FIRST, o.age_group NULLS FIRST, o.period_start,
    o.source_id, o.locator, o.value;
