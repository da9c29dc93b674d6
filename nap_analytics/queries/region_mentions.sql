-- Each row of the data that speaks of one of the regions: by its code, or by a name in any of its texts, its place in the source included.
-- A row is matched as a whole, so that no column can be forgotten; what is masked is not read.
-- Returns one row per row of the data, of the table relation, at most 100 of a kind, of kind_count; the own rows of the region first,
-- then the newest plan:
--   relation, kind VARCHAR
--   code VARCHAR or NULL: not broken down by activity
--   plan_id VARCHAR or NULL: of no plan
--   pillar_code VARCHAR or NULL: of no pillar
--   indicator_id VARCHAR or NULL: of no indicator
--   region_code VARCHAR or NULL: of no one region
--   name_en, name_fr VARCHAR or NULL: not broken down by activity
--   part_en, part_fr VARCHAR or NULL: it has no series
--   value DOUBLE or NULL: there is none; an observation has a missing_reason
--   value_kind VARCHAR or NULL: there can be no value
--   missing_reason VARCHAR or NULL: there is a value, or can be none
--   period_start, period_end DATE or NULL: without a date
--   said_en, said_fr VARCHAR or NULL: it says nothing else
--   source_id VARCHAR or NULL: it names no source
--   locator VARCHAR or NULL: as source_id
--   plan_name_en, plan_name_fr VARCHAR or NULL: of no plan
--   unit_en, unit_fr, unit_one_en, unit_one_fr VARCHAR or NULL: there can be no value
--   source_title_en, source_title_fr VARCHAR or NULL: as source_id
--   source_url VARCHAR or NULL: not on the web
--   kind_count BIGINT
WITH stated AS (
    SELECT
        'observation' AS relation,
        'value' AS kind,
        s.series_id AS code,
        i.plan_id,
        i.pillar_code,
        s.indicator_id,
        o.region_code,
        m.text_en AS name_en,
        m.text_fr AS name_fr,
        s.name_en AS part_en,
        s.name_fr AS part_fr,
        o.value,
        COALESCE(s.value_kind, i.value_kind) AS value_kind,
        COALESCE(s.unit, i.unit) AS unit,
        o.missing_reason,
        o.period_start,
        o.period_end,
        o.note_en AS said_en,
        o.note_fr AS said_fr,
        o.source_id,
        o.locator,
        CAST(o AS TEXT) AS text
    FROM observation($viewed_on) AS o
    JOIN series AS s USING (series_id)
    JOIN indicator AS i USING (indicator_id)
    JOIN indicator_name AS m USING (indicator_id)
    UNION ALL BY NAME
    SELECT 'target' AS relation, 'indicator' AS kind, s.series_id AS code, i.plan_id, i.pillar_code, s.indicator_id, m.text_en AS name_en,
        m.text_fr AS name_fr, s.name_en AS part_en, s.name_fr AS part_fr, t.target_value AS value,
        COALESCE(s.value_kind, i.value_kind) AS value_kind, COALESCE(s.unit, i.unit) AS unit, t.target_date AS period_start,
        t.target_date AS period_end, t.note_en AS said_en, t.note_fr AS said_fr, t.source_id, t.locator, CAST(t AS TEXT) AS text
    FROM target AS t
    JOIN series AS s USING (series_id)
    JOIN indicator AS i USING (indicator_id)
    JOIN indicator_name AS m USING (indicator_id)
    UNION ALL BY NAME
    SELECT 'series' AS relation, 'indicator' AS kind, s.series_id AS code, i.plan_id, i.pillar_code, s.indicator_id, m.text_en AS name_en,
        m.text_fr AS name_fr, s.name_en AS part_en, s.name_fr AS part_fr, s.note_en AS said_en, s.note_fr AS said_fr,
        COALESCE(s.baseline_source_id, i.source_id) AS source_id, COALESCE(s.baseline_locator, i.locator) AS locator, CAST(s AS TEXT) AS text
    FROM series AS s
    JOIN indicator AS i USING (indicator_id)
    JOIN indicator_name AS m USING (indicator_id)
    UNION ALL BY NAME
    SELECT 'indicator' AS relation, 'indicator' AS kind, i.indicator_id AS code, i.plan_id, i.pillar_code, i.indicator_id,
        m.text_en AS name_en, m.text_fr AS name_fr, CONCAT_WS(' ', m.printed_text_en, i.note_en) AS said_en,
        CONCAT_WS(' ', m.printed_text_fr, i.note_fr) AS said_fr, i.source_id, i.locator, CAST(i AS TEXT) AS text
    FROM indicator AS i
    JOIN indicator_name AS m USING (indicator_id)
    UNION ALL BY NAME
    SELECT 'activity' AS relation, 'activity' AS kind, activity_id AS code, plan_id, pillar_code, text_en AS name_en, text_fr AS name_fr,
        CONCAT_WS(' ', framework_text, schedule_text, note_en) AS said_en, CONCAT_WS(' ', framework_text, schedule_text, note_fr) AS said_fr,
        source_id, locator, CAST(a AS TEXT) AS text
    FROM activity AS a
    UNION ALL BY NAME
    SELECT 'achievement' AS relation, 'achievement' AS kind, achievement_id AS code, plan_id, pillar_code, text_en AS name_en,
        text_fr AS name_fr, note_en AS said_en, note_fr AS said_fr, source_id, locator, CAST(a AS TEXT) AS text
    FROM achievement AS a
    UNION ALL BY NAME
    SELECT 'milestone' AS relation, 'event' AS kind, milestone_id AS code, plan_id, name_en, name_fr, date_from AS period_start,
        date_to AS period_end, party_en AS said_en, party_fr AS said_fr, source_id, locator, CAST(m AS TEXT) AS text
    FROM milestone AS m
    UNION ALL BY NAME
    SELECT 'context_figure' AS relation, 'context' AS kind, topic AS code, plan_id, name_en, name_fr, value,
        CASE unit WHEN 'percent' THEN 'percent' ELSE 'ratio' END AS value_kind, unit, period_start, period_end, note_en AS said_en,
        note_fr AS said_fr, source_id, locator, CAST(c AS TEXT) AS text
    FROM context_figure AS c
    UNION ALL BY NAME
    SELECT 'context_topic' AS relation, 'context' AS kind, topic AS code, name_en, name_fr, CAST(t AS TEXT) AS text
    FROM context_topic AS t
    UNION ALL BY NAME
    SELECT 'context_theme' AS relation, 'context' AS kind, theme AS code, name_en, name_fr, CAST(t AS TEXT) AS text
    FROM context_theme AS t
    UNION ALL BY NAME
    SELECT 'passage' AS relation, 'plan' AS kind, kind AS code, plan_id, COALESCE(title_en, text_en) AS name_en,
        COALESCE(title_fr, text_fr) AS name_fr, CASE WHEN title_en IS NOT NULL THEN text_en END AS said_en,
        CASE WHEN title_fr IS NOT NULL THEN text_fr END AS said_fr, source_id, locator, CAST(p AS TEXT) AS text
    FROM passage AS p
    UNION ALL BY NAME
    SELECT 'body' AS relation, 'plan' AS kind, b.organisation_id AS code, b.plan_id, o.name_en, o.name_fr,
        CONCAT_WS(' ', b.role_en, b.composition_en, b.rhythm_en, b.note_en) AS said_en,
        CONCAT_WS(' ', b.role_fr, b.composition_fr, b.rhythm_fr, b.note_fr) AS said_fr, b.source_id, b.locator, CAST(b AS TEXT) AS text
    FROM body AS b
    JOIN organisation AS o USING (organisation_id)
    UNION ALL BY NAME
    SELECT 'committee_member' AS relation, 'plan' AS kind, m.committee AS code, m.plan_id, COALESCE(m.post_en, o.name_en) AS name_en,
        COALESCE(m.post_fr, o.name_fr) AS name_fr, m.note_en AS said_en, m.note_fr AS said_fr, m.source_id, m.locator, CAST(m AS TEXT) AS text
    FROM committee_member AS m
    LEFT JOIN organisation AS o USING (organisation_id)
    UNION ALL BY NAME
    SELECT 'framework_node' AS relation, 'plan' AS kind, node_code AS code, plan_id, pillar_code, text_en AS name_en, text_fr AS name_fr,
        note_en AS said_en, note_fr AS said_fr, source_id, locator, CAST(n AS TEXT) AS text
    FROM framework_node AS n
    UNION ALL BY NAME
    SELECT 'theory_of_change' AS relation, 'plan' AS kind, kind AS code, plan_id, pillar_code, text_en AS name_en, text_fr AS name_fr,
        source_id, locator, CAST(c AS TEXT) AS text
    FROM theory_of_change AS c
    UNION ALL BY NAME
    SELECT 'pillar' AS relation, 'plan' AS kind, pillar_code AS code, plan_id, pillar_code, name_en, name_fr, source_id, locator,
        CAST(p AS TEXT) AS text
    FROM pillar AS p
    UNION ALL BY NAME
    SELECT 'plan' AS relation, 'plan' AS kind, plan_id AS code, plan_id, title_en AS name_en, title_fr AS name_fr,
        CONCAT_WS(' ', aim_en, budget_missing_reason_en) AS said_en, CONCAT_WS(' ', aim_fr, budget_missing_reason_fr) AS said_fr, source_id,
        locator, CAST(p AS TEXT) AS text
    FROM plan AS p
    UNION ALL BY NAME
    SELECT 'instrument' AS relation, 'plan' AS kind, instrument_id AS code, plan_id, name_en, name_fr, summary_en AS said_en,
        summary_fr AS said_fr, source_id, locator, CAST(i AS TEXT) AS text
    FROM instrument AS i
    UNION ALL BY NAME
    SELECT 'reported_completion' AS relation, 'plan' AS kind, c.pillar_code AS code, c.plan_id, c.pillar_code, p.name_en, p.name_fr,
        c.rationale_en AS said_en, c.rationale_fr AS said_fr, c.source_id, c.locator, CAST(c AS TEXT) AS text
    FROM reported_completion AS c
    JOIN pillar AS p USING (plan_id, pillar_code)
    UNION ALL BY NAME
    SELECT 'crosswalk' AS relation, 'plan' AS kind, c.pillar_code AS code, c.plan_id, c.pillar_code, p.name_en, p.name_fr,
        c.rationale_en AS said_en, c.rationale_fr AS said_fr, CAST(c AS TEXT) AS text
    FROM crosswalk AS c
    JOIN pillar AS p USING (plan_id, pillar_code)
    UNION ALL BY NAME
    SELECT 'printed_quantity' AS relation, 'plan' AS kind, quantity_id AS code, plan_id, quantity_en AS name_en, quantity_fr AS name_fr,
        value_text AS said_en, value_text AS said_fr, source_id, locator, CAST(q AS TEXT) AS text
    FROM printed_quantity AS q
    UNION ALL BY NAME
    SELECT 'budget_line' AS relation, 'money' AS kind, b.activity_id AS code, b.plan_id, b.pillar_code, a.text_en AS name_en,
        a.text_fr AS name_fr, b.note_en AS said_en, b.note_fr AS said_fr, b.source_id, b.locator, CAST(b AS TEXT) AS text
    FROM budget_line AS b
    LEFT JOIN activity AS a USING (activity_id)
    UNION ALL BY NAME
    SELECT 'same_money' AS relation, 'money' AS kind, first_line_id AS code, first_line_id || ' / ' || second_line_id AS name_en,
        first_line_id || ' / ' || second_line_id AS name_fr, reason_en AS said_en, reason_fr AS said_fr, CAST(s AS TEXT) AS text
    FROM same_money AS s
    UNION ALL BY NAME
    SELECT 'contextual_funding' AS relation, 'money' AS kind, funding_id AS code, plan_id, what_en AS name_en, what_fr AS name_fr,
        note_en AS said_en, note_fr AS said_fr, source_id, locator, CAST(f AS TEXT) AS text
    FROM contextual_funding AS f
    UNION ALL BY NAME
    SELECT 'organisation' AS relation, 'source' AS kind, organisation_id AS code, name_en, name_fr, short_name AS said_en,
        short_name AS said_fr, CAST(o AS TEXT) AS text
    FROM organisation AS o
    UNION ALL BY NAME
    SELECT 'region' AS relation, 'region' AS kind, region_code AS code, region_code, name_en, name_fr,
        CONCAT_WS(' · ', region_code, pcode) AS part_en, CONCAT_WS(' · ', region_code, pcode) AS part_fr, note_en AS said_en,
        note_fr AS said_fr, source_id, locator, CAST(r AS TEXT) AS text
    FROM region AS r
    UNION ALL BY NAME
    SELECT 'source' AS relation, 'source' AS kind, source_id AS code, title_en AS name_en, title_fr AS name_fr, note_en AS said_en,
        note_fr AS said_fr, source_id, CAST(s AS TEXT) AS text
    FROM source AS s
),
mention AS (
    SELECT
        s.*,
        p.start_year,
        p.short_name_en AS plan_name_en,
        p.short_name_fr AS plan_name_fr,
        LIST_CONTAINS($region_codes, s.region_code) IS TRUE AS is_own
    FROM stated AS s
    LEFT JOIN plan AS p USING (plan_id)
    WHERE LIST_CONTAINS($region_codes, s.region_code)
       OR REGEXP_MATCHES(LOWER(STRIP_ACCENTS(s.text)), $pattern)
)
SELECT
    m.* EXCLUDE (text, unit, start_year, is_own),
    u.* EXCLUDE (unit),
    f.title_en AS source_title_en,
    f.title_fr AS source_title_fr,
    f.url AS source_url,
    COUNT(*) OVER (PARTITION BY m.kind) AS kind_count
FROM mention AS m
LEFT JOIN unit_words AS u USING (unit)
LEFT JOIN source AS f USING (source_id)
QUALIFY
    ROW_NUMBER() OVER (
        PARTITION BY m.kind ORDER BY m.is_own DESC, m.start_year DESC NULLS LAST, m.relation, m.period_end DESC, m.code, m.text
    ) <= 100
ORDER BY m.kind, m.is_own DESC, m.start_year DESC NULLS LAST, m.relation, m.period_end DESC, m.code, m.text;
