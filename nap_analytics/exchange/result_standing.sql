-- Where every series stands on the day viewed: its status with the value that it rests on, and its direction of travel.
SELECT
    p.series_id,
    p.status,
    p.status_date,
    p.progress_pct,
    p.expected_pct,
    p.is_to_hold,
    p.not_assessed_reason,
    p.absence_reason,
    p.sum_fault_start,
    p.sum_fault_end,
    p.deadline_has_passed,
    p.only_floor_when_due,
    p.break_date,
    p.latest_value,
    p.period_end,
    p.target_value,
    p.target_date,
    p.verdict_value,
    p.verdict_date,
    d.movement,
    d.movement_reason,
    d.from_value,
    d.from_date,
    d.to_value,
    d.to_date,
    d.points_per_year
FROM series_progress($viewed_on) AS p
JOIN series_direction($viewed_on) AS d USING (series_id)
ORDER BY p.series_id;
