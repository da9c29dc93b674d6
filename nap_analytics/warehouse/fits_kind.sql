-- Whether a number can be a value of its kind; NULL for none. The checks ask it of values, baselines and targets.
CREATE MACRO staged.fits_kind(number, value_kind) AS
CASE value_kind
    WHEN 'percent' THEN number BETWEEN 0 AND 100
    WHEN 'gross_rate' THEN number >= 0
    WHEN 'count' THEN number >= 0 AND number = FLOOR(number)
    WHEN 'level' THEN number IN (0, 25, 50, 75, 100)
    WHEN 'yes_no' THEN number IN (0, 1)
    ELSE number IS NOT NULL
END;
