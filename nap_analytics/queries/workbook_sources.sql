-- The sources of the money: budgets, totals, money around the plans, rates, prices, population.
-- Returns one row per source of an amount, rate, index or population; those that ask to be cited first:
--   source_id, title_en, title_fr, publisher VARCHAR
--   published_date DATE or NULL: not known
--   kind, confidence VARCHAR
--   licence VARCHAR or NULL: it states none
--   url VARCHAR or NULL: not on the web
--   citation VARCHAR or NULL: it asks for none
--   note_en, note_fr VARCHAR or NULL: nothing to say
WITH used AS (
    SELECT source_id FROM plan
    UNION SELECT source_id FROM budget_line
    UNION SELECT source_id FROM printed_total
    UNION SELECT source_id FROM contextual_funding
    UNION SELECT source_id FROM exchange_rate
    UNION SELECT source_id FROM price_index
    UNION SELECT source_id FROM population
)
SELECT
    s.source_id,
    s.title_en,
    s.title_fr,
    s.publisher,
    s.published_date,
    s.kind,
    s.confidence,
    s.licence,
    s.url,
    s.citation,
    s.note_en,
    s.note_fr
FROM source AS s
JOIN used AS u USING (source_id)
ORDER BY s.citation IS NULL, s.publisher, s.source_id;
