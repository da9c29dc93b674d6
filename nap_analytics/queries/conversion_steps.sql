-- Each step from printed francs to the amount shown: one row for each plan and year of its lines, with rate, index and source.
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
