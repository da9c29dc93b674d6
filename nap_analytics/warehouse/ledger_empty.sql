-- No submission yet: a ledger with no rows.
CREATE VIEW ledger_observation AS
SELECT
    *,
    CAST('' AS TEXT) AS submission_id,
    CURRENT_DATE AS submitted_on
FROM reference_observation
WHERE FALSE;
