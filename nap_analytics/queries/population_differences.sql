-- The population that a plan prints beside the one by which figures per head are divided, where they differ by 1 % or more.
-- Returns one row per population that a plan prints and that differs by 1 % or more from the one by which figures per head are divided:
--   plan_id, topic, short_name_en, short_name_fr VARCHAR
--   population_year INTEGER
--   used_count BIGINT
--   printed_count, per_head_change_pct DOUBLE
--   used_source_id, used_source_title_en, used_source_title_fr, used_locator, printed_source_id, printed_source_title_en,
--       printed_source_title_fr, printed_locator VARCHAR
SELECT
    f.plan_id,
    f.topic,
    p.short_name_en,
    p.short_name_fr,
    n.population_year,
    n.person_count AS used_count,
    f.value AS printed_count,
    n.person_count / f.value * 100 - 100 AS per_head_change_pct,
    n.source_id AS used_source_id,
    u.title_en AS used_source_title_en,
    u.title_fr AS used_source_title_fr,
    n.locator AS used_locator,
    f.source_id AS printed_source_id,
    s.title_en AS printed_source_title_en,
    s.title_fr AS printed_source_title_fr,
    f.locator AS printed_locator
FROM context_figure AS f
JOIN context_topic AS t ON t.topic = f.topic AND t.is_population
JOIN unit AS q ON q.unit = f.unit AND q.counts_people
JOIN plan AS p ON p.plan_id = f.plan_id
JOIN population AS n ON n.country_code = p.country_code AND n.population_year = YEAR(f.period_end)
JOIN source AS s ON s.source_id = f.source_id
JOIN source AS u ON u.source_id = n.source_id
WHERE f.is_preferred
  AND ABS(n.person_count / f.value - 1) >= 0.01
ORDER BY p.start_year, n.population_year;
