-- Returns one row per amount near a plan, never part of it; parts follow their whole:
--   funding_id VARCHAR
--   part_of_funding_id VARCHAR or NULL: it is no part of another amount
--   plan_id, short_name_en, short_name_fr, what_en, what_fr VARCHAR
--   amount DECIMAL(18,2)
--   currency_code VARCHAR
--   parts_amount DECIMAL(38,2) or NULL: no parts of it are listed
--   amount_xof DOUBLE or NULL: no rate is known for the year
--   rate_year INTEGER or NULL: as amount_xof
--   rate_year_is_assumed BOOLEAN
--   year_from, year_to INTEGER or NULL: not known
--   is_preferred BOOLEAN
--   confidence VARCHAR
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   source_title_en, source_title_fr VARCHAR
--   source_url VARCHAR or NULL: not on the web
--   source_id, locator VARCHAR
WITH part AS (
    SELECT part_of_funding_id, SUM(amount) AS parts_amount
    FROM contextual_funding
    WHERE part_of_funding_id IS NOT NULL
    GROUP BY part_of_funding_id
)
SELECT
    f.funding_id,
    f.part_of_funding_id,
    f.plan_id,
    p.short_name_en,
    p.short_name_fr,
    f.what_en,
    f.what_fr,
    f.amount,
    f.currency_code,
    part.parts_amount,
    -- For one axis alone: at the rate of the first year, or of the plan's first year where the source names none.
    f.amount * x.xof_per_unit AS amount_xof,
    x.rate_year,
    f.year_from IS NULL AS rate_year_is_assumed,
    f.year_from,
    f.year_to,
    f.is_preferred,
    f.confidence,
    f.note_en,
    f.note_fr,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    s.url AS source_url,
    f.source_id,
    f.locator
FROM contextual_funding AS f
JOIN plan AS p ON p.plan_id = f.plan_id
JOIN source AS s ON s.source_id = f.source_id
LEFT JOIN part ON part.part_of_funding_id = f.funding_id
LEFT JOIN xof_per_unit AS x ON x.currency_code = f.currency_code AND x.rate_year = COALESCE(f.year_from, p.start_year)
ORDER BY p.start_year, f.year_from NULLS LAST, COALESCE(f.part_of_funding_id, f.funding_id), f.part_of_funding_id NULLS FIRST, f.amount DESC;
