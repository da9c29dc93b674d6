-- Returns one row per contradiction of a source with itself, of whatever origin, oldest plan first:
--   plan_id, short_name_en, short_name_fr, kind, origin, locator, quantity_en, quantity_fr, printed_value, computed_value VARCHAR
--   difference DOUBLE or NULL: codes and words
--   source_id VARCHAR
SELECT
    d.plan_id,
    p.short_name_en,
    p.short_name_fr,
    d.kind,
    d.origin,
    d.locator,
    d.quantity_en,
    d.quantity_fr,
    d.printed_value,
    d.computed_value,
    d.difference,
    d.source_id
FROM source_discrepancy($viewed_on) AS d
JOIN plan AS p USING (plan_id)
WHERE $plan_id IS NULL
   OR d.plan_id = $plan_id
ORDER BY p.start_year, d.kind, d.locator, d.quantity_en;
