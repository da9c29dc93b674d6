-- Where one source gives values that contradict each other: a running total that falls, regions or sexes that do not add up.
-- Counts alone can be added up, complete breakdowns alone compared, a floor with nothing; small counts of survivors are never read.
CREATE MACRO discrepancy_of_values(viewed_on) AS TABLE
WITH counted AS (
    SELECT
        o.*,
        i.plan_id,
        p.country_code,
        COALESCE(s.accumulation, i.accumulation) AS accumulation,
        s.name_en || ' (' || s.series_id || ')' AS label_en,
        s.name_fr || ' (' || s.series_id || ')' AS label_fr,
        CONCAT_WS(', ', g.name_en, CASE o.sex WHEN 'female' THEN 'women' WHEN 'male' THEN 'men' END, o.age_group) AS part_en,
        CONCAT_WS(', ', g.name_fr, CASE o.sex WHEN 'female' THEN 'femmes' WHEN 'male' THEN 'hommes' END, o.age_group) AS part_fr
    FROM observation(viewed_on) AS o
    JOIN series AS s USING (series_id)
    JOIN indicator AS i USING (indicator_id)
    JOIN plan AS p USING (plan_id)
    LEFT JOIN region AS g USING (region_code)
    WHERE COALESCE(s.value_kind, i.value_kind) = 'count'
      AND NOT i.is_sensitive
      AND NOT o.is_at_least
      AND o.value IS NOT NULL
),
fall AS (
    SELECT
        plan_id,
        'Running total lower than before: ' || label_en || ', ' || period_end || ' after ' || LAG(period_end) OVER same_cell AS quantity_en,
        'Cumul inférieur au précédent : ' || label_fr || ', ' || STRFTIME(period_end, '%d/%m/%Y') || ' après '
            || STRFTIME(LAG(period_end) OVER same_cell, '%d/%m/%Y') AS quantity_fr,
        part_en,
        part_fr,
        value AS printed,
        LAG(value) OVER same_cell AS computed,
        locator,
        LAG(locator) OVER same_cell AS other_locator,
        source_id
    FROM counted
    WHERE accumulation = 'running_total'
    WINDOW same_cell AS (PARTITION BY series_id, source_id, region_code, sex, age_group ORDER BY period_end, period_start)
    QUALIFY value < LAG(value) OVER same_cell
        AND NOT is_series_break
),
region_count AS (
    SELECT country_code, COUNT(*) AS part_count
    FROM region
    GROUP BY country_code
),
sum_of_regions AS (
    SELECT
        c.series_id,
        c.period_start,
        c.period_end,
        c.sex,
        c.age_group,
        c.source_id,
        SUM(c.value) AS computed,
        STRING_AGG(DISTINCT c.locator, '; ' ORDER BY c.locator) AS locator
    FROM counted AS c
    JOIN region_count AS r USING (country_code)
    WHERE c.region_code IS NOT NULL
    GROUP BY c.series_id, c.period_start, c.period_end, c.sex, c.age_group, c.source_id
    HAVING COUNT(*) = ANY_VALUE(r.part_count)
),
sum_of_sexes AS (
    SELECT
        series_id,
        period_start,
        period_end,
        region_code,
        age_group,
        source_id,
        SUM(value) AS computed,
        STRING_AGG(DISTINCT locator, '; ' ORDER BY locator) AS locator
    FROM counted
    WHERE sex IS NOT NULL
    GROUP BY series_id, period_start, period_end, region_code, age_group, source_id
    HAVING COUNT(*) = 2
),
added AS (
    SELECT
        t.plan_id,
        'Total against the sum of the regions: ' || t.label_en || ', ' || t.period_start || ' to ' || t.period_end AS quantity_en,
        'Total comparé à la somme des régions : ' || t.label_fr || ', du ' || STRFTIME(t.period_start, '%d/%m/%Y') || ' au '
            || STRFTIME(t.period_end, '%d/%m/%Y') AS quantity_fr,
        t.part_en,
        t.part_fr,
        t.value AS printed,
        a.computed,
        t.locator,
        a.locator AS other_locator,
        t.source_id
    FROM counted AS t
    JOIN sum_of_regions AS a USING (series_id, period_start, period_end, source_id)
    WHERE t.region_code IS NULL
      AND a.sex IS NOT DISTINCT FROM t.sex
      AND a.age_group IS NOT DISTINCT FROM t.age_group
    UNION ALL BY NAME
    SELECT
        t.plan_id,
        'Total against the sum of women and men: ' || t.label_en || ', ' || t.period_start || ' to ' || t.period_end AS quantity_en,
        'Total comparé à la somme des femmes et des hommes : ' || t.label_fr || ', du ' || STRFTIME(t.period_start, '%d/%m/%Y') || ' au '
            || STRFTIME(t.period_end, '%d/%m/%Y') AS quantity_fr,
        t.part_en,
        t.part_fr,
        t.value AS printed,
        a.computed,
        t.locator,
        a.locator AS other_locator,
        t.source_id
    FROM counted AS t
    JOIN sum_of_sexes AS a USING (series_id, period_start, period_end, source_id)
    WHERE t.sex IS NULL
      AND a.region_code IS NOT DISTINCT FROM t.region_code
      AND a.age_group IS NOT DISTINCT FROM t.age_group
),
finding AS (
    SELECT * FROM fall
    UNION ALL BY NAME
    SELECT * FROM added
    WHERE ROUND(printed - computed, 6) <> 0
)
SELECT
    plan_id,
    'values' AS kind,
    'document' AS origin,
    CASE WHEN locator = other_locator THEN locator ELSE locator || ' / ' || other_locator END AS locator,
    CONCAT_WS(', ', quantity_en, NULLIF(part_en, '')) AS quantity_en,
    CONCAT_WS(', ', quantity_fr, NULLIF(part_fr, '')) AS quantity_fr,
    plain_number(printed) AS printed_value,
    plain_number(computed) AS computed_value,
    printed - computed AS difference,
    source_id
FROM finding;

CREATE VIEW discrepancy_of_values AS
SELECT * FROM discrepancy_of_values(CURRENT_DATE);
