-- Money: amounts as printed, moved to other currencies and to constant prices. docs/methods/money.md has the rules.

-- The year whose prices the views tell constant amounts in, and that the dashboard opens at.
CREATE MACRO views_base_year() AS 2023;

-- A sum of which one part is not known is not known: the rest would pass for the whole. `printed` is NULL where there is nothing to add.
CREATE MACRO sum_of_all(part, printed) AS CASE WHEN COUNT(part) = COUNT(printed) THEN SUM(part) END;

-- none: no amount at all; not_convertible: amounts, of which one has no rate or index; known: every amount can be converted.
CREATE MACRO amount_state(part, printed) AS
    CASE WHEN COUNT(printed) = 0 THEN 'none' WHEN COUNT(part) < COUNT(printed) THEN 'not_convertible' ELSE 'known' END;

CREATE MACRO each_once(value) AS ARRAY_TO_STRING(LIST(DISTINCT value ORDER BY value) FILTER (value IS NOT NULL), ', ');

CREATE MACRO budget_line_converted(viewed_on) AS TABLE
WITH counted_elsewhere AS (
    SELECT DISTINCT UNNEST([first_line_id, second_line_id]) AS line_id, counted_line_id
    FROM budget_report_pair(viewed_on)
    WHERE counted_line_id IS NOT NULL
)
SELECT
    m.* EXCLUDE (country_code),
    e.line_id IS NULL AS is_counted,
    CASE WHEN m.currency_code = p.currency_code THEN CAST(m.amount AS DOUBLE) ELSE m.amount_xof / own.xof_per_unit END AS amount_own,
    m.amount_xof / eur.xof_per_unit AS amount_eur,
    m.amount_xof / usd.xof_per_unit AS amount_usd,
    m.amount_xof * base.index_value / price.index_value AS amount_xof_constant,
    m.amount_xof * base.index_value / price.index_value / base_usd.xof_per_unit AS amount_usd_constant
FROM budget_line_in_xof(viewed_on) AS m
JOIN plan AS p ON p.plan_id = m.plan_id
LEFT JOIN (SELECT DISTINCT line_id FROM counted_elsewhere WHERE line_id <> counted_line_id) AS e ON e.line_id = m.line_id
LEFT JOIN xof_per_unit AS own ON own.currency_code = p.currency_code AND own.rate_year = m.rate_year
LEFT JOIN xof_per_unit AS eur ON eur.currency_code = 'EUR' AND eur.rate_year = m.rate_year
LEFT JOIN xof_per_unit AS usd ON usd.currency_code = 'USD' AND usd.rate_year = m.rate_year
LEFT JOIN price_index AS price ON price.country_code = m.country_code AND price.index_year = m.rate_year
LEFT JOIN price_index AS base ON base.country_code = m.country_code AND base.index_year = views_base_year()
LEFT JOIN xof_per_unit AS base_usd ON base_usd.currency_code = 'USD' AND base_usd.rate_year = views_base_year();

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
    END AS priced_amount,
    CASE
        WHEN base_year IS NULL OR m.amount IS NULL THEN NULL
        WHEN price.index_value IS NULL THEN m.rate_year
        WHEN base.index_value IS NULL THEN CAST(base_year AS INTEGER)
    END AS lacking_index_year,
    CASE
        WHEN m.amount IS NULL THEN NULL
        WHEN m.amount_xof IS NULL THEN m.currency_code || ' ' || m.rate_year
        WHEN x.xof_per_unit IS NULL THEN into_currency || ' ' || COALESCE(CAST(base_year AS INTEGER), m.rate_year)
    END AS lacking_rate
FROM budget_line_converted(viewed_on) AS m
JOIN plan AS p ON p.plan_id = m.plan_id
LEFT JOIN xof_per_unit AS x
    ON x.currency_code = into_currency AND x.rate_year = COALESCE(CAST(base_year AS INTEGER), m.rate_year)
LEFT JOIN price_index AS price ON price.country_code = p.country_code AND price.index_year = m.rate_year
LEFT JOIN price_index AS base ON base.country_code = p.country_code AND base.index_year = CAST(base_year AS INTEGER)
WHERE m.is_counted;

-- What each plan's money adds up to at each stage in the money chosen, and what is missing where it is not known.
CREATE MACRO budget_priced(viewed_on, into_currency, base_year) AS TABLE
SELECT
    plan_id,
    stage,
    sum_of_all(priced_amount, amount) AS total_amount,
    amount_state(priced_amount, amount) AS amount_state,
    each_once(lacking_index_year) AS lacking_index_years,
    each_once(lacking_rate) AS lacking_rates
FROM budget_line_priced(viewed_on, into_currency, base_year)
GROUP BY plan_id, stage;

-- Where a plan's amounts stand: the documents that print its total, else those of its lines.
CREATE MACRO budget_source(viewed_on) AS TABLE
WITH published AS (
    SELECT source_id
    FROM source
    WHERE COALESCE(published_date <= CAST(viewed_on AS DATE), TRUE)
),
printed AS (
    SELECT plan_id, stage, source_id, locator, standing
    FROM printed_total
    WHERE pillar_code IS NULL
),
line AS (
    SELECT
        plan_id,
        stage,
        source_id,
        CASE WHEN COUNT(DISTINCT SPLIT_PART(locator, ', ', 1)) = 1 THEN MIN(SPLIT_PART(locator, ', ', 1)) END AS locator,
        ARG_MAX(standing, LIST_POSITION(['document', 'press', 'asked_of_partners'], standing)) AS standing
    FROM budget_line
    WHERE amount IS NOT NULL
    GROUP BY plan_id, stage, source_id
)
SELECT * FROM printed SEMI JOIN published USING (source_id)
UNION ALL
SELECT line.*
FROM line
SEMI JOIN published USING (source_id)
ANTI JOIN (SELECT plan_id, stage FROM printed SEMI JOIN published USING (source_id)) AS p ON p.plan_id = line.plan_id AND p.stage = line.stage;

CREATE VIEW budget_source AS
SELECT * FROM budget_source(CURRENT_DATE);

-- On what a plan's amounts rest: of several documents and lines, the one that vouches for least.
CREATE MACRO budget_standing(viewed_on) AS TABLE
WITH claim AS (
    SELECT plan_id, stage, standing, source_id, locator
    FROM budget_source(viewed_on)
    UNION ALL
    SELECT plan_id, stage, standing, NULL, NULL
    FROM budget_line_converted(viewed_on)
    WHERE amount IS NOT NULL
)
SELECT
    c.plan_id,
    c.stage,
    ARG_MAX(c.standing, LIST_POSITION(['document', 'press', 'asked_of_partners'], c.standing)) AS standing,
    STRING_AGG(s.title_en || COALESCE(', ' || c.locator, ''), '; ' ORDER BY c.source_id) AS budget_source_en,
    STRING_AGG(s.title_fr || COALESCE(', ' || c.locator, ''), '; ' ORDER BY c.source_id) AS budget_source_fr
FROM claim AS c
LEFT JOIN source AS s ON s.source_id = c.source_id
GROUP BY c.plan_id, c.stage;

CREATE VIEW budget_standing AS
SELECT * FROM budget_standing(CURRENT_DATE);

CREATE MACRO budget_by_pillar_year(viewed_on) AS TABLE
SELECT
    plan_id,
    pillar_code,
    budget_year,
    stage,
    sum_of_all(amount_xof, amount) AS amount_xof,
    COUNT(amount) AS line_count,
    COUNT(*) - COUNT(amount) AS line_without_amount_count
FROM budget_line_converted(viewed_on)
WHERE is_counted
GROUP BY plan_id, pillar_code, budget_year, stage;

CREATE VIEW budget_by_pillar_year AS
SELECT * FROM budget_by_pillar_year(CURRENT_DATE);

CREATE MACRO budget_total(viewed_on) AS TABLE
WITH added AS (
    SELECT
        plan_id,
        COUNT(amount) AS amount_count,
        sum_of_all(amount_own, amount) AS planned_amount,
        sum_of_all(amount_xof, amount) AS planned_xof,
        sum_of_all(amount_eur, amount) AS planned_eur,
        sum_of_all(amount_usd, amount) AS planned_usd,
        sum_of_all(amount_xof_constant, amount) AS planned_xof_constant,
        sum_of_all(amount_usd_constant, amount) AS planned_usd_constant,
        SUM(amount_xof) FILTER (WHERE rate_year_is_assumed) AS not_allocated_to_year_xof
    FROM budget_line_converted(viewed_on)
    WHERE stage = 'planned'
    GROUP BY plan_id
)
SELECT
    p.plan_id,
    a.planned_amount,
    b.standing,
    a.planned_xof,
    a.planned_eur,
    a.planned_usd,
    a.planned_xof_constant,
    a.planned_usd_constant,
    a.planned_xof / (p.end_year - p.start_year + 1) AS per_year,
    a.planned_xof / n.person_count AS per_capita,
    a.planned_xof / (n.person_count * p.women_share_pct / 100) AS per_woman,
    a.not_allocated_to_year_xof,
    CASE
        WHEN COALESCE(a.amount_count, 0) = 0 THEN 'no_published_figure'
        WHEN a.planned_xof IS NULL THEN 'not_convertible'
    END AS missing_reason,
    CASE WHEN COALESCE(a.amount_count, 0) = 0 THEN p.budget_missing_reason_en END AS explanation_en,
    CASE WHEN COALESCE(a.amount_count, 0) = 0 THEN p.budget_missing_reason_fr END AS explanation_fr
FROM plan AS p
LEFT JOIN added AS a USING (plan_id)
LEFT JOIN budget_standing(viewed_on) AS b ON b.plan_id = p.plan_id AND b.stage = 'planned'
LEFT JOIN population AS n ON n.country_code = p.country_code AND n.population_year = p.start_year;

CREATE VIEW budget_total AS
SELECT * FROM budget_total(CURRENT_DATE);
