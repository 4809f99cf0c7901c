-- What: the blocks in which values can meet, and the pairs of values that answer one question.
-- Why: one more article is compared with its candidates only, and what joined two answers can be read and queried.
-- Rows that are there: unchanged; blocks and joins of a story are filled in by the next load that touches it.

-- Where a value can meet others of its story: what is counted, what happened, telling words of a quotation.
CREATE TABLE value_blocks (
  story_id INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
  block    TEXT NOT NULL,
  value_id INTEGER NOT NULL REFERENCES claim_values ON DELETE CASCADE,
  PRIMARY KEY (story_id, block, value_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX value_blocks_by_value ON value_blocks (value_id);

-- Two values that answer one question; a fact is what joins connect.
CREATE TABLE value_joins (
  value_a INTEGER NOT NULL REFERENCES claim_values ON DELETE CASCADE,
  value_b INTEGER NOT NULL REFERENCES claim_values ON DELETE CASCADE,
  score   REAL NOT NULL,                -- points of evidence
  rule    TEXT NOT NULL,                -- what joined them
  PRIMARY KEY (value_a, value_b),
  CHECK (value_a < value_b)
) STRICT, WITHOUT ROWID;
CREATE INDEX value_joins_by_value_b ON value_joins (value_b);

PRAGMA user_version = 4;
