SELECT
    b.plan_id,
    b.pillar_code,
    l.short_name_en,
    l.short_name_fr,
    b.activity_id,
    a.text_en,
    a.text_fr,
    b.budget_year,
    b.stage,
    b.amount,
    b.currency_code,
    b.printed_total,
    b.note_en,
    b.note_fr,
    b.source_id,
    b.locator
FROM budget_line AS b
LEFT JOIN pillar AS l USING (plan_id, pillar_code)
LEFT JOIN activity AS a USING (activity_id)
WHERE b.plan_id = $plan_id
ORDER BY b.pillar_code NULLS LAST, a.sort_order, b.budget_year NULLS LAST;
