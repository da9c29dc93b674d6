-- Money: amounts as printed, moved to other currencies and to constant prices. docs/methods/money.md has the rules.
CREATE MACRO budget_line_converted(viewed_on) AS TABLE
WITH counted_elsewhere AS (
    SELECT DISTINCT UNNEST([first_line_id, second_line_id]) AS line_id, counted_line_id
    FROM budget_report_pair(viewed_on)
    WHERE counted_line_id IS NOT NULL
)
SELECT
    m.* EXCLUDE (country_code),
    e.line_id IS NULL AS is_counted,
    m.amount_xof / eur.xof_per_unit AS amount_eur,
    m.amount_xof / usd.xof_per_unit AS amount_usd,
    m.amount_xof * base.index_value / price.index_value AS amount_xof_constant,
    m.amount_xof * base.index_value / price.index_value / base_usd.xof_per_unit AS amount_usd_constant
FROM budget_line_in_xof(viewed_on) AS m
LEFT JOIN (SELECT DISTINCT line_id FROM counted_elsewhere WHERE line_id <> counted_line_id) AS e ON e.line_id = m.line_id
LEFT JOIN xof_per_unit AS eur ON eur.currency_code = 'EUR' AND eur.rate_year = m.rate_year
LEFT JOIN xof_per_unit AS usd ON usd.currency_code = 'USD' AND usd.rate_year = m.rate_year
LEFT JOIN price_index AS price ON price.country_code = m.country_code AND price.index_year = m.rate_year
LEFT JOIN price_index AS base ON base.country_code = m.country_code AND base.index_year = 2023
LEFT JOIN xof_per_unit AS base_usd ON base_usd.currency_code = 'USD' AND base_usd.rate_year = 2023;

-- One currency and price level of the reader's choice; base_year NULL: current prices.
CREATE MACRO budget_line_priced(viewed_on, into_currency, base_year) AS TABLE
SELECT
    m.*,
    COALESCE(CAST(base_year AS INTEGER), m.rate_year) AS into_rate_year,
    x.xof_per_unit,
    price.index_value AS year_index,
    base.index_value AS base_index,
    CASE
        WHEN base_year IS NULL THEN m.amount_xof / x.xof_per_unit
        ELSE m.amount_xof * base.index_value / price.index_value / x.xof_per_unit
    END AS priced_amount
FROM budget_line_converted(viewed_on) AS m
JOIN plan AS p ON p.plan_id = m.plan_id
LEFT JOIN xof_per_unit AS x
    ON x.currency_code = into_currency AND x.rate_year = COALESCE(CAST(base_year AS INTEGER), m.rate_year)
LEFT JOIN price_index AS price ON price.country_code = p.country_code AND price.index_year = m.rate_year
LEFT JOIN price_index AS base ON base.country_code = p.country_code AND base.index_year = CAST(base_year AS INTEGER)
WHERE m.is_counted;

CREATE MACRO budget_by_pillar_year(viewed_on) AS TABLE
SELECT
    plan_id,
    pillar_code,
    budget_year,
    stage,
    CASE WHEN COUNT(amount_xof) = COUNT(amount) THEN SUM(amount_xof) END AS amount_xof,
    COUNT(amount) AS line_count,
    COUNT(*) - COUNT(amount) AS line_without_amount_count
FROM budget_line_converted(viewed_on)
WHERE is_counted
GROUP BY plan_id, pillar_code, budget_year, stage;

CREATE VIEW budget_by_pillar_year AS
SELECT * FROM budget_by_pillar_year(CURRENT_DATE);

CREATE MACRO budget_total(viewed_on) AS TABLE
WITH added AS (
    -- A line that has no rate or index leaves its total unknown: the rest would pass for the whole.
    SELECT
        plan_id,
        CASE WHEN COUNT(amount_xof) = COUNT(amount) THEN SUM(amount_xof) END AS planned_xof,
        CASE WHEN COUNT(amount_eur) = COUNT(amount) THEN SUM(amount_eur) END AS planned_eur,
        CASE WHEN COUNT(amount_usd) = COUNT(amount) THEN SUM(amount_usd) END AS planned_usd,
        CASE WHEN COUNT(amount_xof_constant) = COUNT(amount) THEN SUM(amount_xof_constant) END AS planned_xof_constant,
        CASE WHEN COUNT(amount_usd_constant) = COUNT(amount) THEN SUM(amount_usd_constant) END AS planned_usd_constant,
        SUM(amount_xof) FILTER (WHERE rate_year_is_assumed) AS not_allocated_to_year_xof
    FROM budget_line_converted(viewed_on)
    WHERE stage = 'planned'
    GROUP BY plan_id
)
SELECT
    p.plan_id,
    a.planned_xof,
    a.planned_eur,
    a.planned_usd,
    a.planned_xof_constant,
    a.planned_usd_constant,
    a.planned_xof / (p.end_year - p.start_year + 1) AS per_year,
    a.planned_xof / n.person_count AS per_capita,
    a.planned_xof / (n.person_count * p.women_share_pct / 100) AS per_woman,
    a.not_allocated_to_year_xof,
    CASE WHEN a.planned_xof IS NULL THEN 'no_published_figure' END AS missing_reason,
    CASE WHEN a.planned_xof IS NULL THEN p.budget_missing_reason_en END AS explanation_en,
    CASE WHEN a.planned_xof IS NULL THEN p.budget_missing_reason_fr END AS explanation_fr
FROM plan AS p
LEFT JOIN added AS a USING (plan_id)
LEFT JOIN population AS n ON n.country_code = p.country_code AND n.population_year = p.start_year;

CREATE VIEW budget_total AS
SELECT * FROM budget_total(CURRENT_DATE);
