-- What: loads, articles with their versions, sentences, rejected input.
-- Why: everything else rests on exact words at an exact place of an article.
-- Rows that are there: none, this is the first migration.

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

-- Every warning that the terminal showed.
CREATE TABLE load_notes (
  load_note_id INTEGER PRIMARY KEY,
  load_id      INTEGER NOT NULL REFERENCES loads ON DELETE CASCADE,
  note         TEXT NOT NULL
) STRICT;
CREATE INDEX load_notes_by_load ON load_notes (load_id);

-- Input that was refused, and why; what was already in is never touched by it.
CREATE TABLE rejects (
  reject_id INTEGER PRIMARY KEY,
  load_id   INTEGER NOT NULL REFERENCES loads ON DELETE CASCADE,
  file      TEXT NOT NULL,
  line      INTEGER CHECK (line >= 1), -- of the file; NULL where the whole file is meant
  code      TEXT NOT NULL,             -- a short word for scripts: empty, binary, too-large …
  message   TEXT NOT NULL
) STRICT;
CREATE INDEX rejects_by_load ON rejects (load_id);

-- A thing in the world, one row however it is spelled.
CREATE TABLE entities (
  entity_id INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place', 'facility', 'product', 'event', 'group', 'work', 'other'))
) STRICT;
CREATE INDEX entities_by_name ON entities (name, kind);

-- Each spelling of an entity.
CREATE TABLE entity_names (
  entity_id INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
  name      TEXT NOT NULL,
  PRIMARY KEY (entity_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_names_by_name ON entity_names (name);

-- Any voice: the outlet itself, an agency, a person, a body, a document, an unnamed official.
CREATE TABLE sources (
  source_id INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('outlet', 'agency', 'person', 'organization', 'document', 'data', 'social', 'witness', 'official', 'group', 'unnamed')),
  entity_id INTEGER REFERENCES entities,
  voice_key TEXT UNIQUE               -- what linking knows it by; NULL for an outlet that linking has not seen yet
) STRICT;
CREATE INDEX sources_by_name ON sources (name, kind);
CREATE INDEX sources_by_entity ON sources (entity_id);

-- The members of a joint voice ("the ministries of defence and of the interior").
CREATE TABLE source_members (
  source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES sources,
  PRIMARY KEY (source_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_members_by_member ON source_members (member_id);

-- The articles on one event or development.
CREATE TABLE stories (
  story_id INTEGER PRIMARY KEY,
  label    TEXT NOT NULL,
  reason   TEXT NOT NULL,             -- why these articles stand together
  forced   INTEGER NOT NULL DEFAULT 0 CHECK (forced IN (0, 1)) -- 1: a person said so
) STRICT;
CREATE INDEX stories_by_label ON stories (label);

-- One report by one outlet, in its newest version.
CREATE TABLE articles (
  article_id      INTEGER PRIMARY KEY,
  outlet_id       INTEGER NOT NULL REFERENCES sources,
  story_id        INTEGER REFERENCES stories,
  credit_id       INTEGER REFERENCES sources,  -- the agency in its byline or dateline
  file            TEXT NOT NULL,      -- path below the folder that was given
  url             TEXT,
  headline        TEXT,
  published       TEXT CHECK (published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  published_at    TEXT,               -- UTC date-time, where the hour is known
  published_basis TEXT NOT NULL CHECK (published_basis IN ('manifest', 'option', 'metadata', 'text', 'none')),
  outlet_basis    TEXT NOT NULL CHECK (outlet_basis IN ('manifest', 'option', 'metadata', 'file')),
  sha256          TEXT NOT NULL CHECK (length(sha256) = 64), -- of the body, hexadecimal
  body            TEXT NOT NULL,      -- never altered but for line ends and a byte-order mark
  load_id         INTEGER NOT NULL REFERENCES loads,
  CHECK ((published IS NULL) = (published_basis = 'none'))
) STRICT;
CREATE UNIQUE INDEX articles_by_text ON articles (outlet_id, sha256);
CREATE INDEX articles_by_file ON articles (file);
CREATE INDEX articles_by_sha ON articles (sha256);
CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_by_story ON articles (story_id);

-- Earlier versions of articles; version 1 is the oldest.
CREATE TABLE article_versions (
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  version    INTEGER NOT NULL CHECK (version >= 1),
  sha256     TEXT NOT NULL,
  body       TEXT NOT NULL,
  load_id    INTEGER NOT NULL REFERENCES loads,
  PRIMARY KEY (article_id, version)
) STRICT, WITHOUT ROWID;

-- Every non-blank character of a body lies in exactly one sentence.
-- Offsets are half-open, in Unicode code points from 0:
-- substr(body, start_char + 1, end_char - start_char) is the text.
CREATE TABLE sentences (
  sentence_id INTEGER PRIMARY KEY,
  article_id  INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  ordinal     INTEGER NOT NULL CHECK (ordinal >= 0),
  paragraph   INTEGER NOT NULL CHECK (paragraph >= 0),
  section     TEXT NOT NULL CHECK (section IN ('headline', 'subhead', 'body', 'caption', 'embed', 'boilerplate')),
  start_char  INTEGER NOT NULL CHECK (start_char >= 0),
  end_char    INTEGER NOT NULL,
  CHECK (end_char > start_char),
  UNIQUE (article_id, ordinal)
) STRICT;

PRAGMA user_version = 1;
