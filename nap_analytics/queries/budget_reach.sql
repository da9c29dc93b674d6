-- How far the money of each funder and pillar has come. Stages tell of the same money, so each amount stands once: at its last stage.
-- Returns one row per funder, pillar and last stage reached, the last stage first; money stands once:
--   funder, funder_name_en, funder_name_fr VARCHAR
--   pillar_code, short_name_en, short_name_fr VARCHAR or NULL: not broken down by pillar
--   wps_pillar VARCHAR or NULL: no pillar, or the crosswalk gives it no theme
--   stage VARCHAR
--   amount DOUBLE
--   currency_code VARCHAR
WITH wide AS (
    SELECT
        funder,
        pillar_code,
        COALESCE(SUM(priced_amount) FILTER (WHERE stage = 'planned'), 0) AS planned,
        COALESCE(SUM(priced_amount) FILTER (WHERE stage = 'committed'), 0) AS committed,
        COALESCE(SUM(priced_amount) FILTER (WHERE stage = 'disbursed'), 0) AS disbursed,
        COALESCE(SUM(priced_amount) FILTER (WHERE stage = 'spent'), 0) AS spent
    FROM budget_line_priced($viewed_on, $currency_code, $base_year)
    WHERE plan_id = $plan_id
      AND funder IS NOT NULL
    GROUP BY funder, pillar_code
    -- What cannot be told in the money chosen would pass for money that never came.
    HAVING amount_state(priced_amount, amount) <> 'not_convertible'
),
reached AS (
    SELECT funder, pillar_code, 'spent' AS stage, 4 AS position, spent AS amount
    FROM wide
    UNION ALL
    SELECT funder, pillar_code, 'disbursed', 3, GREATEST(disbursed - spent, 0)
    FROM wide
    UNION ALL
    SELECT funder, pillar_code, 'committed', 2, GREATEST(committed - GREATEST(disbursed, spent), 0)
    FROM wide
    UNION ALL
    SELECT funder, pillar_code, 'planned', 1, GREATEST(planned - GREATEST(committed, disbursed, spent), 0)
    FROM wide
)
SELECT
    r.funder,
    f.name_en AS funder_name_en,
    f.name_fr AS funder_name_fr,
    r.pillar_code,
    l.short_name_en,
    l.short_name_fr,
    h.wps_pillar,
    r.stage,
    r.amount,
    $currency_code AS currency_code
FROM reached AS r
JOIN organisation AS f ON f.organisation_id = r.funder
LEFT JOIN pillar AS l ON l.plan_id = $plan_id AND l.pillar_code = r.pillar_code
LEFT JOIN pillar_theme AS h ON h.plan_id = $plan_id AND h.pillar_code = r.pillar_code
WHERE r.amount > 0
ORDER BY r.position DESC, r.amount DESC, r.funder, r.pillar_code;
