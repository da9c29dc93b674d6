-- Events of the country that bear a few words for charts. Without a plan the country is that of all plans; where they are of several,
-- nobody can say whose events belong on the chart, and there are none.
-- Returns one row per event that a chart over time draws, in order of time, as of a day:
--   plan_id, milestone_id VARCHAR
--   date_from, date_to DATE
--   label_en, label_fr, name_en, name_fr VARCHAR
--   wps_pillar VARCHAR or NULL: every chart of the country draws it
--   source_id, source_title_en, source_title_fr VARCHAR
--   source_url VARCHAR or NULL: not on the web
--   locator VARCHAR
WITH country AS (
    SELECT ANY_VALUE(country_code) AS country_code
    FROM plan
    WHERE $plan_id IS NULL OR plan_id = $plan_id
    HAVING COUNT(DISTINCT country_code) = 1
)
SELECT
    m.plan_id,
    m.milestone_id,
    m.date_from,
    m.date_to,
    m.label_en,
    m.label_fr,
    m.name_en,
    m.name_fr,
    m.wps_pillar,
    m.source_id,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    s.url AS source_url,
    m.locator
FROM milestone AS m
JOIN plan AS p USING (plan_id)
JOIN country AS c ON c.country_code = p.country_code
JOIN source AS s ON s.source_id = m.source_id
WHERE m.label_en IS NOT NULL
  AND m.date_to <= CAST($viewed_on AS DATE)
  AND (m.wps_pillar IS NULL OR m.wps_pillar = $wps_pillar)
ORDER BY m.date_to, m.date_from, m.milestone_id;
