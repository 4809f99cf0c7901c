-- What: values, the facts they answer, conflicts and other relations between them, copied sentences, origins.
-- Why: comparing. Every row here can be made anew from the rows of V001 and V002.
-- Rows that are there: unchanged.

-- One question about the world, inside one story.
CREATE TABLE facts (
  fact_id         INTEGER PRIMARY KEY,
  fact_key        TEXT NOT NULL UNIQUE, -- by content only
  story_id        INTEGER NOT NULL REFERENCES stories,
  question        TEXT NOT NULL,
  kind            TEXT NOT NULL CHECK (kind IN ('quantity', 'casualties', 'money', 'age', 'date', 'place', 'role', 'cause', 'purpose', 'identity', 'polarity', 'response', 'quote-wording', 'attribution', 'other')),
  about_entity_id INTEGER REFERENCES entities,
  attribute       TEXT,                 -- for casualties: killed, injured, missing, arrested
  rule            TEXT NOT NULL         -- what joined its answers
) STRICT;
CREATE INDEX facts_by_story ON facts (story_id, kind);
CREATE INDEX facts_by_entity ON facts (about_entity_id);

-- Earlier keys of facts that were merged.
CREATE TABLE fact_aliases (
  fact_key TEXT PRIMARY KEY,
  fact_id  INTEGER NOT NULL REFERENCES facts ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_aliases_by_fact ON fact_aliases (fact_id);

-- Something comparable in a claim. An open end is NULL.
CREATE TABLE claim_values (
  value_id                INTEGER PRIMARY KEY,
  claim_id                INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  fact_id                 INTEGER REFERENCES facts ON DELETE SET NULL, -- NULL where no question can be formed
  kind                    TEXT NOT NULL CHECK (kind IN ('quantity', 'casualties', 'money', 'age', 'date', 'place', 'role', 'cause', 'purpose', 'identity', 'polarity', 'response', 'quote-wording', 'attribution', 'other')),
  attribute               TEXT,
  start_char              INTEGER NOT NULL CHECK (start_char >= 0),
  end_char                INTEGER NOT NULL,
  text                    TEXT NOT NULL,
  answer                  TEXT NOT NULL,   -- normalised, equal for equal answers
  low                     REAL,
  high                    REAL,
  unit                    TEXT,
  date_low                TEXT,
  date_high               TEXT,
  value_entity_id         INTEGER REFERENCES entities,
  value_article_entity_id INTEGER REFERENCES article_entities ON DELETE CASCADE,
  word                    TEXT,            -- normalised words for kinds without numbers
  quantity_id             INTEGER REFERENCES quantities ON DELETE CASCADE,
  time_id                 INTEGER REFERENCES times ON DELETE CASCADE,
  question                TEXT,            -- as this claim alone puts it; NULL where no question can be formed
  predicate               TEXT,            -- what happened: class of the verb or its noun
  head                    TEXT,            -- what is asked for: "troop"
  about_article_entity_id INTEGER REFERENCES article_entities ON DELETE CASCADE,
  CHECK (end_char > start_char),
  CHECK (low IS NULL OR high IS NULL OR low <= high)
) STRICT;
CREATE INDEX claim_values_by_claim ON claim_values (claim_id);
CREATE INDEX claim_values_by_fact ON claim_values (fact_id, low, high);
CREATE INDEX claim_values_by_value_entity ON claim_values (value_entity_id);
CREATE INDEX claim_values_by_value_article_entity ON claim_values (value_article_entity_id);
CREATE INDEX claim_values_by_about ON claim_values (about_article_entity_id);
CREATE INDEX claim_values_by_quantity ON claim_values (quantity_id);
CREATE INDEX claim_values_by_time ON claim_values (time_id);

-- What narrows the question of a value: one row a word or entity.
CREATE TABLE value_terms (
  value_id          INTEGER NOT NULL REFERENCES claim_values ON DELETE CASCADE,
  role              TEXT NOT NULL CHECK (role IN ('agent', 'patient', 'place', 'time', 'modifier', 'scope', 'topic')),
  word              TEXT NOT NULL,
  article_entity_id INTEGER REFERENCES article_entities ON DELETE CASCADE,
  PRIMARY KEY (value_id, role, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX value_terms_by_word ON value_terms (word);
CREATE INDEX value_terms_by_entity ON value_terms (article_entity_id);

-- Two values of one fact that do not agree.
CREATE TABLE conflicts (
  conflict_id INTEGER PRIMARY KEY,
  fact_id     INTEGER NOT NULL REFERENCES facts ON DELETE CASCADE,
  kind        TEXT NOT NULL,
  strength    TEXT NOT NULL CHECK (strength IN ('hard', 'soft')),
  value_a     INTEGER NOT NULL REFERENCES claim_values ON DELETE CASCADE,
  value_b     INTEGER NOT NULL REFERENCES claim_values ON DELETE CASCADE,
  rule        TEXT NOT NULL,
  why         TEXT NOT NULL,            -- one sentence that an editor can read out
  CHECK (value_a < value_b),
  UNIQUE (value_a, value_b)
) STRICT;
CREATE INDEX conflicts_by_fact ON conflicts (fact_id, strength);
CREATE INDEX conflicts_by_value_b ON conflicts (value_b);

-- Two values of one fact that are compatible, or that cannot be compared.
CREATE TABLE relations (
  value_a  INTEGER NOT NULL REFERENCES claim_values ON DELETE CASCADE,
  value_b  INTEGER NOT NULL REFERENCES claim_values ON DELETE CASCADE,
  relation TEXT NOT NULL CHECK (relation IN ('compatible', 'not_comparable')),
  rule     TEXT NOT NULL,
  PRIMARY KEY (value_a, value_b),
  CHECK (value_a < value_b)
) STRICT, WITHOUT ROWID;
CREATE INDEX relations_by_value_b ON relations (value_b);

-- Copied sentences: each with the earliest of its copies.
CREATE TABLE reuses (
  sentence_a  INTEGER NOT NULL REFERENCES sentences ON DELETE CASCADE,
  sentence_b  INTEGER NOT NULL REFERENCES sentences ON DELETE CASCADE,
  similarity  REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
  changed     TEXT CHECK (changed IN ('source', 'hedge', 'figure', 'wording')),
  direction   TEXT NOT NULL CHECK (direction IN ('known', 'unknown')),
  same_origin INTEGER NOT NULL CHECK (same_origin IN (0, 1)),
  PRIMARY KEY (sentence_a, sentence_b)
) STRICT, WITHOUT ROWID;
CREATE INDEX reuses_by_b ON reuses (sentence_b);

-- On whose word a fact rests, copies and chains followed.
CREATE TABLE fact_origins (
  fact_id   INTEGER NOT NULL REFERENCES facts ON DELETE CASCADE,
  source_id INTEGER NOT NULL REFERENCES sources,
  standing  TEXT NOT NULL CHECK (standing IN ('named', 'unnamed', 'own_word', 'nobody')),
  outlets   INTEGER NOT NULL CHECK (outlets >= 1),
  PRIMARY KEY (fact_id, source_id, standing)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_origins_by_source ON fact_origins (source_id);

-- What an article is about: its most telling words; the squares of its weights add up to 1.
CREATE TABLE article_words (
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  word       TEXT NOT NULL,
  weight     REAL NOT NULL,
  PRIMARY KEY (article_id, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_words_by_word ON article_words (word, article_id, weight);

-- Articles on one event; a story is what ties hold together, unless a person put it together.
CREATE TABLE article_ties (
  article_a  INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  article_b  INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  similarity REAL NOT NULL,
  PRIMARY KEY (article_a, article_b),
  CHECK (article_a < article_b)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_ties_by_b ON article_ties (article_b);

PRAGMA user_version = 3;
