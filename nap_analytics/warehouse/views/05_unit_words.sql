-- What a unit is called after a number: of one, and of several.
CREATE VIEW unit_words AS
SELECT
    unit,
    name_en AS unit_en,
    name_fr AS unit_fr,
    COALESCE(name_one_en, name_en) AS unit_one_en,
    COALESCE(name_one_fr, name_fr) AS unit_one_fr
FROM unit;
