SELECT
    f.funding_id,
    f.part_of_funding_id,
    f.plan_id,
    p.short_name_en,
    p.short_name_fr,
    f.what_en,
    f.what_fr,
    f.amount,
    f.currency_code,
    f.year_from,
    f.year_to,
    f.is_preferred,
    f.confidence,
    f.note_en,
    f.note_fr,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    s.url AS source_url,
    f.locator
FROM contextual_funding AS f
JOIN plan AS p USING (plan_id)
JOIN source AS s USING (source_id)
ORDER BY p.start_year, f.year_from NULLS LAST, COALESCE(f.part_of_funding_id, f.funding_id), f.part_of_funding_id NULLS FIRST, f.amount DESC;
