-- What: passages of two articles side by side, what comparing knows of each sentence, how sure a conflict is and who decided it;
--       foreign keys name their column, tables that serve the program alone begin with x_.
-- Why: comparing aligns passages first, and a conflict without a score cannot be ranked; other programs follow a key only where it
--      names its column; a person who looks at the tables sees which of them are meant for people.
-- Rows that are there: kept. An earlier program gave no score: its conflicts get .5. It stored no passages, so that its articles
--                      count as read by no known reading, and `newsfacts migrate` reads them again. Standing own_word of an
--                      origin is own_voice now, nobody is unattributed.

-- Every table is made again, so that this file shows the whole schema.
-- A table is renamed without its references, which then lead to the table that takes its place; a person's own tables keep theirs.
PRAGMA legacy_alter_table = ON;

ALTER TABLE loads RENAME TO old_loads;
-- One run of `load`.
CREATE TABLE loads (
  load_id  INTEGER PRIMARY KEY,
  started  TEXT NOT NULL,             -- UTC date-time
  finished TEXT,                      -- UTC date-time; NULL while it runs, or when it was stopped
  program  TEXT NOT NULL,             -- name and version that read
  options  TEXT NOT NULL,             -- as typed, JSON
  articles INTEGER NOT NULL DEFAULT 0 CHECK (articles >= 0),
  rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected >= 0)
) STRICT;
INSERT INTO loads (load_id, started, finished, program, options, articles, rejected)
  SELECT load_id, started, finished, program, options, articles, rejected FROM old_loads;
DROP TABLE old_loads;

ALTER TABLE load_notes RENAME TO old_load_notes;
-- Every warning that the terminal showed.
CREATE TABLE load_notes (
  load_note_id INTEGER PRIMARY KEY,
  load_id      INTEGER NOT NULL REFERENCES loads (load_id) ON DELETE CASCADE,
  note         TEXT NOT NULL
) STRICT;
INSERT INTO load_notes (load_note_id, load_id, note)
  SELECT load_note_id, load_id, note FROM old_load_notes;
DROP TABLE old_load_notes;
CREATE INDEX load_notes_by_load ON load_notes (load_id);

ALTER TABLE rejects RENAME TO old_rejects;
-- Input that was rejected, and why; what was already in is never touched by it.
CREATE TABLE rejects (
  reject_id INTEGER PRIMARY KEY,
  load_id   INTEGER NOT NULL REFERENCES loads (load_id) ON DELETE CASCADE,
  file      TEXT NOT NULL,
  line      INTEGER CHECK (line >= 1), -- of the file; NULL where the whole file is meant
  code      TEXT NOT NULL,             -- a short word for scripts: empty, binary, too-large …
  message   TEXT NOT NULL
) STRICT;
INSERT INTO rejects (reject_id, load_id, file, line, code, message)
  SELECT reject_id, load_id, file, line, code, message FROM old_rejects;
DROP TABLE old_rejects;
CREATE INDEX rejects_by_load ON rejects (load_id);

ALTER TABLE entities RENAME TO old_entities;
-- A thing in the world, one row however it is spelled.
CREATE TABLE entities (
  entity_id  INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place', 'facility', 'product', 'event', 'group', 'work', 'other')),
  decided_by TEXT NOT NULL DEFAULT 'program' -- program, or who judged
) STRICT;
INSERT INTO entities (entity_id, name, kind, decided_by)
  SELECT entity_id, name, kind, decided_by FROM old_entities;
DROP TABLE old_entities;
CREATE INDEX entities_by_name ON entities (name, kind);

ALTER TABLE entity_names RENAME TO old_entity_names;
-- Each spelling of an entity.
CREATE TABLE entity_names (
  entity_id INTEGER NOT NULL REFERENCES entities (entity_id) ON DELETE CASCADE,
  name      TEXT NOT NULL,
  PRIMARY KEY (entity_id, name)
) STRICT, WITHOUT ROWID;
INSERT INTO entity_names (entity_id, name)
  SELECT entity_id, name FROM old_entity_names;
DROP TABLE old_entity_names;
CREATE INDEX entity_names_by_name ON entity_names (name);

ALTER TABLE entity_links RENAME TO old_entity_links;
-- How things are tied: an embassy speaks for a state.
CREATE TABLE entity_links (
  entity_id    INTEGER NOT NULL REFERENCES entities (entity_id) ON DELETE CASCADE,
  of_entity_id INTEGER NOT NULL REFERENCES entities (entity_id) ON DELETE CASCADE,
  relation     TEXT NOT NULL CHECK (relation IN ('part_of', 'speaks_for', 'located_in')),
  PRIMARY KEY (entity_id, of_entity_id, relation)
) STRICT, WITHOUT ROWID;
INSERT INTO entity_links (entity_id, of_entity_id, relation)
  SELECT entity_id, of_entity_id, relation FROM old_entity_links;
DROP TABLE old_entity_links;
CREATE INDEX entity_links_by_of ON entity_links (of_entity_id);

ALTER TABLE sources RENAME TO old_sources;
-- Any voice: the outlet itself, an agency, a person, a body, a document, an unnamed official.
CREATE TABLE sources (
  source_id  INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('outlet', 'agency', 'person', 'organization', 'document', 'data', 'social', 'witness', 'official', 'group', 'unnamed')),
  entity_id  INTEGER REFERENCES entities (entity_id),
  voice_key  TEXT UNIQUE,              -- what linking knows it by; NULL for an outlet that linking has not seen yet
  decided_by TEXT NOT NULL DEFAULT 'program' -- program, or who judged
) STRICT;
INSERT INTO sources (source_id, name, kind, entity_id, voice_key, decided_by)
  SELECT source_id, name, kind, entity_id, voice_key, decided_by FROM old_sources;
DROP TABLE old_sources;
CREATE INDEX sources_by_name ON sources (name, kind);
CREATE INDEX sources_by_entity ON sources (entity_id);

ALTER TABLE source_members RENAME TO old_source_members;
-- The members of a joint voice ("the ministries of defence and of the interior").
CREATE TABLE source_members (
  source_id INTEGER NOT NULL REFERENCES sources (source_id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES sources (source_id),
  PRIMARY KEY (source_id, member_id)
) STRICT, WITHOUT ROWID;
INSERT INTO source_members (source_id, member_id)
  SELECT source_id, member_id FROM old_source_members;
DROP TABLE old_source_members;
CREATE INDEX source_members_by_member ON source_members (member_id);

ALTER TABLE stories RENAME TO old_stories;
-- The articles on one event or development.
CREATE TABLE stories (
  story_id   INTEGER PRIMARY KEY,
  label      TEXT NOT NULL,
  reason     TEXT NOT NULL,            -- why these articles stand together
  forced     INTEGER NOT NULL DEFAULT 0 CHECK (forced IN (0, 1)), -- 1: a person said so
  decided_by TEXT NOT NULL DEFAULT 'program' -- program, or who judged
) STRICT;
INSERT INTO stories (story_id, label, reason, forced, decided_by)
  SELECT story_id, label, reason, forced, decided_by FROM old_stories;
DROP TABLE old_stories;
CREATE INDEX stories_by_label ON stories (label);

ALTER TABLE articles RENAME TO old_articles;
-- One text by one outlet, in its newest version.
CREATE TABLE articles (
  article_id      INTEGER PRIMARY KEY,
  outlet_id       INTEGER NOT NULL REFERENCES sources (source_id),
  story_id        INTEGER REFERENCES stories (story_id),
  credit_id       INTEGER REFERENCES sources (source_id), -- the agency in its byline or dateline
  file            TEXT NOT NULL,      -- path below the folder that was given
  url             TEXT,
  headline        TEXT,
  published       TEXT CHECK (published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  published_at    TEXT,               -- UTC date-time, where the hour is known
  published_basis TEXT NOT NULL CHECK (published_basis IN ('manifest', 'option', 'metadata', 'text', 'none')),
  outlet_basis    TEXT NOT NULL CHECK (outlet_basis IN ('manifest', 'option', 'metadata', 'file')),
  sha256          TEXT NOT NULL CHECK (length(sha256) = 64), -- of the body, hexadecimal
  body            TEXT NOT NULL,      -- never altered but for line ends and a byte-order mark
  load_id         INTEGER NOT NULL REFERENCES loads (load_id),
  read_by         TEXT NOT NULL DEFAULT '', -- which reading made its rows, as a hash; empty where none is known
  CHECK ((published IS NULL) = (published_basis = 'none'))
) STRICT;
INSERT INTO articles (article_id, outlet_id, story_id, credit_id, file, url, headline, published, published_at, published_basis, outlet_basis, sha256, body, load_id, read_by)
  SELECT article_id, outlet_id, story_id, credit_id, file, url, headline, published, published_at, published_basis, outlet_basis, sha256, body, load_id, '' FROM old_articles;
DROP TABLE old_articles;
CREATE UNIQUE INDEX articles_by_text ON articles (outlet_id, sha256);
CREATE INDEX articles_by_file ON articles (file);
CREATE INDEX articles_by_sha ON articles (sha256);
CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_by_story ON articles (story_id);

ALTER TABLE article_versions RENAME TO old_article_versions;
-- Earlier versions of articles; version 1 is the oldest.
CREATE TABLE article_versions (
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  version    INTEGER NOT NULL CHECK (version >= 1),
  sha256     TEXT NOT NULL,
  headline   TEXT,
  body       TEXT NOT NULL,
  load_id    INTEGER NOT NULL REFERENCES loads (load_id),
  PRIMARY KEY (article_id, version)
) STRICT, WITHOUT ROWID;
INSERT INTO article_versions (article_id, version, sha256, headline, body, load_id)
  SELECT article_id, version, sha256, headline, body, load_id FROM old_article_versions;
DROP TABLE old_article_versions;

ALTER TABLE sentences RENAME TO old_sentences;
-- Every non-blank character of a body lies in exactly one sentence.
-- Offsets are half-open, in Unicode code points from 0:
-- substr(body, start_char + 1, end_char - start_char) is the text.
CREATE TABLE sentences (
  sentence_id INTEGER PRIMARY KEY,
  article_id  INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL CHECK (ordinal >= 0),
  paragraph   INTEGER NOT NULL CHECK (paragraph >= 0),
  section     TEXT NOT NULL CHECK (section IN ('headline', 'subhead', 'body', 'caption', 'embed', 'boilerplate')),
  start_char  INTEGER NOT NULL CHECK (start_char >= 0),
  end_char    INTEGER NOT NULL,
  text_of     TEXT NOT NULL DEFAULT 'body',
  CHECK (end_char > start_char),
  CHECK (text_of = 'body' OR (text_of = 'headline' AND section = 'headline')),
  UNIQUE (article_id, ordinal)
) STRICT;
INSERT INTO sentences (sentence_id, article_id, ordinal, paragraph, section, start_char, end_char, text_of)
  SELECT sentence_id, article_id, ordinal, paragraph, section, start_char, end_char, text_of FROM old_sentences;
DROP TABLE old_sentences;

-- What comparing needs to know of a sentence, as reading saw it.
CREATE TABLE x_passages (
  sentence_id INTEGER PRIMARY KEY REFERENCES sentences (sentence_id) ON DELETE CASCADE,
  parts       TEXT NOT NULL           -- JSON
) STRICT;

-- A thing in the world, as one article names it; linking ties it to its entity.
CREATE TABLE x_article_entities (
  article_entity_id INTEGER PRIMARY KEY,
  article_id        INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  entity_id         INTEGER REFERENCES entities (entity_id),
  ordinal           INTEGER NOT NULL,
  name              TEXT NOT NULL,     -- the fullest name in the article
  kind              TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place', 'facility', 'product', 'event', 'group', 'work', 'other')),
  block             TEXT,              -- only entities of one block are compared; NULL until linking has seen it
  link_key          TEXT,              -- the words that distinguish it from others
  is_partial        INTEGER NOT NULL DEFAULT 0 CHECK (is_partial IN (0, 1)), -- 1: a surname, an acronym: other articles may fill it in
  telling           INTEGER NOT NULL DEFAULT 0 CHECK (telling BETWEEN 0 AND 2), -- how much it shows that articles that share it are on one event
  UNIQUE (article_id, ordinal)
) STRICT;
INSERT INTO x_article_entities (article_entity_id, article_id, entity_id, ordinal, name, kind, block, link_key, is_partial, telling)
  SELECT article_entity_id, article_id, entity_id, ordinal, name, kind, block, link_key, is_partial, telling FROM article_entities;
DROP TABLE article_entities;
CREATE INDEX x_article_entities_by_entity ON x_article_entities (entity_id);
CREATE INDEX x_article_entities_by_block ON x_article_entities (block);
CREATE INDEX x_article_entities_by_name ON x_article_entities (name);

-- Each spelling that an article uses.
CREATE TABLE x_article_entity_names (
  article_entity_id INTEGER NOT NULL REFERENCES x_article_entities (article_entity_id) ON DELETE CASCADE,
  name              TEXT NOT NULL,
  PRIMARY KEY (article_entity_id, name)
) STRICT, WITHOUT ROWID;
INSERT INTO x_article_entity_names (article_entity_id, name)
  SELECT article_entity_id, name FROM article_entity_names;
DROP TABLE article_entity_names;

-- How an article ties its entities: an embassy speaks for a state.
CREATE TABLE x_article_entity_links (
  article_entity_id    INTEGER NOT NULL REFERENCES x_article_entities (article_entity_id) ON DELETE CASCADE,
  of_article_entity_id INTEGER NOT NULL REFERENCES x_article_entities (article_entity_id) ON DELETE CASCADE,
  relation             TEXT NOT NULL CHECK (relation IN ('part_of', 'speaks_for', 'located_in')),
  PRIMARY KEY (article_entity_id, of_article_entity_id, relation)
) STRICT, WITHOUT ROWID;
INSERT INTO x_article_entity_links (article_entity_id, of_article_entity_id, relation)
  SELECT article_entity_id, of_article_entity_id, relation FROM article_entity_links;
DROP TABLE article_entity_links;
CREATE INDEX x_article_entity_links_by_of ON x_article_entity_links (of_article_entity_id);

-- A voice as one article cites it; linking ties it to its source.
CREATE TABLE x_article_voices (
  article_voice_id  INTEGER PRIMARY KEY,
  article_id        INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  source_id         INTEGER REFERENCES sources (source_id),
  ordinal           INTEGER NOT NULL,
  name              TEXT NOT NULL,
  kind              TEXT NOT NULL CHECK (kind IN ('outlet', 'agency', 'person', 'organization', 'document', 'data', 'social', 'witness', 'official', 'group', 'unnamed')),
  anonymity         TEXT NOT NULL CHECK (anonymity IN ('named', 'described', 'collective', 'unnamed', 'unresolved')),
  article_entity_id INTEGER REFERENCES x_article_entities (article_entity_id),
  is_credit         INTEGER NOT NULL DEFAULT 0 CHECK (is_credit IN (0, 1)), -- 1: the agency of the byline or dateline
  UNIQUE (article_id, ordinal)
) STRICT;
INSERT INTO x_article_voices (article_voice_id, article_id, source_id, ordinal, name, kind, anonymity, article_entity_id, is_credit)
  SELECT article_voice_id, article_id, source_id, ordinal, name, kind, anonymity, article_entity_id, is_credit FROM article_voices;
DROP TABLE article_voices;
CREATE INDEX x_article_voices_by_source ON x_article_voices (source_id);
CREATE INDEX x_article_voices_by_entity ON x_article_voices (article_entity_id);

-- The members of a joint voice, as one article cites it.
CREATE TABLE x_article_voice_members (
  article_voice_id INTEGER NOT NULL REFERENCES x_article_voices (article_voice_id) ON DELETE CASCADE,
  member_id        INTEGER NOT NULL REFERENCES x_article_voices (article_voice_id) ON DELETE CASCADE,
  PRIMARY KEY (article_voice_id, member_id)
) STRICT, WITHOUT ROWID;
INSERT INTO x_article_voice_members (article_voice_id, member_id)
  SELECT article_voice_id, member_id FROM article_voice_members;
DROP TABLE article_voice_members;
CREATE INDEX x_article_voice_members_by_member ON x_article_voice_members (member_id);

ALTER TABLE claims RENAME TO old_claims;
-- Something put forward, word for word. `text` is the hull of its spans.
CREATE TABLE claims (
  claim_id    INTEGER PRIMARY KEY,
  claim_key   TEXT NOT NULL UNIQUE,    -- by content only: the same over reloads, order and machines
  article_id  INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentences (sentence_id) ON DELETE CASCADE, -- where it starts
  start_char  INTEGER NOT NULL CHECK (start_char >= 0),
  end_char    INTEGER NOT NULL,
  text        TEXT NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect', 'silence', 'narration')),
  polarity    TEXT NOT NULL CHECK (polarity IN ('affirmed', 'denied')),
  modality    TEXT NOT NULL CHECK (modality IN ('asserted', 'reported', 'hedged', 'possible', 'planned', 'wanted')),
  hedge       TEXT,                    -- the words that hedge it
  origin_id   INTEGER NOT NULL REFERENCES sources (source_id), -- source of the last hop
  rule        TEXT NOT NULL,           -- the rule that found it
  CHECK (end_char > start_char)
) STRICT;
INSERT INTO claims (claim_id, claim_key, article_id, sentence_id, start_char, end_char, text, kind, polarity, modality, hedge, origin_id, rule)
  SELECT claim_id, claim_key, article_id, sentence_id, start_char, end_char, text, kind, polarity, modality, hedge, origin_id, rule FROM old_claims;
DROP TABLE old_claims;
CREATE INDEX claims_by_article ON claims (article_id, start_char);
CREATE INDEX claims_by_sentence ON claims (sentence_id);
CREATE INDEX claims_by_origin ON claims (origin_id);

ALTER TABLE claim_spans RENAME TO old_claim_spans;
-- The parts of a claim, quotation marks left out.
CREATE TABLE claim_spans (
  claim_id   INTEGER NOT NULL REFERENCES claims (claim_id) ON DELETE CASCADE,
  part       INTEGER NOT NULL CHECK (part >= 0),
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  end_char   INTEGER NOT NULL,
  PRIMARY KEY (claim_id, part),
  CHECK (end_char > start_char)
) STRICT, WITHOUT ROWID;
INSERT INTO claim_spans (claim_id, part, start_char, end_char)
  SELECT claim_id, part, start_char, end_char FROM old_claim_spans;
DROP TABLE old_claim_spans;

ALTER TABLE attributions RENAME TO old_attributions;
-- The way a claim came: hop 0 is the outlet, the last hop the origin.
CREATE TABLE attributions (
  claim_id         INTEGER NOT NULL REFERENCES claims (claim_id) ON DELETE CASCADE,
  hop              INTEGER NOT NULL CHECK (hop >= 0),
  source_id        INTEGER NOT NULL REFERENCES sources (source_id),
  article_voice_id INTEGER REFERENCES x_article_voices (article_voice_id), -- NULL at hop 0
  anonymity        TEXT CHECK (anonymity IN ('named', 'described', 'collective', 'unnamed', 'unresolved')),
  confidence       REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1), -- how likely the voice is the right one
  voice_confidence REAL NOT NULL DEFAULT 1 CHECK (voice_confidence BETWEEN 0 AND 1), -- how likely the voice alone is the right one
  decided_by       TEXT NOT NULL DEFAULT 'program', -- program, or who judged
  cue              TEXT,               -- the words that report
  cue_start        INTEGER,
  cue_end          INTEGER,
  source_text      TEXT,               -- the words that name the source; NULL where none of this text stand for it
  source_start     INTEGER,
  source_end       INTEGER,
  PRIMARY KEY (claim_id, hop),
  CHECK ((hop = 0) = (anonymity IS NULL)),
  CHECK (hop > 0 OR confidence = 1),
  CHECK ((cue IS NULL) = (cue_start IS NULL) AND (cue IS NULL) = (cue_end IS NULL)),
  CHECK ((source_text IS NULL) = (source_start IS NULL) AND (source_text IS NULL) = (source_end IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO attributions (claim_id, hop, source_id, article_voice_id, anonymity, confidence, voice_confidence, decided_by, cue, cue_start, cue_end, source_text, source_start, source_end)
  SELECT claim_id, hop, source_id, article_voice_id, anonymity, confidence, voice_confidence, decided_by, cue, cue_start, cue_end, source_text, source_start, source_end FROM old_attributions;
DROP TABLE old_attributions;
CREATE INDEX attributions_by_source ON attributions (source_id, hop);
CREATE INDEX attributions_by_voice ON attributions (article_voice_id);

ALTER TABLE mentions RENAME TO old_mentions;
-- Words at one place of one article that name an entity.
CREATE TABLE mentions (
  mention_id        INTEGER PRIMARY KEY,
  article_id        INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  sentence_id       INTEGER NOT NULL REFERENCES sentences (sentence_id) ON DELETE CASCADE,
  entity_id         INTEGER REFERENCES entities (entity_id),
  article_entity_id INTEGER REFERENCES x_article_entities (article_entity_id) ON DELETE CASCADE,
  claim_id          INTEGER REFERENCES claims (claim_id) ON DELETE SET NULL, -- NULL in narration
  start_char        INTEGER NOT NULL CHECK (start_char >= 0),
  end_char          INTEGER NOT NULL,
  text              TEXT NOT NULL,
  kind              TEXT NOT NULL CHECK (kind IN ('name', 'nominal', 'pronoun')),
  CHECK (end_char > start_char)
) STRICT;
INSERT INTO mentions (mention_id, article_id, sentence_id, entity_id, article_entity_id, claim_id, start_char, end_char, text, kind)
  SELECT mention_id, article_id, sentence_id, entity_id, article_entity_id, claim_id, start_char, end_char, text, kind FROM old_mentions;
DROP TABLE old_mentions;
CREATE INDEX mentions_by_article ON mentions (article_id, start_char);
CREATE INDEX mentions_by_sentence ON mentions (sentence_id);
CREATE INDEX mentions_by_entity ON mentions (entity_id);
CREATE INDEX mentions_by_article_entity ON mentions (article_entity_id);
CREATE INDEX mentions_by_claim ON mentions (claim_id);

ALTER TABLE descriptors RENAME TO old_descriptors;
-- Words that describe a mention's entity.
CREATE TABLE descriptors (
  descriptor_id INTEGER PRIMARY KEY,
  mention_id    INTEGER NOT NULL REFERENCES mentions (mention_id) ON DELETE CASCADE,
  start_char    INTEGER NOT NULL CHECK (start_char >= 0),
  end_char      INTEGER NOT NULL,
  text          TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('title', 'post', 'relation', 'epithet')),
  CHECK (end_char > start_char)
) STRICT;
INSERT INTO descriptors (descriptor_id, mention_id, start_char, end_char, text, kind)
  SELECT descriptor_id, mention_id, start_char, end_char, text, kind FROM old_descriptors;
DROP TABLE old_descriptors;
CREATE INDEX descriptors_by_mention ON descriptors (mention_id);

ALTER TABLE times RENAME TO old_times;
-- Words of time; date_low and date_high are inclusive days, NULL without an anchor or where an end is open.
CREATE TABLE times (
  time_id     INTEGER PRIMARY KEY,
  article_id  INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentences (sentence_id) ON DELETE CASCADE,
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
INSERT INTO times (time_id, article_id, sentence_id, start_char, end_char, text, type, value, date_low, date_high, basis)
  SELECT time_id, article_id, sentence_id, start_char, end_char, text, type, value, date_low, date_high, basis FROM old_times;
DROP TABLE old_times;
CREATE INDEX times_by_article ON times (article_id, start_char);
CREATE INDEX times_by_sentence ON times (sentence_id);

ALTER TABLE quantities RENAME TO old_quantities;
-- Numbers as inclusive intervals, with their own words kept.
CREATE TABLE quantities (
  quantity_id INTEGER PRIMARY KEY,
  article_id  INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentences (sentence_id) ON DELETE CASCADE,
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
INSERT INTO quantities (quantity_id, article_id, sentence_id, start_char, end_char, text, low, high, unit, unit_text, approx, noun)
  SELECT quantity_id, article_id, sentence_id, start_char, end_char, text, low, high, unit, unit_text, approx, noun FROM old_quantities;
DROP TABLE old_quantities;
CREATE INDEX quantities_by_article ON quantities (article_id, start_char);
CREATE INDEX quantities_by_sentence ON quantities (sentence_id);

ALTER TABLE facts RENAME TO old_facts;
-- One question about the world, inside one story.
CREATE TABLE facts (
  fact_id         INTEGER PRIMARY KEY,
  fact_key        TEXT NOT NULL UNIQUE, -- by content only
  story_id        INTEGER NOT NULL REFERENCES stories (story_id),
  question        TEXT NOT NULL,
  kind            TEXT NOT NULL CHECK (kind IN ('quantity', 'casualties', 'money', 'age', 'date', 'place', 'role', 'cause', 'purpose', 'identity', 'polarity', 'response', 'quote-wording', 'attribution', 'other')),
  about_entity_id INTEGER REFERENCES entities (entity_id),
  attribute       TEXT,                 -- for casualties: killed, injured, missing, arrested
  rule            TEXT NOT NULL,        -- what joined its answers
  decided_by      TEXT NOT NULL DEFAULT 'program' -- program, or who judged
) STRICT;
INSERT INTO facts (fact_id, fact_key, story_id, question, kind, about_entity_id, attribute, rule, decided_by)
  SELECT fact_id, fact_key, story_id, question, kind, about_entity_id, attribute, rule, 'program' FROM old_facts;
DROP TABLE old_facts;
CREATE INDEX facts_by_story ON facts (story_id, kind);
CREATE INDEX facts_by_entity ON facts (about_entity_id);

ALTER TABLE fact_aliases RENAME TO old_fact_aliases;
-- Earlier keys of facts that were merged.
CREATE TABLE fact_aliases (
  fact_key TEXT PRIMARY KEY,
  fact_id  INTEGER NOT NULL REFERENCES facts (fact_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO fact_aliases (fact_key, fact_id)
  SELECT fact_key, fact_id FROM old_fact_aliases;
DROP TABLE old_fact_aliases;
CREATE INDEX fact_aliases_by_fact ON fact_aliases (fact_id);

ALTER TABLE claim_values RENAME TO old_claim_values;
-- Something comparable in a claim. An open end is NULL.
CREATE TABLE claim_values (
  value_id                INTEGER PRIMARY KEY,
  claim_id                INTEGER NOT NULL REFERENCES claims (claim_id) ON DELETE CASCADE,
  fact_id                 INTEGER REFERENCES facts (fact_id) ON DELETE SET NULL, -- NULL where no question can be formed
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
  dates_claim             INTEGER NOT NULL DEFAULT 0 CHECK (dates_claim IN (0, 1)), -- 1: what the claim says happened on these days
  value_entity_id         INTEGER REFERENCES entities (entity_id),
  value_article_entity_id INTEGER REFERENCES x_article_entities (article_entity_id) ON DELETE CASCADE,
  word                    TEXT,            -- normalised words for kinds without numbers
  quantity_id             INTEGER REFERENCES quantities (quantity_id) ON DELETE CASCADE,
  time_id                 INTEGER REFERENCES times (time_id) ON DELETE CASCADE,
  question                TEXT,            -- as this claim alone puts it; NULL where no question can be formed
  predicate               TEXT,            -- what happened: class of the verb or its noun
  head                    TEXT,            -- what is asked for: "troop"
  about_article_entity_id INTEGER REFERENCES x_article_entities (article_entity_id) ON DELETE CASCADE,
  CHECK (end_char > start_char),
  CHECK (low IS NULL OR high IS NULL OR low <= high)
) STRICT;
INSERT INTO claim_values (value_id, claim_id, fact_id, kind, attribute, start_char, end_char, text, answer, low, high, unit, date_low, date_high, dates_claim, value_entity_id, value_article_entity_id, word, quantity_id, time_id, question, predicate, head, about_article_entity_id)
  SELECT value_id, claim_id, fact_id, kind, attribute, start_char, end_char, text, answer, low, high, unit, date_low, date_high, dates_claim, value_entity_id, value_article_entity_id, word, quantity_id, time_id, question, predicate, head, about_article_entity_id FROM old_claim_values;
DROP TABLE old_claim_values;
CREATE INDEX claim_values_by_claim ON claim_values (claim_id);
CREATE INDEX claim_values_by_fact ON claim_values (fact_id, low, high);
CREATE INDEX claim_values_by_value_entity ON claim_values (value_entity_id);
CREATE INDEX claim_values_by_value_article_entity ON claim_values (value_article_entity_id);
CREATE INDEX claim_values_by_about ON claim_values (about_article_entity_id);
CREATE INDEX claim_values_by_quantity ON claim_values (quantity_id);
CREATE INDEX claim_values_by_time ON claim_values (time_id);

-- What narrows the question of a value: one row a word or entity.
CREATE TABLE x_value_terms (
  value_id          INTEGER NOT NULL REFERENCES claim_values (value_id) ON DELETE CASCADE,
  role              TEXT NOT NULL CHECK (role IN ('agent', 'patient', 'place', 'time', 'modifier', 'scope', 'topic')),
  word              TEXT NOT NULL,
  article_entity_id INTEGER REFERENCES x_article_entities (article_entity_id) ON DELETE CASCADE,
  PRIMARY KEY (value_id, role, word)
) STRICT, WITHOUT ROWID;
INSERT INTO x_value_terms (value_id, role, word, article_entity_id)
  SELECT value_id, role, word, article_entity_id FROM value_terms;
DROP TABLE value_terms;
CREATE INDEX x_value_terms_by_word ON x_value_terms (word);
CREATE INDEX x_value_terms_by_entity ON x_value_terms (article_entity_id);

-- Where a value can meet others of its story: what is counted, what happened, rare words of a quotation.
CREATE TABLE x_value_blocks (
  story_id INTEGER NOT NULL REFERENCES stories (story_id) ON DELETE CASCADE,
  block    TEXT NOT NULL,
  value_id INTEGER NOT NULL REFERENCES claim_values (value_id) ON DELETE CASCADE,
  PRIMARY KEY (story_id, block, value_id)
) STRICT, WITHOUT ROWID;
INSERT INTO x_value_blocks (story_id, block, value_id)
  SELECT story_id, block, value_id FROM value_blocks;
DROP TABLE value_blocks;
CREATE INDEX x_value_blocks_by_value ON x_value_blocks (value_id);

-- Two values that answer one question; a fact is what joins connect.
CREATE TABLE x_value_joins (
  value_a INTEGER NOT NULL REFERENCES claim_values (value_id) ON DELETE CASCADE,
  value_b INTEGER NOT NULL REFERENCES claim_values (value_id) ON DELETE CASCADE,
  score   REAL NOT NULL,                -- points of evidence
  rule    TEXT NOT NULL,                -- what joined them
  PRIMARY KEY (value_a, value_b),
  CHECK (value_a < value_b)
) STRICT, WITHOUT ROWID;
INSERT INTO x_value_joins (value_a, value_b, score, rule)
  SELECT value_a, value_b, score, rule FROM value_joins;
DROP TABLE value_joins;
CREATE INDEX x_value_joins_by_value_b ON x_value_joins (value_b);

ALTER TABLE conflicts RENAME TO old_conflicts;
-- Two values of one fact that do not agree.
CREATE TABLE conflicts (
  conflict_id INTEGER PRIMARY KEY,
  fact_id     INTEGER NOT NULL REFERENCES facts (fact_id) ON DELETE CASCADE,
  kind        TEXT NOT NULL,
  strength    TEXT NOT NULL CHECK (strength IN ('hard', 'soft')),
  value_a     INTEGER NOT NULL REFERENCES claim_values (value_id) ON DELETE CASCADE,
  value_b     INTEGER NOT NULL REFERENCES claim_values (value_id) ON DELETE CASCADE,
  rule        TEXT NOT NULL,
  why         TEXT NOT NULL,            -- one sentence that an editor can read out
  score       REAL NOT NULL CHECK (score BETWEEN 0 AND 1), -- how likely it is right as labelled
  decided_by  TEXT NOT NULL DEFAULT 'program', -- program, or who judged
  CHECK (value_a < value_b),
  UNIQUE (value_a, value_b)
) STRICT;
INSERT INTO conflicts (conflict_id, fact_id, kind, strength, value_a, value_b, rule, why, score, decided_by)
  SELECT conflict_id, fact_id, kind, strength, value_a, value_b, rule, why, 0.5, 'program' FROM old_conflicts;
DROP TABLE old_conflicts;
CREATE INDEX conflicts_by_fact ON conflicts (fact_id, strength);
CREATE INDEX conflicts_by_value_b ON conflicts (value_b);

ALTER TABLE relations RENAME TO old_relations;
-- Two values of one fact that are compatible, or that cannot be compared.
CREATE TABLE relations (
  value_a  INTEGER NOT NULL REFERENCES claim_values (value_id) ON DELETE CASCADE,
  value_b  INTEGER NOT NULL REFERENCES claim_values (value_id) ON DELETE CASCADE,
  relation TEXT NOT NULL CHECK (relation IN ('compatible', 'not_comparable')),
  rule     TEXT NOT NULL,
  PRIMARY KEY (value_a, value_b),
  CHECK (value_a < value_b)
) STRICT, WITHOUT ROWID;
INSERT INTO relations (value_a, value_b, relation, rule)
  SELECT value_a, value_b, relation, rule FROM old_relations;
DROP TABLE old_relations;
CREATE INDEX relations_by_value_b ON relations (value_b);

-- Two sentences that tell of the same thing, beside each other, whether or not they agree.
CREATE TABLE comparisons (
  comparison_id INTEGER PRIMARY KEY,
  story_id      INTEGER NOT NULL REFERENCES stories (story_id) ON DELETE CASCADE,
  sentence_a    INTEGER NOT NULL REFERENCES sentences (sentence_id) ON DELETE CASCADE,
  sentence_b    INTEGER NOT NULL REFERENCES sentences (sentence_id) ON DELETE CASCADE,
  alignment     REAL NOT NULL CHECK (alignment BETWEEN 0 AND 1), -- how surely they tell of the same thing
  score         REAL NOT NULL CHECK (score BETWEEN 0 AND 1), -- how likely an editor finds that they differ
  differs       TEXT NOT NULL DEFAULT '', -- in what they differ, kinds of facts separated by commas; empty where they agree
  decided_by    TEXT NOT NULL DEFAULT 'program', -- program, or who judged
  CHECK (sentence_a < sentence_b),
  UNIQUE (sentence_a, sentence_b)
) STRICT;
CREATE INDEX comparisons_by_story ON comparisons (story_id, score);
CREATE INDEX comparisons_by_sentence_b ON comparisons (sentence_b);

ALTER TABLE reuses RENAME TO old_reuses;
-- Copied sentences: each with the earliest of its copies.
CREATE TABLE reuses (
  sentence_a  INTEGER NOT NULL REFERENCES sentences (sentence_id) ON DELETE CASCADE,
  sentence_b  INTEGER NOT NULL REFERENCES sentences (sentence_id) ON DELETE CASCADE,
  similarity  REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
  changed     TEXT CHECK (changed IN ('source', 'hedge', 'figure', 'wording')),
  direction   TEXT NOT NULL CHECK (direction IN ('known', 'unknown')),
  same_origin INTEGER NOT NULL CHECK (same_origin IN (0, 1)),
  PRIMARY KEY (sentence_a, sentence_b)
) STRICT, WITHOUT ROWID;
INSERT INTO reuses (sentence_a, sentence_b, similarity, changed, direction, same_origin)
  SELECT sentence_a, sentence_b, similarity, changed, direction, same_origin FROM old_reuses;
DROP TABLE old_reuses;
CREATE INDEX reuses_by_b ON reuses (sentence_b);

ALTER TABLE fact_origins RENAME TO old_fact_origins;
-- On whose word a fact rests, copies and chains followed.
CREATE TABLE fact_origins (
  fact_id   INTEGER NOT NULL REFERENCES facts (fact_id) ON DELETE CASCADE,
  source_id INTEGER NOT NULL REFERENCES sources (source_id),
  standing  TEXT NOT NULL CHECK (standing IN ('named', 'unnamed', 'own_voice', 'unattributed')),
  outlets   INTEGER NOT NULL CHECK (outlets >= 1),
  PRIMARY KEY (fact_id, source_id, standing)
) STRICT, WITHOUT ROWID;
INSERT INTO fact_origins (fact_id, source_id, standing, outlets)
  SELECT fact_id, source_id, CASE standing WHEN 'own_word' THEN 'own_voice' WHEN 'nobody' THEN 'unattributed' ELSE standing END, outlets FROM old_fact_origins;
DROP TABLE old_fact_origins;
CREATE INDEX fact_origins_by_source ON fact_origins (source_id);

-- What an article is about: its most specific words; the squares of its weights add up to 1.
CREATE TABLE x_article_words (
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  word       TEXT NOT NULL,
  weight     REAL NOT NULL,
  PRIMARY KEY (article_id, word)
) STRICT, WITHOUT ROWID;
INSERT INTO x_article_words (article_id, word, weight)
  SELECT article_id, word, weight FROM article_words;
DROP TABLE article_words;
CREATE INDEX x_article_words_by_word ON x_article_words (word, article_id, weight);

-- Articles on one event; a story is what ties hold together, unless a person put it together.
CREATE TABLE x_article_ties (
  article_a  INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  article_b  INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  similarity REAL NOT NULL,
  PRIMARY KEY (article_a, article_b),
  CHECK (article_a < article_b)
) STRICT, WITHOUT ROWID;
INSERT INTO x_article_ties (article_a, article_b, similarity)
  SELECT article_a, article_b, similarity FROM article_ties;
DROP TABLE article_ties;
CREATE INDEX x_article_ties_by_b ON x_article_ties (article_b);

PRAGMA legacy_alter_table = OFF;

PRAGMA user_version = 7;
