-- What: how sure each attribution is and who decided a row; voices that the article leaves open; headlines that are no part of
--       the body; which reading an article's rows come from; which day is that of its claim.
-- Why: wrong is worse than open, so that a row must say how sure it is; and a program that reads differently must find the
--      articles that an earlier one has read.
-- Rows that are there: kept. An earlier program gave no confidence: its hops get .5 (1 at hop 0), and its articles count as read by
--                      no known reading, so that `newsfacts migrate` reads them again.

ALTER TABLE sources  ADD COLUMN decided_by TEXT NOT NULL DEFAULT 'program'; -- program, or who judged
ALTER TABLE stories  ADD COLUMN decided_by TEXT NOT NULL DEFAULT 'program'; -- program, or who judged
ALTER TABLE entities ADD COLUMN decided_by TEXT NOT NULL DEFAULT 'program'; -- program, or who judged

-- Which reading made the rows of an article: a hash over all that decides how a text is read; empty where none is known.
ALTER TABLE articles ADD COLUMN read_by TEXT NOT NULL DEFAULT '';

-- A version may differ from the next by its headline alone.
ALTER TABLE article_versions ADD COLUMN headline TEXT;

-- The text in which a sentence and all that belongs to it count: the body, or a headline that is no part of it.
ALTER TABLE sentences ADD COLUMN text_of TEXT NOT NULL DEFAULT 'body'
  CHECK (text_of = 'body' OR (text_of = 'headline' AND section = 'headline'));

-- A voice as one article cites it; linking ties it to its source.
CREATE TABLE new_article_voices (
  article_voice_id  INTEGER PRIMARY KEY,
  article_id        INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  source_id         INTEGER REFERENCES sources,
  ordinal           INTEGER NOT NULL,
  name              TEXT NOT NULL,
  kind              TEXT NOT NULL CHECK (kind IN ('outlet', 'agency', 'person', 'organization', 'document', 'data', 'social', 'witness', 'official', 'group', 'unnamed')),
  anonymity         TEXT NOT NULL CHECK (anonymity IN ('named', 'described', 'collective', 'unnamed', 'unresolved')),
  article_entity_id INTEGER REFERENCES article_entities,
  is_credit         INTEGER NOT NULL DEFAULT 0 CHECK (is_credit IN (0, 1)), -- 1: the agency of the byline or dateline
  UNIQUE (article_id, ordinal)
) STRICT;
INSERT INTO new_article_voices (article_voice_id, article_id, source_id, ordinal, name, kind, anonymity, article_entity_id, is_credit)
  SELECT article_voice_id, article_id, source_id, ordinal, name, kind, anonymity, article_entity_id, is_credit FROM article_voices;
DROP TABLE article_voices;
ALTER TABLE new_article_voices RENAME TO article_voices;
CREATE INDEX article_voices_by_source ON article_voices (source_id);
CREATE INDEX article_voices_by_entity ON article_voices (article_entity_id);

-- The way a claim came: hop 0 is the outlet, the last hop the origin.
CREATE TABLE new_attributions (
  claim_id         INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  hop              INTEGER NOT NULL CHECK (hop >= 0),
  source_id        INTEGER NOT NULL REFERENCES sources,
  article_voice_id INTEGER REFERENCES article_voices, -- NULL at hop 0
  anonymity        TEXT CHECK (anonymity IN ('named', 'described', 'collective', 'unnamed', 'unresolved')),
  confidence       REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1), -- how likely the voice is the right one
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
INSERT INTO new_attributions (claim_id, hop, source_id, article_voice_id, anonymity, confidence, cue, cue_start, cue_end, source_text, source_start, source_end)
  SELECT claim_id, hop, source_id, article_voice_id, anonymity, iif(hop = 0, 1.0, 0.5), cue, cue_start, cue_end, source_text, source_start, source_end FROM attributions;
DROP TABLE attributions;
ALTER TABLE new_attributions RENAME TO attributions;
CREATE INDEX attributions_by_source ON attributions (source_id, hop);
CREATE INDEX attributions_by_voice ON attributions (article_voice_id);

-- Whether a day is the one of its claim: a timeline must not put a claim on a day that only a part of it names.
ALTER TABLE claim_values ADD COLUMN dates_claim INTEGER NOT NULL DEFAULT 0 CHECK (dates_claim IN (0, 1)); -- 1: what the claim says happened on these days

PRAGMA user_version = 5;
