-- How deep the money of each plan is known: how much of the published total can be placed at each depth.
-- Returns one row per depth (total, pillar, activity, year, funder, spent) and plan, by depth:
--   plan_id, short_name_en, short_name_fr VARCHAR
--   pillar_word_en, pillar_word_fr, pillar_words_en, pillar_words_fr VARCHAR or NULL: the plan has no word of its own
--   depth, currency_code VARCHAR
--   planned_amount DOUBLE or NULL: no amount is known, or one has no rate
--   known_amount DOUBLE or NULL: nothing is published at this depth
--   not_placed_amount DOUBLE or NULL: one of the two is
--   standing VARCHAR or NULL: there is no amount
--   known_xof DOUBLE or NULL: nothing is published at this depth
--   planned_xof DOUBLE or NULL: no amount is known, or one has no rate
--   not_placed_xof DOUBLE or NULL: one of the two is
--   line_without_amount_count BIGINT
--   known_state VARCHAR
--   explanation_en, explanation_fr VARCHAR or NULL: there is an amount, or the sources say nothing
WITH line AS (
    SELECT *
    FROM budget_line_converted($viewed_on)
    WHERE is_counted
),
added AS (
    SELECT
        plan_id,
        SUM(amount_xof) FILTER (WHERE stage = 'planned' AND pillar_code IS NOT NULL) AS by_pillar_xof,
        SUM(amount_xof) FILTER (WHERE stage = 'planned' AND activity_id IS NOT NULL) AS by_activity_xof,
        SUM(amount_xof) FILTER (WHERE stage = 'planned' AND budget_year IS NOT NULL) AS by_year_xof,
        SUM(amount_xof) FILTER (WHERE stage = 'spent') AS spent_xof,
        SUM(amount_own) FILTER (WHERE stage = 'planned' AND pillar_code IS NOT NULL) AS by_pillar,
        SUM(amount_own) FILTER (WHERE stage = 'planned' AND activity_id IS NOT NULL) AS by_activity,
        SUM(amount_own) FILTER (WHERE stage = 'planned' AND budget_year IS NOT NULL) AS by_year,
        SUM(amount_own) FILTER (WHERE stage = 'spent') AS spent,
        COUNT(*) FILTER (WHERE stage = 'planned' AND amount IS NULL) AS line_without_amount_count
    FROM line
    GROUP BY plan_id
),
-- Who pays, at the stage at which most of the money has a funder: stages are never added.
funded AS (
    SELECT plan_id, MAX(amount_xof) AS by_funder_xof, MAX(amount_own) AS by_funder
    FROM (
        SELECT plan_id, stage, SUM(amount_xof) AS amount_xof, SUM(amount_own) AS amount_own
        FROM line
        WHERE funder IS NOT NULL
        GROUP BY plan_id, stage
    ) AS of_stage
    GROUP BY plan_id
),
level_of_detail AS (
    SELECT
        p.plan_id,
        p.short_name_en,
        p.short_name_fr,
        p.pillar_word_en,
        p.pillar_word_fr,
        p.pillar_words_en,
        p.pillar_words_fr,
        p.start_year,
        p.currency_code,
        b.planned_amount,
        b.standing,
        b.planned_xof,
        b.explanation_en,
        b.explanation_fr,
        d.depth,
        d.position,
        CASE d.depth
            WHEN 'total' THEN b.planned_xof
            WHEN 'pillar' THEN a.by_pillar_xof
            WHEN 'activity' THEN a.by_activity_xof
            WHEN 'year' THEN a.by_year_xof
            WHEN 'funder' THEN f.by_funder_xof
            WHEN 'spent' THEN a.spent_xof
        END AS known_xof,
        CASE d.depth
            WHEN 'total' THEN b.planned_amount
            WHEN 'pillar' THEN a.by_pillar
            WHEN 'activity' THEN a.by_activity
            WHEN 'year' THEN a.by_year
            WHEN 'funder' THEN f.by_funder
            WHEN 'spent' THEN a.spent
        END AS known_amount,
        CASE WHEN d.depth = 'activity' THEN COALESCE(a.line_without_amount_count, 0) ELSE 0 END AS line_without_amount_count
    FROM plan AS p
    JOIN budget_total($viewed_on) AS b USING (plan_id)
    LEFT JOIN added AS a USING (plan_id)
    LEFT JOIN funded AS f USING (plan_id)
    CROSS JOIN (
        VALUES ('total', 1), ('pillar', 2), ('activity', 3), ('year', 4), ('funder', 5), ('spent', 6)
    ) AS d (depth, position)
)
SELECT
    plan_id,
    short_name_en,
    short_name_fr,
    pillar_word_en,
    pillar_word_fr,
    pillar_words_en,
    pillar_words_fr,
    depth,
    currency_code,
    planned_amount,
    known_amount,
    planned_amount - known_amount AS not_placed_amount,
    standing,
    known_xof,
    planned_xof,
    planned_xof - known_xof AS not_placed_xof,
    line_without_amount_count,
    CASE
        WHEN known_xof IS NULL THEN 'none'
        WHEN depth <> 'spent' AND known_xof < planned_xof OR line_without_amount_count > 0 THEN 'partly'
        ELSE 'known'
    END AS known_state,
    explanation_en,
    explanation_fr
FROM level_of_detail
ORDER BY position, start_year, plan_id;
