-- a budget year within the plan, its extension included
SELECT
    b._file,
    b._row,
    'budget_year',
    b.budget_year
FROM budget_line AS b
JOIN plan AS p USING (plan_id)
WHERE b._is_sound
  AND p._is_sound
  AND b.budget_year NOT BETWEEN p.start_year AND COALESCE(p.extended_to_year, p.end_year)
ORDER BY b._file, b._row;
