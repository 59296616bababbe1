-- The tables of a results database; docs/results.md explains them. No row tells a time of running.

CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    reference_hash TEXT NOT NULL,
    topics TEXT NOT NULL,
    speaker TEXT,
    date TEXT,
    known_on TEXT
) STRICT;

CREATE TABLE facts_known (
    reference TEXT NOT NULL,
    topic TEXT NOT NULL,
    fact TEXT NOT NULL,
    subject TEXT NOT NULL,
    property TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (reference, topic, fact)
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    run TEXT NOT NULL REFERENCES runs (id),
    path TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    of_file INTEGER NOT NULL,
    hash TEXT NOT NULL,
    name TEXT,
    text TEXT NOT NULL,
    speaker TEXT,
    date TEXT,
    verdict TEXT NOT NULL CHECK (verdict IN ('supported', 'refuted', 'not_enough_info')),
    error TEXT,
    not_judged TEXT NOT NULL,
    readings TEXT NOT NULL,
    answer TEXT NOT NULL,
    UNIQUE (path, number)
) STRICT;

CREATE TABLE passages (
    document INTEGER NOT NULL REFERENCES documents (id),
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    speaker TEXT,
    line INTEGER,
    page INTEGER,
    time TEXT,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id),
    claim TEXT NOT NULL CHECK (length(claim) = 12),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    sentence TEXT NOT NULL,
    subject TEXT NOT NULL,
    property TEXT NOT NULL,
    value_kind TEXT NOT NULL,
    value TEXT,
    unit TEXT,
    about TEXT,
    kind TEXT NOT NULL,
    stance TEXT NOT NULL,
    asserted_by TEXT,
    negated INTEGER NOT NULL,
    line INTEGER,
    page INTEGER,
    time TEXT,
    record TEXT NOT NULL
) STRICT;
CREATE INDEX claims_by_document ON claims (document);
CREATE INDEX claims_by_claim ON claims (claim);

CREATE TABLE verdicts (
    claim INTEGER PRIMARY KEY REFERENCES claims (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('supported', 'refuted', 'not_enough_info')),
    flagged INTEGER NOT NULL,
    diagnosis TEXT,
    explanation TEXT NOT NULL,
    correction TEXT,
    corrected_sentence TEXT,
    arithmetic TEXT,
    reason TEXT,
    trace TEXT NOT NULL
) STRICT;

CREATE TABLE facts_used (
    claim INTEGER NOT NULL REFERENCES claims (id),
    number INTEGER NOT NULL,
    fact TEXT NOT NULL,
    topic TEXT NOT NULL,
    subject TEXT NOT NULL,
    property TEXT NOT NULL,
    value TEXT NOT NULL,
    unit TEXT,
    valid_from TEXT,
    valid_to TEXT,
    text TEXT,
    record TEXT NOT NULL,
    PRIMARY KEY (claim, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX facts_used_by_fact ON facts_used (fact);
