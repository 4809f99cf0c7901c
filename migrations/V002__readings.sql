-- What: what reading finds in each article: entities and voices as the article knows them, mentions, claims with the
--       way they came, times and quantities.
-- Why: an article's own reading (article_entities, article_voices) never changes when other articles come; only its ties to the
--      world (entity_id, source_id) are made anew, so that any order of loading ends in the same rows.
-- Rows that are there: unchanged.

-- A thing in the world, as one article names it; linking ties it to its entity.
CREATE TABLE article_entities (
  article_entity_id INTEGER PRIMARY KEY,
  article_id        INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  entity_id         INTEGER REFERENCES entities,
  ordinal           INTEGER NOT NULL,
  name              TEXT NOT NULL,     -- the fullest name in the article
  kind              TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place', 'facility', 'product', 'event', 'group', 'work', 'other')),
  block             TEXT,              -- only entities of one block are compared; NULL until linking has seen it
  link_key          TEXT,              -- the words that tell it from others
  is_partial        INTEGER NOT NULL DEFAULT 0 CHECK (is_partial IN (0, 1)), -- 1: a surname, an acronym: other articles may fill it in
  telling           INTEGER NOT NULL DEFAULT 0 CHECK (telling BETWEEN 0 AND 2), -- how much it tells that articles that share it speak of one matter
  UNIQUE (article_id, ordinal)
) STRICT;
CREATE INDEX article_entities_by_entity ON article_entities (entity_id);
CREATE INDEX article_entities_by_block ON article_entities (block);
CREATE INDEX article_entities_by_name ON article_entities (name);

-- Each spelling that an article uses.
CREATE TABLE article_entity_names (
  article_entity_id INTEGER NOT NULL REFERENCES article_entities ON DELETE CASCADE,
  name              TEXT NOT NULL,
  PRIMARY KEY (article_entity_id, name)
) STRICT, WITHOUT ROWID;

-- How an article ties its entities: an embassy speaks for a state.
CREATE TABLE article_entity_links (
  article_entity_id    INTEGER NOT NULL REFERENCES article_entities ON DELETE CASCADE,
  of_article_entity_id INTEGER NOT NULL REFERENCES article_entities ON DELETE CASCADE,
  relation             TEXT NOT NULL CHECK (relation IN ('part_of', 'speaks_for', 'located_in')),
  PRIMARY KEY (article_entity_id, of_article_entity_id, relation)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_entity_links_by_of ON article_entity_links (of_article_entity_id);

-- The same ties between entities.
CREATE TABLE entity_links (
  entity_id    INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
  of_entity_id INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
  relation     TEXT NOT NULL CHECK (relation IN ('part_of', 'speaks_for', 'located_in')),
  PRIMARY KEY (entity_id, of_entity_id, relation)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_links_by_of ON entity_links (of_entity_id);

-- A voice as one article cites it; linking ties it to its source.
CREATE TABLE article_voices (
  article_voice_id  INTEGER PRIMARY KEY,
  article_id        INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  source_id         INTEGER REFERENCES sources,
  ordinal           INTEGER NOT NULL,
  name              TEXT NOT NULL,
  kind              TEXT NOT NULL CHECK (kind IN ('outlet', 'agency', 'person', 'organization', 'document', 'data', 'social', 'witness', 'official', 'group', 'unnamed')),
  anonymity         TEXT NOT NULL CHECK (anonymity IN ('named', 'described', 'collective', 'unnamed')),
  article_entity_id INTEGER REFERENCES article_entities,
  is_credit         INTEGER NOT NULL DEFAULT 0 CHECK (is_credit IN (0, 1)), -- 1: the agency of the byline or dateline
  UNIQUE (article_id, ordinal)
) STRICT;
CREATE INDEX article_voices_by_source ON article_voices (source_id);
CREATE INDEX article_voices_by_entity ON article_voices (article_entity_id);

-- The members of a joint voice, as one article cites it.
CREATE TABLE article_voice_members (
  article_voice_id INTEGER NOT NULL REFERENCES article_voices ON DELETE CASCADE,
  member_id        INTEGER NOT NULL REFERENCES article_voices ON DELETE CASCADE,
  PRIMARY KEY (article_voice_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_voice_members_by_member ON article_voice_members (member_id);

-- Something put forward, word for word. `text` is the hull of its spans.
CREATE TABLE claims (
  claim_id    INTEGER PRIMARY KEY,
  claim_key   TEXT NOT NULL UNIQUE,    -- by content only: the same over reloads, order and machines
  article_id  INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentences ON DELETE CASCADE, -- where it starts
  start_char  INTEGER NOT NULL CHECK (start_char >= 0),
  end_char    INTEGER NOT NULL,
  text        TEXT NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect', 'silence', 'narration')),
  polarity    TEXT NOT NULL CHECK (polarity IN ('affirmed', 'denied')),
  modality    TEXT NOT NULL CHECK (modality IN ('asserted', 'reported', 'hedged', 'possible', 'planned', 'wanted')),
  hedge       TEXT,                    -- the words that hedge it
  origin_id   INTEGER NOT NULL REFERENCES sources, -- source of the last hop
  rule        TEXT NOT NULL,           -- the rule that found it
  CHECK (end_char > start_char)
) STRICT;
CREATE INDEX claims_by_article ON claims (article_id, start_char);
CREATE INDEX claims_by_sentence ON claims (sentence_id);
CREATE INDEX claims_by_origin ON claims (origin_id);

-- The parts of a claim, quotation marks left out.
CREATE TABLE claim_spans (
  claim_id   INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  part       INTEGER NOT NULL CHECK (part >= 0),
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  end_char   INTEGER NOT NULL,
  PRIMARY KEY (claim_id, part),
  CHECK (end_char > start_char)
) STRICT, WITHOUT ROWID;

-- The way a claim came: hop 0 is the outlet, the last hop the origin.
CREATE TABLE attributions (
  claim_id         INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  hop              INTEGER NOT NULL CHECK (hop >= 0),
  source_id        INTEGER NOT NULL REFERENCES sources,
  article_voice_id INTEGER REFERENCES article_voices, -- NULL at hop 0
  anonymity        TEXT CHECK (anonymity IN ('named', 'described', 'collective', 'unnamed')),
  cue              TEXT,               -- the words that report
  cue_start        INTEGER,
  cue_end          INTEGER,
  source_text      TEXT,               -- the words that name the source; NULL where none stand for it
  source_start     INTEGER,
  source_end       INTEGER,
  PRIMARY KEY (claim_id, hop),
  CHECK ((hop = 0) = (anonymity IS NULL)),
  CHECK ((cue IS NULL) = (cue_start IS NULL) AND (cue IS NULL) = (cue_end IS NULL)),
  CHECK ((source_text IS NULL) = (source_start IS NULL) AND (source_text IS NULL) = (source_end IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX attributions_by_source ON attributions (source_id, hop);
CREATE INDEX attributions_by_voice ON attributions (article_voice_id);

-- Words at one place of one article that name an entity.
CREATE TABLE mentions (
  mention_id        INTEGER PRIMARY KEY,
  article_id        INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  sentence_id       INTEGER NOT NULL REFERENCES sentences ON DELETE CASCADE,
  entity_id         INTEGER REFERENCES entities,
  article_entity_id INTEGER REFERENCES article_entities ON DELETE CASCADE,
  claim_id          INTEGER REFERENCES claims ON DELETE SET NULL, -- NULL in narration
  start_char        INTEGER NOT NULL CHECK (start_char >= 0),
  end_char          INTEGER NOT NULL,
  text              TEXT NOT NULL,
  kind              TEXT NOT NULL CHECK (kind IN ('name', 'nominal', 'pronoun')),
  CHECK (end_char > start_char)
) STRICT;
CREATE INDEX mentions_by_article ON mentions (article_id, start_char);
CREATE INDEX mentions_by_sentence ON mentions (sentence_id);
CREATE INDEX mentions_by_entity ON mentions (entity_id);
CREATE INDEX mentions_by_article_entity ON mentions (article_entity_id);
CREATE INDEX mentions_by_claim ON mentions (claim_id);

-- Words that describe a mention's entity.
CREATE TABLE descriptors (
  descriptor_id INTEGER PRIMARY KEY,
  mention_id    INTEGER NOT NULL REFERENCES mentions ON DELETE CASCADE,
  start_char    INTEGER NOT NULL CHECK (start_char >= 0),
  end_char      INTEGER NOT NULL,
  text          TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('title', 'post', 'relation', 'epithet')),
  CHECK (end_char > start_char)
) STRICT;
CREATE INDEX descriptors_by_mention ON descriptors (mention_id);

-- Words of time; date_low and date_high are inclusive days, NULL without an anchor or where an end is open.
CREATE TABLE times (
  time_id     INTEGER PRIMARY KEY,
  article_id  INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentences ON DELETE CASCADE,
  start_char  INTEGER NOT NULL CHECK (start_char >= 0),
  end_char    INTEGER NOT NULL,
  text        TEXT NOT NULL,
  type        TEXT NOT NULL CHECK (type IN ('DATE', 'TIME', 'DURATION', 'SET')),
  value       TEXT NOT NULL,           -- as TIMEX3
  date_low    TEXT,
  date_high   TEXT,
  basis       TEXT NOT NULL CHECK (basis IN ('explicit', 'published', 'article', 'story', 'none')),
  CHECK (end_char > start_char),
  CHECK (date_low IS NULL OR date_high IS NULL OR date_low <= date_high)
) STRICT;
CREATE INDEX times_by_article ON times (article_id, start_char);
CREATE INDEX times_by_sentence ON times (sentence_id);

-- Numbers as inclusive intervals, with their own words kept.
CREATE TABLE quantities (
  quantity_id INTEGER PRIMARY KEY,
  article_id  INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentences ON DELETE CASCADE,
  start_char  INTEGER NOT NULL CHECK (start_char >= 0),
  end_char    INTEGER NOT NULL,
  text        TEXT NOT NULL,
  low         REAL,                    -- NULL is open
  high        REAL,
  unit        TEXT,                    -- normalised; NULL for a count
  unit_text   TEXT,
  approx      TEXT,                    -- "nearly"
  noun        TEXT,                    -- what is counted, its head
  CHECK (end_char > start_char),
  CHECK (low IS NULL OR high IS NULL OR low <= high)
) STRICT;
CREATE INDEX quantities_by_article ON quantities (article_id, start_char);
CREATE INDEX quantities_by_sentence ON quantities (sentence_id);

PRAGMA user_version = 2;
