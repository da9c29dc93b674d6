-- Returns one row per source, those on which most rows rest first:
--   source_id, title_en, title_fr VARCHAR
--   is_own_translation BOOLEAN
--   publisher VARCHAR
--   published_date DATE or NULL: not known
--   kind VARCHAR
--   url VARCHAR or NULL: not on the web
--   licence VARCHAR or NULL: it states none
--   confidence VARCHAR
--   citation VARCHAR or NULL: it asks for none
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   row_count BIGINT
WITH used AS (
    SELECT source_id, COUNT(*) AS row_count
    FROM (
        SELECT source_id FROM observation
        UNION ALL SELECT source_id FROM plan
        UNION ALL SELECT source_id FROM pillar
        UNION ALL SELECT source_id FROM framework_node
        UNION ALL SELECT source_id FROM theory_of_change
        UNION ALL SELECT source_id FROM indicator
        UNION ALL SELECT baseline_source_id FROM series
        UNION ALL SELECT source_id FROM target
        UNION ALL SELECT source_id FROM activity
        UNION ALL SELECT source_id FROM reported_completion
        UNION ALL SELECT source_id FROM achievement
        UNION ALL SELECT source_id FROM budget_line
        UNION ALL SELECT source_id FROM printed_total
        UNION ALL SELECT source_id FROM contextual_funding
        UNION ALL SELECT source_id FROM responsibility
        UNION ALL SELECT source_id FROM body
        UNION ALL SELECT source_id FROM committee_member
        UNION ALL SELECT source_id FROM passage
        UNION ALL SELECT source_id FROM instrument
        UNION ALL SELECT source_id FROM milestone
        UNION ALL SELECT source_id FROM context_figure
        UNION ALL SELECT source_id FROM printed_quantity
        UNION ALL SELECT source_id FROM exchange_rate
        UNION ALL SELECT source_id FROM price_index
        UNION ALL SELECT source_id FROM population
        UNION ALL SELECT source_id FROM region
        UNION ALL SELECT pcode_source_id FROM region
        UNION ALL SELECT later_pcode_source_id FROM region
    ) AS cited
    GROUP BY source_id
)
SELECT
    s.*,
    COALESCE(u.row_count, 0) AS row_count
FROM source AS s
LEFT JOIN used AS u USING (source_id)
ORDER BY row_count DESC, s.source_id;
