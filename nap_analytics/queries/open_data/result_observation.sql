-- Every observation as everybody may see it, small counts masked. One value stands for its cell (series, period, region, sex, age):
-- the preferred one; of several, the first by source and place, so that the choice is the same each time.
-- Returns one row per observation, by series and period; of one cell the preferred first:
--   series_id VARCHAR
--   period_start, period_end DATE
--   region_code VARCHAR or NULL: the whole country
--   pcode VARCHAR or NULL: the whole country, or a region that the edition gives none
--   pcode_valid_from DATE or NULL: as pcode
--   region_en, region_fr VARCHAR or NULL: the whole country
--   sex VARCHAR or NULL: not split by sex
--   age_group VARCHAR or NULL: not split by age
--   value DOUBLE or NULL: missing for its missing_reason
--   missing_reason VARCHAR or NULL: there is a value
--   numerator, denominator DOUBLE or NULL: the source gives none, or it is masked
--   is_preferred, is_series_break, stands_for_its_cell, is_at_least BOOLEAN
--   assessment_scope VARCHAR
--   is_after_break, is_after_plan BOOLEAN
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   source_id, source_en, source_fr VARCHAR
--   url VARCHAR or NULL: not on the web
--   locator VARCHAR
--   submission_id VARCHAR or NULL: reference data
SELECT
    o.series_id,
    o.period_start,
    o.period_end,
    o.region_code,
    g.pcode,
    g.pcode_valid_from,
    g.name_en AS region_en,
    g.name_fr AS region_fr,
    o.sex,
    o.age_group,
    o.value,
    o.missing_reason,
    o.numerator,
    o.denominator,
    o.is_preferred,
    o.is_series_break,
    o.is_preferred AND ROW_NUMBER() OVER (
        PARTITION BY o.series_id, o.period_start, o.period_end, o.region_code, o.sex, o.age_group
        ORDER BY o.is_preferred DESC, o.source_id, o.locator, o.submission_id NULLS FIRST, o.value
    ) = 1 AS stands_for_its_cell,
    o.is_at_least,
    o.assessment_scope,
    o.is_after_break,
    o.is_after_plan,
    o.note_en,
    o.note_fr,
    o.source_id,
    f.title_en AS source_en,
    f.title_fr AS source_fr,
    f.url,
    o.locator,
    o.submission_id
FROM scoped_observation($viewed_on) AS o
JOIN source AS f ON f.source_id = o.source_id
LEFT JOIN region AS g ON g.region_code = o.region_code
ORDER BY
    o.series_id,
    o.period_end,
    o.period_start,
    o.region_code NULLS FIRST,
    o.sex NULLS FIRST,
    o.age_group NULLS FIRST,
    o.is_preferred DESC,
    o.source_id,
    o.locator,
    o.submission_id NULLS FIRST,
    o.value;
