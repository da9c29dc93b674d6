-- What was reported, copied in, so that the way to the files can be closed.
CREATE TABLE ledger_copy AS FROM ledger_observation;
DROP VIEW ledger_observation;
ALTER TABLE ledger_copy RENAME TO ledger_observation;
