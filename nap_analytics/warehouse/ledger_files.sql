-- What focal points reported, straight from the immutable files: no load step, however many rows.
CREATE OR REPLACE VIEW ledger_observation AS
SELECT
    series_id,
    period_start,
    period_end,
    region_code,
    sex,
    age_group,
    value,
    missing_reason,
    numerator,
    denominator,
    source_id,
    locator,
    is_preferred,
    is_series_break,
    is_at_least,
    note_en,
    note_fr,
    submission_id,
    submitted_on
FROM read_parquet('submissions/*.parquet');
