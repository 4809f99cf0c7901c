-- What: how sure the voice of each attribution is, whatever was cut too long or too short of what it says.
-- Why: `confidence` is the chance that voice and content are both right; a report that says something of a party needs to know
--      the party, and shows the whole sentence beside it.
-- Rows that are there: get their `confidence`, which is never higher; `newsfacts migrate` reads their articles again.

ALTER TABLE attributions ADD COLUMN voice_confidence REAL NOT NULL DEFAULT 1 -- how likely the voice alone is the right one
  CHECK (voice_confidence BETWEEN 0 AND 1);
UPDATE attributions SET voice_confidence = confidence;

PRAGMA user_version = 6;
