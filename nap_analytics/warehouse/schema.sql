-- The single declaration of every table: types, keys, allowed values, meaning and units.
-- The loader derives its checks from these constraints; the data dictionary is made from the comments.
-- A CSV file bears the name of its table (observation.csv fills reference_observation).
-- Tables stand in the order in which they are filled.

CREATE TABLE source (
    source_id TEXT PRIMARY KEY,
    title_en TEXT NOT NULL,
    title_fr TEXT NOT NULL,
    is_own_translation BOOLEAN NOT NULL,
    publisher TEXT NOT NULL,
    published_date DATE,
    kind TEXT NOT NULL CHECK (kind IN ('official', 'unofficial_translation', 'statistics', 'press')),
    url TEXT,
    licence TEXT,
    confidence TEXT NOT NULL CHECK (confidence IN ('confirmed', 'likely', 'weak', 'derived')),
    citation TEXT,
    note_en TEXT,
    note_fr TEXT
);

CREATE TABLE organisation (
    organisation_id TEXT PRIMARY KEY,
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    short_name TEXT,
    kind TEXT NOT NULL CHECK (
        kind IN ('ministry', 'state_structure', 'agreement_body', 'parliament', 'civil_society', 'united_nations', 'donor', 'other')
    ),
    is_own_translation BOOLEAN NOT NULL
);

CREATE TABLE unit (
    unit TEXT PRIMARY KEY,
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    counts_people BOOLEAN NOT NULL DEFAULT TRUE,
    name_one_en TEXT DEFAULT NULL,
    name_one_fr TEXT DEFAULT NULL
);

CREATE TABLE region (
    region_code TEXT PRIMARY KEY,
    country_code TEXT NOT NULL,
    pcode TEXT UNIQUE DEFAULT NULL,
    pcode_valid_from DATE DEFAULT NULL,
    pcode_source_id TEXT DEFAULT NULL REFERENCES source(source_id),
    pcode_locator TEXT DEFAULT NULL,
    later_pcode TEXT UNIQUE DEFAULT NULL,
    later_pcode_source_id TEXT DEFAULT NULL REFERENCES source(source_id),
    later_pcode_locator TEXT DEFAULT NULL,
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    other_names TEXT DEFAULT NULL,
    official_number INTEGER,
    tile_row INTEGER NOT NULL,
    tile_column INTEGER NOT NULL,
    note_en TEXT,
    note_fr TEXT,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    CHECK (pcode IS NULL OR (pcode_valid_from IS NOT NULL AND pcode_source_id IS NOT NULL AND pcode_locator IS NOT NULL)),
    CHECK (later_pcode IS NULL OR (later_pcode_source_id IS NOT NULL AND later_pcode_locator IS NOT NULL))
);

CREATE TABLE exchange_rate (
    from_currency_code TEXT NOT NULL,
    to_currency_code TEXT NOT NULL,
    rate_year INTEGER NOT NULL CHECK (rate_year BETWEEN 1960 AND 2100),
    rate DOUBLE NOT NULL CHECK (rate > 0),
    rate_kind TEXT NOT NULL CHECK (rate_kind IN ('annual_average', 'fixed_parity')),
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    PRIMARY KEY (from_currency_code, to_currency_code, rate_year)
);

CREATE TABLE price_index (
    country_code TEXT NOT NULL,
    index_year INTEGER NOT NULL CHECK (index_year BETWEEN 1960 AND 2100),
    index_value DOUBLE NOT NULL CHECK (index_value > 0),
    inflation_pct DOUBLE NOT NULL,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    PRIMARY KEY (country_code, index_year)
);

CREATE TABLE population (
    country_code TEXT NOT NULL,
    population_year INTEGER NOT NULL CHECK (population_year BETWEEN 1900 AND 2100),
    person_count BIGINT NOT NULL CHECK (person_count > 0),
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    PRIMARY KEY (country_code, population_year)
);

CREATE TABLE plan (
    plan_id TEXT PRIMARY KEY,
    country_code TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_fr TEXT NOT NULL,
    short_name_en TEXT NOT NULL,
    short_name_fr TEXT NOT NULL,
    aim_en TEXT,
    aim_fr TEXT,
    is_own_translation BOOLEAN NOT NULL,
    start_year INTEGER NOT NULL CHECK (start_year BETWEEN 2000 AND 2100),
    end_year INTEGER NOT NULL CHECK (end_year BETWEEN 2000 AND 2100),
    extended_to_year INTEGER,
    currency_code TEXT NOT NULL,
    budget_missing_reason_en TEXT,
    budget_missing_reason_fr TEXT,
    women_share_pct DOUBLE CHECK (women_share_pct BETWEEN 0 AND 100),
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    pillar_word_en TEXT DEFAULT NULL,
    pillar_word_fr TEXT DEFAULT NULL,
    pillar_words_en TEXT DEFAULT NULL,
    pillar_words_fr TEXT DEFAULT NULL,
    CHECK (end_year >= start_year),
    CHECK (extended_to_year IS NULL OR extended_to_year >= end_year)
);

CREATE TABLE pillar (
    plan_id TEXT NOT NULL REFERENCES plan(plan_id),
    pillar_code TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    short_name_en TEXT NOT NULL,
    short_name_fr TEXT NOT NULL,
    is_own_translation BOOLEAN NOT NULL,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    PRIMARY KEY (plan_id, pillar_code)
);

CREATE TABLE crosswalk (
    plan_id TEXT NOT NULL,
    pillar_code TEXT NOT NULL,
    wps_pillar TEXT NOT NULL CHECK (wps_pillar IN ('participation', 'prevention', 'protection', 'relief_recovery', 'coordination')),
    reading TEXT NOT NULL,
    share DOUBLE NOT NULL CHECK (share > 0 AND share <= 1),
    rationale_en TEXT NOT NULL,
    rationale_fr TEXT NOT NULL,
    PRIMARY KEY (plan_id, pillar_code, wps_pillar, reading),
    FOREIGN KEY (plan_id, pillar_code) REFERENCES pillar(plan_id, pillar_code)
);

CREATE TABLE framework_node (
    plan_id TEXT NOT NULL,
    node_code TEXT NOT NULL,
    parent_code TEXT,
    pillar_code TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('pillar', 'objective', 'result', 'opportunity')),
    sort_order INTEGER NOT NULL,
    printed_code TEXT,
    text_en TEXT NOT NULL,
    text_fr TEXT NOT NULL,
    is_own_translation BOOLEAN NOT NULL,
    note_en TEXT,
    note_fr TEXT,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    PRIMARY KEY (plan_id, node_code),
    FOREIGN KEY (plan_id, pillar_code) REFERENCES pillar(plan_id, pillar_code)
);

CREATE TABLE theory_of_change (
    plan_id TEXT NOT NULL,
    pillar_code TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('outcome', 'actions')),
    sort_order INTEGER NOT NULL,
    text_en TEXT NOT NULL,
    text_fr TEXT NOT NULL,
    is_own_translation BOOLEAN NOT NULL,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    PRIMARY KEY (plan_id, pillar_code, kind, sort_order),
    FOREIGN KEY (plan_id, pillar_code) REFERENCES pillar(plan_id, pillar_code)
);

CREATE TABLE indicator (
    indicator_id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan(plan_id),
    node_code TEXT,
    pillar_code TEXT,
    chapter TEXT CHECK (chapter IN ('leadership', 'monitoring', 'civil-society', 'decentralisation', 'communication', 'budget')),
    sort_order INTEGER NOT NULL,
    text_en TEXT NOT NULL,
    text_fr TEXT NOT NULL,
    is_own_translation BOOLEAN NOT NULL,
    working_title_en TEXT DEFAULT NULL,
    working_title_fr TEXT DEFAULT NULL,
    unit TEXT NOT NULL REFERENCES unit(unit),
    value_kind TEXT NOT NULL CHECK (value_kind IN ('percent', 'rate_of_change', 'gross_rate', 'count', 'ratio', 'index', 'level', 'yes_no')),
    direction TEXT NOT NULL CHECK (direction IN ('increase', 'decrease')),
    accumulation TEXT NOT NULL CHECK (accumulation IN ('latest', 'sum', 'running_total')),
    frequency TEXT CHECK (frequency IN ('monthly', 'quarterly', 'yearly', 'irregular')),
    placement_is_certain BOOLEAN NOT NULL,
    is_sensitive BOOLEAN NOT NULL,
    sdg_code TEXT,
    note_en TEXT,
    note_fr TEXT,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    FOREIGN KEY (plan_id, node_code) REFERENCES framework_node(plan_id, node_code),
    FOREIGN KEY (plan_id, pillar_code) REFERENCES pillar(plan_id, pillar_code),
    CHECK ((node_code IS NULL) = (pillar_code IS NULL)),
    CHECK ((node_code IS NULL) = (chapter IS NOT NULL)),
    CHECK ((working_title_en IS NULL) = (working_title_fr IS NULL))
);

CREATE TABLE series (
    series_id TEXT PRIMARY KEY,
    indicator_id TEXT NOT NULL REFERENCES indicator(indicator_id),
    category TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    sort_order INTEGER NOT NULL,
    unit TEXT REFERENCES unit(unit),
    value_kind TEXT CHECK (value_kind IN ('percent', 'rate_of_change', 'gross_rate', 'count', 'ratio', 'index', 'level', 'yes_no')),
    direction TEXT CHECK (direction IN ('increase', 'decrease')),
    accumulation TEXT CHECK (accumulation IN ('latest', 'sum', 'running_total')),
    baseline_value DOUBLE,
    baseline_date DATE,
    baseline_source_id TEXT REFERENCES source(source_id),
    baseline_locator TEXT,
    evidence TEXT NOT NULL DEFAULT 'exact' CHECK (evidence IN ('exact', 'near')),
    reads_reporting BOOLEAN NOT NULL DEFAULT FALSE,
    direction_is_clear BOOLEAN NOT NULL DEFAULT TRUE,
    is_headline BOOLEAN NOT NULL,
    note_en TEXT,
    note_fr TEXT,
    UNIQUE (indicator_id, category),
    CHECK ((baseline_value IS NULL) = (baseline_date IS NULL)),
    CHECK (baseline_value IS NULL OR (baseline_source_id IS NOT NULL AND baseline_locator IS NOT NULL))
);

CREATE TABLE target (
    series_id TEXT NOT NULL REFERENCES series(series_id),
    target_date DATE NOT NULL,
    target_value DOUBLE NOT NULL,
    decided_on DATE NOT NULL,
    set_by TEXT NOT NULL DEFAULT 'plan' CHECK (set_by IN ('plan', 'law', 'government', 'partner')),
    is_level_to_hold BOOLEAN NOT NULL DEFAULT FALSE,
    note_en TEXT,
    note_fr TEXT,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    PRIMARY KEY (series_id, target_date, decided_on, set_by)
);

CREATE TABLE reference_observation (
    series_id TEXT NOT NULL REFERENCES series(series_id),
    period_start DATE NOT NULL,
    period_end DATE NOT NULL,
    region_code TEXT REFERENCES region(region_code),
    sex TEXT CHECK (sex IN ('female', 'male')),
    age_group TEXT,
    value DOUBLE,
    missing_reason TEXT CHECK (missing_reason IN ('not_collected', 'not_yet_due', 'not_applicable', 'refused', 'insecure_area')),
    numerator DOUBLE,
    denominator DOUBLE CHECK (denominator > 0),
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    is_preferred BOOLEAN NOT NULL,
    is_series_break BOOLEAN NOT NULL,
    is_at_least BOOLEAN NOT NULL DEFAULT FALSE,
    note_en TEXT,
    note_fr TEXT,
    CHECK (period_end >= period_start),
    CHECK ((value IS NULL) = (missing_reason IS NOT NULL))
);

CREATE TABLE activity (
    activity_id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan(plan_id),
    pillar_code TEXT NOT NULL,
    node_code TEXT,
    sort_order INTEGER NOT NULL,
    text_en TEXT NOT NULL,
    text_fr TEXT NOT NULL,
    is_own_translation BOOLEAN NOT NULL,
    framework_text TEXT,
    schedule_text TEXT,
    start_date DATE,
    end_date DATE,
    status TEXT CHECK (status IN ('not_started', 'in_progress', 'completed', 'cancelled')),
    note_en TEXT,
    note_fr TEXT,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    FOREIGN KEY (plan_id, pillar_code) REFERENCES pillar(plan_id, pillar_code),
    FOREIGN KEY (plan_id, node_code) REFERENCES framework_node(plan_id, node_code),
    CHECK (start_date IS NULL OR end_date IS NULL OR end_date >= start_date)
);

CREATE TABLE reported_completion (
    plan_id TEXT NOT NULL,
    pillar_code TEXT NOT NULL,
    planned_count INTEGER NOT NULL CHECK (planned_count > 0),
    completed_count INTEGER NOT NULL CHECK (completed_count >= 0),
    printed_pct DOUBLE CHECK (printed_pct BETWEEN 0 AND 100),
    assignment_is_certain BOOLEAN NOT NULL,
    other_planned_count INTEGER CHECK (other_planned_count > 0),
    other_completed_count INTEGER CHECK (other_completed_count >= 0),
    counted_from DATE,
    counted_to DATE,
    rationale_en TEXT,
    rationale_fr TEXT,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    PRIMARY KEY (plan_id, pillar_code),
    CHECK (counted_to IS NULL OR counted_to >= counted_from),
    FOREIGN KEY (plan_id, pillar_code) REFERENCES pillar(plan_id, pillar_code),
    CHECK (completed_count <= planned_count),
    CHECK (assignment_is_certain = (other_planned_count IS NULL)),
    CHECK ((other_planned_count IS NULL) = (other_completed_count IS NULL)),
    CHECK (other_completed_count IS NULL OR other_completed_count <= other_planned_count)
);

CREATE TABLE achievement (
    plan_id TEXT NOT NULL,
    achievement_id TEXT PRIMARY KEY,
    pillar_code TEXT,
    sort_order INTEGER NOT NULL,
    is_planned BOOLEAN,
    text_en TEXT NOT NULL,
    text_fr TEXT NOT NULL,
    is_own_translation BOOLEAN NOT NULL,
    value DOUBLE,
    unit TEXT REFERENCES unit(unit),
    placement_is_certain BOOLEAN NOT NULL,
    same_as_achievement_id TEXT DEFAULT NULL,
    note_en TEXT DEFAULT NULL,
    note_fr TEXT DEFAULT NULL,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    FOREIGN KEY (plan_id) REFERENCES plan(plan_id),
    FOREIGN KEY (plan_id, pillar_code) REFERENCES pillar(plan_id, pillar_code),
    CHECK ((value IS NULL) = (unit IS NULL))
);

CREATE TABLE budget_line (
    plan_id TEXT NOT NULL REFERENCES plan(plan_id),
    pillar_code TEXT,
    activity_id TEXT REFERENCES activity(activity_id),
    budget_year INTEGER,
    stage TEXT NOT NULL CHECK (stage IN ('planned', 'committed', 'disbursed', 'spent')),
    amount DECIMAL(18, 2) CHECK (amount >= 0),
    currency_code TEXT NOT NULL,
    funder TEXT REFERENCES organisation(organisation_id),
    implementer TEXT REFERENCES organisation(organisation_id),
    reported_by TEXT REFERENCES organisation(organisation_id),
    line_id TEXT UNIQUE,
    printed_total DECIMAL(18, 2) CHECK (printed_total >= 0),
    standing TEXT NOT NULL DEFAULT 'document' CHECK (standing IN ('document', 'press', 'asked_of_partners')),
    note_en TEXT,
    note_fr TEXT,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    FOREIGN KEY (plan_id, pillar_code) REFERENCES pillar(plan_id, pillar_code),
    CHECK (reported_by IS NULL OR line_id IS NOT NULL)
);

CREATE TABLE same_money (
    first_line_id TEXT NOT NULL REFERENCES budget_line(line_id),
    second_line_id TEXT NOT NULL REFERENCES budget_line(line_id),
    is_same_money BOOLEAN NOT NULL,
    decided_on DATE NOT NULL,
    reason_en TEXT NOT NULL,
    reason_fr TEXT NOT NULL,
    PRIMARY KEY (first_line_id, second_line_id),
    CHECK (first_line_id <> second_line_id)
);

CREATE TABLE printed_total (
    plan_id TEXT NOT NULL REFERENCES plan(plan_id),
    pillar_code TEXT,
    stage TEXT NOT NULL CHECK (stage IN ('planned', 'committed', 'disbursed', 'spent')),
    amount DECIMAL(18, 2) NOT NULL CHECK (amount >= 0),
    currency_code TEXT NOT NULL,
    standing TEXT NOT NULL DEFAULT 'document' CHECK (standing IN ('document', 'press', 'asked_of_partners')),
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    FOREIGN KEY (plan_id, pillar_code) REFERENCES pillar(plan_id, pillar_code)
);

CREATE TABLE contextual_funding (
    funding_id TEXT PRIMARY KEY,
    part_of_funding_id TEXT,
    plan_id TEXT NOT NULL REFERENCES plan(plan_id),
    what_en TEXT NOT NULL,
    what_fr TEXT NOT NULL,
    is_own_translation BOOLEAN NOT NULL,
    amount DECIMAL(18, 2) NOT NULL CHECK (amount >= 0),
    currency_code TEXT NOT NULL,
    year_from INTEGER,
    year_to INTEGER,
    is_preferred BOOLEAN NOT NULL,
    note_en TEXT,
    note_fr TEXT,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('confirmed', 'likely', 'weak', 'derived')),
    CHECK (year_to IS NULL OR year_to >= year_from)
);

CREATE TABLE responsibility (
    plan_id TEXT NOT NULL REFERENCES plan(plan_id),
    code TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation(organisation_id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'responsible', 'partner')),
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    PRIMARY KEY (plan_id, code, organisation_id, role)
);

CREATE TABLE body (
    plan_id TEXT NOT NULL REFERENCES plan(plan_id),
    organisation_id TEXT NOT NULL REFERENCES organisation(organisation_id),
    sort_order INTEGER NOT NULL,
    role_en TEXT,
    role_fr TEXT,
    rhythm_en TEXT,
    rhythm_fr TEXT,
    composition_en TEXT,
    composition_fr TEXT,
    hosted_by TEXT REFERENCES organisation(organisation_id),
    is_own_translation BOOLEAN NOT NULL,
    note_en TEXT,
    note_fr TEXT,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    PRIMARY KEY (plan_id, organisation_id),
    CHECK ((role_en IS NULL) = (role_fr IS NULL)),
    CHECK ((rhythm_en IS NULL) = (rhythm_fr IS NULL)),
    CHECK ((composition_en IS NULL) = (composition_fr IS NULL))
);

CREATE TABLE committee_member (
    plan_id TEXT NOT NULL REFERENCES plan(plan_id),
    committee TEXT NOT NULL,
    organisation_id TEXT REFERENCES organisation(organisation_id),
    post_en TEXT DEFAULT NULL,
    post_fr TEXT DEFAULT NULL,
    sort_order INTEGER NOT NULL,
    seat_count INTEGER CHECK (seat_count > 0),
    note_en TEXT DEFAULT NULL,
    note_fr TEXT DEFAULT NULL,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    PRIMARY KEY (plan_id, committee, sort_order),
    UNIQUE (plan_id, committee, organisation_id),
    FOREIGN KEY (plan_id, committee) REFERENCES body(plan_id, organisation_id),
    CHECK ((organisation_id IS NULL) = (post_en IS NOT NULL)),
    CHECK ((post_en IS NULL) = (post_fr IS NULL))
);

CREATE TABLE passage (
    plan_id TEXT NOT NULL REFERENCES plan(plan_id),
    passage_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind IN (
            'strength', 'challenge', 'drafting', 'consultation', 'strategy', 'change', 'adaptation_rule', 'reporting_rule', 'funding_rule',
            'localisation', 'good_practice'
        )
    ),
    sort_order INTEGER NOT NULL,
    title_en TEXT,
    title_fr TEXT,
    text_en TEXT NOT NULL,
    text_fr TEXT NOT NULL,
    is_own_translation BOOLEAN NOT NULL,
    note_en TEXT,
    note_fr TEXT,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    PRIMARY KEY (plan_id, passage_id),
    UNIQUE (plan_id, kind, sort_order),
    CHECK ((title_en IS NULL) = (title_fr IS NULL))
);

CREATE TABLE instrument (
    plan_id TEXT NOT NULL REFERENCES plan(plan_id),
    instrument_id TEXT NOT NULL,
    reach TEXT NOT NULL CHECK (reach IN ('resolution', 'international', 'regional', 'national', 'other')),
    sort_order INTEGER NOT NULL,
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    is_own_translation BOOLEAN NOT NULL,
    printed_date TEXT,
    adopted_date DATE,
    year_to INTEGER,
    summary_en TEXT,
    summary_fr TEXT,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    PRIMARY KEY (plan_id, instrument_id)
);

CREATE TABLE milestone (
    plan_id TEXT NOT NULL REFERENCES plan(plan_id),
    milestone_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('development', 'adoption', 'launch', 'funding', 'review', 'event', 'commitment')),
    date_from DATE NOT NULL,
    date_to DATE NOT NULL,
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    is_own_translation BOOLEAN NOT NULL,
    party_en TEXT,
    party_fr TEXT,
    participant_count INTEGER,
    women_count INTEGER,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    label_en TEXT DEFAULT NULL,
    label_fr TEXT DEFAULT NULL,
    wps_pillar TEXT DEFAULT NULL CHECK (wps_pillar IN ('participation', 'prevention', 'protection', 'relief_recovery', 'coordination')),
    PRIMARY KEY (plan_id, milestone_id),
    CHECK (date_to >= date_from),
    CHECK ((label_en IS NULL) = (label_fr IS NULL)),
    CHECK (kind <> 'commitment' OR date_from = date_to)
);

CREATE TABLE context_theme (
    theme TEXT PRIMARY KEY,
    sort_order INTEGER NOT NULL,
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    wps_pillar TEXT CHECK (wps_pillar IN ('participation', 'prevention', 'protection', 'relief_recovery', 'coordination'))
);

CREATE TABLE context_topic (
    topic TEXT PRIMARY KEY,
    theme TEXT NOT NULL REFERENCES context_theme(theme),
    sort_order INTEGER NOT NULL,
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    is_population BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE TABLE context_figure (
    topic TEXT NOT NULL,
    sort_order INTEGER NOT NULL,
    plan_id TEXT REFERENCES plan(plan_id),
    name_en TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    is_own_translation BOOLEAN NOT NULL,
    period_start DATE,
    period_end DATE,
    value DOUBLE NOT NULL,
    unit TEXT NOT NULL REFERENCES unit(unit),
    is_preferred BOOLEAN NOT NULL,
    is_series_break BOOLEAN NOT NULL,
    note_en TEXT,
    note_fr TEXT,
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL
);

CREATE TABLE printed_quantity (
    plan_id TEXT NOT NULL REFERENCES plan(plan_id),
    quantity_id TEXT NOT NULL,
    sort_order INTEGER NOT NULL,
    quantity_en TEXT NOT NULL,
    quantity_fr TEXT NOT NULL,
    value_text TEXT NOT NULL,
    value DOUBLE,
    origin TEXT NOT NULL DEFAULT 'document' CHECK (origin IN ('document', 'translation')),
    source_id TEXT NOT NULL REFERENCES source(source_id),
    locator TEXT NOT NULL,
    PRIMARY KEY (plan_id, quantity_id, sort_order)
);
