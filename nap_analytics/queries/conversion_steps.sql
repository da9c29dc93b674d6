-- Each step from printed francs to the amount shown: one row for each plan and year of its lines, with rate, index and source.
-- Returns one row per plan and year of its planned lines, in order of time:
--   plan_id, short_name_en, short_name_fr VARCHAR
--   start_year, rate_year INTEGER
--   rate_year_is_assumed BOOLEAN
--   amount_xof DOUBLE
--   into_rate_year INTEGER
--   xof_per_unit DOUBLE or NULL: no rate is known
--   rate_rule VARCHAR or NULL: no rate is known
--   through_currency_code VARCHAR or NULL: the rate is direct, or none is known
--   units_per_through, xof_per_through DOUBLE or NULL: as through_currency_code
--   rate_source_en, rate_source_fr VARCHAR or NULL: francs need no rate, or none is known
--   through_source_en, through_source_fr VARCHAR or NULL: the rate is direct, or none is known
--   base_year INTEGER or NULL: current prices
--   year_index, base_index DOUBLE or NULL: current prices, or no index is known
--   index_source_en, index_source_fr VARCHAR or NULL: current prices, or no index is known
--   amount DOUBLE or NULL: a rate or index is not known
--   currency_code VARCHAR
SELECT
    l.plan_id,
    p.short_name_en,
    p.short_name_fr,
    p.start_year,
    l.rate_year,
    l.rate_year_is_assumed,
    SUM(l.amount_xof) AS amount_xof,
    l.into_rate_year,
    l.xof_per_unit,
    x.rate_rule,
    x.through_currency_code,
    x.units_per_through,
    x.xof_per_unit * x.units_per_through AS xof_per_through,
    r.title_en || ', ' || x.rate_locator AS rate_source_en,
    r.title_fr || ', ' || x.rate_locator AS rate_source_fr,
    t.title_en || ', ' || x.through_locator AS through_source_en,
    t.title_fr || ', ' || x.through_locator AS through_source_fr,
    CAST($base_year AS INTEGER) AS base_year,
    CASE WHEN l.base_index IS NOT NULL THEN l.year_index END AS year_index,
    l.base_index,
    CASE WHEN l.base_index IS NOT NULL THEN i.title_en || ', ' || v.locator END AS index_source_en,
    CASE WHEN l.base_index IS NOT NULL THEN i.title_fr || ', ' || v.locator END AS index_source_fr,
    SUM(l.priced_amount) AS amount,
    $currency_code AS currency_code
FROM budget_line_priced($viewed_on, $currency_code, $base_year) AS l
JOIN plan AS p USING (plan_id)
LEFT JOIN xof_per_unit AS x ON x.currency_code = $currency_code AND x.rate_year = l.into_rate_year
LEFT JOIN source AS r ON r.source_id = x.rate_source_id
LEFT JOIN source AS t ON t.source_id = x.through_source_id
LEFT JOIN price_index AS v ON v.country_code = p.country_code AND v.index_year = l.rate_year
LEFT JOIN source AS i ON i.source_id = v.source_id
WHERE l.stage = 'planned'
  AND l.amount_xof IS NOT NULL
GROUP BY ALL
ORDER BY p.start_year, l.plan_id, l.rate_year, l.rate_year_is_assumed;
