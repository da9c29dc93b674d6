-- The same money reported by its funder and by its implementer is one amount. docs/methods/stages.md has the rules.
CREATE MACRO budget_line_in_xof(viewed_on) AS TABLE
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
)
SELECT
    d.*,
    CASE WHEN d.currency_code = 'XOF' THEN d.amount ELSE d.amount * x.xof_per_unit END AS amount_xof
FROM dated AS d
LEFT JOIN xof_per_unit AS x ON x.currency_code = d.currency_code AND x.rate_year = d.rate_year;

CREATE MACRO budget_report_pair(viewed_on) AS TABLE
WITH reported AS (
    SELECT
        *,
        -- Of several equal amounts by one reporter, the first answers to the other's first, the second to its second.
        ROW_NUMBER() OVER (
            PARTITION BY plan_id, stage, funder, implementer, pillar_code, rate_year, reported_by, amount, currency_code
            ORDER BY line_id
        ) AS equal_number
    FROM budget_line_in_xof(viewed_on)
    WHERE stage <> 'planned'
      AND reported_by IS NOT NULL
      AND amount_xof > 0
),
decision AS (
    SELECT
        LEAST(first_line_id, second_line_id) AS first_line_id,
        GREATEST(first_line_id, second_line_id) AS second_line_id,
        ARG_MAX(is_same_money, decided_on) AS is_same_money,
        ARG_MAX(reason_en, decided_on) AS reason_en,
        ARG_MAX(reason_fr, decided_on) AS reason_fr
    FROM same_money
    WHERE decided_on <= CAST(viewed_on AS DATE)
    GROUP BY ALL
),
candidate AS (
    SELECT
        a.plan_id,
        a.stage,
        a.funder,
        a.line_id AS first_line_id,
        b.line_id AS second_line_id,
        a.reported_by AS first_reported_by,
        b.reported_by AS second_reported_by,
        a.amount_xof AS first_amount_xof,
        b.amount_xof AS second_amount_xof,
        100 * ABS(a.amount_xof - b.amount_xof) / GREATEST(a.amount_xof, b.amount_xof) AS difference_pct,
        a.rate_year = b.rate_year
            AND a.pillar_code IS NOT DISTINCT FROM b.pillar_code
            AND a.implementer IS NOT DISTINCT FROM b.implementer AS is_same_place,
        ABS(a.equal_number - b.equal_number) AS number_distance,
        CASE
            WHEN a.stage = 'spent' AND a.reported_by = a.implementer THEN a.line_id
            WHEN a.stage = 'spent' AND b.reported_by = b.implementer THEN b.line_id
            WHEN b.reported_by = b.funder THEN b.line_id
            ELSE a.line_id
        END AS counted_line_id,
        d.is_same_money,
        d.reason_en,
        d.reason_fr
    FROM reported AS a
    JOIN reported AS b
        ON b.plan_id = a.plan_id
        AND b.stage = a.stage
        AND b.funder = a.funder
        AND b.line_id > a.line_id
        AND b.reported_by <> a.reported_by
        AND ABS(b.rate_year - a.rate_year) <= 1
        AND COALESCE(b.implementer = a.implementer, TRUE)
        AND COALESCE(b.pillar_code = a.pillar_code, TRUE)
    LEFT JOIN decision AS d ON d.first_line_id = a.line_id AND d.second_line_id = b.line_id
),
close_pair AS (
    SELECT
        *,
        ROW_NUMBER() OVER (PARTITION BY first_line_id ORDER BY difference_pct, number_distance, second_line_id) AS first_rank,
        ROW_NUMBER() OVER (PARTITION BY second_line_id ORDER BY difference_pct, number_distance, first_line_id) AS second_rank
    FROM candidate
    WHERE is_same_money IS NULL
      AND is_same_place
      -- Two reports of one transfer in two currencies differ by the rate of the day against that of the year.
      AND difference_pct <= 0.5
),
matched AS (
    SELECT first_line_id, second_line_id FROM close_pair WHERE first_rank = 1 AND second_rank = 1
    UNION
    SELECT first_line_id, second_line_id FROM candidate WHERE is_same_money
),
judged AS (
    SELECT
        c.*,
        CASE
            WHEN c.is_same_money THEN 'settled_same'
            WHEN NOT c.is_same_money THEN 'settled_different'
            WHEN m.first_line_id IS NOT NULL THEN 'recognised'
            WHEN c.difference_pct <= 5
                AND c.first_line_id NOT IN (SELECT first_line_id FROM matched UNION SELECT second_line_id FROM matched)
                AND c.second_line_id NOT IN (SELECT first_line_id FROM matched UNION SELECT second_line_id FROM matched)
                THEN 'doubtful'
        END AS verdict
    FROM candidate AS c
    LEFT JOIN matched AS m USING (first_line_id, second_line_id)
)
SELECT
    plan_id,
    stage,
    funder,
    first_line_id,
    second_line_id,
    first_reported_by,
    second_reported_by,
    first_amount_xof,
    second_amount_xof,
    difference_pct,
    verdict,
    CASE WHEN verdict IN ('recognised', 'settled_same') THEN counted_line_id END AS counted_line_id,
    reason_en,
    reason_fr
FROM judged
WHERE verdict IS NOT NULL;

CREATE VIEW budget_report_pair AS
SELECT * FROM budget_report_pair(CURRENT_DATE);
