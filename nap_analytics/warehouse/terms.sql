-- Terms with one meaning each, read by every view and query that needs them.

-- A value of the whole country, both sexes and all ages (or all whom the indicator itself counts).
CREATE MACRO is_national(region_code, sex, age_group) AS
    region_code IS NULL AND sex IS NULL AND age_group IS NULL;

-- What a value is to its plan: before it, within it, after a break in the series, after its last day. The first that fits, in this
-- order: after a break wins over after the plan, because it measures something else. `first_date`: the first day that counts.
CREATE MACRO assessment_scope(period_end, first_date, break_date, plan_end_date) AS
    CASE
        WHEN period_end < first_date THEN 'before'
        WHEN period_end >= break_date THEN 'after_break'
        WHEN period_end > plan_end_date THEN 'after_plan'
        ELSE 'within'
    END;

-- The first day that counts: the day after a printed baseline, else the plan's first day. New cases that are counted from nothing on
-- the first day of a month are counted from that day on: a start of 0 takes nothing from it.
CREATE MACRO first_counted_day(accumulation, baseline_value, baseline_date, start_year) AS
    CASE
        WHEN accumulation = 'sum' AND baseline_value = 0 AND DAY(baseline_date) = 1 THEN baseline_date
        ELSE COALESCE(baseline_date + 1, MAKE_DATE(start_year, 1, 1))
    END;

-- Whether a value has reached a target or holds a level.
CREATE MACRO meets(value, target_value, direction) AS
    CASE direction WHEN 'increase' THEN value >= target_value ELSE value <= target_value END;

-- The band of a pace, progress over expected progress: Statistics Canada's words and bounds (docs/methods/expected-progress-and-status.md).
CREATE MACRO pace_status(progress_share, expected_share) AS
    CASE
        WHEN ROUND(progress_share, 9) < 0 THEN 'deterioration'
        WHEN ROUND(progress_share - 0.95 * expected_share, 9) >= 0 THEN 'on_track'
        WHEN ROUND(progress_share - 0.60 * expected_share, 9) >= 0 THEN 'acceleration'
        ELSE 'limited'
    END;

-- The band of a yearly rate, plus being the wanted way: Eurostat's bounds for indicators without a target (docs/methods/direction.md).
CREATE MACRO rate_movement(rate_pct) AS
    CASE
        WHEN ROUND(ABS(rate_pct) - 0.05, 9) < 0 THEN 'unchanged'
        WHEN ROUND(rate_pct - 1, 9) >= 0 THEN 'improved'
        WHEN rate_pct > 0 THEN 'slightly_improved'
        WHEN ROUND(rate_pct + 1, 9) > 0 THEN 'slightly_worsened'
        ELSE 'worsened'
    END;

-- A mean of few indicators is no headline: its bounds must lie close enough together.
CREATE MACRO is_headline_mean(progress_pct, lower_pct, upper_pct) AS
    progress_pct IS NOT NULL AND ROUND(upper_pct - lower_pct, 9) <= 50;

-- So many months from a day; the last day of a month leads to the last day of a month.
CREATE MACRO months_from(day, month_count) AS
    CASE
        WHEN day = LAST_DAY(day) THEN LAST_DAY(CAST(day + INTERVAL 1 MONTH * month_count AS DATE))
        ELSE CAST(day + INTERVAL 1 MONTH * month_count AS DATE)
    END;

-- Years from one day to another; whole from a day to the same day of another year.
CREATE MACRO years_between(from_day, to_day) AS
    YEAR(to_day) - YEAR(from_day) + (MONTH(to_day) - MONTH(from_day)) / 12 + (DAY(to_day) - DAY(from_day)) / 365.25;
