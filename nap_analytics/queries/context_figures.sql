-- Figures of one topic, name and unit are one series. What is drawn of it are its preferred values, or all of them where the whole series
-- is not preferred. A line joins two only where nothing changed between them and no year lies between: `segment` counts the stretches.
-- What has fewer than three years, or several values in one, is no series to draw.
-- Returns one row per figure of the situation around the plans, by theme, topic and `series_code`, in order of time:
--   series_code, name_en, name_fr, theme VARCHAR
--   theme_name_en, theme_name_fr VARCHAR or NULL: theme is other
--   wps_pillar VARCHAR or NULL: the theme has no UN pillar
--   topic, topic_name_en, topic_name_fr VARCHAR
--   sort_order INTEGER
--   plan_id VARCHAR or NULL: from elsewhere than the document of a plan
--   plan_name_en, plan_name_fr VARCHAR or NULL: as plan_id
--   is_own_translation BOOLEAN
--   period_start, period_end DATE or NULL: no date is printed
--   figure_year BIGINT or NULL: no date is printed
--   value DOUBLE
--   unit_en, unit_fr, unit_one_en, unit_one_fr VARCHAR
--   is_percentage, is_preferred, is_main, is_series_break, is_drawn BOOLEAN
--   segment HUGEINT
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   source_id, source_title_en, source_title_fr VARCHAR
--   source_url VARCHAR or NULL: not on the web
--   confidence, locator VARCHAR
WITH figure AS (
    SELECT
        *,
        YEAR(period_end) AS figure_year,
        is_preferred = BOOL_OR(is_preferred) OVER series AS is_main
    FROM context_figure
    WINDOW series AS (PARTITION BY topic, name_en, unit)
),
step AS (
    SELECT
        *,
        LAG(period_end) OVER (PARTITION BY topic, name_en, unit, is_main ORDER BY period_end) AS previous_end
    FROM figure
),
counted AS (
    SELECT
        *,
        COUNT(*) FILTER (is_main) OVER series AS main_count,
        COUNT(DISTINCT figure_year) FILTER (is_main) OVER series AS year_count,
        SUM(CASE WHEN is_series_break OR leaves_out_a_year(previous_end, period_start) THEN 1 ELSE 0 END) OVER (
            PARTITION BY topic, name_en, unit, is_main ORDER BY period_end ROWS UNBOUNDED PRECEDING
        ) AS segment
    FROM step
    WINDOW series AS (PARTITION BY topic, name_en, unit)
)
SELECT
    CONCAT_WS('/', c.topic, c.name_en, c.unit) AS series_code,
    c.name_en,
    c.name_fr,
    COALESCE(t.theme, 'other') AS theme,
    g.name_en AS theme_name_en,
    g.name_fr AS theme_name_fr,
    g.wps_pillar,
    c.topic,
    COALESCE(t.name_en, REPLACE(c.topic, '-', ' ')) AS topic_name_en,
    COALESCE(t.name_fr, REPLACE(c.topic, '-', ' ')) AS topic_name_fr,
    c.sort_order,
    c.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    c.is_own_translation,
    c.period_start,
    c.period_end,
    c.figure_year,
    c.value,
    u.* EXCLUDE (unit),
    c.unit = 'percent' AS is_percentage,
    c.is_preferred,
    c.is_main,
    c.is_series_break,
    c.year_count >= 3 AND c.year_count = c.main_count AS is_drawn,
    c.segment,
    c.note_en,
    c.note_fr,
    c.source_id,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    s.url AS source_url,
    s.confidence,
    c.locator
FROM counted AS c
JOIN unit_words AS u USING (unit)
JOIN source AS s USING (source_id)
LEFT JOIN context_topic AS t USING (topic)
LEFT JOIN context_theme AS g ON g.theme = t.theme
LEFT JOIN plan AS p ON p.plan_id = c.plan_id
ORDER BY g.sort_order NULLS LAST, t.sort_order NULLS LAST, c.topic, c.sort_order, c.period_end, c.is_preferred DESC;
