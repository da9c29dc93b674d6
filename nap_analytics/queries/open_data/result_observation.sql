-- Every observation as everybody may see it, small counts masked. One value stands for its cell (series, period, region, sex, age):
-- the preferred one; of several, the first by source and place, so that the choice is the same each time.
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
