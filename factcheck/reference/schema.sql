-- The store, one SQLite file. docs/reference.md describes it for readers.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE topics (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  title TEXT NOT NULL,
  licence TEXT,
  version TEXT,
  as_of TEXT CHECK (as_of IS NULL OR as_of = date(as_of)),
  fiscal_year_begins TEXT NOT NULL CHECK (fiscal_year_begins GLOB '[01][0-9]-[0-3][0-9]'),
  worded INTEGER NOT NULL CHECK (worded IN (0, 1))
) STRICT;

CREATE TABLE topic_requires (
  topic TEXT NOT NULL REFERENCES topics(name),
  required TEXT NOT NULL,
  PRIMARY KEY (topic, required)
) STRICT;

CREATE TABLE complete_series (
  topic TEXT NOT NULL REFERENCES topics(name),
  series TEXT NOT NULL,
  PRIMARY KEY (topic, series)
) STRICT;

CREATE TABLE entities (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  type TEXT,
  description TEXT
) STRICT;

CREATE TABLE entity_topics (
  entity TEXT NOT NULL REFERENCES entities(name),
  topic TEXT NOT NULL REFERENCES topics(name),
  PRIMARY KEY (entity, topic)
) STRICT, WITHOUT ROWID;

CREATE TABLE part_of (
  entity TEXT NOT NULL REFERENCES entities(name),
  series TEXT NOT NULL REFERENCES entities(name),
  position INTEGER NOT NULL,
  PRIMARY KEY (series, position, entity)
) STRICT;
CREATE INDEX part_of_entity ON part_of(entity);

CREATE TABLE aliases (
  alias TEXT NOT NULL,
  entity TEXT NOT NULL REFERENCES entities(name),
  key TEXT NOT NULL CHECK (key <> ''),
  origin TEXT NOT NULL CHECK (origin IN ('name', 'alias', 'variant', 'surname')),
  capitals TEXT NOT NULL CHECK (capitals IN ('any', 'first', 'all')),
  article INTEGER NOT NULL CHECK (article IN (0, 1)),
  common INTEGER NOT NULL CHECK (common IN (0, 1))
) STRICT;

CREATE TABLE alias_starts (
  first TEXT PRIMARY KEY,
  lengths TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE alias_words (
  word TEXT PRIMARY KEY,
  sound TEXT NOT NULL,
  letters TEXT NOT NULL,
  consonants TEXT NOT NULL,
  head TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
  topic TEXT NOT NULL REFERENCES topics(name),
  id TEXT NOT NULL CHECK (id <> ''),
  title TEXT NOT NULL,
  publisher TEXT,
  date TEXT,
  url TEXT,
  locator TEXT,
  PRIMARY KEY (topic, id)
) STRICT;

CREATE TABLE properties (
  topic TEXT NOT NULL REFERENCES topics(name),
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('start_date', 'end_date', 'signing_date', 'amount',
    'percentage', 'count', 'ordinal', 'duration', 'party_or_actor', 'status', 'frequency',
    'comparison')),
  type TEXT NOT NULL CHECK (type IN ('number', 'ordinal', 'percentage', 'amount', 'date',
    'period', 'duration', 'entity', 'boolean', 'text')),
  label TEXT NOT NULL,
  unit TEXT,
  per TEXT,
  complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
  good_for TEXT,
  PRIMARY KEY (topic, name)
) STRICT;

CREATE TABLE property_words (
  topic TEXT NOT NULL,
  property TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('nouns', 'verbs', 'adjectives', 'counts', 'without', 'near',
    'says')),
  position INTEGER NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (topic, property, role, position),
  FOREIGN KEY (topic, property) REFERENCES properties(topic, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE descriptions (
  topic TEXT NOT NULL REFERENCES topics(name),
  subject TEXT NOT NULL,
  entities TEXT NOT NULL CHECK (json_valid(entities)),
  words TEXT NOT NULL CHECK (json_valid(words)),
  without TEXT NOT NULL CHECK (json_valid(without))
) STRICT;

CREATE TABLE same_question (
  topic TEXT NOT NULL REFERENCES topics(name),
  number INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),  -- 0: what is asked; then what answers it
  subject TEXT NOT NULL,
  property TEXT NOT NULL,
  PRIMARY KEY (topic, number, position)
) STRICT;

CREATE TABLE derived (
  topic TEXT NOT NULL REFERENCES topics(name),
  number INTEGER NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('count', 'rest', 'growth', 'until_next')),
  subject TEXT NOT NULL,
  property TEXT NOT NULL,
  made_of TEXT NOT NULL CHECK (json_valid(made_of)),
  at_least TEXT,
  within TEXT,
  confidence TEXT CHECK (confidence IS NULL OR
    confidence IN ('official', 'reported', 'unverified')),
  PRIMARY KEY (topic, number)
) STRICT;

CREATE TABLE facts (
  number INTEGER PRIMARY KEY,
  topic TEXT NOT NULL,
  id TEXT NOT NULL CHECK (id <> ''),
  subject TEXT NOT NULL REFERENCES entities(name),
  property TEXT NOT NULL,
  value TEXT NOT NULL CHECK (value <> ''),
  unit TEXT,
  valid_first TEXT CHECK (valid_first IS NULL OR valid_first = date(valid_first)),
  valid_last TEXT CHECK (valid_last IS NULL OR valid_last = date(valid_last)),
  known_from TEXT CHECK (known_from IS NULL OR known_from = date(known_from)),
  qualifier TEXT,
  rank TEXT NOT NULL CHECK (rank IN ('preferred', 'normal', 'deprecated')),
  confidence TEXT NOT NULL CHECK (confidence IN ('official', 'reported', 'unverified')),
  recorded TEXT CHECK (recorded IS NULL OR recorded = date(recorded)),
  superseded TEXT CHECK (superseded IS NULL OR superseded = date(superseded)),
  note TEXT,
  line INTEGER NOT NULL CHECK (line > 1),
  -- the value as our reader understood it
  read_kind TEXT,
  read_value TEXT,
  read_number REAL,
  read_start INTEGER,
  read_end INTEGER,
  read_unit TEXT,
  read_of TEXT,
  read_hedge TEXT,
  read_low TEXT,
  read_high TEXT,
  read_per TEXT,
  read_note TEXT,
  CHECK (valid_first IS NULL OR valid_last IS NULL OR valid_first <= valid_last),
  FOREIGN KEY (topic, property) REFERENCES properties(topic, name)
) STRICT;

CREATE TABLE earlier_checks (
  number INTEGER PRIMARY KEY,
  topic TEXT NOT NULL REFERENCES topics(name),
  claim TEXT NOT NULL CHECK (claim <> ''),
  speaker TEXT,
  date TEXT CHECK (date IS NULL OR date GLOB '[0-9][0-9][0-9][0-9]*'),  -- 2018, 2018-03 or a day
  what_is_true TEXT NOT NULL CHECK (what_is_true <> ''),
  subject TEXT,
  property TEXT,
  value TEXT,
  line INTEGER NOT NULL CHECK (line > 1),
  CHECK ((subject IS NULL) = (property IS NULL) AND (property IS NULL) = (value IS NULL))
) STRICT;

CREATE TABLE earlier_check_sources (
  earlier INTEGER NOT NULL REFERENCES earlier_checks(number),
  position INTEGER NOT NULL,
  topic TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (earlier, position),
  FOREIGN KEY (topic, source) REFERENCES sources(topic, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact_sources (
  fact INTEGER NOT NULL REFERENCES facts(number),
  position INTEGER NOT NULL,
  topic TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (fact, position),
  FOREIGN KEY (topic, source) REFERENCES sources(topic, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE described (
  of TEXT NOT NULL CHECK (of IN ('property', 'subject')),
  name TEXT NOT NULL,
  vector BLOB NOT NULL, -- numbers of 32 bits, little-endian
  PRIMARY KEY (of, name)
) STRICT, WITHOUT ROWID;
