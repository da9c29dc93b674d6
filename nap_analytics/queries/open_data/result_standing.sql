-- Where every series stands on the day viewed: its status with the value that it rests on, and its direction of travel.
-- Returns one row per series:
--   series_id, status VARCHAR
--   status_date DATE or NULL: the status rests on no value
--   progress_pct, expected_pct DOUBLE or NULL: not assessed
--   is_to_hold BOOLEAN
--   not_assessed_reason VARCHAR or NULL: assessed
--   absence_reason VARCHAR or NULL: there is a latest value
--   sum_fault_start DATE or NULL: the periods have no gap or overlap
--   sum_fault_end DATE or NULL: as sum_fault_start
--   deadline_has_passed, only_floor_when_due BOOLEAN
--   break_date DATE or NULL: there is no break
--   latest_value DOUBLE or NULL: no value can be assessed
--   period_start DATE or NULL: as latest_value, or periods are added up
--   period_end DATE or NULL: as latest_value
--   target_value DOUBLE or NULL: no target is set
--   target_date DATE or NULL: no target is set
--   verdict_value DOUBLE or NULL: no value answers for the target
--   verdict_start DATE or NULL: as verdict_value, or periods are added up
--   verdict_date DATE or NULL: as verdict_value
--   movement VARCHAR
--   movement_reason VARCHAR or NULL: a direction is told
--   from_value DOUBLE or NULL: there is none
--   from_start DATE or NULL: as from_value, or it is of a day or of whole years
--   from_date DATE or NULL: as from_value
--   to_value DOUBLE or NULL: there is none
--   to_start DATE or NULL: as to_value, or it is of a day or of whole years
--   to_date DATE or NULL: as to_value
--   points_per_year DOUBLE or NULL: not a share, or a value is missing
SELECT
    series_id,
    status,
    status_date,
    progress_pct,
    expected_pct,
    is_to_hold,
    not_assessed_reason,
    absence_reason,
    sum_fault_start,
    sum_fault_end,
    deadline_has_passed,
    only_floor_when_due,
    break_date,
    latest_value,
    period_start,
    period_end,
    target_value,
    target_date,
    verdict_value,
    verdict_start,
    verdict_date,
    movement,
    movement_reason,
    from_value,
    from_start,
    from_date,
    to_value,
    to_start,
    to_date,
    points_per_year
FROM series_summary($viewed_on)
ORDER BY series_id;
