-- Money of one plan by stage, funder, kind of implementer and pillar; NULL: not said.
-- Returns one row per stage, funder, kind of implementer and pillar of a plan, by stage, the largest first:
--   plan_id, stage VARCHAR
--   funder, funder_name_en, funder_name_fr, implementer_kind VARCHAR or NULL: not said
--   pillar_code, short_name_en, short_name_fr VARCHAR or NULL: not broken down by pillar
--   wps_pillar VARCHAR or NULL: no pillar, or the crosswalk gives it no theme
--   amount DOUBLE or NULL: not_convertible
--   amount_state VARCHAR
--   share_pct DOUBLE or NULL: an amount of the stage is not_convertible
--   currency_code VARCHAR
WITH added AS (
    SELECT
        b.plan_id,
        b.stage,
        b.funder,
        i.kind AS implementer_kind,
        b.pillar_code,
        sum_of_all(b.priced_amount, b.amount) AS amount,
        amount_state(b.priced_amount, b.amount) AS amount_state
    FROM budget_line_priced($viewed_on, $currency_code, $base_year) AS b
    LEFT JOIN organisation AS i ON i.organisation_id = b.implementer
    WHERE b.plan_id = $plan_id
      AND b.amount IS NOT NULL
    GROUP BY b.plan_id, b.stage, b.funder, i.kind, b.pillar_code
)
SELECT
    b.plan_id,
    b.stage,
    b.funder,
    f.name_en AS funder_name_en,
    f.name_fr AS funder_name_fr,
    b.implementer_kind,
    b.pillar_code,
    l.short_name_en,
    l.short_name_fr,
    h.wps_pillar,
    b.amount,
    b.amount_state,
    CASE WHEN COUNT(b.amount) OVER (PARTITION BY b.stage) = COUNT(*) OVER (PARTITION BY b.stage) THEN
        100 * b.amount / SUM(b.amount) OVER (PARTITION BY b.stage)
    END AS share_pct,
    $currency_code AS currency_code
FROM added AS b
LEFT JOIN organisation AS f ON f.organisation_id = b.funder
LEFT JOIN pillar AS l ON l.plan_id = b.plan_id AND l.pillar_code = b.pillar_code
LEFT JOIN pillar_theme AS h ON h.plan_id = b.plan_id AND h.pillar_code = b.pillar_code
ORDER BY
    CASE b.stage WHEN 'planned' THEN 1 WHEN 'committed' THEN 2 WHEN 'disbursed' THEN 3 ELSE 4 END,
    b.amount DESC, b.funder, b.pillar_code;
