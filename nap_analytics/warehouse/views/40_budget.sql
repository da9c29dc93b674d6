-- Money: amounts as printed, moved to XOF, euros, dollars and constant prices. docs/methods/money.md has the rules.
CREATE VIEW xof_per_unit AS
WITH needed_year AS (
    SELECT rate_year FROM exchange_rate
    UNION
    SELECT start_year FROM plan
    UNION
    SELECT budget_year FROM budget_line WHERE budget_year IS NOT NULL
),
direct AS (
    SELECT
        from_currency_code AS currency_code,
        rate_year,
        rate AS xof_per_unit
    FROM exchange_rate
    WHERE to_currency_code = 'XOF'
      AND rate_kind = 'annual_average'
    UNION ALL
    -- A fixed parity holds in every year from its own on, until another is fixed.
    SELECT
        r.from_currency_code,
        y.rate_year,
        ARG_MAX(r.rate, r.rate_year)
    FROM exchange_rate AS r
    JOIN needed_year AS y ON y.rate_year >= r.rate_year
    WHERE r.to_currency_code = 'XOF'
      AND r.rate_kind = 'fixed_parity'
    GROUP BY r.from_currency_code, y.rate_year
),
through_another AS (
    -- SEK per USD and XOF per USD give XOF per SEK; where there are two ways, the dollar's goes first.
    SELECT
        r.to_currency_code AS currency_code,
        r.rate_year,
        ARG_MAX(d.xof_per_unit / r.rate, d.currency_code) AS xof_per_unit
    FROM exchange_rate AS r
    JOIN direct AS d ON d.currency_code = r.from_currency_code AND d.rate_year = r.rate_year
    WHERE r.to_currency_code <> 'XOF'
      AND r.to_currency_code NOT IN (SELECT currency_code FROM direct)
    GROUP BY r.to_currency_code, r.rate_year
)
SELECT * FROM direct
UNION ALL
SELECT * FROM through_another
UNION ALL
SELECT 'XOF', rate_year, 1.0 FROM needed_year;

CREATE MACRO budget_line_converted(viewed_on) AS TABLE
WITH dated AS (
    SELECT
        b.*,
        p.country_code,
        COALESCE(b.budget_year, p.start_year) AS rate_year,
        b.budget_year IS NULL AS rate_year_is_assumed
    FROM budget_line AS b
    JOIN plan AS p USING (plan_id)
    JOIN source AS s ON s.source_id = b.source_id
    WHERE COALESCE(s.published_date <= CAST(viewed_on AS DATE), TRUE)
),
in_xof AS (
    SELECT
        d.*,
        CASE WHEN d.currency_code = 'XOF' THEN d.amount ELSE d.amount * x.xof_per_unit END AS amount_xof
    FROM dated AS d
    LEFT JOIN xof_per_unit AS x ON x.currency_code = d.currency_code AND x.rate_year = d.rate_year
)
SELECT
    m.* EXCLUDE (country_code),
    m.amount_xof / eur.xof_per_unit AS amount_eur,
    m.amount_xof / usd.xof_per_unit AS amount_usd,
    m.amount_xof * base.index_value / price.index_value AS amount_xof_constant,
    m.amount_xof * base.index_value / price.index_value / base_usd.xof_per_unit AS amount_usd_constant
FROM in_xof AS m
LEFT JOIN xof_per_unit AS eur ON eur.currency_code = 'EUR' AND eur.rate_year = m.rate_year
LEFT JOIN xof_per_unit AS usd ON usd.currency_code = 'USD' AND usd.rate_year = m.rate_year
LEFT JOIN price_index AS price ON price.country_code = m.country_code AND price.index_year = m.rate_year
LEFT JOIN price_index AS base ON base.country_code = m.country_code AND base.index_year = 2023
LEFT JOIN xof_per_unit AS base_usd ON base_usd.currency_code = 'USD' AND base_usd.rate_year = 2023;

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
